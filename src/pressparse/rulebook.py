"""All rules there are, table by table: what the command shows, the docs print and `Parser` checks names against."""

import re
from collections.abc import Iterable
from typing import Any

from pressparse.dates.mentions import DATES
from pressparse.emails import EMAILS
from pressparse.kinds import KIND_LABELS, KINDS
from pressparse.names import NAMES
from pressparse.phones import PHONES
from pressparse.places import PLACE_LINES, PLACES
from pressparse.profiles import Profile, known_profiles
from pressparse.remarks import REMARKS
from pressparse.rules import Rule, RuleTable, in_book, words_of_table
from pressparse.stamps import RELEASE_DATES

_FIXED: tuple[RuleTable[Any], ...] = (
    KINDS,
    KIND_LABELS,
    RELEASE_DATES,
    PLACES,
    PLACE_LINES,
    REMARKS,
    DATES,
    PHONES,
    EMAILS,
    NAMES,
)
_LISTS = re.compile(r"\\L<(\w+)>")


def rules_in_book() -> tuple[tuple[str, tuple[Rule[Any], ...]], ...]:
    """Return each table's name with its rules as the open book has them, in the order in which they are tried."""
    tables = (*_of_profiles(known_profiles()), *((table.name, table.rules) for table in _FIXED))
    return tuple((name, in_book(name, rules)) for name, rules in tables)


def words_named(table: str, rule: Rule[Any]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    r"""Return the tables of words that the pattern of `rule`, which is in `table`, names as `\L<…>`, with their words.

    These are folded: the pattern takes them in every spelling.
    """
    vocabulary = words_of_table(table)
    meanings = vocabulary.meanings if vocabulary else {}
    return tuple((name, tuple(meanings[name])) for name in dict.fromkeys(_LISTS.findall(rule.pattern)))


def _of_profiles(profiles: Iterable[Profile]) -> tuple[tuple[str, tuple[Rule[Any], ...]], ...]:
    known = tuple(profiles)
    references: tuple[Rule[Any], ...] = tuple(rule for profile in known for rule in profile.references)
    kickers: tuple[Rule[Any], ...] = tuple(rule for profile in known for rule in profile.kickers)
    return (("references", references), ("kickers", kickers))
