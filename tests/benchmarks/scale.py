"""Measure runs over many documents: `python tests/benchmarks/scale.py`; docs/scale.md explains the figures.

Efficiency compares rows per second with those of as many separate programs, each parsing one by one: where others use
the machine too, these lose as much to them. Both are measured in turns, several times.
"""

import argparse
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from multiprocessing import active_children
from pathlib import Path
from random import Random
from statistics import median

import pressparse
from pressparse.batch import processors
from pressparse.testing.samples import blocks, values

SEED = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))[1].read_text("utf-8")
WARM = 200  # rows before the clock starts: processes begin, make their patterns, and chunks grow


def releases(number: int) -> Iterator[str]:
    """Yield releases of which no two are equal: a seed with another sentence, and people and numbers of nobody."""
    for seed in range(number):
        random = Random(seed)  # noqa: S311 - no secret
        yield f"{SEED}\n\n{values.draw_date(random, 'en').text}\n\n{blocks.draw(random).text}\n"


def spent() -> float:
    """Return the processor seconds of this process, its workers, and those that have ended."""
    usage = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    stats = [Path(f"/proc/{child.pid}/stat").read_text("ascii") for child in active_children()]
    ticks = sum(int(ticks) for stat in stats for ticks in stat.rpartition(")")[2].split()[11:13])
    return sum(one.ru_utime + one.ru_stime for one in usage) + ticks / os.sysconf("SC_CLK_TCK")


def measured(rows: Iterator[object], number: int) -> tuple[float, float]:
    """Return rows per second and the processor seconds of a row, both behind the first rows."""
    for _ in islice(rows, WARM):
        pass
    before, start = spent(), time.perf_counter()
    for _ in rows:
        pass
    seconds = time.perf_counter() - start
    return (number - WARM) / seconds, (spent() - before) / (number - WARM)


def alone(number: int) -> None:
    """Print what parsing one by one gives."""
    texts = list(releases(number))
    sys.stdout.write("{} {}".format(*measured(map(pressparse.parse, texts), number)))


def programs(size: int, number: int) -> tuple[float, float]:
    """Return the rows per second of all, and the processor seconds of a row, of so many programs side by side."""
    command = [sys.executable, __file__, "alone", "--documents", str(number)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(size)]  # noqa: S603 - ourselves
    rates, costs = zip(*[map(float, program.communicate()[0].split()) for program in running], strict=True)
    return sum(rates), sum(costs) / size


def efficiency(number: int, rounds: int, sizes: Iterable[int]) -> None:
    """Print what so many workers give, beside as many programs; a ratio is the median of those of the rounds."""
    sys.stdout.write(
        "| processes | separate programs, rows/s | `parse_many`, rows/s | of linear | processor ms a row |\n"
    )
    sys.stdout.write("| --- | --- | --- | --- | --- |\n")
    for size in sizes:
        texts = list(releases(number * size))
        pairs = []
        for _ in range(rounds):
            rate, cost = programs(size, number)
            ours, costs = measured(pressparse.parse_many(texts, workers=size), len(texts))
            pairs.append((rate, ours, ours / rate, cost * 1000, costs * 1000))
            sys.stderr.write(f"{size}: {pairs[-1]}\n")
        rate, ours, part, cost, costs = map(median, zip(*pairs, strict=True))
        sys.stdout.write(f"| {size} | {rate:.0f} | {ours:.0f} | **{part:.2f}** | {cost:.2f}, {costs:.2f} |\n")
        sys.stdout.flush()


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
    parser.add_argument("what", choices=("efficiency", "memory", "alone"))
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, default=processors())
    arguments = parser.parse_args()
    match arguments.what:
        case "efficiency":
            efficiency(arguments.documents, arguments.rounds, sorted({1, arguments.workers}))
        case "memory":
            memory(arguments.documents, arguments.workers)
        case "alone":
            alone(arguments.documents)
