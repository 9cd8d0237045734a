"""Contacts: who can be reached, under which number, at which address."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pressparse.blocks import contact_blocks
from pressparse.cells import read_cells
from pressparse.diagnostics import diagnostic
from pressparse.emails import Address, read_email
from pressparse.evidence import Evidence, EvidenceMap
from pressparse.joining import join
from pressparse.lexicon import words_of
from pressparse.lines import split_lines
from pressparse.model import Contact
from pressparse.names import name_text
from pressparse.phones import Number, is_invalid, read_phone
from pressparse.profiles import profile_named
from pressparse.roles import organization_in
from pressparse.sections import sections_of
from pressparse.spelling import spelled, spells_somebody
from pressparse.text import View, hull

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pressparse.cells import Cell
    from pressparse.lines import Line
    from pressparse.model import Diagnostic
    from pressparse.rows import Join, Joined
    from pressparse.sections import Section


class Contacts(NamedTuple):
    """What the contact blocks of a document say.

    `explained` holds the indices of the lines that were understood.
    """

    contacts: tuple[Contact, ...]
    diagnostics: tuple[Diagnostic, ...]
    explained: frozenset[int]


def find_contacts(text: str | View, *, region: str | None = None, profile: str | None = None) -> tuple[Contact, ...]:
    """Return the people and desks of the contact blocks in `text`, in print order.

    National numbers are read in `region` (ISO 3166: `FR`), else in the country of `profile`; without either their
    `e164` is `None`. Raises `UnknownProfileError`.
    """
    country = region or (profile_named(profile).region if profile else None)
    lines = split_lines(View.of(text))
    return read_contacts(lines, contact_blocks(lines), region=country).contacts


def read_contacts(lines: Sequence[Line], blocks: Iterable[range], *, region: str | None) -> Contacts:
    """Return the contacts of `blocks`, ranges of `lines`, with what is doubtful about them."""
    contacts: list[Contact] = []
    diagnostics: list[Diagnostic] = []
    explained: set[int] = set()
    for block in blocks:
        explained.update(at for at in block if _explains_itself(lines[at]))
        for section in sections_of(lines, block):
            joined = join(section.rows, _names(section, lines))
            if section.organization:
                explained.add(section.organization[0])
            first = len(contacts)
            for owner in _owners(joined):
                own = [join for join in joined.joins if join.owner == owner]
                role = _role(own, lines)
                explained.update(join.line for join in own if join.cell.kind != "role" or join is role)
                explained.update(line for line, _ in joined.anchors)
                if owner is not None or role or any(join.cell.value for join in own):
                    contacts.append(_contact(owner, joined, own, role, section, lines, region))
            if joined.unequal:
                diagnostics.append(_unequal(contacts, first))
    diagnostics += _mismatches(contacts)
    diagnostics += _invalid(contacts, region)
    return Contacts(tuple(contacts), tuple(diagnostics), frozenset(explained))


_SELF_EXPLAINING = frozenset({"heading", "organization", "label", "site", "hidden"})


def _explains_itself(line: Line) -> bool:
    """Whether `line` says nothing but that contacts follow, what a table's columns are, or where the site is."""
    kinds = {cell.kind for cell in read_cells(line.text)}
    return kinds <= _SELF_EXPLAINING and kinds != {"organization"}


def _names(section: Section, lines: Sequence[Line]) -> list[str]:
    return [lines[row.line].text[cell.start : cell.end] for row in section.rows for cell in row.anchors]


def _owners(joined: Joined) -> list[int | None]:
    """Return the numbers of the names, and `None` behind them if cells were left to nobody."""
    left = any(join.owner is None for join in joined.joins)
    return [*range(len(joined.anchors)), *([None] if left else [])]


def _contact(
    owner: int | None,
    joined: Joined,
    own: list[Join],
    role: Join | None,
    section: Section,
    lines: Sequence[Line],
    region: str | None,
) -> Contact:
    """Return the contact of one name, or of the cells that were left to nobody."""
    anchor = None if owner is None else joined.anchors[owner]
    phones = tuple(
        read_phone(cell.value, cell.rule, lines[line].content, region)
        for _, line, cell, _ in own
        if isinstance(cell.value, Number)
    )
    emails = tuple(
        read_email(cell.value, cell.rule, lines[line].content)
        for _, line, cell, _ in own
        if isinstance(cell.value, Address)
    )
    evidence = dict(_evidence(anchor, own, role, section, lines))
    spans = [lines[line].content.span(cell.start, cell.end) for _, line, cell, _ in own]
    spans += [phone.span for phone in phones] + [email.span for email in emails]
    spans += [evidence["name"].span] if anchor else []
    return Contact(
        kind="unassigned" if anchor is None else "desk" if anchor[1].kind == "desk" else "person",
        name=_value(evidence, "name"),
        role=_value(evidence, "role"),
        organization=_value(evidence, "organization"),
        phones=phones,
        emails=emails,
        span=hull(spans),
        rule=_rule(own),
        evidence=EvidenceMap(tuple(evidence.items())),
    )


