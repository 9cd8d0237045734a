"""Ctrl-C that loses nothing: it ends a run between two documents, so that only whole records are written."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType, TracebackType

T = TypeVar("T")


class Interruption:
    """While it is entered, the first Ctrl-C ends what `results` yields; a second one ends the program at once.

    A document that is being read is given up, one that is being written is written whole.
    """

    def __init__(self) -> None:
        self.happened = False
        self._reading = False

    def __enter__(self) -> Self:
        self._before = signal.signal(signal.SIGINT, self._interrupt)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        signal.signal(signal.SIGINT, self._before)

    def results(self, outcomes: Iterator[T]) -> Iterator[T]:
        """Yield `outcomes`, each made when it is asked for, until Ctrl-C."""
        while True:
            self._reading = True
            try:
                if self.happened:
                    return
                result = next(outcomes)
            except (KeyboardInterrupt, StopIteration):
                return
            finally:
                self._reading = False
            yield result

    def _interrupt(self, _signal: int, _frame: FrameType | None) -> None:
        again, self.happened = self.happened, True
        if again or self._reading:
            raise KeyboardInterrupt
