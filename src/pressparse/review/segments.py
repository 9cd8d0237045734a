"""The text cut at the borders of all values, and what prints nothing in it made visible.

Values overlap and nest: a date in a quote in a paragraph, a kicker in a title. So the text is cut wherever a line or a
value begins or ends, and each piece knows all values that cover it, innermost first.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, get_args

import regex

from pressparse.review.values import Sort, Value
from pressparse.text import Span

_LINE = regex.compile(r"[^\r\n\f]*+(?:\r\n|[\r\n\f])|[^\r\n\f]++")
_UNSEEN = regex.compile(r"(?V1)[\p{C}\p{Zl}\p{Zp}--[\t\n]]")
_RANKS = {sort: rank for rank, sort in enumerate(get_args(Sort))}
_MARKED = ("passage", "diagnostic")  # often long: a mark in the margin stands for them
_UNLINKED = (*_MARKED, "hint")
SLOTS = 16


class Piece(NamedTuple):
    """Characters that are covered by the same values throughout.

    `first` are the values whose first piece this is. A piece is `linked` if it is the first one that shows its
    innermost value.
    """

    number: int
    text: str
    values: tuple[Value, ...]
    first: tuple[Value, ...]
    linked: bool

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its values, innermost first, once each."""
        return tuple(dict.fromkeys(key for value in self.values for key in value.keys))

    @property
    def contacts(self) -> tuple[int, ...]:
        """The contacts that it is a cell of; one organization may serve several."""
        return tuple(value.contact for value in self.values if value.contact is not None)

    @property
    def sorts(self) -> tuple[str, ...]:
        """How its values are drawn, once each."""
        return tuple(dict.fromkeys(value.sort for value in self.values))


class TextLine(NamedTuple):
    """A line of the text as given, its end included: where it stands, and its pieces."""

    span: Span
    pieces: tuple[Piece, ...]

    @property
    def marks(self) -> tuple[Value, ...]:
        """The passages and diagnostics that begin in this line."""
        return tuple(value for piece in self.pieces for value in piece.first if value.sort in _MARKED)


def is_blank(line: TextLine) -> bool:
    """Return whether `line` shows nothing."""
    return not line.marks and not "".join(piece.text for piece in line.pieces).strip()


def cut(text: str, values: Iterable[Value]) -> tuple[TextLine, ...]:
    """Return the lines of `text`, cut into pieces at the borders of `values`; what lies outside it is left out."""
    inside = [value for value in values if value.span.start < value.span.end <= len(text)]
    lines = [Span(*match.span()) for match in _LINE.finditer(text)]
    borders = sorted({0, *(line.end for line in lines), *(border for value in inside for border in value.span)})
    pieces = tuple(_pieces(text, borders, inside))
    return tuple(
        TextLine(line, pieces[bisect_left(borders, line.start) : bisect_left(borders, line.end)]) for line in lines
    )


def _pieces(text: str, borders: Sequence[int], values: Sequence[Value]) -> Iterator[Piece]:
    ahead = sorted(values, key=lambda value: value.span.start, reverse=True)
    shown: set[str] = set()
    covering: list[Value] = []
    for number, (start, end) in enumerate(pairwise(borders)):
        covering = [value for value in covering if value.span.end > start]
        first = []
        while ahead and ahead[-1].span.start == start:
            first.append(ahead.pop())
        covering = sorted([*covering, *first], key=_innermost) if first else covering
        inner = covering[0] if covering else None
        linked = inner is not None and inner.sort not in _UNLINKED and inner.path not in shown
        if inner:
            shown.add(inner.path)
        yield Piece(number, text[start:end], tuple(covering), tuple(first), linked)


def _innermost(value: Value) -> tuple[bool, int, int, str]:
    """Sort what is no link behind all that is drawn in it; else the shortest first."""
    span = value.span
    return value.sort in _UNLINKED, span.end - span.start, _RANKS[value.sort], value.path


class Stretch(NamedTuple):
    """A part of a text to show; `name` says which unseen character `text` (`U+202E`) stands for, if it does."""

    text: str
    name: str | None = None


def stretches(text: str) -> tuple[Stretch, ...]:
    """Return `text` in parts that can be shown: control, format and private characters by number, CR LF as LF."""
    text = text.replace("\r\n", "\n")
    parts: list[Stretch] = []
    done = 0
    for match in _UNSEEN.finditer(text):
        if done < match.start():
            parts.append(Stretch(text[done : match.start()]))
        parts.append(
            Stretch(f"U+{ord(match[0]):04X}", unicodedata.name(match[0], "a character without a name").lower())
        )
        done = match.end()
    return (*parts, Stretch(text[done:]))


class Lane(NamedTuple):
    """What a line of the text shows of a contact's lane: at which `slot`, whether a cell is here, which end this is."""

    contact: int
    slot: int
    cell: bool
    top: bool
    bottom: bool


def lanes_of(lines: Sequence[TextLine]) -> tuple[tuple[Lane, ...], ...]:
    """Return the lanes beside each of `lines`: a lane joins the cells of a contact, from the first to the last.

    Contacts one below the other share a place; those in columns run side by side, so that their cells make a regular
    pattern, and a wrong join breaks it. Where there is no more room, color and number have to do.
    """
    cells: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        for contact in {contact for piece in line.pieces for contact in piece.contacts}:
            cells.setdefault(contact, []).append(at)
    beside: list[list[Lane]] = [[] for _ in lines]
    free_from = [0] * SLOTS
    for contact, places in sorted(cells.items(), key=lambda item: (item[1][0], item[0])):
        top, bottom = places[0], places[-1]
        slot = next((slot for slot, free in enumerate(free_from) if free <= top), None)
        if slot is None:
            continue
        free_from[slot] = bottom + 1
        for at in range(top, bottom + 1):
            beside[at].append(Lane(contact, slot, at in places, at == top, at == bottom))
    return tuple(map(tuple, beside))
