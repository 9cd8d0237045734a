"""Releases written in the formats of others: tables, address books, news and web standards, Markdown.

>>> import pressparse
>>> from pressparse import exports
>>> release = pressparse.parse_file("seeds/003_129772a7700c5a1d.txt")
>>> print(exports.dumps(release, "csv", rows="dates").splitlines()[1][:78])
"seeds/003_129772a7700c5a1d.txt","PR168-2017","2017-10-30","Monday 30 October"

An export is an `Export` in a module of this folder and a row of `EXPORTS`, imported when it is asked for. Other
packages add theirs by entry points of the group `pressparse.exports`. docs/exports.md tells what each can hold.
"""

import base64
import contextlib
import datetime as dt
import hashlib
import io
import json
import os
import secrets
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

import attrs
import regex

from pressparse.errors import ExportError
from pressparse.model import Failure, Release, Row, rows_in
from pressparse.plugins import plugins

__all__ = ["EXPORTS", "Export", "dumps", "export_for", "export_named", "known_exports", "whole_file", "write"]

Write = Callable[..., None]
GROUP = "pressparse.exports"
_PERMISSIONS = 0o777
_SURROGATE = regex.compile("[\ud800-\udfff]")

# Each export's name, and the module and `Export` that it is. Of two with the same ending of files the first has it.
EXPORTS = {
    "json": "records:JSON",
    "jsonl": "records:JSONL",
    "csv": "tables:CSV",
    "parquet": "parquet:PARQUET",
    "ninjs": "ninjs:NINJS",
    "jsonld": "articles:JSONLD",
    "vcard": "cards:VCARD",
    "markdown": "markdown:MARKDOWN",
}


@attrs.frozen(kw_only=True)
class Export:
    """A way to write releases: its name, the ending of its files, and the function that writes.

    `write(rows, file, several=…, **options)` takes rows one by one and writes bytes: UTF-8, or what a `binary` export
    consists of. A row is a `Release`, or a `Failure` for a document that could not be read; who has no place for
    failures leaves them out. `several` is false where one release was given and not a sequence of them. `options`
    names the keywords that `write` takes besides.
    """

    name: str
    suffix: str
    write: Write
    options: tuple[str, ...] = ()
    binary: bool = False


def write(
    releases: Release | Iterable[Row],
    target: str | os.PathLike[str] | BinaryIO,
    to: str | None = None,
    **options: Any,  # noqa: ANN401 - each export names its own
) -> None:
    """Write `releases`, one or any iterable of them, to a path or a binary file, in the format `to`.

    Without `to` the ending of the path decides. Rows are taken and written one by one (Parquet: a thousand at a time),
    so that memory does not grow with them; among them may be `Failure`s. A path gets its new content when all of it is
    written, or keeps the old one. Options: `rows` of csv (`releases`, `contacts`, `dates` or `quotes`); `text` of json,
    jsonl and parquet, false to leave the releases' texts out.

    Raises `ExportError` for a format or an option that there is not, and a package that is missing;
    `OSError` for a path that cannot be written.
    """
    if isinstance(target, str | os.PathLike):
        export = export_named(to) if to is not None else export_for(target)
        with whole_file(target) as file:
            _write(export, releases, file, options)
    elif to is None:
        msg = "write needs to= where the target is no path"
        raise TypeError(msg)
    else:
        _write(export_named(to), releases, target, options)


def dumps(release: Release, to: str, **options: Any) -> str:  # noqa: ANN401 - each export names its own
    """Return `release` in the format `to`, which must be one of text; options and errors are those of `write`."""
    export = export_named(to)
    if export.binary:
        raise ExportError(to, "is binary and no string; write gives it to a file")
    file = io.BytesIO()
    _write(export, release, file, options)
    return file.getvalue().decode("utf-8-sig")


def known_exports() -> tuple[str, ...]:
    """Return the names of all exports, those of other packages last."""
    return (*EXPORTS, *_plugged())


