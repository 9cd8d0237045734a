"""What the words of dates stand for, and the pieces of pattern that several ways of writing a date share."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, cast

from pressparse.shapes import Mention
from pressparse.words import fold, merged_vocabulary

if TYPE_CHECKING:
    import regex

    from pressparse.model import Modifier
    from pressparse.shapes import Relation, Shape
    from pressparse.words import Vocabulary

GAP = r"(?: \s [\ \t]*+ )"
# Behind a word: "mid-", "early ", "fin d’".
LINK = rf"(?: {GAP} | - | (?<=['’]) )"
# Behind a word that is looked back at: a run of blanks cannot be looked back over.
AFTER = r"(?: \s | (?<=['’–/-]) )"
BEFORE = rf"(?: (?P<before> \L<before> ) {GAP} )?+"
ARTICLE = rf"(?: \L<articles> (?: {GAP} | (?<=['’]) ) )"
MODIFIER = rf"(?: (?P<modifier> \L<modifiers> ) {LINK} {ARTICLE}?+ )?+"
# The words of a night stay in its expression.
NIGHT = rf"(?: (?P<night> \L<nights> ) {GAP} {ARTICLE}?+ )?+"
YEAR = r"(?: 1[5-9] | 20 | 21 ) \d\d (?! \d | :\d | \s? (?: GMT | UTC | CES?T | JST | TU | hrs | h ) \b )"
# What may settle the year behind a date: "2018", "last year", "dernier".
TAIL = (
    rf"(?: ,? {GAP}? (?: \L<of> (?: {GAP} | (?<=['’]) ) )?+ (?P<year> {YEAR} ) )?+ "
    rf"(?: {GAP} (?: (?P<other> \L<other_years> ) | (?P<same> \L<same_year> ) | (?P<behind> \L<behind> ) )"
    r" (?! [\w'’] ) )?+"
)

# What may not follow: letters, a compound word.
END = r"(?! \w | [-–] (?! \L<months> | \L<seasons> ) \p{L} )"

_RANGE_MARKS = "-–—/"
_TURN = 70
_LEAP_YEAR = 2000


def words() -> Vocabulary:
    """Return the words of dates in all languages: what a matched word stands for is the same in each."""
    return merged_vocabulary("dates")


@cache
def is_word(word: str, table: str) -> bool:
    """Return whether `table` has `word`, however it is printed."""
    return fold(word) in words().meanings[table]


@cache
def number_of(word: str, *tables: str) -> int:
    """Return the number that `word`, however it is printed, stands for in the first of `tables` that has it."""
    known = fold(word).rstrip(".")
    return next(int(meaning) for table in tables if (meaning := words().meanings[table].get(known)) is not None)


@cache
def meaning_of(word: str, table: str) -> str:
    """Return what `word`, however it is printed, stands for in `table`."""
    return str(words().meanings[table][fold(word)])


def relation_of(match: regex.Match[str]) -> Relation | None:
    """Return the `last`, `this` or `next` in the group `before` or `behind` of a match that may have them."""
    groups = match.groupdict()
    table = next((table for table in ("behind", "before") if groups.get(table)), None)
    return None if table is None else cast("Relation", meaning_of(groups[table], table))


def shift_of(match: regex.Match[str]) -> int | None:
    """Return the distance of a printed `last year` or `next year`, the group `other` of a match."""
    return number_of(match["other"], "other_years") if match["other"] else None


def modifier_of(match: regex.Match[str]) -> Modifier | None:
    """Return the printed "early", "mid" or "end", the group `modifier` of a match."""
    return cast("Modifier", meaning_of(match["modifier"], "modifiers")) if match["modifier"] else None


def whole(match: regex.Match[str], shape: Shape) -> tuple[Mention, ...]:
    """Return the one expression that a match is as a whole."""
    return (Mention(match.start(), match.end(), shape),)


@cache
def is_range(sep: str) -> bool:
    """Return whether what stands between two dates makes one stretch of time of them."""
    mark = sep.strip()
    if mark[:1] and mark[0] in _RANGE_MARKS:
        return len(mark) == 1
    joint = fold(mark.lstrip(", ").replace("’", "'"))
    known = words().meanings["range_joints"]
    return joint in known or (joint.rpartition(" ")[0] in known and is_word(joint.rpartition(" ")[2], "articles"))


def full_year(two_digits: int) -> int:
    """Return the year between 1970 and 2069 that ends in `two_digits`."""
    return two_digits + (1900 if two_digits >= _TURN else 2000)


def day_exists(year: int | None, month: int, day: int) -> bool:
    """Return whether there is such a day in `year`; in any year where it is `None`."""
    try:
        dt.date(year or _LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True
