"""What other packages add by entry points: loaded on first use, and a broken one is named in one warning."""

import warnings
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import NamedTuple


class PluginWarning(UserWarning):
    """A plugin that is left out, and why; all else goes on without it."""


class Plugin(NamedTuple):
    """What an entry point gives, and how messages call it."""

    label: str
    value: object

    def warn(self, problem: str) -> None:
        """Say what is wrong with the plugin, which the caller leaves out."""
        _warn(self.label, problem)


@cache
def plugins(group: str) -> tuple[Plugin, ...]:
    """Return what the entry points of `group` give, in order of their names; those that fail are left out."""
    entries = sorted(entry_points(group=group), key=lambda entry: entry.name)
    return tuple(plugin for entry in entries if (plugin := _loaded(entry)))


def _loaded(entry: EntryPoint) -> Plugin | None:
    label = label_of(entry)
    try:
        return Plugin(label, entry.load())
    except Exception as error:  # noqa: BLE001 - the code of anybody may fail in any way, and all else must go on
        _warn(label, f"fails: {type(error).__name__}: {error}")
        return None


def label_of(entry: EntryPoint) -> str:
    """Return how messages call `entry`: its group, name, package and what it points to."""
    package = f" of {entry.dist.name}" if entry.dist else ""
    return f"{entry.group}: the plugin {entry.name!r}{package} ({entry.value})"


def _warn(label: str, problem: str) -> None:
    warnings.warn(f"{label} {problem}; it is left out", PluginWarning, stacklevel=2)
