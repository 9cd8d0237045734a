"""Which year a date belongs to, and so which days it names.

A printed year decides, then the weekday (in three neighboring years no date falls on the same one twice), then `last`
and `next`, then the tense of the clause. Where nothing decides, the release's own year is assumed, and said to be.
"""

import datetime as dt
from typing import NamedTuple

from pressparse.dates.shapes import Dated, Days, Deictic, Part, Relation, Shape, Unit, Weekdays, around
from pressparse.dates.verbs import Tense
from pressparse.model import Basis, Modifier

_WEEK = 7
_SOON = dt.timedelta(days=31)
# Years around the release in which a date is looked for: the near ones; for a leap day as far as 1896 is from 1904.
_NEAR = (-1, 0, 1)
_FAR = range(-8, 9)
# Where the early, middle and late part of a period begins and ends, in quarters of it.
_BEGINS: dict[Modifier | None, int] = {"mid": 1, "end": 3}
_ENDS: dict[Modifier | None, int] = {"start": 1, "mid": 3}


class Standpoint(NamedTuple):
    """From where a text speaks: the release's day, or only its year; `event` is the day that "today" means, `mentioned`
    the year named last.
    """

    day: dt.date | None = None
    year: int | None = None
    event: dt.date | None = None
    mentioned: int | None = None

    @property
    def today(self) -> dt.date | None:
        """The day that "today" means: the lead's event, else the release's day."""
        return self.event or self.day


class Resolved(NamedTuple):
    """The days of an expression and how they are known; `fits` is false where a printed weekday contradicts them."""

    days: Days | None
    basis: Basis
    fits: bool = True


_UNKNOWN = Resolved(None, "unknown")


def resolve(shape: Shape, standpoint: Standpoint, tense: Tense | None) -> Resolved:
    """Return which days `shape` names in a text that speaks from `standpoint`, in a clause of `tense`."""
    try:
        if isinstance(shape, Dated):
            return _dated(shape, standpoint, tense)
        tense = "past" if tense == "described" else tense
        if isinstance(shape, Deictic):
            return _deictic(shape, standpoint, tense)
        return _weekdays(shape, standpoint, tense)
    except (OverflowError, ValueError):
        # Before the year 1 and behind the year 9999 there are no dates.
        return _UNKNOWN


def is_left_open(shape: Shape) -> bool:
    """Return whether the tense of its clause may decide which days `shape` names."""
    if isinstance(shape, Dated):
        printed = shape.first.year is not None or shape.last.year is not None
        return not (printed or _has_weekday(shape) or shape.relation or shape.shift is not None or shape.same)
    return shape.open if isinstance(shape, Deictic) else shape.relation in {None, "this"}


def _has_weekday(shape: Dated) -> bool:
    return shape.first.weekday is not None or shape.last.weekday is not None


def _dated(shape: Dated, standpoint: Standpoint, tense: Tense | None) -> Resolved:  # noqa: PLR0911 - one for each basis
    if shape.first.year is not None or shape.last.year is not None:
        return _checked(_printed(shape.first, shape.last), "printed", shape)
    if shape.same and standpoint.mentioned is not None:
        return _checked(_stretch(shape, standpoint.mentioned), "relative", shape)
    if standpoint.year is None:
        return _UNKNOWN
    if shape.shift is not None:
        return _checked(_stretch(shape, standpoint.year + shape.shift), "relative", shape)
    if _has_weekday(shape) and (fitting := _fitting(shape, standpoint.year)):
        return Resolved(fitting, "weekday")
    if shape.relation is not None:
        return _checked(_beside(shape, standpoint, shape.relation), "relative", shape)
    if tense is not None and standpoint.day is not None and not _has_weekday(shape):
        return Resolved(_by_tense(shape, standpoint.day, tense), "tense")
    own = _stretch(shape, standpoint.year) or _nearest(shape, dt.date(standpoint.year, 7, 1))
    return _checked(own, "assumed", shape)


def _checked(days: Days | None, basis: Basis, shape: Dated) -> Resolved:
    return Resolved(days, basis, _fits(shape, days)) if days else _UNKNOWN


def _fits(shape: Dated, days: Days) -> bool:
    first, last = shape.first.weekday, shape.last.weekday
    return (first is None or first == days.start.weekday()) and (last is None or last == days.end.weekday())


def _fitting(shape: Dated, year: int) -> Days | None:
    """Return the days of the year, `year` or one beside it, in which the printed weekdays fit."""
    near = (_stretch(shape, year + distance) for distance in (0, -1, 1))
    return next((days for days in near if days and _fits(shape, days)), None)


def _stretch(shape: Dated, year: int) -> Days | None:
    """Return the days from the first part of `shape` in `year` to its next last part."""
    start = shape.first.days(year)
    if shape.first is shape.last or start is None:
        return start
    end = shape.last.days(year)
    if end and end.end < start.start:
        end = shape.last.days(year + 1)
    return Days(start.start, end.end) if end else None


