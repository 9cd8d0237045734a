"""Why a value of a record came out: parsed again with tracing, it is told from what the rules tried."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

import attrs

from pressparse.book import open_book, reading
from pressparse.diagnostics import Attempts
from pressparse.errors import FieldError, NoTextError
from pressparse.explain import reasons
from pressparse.explain.case import Case, Trace, meet, values_on
from pressparse.explain.clues import candidates, cells_at, joins, own_tries, tries_of, words_behind
from pressparse.explanations import Explanation, Place
from pressparse.layout import lay_out
from pressparse.model import DateExpression, Phone, Release
from pressparse.parse import parse
from pressparse.profiles import known_profiles
from pressparse.records import unstructure
from pressparse.rules import Failed, attempted
from pressparse.text import Span
from pressparse.words import LANGUAGES

T = TypeVar("T")

_MOST_SEARCHED = 5  # lines of a region


def explain(release: Release, field: str) -> Explanation:
    """Return why the value of `field` (`date`, `contacts[1].phones[0]`) is what it is in `release`, or missing.

    The text is parsed again by the open book (`Parser.explain`: by that parser's), with tracing. Raises `NoTextError`
    for a record without its text, `FieldError` for a path that leads nowhere, naming what there is, and `TypeError`.
    """
    return explain_fields(release, (field,))[0]


def explain_fields(release: Release, fields: Sequence[str]) -> tuple[Explanation, ...]:
    """Return what `explain` tells of each of `fields`; the text is parsed again once."""
    if not isinstance(release, Release):
        msg = f"explain takes a record, as parse returns it, not {type(release).__name__}"
        raise TypeError(msg)
    text = release.text
    if text is None:
        raise NoTextError
    values = [values_on(release, field) for field in fields]
    trace = Trace()
    with reading(attrs.evolve(open_book(), trace=trace)):
        again = _again(text, release)
        layout = lay_out(text, Attempts())
        for line in layout.lines:  # cells are read from the line's string alone
            trace.see(line.content)
        cases = [Case(release, text, *asked, again, trace, layout) for asked in zip(fields, values, strict=True)]
        return tuple(map(_explained, cases))


def _again(text: str, release: Release) -> Release:
    """Return `text` parsed as `release` was: what its evidence does not tell was given, if it is known here."""
    known = {profile.name for profile in known_profiles()}
    profile = release.profile if "profile" not in release.evidence and release.profile in known else None
    given = "language" not in release.evidence and release.language in LANGUAGES
    return parse(text, profile=profile, language=release.language if given else None)


def _explained(case: Case) -> Explanation:
    found, tries = case.found(), tries_of(case)
    own = own_tries(tries, found)
    searched = tuple(_searched(case)) if case.missing else ()
    return Explanation(
        field=case.field,
        value=_plain(case.value),
        place=case.place(found.span) if found else None,
        table=own[0].table if own else None,
        rule=found.rule if found else None,
        because=tuple(_because(case)),
        words=tuple(dict.fromkeys(_told(words_behind, case, own))),
        candidates=tuple(candidates(case, tries, own)),
        joins=tuple(_told(joins, case)),
        doubts=tuple(f"{d.code}: {d.message}" for d in case.release.diagnostics if _concerns(d.field, case.field)),
        absent=tuple(kind for kind, places in searched if not places and not case.owner),
        searched=tuple(place for _, places in searched for place in places),
    )


def _is_national(phone: Phone) -> bool:
    """Return whether `phone` is printed without its country; rules of others may read a country from anywhere."""
    digits = "".join(filter(str.isdecimal, phone.raw))
    return not phone.raw.startswith(("+", "00", "(+")) and phone.e164 != f"+{digits}"


def _told(tell: Callable[..., Iterator[T]], *args: object) -> list[T]:
    """Return what `tell` yields; nothing where a rule of somebody's fails, as it did in the record."""
    told: list[T] | Failed = attempted(list, tell(*args))
    return [] if isinstance(told, Failed) else told


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a record holds
    return [unstructure(item) for item in value] if type(value) is tuple else unstructure(value)


def _because(case: Case) -> Iterator[str]:
    name, release, value = case.names[0], case.release, case.value
    dated = next((passed for passed in case.values if isinstance(passed, DateExpression)), None)
    if dated and not case.missing:
        yield f"{dated.basis}: {reasons.BASES[dated.basis]}"
    phone = next((passed for passed in case.values if isinstance(passed, Phone)), None)
    if phone and _is_national(phone):
        profile = next((known for known in known_profiles() if known.name == release.profile), None)
        yield reasons.country_reason(profile.region if profile else None, release.profile)
    if name == "profile":
        chosen = release.evidence.get("profile")
        yield reasons.PROFILES[chosen.rule] if chosen else reasons.NO_PROFILE
    elif name == "language" and "language" not in release.evidence:
        yield reasons.GIVEN_LANGUAGE if value else reasons.NO_LANGUAGE
    elif name == "unclaimed" and isinstance(value, Span):
        yield from (reasons.READS_AS.format(cell) for cell in _told(cells_at, case, value))
    if case.contact and (phone or case.missing):
        span = phone.span if phone else case.contact.span
        yield from (reasons.READS_AS.format(cell) for cell in _told(cells_at, case, span) if cell.startswith("other: "))
    if case.missing and name in reasons.ABSENT and not case.owner:
        yield reasons.ABSENT[name]
    if name not in _NOT_OF_THE_TEXT and not _is_again(case):
        yield reasons.OTHERWISE


# What a parser that is given the text alone does not know.
_NOT_OF_THE_TEXT = ("schema_version", "source", "digest", "text", "format", "encoding", "diagnostics", "evidence")


def _is_again(case: Case) -> bool:
    try:
        return bool(values_on(case.again, case.field)[-1] == case.value)
    except FieldError:
        return False


def _concerns(diagnosed: str, field: str) -> bool:
    return diagnosed == field or diagnosed.startswith((f"{field}.", f"{field}[")) or field.startswith(f"{diagnosed}.")


def _searched(case: Case) -> Iterator[tuple[str, list[Place]]]:
    """Yield each region in which a missing field is looked for, and its first lines; of a part those of what has it."""
    owner = case.owner
    for kind in next((reasons.REGIONS[name] for name in reversed(case.names) if name in reasons.REGIONS), ()):
        lines = [line for region in case.layout.regions if region.kind == kind for line in region.lines]
        own = [line for line in lines if not owner or meet(line.span, owner)]
        yield kind, [case.place(line.span) for line in own[:_MOST_SEARCHED]]
