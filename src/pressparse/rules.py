"""A way of writing as a value: `Rule`. A field's knowledge is an ordered table of them, compiled on first use.

Precedence is written once, here: of the hits in a text the leftmost wins, of those beginning together the one whose
rule stands first in the table; hits never overlap.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs
import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressparse.text import View
    from pressparse.words import Vocabulary

T = TypeVar("T")


@attrs.frozen(kw_only=True, eq=False)
class Rule(Generic[T]):
    r"""One way of writing one thing.

    `pattern` is a verbose `regex` pattern that may use the tables of its field's vocabulary as `\L<table>`; it is
    bounded or possessive throughout, and no match may start inside its own first run. `build` makes the value of a
    match; `None` refuses it (31 June). Each of `examples` is found, whole or between `⟨` and `⟩`; none of `rejects`
    is. `languages` names the vocabularies it is meant for; none means any. `anchors` are literals of which the text
    must hold at least one: without them the pattern is not tried.
    """

    name: str
    pattern: str
    build: Callable[[regex.Match[str]], T | None]
    examples: tuple[str, ...]
    rejects: tuple[str, ...]
    languages: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()


@attrs.frozen
class Hit(Generic[T]):
    """A value that a rule found at `[start, end)` of a view's clean string."""

    start: int
    end: int
    value: T
    rule: Rule[T]


Table = tuple[tuple[Rule[T], "regex.Pattern[str]"], ...]


def compile_rule(rule: Rule[T], vocabulary: Vocabulary | None = None) -> regex.Pattern[str]:
    """Return the compiled pattern of `rule`, its named lists filled from `vocabulary`."""
    known = vocabulary.lists if vocabulary else {}
    lists: dict[str, Any] = {name: words for name, words in known.items() if rf"\L<{name}>" in rule.pattern}
    return regex.compile(rule.pattern, regex.VERBOSE, ignore_unused=False, **lists)


@cache
def compile_rules(rules: tuple[Rule[T], ...], language: str | None, vocabulary: Vocabulary | None) -> Table[T]:
    """Return `rules` that serve `language` with their compiled patterns; done once for each table and vocabulary."""
    return tuple(
        (rule, compile_rule(rule, vocabulary))
        for rule in rules
        if not rule.languages or language is None or language in rule.languages
    )


def match_at(table: Table[T], text: str, at: int) -> Hit[T] | None:
    """Return what the first rule of `table` that matches at `at` of `text` makes of it; `None` if none does."""
    match = _any_of(table).match(text, at)
    if not match:
        return None
    first = next(number for number in range(len(table)) if match.start(f"rule{number}") >= 0)
    value = table[first][0].build(match)
    if value is not None:
        return Hit(*match.span(), value, table[first][0])
    return match_at(table[first + 1 :], text, at)


@cache
def _any_of(table: Table[Any]) -> regex.Pattern[str]:
    """Return one pattern for all of `table`, each rule a group of its own: one try where most tries fail."""
    lists: dict[str, Any] = {name: words for _, pattern in table for name, words in pattern.named_lists.items()}
    groups = (f"(?P<rule{number}>{rule.pattern}\n)" for number, (rule, _) in enumerate(table))
    return regex.compile("|".join(groups) or "(?!)", regex.VERBOSE, **lists)


def find_all(table: Table[T], view: View, claimed: Sequence[tuple[int, int]] = ()) -> list[Hit[T]]:
    """Return what the rules of `table` find in `view`, leftmost first, then in table order, without overlaps.

    `claimed` are ranges of the clean string, in order, that belong to other fields: a hit that touches one is none.
    """
    text = view.text
    found: list[tuple[int, int, int, Hit[T]]] = []
    for order, (rule, pattern) in enumerate(table):
        if rule.anchors and not any(anchor in text for anchor in rule.anchors):
            continue
        for match in pattern.finditer(text):
            value = rule.build(match)
            if value is not None:
                start, end = match.span()
                found.append((start, order, end, Hit(start, end, value, rule)))
    found.sort(key=_precedence)
    return list(_without_overlaps(found, claimed))


def _precedence(candidate: tuple[int, int, int, object]) -> tuple[int, int]:
    return candidate[:2]


def _without_overlaps(
    found: list[tuple[int, int, int, Hit[T]]], claimed: Sequence[tuple[int, int]]
) -> Iterator[Hit[T]]:
    done = at = 0
    for start, _, end, hit in found:
        while at < len(claimed) and claimed[at][1] <= start:
            at += 1
        if start >= done and not (at < len(claimed) and claimed[at][0] < end):
            done = end
            yield hit
