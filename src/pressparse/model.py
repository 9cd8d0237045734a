"""The record of a release: frozen values, each saying where it stands. RECORD in `docs/` defines every key.

Beside it, the row that stands for a document that failed.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from typing import Any, Literal, TypeVar

import attrs

from pressparse.errors import PressparseError, RecordError
from pressparse.evidence import EvidenceMap
from pressparse.text import Span

T = TypeVar("T")

SCHEMA_VERSION = "1.0"

Kind = Literal["press_release", "joint_press_release", "media_advisory", "press_kit", "statement", "note_to_editors"]
Format = Literal["markdown", "text", "html", "pdf", "email"]
Precision = Literal["day", "month", "season", "year", "range"]
Modifier = Literal["start", "mid", "end"]
Basis = Literal["printed", "weekday", "tense", "relative", "assumed", "unknown"]
Severity = Literal["info", "warning", "error"]
ContactKind = Literal["person", "desk", "unassigned"]
PhoneType = Literal["voice", "mobile", "fax"]


@attrs.frozen(kw_only=True)
class Encoding:
    """How the bytes of a document were decoded: the codec's name, and how it was known."""

    name: str
    how: Literal["bom", "declared", "detected", "default"]


@attrs.frozen(kw_only=True)
class Issuer:
    """An organization of the masthead's issuer line."""

    name: str
    span: Span


@attrs.frozen(kw_only=True)
class Reference:
    """A release's own number, `PR123-2020`; `str()` gives its canonical form."""

    prefix: str | None
    number: int
    year: int
    canonical: str = attrs.field(repr=False)
    raw: str = attrs.field(repr=False)
    span: Span = attrs.field(repr=False)
    rule: str = attrs.field(repr=False)

    def __str__(self) -> str:
        return self.canonical


@attrs.frozen(kw_only=True)
class Passage:
    """A piece of running text: a paragraph, a sub-heading, a caption, a line of boilerplate."""

    text: str
    span: Span


@attrs.frozen(kw_only=True)
class Footnote:
    """A note at the foot of the release: its marker (`1`, `*`), its text, and where the text stands."""

    marker: str
    text: str
    span: Span


@attrs.frozen(kw_only=True)
class DateExpression:
    """A date of the body: what is printed, the first and the last day it names, and how its year is known."""

    raw: str
    span: Span
    start: dt.date | None
    end: dt.date | None
    precision: Precision
    modifier: Modifier | None
    basis: Basis
    rule: str


@attrs.frozen(kw_only=True)
class Quote:
    """Direct speech: the words between the marks, and who said them where that is printed."""

    text: str
    speaker: str | None
    speaker_role: str | None
    speaker_span: Span | None
    span: Span
    raw: str
    rule: str


@attrs.frozen(kw_only=True)
class Phone:
    """A phone number: as printed without its label, and in E.164 where libphonenumber calls it valid."""

    raw: str
    e164: str | None
    type: PhoneType
    extension: str | None
    span: Span
    rule: str


@attrs.frozen(kw_only=True)
class Email:
    """An e-mail address; `raw` is the whole link where it is printed as one."""

    address: str
    raw: str
    span: Span
    rule: str


@attrs.frozen(kw_only=True)
class Contact:
    """Someone who can be reached, or the cells of a block that could be joined to nobody (`unassigned`)."""

    kind: ContactKind
    name: str | None
    role: str | None
    organization: str | None
    phones: tuple[Phone, ...]
    emails: tuple[Email, ...]
    span: Span
    rule: str
    evidence: EvidenceMap


@attrs.frozen(kw_only=True)
class Link:
    """A web address, printed or as a link's target; `https://` is added where no scheme is printed."""

    url: str
    raw: str
    span: Span


@attrs.frozen(kw_only=True)
class Diagnostic:
    """What is missing, ambiguous or contradictory; `field` is a path into the record."""

    code: str
    severity: Severity
    field: str
    message: str
    span: Span | None


