"""Runs over many documents: in order, lazily, and whatever happens to the processes that read them."""

import hashlib
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
import types
from collections.abc import Iterator
from itertools import count, islice
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import batch_rules
import pytest

import pressparse
from pressparse import Failure, Release, parse_many
from pressparse.batch import LIMIT, processors
from pressparse.batch.crew import end_with, work
from pressparse.batch.ledger import IDLE, Ledger, Task
from pressparse.batch.reading import Manner, identity, reader
from pressparse.formats.source import Source

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
TEXTS = [path.read_text("utf-8") for path in SEEDS]
OPTIONS: Any = {"profile": None, "language": None, "region": None}
SOON = 30.0  # seconds, on a busy machine


def children() -> list[BaseProcess]:
    """Return the workers that this process has."""
    return [child for child in multiprocessing.active_children() if child.name == "pressparse"]


@pytest.fixture(autouse=True)
def nobody_stays() -> Iterator[None]:
    """After every test there is no worker left."""
    yield
    assert children() == []


def seconds_until_nobody(processes: list[int]) -> float:
    """Return after how many seconds none of `processes` lives."""
    start = time.monotonic()
    while any(Path(f"/proc/{process}").exists() for process in processes) and time.monotonic() < start + SOON:
        time.sleep(0.02)
    return time.monotonic() - start


def kill_a_worker() -> None:
    """Kill a worker as the system does when memory runs out, and wait until it is dead."""
    victim = children()[0]
    victim.kill()
    victim.join()


def codes(rows: Iterator[Release | Failure]) -> list[str | None]:
    """Return for each row the code of its failure."""
    return [row.code if isinstance(row, Failure) else None for row in rows]


def test_what_comes_out_is_what_parsing_one_by_one_gives() -> None:
    """Paths, bytes and texts in any mixture, in their order; a failed one has its row."""
    sources: list[Path | str | bytes] = [
        SEEDS[0],
        TEXTS[1],
        SEEDS[1].read_bytes(),
        Path("missing.txt"),
        b"\0\0\0",
        *TEXTS * 10,
    ]
    rows = list(parse_many(sources, workers=2))
    assert rows[:3] == [
        pressparse.parse_file(SEEDS[0]),
        pressparse.parse(TEXTS[1]),
        pressparse.parse_bytes(SEEDS[1].read_bytes()),
    ]
    assert [row.to_dict() for row in rows[3:5]] == [
        {
            "source": "missing.txt",
            "digest": None,
            "error": {"code": "unreadable", "message": "missing.txt: no such file or directory"},
        },
        {
            "source": None,
            "digest": hashlib.sha256(b"\0\0\0").hexdigest(),
            "error": {"code": "unreadable", "message": "(bytes): binary data, no text in any encoding"},
        },
    ]
    assert rows[5:] == [pressparse.parse(text) for text in TEXTS * 10]


@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_own_rules_and_words_go_along(method: str, request: pytest.FixtureRequest) -> None:
    """A worker reads by the parser that was given, else by the one that is open, however it is started."""
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip("not on this system")
    before = multiprocessing.get_start_method(allow_none=True)
    request.addfinalizer(lambda: multiprocessing.set_start_method(before, force=True))
    multiprocessing.set_start_method(method, force=True)
    words = {"en/masthead": {"kinds": {"star bulletin": "statement"}}}
    parser = pressparse.Parser("generic", vocabularies=words)
    text = f"STAR BULLETIN\n\n{batch_rules.text()}"
    (given,) = parse_many([text], parser=parser, workers=1)
    with parser.reading():
        (opened,) = parse_many([text], profile="generic", workers=1)
    assert given == opened == parser.parse(text)
    assert parser.parse(text).kind == "statement"


def test_sources_are_drawn_lazily_and_closing_ends_all() -> None:
    """An endless input gives its first rows, a few are ahead in memory, and no process stays."""
    drawn = count()
    rows = parse_many((batch_rules.text() for _ in drawn), workers=2)
    assert len(list(islice(rows, 40))) == 40
    assert next(drawn) < 40 + 60
    processes = [child.pid or 0 for child in children()]
    assert len(processes) == 2
    rows.close()
    assert children() == []
    assert seconds_until_nobody(processes) < SOON


