"""References of issuers: the examples of their grammars with other numbers and other years."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pressparse.rules import compile_rule
from pressparse.testing.comparison import Truth
from pressparse.testing.rules import read_example

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from pressparse.profiles import ReferenceShape
    from pressparse.rules import Rule
    from pressparse.testing.comparison import Json

YEARS = range(1970, 2060)  # those that two digits can name
AROUND = (("", ""), ("PRESS RELEASE\n\n", "\n\nParis, 5 May\n"), ("Paris\n", "\n"))


_pattern = lru_cache(maxsize=256)(compile_rule)  # a strategy draws from the same few rules again and again


def draw(random: Random, rules: Sequence[Rule[ReferenceShape]]) -> Truth:
    """Return a text with a reference drawn from `random`, written as one of `rules` has it in an example."""
    rule = random.choice(rules)
    example, place = read_example(random.choice(rule.examples))
    written = next(_written(random, rule, example, place), None)
    if written is None:
        msg = f"grammar {rule.name!r} does not read its example {example!r}"
        raise ValueError(msg)
    text, known = written
    before, behind = random.choice(AROUND)
    start, end = (len(before) + at for at in place)
    return Truth(before + text + behind, ({**known, "raw": text[slice(*place)], "span": [start, end]},))


def _written(
    random: Random, rule: Rule[ReferenceShape], example: str, place: tuple[int, int]
) -> Iterator[tuple[str, dict[str, Json]]]:
    """Yield `example` with other numbers and years, where the grammar takes them, and what it says then."""
    pattern = _pattern(rule)
    match = pattern.match(example, place[0])
    if match is None:
        return
    prefix, digits = match.groupdict().get("prefix"), "year" if match.groupdict().get("year") else "yy"
    width = match.end("number") - match.start("number")
    for year in random.sample(YEARS, len(YEARS)):
        number = random.randrange(1, 10**width)
        text = example
        for (start, end), piece in ((match.span("number"), f"{number:0{width}}"), (match.span(digits), str(year))):
            text = text[:start] + piece[start - end :] + text[end:]
        other = pattern.match(text, place[0])
        if other and other.span() == place and rule.build(other):
            yield text, {"number": number, "year": year, "prefix": prefix}
