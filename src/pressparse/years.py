"""Which year a date belongs to, and so which days it names.

A printed year decides, then the weekday (in three neighboring years no date falls on the same one twice), then `last`
and `next`, then the tense of the clause. Where nothing decides, the release's own year is assumed, and said to be.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

import attrs

from pressparse.shapes import Dated, Days, Deictic, around

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressparse.model import Basis
    from pressparse.shapes import Part, Shape, Unit, Weekdays
    from pressparse.tense import Tense

_WEEK = 7
# A leap day may be eight years away (1904 to 1896), everything else recurs each year.
_REACH = 8


@attrs.frozen
class Standpoint:
    """From where a text speaks: the release's day, or only its year; `event` is the day that "today" means."""

    day: dt.date | None = None
    year: int | None = None
    event: dt.date | None = None

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
    if isinstance(shape, Dated):
        return _dated(shape, standpoint, tense)
    if isinstance(shape, Deictic):
        return _deictic(shape, standpoint)
    return _weekdays(shape, standpoint, tense)


def leaves_year_open(shape: Shape) -> bool:
    """Return whether the tense of its clause may decide which days `shape` names."""
    if isinstance(shape, Dated):
        printed = shape.first.year or shape.last.year or shape.first.weekday is not None
        return not printed and shape.relation is None and shape.shift is None
    return not isinstance(shape, Deictic) and shape.relation in {None, "this"}


def _dated(shape: Dated, standpoint: Standpoint, tense: Tense | None) -> Resolved:
    if shape.first.year is not None or shape.last.year is not None:
        return _checked(_printed(shape.first, shape.last), "printed", shape)
    own = standpoint.year
    if own is None:
        return _UNKNOWN

    def in_year(year: int) -> Days | None:
        return _stretch(shape.first, shape.last, year)

    if shape.shift is not None:
        return _checked(in_year(own + shape.shift), "relative", shape)
    fitting = next((days for y in (own, own - 1, own + 1) if (days := in_year(y)) and _fits(shape, days)), None)
    if shape.first.weekday is not None and fitting:
        return Resolved(fitting, "weekday")
    if shape.relation is not None:
        return _checked(_beside(in_year, standpoint, shape.relation), "relative", shape)
    if tense is not None and shape.first.weekday is None and standpoint.day is not None:
        return Resolved(_by_tense(in_year, standpoint.day, tense), "tense")
    return _checked(in_year(own) or _nearest(in_year, dt.date(own, 7, 1)), "assumed", shape)


def _checked(days: Days | None, basis: Basis, shape: Dated) -> Resolved:
    return Resolved(days, basis, _fits(shape, days)) if days else _UNKNOWN


def _fits(shape: Dated, days: Days) -> bool:
    return all(
        part.weekday is None or part.weekday == day.weekday()
        for part, day in ((shape.first, days.start), (shape.last, days.end))
    )


def _stretch(first: Part, last: Part, year: int) -> Days | None:
    """Return the days from `first` in `year` to the next `last`."""
    start, end = first.days(year), last.days(year)
    if start and end and end.end < start.start:
        end = last.days(year + 1)
    return Days(start.start, end.end) if start and end else None


def _printed(first: Part, last: Part) -> Days | None:
    if first.year is not None:
        start = first.days(first.year)
        end = last.days(last.year) if last.year is not None else None
        if last.year is None:
            return _stretch(first, last, first.year)
        return Days(start.start, end.end) if start and end and start.start <= end.end else None
    assert last.year is not None  # noqa: S101 - one of both is printed: for the type checker
    days = _stretch(first, last, last.year)
    return days if days and days.end.year == last.year else _stretch(first, last, last.year - 1)


def _beside(in_year: Callable[[int], Days | None], standpoint: Standpoint, relation: str) -> Days | None:
    """Return the last such days before the release's, the next after them, or those of its year."""
    day, year = standpoint.day, standpoint.year
    assert year is not None  # noqa: S101 - the caller has checked: for the type checker
    if relation == "this":
        near = (in_year(year - 1), in_year(year))
        return next((d for d in near if d and day and d.start <= day <= d.end), in_year(year))
    if day is None:
        return None
    found = [days for y in range(year - _REACH, year + _REACH + 1) if (days := in_year(y))]
    if relation == "before":
        return next((days for days in reversed(found) if days.end < day), None)
    return next((days for days in found if days.start > day), None)


def _by_tense(in_year: Callable[[int], Days | None], day: dt.date, tense: Tense) -> Days | None:
    """Return the last such days that have begun, the first that have not ended, or, in the present, the nearest."""
    found = [days for y in range(day.year - _REACH, day.year + _REACH + 1) if (days := in_year(y))]
    if tense == "past":
        return next((days for days in reversed(found) if days.start <= day), None)
    if tense == "future":
        return next((days for days in found if days.end >= day), None)
    return _nearest(in_year, day)


def _nearest(in_year: Callable[[int], Days | None], day: dt.date) -> Days | None:
    found = [days for y in range(day.year - _REACH, day.year + _REACH + 1) if (days := in_year(y))]
    return min(found, key=lambda days: max(days.start - day, day - days.end), default=None)


def _deictic(shape: Deictic, standpoint: Standpoint) -> Resolved:
    if shape.unit in {"year", "decade"} and standpoint.year is not None:
        count = shape.shift * (1 if shape.unit == "year" else 10)
        return Resolved(around(dt.date(standpoint.year + count, 1, 1), shape.unit), "relative")
    day = standpoint.today if shape.unit == "day" else standpoint.day
    return Resolved(_moved(day, shape.unit, shape.shift), "relative") if day else _UNKNOWN


def _moved(day: dt.date, unit: Unit, count: int) -> Days:
    """Return the `unit` that lies `count` units after the one of `day`."""
    if unit in {"day", "week", "weekend"}:
        return around(day + dt.timedelta(days=count * (1 if unit == "day" else _WEEK)), unit)
    months = count * (1 if unit == "month" else 3)
    years, index = divmod(day.month - 1 + months, 12)
    return around(dt.date(day.year + years, index + 1, 1), unit)


def _weekdays(shape: Weekdays, standpoint: Standpoint, tense: Tense | None) -> Resolved:
    day = standpoint.day
    if day is None:
        return _UNKNOWN
    if shape.relation == "this" and tense is None:
        start = around(day, "week").start + dt.timedelta(days=shape.first)
    elif shape.relation == "after":
        start = day + dt.timedelta(days=(shape.first - day.weekday() - 1) % _WEEK + 1)
    elif shape.relation == "before":
        start = day - dt.timedelta(days=(day.weekday() - shape.first - 1) % _WEEK + 1)
    elif tense == "future":
        start = day + dt.timedelta(days=(shape.first - day.weekday()) % _WEEK)
    else:
        start = day - dt.timedelta(days=(day.weekday() - shape.first) % _WEEK)
    return Resolved(Days(start, start + dt.timedelta(days=(shape.last - shape.first) % _WEEK)), "relative")
