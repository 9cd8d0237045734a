"""The pytest plugin, in projects made for it: what it collects, how it fails, what it writes and what it leaves."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from golden import CORPUS, SEEDS

import pressparse
import pressparse.testing.collecting  # once, or each run within a test would have its own

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parents[1]
TEXT = "Paris, 5 May 2019\n\n# A satellite reaches its orbit\n\nContact: Jeanne Martin, jeanne.martin@agency.example\n"
RECORD = {"date": "2019-05-05", "contacts": [{"name": "Jeanne Martin"}]}
SETTINGS = "[pytest]\npressparse_releases = releases\n"


@pytest.fixture
def releases(pytester: pytest.Pytester) -> Path:
    """Return the folder of releases of a new project; one is in it, with its record."""
    pytester.makefile(".ini", pytest=SETTINGS)
    folder = pytester.mkdir("releases")
    (folder / "a.txt").write_text(TEXT, "utf-8")
    write(folder / "a.release.json", RECORD)
    return folder


def write(path: Path, record: object) -> None:
    """Write a record."""
    path.write_text(json.dumps(record), "utf-8")


def test_a_field_is_a_test(pytester: pytest.Pytester, releases: Path) -> None:
    """Of a partial record those that it has; what it says of the file is none."""
    write(releases / "a.release.json", {**RECORD, "source": "elsewhere", "digest": None, "encoding": None})
    (releases / "README.md").write_text("These are releases.", "utf-8")
    (releases / ".hidden.txt").write_text("a", "utf-8")
    (releases / "notes.toml").write_text("a = 1", "utf-8")
    done = pytester.runpytest("-v")
    done.assert_outcomes(passed=2)
    done.stdout.fnmatch_lines(["releases/a.txt::date PASSED*", "releases/a.txt::contacts PASSED*"])


def test_other_folders_are_left_alone(pytester: pytest.Pytester) -> None:
    """Without the setting a text is a text."""
    pytester.maketxtfile(a=TEXT)
    assert pytester.runpytest().ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_a_difference_shows_the_text_at_both_spans(pytester: pytest.Pytester, releases: Path) -> None:
    """What was wanted, what came out, and where each stands, without a traceback; the other fields stand."""
    wrong = {"raw": "Martin", "span": [68, 74]}
    write(
        releases / "a.release.json", {**RECORD, "contacts": [{"name": "Martin", "evidence": {"name": wrong}}], "at": 1}
    )
    done = pytester.runpytest()
    done.assert_outcomes(passed=1, failed=2)
    done.stdout.fnmatch_lines(
        [
            "contacts[[]0].name",
            "  wanted 'Martin'",
            "         at 5:17: *⟨Martin⟩*",
            "  got    'Jeanne Martin'",
            "         at 5:10: *⟨Jeanne Martin⟩*",
            "at",
            "  wanted 1",
            "  got    (absent)",
        ]
    )
    done.stdout.no_fnmatch_line("*Traceback*")


FAULTS: dict[str, tuple[str | bytes, str]] = {
    "a.md": (TEXT, "a.release.json cannot be the record of a.md and a.txt"),
    "b.txt": (TEXT, "no record b.release.json stands beside it; `pytest --pressparse-update` writes one"),
    "c.release.json": ("{}", "no release stands beside this record"),
    "a.release.json": ("[]", "*a.release.json: a record is an object"),
    "a.txt": (b"\x89PNG\r\n" + bytes(range(256)) * 4, "*a.txt: binary data, no text in any encoding"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_cannot_be_tested_fails(pytester: pytest.Pytester, releases: Path, name: str) -> None:
    """A release without a record, a record without a release, and what is neither: each says what is wrong."""
    content, message = FAULTS[name]
    (releases / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    done = pytester.runpytest()
    assert done.ret == pytest.ExitCode.TESTS_FAILED
    done.stdout.fnmatch_lines([message])
    done.stdout.no_fnmatch_line("*Traceback*")


def test_a_broken_record_says_where(pytester: pytest.Pytester, releases: Path) -> None:
    """The file, the line and the column."""
    (releases / "a.release.json").write_text('{\n  "date": }', "utf-8")
    pytester.runpytest("--pressparse-update").stdout.fnmatch_lines(["*a.release.json: Expecting value: line 2 *"])


OWN = """
from pressparse.parser import Parser
from pressparse.profiles import profile_of
from pressparse.rules import Rule

