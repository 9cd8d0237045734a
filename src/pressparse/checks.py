"""What the fields of a record say about each other, and which of them are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from pressparse.diagnostics import diagnostic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pressparse.masthead import Masthead
    from pressparse.model import Diagnostic, Release
    from pressparse.text import Span

_FOREIGN = regex.compile(r"[\p{Greek}\p{Cyrillic}]")
_LATIN = regex.compile(r"\p{Latin}")
_LIKE_LATIN = frozenset("аеіјорсухѕԁһԛԝ")  # Cyrillic letters that look Latin
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def checks(release: Release, masthead: Masthead) -> tuple[Diagnostic, ...]:
    """Return what is missing, ambiguous or contradictory across the fields of `release`."""
    return tuple(found for check in _CHECKS for found in check(release, masthead))


def _missing(release: Release, _: Masthead) -> Iterator[Diagnostic]:
    for field in ("kind", "reference", "date", "title", "contacts"):
        if not getattr(release, field):
            one = field.removesuffix("s")
            yield diagnostic(f"{field}-missing", field, f"no {one} is printed where releases print one")


def _reference_year(release: Release, _: Masthead) -> Iterator[Diagnostic]:
    reference, date = release.reference, release.date
    if reference and date and reference.year != date.year:
        message = f"the reference is of {reference.year}, the release of {date.year}"
        yield diagnostic("reference-year-mismatch", "reference", message, reference.span)


def _references(_: Release, masthead: Masthead) -> Iterator[Diagnostic]:
    others = {reference.canonical: reference for reference in reversed(masthead.references)}
    if len(others) > 1:
        second = [*reversed(others.values())][1]
        message = f"the head prints {', '.join(dict.fromkeys(r.canonical for r in masthead.references))}"
        yield diagnostic("reference-ambiguous", "reference", message, second.span)


def _numeric_date(release: Release, masthead: Masthead) -> Iterator[Diagnostic]:
    if masthead.other_date and release.date:
        message = f"read as {release.date}; month first or day first, both give a date"
        yield diagnostic("date-ambiguous", "date", message, _span(release, "date"))


def _weekday(release: Release, masthead: Masthead) -> Iterator[Diagnostic]:
    if release.date and masthead.weekday is not None and release.date.weekday() != masthead.weekday:
        message = f"{release.date} is a {_DAYS[release.date.weekday()]}, not a {_DAYS[masthead.weekday]}"
        yield diagnostic("weekday-mismatch", "date", message, _span(release, "date"))


def _lead_year(release: Release, _: Masthead) -> Iterator[Diagnostic]:
    """Find the lead's own event on the release's day and month with another printed year: one is a misprint."""
    day = release.date
    if not day or not release.paragraphs:
        return
    lead = release.paragraphs[0].span
    for index, date in enumerate(release.dates):
        start = date.start
        if date.span.start >= lead.start and date.precision == "day" and start and date.span.end <= lead.end:
            if date.basis == "printed" and (start.month, start.day) == (day.month, day.day) and start.year != day.year:
                message = f"the lead's event is of {start}, the release of {day}"
                yield diagnostic("date-year-conflict", f"dates[{index}]", message, date.span)
            return


def _lookalikes(release: Release, _: Masthead) -> Iterator[Diagnostic]:
    for field, printed, domain, span in _foreign_domains(release):
        if _looks_like_another(domain):
            foreign = ", ".join(f"U+{ord(letter):04X}" for letter in sorted(set(_FOREIGN.findall(domain))))
            yield diagnostic("domain-lookalike", field, f"{printed} has letters that only look Latin: {foreign}", span)


def _foreign_domains(release: Release) -> Iterator[tuple[str, str, str, Span]]:
    """Yield each mail and web address of `release` that has more than ASCII's letters in its domain: its path, itself,
    its domain and its span.
    """
    for at, contact in enumerate(release.contacts):
        for number, email in enumerate(contact.emails):
            domain = email.address.rpartition("@")[2]
            if not domain.isascii():
                yield f"contacts[{at}].emails[{number}]", email.address, domain, email.span
    for at, link in enumerate(release.links):
        domain = link.url.split("/")[2]
        if not domain.isascii():
            yield f"links[{at}]", link.url, domain, link.span


def _looks_like_another(domain: str) -> bool:
    """Return whether a label has letters of two alphabets, or Cyrillic ones alone that all look Latin."""
    labels = [label for label in domain.lower().split(".") if _FOREIGN.search(label)]
    return any(_LATIN.search(label) or _LIKE_LATIN.issuperset(label) for label in labels)


def _span(release: Release, field: str) -> Span:
    return release.evidence[field].span


_CHECKS: Sequence[Callable[[Release, Masthead], Iterator[Diagnostic]]] = (
    _missing,
    _reference_year,
    _references,
    _numeric_date,
    _weekday,
    _lead_year,
    _lookalikes,
)
