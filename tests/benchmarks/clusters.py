"""Measure the scripts of docs/scale on a cluster of this machine: `python tests/benchmarks/clusters.py ray` or `spark`.

Each run starts the engine, so rows per second are those beyond a small run: its rows and its seconds are taken off.
Memory is the resident size of the largest of the processes that parse.
"""

import argparse
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

sys.path.insert(0, str(Path(__file__).parents[1]))

from cluster_runs import marked, new_mark, started
from scale import releases, resident

from pressparse.batch import processors

FILE = 800  # rows of a Parquet file
FEW = 2  # files of the small run
WORKERS = {"ray": "ray::MapBatches(records)", "spark": "pyspark.daemon"}


def write(folder: Path, number: int) -> Path:
    """Write so many releases to Parquet files in `folder`."""
    folder.mkdir()
    drawn = releases(number)
    for file in range(number // FILE):
        texts = [*islice(drawn, FILE)]
        names = [f"{file}-{row}" for row in range(FILE)]
        pq.write_table(pa.table({"source": names, "text": texts}), folder / f"{file:04}.parquet")
    return folder


def run(engine: str, source: Path, target: Path) -> tuple[float, float]:
    """Return the seconds that a run takes, and the largest resident size of a worker, in MB."""
    mark, start, largest = new_mark(), time.perf_counter(), 0.0
    with started(f"{engine}_releases.py", source, target, mark) as running:
        while running.poll() is None:
            workers = [process for process, said in marked(mark) if WORKERS[engine] in said.replace("\0", " ")]
            largest = max([largest, *map(resident_if_there, workers)])
            time.sleep(0.5)
        if running.returncode:
            sys.exit(running.stdout.read() if running.stdout else 1)
    return time.perf_counter() - start, largest


def resident_if_there(process: int) -> float:
    """Return the resident size of a process, in MB; 0 if it has ended."""
    try:
        return resident(process)
    except (FileNotFoundError, ProcessLookupError):
        return 0.0


def main(engine: str, number: int) -> None:
    """Print a row of the table in docs/scale.md."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few = FEW * FILE
        some, many = write(folder / "some", few), write(folder / "many", number)
        first, _ = run(engine, some, folder / "first")
        seconds, largest = run(engine, many, folder / "second")
        rate = (number - few) / (seconds - first)
        sys.stdout.write(
            f"| `parse_batch` by {engine.capitalize()}, {number:,} rows | {rate:.0f} | {rate / processors():.0f} "
            f"| {first:.0f} s for the first {few:,} rows | {largest:.0f} MB |\n"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("engine", choices=sorted(WORKERS))
    parser.add_argument("--documents", type=int, default=24_000)
    arguments = parser.parse_args()
    main(arguments.engine, arguments.documents)
