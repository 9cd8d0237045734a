"""How days are written: numbers alone, day before month, month before day; ranges, lists and nights of them.

A match may hold several expressions (`Thursday 5 and Friday 6 April`): what stands between two days, `sep`, tells
whether they are one stretch of time or two dates. Days that say their distance from that of the text ("today", a bare
weekday) have a table of their own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast

from pressparse.dates.shapes import Dated, DateRule, Deictic, Mention, Part, Weekdays
from pressparse.dates.words import (
    AFTER,
    ARTICLE,
    BEFORE,
    END,
    GAP,
    LINK,
    MODIFIER,
    NIGHT,
    TAIL,
    dated,
    day_exists,
    full_year,
    groups,
    is_range,
    is_word,
    meaning_of,
    modifier_of,
    number_of,
    relation_of,
    tail_of,
    whole,
)

if TYPE_CHECKING:
    import regex

    from pressparse.dates.shapes import Unit
    from pressparse.model import Modifier


_BETWEEN = rf"(?: (?<= \b (?P<between> \L<between> ) {AFTER} ) )?+"
# Short ones have no article behind them: « parti en mer le 5 juin ».
_WEEKDAY = (
    rf"(?: (?P<weekday> \L<weekdays> | \L<short_weekdays> \b \.? (?! ,? {GAP}? {ARTICLE} ) ) "
    rf"(?: {GAP} \L<parts_of_day> )?+ ,? {GAP}? {ARTICLE}?+ )?+"
)
_ORDINAL = r"(?: \s? \L<ordinals> (?!\w) )?+"
_MONTH = r"(?P<month> \L<months> | \L<short_months> \b \.? ) (?! \p{L} )"
# `28 February/1 March`, `31 December 2001–1 January 2002`
_MONTH_BEHIND = r"(?<= \b (?: \L<months> | \L<short_months> \.? ) (?: \s \d{4} )? [-–/] )"
# `March 7 (Fri), 2025`, as Japanese releases print it
_WEEKDAY_BEHIND = rf"(?: {GAP}? \( (?P<behind> \L<weekdays> | \L<short_weekdays> \b \.? ) \) )?+"
_NAME_BEFORE = re.compile(r"\b[A-ZÀ-Ý][\w'’-]*\s\Z")
_LONGEST_NAME = 30
_BEFORE_DAYS = ("articles", "time_words", "link_words", "between")
_SEP = rf"(?P<sep> {GAP}?+ [-–—/] {GAP}?+ | ,? {GAP} \L<joints> {GAP} {ARTICLE}?+ | , {GAP} {ARTICLE}?+ )"


def _days(match: regex.Match[str]) -> tuple[Mention, ...] | None:
    month_name, before, between, sep = groups(match, "month", "before", "between", "sep")
    month, tail = number_of(month_name or "", "months", "short_months"), tail_of(match, before)
    items = _items(match, month, tail.year)
    if not all(day_exists(tail.year, month, item.part.day) for item in items):
        return None
    if sep is None:
        only = items[0].part
        if match["behind"]:
            only = only._replace(weekday=number_of(match["behind"], "weekdays", "short_weekdays"))
        return whole(match, dated(only, tail))
    seps = match.captures("sep")
    joined = [between is not None or is_range(sep) for sep in seps]
    mentions: list[Mention] = []
    at = _numbers_of_name(match, seps)
    while at < len(items):
        last = at + 1 if at < len(joined) and joined[at] else at
        first, final = items[at].part, items[last].part
        if last > at and final.day <= first.day:
            return None
        start = items[at].start if at else match.start()
        end = match.end() if last == len(items) - 1 else items[last].end
        mentions.append(Mention(start, end, dated(first, tail, final)))
        at = last + 1
    return tuple(mentions)


def _numbers_of_name(match: regex.Match[str], seps: list[str]) -> int:
    """Return how many of the numbers that a match begins with are no days but a name's: « Ariane 5, le 9 juillet »."""
    start = match.start()
    name = _NAME_BEFORE.search(match.string, max(0, start - _LONGEST_NAME), start)
    if (
        name is None
        or match.starts("day")[0] != start
        or any(is_word(name[0].strip(), table) for table in _BEFORE_DAYS)
    ):
        return 0
    parting = (at for at, sep in enumerate(seps, 1) if sep[0] == "," and (len(seps) == 1 or _has_article(sep)))
    return max(parting, default=0)


def _has_article(sep: str) -> bool:
    return any(is_word(word, "articles") for word in sep.split())


class _Item(NamedTuple):
    """A day of a match, with its place, its weekday included."""

    start: int
    end: int
    part: Part


