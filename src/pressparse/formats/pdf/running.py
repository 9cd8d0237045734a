"""Running headers, footers and page numbers: what the pages of a document repeat at one place.

A header that is a field of the masthead (`PRESS RELEASE`, a reference) is kept once, where it is first printed: it may
stand nowhere else. What browsers print around a page has a form of its own and is left out even where there is but one.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from pressparse.formats.pdf.rows import Row
from pressparse.peeling import peel
from pressparse.profiles import known_profiles
from pressparse.text import View

_MARGIN = 0.14  # of the page's height
_MOST = 5  # rows of a header or a footer
_PLACE = 6  # points by which a place may differ
_TWICE = 2
_DIGITS = regex.compile(r"\d++")
_NUMBER = regex.compile(
    r"(?i)[-–—|\s]*+(?:(?:page|seite|p\.)\s?)?\d{1,3}(?:\s?(?:/|of|sur|de|von|à)\s?\d{1,3})?[-–—|\s]*+"
)
# 11/22/26, 3:14 PM  The title of the page; https://example.org/page  1/2
_PRINTED = regex.compile(
    r"""(?xi)
      \d{1,4}[./-]\d{1,2}[./-]\d{1,4} ,? [ ] (?:à[ ])? \d{1,2}:\d\d (?:[ \xa0\u202f][AP]M)? (?:[ ].*)?
    | (?:https?|file):\S++ [ ] \d{1,3}[ ]?/[ ]?\d{1,3}
    """
)


class Place(NamedTuple):
    """Where a row stands, at the top or at the bottom, and what it says but for its numbers."""

    top: bool
    height: int
    text: str


class Sheet(NamedTuple):
    """The rows of a page, and its lower and upper edge."""

    rows: tuple[Row, ...]
    bottom: float
    top: float


def without_running(sheets: Sequence[Sheet]) -> list[tuple[Row, ...]]:
    """Return the rows of each page without running headers, footers and page numbers."""
    margins = [dict(_margins(sheet)) for sheet in sheets]
    counts = Counter(place for margin in margins for place in {place for near in margin.values() for place in near})
    seen: set[str] = set()
    kept: list[tuple[Row, ...]] = []
    for sheet, margin in zip(sheets, margins, strict=True):
        body: list[Row] = []
        for at, row in enumerate(sheet.rows):
            places = margin.get(at)
            if places and max(counts[place] for place in places) >= _TWICE:
                first = places[0].top and places[0].text not in seen
                if first and _is_masthead(row.text):
                    body.append(row)
                seen.add(places[0].text)
            elif not (places and _is_own(row.text)):
                body.append(row)
        kept.append(tuple(body))
    return kept


def _is_own(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text) or _PRINTED.fullmatch(text))


def _margins(sheet: Sheet) -> Iterator[tuple[int, tuple[Place, Place]]]:
    """Yield the rows in the margins, each with its place, told twice so that a small difference does not part two."""
    margin = _MARGIN * (sheet.top - sheet.bottom)
    for at, row in enumerate(sheet.rows):
        above, below = sheet.top - row.baseline, row.baseline - sheet.bottom
        top = at < _MOST and above < margin
        if top or (at >= len(sheet.rows) - _MOST and below < margin):
            text = _DIGITS.sub("#", row.text)
            height = (above if top else below) / _PLACE
            yield at, (Place(top, 2 * round(height), text), Place(top, 2 * int(height) + 1, text))


def _is_masthead(text: str) -> bool:
    peeled = peel(View.of(text), known_profiles())
    return peeled.whole and bool(peeled.kind or peeled.references or peeled.date)
