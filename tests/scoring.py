"""Precision and recall of a record against a partial golden one, field by field.

A field of a record is a bag of values: a scalar gives none or one, a list one for each item. What the golden record
leaves out is not scored: a key that it lacks, and an item whose values it does not give.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import attrs

Record: TypeAlias = Mapping[str, Any]
Values: TypeAlias = Counter[str]


@attrs.frozen
class Score:
    """How many values were found, how many wrong ones were given, and how many were missed."""

    found: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.found + other.found, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def wanted(self) -> int:
        """How many values the golden records have."""
        return self.found + self.missed

    @property
    def precision(self) -> float:
        """The share of the given values that are right; 1 where none is given."""
        given = self.found + self.wrong
        return self.found / given if given else 1.0

    @property
    def recall(self) -> float:
        """The share of the wanted values that were found; 1 where none is wanted."""
        return self.found / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = 2 * self.found + self.wrong + self.missed
        return 2 * self.found / both if both else 1.0


def scored(wanted: Values, got: Values) -> Score:
    """Return the score of the bag `got` against `wanted`."""
    found = (wanted & got).total()
    return Score(found, got.total() - found, wanted.total() - found)


@attrs.frozen
class Field:
    """A field: how its items are read, which of their keys say what an item is, and which are its value."""

    items: Callable[[Record], Iterable[Record] | None]
    identity: tuple[str, ...]
    value: tuple[str, ...] = ()

    def values(self, wanted: Record, got: Record) -> tuple[Values, Values]:
        """Return the bags of both records, without what `wanted` leaves open."""
        golden = self.items(wanted)
        golden = None if golden is None else list(golden)
        if golden is None or not all(key in item for item in golden for key in self.identity):
            return Counter(), Counter()
        unknown = {self._name(item) for item in golden if not all(key in item for key in self.value)}
        return self._bag(golden, unknown), self._bag(self.items(got) or (), unknown)

    def _name(self, item: Record) -> str:
        return _shown(item, self.identity)

    def _bag(self, items: Iterable[Record], unknown: set[str]) -> Values:
        return Counter(
            _shown(item, self.identity + self.value)
            for item in items
            if self._name(item) not in unknown
            and (not self.value or any(item.get(key) is not None for key in self.value))
        )


def _shown(item: Record, keys: Sequence[str]) -> str:
    return " | ".join(json.dumps(item.get(key), ensure_ascii=False).strip('"') for key in keys)


def _scalar(key: str) -> Field:
    def items(record: Record) -> list[Record] | None:
        if key not in record:
            return None
        value = record[key]
        return [] if value is None else [value if isinstance(value, dict) else {key: value}]

    return Field(items, ("canonical",) if key == "reference" else (key,))


def _list(key: str, identity: tuple[str, ...], value: tuple[str, ...] = ()) -> Field:
    return Field(lambda record: record.get(key), identity, value)


def _cells(key: str, value: tuple[str, ...]) -> Field:
    """Return the field of the contacts' phones or addresses, each under the name of its contact."""

    def items(record: Record) -> list[Record] | None:
        contacts = record.get("contacts")
        if contacts is None:
            return None
        return [{**cell, "name": contact["name"]} for contact in contacts for cell in contact.get(key, ())]

    return Field(items, ("name", "raw"), value)


def _spans(record: Record) -> list[Record]:
    """Return every passage, date, quote, note and link of `record` that says where it stands."""
    keys = ("paragraphs", "subheadings", "captions", "boilerplate", "footnotes", "dates", "quotes", "links")
    items = [(key, item) for key in keys for item in record.get(key, ())]
    return [{"what": (key, item.get("raw", item.get("text"))), **item} for key, item in items]


FIELDS: dict[str, Field] = {
    **{
        key: _scalar(key)
        for key in ("kind", "reference", "date", "place", "embargo", "title", "kicker", "subtitle", "language")
    },
    **{key: _scalar(key) for key in ("profile", "format")},
    "issuers": _list("issuers", ("name",)),
    **{key: _list(key, ("text",)) for key in ("paragraphs", "subheadings", "captions", "boilerplate")},
    "footnotes": _list("footnotes", ("marker", "text")),
    "dates": _list("dates", ("raw", "start", "end")),
    "dates: how": _list("dates", ("raw",), ("precision", "modifier", "basis")),
    "quotes": _list("quotes", ("text",)),
    "quotes: speaker": _list("quotes", ("text",), ("speaker",)),
    "quotes: role": _list("quotes", ("text",), ("speaker_role",)),
    "contacts": _list("contacts", ("kind", "name")),
    "contacts: role": _list("contacts", ("name",), ("role",)),
    "contacts: organization": _list("contacts", ("name",), ("organization",)),
    "phones": _cells("phones", ("e164",)),
    "phones: type": _cells("phones", ("type",)),
    "emails": _cells("emails", ("address",)),
    "links": _list("links", ("url", "raw")),
    "diagnostics": _list("diagnostics", ("code",)),
    "unclaimed": Field(
        lambda record: None if "unclaimed" not in record else [{"span": span} for span in record["unclaimed"]],
        ("span",),
    ),
}
_SPANS = Field(_spans, ("what",), ("span",))


def bags(wanted: Record, got: Record) -> dict[str, tuple[Values, Values]]:
    """Return for every field the bag of the golden record and that of the other."""
    pairs = {name: field.values(wanted, got) for name, field in FIELDS.items()}
    golden, given = _SPANS.values(wanted, got)
    named = {value.rsplit(" | ", 1)[0] for value in golden}
    pairs["spans"] = golden, Counter({value: n for value, n in given.items() if value.rsplit(" | ", 1)[0] in named})
    return pairs


def scores(pairs: Iterable[tuple[Record, Record]]) -> dict[str, Score]:
    """Return the score of every field over all `(golden, other)` records."""
    total: dict[str, Score] = {}
    for wanted, got in pairs:
        for name, (golden, given) in bags(wanted, got).items():
            total[name] = total.get(name, Score()) + scored(golden, given)
    return total
