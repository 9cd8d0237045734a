"""The whole record: `json`, one document, and `jsonl`, a record on each line."""

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

import regex

from pressparse.exports import Export
from pressparse.model import Release, Row

# Characters that print nothing, among them those that steer a terminal, turn the text around or are lone surrogates;
# and all that some reader takes for a line end.
_UNPRINTABLE = regex.compile(r"(?![\n])[\p{C}\p{Zl}\p{Zp}]")


def escaped(text: str) -> str:
    """Return `text` with its unprintable characters escaped as JSON does, line feeds aside."""
    return _UNPRINTABLE.sub(lambda match: json.dumps(match[0])[1:-1], text)


def write_documents(values: Iterable[dict[str, Any]], file: BinaryIO, *, several: bool) -> None:
    """Write each of `values` as an indented object; of `several`, an array of them."""
    before = "[\n" if several else ""
    for value in values:
        file.write(f"{before}{escaped(json.dumps(value, ensure_ascii=False, indent=2))}".encode())
        before = ",\n"
    ends = {"[\n": "[]\n", ",\n": "\n]\n" if several else "\n", "": ""}
    file.write(ends[before].encode())


def _write_json(rows: Iterable[Row], file: BinaryIO, *, several: bool, text: bool = True) -> None:
    write_documents((_record(row, text=text) for row in rows), file, several=several)


def _write_lines(rows: Iterable[Row], file: BinaryIO, *, several: bool, text: bool = True) -> None:  # noqa: ARG001 - one line or many
    lines = (escaped(json.dumps(_record(row, text=text), ensure_ascii=False)) for row in rows)
    file.writelines(f"{line}\n".encode() for line in lines)


def _record(row: Row, *, text: bool) -> dict[str, Any]:
    return row.to_dict(text=text) if isinstance(row, Release) else row.to_dict()


JSON = Export(name="json", suffix=".json", write=_write_json, options=("text",))
JSONL = Export(name="jsonl", suffix=".jsonl", write=_write_lines, options=("text",))
