"""Embargoes: the line that says until when, and the day or minute that it names."""

import pytest

import pressparse
from pressparse.embargoes import is_embargo, read_embargo
from pressparse.text import View

EMBARGOES = [
    ("Embargo until 14 March 2024", "2024-03-14", "14 March 2024"),
    ("EMBARGO: 14 March 2024, 00:01", "2024-03-14T00:01:00", "14 March 2024, 00:01"),
    ("Embargoed until 14 March 2024 at 00:01 GMT", "2024-03-14T00:01:00+00:00", "14 March 2024 at 00:01 GMT"),
    ("Under embargo until 10:00 CET on 14 March 2024", "2024-03-14T10:00:00+01:00", "10:00 CET on 14 March 2024"),
    (
        "Embargo: Thursday, 14 March 2024, 18.30 CEST",
        "2024-03-14T18:30:00+02:00",
        "Thursday, 14 March 2024, 18.30 CEST",
    ),
    ("EMBARGOED UNTIL 2 P.M. EDT, MARCH 14, 2024", "2024-03-14T14:00:00-04:00", "2 P.M. EDT, MARCH 14, 2024"),
    ("Not for release before 6 am UTC, 14 March 2024", "2024-03-14T06:00:00+00:00", "6 am UTC, 14 March 2024"),
    ("Strict embargo until 12 a.m. on 14 March 2024", "2024-03-14T00:00:00", "12 a.m. on 14 March 2024"),
    ("Strict embargo until 12:30 pm, 14 March 2024", "2024-03-14T12:30:00", "12:30 pm, 14 March 2024"),
    ("Embargo until 24:00 on 14 March 2024", "2024-03-15T00:00:00", "24:00 on 14 March 2024"),
    ("Embargo until 10:00 UTC+99 on 14 March 2024", "2024-03-14T10:00:00+00:00", "10:00 UTC+99 on 14 March 2024"),
    ("EMBARGO Thursday 14 March 2024", "2024-03-14", "Thursday 14 March 2024"),
    ("Embargo – March 14, 2024", "2024-03-14", "March 14, 2024"),
    ("Embargo until 2024-03-14 10:00 UTC+2", "2024-03-14T10:00:00+02:00", "2024-03-14 10:00 UTC+2"),
    ("**Embargo** until 14 March 2024, 11:00 (CET)", "2024-03-14T11:00:00+01:00", "14 March 2024, 11:00 (CET"),
    ("Sous embargo jusqu’au 5 mai 2019", "2019-05-05", "5 mai 2019"),
    ("Sous embargo jusqu’au dimanche 5 mai 2019 à 18h", "2019-05-05T18:00:00", "dimanche 5 mai 2019 à 18h"),
    ("SOUS EMBARGO JUSQU'AU 5 MAI 2019 À 18H30 (HEURE DE PARIS)", "2019-05-05T18:30:00", "5 MAI 2019 À 18H30"),
    ("Sous embargo jusqu’au 1er mai 2019 à 18 h 30", "2019-05-01T18:30:00", "1er mai 2019 à 18 h 30"),
    ("Embargo jusqu’à 6h, le 5 mai 2019", "2019-05-05T06:00:00", "6h, le 5 mai 2019"),
    ("Ne pas diffuser avant le 05/06/2019 à 12:00", "2019-06-05T12:00:00", "05/06/2019 à 12:00"),
    ("Attention : sous embargo jusqu’au 5 mai 2019", "2019-05-05", "5 mai 2019"),
    ("Attention, sous embargo jusqu’au 5 mai 2019 à 20 heures", "2019-05-05T20:00:00", "5 mai 2019 à 20 heures"),
    ("Please note: embargoed until 14 March 2024", "2024-03-14", "14 March 2024"),
    ("Information sous embargo jusqu’au 5 mai 2019 à 18h TU", "2019-05-05T18:00:00+00:00", "5 mai 2019 à 18h TU"),
    ("STRICT EMBARGO: 14 March 2024", "2024-03-14", "14 March 2024"),
    ("EMBARGO LE 5 MAI 2019 - 20H00", "2019-05-05T20:00:00", "5 MAI 2019 - 20H00"),
    ("Sperrfrist: 20. Juni 2023, 11:00 Uhr MEZ", "2023-06-20T11:00:00+01:00", "20. Juni 2023, 11:00 Uhr MEZ"),
]