def _printed(first: Part, last: Part) -> Days | None:
    """Return the days from `first` to `last`, of which one prints its year at least."""
    shape = Dated(first, last)
    if first.year is not None and (last.year is None or first is last):
        return _stretch(shape, first.year)
    if first.year is not None:
        start, end = first.days(first.year), last.days(last.year or first.year)
        return Days(start.start, end.end) if start and end and start.start <= end.end else None
    year = last.year or 0
    days = _stretch(shape, year)
    return days if days and days.end.year == year else _stretch(shape, year - 1)


def _around(shape: Dated, year: int) -> list[Days]:
    """Return the days of `shape` in the years around `year`, in order; a leap day's are farther apart."""
    near = [days for distance in _NEAR if (days := _stretch(shape, year + distance))]
    if len(near) == len(_NEAR):
        return near
    return [days for distance in _FAR if (days := _stretch(shape, year + distance))]


def _beside(shape: Dated, standpoint: Standpoint, relation: Relation) -> Days | None:
    """Return the last such days before the release's, the next after them, or those of its year."""
    day, year = standpoint.day, standpoint.year or 0
    if relation == "this":
        before = _stretch(shape, year - 1)
        return before if before and day and day <= before.end else _stretch(shape, year)
    if day is None:
        return None
    found = _around(shape, year)
    if relation == "before":
        return next((days for days in reversed(found) if days.end < day), None)
    return next((days for days in found if days.start > day), None)


def _by_tense(shape: Dated, day: dt.date, tense: Tense) -> Days | None:
    """Return the last such days that have begun, the first that have not ended, or, in the present, the nearest; for
    what is only described those that begin soon, else the last.
    """
    found = _around(shape, day.year)
    if tense == "present":
        return _nearest(shape, day)
    ahead = next((days for days in found if days.end >= day), None)
    if tense == "future" or (tense == "described" and ahead and ahead.start - day <= _SOON):
        return ahead
    return next((days for days in reversed(found) if days.start <= day), None)


def _nearest(shape: Dated, day: dt.date) -> Days | None:
    return min(_around(shape, day.year), key=lambda days: max(days.start - day, day - days.end), default=None)


def _deictic(shape: Deictic, standpoint: Standpoint, tense: Tense | None) -> Resolved:
    if shape.open and tense is not None and standpoint.day:
        return Resolved(_told(shape, standpoint.day, tense), "relative")
    if shape.unit in {"year", "decade"} and standpoint.year is not None:
        year = standpoint.year + shape.shift * (1 if shape.unit == "year" else 10)
        return Resolved(around(dt.date(year, 1, 1), shape.unit), "relative")
    day = standpoint.today if shape.unit == "day" and not shape.shift else standpoint.day
    return Resolved(_moved(day, shape.unit, shape.shift), "relative") if day else _UNKNOWN


def _told(shape: Deictic, day: dt.date, tense: Tense) -> Days:
    """Return the unit of which the named part has begun or, in the future, has not ended: its first, last or middle
    quarters.
    """
    days = _moved(day, shape.unit, shape.shift)
    quarter = (days.end - days.start) / 4
    begins = days.start + _BEGINS.get(shape.modifier, 0) * quarter
    ends = days.start + _ENDS.get(shape.modifier, 4) * quarter
    if tense == "past" and day < begins:
        return _moved(day, shape.unit, shape.shift - 1)
    if tense == "future" and day > ends:
        return _moved(day, shape.unit, shape.shift + 1)
    return days


def _moved(day: dt.date, unit: Unit, count: int) -> Days:
    """Return the `unit` that lies `count` units after the one of `day`."""
    if unit == "year":
        return around(day.replace(year=day.year + count, day=1), unit)
    if unit in {"day", "week", "weekend"}:
        return around(day + dt.timedelta(days=count * (1 if unit == "day" else _WEEK)), unit)
    years, month = divmod(day.month - 1 + count * (1 if unit == "month" else 3), 12)
    return around(dt.date(day.year + years, month + 1, 1), unit)


def _weekdays(shape: Weekdays, standpoint: Standpoint, tense: Tense | None) -> Resolved:
    day = standpoint.day
    if day is None:
        return _UNKNOWN
    length = (shape.last - shape.first) % _WEEK
    since, until = (day.weekday() - shape.first) % _WEEK, (shape.first - day.weekday()) % _WEEK
    if shape.relation == "this" and tense is None:
        start = around(day, "week").start + dt.timedelta(days=shape.first)
    elif shape.relation == "after" or tense in {"future", "present"}:
        running = not shape.relation and since <= length
        start = day - dt.timedelta(days=since) if running else day + dt.timedelta(days=until or _WEEK)
    else:
        start = day - dt.timedelta(days=since or (_WEEK if shape.relation == "before" else 0))
    return Resolved(Days(start, start + dt.timedelta(days=length)), "relative")
