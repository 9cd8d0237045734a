"""Everything that the documents show: run, compared, and looked up."""

import doctest
import importlib
import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from test_structure import MODULES

import pressparse
from pressparse.diagnostics import SEVERITIES
from pressparse.testing import differences

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCKS = re.compile(r"(?ms)^```(\w+)\n(.*?)^```$")
COMMANDS = [
    'python3 -m venv .venv && .venv/bin/pip install ".[all]" && .venv/bin/pressparse parse seeds/',
    'python3 -m venv .venv && .venv/bin/pip install -e ".[all,test]" && .venv/bin/pytest -n auto',
]


def blocks(page: Path, language: str) -> list[str]:
    """Return the code of `page` that is marked as written in `language`."""
    return [code for name, code in BLOCKS.findall(page.read_text("utf-8")) if name == language]


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in the folder that the documents speak of."""
    monkeypatch.chdir(ROOT)


def files_of(page: Path) -> dict[str, str]:
    """Return the files that `page` shows, each below `This is NAME:`."""
    return dict(re.findall(r"(?ms)\bis\s`([\w.-]+)`:\n\n```\w+\n(.*?)^```$", page.read_text("utf-8")))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_examples_do_what_they_show(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The examples of a page are one session, from top to bottom, in a folder with the files that it shows."""
    files = files_of(page)
    if files:
        for name, text in files.items():
            (tmp_path / name).write_text(text, "utf-8")
        monkeypatch.chdir(tmp_path)
        monkeypatch.syspath_prepend(tmp_path)
    session = "\n".join(blocks(page, "python"))
    run_examples(doctest.DocTestParser().get_doctest(session, {}, page.name, str(page), 0))


def test_readme_has_python_examples() -> None:
    """A suite that finds nothing fails."""
    assert len(blocks(PAGES[0], "python")) >= 3


@pytest.mark.parametrize("module", [name for name in MODULES if name != "__main__"])
def test_docstring_examples_do_what_they_show(module: str) -> None:
    """Examples in docstrings are promises too."""
    imported = importlib.import_module(f"pressparse.{module}" if module != "__init__" else "pressparse")
    for examples in doctest.DocTestFinder(exclude_empty=True).find(imported, imported.__name__):
        run_examples(examples)


def run_examples(examples: doctest.DocTest) -> None:
    """Run `examples` and fail with what they printed instead."""
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    runner.run(examples, out=said.append)
    assert not runner.failures, "".join(said)


def test_readme_shows_the_two_commands() -> None:
    """Each stands alone in a shell block, word for word."""
    assert [command.strip() for command in blocks(PAGES[0], "sh")] == COMMANDS


def test_the_commands_name_extras_that_exist() -> None:
    """`.[all,test]` installs what the tests import."""
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    extras = {name for command in COMMANDS for group in re.findall(r"\[(.*?)\]", command) for name in group.split(",")}
    assert extras == {"all", "test"}
    assert all(re.search(rf"(?m)^{name} = \[", project) for name in extras)
    assert all(shlex.split(command) for command in COMMANDS)


def test_readme_shows_the_record_of_a_seed() -> None:
    """The JSON in README is part of the real record: every key that it has, at every depth."""
    (shown,) = blocks(PAGES[0], "json")
    wanted: dict[str, Any] = json.loads(shown)
    assert differences(wanted, pressparse.parse_file(wanted["source"]).to_dict()) == ()
    assert {"reference", "date", "title", "dates", "quotes", "contacts", "evidence"} <= wanted.keys()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """A relative link names a file of the checkout, and a heading that this file has."""
    for target in re.findall(r"\]\((?!https?:|mailto:)([^)\s]+)\)", re.sub(BLOCKS, "", page.read_text("utf-8"))):
        name, _, heading = target.partition("#")
        found = page.parent / name if name else page
        assert found.exists(), target
        if heading:
            assert heading in {anchor(line) for line in found.read_text("utf-8").splitlines() if line[:1] == "#"}, (
                target
            )


def anchor(heading: str) -> str:
    """Return what a link calls a Markdown heading."""
    return re.sub(r"[^\w\- ]", "", heading.lstrip("# ").lower()).replace(" ", "-")


def test_every_diagnostic_is_documented() -> None:
    """docs/diagnostics.md has a heading for each code, with its severity, and for no other."""
    page = (ROOT / "docs" / "diagnostics.md").read_text("utf-8")
    shown = dict(re.findall(r"(?m)^### `([a-z-]+)` · (\w+)$", page))
    assert shown == SEVERITIES


def test_every_key_is_documented() -> None:
    """docs/record.md explains every key of the record and of the objects in it."""
    code = " ".join(re.findall(r"`([^`\n]+)`", (ROOT / "docs" / "record.md").read_text("utf-8")))
    schema = pressparse.json_schema()
    for part in (schema, *schema["$defs"].values()):
        assert part.get("properties", {}).keys() <= set(re.findall(r"\w+", code))


# What no text alone brings about: a defect, and what readers of files and runs over many of them say.
WITHOUT_EXAMPLE = {"field-failed", "time-budget", "input-truncated"}


@pytest.mark.parametrize("code", sorted(SEVERITIES.keys() - WITHOUT_EXAMPLE))
def test_every_diagnostic_has_an_example(code: str) -> None:
    """The text below a code has that finding."""
    _, _, section = (ROOT / "docs" / "diagnostics.md").read_text("utf-8").partition(f"### `{code}`")
    (name, text), *_ = BLOCKS.findall(section.partition("\n### ")[0])
    release = {"text": pressparse.parse, "html": lambda page: pressparse.parse_bytes(page.encode())}[name](text)
    assert code in {found.code for found in release.diagnostics}
