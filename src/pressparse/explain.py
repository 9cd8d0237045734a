"""Why a value of a record came out: parsed again with tracing, it is told from what the rules tried."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs
import regex

from pressparse.book import open_book, reading
from pressparse.contacts import joins_in
from pressparse.contacts.spelling import spelled
from pressparse.diagnostics import Attempts
from pressparse.errors import NoTextError
from pressparse.explanations import Candidate, Explanation, Place
from pressparse.layout import lay_out
from pressparse.lexicon import words_of
from pressparse.model import DateExpression
from pressparse.parse import parse
from pressparse.paths import values_on
from pressparse.records import unstructure
from pressparse.rules import Failure, words_of_table
from pressparse.tracing import Trace
from pressparse.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressparse.layout import Layout
    from pressparse.model import Contact, Release
    from pressparse.text import Span
    from pressparse.tracing import Try

# The tables that a field is read by, and the regions that it is looked for in.
_TABLES: dict[str, tuple[str, ...]] = {
    "reference": ("references",),
    "kind": ("kinds", "kind labels"),
    "date": ("release dates",),
    "embargo": ("release dates",),
    "place": ("places", "place lines", "release dates"),
    "kicker": ("kickers",),
    "dates": ("dates",),
    "phones": ("phones",),
    "emails": ("emails",),
}
_REGIONS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("reference", "kind", "date", "place", "embargo", "issuers"), ("masthead", "title")),
    **dict.fromkeys(("title", "kicker", "subtitle"), ("title", "unknown")),
    **dict.fromkeys(("paragraphs", "subheadings", "dates", "quotes", "language"), ("title", "body")),
    **dict.fromkeys(("contacts", "phones", "emails"), ("contacts",)),
    "captions": ("caption",),
    "boilerplate": ("boilerplate",),
    "footnotes": ("footnote",),
}
# What a scalar is taken from where several places have one.
_CHOICES = {
    "reference": "the first reference of the masthead counts",
    "date": "a dateline counts before a date line of its own, that before the stamp of a site; of equals the first",
    "kind": "the first kind of the masthead counts",
    "place": "a place counts with the date that is the release's own, or alone in front of the lead",
}
_HOWS = {
    "row": "stands in one line with the name",
    "card": "stands between this name and the next one",
    "side": "stands below the name, beside those of others",
    "column": "stands in a column with one cell for each name, at the name's place",
    "reordered": "an address that spells this name, though it stands at the place of another",
    "spelled": "an address that spells this name, in a column that has not one cell for each name",
    "left": "could be joined to nobody: its column has not one cell for each name",
}
_BASES = {
    "printed": "its year is printed",
    "weekday": "the printed weekday fits no other year near the release's",
    "tense": "the verb of its clause tells on which side of the release it lies",
    "relative": "its words count from the release's day",
    "assumed": "nothing tells its year: the release's own is assumed",
    "unknown": "nothing tells its year, and the release has none",
}
_AROUND = 30
_MOST_SEARCHED = 12
_LISTS = regex.compile(r"\\L<(\w+)>")
_PIECES = regex.compile(r"[\w'’-]+")


def explain(release: Release, field: str) -> Explanation:
    """Return why the value of `field` (`date`, `contacts[1].phones[0]`) is what it is in `release`, or missing.

    The text is parsed again by the open book (`Parser.explain`: by that parser's), with tracing. Raises `NoTextError`
    for a record without its text, and `FieldError` for a path that leads nowhere, naming what there is.
    """
    if release.text is None:
        raise NoTextError
    values = values_on(release, field)
    trace = Trace()
    with reading(attrs.evolve(open_book(), trace=trace)):
        _again(release.text, release, field)
        layout = lay_out(release.text, Attempts())
        for line in layout.lines:  # cells are read from the line's string alone
            trace.see(line.content)
        return _explained(_Case(release, release.text, field, values, trace, layout))


def _again(text: str, release: Release, field: str) -> None:
    """Parse `text` as `release` was, for its trace: by itself, else with the profile and language of the record."""
    tried = parse(text)
    if _value_of(tried, field) != _value_of(release, field):
        parse(text, profile=release.profile if release.profile != tried.profile else None, language=None)


def _value_of(release: Release, field: str) -> object:
    name = "".join(takewhile(lambda letter: letter not in "[.", field))
    value: object = getattr(release, name)
    return value


class _Case(NamedTuple):
    """What an explanation is made from."""

    release: Release
    text: str
    field: str
    values: tuple[Any, ...]
    trace: Trace
    layout: Layout

    @property
    def names(self) -> list[str]:
        """The names on the path, from the record down."""
        return [part.partition("[")[0] for part in self.field.split(".")]

    def place(self, span: Span) -> Place:
        """Return what stands at `span`, on one line."""
        text = self.text
        before = text[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2]
        behind = text[span.end : span.end + _AROUND].partition("\n")[0]
        return Place(span, span.of(text), before, behind, self._region(span))

    def _region(self, span: Span) -> str | None:
        regions = ((line, region.kind) for region in self.layout.regions for line in region.lines)
        return next((kind for line, kind in regions if line.span.start <= span.start < line.span.end), None)


def _explained(case: _Case) -> Explanation:
    value, found = case.values[-1], _found(case)
    tries = [
        (span, tried)
        for table in _tables(case)
        for tried in case.trace.tries
        if tried.table == table
        for span in _spans(case, tried)
    ]
    own = [tried for span, tried in tries if found and tried.rule.name == found[1] and _meet(span, found[0])]
    return Explanation(
        field=case.field,
        value=_plain(value),
        place=case.place(found[0]) if found else None,
        table=own[0].table if own else None,
        rule=found[1] if found else None,
        because=tuple(_because(case)),
        words=tuple(dict.fromkeys(_words(own[0]) if own else _lexicon(case, found))),
        candidates=tuple(_candidates(case, tries, own, found)),
        joins=tuple(_joins(case)),
        doubts=tuple(f"{d.code}: {d.message}" for d in case.release.diagnostics if _concerns(d.field, case.field)),
        searched=tuple(_searched(case)) if value is None or value == () else (),
    )


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a record holds
    return [unstructure(item) for item in value] if type(value) is tuple else unstructure(value)


def _found(case: _Case) -> tuple[Span, str | None] | None:
    """Return where the value stands, and the rule that took it; a part of a value stands where that does."""
    name, owner = case.names[-1], case.values[-2] if "." in case.field else case.release
    evidence = getattr(owner, "evidence", {}).get(name)
    if evidence:
        return evidence.span, evidence.rule
    for value in reversed(case.values):
        span = getattr(value, "span", None)
        if span is not None:
            return span, getattr(value, "rule", None)
    return None


def _because(case: _Case) -> Iterator[str]:
    """Yield what decided beside the rule: for a date of the body how its year is known."""
    basis = next((value.basis for value in case.values if isinstance(value, DateExpression)), None)
    if basis:
        yield f"{basis}: {_BASES[basis]}"


def _tables(case: _Case) -> tuple[str, ...]:
    return next((_TABLES[name] for name in reversed(case.names) if name in _TABLES), ())


def _spans(case: _Case, tried: Try) -> Iterator[Span]:
    """Yield where a match may stand: several lines may say the same."""
    for view in case.trace.views.get(tried.text, ()):
        if view.given == case.text:
            yield view.span(tried.start, tried.end)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _words(tried: Try) -> Iterator[str]:
    """Yield the entries of the vocabulary that a match holds, each with its table and what it stands for."""
    vocabulary = words_of_table(tried.table)
    printed = [text for _, text in tried.groups] + _PIECES.findall(tried.text[tried.start : tried.end])
    for table in dict.fromkeys(_LISTS.findall(tried.rule.pattern)):
        known = vocabulary.meanings.get(table, {}) if vocabulary else {}
        for text in printed:
            word = fold(text).rstrip(".")
            if word in known:
                meaning = known[word]
                yield f"{table}: {word}" + ("" if meaning is True else f" = {meaning}")


def _lexicon(case: _Case, found: tuple[Span, str | None] | None) -> Iterator[str]:
    """Yield which tables list the words of a contact's name, role or organization."""
    if found and "contacts" in case.names and case.names[-1] in ("name", "role", "organization"):
        for word in words_of(found[0].of(case.text)):
            yield from (f"{table}: {word.folded}" for table in sorted(word.tables))


def _candidates(
    case: _Case, tries: Sequence[tuple[Span, Try]], own: Sequence[Try], found: tuple[Span, str | None] | None
) -> Iterator[Candidate]:
    """Yield what else matched: of a list's item at its own place, of a scalar anywhere."""
    scalar = case.names[0] in _CHOICES or case.names[0] in ("embargo", "kicker")
    done: set[tuple[Span, str, str]] = set()
    for span, tried in tries:
        key = (span, tried.table, tried.rule.name)
        elsewhere = found is None or not _meet(span, found[0])
        if tried in own or key in done or (elsewhere and not scalar and found):
            continue
        done.add(key)
        yield Candidate(case.place(span), tried.table, tried.rule.name, _reason(case, tried, own, span, found))


def _reason(case: _Case, tried: Try, own: Sequence[Try], span: Span, found: tuple[Span, str | None] | None) -> str:
    if tried.value is None:
        return "refused by its build: the pattern matches, but there is no such value"
    if isinstance(tried.value, Failure):
        return f"failed: {type(tried.value.error).__name__}: {tried.value.error}"
    if not found:
        return "matched where the field is not taken from"
    if not _meet(span, found[0]):
        return _CHOICES.get(case.names[0], "stands elsewhere")
    if own and own[0].table == tried.table:
        earlier = own[0].start == tried.start and own[0].text == tried.text
        return (
            f"{own[0].rule.name!r} comes first in the table" if earlier else f"overlaps what {own[0].rule.name!r} took"
        )
    return f"another rule, {found[1]!r}, took the value" if found[1] else "the value was taken without a rule"


def _joins(case: _Case) -> Iterator[tuple[str, str]]:
    """Yield each cell of the contact on the path, printed, with why it is that contact's."""
    contact: Contact | None = case.values[1] if case.field.startswith("contacts[") else None
    if contact is None:
        return
    inside = case.values[-1] if len(case.values) > 2 else contact  # noqa: PLR2004 - `contacts`, the contact, its cell
    wanted: Span = getattr(inside, "span", None) or (_found(case) or (contact.span, None))[0]
    lines = [line for run in case.layout.runs("contacts") for line in run]
    cells = {phone.span: phone.raw for phone in contact.phones} | {email.span: email.raw for email in contact.emails}
    cells |= {evidence.span: evidence.raw for field, evidence in contact.evidence.items() if field != "name"}
    for span, how in joins_in(lines):
        own = next((raw for place, raw in cells.items() if _meet(span, place) and _meet(span, wanted)), None)
        if own is not None:
            yield own, _HOWS[how] + _proof(contact, own)
    for field, evidence in contact.evidence.items():
        if evidence.rule == "heading" and _meet(evidence.span, wanted):
            yield evidence.raw, f"{field}: the heading above names it"


def _proof(contact: Contact, raw: str) -> str:
    """Return what proves a join by position: that the address spells the name."""
    address = next((email.address for email in contact.emails if email.raw == raw), "")
    proven = contact.name and address and spelled(address, [contact.name]) is not None
    return "; the address spells the name" if proven else ""


def _concerns(diagnosed: str, field: str) -> bool:
    return diagnosed == field or diagnosed.startswith((f"{field}.", f"{field}[")) or field.startswith(f"{diagnosed}.")


def _searched(case: _Case) -> Iterator[Place]:
    """Yield the lines in which a missing field was looked for: those of its regions, if the text has any."""
    kinds = next((_REGIONS[name] for name in reversed(case.names) if name in _REGIONS), ())
    lines = [line for region in case.layout.regions if region.kind in kinds for line in region.lines]
    yield from (case.place(line.span) for line in lines[:_MOST_SEARCHED])
