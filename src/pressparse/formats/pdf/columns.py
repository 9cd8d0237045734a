"""The order in which a page is read: columns of running text one after the other, everything else row by row.

Cells and columns side by side look alike. Rows of cells are read across, and their gaps kept: a name and its number
stand in one row. Columns are read down where one is running text, or where the rows of one side are not level with
those of the other, as in boxes set beside each other.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pressparse.formats.pdf.rows import BULLET, Piece, Row, piece_of, row_of

_LEAST_ROWS = 3
_GUTTER = 0.7  # sizes of the font
_LEVEL = 0.15  # the same: by how much the pieces of one row may differ
_LOWER = 0.55  # the same: by how much the next line is lower, and no raised figure higher
_SLANTED = 0.5  # of the rows
_PROSE_ROWS = 4
_FEW_GAPS, _EVEN = 2, 1.6  # words in a row, and how many times the least gap the widest of text is
_FULL = 0.75  # of a column's width
_MOSTLY = 0.6
_WITHIN = 0.3
_CLOSE, _DENSE, _LEAP = 1.7, 2.5, 5.0  # sizes of the font from one row to the next


class Gutter(NamedTuple):
    """The white strip between two columns, from row `start` to row `stop`."""

    start: int
    stop: int
    left: float
    right: float


class Flow(NamedTuple):
    """Rows that are read one after the other, and whether they are one of several columns."""

    rows: tuple[Row, ...]
    column: bool


def flows_of(rows: Sequence[Row], *, column: bool = False) -> Iterator[Flow]:
    """Yield the rows of a page, or of a `column` of it, in the order of reading."""
    done = at = 0
    while at < len(rows):
        gutter = _gutter(rows, at) if len(rows[at].pieces) > 1 else None
        sides = _sides(rows, gutter) if gutter else None
        if gutter and sides:
            if done < at:
                yield _flow(rows[done:at], column=column)
            for side in sides:
                yield from flows_of(side, column=True)
            done = at = gutter.stop
        else:
            at += 1
    if done < len(rows):
        yield _flow(rows[done:], column=column)


def _flow(rows: Sequence[Row], *, column: bool) -> Flow:
    """Return `rows` as a flow; those of a column of running text as its lines, whatever was taken for cells."""
    text = column and _is_prose(rows)
    return Flow(tuple(line for row in rows for line in _lines_of(row)) if text else tuple(rows), column)


def _lines_of(row: Row) -> Iterator[Row]:
    """Yield the lines of text in `row`: justification tears many in narrow columns, two may be one cell."""
    if len(row.pieces) > 1 and not _is_even(row):
        yield row
        return
    words, lines, lower = row.words, [word.baseline for word in row.words], _LOWER * row.size
    if len(row.pieces) == 1 and max(lines) - min(lines) <= lower:
        yield row
        return
    begins = [at for at, (line, below) in enumerate(pairwise(lines), start=1) if line - below > lower]
    for start, stop in pairwise([0, *begins, len(words)]):
        yield row_of([piece_of(words[start:stop])])


def _is_even(row: Row) -> bool:
    """Whether the words of `row` stand equally far from each other, as those of no cells do."""
    words = row.words[1:] if BULLET.fullmatch(row.words[0].text) else row.words
    gaps = [word.left - before.right for before, word in pairwise(words)]
    return len(gaps) >= _FEW_GAPS and max(gaps) < _EVEN * min(gaps)


def _gutter(rows: Sequence[Row], start: int) -> Gutter | None:
    """Return the widest strip, of those between the pieces of row `start`, that most rows below leave white."""
    strips = [Gutter(start, start + 1, left.right, right.left) for left, right in pairwise(rows[start].pieces)]
    followed = [_above_cells(rows, strip, _followed(rows, strip)) for strip in strips]
    found = [gutter for gutter in followed if gutter.stop - start >= _LEAST_ROWS]
    return max(found, key=lambda gutter: (gutter.stop, gutter.right - gutter.left)) if found else None


def _followed(rows: Sequence[Row], strip: Gutter) -> Gutter:
    left, right, stop = strip.left, strip.right, strip.stop
    at = strip.stop
    for row in rows[strip.stop :]:
        inner = (left + right) / 2
        before = max([left, *[piece.right for piece in row.pieces if piece.left < inner]])
        behind = min([right, *[piece.left for piece in row.pieces if piece.left >= inner]])
        leap = (rows[at - 1].baseline - row.baseline) / row.size
        if leap > _LEAP or behind - before < _GUTTER * row.size:
            break
        left, right, at = before, behind, at + 1
        if row.right > inner or (leap < _CLOSE and stop == at - 1):  # what stands below both columns is in neither
            stop = at
    return Gutter(strip.start, stop, left, right)


def _above_cells(rows: Sequence[Row], strip: Gutter, gutter: Gutter) -> Gutter:
    """Return `gutter`, which is `strip` as far down as it goes, no farther than rows of cells below the columns."""
    end = _cells_below(rows, gutter)
    return gutter if end == len(rows) else _followed(rows[:end], strip)


def _cells_below(rows: Sequence[Row], gutter: Gutter) -> int:
    """Return where rows of cells (contacts) begin below the columns that `gutter` parts, which parts them by chance."""
    last = gutter.start
    for at in range(gutter.start + 1, gutter.stop):
        row = rows[at]
        if row.right > gutter.right:
            apart = at - last > 1 and rows[last].baseline - row.baseline > _DENSE * row.size
            if apart and _are_cells(rows[at : gutter.stop], rows[gutter.start : at], gutter):
                return at
            last = at
    return len(rows)


def _are_cells(rows: Sequence[Row], above: Sequence[Row], gutter: Gutter) -> bool:
    """Whether `rows` are cells, level and short, and no more of the left column, which is `above`."""
    width = gutter.left - min(row.left for row in above)
    cells = [piece for row in rows for piece in row.pieces if piece.right <= gutter.left]
    longest = max([piece.right - piece.left for piece in cells], default=0)
    return longest < _FULL * width and not _is_slanted(rows)


def _sides(rows: Sequence[Row], gutter: Gutter) -> list[tuple[Row, ...]] | None:
    """Return the columns at both sides of `gutter` in the order of reading, `None` if its rows are read across."""
    band = rows[gutter.start : gutter.stop]
    left = _side(piece for row in band for piece in row.pieces if piece.right <= gutter.left)
    right = _side(piece for row in band for piece in row.pieces if piece.left >= gutter.right)
    if min(len(left), len(right)) < _LEAST_ROWS:
        return None
    prose = [_is_prose(left), _is_prose(right)]
    if not all(prose) and not (any(prose) and _is_dense(left) and _is_dense(right)) and not _is_slanted(band):
        return None
    return [right, left] if prose == [False, True] else [left, right]


def _side(pieces: Iterator[Piece]) -> tuple[Row, ...]:
    rows: list[list[Piece]] = []
    for piece in pieces:
        if rows and abs(rows[-1][-1].words[0].baseline - piece.words[0].baseline) < _LEVEL * piece.words[0].size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return tuple(row_of(row) for row in rows)


def _is_prose(rows: Sequence[Row]) -> bool:
    """Whether the rows are running text: most fill the column, and many begin within a sentence, as no cell does."""
    if len(rows) < _PROSE_ROWS:
        return False
    left, rights = min([row.left for row in rows]), [row.right for row in rows]
    full = _FULL * (max(rights) - left)
    wide = sum([right - left > full for right in rights])
    within = sum([row.text[0].islower() and "@" not in row.words[0].text for row in rows])
    return wide >= _MOSTLY * len(rows) and within >= _WITHIN * len(rows)


def _is_dense(rows: Sequence[Row]) -> bool:
    """Whether the rows follow each other closely, without the holes that the first column of a table has."""
    close = [above.baseline - row.baseline < _DENSE * row.size for above, row in pairwise(rows)]
    return sum(close) >= _MOSTLY * len(close)


def _is_slanted(rows: Sequence[Row]) -> bool:
    spreads = [_spread(row) for row in rows if len(row.pieces) > 1]
    return sum([spread > _LEVEL for spread in spreads]) > _SLANTED * len(spreads)


def _spread(row: Row) -> float:
    """Return by how many sizes of the font the pieces of `row` differ."""
    firsts = [piece.words[0].baseline for piece in row.pieces]
    middles = [piece.baseline for piece in row.pieces]  # the cells of a table are often centred
    return min(max(firsts) - min(firsts), max(middles) - min(middles)) / row.size
