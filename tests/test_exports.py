"""Records in the formats of others: the front door, files, JSON, tables, and the exports of other packages."""

import csv
import io
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from export_samples import EMPTY, FAILURE, HOSTILE_RELEASE, RELEASES, SEED, TESTS, written
from hypothesis import given
from hypothesis import strategies as st

import pressparse
from pressparse import exports, plugins
from pressparse.exports import tables

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
GOLDEN = TESTS / "exports"


def test_every_export_of_the_table_can_be_had() -> None:
    """A row of the table leads to an export of its name, and endings differ."""
    found = [exports.export_named(name) for name in exports.EXPORTS]
    assert [export.name for export in found] == [*exports.EXPORTS]
    assert len({export.suffix for export in found}) == len(found)


def test_every_export_is_documented() -> None:
    """docs/exports.md has a row for each, with its ending and options, and no other."""
    page = (TESTS.parent / "docs" / "exports.md").read_text("utf-8")
    rows = re.findall(r"(?m)^\| `(\w+)` \| `(\.[\w.]+)` \| [^|]+ \| ([^|]*)\|$", page)
    found = map(exports.export_named, exports.EXPORTS)
    assert [(name, suffix, tuple(re.findall(r"\w+", options))) for name, suffix, options in rows] == [
        (export.name, export.suffix, export.options) for export in found
    ]


def test_no_semicolon_stands_outside_quotation_marks() -> None:
    """Spreadsheets that part cells by semicolons too leave several values in one cell."""
    lines = written(RELEASES[:2], "csv").decode().split("\r\n")
    assert any("; " in line for line in lines)
    assert all(";" not in re.sub(r'"[^"]*"', "", line) for line in lines)


@pytest.mark.parametrize("to", ["csv", "ninjs", "jsonld", "vcard", "markdown"])
def test_what_is_written_is_what_is_golden(to: str) -> None:
    """Each export of the seeds is, byte for byte, what stands in `tests/exports/`; running this file renews that."""
    golden = GOLDEN / f"seeds{exports.export_named(to).suffix}"
    assert written(RELEASES[:2], to) == golden.read_bytes()


@pytest.mark.parametrize("to", exports.EXPORTS)
@pytest.mark.parametrize("release", [EMPTY, HOSTILE_RELEASE], ids=["empty", "hostile"])
def test_any_release_can_be_written(to: str, release: pressparse.Release) -> None:
    """No value, and no value missing, stops an export."""
    assert isinstance(written(release, to), bytes)
    assert isinstance(written([release, FAILURE], to), bytes)
    assert isinstance(written([], to), bytes)


LINES = st.text("aé #*_[]()<>`|-+=@\\'\"“«.,:;&1\t\x1b\u202e\ud800\r\n", max_size=60)


@given(st.lists(LINES, max_size=6).map("\n\n".join))
def test_the_release_of_any_text_can_be_written(text: str) -> None:
    """Whatever is parsed, every export takes it."""
    release = pressparse.parse(f"PRESS RELEASE\n\n5 May 2020\n\n{text}\n\nContact: Ada Lovel, {text[:20]} a@x.fr")
    for to in exports.EXPORTS:
        assert isinstance(written(release, to), bytes)


@pytest.mark.parametrize("to", [name for name in exports.EXPORTS if name != "parquet"])
def test_a_string_is_what_a_file_gets(to: str) -> None:
    """`dumps` gives the text that `write` writes of one release."""
    assert exports.dumps(SEED, to) == written(SEED, to).decode("utf-8-sig")


def test_the_ending_of_a_path_decides(tmp_path: Path) -> None:
    """The longest fitting ending counts, in any case; what is written is whole and alone in its folder."""
    for name, to in (("a.JSONL", "jsonl"), ("a.ninjs.json", "ninjs"), ("a.json", "json"), ("a.md", "markdown")):
        exports.write(SEED, tmp_path / name)
        assert (tmp_path / name).read_bytes() == written(SEED, to)
    assert len([*tmp_path.iterdir()]) == 4


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: exports.dumps(SEED, "pdf"), "export 'pdf': there is none of this name; known are json, jsonl"),
        (lambda: exports.dumps(SEED, "parquet"), "export 'parquet': is binary"),
        (lambda: exports.dumps(SEED, "csv", row="x"), "export 'csv': has no option row; it takes rows"),
        (lambda: exports.dumps(SEED, "vcard", rows="x"), "export 'vcard': has no option rows; it takes none"),
        (lambda: exports.dumps(SEED, "csv", rows="x"), "export 'csv': has no rows 'x', only releases, contacts"),
        (lambda: exports.export_for("a.pdf"), "export 'a.pdf': its ending is that of no export; these have one: .json"),
    ],
)
def test_misuse_is_explained(call: Any, message: str) -> None:  # noqa: ANN401 - a function
    """Every mistake has an error that says what there is."""
    with pytest.raises(pressparse.ExportError) as caught:
        call()
    assert str(caught.value).startswith(message)


