"""`pressparse parse`: the records of files, folders and standard input."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import Any

import attrs
import click

from pressparse.commands.console import FAILED, FINDINGS, print_json, printable
from pressparse.commands.documents import documents, none_found, source_of
from pressparse.errors import UnknownLanguageError, UnknownProfileError, UnreadableError
from pressparse.formats import parse_source


@attrs.frozen
class Outcome:
    """What came of one document: the row that stands for it, and its warnings and errors or why it failed."""

    row: dict[str, Any]
    messages: tuple[str, ...]
    failed: bool = False


@click.command("parse")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--profile", help="The issuer's profile, such as cnes; else it is recognized.")
@click.option("--language", help="The language of the body, such as fr; else it is recognized.")
@click.option("--region", help="The country of national phone numbers, such as FR; else the profile's.")
@click.option("--strict", is_flag=True, help="Name all warnings and errors, and exit with status 3 if there are any.")
@click.option("--with-text", is_flag=True, help="Give each record its text.")
@click.option("--pretty", is_flag=True, help="Indent the records, and color them on a terminal.")
def parse_command(  # noqa: PLR0913 - one parameter for each option
    paths: tuple[str, ...],
    *,
    profile: str | None,
    language: str | None,
    region: str | None,
    strict: bool,
    with_text: bool,
    pretty: bool,
) -> None:
    """Print the record of each release as JSON.

    A PATH is a file, a folder, whose releases are the files in it that are named like one (.txt, .md, .html, .eml …),
    or - for standard input. One file gives one record, several give one on each line, and a row that says why for each
    that could not be read.

    Exit status: 0 all is well, 1 a document failed, 2 wrong usage, 3 findings under --strict.
    """
    several = len(paths) > 1 or Path(paths[0]).is_dir()
    parse = partial(_outcome, profile=profile, language=language, region=region, with_text=with_text)
    count = failed = found = 0
    for outcome in map(parse, documents(paths)):
        for message in outcome.messages if strict or outcome.failed else ():
            click.echo(printable(message), err=True)
        if several or not outcome.failed:
            print_json(outcome.row, pretty=pretty)
        count += 1
        failed += outcome.failed
        found += strict and not outcome.failed and bool(outcome.messages)
    if not count:
        raise click.UsageError(none_found(paths))
    if several:
        click.echo(f"{count} releases, {failed} failed" + f", {found} with findings" * strict, err=True)
    sys.exit(FAILED if failed else FINDINGS if found else 0)


def _outcome(path: str, *, profile: str | None, language: str | None, region: str | None, with_text: bool) -> Outcome:
    """Return what comes of the document at `path`."""
    try:
        release = parse_source(source_of(path), profile=profile, language=language, region=region)
    except (UnknownProfileError, UnknownLanguageError) as error:
        raise click.UsageError(str(error)) from None
    except UnreadableError as error:
        row = {"source": path, "digest": error.digest, "error": {"code": error.code, "message": str(error)}}
        return Outcome(row, (str(error),), failed=True)
    findings = (d for d in release.diagnostics if d.severity != "info")
    messages = tuple(f"{path}: {d.severity}: {d.code} ({d.field}): {d.message}" for d in findings)
    return Outcome(release.to_dict(text=with_text), messages)
