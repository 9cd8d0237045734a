"""The documents that the commands' arguments stand for: files, what a folder holds, standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pressparse.formats import read_source, suffixes
from pressparse.formats.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STANDARD_INPUT = "-"


def documents(paths: Sequence[str]) -> Iterator[str]:
    """Yield the files that `paths` stand for; of a folder those that are releases by their names, sorted."""
    for path in paths:
        if path != STANDARD_INPUT and Path(path).is_dir():
            yield from sorted(str(file) for file in Path(path).rglob("*") if _is_release(file, Path(path)))
        else:
            yield path


def _is_release(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return file.name.lower().endswith(suffixes()) and not hidden and file.is_file()


def source_of(path: str) -> Source:
    """Return the bytes of the file at `path`, or of standard input; raises `UnreadableError`."""
    return Source(path, sys.stdin.buffer.read()) if path == STANDARD_INPUT else read_source(path)


def none_found(paths: Sequence[str]) -> str:
    """Return what to say where `paths` stand for no document."""
    return f"no {' or '.join(suffixes())} file in {', '.join(paths)}"
