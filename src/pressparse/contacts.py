"""Contacts: who can be reached, under which number, at which address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import attrs

from pressparse.blocks import contact_blocks
from pressparse.cells import Cell
from pressparse.doubts import doubts_of
from pressparse.emails import Address, read_email
from pressparse.evidence import Evidence, EvidenceMap
from pressparse.joining import join
from pressparse.lines import BLANKS, Line, split_lines
from pressparse.model import Contact
from pressparse.names import name_text
from pressparse.phones import Number, read_phone
from pressparse.profiles import profile_named
from pressparse.repair import repair
from pressparse.roles import organization_inside
from pressparse.rows import Join, Joined, Row, load_of
from pressparse.sections import Section, sections_of
from pressparse.text import View, hull

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressparse.model import Diagnostic

# The way of joining that names a contact's rule is the one of its own that most can go wrong with.
_WAYS = ("left", "reordered", "spelled", "column", "side", "card", "row")


class Contacts(NamedTuple):
    """What contact blocks say, what is doubtful about it, and the lines that were understood."""

    contacts: tuple[Contact, ...]
    diagnostics: tuple[Diagnostic, ...]
    explained: tuple[Line, ...]


def find_contacts(text: str | View, *, region: str | None = None, profile: str | None = None) -> tuple[Contact, ...]:
    """Return the people and desks of the contact blocks in `text`, in print order.

    National numbers are read in `region` (ISO 3166: `FR`), else in the country of the issuer `profile`; without either
    their `e164` is `None`. Raises `UnknownProfileError`.
    """
    country = region or (profile_named(profile).region if profile else None)
    lines = split_lines(text if isinstance(text, View) else repair(text).view)
    return read_contacts([lines[at] for block in contact_blocks(lines) for at in block], country).contacts


def read_contacts(lines: Sequence[Line], region: str | None) -> Contacts:
    """Return the contacts of `lines`, those of all contact blocks of a document, in order."""
    contacts: list[Contact] = []
    unequal: list[range] = []
    explained: set[int] = {at for at, line in enumerate(lines) if load_of(line.text).plain}
    for part in _parts(lines, region):
        first = len(contacts)
        found, understood = part.read()
        contacts += found
        explained |= understood
        if part.joined.unequal:
            unequal.append(range(first, len(contacts)))
    doubts = doubts_of(contacts, unequal, region)
    return Contacts(tuple(contacts), tuple(doubts), tuple(lines[at] for at in sorted(explained)))


def _parts(lines: Sequence[Line], region: str | None) -> Iterator[_Part]:
    for block in _blocks(lines):
        for section in sections_of(lines, block):
            names = [_person(row, cell) for row in section.rows for cell in row.anchors]
            yield _Part(lines, section, join(section.rows, names), region)


def _person(row: Row, cell: Cell) -> str:
    """Return the name that an address may spell: a person's; a desk's is spelled by none."""
    return row.source.text[cell.start : cell.end] if cell.kind == "name" else ""


def _blocks(lines: Sequence[Line]) -> Iterator[range]:
    """Yield the ranges of `lines` between which nothing else is printed."""
    first = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or lines[at].content.given[lines[at - 1].span.end : lines[at].span.start].strip(
            BLANKS + "\r\n\f"
        ):
            yield range(first, at)
            first = at


@attrs.frozen
class _Part:
    """A section whose cells are joined, with the lines that they stand in and the country of its numbers."""

    lines: Sequence[Line]
    section: Section
    joined: Joined
    region: str | None

    def read(self) -> tuple[list[Contact], set[int]]:
        """Return the section's people and desks, in print order, and last what belongs to nobody; and the indices of
        the lines that went into them.
        """
        contacts: list[Contact] = []
        lines = {line for line, _ in self.joined.anchors} | {*self.section.headings}
        lines |= {self.section.organization[0]} if self.section.organization else set()
        owned: defaultdict[int | None, list[Join]] = defaultdict(list)
        for joined in self.joined.joins:
            owned[joined.owner].append(joined)
        for owner, anchor in [*enumerate(self.joined.anchors), (None, None)]:
            own = owned[owner]
            role = self._role(own)
            if anchor or role or any(join.cell.value for join in own):
                contacts.append(self._contact(anchor, own, role))
            lines |= {join.line for join in own if join is role or join.cell.kind != "role"}
        return contacts, lines

    def _role(self, own: list[Join]) -> Join | None:
        """Return the role of a contact: its first; of several that belong to nobody none, unless they are the same."""
        roles = [join for join in own if join.cell.kind == "role"]
        printed = {self._view(join.line).text[join.cell.start : join.cell.end] for join in roles}
        return None if not roles or (roles[0].owner is None and len(printed) > 1) else roles[0]

    def _contact(self, anchor: tuple[int, Cell] | None, own: list[Join], role: Join | None) -> Contact:
        values = [(self._view(join.line), join.cell.rule, join.cell.value) for join in own]
        phones = tuple(read_phone(n, rule, view, self.region) for view, rule, n in values if isinstance(n, Number))
        emails = tuple(read_email(a, rule, view) for view, rule, a in values if isinstance(a, Address))
        read = list(self._read(anchor, own, role))
        cells = [(join.line, join.cell) for join in own] + ([anchor] if anchor else [])
        texts = {field: text for field, text, _ in read}
        ways = {join.how for join in own}
        return Contact(
            kind="unassigned" if anchor is None else "desk" if anchor[1].kind == "desk" else "person",
            name=texts.get("name"),
            role=texts.get("role"),
            organization=texts.get("organization"),
            phones=phones,
            emails=emails,
            span=hull(self._view(line).span(cell.start, cell.end) for line, cell in cells),
            rule=next((way for way in _WAYS if way in ways), "row"),
            evidence=EvidenceMap(tuple((field, evidence) for field, _, evidence in read)),
        )

    def _read(
        self, anchor: tuple[int, Cell] | None, own: list[Join], role: Join | None
    ) -> Iterator[tuple[str, str, Evidence]]:
        """Yield name, role and organization with what they were read from; the rule of the last two says how they were
        joined.
        """
        if anchor:
            line, cell = anchor
            yield "name", *self._value(line, cell.start, cell.end, cell.rule)
        if role:
            yield "role", *self._value(role.line, role.cell.start, role.cell.end, role.how)
        organization = next((join for join in own if join.cell.kind == "organization"), None)
        inside = self._inside(role) if role else None
        if organization:
            cell = organization.cell
            yield "organization", *self._value(organization.line, cell.start, cell.end, organization.how)
        elif role and inside:
            yield "organization", *self._value(role.line, *inside, "role")
        elif self.section.organization:
            line, cell = self.section.organization
            yield "organization", *self._value(line, cell.start, cell.end, "heading")

    def _inside(self, role: Join) -> tuple[int, int] | None:
        """Return where in its line the organization stands that `role` names."""
        start = role.cell.start
        found = organization_inside(self._view(role.line).text[start : role.cell.end])
        return (start + found[0], start + found[1]) if found else None

    def _value(self, line: int, start: int, end: int, rule: str) -> tuple[str, Evidence]:
        view = self._view(line)
        return name_text(view.text[start:end]), Evidence(
            raw=view.raw(start, end), span=view.span(start, end), rule=rule
        )

    def _view(self, line: int) -> View:
        return self.lines[line].content
