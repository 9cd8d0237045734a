"""Proofs for rules and profiles: what each promises, tried out. For the tests of this package and of others."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources.abc import Traversable
from itertools import accumulate, pairwise
from math import inf
from time import process_time
from typing import Any

import attrs
import regex

from pressparse.dates.mentions import tries_at
from pressparse.dates.shapes import DateRule
from pressparse.errors import ProfileError
from pressparse.profiles import Profile, read_profile
from pressparse.rulebook import rules_in_book
from pressparse.rules import Rule, Table, find_all, problem_of, words_of_table
from pressparse.text import View
from pressparse.toml import read_toml
from pressparse.words import Vocabulary, merged_vocabulary

# What a pattern without one of its lines may do: not compile, or leave `build` without a group that it reads.
_BROKEN = (regex.error, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)

# Characters of the shortest text, seconds in which one four times as long shows nothing, runs of which the best counts
# and their seconds on a busy machine, growth per doubling (linear is 2, quadratic 4), seconds after which to give up.
_LENGTH = 1000
_NOTHING = 0.002
_RUNS = 9
_TRIAL = 0.5
_GROWTH = 2.9
_PATIENCE = 1

_TOKEN = regex.compile(r"\w+|\s+|[^\w\s]")
_STOP = "\N{SECTION SIGN}\n"
_DOMAIN = regex.compile(r"(?:[a-z\d-]++\.)++[a-z\d-]++")


def check_rule(rule: Rule[Any], *vocabularies: Vocabulary) -> None:
    """Raise `AssertionError`, naming all that is wrong, unless `rule` keeps what `Rule` promises.

    With one of `vocabularies` (that of the rule's `table`, if none is given) each example is found: what stands between
    ⟨ and ⟩, or all of it, and nothing more or less. With none of them anything is found in a reject. Every line of the
    pattern is needed: without it an example or a reject fails. A rule for dates begins with what it says it does, and
    what a rule of a table builds is of the kind that the others build. Time grows with the length of a text, not its
    square.
    """
    if rule.table and not vocabularies:
        problem = problem_of(rule)
        if problem is not None:
            msg = f"rule {rule.name}: {problem}"
            raise AssertionError(msg)
        vocabularies = tuple(filter(None, [words_of_table(rule.table)]))
    problems = [] if rule.examples else ["has no examples"]
    problems += _failures(rule, vocabularies)
    if not problems and rule.table:
        problems += _misbuilt(rule, vocabularies)
    if not problems and isinstance(rule, DateRule):
        problems += _untried(rule, vocabularies)
    if not problems:
        problems += (f"does not need the line {line!r}" for line in _needless_lines(rule, vocabularies))
        slow = next(_slow(rule, vocabularies), None)
        problems += [f"takes more than linear time on {slow!r} repeated"] if slow else []
    if problems:
        raise AssertionError("\n".join(f"rule {rule.name} {problem}" for problem in problems))


def _failures(rule: Rule[Any], vocabularies: tuple[Vocabulary, ...]) -> Iterator[str]:
    tables = _tables(rule, vocabularies)
    for example in rule.examples:
        text, wanted = read_example(example)
        try:
            if not any(_finds(table, text, wanted) for table in tables):
                yield f"does not find {example!r}"
        except _BROKEN as error:
            yield f"fails on {example!r}: {error!r}"
    for reject in rule.rejects:
        try:
            if any(find_all(table, View.of(reject)) for table in tables):
                yield f"finds something in the reject {reject!r}"
        except _BROKEN as error:
            yield f"fails on the reject {reject!r}: {error!r}"


def _misbuilt(rule: Rule[Any], vocabularies: tuple[Vocabulary, ...]) -> Iterator[str]:
    shipped = dict(rules_in_book())[rule.table][-1]  # those of others come first
    wanted = next(_kinds_built(shipped, (words_of_table(rule.table),)))[1]
    for example, kind in _kinds_built(rule, vocabularies or (None,)):
        if kind != wanted:
            yield f"builds {kind} of {example!r}; the rules of its table build {wanted}"


def _kinds_built(rule: Rule[Any], vocabularies: Iterable[Vocabulary | None]) -> Iterator[tuple[str, str]]:
    """Yield of what kind the value of each example is; of a tuple, of what kind its first item is."""
    for example in rule.examples:
        hits = [
            hit for words in vocabularies for hit in find_all(Table((rule,), words), View.of(read_example(example)[0]))
        ]
        value = hits[0].value
        kind = type(value).__name__
        yield example, f"{kind} of {type(value[0]).__name__}" if type(value) is tuple and value else kind


def _untried(rule: DateRule, vocabularies: tuple[Vocabulary, ...]) -> Iterator[str]:
    for example in rule.examples:
        text, (start, _) = read_example(example)
        if not any(tries_at(rule, vocabulary, text, start) for vocabulary in vocabularies or (None,)):
            yield f"is not tried on {example!r}, which begins with none of its heads {rule.heads} or words {rule.words}"


def _finds(table: Table[Any], text: str, wanted: tuple[int, int]) -> bool:
    return any((hit.start, hit.end) == wanted for hit in find_all(table, View.of(text)))


def _tables(rule: Rule[Any], vocabularies: tuple[Vocabulary, ...]) -> tuple[Table[Any], ...]:
    return tuple(Table((rule,), vocabulary) for vocabulary in vocabularies or (None,))


def read_example(example: str) -> tuple[str, tuple[int, int]]:
    """Return the text of `example` without its marks, and where the part between them stands: all of it without."""
    before, mark, rest = example.partition("⟨")
    if not mark:
        return example, (0, len(example))
    found, _, after = rest.partition("⟩")
    return before + found + after, (len(before), len(before) + len(found))


def _needless_lines(rule: Rule[Any], vocabularies: tuple[Vocabulary, ...]) -> Iterator[str]:
    lines = rule.pattern.splitlines()
    for number, line in enumerate(lines):
        if line.strip() and not line.lstrip().startswith("#"):
            rest = "\n".join(lines[:number] + lines[number + 1 :])
            if not any(_failures(attrs.evolve(rule, pattern=rest), vocabularies)):
                yield line.strip()


def _slow(rule: Rule[Any], vocabularies: tuple[Vocabulary, ...]) -> Iterator[str]:
    tables = _tables(rule, vocabularies)
    tried = set()
    for text, wanted in map(read_example, rule.examples):
        ((_, pattern),) = next(table for table in tables if _finds(table, text, wanted))
        for piece in _pieces(text):
            run = piece * (_LENGTH // len(piece) + 1)
            if piece not in tried and not all(_is_linear(pattern, run, end) for end in (_STOP, _STOP + text)):
                yield piece
            tried.add(piece)


def _pieces(text: str) -> dict[str, None]:
    """Return what to repeat: the words, blanks and marks of `text`, any two neighbors, and all that it begins with."""
    tokens = _TOKEN.findall(text)
    return dict.fromkeys((*tokens, *map("".join, pairwise(tokens)), *accumulate(tokens)))


def _is_linear(pattern: regex.Pattern[str], run: str, end: str) -> bool:
    """Return whether a text twice as long takes about twice the time, seen in the best of several runs."""
    texts = [run * times + end for times in (1, 2, 4)]
    best = [inf, inf, _seconds(pattern, texts[-1])]
    if best[-1] < _NOTHING or best[-1] == inf:
        return best[-1] < _NOTHING
    for _ in range(max(_RUNS, int(_TRIAL / best[-1]))):
        best = [min(time, _seconds(pattern, text)) for time, text in zip(best, texts, strict=True)]
        if best[-1] < _NOTHING or all(longer <= _GROWTH * shorter for shorter, longer in pairwise(best)):
            return True
    return False


def _seconds(pattern: regex.Pattern[str], text: str) -> float:
    """Return the CPU time that `pattern` takes for `text`, infinity if it gives up."""
    start = process_time()
    try:
        for _ in pattern.finditer(text, timeout=_PATIENCE):
            pass
    except TimeoutError:
        return inf
    return process_time() - start


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
