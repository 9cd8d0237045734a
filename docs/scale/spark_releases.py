"""Parse releases on Apache Spark: `spark-submit spark_releases.py INPUT OUTPUT`, with the extra `spark` on every node.

INPUT is a folder of documents, or a Parquet file or folder with a column `text` or `bytes`, and `source` if there is
one; OUTPUT a folder that gets Parquet files. Run with `python` instead of `spark-submit`, this machine is the cluster.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from pressparse.arrow import SCHEMA, parse_batch
from pressparse.formats import suffixes

ROWS = "256"  # of a batch


def documents(spark: SparkSession, path: str) -> DataFrame:
    """Return the documents of a folder, or of Parquet files, as rows."""
    if Path(path).suffix == ".parquet" or any(Path(path).glob("*.parquet")):
        return spark.read.parquet(path)
    glob = "*{" + ",".join(suffixes()) + "}"
    options = {"pathGlobFilter": glob, "recursiveFileLookup": "true"}
    files = spark.read.format("binaryFile").options(**options).load(path)
    return files.selectExpr("path as source", "content as bytes")


def records(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Yield the records of the documents in `batches`."""
    yield from map(parse_batch, batches)


def main(source: str, target: str) -> None:
    """Write the records of the documents in `source` to `target`."""
    spark = SparkSession.builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", ROWS).getOrCreate()
    parsed = documents(spark, source).mapInArrow(records, from_arrow_schema(SCHEMA))
    parsed.write.parquet(target)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
