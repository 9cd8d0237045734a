"""How one document of many is read, and what comes of it: the same in a worker, in a column and in a cluster."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, TypedDict

import attrs

from pressparse.book import Book, open_book, reading
from pressparse.errors import PressparseError, UnknownLanguageError, UnreadableError, WorkerError
from pressparse.formats import parse_source, read_source
from pressparse.formats.source import Source
from pressparse.model import Release
from pressparse.parse import parse
from pressparse.phones import check_region
from pressparse.profiles import Profile, profile_named
from pressparse.words import LANGUAGES

if TYPE_CHECKING:
    from pressparse.parser import Parser

Document = str | bytes | os.PathLike[str] | Source
Answer = Release | PressparseError


@attrs.frozen
class File:
    """A file by its path as it was given: `pathlib` would take a `./` off its front."""

    path: str

    def __fspath__(self) -> str:
        return self.path


class Options(TypedDict):
    """The options of `parse` that hold for all documents of a run."""

    profile: str | None
    language: str | None
    region: str | None


@attrs.frozen
class Manner:
    """By which rules, words and profiles documents are read, and with which options of a parse.

    In another process it is the same without what was made of the rules: that one makes its own.
    """

    book: Book
    options: Options

    @classmethod
    def of(cls, parser: "Parser | None", options: Options) -> "Manner":
        """Return how to read by `parser`, else by the open book.

        Raises `UnknownProfileError`, `UnknownLanguageError` and `UnknownRegionError`.
        """
        book = parser.book if parser else open_book()
        profile, language = options["profile"], options["language"]
        if profile is None and parser:
            profile = parser.profile.name if isinstance(parser.profile, Profile) else parser.profile
        if language is not None and language not in LANGUAGES:
            raise UnknownLanguageError(language, LANGUAGES)
        check_region(options["region"])
        if profile is not None:
            with reading(book):
                profile_named(profile)
        return cls(book, {**options, "profile": profile})

    def __reduce__(self) -> tuple[object, ...]:
        known = self.book.words
        words = {subject: {name: dict(table) for name, table in tables.items()} for subject, tables in known.items()}
        return Manner, (attrs.evolve(self.book, words=words, trace=None), self.options)


def reader(manner: Manner) -> Callable[[Document], Answer]:
    """Return a function that returns the release that a document is, or the error that kept it from being one."""
    book, options = manner.book, manner.options

    def read(document: Document) -> Answer:
        try:
            with reading(book):
                if isinstance(document, str):
                    return parse(document, **options)
                return parse_source(_source(document), **options)
        except PressparseError as error:
            return error
        except Exception as error:  # noqa: BLE001 - a defect in a format costs its own document alone
            return WorkerError(*identity(document), f"{type(error).__name__}: {error}")

    return read


def _source(document: bytes | os.PathLike[str] | Source) -> Source:
    if isinstance(document, Source):
        return document
    return Source(None, document) if isinstance(document, bytes) else read_source(document)


def name_of(document: Document) -> str | None:
    """Return the path or name of `document`, if it has one."""
    if isinstance(document, str | bytes):
        return None
    return document.name if isinstance(document, Source) else os.fspath(document)


def identity(document: Document) -> tuple[str | None, str | None]:
    """Return the name of `document` and the digest of its bytes, as far as it has them."""
    if isinstance(document, str):
        return None, None
    try:
        return name_of(document), _source(document).digest
    except UnreadableError:
        return name_of(document), None
