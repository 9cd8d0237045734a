"""TOML files that people write, and where in them a key stands."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

    from pressparse.errors import FileError

_LINE = re.compile(r"\(at line (\d+)")
_ELEMENT = re.compile(r"(\w+)\[(\d+)\]")


def read_toml(path: str | os.PathLike[str] | Traversable, error: type[FileError]) -> tuple[Mapping[str, Any], str]:
    """Return the tables of the file at `path`, and its text.

    Raises `error` where it cannot be read or is no TOML, and `TypeError` for what is no path.
    """
    file = Path(path) if isinstance(path, (str, os.PathLike)) else path
    if not hasattr(file, "read_text"):
        msg = f"the path of a TOML file is needed, not {type(path).__name__}"
        raise TypeError(msg)
    try:
        text = file.read_text("utf-8")
        return tomllib.loads(text), text
    except tomllib.TOMLDecodeError as problem:
        line = _LINE.search(str(problem))
        raise error(str(path), "", str(problem), int(line[1]) if line else None) from None
    except UnicodeDecodeError:
        raise error(str(path), "", "is not in UTF-8") from None
    except OSError as problem:
        raise error(str(path), "", (problem.strerror or str(problem)).lower()) from None


def line_of(text: str, key: str) -> int | None:
    """Return on which line of `text`, a TOML file, `key` stands (`references[1].pattern`), or as much of it as does;
    `None` where nothing of it stands there.
    """
    lines = text.splitlines()
    found = start = 0
    for part in key.split("."):
        element = _ELEMENT.fullmatch(part)
        pattern = _line_pattern(element[1], header=True) if element else _line_pattern(part, header=False)
        places = [at for at in range(start, len(lines)) if re.match(pattern, lines[at])]
        number = int(element[2]) if element else 0
        if number >= len(places):
            break
        found = start = places[number] + 1
    return found or None


def _line_pattern(name: str, *, header: bool) -> str:
    """Return what a line looks like that is the header of the table `name`, or gives the key `name` a value."""
    quoted = rf"[\"']?{re.escape(name)}[\"']?\s*"
    table = rf"\s*\[\[?\s*(?:[\w/\"'.-]+\.)?{quoted}\]"
    return table if header else rf"{table}|\s*{quoted}="
