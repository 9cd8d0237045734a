"""Compare a record with a golden one: on the keys the golden one has, at every depth, and lists in full.

What is found in a made-up text is compared so with what the text is known to say.
"""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any, NamedTuple

import attrs

from pressparse.records import unstructure
from pressparse.text import position

Json = Any  # a JSON value
Place = tuple[int, int]

# What an item of a list is known by, so that one too many does not set all that follow against each other.
_NAMES = ("raw", "text", "name", "code")
_AROUND = 24  # characters shown on either side of a value


class Absent:
    """What stands on the side of a comparison that has no such key or item."""

    def __repr__(self) -> str:
        return "(absent)"


ABSENT = Absent()


class Difference(NamedTuple):
    """A place where two records disagree: `path` as in `contacts[1].phones[0].e164`, the golden value, the other's.

    `wanted_at` and `got_at` are the spans that the records give the values, `None` where they give none.
    """

    path: str
    wanted: Json
    got: Json
    wanted_at: Place | None = None
    got_at: Place | None = None


def differences(wanted: Json, got: Json, path: str = "") -> tuple[Difference, ...]:
    """Return where `got` disagrees with the golden `wanted`, in the order of the golden record.

    Both are JSON values. An object is compared on the keys of `wanted`, a list item by item, with every missing and
    every surplus item (at `dates[+4]`, its place in `got`) a difference of its own; a span is one value.
    """
    return tuple(_differences(wanted, got, path, None, None))


def _differences(
    wanted: Json, got: Json, path: str, wanted_at: Place | None, got_at: Place | None
) -> Iterator[Difference]:
    wanted_at, got_at = _span_of(wanted) or wanted_at, _span_of(got) or got_at
    if isinstance(wanted, dict) and isinstance(got, dict):
        for key, value in wanted.items():
            places = (_place(wanted, key) or wanted_at, _place(got, key) or got_at)
            yield from _differences(value, got.get(key, ABSENT), f"{path}.{key}".lstrip("."), *places)
    elif isinstance(wanted, list) and isinstance(got, list) and not (is_span(wanted) and is_span(got)):
        for place, golden, other in pairs(wanted, got):
            yield from _differences(golden, other, f"{path}[{place}]", wanted_at, got_at)
    elif type(wanted) is not type(got) or wanted != got:
        yield Difference(path, wanted, got, wanted_at, got_at)


def _span_of(value: Json) -> Place | None:
    span = value.get("span") if isinstance(value, dict) else value
    match span:
        case [int(start), int(end)]:
            return start, end
    return None


def is_span(value: Json) -> bool:
    """Tell whether the JSON value `value` is a span."""
    return isinstance(value, list) and _span_of(value) is not None


def _place(record: dict[str, Json], key: str) -> Place | None:
    """Return the span that `record` gives its `key` beside it: `evidence[key]`, or `speaker_span` for `speaker`."""
    evidence = record.get("evidence")
    beside = evidence.get(key) if isinstance(evidence, dict) else None
    return _span_of(beside) or _span_of(record.get(f"{key}_span"))


def pairs(wanted: list[Json], got: list[Json]) -> Iterator[tuple[str, Json, Json]]:
    """Yield the items of both lists side by side, in order, `ABSENT` where one list has none."""
    matcher = SequenceMatcher(None, [_name(item) for item in wanted], [_name(item) for item in got], autojunk=False)
    for _, low, high, other_low, other_high in matcher.get_opcodes():
        for index, other in zip_longest(range(low, high), range(other_low, other_high)):
            if index is None:
                yield f"+{other}", ABSENT, got[other]
            else:
                yield str(index), wanted[index], ABSENT if other is None else got[other]


def _name(item: Json) -> str:
    return repr([item.get(key) for key in _NAMES] if isinstance(item, dict) else item)


def shown(found: Iterable[Difference], text: str, *, sides: tuple[str, str] = ("wanted", "got")) -> str:
    """Return `found` for people: each path, both values, and where in `text` they stand with some words around them.

    Nothing of a text comes out raw: what does not print is escaped.
    """
    return "\n".join(line for difference in found for line in _shown(difference, text, sides))


def _shown(difference: Difference, text: str, sides: tuple[str, str]) -> Iterator[str]:
    path, wanted, got, wanted_at, got_at = difference
    width = max(map(len, sides))
    yield path
    yield f"  {sides[0]:{width}} {wanted!r}"
    if wanted_at and wanted_at != got_at:
        yield f"  {'':{width}} {_passage(text, wanted_at)}"
    yield f"  {sides[1]:{width}} {got!r}"
    if got_at:
        yield f"  {'':{width}} {_passage(text, got_at)}"


def _passage(text: str, place: Place) -> str:
    start, end = place
    line, column = position(text, start)
    before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return f"at {line}:{column}: {f'{before}⟨{text[start:end]}⟩{behind}'!r}"


@attrs.frozen
class Truth:
    """A text and what stands in it: `wanted` are values as JSON, with the keys that are known; spans among them."""

    text: str
    wanted: tuple[Json, ...]


def check_truth(truth: Truth, found: Sequence[Any]) -> None:
    """Raise `AssertionError`, showing text and both values, unless `found` is what `truth` knows.

    `found` are values of the record (`find_dates(truth.text)`, `release.contacts`); keys of which the truth says
    nothing are not compared.
    """
    got = [unstructure(value) for value in found]
    wrong = differences(list(truth.wanted), got)
    if wrong:
        msg = f"{shown(wrong, truth.text)}\nin {truth.text!r}"
        raise AssertionError(msg)
