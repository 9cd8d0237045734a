"""Date expressions as they stand in a text: found by their heads, joined where two are one stretch of time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import attrs
import regex

from pressparse.book import open_book, per_book
from pressparse.dates.day_rules import DAY_RULES, DEICTIC_RULES
from pressparse.dates.heads import DECADE, FOUR_DIGITS, TWO_DIGITS, HeadFinder, first_word
from pressparse.dates.period_rules import PERIOD_RULES
from pressparse.dates.shapes import Dated, DateRule, Mention
from pressparse.dates.words import is_range, joint_of
from pressparse.rules import RuleTable, Table, in_book, made_by, seen, serves
from pressparse.text import View
from pressparse.tries import compile_words
from pressparse.words import LANGUAGES, Vocabulary, merged_vocabulary, vocabulary

Order = Literal["dmy", "mdy"]

DATES = RuleTable(name="dates", rules=(*DAY_RULES, *PERIOD_RULES, *DEICTIC_RULES))

# Rules of full dates: they are read in any language, if the year is printed.
_FULL = ("iso-day", "numeric-day", "days-of-month", "month-and-days")
LONGEST_JOINT = 16
_LONGEST_LEAD = 60
# Tables whose words begin an expression only if a number or a word of one of these tables follows.
_CALENDAR = ("months", "short_months", "weekdays", "short_weekdays", "seasons")
_PERIODS = ("quarters", "halves", "decades", "decade_nouns", "deictics", "definites", "articles", "year_nouns")
_LEADING = {"before": (*_CALENDAR, "quarters", "halves"), "modifiers": (*_CALENDAR, *_PERIODS, "before")}


Compiled = tuple[DateRule, "regex.Pattern[str]"]


@attrs.frozen
class Grammar:
    """The rules of one language, reached by the heads of their expressions."""

    table: Table[tuple[Mention, ...]]
    heads: HeadFinder
    rules: Mapping[str, tuple[Compiled, ...]]
    between: regex.Pattern[str]
    year_before: regex.Pattern[str]
    moves: regex.Pattern[str]


@per_book()
def grammar(language: str | None) -> Grammar:
    """Return the rules of `language`; of another than those with a vocabulary, the rules of full dates and those that
    somebody has added for any language.
    """
    rules = in_book(DATES.name, DATES.rules)
    if language in LANGUAGES:
        served = (rule for rule in rules if serves(rule, language))
        return _grammar(Table(tuple(served), vocabulary("dates", language), open_book().trace))
    shipped = {rule.name for rule in DATES.rules}
    full = (rule for rule in rules if rule.name in _FULL or not (rule.languages or rule.name in shipped))
    return _grammar(Table(tuple(full), merged_vocabulary("dates"), open_book().trace))


def _grammar(table: Table[tuple[Mention, ...]]) -> Grammar:
    known = table.vocabulary or merged_vocabulary("dates")
    rules = [(rule, pattern) for rule, pattern in table if isinstance(rule, DateRule)]
    words = {
        rule: [*rule.words, *(word for table in rule.heads for word in known.lists.get(table, ()))] for rule, _ in rules
    }
    every = [word for own in words.values() for word in own]
    numbered = {first_word(word) for word in every if word[0].isdigit()}
    reached: dict[str, list[Compiled]] = {}
    for rule, pattern in rules:
        numbers = {head for head in (TWO_DIGITS, FOUR_DIGITS, DECADE) if head in rule.heads}
        for head in {*map(first_word, words[rule]), *numbers, *(numbered if TWO_DIGITS in numbers else ())}:
            reached.setdefault(head, []).append((rule, pattern))
    leading = {
        word: [follower for table in followers for follower in known.lists[table]]
        for leader, followers in _LEADING.items()
        for word in known.lists[leader]
    }
    return Grammar(
        table,
        HeadFinder(set(every).difference(leading), leading),
        {head: tuple(found) for head, found in reached.items()},
        compile_words(r"\b\L<between>\s\Z", known.lists),
        compile_words(r"(?<!\d)\d{4}(?=,?\s\L<joints>\s\Z)(?!.*\s\L<time_words>\s\Z)", known.lists),
        compile_words(r"\b\L<moves>\b[^.;\n]*\Z", known.lists),
    )


def tries_at(rule: DateRule, vocabulary: Vocabulary | None, text: str, at: int) -> bool:
    """Return whether `rule`, with the words of `vocabulary`, is tried at `at` of `text`: whether it begins so."""
    known = _grammar(Table((rule,), vocabulary))
    return any(place == at and head in known.rules for place, head in known.heads(text))


def find_mentions(
    view: View, language: str | None, order: Order = "dmy", claimed: Sequence[tuple[int, int]] = ()
) -> list[Mention]:
    """Return the date expressions of `view` in order, numeric dates read in `order`, none that touches a range of
    `claimed`.
    """
    known = grammar(language)
    seen(known.table, view)
    found = _found(view.text, known)
    if claimed:
        found = list(_unclaimed(found, claimed))
    if order != "dmy":
        found = [_month_first(mention) for mention in found]
    joined = _joined(view.text, found, known)
    return joined if language in LANGUAGES else [mention for mention in joined if _is_full(mention)]


def _is_full(mention: Mention) -> bool:
    shape = mention.shape
    return isinstance(shape, Dated) and shape.last.year is not None and shape.other is None


def _found(text: str, known: Grammar) -> list[Mention]:
    """Return what the rules find, leftmost first, at one place the first rule of the table."""
    found: list[Mention] = []
    done = 0
    for start, head in known.heads(text):
        if start < done:
            continue
        for rule, pattern in known.rules.get(head, ()):
            match = pattern.match(text, start)
            mentions = made_by(rule, match) if match else None
            if match and mentions and start >= done and not _goes_on_name(text, mentions[0], found, known):
                done = match.end()
                found += [Mention(mention.start, mention.end, mention.shape, rule.name) for mention in mentions]
                if not known.table.trace:  # which is told what the rules behind it would have made of it
                    break
    return found


def _goes_on_name(text: str, year: Mention, found: Sequence[Mention], known: Grammar) -> bool:
    """Return whether `year` is joined to one that is no date: "the 2019 and 2020 campaigns", "IAC 2016 and 2017"; it is
    not in "IAC 2016 and in 2017".
    """
    if not text[year.start].isdigit() or not isinstance(year.shape, Dated) or year.shape.first.unit != "year":
        return False
    joined = known.year_before.search(text, max(0, year.start - LONGEST_JOINT), year.start)
    if joined is None or joint_of(text[joined.end() : year.start]) != "list":
        return False
    return not found or found[-1].end < joined.end()


def _unclaimed(mentions: Iterable[Mention], claimed: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    at = 0
    for mention in mentions:
        while at < len(claimed) and claimed[at][1] <= mention.start:
            at += 1
        if at == len(claimed) or claimed[at][0] >= mention.end:
            yield mention


def _month_first(mention: Mention) -> Mention:
    """Return `mention`, read in the order day-month, in the order month-day."""
    shape = mention.shape
    if not isinstance(shape, Dated) or shape.other is None:
        return mention
    return mention._replace(shape=Dated(shape.other, shape.other, other=shape.first))


def _joined(text: str, mentions: list[Mention], known: Grammar) -> list[Mention]:
    """Return `mentions`, two that are the ends of one stretch of time as one, a shared year given to both."""
    done: list[Mention] = []
    for mention in reversed(mentions):
        joined = _joint(text, mention, done[-1], known) if done else None
        if joined:
            done[-1:] = joined
        else:
            done.append(mention)
    done.reverse()
    return done


def _joint(text: str, left: Mention, right: Mention, known: Grammar) -> tuple[Mention, ...] | None:
    """Return what `left` and `right` make together, the later first; `None` if they have nothing in common."""
    between = text[left.end : right.start]
    a, b = left.shape, right.shape
    if len(between) > LONGEST_JOINT or not isinstance(a, Dated) or not isinstance(b, Dated):
        return None
    if a.first is not a.last or b.first is not b.last or a.relation or a.shift is not None:
        return None
    lead = text[max(0, left.start - _LONGEST_LEAD) : left.start]
    is_moved = known.moves.search(lead) is not None
    if not is_moved and (is_range(between) or (joint_of(between) == "list" and known.between.search(lead))):
        shape = b._replace(first=a.first, modifier=None, other=a.other or b.other)
        return (left._replace(end=right.end, shape=shape),)
    shares = joint_of(between) == "list" or (is_moved and is_range(between))
    if shares and a.first.unit == b.first.unit and a.first.year is None and b.first.year is not None:
        first = a.first._replace(year=b.first.year)
        return (right, left._replace(shape=a._replace(first=first, last=first)))
    return None
