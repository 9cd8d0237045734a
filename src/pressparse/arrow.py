"""Records as Arrow columns, nested and without loss; needs the extra `arrow`.

`SCHEMA` is derived from the types of the model: objects are structs, sequences lists, evidence a map from field to
struct. A failed document is a row of which only `source`, `digest` and `error` are not null. An embargo, which is a
day or a moment, is a string, as in JSON.
"""

import datetime as dt
import types
import typing
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice, repeat, starmap
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import attrs

from pressparse.batch.reading import Answer, Document, Manner, reader
from pressparse.errors import ExportError, UnreadableError
from pressparse.evidence import Evidence, EvidenceMap
from pressparse.exports import to_the_minute, well_formed
from pressparse.formats.source import Source
from pressparse.model import Failure, Release, Row
from pressparse.text import Span

try:
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile, ParquetWriter
except ModuleNotFoundError:
    _WHO, _HINT = "parquet", "needs pyarrow, install it by: pip install 'pressparse[arrow]'"
    raise ExportError(_WHO, _HINT) from None

if TYPE_CHECKING:
    from pressparse.parser import Parser

_GROUP = 1000
_SCALARS = {
    frozenset({str}): pa.string(),
    frozenset({int}): pa.int64(),
    frozenset({dt.date}): pa.date32(),
    frozenset({dt.date, dt.datetime}): pa.string(),
}


def _fields(cls: type) -> list[pa.Field]:
    return [_field(name, hint) for name, hint in typing.get_type_hints(cls).items()]


def _field(name: str, hint: Any) -> pa.Field:  # noqa: ANN401 - any annotation
    is_union = isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union
    kinds = frozenset(typing.get_args(hint) if is_union else (hint,))
    return pa.field(name, _type(kinds - {types.NoneType}), nullable=types.NoneType in kinds)


def _type(kinds: frozenset[Any]) -> pa.DataType:
    if kinds in _SCALARS:
        return _SCALARS[kinds]
    (hint,) = kinds
    if hint is EvidenceMap:
        return pa.map_(pa.string(), pa.struct(_fields(Evidence)))
    if hint is Span or attrs.has(hint):
        return pa.struct(_fields(hint))
    if typing.get_origin(hint) is tuple:
        return pa.list_(_field("item", typing.get_args(hint)[0]))
    if typing.get_origin(hint) is typing.Literal:
        return pa.string()
    msg = f"no column type is known for {hint}"  # only a new type in the model comes here, in the tests
    raise TypeError(msg)


_SPAN = _type(frozenset({Span}))
_ERROR = pa.field("error", pa.struct([pa.field(name, pa.string(), nullable=False) for name in ("code", "message")]))

SCHEMA = pa.schema([*(field.with_nullable(True) for field in _fields(Release)), _ERROR])  # noqa: FBT003 - pyarrow's signature
"""The columns of records: those of `Release`, and `error` for documents that failed."""


def parse_batch(
    batch: pa.RecordBatch | pa.Table,
    *,
    parser: "Parser | None" = None,
    profile: str | None = None,
    language: str | None = None,
    region: str | None = None,
) -> pa.RecordBatch:
    """Return a batch of `SCHEMA` with the record of each row of `batch`, in order; a failed document has its error.

    A row is a release as `text` (strings) or as `bytes` (a document of any format), whichever it has; `source` is its
    name. Other columns are not read. `parser` brings its own rules, words and profiles; the options are those of
    `parse`. It reads in this process alone and pickles well: it is meant to be mapped over batches by others.

    Raises `ValueError` for a batch with neither column, `UnknownProfileError` and `UnknownLanguageError`.
    """
    names = batch.schema.names
    if "text" not in names and "bytes" not in names:
        msg = f"the batch has no column named text or bytes, only {', '.join(names)}"
        raise ValueError(msg)
    read = reader(Manner.of(parser, {"profile": profile, "language": language, "region": region}))
    texts, datas, sources = (
        batch.column(name).to_pylist() if name in names else repeat(None, batch.num_rows)
        for name in ("text", "bytes", "source")
    )
    return batch_of(starmap(partial(_row, read), zip(texts, datas, sources, strict=True)))


def _row(read: Callable[[Document], Answer], text: str | None, data: bytes | None, source: str | None) -> Row:
    if text is not None:
        answer = read(text)
    elif data is not None:
        answer = read(Source(source, data))
    else:
        answer = UnreadableError(source or "(row)", "neither text nor bytes")
    return attrs.evolve(answer, source=source) if isinstance(answer, Release) else Failure.of(answer, source)


def batch_of(rows: Iterable[Row], *, text: bool = True) -> pa.RecordBatch:
    """Return `rows` as a batch of `SCHEMA`, one row each; without `text` that column is null."""
    return pa.RecordBatch.from_pylist([_columns(row, text=text) for row in rows], schema=SCHEMA)


def rows_of(batch: pa.RecordBatch | pa.Table) -> Iterator[Row]:
    """Yield what the rows of `batch` were made of: releases and failures; raises `RecordError`."""
    for record in batch.to_pylist():
        error = record.pop("error")
        if error:
            yield Failure(source=record["source"], digest=record["digest"], **error)
        else:
            yield Release.from_dict({name: _json(value, SCHEMA.field(name).type) for name, value in record.items()})


def identities(path: Path) -> Iterator[tuple[str | None, str | None, bool]]:
    """Yield `source` and `digest` of each row of the Parquet file at `path`, and whether that document failed."""
    with ParquetFile(path) as file:
        for batch in file.iter_batches(columns=["source", "digest", "error"]):
            failed = (error is not None for error in batch["error"].to_pylist())
            yield from zip(batch["source"].to_pylist(), batch["digest"].to_pylist(), failed, strict=True)


def write_parquet(rows: Iterable[Row], file: BinaryIO, *, text: bool = True) -> None:
    """Write `rows` as a Parquet file, a thousand to a group, which is how many are held at a time."""
    remaining = iter(rows)
    with ParquetWriter(file, SCHEMA, compression="zstd") as writer:
        while group := list(islice(remaining, _GROUP)):
            writer.write_batch(batch_of(group, text=text))


def _columns(row: Row, *, text: bool) -> dict[str, Any]:
    if isinstance(row, Failure):
        return {
            "source": _value(row.source),
            "digest": row.digest,
            "error": {"code": row.code, "message": well_formed(row.message)},
        }
    columns: dict[str, Any] = _value(row)
    return {**columns, "embargo": to_the_minute(row.embargo), "text": columns["text"] if text else None}


def _value(value: Any) -> Any:  # noqa: ANN401 - any value of a record
    match value:
        case str():
            return well_formed(value)
        case Span():
            return value._asdict()
        case EvidenceMap():
            return [(name, _value(evidence)) for name, evidence in value.pairs]
        case tuple():
            return [_value(item) for item in value]
    if attrs.has(type(value)):
        return {field.name: _value(getattr(value, field.name)) for field in attrs.fields(type(value))}
    return value


def _json(value: Any, kind: pa.DataType) -> Any:  # noqa: ANN401 - any value of a column
    if value is None:
        return None
    if kind == _SPAN:
        return [value["start"], value["end"]]
    if pa.types.is_struct(kind):
        return {field.name: _json(value[field.name], field.type) for field in kind}
    if pa.types.is_map(kind):
        return {key: _json(item, kind.item_type) for key, item in value}
    if pa.types.is_list(kind):
        return [_json(item, kind.value_type) for item in value]
    return value.isoformat() if pa.types.is_date(kind) else value
