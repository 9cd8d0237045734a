"""More clauses with their tense and sentences with their dates: each fails where a part of a reading is lost."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from date_tables import unmarked

import pressparse
from pressparse.dates import find_dates, lead_event, read_dates
from pressparse.dates.mentions import find_mentions
from pressparse.dates.shapes import Dated
from pressparse.dates.tense import clause_tense
from pressparse.text import View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pressparse.model import DateExpression

ANCHOR = dt.date(2017, 10, 30)


def described(found: Iterable[DateExpression]) -> list[str]:
    """Return the printed words of each of `found` with its days and how they are known."""
    return [f"{one.raw} = {one.start}..{one.end} {one.basis}" for one in found]


ENGLISH = (
    # auxiliaries and participles
    ("The launcher may have shot past the station on ⟨3 May⟩.", "past"),
    ("The engine died on ⟨3 May⟩.", "past"),
    ("A link to published images of ⟨3 May⟩.", "past"),
    ("Engineers tested parts that have no spares on ⟨3 May⟩.", "past"),
    ("The team can use the model tested thoroughly on ⟨3 May⟩.", "past"),
    ("The crew will fly the camera it built then and tested on ⟨5 May⟩.", "past"),
    ("The summit addressed safety on ⟨3 May⟩.", "past"),
    ("The probe can reach planned orbits in ⟨May⟩.", "future"),
    ("The camera will soon be built and tested on ⟨5 December⟩.", "future"),
    ("They will be built and tested on ⟨5 December⟩.", "future"),
    ("The camera will be carefully tested on ⟨5 December⟩.", "future"),
    ("Her first flight planned for ⟨5 December⟩ takes a day.", "future"),
    ("Tests planned for first light on ⟨5 December⟩.", "future"),
    ("The launch, set to ⟨5 December⟩, is the third of the year.", "future"),
    ("Each team has to, on ⟨15 January⟩, send in its plan.", "future"),
    ("The agency has foreseen a second flight in ⟨May⟩.", None),
    ("The launch first planned for ⟨3 December⟩.", None),
    ("They discussed flights on ⟨4 August⟩.", None),
    # "to", and what leads to it
    ("They flew to study the crater on ⟨3 May⟩.", "past"),
    ("The team refused to put the probe on the lake on ⟨3 May⟩.", "past"),
    ("The probe looked at the crater on ⟨3 May⟩.", "past"),
    ("The doors open to let pupils in on ⟨3 May⟩.", "future"),
    ("The team is glad to fly on ⟨3 May⟩.", "future"),
    ("The agency plans with Japan to fly the balloon in ⟨August⟩.", "future"),
    ("A chance on ⟨3 May⟩ to visit the ship that sank.", "future"),
    ("The road to the coast on ⟨3 May⟩.", None),
    ("The train to Rome on ⟨3 May⟩.", None),
    # what has its day
    ("The doors open on ⟨3 May⟩.", "present"),
    ("The ships leave or return on ⟨3 May⟩.", "present"),
    ("Registration, now free, only closes on ⟨15 January⟩.", "present"),
    ("The deadline is ⟨10 January⟩.", "present"),
    ("Deadlines are 15 January for some and ⟨29 January⟩ for others.", "present"),
    ("The ministers are meeting on ⟨5 May⟩ and will sign in June.", "present"),
    ("Talks and open days in ⟨May⟩.", None),
    ("Two launches, on ⟨3 May⟩ and 9 June.", None),
    ("The library has the issue of ⟨3 May⟩.", None),
    # clauses and phrases
    ("It flew, on ⟨3 May⟩, over Lapland.", "past"),
    ("The probe flew, on ⟨3 May⟩, and will fly again in June.", "past"),
    ("CNES will fly the camera that in ⟨May⟩ failed its tests.", "past"),
    ("Filmed in Kourou, tests of an engine on ⟨3 May⟩.", "past"),
    ("The mission was extended and on ⟨5 December⟩ the probe will fly past the moon.", "future"),
    ("The head of CNES, asked if ⟨3 May⟩ would do, agreed.", "future"),
    ("On ⟨3 May⟩ then the probe will land.", "future"),
    ("The council will meet on 7 and ⟨8 March⟩ to discuss the plan tabled by Spain.", "future"),
    ("Launch from Kourou, issue of ⟨3 May⟩.", None),
    ("After its launch on ⟨12 December⟩, the probe was to wake up in summer.", None),
    ("Before its launch on ⟨12 December⟩, the probe was to pass two tests.", None),
    ("Completed in autumn, it rests in ⟨March⟩.", None),
)


@pytest.mark.parametrize(("clause", "tense"), ENGLISH, ids=[row[0] for row in ENGLISH])
def test_an_english_clause_has_its_tense(clause: str, tense: str | None) -> None:
    """The verb that governs a date tells on which side it lies, however far off; where none does it stays open."""
    text, (place,) = unmarked(clause)
    assert clause_tense(text, *place, "en") == tense


FRENCH = (
    ("Le contact a pu être établi le ⟨6 mai⟩.", "past"),
    ("Les antennes captaient un signal le ⟨6 mai⟩.", "past"),
    ("Le CNES vient d’ouvrir, le ⟨10 avril⟩, un site.", "past"),
    ("La sonde aura pu être testée le ⟨5 décembre⟩.", "future"),
    ("Les sondes se poseraient le ⟨5 décembre⟩.", "future"),
    ("Ils seront testés et lancés le ⟨5 décembre⟩.", "future"),
    ("Le vol initialement suborbital prévu le ⟨5 décembre⟩ ira plus haut.", "future"),
    ("Un vol prévu comme précédemment en ⟨mai⟩.", "future"),
    ("L’accord est négocié et signé le ⟨5 mai⟩.", "present"),
    ("Le ⟨5 décembre⟩ s’achève la campagne", "present"),
    ("Le ⟨5 décembre⟩ s’achève la campagne, un an après son début.", "present"),
    ("Les équipes ont rendez-vous le ⟨3 mai⟩.", None),
    ("Initialement prévu le ⟨3 décembre⟩, le tir a été annulé.", None),
    ("Les équipes étaient attendues le ⟨5 mai⟩.", None),
    ("Le ministre vient à Brest le ⟨3 mai⟩.", None),
    ("Achevé en automne, le satellite occupe un conteneur en ⟨mars⟩.", None),
    ("Achevée en automne, la sonde occupe un conteneur en ⟨mars⟩.", None),
    ("Achevés en automne, les satellites occupent un conteneur en ⟨mars⟩.", None),
    ("Achevées en automne, les sondes occupent un conteneur en ⟨mars⟩.", None),
)


@pytest.mark.parametrize(("clause", "tense"), FRENCH, ids=[row[0] for row in FRENCH])
def test_a_french_clause_has_its_tense(clause: str, tense: str | None) -> None:
    """In French too, by auxiliaries, endings, and participles that agree or not."""
    text, (place,) = unmarked(clause)
    assert clause_tense(text, *place, "fr") == tense


SENTENCES: tuple[tuple[str, list[str]], ...] = (
    # days
    ("The fair runs from Thursday 5 to 9 April.", ["Thursday 5 to 9 April = 2018-04-05..2018-04-09 weekday"]),
    (
        "They met on 5 and Friday 6 October.",
        ["5 = 2017-10-05..2017-10-05 tense", "Friday 6 October = 2017-10-06..2017-10-06 weekday"],
    ),
    ("It opens on March 7 (Friday), 2025.", ["March 7 (Friday), 2025 = 2025-03-07..2025-03-07 printed"]),
    ("Opened on 25/04/70.", ["25/04/70 = 1970-04-25..1970-04-25 printed"]),
    ("Opened on 25/04/69.", ["25/04/69 = 2069-04-25..2069-04-25 printed"]),
    ("The contract was signed on 30 October.", ["30 October = 2017-10-30..2017-10-30 tense"]),
    ("The show will run from 29 February to 3 March.", ["29 February to 3 March = 2020-02-29..2020-03-03 tense"]),
    ("It will close on 12 May of the same year.", ["12 May of the same year = 2017-05-12..2017-05-12 assumed"]),
    ("They met on Monday.", ["Monday = 2017-10-30..2017-10-30 relative"]),
    ("They met this Friday.", ["this Friday = 2017-10-27..2017-10-27 relative"]),
    # two dates as one, and two that stay two
    ("Closed from 5 May 2018 to 5 May 2018.", ["5 May 2018 to 5 May 2018 = 2018-05-05..2018-05-05 printed"]),
    ("Closed from 5 May to 5 May.", ["5 May to 5 May = 2017-05-05..2017-05-05 tense"]),
    (
        "Closed from 5 December 2017 to 9 February.",
        ["5 December 2017 to 9 February = 2017-12-05..2018-02-09 printed"],
    ),
    ("Between 3 May and 9 June the site was closed.", ["3 May and 9 June = 2017-05-03..2017-06-09 tense"]),
    (
        "They met on the 3rd of May as well as the 9th of June 2016.",
        ["3rd of May = 2016-05-03..2016-05-03 printed", "9th of June 2016 = 2016-06-09..2016-06-09 printed"],
    ),
    (
        "They met last October and in May 2017.",
        ["last October = 2016-10-01..2016-10-31 relative", "May 2017 = 2017-05-01..2017-05-31 printed"],
    ),
    (
        "They met from 5 to 9 May and on 3 June 2017.",
        ["5 to 9 May = 2017-05-05..2017-05-09 tense", "3 June 2017 = 2017-06-03..2017-06-03 printed"],
    ),
    (
        "The launch was postponed on 12 May beyond 9 June 2019.",
        ["12 May = 2017-05-12..2017-05-12 tense", "9 June 2019 = 2019-06-09..2019-06-09 printed"],
    ),
    ("The launch was moved to between 2020 and 2022.", ["2020 and 2022 = 2020-01-01..2022-12-31 printed"]),
    # weeks, months, quarters, halves, years
    ("They will meet in the week of 5 Sept.", ["week of 5 Sept. = 2018-09-03..2018-09-09 tense"]),
    ("They met in the week of 5 April 2016.", ["week of 5 April 2016 = 2016-04-04..2016-04-10 printed"]),
    (
        "They met in the second half of February 2016.",
        ["second half of February 2016 = 2016-02-16..2016-02-29 printed"],
    ),
    ("October was a busy month.", ["October = 2017-10-01..2017-10-31 tense"]),
    ("It was opened in may 2018.", ["may 2018 = 2018-05-01..2018-05-31 printed"]),
    ("In İzmir in May 2018.", ["May 2018 = 2018-05-01..2018-05-31 printed"]),
    ("Delivery is due in Q3.", ["Q3 = 2018-07-01..2018-09-30 tense"]),
    ("Results for the third quarter were good.", ["third quarter = 2017-07-01..2017-09-30 tense"]),
    ("It flew at the end of the third quarter.", ["end of the third quarter = 2017-07-01..2017-09-30 tense"]),
    ("In the 1990's it flew.", ["1990's = 1990-01-01..1999-12-31 printed"]),
    ("The archive covers 1850-2000.", ["1850-2000 = 1850-01-01..2000-12-31 printed"]),
    ("It will fly early next decade.", ["early next decade = 2020-01-01..2029-12-31 relative"]),
    # what is none
    ("They met in the week of 29 February 2017.", ["February 2017 = 2017-02-01..2017-02-28 printed"]),
    ("Updated 2018-02-30, 2017-02-29.", []),
    ("They spoke of the fall of an antenna.", []),
    ("An early H2 engine was shown.", []),
    ("The test came to an end", []),
)


@pytest.mark.parametrize(("text", "found"), SENTENCES, ids=[row[0] for row in SENTENCES])
def test_a_date_has_its_days(text: str, found: list[str]) -> None:
    """Each expression is found with its words, its days and how its year is known, and nothing else."""
    assert described(find_dates(text, anchor=ANCHOR, language="en")) == found


SEASONS = (
    ("Le bilan de mars est positif.", ["mars = 2017-03-01..2017-03-31 assumed"]),
    ("Le tir aura lieu en Mars.", ["Mars = 2018-03-01..2018-03-31 tense"]),
    ("L'été fut chaud.", ["été = 2017-06-01..2017-08-31 tense"]),
    ("L’été fut chaud.", ["été = 2017-06-01..2017-08-31 tense"]),
)


@pytest.mark.parametrize(("text", "found"), SEASONS, ids=[row[0] for row in SEASONS])
def test_a_month_or_a_season_is_told_by_the_words_before_it(text: str, found: list[str]) -> None:
    """« mars » is a month where it is small or « en » leads to it; both apostrophes are one."""
    assert described(find_dates(text, anchor=ANCHOR, language="fr")) == found


NEAR = (
    ("The cold lasts all this winter.", "2018-01-15", ["this winter = 2017-12-01..2018-02-28 relative"]),
    ("It stays cold all this winter.", "2018-02-28", ["this winter = 2017-12-01..2018-02-28 relative"]),
    ("They met last October.", "2017-10-31", ["last October = 2016-10-01..2016-10-31 relative"]),
    ("It will fly early next decade.", "2019-10-30", ["early next decade = 2020-01-01..2029-12-31 relative"]),
    ("It will fly next quarter.", "2017-12-15", ["next quarter = 2018-01-01..2018-03-31 relative"]),
    (
        "It takes place from Tuesday to Thursday.",
        "2017-11-01",
        ["Tuesday to Thursday = 2017-10-31..2017-11-02 relative"],
    ),
)


@pytest.mark.parametrize(("text", "anchor", "found"), NEAR, ids=[row[0] for row in NEAR])
def test_the_day_of_the_release_decides(text: str, anchor: str, found: list[str]) -> None:
    """What is running on the release's day is "this", the one before it "last", the one behind it "next"."""
    assert described(find_dates(text, anchor=dt.date.fromisoformat(anchor), language="en")) == found


