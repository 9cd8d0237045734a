"""What an explanation is made from: a record, a field of it, and what rules tried when its text was parsed again."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import attrs
import regex

from pressparse.errors import FieldError
from pressparse.evidence import EvidenceMap
from pressparse.explanations import Place
from pressparse.layout import Layout
from pressparse.model import Contact, Quote, Release
from pressparse.rules import Failed, Rule, attempted
from pressparse.text import Span, View

_AROUND = 30
_STEP = regex.compile(r"(?P<name>[a-z_0-9]+)|\[(?P<index>\d{1,9})\]")
_PATH = regex.compile(r"[a-z_0-9]+(?:\[\d{1,9}\]|\.[a-z_0-9]+)*+")


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


class Found(NamedTuple):
    """Where a value stands, and the rule that took it, if that is known."""

    span: Span
    rule: str | None = None


class Case(NamedTuple):
    """A `field` of `release`, the `values` on the path to it, and the `text` parsed `again` with tracing."""

    release: Release
    text: str
    field: str
    values: tuple[Any, ...]
    again: Release
    trace: Trace
    layout: Layout

    @property
    def names(self) -> list[str]:
        """The names on the path, from the record down."""
        return [part.partition("[")[0] for part in self.field.split(".")]

    @property
    def value(self) -> Any:  # noqa: ANN401 - whatever a record holds
        """What the path leads to."""
        return self.values[-1]

    @property
    def missing(self) -> bool:
        """Whether there is no value."""
        return self.value is None or (type(self.value) is tuple and not self.value)

    @property
    def contact(self) -> Contact | None:
        """The contact on the path."""
        return self.values[1] if self.field.startswith("contacts[") else None

    @property
    def owner(self) -> Span | None:
        """Where the item of a list stands that the value is a part of."""
        spans = (getattr(value, "span", None) for value in reversed(self.values[:-1]))
        return next((span for span in spans if span), None)

    def found(self) -> Found | None:
        """Return where the value stands; a part of a value stands where that does."""
        if self.missing:
            return None
        if isinstance(self.value, Span):
            return Found(self.value)
        name, inside = self.names[-1], self.values[-2] if len(self.values) > 1 else self.release
        evidence = getattr(inside, "evidence", {}).get(name)
        if evidence:
            return Found(evidence.span, evidence.rule)
        if name == "speaker" and isinstance(inside, Quote) and inside.speaker_span:
            return Found(inside.speaker_span, inside.rule)
        owners = (value for value in reversed(self.values) if getattr(value, "span", None))
        return next((Found(value.span, getattr(value, "rule", None)) for value in owners), None)

    def place(self, span: Span) -> Place:
        """Return what stands at `span`, and around it in its lines."""
        text = self.text
        before = text[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2]
        behind = text[span.end : span.end + _AROUND].partition("\n")[0]
        return Place(span, span.of(text), before, behind, self._region(span))

    def _region(self, span: Span) -> str | None:
        regions = ((line, region.kind) for region in self.layout.regions for line in region.lines)
        return next((kind for line, kind in regions if line.span.start <= span.start < line.span.end), None)

    def spans(self, tried: Try) -> Iterator[Span]:
        """Yield where a match may stand: several lines may say the same."""
        for view in self.trace.views.get(tried.text, ()):
            if view.given == self.text:
                yield view.span(tried.start, tried.end)


def meet(one: Span, other: Span) -> bool:
    """Return whether two spans have something in common."""
    return one.start < other.end and other.start < one.end


def values_on(release: Release, path: str) -> tuple[Any, ...]:
    """Return the values that `path` passes in `release`, the one that it leads to last.

    Raises `FieldError`, naming what there is instead, for a path that leads nowhere.
    """
    if not _PATH.fullmatch(path):
        raise FieldError(path, "is no path; paths look like 'date' or 'contacts[1].phones[0]'")
    value: Any = release
    passed: list[Any] = []
    for step in _STEP.finditer(path):
        before = path[: step.start()].rstrip(".") or "the record"
        value = (
            _member(value, step["name"], path, before) if step["name"] else _item(value, step["index"], path, before)
        )
        passed.append(value)
    return tuple(passed)


def _member(value: object, name: str, path: str, before: str) -> object:
    if value is None:
        raise FieldError(path, f"{before} is missing")
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        raise FieldError(path, f"{before} holds {len(value)}; say which, as in '{before}[0]'")
    names = _names(value)
    if name not in names:
        there = f"there are {', '.join(names)}" if names else "there is nothing inside"
        raise FieldError(path, f"{before} has no {name!r}; {there}")
    member: object = value[name] if isinstance(value, EvidenceMap) else getattr(value, name)
    return member


def _names(value: object) -> Sequence[str]:
    if isinstance(value, EvidenceMap):
        return tuple(value)
    kind = type(value)
    return [field.name for field in attrs.fields(kind)] if attrs.has(kind) else getattr(value, "_fields", ())


def _item(value: object, index: str, path: str, before: str) -> object:
    if not isinstance(value, tuple):
        raise FieldError(path, f"{before} is no list")
    if int(index) >= len(value):
        raise FieldError(path, f"{before} holds {len(value)}, counted from 0")
    item: object = value[int(index)]
    return item
