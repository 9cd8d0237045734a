"""Dates of running text: what is one, which days it names, how that is known, what is said where it is doubtful."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from date_tables import Sentence, dated_sentences

from pressparse.dates import find_dates, lead_event, read_dates
from pressparse.dates.mentions import tries_at
from pressparse.dates.shapes import DateRule, Part, around
from pressparse.text import Edit, View
from pressparse.words import vocabulary

if TYPE_CHECKING:
    from pressparse.model import DateExpression

ANCHOR = dt.date(2017, 10, 30)
SENTENCES = tuple(dated_sentences("dates"))
FEWEST = 250


def days(found: tuple[DateExpression, ...]) -> list[tuple[str, str | None]]:
    """Return the printed words of `found` with the first day of each."""
    return [(one.raw, one.start.isoformat() if one.start else None) for one in found]


def test_there_are_sentences() -> None:
    """A table that shrinks is noticed."""
    assert len(SENTENCES) >= FEWEST


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.text)
def test_a_date_is_found_with_its_days(sentence: Sentence) -> None:
    """Each expression is found with its exact words, first and last day, precision, modifier and basis."""
    found = find_dates(sentence.text, anchor=sentence.anchor, language=sentence.language)
    assert [(*one.span, one.start, one.end, one.precision, one.modifier, one.basis) for one in found] == list(
        sentence.expected
    )


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.text)
def test_without_a_day_to_start_from_only_printed_years_are_known(sentence: Sentence) -> None:
    """Without an anchor an expression has its days by its printed year, or none and says so."""
    for one in find_dates(sentence.text, language=sentence.language):
        # "6 December of the same year" is relative to a printed year.
        known = {"printed", "relative"} if one.start else {"unknown"}
        assert one.basis in known
        assert (one.start is None) == (one.end is None)


def test_spans_point_into_the_text() -> None:
    """The slice at a span is `raw`."""
    text = "Signed on 10 April,\nand from 5 to\n9 May 2018."
    for one in find_dates(text, anchor=ANCHOR, language="en"):
        assert text[slice(*one.span)] == one.raw


def test_a_view_keeps_what_was_given() -> None:
    """A date over a hard wrap keeps its line break in `raw`, whatever the view made of it."""
    given = "Signed on 10\nApril 2017."
    view = View.of(given).edit([Edit(12, 13, " ")])
    (found,) = find_dates(view, anchor=ANCHOR, language="en")
    assert (found.raw, found.span) == ("10\nApril 2017", (10, 23))


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Am 12 April 2018 trafen sich die Forscher.", "de", [("12 April 2018", "2018-04-12")]),
        ("Il 12.04.2018 la sonda è partita.", "it", []),
        ("Il 25.04.2018 la sonda è partita.", "it", [("25.04.2018", "2018-04-25")]),
        ("Am 12 April trafen sich die Forscher.", "de", []),
        ("Die Mission der 1990s endete am 12 April 2018.", "de", [("12 April 2018", "2018-04-12")]),
        ("2018-04-12", None, [("2018-04-12", "2018-04-12")]),
    ],
)
def test_other_languages_give_full_dates_only(
    text: str, language: str | None, found: list[tuple[str, str | None]]
) -> None:
    """Of a text in another language only what prints its year and reads one way is a date."""
    assert days(read_dates(View.of(text), anchor=ANCHOR, language=language)[0]) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("5 December", [("5 December", "2017-12-05")]),
        ("le 5 décembre", [("5 décembre", "2017-12-05")]),
        ("No date in here.", []),
        ("On 5 December the probe will land on the asteroid.", [("5 December", "2017-12-05")]),
        (
            "Le 5 décembre, la sonde se posera sur les roches du site choisi par les équipes.",
            [("5 décembre", "2017-12-05")],
        ),
    ],
)
def test_the_language_is_the_texts_own(text: str, found: list[tuple[str, str | None]]) -> None:
    """Without `language` the text's words decide, in a short text those of its dates."""
    assert days(find_dates(text, anchor=ANCHOR)) == found


