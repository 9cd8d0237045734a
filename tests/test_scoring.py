"""The arithmetic of the scorecard: what is counted as found, wrong and missed, and what is not counted at all."""

from typing import Any, TypeAlias

import pytest
from scoring import Score, scores

Json: TypeAlias = Any  # a JSON value

ANN = {"kind": "person", "name": "Ann Dale", "phones": [{"raw": "01", "e164": "+1"}]}

SCORED = [
    ("title", {"title": "A"}, {"title": "A"}, Score(1, 0, 0)),
    ("title", {"title": "A"}, {"title": "B"}, Score(0, 1, 1)),
    ("title", {"title": "A"}, {"title": None}, Score(0, 0, 1)),
    ("title", {"title": None}, {"title": "B"}, Score(0, 1, 0)),
    ("title", {}, {"title": "B"}, Score(0, 0, 0)),
    ("diagnostics", {"diagnostics": [{"code": "a"}]}, {"diagnostics": [{"code": "a"}, {"code": "a"}]}, Score(1, 1, 0)),
    ("contacts: role", {"contacts": [{"name": "A"}]}, {"contacts": [{"name": "A", "role": "B"}]}, Score(0, 0, 0)),
    (
        "contacts: role",
        {"contacts": [{"name": "A", "role": None}]},
        {"contacts": [{"name": "A", "role": "B"}]},
        Score(0, 1, 0),
    ),
    ("phones", {"contacts": [ANN]}, {"contacts": [{**ANN, "name": "Bo Dale"}]}, Score(0, 1, 1)),
    ("phones", {"contacts": [{"name": "A"}]}, {"contacts": []}, Score(0, 0, 0)),
    (
        "spans",
        {"links": [{"raw": "a.fr", "span": [1, 5]}, {"raw": "b.fr"}]},
        {"links": [{"raw": "a.fr", "span": [2, 6]}, {"raw": "b.fr", "span": [7, 9]}]},
        Score(0, 1, 1),
    ),
    ("unclaimed", {"unclaimed": []}, {"unclaimed": [[0, 4]]}, Score(0, 1, 0)),
]


@pytest.mark.parametrize(("field", "wanted", "got", "expected"), SCORED, ids=repr)
def test_a_field_is_counted_value_by_value(field: str, wanted: Json, got: Json, expected: Score) -> None:
    """Wrong and missed values count against the parser, what the golden record leaves open counts for nothing."""
    assert scores([(wanted, got)])[field] == expected


def test_rates_are_those_of_the_textbook() -> None:
    """Precision, recall and their harmonic mean; 1 where there is nothing to be right or wrong about."""
    score = Score(found=6, wrong=2, missed=4)
    assert (score.precision, score.recall, score.f1) == (0.75, 0.6, 2 / 3)
    assert (Score().precision, Score().recall, Score().f1) == (1.0, 1.0, 1.0)
