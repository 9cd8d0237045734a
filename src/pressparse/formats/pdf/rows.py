"""Rows: the words that stand side by side on a page, cut into pieces where the gap between two is a column's.

How wide a gap a column leaves cannot be told from the gap alone: justified lines are full of wide ones, and beside the
longest cell of a table hardly any is left. So a gap is measured against the others of its row, and a narrow one counts
where a row close by has a column that begins at the same place.
"""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pressparse.formats.pdf.pages import Word

# All in sizes of the font.
_GLUED = 0.1  # a narrower gap is none: the words are one, in two fonts or sizes
_COLUMN = 1.0  # a gap that no line of running text has, unless it is justified
_CERTAIN = 2.5  # nor a justified one
_LEAST = 0.14  # what a column needs that another row shows
_SAME_ROW, _OTHER_COLUMN = 0.55, 0.9
_ALIGNED = 0.15
_JUSTIFIED = 2  # how many times the least gap of its row the gap of a column is
_FEW_GAPS = 3
_REACH = 2  # rows, up and down, where a column is looked for
_MOST_WORDS = 12  # longer rows without a gap are running text
_SPACED = 5  # letters
_TEXT_WORDS = 6
_EDGE = 0.1
BULLET = regex.compile(r"[-–—*+•⦁·▪◦●‣◾➢❖➤o\uf000-\uf0ff]|\d{1,2}[.)]|[a-z]\)|\(\d\)")


class Piece(NamedTuple):
    """Words of a row with nothing but blanks between them."""

    words: tuple[Word, ...]

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(word.right for word in self.words)

    @property
    def baseline(self) -> float:
        """The line that it stands on, of several their middle."""
        lines = [word.baseline for word in self.words]
        return (min(lines) + max(lines)) / 2


class Row(NamedTuple):
    """Pieces side by side, the size of their font and the line that they stand on; lower is less."""

    pieces: tuple[Piece, ...]
    size: float
    baseline: float

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of all pieces."""
        return tuple(word for piece in self.pieces for word in piece.words)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.pieces[-1].right

    @property
    def bold(self) -> bool:
        """Whether all of it is printed bold."""
        return all(word.bold for piece in self.pieces for word in piece.words)

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(word.text for piece in self.pieces for word in piece.words)


def rows_of(words: Iterable[Word]) -> tuple[Row, ...]:
    """Return `words` as rows, from top to bottom."""
    rows = [row_of([Piece(tuple(piece)) for piece in _pieces(line)]) for line in _lines(words)]
    return tuple(_with_narrow_columns(list(_without_rivers(rows))))


def row_of(pieces: Sequence[Piece]) -> Row:
    """Return the row that `pieces` make; its size is that of its longest word: raised figures are smaller."""
    longest = max((word for piece in pieces for word in piece.words), key=_length)
    return Row(tuple(pieces), longest.size, longest.baseline)


def _length(word: Word) -> int:
    return len(word.text)


def _lines(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Yield the words of each line, from left to right."""
    line: list[Word] = []
    for word in sorted(words, key=attrgetter("baseline"), reverse=True):
        if line and not _stands_beside(line, word):
            yield sorted(line, key=attrgetter("left"))
            line = []
        line.append(word)
    if line:
        yield sorted(line, key=attrgetter("left"))


def _stands_beside(line: Sequence[Word], word: Word) -> bool:
    """Whether `word` stands in `line`, or so little lower that only another column can hold it."""
    size = min(line[0].size, word.size)
    lower = line[0].baseline - word.baseline
    if lower < _SAME_ROW * size:
        return True
    gap = _COLUMN * size
    return lower < _OTHER_COLUMN * size and all(
        word.left > other.right + gap or word.right < other.left - gap for other in line
    )


def _pieces(line: Sequence[Word]) -> Iterator[list[Word]]:
    words = list(_without_spacing(line))
    gaps = [right.left - left.right for left, right in pairwise(words)]
    size = max(word.size for word in words)
    least = min(gaps) if len(gaps) >= _FEW_GAPS else 0.0
    widest = min(_CERTAIN * size, max(_COLUMN * size, _JUSTIFIED * least))
    piece = words[:1]
    for gap, word in zip(gaps, words[1:], strict=True):
        opens = len(piece) == 1 and piece[0] is words[0] and BULLET.fullmatch(piece[0].text)
        if gap < _GLUED * size and word.order == piece[-1].order + 1:
            piece[-1] = _glued(piece[-1], word)
        elif gap >= widest and not opens:
            yield piece
            piece = [word]
        else:
            piece.append(word)
    yield piece


def _glued(word: Word, following: Word) -> Word:
    """Return both words as one, in the box of the longer: a raised figure stands in it."""
    box = max(word, following, key=_length)
    return box._replace(
        text=word.text + following.text,
        left=word.left,
        right=max(word.right, following.right),
        bold=word.bold and following.bold,
        link=word.link,
        order=following.order,
    )


def _without_spacing(line: Sequence[Word]) -> Iterable[Word]:
    """Return `line`, letter-spaced words made whole: `P R E S S  R E L E A S E`."""
    if len(line) < _SPACED or any(len(word.text) > 1 for word in line):
        return line
    gaps = [right.left - left.right for left, right in pairwise(line)]
    between = 1.5 * sorted(gaps)[len(gaps) // 4]
    words = [line[0]]
    for gap, word in zip(gaps, line[1:], strict=True):
        if gap < between:
            words[-1] = _glued(words[-1], word)
        else:
            words.append(word)
    return words


def _without_rivers(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield `rows`, those made whole that justification has torn: they end where the running text above them ends."""
    for at, row in enumerate(rows):
        torn = len(row.pieces) > 1 and 0 < at < len(rows) - 1 and _is_within(rows[at - 1], row, rows[at + 1])
        yield row_of([Piece(row.words)]) if torn else row


def _is_within(above: Row, row: Row, below: Row) -> bool:
    text = len(above.pieces) == len(below.pieces) == 1 and len(above.words) >= _TEXT_WORDS
    edges = abs(above.left - row.left), abs(below.left - row.left), abs(above.right - row.right)
    return text and max(edges) < _EDGE * row.size


def _with_narrow_columns(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield `rows`, those cut that have a narrow gap where a row close by has a column."""
    for at, row in enumerate(rows):
        near = rows[max(0, at - _REACH) : at + _REACH + 1]
        starts = [piece.left for other in near if other is not row for piece in other.pieces[1:]]
        columned = len(row.pieces) > 1 or sum(len(piece.words) for piece in row.pieces) <= _MOST_WORDS
        yield _cut(row, starts) if starts and columned else row


def _cut(row: Row, starts: Sequence[float]) -> Row:
    pieces: list[Piece] = []
    for piece in row.pieces:
        first = 0
        for at in range(1, len(piece.words)):
            word, before = piece.words[at], piece.words[at - 1]
            wide = word.left - before.right >= _LEAST * row.size or word.order != before.order + 1
            if wide and any(abs(word.left - start) < _ALIGNED * row.size for start in starts):
                pieces.append(Piece(piece.words[first:at]))
                first = at
        pieces.append(Piece(piece.words[first:]))
    return row._replace(pieces=tuple(pieces))