tin = profile_of({"name": "tin", "title": "Tin", "names": ["Tin Agency"]}, "tin.toml")
plain, named, tin = Parser(), Parser("cnes"), Parser(tin)
"""


@pytest.mark.parametrize(("name", "profile"), [("plain", "generic"), ("named", "cnes"), ("tin", "tin")])
def test_a_project_may_have_a_parser_of_its_own(
    pytester: pytest.Pytester, releases: Path, name: str, profile: str
) -> None:
    """Its records are held against what that makes of the releases."""
    pytester.makepyfile(**{f"own_{name}": OWN})
    pytester.makefile(".ini", pytest=f"{SETTINGS}pythonpath = .\npressparse_parser = own_{name}:{name}\n")
    write(releases / "a.release.json", {"profile": profile, "format": "markdown"})
    pytester.runpytest().assert_outcomes(passed=2)


@pytest.mark.usefixtures("releases")
def test_an_unexpected_error_keeps_its_traceback(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """A defect is no difference."""
    monkeypatch.setattr("pressparse.testing.goldens.parse_source", lambda _: 1 // 0)
    pytester.runpytest().stdout.fnmatch_lines(["*ZeroDivisionError: *", "*test_plugin.py:*: ZeroDivisionError"])


SETTINGS_ERRORS = {
    "[pytest]\npressparse_releases = nowhere\n": "pressparse_releases: there is no folder *nowhere",
    "[pytest]\npressparse_parser = json:dumps\npressparse_releases = .": "pressparse_parser: json:dumps is a function*",
    "[pytest]\npressparse_parser = nobody:a\npressparse_releases = .": "pressparse_parser: there is no nobody:a: *",
    "[pytest]\npythonpath = .\npressparse_parser = broken:a\npressparse_releases = .": (
        "pressparse_parser: there is no broken:a: RuleError: *"
    ),
    "[pytest]\npressparse_parser = json:loafs\npressparse_releases = .": "pressparse_parser: there is no json:loafs: *",
}


@pytest.mark.parametrize("settings", SETTINGS_ERRORS)
def test_a_wrong_setting_is_named(pytester: pytest.Pytester, releases: Path, settings: str) -> None:
    """A run that could test nothing, or the wrong thing, does not start."""
    pytester.makefile(".ini", pytest=settings)
    pytester.makepyfile(broken="from pressparse import Parser\na = Parser(without=['nothing of that name'])")
    done = pytester.runpytest(releases)
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines([f"ERROR: {SETTINGS_ERRORS[settings]}"])


def test_to_update_nothing_is_wrong_usage(pytester: pytest.Pytester) -> None:
    """The option alone does not say where releases are."""
    done = pytester.runpytest("--pressparse-update")
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines(["ERROR: --pressparse-update needs the setting pressparse_releases, *"])


def test_a_missing_record_is_written(pytester: pytest.Pytester, releases: Path) -> None:
    """Whole, but for what is of the file and how it was found, and then it passes."""
    text = f"{TEXT}\nTwo \ud83d\ude80"
    (releases / "b.txt").write_bytes(text.encode("utf-16", "surrogatepass"))
    done = pytester.runpytest("--pressparse-update")
    done.assert_outcomes(passed=2)
    done.stdout.fnmatch_lines(["*records written by pressparse*", "*b.release.json", "new, * fields: read it *"])
    record = json.loads((releases / "b.release.json").read_text("utf-8"))
    assert record.keys() == pressparse.Release.from_dict(pressparse.parse("").to_dict()).to_dict().keys() - {
        *("text", "source", "digest", "encoding")
    }
    assert record["contacts"][0].keys() == {"kind", "name", "role", "organization", "phones", "emails", "evidence"}
    assert record["contacts"][0]["emails"][0].keys() == {"address", "raw", "span"}
    assert "profile" not in record["evidence"]
    done = pytester.runpytest()
    done.assert_outcomes(passed=len(record) + len(RECORD))


def test_a_partial_record_stays_partial(pytester: pytest.Pytester, releases: Path) -> None:
    """Only its keys are refreshed; what is new in a list has the keys of the first; what changes is shown."""
    path = releases / "a.release.json"
    text = TEXT.replace("5 May", "6 May") + "Paul Roux, paul.roux@agency.example\n"
    (releases / "a.txt").write_text(text, "utf-8")
    old = {"source": None, "kind": None, "contacts": [{"name": "Jeanne", "emails": []}], "evidence": {"nobody": 1}}
    write(path, {**RECORD, **old})
    done = pytester.runpytest("--pressparse-update")
    done.stdout.fnmatch_lines(
        [
            "*a.release.json",
            "date",
            "  was '2019-05-05'",
            "  is  '2019-05-06'",
            "contacts[[]0].name",
            "  was 'Jeanne'",
            "  is  'Jeanne Martin'",
            "contacts[[]+1[]]",
            "  was (absent)",
            "*paul.roux@agency.example*",
        ]
    )
    written = json.loads(path.read_text("utf-8"))
    assert list(written) == ["date", "contacts", "source", "kind", "evidence"]
    assert (written["date"], written["source"], written["evidence"]) == ("2019-05-06", None, {})
    assert [[*contact] for contact in written["contacts"]] == [["name", "emails"]] * 2


def test_a_record_that_holds_is_not_touched(pytester: pytest.Pytester, releases: Path) -> None:
    """Nor named."""
    path = releases / "a.release.json"
    before = path.read_bytes()
    done = pytester.runpytest("--pressparse-update")
    done.assert_outcomes(passed=1)
    done.stdout.no_fnmatch_line("*records written*")
    assert path.read_bytes() == before


def test_nothing_is_imported_in_projects_that_do_not_use_it(tmp_path: Path) -> None:
    """The plugin costs those nothing: neither the parser nor what it needs is loaded."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "test_a.py").write_text("def test_a(): pass", "utf-8")
    with_it, without = (loaded(tmp_path, *options) for options in ((), ("-p", "no:pressparse")))
    names = ("pressparse", "pressparse.testing", "pressparse.testing.plugin", "pressparse.testing.settings")
    assert with_it - without == set(names)


