"""The options by which a command reads by somebody's own profile and words: `--profile x.toml`, `--words x.toml`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import attrs
import click
from click.shell_completion import CompletionItem

from pressparse.book import open_book, reading
from pressparse.errors import PressparseError
from pressparse.parser import Parser
from pressparse.profiles import known_profiles, profile_named

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressparse.book import Book

F = TypeVar("F", bound="Callable[..., object]")

_TOML = ".toml"


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
    _open(ctx, attrs.evolve(open_book(), profiles=(*parser.book.profiles, *open_book().profiles)))
    return parser.book.profiles[0].name


def _open_words(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    """Let the words of the file `value` be known until the command ends."""
    if value is None:
        return
    try:
        parser = Parser(vocabularies=value)
    except PressparseError as error:
        raise click.BadParameter(str(error), ctx, param) from None
    _open(ctx, attrs.evolve(open_book(), words=parser.book.words))


def _open(ctx: click.Context, book: Book) -> None:
    ctx.with_resource(reading(book))


def _complete(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    names = [CompletionItem(profile.name) for profile in known_profiles() if profile.name.startswith(incomplete)]
    return names or [CompletionItem(incomplete, type="file")]
