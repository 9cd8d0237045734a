"""TOML files that people write, and where in them a key stands."""

import os
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pressparse.errors import FileError

_LINE = re.compile(r"\(at line (\d+)")
_PART = re.compile(r"[\w-]+|\"[^\"]*\"|'[^']*'")
_DOTTED = rf"(?P<key>(?:{_PART.pattern})(?:\s*\.\s*(?:{_PART.pattern}))*)"
_HEADER = re.compile(rf"\s*\[(?P<array>\[)?\s*{_DOTTED}\s*\]")
_KEY = re.compile(rf"\s*{_DOTTED}\s*=")
_LONG = ("'''", '"""')


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
    except (ValueError, RecursionError) as problem:  # a number of thousands of digits, a thousand brackets
        raise error(str(path), "", str(problem)) from None
    except OSError as problem:
        raise error(str(path), "", (problem.strerror or str(problem)).lower()) from None


def line_of(text: str, key: str) -> int | None:
    """Return on which line of `text`, a TOML file, `key` stands (`references[1].pattern`), or as much of it as does;
    `None` where nothing of it stands there.
    """
    places = [(path, line) for path, line in _keys(text) if f"{key}.".startswith(f"{path}.")]
    return max(places, key=lambda place: (len(place[0]), -place[1]), default=(key, None))[1]


def _keys(text: str) -> Iterator[tuple[str, int]]:
    """Yield the keys of a TOML file, tables among them, with their lines; what stands in long strings is none."""
    table, times, inside = "", Counter[str](), False
    for number, line in enumerate(text.splitlines(), 1):
        header, key = (None, None) if inside else (_HEADER.match(line), _KEY.match(line))
        if header:
            table = _name(header["key"])
            if header["array"]:
                times[table] += 1
                table = f"{table}[{times[table] - 1}]"
            yield table, number
        elif key:
            yield f"{table}.{_name(key['key'])}".lstrip("."), number
        inside ^= any(line.count(mark) % 2 for mark in _LONG)


def _name(key: str) -> str:
    return ".".join(part[0].strip("\"'") for part in _PART.finditer(key))
