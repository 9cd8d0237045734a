"""Tables: of single cells row by row, as Markdown writes them; of cells with several lines cell by cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from selectolax.lexbor import LexborNode

# A cell with so much in it frames a part of the page.
_LONGEST_CELL = 400
_LONGEST_LINES = 12
_BULLETS = tuple([mark] for mark in "•·▪◦●‣⦁-–—*>»")
_ITEM = 2


def lines_of_table(table: LexborNode, lines_of: Callable[[LexborNode], list[str]]) -> list[str] | None:
    """Return the lines of a `table` that holds no other, gaps as empty ones; `None` if it is the frame of a page.

    `lines_of` gives the lines of a cell.
    """
    rows = [[cell for cell in row.iter() if cell.tag in {"td", "th"}] for row in table.css("tr")]
    read = [[lines_of(cell) for cell in row] for row in rows]
    if any(_is_framed(lines) for row in read for lines in row):
        return None
    caption = table.css_first("caption")
    lines = [*lines_of(caption), ""] if caption else []
    for at, (cells, row) in enumerate(zip(rows, read, strict=True)):
        lines += _lines_of_row(row)
        if at == 0 and len(cells) > 1 and all(cell.tag == "th" for cell in cells):
            lines.append("|---" * len(cells) + "|")
    return lines


def _is_framed(lines: list[str]) -> bool:
    """Tell whether a cell of `lines` is a part of the page: long, or of several paragraphs."""
    return len(lines) > _LONGEST_LINES or sum(map(len, lines)) > _LONGEST_CELL or "" in lines[:-1]


def _lines_of_row(row: list[list[str]]) -> Iterator[str]:
    """Yield the lines of a row; one whose cells have lines of their own stands apart, cell below cell."""
    filled = [lines for lines in row if any(lines)]
    if len(filled) == _ITEM and filled[0] in _BULLETS:  # how lists were set, and still are in mails
        yield from ("- " * (at == 0) + line for at, line in enumerate(filled[1]))
    elif len(filled) > 1 and all(len(lines) == 1 for lines in filled):
        yield "| " + " | ".join(lines[0].replace("|", "\\|") for lines in row) + " |"
    elif filled:
        yield ""
        yield from (line for lines in filled for line in lines if line)
        yield ""
