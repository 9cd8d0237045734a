"""The rule book: every table, its names, the words behind its patterns, and the pages of docs/rules."""

from collections import Counter

import pytest
import rule_pages

from pressparse.book import Book, reading
from pressparse.rulebook import rules_in_book, words_named
from pressparse.rules import TABLES, Rule

RULES = [(table, rule) for table, rules in rules_in_book() for rule in rules]


def test_every_table_is_in_the_book() -> None:
    """A rule of anybody's may go into each, so each is shown; none is empty."""
    assert {table for table, _ in rules_in_book()} == TABLES.keys()
    assert all(rules for _, rules in rules_in_book())


def test_a_name_is_of_one_rule() -> None:
    """It is left out and replaced by its name, whatever its table."""
    assert Counter(rule.name for _, rule in RULES).most_common(1)[0][1] == 1


@pytest.mark.parametrize(("table", "rule"), RULES, ids=[rule.name for _, rule in RULES])
def test_the_words_behind_a_pattern_are_known(table: str, rule: Rule[object]) -> None:
    """Each table of words that a pattern names has some."""
    named = words_named(table, rule)
    assert len(named) == len(set(named)) == len({name for name, _ in named})
    assert all(rf"\L<{name}>" in rule.pattern and words for name, words in named)


def test_a_pattern_may_name_no_words() -> None:
    """References are written by profiles, without a vocabulary."""
    table, rule = RULES[0]
    assert (table, words_named(table, rule)) == ("references", ())


def test_a_book_changes_what_is_shown() -> None:
    """Own rules come first, what is left out is gone, words that are added are there."""
    own = Rule(name="own", table="kinds", pattern="x", build=str, examples=("x",), rejects=())
    book = Book(rules=(own,), without=frozenset({"days-of-month"}), words={"dates": {"months": {"brumaire": 11}}})
    with reading(book):
        shown = {table: [rule.name for rule in rules] for table, rules in rules_in_book()}
        (month,) = (rule for rule in dict(rules_in_book())["dates"] if rule.name == "month-and-days")
        assert "brumaire" in dict(words_named("dates", month))["months"]
    assert shown["kinds"] == ["own", *(rule.name for table, rule in RULES if table == "kinds")]
    assert "days-of-month" not in shown["dates"]


def test_the_pages_are_what_the_tables_say() -> None:
    """Run `python tests/rule_pages.py` when this fails; a page of a table that is no more is removed."""
    written = {path.name: path.read_text("utf-8") for path in rule_pages.FOLDER.iterdir()}
    assert written == rule_pages.pages()
