"""`pressparse review`: a page that shows where each value of each release stands."""

import sys
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Unpack

import click

from pressparse.batch.reading import Options
from pressparse.commands.console import FAILED, one_line
from pressparse.commands.documents import STANDARD_OUTPUT, documents, none_found, outcomes_by, refuse_to_overwrite
from pressparse.commands.options import book_options, locale_options, paths_argument
from pressparse.exports import whole_file
from pressparse.model import Release
from pressparse.review import review_page

_EPILOG = """\b
Examples:
  pressparse review release.txt -o page.html
  pressparse review releases/ -o page.html         with a list, filters and counts
  pressparse review "2020/*.txt" -o page.html --profile cnes
\b
Exit status:
  0  all is well
  1  a document could not be read, or the page not be written
  2  wrong usage
"""


@click.command("review", short_help="Write a page with releases beside their records.", epilog=_EPILOG)
@paths_argument
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False),
    metavar="PAGE",
    help="The page to write; - for standard output. One that is there already is replaced.",
)
@book_options
@locale_options
def review_command(paths: tuple[str, ...], *, output: str, **options: Unpack[Options]) -> None:
    """Write a page of HTML that shows each release beside its record.

    A PATH is a file, a folder, a pattern or -, as for `parse`. The page is one file, which loads nothing from anywhere:
    open it in a browser. It needs the extra `review`.
    """
    if not find_spec("jinja2"):
        msg = "the page needs an extra, install it by: pip install 'pressparse[review]'"
        raise click.UsageError(msg)
    sources = _sources(paths, output)
    outcome = outcomes_by(options)
    rows = [outcome(path).row for path in sources]
    releases = [row for row in rows if isinstance(row, Release)]
    for row in rows:
        if not isinstance(row, Release):
            click.echo(one_line(row.message), err=True)
    if releases:
        _write(review_page(releases).encode(), output)
    sys.exit(FAILED if len(releases) < len(rows) else 0)


def _sources(paths: Sequence[str], output: str) -> list[str]:
    refuse_to_overwrite(paths, output)
    sources = [*documents(paths)]
    if not sources:
        raise click.UsageError(none_found(paths))
    return sources


def _write(page: bytes, output: str) -> None:
    if output == STANDARD_OUTPUT:
        sys.stdout.buffer.write(page)
        return
    try:
        with whole_file(output) as file:
            file.write(page)
    except OSError as error:
        msg = one_line(f"{output}: cannot be written, {(error.strerror or str(error)).lower()}")
        raise click.ClickException(msg) from None
