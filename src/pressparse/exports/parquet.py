"""`parquet`: the record in nested columns, without loss; needs the extra `arrow`."""

from collections.abc import Iterable
from typing import BinaryIO

from pressparse.exports import Export
from pressparse.model import Row


def _write(rows: Iterable[Row], file: BinaryIO, *, several: bool, text: bool = True) -> None:  # noqa: ARG001 - a table either way
    from pressparse.arrow import write_parquet  # noqa: PLC0415 - pyarrow may not be installed, and is heavy

    write_parquet(rows, file, text=text)


PARQUET = Export(name="parquet", suffix=".parquet", write=_write, options=("text",), binary=True)
