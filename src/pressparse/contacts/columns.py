"""Joining what stands below several names: columns by position, cells side by side by the place where they stand.

A column is joined by position only if it has exactly one cell for each name. If it has not, some cell is missing and
nobody knows which: joined from the top, everybody below the gap would get the number of somebody else. The only proof
that remains is an address that spells a name.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from pressparse.cells import Cell, CellKind
from pressparse.contacts.rows import ANCHORS, Group, Join, Row, addresses_of, kinds_of, label_of
from pressparse.contacts.spelling import spelled
from pressparse.lexicon import Word, words_of

# How many times nearer than the next the nearest name must be.
_CLEAR = 2
# In how many lines the addresses stand that part two names of one cell.
_NEAR = 8


def join_columns(
    owners: tuple[int, ...], rows: tuple[Row, ...], names: Sequence[str], only: CellKind | None = None
) -> Iterator[Join]:
    """Join columns: what has one cell for each name goes by position, any other column to nobody."""
    columns: defaultdict[CellKind, list[Entry]] = defaultdict(list)
    for row in rows:
        for kind in sorted(row.kinds if only is None else (only,)):
            columns[kind].append(Entry(row.line, tuple(cell for cell in row.cells if cell.kind == kind), row.gap))
    for kind, column in columns.items():
        if kind == "email":
            yield from _addresses_by_spelling(owners, column, names)
        elif kind == "phone":
            for part in _phone_columns(column, len(owners)):
                yield from _by_position(owners, part)
        else:
            yield from _by_position(owners, column)


class Entry(NamedTuple):
    """What one row gives to a column, and whether a blank line stands before it."""

    line: int
    cells: tuple[Cell, ...]
    gap: bool


def _by_position(owners: Sequence[int], column: Sequence[Entry]) -> Iterator[Join]:
    equal = len(column) == len(owners)
    for at, entry in enumerate(column):
        for cell in entry.cells:
            yield Join(owners[at] if equal else None, entry.line, cell, "column" if equal else "left")


def _phone_columns(column: list[Entry], count: int) -> list[list[Entry]]:
    """Return the columns of numbers that stand in one below the other.

    As many as there are names are one column; not phones with a fax among them, nor phones and, behind a blank line,
    mobiles: they may be all of one person. Otherwise runs of that length with one label each are columns, and else
    what has the same label.
    """
    labels = [label_of(entry.cells) for entry in column]
    kinds = set(labels)
    parted = any(
        entry.gap and label != before for entry, before, label in zip(column[1:], labels, labels[1:], strict=False)
    )
    if len(column) == count and (len(kinds) == 1 or not (parted or "fax" in kinds)):
        return [column]
    runs = [slice(at, at + count) for at in range(0, len(column), count)]
    if len(column) % count == 0 and all(len(set(labels[run])) == 1 for run in runs):
        return [column[run] for run in runs]
    return [[entry for entry, own in zip(column, labels, strict=True) if own == label] for label in Counter(labels)]


def _addresses_by_spelling(owners: tuple[int, ...], column: list[Entry], names: Sequence[str]) -> Iterator[Join]:
    """Join addresses to the names they spell; in an equal column the others keep their position, if it is free, or
    take the one place that is left.
    """
    equal = len(column) == len(owners)
    proven = _proven(owners, column, names)
    free = set(owners).difference(proven)
    for at, (entry, owner) in enumerate(zip(column, proven, strict=True)):
        if owner is not None:
            how = "spelled" if not equal else "column" if owner == owners[at] else "reordered"
            yield from (Join(owner, entry.line, cell, how) for cell in entry.cells)
            continue
        place = owners[at] if equal and owners[at] in free else min(free) if equal and len(free) == 1 else None
        yield from (Join(place, entry.line, cell, "left" if place is None else "column") for cell in entry.cells)


def _proven(owners: tuple[int, ...], column: list[Entry], names: Sequence[str]) -> list[int | None]:
    """Return the owner whose name each entry's addresses spell; `None` where that is nobody or not one alone."""
    candidates = [names[owner] for owner in owners]
    found = [{spelled(address, candidates) for address in addresses_of(entry.cells)} for entry in column]
    one = [places.pop() if len(places) == 1 else None for places in found]
    times = Counter(one)
    return [None if at is None or times[at] > 1 else owners[at] for at in one]


