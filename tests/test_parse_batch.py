"""Releases in columns: a row in, a row out, whatever the row holds."""

import hashlib
from pathlib import Path
from typing import Any

import attrs
import pyarrow as pa
import pytest

import pressparse
from pressparse.arrow import SCHEMA, parse_batch, rows_of

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
TEXTS = [path.read_text("utf-8") for path in SEEDS]
DATA = [path.read_bytes() for path in SEEDS]


def batch(columns: dict[str, Any]) -> pa.RecordBatch:
    """Return a batch of `columns`."""
    return pa.RecordBatch.from_pydict(columns)


def test_texts_become_records() -> None:
    """Each with its source, where there is that column."""
    records = parse_batch(batch({"text": TEXTS, "source": ["a", None], "unread": [1, 2]}))
    assert records.schema.equals(SCHEMA)
    assert [*rows_of(records)] == [
        attrs.evolve(pressparse.parse(text), source=source) for text, source in zip(TEXTS, ["a", None], strict=True)
    ]
    assert [*rows_of(parse_batch(batch({"text": TEXTS})))] == [pressparse.parse(text) for text in TEXTS]


def test_bytes_become_records() -> None:
    """As `parse_bytes` reads them, with name, digest and encoding."""
    records = parse_batch(batch({"bytes": DATA, "source": ["a", "b"]}))
    assert [*rows_of(records)] == [
        pressparse.parse_bytes(data, name=name) for data, name in zip(DATA, ["a", "b"], strict=True)
    ]


@pytest.mark.parametrize("kind", [pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())], ids=str)
def test_any_kind_of_string_will_do(kind: pa.DataType) -> None:
    """Data frames have their own."""
    texts = pa.array(TEXTS).cast(kind)
    assert parse_batch(pa.RecordBatch.from_arrays([texts], ["text"])).equals(parse_batch(batch({"text": TEXTS})))


def test_a_table_is_a_batch() -> None:
    """Some engines hand out tables, in pieces."""
    pieces = pa.Table.from_batches([batch({"text": TEXTS[:1]}), batch({"text": TEXTS[1:]})])
    assert parse_batch(pieces).equals(parse_batch(batch({"text": TEXTS})))


def test_a_failed_document_is_a_row_with_its_error() -> None:
    """The text counts where there are both; where there is neither, that is the error."""
    rows = [
        *rows_of(
            parse_batch(
                batch(
                    {
                        "text": [TEXTS[0], None, None, None],
                        "bytes": [b"\0\0", b"\0\0", None, None],
                        "source": ["a", "b", "c", None],
                    }
                )
            )
        )
    ]
    digest = hashlib.sha256(b"\0\0").hexdigest()
    said = "binary data, no text in any encoding"
    assert rows == [
        attrs.evolve(pressparse.parse(TEXTS[0]), source="a"),
        pressparse.Failure(source="b", digest=digest, code="unreadable", message=f"b: {said}"),
        pressparse.Failure(source="c", digest=None, code="unreadable", message="c: neither text nor bytes"),
        pressparse.Failure(source=None, digest=None, code="unreadable", message="(row): neither text nor bytes"),
    ]


def test_own_words_and_options_go_along() -> None:
    """As in a parse."""
    parser = pressparse.Parser(vocabularies={"en/masthead": {"kinds": {"star bulletin": "statement"}}})
    text = f"STAR BULLETIN\n\n{TEXTS[0]}"
    (row,) = rows_of(parse_batch(batch({"text": [text]}), parser=parser, profile="generic", region="FR"))
    assert isinstance(row, pressparse.Release)
    assert (row.kind, row.profile) == ("statement", "generic")


def test_a_batch_without_documents_is_misuse() -> None:
    """The message names what there is."""
    with pytest.raises(ValueError, match="no column named text or bytes, only body, title"):
        parse_batch(batch({"body": TEXTS, "title": TEXTS}))
    with pytest.raises(pressparse.UnknownLanguageError):
        parse_batch(batch({"text": TEXTS}), language="xx")


def test_no_rows_give_no_rows() -> None:
    """An empty batch has the columns all the same."""
    assert parse_batch(pa.RecordBatch.from_pydict({"text": pa.array([], pa.string())})).schema.equals(SCHEMA)