def test_a_file_object_needs_a_format() -> None:
    """Nothing but its name could tell the format."""
    with pytest.raises(TypeError, match="needs to="):
        exports.write(SEED, io.BytesIO())


def test_rows_are_written_as_they_come() -> None:
    """Nothing waits for the last release: folders of any size fit."""
    file = io.BytesIO()
    lengths = []

    def releases() -> Iterator[pressparse.Release]:
        for _ in range(3):
            lengths.append(file.tell())
            yield SEED

    for to in ("json", "jsonl", "csv", "ninjs", "jsonld", "vcard", "markdown"):
        file.seek(0)
        lengths.clear()
        exports.write(releases(), file, to)
        assert lengths[0] < lengths[1] < lengths[2] < file.tell(), to


def test_a_file_is_whole_or_as_it_was(tmp_path: Path) -> None:
    """What fails on the way leaves the old file, and no other."""
    path = tmp_path / "a.jsonl"
    path.write_text("old", "utf-8")

    def releases() -> Iterator[pressparse.Release]:
        yield SEED
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        exports.write(releases(), path)
    assert [(entry.name, entry.read_text("utf-8")) for entry in tmp_path.iterdir()] == [("a.jsonl", "old")]


@POSIX
def test_a_file_keeps_its_permissions_and_its_link(tmp_path: Path) -> None:
    """Replacing a file changes what is in it, and nothing else about it."""
    path, link = tmp_path / "a.jsonl", tmp_path / "link.jsonl"
    path.write_text("old", "utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    exports.write(SEED, link)
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert path.read_bytes() == written(SEED, "jsonl")


@POSIX
def test_a_device_is_written_to() -> None:
    """What is no file is not replaced by one."""
    exports.write(SEED, os.devnull, "jsonl")
    assert not Path(os.devnull).is_file()


def test_a_path_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """By the name that was given, not by a temporary one."""
    with pytest.raises(OSError, match="No such file") as caught:
        exports.write(SEED, tmp_path / "no" / "a.json")
    assert caught.value.filename == str(tmp_path / "no" / "a.json")


def test_one_release_is_an_object_and_several_are_an_array() -> None:
    """JSON has one value in a document, JSON Lines one on a line; failures have their rows."""
    record = SEED.to_dict()
    assert json.loads(written(SEED, "json")) == record
    assert json.loads(written([SEED], "json")) == [record]
    assert json.loads(written([], "json")) == []
    assert json.loads(written([SEED, FAILURE], "json")) == [record, FAILURE.to_dict()]
    assert [json.loads(line) for line in written([SEED, FAILURE], "jsonl").splitlines()] == [record, FAILURE.to_dict()]
    assert "text" not in json.loads(exports.dumps(SEED, "json", text=False))
    assert len(exports.dumps(HOSTILE_RELEASE, "jsonl").splitlines()) == 1  # although Python knows ten line ends


def test_json_loses_nothing() -> None:
    """Even a lone surrogate comes back from its escape."""
    for to in ("json", "jsonl"):
        assert pressparse.Release.from_dict(json.loads(exports.dumps(HOSTILE_RELEASE, to))) == HOSTILE_RELEASE


def rows_of(data: bytes) -> list[dict[str, str]]:
    """Return what Python's own reader makes of a table, its cells unguarded."""
    read = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [{name: tables.unguarded(cell) for name, cell in row.items()} for row in read]


FORMULAS = [
    *(
        "=1+1",
        "+33144767837",
        "-1",
        "@SUM(A1)",
        "'=1",
        "''=1",
        "＝1",
        "＋1",
        "－1",
        "＠1",
        "﹢1",
    ),
    "=cmd|' /C calc'!A0",
]


@pytest.mark.parametrize("cell", FORMULAS)
def test_no_cell_is_a_formula(cell: str) -> None:
    """What a spreadsheet would run has an apostrophe in front, which comes off again."""
    guarded = tables.guarded(cell)
    assert guarded == f"'{cell}"
    assert tables.unguarded(guarded) == cell


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("a;=1;b", "a;'=1;b"),
        ("a\n\n=1", "a\n\n'=1"),
        ("\t=1", "\t'=1"),
        ("\r +1", "\r '+1"),
        (" \xa0=1", " \xa0'=1"),
        ("=1;'=2", "'=1;''=2"),
        ("+331; +332", "'+331; '+332"),
    ],
)
def test_no_cell_is_one_where_others_part_cells(cell: str, wanted: str) -> None:
    """Where a spreadsheet expects semicolons or tabs, what stands behind them begins a cell or a row."""
    assert tables.guarded(cell) == wanted
    assert tables.unguarded(wanted) == cell


