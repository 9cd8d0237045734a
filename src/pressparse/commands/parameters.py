"""Kinds of values that options take, with what they are completed to."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click
from click.shell_completion import CompletionItem

from pressparse.errors import ExportError
from pressparse.exports import export_named, known_exports
from pressparse.phones import known_regions
from pressparse.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pressparse.exports import Export

    ExportType = click.ParamType[Export]  # a generic class for type checkers alone
    CountryType = click.ParamType[str]
else:
    ExportType = CountryType = click.ParamType


F = TypeVar("F", bound="Callable[..., object]")


class ExportName(ExportType):
    """The name of an export, which becomes the export."""

    name = "format"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Export:  # noqa: D102 - click's
        try:
            return export_named(value)
        except ExportError as error:
            self.fail(str(error), param, ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002, D102 - click's
        return _beginning(known_exports(), incomplete)


class Country(CountryType):
    """A country whose phone numbers libphonenumber knows, by its two letters."""

    name = "country"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: D102 - click's
        if value.upper() not in known_regions():
            self.fail(f"{value!r} is no country's two letters (ISO 3166), such as FR", param, ctx)
        return value.upper()

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002, D102 - click's
        return _beginning(sorted(known_regions()), incomplete.upper())


def locale_options(command: F) -> F:
    """Give `command` the options `--language` and `--region`."""
    language = click.option(
        "--language", shell_complete=_languages, help="The language of the body, such as fr; else it is recognized."
    )
    region = click.option(
        "--region",
        type=Country(),
        metavar="XX",
        help="The country of national phone numbers, such as FR; else the profile's.",
    )
    return language(region(command))


def _languages(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return _beginning(LANGUAGES, incomplete)


def _beginning(names: Sequence[str], incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]
