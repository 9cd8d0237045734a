"""Masthead fields taken off the front of a line, one after the other.

A masthead prints its fields alone or several to a line, in any order, before a title or even before the lead:

    Communiqué de presse | Paris, le 20 janvier 2016 CP009-2016
    CP010-2008 - 37e lancement réussi
    Cannes, le 6 septembre 2022 - Thales […]

So a line is peeled: as long as a field stands at its front, that field is taken, with the separators behind it. What is
left begins at `rest`: nothing (a line of the masthead), a title, or the lead.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

import regex

from pressparse.book import per_book
from pressparse.cells.roles import is_organization
from pressparse.embargoes import is_embargo
from pressparse.issuers import LONGEST_ORGANIZATION, may_list_issuers, organization_names, organizations_in
from pressparse.kinds import KIND_LABELS, KINDS, kind_behind
from pressparse.lexicon import words_of
from pressparse.places import DASHED, DATELINE_WITHIN, PLACES, is_city, may_open_with_dateline, place_alone
from pressparse.references import reference_at
from pressparse.remarks import REMARKS
from pressparse.rules import Failed, Hit, attempted, find_all, has_added_rules, match_at
from pressparse.stamps import RELEASE_DATES, MastheadDate, Stamp, date_labels, date_opener
from pressparse.words import first_word, merged_vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressparse.model import Kind
    from pressparse.profiles import Profile, ReferenceShape
    from pressparse.text import View

Field = Literal["kind", "reference", "date", "place", "embargo", "issuers"]
Step: TypeAlias = "tuple[Field, Callable[[Peeled, int, tuple[Profile, ...]], Peeled | None]]"

_SEPARATORS = regex.compile(
    r"""
    (?:
        [\s\xa0|•·,;:\\–—-]++
      | /(?! [ ]?\p{Lu} [\p{L}\d -]{1,20} / )    # /CNW/ is a remark
      | \( (?=\d) | [)\]]
      | \.(?=\s)
      | I (?=[ ])                                 # CNRS prints a capital I for a bar
    )*+
    """,
    regex.VERBOSE,
)
_BORDER = frozenset("|•·:;/–—-()[]")
_LONGEST_LINE = 200  # longer ones are running text
_LONGEST_FRONT = 400  # characters; no masthead prints its fields beyond
_DIGIT = regex.compile(r"\d")
_BEHIND_DAY = regex.compile(r"(?<=\d[^|]{0,60})[ ]\|")  # another cell of a table
_AGENCY = regex.compile(r"[ ]?[,–—-][ ]?[^()\n]{2,40}+\)")
_NO_MARK = regex.compile(r"[\w\s]*+")
# LUND (CNES PR) — Monday, May 2, 2011, CNES President …: the day of the lead's event, not the release's.
_EVENT = regex.compile(r"(?:[–—]|-[ ])[\s\xa0]*+\p{L}++,?[ ](?:\p{L}++\.?[ ]\d|\d{1,2}[ ]\p{L})[^–—|]{4,24},[\s\xa0]\Z")
_IN_STATE = regex.compile(r",[ ]\p{Lu}[\p{L}.]{1,4}\.?\Z")  # DULLES, VA 12 June 2012
# The tables with whose words a step's field begins. What begins with a number is tried where a digit is near.
_OPENED_BY = {
    "embargo": ("embargo",),
    "kind": ("kinds", "short_kinds"),
    "label": ("date_labels", "published", "updated"),
    "remark": ("release_marks", "issuer_labels", "agency_forms", "wires", "bylines", "published", "updated"),
}
_OPENED_BY_DIGIT = frozenset({"reference", "date", "dateline", "remark"})
_WITHIN = 40  # characters: a first word; a reference shows a digit behind its label, a date within weekday and month


class Peeled(NamedTuple):
    """What a line's front holds; positions are those of its clean string, `rest` is where the peeled part ends.

    `issuer_below` says that the next line names the issuer. `failed` are the fields that could not be read, with why; a
    hit may hold such a `Failed` too.
    """

    line: View
    rest: int
    kind: Hit[Kind] | None = None
    references: tuple[Hit[ReferenceShape], ...] = ()
    date: Hit[MastheadDate] | None = None
    stamp: Stamp = "date"
    place: tuple[int, int] | None = None
    issuers: tuple[tuple[int, int], ...] = ()
    embargo: int | None = None
    issuer_below: bool = False
    failed: tuple[tuple[Field, Exception], ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing is left of the line."""
        return self.rest == len(self.line.text)


