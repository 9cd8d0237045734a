"""Cells that run over several rows: `+33 (0)1 44 76 75` and below it `39`, in the same column.

A row goes on with the cells above it where it stands close, leaves the first column empty (or has that broken within a
word or a number) and each of its pieces stands below one that was full.
"""

import math
from collections.abc import Sequence

import regex

from pressparse.formats.pdf.rows import Piece, Row, piece_of, row_of

# All in sizes of the font.
_CLOSE = 1.4
_ALIGNED = 0.35
_REACH = 4  # rows, up, where the next column is looked for
_SPACE = 2.3  # between the words of a cell and the next column
_ADDRESS_BEGINS = regex.compile(r"[a-z\d._-]*+(?<=[._-])")
_NUMBER_BEGINS = regex.compile(r"(?:\+\d\d?|\b0\d)(?:[ .]?\(0\))?(?:[ .]?\d{1,3}){1,5}\Z")
_PAIR = regex.compile(r"\d\d(?:\.\d\d)*+")
_ADDRESS_GOES_ON = regex.compile(r"[a-z\d.-]++(?:@[a-z\d.-]++)?")


def with_whole_cells(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return `rows`, those that only go on with the cells above them joined to those."""
    found: list[Row] = []
    rights = [row.right for row in rows]
    lowest = 0.0
    for at, row in enumerate(rows):
        above = found[-1] if found else row
        places = _places(above, row) if len(above.pieces) > 1 and lowest - row.baseline < _CLOSE * row.size else None
        if places:
            starts = [piece.left for other in found[-_REACH:] for piece in other.pieces[1:]]
            edge = max(rights[: at - 1] + rights[at + 1 :], default=0.0)
            places = places if _goes_on(above, row, places, [*starts, edge]) else None
        if places:
            found[-1] = _joined(above, row, places)
        else:
            found.append(row)
        lowest = row.baseline
    return tuple(found)


def _places(above: Row, row: Row) -> list[int] | None:
    """Return the piece of `above` that each piece of `row` stands below; `None` if one stands below none, or the first
    in the first column, where nothing is broken.
    """
    starts = [piece.left for piece in above.pieces]
    places = [
        next((at for at, start in enumerate(starts) if abs(start - piece.left) < _ALIGNED * row.size), None)
        for piece in row.pieces
    ]
    known = [place for place in places if place is not None]
    if len(known) < len(places) or (known[0] == 0 and not _is_broken(above.pieces[0], row.pieces[0])):
        return None
    return known


def _is_broken(cell: Piece, piece: Piece) -> bool:
    return cell.words[-1].text.endswith("-") or _is_broken_number(cell, piece)


def _goes_on(above: Row, row: Row, places: Sequence[int], edges: Sequence[float]) -> bool:
    cells = [(above.pieces[place], piece) for place, piece in zip(places, row.pieces, strict=True)]
    return all(
        _is_broken_address(cell, piece) or _is_broken_number(cell, piece) or _is_full(cell, piece, row.size, edges)
        for cell, piece in cells
    )


def _is_full(cell: Piece, piece: Piece, size: float, edges: Sequence[float]) -> bool:
    """Whether `piece` would not have fitted into `cell` before the next of the `edges`."""
    room = min((edge - cell.right for edge in edges if edge > cell.right), default=math.inf)
    return piece.words[0].right - piece.left + _SPACE * size > room


def _is_broken_address(cell: Piece, piece: Piece) -> bool:
    last, first = cell.words[-1].text, piece.words[0].text
    begins = _ADDRESS_BEGINS.fullmatch(last) if "@" in first else "@" in last
    return bool(begins) and _ADDRESS_GOES_ON.fullmatch(first) is not None


def _is_broken_number(cell: Piece, piece: Piece) -> bool:
    goes_on = all(_PAIR.fullmatch(word.text) for word in piece.words)
    return goes_on and _NUMBER_BEGINS.search(" ".join([word.text for word in cell.words])) is not None


def _joined(above: Row, row: Row, places: Sequence[int]) -> Row:
    pieces = list(above.pieces)
    for place, piece in zip(places, row.pieces, strict=True):
        pieces[place] = _whole(pieces[place], piece)
    return row_of(pieces)._replace(baseline=above.baseline)


def _whole(above: Piece, piece: Piece) -> Piece:
    """Return both pieces as one; an address that was broken, and a word behind its hyphen, has no blank inside."""
    last, first = above.words[-1], piece.words[0]
    if not (last.text.endswith("-") or _is_broken_address(above, piece)):
        return piece_of(above.words + piece.words)
    word = last._replace(text=last.text + first.text, link=last.link or first.link)
    return piece_of((*above.words[:-1], word, *piece.words[1:]))
