"""What looks like a date and is none."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from date_tables import table

from pressparse.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

ANCHOR = dt.date(2017, 10, 30)
FEWEST = 150


def sentences() -> Iterator[tuple[str, str]]:
    """Yield the sentences of the table with their language."""
    for language, groups in table("no_dates").items():
        for group in groups.values():
            yield from ((language, sentence) for sentence in group)


SENTENCES = tuple(sentences())


def test_there_are_sentences() -> None:
    """A table that shrinks is noticed."""
    assert len(SENTENCES) >= FEWEST


@pytest.mark.parametrize(("language", "sentence"), SENTENCES, ids=[sentence for _, sentence in SENTENCES])
def test_nothing_is_found(language: str, sentence: str) -> None:
    """Neither in the sentence's own language nor in one that has to be found is anything in it a date."""
    assert find_dates(sentence, anchor=ANCHOR, language=language) == ()
    assert find_dates(sentence, anchor=ANCHOR) == ()
