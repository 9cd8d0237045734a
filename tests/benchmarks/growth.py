"""How time and memory grow with a text: doubled from 4 KB to 4 MB, real paragraphs and patterns that hurt parsers.

    python tests/benchmarks/growth.py [--largest 4096] [--processes 2]

Time is that of the process, memory what Python has allocated at most. What counts is the largest factor by which a
doubled text multiplies them. Prints a Markdown table, which `report.py` puts on its page.
"""

import argparse
import json
import sys
import tracemalloc
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from pathlib import Path
from time import process_time

import pressparse

ROOT = Path(__file__).parents[2]
KEPT = Path(__file__).with_name("growth.json")

SMALLEST, LARGEST = 4, 4096  # KB
KILOBYTE = 1024
# Short runs are repeated, and the shortest counts: what is longer is other processes'.
ENOUGH, REPEATS = 0.2, 7
PARAGRAPH = 160  # characters; what is shorter is a line of the masthead

HOSTILE = {
    "digits": "1",
    "blanks": " ",
    "dashes": "-",
    "brackets": "(",
    "square brackets": "[",
    "stars": "*",
    "quotes": '"',
    "`+33 (0)1 44 `": "+33 (0)1 44 ",
    "`Monday `": "Monday ",
    "`1er `": "1er ",
    "`a.b@`": "a.b@",
    "`« `": "« ",
    "`« a » `": "« a » ",
    "`Name Surname` lines": "Name Surname\n",
    "short paragraphs": "a\n\n",
    "`[a](`": "[a](",
    "`<b>`": "<b>",
    "`12/`": "12/",
    "damaged letters": "Ã©",
}


def real() -> str:
    """Return the paragraphs of a seed."""
    text = (ROOT / "seeds" / "000_37334fa908223c39.txt").read_text("utf-8")
    return "\n\n".join(
        part for part in text.split("\n\n") if len(part) > len("a paragraph, not a line of the masthead") * 4
    )


def measured(name: str, largest: int) -> tuple[str, list[tuple[int, float, int]]]:
    """Return for each size, in KB, the seconds and the bytes that a text of it takes."""
    piece = HOSTILE.get(name) or f"{real()}\n\n"
    pressparse.parse(piece * 3)
    found = []
    size = SMALLEST
    while size <= largest:
        text = (piece * (size * KILOBYTE // len(piece) + 1))[: size * KILOBYTE]
        found.append((size, seconds(text), peak(text)))
        size *= 2
    return name, found


def seconds(text: str) -> float:
    """Return the shortest time that `text` takes, of a few runs if it is short."""
    best = once(text)
    for _ in range(REPEATS if best < ENOUGH else 0):
        best = min(best, once(text))
    return best


def once(text: str) -> float:
    """Return the time that the process takes to parse `text`."""
    start = process_time()
    pressparse.parse(text)
    return process_time() - start


def peak(text: str) -> int:
    """Return the bytes that parsing `text` has allocated at most."""
    tracemalloc.start()
    pressparse.parse(text)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def rows(results: dict[str, list[tuple[int, float, int]]]) -> Iterator[tuple[str, ...]]:
    """Yield the table of the results, its head first."""
    yield ("text", "4 KB, ms", "largest text", "ms", "time × a doubling", "largest", "MB", "memory ×, largest")
    for name, found in results.items():
        times = sorted(after / before for (_, before, _), (_, after, _) in pairwise(found))
        memory = max(after / before for (*_, before), (*_, after) in pairwise(found))
        size, took, held = found[-1]
        yield (
            name,
            f"{found[0][1] * 1000:.1f}",
            f"{size} KB",
            f"{took * 1000:.0f}",
            f"{times[len(times) // 2]:.2f}",
            f"**{times[-1]:.2f}**",
            f"{held / KILOBYTE**2:.0f}",
            f"**{memory:.2f}**",
        )


def main() -> None:
    """Measure, keep the figures for `report.py`, and print the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--largest", type=int, default=LARGEST, help="KB of the largest text")
    arguments.add_argument("--processes", type=int, default=1, help="how many texts are measured side by side")
    options = arguments.parse_args()
    names = ["real paragraphs", *HOSTILE]
    with ProcessPoolExecutor(options.processes) as pool:
        results = dict(pool.map(measured, names, [options.largest] * len(names)))
    KEPT.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    for row in rows(results):
        sys.stdout.write(f"| {' | '.join(row)} |\n")


if __name__ == "__main__":
    main()
