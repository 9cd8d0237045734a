"""`pressparse review`: a page that shows where each value of each release stands."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressparse.commands.console import FAILED, printable
from pressparse.commands.documents import STANDARD_INPUT, documents, none_found, source_of
from pressparse.errors import UnknownLanguageError, UnknownProfileError, UnreadableError
from pressparse.exports.files import whole_file
from pressparse.formats import parse_source
from pressparse.review import review_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressparse.model import Release

STANDARD_OUTPUT = "-"


@click.command("review")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--output", required=True, metavar="PAGE", help="The page to write; - for standard output.")
@click.option("--profile", help="The issuer's profile, such as cnes; else it is recognized.")
@click.option("--language", help="The language of the body, such as fr; else it is recognized.")
@click.option("--region", help="The country of national phone numbers, such as FR; else the profile's.")
def review_command(
    paths: tuple[str, ...], *, output: str, profile: str | None, language: str | None, region: str | None
) -> None:
    """Write a page of HTML that shows each release beside its record.

    A PATH is a file, a folder or -, as for `parse`. The page is one file, which loads nothing from anywhere; open it in
    a browser. It needs the extra `review`.

    Exit status: 0 all is well, 1 a document could not be read or the page not be written, 2 wrong usage.
    """
    if not find_spec("jinja2"):
        msg = "the page needs an extra, install it by: pip install 'pressparse[review]'"
        raise click.UsageError(msg)
    sources = _sources(paths, output)
    releases = [release for path in sources if (release := _release(path, profile, language, region))]
    if releases:
        _write(review_page(releases).encode(), output)
    sys.exit(0 if len(releases) == len(sources) else FAILED)


def _sources(paths: Sequence[str], output: str) -> list[str]:
    """Return the documents that `paths` stand for; an earlier page in a folder of releases is none."""
    page = Path(output).resolve()
    if any(_is(path, page) for path in paths):
        msg = f"{output} is to be read and to be written"
        raise click.UsageError(msg)
    sources = [path for path in documents(paths) if not _is(path, page)]
    if not sources:
        raise click.UsageError(none_found(paths))
    return sources


def _is(path: str, page: Path) -> bool:
    return path != STANDARD_INPUT and Path(path).resolve() == page


def _release(path: str, profile: str | None, language: str | None, region: str | None) -> Release | None:
    """Return the record of the document at `path`; of one that cannot be read say so."""
    try:
        return parse_source(source_of(path), profile=profile, language=language, region=region)
    except (UnknownProfileError, UnknownLanguageError) as error:
        raise click.UsageError(str(error)) from None
    except UnreadableError as error:
        click.echo(printable(str(error)), err=True)
        return None


def _write(page: bytes, output: str) -> None:
    if output == STANDARD_OUTPUT:
        sys.stdout.buffer.write(page)
        return
    try:
        with whole_file(output) as file:
            file.write(page)
    except OSError as error:
        raise click.FileError(output, error.strerror) from None
