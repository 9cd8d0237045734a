"""Formats of other packages: each an entry point of the group `pressparse.formats` that names a `Format`.

One that fails with a document costs that document; one that fails in looking at a document costs nothing but itself.
"""

from collections.abc import Callable
from functools import cache, partial
from typing import TypeVar

import attrs

from pressparse.errors import PressparseError
from pressparse.formats.source import Document, Format, Source
from pressparse.plugins import Plugin, plugins

GROUP = "pressparse.formats"
T = TypeVar("T")


@cache
def added_formats() -> tuple[Format, ...]:
    """Return the formats that installed packages add, in order of their names; those that fail are left out."""
    return tuple(added for plugin in plugins(GROUP) if (added := _guarded(plugin)))


def _guarded(plugin: Plugin) -> Format | None:
    added = plugin.value
    if not isinstance(added, Format):
        plugin.warn(f"is a {type(added).__name__}, not a Format")
        return None
    return attrs.evolve(
        added,
        recognizes=partial(_recognizes, plugin, added.recognizes),
        to_text=partial(_to_text, plugin, added.to_text),
    )


def _recognizes(plugin: Plugin, recognizes: Callable[[Source], bool], source: Source) -> bool:
    answer, problem = _attempt(recognizes, source)
    if problem:
        plugin.warn(problem)
    return answer is True


def _to_text(plugin: Plugin, to_text: Callable[[Source], Document], source: Source) -> Document:
    document, problem = _attempt(to_text, source)
    if isinstance(document, Document):
        return document
    reason = f"{plugin.label} {problem or f'gives a {type(document).__name__}, not a Document'}"
    raise source.unreadable(reason)


def _attempt(call: Callable[[Source], T], source: Source) -> tuple[T | None, str]:
    """Return what `call` returns, or what is wrong; errors of this package are the plugin's own to raise."""
    try:
        return call(source), ""
    except PressparseError:
        raise
    except Exception as error:  # noqa: BLE001 - the code of anybody may fail in any way, and all else must go on
        return None, f"fails: {type(error).__name__}: {error}"
