"""The public face: its names, what importing it costs, and what it is called."""

import ast
import pickle
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import pytest

import pressparse

LAZY = ("cattrs", "charset_normalizer", "click", "dateutil", "importlib.metadata", "phonenumbers", "rich")
HOMES: dict[str, tuple[str, ...]] = vars(pressparse)["_HOMES"]


def run(code: str) -> str:
    """Return what a fresh interpreter prints for `code`."""
    return subprocess.run(  # noqa: S603 - this interpreter, the tests' own code
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout.strip()


def test_importing_the_package_imports_nothing_heavy() -> None:
    """What costs is imported by the first use of what needs it."""
    loaded = set(run("import pressparse, sys; print(*sys.modules)").split())
    assert loaded.isdisjoint(LAZY)


def test_finding_dates_imports_no_phone_numbers() -> None:
    """A finder brings what it needs itself, and no more; rules of other packages are looked for by all of them."""
    loaded = set(run("import pressparse, sys; pressparse.find_dates('5 May 2024'); print(*sys.modules)").split())
    assert loaded.isdisjoint({"cattrs", "charset_normalizer", "click", "phonenumbers", "rich"})


@pytest.mark.parametrize("name", pressparse.__all__)
def test_every_public_name_is_there(name: str) -> None:
    """Each name of `__all__` can be had, stands in `dir`, and is no module."""
    assert name in dir(pressparse)
    assert not isinstance(getattr(pressparse, name), ModuleType)


def test_the_three_lists_of_public_names_agree() -> None:
    """Type checkers, `__all__` and the lazy loading know the same names from the same modules."""
    (block,) = [
        node
        for node in ast.parse(Path(str(pressparse.__file__)).read_text("utf-8")).body
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    ]
    typed = {
        str(node.module).removeprefix("pressparse."): tuple(alias.name for alias in node.names)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
    }
    assert {module: set(names) for module, names in typed.items()} == {m: set(names) for m, names in HOMES.items()}
    assert sorted([*(name for names in HOMES.values() for name in names), "__version__"]) == sorted(pressparse.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    """The lazy loading hides no typing error."""
    with pytest.raises(AttributeError, match="has no attribute 'prase'"):
        _ = pressparse.prase


@pytest.mark.parametrize(
    "code",
    [
        "import pressparse; print(pressparse.parse('').title)",
        "import pressparse.parse; import pressparse; print(pressparse.parse('').title)",
        "from pressparse.parse import parse; import pressparse; print(pressparse.parse('').title, parse('').title)",
        "import pressparse.formats; import pressparse; print(pressparse.parse('').title)",
    ],
)
def test_parse_is_the_function_however_its_module_was_imported(code: str) -> None:
    """The module `parse` does not take the place of the function `parse`."""
    assert set(run(code).split()) == {"None"}


def test_the_version_is_that_of_the_distribution() -> None:
    """`__version__` stands nowhere twice."""
    assert pressparse.__version__ == version("pressparse")


ERRORS = [
    pressparse.UnreadableError("a.txt", "no such file", "00"),
    pressparse.WorkerError("a.txt", "00", "KeyError: 'x'"),
    pressparse.TimeLimitError("a.txt", "00", 60.0),
    pressparse.UnknownProfileError("x", ("cnes", "generic")),
    pressparse.ProfileError("x.toml", "names", "no such key"),
    pressparse.WordsError("x.toml", "contacts", "must be tables of words", 3),
    pressparse.RuleError("mine", "has no examples"),
    pressparse.FieldError("dates[9]", "dates holds 3, counted from 0"),
    pressparse.NoTextError(),
    pressparse.UnknownLanguageError("xx", ("en", "fr")),
    pressparse.UnknownRegionError("France"),
    pressparse.RecordError("$.date: wrong"),
    pressparse.ExportError("pdf", "there is none of this name"),
    pressparse.StrictError(pressparse.parse("")),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_survive_a_process_pool(error: pressparse.PressparseError) -> None:
    """An error comes out of pickling with its message, its parts and its code."""
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - pickled here
    assert (type(copy), str(copy), vars(copy), copy.code) == (type(error), str(error), vars(error), error.code)


def kinds_of_errors(base: type[pressparse.PressparseError]) -> set[type[pressparse.PressparseError]]:
    """Return the classes below `base`, however far."""
    below = set(base.__subclasses__())
    return below.union(*map(kinds_of_errors, below))


def test_errors_are_public_and_their_codes_differ() -> None:
    """A failed document's row tells by its code what happened."""
    classes = {cls for cls in kinds_of_errors(pressparse.PressparseError) if cls.__name__ != "FileError"}
    assert {type(error) for error in ERRORS} == classes
    assert {cls.__name__ for cls in classes} <= set(pressparse.__all__)
    assert len({cls.code for cls in classes}) == len(classes)
