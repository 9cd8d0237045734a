"""How the parts of a year are written, months, seasons, quarters, halves and weeks, and years and decades."""

from typing import NamedTuple, cast

import regex

from pressparse.dates.shapes import Dated, DateRule, Mention, Part
from pressparse.dates.words import (
    AFTER,
    ARTICLE,
    BEFORE,
    END,
    GAP,
    LINK,
    MODIFIER,
    NO_TAIL,
    TAIL,
    YEAR,
    Tail,
    dated,
    groups,
    is_range,
    is_word,
    modifier_of,
    number_of,
    tail_of,
    whole,
)

_CONTEXT = r"\L<time_words> | \L<link_words> | \L<determiners> | \L<between> | \L<months> [,/–-]?"
_NO_NUMBER = rf"(?! \d | [.,]\d | \s?% | (?: {GAP} | - ) \L<units> (?! \w ) )"
# "2000 schools", "2000 Europeans", « 2000 Français »
_NO_PLURAL = (
    rf"(?! {GAP} (?! \L<no_plurals> (?! \w ) ) "
    r"(?: \p{Ll}+ (?<= [sx] ) | \p{Lu}\p{Ll}+ (?<= [ea]ns | éens | ais | ois ) ) (?! \w ) )"
)
_NO_COUNT = rf"(?! {GAP} \L<joints> {GAP} \d[\d.,]*+ {GAP}?+ \L<units> (?! \w ) )"
_BARE_YEAR = rf"(?P<year> {YEAR} ) {_NO_NUMBER} {_NO_COUNT}"
_LONGEST_COUNT = 150
_SECOND_HALF = 16

_NAME_BEHIND = regex.compile(r"\s\p{Lu}[\p{Ll}’'-]")
_NOUN_BEHIND = regex.compile(r"\s\p{Ll}{4}")
_OF_BEHIND = regex.compile(r"\s(?:of|de|des|du)\b")
_NAME_BEFORE = regex.compile(r"(?<=\p{Ll},?\s\p{Lu}[\p{L}’'-]{1,20}\s)")


class _Printed(NamedTuple):
    """The words of a part of a year, as the groups of its pattern have them."""

    context: str | None
    the: str | None
    modifier: str | None
    before: str | None
    month: str | None
    season: str | None
    quarter: str | None
    half: str | None
    of_month: str | None


def _part_of_year(match: regex.Match[str]) -> tuple[Mention, ...] | None:
    printed, text = _Printed(*groups(match, *_Printed._fields)), match.string
    tail = tail_of(match, printed.before)
    settled = tail is not NO_TAIL or printed.modifier is not None
    if not (_may_stand_settled(printed, tail) if settled else _may_stand_bare(printed, text, *match.span())):
        return None
    return whole(match, dated(_part(printed, tail.year), tail, modifier=modifier_of(printed.modifier)))


def _part(printed: _Printed, year: int | None) -> Part:
    if printed.of_month and printed.half:
        first_day = 1 if number_of(printed.half, "halves") == 1 else _SECOND_HALF
        return Part("fortnight", number_of(printed.of_month, "months"), first_day, year)
    if printed.month:
        return Part("month", number_of(printed.month, "months", "short_months"), year=year)
    if printed.season:
        return Part("season", number_of(printed.season, "seasons"), year=year)
    if printed.quarter:
        return Part("quarter", number_of(printed.quarter, "quarters"), year=year)
    return Part("half", number_of(cast("str", printed.half), "halves"), year=year)


def _may_stand_settled(printed: _Printed, tail: Tail) -> bool:
    """Return whether a month or the like with a year, modifier, "last" or "next" beside it is one."""
    code, month = printed.quarter or printed.half, printed.month
    if code:
        has_year = tail.year is not None or tail.shift is not None or printed.of_month is not None
        return has_year or not is_word(code, "codes")
    if not month or not is_word(month, "doubtful_months"):
        return True
    if _is_planet(month):
        # The rover Mars 2020 is none, "en Mars 2020" and "fin Mars" are.
        return printed.modifier is not None or _is_in(printed.context)
    return not month.islower() or tail.year is not None or month == "mars"


