"""Documents as bytes and files: which format they are in, and the record of the text that they hold.

A format is a module of this folder and a row of `FORMATS`; the first row that recognizes a document reads it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from pressparse.errors import StrictError, UnreadableError
from pressparse.formats.plain import PLAIN
from pressparse.formats.source import Source
from pressparse.parse import parse

if TYPE_CHECKING:
    from pressparse.formats.source import Document, Format
    from pressparse.model import Release

FORMATS: tuple[Format, ...] = (PLAIN,)  # plain text last: it recognizes everything
SUFFIXES = tuple(suffix for row in FORMATS for suffix in row.suffixes)


def parse_file(
    path: str | os.PathLike[str],
    *,
    profile: str | None = None,
    language: str | None = None,
    region: str | None = None,
    strict: bool = False,
) -> Release:
    """Return the record of the document at `path`; `source`, `digest` and `encoding` say what was read.

    The options are those of `parse`. Raises `UnreadableError`, naming the path and the reason, for a file that is
    missing, may not be read or holds no text, and what `parse` raises.
    """
    return parse_source(read_source(path), profile=profile, language=language, region=region, strict=strict)


def parse_bytes(  # noqa: PLR0913 - the options of `parse`, and a name
    data: bytes,
    *,
    name: str | None = None,
    profile: str | None = None,
    language: str | None = None,
    region: str | None = None,
    strict: bool = False,
) -> Release:
    """Return the record of the document that `data` are the bytes of; `name` becomes its `source`.

    The options are those of `parse`. Raises `UnreadableError` for data without text, `TypeError` for anything but
    bytes, and what `parse` raises.
    """
    if not isinstance(data, bytes):
        msg = f"parse_bytes takes bytes, not {type(data).__name__}; for a text call parse, for a path parse_file"
        raise TypeError(msg)
    return parse_source(Source(name, data), profile=profile, language=language, region=region, strict=strict)


def read_source(path: str | os.PathLike[str]) -> Source:
    """Return the bytes of the file at `path` under its name; raises `UnreadableError`."""
    name = os.fspath(path)
    try:
        return Source(name, Path(name).read_bytes())
    except OSError as error:
        raise UnreadableError(name, (error.strerror or str(error)).lower()) from error
    except ValueError as error:  # a path with a NUL in it
        raise UnreadableError(name, str(error)) from error


def parse_source(
    source: Source,
    *,
    profile: str | None = None,
    language: str | None = None,
    region: str | None = None,
    strict: bool = False,
) -> Release:
    """Return the record of `source`, as `parse_bytes` does."""
    document = next(row for row in FORMATS if row.recognizes(source)).to_text(source)
    try:
        release = parse(document.text, profile=profile, language=language, region=region, strict=strict)
    except StrictError as error:
        raise StrictError(_with_source(error.release, source, document)) from None
    return _with_source(release, source, document)


def _with_source(release: Release, source: Source, document: Document) -> Release:
    return attrs.evolve(release, source=source.name, digest=source.digest, encoding=document.encoding)