@pytest.mark.parametrize(
    "cell", ["", "a", "\ta", "a, =1", "a;b=1", "1=1", "'quoted'", "2-1", "x@y.example", "(+33) 1", "’=1"]
)
def test_other_cells_are_left_alone(cell: str) -> None:
    """Text that only holds such signs is as it was."""
    assert tables.guarded(cell) == cell == tables.unguarded(cell)


@given(st.text())
def test_the_way_back_is_exact(cell: str) -> None:
    """`unguarded` undoes `guarded` for every text."""
    assert tables.unguarded(tables.guarded(cell)) == cell


def test_a_release_is_a_row() -> None:
    """The columns say what the record says; a failure is a row too."""
    row, failed = rows_of(written([SEED, FAILURE], "csv"))
    assert (row["reference"], row["date"], row["body"]) == ("PR168-2017", "2017-10-30", SEED.body)
    assert row["contacts"] == "Fabienne Lissak; Pascale Bresson; Raphaël Sart"
    assert row["phones"] == "+33144767837; +33144767539; +33144767451"
    assert (row["error_code"], failed["source"], failed["error_code"]) == ("", "b.txt", "unreadable")
    assert failed["error_message"] == FAILURE.message


@pytest.mark.parametrize("rows", ["contacts", "dates", "quotes"])
def test_parts_of_releases_are_rows(rows: str) -> None:
    """As many rows as the releases have of them, and each with as many cells as there are columns."""
    found = rows_of(written([*RELEASES, FAILURE], "csv", rows=rows))
    assert len(found) == sum(len(getattr(release, rows)) for release in RELEASES)
    assert all(None not in row and None not in row.values() for row in found)


def test_phones_stand_by_their_types() -> None:
    """Numbers that may be called, mobiles and faxes are apart; an extension goes with its number."""
    phone = attrs.evolve(SEED.contacts[0].phones[0], extension="12")
    fax = attrs.evolve(phone, type="fax", e164=None, extension=None)
    release = attrs.evolve(SEED, contacts=(attrs.evolve(SEED.contacts[0], phones=(phone, fax)),))
    (row,) = rows_of(written(release, "csv", rows="contacts"))
    assert (row["phones"], row["mobiles"], row["faxes"]) == ("+33144767837 ext. 12", "", fax.raw)


@pytest.mark.parametrize("minutes", [None, 5])
def test_an_embargo_is_given_to_the_minute(minutes: int | None) -> None:
    """As in the record, a day stays a day."""
    text = "Embargo until 14 March 2024" + f", 00:0{minutes} GMT" * bool(minutes)
    (row,) = rows_of(written(pressparse.parse(f"PRESS RELEASE\n\n{text}\n\n# A Title\n\nText of it."), "csv"))
    assert row["embargo"] == "2024-03-14" + "T00:05+00:00" * bool(minutes)


PLUGINS = """\
import attrs
from pressparse.exports.records import JSONL

LINES = attrs.evolve(JSONL, name="lines", suffix=".lines")
"""
ENTRIES = """\
[pressparse.exports]
a-good-one = brochures:LINES
broken = brochures:NOTHING
other = brochures:attrs
taken = brochures:JSONL
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Install a package that adds an export that works, and three that do not."""
    (tmp_path / "brochures.py").write_text(PLUGINS, "utf-8")
    (tmp_path / "brochures-1.0.dist-info").mkdir()
    (tmp_path / "brochures-1.0.dist-info" / "METADATA").write_text("Name: brochures\nVersion: 1.0\n", "utf-8")
    (tmp_path / "brochures-1.0.dist-info" / "entry_points.txt").write_text(ENTRIES, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    caches = (plugins.plugins, vars(exports)["_plugged"])
    for one in caches:
        one.cache_clear()
    yield
    sys.modules.pop("brochures", None)
    for one in caches:
        one.cache_clear()


@pytest.mark.usefixtures("installed")
def test_other_packages_add_exports(tmp_path: Path) -> None:
    """They work like any other, by name and by ending; those that are broken are named in a warning each."""
    with pytest.warns(plugins.PluginWarning) as caught:
        assert exports.known_exports() == (*exports.EXPORTS, "lines")
    assert [str(warning.message).partition(" of ")[0] for warning in caught] == [
        f"pressparse.exports: the plugin {name!r}" for name in ("broken", "other", "taken")
    ]
    exports.write([SEED], tmp_path / "a.lines")
    assert (tmp_path / "a.lines").read_text("utf-8") == exports.dumps(SEED, "lines") == exports.dumps(SEED, "jsonl")


@pytest.mark.usefixtures("installed")
def test_what_ships_needs_no_plugins() -> None:
    """Broken packages of others cost nothing, as warnings are errors here."""
    assert exports.dumps(SEED, "vcard")


if __name__ == "__main__":
    for path in GOLDEN.glob("seeds.*"):
        exports.write(RELEASES[:2], path)