def _is_planet(month: str | None) -> bool:
    return month in {"Mars", "MARS"}


def _is_in(context: str | None) -> bool:
    return context is not None and context.lower() == "en"


def _may_stand_bare(printed: _Printed, text: str, start: int, end: int) -> bool:  # noqa: PLR0911 - one for each context
    """Return whether a month or the like with nothing to settle its year is one: by the words around it."""
    context, month = printed.context, printed.month
    if printed.half:
        return printed.of_month is not None or (context is not None and not is_word(printed.half, "codes"))
    if context is None:
        clear = month and is_word(month, "months") and not is_word(month, "doubtful_months")
        return bool(clear) and not _NAME_BEHIND.match(text, end) and not _NAME_BEFORE.match(text, start)
    if printed.quarter:
        return not is_word(printed.quarter, "codes") or is_word(context, "time_words")
    if month and not is_word(month, "months"):
        return False
    if is_word(context, "time_words"):
        return not _is_planet(month) or _is_in(context)
    if month:
        return _may_follow_link(context, month, text, end)
    if _OF_BEHIND.match(text, end):
        # "the fall of an antenna"
        return False
    return printed.the is not None or context.endswith(("'", "’")) or context.lower() == "du"


def _may_follow_link(context: str, month: str, text: str, end: int) -> bool:
    """Return whether a bare month stands behind a word that leads to many things."""
    if not is_word(month, "doubtful_months"):
        return not _NAME_BEHIND.match(text, end)
    if month[0].islower():
        return month == "mars"
    if is_word(context, "determiners"):
        return _NOUN_BEHIND.match(text, end) is not None
    return not _is_planet(month) and not _NAME_BEHIND.match(text, end)


def _years(match: regex.Match[str]) -> tuple[Mention, ...] | None:
    groups = match.groupdict()
    spans = match.spans("year")
    years = [_full(match.string, spans[0], span) for span in spans]
    joined = [groups.get("between") is not None or is_range(sep) for sep in match.captures("sep")]
    modifier = modifier_of(groups.get("modifier"))
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
    return whole(match, Dated(part, part, modifier_of(match["modifier"])))


def _numbered_week(match: regex.Match[str]) -> tuple[Mention, ...] | None:
    tail = tail_of(match)
    return whole(match, dated(Part("week", int(match["week"]), year=tail.year), tail))


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
            (?: (?<= \p{{Lu}}\d ) [-/] (?= {YEAR} ) )?+          # of "Q4-2018"
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
            "Q4-2018",
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
        heads=("modifiers", "9990s", "decades"),
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
            (?! \d | ,? {GAP}? (?: \L<joints> {GAP} | [-–] )?+ \d\d )
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
            (?P<year> {YEAR} )
            (?: (?P<sep> [-–/] ) (?P<year> {YEAR} | \d\d )
              | (?P<sep> \s [-–] \s | (?<= \( \d{{4}} ) {GAP} \L<joints> {GAP} ) (?P<year> {YEAR} )
            )
            (?! [\d/-] | \.\d | \w )
            """,
        build=_years,
        examples=("2018-2022", "2018–19", "2018 – 2022", "(⟨2018 to 2022⟩)"),
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
            (?: (?P<sep> ,? {GAP} \L<joints> {GAP} | , {GAP} ) {_BARE_YEAR} ){{0,6}}+
            (?! \s [-–] \s \d{{4}} )            # a stretch of something else
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
        rejects=(
            "IAC 2016",
            "in 2000 km",
            "for 2000 schools",
            "about 2000 Europeans",
            "in 2000.5",
            "in 2018-budget",
            "from 1500 to 2000 km",
            "from 1600 - 1700 GMT",
        ),
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
