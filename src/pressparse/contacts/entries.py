"""The entries of a contact block: one for each person and desk, and one for what could be joined to nobody.

Entries know where their values stand in the lines of the block, not in any document: what is printed decides alone who
owns what. So a block that many releases print is joined once.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import regex

from pressparse.book import per_book
from pressparse.cells import Cell, read_cells
from pressparse.cells.roles import organization_inside
from pressparse.contacts.joining import join
from pressparse.contacts.rows import Join, Joined, Outline, Row, load_of
from pressparse.contacts.sections import Section, continues_role, sections_of
from pressparse.emails import Address
from pressparse.lexicon import words_of
from pressparse.model import ContactKind
from pressparse.phones import Number

_NUMBER = regex.compile(r"[ \xa0.:]*+[+(\d]")
# The way of joining that names an entry's rule is the one of its own that most can go wrong with.
WAYS = ("left", "reordered", "spelled", "column", "side", "card", "row")


class Piece(NamedTuple):
    """A name, a role or an organization: its line, where it stands there, the rule that took it, and whether it goes on
    over the next line.
    """

    line: int
    start: int
    end: int
    rule: str
    wrapped: bool = False


class Entry(NamedTuple):
    """Whom the cells belong to: names, roles, numbers and addresses with their lines and rules.

    `first` and `last` are the ends of the hull of its cells, each with its line; `way` says how they were joined.
    """

    kind: ContactKind
    name: Piece | None
    role: Piece | None
    organization: Piece | None
    phones: tuple[tuple[int, str, Number], ...]
    emails: tuple[tuple[int, str, Address], ...]
    first: tuple[int, int]
    last: tuple[int, int]
    way: str


class Entries(NamedTuple):
    """The entries of a block, the ranges of them whose columns did not agree, and the lines that are understood."""

    entries: tuple[Entry, ...]
    unequal: tuple[range, ...]
    explained: tuple[int, ...]


@per_book(1024)
def entries_of(block: tuple[Outline, ...]) -> Entries:
    """Return the entries of a block, in the order of their names."""
    entries: list[Entry] = []
    unequal: list[range] = []
    explained = {at for at, outline in enumerate(block) if load_of(outline.text).plain}
    for section in sections_of(block):
        joined = joined_cells(section)
        first = len(entries)
        for anchor, own in _owned(joined):
            role = _role(own, block)
            if anchor or role or any(join.cell.value for join in own):
                entries.append(_entry(anchor, own, role, section, block))
            explained.update(join.line for join in own if join is role or join.cell.kind != "role")
            explained.update([role.line + 1] if role and continues_role(block, role.line + 1) else [])
        explained.update(section.headings, [section.organization[0]] if section.organization else [])
        explained.update(line for line, _ in joined.anchors)
        explained.difference_update(row.line for row in section.rows if row.anchors and _has_unread(row))
        unequal += [range(first, len(entries))] if joined.unequal else []
    return Entries(tuple(entries), tuple(unequal), tuple(sorted(explained)))


def joined_cells(section: Section) -> Joined:
    """Return whom the cells of `section` belong to."""
    return join(section.rows, [_person(row, cell) for row in section.rows for cell in row.anchors])


def _has_unread(row: Row) -> bool:
    """Whether an unknown name stands in `row` that is neither anybody's nor a number's label."""
    text, own = row.outline.text, {cell.start for cell in row.cells}
    cells = (cell for cell in read_cells(text) if cell.kind == "other" and cell.start not in own)
    unread = (cell for cell in cells if not _NUMBER.match(text, cell.end))
    return any(word.capital and not word.tables for cell in unread for word in words_of(text, cell.start, cell.end))


def _person(row: Row, cell: Cell) -> str:
    """Return the name that an address may spell: a person's; a desk's is spelled by none."""
    return row.text(cell) if cell.kind == "name" else ""


def _owned(joined: Joined) -> list[tuple[tuple[int, Cell] | None, list[Join]]]:
    """Return each name with what belongs to it, and `None` with what belongs to nobody."""
    owned: defaultdict[int | None, list[Join]] = defaultdict(list)
    for each in joined.joins:
        owned[each.owner].append(each)
    return [*((anchor, owned[owner]) for owner, anchor in enumerate(joined.anchors)), (None, owned[None])]


def _role(own: Sequence[Join], block: Sequence[Outline]) -> Join | None:
    """Return the role of an entry: its first; of several that belong to nobody none, unless they are the same."""
    roles = [join for join in own if join.cell.kind == "role"]
    printed = {block[join.line].text[join.cell.start : join.cell.end] for join in roles}
    return None if not roles or (roles[0].owner is None and len(printed) > 1) else roles[0]


def _entry(
    anchor: tuple[int, Cell] | None,
    own: Sequence[Join],
    role: Join | None,
    section: Section,
    block: Sequence[Outline],
) -> Entry:
    cells = [(join.line, join.cell) for join in own] + ([anchor] if anchor else [])
    values = [(join.line, join.cell.rule, join.cell.value) for join in own]
    ends = [(line, cell.end) for line, cell in cells]
    ends += [(role.line + 1, len(block[role.line + 1].text))] if role and continues_role(block, role.line + 1) else []
    ways = {join.how for join in own}
    return Entry(
        kind="unassigned" if anchor is None else "desk" if anchor[1].kind == "desk" else "person",
        name=_piece(*anchor, anchor[1].rule) if anchor else None,
        role=_piece(role.line, role.cell, role.how, block) if role else None,
        organization=_organization(own, role, section, block),
        phones=tuple((line, rule, value) for line, rule, value in values if isinstance(value, Number)),
        emails=tuple((line, rule, value) for line, rule, value in values if isinstance(value, Address)),
        first=min((line, cell.start) for line, cell in cells),
        last=max(ends),
        way=next((way for way in WAYS if way in ways), "row"),
    )


def _piece(line: int, cell: Cell, rule: str, block: Sequence[Outline] = ()) -> Piece:
    return Piece(line, cell.start, cell.end, rule, continues_role(block, line + 1))


def _organization(own: Sequence[Join], role: Join | None, section: Section, block: Sequence[Outline]) -> Piece | None:
    """Return where an entry's organization stands: in a cell of its own, in the role, above the section."""
    for each in own:
        if each.cell.kind == "organization":
            return _piece(each.line, each.cell, each.how)
    if role:
        start = role.cell.start
        inside = organization_inside(block[role.line].text[start : role.cell.end])
        if inside:
            return Piece(role.line, start + inside[0], start + inside[1], "role")
    return _piece(*section.organization, "heading") if section.organization else None
