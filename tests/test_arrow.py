"""Records as columns: nothing is lost on the way to Parquet and back."""

import io
import sys
from pathlib import Path

import attrs
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from export_samples import FAILURE, HOSTILE, HOSTILE_RELEASE, RELEASES, SEED, written

import pressparse
from pressparse import arrow, exports


def test_parquet_holds_the_record_without_loss(tmp_path: Path) -> None:
    """What was written comes back equal, failures included, and the file has the columns that `SCHEMA` says."""
    path = tmp_path / "a.parquet"
    exports.write([*RELEASES, FAILURE], path)
    table = pq.read_table(path)
    assert table.schema.equals(arrow.SCHEMA)
    assert [*arrow.rows_of(table)] == [*RELEASES, FAILURE]


def test_parquet_without_the_texts() -> None:
    """The column stays, empty; the record loads."""
    table = pq.read_table(io.BytesIO(written([SEED], "parquet", text=False)))
    assert [*arrow.rows_of(table)] == [attrs.evolve(SEED, text=None)]


def test_an_embargo_survives_parquet() -> None:
    """Days and moments share a column, as text."""
    moments = ["2024-03-14", "2024-03-14T00:01", "2024-03-14T00:01+00:00"]
    releases = [pressparse.Release.from_dict({**SEED.to_dict(), "embargo": moment}) for moment in moments]
    assert [*arrow.rows_of(arrow.batch_of(releases))] == releases


def test_a_lone_surrogate_becomes_one_character() -> None:
    """Arrow holds UTF-8: U+FFFD stands for what is no character, and spans still fit."""
    (back,) = arrow.rows_of(arrow.batch_of([HOSTILE_RELEASE]))
    assert isinstance(back, pressparse.Release)
    assert back.title == HOSTILE.replace("\ud800", "\ufffd")


def test_every_type_of_the_model_has_a_column_type() -> None:
    """A new type in the model fails here and not at a user's."""
    with pytest.raises(TypeError, match="no column type is known for <class 'float'>"):
        vars(arrow)["_field"]("weight", float)
    assert arrow.SCHEMA.field("dates").type.value_type.field("span").type.field("start").type == pa.int64()


def test_without_pyarrow_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the extra to install."""
    monkeypatch.delitem(sys.modules, "pressparse.arrow")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(pressparse.ExportError, match=r"pip install 'pressparse\[arrow\]'"):
        written([SEED], "parquet")