def peel(line: View, profiles: tuple[Profile, ...]) -> Peeled:
    """Return the masthead fields at the front of `line`; organizations are `profiles`' names."""
    plain = line.plain()
    text = plain.text
    peeled = Peeled(plain, 0)
    at = 0 if len(text) <= _LONGEST_LINE or may_open_with_dateline(text) else _LONGEST_FRONT
    while at < min(len(text), _LONGEST_FRONT):
        peeled = _taken(peeled, at, profiles)
        if peeled.rest == at:
            break
        if (at := _after_separators(text, peeled.rest)) != peeled.rest:
            peeled = peeled._replace(rest=at)
    peeled = _checked(peeled)
    return peeled if plain is line else peeled._replace(line=line)


def _taken(peeled: Peeled, at: int, profiles: tuple[Profile, ...]) -> Peeled:
    """Return `peeled` with the field at `at` taken, if one stands there; one that fails costs no other."""
    steps = _steps_at(peeled.line.text, at, profiles)
    taken = attempted(_first_taken, peeled, at, profiles, steps)
    if not isinstance(taken, Failed):
        return taken
    for field, take in steps:
        found = attempted(take, peeled, at, profiles)
        if isinstance(found, Failed):
            peeled = _without(peeled, field, found.error)
        elif found:
            return found
    return peeled


def _first_taken(peeled: Peeled, at: int, profiles: tuple[Profile, ...], steps: tuple[Step, ...]) -> Peeled:
    return next(filter(None, (take(peeled, at, profiles) for _, take in steps)), peeled)


def _without(peeled: Peeled, field: Field, error: Exception) -> Peeled:
    return peeled._replace(failed=(*peeled.failed, (field, error)))


def _steps_at(text: str, at: int, profiles: tuple[Profile, ...]) -> tuple[Step, ...]:
    """Return the fields that may begin at `at`, told at little cost: most lines show neither number nor known word."""
    opened, anywhere = _openings(profiles)
    steps = opened.get(first_word(text[at : at + _WITHIN]), anywhere)
    if text[at] in "(/[":
        steps |= {"remark"}
    if "(" in text[at : at + LONGEST_ORGANIZATION] or ((at == 0 or steps) and may_list_issuers(text, at)):
        steps |= {"issuers"}
    if _DIGIT.search(text, at, at + DATELINE_WITHIN):
        steps |= _OPENED_BY_DIGIT
    if at == 0 and "kind" not in steps and len(text) <= LONGEST_ORGANIZATION and kind_behind(text, profiles):
        steps |= {"kind"}
    if 0 < at > len(text) - LONGEST_ORGANIZATION:
        steps |= {"close"}
    return _in_order(steps)


@per_book()
def _openings(profiles: tuple[Profile, ...]) -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    """Return which steps each known word opens, and which any word opens: those with rules of somebody else's."""
    tables = merged_vocabulary("masthead").first_words
    words = {step: frozenset[str]().union(*(tables[table] for table in known)) for step, known in _OPENED_BY.items()}
    words["issuers"] = frozenset(first_word(name) for profile in profiles for name in profile.names)
    words["remark"] |= {"source", "sources"}
    added = {"kind": has_added_rules(KINDS), "remark": has_added_rules(REMARKS)}
    anywhere = frozenset(step for step in added if added[step])
    every = frozenset[str]().union(*words.values())
    return {word: anywhere.union(step for step in words if word in words[step]) for word in every}, anywhere


@cache
def _in_order(steps: frozenset[str]) -> tuple[Step, ...]:
    """Return `steps` as they are tried, an embargo first: it has other fields in its line."""
    return tuple(step for name, step in _STEPS.items() if name in steps or name == "embargo") if steps else ()


def _after_separators(text: str, at: int) -> int:
    match = _SEPARATORS.match(text, at) if at < len(text) else None
    return match.end() if match else at


def _checked(peeled: Peeled) -> Peeled:
    """Give back what only looked like a field because more text follows."""
    text, rest = peeled.line.text, peeled.rest
    if peeled.whole or rest == 0:
        return peeled
    if peeled.issuers:  # 'CNES and ESA sign …' is a title
        rest = peeled.issuers[0][0]
        peeled = peeled._replace(issuers=(), rest=rest)
    if peeled.references or text[:rest].rstrip()[-1:] in _BORDER or _opens_text(peeled):
        return peeled
    # 'Press release from …', '22 October 2020, CNES President …' are sentences
    return Peeled(peeled.line, 0, failed=peeled.failed)


