"""A way of writing as a value: `Rule`. A field's knowledge is an ordered table of them, compiled on first use.

Precedence: of the hits in a text the leftmost wins, of those beginning together the one whose rule stands first in the
table; hits never overlap.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

import attrs
import regex

from pressparse.book import open_book, per_book
from pressparse.plugins import Plugin, plugins
from pressparse.text import View
from pressparse.tries import compile_words
from pressparse.words import Vocabulary, merged_vocabulary

if TYPE_CHECKING:
    from pressparse.explain.case import Trace

T = TypeVar("T")

_ALL = -1  # the key of a table's one pattern for all its rules; those behind a rule have its number
_PLUGINS = "pressparse.rules"
_TAKEN = "there is one of that name"
# Tables whose rules are tried only where one of their heads stands: a word of a table, or such a number.
_BY_HEADS = ("dates",)
NUMBERS = ("99", "9999", "9990s")
# The tables, each with the subject of the vocabulary whose words its patterns name.
TABLES: Mapping[str, str | None] = {
    "references": None,
    "kickers": "countries",
    "kinds": "masthead",
    "kind labels": "masthead",
    "release dates": "masthead",
    "places": "masthead",
    "place lines": "masthead",
    "remarks": "masthead",
    "dates": "dates",
    "phones": "contacts",
    "emails": "contacts",
    "names": "names",
}


@attrs.frozen(kw_only=True, eq=False)
class Rule(Generic[T]):
    r"""One way of writing one thing.

    `pattern` is a verbose `regex` pattern that may use the tables of its field's vocabulary as `\L<table>`; it is
    bounded or possessive throughout, and no match may start inside its own first run. `build` makes the value of a
    match; `None` refuses it (31 June). Each of `examples` is found, whole or between `⟨` and `⟩`; none of `rejects`
    is. `languages` names the vocabularies it is meant for; none means any. `anchors` are literals of which the text
    must hold at least one: without them the pattern is not tried. `table` names the table that a rule of somebody else
    goes into; the rules of pressparse stand in theirs.
    """

    name: str
    pattern: str
    build: Callable[[regex.Match[str]], T | None]
    examples: tuple[str, ...]
    rejects: tuple[str, ...]
    languages: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    table: str = ""


@attrs.frozen(kw_only=True, eq=False)
class RuleTable(Generic[T]):
    """The rules of one field in their order, and the name of the table that they are."""

    name: str
    rules: tuple[Rule[T], ...]

    def read(self, language: str | None = None) -> "Table[T]":
        """Return the table as the open book changes it, ready to be tried; of its rules those that serve `language`."""
        return _read(self, language)


@attrs.frozen
class Hit(Generic[T]):
    """A value that a rule found at `[start, end)` of a view's clean string."""

    start: int
    end: int
    value: T
    rule: Rule[T]


@attrs.frozen
class Failed:
    """What a finder, or the `build` of a rule, raised: it stands for the value until that is asked for."""

    error: Exception


def attempted(find: Callable[..., T], *args: object) -> T | Failed:
    """Return what `find` makes of `args`, or how it failed: the one place where every error is caught."""
    try:
        return find(*args)
    except Exception as error:  # noqa: BLE001 - a rule of anybody's may fail in any way, and its neighbors must stand
        return Failed(error)


def built(hit: Hit[T]) -> T:
    """Return the value of `hit`; raise what its rule raised in building it."""
    if isinstance(hit.value, Failed):
        raise _blaming(hit.rule, hit.value.error)
    return hit.value


def made_by(rule: Rule[T], match: regex.Match[str]) -> T | None:
    """Return what `rule` makes of `match`; what its `build` raises names the rule."""
    value = attempted(rule.build, match)
    if isinstance(value, Failed):
        raise _blaming(rule, value.error)
    return value


def _blaming(rule: Rule[T], error: Exception) -> Exception:
    error.add_note(f"rule {rule.name}")
    return error


