"""The rows of a contact block, the groups they form around names, and what joining says of their cells."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pressparse.cells import Cell, read_cells
from pressparse.emails import Address
from pressparse.phones import Number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pressparse.cells import CellKind
    from pressparse.lines import Line

ANCHORS = frozenset({"name", "desk"})
JOINED = frozenset({"role", "organization", "phone", "email"})
CARRYING = ANCHORS | JOINED


class Row(NamedTuple):
    """A line of a section: its index among the lines and itself, whether a blank line or a tag stands before it, its
    cells, the names and desks among them, and the kinds of the others.
    """

    line: int
    source: Line
    gap: bool
    cells: tuple[Cell, ...]
    anchors: tuple[Cell, ...]
    kinds: frozenset[CellKind]

    def with_cell(self, cell: Cell, old: Cell) -> Row:
        """Return the row with `cell` in the place of `old`."""
        cells = tuple(cell if each is old else each for each in self.cells)
        return Row(self.line, self.source, self.gap, *_sorted(cells))

    def place(self, cell: Cell) -> int:
        """Return how far from the left margin `cell` begins, its label included, with a tab stop every eighth place."""
        line = self.source
        start = line.content.span(cell.value.label_start if cell.value else cell.start, cell.end).start
        return len(line.content.given[line.span.start - line.indent : start].expandtabs())


def row_of(index: int, line: Line, *, gap: bool) -> Row:
    """Return the row of a line, without the cells that nobody is joined to."""
    return Row(index, line, gap, *_carried(line.text))


@lru_cache(maxsize=4096)
def _carried(text: str) -> tuple[tuple[Cell, ...], tuple[Cell, ...], frozenset[CellKind]]:
    return _sorted(tuple(cell for cell in read_cells(text) if cell.kind in CARRYING))


def _sorted(cells: tuple[Cell, ...]) -> tuple[tuple[Cell, ...], tuple[Cell, ...], frozenset[CellKind]]:
    anchors = tuple(cell for cell in cells if cell.kind in ANCHORS)
    return cells, anchors, frozenset(cell.kind for cell in cells if cell.kind in JOINED)


class Join(NamedTuple):
    """A cell, its owner (the number of a name in the section, or nobody), and how that is known.

    `how` is `row`, `card`, `side`, `column`, `reordered` (an address that proves another order than its column's),
    `spelled` (an address of a column that is not equal) or `left`.
    """

    owner: int | None
    line: int
    cell: Cell
    how: str


class Joined(NamedTuple):
    """A section whose cells are joined: its names with their lines, and every other cell.

    `unequal` says that a column had not one cell for each name.
    """

    anchors: tuple[tuple[int, Cell], ...]
    joins: tuple[Join, ...]
    unequal: bool


class Group(NamedTuple):
    """Names in consecutive rows, or side by side in one, and the rows that follow them."""

    owners: tuple[int, ...]
    heads: tuple[Row, ...]
    rows: tuple[Row, ...]


def groups_of(rows: Sequence[Row]) -> tuple[tuple[Row, ...], list[Group]]:
    """Return the rows before the first name, and the groups of the others."""
    leading: list[Row] = []
    groups: list[Group] = []
    number = 0
    for row in rows:
        count = len(row.anchors)
        if not count:
            if groups:
                groups[-1] = groups[-1]._replace(rows=(*groups[-1].rows, row))
            else:
                leading.append(row)
            continue
        owners = tuple(range(number, number + count))
        number += count
        last = groups[-1] if groups else None
        if last and count == 1 and not last.rows and len(last.owners) == len(last.heads):
            groups[-1] = Group((*last.owners, *owners), (*last.heads, row), ())
        else:
            groups.append(Group(owners, (row,), ()))
    return tuple(leading), groups


def kinds_of(rows: Iterable[Row]) -> frozenset[CellKind]:
    """Return the kinds of all cells of `rows` that are to be joined."""
    return frozenset(kind for row in rows for kind in row.kinds)


def addresses_of(cells: Iterable[Cell]) -> list[str]:
    """Return the e-mail addresses among `cells`."""
    return [cell.value.address for cell in cells if isinstance(cell.value, Address)]


def label_of(cells: Iterable[Cell]) -> str | None:
    """Return what the label of the first number among `cells` says."""
    return next((cell.value.label for cell in cells if isinstance(cell.value, Number)), None)
