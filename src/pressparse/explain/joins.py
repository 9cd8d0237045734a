"""What joins the cells of a contact to its name, and what the lines of contact blocks were read as."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressparse.cells import read_cells
from pressparse.contacts import joins_in
from pressparse.contacts.spelling import spelled
from pressparse.explain.case import meet
from pressparse.explain.reasons import JOINS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressparse.explain.case import Case
    from pressparse.model import Contact
    from pressparse.text import Span


def joins(case: Case) -> Iterator[tuple[str, str]]:
    """Yield each cell of the contact on the path, printed, with why it is that contact's."""
    contact = case.contact
    if contact is None:
        return
    found = case.found()
    wanted = found.span if found else contact.span
    lines = [line for run in case.layout.runs("contacts") for line in run]
    cells = {phone.span: phone.raw for phone in contact.phones} | {email.span: email.raw for email in contact.emails}
    cells |= {evidence.span: evidence.raw for field, evidence in contact.evidence.items() if field != "name"}
    for span, how in joins_in(lines):
        own = next((raw for place, raw in cells.items() if meet(span, place) and meet(span, wanted)), None)
        if own is not None:
            yield own, JOINS[how] + _proof(contact, own)
    for field, evidence in contact.evidence.items():
        if evidence.rule == "heading" and (meet(evidence.span, wanted) or wanted == contact.span):
            yield evidence.raw, f"{field}: the heading above names it"


def _proof(contact: Contact, raw: str) -> str:
    """Return what proves a join by position: that the address spells the name."""
    address = next((email.address for email in contact.emails if email.raw == raw), "")
    proven = contact.name and address and spelled(address, [contact.name]) is not None
    return "; the address spells the name" if proven else ""


def cells_at(case: Case, span: Span) -> Iterator[str]:
    """Yield what the line at `span` is read as in a block of contacts."""
    for line in case.layout.lines:
        if meet(line.span, span):
            yield from (f"{cell.kind}: {line.text[cell.start : cell.end]}" for cell in read_cells(line.text))
