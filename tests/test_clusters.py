"""The scripts in docs/scale on real engines, in the sessions `ray` and `spark`: the rows are those of a serial run."""

import importlib.util
import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from cluster_runs import marked, new_mark, started

from pressparse.arrow import parse_batch, rows_of

ROOT = Path(__file__).parents[1]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
DOCUMENTS = [*(path.read_bytes() for path in SEEDS), b"\0 no text", "Été".encode("utf-16")]
LONG = 480.0  # seconds


@pytest.fixture
def parquet(tmp_path: Path) -> Path:
    """Return a folder of Parquet files with some thousand documents, a fourth of which is none."""
    folder = tmp_path / "documents"
    folder.mkdir()
    for number in range(8):
        names = [f"{number}-{row:04}" for row in range(400)]
        table = pa.table({"source": names, "bytes": [DOCUMENTS[row % len(DOCUMENTS)] for row in range(400)]})
        pq.write_table(table, folder / f"{number}.parquet")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of documents."""
    folder = tmp_path / "folder"
    (folder / "deep").mkdir(parents=True)
    for number, data in enumerate(DOCUMENTS):
        (folder / "deep" / f"{number}.txt").write_bytes(data)
    (folder / "unread.bin").write_bytes(b"\0")
    return folder


def lines(rows: pa.Table | pa.RecordBatch) -> list[bytes]:
    """Return the records in `rows` as JSON Lines, in order of their sources."""
    records = sorted((row.to_dict() for row in rows_of(rows)), key=lambda record: record["source"])
    return [json.dumps(record).encode() for record in records]


def written(folder: Path) -> list[bytes]:
    """Return the records in the Parquet files in `folder`."""
    return lines(pa.concat_tables(pq.read_table(path) for path in folder.glob("*.parquet")))


def serial(folder: Path) -> list[bytes]:
    """Return the records of the documents in `folder` as this process makes them."""
    return lines(parse_batch(pq.read_table(folder)))


def kill_one(mark: str, command: str, running: subprocess.Popen[str]) -> int | None:
    """Kill the first process of the run that is at `command`, and return which it was."""
    while running.poll() is None:
        for process, said in marked(mark):
            if command in said:
                time.sleep(0.3)  # into its work
                os.kill(process, signal.SIGKILL)
                return process
        time.sleep(0.02)
    return None


def run(script: str, source: Path, target: Path, *, kill: str | None = None) -> int | None:
    """Run a script of docs/scale, kill the first of its workers that is at `kill`, and see that nobody stays."""
    mark = new_mark()
    with started(script, source, target, mark) as running:
        killed = kill_one(mark, kill, running) if kill else None
        said, _ = running.communicate(timeout=LONG)
        assert running.returncode == 0, said
    end = time.monotonic() + LONG
    while stays := list(marked(mark)):
        assert time.monotonic() < end, stays
        time.sleep(0.2)
    return killed


def needs(module: str) -> pytest.MarkDecorator:
    """Return a mark for tests that need an engine, which is too large for everybody's tests."""
    reason = f"runs in its own session: nox -s {module.removeprefix('py')}"
    return pytest.mark.skipif(importlib.util.find_spec(module) is None, reason=reason)


needs_java = pytest.mark.skipif(not shutil.which("java"), reason="there is no Java; see the session `spark`")


@needs("ray")
def test_ray_gives_the_rows_of_a_serial_run_though_a_worker_is_killed(parquet: Path, tmp_path: Path) -> None:
    """A real local cluster; byte for byte, failures included, none twice."""
    assert run("ray_releases.py", parquet, tmp_path / "records", kill="ray::MapBatches(records)")
    assert written(tmp_path / "records") == serial(parquet)


@needs("ray")
def test_ray_reads_a_folder_of_documents(folder: Path, tmp_path: Path) -> None:
    """Those that are named as releases, at any depth, by their paths."""
    run("ray_releases.py", folder, tmp_path / "records")
    check_folder(written(tmp_path / "records"), folder)


@needs("pyspark")
@needs_java
def test_spark_gives_the_rows_of_a_serial_run(parquet: Path, tmp_path: Path) -> None:
    """A real local session; byte for byte, failures included."""
    run("spark_releases.py", parquet, tmp_path / "records")
    assert written(tmp_path / "records") == serial(parquet)


@needs("pyspark")
@needs_java
def test_spark_reads_a_folder_of_documents(folder: Path, tmp_path: Path) -> None:
    """Those that are named as releases, at any depth, by their paths."""
    run("spark_releases.py", folder, tmp_path / "records")
    check_folder(written(tmp_path / "records"), folder)


def check_folder(records: Iterable[bytes], folder: Path) -> None:
    """Hold `records` against those of the documents in `folder`."""
    rows = [json.loads(record) for record in records]
    paths = sorted(folder.rglob("*.txt"))
    assert [Path(row.pop("source").removeprefix("file:")) for row in rows] == paths
    wanted = parse_batch(pa.RecordBatch.from_pydict({"bytes": [path.read_bytes() for path in paths]}))
    for row, record in zip(rows, wanted.to_pylist(), strict=True):
        assert row["digest"] == record["digest"]
        assert row.get("title") == record["title"]
        assert ("error" in row) == (record["error"] is not None)
