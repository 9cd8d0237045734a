"""Exports of other packages: each an entry point of the group `pressparse.exports` that names an `Export`."""

from __future__ import annotations

import warnings
from functools import cache
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from pressparse.errors import ExportError
from pressparse.exports.export import Export

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "pressparse.exports"


@cache
def plugin_entries() -> dict[str, EntryPoint]:
    """Return what installed packages add, by name and in its order; none is imported for it."""
    return {entry.name: entry for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name)}


def plugin(entry: EntryPoint) -> Export:
    """Return the export that `entry` names; raises `ExportError`, naming it and its package, if it is broken."""
    try:
        found = entry.load()
    except Exception as error:  # the code of anybody may fail in any way
        raise ExportError(entry.name, f"{_origin(entry)} failed: {type(error).__name__}: {error}") from error
    if not isinstance(found, Export):
        raise ExportError(entry.name, f"{_origin(entry)} is a {type(found).__name__}, not an Export")
    return found


def working_plugins() -> tuple[Export, ...]:
    """Return the exports that installed packages add; each that is broken is left out with a warning."""
    found = (_or_warn(entry) for entry in plugin_entries().values())
    return tuple(export for export in found if export)


def _or_warn(entry: EntryPoint) -> Export | None:
    try:
        return plugin(entry)
    except ExportError as error:
        warnings.warn(str(error), RuntimeWarning, stacklevel=3)
        return None


def _origin(entry: EntryPoint) -> str:
    return f"the plugin {entry.value}" + (f" of {entry.dist.name}" if entry.dist else "")