ALONE = (
    ("5 Aug.", ["5 Aug. = 2017-08-05..2017-08-05 assumed"]),
    ("5 déc.", ["5 déc. = 2017-12-05..2017-12-05 assumed"]),
    ("mar. 5 sept 2017", ["mar. 5 sept 2017 = 2017-09-05..2017-09-05 printed"]),
)


@pytest.mark.parametrize(("text", "found"), ALONE, ids=[row[0] for row in ALONE])
def test_a_date_alone_tells_its_language(text: str, found: list[str]) -> None:
    """A text that is nothing but a date is of the language that reads more of it."""
    assert described(find_dates(text, anchor=ANCHOR)) == found


def test_a_weekday_that_does_not_fit_is_said_with_its_words() -> None:
    """The doubt names the field, the words in one line, and the year."""
    _, (doubt,) = read_dates(View.of("Friday 30\nOctober, both met."), anchor=ANCHOR, language="en")
    assert (doubt.code, doubt.field) == ("weekday-mismatch", "dates[0]")
    assert "Friday 30 October" in doubt.message
    assert "2017" in doubt.message


def test_a_stretch_of_time_is_as_ambiguous_as_its_ends() -> None:
    """Where one end reads both ways, that is said of the whole."""
    _, (doubt,) = read_dates(View.of("From 03/04/2017 to 25/06/2017."), anchor=ANCHOR, language="en")
    assert doubt.code == "date-ambiguous"