@attrs.define(frozen=True, eq=False)
class Table(Generic[T]):
    """Rules in their order with the vocabulary they read; each is compiled when it is first tried.

    `trace` is told which texts they are tried on; `made` keeps what was compiled as long as the table lives.
    """

    rules: tuple[Rule[T], ...]
    vocabulary: Vocabulary | None = None
    trace: "Trace | None" = None
    made: dict[Rule[T] | int, Any] = attrs.field(factory=dict, init=False, repr=False)

    def __iter__(self) -> Iterator[tuple[Rule[T], regex.Pattern[str]]]:
        made = self.made
        for rule in self.rules:
            pattern = made.get(rule)
            if pattern is None:
                pattern = made[rule] = compile_rule(rule, self.vocabulary)
            yield rule, pattern

    def any_of(self) -> tuple[regex.Pattern[str], tuple[int, ...]]:
        """Return one pattern for all rules, and the number of each one's group: one try where most tries fail."""
        made: tuple[regex.Pattern[str], tuple[int, ...]] | None = self.made.get(_ALL)
        if made is None:
            groups = (f"(?P<rule{number}>{rule.pattern}\n)" for number, rule in enumerate(self.rules))
            lists = self.vocabulary.lists if self.vocabulary else {}
            pattern = compile_words("|".join(groups) or "(?!)", lists)
            made = pattern, tuple(pattern.groupindex[f"rule{number}"] for number in range(len(self.rules)))
            self.made[_ALL] = made
        return made

    def behind(self, number: int) -> "Table[T]":
        """Return the table of the rules behind that of `number`."""
        table: Table[T] | None = self.made.get(number)
        if table is None:
            table = self.made[number] = Table(self.rules[number + 1 :], self.vocabulary)
        return table


@per_book()
def _read(rules: RuleTable[T], language: str | None) -> Table[T]:
    vocabulary = words_of_table(rules.name)
    served = (rule for rule in in_book(rules.name, rules.rules) if serves(rule, language))
    return Table(tuple(served), vocabulary, open_book().trace)


def serves(rule: Rule[Any], language: str | None) -> bool:
    """Return whether `rule` is meant for texts in `language`, or in any where that is `None`."""
    return not rule.languages or language is None or language in rule.languages


def in_book(table: str, rules: tuple[Rule[T], ...]) -> tuple[Rule[T], ...]:
    """Return `rules`, which `table` is shipped with, as the open book changes them: its own come first.

    One named like a shipped one that the book leaves out stands in its place; one named like a plugin's, instead of it.
    """
    book = open_book()
    others = _of_plugins(table, frozenset(rule.name for rule in rules) - book.without) if book.plugins else ()
    given = book.without.union(rule.name for rule in book.rules)
    added = (*book.rules, *(rule for rule in others if rule.name not in given))
    own = {rule.name: rule for rule in added if rule.table == table}
    kept = [own.pop(rule.name, None) if rule.name in book.without else rule for rule in rules]
    changed = (*own.values(), *(rule for rule in kept if rule))
    return tuple(book.trace.watched(table, rule) for rule in changed) if book.trace else changed


def has_added_rules(table: RuleTable[T]) -> bool:
    """Return whether the open book has rules in `table` that pressparse does not ship."""
    shipped = {(rule.name, rule.pattern) for rule in table.rules}
    return any((rule.name, rule.pattern) not in shipped for rule in table.read().rules)


@cache
def _of_plugins(table: str, taken: frozenset[str]) -> tuple[Rule[Any], ...]:
    own = {rule.name: (plugin, rule) for plugin, rule in plugin_rules() if rule.table == table}
    for plugin, rule in (own[name] for name in own.keys() & taken):
        plugin.warn(f"has a rule {rule.name!r}: {_TAKEN}")
    return tuple(rule for _, rule in own.values() if rule.name not in taken)


@cache
def plugin_rules() -> tuple[tuple[Plugin, Rule[Any]], ...]:
    """Return the rules that other packages add, each with its plugin, but those that can be in no table."""
    found: dict[str, tuple[Plugin, Rule[Any]]] = {}
    for plugin in plugins(_PLUGINS):
        for rule in plugin.value if isinstance(plugin.value, (tuple, list)) else (plugin.value,):
            if not isinstance(rule, Rule):
                plugin.warn(f"is a {type(rule).__name__}, not a Rule")
                continue
            problem = _TAKEN if rule.name in found else problem_of(rule)
            if problem is None:
                found[rule.name] = plugin, rule
            else:
                plugin.warn(f"has a rule {rule.name!r}: {problem}")
    return tuple(found.values())