def loaded(folder: Path, *options: str) -> set[str]:
    """Return the modules that pytest has loaded when it has run the tests of `folder`."""
    code = f"import sys, pytest; pytest.main(['-q', '-p', 'no:cacheprovider', *{options}]); print(*sys.modules)"
    done = subprocess.run(  # noqa: S603 - this interpreter, the tests' own code
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=folder
    )
    return set(done.stdout.splitlines()[-1].split())


def test_the_page_shows_what_happens(pytester: pytest.Pytester) -> None:
    """Settings, release, record and failure of docs/testing.md belong together."""
    blocks = re.findall(r"(?ms)^```(\w+)\n(.*?)^```$", (ROOT / "docs" / "testing.md").read_text("utf-8"))
    shown = {language: [code for name, code in blocks if name == language] for language, _ in blocks}
    pytester.makefile(".ini", pytest=shown["ini"][0])
    folder = pytester.mkdir("releases")
    pytester.mkdir("tests")
    (folder / "launch.txt").write_text(shown["text"][0], "utf-8")
    (folder / "launch.release.json").write_text(shown["json"][0], "utf-8")
    done = pytester.runpytest()
    _, head, *lines = shown["console"][0].splitlines()
    done.stdout.fnmatch_lines([f"*{head}*", *(line.replace("[", "[[]") + "*" for line in lines)])
    pytester.runpytest("--pressparse-update").assert_outcomes(passed=1)
    pytester.runpytest().assert_outcomes(passed=2)


def test_this_library_uses_it() -> None:
    """Its seeds and its corpus are collected, the held-out releases excepted."""
    done = subprocess.run(  # noqa: S603 - this interpreter, the tests' own code
        [sys.executable, "-m", "pytest", "--collect-only", "-q", SEEDS, CORPUS],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    files = {line.partition("::")[0] for line in done.stdout.splitlines() if "::" in line}
    wanted = {path.relative_to(ROOT) for folder in (SEEDS, CORPUS) for path in folder.rglob("*.release.json")}
    assert len(files) == len([path for path in wanted if "held_out" not in path.parts])
    assert not [name for name in files if "held_out" in name]
