"""A parser of one's own: the shipped one with rules, words and profiles added, replaced or left out."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from typing import Any, TypeAlias, TypeVar

import attrs

from pressparse.book import Book, Words, reading
from pressparse.errors import ProfileError, RuleError
from pressparse.explain import explain
from pressparse.explanations import Explanation
from pressparse.formats import parse_bytes, parse_file
from pressparse.model import Release
from pressparse.parse import parse
from pressparse.profiles import Profile, known_profiles, profile_named, read_profile
from pressparse.rulebook import rules_in_book
from pressparse.rules import Rule, problem_of
from pressparse.words import read_words

T = TypeVar("T")
ProfileLike: TypeAlias = Profile | str | os.PathLike[str]

_TOML = ".toml"
_EVERYBODY = "generic"


def _profile(value: ProfileLike | None) -> Profile | str | None:
    """Return a profile from its file, unless `value` is one, or the name of one."""
    if value is None or isinstance(value, Profile) or (isinstance(value, str) and not value.lower().endswith(_TOML)):
        return value
    return read_profile(value)


def _profiles(values: Iterable[ProfileLike]) -> tuple[Profile, ...]:
    several = _several(values, "profiles", "Profiles or paths of TOML files")
    return tuple(value if isinstance(value, Profile) else read_profile(value) for value in several)


def _rules(values: Iterable[Rule[Any]]) -> tuple[Rule[Any], ...]:
    rules = _several(values, "rules", "Rules")
    for rule in rules:
        if not isinstance(rule, Rule):
            msg = f"rules takes Rules, not {type(rule).__name__}"
            raise TypeError(msg)
    return rules


def _names(values: Iterable[str]) -> frozenset[str]:
    return frozenset(_several(values, "without", "names of rules and profiles"))


def _several(values: Iterable[T], name: str, wanted: str) -> tuple[T, ...]:
    """Return `values`; a string is one value, although it could be iterated over."""
    if isinstance(values, (str, os.PathLike)) or not isinstance(values, Iterable):
        msg = f"{name} takes several {wanted}, as in {name}=[…], not {type(values).__name__}"
        raise TypeError(msg)
    return tuple(values)


@attrs.define(frozen=True, eq=False)
class Parser:
    """A parser with rules, words and profiles of its own; `pressparse.parse` is the one without any.

    `profile` is the layout that all texts have: a name, a `Profile`, or the path of a TOML file; without it that of
    each text is recognized, among `profiles` (values or paths) first. `rules` go before those of the table that each
    names (`Rule.table`). `vocabularies` adds words by subject and table, or is the path of a TOML file that does.
    A rule or profile given here stands instead of one of its name that an installed package brings. `without` leaves
    out rules and profiles by name, those of packages too; a rule in `rules` that has the name of a shipped one then
    stands in its place.

    Raises `RuleError` for a rule without examples, of an unknown table, with a name that is taken or a pattern that
    does not compile; `ProfileError` and `WordsError` for what is wrong in a profile or in words, with file, line and
    key; `UnknownProfileError`; `TypeError` for what is none of these.
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
        _check_without(self.without, _names_in(Book()))
        taken = _names_in(Book(without=self.without, plugins=False))  # what is given here goes before what is installed
        with reading(book):
            _check_profiles(own, taken)
            _check_rules((*_of(own), *self.rules), taken)
            if isinstance(self.profile, str):
                profile_named(self.profile)
        return book

    def parse(
        self, text: str, *, language: str | None = None, region: str | None = None, strict: bool = False
    ) -> Release:
        """Return the record of the release `text`, as `pressparse.parse` does."""
        with reading(self.book):
            return parse(text, profile=self._profile_name, language=language, region=region, strict=strict)

    def parse_file(
        self,
        path: str | os.PathLike[str],
        *,
        language: str | None = None,
        region: str | None = None,
        strict: bool = False,
    ) -> Release:
        """Return the record of the document at `path`, as `pressparse.parse_file` does."""
        with reading(self.book):
            return parse_file(path, profile=self._profile_name, language=language, region=region, strict=strict)

    def parse_bytes(
        self,
        data: bytes,
        *,
        name: str | None = None,
        language: str | None = None,
        region: str | None = None,
        strict: bool = False,
    ) -> Release:
        """Return the record of the document that `data` are the bytes of, as `pressparse.parse_bytes` does."""
        options = {"language": language, "region": region, "profile": self._profile_name}
        with reading(self.book):
            return parse_bytes(data, name=name, strict=strict, **options)

    @property
    def _profile_name(self) -> str | None:
        return self.profile.name if isinstance(self.profile, Profile) else self.profile

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
        words = {
            subject: {table: dict(words) for table, words in tables.items()}
            for subject, tables in self.vocabularies.items()
        }
        arguments = {"profile": self.profile, "rules": self.rules, "profiles": self.profiles, "without": self.without}
        return _remade, ({**arguments, "vocabularies": words},)


def _remade(arguments: dict[str, Any]) -> Parser:
    return Parser(**arguments)


def _names_in(book: Book) -> frozenset[str]:
    """Return the names of all rules and profiles that `book` has."""
    with reading(book):
        rules = (rule.name for _, rules in rules_in_book() for rule in rules)
        return frozenset((*rules, *(profile.name for profile in known_profiles())))


def _check_without(without: frozenset[str], known: frozenset[str]) -> None:
    for name in sorted(without - known, key=str):
        close = get_close_matches(str(name), known, 1)
        hint = f"; is it {close[0]!r}?" if close else ""
        raise RuleError(name, f"there is no rule or profile of that name to leave out{hint}")
    if _EVERYBODY in without:
        raise RuleError(_EVERYBODY, "this profile is for texts of everybody else and stays; name others")


def _check_profiles(own: tuple[Profile, ...], taken: frozenset[str]) -> None:
    for at, profile in enumerate(own):
        if profile.name in taken.union(other.name for other in own[:at]):
            reason = f"{profile.name!r} is taken; choose another, or leave that one out by without={{{profile.name!r}}}"
            raise ProfileError(profile.name, "name", reason)


def _check_rules(own: tuple[Rule[Any], ...], taken: frozenset[str]) -> None:
    for at, rule in enumerate(own):
        problem = problem_of(rule)
        if problem is None and rule.name in taken.union(other.name for other in own[:at]):
            problem = f"its name is taken; leave the other out by without={{{rule.name!r}}}, or choose another"
        if problem is not None:
            raise RuleError(rule.name, problem)


def _of(profiles: Iterable[Profile]) -> Iterator[Rule[Any]]:
    """Yield the rules that `profiles` bring, each with the table that it goes into."""
    for profile in profiles:
        yield from (attrs.evolve(rule, table="references") for rule in profile.references)
        yield from (attrs.evolve(rule, table="kickers") for rule in profile.kickers)