@pytest.mark.parametrize(("text", "value", "raw"), EMBARGOES, ids=[row[0] for row in EMBARGOES])
def test_an_embargo_names_a_day_or_a_minute(text: str, value: str, raw: str) -> None:
    """To the minute where a time is printed, with an offset only where a zone is."""
    line = View.of(text.replace("*", ""))
    assert is_embargo(line)
    found = read_embargo(line, "dmy")
    assert found
    assert found.value.isoformat() == value
    assert line.raw(found.start, found.end) == raw


def test_numbers_are_read_in_the_issuers_order() -> None:
    """The fifth of June for one is the sixth of May for another."""
    line = View.of("Embargo until 05/06/2019")
    values = [found.value.isoformat() for order in ("dmy", "mdy") if (found := read_embargo(line, order))]
    assert values == ["2019-06-05", "2019-05-06"]


@pytest.mark.parametrize(
    "text",
    [
        "The embargo was lifted on 14 March 2024.",
        "Embargo on components lifted on 14 March 2024",
        "US embargo: both agencies react",
        "Trade embargo, one year later",
        "Embargoes",
        "Paris, 14 March 2024",
        "Published on 5 May 2019",
    ],
)
def test_other_lines_are_no_embargo(text: str) -> None:
    """Only a line that begins with the words of an embargo is one."""
    assert not is_embargo(View.of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Embargo",
        "Embargo: see below",
        "Embargo until 31 June 2024",
        "Embargo until 10:00",
        "Sous embargo jusqu’au mardi 3 mai à 20h",
    ],
)
def test_an_embargo_without_a_day_names_none(text: str) -> None:
    """Nothing is guessed."""
    assert is_embargo(View.of(text))
    assert read_embargo(View.of(text), "dmy") is None


def test_an_embargo_is_no_date_of_the_release() -> None:
    """It is a field of its own; the release date stands elsewhere."""
    text = (
        "EMBARGO: 14 March 2024, 00:01\n\nPRESS RELEASE\n\nParis, 12 March 2024\n\nBalloons over the Arctic\n\n"
        "The balloons of both agencies flew over the Arctic for the first time.\n"
    )
    release = pressparse.parse(text)
    assert release.to_dict()["embargo"] == "2024-03-14T00:01"
    assert (release.evidence["embargo"].raw, str(release.date)) == ("14 March 2024, 00:01", "2024-03-12")
    assert (release.title, release.dates, release.unclaimed) == ("Balloons over the Arctic", (), ())


@pytest.mark.parametrize(
    ("behind", "embargo"),
    [
        (" - EMBARGOED UNTIL 00.01 FRIDAY 1 APRIL 2011", "2011-04-01T00:01"),
        (" (embargoed until 1 April 2011)", "2011-04-01"),
        (" – sous embargo jusqu’au 1er avril 2011 à 18h", "2011-04-01T18:00"),
    ],
)
def test_an_embargo_may_stand_behind_the_title(behind: str, embargo: str) -> None:
    """It is no part of it, and its day none of the dates."""
    lead = "The balloons of both agencies flew over the Arctic for the first time."
    release = pressparse.parse(f"Balloons over the Arctic{behind}\n\n31 March 2011\n\n{lead}\n")
    assert release.to_dict()["embargo"] == embargo
    assert (release.title, str(release.date), release.dates) == ("Balloons over the Arctic", "2011-03-31", ())


@pytest.mark.parametrize("title", ["Balloons – embargo on parts ends in 2011", "Balloons over the Arctic - a first"])
def test_other_words_behind_a_dash_are_the_titles(title: str) -> None:
    """Of an embargo on things too."""
    release = pressparse.parse(f"{title}\n\n31 March 2011\n\nThe balloons flew over the Arctic for the first time.\n")
    assert (release.title, release.embargo) == (title, None)
