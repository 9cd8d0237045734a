"""The values of a record that stand somewhere in the text, each under its path."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

import regex

from pressparse.model import Release
from pressparse.text import Span

# How a value is drawn. Where several cover the same characters, the earlier sort comes first.
Sort = Literal["masthead", "title", "cell", "date", "link", "quote", "unclaimed", "diagnostic", "passage", "hint"]

_ITEM = regex.compile(r"(\w+?)s?\[(\d+)\]")
# How what stands in lists is drawn.
_LISTS: dict[str, Sort] = {
    "issuers": "masthead",
    **dict.fromkeys(("paragraphs", "subheadings", "captions", "boilerplate", "footnotes"), "passage"),
    "dates": "date",
    "quotes": "quote",
    "links": "link",
}
_FIELD_SORTS: dict[str, Sort] = {
    "title": "title",
    "kicker": "title",
    "subtitle": "title",
    "profile": "hint",  # these two were concluded from what stands there
    "language": "hint",
}


class Value(NamedTuple):
    """A value of the record: its path (`contacts[1].phones[0]`), how it is drawn, where it stands, whose cell it is."""

    path: str
    sort: Sort
    span: Span
    contact: int | None = None

    @property
    def key(self) -> str:
        """The path as part of an address: `contacts-1-phones-0`."""
        return key_of(self.path)

    @property
    def keys(self) -> tuple[str, ...]:
        """Its own key, and that of the contact that it is a cell of."""
        return (self.key,) if self.contact is None else (self.key, f"contacts-{self.contact}")


def key_of(path: str) -> str:
    """Return `path` as part of an address, without brackets and dots."""
    return path.replace("[", "-").replace("]", "").replace(".", "-")


def counted(path: str) -> str:
    """Return `path` as people count: `contact 2, phone 1`."""
    return _ITEM.sub(lambda match: f"{match[1]} {int(match[2]) + 1}", path).replace(".", ", ")


def values_of(release: Release) -> Iterator[Value]:
    """Yield every value of `release` that says where it stands."""
    for field, evidence in release.evidence.items():
        yield Value(field, _FIELD_SORTS.get(field, "masthead"), evidence.span)
    if release.reference:
        yield Value("reference", "masthead", release.reference.span)
    for field, sort in _LISTS.items():
        for at, item in enumerate(getattr(release, field)):
            yield Value(f"{field}[{at}]", sort, item.span)
    for at, quote in enumerate(release.quotes):
        if quote.speaker_span:
            yield Value(f"quotes[{at}].speaker", "quote", quote.speaker_span)
    yield from _cells(release)
    for at, span in enumerate(release.unclaimed):
        yield Value(f"unclaimed[{at}]", "unclaimed", span)
    for at, found in enumerate(release.diagnostics):
        if found.span:
            yield Value(f"diagnostics[{at}]", "diagnostic", found.span)


def _cells(release: Release) -> Iterator[Value]:
    for at, contact in enumerate(release.contacts):
        for field, evidence in contact.evidence.items():
            yield Value(f"contacts[{at}].{field}", "cell", evidence.span, at)
        for index, phone in enumerate(contact.phones):
            yield Value(f"contacts[{at}].phones[{index}]", "cell", phone.span, at)
        for index, email in enumerate(contact.emails):
            yield Value(f"contacts[{at}].emails[{index}]", "cell", email.span, at)