def test_nothing_comes_of_nothing() -> None:
    """Without documents no process is started."""
    assert list(parse_many([])) == []
    assert processors() >= 1


def test_without_affinity_all_processors_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not every system tells which processors one may use."""
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    assert processors() == (os.cpu_count() or 1)


def test_workers_that_are_killed_are_replaced() -> None:
    """A worker killed in the middle costs nothing: all rows come, in order, none twice."""
    texts = [batch_rules.text().replace("010", f"{number:03}") for number in range(1, 301)]
    rows = []
    for number, row in enumerate(parse_many(texts, workers=2)):
        rows.append(row)
        if number in {20, 150, 151}:
            children()[0].kill()
    assert [row.reference.number for row in rows if isinstance(row, Release) and row.reference] == list(range(1, 301))


def test_a_worker_killed_while_idle_is_replaced() -> None:
    """A task that could not be given goes to another worker, without counting as a try."""

    def sources() -> Iterator[str]:
        yield TEXTS[0]
        kill_a_worker()
        yield TEXTS[1]

    assert codes(parse_many(sources(), workers=1, chunk=1)) == [None, None]


def test_the_death_of_an_idle_worker_is_noticed() -> None:
    """Nothing was lost with it; another takes its place when there is work."""

    def sources() -> Iterator[str]:
        yield from TEXTS
        yield batch_rules.text("sleep")

    rows = parse_many(sources(), workers=3, chunk=1, timeout=5, parser=batch_rules.parser())
    assert codes(islice(rows, 2)) == [None, None]
    kill_a_worker()
    kill_a_worker()
    assert codes(rows) == ["time-budget"]


def test_a_poisonous_document_is_one_failure(tmp_path: Path) -> None:
    """A document that ends its worker twice is reported; its neighbors and one that did it once are read."""
    poison = tmp_path / "poison.txt"
    poison.write_text(batch_rules.text("die"), "utf-8")
    sources: list[Path | str] = [*TEXTS, poison, *TEXTS, batch_rules.text("once", tmp_path / "dead"), TEXTS[0]]
    rows = list(parse_many(sources, workers=2, chunk=4, parser=batch_rules.parser()))
    assert [row.code if isinstance(row, Failure) else None for row in rows] == [
        None,
        None,
        "worker-failed",
        *[None] * 4,
    ]
    assert rows[2] == Failure(
        source=str(poison),
        digest=hashlib.sha256(poison.read_bytes()).hexdigest(),
        code="worker-failed",
        message=f"{poison}: the process that read it ended with exit code 7, twice",
    )


def test_a_document_over_the_time_limit_is_one_failure() -> None:
    """It is tried once more alone, and then said to take too long; the rest is read."""
    sources: list[str | bytes] = [*TEXTS, batch_rules.text("sleep").encode(), *TEXTS]
    rows = list(parse_many(sources, workers=2, chunk=3, timeout=5, parser=batch_rules.parser()))
    assert codes(iter(rows)) == [None, None, "time-budget", None, None]
    digest = hashlib.sha256(batch_rules.text("sleep").encode()).hexdigest()
    assert rows[2] == Failure(source=None, digest=digest, code="time-budget", message="not read within 5 s, twice")


@pytest.mark.parametrize(
    ("source", "error"),
    [(Path("missing.txt"), pressparse.UnreadableError), (batch_rules.text("die"), pressparse.WorkerError)],
    ids=["missing", "deadly"],
)
def test_failures_are_raised_where_that_is_asked_for(source: str | Path, error: type[Exception]) -> None:
    """What came before is handed on, and no process stays."""
    rows = parse_many([TEXTS[0], source, TEXTS[1]], workers=1, on_error="raise", parser=batch_rules.parser())
    assert next(rows) == pressparse.parse(TEXTS[0])
    with pytest.raises(error):
        next(rows)
    assert children() == []


MISUSES: list[tuple[dict[str, Any], type[Exception], str]] = [
    ({"workers": 0}, ValueError, "are positive, not 0, None and 60.0"),
    ({"workers": 2, "chunk": 0}, ValueError, "positive"),
    ({"timeout": 0}, ValueError, "positive"),
    ({"on_error": "ignore"}, ValueError, "'record' or 'raise', not 'ignore'"),
    ({"language": "xx"}, pressparse.UnknownLanguageError, "xx"),
    ({"profile": "xx"}, pressparse.UnknownProfileError, "xx"),
    ({"region": "France"}, pressparse.UnknownRegionError, "such as FR"),
]


@pytest.mark.parametrize(("options", "error", "message"), MISUSES, ids=[repr(options) for options, _, _ in MISUSES])
def test_misuse_is_said_at_once(options: dict[str, Any], error: type[Exception], message: str) -> None:
    """Before anything is drawn or started."""
    with pytest.raises(error, match=message):
        parse_many([], **options)


def test_a_source_of_another_type_is_misuse() -> None:
    """It is raised when it is drawn."""
    with pytest.raises(TypeError, match=r"a source is a path \(os.PathLike\), bytes or a text \(str\), not int"):
        list(parse_many([TEXTS[0], 3]))  # type: ignore[list-item]  # what is tested


def test_a_parser_that_cannot_be_pickled_is_misuse() -> None:
    """The message says what to do about it."""
    parser = pressparse.Parser(rules=[pressparse.Rule(**{**rule_parts(), "build": lambda _: None})])
    with pytest.raises(TypeError, match="at the top of a module"):
        parse_many([], parser=parser)


def rule_parts() -> dict[str, Any]:
    """Return what the misbehaving rule is made of."""
    names = ("name", "table", "pattern", "build", "examples", "rejects", "anchors")
    return {name: getattr(batch_rules.RULE, name) for name in names}


def test_where_no_worker_starts_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule from a module that a worker does not find ends the run, and not in an endless loop."""
    module = types.ModuleType("nowhere_else")
    exec("def build(match): return None", vars(module))  # noqa: S102 - a function that only this process knows
    monkeypatch.setitem(sys.modules, "nowhere_else", module)
    parser = pressparse.Parser(rules=[pressparse.Rule(**{**rule_parts(), "build": vars(module)["build"]})])
    with pytest.raises(pressparse.WorkerError, match=r"no worker process starts: .*__main__"):
        list(parse_many(TEXTS, parser=parser, workers=1))


