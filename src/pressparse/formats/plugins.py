"""Formats of other packages: each an entry point of the group `pressparse.formats` that names a `Format`.

Whatever goes wrong in one of them is said in a warning that names it, and costs nothing but that format.
"""

from __future__ import annotations

import warnings
from functools import cache, partial
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, TypeVar

import attrs

from pressparse.errors import PressparseError, UnreadableError
from pressparse.formats.source import Document, Format

if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.metadata import EntryPoint

    from pressparse.formats.source import Source

GROUP = "pressparse.formats"
T = TypeVar("T")


@cache
def plugins() -> tuple[Format, ...]:
    """Return the formats that installed packages add, in order of their names; those that fail are left out."""
    found = (_loaded(entry) for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name))
    return tuple(plugin for plugin in found if plugin)


def _loaded(entry: EntryPoint) -> Format | None:
    plugin, problem = _attempt(entry.load)
    if not isinstance(plugin, Format):
        _warn(entry, problem or f"is a {type(plugin).__name__}, not a Format")
        return None
    return attrs.evolve(
        plugin,
        recognizes=partial(_recognizes, entry, plugin.recognizes),
        to_text=partial(_to_text, entry, plugin.to_text),
    )


def _recognizes(entry: EntryPoint, recognizes: Callable[[Source], bool], source: Source) -> bool:
    answer, problem = _attempt(partial(recognizes, source))
    if problem:
        _warn(entry, problem)
    return answer is True


def _to_text(entry: EntryPoint, to_text: Callable[[Source], Document], source: Source) -> Document:
    document, problem = _attempt(partial(to_text, source))
    if isinstance(document, Document):
        return document
    reason = problem or f"gave a {type(document).__name__}, not a Document"
    raise UnreadableError(source.label, f"{_name(entry)} {reason}", source.digest)


def _attempt(call: Callable[[], T]) -> tuple[T | None, str]:
    """Return what `call` returns, or what was wrong; errors of this package are the plugin's own to raise."""
    try:
        return call(), ""
    except PressparseError:
        raise
    except Exception as error:  # noqa: BLE001 - the code of anybody may fail in any way, and all else must go on
        return None, f"failed: {type(error).__name__}: {error}"


def _warn(entry: EntryPoint, problem: str) -> None:
    warnings.warn(f"{_name(entry)} {problem}", RuntimeWarning, stacklevel=2)


def _name(entry: EntryPoint) -> str:
    package = f" of {entry.dist.name}" if entry.dist else ""
    return f"the format plugin {entry.name}{package} ({entry.value})"
