"""`csv`: a flat table of releases, or of what stands in them, for spreadsheets and data frames.

RFC 4180 in UTF-8 with a byte-order mark, by which spreadsheets know it. A cell that a spreadsheet would take for a
formula gets an apostrophe in front; `unguarded` takes it off again.
"""

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO

import attrs
import regex

from pressparse.errors import ExportError
from pressparse.exports import Export, releases_of, to_the_minute, well_formed
from pressparse.model import Contact, Release, Row

Cells = tuple[object, ...]

# The signs by which spreadsheets know a formula, in every width, white space and apostrophes before them. A cell begins
# behind a semicolon, a tab or a line end too where a spreadsheet expects others than commas, as in France.
_CELL_START = r"(?:\A|(?<=[;\t\r\n]))[\s'--[;\t\r\n]]*"
_SIGN = "(?=[=+\\-@＝﹦⁼₌＋﹢⁺₊－﹣⁻₋−＠﹫])"
_FORMULA = regex.compile(rf"(?V1){_CELL_START}+\K{_SIGN}")
_GUARD = regex.compile(rf"(?V1){_CELL_START}\K'{_SIGN}")
_BETWEEN = "; "


@attrs.frozen
class Table:
    """A table: its columns, and the cells that a release or a failure gives to them, row by row."""

    columns: tuple[str, ...]
    cells: Callable[[Iterable[Row]], Iterator[Cells]]


def guarded(cell: str) -> str:
    """Return `cell` with an apostrophe in front of each sign that a spreadsheet could take for a formula’s."""
    return _FORMULA.sub("'", cell)


def unguarded(cell: str) -> str:
    """Return what the cell of a table was made of: the way back of `guarded`."""
    return _GUARD.sub("", cell)


def _releases(rows: Iterable[Row]) -> Iterator[Cells]:
    for row in rows:
        yield _release(row) if isinstance(row, Release) else (row.source, row.digest, *_EMPTY, row.code, row.message)


def _release(release: Release) -> Cells:
    contacts = release.contacts
    return (
        release.source,
        release.digest,
        release.format,
        release.profile,
        release.language,
        release.kind,
        _joined(issuer.name for issuer in release.issuers),
        release.reference and release.reference.canonical,
        release.date,
        release.place,
        to_the_minute(release.embargo),
        release.title,
        release.kicker,
        release.subtitle,
        release.body,
        _joined(quote.speaker for quote in release.quotes),
        _joined(contact.name for contact in contacts),
        _joined(number for contact in contacts for number in _numbers(contact, "voice", "mobile")),
        _joined(email.address for contact in contacts for email in contact.emails),
        _joined(link.url for link in release.links),
        _joined(found.code for found in release.diagnostics),
        None,
        None,
    )


def _contacts(rows: Iterable[Row]) -> Iterator[Cells]:
    for release in releases_of(rows):
        for contact in release.contacts:
            yield (
                *_origin(release),
                contact.kind,
                contact.name,
                contact.role,
                contact.organization,
                *(_joined(_numbers(contact, kind)) for kind in ("voice", "mobile", "fax")),
                _joined(email.address for email in contact.emails),
            )


def _dates(rows: Iterable[Row]) -> Iterator[Cells]:
    for release in releases_of(rows):
        for date in release.dates:
            meaning = (date.start, date.end, date.precision, date.modifier, date.basis)
            yield (*_origin(release), date.raw, *meaning, *date.span)


def _quotes(rows: Iterable[Row]) -> Iterator[Cells]:
    for release in releases_of(rows):
        for quote in release.quotes:
            yield (*_origin(release), quote.text, quote.speaker, quote.speaker_role, *quote.span)


def _origin(release: Release) -> Cells:
    return (release.source, release.reference and release.reference.canonical, release.date)


def _numbers(contact: Contact, *kinds: str) -> Iterator[str]:
    for phone in contact.phones:
        if phone.type in kinds:
            yield (phone.e164 or phone.raw) + (f" ext. {phone.extension}" if phone.extension else "")


def _joined(values: Iterable[str | None]) -> str:
    return _BETWEEN.join(value for value in dict.fromkeys(values) if value)


_OF_RELEASE = ("release_source", "release_reference", "release_date")
_COLUMNS = (
    *("source", "digest", "format", "profile", "language", "kind", "issuers", "reference", "date", "place", "embargo"),
    *("title", "kicker", "subtitle", "body", "speakers", "contacts", "phones", "emails", "links", "diagnostics"),
    *("error_code", "error_message"),
)
_EMPTY = (None,) * (len(_COLUMNS) - 4)

TABLES = {
    "releases": Table(_COLUMNS, _releases),
    "contacts": Table(
        (*_OF_RELEASE, "kind", "name", "role", "organization", "phones", "mobiles", "faxes", "emails"), _contacts
    ),
    "dates": Table(
        (*_OF_RELEASE, "raw", "start", "end", "precision", "modifier", "basis", "span_start", "span_end"), _dates
    ),
    "quotes": Table((*_OF_RELEASE, "text", "speaker", "speaker_role", "span_start", "span_end"), _quotes),
}


def _write(releases: Iterable[Row], file: BinaryIO, *, several: bool, rows: str = "releases") -> None:  # noqa: ARG001 - a table either way
    if rows not in TABLES:
        raise ExportError(CSV.name, f"has no rows {rows!r}, only {', '.join(TABLES)}")
    table = TABLES[rows]
    file.write(codecs.BOM_UTF8 + ",".join(table.columns).encode() + b"\r\n")
    file.writelines(_line([_cell(value) for value in cells]) for cells in table.cells(releases))


def _cell(value: object) -> str | int:
    return value if isinstance(value, int) else "" if value is None else guarded(well_formed(str(value)))


def _line(cells: Sequence[str | int]) -> bytes:
    line = io.StringIO(newline="")
    # Texts in quotation marks: some spreadsheets part cells by semicolons too, which stand between several values.
    csv.writer(line, quoting=csv.QUOTE_NONNUMERIC).writerow(cells)
    return line.getvalue().encode()


CSV = Export(name="csv", suffix=".csv", write=_write, options=("rows",))
