"""What a record lacks: values that are absent, and parts of values."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressparse.model import Contact, Release

SCALARS = ("kind", "reference", "date", "place", "embargo", "title", "kicker", "subtitle", "language")
_LISTS = ("issuers", "paragraphs", "dates", "quotes", "contacts", "links")
_SAID = "-missing"


class Gap(NamedTuple):
    """What is lacking, and the values that are there without it."""

    lacks: str
    paths: tuple[str, ...]


def absent_of(release: Release) -> tuple[str, ...]:
    """Return the keys of `release` that are null or empty and about which no diagnostic speaks."""
    said = {found.code.removesuffix(_SAID) for found in release.diagnostics if found.code.endswith(_SAID)}
    return tuple(key for key in (*SCALARS, *_LISTS) if not getattr(release, key) and key not in said)


def gaps_of(release: Release) -> tuple[Gap, ...]:
    """Return what dates, quotes and contacts of `release` lack that others have."""
    found: dict[str, list[str]] = {}
    for path, lacks in _lacking(release):
        found.setdefault(lacks, []).append(path)
    return tuple(Gap(lacks, tuple(paths)) for lacks, paths in found.items())


def _lacking(release: Release) -> Iterator[tuple[str, str]]:
    """Yield the path of each value that lacks something, and what it lacks."""
    for at, date in enumerate(release.dates):
        if date.start is None:
            yield f"dates[{at}]", "year"
    for at, quote in enumerate(release.quotes):
        if quote.speaker is None:
            yield f"quotes[{at}]", "speaker"
    for at, contact in enumerate(release.contacts):
        for lacks in _lacking_parts(contact):
            yield f"contacts[{at}]", lacks
        for index, phone in enumerate(contact.phones):
            if phone.e164 is None:
                yield f"contacts[{at}].phones[{index}]", "international form"


def _lacking_parts(contact: Contact) -> Iterator[str]:
    if contact.kind == "unassigned":  # cells that belong to nobody
        yield "name"
        return
    if contact.kind == "person" and not contact.role:
        yield "role"
    if not contact.phones:
        yield "phone"
    if not contact.emails:
        yield "e-mail"
