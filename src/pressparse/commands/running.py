"""A run of `pressparse parse`: documents are read one by one, reported, and handed on to where they are wanted.

Ctrl-C loses nothing: it ends a run between two documents, so that only whole records are written.
"""

import signal
import sys
from collections.abc import Callable, Iterator
from itertools import chain, islice
from types import FrameType
from typing import Self, TypeVar

import attrs
import click
from rich.console import Console, RenderableType
from rich.progress import BarColumn, Progress, ProgressColumn, SpinnerColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from pressparse.commands.console import FAILED, FINDINGS, INTERRUPTED, counted, message, one_line, print_json
from pressparse.commands.destinations import (
    Form,
    Held,
    Passed,
    is_folder,
    to_file,
    to_folder,
    to_parts,
    to_standard_output,
    without,
)
from pressparse.commands.documents import Outcome, documents, is_within, none_found, stand_for_one
from pressparse.commands.overview import line_of, page_of
from pressparse.errors import ExportError
from pressparse.exports import releases_of
from pressparse.formats import suffixes
from pressparse.model import Failure, Release, Row

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Order:
    """What is to become of which documents. Without a `form` the records are for people, or `pretty`.

    The output is in parts of `part` records, if that is given; what it has `held` from the start is not read again.
    """

    paths: tuple[str, ...]
    limit: int | None
    output: str | None
    part: int | None
    held: Held
    form: Form | None
    pretty: bool
    with_text: bool
    strict: bool
    verbose: bool

    @property
    def several(self) -> bool:
        """Whether there may be more than one document."""
        return not stand_for_one(self.paths)

    @property
    def overview(self) -> bool:
        """Whether people look at the records."""
        return self.form is None and not self.pretty

    def documents(self, passed: Passed) -> Iterator[str]:
        """Yield the documents, without what this run writes and what is held, which is counted as `passed`."""
        found = documents(self.paths)
        output = self.output
        if output is not None and self.form is not None and self.form.export.suffix.endswith(suffixes()):
            found = (path for path in found if not is_within(path, output))
        return islice(without(found, self.held, passed) if self.held.documents else found, self.limit)


def run(order: Order, read: Callable[[Iterator[str]], Iterator[Outcome]]) -> int:
    """Do what `order` says, with what `read` makes of the documents, and return the exit status."""
    try:
        return _run(order, read)
    except KeyboardInterrupt:  # again, or before there was anything to end
        click.echo("interrupted at once: what was being written is not whole, files are as they were", err=True)
        return INTERRUPTED


def _run(order: Order, read: Callable[[Iterator[str]], Iterator[Outcome]]) -> int:
    passed = Passed()
    found = order.documents(passed)
    some = [*islice(found, 1)]
    if not some and not order.held.documents:
        raise click.UsageError(none_found(order.paths))
    found = chain(some, found)
    total = None
    if _has_bar(order):
        known = list(found)
        found, total = iter(known), len(known)
    with Interruption() as interruption, Reporter(total, overview=order.overview) as reporter:
        rows = _reported(interruption.results(read(found)), order, reporter)
        try:
            # Of a failure alone nothing is written.
            _hand_on(rows if order.several else [*releases_of(rows)], order, reporter)
        except ExportError as error:  # a package is missing
            raise click.UsageError(str(error)) from None
    if order.several or interruption.happened:
        click.echo(_summary(order, reporter, passed, interrupted=interruption.happened), err=True)
    if interruption.happened:
        return INTERRUPTED
    return FAILED if reporter.failed or passed.failed else FINDINGS if reporter.doubtful and order.strict else 0


def _has_bar(order: Order) -> bool:
    """Return whether a bar is drawn: for several documents, on a terminal that the records do not fill."""
    filled = sys.stdout.isatty() and order.output is None and not order.overview
    return order.several and sys.stderr.isatty() and not filled


def _reported(outcomes: Iterator[Outcome], order: Order, reporter: "Reporter") -> Iterator[Row]:
    for done in outcomes:
        row = done.row
        if isinstance(row, Failure):
            reporter.count(failed=True, doubtful=False)
            reporter.say(message(done.path, "error", row.message.removeprefix(f"{done.path}: ")))
        else:
            findings = [found for found in row.diagnostics if found.severity != "info"]
            reporter.count(failed=False, doubtful=bool(findings))
            for found in findings if order.strict else ():
                said = f"{found.code} ({found.field}): {found.message}"
                reporter.say(message(done.path, found.severity, said))
            if order.verbose:
                time_taken = "" if done.seconds is None else f", {done.seconds * 1000:.0f} ms"
                reporter.say(one_line(f"{done.path}: {_manner(row)}{time_taken}"))
        if not (isinstance(row, Failure) and (row.source, row.digest) in order.held.retried):  # its row is there
            yield row


def _manner(release: Release) -> str:
    encoding = f"{release.encoding.name} ({release.encoding.how})" if release.encoding else None
    profile = f"profile {release.profile}"
    language = f"language {release.language}" if release.language else None
    return ", ".join(part for part in (release.format, encoding, profile, language) if part)


def _hand_on(rows: Iterator[Row] | list[Row], order: Order, reporter: "Reporter") -> None:
    if order.form is None and order.pretty:
        for row in rows:
            print_json(row.to_dict(text=order.with_text) if isinstance(row, Release) else row.to_dict(), pretty=True)
    elif order.form is None:
        for number, release in enumerate(releases_of(rows)):
            reporter.show(line_of(release, reporter.width, heading=number == 0) if order.several else page_of(release))
    elif order.output is None:
        to_standard_output(order.form, rows, several=order.several)
    elif order.several or rows:
        _save(order.form, order.output, rows, order)


def _save(form: Form, output: str, rows: Iterator[Row] | list[Row], order: Order) -> None:
    try:
        if order.part:
            to_parts(form, output, rows, order.part)
        elif is_folder(output):
            to_folder(form, output, rows, order.paths)
        else:
            to_file(form, output, rows, several=order.several)
    except OSError as error:
        place = error.filename or output
        reason = (error.strerror or str(error)).lower()
        missing = "create its folder first, or " if isinstance(error, FileNotFoundError) else ""
        msg = one_line(f"{place}: cannot be written, {reason}; {missing}name another place by -o")
        raise click.ClickException(msg) from None


def _summary(order: Order, reporter: "Reporter", passed: Passed, *, interrupted: bool) -> str:
    said = f"{counted(reporter.done, 'release')}, {reporter.failed} failed"
    if order.strict:
        said += f", {reporter.doubtful} with findings"
    if passed.documents:
        failed = f" ({passed.failed} failed)" if passed.failed else ""
        said += f", {passed.documents} held from before{failed}"
    way_on = "; go on with --resume" if order.part else ""
    return f"interrupted after {said}{way_on}" if interrupted else said


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

    def __exit__(self, *_: object) -> None:
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
        self._bar = Progress(
            SpinnerColumn(),
            BarColumn(),
            TextColumn("{task.completed}/{task.total}"),
            _Rate(),
            TimeRemainingColumn(),
            TextColumn("[red]{task.fields[failed]} failed"),
            console=self._out if overview else self._err,
            transient=True,
        )
        self._drawn = total is not None
        self._task = self._bar.add_task("", total=total or 0, failed=0)
        if total is not None and overview:
            self._err = self._out

    def __enter__(self) -> Self:
        if self._drawn:
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
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
