"""Proofs for profiles: what one says of an issuer, tried out."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import Any

import regex

from pressparse.errors import ProfileError
from pressparse.profiles import Profile, read_profile
from pressparse.rules import Rule, Table, find_all
from pressparse.testing.rules import check_rule, read_example
from pressparse.text import View
from pressparse.toml import read_toml
from pressparse.words import merged_vocabulary

_DOMAIN = regex.compile(r"(?:[a-z\d-]++\.)++[a-z\d-]++")


def check_profile(profile: Profile | str | os.PathLike[str] | Traversable) -> None:
    """Raise `AssertionError`, naming all that is wrong, unless `profile`, or the one in the TOML file, holds.

    Keys and values are what profiles have. Each grammar of references and each kicker is held to what `check_rule`
    proves of rules, has a name of its own, years in order, and takes an example of its own before those above it do.
    No name and no domain is in vain, no domain can be mistaken, and libphonenumber knows the country.
    """
    if isinstance(profile, Profile):
        name, problems = profile.name, [*_problems(profile)]
    else:
        name = str(profile)
        try:
            tables, _ = read_toml(profile, ProfileError)
            problems = [*_problems(read_profile(profile)), *_wrong_years(tables)]
        except ProfileError as error:
            raise AssertionError(str(error)) from None
    if problems:
        raise AssertionError("\n".join(f"{name}: {problem}" for problem in problems))


def _wrong_years(tables: Mapping[str, Any]) -> Iterator[str]:
    for grammar in tables.get("references", ()):
        since, until = grammar.get("since"), grammar.get("until")
        if since and until and since > until:
            yield f"references.until: {until} is before {since}, since which {grammar['name']!r} is written"


def _problems(profile: Profile) -> Iterator[str]:
    yield from _vain_names(profile)
    yield from _vain_domains(profile)
    yield from _unknown_region(profile)
    rules: tuple[Rule[Any], ...] = (*profile.references, *profile.kickers)
    for rule_name, times in Counter(rule.name for rule in rules).items():
        if times > 1:
            yield f"{times} grammars are called {rule_name!r}"
    for rule in profile.references:
        yield from _broken_promises(rule, "references")
    for kicker in profile.kickers:
        yield from _broken_promises(kicker, "kickers", merged_vocabulary("countries"))
    yield from _vain_grammars(profile.references)


def _broken_promises(rule: Rule[Any], key: str, *vocabularies: Any) -> Iterator[str]:  # noqa: ANN401 - handed on
    try:
        check_rule(rule, *vocabularies)
    except AssertionError as error:
        yield from (f"{key}: {problem}" for problem in str(error).splitlines())


def _vain_grammars(rules: tuple[Rule[Any], ...]) -> Iterator[str]:
    """Yield the grammars of which every example is taken by one above."""
    table = Table(rules)
    for rule in rules:
        texts = [read_example(example)[0] for example in rule.examples]
        takers = [hit.rule for text in texts for hit in find_all(table, View.of(text))]
        if takers and rule not in takers:
            yield f"references: {rule.name!r} takes none of its examples, {takers[0].name!r} above it does"


def _vain_names(profile: Profile) -> Iterator[str]:
    for name, times in Counter(profile.names).items():
        if times > 1 or not name.strip():
            yield f"names: {name!r} is in vain"
    for name in profile.names:  # names are looked for as they stand and in capitals
        if any(name == other.upper() for other in profile.names if other != name):
            yield f"names: {name!r} is in vain, capitals are known"


def _vain_domains(profile: Profile) -> Iterator[str]:
    for domain, times in Counter(profile.domains).items():
        if not _DOMAIN.fullmatch(domain):
            yield f"domains: {domain!r} is no domain in small letters, such as 'agency.example'"
        parents = [other for other in profile.domains if domain.endswith(f".{other}")]
        if parents:
            yield f"domains: {domain!r} is in vain, {parents[0]!r} is known"
        elif times > 1:
            yield f"domains: {domain!r} is in vain"


def _unknown_region(profile: Profile) -> Iterator[str]:
    from phonenumbers import SUPPORTED_REGIONS  # noqa: PLC0415 - costs more than all of the other proofs

    if profile.region is not None and profile.region not in SUPPORTED_REGIONS:
        yield f"region: libphonenumber knows no country {profile.region!r}"
