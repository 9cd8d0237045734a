"""Options that several commands have, the values that they take, and what these are completed to."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import attrs
import click
from click.shell_completion import CompletionItem

from pressparse.book import open_book, reading
from pressparse.errors import ExportError, PressparseError
from pressparse.exports import Export, export_named, known_exports
from pressparse.parser import Parser
from pressparse.phones import known_regions
from pressparse.profiles import known_profiles, profile_named
from pressparse.words import LANGUAGES

F = TypeVar("F", bound=Callable[..., object])

_TOML = ".toml"


class ExportName(click.ParamType):  # type: ignore[type-arg]  # generic for type checkers alone
    """The name of an export, which becomes the export."""

    name = "format"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Export:  # noqa: D102 - click's
        try:
            return export_named(value)
        except ExportError as error:
            self.fail(str(error), param, ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002, D102 - click's
        return _beginning(known_exports(), incomplete)


class Country(click.ParamType):  # type: ignore[type-arg]  # generic for type checkers alone
    """A country whose phone numbers libphonenumber knows, by its two letters."""

    name = "country"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: D102 - click's
        if value.upper() not in known_regions():
            self.fail(f"{value!r} is no country's two letters (ISO 3166), such as FR", param, ctx)
        return value.upper()

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002, D102 - click's
        return _beginning(sorted(known_regions()), incomplete.upper())


paths_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())


def locale_options(command: F) -> F:
    """Give `command` the options `--language` and `--region`."""
    language = click.option(
        "--language", shell_complete=_languages, help="The language of the body, such as fr; else it is recognized."
    )
    told = "The country of national phone numbers, such as FR; else the profile's."
    region = click.option("--region", type=Country(), metavar="XX", help=told)
    return language(region(command))


def _languages(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return _beginning(LANGUAGES, incomplete)


def _beginning(names: Sequence[str], incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def book_options(command: F) -> F:
    """Give `command` the options `--profile`, whose value is the profile's name, and `--words`."""
    words = click.option(
        "--words",
        type=click.Path(),
        metavar="FILE",
        callback=_open_words,
        expose_value=False,
        help="A TOML file with words to add to the vocabularies, or to take off them.",
    )
    profile = click.option(
        "--profile",
        metavar="NAME|FILE",
        callback=_open_profile,
        shell_complete=_complete,
        help="The issuer's profile, such as cnes, or a TOML file that describes it; else it is recognized.",
    )
    return profile(words(command))


def _open_profile(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Return the name of the profile `value`; one from a file is known until the command ends."""
    try:
        if value is None or not value.lower().endswith(_TOML):
            return None if value is None else profile_named(value).name
        parser = Parser(value)
    except PressparseError as error:
        raise click.BadParameter(str(error), ctx, param) from None
    profiles = (*parser.book.profiles, *open_book().profiles)
    ctx.with_resource(reading(attrs.evolve(open_book(), profiles=profiles)))
    return parser.book.profiles[0].name


def _open_words(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    if value is None:
        return
    try:
        parser = Parser(vocabularies=value)
    except PressparseError as error:
        raise click.BadParameter(str(error), ctx, param) from None
    ctx.with_resource(reading(attrs.evolve(open_book(), words=parser.book.words)))


def _complete(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    names = [profile.name for profile in known_profiles()]
    return _beginning(names, incomplete) or [CompletionItem(incomplete, type="file")]
