"""Dates of the body: every expression with the days it names and how its year is known."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Literal

import attrs

from pressparse.day_rules import DAY_RULES, is_range
from pressparse.diagnostics import diagnostic
from pressparse.heads import head_pattern, heads, parted
from pressparse.model import DateExpression
from pressparse.period_rules import PERIOD_RULES
from pressparse.rules import compile_rule
from pressparse.shapes import Dated, DateRule, Deictic, Mention, Weekdays
from pressparse.tense import clause_tense
from pressparse.text import View
from pressparse.words import LANGUAGES, fold, vocabulary
from pressparse.years import Standpoint, leaves_year_open, resolve

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence

    import regex

    from pressparse.model import Diagnostic, Precision
    from pressparse.shapes import Shape
    from pressparse.tense import Tense
    from pressparse.years import Resolved

RULES: tuple[DateRule, ...] = (*DAY_RULES, *PERIOD_RULES)
_FARTHEST_EVENT = dt.timedelta(days=9)
_SINGLE_UNITS: tuple[Precision, ...] = ("day", "month", "season", "year")
_LONGEST_JOINT = 12


@attrs.frozen
class _Grammar:
    """The rules of one language, reached by the words that their expressions begin with."""

    heads: re.Pattern[str]
    rules: Mapping[str, tuple[tuple[DateRule, regex.Pattern[str]], ...]]


def find_dates(
    text: str | View, *, anchor: dt.date | None = None, language: str | None = None
) -> tuple[DateExpression, ...]:
    """Return the date expressions of `text` in order, each with `raw`, `span` and the `rule` that found it.

    `anchor` is the day the text speaks from (a release's date): without it only what prints its year is known, the rest
    has neither `start` nor `end`. `language` is `en` or `fr`, by default the text's own; of a text in any other
    language only full dates with their year are read, where they cannot be misread.
    """
    view = View.of(text)
    known = detected(view, language)
    return read_dates(view, anchor=anchor, language=known, event=lead_event(view, anchor, known))[0]


def lead_event(lead: View, anchor: dt.date | None, language: str | None) -> dt.date | None:
    """Return the day, up to nine before `anchor`, that the first sentence of `lead` names by its weekday."""
    if anchor is None:
        return None
    sentence = lead.cut(0, end_of_sentence(lead.text))
    standpoint = Standpoint(anchor, anchor.year)
    for mention in _mentions(sentence, language, ()):
        if not _names_weekday(mention):
            continue
        days = resolve(mention.shape, standpoint, None).days
        if days and days.start == days.end and dt.timedelta() <= anchor - days.start <= _FARTHEST_EVENT:
            return days.start
    return None


def read_dates(
    view: View,
    *,
    anchor: dt.date | int | None,
    language: str | None,
    order: Literal["dmy", "mdy"] = "dmy",
    event: dt.date | None = None,
    claimed: Sequence[tuple[int, int]] = (),
) -> tuple[tuple[DateExpression, ...], tuple[Diagnostic, ...]]:
    """Return the date expressions of `view` in order, and what is ambiguous or contradictory about them.

    `anchor` is the release's day, or only its year; `event` the day that "today" means where it is another; numeric
    dates are read in `order`; nothing is found that touches one of the ranges `claimed` of the clean string.
    """
    day = None if isinstance(anchor, int) else anchor
    standpoint = Standpoint(day, day.year if day else anchor if isinstance(anchor, int) else None, event)
    expressions: list[DateExpression] = []
    diagnostics: list[Diagnostic] = []
    for found in _mentions(view, language, claimed):
        mention, other = _in_order(found, order)
        resolved = resolve(mention.shape, standpoint, _tense(view, mention, language))
        expression = _expression(view, mention, resolved)
        diagnostics += _doubts(expression, f"dates[{len(expressions)}]", resolved, other)
        expressions.append(expression)
    return tuple(expressions), tuple(diagnostics)


def detected(view: View, language: str | None) -> str | None:
    """Return `language`, by default the language of `view`."""
    if language is not None:
        return language
    padded = f" {view.text.lower()} "
    counts = {"en": sum(padded.count(w) for w in (" the ", " of ", " and ", " on ")), "fr": sum(padded.count(w) for w in (" le ", " la ", " de ", " du ", " des "))}
    return max(counts, key=lambda name: counts[name])


def end_of_sentence(text: str) -> int:
    """Return where the first sentence of `text` ends."""
    ends = [at for at in (text.find(". "), text.find("\n\n"), text.find("! "), text.find("? ")) if at > 0]
    return min(ends, default=len(text))


@cache
def _grammar(language: str) -> _Grammar:
    known = vocabulary("dates", language)
    reached: dict[str, list[tuple[DateRule, regex.Pattern[str]]]] = {}
    for rule in RULES:
        if rule.languages and language not in rule.languages:
            continue
        compiled = (rule, compile_rule(rule, known))
        words = dict.fromkeys(parted(word) for table in rule.heads for word in known.lists.get(table, ()))
        for head in (*words, *("0123456789" if "number" in rule.heads else "")):
            reached.setdefault(head, []).append(compiled)
    words_only = [head for head in reached if not head.isdigit()]
    return _Grammar(head_pattern(words_only), {head: tuple(rules) for head, rules in reached.items()})


def _mentions(view: View, language: str | None, claimed: Sequence[tuple[int, int]]) -> list[Mention]:
    if language not in LANGUAGES:
        return []
    return list(_joined(view.text, _unclaimed(_found(view, _grammar(language)), claimed)))


def _found(view: View, grammar: _Grammar) -> Iterator[Mention]:
    """Yield what the rules find, leftmost first, at one place the first rule of the table."""
    done = 0
    for start, head in heads(view, grammar.heads):
        if start < done:
            continue
        for rule, pattern in grammar.rules[head]:
            match = pattern.match(view.text, start)
            mentions = rule.build(match) if match else None
            if match and mentions:
                done = match.end()
                yield from (mention._replace(rule=rule.name) for mention in mentions)
                break


def _unclaimed(mentions: Iterator[Mention], claimed: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    at = 0
    for mention in mentions:
        while at < len(claimed) and claimed[at][1] <= mention.start:
            at += 1
        if at == len(claimed) or claimed[at][0] >= mention.end:
            yield mention


def _joined(text: str, mentions: Iterator[Mention]) -> Iterator[Mention]:
    """Yield `mentions`, two that are the ends of one stretch of time as one, a shared year given to both."""
    last: Mention | None = None
    for mention in mentions:
        joined = last and _joint(text, last, mention)
        if joined:
            *done, last = joined
            yield from done
        else:
            if last:
                yield last
            last = mention
    if last:
        yield last


def _joint(text: str, left: Mention, right: Mention) -> tuple[Mention, ...] | None:
    """Return what `left` and `right` make together; `None` if they are two dates that share nothing."""
    between = text[left.end : right.start]
    a, b = left.shape, right.shape
    if len(between) > _LONGEST_JOINT or not (isinstance(a, Dated) and isinstance(b, Dated)) or a.first is not a.last:
        return None
    if a.first.unit != b.first.unit or b.first is not b.last or a.first.unit in {"year", "decade"}:
        return None
    if is_range(between):
        shape = attrs.evolve(b, first=a.first, modifier=None)
        return (Mention(left.start, right.end, shape, left.rule),)
    if fold(between).strip(" ,") in {"and", "et", "or", "ou"} and a.first.year is None and b.first.year is not None:
        first = attrs.evolve(a.first, year=b.first.year)
        return (left._replace(shape=attrs.evolve(a, first=first, last=first)), right)
    return None


def _names_weekday(mention: Mention) -> bool:
    return not isinstance(mention.shape, Dated | Deictic) or (
        isinstance(mention.shape, Dated) and mention.shape.first.weekday is not None
    )


def _in_order(mention: Mention, order: str) -> tuple[Mention, dt.date | None]:
    """Return `mention` as read in `order`, and the day of the other order where that gives another."""
    shape = mention.shape
    if not isinstance(shape, Dated) or shape.other is None:
        return mention, None
    other, part = shape.other, shape.first
    if order == "mdy":
        mention, other = mention._replace(shape=Dated(other, other)), part
    days = other.days(other.year or 0)
    return mention, days.start if days else None


def _tense(view: View, mention: Mention, language: str | None) -> Tense | None:
    if language is None or not leaves_year_open(mention.shape):
        return None
    return clause_tense(view.text, mention.start, mention.end, language)


def _expression(view: View, mention: Mention, resolved: Resolved) -> DateExpression:
    shape = mention.shape
    return DateExpression(
        raw=view.raw(mention.start, mention.end),
        span=view.span(mention.start, mention.end),
        start=resolved.days.start if resolved.days else None,
        end=resolved.days.end if resolved.days else None,
        precision=_precision(shape),
        modifier=None if isinstance(shape, Weekdays) else shape.modifier,
        basis=resolved.basis,
        rule=mention.rule,
    )


def _precision(shape: Shape) -> Precision:
    if isinstance(shape, Weekdays):
        return "day" if shape.first == shape.last else "range"
    unit = shape.unit if isinstance(shape, Deictic) else shape.first.unit if shape.first is shape.last else "range"
    return unit if unit in _SINGLE_UNITS else "range"


def _doubts(
    expression: DateExpression, field: str, resolved: Resolved, other: dt.date | None
) -> Iterator[Diagnostic]:
    if not resolved.fits:
        message = f"{expression.raw!r} does not fall on that weekday in {expression.start and expression.start.year}"
        yield diagnostic("weekday-mismatch", field, message, expression.span)
    if other is not None:
        yield diagnostic("date-ambiguous", field, f"{expression.raw!r} could also be {other}", expression.span)
