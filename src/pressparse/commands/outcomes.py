"""What comes of a document that a command reads: its release, or why there is none."""

from __future__ import annotations

import time
from contextlib import closing
from typing import TYPE_CHECKING

import attrs
import click

from pressparse.batch import parse_many
from pressparse.batch.reading import File, Manner, reader
from pressparse.commands.documents import STANDARD_INPUT, source_of
from pressparse.errors import PressparseError, UnreadableError
from pressparse.failures import Failure, Row
from pressparse.model import Release

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pressparse.batch.reading import Options


@attrs.frozen
class Outcome:
    """What came of the document at `path`, and after how many seconds, if one can tell."""

    path: str
    row: Row
    seconds: float | None


def outcomes_by(options: Options) -> Callable[[str], Outcome]:
    """Return the function that reads a document with `options`; raises `UsageError` where these make no sense."""
    try:
        read = reader(Manner.of(None, options))
    except PressparseError as error:  # a language without words
        raise click.UsageError(str(error)) from None

    def outcome(path: str) -> Outcome:
        start = time.perf_counter()
        try:
            answer = read(source_of(path))
        except UnreadableError as error:  # not even its bytes
            answer = error
        row = answer if isinstance(answer, Release) else Failure.of(answer, path)
        return Outcome(path, row, time.perf_counter() - start)

    return outcome


def by_workers(
    paths: Iterable[str], *, workers: int, profile: str | None, language: str | None, region: str | None
) -> Iterator[Outcome]:
    """Yield what comes of the documents at `paths`, in their order, read by so many processes."""
    documents = (source_of(path) if path == STANDARD_INPUT else File(path) for path in paths)
    try:
        with closing(
            parse_many(documents, workers=workers, profile=profile, language=language, region=region)
        ) as results:
            for row in results:
                yield Outcome(row.source or STANDARD_INPUT, row, None)
    except PressparseError as error:  # a language without words, or no process starts
        raise click.UsageError(str(error)) from None
