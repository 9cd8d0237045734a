"""The processes that read documents, and what each does: started, given work, listened to, replaced, and ended."""

import multiprocessing
import os
import pickle
import signal
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.connection import wait as any_of
from multiprocessing.process import BaseProcess
from typing import Literal, Self

import attrs

from pressparse.batch.ledger import IDLE, Ledger, Task
from pressparse.batch.reading import Answer, Document, Manner, identity, reader
from pressparse.errors import PressparseError, TimeLimitError, WorkerError

_PULSE = 0.05  # seconds after which a worker that is at slow documents shows that it gets on

# Read before the first document, so that its time is not spent on making patterns and tables.
_WARM_UP = (
    """Paris, Monday March 4, 2024
PR 010-2024

A New Instrument for the Weather Satellite

The agency signed the contract on Tuesday, February 27. “We are proud,” said Jane Doe. It will be launched in late 2026.

Contacts
Jane Doe Press Officer Tel: +33 (0)1 44 76 75 00 jane.doe@example.org
""",
    """Paris, le lundi 4 mars 2024
CP 010-2024

Un nouvel instrument pour le satellite météorologique

L’agence a signé le contrat le mardi 27 février. « Nous en sommes fiers », dit Jeanne Dupont. Il sera lancé fin 2026.

Contacts
Jeanne Dupont Attachée de presse Tél. : 01 44 76 75 00 jeanne.dupont@example.org
""",
)


def work(pipe: Connection, pickled: bytes) -> None:
    """Be a worker until the other end of `pipe` is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever started us, and that one ends us
    end_with(multiprocessing.parent_process())
    manner: Manner = pickle.loads(pickled)  # noqa: S301 - from the process that started us
    read = reader(manner)
    for text in _WARM_UP:
        read(text)
    try:
        pipe.send([])
        while True:
            _answer(pipe, read, pipe.recv())
    except (EOFError, ConnectionError):
        pipe.close()


def end_with(parent: BaseProcess | None) -> None:
    """End this process, whatever it is at, as soon as its `parent` does; that one may have been killed."""

    def wait_and_end(parent: BaseProcess) -> None:
        parent.join()
        os._exit(1)

    if parent is not None:
        threading.Thread(target=wait_and_end, args=(parent,), daemon=True).start()


def _answer(pipe: Connection, read: Callable[[Document], Answer], documents: list[Document]) -> None:
    """Send the answers to `documents`, in one message or, where they take long, in several."""
    answers: list[bytes] = []
    sent = time.monotonic()
    for document in documents:
        answers.append(pickle.dumps(read(document), pickle.HIGHEST_PROTOCOL))
        if time.monotonic() - sent > _PULSE:
            pipe.send(answers)
            answers, sent = [], time.monotonic()
    if answers:
        pipe.send(answers)


_STARTING = 120.0  # seconds; a machine may be busy
_STARTS = 3  # in vain, one after the other
_DYING = 5.0  # seconds from the end of a process's pipe to its own
_NO_START = (
    "no worker process starts: what it says stands above; a script has to call parse_many below"
    ' `if __name__ == "__main__":`, since every worker imports it'
)
_FORK_SERVER: Literal["forkserver"] = "forkserver"


@attrs.define(eq=False)
class _Worker:
    """A process, the pipe to it, what it is at, and by when something has to be heard of it."""

    process: BaseProcess
    pipe: Connection
    deadline: float
    is_ready: bool = False
    task: Task = IDLE

    def end(self) -> None:
        """End the process, whatever it is at; it holds nothing that would be lost."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


@attrs.define(eq=False)
class Crew:
    """Up to `size` workers that read in the `manner` (pickled), with `limit` seconds for a document."""

    _size: int
    _manner: bytes
    _limit: float
    _workers: dict[Connection, _Worker] = attrs.field(factory=dict, init=False)
    _starts_lost: int = attrs.field(default=0, init=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers.values():
            worker.process.kill()  # all at once; then each is waited for
        for worker in self._workers.values():
            worker.end()

    def hand_out(self, ledger: Ledger) -> None:
        """Give tasks to workers that have none, and start those that are missing, as long as there are tasks."""
        idle = [worker for worker in self._workers.values() if worker.task is IDLE]
        while (idle or len(self._workers) < self._size) and (task := ledger.next_task()):
            worker = idle.pop() if idle else self._start()
            worker.task = task
            if worker.is_ready:
                self._send(worker, ledger)

    def listen(self, ledger: Ledger, *, wait: bool) -> None:
        """Take what workers say, if need be after a `wait` for the first, replace those that died or are late."""
        now = time.monotonic()
        deadlines = [worker.deadline for worker in self._workers.values() if worker.task is not IDLE]
        patience = max(0.0, min(deadlines, default=now) - now) if wait else 0.0
        heard = any_of(list(self._workers), None if patience == float("inf") else patience)
        workers = list(self._workers.items())
        for worker in [worker for pipe, worker in workers if pipe in heard]:
            self._hear(worker, ledger)
        for worker in [worker for pipe, worker in workers if pipe not in heard]:
            if worker.task is not IDLE and worker.deadline <= now:
                self._lose(worker, ledger, late=True)
        self.hand_out(ledger)

    def _start(self) -> _Worker:
        """Start a worker. It is spawned, or comes from a fork server: forking is not safe where there are threads."""
        chosen = multiprocessing.get_start_method(allow_none=True)
        forks = chosen == _FORK_SERVER
        context = multiprocessing.get_context(_FORK_SERVER) if forks else multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=work, args=(theirs, self._manner), name="pressparse", daemon=True)
        process.start()
        theirs.close()
        worker = _Worker(process, ours, time.monotonic() + _STARTING)
        self._workers[ours] = worker
        return worker

    def _send(self, worker: _Worker, ledger: Ledger) -> None:
        """Send its task to a worker that has done nothing of it: that one listens, or neither would ever go on."""
        worker.deadline = time.monotonic() + self._limit
        try:
            worker.pipe.send(ledger.documents(worker.task))
        except ConnectionError:
            ledger.take_back(worker.task)
            worker.task = IDLE
            self._lose(worker, ledger)

    def _hear(self, worker: _Worker, ledger: Ledger) -> None:
        try:
            answers: list[bytes] = worker.pipe.recv()
        except (EOFError, ConnectionError):
            self._lose(worker, ledger)
            return
        if worker.is_ready:
            worker.task = ledger.settle(worker.task, answers)
            worker.deadline = time.monotonic() + self._limit
        else:
            worker.is_ready, self._starts_lost = True, 0
            self._send(worker, ledger)

    def _lose(self, worker: _Worker, ledger: Ledger, *, late: bool = False) -> None:
        """End a worker that died or is late, and give what it was at back: once more, or as a failure."""
        del self._workers[worker.pipe]
        if not late:
            worker.process.join(_DYING)  # so that the exit code is its own
        worker.end()
        if not worker.is_ready:
            self._starts_lost += 1
            if self._starts_lost == _STARTS:
                raise WorkerError(None, None, _NO_START)
            ledger.take_back(worker.task)
        elif worker.task is not IDLE:
            ledger.lose(worker.task, self._error(worker, ledger.documents(worker.task)[0], late=late))

    def _error(self, worker: _Worker, document: Document, *, late: bool) -> PressparseError:
        if late:
            return TimeLimitError(*identity(document), self._limit)
        reason = f"the process that read it ended with exit code {worker.process.exitcode}, twice"
        return WorkerError(*identity(document), reason)