@pytest.mark.parametrize(
    ("order", "day", "other"),
    [("dmy", "2017-04-03", "2017-03-04"), ("mdy", "2017-03-04", "2017-04-03")],
)
def test_a_number_that_reads_both_ways_is_ambiguous(order: str, day: str, other: str) -> None:
    """Numeric dates are read in the given order; where the other one gives a day too, that is said."""
    (found,), (doubt,) = read_dates(
        View.of("Opened on 03/04/2017."),
        anchor=ANCHOR,
        language="en",
        order="dmy" if order == "dmy" else "mdy",
    )
    assert found.start == dt.date.fromisoformat(day)
    assert (doubt.code, doubt.field, doubt.span) == ("date-ambiguous", "dates[0]", found.span)
    assert other in doubt.message


def test_each_doubt_names_its_date() -> None:
    """Of several ambiguous dates each is said."""
    _, doubts = read_dates(View.of("Opened on 03/04/2017, closed on 05/06/2017."), anchor=ANCHOR, language="en")
    assert [doubt.field for doubt in doubts] == ["dates[0]", "dates[1]"]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("They met on 3 May, 4 May and 5 May 2018.", ["days-of-month"] * 3),
        ("They met on 26/04/98 and will meet on Monday.", ["numeric-day", "weekday"]),
    ],
)
def test_a_date_names_its_rule(text: str, rules: list[str]) -> None:
    """Dates of an enumeration have the rule of the whole."""
    assert [one.rule for one in find_dates(text, anchor=ANCHOR, language="en")] == rules


def test_a_stretch_that_ends_before_it_begins_has_no_days() -> None:
    """It is an expression, and its days are unknown."""
    (found,) = find_dates("From 9 June 2018 to 5 May 2018.", anchor=ANCHOR, language="en")
    assert (found.start, found.end, found.basis) == (None, None, "unknown")


def test_a_number_alone_tells_no_language() -> None:
    """What every language reads as long is read by none."""
    assert find_dates("03/04/2017", anchor=ANCHOR) == ()


@pytest.mark.parametrize("text", ["Opened on 25/04/2017.", "Opened on 04/25/2017.", "Opened on 05/05/2017."])
def test_a_number_that_reads_one_way_is_not_ambiguous(text: str) -> None:
    """Where one order alone gives a day, or both the same, that is the day."""
    for order in ("dmy", "mdy"):
        found, doubts = read_dates(
            View.of(text), anchor=ANCHOR, language="en", order="mdy" if order == "mdy" else "dmy"
        )
        assert len(found) == 1
        assert not doubts


@pytest.mark.parametrize(
    ("text", "day", "basis"),
    [
        ("Friday 30 October, both met.", "2017-10-30", "assumed"),
        ("Friday 30 October 2017, both met.", "2017-10-30", "printed"),
        ("They met last Friday 12 May 2016.", "2016-05-12", "printed"),
        ("They met on Friday 12 October last year.", "2016-10-12", "relative"),
    ],
)
def test_a_weekday_that_does_not_fit_is_said(text: str, day: str, basis: str) -> None:
    """The date stays as printed, in the release's year where no near year fits, and the contradiction is said."""
    (found,), (doubt,) = read_dates(View.of(text), anchor=ANCHOR, language="en")
    assert (found.start, found.basis) == (dt.date.fromisoformat(day), basis)
    assert (doubt.code, doubt.span) == ("weekday-mismatch", found.span)


def test_of_a_year_alone_weekdays_still_decide() -> None:
    """Where only the year of a release is known, weekdays, years and its own year are; days that need a day are not."""
    view = View.of("Thursday 12 April it flew. It flew on 14 May, last year, last July, today and on Monday.")
    found, _ = read_dates(view, anchor=2018, language="en")
    assert [(one.raw, str(one.start), one.basis) for one in found] == [
        ("Thursday 12 April", "2018-04-12", "weekday"),
        ("14 May", "2018-05-14", "assumed"),
        ("last year", "2017-01-01", "relative"),
        ("last July", "None", "unknown"),
        ("today", "None", "unknown"),
        ("Monday", "None", "unknown"),
    ]


