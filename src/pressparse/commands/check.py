"""`pressparse check`: what releases say against themselves, as compilers say it of programs, or as SARIF 2.1.0."""

import os
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple, Unpack
from urllib.parse import quote

import click

from pressparse.batch.reading import Options
from pressparse.commands.console import FAILED, counted, print_json, printable
from pressparse.commands.documents import documents, none_found, outcomes_by
from pressparse.commands.options import book_options, locale_options, paths_argument
from pressparse.diagnostics import SEVERITIES
from pressparse.errors import UnreadableError
from pressparse.model import Diagnostic, Release, Row, Severity
from pressparse.text import Position, position

UNREADABLE = UnreadableError.code
CODES: dict[str, Severity] = {**SEVERITIES, UNREADABLE: "error"}
_FRONT = Position(1, 1)
# Of other formats the text was extracted: its lines are not those of the file.
_LINES_OF_THE_FILE = frozenset({"text", "markdown"})


class Finding(NamedTuple):
    """What is said of the document at `path`: a diagnostic, or why it could not be read.

    `start` and `end` are lines and columns of the file, its front where the finding has no span or the file is no
    plain text; `raw` is what stands at the span, in the text.
    """

    path: str
    said: Diagnostic
    start: Position
    end: Position
    raw: str | None


def codes_of(selector: str) -> frozenset[str]:
    """Return the codes that `selector` names: one of them, those that begin with its words, or those of a severity."""
    return frozenset(
        code for code, severity in CODES.items() if selector in {code, severity} or code.startswith(f"{selector}-")
    )


_DEFAULT = codes_of("warning") | codes_of("error")
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"info": "note", "warning": "warning", "error": "error"}


def _codes(_: click.Context, param: click.Parameter, lists: tuple[str, ...]) -> frozenset[str]:
    selectors = [selector.strip() for listed in lists for selector in listed.split(",") if selector.strip()]
    for selector in selectors:
        if not codes_of(selector):
            msg = f"unknown code {selector!r}; known are {', '.join((*dict.fromkeys(CODES.values()), *CODES))}"
            raise click.BadParameter(msg, param=param)
    return frozenset().union(*map(codes_of, selectors))


@click.command("check", short_help="Report what releases say against themselves.")
@paths_argument
@click.option(
    "--select", callback=_codes, multiple=True, metavar="CODES", help="Report these; else all warnings and errors."
)
@click.option("--ignore", callback=_codes, multiple=True, metavar="CODES", help="Do not report these.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "sarif"]), default="text", help="How findings are printed."
)
@book_options
@locale_options
def check_command(
    paths: tuple[str, ...],
    *,
    select: frozenset[str],
    ignore: frozenset[str],
    form: str,
    **options: Unpack[Options],
) -> None:
    """Report what releases say against themselves, each finding as file:line:column: code message.

    A PATH is a file, a folder or -, as for `parse`. CODES are diagnostics' codes, parted by commas; `contact` stands
    for all that begin so, `info`, `warning` and `error` for all of a severity.

    Exit status: 0 nothing was found, 1 something was, or a document could not be read, 2 wrong usage.
    """
    selected = (select or _DEFAULT) - ignore
    outcome = outcomes_by(options)
    found: list[Finding] = []
    count = 0
    for path in documents(paths):
        new = [finding for finding in _findings(path, outcome(path).row) if finding.said.code in selected]
        if form == "text":
            for finding in new:
                click.echo(printable(_line(finding)))
        found += new
        count += 1
    if not count:
        raise click.UsageError(none_found(paths))
    if form == "text":
        click.echo(f"{counted(count, 'release')}, {counted(len(found), 'finding')}", err=True)
    elif form == "json":
        print_json({"checked": count, "findings": [_row(finding) for finding in found]}, pretty=True)
    else:
        print_json(sarif(found), pretty=True)
    sys.exit(FAILED if found else 0)


def _findings(path: str, row: Row) -> Iterator[Finding]:
    if isinstance(row, Release):
        text, found = row.text or "", row.diagnostics
        own_lines = row.format in _LINES_OF_THE_FILE
    else:
        text, own_lines = "", False
        reason = row.message.removeprefix(f"{path}: ")
        found = (Diagnostic(code=UNREADABLE, severity=CODES[UNREADABLE], field="text", message=reason, span=None),)
    for said in found:
        span = said.span
        start, end = (position(text, at) for at in span) if span and own_lines else (_FRONT, _FRONT)
        yield Finding(path, said, start, end, span.of(text) if span else None)


def _line(finding: Finding) -> str:
    (line, column), said = finding.start, finding.said
    return f"{finding.path}:{line}:{column}: {said.code} {said.message}".replace("\n", "\\n")


def _row(finding: Finding) -> dict[str, Any]:
    said = finding.said
    return {
        "path": finding.path,
        "line": finding.start.line,
        "column": finding.start.column,
        "end_line": finding.end.line,
        "end_column": finding.end.column,
        "code": said.code,
        "severity": said.severity,
        "field": said.field,
        "message": said.message,
        "span": said.span and [*said.span],
        "raw": finding.raw,
    }


def sarif(findings: Sequence[Finding]) -> dict[str, Any]:
    """Return the SARIF log of one run that gave `findings`."""
    driver = {"name": "pressparse", "version": version("pressparse"), "rules": [_rule(code) for code in CODES]}
    results = [_result(finding) for finding in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, Any]:
    words = code.replace("-", " ")
    level = {"level": _LEVELS[CODES[code]]}
    return {"id": code, "shortDescription": {"text": f"{words[0].upper()}{words[1:]}."}, "defaultConfiguration": level}


def _result(finding: Finding) -> dict[str, Any]:
    said = finding.said
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(os.fsencode(Path(finding.path).as_posix()))}}
    if said.code != UNREADABLE:
        place["region"] = {
            "startLine": finding.start.line,
            "startColumn": finding.start.column,
            "endLine": finding.end.line,
            "endColumn": finding.end.column,
        }
    return {
        "ruleId": said.code,
        "ruleIndex": [*CODES].index(said.code),
        "level": _LEVELS[said.severity],
        "message": {"text": said.message},
        "locations": [{"physicalLocation": place}],
    }
