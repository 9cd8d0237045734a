"""The corpus as a whole; the pytest plugin compares its releases field by field, but for the held-out third."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, TypeAlias

import pytest
from golden import Case, corpus, seeds
from known_misses import KNOWN_MISSES
from scorecard import by_part, fallen

import pressparse

Json: TypeAlias = Any  # a JSON value
FEWEST = 36


@cache
def record(case: Case) -> dict[str, Json]:
    """Return the record of `case` as JSON values."""
    found: dict[str, Json] = pressparse.parse(case.text).to_dict(text=False)
    return found


def located(value: Json) -> Iterator[dict[str, Json]]:
    """Yield every object within `value` that gives both its raw text and its span."""
    if isinstance(value, dict):
        if isinstance(value.get("span"), list) and "raw" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from located(item)


def test_the_corpus_is_there() -> None:
    """A suite that finds no release fails, and a third of the releases is held out."""
    held_out = sum(case.held_out for case in corpus())
    assert len(corpus()) >= FEWEST
    assert held_out >= len(corpus()) / 4


def test_known_misses_name_what_is_there() -> None:
    """A miss of a release or a field that is gone is taken off the list."""
    names = {case.name: case for case in corpus() if not case.held_out}
    assert all(name in names and set(misses) <= set(names[name].wanted) for name, misses in KNOWN_MISSES.items())


@pytest.mark.parametrize("case", [*corpus(), *seeds()], ids=lambda case: case.name)
def test_raw_is_the_slice_of_its_span(case: Case) -> None:
    """In golden records and in the parser's own, `text[start:end]` is `raw`, always."""
    for item in (*located(case.wanted), *located(record(case))):
        start, end = item["span"]
        assert case.text[start:end] == item["raw"]


@pytest.mark.parametrize("case", [*corpus(), *seeds()], ids=lambda case: case.name)
def test_every_passage_stands_at_its_span(case: Case) -> None:
    """The span of a passage covers its words, whatever was joined or undone between them."""
    for key in ("paragraphs", "subheadings", "captions", "boilerplate", "footnotes"):
        for item in case.wanted.get(key, ()):
            if "span" in item and item["text"].isascii():
                start, end = item["span"]
                assert _letters(case.text[start:end]) == _letters(item["text"])


def test_no_score_falls_below_its_floor() -> None:
    """The pinned floors hold, for both parts of the corpus."""
    assert fallen(by_part({case.name: record(case) for case in corpus()})) == []


def _letters(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9]", "", text)