def join_side_by_side(group: Group, names: Sequence[str]) -> Iterator[Join]:
    """Join the rows below several names of one line: each cell belongs to the name under which it stands."""
    (head,) = group.heads
    at = -1
    for cell in head.cells:
        own = [each for each in head.cells if each.kind == cell.kind]
        labels = {getattr(each.value, "label", None) for each in own}
        if cell.kind in ANCHORS:
            at += 1
        elif len(own) == len(group.owners) and len(labels) == 1 and _is_outside(own[0], head):
            yield _side(group.owners, own.index(cell), head.line, cell, names)  # one for each
        else:
            # What stands before all names is the first one's, an organization everybody's.
            shared = at < 0 and cell.kind == "organization"
            for owner in group.owners if shared else (group.owners[max(at, 0)],):
                yield Join(owner, head.line, cell, "row")
    for kind in sorted(kinds_of(group.rows)):
        rows = tuple(row for row in group.rows if kind in row.kinds)
        starts = [row.place(cell) for row in rows for cell in row.cells if cell.kind == kind]
        if len(starts) == len(rows) == len(group.owners) and len(set(starts)) == 1:
            yield from join_columns(group.owners, rows, names, kind)  # one below the other after all
            continue
        for row in rows:
            for cell, place in _below(head, row, kind):
                shared = place is None and kind == "organization" and len(starts) == 1
                for name in range(len(group.owners)) if shared else (place,):
                    yield _side(group.owners, name, row.line, cell, names)


def _is_outside(first: Cell, head: Row) -> bool:
    """Whether cells that begin with `first` stand before each name of `head`, or behind all of them."""
    return not head.anchors[0].start < first.start < head.anchors[-1].start


def _side(owners: tuple[int, ...], at: int | None, line: int, cell: Cell, names: Sequence[str]) -> Join:
    """Return the join of a cell that stands below name `at`; an address that spells another one belongs to that."""
    proven = [spelled(address, [names[owner] for owner in owners]) for address in addresses_of((cell,))]
    if proven and proven[0] is not None and proven[0] != at:
        return Join(owners[proven[0]], line, cell, "reordered")
    return Join(None, line, cell, "left") if at is None else Join(owners[at], line, cell, "side")


def _below(head: Row, row: Row, kind: CellKind) -> list[tuple[Cell, int | None]]:
    """Return the cells of one kind in `row`, each with the number of the name in `head` that it stands below.

    Cells that no wide gap parts stand below the same name, unless none parts the names either. In a table the column
    tells which; else, where there is one group of cells for each name, their order; else the distance from the margin,
    if one name is nearest by far.
    """
    columns = [name.column for name in head.anchors]
    own = [cell for cell in row.cells if cell.kind == kind]
    if len({name.field for name in head.anchors}) == 1:
        own = _roles(row, own[0]) if kind == "role" and len(own) == 1 else own
        return [(cell, at if len(own) == len(columns) else None) for at, cell in enumerate(own)]
    fields = sorted({cell.field for cell in own})
    firsts = [next(cell for cell in own if cell.field == field) for field in fields]
    places: list[int | None]
    if len(set(columns)) == len(columns):
        places = [columns.index(cell.column) if cell.column in columns else None for cell in firsts]
    elif len(fields) == len(columns):
        places = list(range(len(columns)))
    else:
        margins = [head.place(name) for name in head.anchors]
        places = [_nearest(margins, row.place(cell)) for cell in firsts]
    return [(cell, places[fields.index(cell.field)]) for cell in own]


def _nearest(offsets: list[int], offset: int) -> int | None:
    """Return which of `offsets` is nearest, if it is nearer by far than all others."""
    near, other = sorted(range(len(offsets)), key=lambda at: abs(offsets[at] - offset))[:2]
    return near if _CLEAR * abs(offsets[near] - offset) <= abs(offsets[other] - offset) else None


def parted(rows: Sequence[Row]) -> list[Row]:
    """Return `rows`, names in one cell that lost the gap between them cut where addresses below spell each."""
    one = [[cell.kind for cell in row.anchors] == ["name"] for row in rows]
    return [_parted(row, rows[at : at + _NEAR]) if one[at] else row for at, row in enumerate(rows)]


def _parted(row: Row, below: Sequence[Row]) -> Row:
    cells, (name,) = row.cells, row.anchors
    words = words_of(row.outline.text, name.start, name.end)
    addresses = next((found for each in below if len(found := addresses_of(each.cells)) > 1), [])
    for cuts in combinations(range(2, len(words) - 1), len(addresses[1:])):
        names = _cut(name, words, (0, *cuts))
        texts = [row.text(each) for each in names]
        if {spelled(address, texts) for address in addresses} == set(range(len(names))):
            at = cells.index(name)
            load = row.load._replace(cells=(*cells[:at], *names, *cells[at + 1 :]), anchors=tuple(names))
            row = row._replace(load=load)
    return row


def _roles(row: Row, role: Cell) -> list[Cell]:
    """Return the roles in one cell, each of which begins with a noun: `Attachée de presse Attaché de presse`."""
    words = words_of(row.outline.text, role.start, role.end)
    nouns = [at for at, word in enumerate(words) if word.capital and "role_nouns" in word.tables]
    return _cut(role, words, nouns) if nouns[:1] == [0] and nouns[-1] < len(words) - 1 else [role]


def _cut(cell: Cell, words: Sequence[Word], at: Sequence[int]) -> list[Cell]:
    return [cell._replace(start=words[a].start, end=words[b - 1].end) for a, b in pairwise((*at, len(words)))]
