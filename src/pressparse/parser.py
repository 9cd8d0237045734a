"""A parser of one's own: the shipped one with rules, words and profiles added, replaced or left out."""

from __future__ import annotations

import os
from contextlib import contextmanager
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from pressparse.book import Book, reading
from pressparse.dates.shapes import DateRule
from pressparse.errors import ProfileError, RuleError
from pressparse.explain import explain
from pressparse.parse import parse
from pressparse.profiles import Profile, profile_named, read_profile, shipped_profiles
from pressparse.rulebook import shipped_rules
from pressparse.rules import Rule, problem_of
from pressparse.vocabularies import Vocabularies, read_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pressparse.book import Words
    from pressparse.explanations import Explanation
    from pressparse.model import Release

ProfileLike: TypeAlias = "Profile | str | os.PathLike[str]"

_TOML = ".toml"


def _profile(value: ProfileLike | None) -> Profile | str | None:
    """Return a profile from its file, if `value` is the path of one."""
    if isinstance(value, os.PathLike) or (isinstance(value, str) and value.lower().endswith(_TOML)):
        return read_profile(value)
    return value


def _profiles(values: Iterable[ProfileLike]) -> tuple[Profile, ...]:
    return tuple(value if isinstance(value, Profile) else read_profile(value) for value in values)


def _rules(values: Iterable[Rule[Any]]) -> tuple[Rule[Any], ...]:
    return tuple(values)


def _names(values: Iterable[str]) -> frozenset[str]:
    return frozenset(values)


@attrs.define(frozen=True, eq=False)
class Parser:
    """A parser with rules, words and profiles of its own; `pressparse.parse` is the one without any.

    `profile` is the layout that all texts have: a name, a `Profile`, or the path of a TOML file; without it that of
    each text is recognized, among `profiles` (values or paths) first. `rules` go before those of the table that each
    names (`Rule.table`). `vocabularies` adds words by subject and table, or is the path of a TOML file that does.
    `without` leaves out shipped rules and profiles by name; one of the same name then stands in the other's place.

    Raises `RuleError` for a rule without examples, of an unknown table, with a name that is taken or a pattern that
    does not compile; `ProfileError` and `WordsError` for what is wrong in a profile or in words, with file, line and
    key; `UnknownProfileError`.
    """

    profile: Profile | str | None = attrs.field(default=None, converter=_profile)
    rules: tuple[Rule[Any], ...] = attrs.field(default=(), kw_only=True, converter=_rules)
    vocabularies: Words = attrs.field(factory=dict, kw_only=True, converter=read_words)
    profiles: tuple[Profile, ...] = attrs.field(default=(), kw_only=True, converter=_profiles)
    without: frozenset[str] = attrs.field(default=frozenset(), kw_only=True, converter=_names)
    book: Book = attrs.field(init=False, repr=False)

    @book.default
    def _checked_book(self) -> Book:
        own = (self.profile, *self.profiles) if isinstance(self.profile, Profile) else self.profiles
        book = Book(words=self.vocabularies, rules=self.rules, profiles=own, without=self.without)
        with reading(book):
            _check_profiles(own, self.without)
            _check_rules(self.rules, self.without)
            if isinstance(self.profile, str):
                profile_named(self.profile)
        return book

    def parse(
        self, text: str, *, language: str | None = None, region: str | None = None, strict: bool = False
    ) -> Release:
        """Return the record of the release `text`, as `pressparse.parse` does."""
        profile = self.profile.name if isinstance(self.profile, Profile) else self.profile
        with reading(self.book):
            return parse(text, profile=profile, language=language, region=region, strict=strict)

    def explain(self, text: str | Release, field: str) -> Explanation:
        """Return why `field` is what it is in the record of `text`, or in that record, as `pressparse.explain` does."""
        release = self.parse(text) if isinstance(text, str) else text
        with reading(self.book):
            return explain(release, field)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Let the finders (`find_phones`, `find_dates` …) read by the rules and words of this parser, inside."""
        with reading(self.book):
            yield

    def __reduce__(self) -> tuple[object, ...]:
        """Leave behind what was made of rules and words: another process makes its own."""
        return _remade, (self.profile, self.rules, self.vocabularies, self.profiles, self.without)


def _remade(
    profile: Profile | str | None,
    rules: tuple[Rule[Any], ...],
    words: Words,
    profiles: tuple[Profile, ...],
    without: frozenset[str],
) -> Parser:
    vocabularies: Vocabularies = {
        subject: {
            table: {word: False if meaning is None else meaning for word, meaning in entries.items()}
            for table, entries in tables.items()
        }
        for subject, tables in words.items()
    }
    return Parser(profile, rules=rules, vocabularies=vocabularies, profiles=profiles, without=without)


def _check_profiles(own: tuple[Profile, ...], without: frozenset[str]) -> None:
    taken = {profile.name for profile in shipped_profiles()} - without
    for profile in own:
        if profile.name in taken:
            reason = f"{profile.name!r} is taken; leave the other out by without={{{profile.name!r}}}"
            raise ProfileError(profile.name, "name", reason)
        taken.add(profile.name)


def _check_rules(own: tuple[Rule[Any], ...], without: frozenset[str]) -> None:
    shipped = {rule.name for _, rules in shipped_rules() for rule in rules}
    known = shipped | {profile.name for profile in shipped_profiles()}
    for name in without - known:
        close = get_close_matches(name, known, 1)
        hint = f"; is it {close[0]!r}?" if close else ""
        raise RuleError(name, f"there is no rule or profile of that name to leave out{hint}")
    taken = shipped - without
    for rule in own:
        problem = problem_of(rule)
        if problem is None and rule.table == "dates" and not isinstance(rule, DateRule):
            problem = "a rule of 'dates' is a DateRule: it names the tables whose words it begins with as its heads"
        if problem is None and rule.name in taken:
            problem = f"its name is taken; leave the other out by without={{{rule.name!r}}}, or choose another"
        if problem is not None:
            raise RuleError(rule.name, problem)
        taken.add(rule.name)