PROGRAM = """
import sys, time
sys.path.insert(0, {tests!r})
import multiprocessing, signal, batch_rules, pressparse

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background begins without it
    texts = [batch_rules.text(), batch_rules.text("sleep"), *[batch_rules.text()] * 500]
    for row in pressparse.parse_many(texts, workers=2, timeout=None, parser=batch_rules.parser()):
        print(*[child.pid for child in multiprocessing.active_children()], flush=True)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda sign: sign.name)
def test_no_process_outlives_its_program(sign: signal.Signals, tmp_path: Path) -> None:
    """Ctrl-C, which the whole group gets, and worse: workers end with who started them."""
    program = tmp_path / "program.py"
    program.write_text(PROGRAM.format(tests=str(Path(__file__).parent)), "utf-8")
    command = [sys.executable, str(program)]
    with subprocess.Popen(  # noqa: S603 - this interpreter, the tests' own code
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as running:
        assert running.stdout
        assert running.stderr
        processes = [int(process) for process in running.stdout.readline().split()]
        (os.killpg if sign == signal.SIGINT else os.kill)(running.pid, sign)
        assert running.wait(SOON) != 0
        assert len(processes) == 2
        assert seconds_until_nobody(processes) < SOON
        errors = running.stderr.read()
        assert errors.count("Traceback") == (sign == signal.SIGINT), errors


def serve(script: list[list[Any]]) -> list[Any]:
    """Return what a worker in this process says, first of itself and then to each list of documents."""
    ours, theirs = multiprocessing.Pipe()
    said: list[Any] = []

    def talk() -> None:
        said.append(ours.recv())
        for documents in script:
            ours.send(documents)
            answered = 0
            while answered < len(documents):
                said.append(ours.recv())
                answered += len(said[-1])
        ours.close()

    talking = threading.Thread(target=talk)
    before = signal.getsignal(signal.SIGINT)
    talking.start()
    try:
        work(theirs, pickle.dumps(Manner.of(None, OPTIONS)))
    finally:
        signal.signal(signal.SIGINT, before)
        talking.join()
    return said


def test_a_worker_says_that_it_is_there_and_answers_each_chunk(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty message first; then pickled answers, in one message as long as no time is up; it ends with the pipe."""
    monkeypatch.setattr("pressparse.batch.crew._PULSE", float("inf"))
    ready, answers, nothing = serve([TEXTS, [Path("missing.txt")]])
    assert ready == []
    assert list(map(pickle.loads, answers)) == list(map(pressparse.parse, TEXTS))
    assert [str(pickle.loads(answer)) for answer in nothing] == ["missing.txt: no such file or directory"]  # noqa: S301 - pickled here


