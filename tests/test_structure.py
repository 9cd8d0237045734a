"""The shape of the package, as docs/design.md draws it."""

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import pressparse

PACKAGE = Path(str(pressparse.__file__)).parent
DESIGN = Path(__file__).parents[1] / "docs" / "design.md"
LONGEST_MODULE = 350
LONGEST_FUNCTION = 40
FORBIDDEN_NAMES = {"utils", "helpers", "common"}


def name_of(path: Path) -> str:
    """Return the dotted name of the module at `path`, within the package."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}
TREES = {name: ast.parse(path.read_text("utf-8")) for name, path in MODULES.items()}
LAYERS = {
    module: int(layer)
    for layer, modules in re.findall(r"(?m)^\| (\d) \| (`[^|]+) \|", DESIGN.read_text("utf-8"))
    for module in re.findall(r"`(\w+)`", modules)
}


def layer_of(module: str) -> int:
    """Return the layer of a module, or of the sub-package that it is in."""
    return LAYERS[module.partition(".")[0]]


def imports(tree: ast.AST) -> Iterator[str]:
    """Yield the modules of this package that `tree` imports when it runs, wherever in it."""
    for node in ast.iter_child_nodes(tree):
        match node:
            case ast.If(test=ast.Name("TYPE_CHECKING")):
                pass
            case ast.ImportFrom(module=str(module)) if module.partition(".")[0] == "pressparse":
                found = [f"{module}.{alias.name}".removeprefix("pressparse.") for alias in node.names]
                yield from (name if name in MODULES else module.removeprefix("pressparse.") for name in found)
            case ast.Import(names=names):
                yield from (
                    alias.name.removeprefix("pressparse.") for alias in names if alias.name.startswith("pressparse")
                )
            case _:
                yield from imports(node)


def runs(name: str) -> Iterator[str]:
    """Yield the modules that run when the module `name` does: what it imports, and the packages that those are in."""
    for imported in imports(TREES[name]):
        yield imported
        package = imported.partition(".")[0]
        if package != name.partition(".")[0]:
            yield package


# Notebooks ask a value how it looks: the one import that goes up.
UPWARD = {"model": {"review"}}
IMPORTS = {name: set(runs(name)) - UPWARD.get(name, set()) for name in TREES}


def test_every_module_has_a_layer() -> None:
    """The table of docs/design.md names the modules that there are, and no others."""
    assert LAYERS.keys() == {name.partition(".")[0] for name in MODULES}


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_down(module: str) -> None:
    """A module imports from its own layer and those below."""
    upward = {name for name in IMPORTS[module] if layer_of(name) > layer_of(module)}
    assert not upward


def test_imports_close_no_circle() -> None:
    """There is an order in which every module comes after those that it imports."""
    assert list(TopologicalSorter(IMPORTS).static_order())


def test_imports_are_found() -> None:
    """A suite that finds nothing fails."""
    assert {"layout", "masthead"} <= IMPORTS["parse"]
    assert "errors" in IMPORTS["formats"]
    assert "records" in IMPORTS["model"], "imports within functions count"
    assert "model" not in IMPORTS["errors"], "imports for type checkers alone do not"


@pytest.mark.parametrize("module", MODULES)
def test_modules_are_short_and_have_names_of_the_trade(module: str) -> None:
    """One module, one concept."""
    assert len(MODULES[module].read_text("utf-8").splitlines()) <= LONGEST_MODULE
    assert FORBIDDEN_NAMES.isdisjoint(module.split("."))


@pytest.mark.parametrize("module", MODULES)
def test_functions_are_short(module: str) -> None:
    """A function fits on a screen, its signature and docstring aside."""
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
            length = (node.end_lineno or 0) - body[0].lineno + 1
            assert length <= LONGEST_FUNCTION, node.name


@pytest.mark.parametrize("module", MODULES)
def test_nothing_is_caught_silently(module: str) -> None:
    """Only where a failure of one field, plugin or document must not take others along is everything caught."""
    broad = [
        node
        for node in ast.walk(TREES[module])
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
    ]
    assert len(broad) <= (module in {"rules", "plugins", "formats.plugins", "batch.reading"})


FILES = [*PACKAGE.rglob("*.py"), *Path(__file__).parent.rglob("*.py")]
EXCUSE = re.compile(r"[#] (?:noqa|type: ignore|pragma)\b.*")
EXCUSED = re.compile(r"[#] noqa: [A-Z]+\d+(?:, [A-Z]+\d+)* - \S.*|[#] type: ignore\[[a-z, -]+\]  # \S.*")


@pytest.mark.parametrize("path", sorted(FILES), ids=lambda path: path.name)
def test_every_exception_has_its_reason(path: Path) -> None:
    """Whoever switches a check off for a line says why, beside it."""
    excuses = EXCUSE.findall(path.read_text("utf-8"))
    assert [excuse for excuse in excuses if not EXCUSED.fullmatch(excuse)] == []
