"""Parse releases on a Ray cluster: `python ray_releases.py INPUT OUTPUT`, with the extra `ray` on every node.

INPUT is a folder of documents, or a Parquet file or folder with a column `text` or `bytes`, and `source` if there is
one; OUTPUT a folder that gets Parquet files. Without a cluster (`RAY_ADDRESS`) this machine is one.
"""

import sys
from pathlib import Path

import pyarrow as pa
import ray
import ray.data

from pressparse.arrow import SCHEMA, parse_batch
from pressparse.formats import suffixes

ROWS = 512  # of a batch: a second's work, so that a worker that is lost costs little


def documents(path: str) -> ray.data.Dataset:
    """Return the documents of a folder, or of Parquet files, as rows."""
    if Path(path).suffix == ".parquet" or any(Path(path).glob("*.parquet")):
        return ray.data.read_parquet(path)
    endings = [suffix.removeprefix(".") for suffix in suffixes()]
    files = ray.data.read_binary_files(path, include_paths=True, file_extensions=endings)
    return files.rename_columns({"path": "source"})


def records(table: pa.Table) -> pa.Table:
    """Return the records of the documents in `table`."""
    return pa.Table.from_batches([parse_batch(table)], SCHEMA)


def main(source: str, target: str) -> None:
    """Write the records of the documents in `source` to `target`."""
    ray.init(ignore_reinit_error=True)
    pieces = documents(source).repartition(target_num_rows_per_block=ROWS)
    pieces.map_batches(records, batch_format="pyarrow", batch_size=ROWS).write_parquet(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
