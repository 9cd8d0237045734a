"""What is doubtful about contacts: columns that disagree, addresses that spell somebody else, numbers that are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressparse.contacts.spelling import all_spelled, spelled, spells_somebody
from pressparse.diagnostics import diagnostic
from pressparse.phones import is_invalid
from pressparse.text import hull

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressparse.model import Contact, Diagnostic


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
