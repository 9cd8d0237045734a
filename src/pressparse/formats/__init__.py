"""Documents as bytes and files: which format they are in, and the record of the text that they hold.

A format is a module of this folder and a row of `FORMATS`; other packages add theirs by entry points. The first row
that recognizes a document by its content reads it, else the first that knows the ending of its name, else plain text.
"""

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import attrs
import regex

from pressparse.diagnostics import diagnostic
from pressparse.errors import StrictError, UnreadableError
from pressparse.formats.html import HTML
from pressparse.formats.mail import mail_format
from pressparse.formats.pdf import PDF
from pressparse.formats.plain import PLAIN
from pressparse.formats.plugins import added_formats
from pressparse.formats.source import Claim, Document, Format, Source
from pressparse.model import Diagnostic, Release
from pressparse.parse import parse

_WORD = regex.compile(r"\w+")
# A title may be cut, joined with the site's name, or preceded by a kind: so much of the shorter one is in the other.
_SHARED, _FEWEST = 0.5, 4


def suffixes() -> tuple[str, ...]:
    """Return the endings of the names of documents that some format reads, plain text's first."""
    return tuple(dict.fromkeys(suffix for row in (*reversed(FORMATS), *added_formats()) for suffix in row.suffixes))


def read(source: Source) -> Document:
    """Return the text of `source` and what else its format found; raises `UnreadableError`."""
    return (format_of(source) or PLAIN).to_text(source)


def format_of(source: Source) -> Format | None:
    """Return the format that recognizes `source`, else the one that its name tells, else `None`: it may be a text."""
    rows = (*FORMATS, *added_formats())
    name = (source.name or "").lower()
    by_content = next((row for row in rows if row.recognizes(source)), None)
    return by_content or next((row for row in rows if name.endswith(row.suffixes)), None)


FORMATS: tuple[Format, ...] = (mail_format(format_of), HTML, PDF, PLAIN)


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
    document = read(source)
    parse_text = partial(parse, profile=profile, language=language, region=region)
    release = parse_text(document.text)
    if not release.title and document.heading:
        headed = parse_text(f"# {document.heading}\n\n{document.text}")
        release = headed if headed.title else release
    release = attrs.evolve(
        release,
        source=source.name,
        digest=source.digest,
        encoding=document.encoding,
        format=document.format or release.format,
        diagnostics=_diagnostics(release, document),
    )
    if strict and any(found.severity != "info" for found in release.diagnostics):
        raise StrictError(release)
    return release


def _diagnostics(release: Release, document: Document) -> tuple[Diagnostic, ...]:
    found = (*release.diagnostics, *document.diagnostics, *contradictions(release, document.claims))
    return tuple(sorted(found, key=lambda one: (one.span is None, one.span or ())))


def contradictions(release: Release, claims: Iterable[Claim]) -> Iterator[Diagnostic]:
    """Yield, for each field at most once, that none of the claims about it agrees with the value of `release`."""
    claims = tuple(claims)
    dates = [claim for claim in claims if isinstance(claim.value, dt.date)]
    if release.date and dates and not any(_is_near(release.date, claim) for claim in dates):
        yield _mismatch(release, "date", str(release.date), dates[0])
    titles = [claim for claim in claims if isinstance(claim.value, str)]
    printed = " ".join(filter(None, (release.title, release.subtitle)))
    if release.title and titles and not any(_is_like(printed, str(claim.value)) for claim in titles):
        yield _mismatch(release, "title", repr(release.title), titles[0])


def _mismatch(release: Release, field: str, printed: str, claim: Claim) -> Diagnostic:
    said = repr(claim.value) if isinstance(claim.value, str) else str(claim.value)
    message = f"{printed} is printed, {claim.origin} says {said}"
    return diagnostic("metadata-mismatch", field, message, release.evidence[field].span)


def _is_near(day: dt.date, claim: Claim) -> bool:
    return isinstance(claim.value, dt.date) and abs((claim.value - day).days) <= claim.within


def _is_like(printed: str, claimed: str) -> bool:
    """Tell whether the titles share enough words to be one; a claim of few words (`News`) contradicts nothing."""
    first, second = (set(_WORD.findall(title.casefold())) for title in (printed, claimed))
    return len(second) < _FEWEST or len(first & second) >= _SHARED * min(len(first), len(second))
