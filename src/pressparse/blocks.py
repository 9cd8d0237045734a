"""Which lines of a document are contact blocks.

A block begins at a heading (`CNES press contacts:`), or without one at a line that holds a number or an address beside
nothing but names, roles and the like; the names and roles directly above such a line belong to it. It goes on as long as
every line can be read as a contact's. Running prose cannot: its words are no cells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import regex

from pressparse.cells import read_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressparse.lines import Line

LineKind = Literal["rule", "heading", "strong", "weak", "filler", "foreign"]

_LONGEST_ROW, _LONGEST_PLAIN = 700, 160
_MOST_ABOVE = 20
_LOOKAHEAD = 3
_MOST_OTHER_WORDS = 6
# A line without any of these is neither a heading nor holds a number or an address.
_HINT = regex.compile(
    r"@|\d[\d .()/\xa0\u202f-]{6}|(?i:contact|kontakt|ansprechp|interlocut|inform|auskunft|auskünfte|rückfrag|renseign|quiries|queries|relations|details"
    r"|demande|savoir| at |\Wat\W|arobase|protected|protég)"
)


def contact_blocks(lines: Sequence[Line]) -> tuple[range, ...]:
    """Return the ranges of `lines` that form contact blocks, in order."""
    return tuple(_blocks(lines))


def _blocks(lines: Sequence[Line]) -> Iterator[range]:
    done = at = 0
    while at < len(lines):
        kind = _hinted_kind(lines[at])
        block = None
        if kind == "heading":
            block = _headed(lines, at)
        elif kind == "strong":
            block = _unheaded(lines, at, done)
        if block:
            start = block.start - (block.start > done and lines[block.start - 1].rule)
            yield range(start, block.stop)
            done = at = block.stop
        else:
            at += 1


def _hinted_kind(line: Line) -> LineKind:
    text = line.text
    if len(text) > _LONGEST_PLAIN and (len(text) > _LONGEST_ROW or not _has_columns(text)):
        return "foreign"
    return kind_of(line) if _HINT.search(text) else "foreign"


def _has_columns(text: str) -> bool:
    return "  " in text or "\t" in text or "|" in text or "<" in text or "](" in text


def kind_of(line: Line) -> LineKind:
    """Return what `line` can be in a contact block."""
    text = line.text
    if not text:
        return "rule"
    if len(text) > _LONGEST_ROW:
        return "foreign"
    cells = read_cells(text)
    kinds = {cell.kind for cell in cells}
    if not kinds or kinds == {"label"}:
        return "filler"
    if "other" in kinds:
        other = " ".join(text[cell.start : cell.end] for cell in cells if cell.kind == "other")
        prose = len(other.split()) > _MOST_OTHER_WORDS or other[:1].islower() or other.endswith((".", "!", "?"))
        if prose or not kinds & {"phone", "email"} or not kinds & {"name", "desk"}:
            return "foreign"
    if kinds & {"phone", "email", "hidden"}:
        return "strong"
    if "heading" in kinds:
        return "heading"
    return "weak" if kinds & {"name", "role", "desk", "organization"} else "filler"


def _headed(lines: Sequence[Line], at: int) -> range | None:
    """Return the block below the heading at `at`; without a number, an address or a name it heads none."""
    stop = _end(lines, at + 1, headed=True)
    found = {cell.kind for line in lines[at:stop] if line.text for cell in read_cells(line.text)}
    return range(at, stop) if found & {"phone", "email", "name", "desk"} else None


def _unheaded(lines: Sequence[Line], at: int, done: int) -> range | None:
    """Return the block around the strong line at `at`, whose names may stand above it; without a name it is none."""
    start = at
    while (
        start > done
        and at - start < _MOST_ABOVE
        and kind_of(lines[start - 1]) == "weak"
        and not lines[start - 1].heading
    ):
        start -= 1
    stop = _end(lines, at, headed=False)
    found = {cell.kind for line in lines[start:stop] if line.text for cell in read_cells(line.text)}
    if not found & {"name", "desk"} or _continues_prose(lines, start):
        return None
    return range(start, stop)


def _continues_prose(lines: Sequence[Line], start: int) -> bool:
    """Whether the line at `start` goes on with the sentence of the line before it."""
    if start == 0 or lines[start].gap:
        return False
    before = lines[start - 1].text
    return len(before) > _PROSE and before[-1] not in '.!?:»”"'


_PROSE = 50


def _end(lines: Sequence[Line], at: int, *, headed: bool) -> int:
    """Return where the block ends that has lines from `at` on."""
    stop = at
    named = False
    while at < len(lines):
        kind = kind_of(lines[at])
        if kind == "foreign":
            ahead = lines[at + 1 : at + 1 + _LOOKAHEAD]
            if (
                lines[at].heading
                or len(lines[at].text) > _LONGEST_PLAIN
                or not any(kind_of(line) == "strong" for line in ahead)
            ):
                break
        names = any(cell.kind in ("name", "desk") for cell in read_cells(lines[at].text)) if lines[at].text else False
        if (
            kind in ("strong", "heading")
            or (kind == "weak" and _belongs(lines, at, named=named, headed=headed))
            or (kind == "filler" and stop == at and lines[at].text)
        ):
            stop = at + 1
        named = named or names
        at += 1
    return stop


def _belongs(lines: Sequence[Line], at: int, *, named: bool, headed: bool) -> bool:
    """Whether the weak line at `at` is still the block's, with nothing strong known behind it."""
    kinds = {cell.kind for cell in read_cells(lines[at].text)}
    if lines[at].gap == 0 or not named:
        return True
    return "role" in kinds or (headed and "name" in kinds)
