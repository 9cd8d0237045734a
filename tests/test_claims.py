"""What a document says beside its text, held against what is printed there."""

import datetime as dt

import pytest

import pressparse
from pressparse.formats import contradictions
from pressparse.formats.source import Claim

DAY = dt.date(2019, 5, 5)
RELEASE = pressparse.parse(
    "PRESS RELEASE\n\n5 May 2019\n\n# A satellite reaches its orbit\n\nIt was launched on Friday."
)
BARE = pressparse.parse("")

AGREEING = [
    (Claim("date", DAY, "x"),),
    (Claim("date", DAY + dt.timedelta(days=1), "x"),),
    (Claim("date", DAY - dt.timedelta(days=7), "x", within=7),),
    (Claim("date", dt.date(2020, 1, 1), "x"), Claim("date", DAY, "x")),
    (Claim("title", "A Satellite reaches its orbit | Press site", "x"),),
    (Claim("title", "Satellite: its orbit was reached", "x"),),
    (Claim("title", "Press release detail", "x"),),
    (Claim("title", "", "x"),),
    (),
]


@pytest.mark.parametrize("claims", AGREEING)
def test_what_agrees_is_not_said(claims: tuple[Claim, ...]) -> None:
    """One claim of several is enough, and one of few words claims nothing."""
    assert list(contradictions(RELEASE, claims)) == []


def test_what_disagrees_is_said_once() -> None:
    """With the field, the place of the printed value, and who says what instead."""
    claims = (
        Claim("date", dt.date(2019, 5, 7), "<meta date>"),
        Claim("date", dt.date(2021, 5, 7), "JSON-LD"),
        Claim("title", "Ten years of tides in the bay", "<title>"),
    )
    date, title = contradictions(RELEASE, claims)
    assert (date.code, date.severity, date.field, date.span) == (
        "metadata-mismatch",
        "info",
        "date",
        RELEASE.evidence["date"].span,
    )
    assert date.message == "2019-05-05 is printed, <meta date> says 2019-05-07"
    assert (title.field, title.span) == ("title", RELEASE.evidence["title"].span)
    assert title.message.endswith("is printed, <title> says 'Ten years of tides in the bay'")


def test_nothing_printed_contradicts_nothing() -> None:
    """Metadata are no values, and no reason to miss any."""
    assert list(contradictions(BARE, (Claim("date", DAY, "x"), Claim("title", "One two three four", "x")))) == []
