"""The rows of a contact block, the groups they form around names, and what joining says of their cells."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from pressparse.book import per_book
from pressparse.cells import Cell, read_cells
from pressparse.emails import Address
from pressparse.lexicon import words_of
from pressparse.phones import Number
from pressparse.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pressparse.cells import CellKind

ANCHORS = frozenset({"name", "desk"})
JOINED = frozenset({"role", "organization", "phone", "email"})
_PLAIN = frozenset({"heading", "title", "label", "site", "hidden"})


class Outline(NamedTuple):
    """What joining needs to know of a line: what it says, whether a blank line or a tag stands before it, whether it is
    set as a heading, and how far from the left margin it begins.
    """

    text: str
    gap: bool = False
    heading: bool = False
    margin: int = 0


class Row(NamedTuple):
    """A line of a section: its number in the block, its outline, whether a blank line stands before it, its load."""

    line: int
    outline: Outline
    gap: bool
    load: Load

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All cells that are somebody's."""
        return self.load.cells

    @property
    def anchors(self) -> tuple[Cell, ...]:
        """The names and desks."""
        return self.load.anchors

    @property
    def kinds(self) -> frozenset[CellKind]:
        """The kinds of the other cells."""
        return self.load.kinds

    def text(self, cell: Cell) -> str:
        """Return what `cell` says."""
        return self.outline.text[cell.start : cell.end]

    def with_kind(self, cell: Cell, kind: CellKind) -> Row:
        """Return the row with its `cell` as one of that kind."""
        cells = (each._replace(kind=kind) if each is cell else each for each in self.cells)
        return self._replace(load=load_of_cells(tuple(cells)))

    def place(self, cell: Cell) -> int:
        """Return how far from the left margin `cell` begins, its label included, with a tab stop every eighth place."""
        text, _, _, margin = self.outline
        start = cell.value.label_start if cell.value else cell.start
        return len((" " * margin + text[:start]).expandtabs())


class Load(NamedTuple):
    """What a line carries: its cells that are somebody's, the names and desks among them, the kinds of the others;
    whether it is a heading, the organization that it heads with, and whether it says nothing that is anybody's.
    """

    cells: tuple[Cell, ...]
    anchors: tuple[Cell, ...]
    kinds: frozenset[CellKind]
    heading: bool = False
    title: Cell | None = None
    plain: bool = False


_NOTHING = Load((), (), frozenset())


@per_book(4096)
def load_of(text: str) -> Load:
    """Return what the line `text` carries."""
    cells = read_cells(text)
    return load_of_cells(tuple(cell for cell in cells if cell.kind in ANCHORS or cell.kind in JOINED))._replace(
        heading=any(cell.kind == "heading" for cell in cells),
        title=next((cell for cell in cells if cell.kind == "title"), None),
        plain=all(cell.kind in _PLAIN for cell in cells),
    )


def load_of_cells(cells: tuple[Cell, ...]) -> Load:
    """Return what a line carries whose `cells` are known, and no heading among them."""
    anchors = tuple(cell for cell in cells if cell.kind in ANCHORS)
    return Load(cells, anchors, frozenset(cell.kind for cell in cells if cell.kind in JOINED))


def load_of_house(text: str, domains: frozenset[str], load: Load = _NOTHING) -> Load:
    """Return the `load` of a line with its one unknown word: the organization that one of the `domains` is.

    Beside other cells no word that has a meaning is one.
    """
    cells = [cell for cell in read_cells(text) if cell.kind == "other"]
    if len(cells) != 1 or not text[cells[0].start].isupper() or len(cells) + len(load.cells) != len(read_cells(text)):
        return load
    known = load.cells and any(word.tables for word in words_of(text, cells[0].start, cells[0].end))
    house = not known and fold(text[cells[0].start : cells[0].end]) in domains
    own = (*load.cells, cells[0]._replace(kind="organization")) if house else load.cells
    return load_of_cells(tuple(sorted(own, key=lambda cell: cell.start)))


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
    leading = tuple(takewhile(lambda row: not row.anchors, rows))
    heads: list[list[Row]] = []
    tails: list[list[Row]] = []
    for row in rows[len(leading) :]:
        if not row.anchors:
            tails[-1].append(row)
        elif heads and not tails[-1] and len(row.anchors) == 1 == len(heads[-1][-1].anchors):
            heads[-1].append(row)
        else:
            heads.append([row])
            tails.append([])
    groups: list[Group] = []
    owner = 0
    for above, below in zip(heads, tails, strict=True):
        count = sum(len(row.anchors) for row in above)
        groups.append(Group(tuple(range(owner, owner + count)), tuple(above), tuple(below)))
        owner += count
    return leading, groups


def kinds_of(rows: Iterable[Row]) -> frozenset[CellKind]:
    """Return the kinds of all cells of `rows` that are to be joined."""
    return frozenset(kind for row in rows for kind in row.kinds)


def addresses_of(cells: Iterable[Cell]) -> list[str]:
    """Return the e-mail addresses among `cells`."""
    return [cell.value.address for cell in cells if isinstance(cell.value, Address)]


def label_of(cells: Iterable[Cell]) -> str | None:
    """Return what the label of the first number among `cells`, of which one is a number, says."""
    return next(cell.value.label for cell in cells if isinstance(cell.value, Number))
