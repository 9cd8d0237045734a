"""Issuers as data: how one writes its references, where it lives, what it is recognized by (`data/profiles/*.toml`)."""

import datetime as dt
import os
import string
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, Literal, TypeVar, get_args

import attrs
import regex

from pressparse.book import open_book, per_book
from pressparse.errors import ProfileError, UnknownProfileError
from pressparse.plugins import Plugin, plugins
from pressparse.rules import Rule, compile_rule
from pressparse.toml import line_of, read_toml
from pressparse.words import Vocabulary, merged_vocabulary

T = TypeVar("T")
DateOrder = Literal["dmy", "mdy"]

_PLUGINS = "pressparse.profiles"
_CENTURY_TURN = 70
_MOST_DIGITS = 30
_KICKER_KEYS = ("name", "pattern", "examples", "rejects")
_GRAMMAR_KEYS = (*_KICKER_KEYS, "canonical")
_VALIDITY_KEYS = ("since", "until")  # the first and the last year in which the issuer wrote so
_PLACEHOLDERS = frozenset({"prefix", "number", "digits", "year", "yy"})
_PADDING = regex.compile(r"(?:0[1-9])?")


@attrs.frozen
class ReferenceShape:
    """The parts of a reference as a grammar reads them."""

    prefix: str | None
    number: int
    year: int
    canonical: str


def _strings(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


@attrs.frozen(kw_only=True, eq=False)
class Profile:
    """An issuer: how to recognize it and how it lays out its releases.

    `names` are the organization's names in print, `domains` the ends of its web and mail addresses, `region` the
    country (ISO 3166) in which its national phone numbers are read, `date_order` how it writes numeric dates.
    `kicker_lines`: the first of several title lines names the occasion; `kicker_on_date_line`: what stands behind the
    bar of the date line does; `rubric_line`: a short line above the title names the subject and is no part of it.
    """

    name: str
    title: str
    names: tuple[str, ...] = attrs.field(default=(), converter=_strings)
    domains: tuple[str, ...] = attrs.field(default=(), converter=_strings)
    region: str | None = None
    date_order: DateOrder = "dmy"
    kicker_on_date_line: bool = False
    kicker_lines: bool = False
    rubric_line: bool = False
    references: tuple[Rule[ReferenceShape], ...] = ()
    kickers: tuple[Rule[str], ...] = ()


@cache
def shipped_profiles() -> tuple[Profile, ...]:
    """Return the profiles that pressparse ships, `generic` last."""
    folder = resources.files("pressparse") / "data" / "profiles"
    files = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda file: file.name)
    profiles = [profile_of(tomllib.loads(file.read_text("utf-8")), file.name) for file in files]
    return tuple(sorted(profiles, key=lambda profile: profile.name == "generic"))


@per_book()
def known_profiles() -> tuple[Profile, ...]:
    """Return the profiles that the open book knows: its own, those of other packages, the shipped ones.

    One of its own stands instead of that of a package which has its name.
    """
    book = open_book()
    shipped = tuple(profile for profile in shipped_profiles() if profile.name not in book.without)
    others = _of_plugins(frozenset(profile.name for profile in shipped)) if book.plugins else ()
    given = book.without.union(profile.name for profile in book.profiles)
    return (*book.profiles, *(profile for profile in others if profile.name not in given), *shipped)


@cache
def _of_plugins(taken: frozenset[str]) -> tuple[Profile, ...]:
    return tuple(profile for plugin in plugins(_PLUGINS) for profile in _profiles_of(plugin, taken))


def _profiles_of(plugin: Plugin, taken: frozenset[str]) -> Iterator[Profile]:
    for value in plugin.value if isinstance(plugin.value, (tuple, list)) else (plugin.value,):
        try:
            profile = value if isinstance(value, Profile) else read_profile(value)
        except (ProfileError, TypeError) as error:
            plugin.warn(f"is no profile: {error}")
            continue
        if profile.name in taken:
            plugin.warn(f"has a profile {profile.name!r}, which there is already")
        else:
            yield profile


def profile_named(name: str) -> Profile:
    """Return the profile `name` of the open book; raises `UnknownProfileError` with the names there are."""
    profiles = {profile.name: profile for profile in known_profiles()}
    if name not in profiles:
        raise UnknownProfileError(name, tuple(profiles))
    return profiles[name]


def read_profile(path: str | os.PathLike[str] | Traversable) -> Profile:
    """Return the profile in the TOML file at `path`; raises `ProfileError` with the file, the line and the key."""
    tables, text = read_toml(path, ProfileError)
    try:
        return profile_of(tables, str(path))
    except ProfileError as error:
        raise ProfileError(error.source, error.key, error.reason, line_of(text, error.key)) from None


def profile_of(tables: Mapping[str, Any], source: str) -> Profile:
    """Return the profile that the tables of a TOML file describe.

    Raises `ProfileError` naming `source` and the key for anything that a profile cannot say.
    """
    _check(tables, ("name", "title"), [field.name for field in attrs.fields(Profile)], source, "")
    references = tuple(
        _reference_rule(grammar, source, f"references[{at}].")
        for at, grammar in enumerate(tables.get("references", ()))
    )
    kickers = tuple(
        _kicker_rule(kicker, source, f"kickers[{at}].") for at, kicker in enumerate(tables.get("kickers", ()))
    )
    return Profile(**{**tables, "references": references, "kickers": kickers})


