"""Diagnostics as findings in files: which are asked for, and the line and the column of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from pressparse.diagnostics import SEVERITIES
from pressparse.errors import UnreadableError
from pressparse.model import Severity
from pressparse.text import Position, Span, position

if TYPE_CHECKING:
    from pressparse.model import Diagnostic, Release

UNREADABLE = UnreadableError.code
CODES: dict[str, Severity] = {**SEVERITIES, UNREADABLE: "error"}
_FRONT = Position(1, 1)
# Of other formats the text was extracted: its lines are not those of the file.
_LINES_OF_THE_FILE = frozenset({"text", "markdown"})


@attrs.frozen(kw_only=True)
class Finding:
    """A diagnostic, or why a document could not be read, in a file.

    `start` and `end` are lines and columns of the file, its front where the finding has no span or the file is no
    plain text; `span` and `raw` are of the text.
    """

    path: str
    code: str
    severity: Severity
    field: str
    message: str
    start: Position = _FRONT
    end: Position = _FRONT
    span: Span | None = None
    raw: str | None = None


def findings_of(path: str, release: Release) -> tuple[Finding, ...]:
    """Return all that the record of the document at `path` says of itself."""
    own_lines = release.format in _LINES_OF_THE_FILE
    return tuple(_finding(path, one, release.text or "", own_lines=own_lines) for one in release.diagnostics)


def unreadable(path: str, reason: str) -> Finding:
    """Return the finding that the document at `path` cannot be read."""
    return Finding(path=path, code=UNREADABLE, severity=CODES[UNREADABLE], field="text", message=reason)


def _finding(path: str, one: Diagnostic, text: str, *, own_lines: bool) -> Finding:
    start = end = _FRONT
    if one.span and own_lines:
        start, end = position(text, one.span.start), position(text, one.span.end)
    return Finding(
        path=path,
        code=one.code,
        severity=one.severity,
        field=one.field,
        message=one.message,
        start=start,
        end=end,
        span=one.span,
        raw=one.span.of(text) if one.span else None,
    )


def codes_of(selector: str) -> frozenset[str]:
    """Return the codes that `selector` names: one of them, those that begin with its words, or those of a severity."""
    return frozenset(
        code for code, severity in CODES.items() if selector in {code, severity} or code.startswith(f"{selector}-")
    )
