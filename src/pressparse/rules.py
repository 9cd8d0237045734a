"""A way of writing as a value: `Rule`. A field's knowledge is an ordered table of them, compiled on first use.

Precedence is written once, here: of the hits in a text the leftmost wins, of those beginning together the one whose
rule stands first in the table; hits never overlap.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

import attrs
import regex

from pressparse.words import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressparse.text import View

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


@attrs.frozen
class Failure:
    """What a finder, or the `build` of a rule, raised: it stands for the value, until somebody asks for that."""

    error: Exception


def attempted(find: Callable[..., T], *args: object) -> T | Failure:
    """Return what `find` makes of `args`, or how it failed: the one place where every error is caught."""
    try:
        return find(*args)
    except Exception as error:  # noqa: BLE001 - a rule of anybody's may fail in any way, and its neighbors must stand
        return Failure(error)


def built(hit: Hit[T]) -> T:
    """Return the value of `hit`; raise what its rule raised in building it."""
    if isinstance(hit.value, Failure):
        raise hit.value.error
    return hit.value


@attrs.frozen(eq=False)
class Table(Generic[T]):
    """Rules in their order with the vocabulary they read; each is compiled when it is first tried."""

    rules: tuple[Rule[T], ...]
    vocabulary: Vocabulary | None = None

    def __iter__(self) -> Iterator[tuple[Rule[T], regex.Pattern[str]]]:
        return ((rule, _compiled(rule, self.vocabulary)) for rule in self.rules)


def compile_rule(rule: Rule[T], vocabulary: Vocabulary | None = None) -> regex.Pattern[str]:
    """Return the compiled pattern of `rule`, its named lists filled from `vocabulary`."""
    return _compile(rule.pattern, vocabulary)


def _compile(pattern: str, vocabulary: Vocabulary | None) -> regex.Pattern[str]:
    known = vocabulary.lists if vocabulary else {}
    lists: dict[str, Any] = {name: words for name, words in known.items() if rf"\L<{name}>" in pattern}
    return regex.compile(pattern, regex.VERBOSE, ignore_unused=False, **lists)


_compiled = cache(compile_rule)


@cache
def compile_rules(rules: tuple[Rule[T], ...], language: str | None, vocabulary: Vocabulary | None) -> Table[T]:
    """Return the table of those of `rules` that serve `language`; the same for the same arguments."""
    served = (rule for rule in rules if not rule.languages or language is None or language in rule.languages)
    return Table(tuple(served), vocabulary)


def match_at(table: Table[T], text: str, at: int) -> Hit[T] | None:
    """Return what the first rule of `table` that matches at `at` of `text` makes of it; `None` if none does.

    A rule that fails has matched all the same: its hit holds the `Failure`, for `built` to raise.
    """
    match = _any_of(table).match(text, at)
    if not match:
        return None
    number = next(number for number in range(len(table.rules)) if match.start(f"rule{number}") >= 0)
    rule = table.rules[number]
    value = attempted(rule.build, match)
    if value is None:  # it refuses: what do the rules behind it say?
        return match_at(_behind(table, number), text, at)
    return Hit(*match.span(), cast("T", value), rule)


@cache
def _any_of(table: Table[Any]) -> regex.Pattern[str]:
    """Return one pattern for all of `table`, each rule a group of its own: one try where most tries fail."""
    groups = (f"(?P<rule{number}>{rule.pattern}\n)" for number, rule in enumerate(table.rules))
    return _compile("|".join(groups) or "(?!)", table.vocabulary)


@cache
def _behind(table: Table[T], number: int) -> Table[T]:
    return Table(table.rules[number + 1 :], table.vocabulary)


def find_all(table: Table[T], view: View) -> list[Hit[T]]:
    """Return what the rules of `table` find in `view`, leftmost first, then in table order, without overlaps."""
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
    return list(_without_overlaps(found))


def _precedence(candidate: tuple[int, int, int, object]) -> tuple[int, int]:
    return candidate[:2]


def _without_overlaps(found: list[tuple[int, int, int, Hit[T]]]) -> Iterator[Hit[T]]:
    done = 0
    for start, _, end, hit in found:
        if start >= done:
            done = end
            yield hit
