"""The masthead: kind, reference, date, place, embargo and issuers, wherever in the head each is printed."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs
import regex

from pressparse.embargoes import embargo_behind, read_embargo
from pressparse.evidence import Evidence, evidence_of
from pressparse.headlines import is_sentence
from pressparse.kinds import kind_of_tag
from pressparse.model import Issuer, Kind, Reference
from pressparse.peeling import Peeled, date_at, peel
from pressparse.places import PLACE_LINES, may_open_with_dateline
from pressparse.references import reference_of
from pressparse.rules import Hit, built, find_all
from pressparse.stamps import NUMERIC_RULES, MastheadDate, Stamp, in_order
from pressparse.text import View
from pressparse.words import fold, merged_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pressparse.diagnostics import Attempts
    from pressparse.profiles import Profile

# Which date is the release's own where several are printed: a dateline beats a site's stamp.
_RANK: dict[Stamp, int] = {"dateline": 0, "date": 1, "labelled": 3, "published": 3, "updated": 4}
_NUMERIC_RANK = 2
_SENTENCE = regex.compile(
    r"""[\s\xa0]++ (?P<text> ["“«]? [\s\xa0]? (?P<first> \p{Lu} [\p{L}\d'’-]*+ ) [\s\xa0]++ (?P<small> \p{Ll} )?+ )""",
    regex.VERBOSE,
)
_KICKER_WORDS = 12
_STANDFIRSTS, _MOST_STANDFIRSTS = 3, 10
_LONGEST_PLACELINE = 120


@attrs.frozen(kw_only=True)
class Masthead:
    """The fields of the masthead with what they were read from.

    `other_date` is the release date in the other order of numbers, where both are dates; `weekday` the printed one, 0
    for Monday; `kicker` what stands behind the date's bar; `lead` is how much of the lead is its dateline.
    """

    kind: Kind | None = None
    references: tuple[Reference, ...] = ()
    date: dt.date | None = None
    other_date: dt.date | None = None
    weekday: int | None = None
    place: str | None = None
    embargo: dt.date | dt.datetime | None = None
    issuers: tuple[Issuer, ...] = ()
    kicker: View | None = None
    lead: int = 0
    evidence: tuple[tuple[str, Evidence], ...] = ()


def find_lead(paragraphs: Sequence[View], profiles: tuple[Profile, ...]) -> Peeled | None:
    """Return the lead, its dateline peeled off: the first paragraph, or one below standfirsts with a dateline."""
    texts = (at for at, paragraph in enumerate(paragraphs[:_MOST_STANDFIRSTS]) if is_sentence(paragraph.text))
    fronts = [peel(paragraph, profiles) for paragraph in paragraphs[: max(_STANDFIRSTS, next(texts, 0) + 1)]]
    opened = (
        front
        for front in fronts
        if (front.rest and not front.whole) or (may_open_with_dateline(front.line.text) and _placelines(front.line))
    )
    return next(opened, fronts[0] if fronts else None)


def find_masthead(fronts: Sequence[Peeled], lead: Peeled | None, profile: Profile, attempt: Attempts) -> Masthead:
    """Return the fields that the peeled lines of the head and the `lead` hold, each read in an attempt of its own."""
    if lead and lead.rest and not lead.whole:
        fronts = (*fronts, lead)
    for front in fronts:
        for field, error in front.failed:
            attempt.fail(field, error)
    fronts = attempt("embargo", _with_embargoed_dates, fronts, otherwise=fronts)
    dated = attempt("date", _dated, fronts, otherwise=None)
    if lead and not dated:  # with no other date, the one that the lead begins with
        lead = attempt("date", _peel_glued_date, lead.line, otherwise=None) or lead
        dated = attempt("date", _dated, (lead,), otherwise=None)
    date = attempt("date", _date, dated, otherwise=None)
    kind = attempt("kind", _kind, fronts, otherwise=None)
    place = attempt("place", _place, dated, lead, otherwise=None)
    embargo = attempt("embargo", _embargo, fronts, profile, otherwise=None)
    values = {
        "kind": kind and kind[1:],
        "date": date and date[1:],
        "place": place and place[:2],
        "embargo": embargo and embargo[1:],
    }
    return Masthead(
        kind=kind[0] if kind else None,
        references=attempt("reference", _references, fronts, otherwise=()),
        date=in_order(date[0], profile.date_order) if date else None,
        other_date=date[0].other if date else None,
        weekday=date[0].weekday if date else None,
        place=place[0].text if place else None,
        embargo=embargo[0] if embargo else None,
        issuers=attempt("issuers", _issuers, fronts, otherwise=()),
        kicker=attempt("kicker", _kicker, dated, profile, otherwise=None),
        lead=max(lead.rest if lead and not lead.whole else 0, place[2] if place else 0),
        evidence=tuple((name, evidence_of(*found)) for name, found in values.items() if found),
    )


def _peel_glued_date(line: View) -> Peeled | None:
    """Return the date that stands in front of the running text `line` without a border: `25 May 2016 The agency has`.

    What follows it must begin a sentence: with a small word, a possessive, or a word that a small one follows, and that
    is nothing a day could belong to (`25 May 2016 Symposium`).
    """
    hit = date_at(Peeled(line, 0), 0)
    match = _SENTENCE.match(line.text, hit.end) if hit and is_sentence(line.text) else None
    if not hit or not match:
        return None
    meanings, first = merged_vocabulary("masthead").meanings, fold(match["first"])
    begins = match["small"] or first in meanings["function_words"] or first.endswith("'s")
    if not begins or first in meanings["event_nouns"]:
        return None
    return Peeled(line, match.start("text"), date=hit)


def _with_embargoed_dates(fronts: Sequence[Peeled]) -> tuple[Peeled, ...]:
    """Return `fronts`, a date alone below a bare embargo label as the embargo's: it must not pass for the release's."""
    labelled = False
    found: list[Peeled] = []
    for front in fronts:
        below = labelled and front.date and front.whole and not front.place
        found.append(front._replace(date=None, embargo=0) if below else front)
        labelled = front.embargo is not None and not any(map(str.isdigit, front.line.text))
    return tuple(found)


def _kind(peeled: Sequence[Peeled]) -> tuple[Kind, View, str] | None:
    for front in peeled:
        if front.kind:
            hit = front.kind
            match_at = front.line.text[hit.start : hit.end]
            start = hit.start + len(match_at) - len(match_at.lstrip("[ "))
            return built(hit), front.line.cut(start, hit.start + len(match_at.rstrip("] "))), hit.rule.name
    for front in peeled:
        kind = kind_of_tag(front.line.text)
        if kind:
            return kind, front.line, "tag"
    return None


@attrs.frozen
class _Dated:
    """A peeled line that has a date, and how that is labelled, on the line itself or on the one before it."""

    front: Peeled
    date: Hit[MastheadDate]
    stamp: Stamp


def _dated(peeled: Sequence[Peeled]) -> _Dated | None:
    """Return the line whose date is the release's own: of equal rank the first."""
    dated = [
        _Dated(front, front.date, before.stamp if before and not before.date and front.stamp == "date" else front.stamp)
        for before, front in pairwise((None, *peeled))
        if front and front.date
    ]
    first = min(dated, key=_rank, default=None)
    return next((other for other in dated if first and _is_changed_day(first, other, peeled)), first)


def _is_changed_day(first: _Dated, other: _Dated, peeled: Sequence[Peeled]) -> bool:
    """Tell whether `first` is the day of a page's last change: right below it stands `other`, alone and earlier."""
    together = any(above is first.front and below is other.front for above, below in pairwise(peeled))
    return together and _is_bare(first) and _is_bare(other) and built(other.date).date < built(first.date).date


def _is_bare(dated: _Dated) -> bool:
    start, end = dated.date.start, dated.date.end
    return dated.stamp == "date" and (start, end) == (0, len(dated.front.line.text)) and _rank(dated) < _NUMERIC_RANK


def _rank(dated: _Dated) -> int:
    rank = _RANK[dated.stamp]
    return _NUMERIC_RANK if rank == 1 and dated.date.rule.name in NUMERIC_RULES else rank


def _date(dated: _Dated | None) -> tuple[MastheadDate, View, str] | None:
    """Return the date, its words, and its rule."""
    if not dated:
        return None
    hit = dated.date
    date = built(hit)
    return date, dated.front.line.cut(hit.start + date.start, hit.start + date.end), hit.rule.name


def _references(fronts: Sequence[Peeled]) -> tuple[Reference, ...]:
    hits = [(front.line, hit) for front in fronts for hit in front.references]
    return tuple(reference_of(line, hit) for line, hit in hits if built(hit))


def _place(dated: _Dated | None, lead: Peeled | None) -> tuple[View, str, int] | None:
    """Return the dateline's place, its rule, and how much of the lead it takes with its separator."""
    if dated and dated.front.place:
        return dated.front.line.cut(*dated.front.place), "dateline", 0
    hits = _placelines(lead.line) if lead else []
    return (lead.line.cut(*hits[0].value), hits[0].rule.name, hits[0].end) if lead and hits else None


def _placelines(lead: View) -> list[Hit[tuple[int, int]]]:
    return find_all(PLACE_LINES.read(), lead.cut(0, _LONGEST_PLACELINE))


def _embargo(fronts: Sequence[Peeled], profile: Profile) -> tuple[dt.date | dt.datetime, View, str] | None:
    for front in fronts:
        at = embargo_behind(front.line) if front.embargo is None else front.embargo
        if at is not None:
            line = front.line.cut(at, len(front.line.text))
            found = read_embargo(line, profile.date_order)
            if found:
                return found.value, line.cut(found.start, found.end), "embargo"
    return None


def _issuers(peeled: Iterable[Peeled]) -> tuple[Issuer, ...]:
    found: dict[str, Issuer] = {}
    for front in peeled:
        for start, end in front.issuers:
            name = front.line.text[start:end].replace("\xa0", " ")
            found.setdefault(name, Issuer(name=name, span=front.line.span(start, end)))
    return tuple(found.values())


def _kicker(dated: _Dated | None, profile: Profile) -> View | None:
    """Return what an issuer who does so prints behind the bar of its date line."""
    if not profile.kicker_on_date_line or not dated or dated.front.whole:
        return None
    rest = dated.front.line.cut(dated.front.rest, len(dated.front.line.text)).strip()
    return rest if rest.text.count(" ") < _KICKER_WORDS else None
