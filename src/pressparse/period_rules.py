"""How months, seasons, quarters, halves, weeks, years, decades and what is counted from today are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pressparse.day_rules import ARTICLE, GAP, TAIL, YEAR, full_year, is_range, meaning_of, number_of, relation_of, shift_of
from pressparse.shapes import Dated, DateRule, Deictic, Mention, Part, Weekdays

if TYPE_CHECKING:
    import regex

    from pressparse.model import Modifier
    from pressparse.shapes import Shape, Unit

_MODIFIER = rf"(?: (?P<modifier> \L<modifiers> ) (?: - | {GAP} | (?<=['’]) ) {ARTICLE}?+ )?+"
_BEFORE = rf"(?: (?P<before> \L<before> ) {GAP} )?+"
# What stands between a word looked back at and the date; a run of blanks cannot be looked back over.
_AFTER = r"(?: \s | (?<=['’]) )"
_BEHIND_TIME_WORD = rf"(?<= \b (?: \L<time_words> | \L<link_words> ) {_AFTER} )"
_NO_UNIT = rf"(?! (?: {GAP} | - ) \L<units> \b )"
_YEAR = r"(?: 1[5-9] | 20 | 21 ) \d\d"
_END = r"(?! [\w] | [-–]\w )"


def _modifier(match: regex.Match[str]) -> Modifier | None:
    word = match.groupdict().get("modifier")
    return cast("Modifier", meaning_of("modifiers", word)) if word else None


def _year(match: regex.Match[str]) -> int | None:
    return int(match["year"]) if match["year"] else None


def _whole(match: regex.Match[str], shape: Shape) -> tuple[Mention, ...]:
    return (Mention(match.start(), match.end(), shape),)


def _dated(match: regex.Match[str], part: Part) -> tuple[Mention, ...]:
    return _whole(match, Dated(part, part, _modifier(match), relation_of(match), shift_of(match)))


def _has_support(match: regex.Match[str]) -> bool:
    return any(match.groupdict().get(name) for name in ("modifier", "before", "year", "behind", "other"))


def _month(match: regex.Match[str]) -> tuple[Mention, ...] | None:
    if not _has_support(match):
        return None
    return _any_month(match)


def _any_month(match: regex.Match[str]) -> tuple[Mention, ...] | None:
    return _dated(match, Part("month", number_of(match["month"], "months", "short_months"), year=_year(match)))


def _season(match: regex.Match[str]) -> tuple[Mention, ...] | None:
    return _dated(match, Part("season", number_of(match["season"], "seasons"), year=_year(match)))


def _quarter(match: regex.Match[str]) -> tuple[Mention, ...] | None:
    return _dated(match, Part("quarter", number_of(match["quarter"], "quarters"), year=_year(match)))


def _half(match: regex.Match[str]) -> tuple[Mention, ...] | None:
    number = number_of(match["half"], "halves")
    if match["month"]:
        month = number_of(match["month"], "months", "short_months")
        return _dated(match, Part("fortnight", month, 1 if number == 1 else 16, _year(match)))
    return _dated(match, Part("half", number, year=_year(match)))


def _decade(match: regex.Match[str]) -> tuple[Mention, ...] | None:
    year = int(match["decade"]) if match["decade"] else number_of(match["word"], "decades")
    return _whole(match, Dated(part := Part("decade", year=year), part, _modifier(match)))


def _years(match: regex.Match[str]) -> tuple[Mention, ...] | None:
    spans = match.spans("year")
    years = [Part("year", year=_later(match, spans[0], span)) for span in spans]
    between = match.groupdict().get("between")
    joined = [between is not None or is_range(sep) for sep in match.captures("sep")]
    mentions: list[Mention] = []
    at = 0
    while at < len(years):
        last = at + 1 if at < len(joined) and joined[at] else at
        if last > at and cast("int", years[at].year) >= cast("int", years[last].year):
            return None
        start = spans[at][0] if at else match.start()
        first = years[at]
        mentions.append(Mention(start, spans[last][1], Dated(first, years[last], _modifier(match))))
        at = last + 1
    return tuple(mentions)


def _later(match: regex.Match[str], first: tuple[int, int], span: tuple[int, int]) -> int:
    """Return the year at `span`; of two digits (`2018-19`) in the century of the first."""
    digits = match.string[span[0] : span[1]]
    return int(digits) if len(digits) > len("99") else int(match.string[first[0] : first[0] + 2] + digits)


def _deictic(match: regex.Match[str]) -> tuple[Mention, ...] | None:
    table = "deictics" if match["deictic"] else "definites"
    unit, _, shift = meaning_of(table, match["deictic"] or match["definite"]).partition(" ")
    return _whole(match, Deictic(cast("Unit", unit), int(shift), _modifier(match)))


def _weekdays(match: regex.Match[str]) -> tuple[Mention, ...] | None:
    numbers = [number_of(word, "weekdays") for word in match.captures("weekday")]
    return _whole(match, Weekdays(numbers[0], numbers[-1], relation_of(match)))


PERIOD_RULES: tuple[DateRule, ...] = (
    DateRule(
        name="month",
        heads=("modifiers", "before", "months", "short_months"),
        pattern=rf"""
            {_MODIFIER}
            {_BEFORE}
            (?P<month> \L<months> | \L<short_months> \b \.? ) (?! \p{{L}} )
            {TAIL}
            {_END}
            """,
        build=_month,
        examples=("July 2015", "mid-November", "last July", "December last year", "the ⟨end of April⟩"),
        rejects=("July", "Julys 2015"),
    ),
    DateRule(
        name="bare-month",
        heads=("months",),
        pattern=rf"""
            (?: (?<= \b \L<time_words> {_AFTER} )
              | (?<= \b \L<link_words> {_AFTER} ) (?! \L<doubtful_months> {GAP} \p{{Lu}}\p{{Ll}} )
              | (?= \L<clear_months> (?! {GAP} \p{{Lu}}\p{{Ll}} ) )
            )
            (?P<month> \L<months> )
            {TAIL}
            {_END}
            """,
        build=_any_month,
        examples=("signed in ⟨April⟩", "an ⟨October⟩ launch"),
        rejects=("April Dunmore", "may be", "October Revolution"),
    ),
    DateRule(
        name="season",
        heads=("modifiers", "before", "seasons"),
        pattern=rf"""
            {_MODIFIER}
            {_BEFORE}
            (?: (?<= \b \L<season_words> {_AFTER} ) | (?<! \b \L<season_words> {_AFTER} ) )
            (?P<season> \L<seasons> )
            {TAIL}
            {_END}
            """,
        build=lambda match: _season(match) if _has_support(match) else None,
        examples=("spring 2018", "last winter", "early spring", "fall 2015"),
        rejects=("a coil spring", "falls 2015"),
    ),
    DateRule(
        name="bare-season",
        heads=("seasons",),
        pattern=rf"""
            (?<= \b \L<season_words> {_AFTER} )
            {_MODIFIER} {_BEFORE}
            (?P<season> \L<seasons> )
            {TAIL}
            {_END}
            """,
        build=_season,
        examples=("in the ⟨autumn⟩",),
        rejects=("leaves fall",),
    ),
    DateRule(
        name="quarter",
        heads=("modifiers", "quarters", "number"),
        pattern=rf"""
            {_MODIFIER}
            {_BEFORE}
            (?P<quarter> \L<quarters> )
            (?: {GAP} \L<of> {GAP} \L<definites> )?+
            {TAIL}
            {_END}
            """,
        build=_quarter,
        examples=("third quarter of 2021", "Q2 2017"),
        rejects=("a quarter of 2021",),
    ),
    DateRule(
        name="half",
        heads=("modifiers", "halves", "number"),
        pattern=rf"""
            {_MODIFIER}
            {_BEFORE}
            (?P<half> \L<halves> )
            (?: {GAP} \L<of> {GAP} (?: \L<definites> | (?P<month> \L<months> ) ) )?+
            {TAIL}
            {_END}
            """,
        build=_half,
        examples=("second half of 2014",),
        rejects=("half of 2014",),
    ),
    DateRule(
        name="decade",
        heads=("modifiers", "number", "decades"),
        pattern=rf"""
            {_MODIFIER}
            (?: (?P<decade> (?:1[5-9]|20) \d0 ) s | (?P<word> \L<decades> ) )
            {_END}
            """,
        build=_decade,
        examples=("1990s", "early 2030s"),
        rejects=("1990", "1995s"),
    ),
    DateRule(
        name="year-range",
        heads=("number",),
        pattern=rf"""
            (?<! [\w/.,-] )
            (?P<year> {_YEAR} ) (?P<sep> [-–/] ) (?P<year> {_YEAR} | \d\d )
            (?! [\d/-] | \.\d )
            """,
        build=_years,
        examples=("2018-2022", "2018–19"),
        rejects=("2022-2018", "12018-2022", "2018-02-14"),
    ),
    DateRule(
        name="year",
        heads=("modifiers", "number"),
        pattern=rf"""
            (?: (?P<modifier> \L<modifiers> ) (?: - | {_AFTER} ) {ARTICLE}?+ 
              | (?<= \b (?P<between> \L<between> ) \s )
              | {_BEHIND_TIME_WORD}
            )
            (?P<year> {_YEAR} ) (?! \d | [.,]\d | :\d | % ) {_NO_UNIT}
            (?: (?P<sep> ,? {GAP} \L<joints> {GAP} | , {GAP} ) (?P<year> {_YEAR} ) (?! \d | [.,]\d | :\d | % ) {_NO_UNIT} ){{0,6}}+
            """,
        build=_years,
        examples=("in ⟨2024⟩", "the ⟨end of 2019⟩", "from ⟨2018 to 2022⟩"),
        rejects=("IAC 2016", "in 2000 km"),
    ),
    DateRule(
        name="year-at-head",
        heads=("number",),
        pattern=rf"""
            (?<= \A | \n | [.!?] ["”»’]? \s )
            (?P<year> {_YEAR} ) (?P<sep>(?!))?+
            (?= {GAP} \L<year_verbs> \b )
            """,
        build=_years,
        examples=("⟨2016⟩ marked",),
        rejects=("Mars 2016 marked", "2016 people"),
    ),
    DateRule(
        name="deictic",
        heads=("modifiers", "deictics"),
        pattern=rf"""
            (?: (?P<modifier> \L<modifiers> ) (?: - | {GAP} | (?<=['’]) ) (?P<definite> \L<definites> )
              | {_MODIFIER} (?P<deictic> \L<deictics> )
            )
            {_END}
            """,
        build=_deictic,
        examples=("today", "early next year", "the ⟨end of the year⟩"),
        rejects=("todays",),
    ),
    DateRule(
        name="weekday",
        heads=("before", "weekdays"),
        pattern=rf"""
            {_BEFORE}
            (?<! \b \L<weekday_names> {GAP} )
            (?P<weekday> \L<weekdays> )
            (?: {GAP} \L<joints> {GAP} (?P<weekday> \L<weekdays> ) )?+
            (?: {GAP} (?P<behind> \L<behind> ) \b )?+
            {_END}
            """,
        build=_weekdays,
        examples=("Thursday", "last Friday", "Monday to Wednesday"),
        rejects=("Black Friday", "Mondays"),
    ),
)