def export_named(name: str) -> Export:
    """Return the export `name`; raises `ExportError` if there is none."""
    if name in EXPORTS:
        module, _, constant = EXPORTS[name].partition(":")
        export: Export = getattr(import_module(f"{__name__}.{module}"), constant)
        return export
    if name in _plugged():
        return _plugged()[name]
    raise ExportError(name, f"there is none of this name; known are {', '.join(known_exports())}")


def export_for(path: str | os.PathLike[str]) -> Export:
    """Return the export whose files end as `path` does; raises `ExportError` if there is none."""
    name = os.fsdecode(path).lower()
    rows = [export_named(known) for known in known_exports()]
    fitting = [row for row in rows if name.endswith(row.suffix)]
    if not fitting:
        endings = ", ".join(row.suffix for row in rows)
        raise ExportError(os.fsdecode(path), f"its ending is that of no export; these have one: {endings}")
    return max(fitting, key=lambda row: len(row.suffix))


@cache
def _plugged() -> dict[str, Export]:
    found: dict[str, Export] = {}
    for plugin in plugins(GROUP):
        if isinstance(plugin.value, Export) and plugin.value.name not in EXPORTS:
            found[plugin.value.name] = plugin.value
        else:
            plugin.warn("is no Export with a name of its own")
    return found


def _write(export: Export, releases: Release | Iterable[Row], file: BinaryIO, options: dict[str, Any]) -> None:
    unknown = options.keys() - set(export.options)
    if unknown:
        takes = f"takes {', '.join(export.options)}" if export.options else "takes none"
        raise ExportError(export.name, f"has no option {', '.join(sorted(unknown))}; it {takes}")
    rows = [releases] if isinstance(releases, Release) else releases
    export.write(rows_in(rows, "write", Release, Failure), file, several=rows is releases, **options)


@contextlib.contextmanager
def whole_file(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Give a file to write to, which takes the place of `path` if all goes well and vanishes if anything does not.

    A file that is replaced hands on its permissions; one behind a symbolic link is replaced where it stands. A device
    or a pipe is written to as it is. Raises `OSError`.
    """
    if Path(path).exists() and not Path(path).is_file():
        with Path(path).open("wb") as special:
            yield special
        return
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".{target.name[:50]}.{secrets.token_hex(4)}.part")
    try:
        file = temporary.open("xb")
    except OSError as error:
        error.filename = os.fspath(path)  # the name that its user knows
        raise
    try:
        with file:
            yield file
        if target.exists():
            temporary.chmod(target.stat().st_mode & _PERMISSIONS)
        temporary.replace(target)
    finally:  # whatever came between, an interruption too, leaves nothing behind
        temporary.unlink(missing_ok=True)


def releases_of(rows: Iterable[Row]) -> Iterator[Release]:
    """Return the `rows` without those that stand for failures."""
    return (row for row in rows if isinstance(row, Release))


def well_formed(text: str) -> str:
    """Return `text` with U+FFFD for each lone surrogate, which is no character and has no place in UTF-8."""
    return _SURROGATE.sub("\ufffd", text)


def to_the_minute(moment: dt.date | dt.datetime | None) -> str | None:
    """Return an embargo as records give it: a day, or a day and time."""
    if moment is None:
        return None
    return moment.isoformat(timespec="minutes") if isinstance(moment, dt.datetime) else moment.isoformat()


def uri_of(release: Release) -> str:
    """Return the `ni:` name (RFC 6920) of the document: of its bytes, else of its text, else of the record."""
    digest = bytes.fromhex(release.digest) if release.digest else hashlib.sha256(_content(release)).digest()
    return f"ni:///sha-256;{base64.urlsafe_b64encode(digest).decode().rstrip('=')}"


def _content(release: Release) -> bytes:
    if release.text is not None:
        return release.text.encode("utf-8", "surrogatepass")
    return json.dumps(release.to_dict(), sort_keys=True).encode()