def problem_of(rule: Rule[Any]) -> str | None:
    """Return why `rule` can be in no table, `None` if it can. Whether it keeps its word, `check_rule` finds out."""
    if rule.table not in TABLES:
        return f"its table is {rule.table!r}, not one of {', '.join(map(repr, TABLES))}"
    if not rule.examples:
        return "has no examples"
    words = words_of_table(rule.table)
    try:
        compile_rule(rule, words)
    except (regex.error, RecursionError) as error:
        return f"its pattern does not compile: {error}"
    if rule.table in _BY_HEADS:
        return _problem_of_heads(rule, words.lists if words else {})
    return None


def _problem_of_heads(rule: Rule[Any], tables: Mapping[str, object]) -> str | None:
    heads, words = getattr(rule, "heads", ()), getattr(rule, "words", ())
    if isinstance(words, str) or not all(map(str.strip, words)):
        return f"its words are to be several, none of them blank, as in words=('DOY',), not {words!r}"
    if not heads and not words:
        return "is to be a DateRule, which names what it begins with: tables of words or numbers (heads), or words"
    known = {*tables, *NUMBERS}
    unknown = next((head for head in heads if head not in known), None)
    own = f"; words of its own are given as words=({unknown!r},)"
    return f"its heads are of {', '.join(sorted(known))}, and {unknown!r} is none{own}" if unknown else None


def words_of_table(table: str) -> Vocabulary | None:
    """Return the vocabulary whose words the patterns of `table` name."""
    subject = TABLES[table]
    return merged_vocabulary(subject) if subject else None


def compile_rule(rule: Rule[T], vocabulary: Vocabulary | None = None) -> regex.Pattern[str]:
    """Return the compiled pattern of `rule`, its named lists filled from `vocabulary`."""
    return compile_words(rule.pattern, vocabulary.lists if vocabulary else {})


def match_at(table: Table[T], view: View, at: int) -> Hit[T] | None:
    """Return what the first rule of `table` that matches at `at` of `view` makes of it; `None` if none does.

    A rule that fails has matched all the same: its hit holds the `Failed`, for `built` to raise.
    """
    if table.trace:
        return _told(table, view, at)
    pattern, numbers = table.any_of()
    match = pattern.match(view.text, at)
    if not match:
        return None
    number = next(number for number, group in enumerate(numbers) if match.start(group) >= 0)
    rule = table.rules[number]
    value = attempted(rule.build, match)
    if value is None:  # it refuses: what do the rules behind it say?
        return match_at(table.behind(number), view, at)
    return Hit(*match.span(), cast("T", value), rule)


def _told(table: Table[T], view: View, at: int) -> Hit[T] | None:
    """Return what `match_at` does, every rule tried on its own, so that the trace sees which ones lose."""
    matches = ((rule, match) for rule, pattern in seen(table, view) if (match := pattern.match(view.text, at)))
    hits = [Hit(*match.span(), attempted(rule.build, match), rule) for rule, match in matches]
    return cast("Hit[T] | None", next((hit for hit in hits if hit.value is not None), None))


def seen(table: Table[T], view: View) -> Table[T]:
    """Return `table`, whose rules are about to be tried on `view`; its trace is told."""
    if table.trace:
        table.trace.see(view)
    return table


def find_all(table: Table[T], view: View) -> list[Hit[T]]:
    """Return what the rules of `table` find in `view`, leftmost first, then in table order, without overlaps."""
    text = view.text
    found: list[Hit[T]] = []
    for rule, pattern in seen(table, view):
        if rule.anchors and not any(anchor in text for anchor in rule.anchors):
            continue
        for match in pattern.finditer(text):
            value = made_by(rule, match)
            if value is not None:
                found.append(Hit(*match.span(), value, rule))
    kept: list[Hit[T]] = []
    done = 0
    for hit in sorted(found, key=attrgetter("start")):  # which leaves those that begin together in table order
        if hit.start >= done:
            done = hit.end
            kept.append(hit)
    return kept