def test_numbers_are_read_day_first() -> None:
    """So it is where nobody gives an order."""
    (found,) = find_mentions(View.of("Opened on 03/04/2017."), "en")
    assert isinstance(found.shape, Dated)
    assert (found.shape.first.day, found.shape.first.number) == (3, 4)


def test_without_a_lead_today_is_the_releases_day() -> None:
    """Only a lead can name another day."""
    found, _ = read_dates(View.of("It flies today."), anchor=ANCHOR, language="en")
    assert described(found) == ["today = 2017-10-30..2017-10-30 relative"]


def test_other_dates_of_the_lead_do_not_hide_its_event() -> None:
    """The event is the first date of the sentence that has a weekday."""
    lead = View.of("Known since April, the two met on Thursday 26 October.")
    assert lead_event(lead, ANCHOR, "en") == dt.date(2017, 10, 26)


@pytest.mark.parametrize("claimed", [(0, 12), (22, 30)], ids=str)
def test_what_is_claimed_beside_a_date_leaves_it(claimed: tuple[int, int]) -> None:
    """A range that ends where a date begins, or begins where it ends, does not touch it."""
    found, _ = read_dates(View.of("CNES met on 3 May 2018 and now."), anchor=ANCHOR, language="en", claimed=[claimed])
    assert described(found) == ["3 May 2018 = 2018-05-03..2018-05-03 printed"]


def test_an_explanation_of_a_date_names_what_lost() -> None:
    """Of "Thursday 5 October" the weekday alone, which a later rule reads, is told; nothing of it is in the record."""
    release = pressparse.parse(
        "12 June 2017\n\nBrest and CNES renew their partnership\n\n"
        "CNES and Brest renewed their agreement on Thursday 5 October. They will meet in Brest again.\n"
    )
    assert [one.raw for one in release.dates] == ["Thursday 5 October"]
    explanation = pressparse.explain(release, "dates[0]")
    assert [(one.table, one.rule) for one in explanation.candidates] == [("dates", "weekday")]
