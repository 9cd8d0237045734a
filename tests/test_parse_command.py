"""`pressparse parse` in full: what it reads, where it writes, what people see, and how Ctrl-C ends it."""

import csv
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click import shell_completion
from command_runs import Command
from golden import SEEDS, seeds

import pressparse
from pressparse import arrow, exports
from pressparse.commands import running
from pressparse.commands.destinations import Form, to_folder
from pressparse.commands.documents import documents, source_of
from pressparse.formats import parse_source
from pressparse.formats.source import Source
from pressparse.model import Failure

ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
INTERRUPTED = 130


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder: in it `in`, with three releases at two depths and a file that is none."""
    for name, case in (("2020/a.txt", 0), ("2021/a.txt", 1), ("2021/b.md", 0)):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text(seeds()[case].text, "utf-8")
    (tmp_path / "in" / "2021" / "bad.txt").write_bytes(b"\x89PNG\r\n" + bytes(range(256)) * 4)
    monkeypatch.chdir(tmp_path)
    return tmp_path


SOURCES = [str(Path("in", *name.split("/"))) for name in ("2020/a.txt", "2021/a.txt", "2021/b.md", "2021/bad.txt")]


# --- what is read


def test_folders_are_read_in_order(folder: Path) -> None:
    """At any depth, without hidden files and linked folders, each folder's names in order."""
    (folder / "in" / "2019").symlink_to(folder / "in" / "2021", target_is_directory=True)
    (folder / "in" / ".hidden.txt").write_text("hidden", "utf-8")
    assert [*documents(["in"])] == SOURCES


def test_a_link_to_nothing_is_named(run: Command, folder: Path) -> None:
    """Somebody put it there for a release, and no release goes missing silently."""
    (folder / "in" / "lost.txt").symlink_to("nowhere.txt")
    done = run("parse", "in")
    assert done.status == 1
    assert done.err.splitlines()[-2:] == [
        f"{Path('in', 'lost.txt')}: error: no such file or directory",
        "5 releases, 2 failed",
    ]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("in/*/a.txt", SOURCES[:2]),
        ("in/**/*.md", SOURCES[2:3]),
        ("in/202?", SOURCES),
        ("in/none*.txt", ["in/none*.txt"]),
        ("in/[2021].txt", ["in/[2021].txt"]),
    ],
)
@pytest.mark.usefixtures("folder")
def test_patterns_are_expanded(pattern: str, found: list[str]) -> None:
    """Also where the shell does not; what matches nothing stays, and brackets alone are a name."""
    assert [Path(path) for path in documents([pattern])] == [Path(path) for path in found]


@pytest.mark.usefixtures("folder")
def test_a_pattern_without_match_is_named(run: Command) -> None:
    """It fails as a missing file does, and says why."""
    done = run("parse", "in/2020/*.txt", "in/none*.txt")
    assert (done.status, len(done.rows)) == (1, 2)
    assert done.err.splitlines()[0] == "in/none*.txt: error: no file matches this pattern"


@pytest.mark.usefixtures("folder")
def test_a_limit_ends_the_run(run: Command) -> None:
    """After so many documents, whatever came of them."""
    done = run("parse", "in", "--limit", "2")
    assert (done.status, [row["source"] for row in done.rows]) == (0, SOURCES[:2])
    assert run("parse", "in", "--limit", "0").status == 2


@pytest.mark.usefixtures("folder")
def test_it_says_how_documents_were_read(run: Command) -> None:
    """`-v` names format, encoding, profile, language and time."""
    assert re.fullmatch(
        r"\S+a\.txt: markdown, utf-8 \(default\), profile cnes, language en, \d+ ms\n",
        run("parse", "-v", SOURCES[0]).err,
    )
    assert run("parse", "-v", "-", stdin=b"Lake").err.startswith("-: text, utf-8 (default), profile generic, ")


# --- where it goes


