"""Rows: the words that stand side by side on a page, cut into pieces where the gap between two is a column's.

The gap alone does not tell: justified lines are full of wide ones, and beside the longest cell of a table hardly any
is left. So it is measured against the others of its row, and a narrow one counts where a column of a row close by
begins.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

import regex

from pressparse.formats.pdf.characters import Word

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
_NEAR = 3
_ODD, _TWICE = 0.42, 1.6  # a gap wider than a blank, and how many times as wide as its row's least
_MOST_WORDS = 12  # longer rows without a gap are running text
_SPACED = 5  # letters
_TEXT_WORDS = 6
_EDGE = 0.1
_DOT = regex.compile(r"[•⦁▪◦●‣◾➢❖➤\uf000-\uf0ff]")
BULLET = regex.compile(r"[-–—*+•⦁·▪◦●‣◾➢❖➤o\uf000-\uf0ff]|\d{1,2}[.)]|[a-z]\)|\(\d\)")


class Piece(NamedTuple):
    """Words of a row with nothing but blanks between them, from where to where they reach, and the middle of their
    lines.
    """

    words: tuple[Word, ...]
    left: float
    right: float
    baseline: float


class Row(NamedTuple):
    """Pieces side by side, their words and what they say, from where to where they reach, the size of their font, the
    line that they stand on (lower is less), and whether all is printed bold.
    """

    pieces: tuple[Piece, ...]
    words: tuple[Word, ...]
    text: str
    left: float
    right: float
    size: float
    baseline: float
    bold: bool


def rows_of(words: Iterable[Word]) -> tuple[Row, ...]:
    """Return `words` as rows, from top to bottom."""
    rows = [row_of([piece_of(piece) for piece in _pieces(line)]) for line in _lines(words)]
    return tuple(_with_narrow_columns(list(_without_rivers(rows))))


def piece_of(words: Sequence[Word]) -> Piece:
    """Return the piece that `words` make."""
    lines = [word.baseline for word in words]
    right = max([word.right for word in words])
    return Piece(tuple(words), words[0].left, right, (min(lines) + max(lines)) / 2)


def row_of(pieces: Sequence[Piece]) -> Row:
    """Return the row that `pieces` make; size and line are those of its longest word: raised figures are smaller."""
    words = pieces[0].words if len(pieces) == 1 else tuple([word for piece in pieces for word in piece.words])
    texts = [word.text for word in words]
    lengths = list(map(len, texts))
    longest = words[lengths.index(max(lengths))]
    bold = False not in [word.bold for word in words]
    left, right = pieces[0].left, pieces[-1].right
    return Row(tuple(pieces), words, " ".join(texts), left, right, longest.size, longest.baseline, bold)


def _lines(words: Iterable[Word]) -> Iterator[list[Word]]:
    line: list[Word] = []
    height = 0.0
    for word in sorted(words, key=attrgetter("baseline"), reverse=True):
        baseline = word.baseline
        if baseline != height:
            if line and not _stands_beside(line, word):
                yield sorted(line, key=attrgetter("left"))
                line = []
            height = baseline
        line.append(word)
    if line:
        yield sorted(line, key=attrgetter("left"))


def _stands_beside(line: Sequence[Word], word: Word) -> bool:
    """Whether `word` stands in `line`, or so little lower that only another column can hold it."""
    size = (line[0].size + word.size) / 2
    lower = line[0].baseline - word.baseline
    if lower < _SAME_ROW * size:
        return True
    gap = _COLUMN * size
    return lower < _OTHER_COLUMN * size and all(
        word.left > other.right + gap or word.right < other.left - gap for other in line
    )


def _pieces(line: Sequence[Word]) -> Iterator[list[Word]]:
    words = _without_spacing(line)
    gaps = _gaps(words)
    size = max([word.size for word in words])
    least = min(gaps) if len(gaps) >= _FEW_GAPS else 0.0
    widest = min(_CERTAIN * size, max(_COLUMN * size, _JUSTIFIED * least))
    narrowest = _GLUED * size
    piece: list[Word] = []
    done = 0
    for at in [at for at, gap in enumerate(gaps, start=1) if not narrowest <= gap < widest]:
        piece += words[done:at]
        done = at
        if gaps[at - 1] < narrowest and words[at].order == piece[-1].order + 1:
            piece[-1] = _glued(piece[-1], words[at])
            done = at + 1
        elif gaps[at - 1] >= widest and not _is_opened(piece, words[0]):
            yield piece
            piece = []
    yield [*piece, *words[done:]]


def _gaps(words: Sequence[Word]) -> list[float]:
    return [word.left - before.right for before, word in pairwise(words)]


def _is_opened(piece: Sequence[Word], first: Word) -> bool:
    """Whether `piece` is but a bullet so far; more signs are bullets as the `first` word of a row."""
    return len(piece) == 1 and (BULLET if piece[0] is first else _DOT).fullmatch(piece[0].text) is not None


def _glued(word: Word, following: Word) -> Word:
    """Return both words as one, in the box of the longer: a raised figure stands in it."""
    box = max(word, following, key=lambda each: len(each.text))
    return box._replace(
        text=word.text + following.text,
        left=word.left,
        right=max(word.right, following.right),
        bold=word.bold and following.bold,
        link=word.link,
        order=following.order,
    )


def _without_spacing(line: Sequence[Word]) -> Sequence[Word]:
    """Return `line`, letter-spaced words made whole: `P R E S S  R E L E A S E`."""
    if len(line) < _SPACED or any(len(word.text) > 1 for word in line):
        return line
    gaps = _gaps(line)
    between = 1.5 * sorted(gaps)[len(gaps) // 4]
    words = [line[0]]
    for gap, word in zip(gaps, line[1:], strict=True):
        if gap < between:
            words[-1] = _glued(words[-1], word)
        else:
            words.append(word)
    return words


def _without_rivers(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield `rows`, those made whole that justification has torn: they end where the text above them does."""
    for at, row in enumerate(rows):
        torn = len(row.pieces) > 1 and 0 < at < len(rows) - 1 and _is_within(rows[at - 1], row, rows[at + 1])
        yield row_of([piece_of(row.words)]) if torn else row


