"""`pressparse parse`: the records of files, folders and standard input."""

import sys
from functools import partial
from pathlib import Path
from typing import Any, Unpack

import click

from pressparse.batch.reading import Options
from pressparse.commands.console import one_line
from pressparse.commands.destinations import NOTHING, Form, held, is_folder
from pressparse.commands.documents import STANDARD_OUTPUT, by_workers, outcomes_by, refuse_to_overwrite
from pressparse.commands.options import ExportName, book_options, locale_options, paths_argument
from pressparse.commands.running import Order, run
from pressparse.errors import ExportError
from pressparse.exports import EXPORTS, Export, export_for, export_named, known_exports
from pressparse.exports.tables import TABLES
from pressparse.formats import suffixes

_OPTIONS = {"rows": "--rows", "text": "--with-text"}
_OUTPUT = """Write there and not to standard output, which is -. A FOLDER, which exists or whose name ends in a slash,
gets a file for each release. A file that is there already is replaced once the new one is whole."""
_TO = f"""What records become: {", ".join(EXPORTS)}, or what another package adds. Without it the ending of FILE
decides, and if that says nothing it is json."""
_WORKERS = "Read with N processes, which pays for more than a thousand documents; each has a minute for a document."
_PARTS = (
    "Write files of N records each to FOLDER, part-000001.jsonl and so on, each when it is whole; or .parquet by --to."
)
_PART = 10_000
_RESUME = f"""Go on with the parts in FOLDER: documents that they hold unchanged, failed ones too, are not read again.
Parts have {_PART} records then, if --parts does not say otherwise."""
_EPILOG = """\b
Examples:
  pressparse parse release.txt                     look at one release
  pressparse parse releases/ -o releases.jsonl     a folder, a record on each line
  pressparse parse releases/ -o table.csv          a table for a spreadsheet
  pressparse parse releases/ -o people.csv --rows contacts
  pressparse parse "2020/*.txt" -o cards/ --to vcard
  pressparse parse archive/ -o records/ --workers 8 --resume
  pressparse parse - --to markdown                 what is piped into it
\b
Exit status:
  0  all is well
  1  a document could not be read, or the output not be written
  2  wrong usage
  3  there were findings under --strict
  130  interrupted by Ctrl-C; what was done by then is written
"""


@click.command("parse", short_help="Read releases, print or write their records.", epilog=_EPILOG)
@paths_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    metavar="FILE|FOLDER",
    help=_OUTPUT,
)
@click.option("--to", type=ExportName(), metavar="FORMAT", help=_TO)
@click.option("--rows", type=click.Choice([*TABLES]), help="What a row of csv is; without it, a release.")
@book_options
@locale_options
@click.option("--strict", is_flag=True, help="Name all warnings and errors, and exit with status 3 if there are any.")
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help=_WORKERS)
@click.option("--parts", type=click.IntRange(min=1), metavar="N", help=_PARTS)
@click.option("--resume", is_flag=True, help=_RESUME)
@click.option("--retry", is_flag=True, help="With --resume, read again what failed.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Stop after N documents.")
@click.option("--with-text", is_flag=True, help="Give each record its text.")
@click.option("--pretty", is_flag=True, help="Print indented records, colored on a terminal.")
@click.option("-v", "--verbose", is_flag=True, help="Say of each document how it was read.")
def parse_command(  # noqa: PLR0913 - one parameter for each option
    paths: tuple[str, ...],
    *,
    output: str | None,
    to: Export | None,
    rows: str | None,
    strict: bool,
    workers: int | None,
    parts: int | None,
    resume: bool,
    retry: bool,
    limit: int | None,
    with_text: bool,
    pretty: bool,
    verbose: bool,
    **options: Unpack[Options],
) -> None:
    """Read press releases, and print or write their records.

    A PATH is a file, a folder, a pattern such as "2020/*.txt", or - for standard input. Of a folder those files are
    read, at any depth, that are named like releases (.txt, .md, .html, .eml, .pdf …).

    On a terminal you get an overview. In a pipe you get JSON, a record on each line; where several documents were
    asked for, each that could not be read has a row that says why. Messages and a progress bar go to standard error,
    the bar only where that is a terminal.
    """
    if output == STANDARD_OUTPUT:
        output, to = None, to or _export_for(None, rows)
    if retry and not resume:
        msg = "--retry is for --resume"
        raise click.UsageError(msg)
    part = parts or (_PART if resume else None)
    if part:
        _refuse_no_folder(output)
        to = to or export_named("jsonl")
    form = _form(output, to, rows=rows, with_text=with_text, pretty=pretty)
    if output is not None and form is not None and (not is_folder(output) or form.export.suffix.endswith(suffixes())):
        refuse_to_overwrite(paths, output)
    order = Order(
        paths=paths,
        limit=limit,
        output=output,
        part=part,
        held=held(output, form.export, resume=resume, retry=retry) if part and form and output else NOTHING,
        form=form,
        pretty=pretty,
        with_text=with_text,
        strict=strict,
        verbose=verbose,
    )
    read = partial(by_workers, workers=workers, **options) if workers else partial(map, outcomes_by(options))
    sys.exit(run(order, read))


def _refuse_no_folder(output: str | None) -> None:
    if output is None or Path(output).is_file() or (_is_export(output) and not Path(output).is_dir()):
        msg = "--parts and --resume write to a folder: name it by -o"
        raise click.UsageError(msg)


def _form(output: str | None, to: Export | None, *, rows: str | None, with_text: bool, pretty: bool) -> Form | None:
    """Return what records become; `None` where people are to look at them."""
    if pretty and (to or output):
        msg = "--pretty is for printing; what --to json gives and files named .json are indented anyway"
        raise click.UsageError(msg)
    looks = sys.stdout.isatty() and not with_text
    if to is None and output is None and (pretty or (looks and rows is None)):
        return None
    export = to or _export_for(output, rows)
    if export.binary and output is None and sys.stdout.isatty():
        msg = f"{export.name} is binary and nothing for a terminal: name a file by -o"
        raise click.UsageError(msg)
    options: dict[str, Any] = {"text": with_text} if with_text or "text" in export.options else {}
    options |= {"rows": rows} if rows else {}
    for name in options.keys() - set(export.options):
        others = ", ".join(other for other in known_exports() if name in export_named(other).options)
        msg = f"{_OPTIONS[name]} has no place in {export.name}, only in {others}: choose one by --to"
        raise click.UsageError(msg)
    return Form(export, options)


def _export_for(output: str | None, rows: str | None) -> Export:
    """Return what records become where `--to` does not say it: what the output's name tells, or a table's rows."""
    if output is None or is_folder(output) or not Path(output).suffix:
        return export_named("csv" if rows else "jsonl" if output is None else "json")
    try:
        return export_for(output)
    except ExportError as error:
        msg = one_line(f"{error}; choose one by --to")
        raise click.UsageError(msg) from None


def _is_export(name: str) -> bool:
    return name.lower().endswith(tuple(export_named(known).suffix for known in known_exports()))
