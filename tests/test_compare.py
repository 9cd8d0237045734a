"""The partial comparison behind every golden record: a mistake here would let the parser's mistakes through."""

from typing import Any, TypeAlias

import pytest

from pressparse.testing import ABSENT, differences

Json: TypeAlias = Any  # a JSON value

SAME = [
    ({}, {"title": "A title"}),
    ({"title": None}, {"title": None, "place": "Paris"}),
    ({"reference": {"number": 5}}, {"reference": {"number": 5, "year": 2017}}),
    ({"contacts": [{"name": "A"}]}, {"contacts": [{"name": "A", "role": "B"}]}),
]

DIFFERENT = [
    ({"title": None}, {}, [("title", None, ABSENT)]),
    ({"number": 1}, {"number": True}, [("number", 1, True)]),
    ({"reference": {"year": 2017}}, {"reference": None}, [("reference", {"year": 2017}, None)]),
    ({"links": []}, {"links": ["x"]}, [("links[+0]", ABSENT, "x")]),
    ({"links": ["x", "y"]}, {"links": ["x"]}, [("links[1]", "y", ABSENT)]),
    ({"links": ["x", "y"]}, {"links": ["z", "x", "y"]}, [("links[+0]", ABSENT, "z")]),
    ({"links": ["x", "y"]}, {"links": ["y"]}, [("links[0]", "x", ABSENT)]),
    ({"links": ["x", "y"]}, {"links": ["x", "z"]}, [("links[1]", "y", "z")]),
    ({"dates": [{"raw": "May"}]}, {"dates": [{"raw": "1 May"}]}, [("dates[0].raw", "May", "1 May")]),
    ({"span": [1, 5]}, {"span": [1, 6]}, [("span", [1, 5], [1, 6])]),
    (
        {"unclaimed": [[1, 5]]},
        {"unclaimed": [[1, 6], [7, 8]]},
        [("unclaimed[0]", [1, 5], [1, 6]), ("unclaimed[+1]", ABSENT, [7, 8])],
    ),
    ({"c": [{"p": [{"e164": "+1"}]}]}, {"c": [{"p": [{"e164": "+2"}]}]}, [("c[0].p[0].e164", "+1", "+2")]),
]


@pytest.mark.parametrize(("wanted", "got"), SAME, ids=repr)
def test_keys_that_the_golden_record_lacks_are_not_compared(wanted: Json, got: Json) -> None:
    """A partial record agrees with any fuller one."""
    assert differences(wanted, got) == ()


@pytest.mark.parametrize(("wanted", "got", "expected"), DIFFERENT, ids=repr)
def test_every_disagreement_is_said_with_its_path(
    wanted: Json, got: Json, expected: list[tuple[str, Json, Json]]
) -> None:
    """Values, types, missing keys, missing and surplus items are each found, one of them hiding no other."""
    assert [found[:3] for found in differences(wanted, got)] == expected