def _items(match: regex.Match[str], month: int, year: int | None) -> list[_Item]:
    text, days, weekdays = match.string, match.spans("day"), match.spans("weekday")
    if not weekdays:
        return [_Item(start, end, Part("day", month, int(text[start:end]), year)) for start, end in days]
    items: list[_Item] = []
    done = match.start()
    for start, end in days:
        own = next((span for span in weekdays if done <= span[0] < start), None)
        weekday = number_of(text[slice(*own)], "weekdays", "short_weekdays") if own else None
        items.append(_Item(own[0] if own else start, end, Part("day", month, int(text[start:end]), year, weekday)))
        done = end
    return items


def _numeric(match: regex.Match[str]) -> tuple[Mention, ...] | None:
    a, b = int(match["a"]), int(match["b"])
    year = int(match["year"]) if len(match["year"]) > len("99") else full_year(int(match["year"]))
    readings = [Part("day", month, day, year) for day, month in ((a, b), (b, a)) if day_exists(year, month, day)]
    if not readings:
        return None
    other = readings[1] if len(readings) > 1 and readings[1] != readings[0] else None
    return whole(match, Dated(readings[0], readings[0], other=other))


def _iso(match: regex.Match[str]) -> tuple[Mention, ...] | None:
    year, month, day = (int(match[name]) for name in ("year", "month", "day"))
    part = Part("day", month, day, year)
    return whole(match, Dated(part, part)) if day_exists(year, month, day) else None


def _week_of_day(match: regex.Match[str]) -> tuple[Mention, ...] | None:
    month, day, tail = number_of(match["month"], "months", "short_months"), int(match["day"]), tail_of(match)
    if not day_exists(tail.year, month, day):
        return None
    return whole(match, dated(Part("week", month, day, tail.year), tail))


DAY_RULES: tuple[DateRule, ...] = (
    DateRule(
        name="iso-day",
        heads=("9999",),
        pattern=r"""
            (?<! [\w/.-] )
            (?P<year> (?:1[5-9]|20|21)\d\d )
            (?P<mark> [-/] ) (?P<month> \d\d ) (?P=mark) (?P<day> \d\d )
            (?! [\d/-] )
            """,
        build=_iso,
        examples=("2018-02-14", "⟨2018-02-14⟩T10:00", "2018/02/14"),
        rejects=("2018-13-14", "A2018-02-14", "1218-02-14", "2018-02-141", "2018-02/14", "2018-02"),
    ),
    DateRule(
        name="numeric-day",
        heads=("99",),
        pattern=r"""
            (?<! [\w/.-] | \b \L<numbering> \s )
            (?P<a> \d{1,2} ) (?P<mark> [/.-] ) (?P<b> \d{1,2} ) (?P=mark)
            (?P<year> (?:1[5-9]|20|21)\d\d | (?<=/) \d\d | (?<= \d\d\. \d\d\. ) \d\d )
            (?! [\w/-] | \.\d )
            """,
        build=_numeric,
        examples=("25/04/2019", "22/09/11", "14.02.2018", "14.02.18", "02-11-2019", "02/14/2018"),
        rejects=(
            "33/33/2011",
            "1/22/09/11",
            "22/09/11/4",
            "01.44.76.75",
            "2.10.12",
            "22-09-11",
            "22/09-2011",
            "22/09/112",
            "version 10.11.12",
        ),
    ),
    DateRule(
        name="week-of-day",
        heads=("week_of",),
        pattern=rf"""
            \L<week_of> {GAP} {ARTICLE}?+
            (?P<day> \d{{1,2}}+ ) {_ORDINAL} {GAP} (?: \L<of> {GAP} )?+
            (?P<month> \L<months> | \L<short_months> \b \.? ) (?! \p{{L}} )
            {TAIL}
            """,
        build=_week_of_day,
        examples=("the ⟨week of 5 April⟩", "la ⟨semaine du 12 mars 2018⟩", "week commencing 5th of April"),
        rejects=("the week of 5 to 9 April", "5 April"),
    ),
    DateRule(
        name="days-of-month",
        heads=("99", "weekdays", "short_weekdays", "before", "nights"),
        pattern=rf"""
            {NIGHT}
            {BEFORE}
            {_BETWEEN}
            {_WEEKDAY}
            (?: (?<! [\d.,:/] | \w[-–/] ) | {_MONTH_BEHIND} )
            (?P<day> \d{{1,2}}+ ) {_ORDINAL}
            (?: {_SEP} {_WEEKDAY} (?P<day> \d{{1,2}}+ ) {_ORDINAL} ){{0,8}}+
            {GAP}?+ (?: \L<of> {GAP} )?+
            {_MONTH}
            {_WEEKDAY_BEHIND}
            {TAIL}
            """,
        build=_days,
        examples=(
            "5 December",
            "Thursday 22 October",
            "friday 23rd october 2015",
            "from ⟨25 to 29 April⟩",
            "17–18 October",
            "between ⟨5 and 9 June⟩",
            "the night of 6-7 November",
            "last 12 December",
            "12 December last year",
            "the ⟨5th of April, 2018⟩",
            "Wed, 13 Sep 2017",
            "lundi 12 au vendredi 16 octobre",
            "1er juillet",
            "12 décembre dernier",
            "14 March (Thu.), 2013",
            "28 February/⟨1 March 2002⟩",
            "31 December 2001–⟨1 January 2002⟩",
        ),
        rejects=("31 June", "12 satellites", "1.5 April", "SEIS-1 October", "5 Marches", "5 to 31 June"),
    ),
    DateRule(
        name="month-and-days",
        heads=("months", "short_months", "weekdays", "short_weekdays", "before", "nights"),
        languages=("en",),
        pattern=rf"""
            {NIGHT}
            {BEFORE}
            {_BETWEEN}
            {_WEEKDAY}
            {_MONTH} (?: ,? {GAP} {ARTICLE}?+ | (?<= \. ) )
            (?P<day> \d{{1,2}}+ ) {_ORDINAL} (?! \d | [.,:]\d | \s?% )
            (?: {_SEP} {_WEEKDAY} (?P<day> \d{{1,2}}+ ) {_ORDINAL} (?! \d | [.,:]\d | \s?% | {GAP} {_MONTH} ) ){{0,8}}+
            {_WEEKDAY_BEHIND}
            {TAIL}
            """,
        build=_days,
        examples=(
            "October 23rd",
            "August, 10",
            "friday october 23rd",
            "April 25-29, 2018",
            "between ⟨April 25 and 29⟩",
            "Sept. 30",
            "Mar.4, 2020",
            "December 12 last year",
            "last December 12",
            "the night of November 6-7",
            "⟨December 31⟩ to 2 January",
            "March 7 (Fri), 2025",
        ),
        rejects=("May 2018", "October 31.5", "June 45", "March 12% more"),
    ),
)