def _is_list_of(kind: type) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list) and all(isinstance(item, kind) for item in value)


# What a value may be, and how that is said.
_STRING = (lambda value: isinstance(value, str), "a string")
_STRINGS = (_is_list_of(str), "a list of strings")
_TABLES = (_is_list_of(dict), "a list of tables")
_YEAR = (lambda value: isinstance(value, int) and dt.MINYEAR <= value <= dt.MAXYEAR, "a year")
_FLAG = (lambda value: isinstance(value, bool), "true or false")
_VALUES: Mapping[str, tuple[Callable[[object], bool], str]] = {
    **dict.fromkeys(("name", "title", "pattern", "canonical"), _STRING),
    **dict.fromkeys(("names", "domains", "examples", "rejects"), _STRINGS),
    "region": (
        lambda value: isinstance(value, str) and len(value) == len("FR") and value.isupper(),
        '"FR" or the like',
    ),
    "date_order": (get_args(DateOrder).__contains__, '"dmy" or "mdy"'),
    **dict.fromkeys(("kicker_on_date_line", "kicker_lines", "rubric_line"), _FLAG),
    **dict.fromkeys(("references", "kickers"), _TABLES),
    **dict.fromkeys(_VALIDITY_KEYS, _YEAR),
}


def _check(table: Mapping[str, Any], needed: Sequence[str], allowed: Sequence[str], source: str, where: str) -> None:
    for key, value in table.items():
        if key not in allowed:
            raise ProfileError(source, where + key, f"no such key; allowed are {', '.join(sorted(allowed))}")
        is_valid, wanted = _VALUES[key]
        if not is_valid(value):
            raise ProfileError(source, where + key, f"must be {wanted}, not {value!r}")
    for key in needed:
        if key not in table:
            raise ProfileError(source, where + key, "is missing")


def _reference_rule(grammar: Mapping[str, Any], source: str, where: str) -> Rule[ReferenceShape]:
    _check(grammar, _GRAMMAR_KEYS, (*_GRAMMAR_KEYS, *_VALIDITY_KEYS), source, where)
    canonical: str = grammar["canonical"]
    if not _is_safe(canonical):
        reason = f"{canonical!r} may use {sorted(_PLACEHOLDERS)} only, padded like {{number:03}}"
        raise ProfileError(source, f"{where}canonical", reason)

    since, until = grammar.get("since", dt.MINYEAR), grammar.get("until", dt.MAXYEAR)
    rule = _rule(grammar, _Grammar(canonical, since, until))
    groups = _compiled(rule, None, source, where).groupindex.keys()
    if "number" not in groups or groups.isdisjoint(("year", "yy")):
        raise ProfileError(source, f"{where}pattern", "needs the groups `number`, and `year` or `yy`")
    return rule


_NUMBERS = ("number", "year", "yy")


@attrs.frozen
class _Grammar:
    """Builds a reference in its `canonical` form, but of a year in which nobody wrote so."""

    canonical: str
    since: int
    until: int

    def __call__(self, match: regex.Match[str]) -> ReferenceShape | None:
        known = match.re.groupindex
        prefix = match["prefix"] if "prefix" in known else None
        digits, four, two = ((match[name] if name in known else None) or "" for name in _NUMBERS)
        if not (_is_number(digits) and _is_number(four or two)):
            return None
        number = int(digits)
        year = int(four) if four else full_year(int(two))
        if not self.since <= year <= self.until:
            return None
        written = self.canonical.format(prefix=prefix or "", number=number, digits=digits, year=year, yy=year % 100)
        return ReferenceShape(prefix, number, year, written)


def _is_number(printed: str) -> bool:
    """Tell whether a group of anybody's pattern holds a number of a sensible length."""
    return printed.isdecimal() and len(printed) <= _MOST_DIGITS


def _whole(match: regex.Match[str]) -> str:
    return match[0]


def _is_safe(canonical: str) -> bool:
    """Tell whether a format pads numbers and does nothing else: profiles are data and come from anywhere."""
    try:
        fields = [field for field in string.Formatter().parse(canonical) if field[1] is not None]
    except ValueError:
        return False
    return all(name in _PLACEHOLDERS and not way and _PADDING.fullmatch(spec or "") for _, name, spec, way in fields)


def _kicker_rule(kicker: Mapping[str, Any], source: str, where: str) -> Rule[str]:
    _check(kicker, _KICKER_KEYS, _KICKER_KEYS, source, where)
    rule = _rule(kicker, _whole)
    _compiled(rule, merged_vocabulary("countries"), source, where)
    return rule


def _rule(table: Mapping[str, Any], build: Callable[[regex.Match[str]], T | None]) -> Rule[T]:
    examples, rejects = tuple(table["examples"]), tuple(table["rejects"])
    return Rule(name=table["name"], pattern=table["pattern"], build=build, examples=examples, rejects=rejects)


def _compiled(rule: Rule[Any], vocabulary: Vocabulary | None, source: str, where: str) -> regex.Pattern[str]:
    try:
        return compile_rule(rule, vocabulary)
    except (regex.error, RecursionError) as error:
        raise ProfileError(source, f"{where}pattern", f"of {rule.name!r}: {error}") from error


def full_year(year: int) -> int:
    """Return the year that two digits name: 1970 to 2069."""
    return year + (1900 if year >= _CENTURY_TURN else 2000)
