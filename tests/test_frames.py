"""What docs/scale/data-frames.md shows, run with the libraries that are there; with all in the session `frames`."""

import doctest
import importlib
import re
from pathlib import Path

import pytest
from test_docs import run_examples

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "scale" / "data-frames.md"
EXAMPLES = re.findall(r"(?ms)^```python\n(>>> import (\w+).*?)^```$", PAGE.read_text("utf-8"))


@pytest.mark.parametrize(("session", "library"), EXAMPLES, ids=[library for _, library in EXAMPLES])
def test_data_frames_do_what_is_shown(session: str, library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each library alone, as shown."""
    pytest.importorskip(library)
    monkeypatch.chdir(ROOT)
    run_examples(doctest.DocTestParser().get_doctest(session, {}, PAGE.name, str(PAGE), 0))


def test_there_are_examples() -> None:
    """A suite that finds nothing fails."""
    assert [library for _, library in EXAMPLES] == ["pandas", "polars", "duckdb"]
    assert importlib.import_module("pressparse.arrow")
