"""Every rule of the package, found by looking, held to what it promises; those of profiles are in test_profiles.py."""

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import pressparse
from pressparse.rules import Rule
from pressparse.testing import check_rule
from pressparse.words import LANGUAGES, Vocabulary, merged_vocabulary, vocabulary

FEWEST_TABLES = 6
WORDS = sorted((Path(str(pressparse.__file__)).parent / "data" / "words").rglob("*.toml"))


def tables() -> Iterator[tuple[str, tuple[Rule[Any], ...]]]:
    """Yield each tuple of rules that a module has at its top, under its full name."""
    for module in modules():
        for name, value in vars(importlib.import_module(module)).items():
            if is_table(value):
                yield f"{module}.{name}", value


def modules() -> Iterator[str]:
    """Yield the names of the package's modules but the one that runs when it is imported."""
    for module in pkgutil.walk_packages(pressparse.__path__, "pressparse."):
        if not module.name.endswith("__main__"):
            yield module.name


def is_table(value: object) -> bool:
    """Return whether `value` is a table of rules."""
    return isinstance(value, tuple) and bool(value) and all(isinstance(item, Rule) for item in value)


def known_vocabularies() -> Iterator[tuple[str | None, Vocabulary]]:
    """Yield each vocabulary with its language; merged, for all languages, if there are more than bodies are read in."""
    for subject in sorted({path.stem for path in WORDS}):
        languages = [path.parent.name for path in WORDS if path.stem == subject]
        if set(languages) <= set(LANGUAGES):
            yield from ((language, vocabulary(subject, language)) for language in languages)
        else:
            yield None, merged_vocabulary(subject)


def vocabularies(rule: Rule[Any]) -> tuple[Vocabulary, ...]:
    """Return the vocabularies that have all the tables that `rule` names, in its languages if it names any."""
    needed = set(re.findall(r"\\L<(\w+)>", rule.pattern))
    known = tuple(
        words
        for language, words in VOCABULARIES
        if needed <= words.lists.keys() and (not rule.languages or language is None or language in rule.languages)
    )
    assert known, f"no vocabulary has all of {sorted(needed)}"
    return known if needed else ()


VOCABULARIES = tuple(known_vocabularies())
TABLES = dict(tables())
RULES = {rule: f"{name}.{rule.name}" for name, rules in TABLES.items() for rule in rules}


def test_there_are_tables() -> None:
    """A suite that finds nothing fails."""
    assert len(TABLES) >= FEWEST_TABLES


@pytest.mark.parametrize("rule", RULES, ids=RULES.get)
def test_a_rule_keeps_its_promises(rule: Rule[Any]) -> None:
    """Examples found, rejects not, no line of the pattern in vain, time linear."""
    check_rule(rule, *vocabularies(rule))


@pytest.mark.parametrize("rules", TABLES.values(), ids=TABLES)
def test_rules_of_a_table_have_names_of_their_own(rules: tuple[Rule[Any], ...]) -> None:
    """A name tells which rule took a value."""
    assert Counter(rule.name for rule in rules).most_common(1)[0][1] == 1
