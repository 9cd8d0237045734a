"""What a run says of itself on standard error: a bar while it goes on a terminal, messages, and what came of it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Self

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, SpinnerColumn, TextColumn, TimeRemainingColumn
from rich.text import Text

if TYPE_CHECKING:
    from types import TracebackType

    from rich.console import RenderableType
    from rich.progress import Task


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.0f}/s" if task.speed else "")


class Reporter:
    """Counts documents and says what is to be said; with a `total` it draws a bar below, while it is entered.

    Messages and the bar go to standard error, what is `show`n to standard output. In an `overview` on a terminal all
    of it shares the screen of standard output, the bar below.
    """

    def __init__(self, total: int | None, *, overview: bool) -> None:
        self.done = self.failed = self.doubtful = 0
        self._out, self._err = _console(stderr=False), _console(stderr=True)
        columns = (
            SpinnerColumn(),
            BarColumn(),
            TextColumn("{task.completed}/{task.total}"),
            _Rate(),
            TimeRemainingColumn(),
        )
        failures = TextColumn("[red]{task.fields[failed]} failed")
        shown = self._out if overview else self._err
        self._bar = Progress(*columns, failures, console=shown, transient=True)
        self._drawn = total is not None
        self._task = self._bar.add_task("", total=total or 0, failed=0)
        if total is not None and overview:
            self._err = self._out

    def __enter__(self) -> Self:
        if self._drawn:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._drawn:
            self._bar.stop()

    def count(self, *, failed: bool, doubtful: bool) -> None:
        """Count a document that is done."""
        self.done += 1
        self.failed += failed
        self.doubtful += doubtful
        self._bar.update(self._task, advance=1, failed=self.failed)

    @property
    def width(self) -> int:
        """The columns of the terminal on standard output."""
        return self._out.width

    def say(self, message: RenderableType) -> None:
        """Print a message on standard error."""
        self._err.print(message)

    def show(self, output: RenderableType) -> None:
        """Print what was asked for on standard output."""
        self._out.print(output)


def _console(*, stderr: bool) -> Console:
    return Console(
        stderr=stderr,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=not (sys.stderr if stderr else sys.stdout).isatty(),
    )