def _opens_text(peeled: Peeled) -> bool:
    """Whether a dateline without a border is one: `Lancé de Kourou le 3 mai 2019, le satellite …` is a sentence."""
    text, place, date = peeled.line.text, peeled.place, peeled.date
    if not place or not date or text[peeled.rest].islower():
        return False
    where = text[slice(*place)]
    marked = not _NO_MARK.fullmatch(text, place[1], date.start) or (text[date.end] == "." and is_city(where))
    return (marked or where.isupper()) and not _EVENT.search(text, place[1], peeled.rest)


def _take_kind(peeled: Peeled, at: int, profiles: tuple[Profile, ...]) -> Peeled | None:
    text = peeled.line.text
    hit = match_at(KINDS.read(), peeled.line, at)
    if hit is None:
        front = kind_behind(text, profiles) if at == 0 else None
        if not front:
            return None
        known = is_organization(words_of(front["issuer"]))
        return peeled._replace(issuers=(front.span("issuer"),) if known else (), rest=front.end())
    if not peeled.kind:
        return peeled._replace(kind=hit, rest=hit.end)
    behind = text[hit.end :].lstrip()  # COMMUNIQUÉ DE PRESSE / PRESS RELEASE
    return peeled._replace(rest=hit.end) if not behind or behind[0] in _BORDER else None


def _take_embargo(peeled: Peeled, at: int, _: tuple[Profile, ...]) -> Peeled | None:
    if not is_embargo(peeled.line, at):
        return None
    bar = _BEHIND_DAY.search(peeled.line.text, at)
    return peeled._replace(embargo=at, rest=bar.start() if bar else len(peeled.line.text))


def _take_reference(peeled: Peeled, at: int, profiles: tuple[Profile, ...]) -> Peeled | None:
    text = peeled.line.text
    hit = reference_at(peeled.line, at, profiles) if _DIGIT.search(text, at, at + _WITHIN) else None
    if not hit:
        return None
    kind = peeled.kind or match_at(KIND_LABELS.read(), peeled.line, at)
    return peeled._replace(kind=kind, references=(*peeled.references, hit), rest=hit.end)


def _take_date(peeled: Peeled, at: int, _: tuple[Profile, ...]) -> Peeled | None:
    text = peeled.line.text
    if at == 0 and text[0] == "(":  # (7 November 2018 - Northern Lake Agency) The station …
        hit = date_at(peeled, 1)
        close = _AGENCY.match(text, hit.end) if hit else None
        return peeled._replace(date=hit, rest=close.end()) if close else None
    hit = _date_near(peeled, at)
    if hit and hit.start > at and text[hit.end :].lstrip()[:1] not in "|•–—-,":
        return None  # `Le 22 octobre 2020 …` is a sentence; `Press release of 22 October 2020` says no more
    return None if hit is None else peeled._replace(date=hit, rest=hit.end)


def _date_near(peeled: Peeled, at: int) -> Hit[MastheadDate] | None:
    """Return the date at `at`, or behind a word that stands there: `le`, `of`."""
    hit = date_at(peeled, at)
    word = None if hit else date_opener().match(peeled.line.text, at)
    return date_at(peeled, word.end()) if word else hit


def date_at(peeled: Peeled, at: int) -> Hit[MastheadDate] | None:
    """Return the date at `at` of a line that has none yet."""
    text = peeled.line.text
    if peeled.date or not _DIGIT.search(text, at, at + _WITHIN):
        return None
    return match_at(RELEASE_DATES.read(), peeled.line, at)


def _take_labelled_date(peeled: Peeled, at: int, _: tuple[Profile, ...]) -> Peeled | None:
    """Take a date with its label, which may stand behind it or alone, or the second one: `Published …, updated …`."""
    line = peeled.line
    for stamp, label in date_labels().items():
        match = label.match(line.text, at)
        hit = match_at(RELEASE_DATES.read(), line, match.end()) if match else None
        if hit:
            first = not peeled.date or peeled.stamp == "updated"
            return peeled._replace(date=hit, stamp=stamp, rest=hit.end) if first else peeled._replace(rest=hit.end)
        alone = at == 0 and match and match.end() == len(line.text)  # its date stands on the next line
        if match and (alone or (peeled.date and peeled.stamp == "date")):  # `Sep. 7, 2018 Updated`
            return peeled._replace(stamp=stamp, rest=match.end())
    return None


