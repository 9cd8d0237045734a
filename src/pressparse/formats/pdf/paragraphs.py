"""Paragraphs: which rows of a column run on in each other, seen from where they end.

A wrapped row shows it: the first word of the next would not have fitted into the column, known from its widest row.
Where that is no evidence (narrow columns, contacts) rows stay rows, and the parser judges by what they say.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median_low
from typing import NamedTuple

import regex

from pressparse.formats.pdf.rows import BULLET, Row

_LOOSE = 1.25  # how many times as far as usual a row stands below, where a paragraph begins
_LOOSE_IN_TABLE = 2.6  # sizes of the font
_MOST_USUAL = 2.5
_SAME = 0.1  # by which part the fonts of one paragraph may differ in size
_BLANK = 0.25  # sizes of the font
_INDENT = 0.5
_NARROW, _NARROW_WITHIN = 22, 12  # sizes: in a column of fewer characters than 45, nothing shows whether a row is full
_FILLED = 0.8
_LEAST_FILLED = 3
_ENOUGH = 3
_WITHIN = 0.3
_ENDS = tuple(".;:!?»”")
_CENTRED = 0.01
# Rows that hold an address or a number stand by themselves, however long they are.
_ROW_OF_ITS_OWN = regex.compile(r"@|\d(?:[ .-]\d\d){3}|\+\d")


class Paragraph(NamedTuple):
    """Rows that run on in each other, and whether there is more space above it than between rows."""

    rows: tuple[Row, ...]
    apart: bool


class Frame(NamedTuple):
    """From where to where a column reaches."""

    left: float
    right: float


class Leading(NamedTuple):
    """How far rows usually stand from each other, in sizes of their font, by that size and in general."""

    own: dict[int, float]
    common: float

    def of(self, row: Row) -> float:
        """Return the usual distance to the row below `row`."""
        return self.own.get(round(row.size), self.common)


def frame_of(rows: Sequence[Row]) -> Frame:
    """Return the frame that `rows` fill."""
    return Frame(min([row.left for row in rows]), max([row.right for row in rows]))


def leading_of(flows: Iterable[tuple[Sequence[Row], Frame]]) -> Leading:
    """Return how far the rows of all `flows` stand from each other, seen from full ones: they mostly run on."""
    distances: defaultdict[int, list[float]] = defaultdict(list)
    others: list[float] = []
    for flow, frame in flows:
        for row, below in pairwise(flow):
            distance = _distance(row, below)
            if 0 < distance < _MOST_USUAL and _is_same_font(row, below):
                full = len(row.pieces) == 1 and _is_full(row, below, frame)
                (distances[round(row.size)] if full else others).append(distance)
    known = [distance for own in distances.values() for distance in own]
    common = median_low(known) if len(known) >= _ENOUGH else min((*known, *others), default=1.0)
    return Leading({size: median_low(own) for size, own in distances.items() if len(own) >= _ENOUGH}, common)


def _distance(row: Row, below: Row) -> float:
    lowest = row.baseline if len(row.pieces) == 1 else min([word.baseline for word in row.words])
    return (lowest - below.baseline) / max(row.size, below.size)


def _is_same_font(row: Row, below: Row) -> bool:
    return abs(row.size - below.size) <= _SAME * max(row.size, below.size)


def paragraphs_of(flow: Sequence[Row], frame: Frame, leading: Leading) -> Iterator[Paragraph]:
    """Yield the paragraphs of a column, in order."""
    for block in _blocks(flow, frame, leading):
        apart = True
        joined = (rows for _, run in groupby(block, _setting) for rows in _joined(tuple(run), frame))
        for rows in joined:
            contacts = len(rows) > 1 and all(_ROW_OF_ITS_OWN.search(row.text) for row in rows)
            for part in [(row,) for row in rows] if contacts else [rows]:
                yield Paragraph(part, apart)
                apart = False


def _setting(row: Row) -> tuple[bool, bool]:
    return row.bold, len(row.pieces) > 1


def _joined(block: Sequence[Row], frame: Frame) -> Iterator[tuple[Row, ...]]:
    filled = _is_filled(block)
    first = 0
    for at in range(1, len(block) + 1):
        runs_on = at < len(block) and _may_run_on(block[at - 1], block[at], frame)
        if not (runs_on and (filled or _is_full(block[at - 1], block[at], frame))):
            yield tuple(block[first:at])
            first = at


def _is_filled(block: Sequence[Row]) -> bool:
    """Whether a block is one paragraph, maybe narrow: all rows but the last fill it, few end a sentence; in a narrow
    one many begin within a sentence.
    """
    if len(block) < _LEAST_FILLED:
        return False
    own = frame_of(block)
    width = own.right - own.left
    if any(row.right - own.left < _FILLED * width for row in block[:-1]):
        return False
    ends = sum([row.text.endswith(_ENDS) for row in block[:-1]])
    within = sum([row.text[0].islower() and "@" not in row.text for row in block[1:]])
    least = _NARROW_WITHIN if within >= _WITHIN * len(block) else _NARROW
    return width > least * block[0].size and 2 * ends < len(block)


def _blocks(flow: Sequence[Row], frame: Frame, leading: Leading) -> Iterator[list[Row]]:
    block = [flow[0]]
    for row in flow[1:]:
        if _parts(block[-1], row, frame, leading):
            yield block
            block = []
        block.append(row)
    yield block


def _parts(row: Row, below: Row, frame: Frame, leading: Leading) -> bool:
    if not _is_same_font(row, below):
        return True
    distance = _distance(row, below)
    rows_of_table = len(row.pieces) > 1 and len(below.pieces) > 1
    if 0 < distance <= (_LOOSE_IN_TABLE if rows_of_table else _LOOSE * leading.of(row)):
        return False
    within = -1 < distance < _MOST_USUAL and below.text[:1].islower() and _is_full(row, below, frame)
    return not within


def runs_over(row: Row, below: Row, frame: Frame) -> bool:
    """Tell whether the text of `row`, the last of a page or column, goes on in `below`, the first of the next."""
    within = below.text[:1].islower() or not (row.text.endswith(_ENDS) or _ROW_OF_ITS_OWN.search(row.text))
    return within and _is_same_font(row, below) and _may_run_on(row, below, frame) and _is_full(row, below, frame)


def _may_run_on(row: Row, below: Row, frame: Frame) -> bool:
    if len(row.pieces) > 1 or len(below.pieces) > 1 or row.bold != below.bold or _is_item(below):
        return False
    indented = below.left - row.left > _INDENT * row.size and below.left - frame.left > _INDENT * row.size
    return not indented or _is_centred(below, frame) or _is_item(row)


def _is_full(row: Row, below: Row, frame: Frame) -> bool:
    """Whether the first word of `below` would not have fitted behind `row`."""
    left, near = row.left, _INDENT * row.size
    outer = abs(left - below.left) < near or below.left < frame.left + near or _is_item(row)
    free = not outer or (_is_centred(row, frame) and _is_centred(below, frame))
    room = frame.right - (frame.left if free else left)
    word = below.words[0]
    narrow = _NARROW_WITHIN if word.text[0].islower() and "@" not in word.text else _NARROW
    return room > narrow * row.size and row.right - left + _BLANK * row.size + word.right - word.left > room


def _is_item(row: Row) -> bool:
    return BULLET.fullmatch(row.words[0].text) is not None


def _is_centred(row: Row, frame: Frame) -> bool:
    middle = (frame.left + frame.right) / 2
    return abs((row.left + row.right) / 2 - middle) < _CENTRED * (frame.right - frame.left)
