"""One release, four ways: `pytest tests/benchmarks/bench_parse.py`. For ratios see `report.py`, which interleaves."""

from collections.abc import Callable
from pathlib import Path

import limit
import naive
import pytest
from dateparser.search import search_dates
from pytest_benchmark.fixture import BenchmarkFixture

import pressparse

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
WAYS: dict[str, Callable[[str], object]] = {
    "pressparse.parse": pressparse.parse,
    "limit": limit.parse,
    "naive": naive.parse,
    "dateparser.search_dates": lambda text: search_dates(text, languages=["en"]),
}


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
@pytest.mark.parametrize("way", WAYS)
def test_parse(benchmark: BenchmarkFixture, way: str, seed: Path) -> None:
    """Time one way of reading one seed."""
    benchmark.group = seed.stem
    benchmark(WAYS[way], seed.read_text("utf-8"))
