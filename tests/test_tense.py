"""The tense of the clause in which a date stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from date_tables import table, unmarked

from pressparse.dates.tense import clause_tense

if TYPE_CHECKING:
    from collections.abc import Iterator

FEWEST = 150


def clauses() -> Iterator[tuple[str, str | None, str]]:
    """Yield the clauses of the table, each with its language and tense."""
    for language, tenses in table("tense").items():
        for tense, group in tenses.items():
            yield from ((language, None if tense == "open" else tense, clause) for clause in group)


CLAUSES = tuple(clauses())


def test_there_are_clauses() -> None:
    """A table that shrinks is noticed."""
    assert len(CLAUSES) >= FEWEST


@pytest.mark.parametrize(("language", "tense", "clause"), CLAUSES, ids=[clause for _, _, clause in CLAUSES])
def test_a_clause_has_its_tense(language: str, tense: str | None, clause: str) -> None:
    """Verbs, auxiliaries, participles and prepositions of a date's own clause tell on which side it lies."""
    text, (place,) = unmarked(clause)
    assert clause_tense(text, *place, language) == tense


@pytest.mark.parametrize(("language", "tense", "clause"), CLAUSES, ids=[clause for _, _, clause in CLAUSES])
def test_neighboring_sentences_change_nothing(language: str, tense: str | None, clause: str) -> None:
    """What the sentences before and behind tell is not asked."""
    around = {
        "en": ("It will fly. The team was there! ", "\n\nThey will meet. They met."),
        "fr": ("Il volera. L’équipe était là ! ", "\n\nIls se réuniront. Ils se sont réunis."),
    }
    before, behind = around[language]
    text, ((start, end),) = unmarked(clause)
    assert clause_tense(before + text + behind, start + len(before), end + len(before), language) == tense