def _take_dateline(peeled: Peeled, at: int, profiles: tuple[Profile, ...]) -> Peeled | None:
    text = peeled.line.text
    bracketed = text[at] == "("  # (Lund, 05.02.2010) The station …
    at += bracketed
    hit = match_at(PLACES.read(), peeled.line, at)
    date = _date_near(peeled, hit.end) if hit else None
    if not hit or not date or (bracketed and text[date.end : date.end + 1] != ")"):
        return None
    if isinstance(hit.value, Failed):
        peeled = _without(peeled, "place", hit.value.error)
        return peeled._replace(date=date, stamp="dateline", rest=date.end)
    place = at + hit.value[0], at + hit.value[1]
    if hit.value[0] and text[date.end :].lstrip()[:1] not in "|–—-":
        return None  # `À Paris, le 3 mai 2012, le CNES …` is a sentence
    where = text[slice(*place)]
    listed = "," in where and not bracketed and not _IN_STATE.search(where)
    if (listed and _NO_MARK.fullmatch(text, place[1], date.start)) or organization_names(profiles).fullmatch(where):
        return None
    return peeled._replace(date=date, place=place, stamp="dateline", rest=date.end)


def _take_issuer(peeled: Peeled, at: int, profiles: tuple[Profile, ...]) -> Peeled | None:
    text = peeled.line.text
    match = organization_names(profiles).match(text, at)
    if (at == 0 or not match) and (listed := organizations_in(peeled.line, at, profiles)):
        return peeled._replace(issuers=(*peeled.issuers, *listed), rest=len(text))
    return match and peeled._replace(issuers=(*peeled.issuers, match.span("name")), rest=match.end())


def _take_remark(peeled: Peeled, at: int, _: tuple[Profile, ...]) -> Peeled | None:
    hit = match_at(REMARKS.read(), peeled.line, at)
    if hit is None:
        return None
    if hit.value == "source":
        issued = find_all(RELEASE_DATES.read(), peeled.line)
        return peeled._replace(date=peeled.date or next(iter(issued), None), stamp="published", rest=hit.end)
    stamp: Stamp = "published" if hit.value == "byline" else peeled.stamp
    named = peeled.issuers + (((peeled.line.text.index(":", at) + 2, hit.end),) if hit.value == "named" else ())
    return peeled._replace(rest=hit.end, issuers=named, issuer_below=hit.value == "issuer", stamp=stamp)


def _take_close(peeled: Peeled, at: int, _: tuple[Profile, ...]) -> Peeled | None:
    """Take what closes the line of a date, its place or an organization: `6 mars 2017 - Brest - Agence de la mer`."""
    text, date = peeled.line.text, peeled.date
    if not date:
        return None
    words, comma = words_of(text, at, len(text)), text[date.end] == ","
    known = ("--(" in text and text[-1] != ".") or any("countries" in word.tables for word in words[-1:])
    if (peeled.place and known) or ((peeled.place or comma) and is_organization(words)):
        return peeled._replace(issuers=(*peeled.issuers, (at, len(text))), rest=len(text))
    where = DASHED.split(text[at:])[0]
    place = place_alone(where) if text[date.end - 4 : date.end].isdigit() and not peeled.place else None
    sure = comma or "(" in where or is_city(where.partition(",")[0])  # `22 October 2020 - Space` has a title
    if not place or not (sure or ("," in where and where != text[at:])):
        return None
    peeled = peeled._replace(rest=at + len(where))
    if isinstance(place.value, Failed):
        return _without(peeled, "place", place.value.error)
    return peeled._replace(place=(at + place.value[0], at + place.value[1]))


_STEPS: dict[str, Step] = {
    "embargo": ("embargo", _take_embargo),
    "reference": ("reference", _take_reference),
    "kind": ("kind", _take_kind),
    "label": ("date", _take_labelled_date),
    "date": ("date", _take_date),
    "dateline": ("place", _take_dateline),
    "remark": ("date", _take_remark),
    "issuers": ("issuers", _take_issuer),
    "close": ("place", _take_close),
}
