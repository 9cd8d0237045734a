"""The command, run as users run it: what it prints where, and how it exits."""

import importlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_runs import Command
from golden import SEEDS, seeds

import pressparse
from pressparse import cli, commands
from pressparse.commands import console

BINARY = b"\x89PNG\r\n" + bytes(range(256)) * 4
DOUBTFUL = seeds()[1].text.replace("PR168-2017", "PR168-2016")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two releases, a binary file, and what is no release by its name or place."""
    (tmp_path / "a.txt").write_text(seeds()[0].text, "utf-8")
    (tmp_path / "a.release.json").write_text("{}", "utf-8")
    (tmp_path / "notes.rst").write_text("PRESS RELEASE", "utf-8")
    (tmp_path / "picture.md").write_bytes(BINARY)
    (tmp_path / "2020").mkdir()
    (tmp_path / "2020" / "B.MD").write_text(DOUBTFUL, "utf-8")
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache" / "c.txt").write_text("hidden", "utf-8")
    (tmp_path / "folder.txt").mkdir()
    return tmp_path


def test_one_file_gives_one_record(run: Command, folder: Path) -> None:
    """The record stands alone on standard output, without its text."""
    path = str(folder / "a.txt")
    done = run("parse", path)
    assert (done.status, done.err) == (0, "")
    assert done.rows == [pressparse.parse_file(path).to_dict(text=False)]


def test_the_text_comes_if_it_is_asked_for(run: Command, folder: Path) -> None:
    """`--with-text` completes the record."""
    path = str(folder / "a.txt")
    assert run("parse", path, "--with-text").rows == [pressparse.parse_file(path).to_dict()]


def test_a_folder_gives_a_line_for_each_release(run: Command, folder: Path) -> None:
    """Names decide what is a release; one that cannot be read becomes a row, the others still come out."""
    done = run("parse", str(folder))
    assert done.status == console.FAILED
    assert [row["source"] for row in done.rows] == [str(folder / name) for name in ("2020/B.MD", "a.txt", "picture.md")]
    picture = folder / "picture.md"
    reason = f"{picture}: binary data, no text in any encoding"
    with pytest.raises(pressparse.UnreadableError) as caught:
        pressparse.parse_file(picture)
    assert done.rows[2] == {
        "source": str(picture),
        "digest": caught.value.digest,
        "error": {"code": "unreadable", "message": reason},
    }
    said = f"{picture}: error: binary data, no text in any encoding"
    assert done.err.splitlines() == [said, "3 releases, 1 failed"]


def test_the_seeds_are_two_records(run: Command) -> None:
    """README's first command prints exactly two records."""
    done = run("parse", str(SEEDS))
    assert (done.status, len(done.rows), done.err) == (0, 2, "2 releases, 0 failed\n")


def test_a_file_that_is_missing_is_named(run: Command, tmp_path: Path) -> None:
    """Of one file alone standard output stays empty; among several it has its row."""
    path = str(tmp_path / "gone.txt")
    reason = f"{path}: no such file or directory"
    assert run("parse", path) == (console.FAILED, "", f"{path}: error: no such file or directory\n")
    done = run("parse", path, path)
    row = {"source": path, "digest": None, "error": {"code": "unreadable", "message": reason}}
    assert (done.status, done.rows) == (console.FAILED, [row, row])


def test_standard_input_is_a_document(run: Command) -> None:
    """`-` reads it, in whatever encoding."""
    done = run("parse", "-", stdin="Communiqué de presse\n\nParis, le 4 décembre 2003\n".encode("cp1252"))
    assert (done.status, done.err) == (0, "")
    (record,) = done.rows
    assert (record["source"], record["encoding"]["how"], record["kind"]) == ("-", "detected", "press_release")


def test_strict_names_the_findings(run: Command, folder: Path) -> None:
    """Findings cost status 3 and come on standard error; without `--strict` they stay in the record."""
    path = str(folder / "2020" / "B.MD")
    done = run("parse", path, "--strict")
    assert done.status == console.FINDINGS
    assert done.err.startswith(f"{path}: warning: reference-year-mismatch (")
    assert len(done.rows) == 1
    assert run("parse", path)[::2] == (0, "")


def test_a_failure_outweighs_findings(run: Command, folder: Path) -> None:
    """A run that lost a document says so first; the summary counts both."""
    done = run("parse", "--strict", str(folder))
    assert done.status == console.FAILED
    assert done.err.splitlines()[-1] == "3 releases, 1 failed, 1 with findings"


def test_strict_is_content_with_clean_releases(run: Command, folder: Path) -> None:
    """Without findings the status is 0."""
    assert run("parse", "--strict", str(folder / "a.txt")).status == 0


def test_options_reach_the_parser(run: Command) -> None:
    """Profile, language and region mean what they mean to `parse`."""
    text = "Contact: 030 901820, le 5 mai 2020"
    (record,) = run("parse", "-", "--profile=esa", "--language=fr", "--region=DE", stdin=text.encode()).rows
    wanted = pressparse.parse(text, profile="esa", language="fr", region="DE").to_dict(text=False)
    assert {**record, "source": None, "digest": None, "encoding": None} == wanted


