"""A page to look at: the text of each release, every value marked where it stands, beside its record.

The page is one file that asks nothing of a network. What it looks like is in `templates/`; jinja2 (extra `review`)
fills them because it escapes whatever is not marked as safe, and nothing of a release ever is.
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from itertools import dropwhile
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING, NamedTuple

import regex

from pressparse.model import Contact, Diagnostic, Release, rows_in
from pressparse.review.segments import Lane, TextLine, cut, is_blank, lanes_of, stretches
from pressparse.review.values import counted, key_of, values_of

if TYPE_CHECKING:
    from jinja2 import Environment


_FRAME = """\
<iframe srcdoc="{{ page }}" sandbox="allow-scripts" width="100%" height="640" title="Review of a release"></iframe>
"""


def review_page(releases: Release | Iterable[Release]) -> str:
    """Return a page of HTML that shows each of `releases`: left its text, right its record.

    The page holds all that it needs and loads nothing; `releases` may be a single one. A release without `text` shows
    its record alone. Needs the extra `review`: raises `ModuleNotFoundError` without it.
    """
    if not find_spec("jinja2"):
        msg = "the review page needs an extra, install it by: pip install 'pressparse[review]'"
        raise ModuleNotFoundError(msg, name="jinja2")
    shown = rows_in((releases,) if isinstance(releases, Release) else releases, "review_page", Release)
    sheets = tuple(sheet_of(release, number) for number, release in enumerate(shown, start=1))
    page = _environment().get_template("page.html").render(sheets=sheets)
    return page.encode("utf-8", "backslashreplace").decode()  # a foreign record may have half characters anywhere


def notebook_frame(release: Release) -> str | None:
    """Return the page of `release` in a frame, for notebooks; without the extra `review` nothing."""
    if not find_spec("jinja2"):
        return None
    return _environment().from_string(_FRAME).render(page=review_page((release,)))


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - an extra, and dear to import

    loader = PackageLoader(__name__)
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(codes=codes_of, counted=counted, stretches=stretches, digest=_digest)
    return environment


def _digest(source: str) -> str:
    """Return the source of a style or script as a content security policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()


# Text that stands in columns, which only a fixed pitch shows.
_PADDED = regex.compile(r"\S(?:[ \xa0]{3}|\t)[ \t\xa0]*+\S")
SCALARS = ("kind", "reference", "date", "place", "embargo", "title", "kicker", "subtitle", "language")
_LISTS = ("issuers", "paragraphs", "dates", "quotes", "contacts", "links")
_SAID = "-missing"


class Finding(NamedTuple):
    """A diagnostic, its path, and the value that it is about, if that stands in the record."""

    path: str
    diagnostic: Diagnostic
    about: str | None


class Gap(NamedTuple):
    """What is lacking, and the values that are there without it."""

    lacks: str
    paths: tuple[str, ...]


class Sheet(NamedTuple):
    """A release as the page shows it: its lines with what stands beside them, and what is doubtful or missing."""

    name: str
    release: Release
    places: Mapping[str, str]
    lines: tuple[tuple[TextLine, tuple[Lane, ...]], ...]
    padded: bool
    doubts: tuple[Finding, ...]
    missing: tuple[Finding, ...]
    gaps: tuple[Gap, ...]
    absent: tuple[str, ...]
    about: Mapping[str, Sequence[Diagnostic]]

    @property
    def codes(self) -> tuple[str, ...]:
        """What the list of releases can be narrowed down by: diagnostics, and whether lines are unclaimed."""
        codes = sorted({found.code for found in self.release.diagnostics})
        return (*codes, "unclaimed") if self.release.unclaimed else tuple(codes)

    @property
    def file_name(self) -> str:
        """The source without its folders."""
        return PureWindowsPath(self.release.source or "").name  # which knows both slashes

    @property
    def anchor(self) -> str | None:
        """The value from which years are reckoned."""
        return next((field for field in ("date", "reference") if getattr(self.release, field)), None)

    def address(self, path: str) -> str:
        """Return the id of the value at `path`, in the record's half."""
        return f"{self.name}-{key_of(path)}"

    def key(self, path: str) -> str:
        """Return what text and record call the value at `path`."""
        return key_of(path)


def codes_of(sheets: Iterable[Sheet]) -> list[tuple[str, int]]:
    """Return what `sheets` can be narrowed down by, with how many have it."""
    return sorted(Counter(code for sheet in sheets for code in sheet.codes).items())


def sheet_of(release: Release, number: int) -> Sheet:
    """Return what the page shows of `release`, the `number`th."""
    name = f"r{number}"
    # What stands above the first line that says something would push it off the screen.
    lines = tuple(dropwhile(is_blank, cut(release.text or "", values_of(release))))
    places = {value.path: f"{name}-t{piece.number}" for line in lines for piece in line.pieces for value in piece.first}
    findings = _findings(release)
    return Sheet(
        name=name,
        release=release,
        places=places,
        lines=tuple(zip(lines, lanes_of(lines), strict=True)),
        padded=bool(_PADDED.search(release.text or "")),
        doubts=tuple(found for found in findings if found.diagnostic.severity != "info"),
        missing=tuple(found for found in findings if found.diagnostic.severity == "info"),
        gaps=tuple(gaps_of(release)),
        absent=absent_of(release),
        about=_by_value(findings),
    )


def _findings(release: Release) -> tuple[Finding, ...]:
    shown = {value.path for value in values_of(release)}
    shown.update(f"contacts[{at}]" for at in range(len(release.contacts)))
    shown.update(field for field in SCALARS if getattr(release, field) is not None)
    return tuple(
        Finding(f"diagnostics[{at}]", found, found.field if found.field in shown else None)
        for at, found in enumerate(release.diagnostics)
    )


def _by_value(findings: Sequence[Finding]) -> dict[str, list[Diagnostic]]:
    groups: dict[str, list[Diagnostic]] = {}
    for finding in findings:
        if finding.about:
            groups.setdefault(finding.about, []).append(finding.diagnostic)
    return groups


def absent_of(release: Release) -> tuple[str, ...]:
    """Return the keys of `release` that are null or empty and about which no diagnostic speaks."""
    said = {found.code.removesuffix(_SAID) for found in release.diagnostics if found.code.endswith(_SAID)}
    return tuple(key for key in (*SCALARS, *_LISTS) if not getattr(release, key) and key not in said)


def gaps_of(release: Release) -> tuple[Gap, ...]:
    """Return what dates, quotes and contacts of `release` lack that others have."""
    found: dict[str, list[str]] = {}
    for path, lacks in _lacking(release):
        found.setdefault(lacks, []).append(path)
    return tuple(Gap(lacks, tuple(paths)) for lacks, paths in found.items())


def _lacking(release: Release) -> Iterator[tuple[str, str]]:
    for at, date in enumerate(release.dates):
        if date.start is None:
            yield f"dates[{at}]", "year"
    for at, quote in enumerate(release.quotes):
        if quote.speaker is None:
            yield f"quotes[{at}]", "speaker"
    for at, contact in enumerate(release.contacts):
        for lacks in _lacking_parts(contact):
            yield f"contacts[{at}]", lacks
        for index, phone in enumerate(contact.phones):
            if phone.e164 is None:
                yield f"contacts[{at}].phones[{index}]", "international form"


def _lacking_parts(contact: Contact) -> Iterator[str]:
    if contact.kind == "unassigned":  # cells that belong to nobody
        yield "name"
        return
    if contact.kind == "person" and not contact.role:
        yield "role"
    if not contact.phones:
        yield "phone"
    if not contact.emails:
        yield "e-mail"