@pytest.mark.parametrize(
    ("text", "language", "places"),
    [
        ("Sol 12 was followed by sol 13.", "en", [0, 23]),
        ("12 sols", "en", []),
        ("April or avril", "en", [0]),
        ("April or avril", "fr", [9]),
        ("April or avril", None, [0, 9]),
    ],
)
def test_a_rule_is_tried_at_its_own_words_and_at_those_of_its_tables(
    text: str, language: str | None, places: list[int]
) -> None:
    """Where neither stands, or only a number that the rule does not name, it is not tried."""
    known = vocabulary("dates", language) if language else None
    rule = DateRule(
        name="sol",
        pattern=r"\w++ \s \d++",
        build=lambda _: None,
        examples=(),
        rejects=(),
        heads=("months",),
        words=("sol",),
    )
    assert [at for at in range(len(text)) if tries_at(rule, known, text, at)] == places


def test_claimed_ranges_hold_no_date() -> None:
    """What another field owns is no date; what stands beside it is one."""
    text = "From 5 May 2018 to 9 June 2018, then on 3 July 2018."
    view = View.of(text)
    assert days(read_dates(view, anchor=ANCHOR, language="en", claimed=[(0, 30)])[0]) == [
        ("3 July 2018", "2018-07-03"),
    ]
    assert days(read_dates(view, anchor=ANCHOR, language="en", claimed=[(0, 2), (20, 30), (33, 35)])[0]) == [
        ("5 May 2018", "2018-05-05"),
        ("3 July 2018", "2018-07-03"),
    ]


@pytest.mark.parametrize(
    ("lead", "language", "event"),
    [
        ("Monday 30 October in Paris, both met.", "en", "2017-10-30"),
        ("Thursday 26 October in Paris, both met.", "en", "2017-10-26"),
        ("Both met in Paris on Thursday.", "en", "2017-10-26"),
        ("Both met on Friday 20 October, and on Thursday 26 October.", "en", "2017-10-26"),
        ("Both met on 26 October.", "en", None),
        ("Both met. They will meet again on Thursday 26 October.", "en", None),
        ("Both will meet on Tuesday 31 October.", "en", None),
        ("Friday 20 October in Paris, both met.", "en", None),
        ("From Tuesday 24 to Thursday 26 October both met.", "en", None),
        ("Jeudi 26 octobre à Paris, le CNES a reçu la presse.", "fr", "2017-10-26"),
        ("Both met. They met again on Thursday 26 October. All flew home.", "en", None),
        ("\n\nMonday 30 October in Paris, both met.", "en", "2017-10-30"),
        ("Both met in Paris on Saturday 21 October.", "en", "2017-10-21"),
        ("Both met in Paris on Friday 20 October.", "en", None),
    ],
)
def test_the_leads_event_is_named_by_its_weekday(lead: str, language: str, event: str | None) -> None:
    """The event is the day that the first sentence names by its weekday, up to nine days before the release."""
    expected = dt.date.fromisoformat(event) if event else None
    assert lead_event(View.of(lead), ANCHOR, language) == expected


def test_without_a_day_there_is_no_event() -> None:
    """A year alone, or nothing, makes no event."""
    assert lead_event(View.of("Monday 30 October in Paris."), None, "en") is None
    assert lead_event(View.of("Monday 30 October in Paris."), 2017, "en") is None


@pytest.mark.parametrize("anchor", [dt.date.min, dt.date.max])
@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.text)
def test_no_anchor_breaks_it(sentence: Sentence, anchor: dt.date) -> None:
    """A day that has no year before it, or none behind it, raises nothing."""
    find_dates(sentence.text, anchor=anchor, language=sentence.language)


@pytest.mark.parametrize("unit", ["day", "week", "weekend", "month", "quarter", "year", "decade"])
def test_a_stretch_of_time_holds_its_days(unit: str) -> None:
    """What lies around a day holds it; a weekend holds the days behind its week's working days."""
    for number in range(800):
        day = dt.date(2016, 1, 1) + dt.timedelta(days=number)
        start, end = around(day, unit)  # type: ignore[arg-type]  # parametrized over the literals
        assert start <= end
        assert start <= day <= end or (unit == "weekend" and day < start)


def test_a_part_that_a_year_does_not_have_is_none() -> None:
    """29 February and a 53rd week are not in every year."""
    assert Part("day", 2, 29).days(2017) is None
    assert Part("week", 53).days(2017) is None
    assert Part("week", 53).days(2015) == (dt.date(2015, 12, 28), dt.date(2016, 1, 3))
