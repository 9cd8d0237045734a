"""Many documents, read by processes of their own: in order, and in bounded memory however many there are.

Nothing is shared between the processes but one pipe each, so a worker may die at any moment without harm to the rest.
"""

import os
import pickle
from collections.abc import Generator, Iterable
from typing import TYPE_CHECKING, Literal

from pressparse.batch.crew import Crew
from pressparse.batch.ledger import Ledger
from pressparse.batch.reading import Answer, Document, Manner, name_of
from pressparse.model import Failure, Release, Row

if TYPE_CHECKING:
    from pressparse.parser import Parser

LIMIT = 60.0  # seconds for one document


def parse_many(  # noqa: PLR0913 - the options of a parse and those of a run
    sources: Iterable[Document],
    *,
    workers: int | None = None,
    chunk: int | None = None,
    on_error: Literal["record", "raise"] = "record",
    timeout: float | None = LIMIT,
    parser: "Parser | None" = None,
    profile: str | None = None,
    language: str | None = None,
    region: str | None = None,
) -> Generator[Row, None, None]:
    """Return an iterator over what comes of each of `sources`, in their order: its `Release`, or a `Failure`.

    A source is a path (`os.PathLike`: a file), `bytes` (a document) or a `str` (a text). They are drawn lazily: a few
    hundred are in memory at a time. `workers` processes read them (default: one for each processor), `chunk` at a time
    (default: a few, more as the run grows). A worker that dies, or is at a document for more than `timeout` seconds,
    is replaced and its documents are tried once more, one by one; the one that does it again is a `Failure` of the
    code `worker-failed` or `time-budget`. Under `on_error="raise"` the first failure is raised instead.

    `parser` brings its own rules, words and profiles; the options are those of `parse`. Closing the iterator, or any
    error, ends all workers. Where processes are spawned, and here they always are or come from a fork server, a script
    calls this below `if __name__ == "__main__":`.

    Raises `TypeError` for a single source, one of another type and a parser that cannot be pickled, `ValueError` for
    numbers that make no sense, `UnknownProfileError`, `UnknownLanguageError`, and `WorkerError` where no worker can be
    started.
    """
    if isinstance(sources, str | bytes | os.PathLike):
        msg = f"parse_many takes several sources, as in parse_many([…]), not one {type(sources).__name__}"
        raise TypeError(msg)
    count = processors() if workers is None else workers
    if count < 1 or (chunk is not None and chunk < 1) or (timeout is not None and timeout <= 0):
        msg = f"workers, chunk and timeout are positive, not {count}, {chunk} and {timeout}"
        raise ValueError(msg)
    if on_error not in {"record", "raise"}:
        msg = f"on_error is 'record' or 'raise', not {on_error!r}"
        raise ValueError(msg)
    manner = Manner.of(parser, {"profile": profile, "language": language, "region": region})
    crew = Crew(count, _pickled(manner), float("inf") if timeout is None else timeout)
    return _rows(Ledger(iter(sources), count, chunk), crew, raises=on_error == "raise")


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _pickled(manner: Manner) -> bytes:
    try:
        return pickle.dumps(manner)
    except (pickle.PicklingError, AttributeError, TypeError) as error:  # which of them depends on the Python
        msg = f"the parser cannot go to other processes: {error}; define what its rules build at the top of a module"
        raise TypeError(msg) from error


def _rows(ledger: Ledger, crew: Crew, *, raises: bool) -> Generator[Row, None, None]:
    with crew:
        crew.hand_out(ledger)
        while not ledger.is_done:
            crew.listen(ledger, wait=not ledger.has_next)
            if ledger.has_next:
                yield _row(*ledger.next_answer(), raises=raises)


def _row(document: Document, answer: Answer, *, raises: bool) -> Row:
    if isinstance(answer, Release):
        return answer
    if raises:
        raise answer
    return Failure.of(answer, name_of(document))
