"""Paths into a record: `date`, `contacts[1].phones[0]`, as diagnostics print them and `explain` takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import regex

from pressparse.errors import FieldError
from pressparse.evidence import EvidenceMap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressparse.model import Release

_STEP = regex.compile(r"(?P<name>[a-z_0-9]+)|\[(?P<index>\d{1,9})\]")
_PATH = regex.compile(r"[a-z_0-9]+(?:\[\d{1,9}\]|\.[a-z_0-9]+)*+")


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
