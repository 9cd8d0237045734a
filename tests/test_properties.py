"""What holds for every text whatsoever, each test named after its sentence of docs/record.md.

`pytest --hypothesis-profile=searching tests/test_properties.py` tries more, and other texts each time.
"""

import re
import tracemalloc
from itertools import pairwise
from time import process_time
from typing import Any, TypeAlias

import promises
import pytest
from drawn_texts import HOSTILE, LINES, MADE, TEXTS
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from promises import FINDERS, Finder
from test_markdown import comparable

import pressparse
from pressparse.exports.markdown import markdown
from pressparse.lines import BLANKS, split_lines
from pressparse.repair import repair
from pressparse.testing.comparison import differences
from pressparse.text import View

Json: TypeAlias = Any  # a JSON value

# Bounds far above what is measured (docs/performance.md), far below what grows with the square of a text.
LONG = 12_000  # characters
SECONDS = 60e-6  # of the processor, a character
BYTES = 1500  # a character
ENOUGH = 500_000  # bytes, for any text
SELDOM = max(5, settings.default.max_examples // 20) if settings.default else 5


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
@example("\u07fd\r0 0")
@example("\u0301\nA laboratory\n\nIt opens in May.")
def test_parse_raises_for_no_string_and_no_field_fails(text: str) -> None:
    """Total on content."""
    promises.no_field_fails(pressparse.parse(text))


@given(TEXTS)
def test_raw_is_the_slice_of_its_span(text: str) -> None:
    """`text[start:end]` is `raw`, always, and every span lies within the text."""
    promises.places_hold(pressparse.parse(text).to_dict(), text)


@given(TEXTS)
@example("0\r\r1\r\r0")
def test_nothing_is_empty_that_is_there(text: str) -> None:
    """Absent is null or an empty list, never an empty string."""
    promises.nothing_is_empty(pressparse.parse(text).to_dict())


@given(TEXTS)
@example("Contacts\n\n| Name | E-mail |\n|---|---|---|\n| Ida Voss | a@b |.rf\n| Odile Lissay | 01 44 | o@b.fr |\n")
def test_regions_partition_the_lines(text: str) -> None:
    """Every non-blank line belongs to exactly one region, in order; what is unclaimed is whole lines, no two alike."""
    promises.regions_part_the_lines(text, pressparse.parse(text))


@given(TEXTS)
def test_lines_are_the_text_without_blanks(text: str) -> None:
    """Lines end at CR LF, LF, CR and form feed, and nothing but outer blanks falls between them."""
    wanted = [line.strip(BLANKS) for line in re.split(r"[\n\r\f]", text)]
    assert [line.span.of(text) for line in split_lines(View.of(text))] == [line for line in wanted if line]


@given(TEXTS)
@example("\xada")
def test_repaired_letters_stand_where_they_stood(text: str) -> None:
    """Undoing damage moves nothing: every letter knows where it was given, in order."""
    view = repair(text).view
    assert view.given == text
    places = [view.span(at, at + 1) for at in range(len(view.text))]
    assert all(before.start <= after.start and before.end <= after.end for before, after in pairwise(places))
    assert all(0 <= place.start < place.end <= len(text) for place in places)


@given(TEXTS.map(lambda text: text.replace("\r", "")))
@example("linda.petrov at\n\n nasa.gov")
def test_carriage_returns_change_only_places(text: str) -> None:
    r"""`\r\n` for `\n` changes nothing but raw, spans, text and unclaimed."""
    assert values(text.replace("\n", "\r\n")) == values(text)


@given(TEXTS)
@example("- 0 0 0 0\r 0")
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
    promises.survives_json(pressparse.parse(text))


@given(MADE)
def test_a_round_trip_through_markdown_loses_nothing(text: str) -> None:
    """A release made by grammar gives the same fields when its clean Markdown is parsed again.

    Where a name or a role stands alone, without number and address, it may not be seen for a contact again. Where
    addresses are of several issuers, another one may come first, and tell the profile.
    """
    release = pressparse.parse(text)
    assume(all(contact.phones or contact.emails for contact in release.contacts))
    domains = {email.address.rpartition("@")[2] for contact in release.contacts for email in contact.emails}
    again = pressparse.parse(markdown(release), profile=release.profile if len(domains) > 1 else None)
    assert differences(*(comparable(record.to_dict(text=False)) for record in (release, again))) == ()


@pytest.mark.parametrize("find", FINDERS, ids=lambda find: find.__name__)
@given(text=TEXTS)
def test_finders_work_on_any_text(find: Finder, text: str) -> None:
    """Each returns a tuple of values that stand where they say."""
    promises.finds(find, text)


@given(
    TEXTS,
    st.sampled_from(["cnes", "nasa", "generic"]),
    st.sampled_from(["en", "fr"]),
    st.sampled_from(["FR", "US", "JP"]),
)
def test_options_make_nothing_fail(text: str, profile: str, language: str, region: str) -> None:
    """Whatever a text is said to be, its record keeps its promises."""
    release = pressparse.parse(text, profile=profile, language=language, region=region)
    promises.no_field_fails(release)
    promises.places_hold(release.to_dict(), text)


@settings(max_examples=SELDOM)
@given(
    st.lists(HOSTILE | st.sampled_from(LINES) | st.text(max_size=5), min_size=1, max_size=3).map("".join).filter(bool)
)
def test_time_and_memory_grow_with_the_text(piece: str) -> None:
    """Whatever is repeated, a character costs no more than so much."""
    text = piece * (LONG // len(piece) + 1)
    pressparse.parse(text[: LONG // 10])
    assert min(seconds(text), seconds(text)) <= SECONDS * len(text)
    tracemalloc.start()
    pressparse.parse(text)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most <= ENOUGH + BYTES * len(text)


def seconds(text: str) -> float:
    """Return the time of the processor that `text` takes."""
    start = process_time()
    pressparse.parse(text)
    return process_time() - start
