r"""How days are written: numbers alone, day before month, month before day; ranges, lists and nights of them.

A match may hold several expressions (`Thursday 5 and Friday 6 April`); it stands for as many mentions. `sep` is what
stands between two days, and says whether they are one stretch of time or two dates.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

from pressparse.shapes import Dated, DateRule, Mention, Part
from pressparse.words import fold, merged_vocabulary

if TYPE_CHECKING:
    import regex

    from pressparse.shapes import Relation
    from pressparse.words import Vocabulary

GAP = r"(?: \s [\ \t]*+ )"
ARTICLE = rf"(?: \L<articles> (?: {GAP} | (?<=['’]) ) )"
YEAR = r"(?P<year> (?: 1[5-9] | 20 | 21 ) \d\d ) (?! \d | :\d | {GAP}? (?: GMT | UTC | CES?T | JST | hrs | h ) \b )".replace(
    "{GAP}", GAP
)
# What may follow and settle the year: "2018", "last year", "dernier".
TAIL = rf"""
    (?: ,? {GAP}? (?: \L<of> {GAP} )?+ {YEAR} )?+
    (?: {GAP} (?: (?P<behind> \L<behind> ) | (?P<other> \L<other_years> ) ) (?! [\w'’] ) )?+
"""
_BEFORE = rf"(?: (?P<before> \L<before> ) {GAP} )?+"
_NIGHT = rf"(?: (?P<night> \L<nights> ) {GAP} {ARTICLE}?+ )?+"
_BETWEEN = r"(?: (?<= \b (?P<between> \L<between> ) \s ) )?+"
_WEEKDAY = rf"(?: (?P<weekday> \L<weekdays> | \L<short_weekdays> \b \.? ) ,? {GAP}? {ARTICLE}?+ )?+"
_DAY = r"(?P<day> \d{1,2}+ ) (?: \s? \L<ordinals> \b )?+"
_SEP = rf"""
    (?P<sep>
        {GAP}?+ [-–—/] {GAP}?+
      | ,? {GAP} \L<joints> {GAP} {ARTICLE}?+
      | , {GAP} {ARTICLE}?+
    )
"""
_MONTH = r"(?P<month> \L<months> | \L<short_months> \b \.? ) (?! [\p{L}\d]\p{L} )"
_RANGE_MARKS = "-–—/"
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def words() -> Vocabulary:
    """Return the words of dates in all languages: what a matched word stands for is the same in each."""
    return merged_vocabulary("dates")


@cache
def number_of(word: str, *tables: str) -> int:
    """Return the number that `word`, however printed, stands for in the first of `tables` that has it."""
    known = fold(word).rstrip(".")
    return next(int(meaning) for table in tables if (meaning := words().meanings[table].get(known)) is not None)


@cache
def meaning_of(table: str, word: str) -> str:
    """Return what `word`, however printed, stands for in `table`."""
    return str(words().meanings[table][fold(word)])


def relation_of(match: regex.Match[str]) -> Relation | None:
    """Return the printed `last`, `this` or `next` of a match with the groups `before` or `behind`."""
    groups = match.groupdict()
    table = next((table for table in ("behind", "before") if groups.get(table)), None)
    return None if table is None else meaning_of(table, groups[table])  # type: ignore[return-value]  # the vocabulary's


def shift_of(match: regex.Match[str]) -> int | None:
    """Return the distance of a printed `last year` or `next year` in the group `other`."""
    return number_of(match["other"], "other_years") if match["other"] else None


def is_range(sep: str) -> bool:
    """Return whether what stands between two dates makes one stretch of time of them."""
    mark = sep.strip()
    if mark[:1] in _RANGE_MARKS:
        return True
    joint = fold(mark.lstrip(", "))
    meanings = words().meanings["joints"]
    return next((meanings[word] == "range" for word in (joint, joint.rpartition(" ")[0]) if word in meanings), False)


def full_year(two_digits: int) -> int:
    """Return the year between 1970 and 2069 that ends in `two_digits`."""
    return two_digits + (1900 if two_digits >= 70 else 2000)  # noqa: PLR2004 - RECORD's border


def _days(match: regex.Match[str]) -> tuple[Mention, ...] | None:
    month = number_of(match["month"], "months", "short_months")
    year = int(match["year"]) if match["year"] else None
    parts = _parts(match, month, year)
    if any(part.day > _LONGEST_MONTHS[month - 1] or not part.day for _, _, part in parts):
        return None
    joined = [match["between"] is not None or is_range(sep) for sep in match.captures("sep")]
    relation, shift = relation_of(match), shift_of(match)
    mentions: list[Mention] = []
    at = 0
    while at < len(parts):
        last = at + 1 if at < len(joined) and joined[at] else at
        start = parts[at][0] if at else match.start()
        end = match.end() if last == len(parts) - 1 else parts[last][1]
        first, final = parts[at][2], parts[last][2]
        mentions.append(Mention(start, end, Dated(first, first if last == at else final, None, relation, shift)))
        at = last + 1
    return tuple(mentions)


def _parts(match: regex.Match[str], month: int, year: int | None) -> list[tuple[int, int, Part]]:
    """Return each day of the match with its place, its weekday included."""
    weekdays = match.spans("weekday")
    parts: list[tuple[int, int, Part]] = []
    done = match.start()
    for start, end in match.spans("day"):
        own = next(((a, b) for a, b in weekdays if done <= a < start), None)
        weekday = None if own is None else number_of(match.string[own[0] : own[1]], "weekdays", "short_weekdays")
        part = Part("day", month, int(match.string[start:end]), year, weekday)
        parts.append((start if own is None else own[0], end, part))
        done = end
    return parts


def _numeric(match: regex.Match[str]) -> tuple[Mention, ...] | None:
    a, b = int(match["a"]), int(match["b"])
    year = int(match["year"]) if len(match["year"]) > len("99") else full_year(int(match["year"]))
    readings = [Part("day", month, day, year) for day, month in ((a, b), (b, a)) if _exists(year, month, day)]
    if not readings:
        return None
    other = readings[1] if len(readings) > 1 and readings[1] != readings[0] else None
    return (Mention(match.start(), match.end(), Dated(readings[0], readings[0], other=other)),)


def _iso(match: regex.Match[str]) -> tuple[Mention, ...] | None:
    year, month, day = (int(match[name]) for name in ("year", "month", "day"))
    if not _exists(year, month, day):
        return None
    part = Part("day", month, day, year)
    return (Mention(match.start(), match.end(), Dated(part, part)),)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


DAY_RULES: tuple[DateRule, ...] = (
    DateRule(
        name="iso-day",
        heads=("number",),
        pattern=r"""
            (?<! [\w/.-] )
            (?P<year> (?:1[5-9]|20|21)\d\d ) (?P<mark> [-/] ) (?P<month> \d\d ) (?P=mark) (?P<day> \d\d )
            (?! [\d/-] )
            """,
        build=_iso,
        examples=("2018-02-14", "⟨2018-02-14⟩T10:00", "2018/02/14"),
        rejects=("2018-13-14", "12018-02-14", "2018-02-141", "2018-02/14", "2018-02"),
    ),
    DateRule(
        name="numeric-day",
        heads=("number",),
        pattern=r"""
            (?<! [\w/.-] )
            (?P<a> \d{1,2} ) (?P<mark> [/.-] ) (?P<b> \d{1,2} ) (?P=mark)
            (?P<year> (?:1[5-9]|20|21)\d\d | (?<=/) \d\d | (?<= \d\d\. \d\d\. ) \d\d )
            (?! [\d/-] | \.\d | \w )
            """,
        build=_numeric,
        examples=("25/04/2019", "22/09/11", "14.02.2018", "14.02.18", "02-11-2019", "02/14/2018"),
        rejects=("33/33/2011", "1/22/09/11", "22/09/11/4", "01.44.76.75", "2.10.12", "22-09-11", "22/09-2011", "22/09/112"),
    ),
    DateRule(
        name="days-of-month",
        heads=("number", "weekdays", "short_weekdays", "before", "nights"),
        pattern=rf"""
            {_NIGHT}
            {_BEFORE}
            {_BETWEEN}
            {_WEEKDAY}
            (?<! [\d.,:/] | \w[-–] )
            {_DAY}
            (?: {_SEP} {_WEEKDAY} {_DAY} ){{0,8}}+
            {GAP}?+ (?: \L<of> {GAP} )?+
            {_MONTH}
            {TAIL}
            """,
        build=_days,
        examples=(
            "5 December",
            "Thursday 22 October",
            "friday 23rd october 2015",
            "from ⟨25 to 29 April⟩",
            "17–18 October",
            "the night of 6-7 November",
            "last 12 December",
            "12 December last year",
            "the ⟨5th of April, 2018⟩",
            "Wed, 13 Sep 2017",
        ),
        rejects=("31 June", "12 satellites", "1.5 April", "SEIS-1 October", "5 Marches"),
    ),
    DateRule(
        name="month-and-days",
        heads=("months", "short_months", "weekdays", "short_weekdays", "before", "nights"),
        languages=("en",),
        pattern=rf"""
            {_NIGHT}
            {_BEFORE}
            {_BETWEEN}
            {_WEEKDAY}
            {_MONTH} ,? {GAP} {ARTICLE}?+
            {_DAY} (?! \d | [.,:]\d | % )
            (?: {_SEP} {_DAY} (?! \d | [.,:]\d | % | {GAP} \L<months> ) ){{0,8}}+
            {TAIL}
            """,
        build=_days,
        examples=("October 23rd", "August, 10", "friday october 23rd", "April 25-29, 2018", "Sept. 30", "December 12 last year"),
        rejects=("May 2018", "October 31.5", "June 45", "March 12% more"),
    ),
)