_FRIDAY = 4
_OPEN = "open"


def _deictic(match: regex.Match[str]) -> tuple[Mention, ...] | None:
    table, word = ("deictics", match["deictic"]) if match["deictic"] else ("definites", match["definite"])
    unit, shift, *more = meaning_of(word, table).split()
    implied = [word for word in more if word != _OPEN]
    modifier = cast("Modifier", implied[0]) if implied else modifier_of(match["modifier"])
    return whole(match, Deictic(cast("Unit", unit), int(shift), modifier, _OPEN in more))


def _weekdays(match: regex.Match[str]) -> tuple[Mention, ...] | None:
    numbers = [number_of(word, "weekdays") for word in match.captures("weekday")]
    if numbers[0] == 0 and numbers[-1] >= _FRIDAY:
        # From Monday to Friday, or Sunday, is every week.
        return None
    return whole(match, Weekdays(numbers[0], numbers[-1], relation_of(*groups(match, "before", "behind"))))


DEICTIC_RULES: tuple[DateRule, ...] = (
    DateRule(
        name="deictic",
        heads=("modifiers", "deictics"),
        pattern=rf"""
            (?: {MODIFIER} (?P<deictic> \L<deictics> )
              | (?P<modifier> \L<modifiers> ) {LINK} (?P<definite> \L<definites> )
            )
            {END}
            (?: (?<= \b \L<no_figures> ) | (?<! \b \L<figures> ) )
            (?! {GAP} of \b | ['’]s \s (?! (?: \p{{Ll}}+ \s )? \L<events> ) )
            """,
        build=_deictic,
        examples=("today", "early next year", "the ⟨end of the year⟩", "as of ⟨today⟩", "⟨today⟩'s launch"),
        rejects=("todays", "the world of tomorrow", "last week of April", "today's world"),
    ),
    DateRule(
        name="weekday",
        heads=("nights", "before", "weekdays"),
        pattern=rf"""
            {NIGHT}
            {BEFORE}
            (?<! \b (?: \L<no_weekday_behind> | \L<weekdays> {AFTER} \L<through> ) {AFTER} )
            (?P<weekday> \L<weekdays> )
            (?: {GAP} \L<through> {GAP} (?P<weekday> \L<weekdays> ) )?+
            (?: {GAP} (?P<behind> \L<behind> ) \b )?+
            {END}
            (?! {GAP} \L<no_weekday_before> \b )
            """,
        build=_weekdays,
        examples=("Thursday", "the night of Friday to Saturday", "last Friday", "Tuesday to Thursday", "jeudi dernier"),
        rejects=("Black Friday", "Mondays", "Monday to Friday", "Sunday Times"),
    ),
)
