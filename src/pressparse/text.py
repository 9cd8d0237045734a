"""Where characters stand: spans, and views that carry them through every change of the text.

The parser reads cleaned text (hard wraps joined, decoration removed, damage repaired), but every value must say where
it stands in the text *as given*. A `View` is a clean string that remembers, run by run, where its characters came
from. Cleaning makes a new view out of an old one; `View.span` leads back. Nothing else computes an offset.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# A form feed, at which lines of releases end too, is no line's end to an editor.
_LINE_END = re.compile(r"\r\n|\r|\n")


class Span(NamedTuple):
    """The half-open range `[start, end)` of Unicode code points in the text as given."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the slice of `text` that this span covers."""
        return text[self.start : self.end]


def hull(spans: Iterable[Span]) -> Span:
    """Return the smallest span that covers all `spans`; `ValueError` if there are none."""
    starts, ends = zip(*spans, strict=True)
    return Span(min(starts), max(ends))


class Run(NamedTuple):
    """A piece of a view: `[start, end)` of the clean string stands at `[given, given_end)` of the given text.

    Character stands for character, unless every part of the piece stands for the `whole` (`fi` for the ligature `ﬁ`).
    """

    start: int
    end: int
    given: int
    given_end: int
    whole: bool = False


class Edit(NamedTuple):
    """A change of a view: `[start, end)` of its clean string becomes `text`."""

    start: int
    end: int
    text: str


_ENDLESS = float("inf")
_NO_BREAK = (("\xa0", " "), ("\u202f", " "), ("\u2010", "-"), ("\u2011", "-"), ("\u2012", "-"), ("\u2212", "-"))
# Spans and views are made hundreds of times for a release. As tuples, without the function that takes their fields by
# name, they cost half.
_tuple = tuple.__new__
_run_start = attrgetter("start")
_run_end = attrgetter("end")


class View(NamedTuple):
    """A clean string that knows where each of its characters stands in the text as given.

    `given` is that whole text. Without `runs` the view is one unbroken slice of it, beginning at `base`: the case that
    has to be fast.
    """

    text: str
    given: str
    base: int = 0
    runs: tuple[Run, ...] = ()

    @classmethod
    def of(cls, text: str | View) -> View:
        """Return `text` as a view of itself; a view as it is. Raises `TypeError` for anything but a `str`."""
        if isinstance(text, View):
            return text
        if not isinstance(text, str):
            msg = f"a text (str) is needed, not {type(text).__name__}"
            raise TypeError(msg)
        return cls(text, text)

    def span(self, start: int, end: int) -> Span:
        """Return where `[start, end)` of the clean string stands in the text as given."""
        runs = self.runs
        if not runs:
            base = self.base
            return _tuple(Span, (base + start, base + end))
        run = runs[max(bisect_right(runs, (start, _ENDLESS)) - 1, 0)]
        if run.start <= start and end <= run.end and not run.whole:  # most values stand within one run
            moved = run.given - run.start
            return _tuple(Span, (start + moved, end + moved))
        first = runs[min(bisect_right(runs, start, key=_run_end), len(runs) - 1)]
        last = runs[max(bisect_left(runs, end, key=_run_start) - 1, 0)]
        begin = _given(first, start, first.given)
        return Span(begin, max(begin, _given(last, end, last.given_end)))

    def raw(self, start: int, end: int) -> str:
        """Return `[start, end)` as given."""
        return self.text[start:end] if not self.runs else self.span(start, end).of(self.given)

    def plain(self) -> View:
        """Return the view with a plain blank or hyphen for each that keeps a line from breaking: what patterns read."""
        text = self.text
        for mark, plain in _NO_BREAK:
            if mark in text:
                text = text.replace(mark, plain)
        return self if text is self.text else self._replace(text=text)

    @property
    def whole(self) -> Span:
        """Where the view stands as a whole."""
        text, _, base, runs = self
        return self.span(0, len(text)) if runs else _tuple(Span, (base, base + len(text)))

    def cut(self, start: int, end: int) -> View:
        """Return the view of `[start, end)`."""
        text, given, base, runs = self
        if not runs:
            return _tuple(View, (text[start:end], given, base + start, ()))
        pieces = runs[bisect_right(runs, start, key=_run_end) : bisect_left(runs, end, key=_run_start)]
        moved = tuple(piece for run in pieces if (piece := _clip(run, start, end)).end > piece.start)
        base = self.span(start, end).start
        if not moved and start < end:  # nothing but a separator: it stands nowhere
            moved = (Run(0, end - start, base, base, whole=True),)
        return View(text[start:end], given, base, moved)

    def strip(self, characters: str | None = None) -> View:
        """Return the view without `characters` (white space) at both ends."""
        text = self.text
        kept = text.strip(characters)
        if len(kept) == len(text):
            return self
        start = len(text) - len(text.lstrip(characters))
        return self.cut(start, start + len(kept))

    def edit(self, edits: Sequence[Edit]) -> View:
        """Return the view with `edits` made; they are in order and do not overlap."""
        if not edits:
            return self
        pieces: list[View] = []
        done = 0
        for start, end, text in edits:
            pieces.append(self.cut(done, start))
            if text:
                pieces.append(self._stand_in(start, end, text))
            done = end
        pieces.append(self.cut(done, len(self.text)))
        return join(pieces)

    def _stand_in(self, start: int, end: int, text: str) -> View:
        place = self.span(start, end)
        whole = len(text) != place.end - place.start
        return View(text, self.given, place.start, (Run(0, len(text), *place, whole),))


def join(views: Sequence[View], separator: str = "") -> View:
    """Return one view of all `views` (one at least) of a text, `separator`, which stands nowhere, between them."""
    pieces = [view for view in views if view.text] or views[:1]
    if len(pieces) == 1:
        return pieces[0]
    runs: list[Run] = []
    at, parted = 0, len(separator)
    for text, _, base, own in pieces:
        end = at + len(text)
        if own:
            runs += [_tuple(Run, (at + start, at + stop, *given)) for start, stop, *given in own]
        else:
            runs.append(_tuple(Run, (at, end, base, base + end - at, False)))
        at = end + parted
    return View(separator.join([view.text for view in pieces]), pieces[0].given, runs[0].given, tuple(runs))


def _given(run: Run, at: int, otherwise: int) -> int:
    """Return where `at` of the clean string stands; at the edge `otherwise` of the run where it stands in none."""
    return run.given + at - run.start if not run.whole and run.start <= at <= run.end else otherwise


def _clip(run: Run, start: int, end: int) -> Run:
    low, high = max(run.start, start), min(run.end, end)
    if run.whole:
        return Run(low - start, high - start, run.given, run.given_end, whole=True)
    return Run(low - start, high - start, run.given + low - run.start, run.given + high - run.start)


class Position(NamedTuple):
    """A line and a column as editors count them, in code points, both from 1."""

    line: int
    column: int


def position(text: str, at: int) -> Position:
    """Return where the character `at` of `text` stands."""
    line, start = 1, 0
    for end in _LINE_END.finditer(text):
        if end.end() > at:
            break
        line, start = line + 1, end.end()
    return Position(line, at - start + 1)
