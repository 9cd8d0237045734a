"""`pressparse explain`: the explanations of a document or a record, for people or as JSON."""

import json
from pathlib import Path

import pytest
from command_runs import Command
from golden import SEEDS
from own_agency import PROFILE

import pressparse
from pressparse.commands.console import FAILED

SEED = str(SEEDS / "003_129772a7700c5a1d.txt")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a release and of a profile and words of somebody's own, and be there."""
    monkeypatch.chdir(tmp_path)
    text = "PRESS RELEASE\nBPI 7 of 2031\nTromsberg, 14 March 2031\n\nContact\nRuna Solheim\nFunk: 40 55 01 23\n"
    Path("kestrel.txt").write_text(text, "utf-8")
    Path("bpi.toml").write_text(PROFILE, "utf-8")
    Path("words.toml").write_text('[contacts.phone_labels]\nfunk = "mobile"\n', "utf-8")
    return tmp_path


def test_fields_are_explained(run: Command) -> None:
    """In the order in which they are asked for, an empty line between them."""
    done = run("explain", SEED, "date", "contacts[0].name")
    release = pressparse.parse_file(SEED)
    told = "\n\n".join(str(pressparse.explain(release, field)) for field in ("date", "contacts[0].name"))
    assert done == (0, f"{told}\n", "")


def test_without_a_field_the_record_is_explained(run: Command) -> None:
    """Its masthead, and each of its dates, quotes and contacts."""
    done = run("explain", SEED)
    heads = [told.partition(":")[0] for told in done.out.split("\n\n")]
    assert (done.status, done.err) == (0, "")
    assert heads[:3] == ["profile", "language", "kind"]
    assert heads[-8:] == [*(f"dates[{at}]" for at in range(4)), "quotes[0]", *(f"contacts[{at}]" for at in range(3))]


def test_json_says_the_same(run: Command) -> None:
    """An object for each field, its values as those of records are."""
    done = run("explain", SEED, "date", "dates", "place", "--json")
    date, dates, place = json.loads(done.out)["explanations"]
    assert (date["field"], date["value"], date["rule"], date["table"]) == (
        "date",
        "2017-10-30",
        "day-month-year",
        "release dates",
    )
    assert date["place"] == {
        "span": [19, 34],
        "raw": "30 October 2017",
        "before": "",
        "behind": "",
        "region": "masthead",
    }
    assert len(dates["value"]) == 4
    assert (place["value"], place["searched"][0]["region"]) == (None, "masthead")
    assert place["candidates"][0]["place"] == date["place"]


def test_a_record_is_explained(run: Command, folder: Path) -> None:
    """If it was kept with its text; otherwise the error says how to keep it."""
    for name, options in (("whole.json", ["--with-text"]), ("bare.json", [])):
        (folder / name).write_text(run("parse", SEED, *options).out, "utf-8")
    assert run("explain", "whole.json", "date") == run("explain", SEED, "date")
    done = run("explain", "bare.json", "date")
    assert (done.status, done.out) == (FAILED, "")
    assert done.err.startswith("the record has no text to parse again: keep it by to_dict()")


@pytest.mark.usefixtures("folder")
def test_files_of_one_s_own_count(run: Command) -> None:
    """Profile and words, which are forgotten when the command ends."""
    done = run(
        "explain", "kestrel.txt", "reference", "contacts[0].phones[0]", "--profile", "bpi.toml", "--words", "words.toml"
    )
    assert "rule: bpi-reference" in done.out
    assert "words: phone_labels: funk = mobile" in done.out
    assert "reference: missing" in run("explain", "kestrel.txt", "reference").out
    assert "reference: missing" in run("explain", "kestrel.txt", "reference", "--profile", "esa").out


def test_standard_input_is_a_document(run: Command) -> None:
    """As ever."""
    assert "date: 2031-03-14" in run("explain", "-", "date", stdin=b"PRESS RELEASE\n14 March 2031\n").out


WRONG = [
    (("explain", SEED, "dat"), 2, "'dat': the record has no 'dat'; there are schema_version, "),
    (("explain", SEED, "contacts[9]"), 2, "'contacts[9]': contacts holds 3, counted from 0"),
    (("explain",), 2, "Missing argument 'FILE'"),
    (("explain", "gone.txt"), FAILED, "gone.txt: no such file or directory"),
    (("explain", "gone.json", "date"), FAILED, "gone.json: no such file or directory"),
    (("explain", "broken.json", "date"), FAILED, "broken.json: Expecting value: line 1 column 1"),
    (("explain", "bytes.json", "date"), FAILED, "bytes.json: 'utf-8' codec can't decode byte 0xfd"),
    (("explain", "list.json", "date"), FAILED, "$: "),
    (("explain", SEED, "--profile", "bip"), 2, "unknown profile 'bip'; known are airbus, "),
    (("explain", SEED, "--profile", "gone.toml"), 2, "gone.toml: no such file or directory"),
    (("explain", SEED, "--profile", "wrong.toml"), 2, "wrong.toml:1: titel: no such key; allowed are "),
    (("explain", SEED, "--words", "gone.toml"), 2, "gone.toml: no such file or directory"),
    (("explain", SEED, "--words", "wrong.toml"), 2, "wrong.toml:1: titel: no such subject; there are contacts, "),
]


@pytest.mark.parametrize(("call", "status", "message"), WRONG, ids=[row[2] for row in WRONG])
def test_misuse_is_explained(run: Command, folder: Path, call: tuple[str, ...], status: int, message: str) -> None:
    """One message on standard error; 2 for a wrong question, 1 for what cannot be read."""
    (folder / "broken.json").write_text("no json", "utf-8")
    (folder / "bytes.json").write_bytes(b"{\xfd}")
    (folder / "list.json").write_text("[]", "utf-8")
    (folder / "wrong.toml").write_text('titel = "x"\n', "utf-8")
    done = run(*call)
    assert (done.status, done.out) == (status, "")
    assert message in " ".join(done.err.split())


def test_nothing_steers_a_terminal(run: Command) -> None:
    """What a text prints is escaped."""
    done = run("explain", "-", "title", stdin=b"# A title \x1b[31m with a color\n\nThe body ends here, at once.\n")
    assert "\x1b" not in done.out
    assert "with a color" in done.out


def test_profiles_are_completed(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """By their names."""
    monkeypatch.setenv("_PRESSPARSE_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "pressparse explain --profile e")
    monkeypatch.setenv("COMP_CWORD", "3")
    assert [line.partition(",")[2] for line in run().out.splitlines()] == ["esa", "eumetsat"]