def test_a_worker_at_slow_documents_shows_that_it_gets_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """A message holds what is done when it is time for one."""
    monkeypatch.setattr("pressparse.batch.crew._PULSE", -1.0)
    _, *answers = serve([[TEXTS[0], *TEXTS]])
    assert list(map(len, answers)) == [1, 1, 1]


def test_a_worker_whose_program_is_gone_ends() -> None:
    """It does not wait for anyone."""
    ours, theirs = multiprocessing.Pipe()
    ours.close()
    before = signal.getsignal(signal.SIGINT)
    work(theirs, pickle.dumps(Manner.of(None, OPTIONS)))
    signal.signal(signal.SIGINT, before)
    assert theirs.closed


def test_a_worker_ends_with_who_started_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even where it is at a document and hears nothing."""
    ended: list[int] = []
    happened = threading.Event()

    def end(status: int) -> None:
        ended.append(status)
        happened.set()

    monkeypatch.setattr(os, "_exit", end)
    program = multiprocessing.get_context("spawn").Process(target=int)
    program.start()
    end_with(program)
    assert happened.wait(SOON)
    program.join()
    assert ended == [1]


def test_a_defect_costs_its_own_document(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a format did not foresee is an error with the identity of the document, not the end of a worker."""

    def fail(_: Source, **__: object) -> None:
        raise KeyError(0)

    monkeypatch.setattr("pressparse.batch.reading.parse_source", fail)
    read = reader(Manner.of(None, OPTIONS))
    error = read(Source("a.txt", b"text"))
    assert isinstance(error, pressparse.WorkerError)
    assert (error.source, error.digest) == ("a.txt", hashlib.sha256(b"text").hexdigest())
    assert str(error) == "a.txt: KeyError: 0"


def test_a_document_is_known_by_its_name_and_its_bytes() -> None:
    """As far as it has them; a file may be gone by then."""
    assert identity("text") == (None, None)
    assert identity(b"x") == (None, hashlib.sha256(b"x").hexdigest())
    assert identity(Path("missing.txt")) == ("missing.txt", None)


def test_chunks_grow_with_what_is_done_and_end_with_heavy_documents() -> None:
    """A chunk is at most an eighth of what a worker has done, 64 documents, or the document that makes it heavy."""

    def sizes(ledger: Ledger) -> Iterator[int]:
        while task := ledger.next_task():
            yield len(task.numbers)
            ledger.settle(task, [pickle.dumps(None)] * len(task.numbers))
            while ledger.has_next:
                ledger.next_answer()

    found = list(sizes(Ledger(iter(["x"] * 2000), 2, None)))
    assert found[:16] == [1] * 16
    assert max(found) == found[-2] == 64
    assert list(sizes(Ledger(iter([Source(None, bytes(900_000))] * 6), 2, 4))) == [2, 2, 2]
    assert list(sizes(Ledger(iter([Path("x")] * 10), 2, 4))) == [4, 4, 2]


def test_what_nobody_began_comes_first_and_loses_no_try() -> None:
    """A task is taken back whole; one that was lost is tried again one by one."""
    ledger = Ledger(iter("abcd"), 1, 2)
    first, second = ledger.next_task(), ledger.next_task()
    assert (first, second) == (Task((0, 1)), Task((2, 3)))
    assert first
    assert second
    ledger.take_back(second)
    assert ledger.next_task() == second
    ledger.lose(first, pressparse.WorkerError(None, None, "x"))
    assert [ledger.next_task(), ledger.next_task()] == [Task((0,), alone=True), Task((1,), alone=True)]
    assert ledger.settle(second, [b"", b""]) is IDLE


def test_the_time_limit_is_a_minute() -> None:
    """As the documents say."""
    assert LIMIT == 60
