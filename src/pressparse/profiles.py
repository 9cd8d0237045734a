"""Issuers as data: how one writes its references, where it lives, what it is recognized by (`data/profiles/*.toml`)."""

from __future__ import annotations

import string
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal

import attrs

from pressparse.errors import ProfileError, UnknownProfileError
from pressparse.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Mapping

    import regex

DateOrder = Literal["dmy", "mdy"]

_CENTURY_TURN = 70
_GRAMMAR_KEYS = frozenset({"name", "pattern", "canonical", "examples", "rejects"})
_KICKER_KEYS = frozenset({"name", "pattern", "examples", "rejects"})
_PLACEHOLDERS = frozenset({"prefix", "number", "digits", "year", "yy"})


@attrs.frozen
class ReferenceShape:
    """The parts of a reference as a grammar reads them."""

    prefix: str | None
    number: int
    year: int
    canonical: str


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
    names: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    domains: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    region: str | None = None
    date_order: DateOrder = "dmy"
    kicker_on_date_line: bool = False
    kicker_lines: bool = False
    rubric_line: bool = False
    references: tuple[Rule[ReferenceShape], ...] = ()
    kickers: tuple[Rule[str], ...] = ()


@cache
def known_profiles() -> tuple[Profile, ...]:
    """Return the profiles that pressparse ships, `generic` last."""
    folder = resources.files("pressparse") / "data" / "profiles"
    files = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda file: file.name)
    profiles = [profile_of(tomllib.loads(file.read_text("utf-8")), file.name) for file in files]
    return tuple(sorted(profiles, key=lambda profile: profile.name == "generic"))


def profile_named(name: str) -> Profile:
    """Return the profile `name`; raises `UnknownProfileError` with the names there are."""
    profiles = {profile.name: profile for profile in known_profiles()}
    if name not in profiles:
        raise UnknownProfileError(name, tuple(profiles))
    return profiles[name]


def profile_of(tables: Mapping[str, Any], source: str) -> Profile:
    """Return the profile that the tables of a TOML file describe.

    Raises `ProfileError` naming `source` and the key for anything that a profile cannot say.
    """
    _check_keys(tables, frozenset(field.name for field in attrs.fields(Profile)), source, "")
    if not isinstance(tables.get("name"), str) or not isinstance(tables.get("title"), str):
        raise ProfileError(source, "name", "a profile has a `name` and a `title`")
    references = tuple(_reference_rule(grammar, source) for grammar in tables.get("references", ()))
    kickers = tuple(_kicker_rule(kicker, source) for kicker in tables.get("kickers", ()))
    return Profile(**{**tables, "references": references, "kickers": kickers})


def _check_keys(table: Mapping[str, Any], allowed: frozenset[str], source: str, where: str) -> None:
    for key in table.keys() - allowed:
        raise ProfileError(source, f"{where}{key}", f"no such key; allowed are {', '.join(sorted(allowed))}")


def _reference_rule(grammar: Mapping[str, Any], source: str) -> Rule[ReferenceShape]:
    _check_keys(grammar, _GRAMMAR_KEYS, source, "references.")
    canonical: str = grammar["canonical"]
    for _, placeholder, spec, conversion in string.Formatter().parse(canonical):
        # A format may pad a number and nothing else: profiles are data and come from anywhere.
        if placeholder is not None and (placeholder not in _PLACEHOLDERS or conversion or len(spec or "") > len("03")):
            raise ProfileError(source, "references.canonical", f"{canonical!r} may use {sorted(_PLACEHOLDERS)} only")

    def build(match: regex.Match[str]) -> ReferenceShape:
        groups = match.groupdict()
        number = int(groups["number"])
        year = int(groups["year"]) if groups.get("year") else full_year(int(groups["yy"]))
        parts = {"prefix": groups.get("prefix") or "", "number": number, "digits": groups["number"]}
        written = canonical.format(**parts, year=year, yy=year % 100)
        return ReferenceShape(groups.get("prefix"), number, year, written)

    return Rule(
        name=grammar["name"],
        pattern=grammar["pattern"],
        build=build,
        examples=tuple(grammar["examples"]),
        rejects=tuple(grammar["rejects"]),
    )


def _kicker_rule(kicker: Mapping[str, Any], source: str) -> Rule[str]:
    _check_keys(kicker, _KICKER_KEYS, source, "kickers.")
    return Rule(
        name=kicker["name"],
        pattern=kicker["pattern"],
        build=lambda match: match[0],
        examples=tuple(kicker["examples"]),
        rejects=tuple(kicker["rejects"]),
    )


def full_year(year: int) -> int:
    """Return the year that two digits name: 1970 to 2069."""
    return year + (1900 if year >= _CENTURY_TURN else 2000)
