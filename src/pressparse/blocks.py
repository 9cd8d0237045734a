"""Which lines of a document are contact blocks.

A block begins at a heading (`CNES press contacts:`), or without one at a line that holds a number or an address beside
nothing but names, roles and the like; the names and roles directly above such a line belong to it. It goes on as long
as its lines can be read as a contact's. Running prose cannot: its words are no cells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import regex

from pressparse.cells import read_cells
from pressparse.lexicon import words_of
from pressparse.names import is_given
from pressparse.phones import Number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressparse.cells import Cell
    from pressparse.lines import Line

LineKind = Literal["strong", "weak", "heading", "filler", "foreign"]

_NAMED = frozenset({"name", "desk"})
_LONGEST_ROW, _LONGEST_PLAIN, _LONGEST_STRAY = 1200, 160, 100
_LONGEST_WRAPPED = 50
_MOST_ABOVE = 24
_LOOKAHEAD = 3
_MOST_OTHER, _MOST_SMALL = 6, 2
_ENDS_SENTENCE = (".", "!", "?", ":", "»", "”", '"')
_NUMBER = regex.compile(r"\d[\d .()\xa0\u202f-]{7}\d")
# Without any of these a line is no heading and holds neither number nor address.
_HINT = regex.compile(
    r"""(?xi) @ | \d[\d .()/\xa0\u202f-]{6} | contact | kontakt | ansprech | interlocut | inform | ausk[uü]nft | r[uü]ckfrag
    | renseign | quiries | queries | relations | details | demande | savoir | \Wat\W | arobase | prot[eé]"""
)


def contact_blocks(lines: Sequence[Line]) -> tuple[range, ...]:
    """Return the ranges of `lines` that form contact blocks, in order."""
    return tuple(_blocks(lines))


def _blocks(lines: Sequence[Line]) -> Iterator[range]:
    done = at = 0
    while at < len(lines):
        kind = kind_of(lines[at]) if _may_open(lines[at].text) else "foreign"
        block = None
        if kind == "heading":
            block = _headed(lines, at, done)
        elif kind == "strong":
            block = _unheaded(lines, at, done)
        if block:
            yield block
            done = at = block.stop
        else:
            at += 1


def _may_open(text: str) -> bool:
    if len(text) > _LONGEST_PLAIN and (len(text) > _LONGEST_ROW or not _may_be_row(text)):
        return False
    return bool(_HINT.search(text))


def _may_be_row(text: str) -> bool:
    return (
        "@" in text
        or "  " in text
        or "\t" in text
        or "|" in text
        or "<" in text
        or "](" in text
        or bool(_NUMBER.search(text))
    )


def kind_of(line: Line) -> LineKind:
    """Return what `line` can be in a contact block."""
    text = line.text
    if len(text) > _LONGEST_ROW:
        return "foreign"
    cells = read_cells(text)
    kinds = {cell.kind for cell in cells}
    if "other" in kinds and (not kinds & {"phone", "email"} or _is_prose(text, cells)):
        return "foreign"
    if kinds & {"phone", "email", "hidden"}:
        return "strong"
    if "heading" in kinds:
        return "heading"
    return "weak" if kinds & {"name", "role", "desk", "organization"} else "filler"


def _is_prose(text: str, cells: Sequence[Cell]) -> bool:
    """Whether what no cell takes of a line is too much for a remark, or a sentence."""
    pieces = [text[cell.start : cell.end] for cell in cells if cell.kind == "other"]
    words = [word for piece in pieces for word in piece.split()]
    small = sum(word[0].islower() for word in words)
    ended = any(len(piece.split()) > 1 and piece.endswith((".", "!", "?")) for piece in pieces)
    return len(words) > _MOST_OTHER or small > _MOST_SMALL or ended


def _headed(lines: Sequence[Line], at: int, done: int) -> range | None:
    """Return the block below the heading at `at`; without a number, an address or a name it heads none."""
    stop = _end(lines, at + 1, headed=True, named=bool(_kinds(lines[at : at + 1]) & _NAMED))
    start = at - (at > done and lines[at - 1].rule and not _is_tag(lines[at - 1]))
    return range(start, stop) if _kinds(lines[at:stop]) & {"phone", "email", "name", "desk"} else None


def _unheaded(lines: Sequence[Line], at: int, done: int) -> range | None:
    """Return the block around the strong line at `at`, whose names may stand above it; without a name it is none."""
    if not _opens(lines[at].text):
        return None
    start = at
    while start > max(done, at - _MOST_ABOVE) and _may_stand_above(lines[start - 1]):
        start -= 1
    named = bool(_kinds(lines[start:at]) & _NAMED)
    stop = _end(lines, at, headed=False, named=named)
    told = _kinds(lines[start:stop]) & {"name", "desk", "heading"}
    return range(start, stop) if told and not _continues_prose(lines, start) else None


def _opens(text: str) -> bool:
    """Whether the line `text` is a contact's without any heading: it has a name or heads itself, or it holds nothing
    but cells, and no number that only might be one.
    """
    cells = read_cells(text)
    kinds = {cell.kind for cell in cells}
    vague = any(cell.rule == "trunk" and isinstance(cell.value, Number) and not cell.value.label for cell in cells)
    return bool(kinds & {"name", "desk", "heading"}) or not ("other" in kinds or vague)


def _may_stand_above(line: Line) -> bool:
    if line.heading or line.rule:
        return _is_tag(line)
    return kind_of(line) == "weak" or "postal" in _kinds([line])


def _kinds(lines: Sequence[Line]) -> frozenset[str]:
    return frozenset(cell.kind for line in lines for cell in read_cells(line.text))


def _continues_prose(lines: Sequence[Line], start: int) -> bool:
    """Whether the line at `start` goes on with the sentence of the line before it."""
    before = lines[start - 1].text if start and not lines[start].gap else ""
    return len(before) > _LONGEST_WRAPPED and not before.endswith(_ENDS_SENTENCE)


def _end(lines: Sequence[Line], at: int, *, headed: bool, named: bool) -> int:
    """Return where the block ends that has lines from `at` on: behind its last line that is sure to be its own.

    `named` says that its people are named above.
    """
    stop = at
    while at < len(lines):
        kind = kind_of(lines[at])
        if kind == "foreign" and not _is_stray(lines, at):
            break
        sure = kind in ("strong", "heading") or (kind == "weak" and (not named or _goes_on(lines, at, headed=headed)))
        if sure or (kind == "filler" and stop == at and (not lines[at].rule or _is_tag(lines[at]))):
            stop = at + 1
        named = (named and kind != "heading") or bool(_kinds(lines[at : at + 1]) & _NAMED)
        at += 1
    return stop


def _is_stray(lines: Sequence[Line], at: int) -> bool:
    """Whether the line at `at` is a remark inside a block, that no rule understands."""
    ahead = lines[at + 1 : at + 1 + _LOOKAHEAD]
    short = len(lines[at].text) <= _LONGEST_STRAY and not lines[at].heading
    return short and any(kind_of(line) == "strong" for line in ahead)


def _goes_on(lines: Sequence[Line], at: int, *, headed: bool) -> bool:
    """Whether the weak line at `at` belongs to the block although nothing strong may follow: what stands without a
    blank line does, so does a role, and a name like those above it.
    """
    line = lines[at]
    kinds, before = _kinds([line]), _kinds([lines[at - 1]])
    if not line.gap or "role" in kinds or (kinds & before & {"name", "desk"} and kinds == before):
        return True
    return "desk" in kinds or (headed and "name" in kinds and any(map(is_given, words_of(line.text))))


def _is_tag(line: Line) -> bool:
    """Whether the line is nothing but HTML tags."""
    return not line.text and line.span.of(line.content.given).startswith("<")