@attrs.frozen(kw_only=True)
class Release:
    """The record of one press release. Sequences are tuples, what is absent is `None` or `()`."""

    schema_version: str = SCHEMA_VERSION
    source: str | None = None
    digest: str | None = None
    text: str | None = attrs.field(repr=False)
    format: Format
    encoding: Encoding | None = None
    profile: str
    language: str | None
    kind: Kind | None = None
    issuers: tuple[Issuer, ...] = ()
    reference: Reference | None = None
    date: dt.date | None = None
    place: str | None = None
    embargo: dt.date | dt.datetime | None = None
    title: str | None = None
    kicker: str | None = None
    subtitle: str | None = None
    paragraphs: tuple[Passage, ...] = attrs.field(default=(), repr=False)
    subheadings: tuple[Passage, ...] = ()
    captions: tuple[Passage, ...] = ()
    boilerplate: tuple[Passage, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    quotes: tuple[Quote, ...] = ()
    contacts: tuple[Contact, ...] = ()
    links: tuple[Link, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    unclaimed: tuple[Span, ...] = ()
    evidence: EvidenceMap = attrs.field(factory=EvidenceMap)

    @property
    def headline(self) -> str | None:
        """The title without its kicker; without a title `None`."""
        if self.title is None or self.kicker is None or not self.title.startswith(self.kicker):
            return self.title
        return self.title[len(self.kicker) :].lstrip(" \xa0\u202f:–—-,.|") or self.title

    @property
    def body(self) -> str:
        """The paragraphs, a blank line between them."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)

    def to_dict(self, *, text: bool = True) -> dict[str, Any]:
        """Return the record as JSON values (see `json_schema`), without the release's text under `text=False`."""
        from pressparse.records import unstructure  # noqa: PLC0415 - cattrs costs more than all of pressparse

        record = unstructure(self)
        if not text:
            del record["text"]
        return record

    def _repr_html_(self) -> str | None:
        """Return the review page in a frame, as notebooks show a release; `None` without the extra `review`."""
        from pressparse.review import notebook_frame  # noqa: PLC0415 - the one import that goes up: notebooks ask values

        return notebook_frame(self)

    @classmethod
    def from_dict(cls, record: Mapping[str, Any]) -> "Release":
        """Return the release that `to_dict` or the command line wrote.

        Keys that this version does not know are ignored. Raises `RecordError`, naming the path, for anything that is no
        record of schema 1.x.
        """
        from pressparse.records import structure  # noqa: PLC0415 - see `to_dict`

        return structure(record, cls, SCHEMA_VERSION)


@attrs.frozen(kw_only=True)
class Failure:
    """A document that failed: its path or name, the digest of its bytes if there were any, and what went wrong."""

    source: str | None
    digest: str | None
    code: str
    message: str

    @classmethod
    def of(cls, error: PressparseError, source: str | None) -> "Failure":
        """Return what stands for the document `source`, for which `error` was raised."""
        digest: str | None = getattr(error, "digest", None)  # only an error about bytes has one
        return cls(source=source, digest=digest, code=error.code, message=str(error))

    def to_dict(self) -> dict[str, Any]:
        """Return the row as JSON values."""
        return {
            "source": self.source,
            "digest": self.digest,
            "error": {"code": self.code, "message": self.message},
        }

    @classmethod
    def from_dict(cls, row: object) -> "Failure":
        """Return the failure that `row`, JSON values, stands for; raises `RecordError` for anything else."""
        match row:
            case {
                "source": str() | None as source,
                "digest": str() | None as digest,
                "error": {"code": str(code), "message": str(message)},
            }:
                return cls(source=source, digest=digest, code=code, message=message)
        from pressparse.records import shown  # noqa: PLC0415 - see `to_dict`

        msg = f"$: the row of a failed document is wanted here, not {shown(row)}"
        raise RecordError(msg)


Row = Release | Failure


def rows_in(given: Iterable[T], taker: str, *kinds: type[Any]) -> Iterator[T]:
    """Yield what `taker` was given; raises `TypeError`, naming it, for what is none of `kinds`."""
    for row in given:
        if not isinstance(row, kinds):
            wanted = " and ".join(f"{kind.__name__}s" for kind in kinds)
            msg = f"{taker} takes {wanted}, not {type(row).__name__}"
            raise TypeError(msg)
        yield row


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what `Release.to_dict` returns and the command line prints."""
    path = resources.files("pressparse") / "data" / "release-1.0.schema.json"
    schema: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return schema
