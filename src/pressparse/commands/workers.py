"""Documents of a run read by several processes, `--workers`."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import click

from pressparse.batch import parse_many
from pressparse.batch.reading import File
from pressparse.commands.documents import STANDARD_INPUT, source_of
from pressparse.commands.outcomes import Outcome
from pressparse.errors import PressparseError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


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
