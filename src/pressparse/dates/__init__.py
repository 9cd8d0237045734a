"""Dates of the body: every expression with the days it names and how its year is known."""

import datetime as dt
from collections.abc import Iterator, Sequence

from pressparse.dates.mentions import LONGEST_JOINT, Order, find_mentions
from pressparse.dates.shapes import Dated, Deictic, Mention, Shape, Weekdays
from pressparse.dates.tense import clause_tense, is_deadline, is_described
from pressparse.dates.verbs import Tense
from pressparse.dates.words import joint_of
from pressparse.dates.years import Resolved, Standpoint, is_left_open, resolve
from pressparse.diagnostics import diagnostic
from pressparse.language import detect_language
from pressparse.model import DateExpression, Diagnostic, Precision
from pressparse.text import View
from pressparse.words import LANGUAGES

_FARTHEST_EVENT = dt.timedelta(days=9)
_PRECISIONS: dict[str, Precision] = {"day": "day", "month": "month", "season": "season", "year": "year"}
_SENTENCE_ENDS = (". ", "! ", "? ", "\n\n")


def find_dates(
    text: str | View, *, anchor: dt.date | None = None, language: str | None = None
) -> tuple[DateExpression, ...]:
    """Return the date expressions of `text` in order, each with `raw`, `span` and the `rule` that found it.

    `anchor` is the day the text speaks from (a release's date): without it only what prints its year is known, and the
    rest has neither `start` nor `end`. `language` is `en` or `fr`, by default the text's own; of a text in any other
    language only full dates with their year are read, where they cannot be misread. Raises `TypeError`.
    """
    if not isinstance(anchor, dt.date | None):
        msg = f"anchor is a datetime.date, not {type(anchor).__name__}"
        raise TypeError(msg)
    view = View.of(text)
    spoken = language or detect_language(view.text) or _language_of_dates(view)
    return read_dates(view, anchor=anchor, language=spoken, lead=view)[0]


def _language_of_dates(text: View) -> str | None:
    """Return the one language in which `text`, too short to tell its language otherwise, has a date that it needs."""
    found = {language: sum(m.end - m.start for m in find_mentions(text, language)) for language in LANGUAGES}
    best = max(found, key=lambda language: found[language])
    return best if sum(length == found[best] for length in found.values()) == 1 else None


def lead_event(lead: View, anchor: dt.date | int | None, language: str | None) -> dt.date | None:
    """Return the day, up to nine before `anchor`, that the first sentence of `lead` names by its weekday."""
    if not isinstance(anchor, dt.date):
        return None
    text = lead.text
    end = min((at for stop in _SENTENCE_ENDS if (at := text.find(stop)) > 0), default=len(text))
    standpoint = Standpoint(anchor, anchor.year)
    for mention in find_mentions(lead.cut(0, end), language):
        if not _names_weekday(mention.shape):
            continue
        days = resolve(mention.shape, standpoint, None).days
        if days and days.start == days.end and dt.timedelta() <= anchor - days.start <= _FARTHEST_EVENT:
            return days.start
    return None


def read_dates(  # noqa: PLR0913 - what the years of a body hang on
    view: View,
    *,
    anchor: dt.date | int | None,
    language: str | None,
    order: Order = "dmy",
    lead: View | None = None,
    claimed: Sequence[tuple[int, int]] = (),
) -> tuple[tuple[DateExpression, ...], tuple[Diagnostic, ...]]:
    """Return the date expressions of `view` in order, and what is ambiguous or contradictory about them.

    `anchor` is the release's day, or only its year; the `lead` names the event whose day "today" means; numeric dates
    are read in `order`; nothing is found that touches one of the ranges `claimed` of the clean string.
    """
    view = view.plain()
    mentions = find_mentions(view, language, order, claimed)
    of_today = any(isinstance(mention.shape, Deictic) and mention.shape.unit == "day" for mention in mentions)
    event = lead_event(lead, anchor, language) if lead and of_today else None
    standpoint = Standpoint(anchor, anchor.year, event) if isinstance(anchor, dt.date) else Standpoint(None, anchor)
    expressions: list[DateExpression] = []
    diagnostics: list[Diagnostic] = []
    for at, mention in enumerate(mentions):
        if not (at and _is_listed(view.text, mentions[at - 1], mention)):  # days of one month share their year
            tense = _tense(view.text, mention, language) if standpoint.day else None
        resolved = resolve(mention.shape, standpoint, tense)
        expression = _expression(view, mention, resolved)
        diagnostics += _doubts(expression, f"dates[{len(expressions)}]", resolved, mention.shape)
        expressions.append(expression)
        if expression.start is not None and expression.start.year != standpoint.mentioned:
            standpoint = standpoint._replace(mentioned=expression.start.year)
    return tuple(expressions), tuple(diagnostics)


def _names_weekday(shape: Shape) -> bool:
    return isinstance(shape, Weekdays) or (isinstance(shape, Dated) and shape.first.weekday is not None)


def _tense(text: str, mention: Mention, language: str | None) -> Tense | None:
    if language not in LANGUAGES or not is_left_open(mention.shape):
        return None
    if isinstance(mention.shape, Deictic) and is_deadline(text, mention.start, language):
        return None
    tense = clause_tense(text, mention.start, mention.end, language)
    return "described" if tense == "past" and is_described(text, mention.start, language) else tense


def _is_listed(text: str, before: Mention, mention: Mention) -> bool:
    """Return whether two days, their years left open, are printed with one month: "27 and 28 April"."""
    a, b = before.shape, mention.shape
    if mention.start - before.end > LONGEST_JOINT or not (isinstance(a, Dated) and isinstance(b, Dated)):
        return False
    of_month = a.last.unit == b.first.unit == "day" and a.last.number == b.first.number and is_left_open(a)
    return of_month and joint_of(text[before.end : mention.start]) == "list"


def _expression(view: View, mention: Mention, resolved: Resolved) -> DateExpression:
    shape, days, span = mention.shape, resolved.days, view.span(mention.start, mention.end)
    return DateExpression(
        raw=span.of(view.given),
        span=span,
        start=days.start if days else None,
        end=days.end if days else None,
        precision=_precision(shape),
        modifier=None if isinstance(shape, Weekdays) else shape.modifier,
        basis=resolved.basis,
        rule=mention.rule,
    )


def _precision(shape: Shape) -> Precision:
    if isinstance(shape, Weekdays):
        return "day" if shape.first == shape.last else "range"
    if isinstance(shape, Deictic):
        return _PRECISIONS.get(shape.unit, "range")
    return _PRECISIONS.get(shape.first.unit, "range") if shape.first is shape.last else "range"


def _doubts(expression: DateExpression, field: str, resolved: Resolved, shape: Shape) -> Iterator[Diagnostic]:
    if not resolved.fits and expression.start is not None:
        message = f"{_printed(expression)!r}: the weekday and the date do not fit in {expression.start.year}"
        yield diagnostic("weekday-mismatch", field, message, expression.span)
    if isinstance(shape, Dated) and shape.other is not None:
        other = f"{shape.other.year}-{shape.other.number:02}-{shape.other.day:02}"
        yield diagnostic("date-ambiguous", field, f"{_printed(expression)!r} could also be {other}", expression.span)


def _printed(expression: DateExpression) -> str:
    return " ".join(expression.raw.split())
