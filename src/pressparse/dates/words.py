"""What the words of dates stand for, and the pieces of pattern that several ways of writing a date share."""

from functools import cache
from typing import NamedTuple, cast

import regex

from pressparse.book import per_book
from pressparse.dates.shapes import Dated, Mention, Part, Relation, Shape, month_length
from pressparse.model import Modifier
from pressparse.words import Vocabulary, fold, merged_vocabulary

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
    rf"(?: {GAP} (?P<tail> \L<tails> ) (?! [\w'’] ) )?+"
)

# What may not follow: letters, a compound word.
END = r"(?! \w | [-–] (?! \L<months> | \L<seasons> ) \p{L} )"

# What a tail may mean beside "before" and "after".
_SHIFT, _SAME = "year ", "same"
_RELATIONS = {"before", "after"}
_RANGE_MARKS = "-–—/"
_TURN = 70
_LEAP_YEAR = 2000
_MONTHS = 12


def groups(match: regex.Match[str], *names: str) -> tuple[str | None, ...]:
    """Return `match.group(*names)`: `regex` finds a group by its number in a tenth of the time."""
    found: tuple[str | None, ...] = match.group(*_numbers(match.re, names))
    return found


@cache
def _numbers(pattern: regex.Pattern[str], names: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(pattern.groupindex[name] for name in names)


def words() -> Vocabulary:
    """Return the words of dates in all languages: what a matched word stands for is the same in each."""
    return merged_vocabulary("dates")


@per_book()
def is_word(word: str, table: str) -> bool:
    """Return whether `table` has `word`, however it is printed."""
    return fold(word) in words().meanings[table]


@per_book()
def number_of(word: str, *tables: str) -> int:
    """Return the number that `word` stands for in the first of `tables` that has it; raises `KeyError` if none has."""
    known = fold(word).rstrip(".")
    for table in tables:
        if (meaning := words().meanings[table].get(known)) is not None:
            return int(meaning)
    raise KeyError(word)


@per_book()
def meaning_of(word: str, table: str) -> str:
    """Return what `word`, however it is printed, stands for in `table`."""
    return str(words().meanings[table][fold(word)])


class Tail(NamedTuple):
    """What settles the year of a date: the printed year, `last` or `next`, the distance of `last year`, `that year`."""

    year: int | None = None
    relation: Relation | None = None
    shift: int | None = None
    same: bool = False


NO_TAIL = Tail()


def tail_of(match: regex.Match[str], before: str | None = None) -> Tail:
    """Return what settles the year: the `TAIL` of a match's pattern, and the `last` or `this` printed `before`."""
    year, printed = groups(match, "year", "tail")
    if year is None and printed is None and before is None:
        return NO_TAIL
    meaning = meaning_of(printed, "tails") if printed else ""
    return Tail(
        int(year) if year else None,
        cast("Relation", meaning) if meaning in _RELATIONS else relation_of(before, None),
        int(meaning.removeprefix(_SHIFT)) if meaning.startswith(_SHIFT) else None,
        meaning == _SAME,
    )


def relation_of(before: str | None, behind: str | None) -> Relation | None:
    """Return what the `last`, `this` or `next` printed before or behind a date stands for."""
    word, table = (behind, "behind") if behind else (before, "before")
    return cast("Relation", meaning_of(word, table)) if word else None


def modifier_of(word: str | None) -> Modifier | None:
    """Return what the printed "early", "mid-" or "end of" stands for."""
    return cast("Modifier", meaning_of(word, "modifiers")) if word else None


def dated(first: Part, tail: Tail, last: Part | None = None, modifier: Modifier | None = None) -> Dated:
    """Return the expression of `first`, or from it to `last`, with what settles its year."""
    return Dated(first, last or first, modifier, tail.relation, tail.shift, tail.same)


def whole(match: regex.Match[str], shape: Shape) -> tuple[Mention, ...]:
    """Return the one expression that a match is as a whole."""
    return (Mention(match.start(), match.end(), shape),)


# What joins two dates even behind a comma.
_UNMISTAKABLE = ("through", "until", "till", "jusqu")


@per_book()
def is_range(sep: str) -> bool:
    """Return whether what stands between two dates makes one stretch of time of them."""
    mark = sep.strip()
    if mark[:1] and mark[0] in _RANGE_MARKS:
        return len(mark) == 1
    if mark.startswith(",") and not mark.lstrip(", ").startswith(_UNMISTAKABLE):
        return False  # `fin mars, à la mi-juin` are two dates
    return joint_of(mark) == "range"


@per_book()
def joint_of(between: str) -> str | None:
    """Return whether the words between two dates make a `range` of them or a `list`; `None` if they do neither."""
    words_between = fold(between.strip().lstrip(",").replace("’", "'"))
    joints, articles = words().meanings["joints"], words().meanings["articles"]
    head, _, article = words_between.rpartition(" ")
    meaning = joints.get(words_between) or (joints.get(head) if article in articles else None)
    return "list" if not words_between else None if meaning is None else str(meaning)


def full_year(two_digits: int) -> int:
    """Return the year between 1970 and 2069 that ends in `two_digits`."""
    return two_digits + (1900 if two_digits >= _TURN else 2000)


def day_exists(year: int | None, month: int, day: int) -> bool:
    """Return whether there is such a day in `year`; in any year where it is `None`."""
    return 1 <= month <= _MONTHS and 1 <= day <= month_length(year or _LEAP_YEAR, month)
