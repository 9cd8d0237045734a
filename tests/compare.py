"""Compare a record with a golden one: on the keys the golden one has, at every depth, and lists in full."""

from typing import Any, NamedTuple


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
    every surplus item a difference of its own.
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
            for index in range(max(len(wanted), len(got)))
            for difference in differences(_item(wanted, index), _item(got, index), f"{path}[{index}]")
        )
    same = type(wanted) is type(got) and wanted == got
    return () if same else (Difference(path, wanted, got),)


def _item(values: list[Any], index: int) -> Any:  # noqa: ANN401 - JSON values
    return values[index] if index < len(values) else ABSENT
