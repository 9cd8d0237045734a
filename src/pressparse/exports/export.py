"""What an export is, and what several of them write alike."""

import base64
import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator

import attrs
import regex

from pressparse.failures import Row
from pressparse.model import Release

Write = Callable[..., None]

_SURROGATE = regex.compile("[\ud800-\udfff]")


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