def test_countries_are_known_by_two_letters(run: Command) -> None:
    """In capitals or not; another name would leave every number without its international form, and is refused."""
    (record,) = run("parse", "-", "--region=de", stdin=b"Contact: 030 901820").rows
    assert record["contacts"][0]["phones"][0]["e164"] == "+4930901820"
    done = run("parse", "-", "--region=Germany")
    assert done.status == 2
    assert "'Germany' is no country's two letters (ISO 3166), such as FR" in done.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("parse",), "Missing argument 'PATH...'"),
        (("parse", "-", "--profile", "nobody"), "unknown profile 'nobody'; known are "),
        (("parse", "-", "--language", "xx"), "unknown language 'xx'; known are "),
        (("parse", "-", "--sideways"), "No such option"),
        (("prase",), "No such command"),
    ],
)
def test_wrong_usage_has_a_status_of_its_own(run: Command, arguments: tuple[str, ...], message: str) -> None:
    """A typing error is no failed document."""
    done = run(*arguments)
    assert (done.status, done.out) == (2, "")
    assert message in done.err


def test_a_folder_without_releases_is_wrong_usage(run: Command, tmp_path: Path) -> None:
    """A run that finds nothing does not pass for one that went well."""
    done = run("parse", str(tmp_path))
    assert (done.status, done.out) == (2, "")
    assert f"no release in {tmp_path}; of a folder those files are read that end in .txt, .md" in done.err


def test_pretty_records_are_indented(run: Command, folder: Path) -> None:
    """For people, and the same value."""
    path = str(folder / "a.txt")
    plain, pretty = run("parse", path), run("parse", path, "--pretty")
    assert pretty.out.startswith('{\n  "schema_version": "1.0",\n')
    assert json.loads(pretty.out) == json.loads(plain.out)


def test_a_terminal_gets_colors(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the indented record is colored, and is still the same text."""
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdout", terminal)
    for name in ("NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    console.print_json({"place": "Paris", "reference": None}, pretty=True)
    assert "\x1b[" in terminal.getvalue()
    assert "Paris" in terminal.getvalue()


def test_unprintable_characters_are_escaped(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """What steers a terminal, turns the text around or is no character at all comes out as JSON escapes."""
    record = {"title": "A \x9b31m \u202e title \ud800 of \U000e0041 lengths é"}
    console.print_json(record, pretty=False)
    out = capsysbinary.readouterr().out.decode("utf-8")
    assert json.loads(out) == record
    assert all(escape in out for escape in (r"\u009b", r"\u202e", r"\ud800", r"\udb40\udc41", "é"))


def test_messages_are_escaped_too(run: Command, tmp_path: Path) -> None:
    """A name cannot steer the terminal on which its error is read."""
    done = run("parse", str(tmp_path / "\x1b[31m.txt"))
    assert done.err == f"{tmp_path}/\\u001b[31m.txt: error: no such file or directory\n"


def test_the_schema_is_printed(run: Command) -> None:
    """`pressparse schema` is `json_schema()`."""
    done = run("schema")
    assert done.status == 0
    assert json.loads(done.out) == pressparse.json_schema()


def test_the_version_is_printed(run: Command) -> None:
    """`--version` names the distribution."""
    assert run("--version").out.split()[-1] == pressparse.__version__


def test_the_command_runs_as_a_process(folder: Path) -> None:
    """As a module and in any locale it writes UTF-8."""
    done = subprocess.run(  # noqa: S603 - this interpreter, a path of this test
        [sys.executable, "-m", "pressparse", "parse", str(folder / "a.txt")],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
    )
    assert "Raphaël Sart" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("missing", ["click", "rich"])
def test_without_its_extra_the_command_says_what_to_install(
    missing: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line on standard error, and no traceback."""
    hide(monkeypatch, missing)
    with pytest.raises(SystemExit) as caught:
        cli.main()
    assert caught.value.code == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "pip install 'pressparse[cli]'" in err


def test_another_missing_module_is_not_blamed_on_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken installation shows what is broken."""
    hide(monkeypatch, "pressparse.exports.records")
    with pytest.raises(ModuleNotFoundError, match=r"pressparse\.exports\.records"):
        cli.main()


def hide(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Make importing the module `name` fail, and the commands be imported anew, until the test ends."""
    monkeypatch.setattr(pressparse, "commands", commands)
    for loaded in [*sys.modules]:
        if loaded.startswith(("pressparse.commands", f"{name}.")):
            monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, name, None)  # which is how Python marks it missing
    monkeypatch.setattr(sys, "argv", ["pressparse", "schema"])


def test_the_entry_runs_the_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The installed script and `python -m pressparse` come this way."""
    monkeypatch.setattr(sys, "argv", ["pressparse", "--help"])
    monkeypatch.delitem(sys.modules, "pressparse.__main__", raising=False)
    with pytest.raises(SystemExit) as caught:
        importlib.import_module("pressparse.__main__")
    assert caught.value.code == 0
    assert "schema" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [("parse",), ("parse", "--to", "vcard"), ("parse", "--pretty")], ids=" ".join)
def test_no_terminal_is_too_narrow_for_a_letter(
    monkeypatch: pytest.MonkeyPatch, folder: Path, arguments: tuple[str, ...]
) -> None:
    """What its encoding has not is shown as an escape."""
    terminal = io.TextIOWrapper(io.BytesIO(), "ascii")
    terminal.isatty = lambda: True  # type: ignore[method-assign]  # which it asks itself
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setattr(sys, "argv", ["pressparse", *arguments, str(folder / "a.txt")])
    with pytest.raises(SystemExit) as caught:
        cli.main()
    assert caught.value.code == 0
    terminal.seek(0)
    assert "Rapha\\xebl Sart" in terminal.read()


def test_standard_output_may_be_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python programs put their own in its place."""
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "argv", ["pressparse", "--version"])
    with pytest.raises(SystemExit):
        cli.main()
    assert "pressparse" in out.getvalue()
