"""Where records go: standard output, a file, or a folder with a file for each release."""

from __future__ import annotations

import io
import os
import sys
from itertools import count
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, BinaryIO, cast

import attrs

from pressparse.commands.console import printable
from pressparse.commands.documents import STANDARD_INPUT, place_of
from pressparse.exports import Export, whole_file
from pressparse.model import Release

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pressparse.failures import Row

_SEPARATORS = tuple(filter(None, (os.sep, os.altsep)))


@attrs.frozen
class Form:
    """What records become: an export, and its options."""

    export: Export
    options: dict[str, Any] = attrs.field(factory=dict)

    def write(self, rows: Iterable[Row], file: BinaryIO, *, several: bool) -> None:
        """Write `rows` to `file`."""
        self.export.write(rows, file, several=several, **self.options)


def is_folder(output: str) -> bool:
    """Return whether `output` is a folder: one that exists, or a name that ends as only folders' names do."""
    return output.endswith(_SEPARATORS) or Path(output).is_dir()


def to_standard_output(form: Form, rows: Iterable[Row], *, several: bool) -> None:
    """Write `rows` to standard output; what is no plain text is escaped where this is a terminal."""
    form.write(rows, cast("BinaryIO", _Terminal()) if sys.stdout.isatty() else sys.stdout.buffer, several=several)


def to_file(form: Form, path: str, rows: Iterable[Row], *, several: bool) -> None:
    """Write `rows` to the file at `path`, which then is whole or as it was; raises `OSError`."""
    with whole_file(path) as file:
        form.write(rows, file, several=several)


def to_folder(form: Form, folder: str, rows: Iterable[Row], paths: Sequence[str]) -> None:
    """Write a file for each release of `rows`, named as its source and as deep in `folder` as that stands in `paths`.

    Sources of one name keep their endings (`a.md.json`) or get a number. Raises `OSError`.
    """
    taken: set[Path] = set()
    for row in rows:
        if isinstance(row, Release):
            source = row.source or STANDARD_INPUT
            names = _names(place_of(source, paths), form.export.suffix)
            path = next(new for name in names if (new := Path(folder, name)) not in taken and new != Path(source))
            taken.add(path)
            path.parent.mkdir(parents=True, exist_ok=True)
            to_file(form, str(path), [row], several=False)


def _names(place: PurePath, suffix: str) -> Iterator[PurePath]:
    """Yield what a file about the source at `place` may be called, the best name first."""
    if place.name == STANDARD_INPUT:
        place = PurePath("standard-input")
    yield place.with_name(f"{place.stem}{suffix}")
    yield place.with_name(f"{place.name}{suffix}")
    yield from (place.with_name(f"{place.name}-{number}{suffix}") for number in count(2))


class _Terminal(io.RawIOBase):
    """Standard output where it is a terminal: text whose lines end as there, with nothing in it that steers."""

    def write(self, data: bytes, /) -> int:  # type: ignore[override]  # exports write bytes, nothing else
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        sys.stdout.write(printable(text))
        return len(data)
