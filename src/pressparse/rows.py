"""The rows of a contact block, the groups they form around names, and what joining says of their cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import attrs

from pressparse.cells import Cell
from pressparse.emails import Address

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pressparse.cells import CellKind

ANCHORS = frozenset({"name", "desk"})
JOINED = frozenset({"role", "organization", "phone", "email"})


@attrs.frozen
class Row:
    """A line of a section: its index among the lines, whether a blank line or a tag stands before it, and its cells.

    `places` says how far from the left margin each of the cells begins, with its label.
    """

    line: int
    gap: bool
    cells: tuple[Cell, ...]
    places: tuple[int, ...] = ()

    @property
    def anchors(self) -> list[Cell]:
        """The names and desks of the row."""
        return [cell for cell in self.cells if cell.kind in ANCHORS]

    @property
    def kinds(self) -> frozenset[CellKind]:
        """The kinds of the row's other cells."""
        return frozenset(cell.kind for cell in self.cells if cell.kind in JOINED)


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
