"""Which documents are drawn, at work, answered and handed on: what keeps a run in order and within its memory."""

import os
import pickle
from collections import deque
from collections.abc import Iterator

import attrs

from pressparse.batch.reading import Answer, Document, File
from pressparse.errors import PressparseError
from pressparse.formats.source import Source

_LARGEST = 64  # documents of a chunk
_SHARE = 8  # no chunk is more than an eighth of what a worker has done by then, so that all end together
_BYTES = 1 << 20  # of documents that are no paths, in a chunk
_AHEAD = 4  # chunks for each worker that may be drawn before the first of them is handed on


@attrs.frozen
class Task:
    """Documents for one worker, by their place in the run; the last try of a document that is `alone`."""

    numbers: tuple[int, ...]
    alone: bool = False


IDLE = Task(())


@attrs.define(eq=False)
class Ledger:
    """The documents of a run between being drawn and handed on."""

    _remaining: Iterator[Document]
    _workers: int
    _chunk: int | None
    _documents: dict[int, Document] = attrs.field(factory=dict, init=False)
    _answers: dict[int, bytes | PressparseError] = attrs.field(factory=dict, init=False)
    _again: deque[Task] = attrs.field(factory=deque, init=False)
    _drawn: int = attrs.field(default=0, init=False)
    _next: int = attrs.field(default=0, init=False)
    _ended: bool = attrs.field(default=False, init=False)

    @property
    def is_done(self) -> bool:
        """Whether everything that was drawn is handed on, and nothing is left to draw."""
        return self._ended and not self._documents

    @property
    def has_next(self) -> bool:
        """Whether there is an answer to the document that is next in order."""
        return self._next in self._answers

    def next_task(self) -> Task | None:
        """Return what a worker is to do next, if there is anything now; draws from the input."""
        if self._again:
            return self._again.popleft()
        size = self._chunk or max(1, min(_LARGEST, self._drawn // (self._workers * _SHARE)))
        if self._drawn - self._next > size * self._workers * _AHEAD:
            return None
        numbers = tuple(self._draw(size))
        return Task(numbers) if numbers else None

    def documents(self, task: Task) -> list[Document]:
        """Return the documents of `task`."""
        return [self._documents[number] for number in task.numbers]

    def settle(self, task: Task, answers: list[bytes]) -> Task:
        """Keep the (pickled) answers to the first documents of `task`, and return what is left of it."""
        self._answers.update(zip(task.numbers, answers, strict=False))
        left = task.numbers[len(answers) :]
        return attrs.evolve(task, numbers=left) if left else IDLE

    def take_back(self, task: Task) -> None:
        """Keep `task`, which nobody has begun, for the next worker."""
        self._again.appendleft(task)

    def lose(self, task: Task, error: PressparseError) -> None:
        """Have the documents of `task` tried again one by one, or take `error` for the answer of one that was."""
        if task.alone:
            self._answers[task.numbers[0]] = error
        else:
            self._again.extend(Task((number,), alone=True) for number in task.numbers)

    def next_answer(self) -> tuple[Document, Answer]:
        """Return the document that is next in order and its answer, which there `has_next`."""
        answer = self._answers.pop(self._next)
        document = self._documents.pop(self._next)
        self._next += 1
        return document, pickle.loads(answer) if isinstance(answer, bytes) else answer  # noqa: S301 - from our own worker

    def _draw(self, size: int) -> Iterator[int]:
        """Draw up to `size` documents, fewer where they are large, and yield their numbers."""
        weight = 0
        while size > 0 and weight < _BYTES and not self._ended:
            try:
                document = next(self._remaining)
            except StopIteration:
                self._ended = True
                return
            if isinstance(document, os.PathLike):
                document = File(os.fspath(document))  # of a kind that any worker knows
            weight += _weight(document)
            self._documents[self._drawn] = document
            yield self._drawn
            self._drawn += 1
            size -= 1


def _weight(document: Document) -> int:
    """Return how many bytes or characters of `document` are in memory."""
    if isinstance(document, str | bytes):
        return len(document)
    if isinstance(document, Source):
        return len(document.data)
    if isinstance(document, File):
        return 0
    msg = f"a source is a path (os.PathLike), bytes or a text (str), not {type(document).__name__}"
    raise TypeError(msg)
