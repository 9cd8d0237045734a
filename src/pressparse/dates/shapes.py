"""What a date expression says by itself, before the release decides its year."""

import datetime as dt
from calendar import isleap
from typing import Literal, NamedTuple

import attrs

from pressparse.model import Modifier
from pressparse.rules import Rule

Unit = Literal["day", "week", "weekend", "fortnight", "month", "quarter", "season", "half", "year", "decade"]
Relation = Literal["before", "this", "after"]

_SEASON_MONTHS, _QUARTER_MONTHS, _HALF_MONTHS = 3, 3, 6
_FEBRUARY, _DECEMBER = 2, 12
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SUNDAY = 6


def month_length(year: int, month: int) -> int:
    """Return how many days `month` has in `year`."""
    return 29 if month == _FEBRUARY and isleap(year) else _LENGTHS[month - 1]


class Days(NamedTuple):
    """The first and the last day of a stretch of time."""

    start: dt.date
    end: dt.date


class Part(NamedTuple):
    """A part of a year as printed; `year` and `weekday` (0 for Monday) are `None` where they are not.

    `number` is the month of a day, fortnight or month; the number of a season (1 for spring), quarter, half or ISO
    week; nothing for a year or decade. `day` is the day of the month (the first of a fortnight; a day of the week
    where the week is named by one).
    """

    unit: Unit
    number: int = 0
    day: int = 0
    year: int | None = None
    weekday: int | None = None

    def days(self, year: int) -> Days | None:
        """Return which days the part covers in `year`; `None` if that year has none such (29 February)."""
        try:
            return _DAYS[self.unit](self, year)
        except (OverflowError, ValueError):
            return None


class Dated(NamedTuple):
    """An expression by the calendar: from `first` to `last`, which are one and the same where it is no range.

    `relation` is a printed `last` or `next`; `shift` the distance of a printed `last year`, `same` a
    printed `that year`; `other` is the reading of a
    numeric date in the order month-day, where that gives another day.
    """

    first: Part
    last: Part
    modifier: Modifier | None = None
    relation: Relation | None = None
    shift: int | None = None
    same: bool = False
    other: Part | None = None


class Deictic(NamedTuple):
    """An expression by its distance from the day the text speaks from: `today`, `next year`.

    `open` is one of which the last or the next may be meant: `the end of the year`, told in January, or `this weekend`.
    """

    unit: Unit
    shift: int
    modifier: Modifier | None = None
    open: bool = False


class Weekdays(NamedTuple):
    """A bare weekday, or the stretch from one to another."""

    first: int
    last: int
    relation: Relation | None = None


Shape = Dated | Deictic | Weekdays


class Mention(NamedTuple):
    """A shape and where it stands, the name of the rule that found it."""

    start: int
    end: int
    shape: Shape
    rule: str = ""


@attrs.frozen(kw_only=True, eq=False)
class DateRule(Rule[tuple[Mention, ...]]):
    """A rule for one or several date expressions; a match of it begins with one of `heads`, or of its own `words`.

    Heads are tables of the vocabulary; `99` stands for a number of one or two digits, `9999` for one of four,
    `9990s` for one of four with an "s". Words count in small letters and in capitals.
    """

    heads: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def _day(part: Part, year: int) -> Days:
    day = dt.date(year, part.number, part.day)
    return Days(day, day)


def _week(part: Part, year: int) -> Days:
    if part.day:
        return around(dt.date(year, part.number, part.day), "week")
    monday = dt.date.fromisocalendar(year, part.number, 1)
    return Days(monday, monday + dt.timedelta(days=6))


def _fortnight(part: Part, year: int) -> Days:
    last = 15 if part.day == 1 else month_length(year, part.number)
    return Days(dt.date(year, part.number, part.day), dt.date(year, part.number, last))


def _months(year: int, month: int, count: int) -> Days:
    """Return the `count` months from `month`, which may lie in the next year."""
    years, index = divmod(month + count - 2, _DECEMBER)
    last = dt.date(year + years, index + 1, month_length(year + years, index + 1))
    return Days(dt.date(year, month, 1), last)


def _season(part: Part, year: int) -> Days:
    return _months(year, _SEASON_MONTHS * part.number, _SEASON_MONTHS)


def _quarter(part: Part, year: int) -> Days:
    return _months(year, _QUARTER_MONTHS * (part.number - 1) + 1, _QUARTER_MONTHS)


def _half(part: Part, year: int) -> Days:
    return _months(year, _HALF_MONTHS * (part.number - 1) + 1, _HALF_MONTHS)


def _decade(_: Part, year: int) -> Days:
    return Days(dt.date(year - year % 10, 1, 1), dt.date(year - year % 10 + 9, 12, 31))


_DAYS = {
    "day": _day,
    "week": _week,
    "fortnight": _fortnight,
    "month": lambda part, year: _months(year, part.number, 1),
    "quarter": _quarter,
    "season": _season,
    "half": _half,
    "year": lambda _, year: _months(year, 1, _DECEMBER),
    "decade": _decade,
}


def around(day: dt.date, unit: Unit) -> Days:
    """Return the `unit` (day, week, weekend, month, quarter, year or decade) that `day` lies in; a week's weekend."""
    if unit in {"week", "weekend"}:
        monday = day - dt.timedelta(days=day.weekday())
        first = monday if unit == "week" else monday + dt.timedelta(days=_SUNDAY - 1)
        return Days(first, monday + dt.timedelta(days=_SUNDAY))
    number = (day.month - 1) // _QUARTER_MONTHS + 1 if unit == "quarter" else day.month
    return _DAYS[unit](Part(unit, number, day.day), day.year)
