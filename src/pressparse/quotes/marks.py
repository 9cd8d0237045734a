"""Quotation marks, and what stands between them: curly, straight, angular and single marks, mixed and nested.

A paragraph's marks are read once, in order, with a pile of those still open. A mark opens or closes by its form, a
straight or single one by what stands beside it. What is open at the end of a paragraph stays open only if the next one
opens again.
"""

from collections.abc import Iterator
from typing import NamedTuple

import regex

_DOUBLE = '"“”„«»'
# An apostrophe inside a word is no mark; behind one it may end speech, before one begin it.
_SINGLE = regex.compile(r"[‘’'] (?: (?<=‘) | (?!\w) | (?<!\w') (?<=') )", regex.VERBOSE)
_BLANK_LINE = regex.compile(r"\n\s*\n")
_OPENING = dict.fromkeys('“„”"', "double") | dict.fromkeys("«<", "angular") | dict.fromkeys("‘'", "single")
_CLOSING = dict.fromkeys('”“"', "double") | dict.fromkeys("»>", "angular") | dict.fromkeys("’'", "single")
_OUTSIDE_WORDS = ' \t\n\xa0\u202f([{—–-/:«“"‘„»'
# Before a single mark that ends speech; behind a letter it is an apostrophe.
_SPEECH_ENDS = ",.!?…"
# Nobody nests deeper: more are stray marks.
_DEEPEST = 6


class Quoted(NamedTuple):
    """What stands between two marks, in pieces `(start, end)` if it runs over several paragraphs.

    `opens` is the place of the first mark, `closes` the place just behind the last.
    """

    opens: int
    closes: int
    pieces: tuple[tuple[int, int], ...]

    def text(self, source: str) -> str:
        """Return the words between the marks, those of several paragraphs joined by one blank."""
        return " ".join(source[start:end] for start, end in self.pieces)


class _Open(NamedTuple):
    """A mark that waits for its partner: its kind, what earlier paragraphs hold of it, where its words go on."""

    at: int
    kind: str
    start: int
    pieces: tuple[tuple[int, int], ...] = ()


def marks_in(text: str) -> list[int]:
    """Return where in `text` the marks stand that may open or close direct speech, in order."""
    single = "‘" in text or " '" in text or text.startswith("'")
    places = [match.start() for match in _SINGLE.finditer(text)] if single else []
    for mark in (*_DOUBLE, "<<", ">>"):
        at = text.find(mark)
        while at >= 0:
            places.append(at)
            at = text.find(mark, at + 1)
    return sorted(places)


def quoted(text: str) -> Iterator[Quoted]:
    """Yield what stands between the outermost marks of `text`, in order."""
    waiting: _Open | None = None
    end = done = 0
    places: list[int] = []
    for place in (*marks_in(text), len(text)):
        if place >= end:
            if places:
                found, waiting = _read(text, places, end, waiting)
                yield from found
                done = end
            if text[done:place].strip():
                # Another paragraph, or words before the mark: nothing is opened again.
                waiting = None
            end = _paragraph_end(text, place)
            places = []
        places.append(place)


def _paragraph_end(text: str, at: int) -> int:
    stop = text.find("\n", at)
    while stop >= 0 and not _BLANK_LINE.match(text, stop):
        stop = text.find("\n", stop + 1)
    return stop if stop >= 0 else len(text)


def _read(text: str, places: list[int], end: int, waiting: _Open | None) -> tuple[list[Quoted], _Open | None]:
    """Return what the marks at `places` quote in a paragraph that ends at `end`, and the quote that this leaves open.

    `waiting` is the quote that the paragraph before left open, if this one begins with a mark.
    """
    found: list[Quoted] = []
    pile: list[_Open] = []
    for at in places:
        mark = text[at]
        behind = at + 1 + (mark in "<>")
        if at == places[0] and waiting and _OPENING.get(mark) == waiting.kind:
            pile.append(waiting._replace(start=behind))
        elif (kind := _closing(text, at, pile)) is not None:
            while pile[-1].kind != kind:
                pile.pop()
            opened = pile.pop()
            while found and found[-1].opens > opened.at:
                found.pop()
            found.append(Quoted(opened.at, behind, (*opened.pieces, _trimmed(text, opened.start, at))))
        elif _opens(text, at):
            pile = [*pile, _Open(at, _OPENING[mark], behind)][-_DEEPEST:]
    if not pile:
        return found, None
    outer = pile[0]
    return found, outer._replace(pieces=(*outer.pieces, _trimmed(text, outer.start, end)))


def _closing(text: str, at: int, pile: list[_Open]) -> str | None:
    """Return the kind of the open mark that the one at `at` closes; `None` if it closes none."""
    mark = text[at]
    kind = _CLOSING.get(mark)
    if kind is None or all(opened.kind != kind for opened in pile):
        return None
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    if kind == "single":
        return kind if before in _SPEECH_ENDS and not behind.isalnum() else None
    if mark == "“":
        return kind if any(text[opened.at] == "„" for opened in pile) else None
    if mark == '"' and (not before or before in _OUTSIDE_WORDS) and behind.strip():
        return None
    return kind


def _opens(text: str, at: int) -> bool:
    mark, before, behind = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if mark not in _OPENING:
        return False
    if mark in "\"”'‘":
        return (not before or before in _OUTSIDE_WORDS) and bool(behind.strip())
    return True


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, max(start, start + len(piece.strip()))
