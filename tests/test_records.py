"""Records as JSON values and back: nothing is lost, and what is wrong is said with its place."""

import datetime as dt
import json
from copy import deepcopy
from typing import Any, TypeAlias

import attrs
import pytest
from golden import seeds
from hypothesis import given, settings
from hypothesis import strategies as st

import pressparse
from pressparse.errors import RecordError
from pressparse.evidence import Evidence, EvidenceMap
from pressparse.model import SCHEMA_VERSION, Failure, Release
from pressparse.text import Span

Json: TypeAlias = Any  # a JSON value

ZONES = st.none() | st.integers(-12 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
MINUTES = st.datetimes(timezones=ZONES).map(lambda moment: moment.replace(second=0, microsecond=0))
SPANS = st.tuples(st.integers(0, 9999), st.integers(0, 9999)).map(lambda pair: Span(*sorted(pair)))
EVIDENCE = st.dictionaries(st.text(), st.builds(Evidence), max_size=2)

st.register_type_strategy(Span, SPANS)
st.register_type_strategy(EvidenceMap, EVIDENCE.map(lambda evidence: EvidenceMap(tuple(evidence.items()))))


def releases() -> st.SearchStrategy[Release]:
    """Return a strategy for releases with values, sensible or not, in every field."""
    special = {"schema_version": st.just(SCHEMA_VERSION), "embargo": st.none() | st.dates() | MINUTES}
    fields = {
        field.name: st.from_type(field.type) for field in attrs.fields(attrs.resolve_types(Release)) if field.type
    }
    return st.builds(Release, **fields | special)


@settings(max_examples=40)
@given(releases())
def test_a_round_trip_through_json_loses_nothing(release: Release) -> None:
    """A record written as JSON and read again is the same release."""
    assert Release.from_dict(json.loads(json.dumps(release.to_dict()))) == release


@settings(max_examples=40)
@given(releases())
def test_a_record_without_its_text_still_loads(release: Release) -> None:
    """What the command line prints is a record."""
    record = release.to_dict(text=False)
    assert "text" not in record
    assert Release.from_dict(record) == attrs.evolve(release, text=None)


def test_unknown_keys_are_ignored() -> None:
    """A reader of schema 1.0 reads what a later 1.x has added to."""
    record = seed()
    later = deepcopy(record) | {"schema_version": "1.7", "mood": "hopeful"}
    later["contacts"][0]["pager"] = "none"
    later["evidence"]["title"]["how"] = "by eye"
    assert attrs.evolve(Release.from_dict(later), schema_version="1.0") == Release.from_dict(record)


NO_RECORDS: list[tuple[Json, str]] = [
    ([], "$: an object is wanted here, not []"),
    ("{}", "$: an object is wanted here, not '{}'"),
    ({}, "$.schema_version: this version reads records of schema 1.x, not None"),
    ({"schema_version": 1.0}, "$.schema_version: this version reads records of schema 1.x, not 1.0"),
    ({"schema_version": "2.0"}, "$.schema_version: this version reads records of schema 1.x, not '2.0'"),
]


@pytest.mark.parametrize(("value", "message"), NO_RECORDS, ids=repr)
def test_what_is_no_record_is_refused(value: Json, message: str) -> None:
    """Anything but an object of a known major version is one clear error."""
    with pytest.raises(RecordError) as caught:
        Release.from_dict(value)
    assert str(caught.value) == message


DEEP: Json = []
for _ in range(99_999):
    DEEP = [DEEP]
ENDLESS = {
    "list": (DEEP, "$: an object is wanted here, not such list"),
    "version": ({"schema_version": DEEP}, "$.schema_version: this version reads records of schema 1.x, not such list"),
    "number": (10**9999, "$: an object is wanted here, not such int"),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_what_cannot_be_shown_is_refused_too(name: str) -> None:
    """Lists in lists in lists, and numbers of thousands of digits."""
    value, message = ENDLESS[name]
    with pytest.raises(RecordError) as caught:
        Release.from_dict(value)
    assert str(caught.value) == message
    with pytest.raises(RecordError, match="is wanted here, not"):
        Failure.from_dict(value)


class Absent:
    """Stands for a key that is taken away."""

    def __repr__(self) -> str:
        return "absent"


ABSENT = Absent()
MALFORMED: list[tuple[str, Json, str]] = [
    ("title", 5, "$.title: a string is wanted here, not 5"),
    ("profile", None, "$.profile: a string is wanted here, not None"),
    ("format", ABSENT, "$.format: this key is missing"),
    ("format", "word", "$.format: one of markdown, text, html, pdf, email is wanted here, not 'word'"),
    ("date", "30 October", "$.date: a date YYYY-MM-DD is wanted here, not '30 October'"),
    ("date", "20171030", "$.date: a date YYYY-MM-DD is wanted here, not '20171030'"),
    ("date", "2017-02-30", "$.date: day is out of range for month"),
    ("date", 20171030, "$.date: a date YYYY-MM-DD is wanted here, not 20171030"),
    ("embargo", "2017-10-30 10:00", "$.embargo: a date YYYY-MM-DD is wanted here, not '2017-10-30 10:00'"),
    ("embargo", "2017-10-30T25:00", "$.embargo: hour must be in 0..23"),
    ("encoding", "utf-8", "$.encoding: an object is wanted here, not 'utf-8'"),
    ("reference", "PR168-2017", "$.reference: an object is wanted here, not 'PR168-2017'"),
    ("reference.year", "2017", "$.reference.year: a whole number is wanted here, not '2017'"),
    ("reference.year", True, "$.reference.year: a whole number is wanted here, not True"),
    ("reference.span", [36], "$.reference.span: a span [start, end] is wanted here, not [36]"),
    ("reference.span", [46, 36], "$.reference.span: a span [start, end] is wanted here, not [46, 36]"),
    ("reference.span", [False, True], "$.reference.span: a span [start, end] is wanted here, not [False, True]"),
    ("unclaimed", [[1, 2], 3], "$.unclaimed[1]: a span [start, end] is wanted here, not 3"),
    ("contacts", {}, "$.contacts: an array is wanted here, not {}"),
    ("contacts.1", None, "$.contacts[1]: an object is wanted here, not None"),
    (
        "contacts.1.phones.0.type",
        "pager",
        "$.contacts[1].phones[0].type: one of voice, mobile, fax is wanted here, not 'pager'",
    ),
    ("contacts.1.evidence", [], "$.contacts[1].evidence: an object is wanted here, not []"),
    ("contacts.1.evidence.name", 5, "$.contacts[1].evidence['name']: an object is wanted here, not 5"),
    ("evidence.title.span", ABSENT, "$.evidence['title'].span: this key is missing"),
]


@pytest.mark.parametrize(("path", "value", "message"), MALFORMED, ids=str)
def test_what_is_wrong_is_said_with_its_path(path: str, value: Json, message: str) -> None:
    """One bad value in a record gives one error that names its place, what is wanted and what is there."""
    record = seed()
    *way, last = (int(step) if step.isdigit() else step for step in path.split("."))
    place: Json = record
    for step in way:
        place = place[step]
    if value is ABSENT:
        del place[last]
    else:
        place[last] = value
    with pytest.raises(RecordError) as caught:
        Release.from_dict(record)
    assert str(caught.value) == message


def test_several_errors_are_said_together() -> None:
    """Whoever mends a record sees all of it at once."""
    with pytest.raises(RecordError, match=r"^\$\.place: .*; \$\.title: "):
        Release.from_dict(seed() | {"title": 1, "place": 2})


def seed() -> dict[str, Json]:
    """Return the record of a seed that has a bit of everything, new each time."""
    return pressparse.parse(seeds()[1].text).to_dict()