@pytest.mark.parametrize("to", exports.EXPORTS)
@pytest.mark.parametrize("several", [False, True], ids=["one", "several"])
@pytest.mark.usefixtures("folder")
def test_a_file_gets_what_the_export_writes(run: Command, to: str, several: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """The ending of its name tells the format as well as `--to` does; standard output stays empty."""
    release = pressparse.parse_file(SOURCES[0])
    export = exports.export_named(to)
    options = {"text": False} if "text" in export.options else {}
    exports.write([release] if several else release, "wanted", to, **options)
    for arguments in (["-o", f"out{export.suffix}"], ["-o", "out.x", "--to", to]):
        done = run("parse", "in/2020" if several else SOURCES[0], *arguments)
        assert (done.status, done.out) == (0, "")
        assert Path(arguments[1]).read_bytes() == Path("wanted").read_bytes()


@pytest.mark.usefixtures("folder")
def test_a_name_that_tells_no_format_gets_json(run: Command) -> None:
    """As a pipe does, but indented."""
    run("parse", SOURCES[0], "-o", "record")
    assert json.loads(Path("record").read_text("utf-8")) == pressparse.parse_file(SOURCES[0]).to_dict(text=False)


@pytest.mark.parametrize("to", [name for name in exports.EXPORTS if name != "parquet"])
@pytest.mark.usefixtures("folder")
def test_a_pipe_gets_the_same_as_a_file(run: Command, to: str) -> None:
    """`--to` without `-o` writes to standard output."""
    run("parse", "in", "--to", to, "-o", "file")
    assert run("parse", "in", "--to", to).out.encode() == Path("file").read_bytes()


@pytest.mark.usefixtures("folder")
def test_rows_of_a_table_can_be_chosen(run: Command) -> None:
    """`--rows contacts` gives one for each contact."""
    run("parse", "in", "-o", "people.csv", "--rows", "contacts")
    found = [*csv.DictReader(io.StringIO(Path("people.csv").read_text("utf-8-sig")))]
    assert [row["name"] for row in found][:2] == ["Pascale Bresson", "Raphaël Sart"]
    assert run("parse", "in", "--rows", "contacts").out.encode() == Path("people.csv").read_bytes()


@pytest.mark.usefixtures("folder")
def test_the_text_goes_where_there_is_a_place(run: Command) -> None:
    """`--with-text` is an option of json, jsonl and parquet."""
    run("parse", "in", "-o", "a.parquet", "--with-text")
    releases = [row for row in arrow.rows_of(pq.read_table("a.parquet")) if isinstance(row, pressparse.Release)]
    assert [release.text is None for release in releases] == [False] * 3
    assert "--with-text has no place in csv" in run("parse", "in", "-o", "a.csv", "--with-text").err


@pytest.mark.usefixtures("folder")
def test_a_folder_gets_a_file_for_each_release(run: Command) -> None:
    """As deep as its source; what failed has none. An existing folder needs no slash."""
    done = run("parse", "in", "-o", "out/")
    assert done.status == 1
    written = sorted(path.relative_to("out").as_posix() for path in Path("out").rglob("*.*"))
    assert written == ["2020/a.json", "2021/a.json", "2021/b.json"]
    assert json.loads(Path("out/2021/a.json").read_text("utf-8"))["source"] == SOURCES[1]
    run("parse", "in/*/a.txt", SOURCES[0], *SOURCES, "-", "-o", "out", "--to", "vcard", stdin=b"PRESS RELEASE")
    written = sorted(path.relative_to("out").as_posix() for path in Path("out").rglob("*.vcf"))
    assert written == [
        *("2020/a.txt-2.vcf", "2020/a.txt.vcf", "2020/a.vcf", "2021/a.txt.vcf", "2021/a.vcf"),
        *("2021/b.vcf", "standard-input.vcf"),
    ]


def test_sources_without_a_name_have_a_file_too(tmp_path: Path) -> None:
    """As releases of standard input have; and no source is written over."""
    release = pressparse.parse("PRESS RELEASE")
    form = Form(exports.export_named("jsonl"))
    to_folder(form, str(tmp_path), [release, Failure(source=None, digest=None, code="x", message="y")], ["-"])
    assert [path.name for path in tmp_path.iterdir()] == ["standard-input.jsonl"]


@pytest.mark.usefixtures("folder")
def test_nothing_is_written_over_what_is_read(run: Command) -> None:
    """Neither a file, nor a folder in which the new names could be those of releases."""
    for arguments in (
        (SOURCES[2], "-o", SOURCES[2]),
        ("in", "-o", "in", "--to", "markdown"),
        ("in/*/*", "-o", ".", "--to", "markdown"),
        ("in", "-o", SOURCES[2]),
        ("in/*/*", "-o", SOURCES[2]),
        ("in", "-o", f"{Path(SOURCES[2]).parent}/", "--to", "markdown"),
    ):
        done = run("parse", *arguments)
        assert (done.status, "is to be read and would be written over: name another" in done.err) == (2, True)
    assert run("parse", "in", "-o", "in/").status == 1
    assert len([*Path("in").rglob("*.json")]) == 3


@pytest.mark.usefixtures("folder")
def test_what_a_run_writes_it_does_not_read(run: Command) -> None:
    """Releases written below the folder that is read are no new releases; nobody can tell the next run so."""
    said = run("parse", "in", "--to", "markdown").err
    for output in ("in/out/", "in/zzz/", "in/all.md"):
        if output == "in/zzz/":
            Path(output).mkdir()  # it is there when the run comes to it
        assert run("parse", "in", "-o", output, "--to", "markdown").err == said
        assert run("parse", "in", "-o", output, "--to", "markdown").status == 2
        shutil.rmtree(output) if output.endswith("/") else Path(output).unlink()


@pytest.mark.usefixtures("folder")
def test_a_defect_costs_its_own_document(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a format did not foresee is a failure that is named, in all commands; the other documents are read."""

    def read(source: Source, **_: str | None) -> pressparse.Release:
        if source.name == SOURCES[0]:
            raise KeyError(0)
        return parse_source(source)

    monkeypatch.setattr("pressparse.batch.reading.parse_source", read)
    assert (
        run("parse", *SOURCES[:3], "-o", "all.json").err == f"{SOURCES[0]}: error: KeyError: 0\n3 releases, 1 failed\n"
    )
    assert f"{SOURCES[0]}:1:1: unreadable KeyError: 0" in run("check", "in").out
    assert run("review", *SOURCES[:3], "-o", "page.html").err == f"{SOURCES[0]}: KeyError: 0\n"


@pytest.mark.usefixtures("folder")
def test_of_a_failure_alone_nothing_is_written(run: Command) -> None:
    """No empty file takes the place of an old one."""
    Path("out.json").write_text("old", "utf-8")
    assert run("parse", SOURCES[3], "-o", "out.json").status == 1
    assert Path("out.json").read_text("utf-8") == "old"


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("no/a.csv", "no/a.csv: cannot be written, no such file or directory; create its folder first, or name"),
        ("in/2020/a.txt/a.csv", "in/2020/a.txt/a.csv: cannot be written, not a directory; name another place by -o"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_cannot_be_written_is_named(run: Command, output: str, message: str) -> None:
    """With the reason and the way out."""
    done = run("parse", "in/2021", "-o", output)
    assert done.status == 1
    assert message in done.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--to", "pdf"), "export 'pdf': there is none of this name; known are json, jsonl, csv"),
        (("--rows", "contacts", "--to", "vcard"), "--rows has no place in vcard"),
        (("--rows", "contacts", "-o", "a.json"), "--rows has no place in json"),
        (("-o", "a.xlsx"), "its ending is that of no export; these have one: .json, .jsonl, .csv"),
        (("--pretty", "--to", "json"), "--pretty is for printing"),
        (("--pretty", "-o", "a.json"), "--pretty is for printing"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_wrong_options_are_explained(run: Command, arguments: tuple[str, ...], message: str) -> None:
    """Before anything is read."""
    done = run("parse", "in", *arguments)
    assert (done.status, done.out) == (2, "")
    assert message in done.err


# --- what people see


@pytest.mark.usefixtures("folder")
def test_a_terminal_gets_an_overview(look: Command) -> None:
    """Of one release what matters, in color, and no JSON."""
    done = look("parse", SOURCES[1])
    assert "\x1b[" in done.out
    for said in (
        "PR168-2017 · press release · 2017-10-30 · profile cnes",
        "Head of Media, CNES",
        "+33144767837",
        "tense",
    ):
        assert said in ESCAPE.sub("", done.out)
    assert "{" not in done.out


def test_an_overview_tells_what_is_doubtful(look: Command, tmp_path: Path) -> None:
    """Findings and missing parts, an embargo, a date without a year."""
    path = tmp_path / "a.txt"
    path.write_text("PRESS RELEASE\n\nEmbargo until 14 March 2024\n\nContact: presse@x.fr", "utf-8")
    out = ESCAPE.sub("", look("parse", str(path)).out)
    for said in ("(no title)", "embargo 2024-03-14", "Findings", "date-missing"):
        assert said in out


@pytest.mark.usefixtures("folder")
def test_a_terminal_gets_a_line_for_each_of_several(look: Command) -> None:
    """Below one heading, as they are done; failures are messages, and a bar stands below until all is done."""
    done = look("parse", "in")
    lines = [line.rstrip() for line in ESCAPE.sub("", done.out).replace("\r", "\n").splitlines()]
    rows = [line for line in lines if re.search(r"PR\d+-\d+", line)]
    assert [row.split()[0] for row in rows] == SOURCES[:3]
    assert sum(line.startswith("Source ") for line in lines) == 1
    assert f"{SOURCES[3]}: error: binary data, no text in any encoding" in lines
    assert any("4/4" in line and "1 failed" in line for line in lines)
    assert done.err == "4 releases, 1 failed\n"


@pytest.mark.usefixtures("folder")
def test_long_paths_show_their_ends(look: Command) -> None:
    """That is where they differ."""
    Path("in").rename("d" * 50)
    assert re.search(r"\n…d{12,}\S2020\Sa\.txt ", ESCAPE.sub("", look("parse", "d" * 50).out))


@pytest.mark.usefixtures("folder")
def test_a_bar_is_drawn_on_a_terminal_alone(look: Command) -> None:
    """Standard error has it where records go to a pipe or a file; a pipe never has anything of it."""
    done = look("parse", "in", out=False)
    assert len(done.rows) == 4
    assert "4/4" in ESCAPE.sub("", done.err)
    assert "4/4" in look("parse", "in", "-o", "a.csv").err
    assert "4/4" not in look("parse", "in", "-o", "a.csv").out
    for plain in (
        look("parse", "in", err=False),
        look("parse", SOURCES[0], out=False),
        look("parse", "in", "--pretty"),
    ):
        assert "4/4" not in plain.err
    done = look("parse", "in", out=False, err=False)
    assert done.err == f"{SOURCES[3]}: error: binary data, no text in any encoding\n4 releases, 1 failed\n"


@pytest.mark.usefixtures("folder")
def test_colors_can_be_refused(look: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Severities are colored, unless NO_COLOR is set."""
    Path("in/2020/a.txt").write_text(seeds()[1].text.replace("PR168-2017", "PR168-2016"), "utf-8")
    colored = look("parse", "--strict", SOURCES[0], out=False)
    assert f"{SOURCES[0]}: \x1b[33mwarning\x1b[0m: reference-year-mismatch (" in colored.err
    monkeypatch.setenv("NO_COLOR", "1")
    for done in (look("parse", "--strict", SOURCES[0], out=False), look("parse", SOURCES[0])):
        assert not re.search(r"\x1b\[[0-9;]*3[0-7]", done.out + done.err)


HOSTILE = (
    "PRESS RELEASE\n\n5 May 2020\n\n# Rockets\u202e and \x1b]0;owned\x07 \x9b31m stars\n\n"
    "Text.\n\nContact: Ada \x1b[2J Lovel, a@x.fr\n"
)


@pytest.mark.parametrize(
    "arguments", [(), ("--to", "json"), ("--to", "csv"), ("--to", "markdown"), ("--to", "vcard"), ("--pretty",)]
)
@pytest.mark.parametrize("several", [False, True], ids=["one", "several"])
def test_no_text_steers_the_terminal(look: Command, tmp_path: Path, arguments: tuple[str, ...], several: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Control and bidirectional characters are shown, not obeyed; so are byte-order marks and carriage returns."""
    (tmp_path / "a.txt").write_text(HOSTILE, "utf-8")
    done = look("parse", str(tmp_path if several else tmp_path / "a.txt"), *arguments)
    assert done.status == 0
    shown = ESCAPE.sub("", done.out)
    allowed = "\r\n" if several and not arguments else "\n"  # a bar returns to the start of its line
    assert not [character for character in shown if not character.isprintable() and character not in allowed]


@pytest.mark.usefixtures("folder")
def test_a_terminal_gets_no_binary(look: Command) -> None:
    """The way out is named."""
    done = look("parse", "in", "--to", "parquet")
    assert (done.status, done.out) == (2, "")
    assert "parquet is binary and nothing for a terminal: name a file by -o" in done.err


@pytest.mark.usefixtures("folder")
def test_what_a_missing_package_stops_is_said(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is written, with what to install."""
    monkeypatch.delitem(sys.modules, "pressparse.arrow")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    done = run("parse", "in", "-o", "a.parquet")
    assert (done.status, "pip install 'pressparse[arrow]'" in done.err) == (2, True)
    assert [path.name for path in Path().iterdir()] == ["in"]


@pytest.mark.usefixtures("folder")
def test_a_terminal_gets_records_if_it_asks(look: Command) -> None:
    """A format, the text, or - for standard output asked for is no overview."""
    assert len(look("parse", "in", "-o", "-").rows) == 4
    assert len(look("parse", "in", "--to", "jsonl").rows) == 4
    assert "text" in look("parse", SOURCES[0], "--with-text").rows[0]


# --- Ctrl-C


@pytest.mark.usefixtures("folder")
def test_an_interruption_while_reading_ends_with_what_is_whole(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """The document at hand is given up, those before it are written, the status says so."""

    def read(path: str) -> object:
        if path == SOURCES[1]:
            signal.raise_signal(signal.SIGINT)
        return source_of(path)

    monkeypatch.setattr("pressparse.commands.documents.source_of", read)
    done = run("parse", "in", "--to", "json", "-o", "a.json")
    assert (done.status, done.err) == (INTERRUPTED, "interrupted after 1 release, 0 failed\n")
    assert [row["source"] for row in json.loads(Path("a.json").read_text("utf-8"))] == SOURCES[:1]
    assert run("parse", SOURCES[1], "-o", "b.json").status == INTERRUPTED
    assert not Path("b.json").exists()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.usefixtures("folder")
def test_an_interruption_while_writing_waits_for_the_record(
    run: Command, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    """It is written first. Who cannot wait interrupts again, and no file is left half."""

    def manner(_: object) -> str:
        for _ in range(times):
            signal.raise_signal(signal.SIGINT)
        return "so"

    monkeypatch.setattr(running, "_manner", manner)
    done = run("parse", "-v", "in", "-o", "a.jsonl")
    assert done.status == INTERRUPTED
    assert Path("a.jsonl").exists() == (times == 1)
    assert ("interrupted at once" in done.err) == (times == 2)
    assert sorted(path.name for path in Path().iterdir()) == ["a.jsonl"] * (times == 1) + ["in"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal that Ctrl-C sends to one process")
def test_a_real_interruption_leaves_whole_records() -> None:
    """A process that waits for standard input, after two releases, prints these and ends."""
    command = [sys.executable, "-m", "pressparse", "parse", "-v", str(SEEDS), "-"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **pipes) as process:  # type: ignore[call-overload]  # noqa: S603 - this interpreter
        said = [process.stderr.readline() for _ in range(2)]
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert all(b"profile cnes" in line for line in said)
    assert process.returncode == INTERRUPTED
    assert [json.loads(line)["reference"]["canonical"] for line in out.splitlines()] == ["PR123-2020", "PR168-2017"]
    assert err.decode() == "interrupted after 2 releases, 0 failed\n"


# --- help


def test_help_reads_like_a_manual(run: Command) -> None:
    """It has examples and the exit statuses."""
    out = run("parse", "--help").out
    assert "\n  Examples:\n    pressparse parse release.txt " in out
    assert "\n    130  interrupted by Ctrl-C" in out
    summaries = run("--help").out
    assert "\n  Examples:\n    pressparse parse release.txt " in summaries
    assert "..." not in summaries.partition("Commands:")[2]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_are_printed(run: Command, shell: str) -> None:
    """Shells run them."""
    done = run("completion", shell)
    assert done.status == 0
    assert f"_PRESSPARSE_COMPLETE={shell}_complete" in done.out


def test_an_old_click_knows_no_powershell(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """What to do is said."""
    known = vars(shell_completion)["_available_shells"]
    monkeypatch.setitem(known, "powershell", known["bash"])
    assert run("completion", "powershell").status == 0
    monkeypatch.delitem(known, "powershell")
    done = run("completion", "powershell")
    assert (done.status, "pip install --upgrade click" in done.err) == (2, True)


def completions(run: Command, monkeypatch: pytest.MonkeyPatch, words: str) -> list[str]:
    """Return what bash is told of the last of `words`: a line for each completion, its type first."""
    monkeypatch.setenv("_PRESSPARSE_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", f"pressparse {words}")
    monkeypatch.setenv("COMP_CWORD", str(words.count(" ") + 1))
    return run().out.splitlines()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("parse --to j", ["json", "jsonl", "jsonld"]),
        ("parse --profile cn", ["cnes", "cnrs"]),
        ("parse --language f", ["fr"]),
        ("parse --rows q", ["quotes"]),
        ("parse --region g", [*(f"G{letter}" for letter in "ABDEFGHILMNPQRTUWY")]),
        ("comp", ["completion"]),
    ],
)
def test_values_are_completed(run: Command, monkeypatch: pytest.MonkeyPatch, words: str, found: list[str]) -> None:
    """Commands, options and what they take."""
    assert [line.partition(",")[2] for line in completions(run, monkeypatch, words)] == found


@pytest.mark.parametrize(
    "words", ["parse x", "review x", "check x", "explain x", "parse --words x", "parse --profile x"]
)
def test_files_are_completed(run: Command, monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """The shell does it, where a file is meant or may be."""
    assert completions(run, monkeypatch, words) == ["file,x"]
