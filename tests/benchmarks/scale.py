"""Measure runs over many documents: `python tests/benchmarks/scale.py`; docs/scale.md explains the figures.

Efficiency compares rows per second, and processor seconds per row: others on the machine take processors away and so
spoil the first, hardly the second. Each way of running is measured in turns, several times; the best counts.
"""

import argparse
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from multiprocessing import active_children
from pathlib import Path
from random import Random

import pressparse
from pressparse.batch import processors
from pressparse.testing.samples import blocks, dates

SEED = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))[1].read_text("utf-8")
WARM = 200  # rows before the clock starts: processes begin, make their patterns, and chunks grow


def releases(number: int) -> Iterator[str]:
    """Yield releases of which no two are equal: a seed with another sentence, and people and numbers of nobody."""
    for seed in range(number):
        random = Random(seed)  # noqa: S311 - no secret
        yield f"{SEED}\n\n{dates.draw(random, 'en').text}\n\n{blocks.draw(random).text}\n"


def spent() -> float:
    """Return the processor seconds of this process, its workers, and those that have ended."""
    usage = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    stats = [Path(f"/proc/{child.pid}/stat").read_text("ascii") for child in active_children()]
    ticks = sum(int(ticks) for stat in stats for ticks in stat.rpartition(")")[2].split()[11:13])
    return sum(one.ru_utime + one.ru_stime for one in usage) + ticks / os.sysconf("SC_CLK_TCK")


def measured(run: Callable[[list[str]], Iterator[object]], texts: list[str]) -> tuple[float, float]:
    """Return rows per second and the processor seconds of a row, both behind the first rows."""
    rows = run(texts)
    for _ in islice(rows, WARM):
        pass
    before, start = spent(), time.perf_counter()
    for _ in rows:
        pass
    seconds, number = time.perf_counter() - start, len(texts) - WARM
    return number / seconds, (spent() - before) / number


def serial(texts: list[str]) -> Iterator[object]:
    """Parse one by one, in this process."""
    return map(pressparse.parse, texts)


def efficiency(number: int, rounds: int) -> None:
    """Print rows per second for a serial run and for 1, 2, 4 … workers."""
    texts = list(releases(number))
    sizes = [size for size in (1, 2, 4, 8, 16, 32, 64) if size <= processors()]
    ways = {"serial": serial} | {f"{size} workers": workers(size) for size in sizes}
    best = dict.fromkeys(ways, (0.0, float("inf")))
    for _ in range(rounds):
        for name, run in ways.items():
            rate, cost = measured(run, texts)
            best[name] = (max(best[name][0], rate), min(best[name][1], cost))
            sys.stderr.write(f"{name}: {rate:.0f} rows/s, {cost * 1000:.2f} ms of processors a row\n")
    sys.stdout.write("| run | rows/s | of linear | processor ms a row | of serial |\n| --- | --- | --- | --- | --- |\n")
    for name, (rate, cost) in best.items():
        linear = rate / best["serial"][0] / (int(name.split()[0]) if name != "serial" else 1)
        sys.stdout.write(
            f"| {name} | {rate:.0f} | {linear:.2f} | {cost * 1000:.2f} | {cost / best['serial'][1]:.2f} |\n"
        )


def workers(size: int) -> Callable[[list[str]], Iterator[object]]:
    """Return a run by `size` workers."""
    return lambda texts: pressparse.parse_many(texts, workers=size)


def resident(process: int | str) -> float:
    """Return the resident size of a process, in MB."""
    pages = int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def memory(number: int, size: int) -> None:
    """Print the resident size of the program and of its workers along a run over `number` releases."""
    sys.stdout.write("| rows | program, MB | a worker, MB |\n| --- | --- | --- |\n")
    marks = {max(1, int(number * part)) for part in (0.001, 0.01, 0.1, 0.2, 0.4, 0.6, 0.8, 0.99)}
    for row, _ in enumerate(pressparse.parse_many(releases(number), workers=size), 1):
        if row in marks:
            largest = max(resident(child.pid or 0) for child in active_children())
            sys.stdout.write(f"| {row} | {resident('self'):.0f} | {largest:.0f} |\n")
            sys.stdout.flush()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("efficiency", "memory"))
    parser.add_argument("--documents", type=int, default=4000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, default=processors())
    arguments = parser.parse_args()
    if arguments.what == "efficiency":
        efficiency(arguments.documents, arguments.rounds)
    else:
        memory(arguments.documents, arguments.workers)
