"""What holds for every text whatsoever, each test named after its sentence of docs/record.md.

`pytest --hypothesis-profile=searching tests/test_properties.py` tries more, and other texts each time.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import pytest
from golden import corpus, seeds
from hypothesis import example, given
from hypothesis import strategies as st

import pressparse
from pressparse.cells.blocks import contact_blocks
from pressparse.lines import BLANKS, split_lines
from pressparse.profiles import known_profiles
from pressparse.regions import split_regions
from pressparse.repair import repair
from pressparse.text import Span, View

Json: TypeAlias = Any  # a JSON value

RELEASES = [case.text for case in (*seeds(), *corpus()) if not case.held_out]
LINES = sorted({line for text in RELEASES for line in re.split(r"\r\n|[\n\r\f]", text)})
BREAKS = st.sampled_from(["\n", "\n\n", "\n \n", "\r\n", "\r", "\f", " "])
BITS = st.sampled_from(
    ["", " ", "\t", "\x00", "\xa0", "\xad", "\ufeff", "**", "# ", "- ", "« ", "“", '"', "@", "5 ", "_"]
)


@st.composite
def collages(draw: st.DrawFn) -> str:
    """Draw lines of many releases, some spoiled, in any order: all that releases are made of, out of place."""
    pieces = draw(st.lists(st.tuples(BITS, st.sampled_from(LINES) | st.text(max_size=20), BITS, BREAKS), max_size=30))
    return "".join(map("".join, pieces))


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Draw a release with a piece cut out, doubled or replaced."""
    text = draw(st.sampled_from(RELEASES))
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return text[:start] + draw(st.sampled_from(["", text[start:end] * 2]) | BITS | st.text(max_size=5)) + text[end:]


# Lone surrogates included: a `str` may hold them.
TEXTS = st.text(st.characters(), max_size=200) | collages() | damaged()


def pieces(value: Json, path: str = "") -> Iterator[tuple[str, dict[str, Json]]]:
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


def without_places(value: Json) -> Json:
    """Return a record without what says where its values stand."""
    if isinstance(value, dict):
        places = ("raw", "span", "speaker_span", "unclaimed")
        return {key: without_places(item) for key, item in value.items() if key not in places}
    return [without_places(item) for item in value] if isinstance(value, list) else value


def values(text: str) -> Json:
    """Return the record of `text` without its text and places."""
    return without_places(pressparse.parse(text).to_dict(text=False))


@given(TEXTS)
@example("")
@example(" \t\n\r\n\f ")
@example("\x00")
@example("\ud800")
@example("a\rb\rc")
@example("@|\u0859")
def test_parse_raises_for_no_string_and_no_field_fails(text: str) -> None:
    """Total on content."""
    release = pressparse.parse(text)
    assert [found for found in release.diagnostics if found.code == "field-failed"] == []


@given(TEXTS)
def test_raw_is_the_slice_of_its_span(text: str) -> None:
    """`text[start:end]` is `raw`, always, and every span lies within the text."""
    record = pressparse.parse(text).to_dict()
    assert record["text"] == text
    for path, piece in pieces(record):
        if "raw" in piece:
            assert text[slice(*piece["span"])] == piece["raw"], path
    assert all(0 <= start <= end <= len(text) for start, end in spans(record))


@given(TEXTS)
@example("0\r\r1\r\r0")
def test_nothing_is_empty_that_is_there(text: str) -> None:
    """Absent is null or an empty list, never an empty string."""
    record = pressparse.parse(text).to_dict(text=False)
    assert all(value != "" for _, piece in pieces(record) for value in piece.values())


@given(TEXTS)
def test_regions_partition_the_lines(text: str) -> None:
    """Every non-blank line belongs to exactly one region, in order."""
    lines = split_lines(repair(text).view)
    regions = split_regions(lines, contact_blocks(lines), known_profiles())
    assert [line for region in regions for line in region.lines] == list(lines)
    assert all(region.lines for region in regions)


@given(TEXTS)
def test_lines_are_the_text_without_blanks(text: str) -> None:
    """Lines end at CR LF, LF, CR and form feed, and nothing but outer blanks falls between them."""
    wanted = [line.strip(BLANKS) for line in re.split(r"[\n\r\f]", text)]
    assert [line.span.of(text) for line in split_lines(View.of(text))] == [line for line in wanted if line]


@given(TEXTS)
def test_unclaimed_lines_are_whole_lines(text: str) -> None:
    """One span a line without its end and outer blanks, in order, no two alike."""
    unclaimed = pressparse.parse(text).unclaimed
    assert set(unclaimed) <= {line.span for line in split_lines(repair(text).view)}
    assert list(unclaimed) == sorted(set(unclaimed))


@given(TEXTS.map(lambda text: text.replace("\r", "")))
def test_carriage_returns_change_only_places(text: str) -> None:
    r"""`\r\n` for `\n` changes nothing but raw, spans, text and unclaimed."""
    assert values(text.replace("\n", "\r\n")) == values(text)


@given(TEXTS)
def test_a_byte_order_mark_changes_only_places(text: str) -> None:
    """A mark in front of the text is no part of any value."""
    assert values(f"\ufeff{text}") == values(text)


@given(TEXTS)
def test_doubled_blank_lines_change_only_places(text: str) -> None:
    """One blank line says as much as two."""
    assert values(re.sub(r"(?m)^([ \t]*\n)", r"\1\1", text)) == values(text)


@given(TEXTS)
def test_a_round_trip_through_json_loses_nothing(text: str) -> None:
    """A record written as JSON and read again is the same release, lone surrogates included."""
    release = pressparse.parse(text)
    assert pressparse.Release.from_dict(json.loads(json.dumps(release.to_dict()))) == release


FINDERS: list[Callable[[str], tuple[Any, ...]]] = [
    pressparse.find_contacts,
    pressparse.find_dates,
    pressparse.find_emails,
    pressparse.find_names,
    pressparse.find_phones,
    pressparse.find_quotes,
    pressparse.find_references,
]


@pytest.mark.parametrize("find", FINDERS, ids=lambda find: find.__name__)
@given(text=TEXTS)
def test_finders_work_on_any_text(find: Callable[[str], tuple[Any, ...]], text: str) -> None:
    """Each returns a tuple of values that stand where they say."""
    for value in find(text):
        assert isinstance(value.span, Span)
        assert 0 <= value.span.start < value.span.end <= len(text)
        assert value.span.of(text) == getattr(value, "raw", value.span.of(text))
