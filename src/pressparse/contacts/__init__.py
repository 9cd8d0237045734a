"""Contacts: who can be reached, under which number, at which address; and what is doubtful about them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pressparse.cells.blocks import contact_blocks
from pressparse.contacts.entries import Entry, Piece, entries_of, joined_cells
from pressparse.contacts.rows import Outline
from pressparse.contacts.sections import sections_of
from pressparse.contacts.spelling import all_spelled, spelled, spells_somebody
from pressparse.diagnostics import diagnostic
from pressparse.emails import read_email
from pressparse.evidence import Evidence, EvidenceMap
from pressparse.lines import BLANKS, Line, split_lines
from pressparse.model import Contact, Diagnostic
from pressparse.names import name_text
from pressparse.phones import check_region, is_invalid, read_phone
from pressparse.profiles import profile_named
from pressparse.repair import repair
from pressparse.text import Span, View, hull

_LINE_ENDS = BLANKS + "\r\n\f"
_EMPTY_CELL = ("<td", "<th")


class Contacts(NamedTuple):
    """What contact blocks say, what is doubtful about it, and the lines that were understood."""

    contacts: tuple[Contact, ...]
    diagnostics: tuple[Diagnostic, ...]
    explained: tuple[Line, ...]


def find_contacts(text: str | View, *, region: str | None = None, profile: str | None = None) -> tuple[Contact, ...]:
    """Return the people and desks of the contact blocks in `text`, in print order.

    National numbers are read in `region` (ISO 3166: `FR`), else in the country of the issuer `profile`; without either
    their `e164` is `None`. Raises `UnknownProfileError` and `UnknownRegionError`.
    """
    check_region(region)
    country = region or (profile_named(profile).region if profile else None)
    lines = split_lines(text if isinstance(text, View) else repair(text).view)
    return read_contacts([lines[at] for block in contact_blocks(lines) for at in block], country).contacts


def read_contacts(lines: Sequence[Line], region: str | None) -> Contacts:
    """Return the contacts of `lines`, those of all contact blocks of a document, in order."""
    contacts: list[Contact] = []
    unequal: list[range] = []
    explained: list[Line] = []
    for block in _blocks(lines):
        found = entries_of(tuple(map(_outline, block)))
        unequal += [range(part.start + len(contacts), part.stop + len(contacts)) for part in found.unequal]
        contacts += [_contact(entry, block, region) for entry in found.entries]
        explained += [block[at] for at in found.explained]
    return Contacts(tuple(contacts), tuple(doubts_of(contacts, unequal, region)), tuple(explained))


def joins_in(lines: Sequence[Line]) -> Iterator[tuple[Span, str]]:
    """Yield where each cell of contact blocks stands that was joined to somebody or nobody, and how (see `Join`)."""
    for block in _blocks(lines):
        for section in sections_of(tuple(map(_outline, block))):
            for joined in joined_cells(section).joins:
                yield block[joined.line].content.span(joined.cell.start, joined.cell.end), joined.how


def _blocks(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    first = 0
    for at in range(1, len(lines)):
        line = lines[at]
        if line.content.given[lines[at - 1].span.end : line.span.start].strip(_LINE_ENDS):
            yield lines[first:at]
            first = at
    if lines:
        yield lines[first:]


def _outline(line: Line) -> Outline:
    """Return the outline of `line`; a rule or a tag, unless it is that of an empty table cell, counts as a gap."""
    text, given, base, _ = line.content
    gap = line.gap > 0 or (not text and not line.span.of(given).startswith(_EMPTY_CELL))
    margin = len(given[line.span.start - line.indent : base].expandtabs())
    return Outline(text, gap, line.heading > 0, margin)


def _contact(entry: Entry, block: Sequence[Line], region: str | None) -> Contact:
    texts: dict[str, str] = {}
    evidence: list[tuple[str, Evidence]] = []
    for field, piece in (("name", entry.name), ("role", entry.role), ("organization", entry.organization)):
        if piece:
            texts[field], found = _read(piece, block)
            evidence.append((field, found))
    (top, left), (bottom, right) = entry.first, entry.last
    return Contact(
        kind=entry.kind,
        name=texts.get("name"),
        role=texts.get("role"),
        organization=texts.get("organization"),
        phones=tuple(read_phone(number, rule, block[at].content, region) for at, rule, number in entry.phones),
        emails=tuple(read_email(address, rule, block[at].content) for at, rule, address in entry.emails),
        span=Span(block[top].content.span(left, left).start, block[bottom].content.span(right - 1, right).end),
        rule=entry.way,
        evidence=EvidenceMap(tuple(evidence)),
    )


def _read(piece: Piece, block: Sequence[Line]) -> tuple[str, Evidence]:
    """Return what `piece` says, and what it was read from; lines are joined by one blank."""
    line, start, end, rule, wrapped = piece
    view = block[line].content
    if not wrapped:
        text = name_text(view.text[start:end])
        return text, Evidence(raw=view.raw(start, end), span=view.span(start, end), rule=rule)
    rest = block[line + 1].content
    span = hull((view.span(start, end), rest.whole))
    return name_text(f"{view.text[start:end]} {rest.text}"), Evidence(raw=span.of(view.given), span=span, rule=rule)


def doubts_of(contacts: Sequence[Contact], unequal: Sequence[range], region: str | None) -> Iterator[Diagnostic]:
    """Yield the diagnostics of `contacts`; `unequal` are the ranges of them whose columns did not agree."""
    for part in unequal:
        yield _unequal(contacts, part)
    names = [contact.name for contact in contacts if contact.kind == "person" and contact.name]
    for at, contact in enumerate(contacts):
        for number, phone in enumerate(contact.phones):
            if is_invalid(phone, region):
                message = f"{phone.raw!r} is no valid number"
                yield diagnostic("phone-invalid", f"contacts[{at}].phones[{number}]", message, phone.span)
        for number, email in enumerate(contact.emails):
            message = _mismatch(contact, email.address, names)
            if message:
                field = f"contacts[{at}].emails[{number}]"
                yield diagnostic("contact-email-name-mismatch", field, message, email.span)


def _unequal(contacts: Sequence[Contact], part: range) -> Diagnostic:
    """Say where it is seen: at what was left to nobody, else at all contacts of the section."""
    last = part[-1]
    field, span = "contacts", hull(contacts[at].span for at in part)
    if contacts[last].kind == "unassigned":
        field, span = f"contacts[{last}]", contacts[last].span
    message = "a column has not one cell for each name, so position tells nobody's"
    return diagnostic("contact-columns-unequal", field, message, span)


def _mismatch(contact: Contact, address: str, names: list[str]) -> str:
    """Return what is wrong with an address of `contact`: it spells another name in print, or that of nobody printed."""
    if contact.name and spelled(address, [contact.name]) is not None:
        return ""
    others = all_spelled(address, names)
    if others:
        return f"{address!r} spells {names[others[0]]!r}" if contact.kind != "unassigned" else ""
    stranger = contact.kind != "desk" and spells_somebody(address)
    return f"{address!r} spells the name of nobody here" if stranger else ""
