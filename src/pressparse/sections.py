"""The parts of a contact block: one for each organization that it names, with the rows of its people.

Some cells only their surroundings tell: `Media Relations` below a name is what that person does, above several people a
heading, between numbers of its own a desk; `Blue Origin` looks like a name until an address ends in `@blueorigin.com`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from pressparse.cells import Cell, read_cells
from pressparse.rows import ANCHORS, JOINED, Row, addresses_of
from pressparse.spelling import parts_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressparse.lines import Line

_CARRYING = ANCHORS | JOINED
_DETAILS = frozenset({"phone", "email"})


@attrs.frozen
class Section:
    """An organization's part of a block: where its name stands (line and cell), and its rows."""

    organization: tuple[int, Cell] | None
    rows: tuple[Row, ...]


def sections_of(lines: Sequence[Line], block: range) -> list[Section]:
    """Return the sections of the lines of `block`: a heading opens one, and an organization's name above its people."""
    sections: list[Section] = []
    rows = _rows(lines, block)
    for at, row in enumerate(rows):
        heading = next((n for n, cell in enumerate(row.cells) if cell.kind == "heading"), None)
        if heading is not None:
            organization = next(
                (cell for cell in row.cells[heading + 1 : heading + 2] if cell.kind == "organization"), None
            )
            own = [at for at, cell in enumerate(row.cells) if cell.kind in _CARRYING and cell is not organization]
            sections.append(Section((row.line, organization) if organization else None, ()))
            if own:
                cells = tuple(row.cells[at] for at in own)
                _extend(sections, Row(row.line, row.gap, cells, tuple(row.places[at] for at in own)))
        elif _is_title(lines, rows, at, sections):
            if sections and not sections[-1].rows:
                sections.pop()
            sections.append(Section((row.line, row.cells[0]), ()))
        else:
            _extend(sections, row)
    return [attrs.evolve(section, rows=_settled(section.rows, lines)) for section in sections if section.rows]


def _extend(sections: list[Section], row: Row) -> None:
    if not sections:
        sections.append(Section(None, ()))
    sections[-1] = attrs.evolve(sections[-1], rows=(*sections[-1].rows, row))


def _rows(lines: Sequence[Line], block: range) -> list[Row]:
    """Return the rows of the lines that carry anything; a line that is nothing but a tag or a rule counts as a gap."""
    rows: list[Row] = []
    gap = False
    for at in block:
        line = lines[at]
        gap = gap or line.gap > 0 or not line.text
        cells = tuple(cell for cell in read_cells(line.text) if cell.kind in _CARRYING or cell.kind == "heading")
        if cells:
            rows.append(Row(at, gap, cells, tuple(_place(line, cell) for cell in cells)))
            gap = False
    return rows


def _place(line: Line, cell: Cell) -> int:
    """Return how far from the left margin `cell` begins, its label included, with a tab stop at every eighth place."""
    start = line.content.span(cell.value.label_start if cell.value else cell.start, cell.end).start
    return len(line.content.given[line.span.start - line.indent : start].expandtabs())


def _is_title(lines: Sequence[Line], rows: list[Row], at: int, sections: list[Section]) -> bool:
    """Whether row `at`, an organization's name, stands above its people, and not among what belongs to one person."""
    row, line = rows[at], lines[rows[at].line]
    if len(row.cells) != 1 or row.cells[0].kind != "organization":
        return False
    before = sections[-1].rows if sections else ()
    if not before or line.heading or line.text.endswith(":"):
        return True
    after = rows[at + 1] if at + 1 < len(rows) else None
    if after is None or not after.anchors:
        return False
    if row.gap != after.gap:
        return row.gap
    titled = any(
        section.organization and section.organization[0] + 1 == section.rows[0].line
        for section in sections
        if section.rows
    )
    return titled or any(
        len(a.cells) == len(b.cells) == 1 and a.anchors and b.anchors for a, b in zip(before, before[1:], strict=False)
    )


def _settled(rows: tuple[Row, ...], lines: Sequence[Line]) -> tuple[Row, ...]:
    """Return `rows` with the kinds that only their surroundings tell."""
    domains = {
        "".join(parts_of(label)) for row in rows for address in addresses_of(row.cells) for label in _labels(address)
    }
    settled: list[Row] = []
    for at, row in enumerate(rows):
        cells = _beside_names(row.cells)
        if len(cells) == 1 and cells[0].kind == "name" and _compact(lines, row, cells[0]) in domains:
            cells = (cells[0]._replace(kind="organization", rule="domain"),)
        elif (
            len(cells) == 1
            and cells[0].kind == "desk"
            and _is_below_name(settled, row)
            and not _has_own_column(rows, at)
        ):
            cells = (cells[0]._replace(kind="role", rule="below-name"),)
        settled.append(attrs.evolve(row, cells=cells))
    return tuple(settled)


def _labels(address: str) -> list[str]:
    return address.partition("@")[2].split(".")[:-1]


def _compact(lines: Sequence[Line], row: Row, cell: Cell) -> str:
    return "".join(parts_of(lines[row.line].text[cell.start : cell.end]))


def _beside_names(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Return `cells` with the desks directly behind a name as that person's role."""
    return tuple(
        cell._replace(kind="role", rule="beside-name")
        if cell.kind == "desk" and at and cells[at - 1].kind == "name"
        else cell
        for at, cell in enumerate(cells)
    )


def _is_below_name(above: list[Row], row: Row) -> bool:
    """Whether nothing but a name, a role and an organization stands above `row`, without a blank line."""
    for before in reversed(above):
        if row.gap or before.kinds & _DETAILS:
            return False
        if before.anchors:
            return [cell.kind for cell in before.anchors] == ["name"]
        row = before
    return False


def _has_own_column(rows: tuple[Row, ...], at: int) -> bool:
    """Whether the names around the desk in row `at` and the cells below them are columns that count it as a name."""
    first = at
    while first and len(rows[first - 1].cells) == 1 and rows[first - 1].anchors:
        first -= 1
    stop = at + 1
    while stop < len(rows) and len(rows[stop].cells) == 1 and rows[stop].anchors:
        stop += 1
    above = next((n + 1 for n in range(first - 1, -1, -1) if rows[n].anchors), 0)
    below = next((n for n in range(stop, len(rows)) if rows[n].anchors), len(rows))
    counts = [sum(kind in row.kinds for row in (*rows[above:first], *rows[stop:below])) for kind in JOINED]
    return stop - first > 1 and stop - first in counts
