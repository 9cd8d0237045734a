"""What rules tried and what came of it, told while a text is parsed again to explain its record."""

from typing import Any

import attrs
import regex

from pressparse.rules import Failed, Rule, attempted
from pressparse.text import View


@attrs.define(frozen=True, eq=False)
class Try:
    """A match of a rule of `table`: the clean string `text` it was found in, where, and what `build` made of it.

    `value` is `None` where the rule refused what its pattern had matched, and a `Failed` where it failed.
    """

    table: str
    rule: Rule[Any]
    text: str
    start: int
    end: int
    value: object
    groups: tuple[tuple[str, str], ...]


@attrs.define(frozen=True, eq=False)
class Trace:
    """The tries of one parse in their order, and the views whose strings they were made on."""

    tries: list[Try] = attrs.field(factory=list)
    views: dict[str, list[View]] = attrs.field(factory=dict)

    def see(self, view: View) -> None:
        """Remember `view`: it knows where the characters of its string stand."""
        seen = self.views.setdefault(view.text, [])
        if view not in seen:
            seen.append(view)

    def watched(self, table: str, rule: Rule[Any]) -> Rule[Any]:
        """Return `rule` with a `build` that tells what it makes of each match."""
        build = rule.build

        def told(match: regex.Match[str]) -> object:
            groups = tuple((name, text) for name, text in match.groupdict().items() if text)
            start, end = match.span()
            value = attempted(build, match)
            self.tries.append(Try(table, rule, match.string, start, end, value, groups))
            if isinstance(value, Failed):
                raise value.error
            return value

        return attrs.evolve(rule, build=told)
