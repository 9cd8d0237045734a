"""Dates as mastheads print them: datelines with their place, bare date lines, the stamps of web sites, embargoes."""

import datetime as dt
from typing import Literal

import attrs
import regex

from pressparse.book import per_book
from pressparse.profiles import DateOrder, full_year
from pressparse.rules import Rule, RuleTable
from pressparse.tries import compile_words
from pressparse.words import merged_vocabulary

Stamp = Literal["dateline", "date", "labelled", "published", "updated"]

# The hours that a printed zone stands from Greenwich. Names of more than one zone (CST, IST) are left out.
ZONES = {
    "UTC": 0,
    "GMT": 0,
    "TU": 0,
    "Z": 0,
    "BST": 1,
    "CET": 1,
    "MEZ": 1,
    "CEST": 2,
    "MESZ": 2,
    "EST": -5,
    "EDT": -4,
    "PST": -8,
    "PDT": -7,
    "JST": 9,
}


@attrs.frozen
class MastheadDate:
    """A printed date: the day it names, and the other one where its numbers can be read in the other order.

    `span` is its place in the match; `weekday` the printed one, 0 for Monday.
    """

    date: dt.date
    other: dt.date | None
    start: int
    end: int
    weekday: int | None


_LE = r"(?: (?:le|the|el|den|am) [\s\xa0]+ )?+"
_WEEKDAY = rf"{_LE} (?: (?P<weekday> \L<weekdays> ) \b \.? ,? [\s\xa0]+ )?+ {_LE}"
_DAY_FIRST = (
    r"(?P<day> \d{1,2}+ ) (?: er | ère | st | nd | rd | th | º | ° | \. )?+ [\s\xa0]* (?: (?:of|de) \s+ | - )?+"
)
_YEAR = r"(?P<year> (?:19|20)\d\d ) (?!\d)"
_ZONE = (
    "UTC | GMT | CES?T | JST | [EP][SD]T | BST | [ECMP]T | H[AN]?E | local[ ]time | heure[ ]de[ ]Paris"
    " | (?: Eastern | Central | Mountain | Pacific )[ ](?: Standard | Daylight )[ ]Time"
)
# Behind the hour: `15:30`, `15h30`, `15h`, `15 heures`, `3 pm`.
_CLOCK = r"(?: (?: : | [ ]?h[ ]? | \. ) \d\d (?: :\d\d )?+ | [ ]? (?: h | heures? | [AaPp]\.?[Mm] | Uhr ) \b \.? )"
_TIME = rf"""
    (?:
        ,? [\s\xa0]* (?: at | à | - | – | \| )? [\s\xa0]* \d{{1,2}} {_CLOCK}
        (?! [ ]?\d ) (?: [ ]? [AaPp]\.?[Mm]\b\.? )?+
    )?+
    (?:
        [ ]? \(? \b (?: {_ZONE} ) \b \)?
    )?+
"""


def _named(match: regex.Match[str]) -> MastheadDate | None:
    month = merged_vocabulary("masthead").number("months", match["month"])
    day = _date(int(match["year"]), month, int(match["day"]))
    return None if day is None else masthead_date(match, day)


def _numeric(match: regex.Match[str]) -> MastheadDate | None:
    year = int(match["year"]) if len(match["year"]) > len("99") else full_year(int(match["year"]))
    first, second = int(match["first"]), int(match["second"])
    day_month, month_day = _date(year, second, first), _date(year, first, second)
    day = day_month or month_day
    other = month_day if day_month and day_month != month_day else None
    return None if day is None else masthead_date(match, day, other)


def _iso(match: regex.Match[str]) -> MastheadDate | None:
    day = _date(int(match["year"]), int(match["month"]), int(match["day"]))
    return None if day is None else masthead_date(match, day)


def masthead_date(match: regex.Match[str], day: dt.date, other: dt.date | None = None) -> MastheadDate:
    """Return `day` as what `match` prints: its group `date` or all of it, and its group `weekday` if it has one."""
    named = {name for name in ("date", "weekday") if name in match.re.groupindex and match[name]}
    date = "date" if "date" in named else 0
    start = match.start("weekday" if "weekday" in named else date)
    weekday = merged_vocabulary("masthead").number("weekdays", match["weekday"]) if "weekday" in named else None
    return MastheadDate(day, other, start - match.start(), match.end(date) - match.start(), weekday)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


