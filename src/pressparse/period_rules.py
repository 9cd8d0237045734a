"""How the parts of a year are written, months, seasons, quarters, halves and weeks, and years and decades."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import regex

from pressparse.date_words import (
    AFTER,
    ARTICLE,
    BEFORE,
    END,
    GAP,
    LINK,
    MODIFIER,
    TAIL,
    YEAR,
    is_range,
    is_word,
    modifier_of,
    number_of,
    relation_of,
    shift_of,
    whole,
)
from pressparse.shapes import Dated, DateRule, Mention, Part

if TYPE_CHECKING:
    from pressparse.shapes import Unit

_JOINT = r"\L<range_joints> | \L<list_joints>"
_CONTEXT = r"\L<time_words> | \L<link_words> | \L<determiners> | \L<between> | \L<months> [,/–-]?"
_NO_NUMBER = rf"(?! \d | [.,]\d | \s?% | (?: {GAP} | - ) \L<units> (?! \w ) )"
_NO_PLURAL = rf"(?! {GAP} (?! \L<no_plurals> (?! \w ) ) \p{{Ll}}+ (?<= [sx] ) (?! \w ) )"
_NO_COUNT = rf"(?! {GAP} (?: {_JOINT} ) {GAP} \d[\d.,]*+ {GAP}?+ \L<units> (?! \w ) )"
_BARE_YEAR = rf"(?P<year> {YEAR} ) {_NO_NUMBER} {_NO_COUNT}"
_LONGEST_COUNT = 150

_NAME_BEHIND = regex.compile(r"\s\p{Lu}[\p{Ll}’'-]")
_NOUN_BEHIND = regex.compile(r"\s\p{Ll}{4}")
_NAME_BEFORE = regex.compile(r"(?<=\p{Ll},?\s\p{Lu}[\p{L}’'-]{1,20}\s)")


def _year(match: regex.Match[str]) -> int | None:
    return int(match["year"]) if match["year"] else None


def _part_of_year(match: regex.Match[str]) -> tuple[Mention, ...] | None:
    settled = any(match[name] for name in ("modifier", "before", "year", "behind", "other", "same"))
    if not (_may_stand_settled if settled else _may_stand_bare)(match):
        return None
    part = _part(match)
    return whole(
        match, Dated(part, part, modifier_of(match), relation_of(match), shift_of(match), match["same"] is not None)
    )


def _part(match: regex.Match[str]) -> Part:
    year = _year(match)
    if match["of_month"]:
        month = number_of(match["of_month"], "months")
        return Part("fortnight", month, 1 if number_of(match["half"], "halves") == 1 else 16, year)
    if match["month"]:
        return Part("month", number_of(match["month"], "months", "short_months"), year=year)
    unit = next(unit for unit in ("season", "quarter", "half") if match[unit])
    table = {"season": "seasons", "quarter": "quarters", "half": "halves"}[unit]
    return Part(cast("Unit", unit), number_of(match[unit], table), year=year)


def _may_stand_settled(match: regex.Match[str]) -> bool:
    """Return whether a month or the like with a year, modifier, "last" or "next" beside it is one."""
    code = match["quarter"] or match["half"]
    if code:
        return not is_word(code, "codes") or bool(match["year"] or match["other"] or match["of_month"])
    if not match["month"] or not is_word(match["month"], "doubtful_months"):
        return True
    if _is_planet(match["month"]):
        # The rover Mars 2020 is none, "en Mars 2020" and "fin Mars" are.
        return bool(match["modifier"]) or _is_in(match["context"])
    return not match["month"].islower() or bool(match["year"]) or match["month"] == "mars"


def _is_planet(month: str) -> bool:
    return month in {"Mars", "MARS"}


def _is_in(context: str | None) -> bool:
    return context is not None and context.lower() == "en"


def _may_stand_bare(match: regex.Match[str]) -> bool:  # noqa: PLR0911 - one answer for each kind of word before it
    """Return whether a month or the like with nothing to settle its year is one: by the word before it."""
    context, text, month = match["context"], match.string, match["month"]
    if month and not is_word(month, "months"):
        return False
    if match["half"] and (match["of_month"] is None or context is None):
        return match["of_month"] is not None or (context is not None and not is_word(match["half"], "codes"))
    if context is None:
        clear = month and not is_word(month, "doubtful_months")
        return bool(clear) and not _NAME_BEHIND.match(text, match.end()) and not _NAME_BEFORE.match(text, match.start())
    if match["quarter"]:
        return not is_word(match["quarter"], "codes") or is_word(context, "time_words")
    if is_word(context, "time_words"):
        return not _is_planet(month or "") or _is_in(context)
    if match["season"]:
        return bool(match["the"]) or context.endswith(("'", "’")) or context.lower() == "du"
    return _may_follow_link(match, context, month)


def _may_follow_link(match: regex.Match[str], context: str, month: str) -> bool:
    """Return whether a bare month stands behind a word that leads to many things."""
    text = match.string
    if not is_word(month, "doubtful_months"):
        return not _NAME_BEHIND.match(text, match.end())
    if month[0].islower():
        return month == "mars"
    if is_word(context, "determiners"):
        return _NOUN_BEHIND.match(text, match.end()) is not None
    return not _is_planet(month) and not _NAME_BEHIND.match(text, match.end())


def _years(match: regex.Match[str]) -> tuple[Mention, ...] | None:
    groups = match.groupdict()
    spans = match.spans("year")
    years = [_full(match.string, spans[0], span) for span in spans]
    joined = [groups.get("between") is not None or is_range(sep) for sep in match.captures("sep")]
    modifier = modifier_of(match) if groups.get("modifier") else None
    mentions: list[Mention] = []
    at = 0
    while at < len(years):
        last = at + 1 if at < len(joined) and joined[at] else at
        if last > at and not years[at] < years[last] <= years[at] + _LONGEST_COUNT:
            return None
        first = Part("year", year=years[at])
        final = first if last == at else Part("year", year=years[last])
        start = spans[at][0] if at else match.start()
        mentions.append(Mention(start, spans[last][1], Dated(first, final, modifier)))
        at = last + 1
    return tuple(mentions)


def _full(text: str, first: tuple[int, int], span: tuple[int, int]) -> int:
    """Return the year at `span`; one of two digits (`2018-19`) in the century of the first."""
    digits = text[slice(*span)]
    return int(digits) if len(digits) > len("99") else int(text[first[0] : first[0] + 2] + digits)


def _decade(match: regex.Match[str]) -> tuple[Mention, ...] | None:
    part = Part("decade", year=int(match["decade"]) if match["decade"] else number_of(match["word"], "decades"))
    return whole(match, Dated(part, part, modifier_of(match)))


def _numbered_week(match: regex.Match[str]) -> tuple[Mention, ...] | None:
    part = Part("week", int(match["week"]), year=_year(match))
    return whole(match, Dated(part, part, None, relation_of(match), shift_of(match), match["same"] is not None))


PERIOD_RULES: tuple[DateRule, ...] = (
    DateRule(
        name="part-of-year",
        heads=("modifiers", "before", "months", "short_months", "seasons", "quarters", "halves"),
        pattern=rf"""
            (?: (?<= \b (?P<context> {_CONTEXT} ) {AFTER} (?P<the> \L<articles> {AFTER} )? ) )?+
            {MODIFIER}
            {BEFORE}
            (?: (?P<month> \L<months> | \L<short_months> \b \.? )
              | (?<! \b \L<no_season_behind> {AFTER} ) (?P<season> \L<seasons> )
              | (?P<quarter> \L<quarters> )
              | (?P<half> \L<halves> ) (?: {GAP} \L<of> {LINK} (?P<of_month> \L<months> ) )?+
            )
            (?! [\w'’] )
            {TAIL}
            (?(season) (?: (?<= \d\d\d\d ) [-–/] (?: \d\d )?? \d\d (?! \d ) )?+ )
            {END}
            """,
        build=_part_of_year,
        examples=(
            "July 2015",
            "mid-November",
            "last July",
            "December last year",
            "the ⟨end of April⟩",
            "signed in ⟨April⟩",
            "an ⟨October⟩ launch",
            "spring 2018",
            "winter 2018-2019",
            "in the ⟨autumn⟩",
            "third quarter of 2021",
            "Q2 2017",
            "second half of 2014",
            "première quinzaine d'avril",
            "août dernier",
        ),
        rejects=(
            "July's",
            "April Dunmore",
            "may be",
            "October Revolution",
            "a coil spring",
            "Mars 2020",
            "July 2015-bis",
            "a hot spring 2016",
            "il a été dernier",
        ),
    ),
    DateRule(
        name="numbered-week",
        heads=("week_number",),
        pattern=rf"""
            \L<week_number> {GAP}
            (?P<week> [1-9] | [1-4]\d | 5[0-3] ) (?! \d | [.,:]\d )
            {TAIL}
            {END}
            """,
        build=_numbered_week,
        examples=("week 15", "semaine 15 de 2018"),
        rejects=("week 77", "week 5.5", "weeks 15", "week 15th"),
    ),
    DateRule(
        name="decade",
        heads=("modifiers", "9999", "decades"),
        languages=("en",),
        pattern=rf"""
            {MODIFIER}
            (?: (?P<decade> (?:1[5-9]|20) \d0 ) ['’]? s
              | (?<= \b the \s ['’]? | \L<modifiers> {AFTER} {ARTICLE}? ['’]? ) (?P<word> \L<decades> )
            )
            {END}
            """,
        build=_decade,
        examples=("1990s", "early 2030s", "the ⟨nineties⟩", "late 1990's"),
        rejects=("1990", "1995s", "his sixties", "1990sx"),
    ),
    DateRule(
        name="décennie",
        heads=("modifiers", "decade_nouns", "decades"),
        languages=("fr",),
        pattern=rf"""
            {MODIFIER}
            (?: \L<decade_nouns> {GAP} (?P<decade> (?:1[5-9]|20) \d0 )
              | (?P<word> \L<decades> )
            )
            (?! \d | ,? {GAP}? (?: {_JOINT} {GAP} | [-–] )?+ \d\d )
            {END}
            """,
        build=_decade,
        examples=("années 1990", "début des années 2030", "années 60"),
        rejects=("années 1995", "années 1990 et 1991", "1990", "années 60x"),
    ),
    DateRule(
        name="year-range",
        heads=("9999",),
        pattern=rf"""
            (?<! [\w/.,-] | \p{{Ll}},?\s\p{{Lu}}[\p{{L}}’'-]{{1,20}}\s )
            (?P<year> {YEAR} ) (?P<sep> [-–/] ) (?P<year> {YEAR} | \d\d )
            (?! [\d/-] | \.\d | \w )
            """,
        build=_years,
        examples=("2018-2022", "2018–19"),
        rejects=("2022-2018", "A2018-2022", "our Cosmic Vision 2015-2025", "2018-02-14", "2018-2022-3"),
    ),
    DateRule(
        name="year",
        heads=("modifiers", "9999"),
        pattern=rf"""
            (?: (?P<modifier> \L<modifiers> ) {LINK} {ARTICLE}?+ (?: \L<year_nouns> {LINK} )?+
              | (?<= \b (?P<between> \L<between> ) {AFTER} )
              | (?<= \b \L<time_words> {AFTER} )
              | (?P<link> (?<= \b \L<link_words> {AFTER} ) )
            )
            {_BARE_YEAR}
            (?(link) {_NO_PLURAL} )
            (?: (?P<sep> ,? {GAP} (?: {_JOINT} ) {GAP} | , {GAP} ) {_BARE_YEAR} ){{0,6}}+
            {END}
            """,
        build=_years,
        examples=(
            "in ⟨2024⟩",
            "the ⟨end of 2019⟩",
            "from ⟨2018 to 2022⟩",
            "between ⟨2018 and 2022⟩",
            "fin 2022",
            "of ⟨2018⟩ was",
        ),
        rejects=("IAC 2016", "in 2000 km", "for 2000 schools", "in 2000.5", "in 2018-budget", "from 1500 to 2000 km"),
    ),
    DateRule(
        name="year-at-head",
        heads=("9999",),
        pattern=rf"""
            (?<= \A | \n | [.!?] ["”»’]? \s )
            (?P<year> {YEAR} ) (?P<sep> (?!) )?+
            (?= {GAP} \L<year_verbs> \b )
            """,
        build=_years,
        examples=("⟨2016⟩ marked",),
        rejects=("Mars 2016 marked", "2016 people"),
    ),
)
