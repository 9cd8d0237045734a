"""`pressparse explain`: why the values of a release came out as they did."""

import json
import sys

import click

from pressparse.commands.console import FAILED, print_json, printable
from pressparse.commands.documents import source_of
from pressparse.commands.options import book_options
from pressparse.errors import FieldError, PressparseError, RecordError
from pressparse.explain import explain_fields
from pressparse.formats import parse_source
from pressparse.model import Release

_RECORD = ".json"
# What is explained when nothing is asked for: each of these once, each value of those.
_SCALARS = ("profile", "language", "kind", "reference", "date", "place", "embargo", "title", "kicker", "subtitle")
_LISTS = ("issuers", "dates", "quotes", "contacts")


_EPILOG = """\b
Examples:
  pressparse explain release.txt date
  pressparse explain release.pdf "contacts[0].role" --profile my-agency.toml"""


@click.command("explain", short_help="Explain why a field is what it is, or missing.", epilog=_EPILOG)
@click.argument("path", metavar="FILE", type=click.Path())
@click.argument("fields", nargs=-1, metavar="[FIELD]...")
@book_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of lines.")
def explain_command(path: str, fields: tuple[str, ...], *, profile: str | None, as_json: bool) -> None:
    """Explain why each FIELD of a release is what it is, or missing.

    FILE is a document, a record with its text (made by `parse --with-text`), or - for standard input. A FIELD is a path
    into the record: date, title, contacts[1].phones[0]. Without one the masthead, dates, quotes and contacts are
    explained.
    """
    try:
        release = _release(path, profile)
        explanations = explain_fields(release, fields or _asked(release))
    except FieldError as error:
        raise click.UsageError(str(error)) from None
    except PressparseError as error:
        click.echo(printable(str(error)), err=True)
        sys.exit(FAILED)
    if as_json:
        print_json({"explanations": [explanation.to_dict() for explanation in explanations]}, pretty=True)
    else:
        click.echo("\n\n".join(printable(str(explanation)) for explanation in explanations))


def _release(path: str, profile: str | None) -> Release:
    source = source_of(path)
    if path.lower().endswith(_RECORD):
        try:
            record = json.loads(source.data)
        except ValueError as error:
            msg = f"{path}: {error}"
            raise RecordError(msg) from None
        return Release.from_dict(record)
    return parse_source(source, profile=profile)


def _asked(release: Release) -> list[str]:
    lists = [f"{name}[{at}]" for name in _LISTS for at in range(len(getattr(release, name)))]
    return [*_SCALARS, *lists]
