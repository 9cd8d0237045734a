"""Compare a record with a golden one: on the keys the golden one has, at every depth, and lists in full."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any, NamedTuple

# What an item of a list is known by, so that one item too many does not set all that follow against each other.
_NAMES = ("raw", "text", "name", "code")


class Absent:
    """What stands on the side of a comparison that has no such key or item."""

    def __repr__(self) -> str:
        return "(absent)"


ABSENT = Absent()


class Difference(NamedTuple):
    """A place where two records disagree: `path` as in `contacts[1].phones[0].e164`, the golden value, the other's."""

    path: str
    wanted: Any
    got: Any


def differences(wanted: Any, got: Any, path: str = "") -> tuple[Difference, ...]:  # noqa: ANN401 - JSON values
    """Return where `got` disagrees with the golden `wanted`, in the order of the golden record.

    Both are JSON values. An object is compared on the keys of `wanted`, a list item by item, with every missing and
    every surplus item (at `dates[+4]`, its place in `got`) a difference of its own.
    """
    if isinstance(wanted, dict) and isinstance(got, dict):
        return tuple(
            difference
            for key, value in wanted.items()
            for difference in differences(value, got.get(key, ABSENT), f"{path}.{key}".lstrip("."))
        )
    if isinstance(wanted, list) and isinstance(got, list):
        return tuple(
            difference
            for place, golden, other in _pairs(wanted, got)
            for difference in differences(golden, other, f"{path}[{place}]")
        )
    same = type(wanted) is type(got) and wanted == got
    return () if same else (Difference(path, wanted, got),)


def _pairs(wanted: list[Any], got: list[Any]) -> Iterator[tuple[str, Any, Any]]:
    """Yield the items of both lists side by side, in order, `ABSENT` where one list has none."""
    matcher = SequenceMatcher(None, [_name(item) for item in wanted], [_name(item) for item in got], autojunk=False)
    for _, low, high, other_low, other_high in matcher.get_opcodes():
        for index, other in zip_longest(range(low, high), range(other_low, other_high)):
            if index is None:
                yield f"+{other}", ABSENT, got[other]
            else:
                yield str(index), wanted[index], ABSENT if other is None else got[other]


def _name(item: Any) -> str:  # noqa: ANN401 - a JSON value
    return repr([item.get(key) for key in _NAMES] if isinstance(item, dict) else item)