@per_book()
def date_opener() -> regex.Pattern[str]:
    """Return the pattern of what may stand between a place or a kind and its date: `le`, `of`."""
    return compile_words(r"\L<date_openers> [ ]", merged_vocabulary("masthead").lists)


@per_book()
def date_labels() -> dict[Stamp, regex.Pattern[str]]:
    """Return the pattern of what stands before a date of each stamp: `Date:`, `Published on`."""
    words = merged_vocabulary("masthead").lists
    return {
        "labelled": compile_words(r"\L<date_labels> [\s\xa0]*+ : [\s\xa0]*+", words),
        "published": compile_words(r"\L<published> (?!\w) [\s\xa0]*+ :? [\s\xa0]*+", words),
        "updated": compile_words(r"\L<updated> (?!\w) [\s\xa0]*+ :? [\s\xa0]*+", words),
    }


def in_order(date: MastheadDate, order: DateOrder) -> dt.date:
    """Return the day that `date` names for an issuer who writes numeric dates in `order`."""
    return date.other if date.other is not None and order == "mdy" else date.date


DATE_RULES: tuple[Rule[MastheadDate], ...] = (
    Rule(
        name="day-month-year",
        pattern=rf"""
            (?<![\w/-])
            {_WEEKDAY}
            (?P<date> {_DAY_FIRST} (?P<month> \L<months> ) (?: \.? ,? [\s\xa0]+ (?: de [ ] )?+ | - ) {_YEAR} )
            {_TIME}
            """,
        build=_named,
        examples=(
            "22 October 2020",
            "16 Janvier 2018",
            "Wed, 13 Sep 2017 14:43",
            "mardi 3 mars 2015",
            "3 June 2024, 2:00 p.m. (EDT)",
            "14 mai 2019 10h00 HE",
        ),
        rejects=("31 June 2020", "22 October", "122 October 2020", "22 Octember 2020", "22 October 20201"),
    ),
    Rule(
        name="month-day-year",
        pattern=rf"""
            (?<![\w/-])
            {_WEEKDAY}
            (?P<date>
                (?P<month> \L<months> ) \.? [\s\xa0]+ (?P<day> \d{{1,2}}+ ) (?: st | nd | rd | th )?+ ,?
                [\s\xa0]+ {_YEAR}
            )
            {_TIME}
            """,
        build=_named,
        examples=(
            "October 22, 2020",
            "Thursday, June 3rd, 2004",
            "June 3, 2024 at 10:00 a.m. EDT",
        ),
        rejects=("June 31, 2020", "October 22", "xOctober 22, 2020", "October 222, 2020", "October 22, 20201"),
    ),
    Rule(
        name="numeric-date",
        pattern=rf"""
            (?<![\w/.-])
            {_WEEKDAY}
            (?P<date>
                (?P<first> \d{{1,2}}+ ) (?P<mark> [/.-] ) (?P<second> \d{{1,2}}+ ) (?P=mark)
                (?P<year> (?:19|20)\d\d | \d\d )
            )
            (?![\w/-]|\.\d)
            """
        + _TIME,
        build=_numeric,
        examples=(
            "22/09/11",
            "le 05/06/2014",
            "22/09/11 2:43 pm GMT",
        ),
        rejects=("22/09", "22/09-11", "22/09/1811", "33/33/11", "1/22/09/11", "22/09/11/4", "01.44.76.75"),
    ),
    Rule(
        name="iso-date",
        pattern=r"""
            (?<![\w/.-])
            (?P<date> (?P<year> (?:19|20)\d\d ) (?P<mark> [/.-] ) (?P<month> \d{1,2} ) (?P=mark) (?P<day> \d{1,2}+ ) )
            (?![\w/-]|\.\d)
            """
        + _TIME,
        build=_iso,
        examples=("2019-11-02", "2019-11-02 10:30 AM UTC", "2019/11/02"),
        rejects=("2019-13-02", "2019-11", "12019-11-02", "2019-11-021", "2019/11-02", "2019.11.02.4", "1819/11/02"),
    ),
)

RELEASE_DATES = RuleTable(name="release dates", rules=DATE_RULES)
NUMERIC_RULES = frozenset({"numeric-date", "iso-date"})
