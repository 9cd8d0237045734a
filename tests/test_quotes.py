"""Direct speech: what is some, who speaks, in which role, and what only stands in quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from date_tables import table

from pressparse import parse
from pressparse.quotes import find_quotes
from pressparse.text import View

if TYPE_CHECKING:
    from collections.abc import Iterator

FEWEST = 100

Words = tuple[str, str | None, str | None]


def texts() -> Iterator[tuple[str, list[Words]]]:
    """Yield the texts of the table with their quotes: words, speaker, role."""
    for group in table("quotes")["group"]:
        for text, quotes in group["cases"]:
            yield text, [(words, speaker or None, role or None) for words, speaker, role in quotes]


TEXTS = tuple(texts())


def test_there_are_texts() -> None:
    """A table that shrinks is noticed."""
    assert len(TEXTS) >= FEWEST


@pytest.mark.parametrize(("text", "quotes"), TEXTS, ids=[text for text, _ in TEXTS])
def test_speech_is_found_with_its_speaker(text: str, quotes: list[Words]) -> None:
    """Each quote is found with its words, its speaker and the role that its attribution prints."""
    assert [(one.text, one.speaker, one.speaker_role) for one in find_quotes(text)] == quotes


@pytest.mark.parametrize("text", [text for text, _ in TEXTS])
def test_spans_point_into_the_text(text: str) -> None:
    """The slice at a quote's span is its `raw`; at its speaker's span stands the name."""
    for one in find_quotes(text):
        assert text[slice(*one.span)] == one.raw
        assert (one.speaker is None) == (one.speaker_span is None)
        if one.speaker_span:
            assert text[slice(*one.speaker_span)] == one.speaker


def test_a_view_keeps_what_was_given() -> None:
    """Spans lead back through a cut view."""
    given = "## Title\n\n“We are ready,” said Claire Aubertin."
    (found,) = find_quotes(View.of(given).cut(10, len(given)))
    assert given[slice(*found.span)] == "We are ready,"


def test_blanks_in_a_name_are_plain() -> None:
    """A no-break blank stays in the quote and is a plain blank in the name."""
    (found,) = find_quotes("« Nous\xa0avançons », a déclaré Hélène\xa0Marchetti.")
    assert (found.text, found.speaker) == ("Nous\xa0avançons", "Hélène Marchetti")


def test_a_short_paragraph_in_quotation_marks_is_no_subheading() -> None:
    """A quote that is opened again in a short paragraph is one quote, of the speaker whom its attribution names."""
    lead = "The bell of the town hall has been heard by every ship in the bay for the first time since last winter."
    speech = "Claire Aubertin said: “We are ready.\n\n“We have been for weeks.”\n\n“So are we,” replied Ulrike Köster."
    found = parse(f"PRESS RELEASE\n\n22 October 2020\n\n# A bell over the bay\n\n{lead}\n\n{speech}")
    assert found.subheadings == ()
    assert [(one.text, one.speaker) for one in found.quotes] == [
        ("We are ready. We have been for weeks.", "Claire Aubertin"),
        ("So are we,", "Ulrike Köster"),
    ]


@pytest.mark.parametrize(
    ("signed", "speaker", "role"),
    [
        ("- Odile Garancher, President, Kermor Bell Agency", "Odile Garancher", "President, Kermor Bell Agency"),
        ("Odile Garancher, présidente de Kermor", "Odile Garancher", "présidente de Kermor"),
        ("Odile Garancher", "Odile Garancher", None),
        ("-- Xyra Garancher, President of Kermor", "Xyra Garancher", "President of Kermor"),
        ("– Xyra, Kermor", None, None),
        ("Odile Garancher\nPresident of Kermor", "Odile Garancher", None),
    ],
)
def test_a_signature_below_a_quote_is_no_subheading(signed: str, speaker: str | None, role: str | None) -> None:
    """Who signs below a quote has said it, and nobody else, though a line that is no sentence stands there."""
    lead = "The bell of the town hall has been heard by every ship in the bay for the first time since last winter."
    first = "“We are ready,” said Claire Aubertin, mayor of Brest."
    head = f"PRESS RELEASE\n\n22 October 2020\n\n# A bell over the bay\n\n{lead}\n\n{first}"
    found = parse(f"{head}\n\n“It rings for all.”\n\n{signed}\n\nThe team met in the tower before the night came.")
    assert [(one.speaker, one.speaker_role) for one in found.quotes] == [
        ("Claire Aubertin", "mayor of Brest"),
        (speaker, role),
    ]
    assert found.subheadings == ()


@pytest.mark.parametrize(
    ("quote", "heading"),
    [("“It rings.”", "## Odile Garancher, head of bells"), ("Claire Aubertin said: “It rings.”", "Odile Garancher")],
)
def test_a_subheading_below_a_quote_is_no_signature(quote: str, heading: str) -> None:
    """A heading that is marked, or stands below a quote that has its attribution, stays one."""
    first = "“We are ready,” said Claire Aubertin, mayor of Brest, when the bell was heard."
    head = f"PRESS RELEASE\n\n22 October 2020\n\n# A bell over the bay\n\n{first}\n\n{quote}"
    found = parse(f"{head}\n\n{heading}\n\nThe team met in the tower before the night came.")
    assert [one.speaker for one in found.quotes] == ["Claire Aubertin"] * 2
    assert [one.text for one in found.subheadings] == [heading.removeprefix("## ")]


@pytest.mark.parametrize("piece", ["« ", "“", '"', "'a ", "‘A,’ ", "“A,” he said. ", "» ", "„a“ ", "said: “", "\n\n“a"])
def test_any_pile_of_marks_is_read(piece: str) -> None:
    """Marks without sense raise nothing, however many."""
    find_quotes(piece * 500)
    find_quotes("Claire Aubertin spoke. " + piece * 500 + " said Claire Aubertin.")