def _is_within(above: Row, row: Row, below: Row) -> bool:
    text = len(above.pieces) == len(below.pieces) == 1 and len(above.words) >= _TEXT_WORDS
    edges = abs(above.left - row.left), abs(below.left - row.left), abs(above.right - row.right)
    return text and max(edges) < _EDGE * row.size


def _with_narrow_columns(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield `rows`, those cut that have a narrow gap where a row close by has a column."""
    shown = [(row.baseline, [piece.left for piece in row.pieces[1:]], frozenset(_odd_starts(row))) for row in rows]
    for at, (row, (baseline, _, own)) in enumerate(zip(rows, shown, strict=True)):
        if len(row.pieces) == 1 and _is_long(row):
            yield row
            continue
        far = _NEAR * row.size
        close = shown[max(0, at - _REACH) : at] + shown[at + 1 : at + _REACH + 1]
        near = [(columns, odd) for other, columns, odd in close if abs(other - baseline) < far]
        places = {place for columns, _ in near for place in columns}
        odd_places = {place for _, odd in near for place in odd} if own else ()
        yield _cut(row, sorted(places), sorted(odd_places), own) if places or odd_places else row


def _is_long(row: Row) -> bool:
    """Whether `row` has too many words for cells; the figures of numbers to call are none."""
    return len(row.words) > _MOST_WORDS < sum([not word.text[0].isdigit() for word in row.words])


def _odd_starts(row: Row) -> Iterator[float]:
    """Yield where words begin that stand farther behind the one before than a blank is wide."""
    for piece in row.pieces:
        words = piece.words
        if len(words) > _FEW_GAPS:
            gaps = _gaps(words)
            odd = max(_ODD * row.size, _TWICE * min(gaps))
            if max(gaps) > odd:
                yield from (word.left for gap, word in zip(gaps, words[1:], strict=True) if gap > odd)


def _cut(row: Row, places: Sequence[float], odd_places: Sequence[float], own: frozenset[float]) -> Row:
    """Return `row` cut where a word begins at one of `places`, or at one of the `odd_places` and its `own`."""
    near = _ALIGNED * row.size
    every = sorted([*places, *odd_places])
    least, greatest = every[0] - 2 * near, every[-1] + 2 * near
    pieces: list[Piece] = []
    for piece in row.pieces:
        first = 0
        words = piece.words
        # The words stand in order: most pieces begin or end too far from all places.
        close = len(words) > 1 and words[1].left < greatest and least < words[-1].left
        for at, (before, word) in enumerate(pairwise(words) if close else (), start=1):
            begins = _has_near(places, word.left, near) or (word.left in own and _has_near(odd_places, word.left, near))
            wide = word.left - before.right >= _LEAST * row.size or word.order != before.order + 1
            opened = at == first + 1 and BULLET.fullmatch(before.text)
            if begins and wide and not opened:
                pieces.append(piece_of(words[first:at]))
                first = at
        pieces.append(piece_of(words[first:]) if first else piece)
    return row_of(pieces) if len(pieces) > len(row.pieces) else row


def _has_near(places: Sequence[float], place: float, near: float) -> bool:
    """Whether one of `places`, which are in order, is `near` enough to `place`."""
    at = bisect_left(places, place - near)
    return at < len(places) and places[at] < place + near
