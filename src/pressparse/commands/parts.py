"""Output in parts: files of so many records in a folder, each whole, so that a run can be taken up where it ended."""

from __future__ import annotations

import json
from itertools import chain, count, islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import attrs
import click

from pressparse.commands.console import one_line
from pressparse.commands.destinations import to_file
from pressparse.commands.documents import STANDARD_INPUT, source_of
from pressparse.errors import ExportError, UnreadableError
from pressparse.exports import export_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pressparse.commands.destinations import Form
    from pressparse.exports import Export
    from pressparse.failures import Row

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
