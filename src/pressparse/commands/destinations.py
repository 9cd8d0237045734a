"""Where records go: standard output, a file, a folder with a file for each release, or with parts.

Parts are files of so many records, each whole, so that a run can be taken up where it ended.
"""

import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, count, islice
from pathlib import Path, PurePath
from typing import Any, BinaryIO, NamedTuple, cast

import attrs
import click

from pressparse.commands.console import one_line, printable
from pressparse.commands.documents import STANDARD_INPUT, place_of, source_of
from pressparse.errors import ExportError, UnreadableError
from pressparse.exports import Export, export_named, whole_file
from pressparse.model import Release, Row

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
    """Standard output as a terminal: text whose lines end as there, with nothing in it that steers."""

    def write(self, data: bytes, /) -> int:  # type: ignore[override]  # exports write bytes, nothing else
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        sys.stdout.write(printable(text))
        return len(data)


Identity = tuple[str | None, str | None]  # source and digest


class Held(NamedTuple):
    """The documents that an earlier run has read and that are not read again, those of them that failed, and those that
    failed and are tried again.
    """

    documents: frozenset[Identity]
    failed: frozenset[Identity]
    retried: frozenset[Identity] = frozenset()


@attrs.define
class Passed:
    """How many documents a run has passed over because they were held, and how many of these had failed."""

    documents: int = 0
    failed: int = 0


_Known = tuple[str | None, str | None, bool]  # source, digest, and whether it failed
NOTHING = Held(frozenset(), frozenset())
_PART = "part-{:06}{}"


def held(folder: str, export: Export, *, resume: bool, retry: bool) -> Held:
    """Return the documents that the parts in `folder` hold; those that failed are to be read again under `retry`.

    Raises `UsageError` if there are parts and none may be.
    """
    if export.name not in _IDENTITIES:
        msg = f"--parts and --resume are for {' and '.join(_IDENTITIES)}, not {export.name}: choose one by --to"
        raise click.UsageError(msg)
    parts = _parts(folder, export.suffix)
    if parts and not resume:
        way_out = "go on with it by --resume, delete them, or name another folder by -o"
        msg = f"{folder} holds parts of an earlier run: {way_out}"
        raise click.UsageError(one_line(msg))
    others = [name for name in _IDENTITIES if name != export.name and _parts(folder, export_named(name).suffix)]
    if others and not parts:
        msg = f"{folder} holds parts of an earlier run as {others[0]}: go on with them by --to {others[0]}"
        raise click.UsageError(one_line(msg))
    try:
        rows = [*chain.from_iterable(map(_IDENTITIES[export.name], parts))]
    except ExportError as error:  # a package is missing
        raise click.UsageError(str(error)) from None
    except (OSError, ValueError, KeyError) as error:
        msg = f"{folder}: a part is none of ours and cannot be gone on with: {error}"
        raise click.UsageError(one_line(msg)) from None
    read = frozenset((source, digest) for source, digest, failed in rows if not failed)
    failed = frozenset((source, digest) for source, digest, failed in rows if failed) - read
    return Held(read, frozenset(), failed) if retry else Held(read | failed, failed)


def without(documents: Iterable[str], held: Held, passed: Passed) -> Iterator[str]:
    """Yield those of `documents` that are not `held`, or have changed since, and count the others as `passed`.

    Standard input always is new.
    """
    for path in documents:
        identity = None if path == STANDARD_INPUT else _identity(path)
        if identity is None or identity not in held.documents:
            yield path
        else:
            passed.documents += 1
            passed.failed += identity in held.failed


def to_parts(form: Form, folder: str, rows: Iterable[Row], size: int) -> None:
    """Write `rows` to files in `folder`, `size` of them to each, behind those that are there; raises `OSError`."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    suffix = form.export.suffix
    last = max((int(part.name[5:11]) for part in _parts(folder, suffix)), default=0)
    remaining = iter(rows)
    for number, first in zip(count(last + 1), remaining, strict=False):
        path = Path(folder, _PART.format(number, suffix))
        to_file(form, str(path), chain([first], islice(remaining, size - 1)), several=True)


def _parts(folder: str, suffix: str) -> list[Path]:
    return sorted(Path(folder).glob(f"part-{'[0-9]' * 6}{suffix}"))


def _identity(path: str) -> Identity:
    try:
        return path, source_of(path).digest
    except UnreadableError as error:
        return path, error.digest


def _in_lines(path: Path) -> Iterator[_Known]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield record["source"], record["digest"], "error" in record


def _in_columns(path: Path) -> Iterator[_Known]:
    from pressparse.arrow import identities  # noqa: PLC0415 - pyarrow may not be installed, and is heavy

    return identities(path)


_IDENTITIES: dict[str, Callable[[Path], Iterator[_Known]]] = {
    "jsonl": _in_lines,
    "parquet": _in_columns,
}
