"""What explanations say, and how they are told to people."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import attrs

from pressparse.text import Span

_LONGEST_SHOWN = 120
_KEPT = 60
# Keys that an explanation tells on lines of their own, or that say nothing by themselves.
_TOLD_ELSEWHERE = ("span", "speaker_span", "rule", "evidence", "raw")


class Place(NamedTuple):
    """Where something stands: its span, what is printed there and around it, and the region it is in."""

    span: Span
    raw: str
    before: str
    behind: str
    region: str | None

    def __str__(self) -> str:
        return f"{self.before}⟨{one_line(self.raw)}⟩{self.behind}"


class Candidate(NamedTuple):
    """What a rule matched and the field was not taken from, and why."""

    place: Place
    table: str
    rule: str
    reason: str


@attrs.frozen(kw_only=True)
class Explanation:
    """Why the value of `field` is what it is.

    `rule` (of `table`) took it at `place`; `because` says what else decided; `words` are the entries of vocabularies
    that it holds; `candidates` matched and lost; `joins` say of each cell of a contact why it is that contact's;
    `doubts` are the record's diagnostics of the field. Where the value is missing, `searched` are the first lines of
    each region in which it was looked for, and `absent` those of its regions that the text has not.
    """

    field: str
    value: Any
    place: Place | None = None
    table: str | None = None
    rule: str | None = None
    because: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    joins: tuple[tuple[str, str], ...] = ()
    doubts: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    searched: tuple[Place, ...] = ()

    @property
    def missing(self) -> bool:
        """Whether there is no value."""
        return self.value is None or self.value == []

    def to_dict(self) -> dict[str, Any]:
        """Return the explanation as JSON values."""
        return {field.name: _json(getattr(self, field.name)) for field in attrs.fields(Explanation)}

    def __str__(self) -> str:
        return "\n".join(_told(self))


def _json(value: Any) -> Any:  # noqa: ANN401 - whatever an explanation holds
    if isinstance(value, (Place, Candidate)):
        return {name: _json(item) for name, item in value._asdict().items()}
    return [_json(item) for item in value] if isinstance(value, tuple) else value


def _told(told: Explanation) -> Iterator[str]:
    yield f"{told.field}: {'missing' if told.missing else _short(told.value)}"
    if told.place:
        where = f" in the {told.place.region}" if told.place.region else ""
        yield f"  at {told.place.span.start}–{told.place.span.end}{where}: {told.place}"
    if told.rule:
        yield f"  rule: {told.rule}" + (f" (table {told.table})" if told.table else "")
    for heading, lines in (
        ("because", told.because),
        ("words", told.words),
        ("joined", [f"{one_line(raw)}: {why}" for raw, why in told.joins]),
        ("in doubt", told.doubts),
        ("lost", [f"{lost.place}, {lost.table}/{lost.rule}: {lost.reason}" for lost in told.candidates]),
        ("looked for in", [f"{place.region}: {place}" for place in told.searched]),
        ("looked for in", [f"{region}: the text has none" for region in told.absent]),
    ):
        yield from (f"  {heading}: {line}" for line in lines)


def _short(value: Any) -> str:  # noqa: ANN401 - whatever a record holds
    """Return `value` on one line: of a list how many it holds, of an object what the other lines do not tell."""
    if isinstance(value, list):
        is_span = len(value) == len(Span._fields) and isinstance(value[0], int)
        return f"{value[0]}–{value[1]}" if is_span else f"{len(value)} of them"
    if isinstance(value, dict):
        kept = {key: item for key, item in value.items() if item not in (None, []) and key not in _TOLD_ELSEWHERE}
        return ", ".join(f"{key} {_short(item)}".rstrip() for key, item in kept.items()) or one_line(
            value.get("raw", "")
        )
    return one_line(str(value))


def one_line(text: str) -> str:
    """Return `text` on one line, its middle left out where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_KEPT]} … {text[-_KEPT:]}"
