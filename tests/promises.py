"""What holds for every text, document, record and file of settings whatsoever, as functions that try to break it.

Each takes what somebody may hand over and raises `AssertionError`, or whatever escapes: anything but the documented
errors. `test_properties.py` tries them on drawn values, `fuzz/target.py` on those that reach new code.
"""

import json
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import pressparse
from pressparse.cells.blocks import contact_blocks
from pressparse.lines import split_lines
from pressparse.links import find_links
from pressparse.profiles import known_profiles, read_profile
from pressparse.regions import split_regions
from pressparse.repair import repair
from pressparse.text import Span

Json: TypeAlias = Any  # a JSON value
Finder: TypeAlias = Callable[[str], tuple[Any, ...]]

FINDERS: tuple[Finder, ...] = (
    pressparse.find_contacts,
    pressparse.find_dates,
    pressparse.find_emails,
    find_links,
    pressparse.find_names,
    pressparse.find_phones,
    pressparse.find_quotes,
    pressparse.find_references,
)
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
# For settings from a file: a bit of everything, and short, since a pattern that somebody wrote may be slow.
SAMPLE = """\
# Halcyon launch

Paris, 5 May 2031, HSA 2031-07

It flew.

Contact
Ida Voss, pilot
Tel: +33 1 44 76 74 04
"""


def keeps_promises(text: str) -> pressparse.Release:
    """Hold the record of `text` against all that it promises, and return it."""
    release = pressparse.parse(text)
    record = release.to_dict()
    no_field_fails(release)
    places_hold(record, text)
    nothing_is_empty(record)
    regions_part_the_lines(text, release)
    survives_json(release)
    return release


def no_field_fails(release: pressparse.Release) -> None:
    """Total on content: no finder is lost."""
    assert [found for found in release.diagnostics if found.code == "field-failed"] == []


def places_hold(record: Json, text: str) -> None:
    """`text[start:end]` is `raw`, always, and every span lies within the text."""
    assert record["text"] == text
    for path, piece in pieces(record):
        if "raw" in piece:
            assert text[slice(*piece["span"])] == piece["raw"], path
    assert all(0 <= start <= end <= len(text) for start, end in spans(record))


def nothing_is_empty(record: Json) -> None:
    """Absent is null or an empty list, never an empty string; a text alone may be one."""
    fields = {key: value for key, value in record.items() if key != "text"}
    assert [path for path, piece in pieces(fields) for value in piece.values() if value == ""] == []


def regions_part_the_lines(text: str, release: pressparse.Release) -> None:
    """Every non-blank line belongs to exactly one region, in order; what is unclaimed is whole lines, each once."""
    lines = split_lines(repair(text).view)
    regions = split_regions(lines, contact_blocks(lines), known_profiles())
    # A row of a table may have become a line of fields: it stands where it stood.
    assert [line.span for region in regions for line in region.lines] == [line.span for line in lines]
    assert all(region.lines for region in regions)
    assert set(release.unclaimed) <= {line.span for line in lines}
    assert list(release.unclaimed) == sorted(set(release.unclaimed))


def survives_json(release: pressparse.Release) -> None:
    """Write a record as JSON and read it again: the same release, lone surrogates included.

    Two surrogates that make a pair, which no decoder gives, are one character in JSON and nothing to be done about.
    """
    if _PAIR.search(json.dumps(release.to_dict(), ensure_ascii=False)):
        return
    assert pressparse.Release.from_dict(json.loads(json.dumps(release.to_dict()))) == release


def finds(find: Finder, text: str) -> None:
    """Search `text`: a tuple of values that stand where they say."""
    for value in find(text):
        assert isinstance(value.span, Span)
        assert 0 <= value.span.start < value.span.end <= len(text)
        assert value.span.of(text) == getattr(value, "raw", value.span.of(text))


def reads_or_refuses(data: bytes, name: str | None = None) -> pressparse.Release | None:
    """Read a document: a record that keeps its promises, or `UnreadableError`."""
    try:
        release = pressparse.parse_bytes(data, name=name)
    except pressparse.UnreadableError:
        return None
    record = release.to_dict()
    no_field_fails(release)
    places_hold(record, release.text or "")
    survives_json(release)
    return release


def loads_or_refuses(value: Json) -> None:
    """Load a JSON value: a record, the same when it is written and read again, or `RecordError`."""
    try:
        release = pressparse.Release.from_dict(value)
    except pressparse.RecordError:
        return
    survives_json(release)


def profile_reads_or_refuses(data: bytes) -> None:
    """Read a profile in TOML: a parser that loses no field, or an error with file, line and key."""
    with _file(data) as path:
        try:
            parser = pressparse.Parser(profile=read_profile(path), without=("cnes",))
        except (pressparse.ProfileError, pressparse.RuleError):
            return
    no_field_fails(parser.parse(SAMPLE))


def words_are_read_or_refused(data: bytes) -> pressparse.Parser | None:
    """Read words in TOML: a parser, or an error with file, line and key."""
    with _file(data) as path:
        try:
            return pressparse.Parser(vocabularies=path)
        except pressparse.WordsError:
            return None


class _file:  # noqa: N801 - used as a function
    """A file with `data` in it, for the time that it is read."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def __enter__(self) -> Path:
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "drawn.toml"
        path.write_bytes(self.data)
        return path

    def __exit__(self, *_: object) -> None:
        self.folder.cleanup()


def pieces(value: Json, path: str = "") -> Iterator[tuple[str, Mapping[str, Json]]]:
    """Yield every object within a record with its path."""
    if isinstance(value, dict):
        yield path, value
        for key, item in value.items():
            yield from pieces(item, f"{path}.{key}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from pieces(item, f"{path}[{index}]")


def spans(value: Json, key: str = "") -> Iterator[list[int]]:
    """Yield every span within a record."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from spans(item, name)
    elif isinstance(value, list) and value and (key.endswith("span") or isinstance(value[0], int)):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from spans(item)
