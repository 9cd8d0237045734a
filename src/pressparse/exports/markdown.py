"""`markdown`: the release as clean Markdown, laid out so that `parse` finds the same fields in it again."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import regex

from pressparse.exports import Export, releases_of, well_formed
from pressparse.lines import split_lines
from pressparse.model import Contact, Passage, Release, Row
from pressparse.notes import opens_boilerplate
from pressparse.text import View

_KINDS = {
    "en": {
        "press_release": "Press Release",
        "joint_press_release": "Joint Press Release",
        "media_advisory": "Media Advisory",
        "press_kit": "Press Kit",
        "statement": "Statement",
        "note_to_editors": "Note to Editors",
    },
    "fr": {
        "press_release": "Communiqué de presse",
        "joint_press_release": "Communiqué de presse conjoint",
        "media_advisory": "Invitation presse",
        "press_kit": "Dossier de presse",
        "statement": "Déclaration",
        "note_to_editors": "Note aux rédactions",
    },
}
MONTHS = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
}
_EMBARGO = {"en": "Embargo until", "fr": "Sous embargo jusqu’au"}
_SENTENCE_END = regex.compile(r"[.!?…:][\s\"'”’»)\]]*\Z")
# What Markdown would take for its own; a number at the start would open a list by its full stop.
_MARK = regex.compile(
    r"""(?x)
    [*`\[\]\\]
  | < (?= [\p{L}/!?] )
  | (?<!\w) _ | _ (?!\w)
  | \A (?: \# | [-+>] (?=\s) )
  | \A \d{1,9} \K [.)] (?=\s)
    """
)
_ENTITY = regex.compile(r"&(?=#?\w{1,31};)")
_LABELS = {"voice": "Tel: ", "mobile": "Mobile: ", "fax": "Fax: "}


def markdown(release: Release) -> str:
    """Return `release` as Markdown: masthead, title, body, notes, contacts."""
    text = "\n\n".join(
        [*_masthead(release), *_title(release), *_running(release), *_notes(release), *_contacts(release)]
    )
    links = (f"[{link.url}]({link.url})" for link in release.links if link.url not in text and link.raw not in text)
    return "\n\n".join([text, *links]) + "\n"


def _masthead(release: Release) -> Iterator[str]:
    language = "fr" if release.language == "fr" else "en"
    if release.kind:
        yield f"# {_KINDS[language][release.kind]}"
    for issuer in release.issuers:
        yield _line(issuer.name)
    if release.date:
        yield _dateline(release, release.date, language)
    if release.reference:
        yield _line(release.reference.raw)
    if release.embargo:
        yield _embargo(release.embargo, language)


def _dateline(release: Release, date: dt.date, language: str) -> str:
    place = f"{_line(release.place)}, " if release.place else ""
    kicker = f" | {_line(release.kicker)}" if release.kicker and release.kicker not in (release.title or "") else ""
    return f"{place}{_day(date, language)}{_in_dateline(release)}{kicker}"


def _in_dateline(release: Release) -> str:
    """Return the name by which the issuer was recognized, if it stands in no field, as datelines print it."""
    named = release.evidence.get("profile")
    if named is None or named.rule not in {"dateline", "mentions", "masthead"}:
        return ""
    passages = (*release.paragraphs, *release.boilerplate, *release.captions, *release.subheadings)
    fields = (
        *(issuer.span for issuer in release.issuers),
        *(passage.span for passage in passages),
        *(release.evidence[field].span for field in ("title", "subtitle") if field in release.evidence),
    )
    if any(start <= named.span.start < end for start, end in fields):
        return ""
    return f" ({_line(named.raw)})"


def _embargo(embargo: dt.date | dt.datetime, language: str) -> str:
    line = f"{_EMBARGO[language]} {_day(embargo, language)}"
    if not isinstance(embargo, dt.datetime):
        return line
    offset = embargo.utcoffset()
    hours = f"{offset // dt.timedelta(hours=1):+d}" if offset else ""
    return f"{line}, {embargo:%H:%M}" + (f" UTC{hours}" if offset is not None else "")


def _day(day: dt.date, language: str) -> str:
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year}"


def _title(release: Release) -> Iterator[str]:
    if release.title:
        yield f"# {_line(release.title)}"
    if release.subtitle:
        yield f"# {_line(release.subtitle)}"


def _running(release: Release) -> Iterator[str]:
    pieces = [
        *((passage, "" if _SENTENCE_END.search(passage.text) else "- ") for passage in release.paragraphs),
        *((passage, "### ") for passage in release.subheadings),
        *((passage, "") for passage in release.captions),
        *((passage, "") for passage in release.boilerplate),
    ]
    standing = release.boilerplate[:1]
    for passage, mark in sorted(pieces, key=lambda piece: piece[0].span):
        if passage in standing and not opens_boilerplate(split_lines(View.of(passage.text))[0]):
            yield "-end-"
        yield (mark or _front(release, passage)) + _line(passage.text)


def _front(release: Release, passage: Passage) -> str:
    if release.date or not release.place or passage not in release.paragraphs[:1]:
        return ""
    return f"{_line(release.place)}{_in_dateline(release)} — "


def _notes(release: Release) -> Iterator[str]:
    for note in release.footnotes:
        yield _line(f"{note.marker} {note.text}")


def _contacts(release: Release) -> Iterator[str]:
    unassigned = True
    for contact in release.contacts:
        # What is nobody's stands under a heading of its own, so that nobody beside it is given it.
        if unassigned or contact.kind == "unassigned":
            yield _contacts_heading(contact)
        unassigned = contact.kind == "unassigned"
        lines = (
            *([f"**{_line(contact.name)}**"] if contact.name else ()),
            *([_line(contact.role)] if contact.role else ()),
            *([_line(contact.organization)] if contact.organization and not _told(contact) else ()),
            *(_LABELS[phone.type] + _line(phone.raw) for phone in contact.phones),
            *(f"[{email.address}](mailto:{email.address})" for email in contact.emails),
        )
        yield "  \n".join(lines)


def _contacts_heading(contact: Contact) -> str:
    organization = contact.organization if contact.kind == "unassigned" else None
    return f"## Contacts {_line(organization)}" if organization else "## Contacts"


def _told(contact: Contact) -> bool:
    """Tell whether the heading or the role names the organization, which on a line below may look like a name."""
    return contact.kind == "unassigned" or (contact.organization or "") in (contact.role or "")


def _line(text: str) -> str:
    return _ENTITY.sub("&amp;", _MARK.sub(r"\\\g<0>", " ".join(text.splitlines())))


def _write(rows: Iterable[Row], file: BinaryIO, *, several: bool) -> None:  # noqa: ARG001 - a rule parts them
    file.writelines(
        ("\n---\n\n" * bool(number) + well_formed(markdown(release))).encode()
        for number, release in enumerate(releases_of(rows))
    )


MARKDOWN = Export(name="markdown", suffix=".md", write=_write)
