"""`vcard`: a card for each contact, vCard 4.0 (RFC 6350), for address books."""

import uuid
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import regex

from pressparse.exports import Export, releases_of, well_formed
from pressparse.model import Contact, Phone, Release, Row

_LONGEST = 75  # octets of a line
_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://www.rfc-editor.org/rfc/rfc6350")
_LINE_END = regex.compile(r"\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")  # all that some reader takes for one
_CONTROL = regex.compile(r"[\p{Cc}\p{Cs}]")
_ESCAPES = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})
_NO_EXTENSION = regex.compile(r"[^0-9A-Za-z.-]")
_TYPES = {"voice": '"work,voice"', "mobile": '"work,cell,voice"', "fax": '"work,fax"'}


def card(contact: Contact, release: Release) -> str:
    """Return `contact` of `release` as a vCard; a desk, or cells that are nobody's, as the card of an organization."""
    name = contact.name or contact.organization or next(_cells(contact))
    lines = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        f"UID:urn:uuid:{_identity(contact)}",
        f"KIND:{'individual' if contact.kind == 'person' else 'org'}",
        f"FN:{_escaped(name)}",
        *_given("ORG", contact.organization),
        *_given("TITLE", contact.role),
        *map(_phone, contact.phones),
        *(f"EMAIL;TYPE=work:{_escaped(email.address)}" for email in contact.emails),
        *_given("NOTE", _note(release)),
        "END:VCARD",
    ]
    return "".join(map(_folded, lines))


def _cells(contact: Contact) -> Iterator[str]:
    yield from (email.address for email in contact.emails)
    yield from (phone.e164 or phone.raw for phone in contact.phones)
    yield "Press"


def _identity(contact: Contact) -> uuid.UUID:
    """Return what the same contact has in every release: by it address books know that they have a card already."""
    known = [email.address for email in contact.emails] or [contact.organization or "", *_cells(contact)]
    return uuid.uuid5(_SPACE, well_formed("\n".join((contact.kind, contact.name or "", *known))))


def _note(release: Release) -> str:
    reference = release.reference.canonical if release.reference else None
    day = release.date.isoformat() if release.date else None
    return " · ".join(part for part in (reference, day, release.title) if part)


def _given(name: str, value: str | None) -> Iterator[str]:
    if value:
        yield f"{name}:{_escaped(value)}"


def _phone(phone: Phone) -> str:
    if phone.e164 is None:
        return f"TEL;VALUE=text;TYPE={_TYPES[phone.type]}:{_escaped(phone.raw)}"
    extension = f";ext={_NO_EXTENSION.sub('', phone.extension)}" if phone.extension else ""
    return f"TEL;VALUE=uri;TYPE={_TYPES[phone.type]}:tel:{phone.e164}{extension}"


def _escaped(text: str) -> str:
    """Return `text` as a value: its line ends are escaped, what else steers is gone."""
    one = _CONTROL.sub(lambda found: found[0] * (found[0] == "\n"), _LINE_END.sub("\n", well_formed(text)))
    return one.translate(_ESCAPES)


def _folded(line: str) -> str:
    """Return `line` in pieces of at most 75 octets, cut between characters, each further one behind a blank."""
    pieces, length = [""], 0
    for character in line:
        size = len(character.encode())
        if length + size > _LONGEST:
            pieces.append(" ")
            length = 1
        pieces[-1] += character
        length += size
    return "\r\n".join(pieces) + "\r\n"


def _write(rows: Iterable[Row], file: BinaryIO, *, several: bool) -> None:  # noqa: ARG001 - cards either way
    for release in releases_of(rows):
        file.writelines(card(contact, release).encode() for contact in release.contacts)


VCARD = Export(name="vcard", suffix=".vcf", write=_write)