def _value(evidence: dict[str, Evidence], field: str) -> str | None:
    return name_text(evidence[field].raw) if field in evidence else None


def _rule(own: list[Join]) -> str:
    """Return how a contact was joined: by what can go wrong most easily."""
    ways = {join.how for join in own}
    return next((way for way in ("left", "reordered", "spelled", "column", "side", "card") if way in ways), "row")


def _evidence(
    anchor: tuple[int, Cell] | None, own: list[Join], role: Join | None, section: Section, lines: Sequence[Line]
) -> Iterator[tuple[str, Evidence]]:
    """Yield what name, role and organization were read from; the rule of the last two says how they were joined."""
    if anchor:
        line, cell = anchor
        yield "name", _read(lines[line].content, cell.start, cell.end, cell.rule)
    if role:
        yield "role", _read(lines[role.line].content, role.cell.start, role.cell.end, role.how)
    organization = next((join for join in own if join.cell.kind == "organization"), None)
    inside = _organization_inside(role, lines) if role else None
    if organization:
        yield "organization", _read(lines[organization.line].content, *organization.cell[1:3], organization.how)
    elif inside:
        yield "organization", inside
    elif section.organization:
        line, cell = section.organization
        yield "organization", _read(lines[line].content, cell.start, cell.end, "heading")


def _read(view: View, start: int, end: int, rule: str) -> Evidence:
    return Evidence(raw=view.raw(start, end), span=view.span(start, end), rule=rule)


def _role(own: list[Join], lines: Sequence[Line]) -> Join | None:
    """Return the role of a contact: its first; of several that were left to nobody none, unless all are the same."""
    roles = [join for join in own if join.cell.kind == "role"]
    printed = {lines[join.line].text[join.cell.start : join.cell.end] for join in roles}
    return None if not roles or (roles[0].owner is None and len(printed) > 1) else roles[0]


def _organization_inside(join: Join, lines: Sequence[Line]) -> Evidence | None:
    """Return the organization that a role names: `CNRS press officer`."""
    view, cell = lines[join.line].content, join.cell
    words = words_of(view.text, cell.start, cell.end)
    place = organization_in(words)
    return _read(view, words[place[0]].start, words[place[1] - 1].end, "role") if place else None


def _unequal(contacts: list[Contact], first: int) -> Diagnostic:
    """Return the diagnostic of a section, whose contacts begin at `first`, with columns that do not agree."""
    last = len(contacts) - 1
    field, span = "contacts", hull(contact.span for contact in contacts[first:])
    if contacts[last].kind == "unassigned":
        field, span = f"contacts[{last}]", contacts[last].span
    message = "not every column has one cell for each name, so these cells are joined to nobody by position"
    return diagnostic("contact-columns-unequal", field, message, span)


def _invalid(contacts: list[Contact], region: str | None) -> Iterator[Diagnostic]:
    for at, contact in enumerate(contacts):
        for number, phone in enumerate(contact.phones):
            if is_invalid(phone, region):
                message = f"{phone.raw!r} is no valid number"
                yield diagnostic("phone-invalid", f"contacts[{at}].phones[{number}]", message, phone.span)


def _mismatches(contacts: list[Contact]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each address that spells somebody else than the person it was joined to."""
    names = [contact.name for contact in contacts if contact.kind == "person" and contact.name]
    for at, contact in enumerate(contacts):
        for number, email in enumerate(contact.emails):
            message = _mismatch(contact, email.address, names)
            if message:
                field = f"contacts[{at}].emails[{number}]"
                yield diagnostic("contact-email-name-mismatch", field, message, email.span)


def _mismatch(contact: Contact, address: str, names: list[str]) -> str | None:
    if contact.kind == "person" and spelled(address, [contact.name or ""]) is not None:
        return None
    other = spelled(address, names)
    if other is not None:
        return None if contact.kind == "unassigned" else f"{address!r} spells {names[other]!r}"
    known = any(spelled(address, [name]) is not None for name in names)
    if contact.kind == "desk" or known or not spells_somebody(address):
        return None
    return f"{address!r} spells the name of nobody here"
