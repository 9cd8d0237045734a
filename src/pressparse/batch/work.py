"""What a worker does: it reads the documents that come through its pipe, and sends back what comes of them."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
import time
from typing import TYPE_CHECKING

from pressparse.batch.reading import reader

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from pressparse.batch.reading import Answer, Document, Manner

_PULSE = 0.05  # seconds after which a worker that is at slow documents shows that it gets on

# Read before the first document, so that its time is not spent on making patterns and tables.
_WARM_UP = (
    """Paris, Monday March 4, 2024
PR 010-2024

A New Instrument for the Weather Satellite

The agency signed a contract with its partners on Tuesday, February 27, in Toulouse. “We are proud of this instrument,”
said Jane Doe, head of the program. It will be launched in late 2026.

Contacts
Jane Doe Press Officer Tel: +33 (0)1 44 76 75 00 jane.doe@example.org
""",
    """Paris, le lundi 4 mars 2024
CP 010-2024

Un nouvel instrument pour le satellite météorologique

L’agence a signé un contrat avec ses partenaires le mardi 27 février à Toulouse. « Nous en sommes fiers », a déclaré
Jeanne Dupont, responsable du programme. Il sera lancé fin 2026.

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
