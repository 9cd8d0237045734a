"""How dates are written that say their distance from the day of the text: "today", "next year", bare weekdays."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pressparse.dates.shapes import DateRule, Deictic, Mention, Weekdays
from pressparse.dates.words import (
    AFTER,
    BEFORE,
    END,
    GAP,
    LINK,
    MODIFIER,
    NIGHT,
    groups,
    meaning_of,
    modifier_of,
    number_of,
    relation_of,
    whole,
)

if TYPE_CHECKING:
    import regex

    from pressparse.dates.shapes import Unit
    from pressparse.model import Modifier

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
