"""The masthead: each field wherever in the head it is printed, and what it was read from."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

import pressparse
from pressparse import kinds, peeling, places, stamps
from pressparse import masthead as mastheads
from pressparse.profiles import known_profiles
from pressparse.rules import Rule

BODY = """
The balloons of both agencies flew over the Arctic for the first time, and all of them came back to the base.

They carried four instruments of three laboratories, which measured ozone and water vapour for a week.
"""
CORPS = """
Les ballons des deux agences ont survolé l’Arctique pour la première fois, et tous sont revenus à la base.

Ils emportaient quatre instruments de trois laboratoires, qui ont mesuré l’ozone et la vapeur d’eau.
"""
TITLE = "Balloons over the Arctic"
FIELDS = ("kind", "reference", "date", "place", "embargo", "issuers")


def masthead(release: pressparse.Release) -> dict[str, Any]:
    """Return the fields of the masthead that are there, as JSON values; references and issuers by name."""
    record = release.to_dict()
    found = {name: record[name] for name in FIELDS if record[name]}
    if "reference" in found:
        found["reference"] = found["reference"]["canonical"]
    if "issuers" in found:
        found["issuers"] = [issuer["name"] for issuer in found["issuers"]]
    return found


CNES = {"kind": "press_release", "reference": "PR123-2020", "date": "2020-10-22"}
LABELLED_TABLE = f"""\
| Type | Press release |
|---|---|
| Date | 22 October 2020 |
| **Reference** | PR123-2020 |
| Embargo | 22 October 2020, 00:01 GMT |
| Title | {TITLE} |"""
LETTERHEAD = """\
MEDIA RELATIONS OFFICE
LAKE LABORATORY
LUND, CALIF. 91109 TELEPHONE (202) 555-0143

Jeanne Martin 202-555-0144
Lake Laboratory, Lund, Calif."""
HEADS: list[tuple[str, dict[str, Any]]] = [
    (f"## PRESS RELEASE\n\n22 October 2020\n\nPR123-2020\n\n# {TITLE}", CNES),
    (f"PRESS RELEASE\n22 October 2020\nPR123-2020\n{TITLE}", CNES),
    (f"PRESS RELEASE\n22\xa0October\u202f2020\nPR\u2011123\u20112020\n{TITLE}", CNES),
    (f"PRESS RELEASE (PR123-2020)\n22 October 2020\n{TITLE}", CNES),
    (
        f"CENTRE NATIONAL D’ÉTUDES SPATIALES\n\nPR123-2020\n\n{TITLE}",
        {"reference": "PR123-2020", "issuers": ["CENTRE NATIONAL D’ÉTUDES SPATIALES"]},
    ),
    (
        f"CENTRE NATIONAL D'ETUDES SPATIALES\n\nPR123-2020\n\n{TITLE}",
        {"reference": "PR123-2020", "issuers": ["CENTRE NATIONAL D'ETUDES SPATIALES"]},
    ),
    (f"PRESS RELEASE\n22 October 2020 [PR123-2020]\n{TITLE}", CNES),
    (f"PRESS RELEASE\n22 October 2020\nPR 123/2020\n{TITLE}", CNES),
    (f"Paris, le\xa022 octobre 2020\n\n{TITLE}", {"date": "2020-10-22", "place": "Paris"}),
    (f"PR123-2020\n\n22 October 2020\n\nPRESS RELEASE\n\n{TITLE}", CNES),
    (f"22 October 2020\n\n{TITLE}\n\nPR123-2020\n\nPRESS RELEASE", CNES),
    (f"{TITLE}\n\nPRESS RELEASE\n\nPR123-2020\n\n22 October 2020", CNES),
    (f"Paris, 22 October 2020\n\nPR123-2020\n\n{TITLE}", CNES | {"kind": None, "place": "Paris"}),
    (f"The press release issued by the Lake Agency on 22 October 2020.\n\n{TITLE}", {"date": "2020-10-22"}),
    (f"Evry, Finistere\n\n22 October 2020\n\n{TITLE}", {"date": "2020-10-22", "place": "Evry, Finistere"}),
    (f"Evry\n22 October 2020\nPR123-2020\n\n{TITLE}", CNES | {"kind": None, "place": "Evry"}),
    (
        f"{TITLE}\n\nPress Release From: Fjord Laboratory\nPosted: Thursday, October 22, 2020",
        {"kind": "press_release", "date": "2020-10-22", "issuers": ["Fjord Laboratory"]},
    ),
    (f"October 22, 2020\n\n{TITLE}", {"date": "2020-10-22"}),
    (f"Paris, Le 22 octobre 2020\n\n{TITLE}", {"date": "2020-10-22", "place": "Paris"}),
    (f"Paris, dated 22 October 2020\n\n{TITLE}", {"date": "2020-10-22", "place": "Paris"}),
    (f"Press release of 22 October 2020\n\n{TITLE}", {"kind": "press_release", "date": "2020-10-22"}),
    (f"Communiqué de presse du jeudi 22 octobre 2020 – {TITLE}", {"kind": "press_release", "date": "2020-10-22"}),
    (f"Pressemitteilung vom 22. Oktober 2020\n{TITLE}", {"kind": "press_release", "date": "2020-10-22"}),
    (f"Köln/Le Bourget, 22 October 2020\n\n{TITLE}", {"date": "2020-10-22", "place": "Köln/Le Bourget"}),
    (f"# Press Release | 22 October 2020 | PR123-2020\n\n# {TITLE}", CNES),
    (f"{'PRESS RELEASE':>60}\n{'Paris, 22 October 2020':>100}\n\nPR123-2020\n\n{TITLE}", CNES | {"place": "Paris"}),
    (f"PRESS RELEASE\n\nPublished on 22 October 2020\n\n{TITLE}", {"kind": "press_release", "date": "2020-10-22"}),
    (f"Last Updated 3 May 2021\n\nPublished on 22 October 2020\n\n{TITLE}", {"date": "2020-10-22"}),
    (f"Published on 23 October 2020\n\nParis, 22 October 2020\n\n{TITLE}", {"date": "2020-10-22", "place": "Paris"}),
    (f"23/10/2020\n\n22 October 2020\n\n{TITLE}", {"date": "2020-10-22"}),
    (f"Published\n22 October 2020\n\nUpdated\n3 May 2021\n\n{TITLE}", {"date": "2020-10-22"}),
    (f"Last updated: 3 May 2021\n\n{TITLE}", {"date": "2021-05-03"}),
    (f"{TITLE}\n\n03 May 2021\n\n22 October 2020", {"date": "2020-10-22"}),
    (f"{TITLE}\n\n22 October 2020\n(updated 3 May 2021)", {"date": "2020-10-22"}),
    (f"{TITLE}\n\n22 October 2020\n\n03 May 2021", {"date": "2020-10-22"}),
    (f"03 May 2021\n\n{TITLE}\n\n22 October 2020", {"date": "2021-05-03"}),
    (f"{TITLE}\n\n03/05/2021\n\n22/10/2020", {"date": "2021-05-03"}),
    (f"{TITLE}\n\nPRESS RELEASE, 3 May 2021\n\n22 October 2020", {"kind": "press_release", "date": "2021-05-03"}),
    (f"{TITLE}\n\n3 May 2021\n\nPRESS RELEASE, 22 October 2020", {"kind": "press_release", "date": "2021-05-03"}),
    (
        f"Publié le 22 octobre 2020\n\n{TITLE}\n\n- Communiqué\n- Climat",
        {"kind": "press_release", "date": "2020-10-22"},
    ),
    (f"22 October 2020\n\nCommuniqué\n\n{TITLE}", {"kind": "press_release", "date": "2020-10-22"}),
    (f"Communiqué de presse | Climat\n\n22 octobre 2020\n\n{TITLE}", {"kind": "press_release", "date": "2020-10-22"}),
    (f"Press Release: {TITLE}\n\n22 October 2020", {"kind": "press_release", "date": "2020-10-22"}),
    (f"CALL FOR MEDIA\n\n{TITLE}", {"kind": "media_advisory"}),
    (f"DOSSIER DE PRESSE\n\n22 octobre 2020\n\n{TITLE}", {"kind": "press_kit", "date": "2020-10-22"}),
    (f"AVIS DE PRESSE\n\n22 octobre 2020\n\n{TITLE}", {"kind": "media_advisory", "date": "2020-10-22"}),
    (
        f"{TITLE}\n\nFrom: Lake Agency\n\n22 October 2020",
        {"date": "2020-10-22", "issuers": ["Lake Agency"]},
    ),
    (f"22 octobre 2020 - 15h\nCommuniqué à la presse\n\n{TITLE}", {"kind": "press_release", "date": "2020-10-22"}),
    (f"DOSSIER PRESSE\n\n22 octobre 2020\n\n{TITLE}", {"kind": "press_kit", "date": "2020-10-22"}),
    (f"N° 27–2020\n\nCall for Media: {TITLE}", {"kind": "media_advisory", "reference": "27-2020"}),
    (f"RELEASE 20-046\n\n{TITLE}", {"kind": "press_release", "reference": "20-046"}),
    (f"PR123-2020\n\nPR124-2020\n\n{TITLE}", {"reference": "PR123-2020"}),
    (
        f"September 30, 2010 (JST)\n\nJapan Aerospace Exploration Agency (JAXA)\n\n{TITLE}",
        {"date": "2010-09-30", "issuers": ["Japan Aerospace Exploration Agency (JAXA)"]},
    ),
    (
        f"September 30, 2010 (JST)\n\nNational Research and Development Agency\nUniversity of Nowhere\nJAXA\n\n{TITLE}",
        {"date": "2010-09-30", "issuers": ["University of Nowhere", "JAXA"]},
    ),
    (f"PRESS RELEASE PR Newswire\nOct. 22, 2020, 05:42 PM\n\n{TITLE}", {"kind": "press_release", "date": "2020-10-22"}),
    (f"eso2012 — Science Release\n{TITLE}\n\n22 October 2020", {"kind": "press_release", "date": "2020-10-22"}),
    (f"{TITLE}\n\n22/10/2020\nESA / Science & Exploration / Space Science / Rosetta", {"date": "2020-10-22"}),
    (f"CNES / JAXA\n\nJOINT PRESS RELEASE\n\n{TITLE}", {"kind": "joint_press_release", "issuers": ["CNES", "JAXA"]}),
    (
        f"CNES\nCentre for Polar Research\n\nPRESS RELEASE\n\n{TITLE}",
        {"kind": "press_release", "issuers": ["CNES", "Centre for Polar Research"]},
    ),
    (
        f"EMBARGO: 22 October 2020, 00:01 GMT\n\nPRESS RELEASE\n\n{TITLE}",
        {"kind": "press_release", "embargo": "2020-10-22T00:01+00:00"},
    ),
    (f"PRESS RELEASE\n\nDate: 22 October 2020\n\n{TITLE}", {"kind": "press_release", "date": "2020-10-22"}),
    (f"Date : 22 octobre 2020\n\n{TITLE}", {"date": "2020-10-22"}),
    (f"EMBARGO\n\nPRESS RELEASE\n\n{TITLE}", {"kind": "press_release"}),
    (f"{TITLE}\n\n(CNES PR)", {}),
    (TITLE, {}),
    (
        f"| PRESS RELEASE | PR123-2020 |\n|---|---|\n| Paris, 22 October 2020 | |\n\n# {TITLE}",
        CNES | {"place": "Paris"},
    ),
    (
        f"| Date | Reference |\n|:-----|----------:|\n| 22 October 2020 | PR123-2020 |\n\n{TITLE}",
        CNES | {"kind": None},
    ),
    (f"| PRESS RELEASE | PR123-2020 | 22 October 2020 |\n|---|---|---|\n\n# {TITLE}", CNES),
    (f"PRESS RELEASE | PR123-2020\n--- | ---\n22 October 2020 |\n\n{TITLE}", CNES),
    (f"| | |\n|---|---|\n| PRESS RELEASE<br>PR123-2020 | 22 October 2020 |\n\n**{TITLE}**", CNES),
    (f"| **PRESS RELEASE** | **PR123-2020** |\n|---|---|\n| 22 October 2020 | |\n| **{TITLE}** | |", CNES),
    (f"| {TITLE} | PR123-2020 |\n|---|---|\n| PRESS RELEASE | 22 October 2020 |", CNES),
    (
        LABELLED_TABLE,
        CNES | {"embargo": "2020-10-22T00:01+00:00"},
    ),
    (
        f"| ![CNES](logo.png) | EMBARGO: 23 October 2020 | PR123-2020 |\n|---|---|---|\n\n{TITLE}",
        {"reference": "PR123-2020", "embargo": "2020-10-23"},
    ),
    (
        f"| Référence | Publié le |\n|---|---|\n| CP123-2020 | 22 octobre 2020 |\n\n{TITLE}",
        {"reference": "CP123-2020", "date": "2020-10-22"},
    ),
    (
        f"Jeanne Martin\nHeadquarters, Lund{'October 22, 2020':>40}\n(202/555-0143)\n\nRELEASE: 20-046\n\n{TITLE}",
        {"kind": "press_release", "reference": "20-046", "date": "2020-10-22"},
    ),
    (f"Jeanne Martin\t22 October 2020\nHeadquarters, Lund\nj.m at nasa.gov\n\n{TITLE}", {"date": "2020-10-22"}),
    (
        f"{TITLE}\n\n{LETTERHEAD}\n\nNews release: 2020-398 October 22, 2020\n\n{TITLE}",
        {"kind": "press_release", "reference": "2020-398", "date": "2020-10-22"},
    ),
    (f"News Releases\n\nJeanne Martin\nHeadquarters, Lund\n\nOctober 22, 2020\n{TITLE}", {"date": "2020-10-22"}),
    (
        f"Jeanne Martin/Paul Roux\nHeadquarters, Lund\n(Phone: 202/555-0143/0144)\n\nM20-046\n\n{TITLE}",
        {"reference": "M20-046"},
    ),
    (
        f"{TITLE}\n\n22/10/2020 843 views 0 likes\nESA / Space in Member States / Belgium - Français",
        {"date": "2020-10-22"},
    ),
    (f"CNES / Ifremer / France\n\n{TITLE}\n\n22 October 2020", {"date": "2020-10-22"}),
    (f"Science & Exploration\n\n{TITLE}\n\n22 October 2020", {"date": "2020-10-22"}),
    (f"ESA title\nL’Europe\nAgency\n\n{TITLE}\n\n22 October 2020", {"date": "2020-10-22"}),
    (f"{TITLE}\nby Staff Writers\nLund (SPX) Oct 22, 2020", {"date": "2020-10-22", "place": "Lund"}),
    (f"{TITLE}\n\nBy Paul Roux\n3 May 2021\n\nLund, 22 October 2020", {"date": "2020-10-22", "place": "Lund"}),
    (f"ESA title\n\n{TITLE}\n\nAgence\n22 October 2020", {"date": "2020-10-22"}),
    (
        f"CNES / Ifremer / University of Lund\n\n{TITLE}",
        {"issuers": ["CNES", "Ifremer", "University of Lund"]},
    ),
    (f"{TITLE}\n\n1er juillet 2020, Lund", {"date": "2020-07-01", "place": "Lund"}),
    (f"{TITLE}\n\nLe 1er juillet 2020, Lund", {"date": "2020-07-01", "place": "Lund"}),
    (f"July 1, 2020, Lund, Scania\n\n{TITLE}", {"date": "2020-07-01", "place": "Lund, Scania"}),
    (f"{TITLE}\n\n1 July 2020 – Lund (Scania)", {"date": "2020-07-01", "place": "Lund"}),
    (f"{TITLE}\n\n1 July 2020 - Toulouse", {"date": "2020-07-01", "place": "Toulouse"}),
    (
        f"{TITLE}\n\nLe 6 mars 2017 - Lund (Scanie) - Agence du lac",
        {"date": "2017-03-06", "place": "Lund", "issuers": ["Agence du lac"]},
    ),
    (
        f"April 27, 2017 — Lund, Scania — Lakes and Economic Development Canada\n\n{TITLE}",
        {"date": "2017-04-27", "place": "Lund, Scania", "issuers": ["Lakes and Economic Development Canada"]},
    ),
    (
        f"{TITLE}\n\nLund, Scania – April 29, 2014 – Agency of the Lakes",
        {"date": "2014-04-29", "place": "Lund, Scania", "issuers": ["Agency of the Lakes"]},
    ),
    (
        f"{TITLE}\n\nLUND, SCANIA--(Marketwired - 13 avril 2015) - Northern Lakes",
        {"date": "2015-04-13", "place": "LUND, SCANIA", "issuers": ["Northern Lakes"]},
    ),
    (f"12 March 2018, University of Lund\n\n{TITLE}", {"date": "2018-03-12", "issuers": ["University of Lund"]}),
    (
        f"{TITLE}\n\nNews Release issued by the Lake News Service on 31 March 2011",
        {"kind": "press_release", "date": "2011-03-31"},
    ),
    (f"For the attention of: news editors\n\n12 March 2018\n\n{TITLE}", {"date": "2018-03-12"}),
    (f"Thursday 28 September 2006 [PR7731]\n\n{TITLE}", {"date": "2006-09-28"}),
    (f"{TITLE}\n\n21/11/2011 1567 views 1 likes", {"date": "2011-11-21"}),
    (f"NOTE TO EDITORS: N01-77\n\n{TITLE}", {"kind": "note_to_editors", "reference": "N01-77"}),
    (f"Release M15-158 {TITLE}", {"kind": "press_release", "reference": "M15-158"}),
]


@pytest.mark.parametrize(("head", "found"), HEADS, ids=[row[0] for row in HEADS])
def test_each_field_is_found_where_it_stands(head: str, found: dict[str, Any]) -> None:
    """In any order, alone or several to a line, before or below the title; the title is never one of them."""
    release = pressparse.parse(head + "\n" + BODY)
    assert masthead(release) == {name: value for name, value in found.items() if value}
    assert release.title == TITLE
    assert len(release.paragraphs) == 2
    assert release.dates == ()
    assert release.unclaimed == ()


@pytest.mark.parametrize("line", ["Fjordland", "Toulouse Lakes", "Toulouse, lakes"])
def test_only_a_city_above_the_date_is_its_place(line: str) -> None:
    """The name of a section stands there as well."""
    release = pressparse.parse(f"{line}\n\n22 October 2020\n\n{TITLE}\n{BODY}")
    assert (release.place, str(release.date)) == (None, "2020-10-22")


def test_a_number_alone_below_the_contacts_is_the_reference() -> None:
    """Its year stands first, and nothing else on its line."""
    release = pressparse.parse(f"{TITLE}\n{BODY}\nContact\nJeanne Martin\n+33 1 44 76 00 01\n\n2015-205\n")
    assert release.reference is not None
    assert (release.reference.canonical, release.unclaimed) == ("2015-205", ())


def test_a_dateline_may_stand_below_any_number_of_points() -> None:
    """The first sentence of the body has it, whatever short lines stand above."""
    points = "\n".join(f"- {number} lakes – seen from above" for number in ("Ten", "Four", "Three", "Two"))
    release = pressparse.parse(f"{TITLE}\n\n{points}\n\nLUND, Sweden (DLR PR) — {BODY.strip()}")
    assert (release.place, release.paragraphs[-2].text) == ("LUND, Sweden", BODY.split("\n")[1])


def test_every_field_says_what_it_was_read_from() -> None:
    """The printed words, where they stand, and the rule that took them."""
    text = f"[PRESSE]\n\nParis, le jeudi 22 octobre 2020\n\nEmbargo : 23 octobre 2020 à 6h\n\n{TITLE}\n" + CORPS
    evidence = pressparse.parse(text).evidence
    assert {name: (evidence[name].raw, evidence[name].rule) for name in ("kind", "date", "place", "embargo")} == {
        "kind": ("PRESSE", "kind-in-brackets"),
        "date": ("jeudi 22 octobre 2020", "day-month-year"),
        "place": ("Paris", "dateline"),
        "embargo": ("23 octobre 2020 à 6h", "embargo"),
    }
    assert all(found.span.of(text) == found.raw for found in evidence.values())


def test_the_cells_of_a_table_say_where_they_stand() -> None:
    """Without the bars, whichever of them come first."""
    text = f"| {TITLE} | PR123-2020 |\n|---|---|\n| PRESS RELEASE | Paris, **22 October 2020** |\n" + BODY
    release = pressparse.parse(text)
    assert release.reference
    assert release.reference.span.of(text) == "PR123-2020"
    wanted = {"kind": "PRESS RELEASE", "date": "22 October 2020", "place": "Paris", "title": TITLE}
    assert {name: release.evidence[name].raw for name in wanted} == wanted
    assert {name: release.evidence[name].span.of(text) for name in wanted} == wanted


def test_a_table_of_when_and_where_is_no_masthead() -> None:
    """Its date is the event's."""
    rows = "| What | A visit of the base |\n|---|---|\n| When | 22 October 2020 |\n| Where | Lund |"
    release = pressparse.parse(f"MEDIA ADVISORY\n\n{TITLE}\n\n{rows}\n{BODY}")
    assert (release.title, release.date) == (TITLE, None)
    assert "| Where | Lund |" in [passage.text for passage in release.paragraphs]


LEAD = "The balloons of both agencies flew over the Arctic for the first time, and all of them came back."
DATELINES = [
    (f"WASHINGTON -- {LEAD}", "WASHINGTON", None),
    (f"WASHINGTON (AP) — {LEAD}", "WASHINGTON", None),
    (f"PARIS (CNES PR) — {LEAD}", "PARIS", None),
    (f"LUND, Sweden – {LEAD}", "LUND, Sweden", None),
    (f"Toulouse – {LEAD}", "Toulouse", None),
    (f"Paris, 22 October 2020 – {LEAD}", "Paris", "2020-10-22"),
    (f"PARIS, October 22, 2020 -- {LEAD}", "PARIS", "2020-10-22"),
    (f"Cannes, le 22 octobre 2020 - {LEAD}", "Cannes", "2020-10-22"),
    (f"PARIS, October 22 (Nowhere Wire) — {LEAD}", "PARIS", None),
    (f"(22 October 2020 - Nowhere Agency) {LEAD}", None, "2020-10-22"),
    (f"(PresseBox) (Lund, 22.10.2020) {LEAD}", "Lund", "2020-10-22"),
    (f"(Bad Lund, 22 October 2020) – {LEAD}", "Bad Lund", "2020-10-22"),
    (f"(lifePR)\n(Lund, October 22, 2020)\n\n{LEAD}", "Lund", "2020-10-22"),
    (f"(Lund, ) {LEAD}", "Lund", None),
    (f"Lund, (PresseBox) - {LEAD}", "Lund", None),
    (f"(Lund, SK 22 October 2020) -- {LEAD}", "Lund, SK", "2020-10-22"),
    (f"LUND, Sk. 22 October 2020 – {LEAD}", "LUND, Sk.", "2020-10-22"),
    (f"LUND, Sk. / Berg, Alps, October 22, 2020 – {LEAD}", "LUND, Sk. / Berg, Alps", "2020-10-22"),
    (f"Geneva 22 October 2020. {LEAD}", "Geneva", "2020-10-22"),
    (f"LUND, SCANIA--(Marketwire - Oct. 22, 2020) - {LEAD}", "LUND, SCANIA", "2020-10-22"),
]


@pytest.mark.parametrize(("lead", "place", "date"), DATELINES, ids=[row[0][:40] for row in DATELINES])
def test_a_dateline_is_taken_off_the_lead(lead: str, place: str | None, date: str | None) -> None:
    """Place and date are fields, and neither they nor their separator are part of the paragraph."""
    text = f"PRESS RELEASE\n\n{TITLE}\n\n{lead}\n\nThey will fly again in a year, with more instruments.\n"
    release = pressparse.parse(text)
    assert (release.place, release.date and str(release.date)) == (place, date)
    assert release.paragraphs[0].text == LEAD
    assert release.paragraphs[0].span.of(text) == LEAD
    assert release.dates == ()


EVENTS = [
    "PARIS (CNES PR) — Monday, May 25, 2020, CNES flew balloons over the Arctic for the first time.",
    "PARIS — Monday 25 May 2020, CNES flew balloons over the Arctic for the first time, and all came back.",
]


@pytest.mark.parametrize("lead", EVENTS)
def test_the_day_of_the_event_behind_a_dateline_is_not_the_release_date(lead: str) -> None:
    """It opens the sentence: the paragraph keeps it, and it is one of the dates of the body."""
    release = pressparse.parse(f"{TITLE}\n\n28 May 2020\n\n{lead}\n\nThey will fly again in a year.\n")
    assert (release.title, str(release.date), release.place) == (TITLE, "2020-05-28", "PARIS")
    assert [str(date.start) for date in release.dates] == ["2020-05-25"]
    assert release.paragraphs[0].text == lead[lead.index("Monday") :]


GLUED = [
    f"25 May 2016 {LEAD}",
    f"May 25, 2016 {LEAD}",
    f"25/05/2016 {LEAD}",
    "25 May 2016\xa0Balloons of both agencies flew over the Arctic for the first time, and all of them came back.",
    "25 May 2016 CNES’s Balloon Centre has flown balloons over the Arctic for the first time, and they came back.",
    "25 May 2016 CNES and JAXA have flown balloons over the Arctic for the first time, and all of them came back.",
    "25 mai 2016 Le Centre des ballons a survolé l’Arctique pour la première fois, et tous sont revenus à la base.",
    "25 mai 2016 L’agence spatiale a survolé l’Arctique pour la première fois, et tous sont revenus à la base.",
]
NOT_GLUED = [
    "25 May 2016 was the day on which the balloons of both agencies flew over the Arctic for the first time.",
    "25 May 2016 marks the first flight of the balloons of both agencies over the Arctic, and of their crews.",
    "25 May 2016, the day of the first flight of both agencies over the Arctic, was cold and without wind.",
    "25 May 2016 Symposium participants of both agencies flew over the Arctic for the first time, and came back.",
    "25 May 2016 Arctic Balloon Symposium: both agencies flew over the Arctic for the first time, and came back.",
    "Le 25 mai 2016, les ballons des deux agences ont survolé l’Arctique pour la première fois, et sont revenus.",
    "Le 25 mai 2016 Les ballons des deux agences ont survolé l’Arctique pour la première fois, et sont revenus.",
    "12 balloons of both agencies flew over the Arctic for the first time, and all of them came back to the base.",
]


@pytest.mark.parametrize("lead", GLUED)
def test_a_date_glued_to_the_lead_is_the_releases(lead: str) -> None:
    """Where no other is printed; the lead then begins behind it, and with another one it is text."""
    text = f"{TITLE}\n\n{lead}\n\nThey will fly again in a year, with more instruments.\n"
    release = pressparse.parse(text)
    raw = release.evidence["date"].raw
    assert (str(release.date), release.title, release.dates) == ("2016-05-25", TITLE, ())
    assert release.paragraphs[0].text == lead.removeprefix(raw).strip()
    assert release.paragraphs[0].span.of(text) == release.paragraphs[0].text
    dated = pressparse.parse(f"26 May 2016\n\n{text}")
    assert (str(dated.date), dated.paragraphs[0].text) == ("2016-05-26", lead)


@pytest.mark.parametrize("lead", NOT_GLUED)
def test_a_sentence_may_begin_with_a_date(lead: str) -> None:
    """Then it is text, and no release date."""
    release = pressparse.parse(f"{TITLE}\n\n{lead}\n\nThey will fly again in a year, with more instruments.\n")
    assert (release.date, release.paragraphs[0].text) == (None, lead)


NO_DATELINES = [
    "Callisto – the largest balloon of the fleet – flew over the Arctic for the first time this week.",
    "MMX – the mission to Phobos – is ready for launch, say the two agencies after their meeting.",
    "In Paris, 22 experts met to speak about the balloons of the next years, and of the last.",
    "(22 October 2020) The balloons of both agencies flew over the Arctic for the first time this week.",
    "(Lund, 22 October 2020 was the day) The balloons of both agencies flew over the Arctic this week.",
    "Fjordvik 22 October 2020. The balloons of both agencies flew over the Arctic for the first time this week.",
    "Paris was the place where both agencies met this week to speak about their balloons.",
]


@pytest.mark.parametrize("lead", NO_DATELINES)
def test_a_sentence_keeps_its_beginning(lead: str) -> None:
    """A dash or a place at the front of a sentence makes no dateline."""
    release = pressparse.parse(f"PRESS RELEASE\n\n{TITLE}\n\n{lead}\n\nThey will fly again in a year.\n")
    assert release.place is None
    assert release.paragraphs[0].text == lead


STANDFIRST = "The ministers of both countries renew their work on the ice.\n\nThey sign in Lund."
BELOW = [
    (f"{STANDFIRST}\n\nLund, 9 January 2017", "2017-01-09", "Lund"),
    (f"{STANDFIRST}\n\nLUND, le lundi 9 janvier 2017", "2017-01-09", "LUND"),
    (f"Published on 13 January 2017\n{STANDFIRST}\n\nLund, 9 January 2017", "2017-01-09", "Lund"),
    (f"9 January 2017\n\n{STANDFIRST}\n9 January 2017", "2017-01-09", None),
    (f"9 January 2017\n\n{STANDFIRST}\n\nLund, January 9, 2017", "2017-01-09", "Lund"),
    (f"Lund, 9 January 2017\n\n{STANDFIRST}\n\nLund, 9 January 2017", "2017-01-09", "Lund"),
]


@pytest.mark.parametrize(("head", "date", "place"), BELOW, ids=[row[0] for row in BELOW])
def test_a_date_line_may_stand_below_standfirsts(head: str, date: str, place: str | None) -> None:
    """Or be printed once more; it is no heading, and none of the body's dates."""
    release = pressparse.parse(f"{TITLE}\n\n{head}\n{BODY}")
    assert masthead(release) == {"date": date} | ({"place": place} if place else {})
    assert (release.dates, release.subheadings, release.unclaimed) == ((), (), ())
    assert len(release.paragraphs) == 4


@pytest.mark.parametrize(
    "line", ["First balloon to fly from Lund today. Follow it live.", "The balloon of both is to fly from Lund."]
)
def test_what_stands_between_a_field_and_the_date_is_the_title(line: str) -> None:
    """Even where it ends like a sentence."""
    release = pressparse.parse(f"N° 59–2005\n\n{line}\n\n13 December 2005\n{BODY}")
    assert (release.title, str(release.date), len(release.paragraphs)) == (line, "2005-12-13", 2)


def test_a_paragraph_between_a_field_and_the_date_is_no_title() -> None:
    """It is too long for one."""
    release = pressparse.parse(
        f"PRESS RELEASE\n\n{LEAD} They fly again in a year, and in two.\n\n13 December 2005\n{BODY}"
    )
    assert (release.title, str(release.date), len(release.paragraphs)) == (None, "2005-12-13", 3)


@pytest.mark.parametrize("joint", ["\n", "\n\n"])
def test_from_whom_it_comes_may_stand_between_a_standfirst_and_the_date(joint: str) -> None:
    """With its labels, as governments print them."""
    lines = joint.join(("From:", "Lake Agency", "Published", "22 October 2020"))
    release = pressparse.parse(f"{TITLE}\n\nThe balloon is red and will fly for all of us.\n\n{lines}\n{BODY}")
    assert masthead(release) == {"date": "2020-10-22", "issuers": ["Lake Agency"]}
    assert (release.title, len(release.paragraphs)) == (TITLE, 3)


def test_the_kind_may_stand_between_a_standfirst_and_the_date() -> None:
    """As governments print them."""
    head = f"{TITLE}\n\n{STANDFIRST.partition(chr(10))[0]}\n\nPress release"
    release = pressparse.parse(f"{head}\n\nMarch 6, 2017 - Lund (Scania) - Lake Agency\n{BODY}")
    assert masthead(release) == {
        "kind": "press_release",
        "date": "2017-03-06",
        "place": "Lund",
        "issuers": ["Lake Agency"],
    }
    assert (release.title, len(release.paragraphs)) == (TITLE, 3)


NOT_BELOW = [
    (f"9 January 2017\n\n{STANDFIRST}\n\nLund, 12 March 2017", "2017-01-09"),
    (f"9 January 2017\n\n{STANDFIRST}\n\n12 March 2017", "2017-01-09"),
    (f"{STANDFIRST}\n\nProgramme of the meeting\n\nLund, 12 March 2017", None),
    (f"{STANDFIRST}\n\nLund, 12 March 2017\n\n- A talk", None),
    (f"{STANDFIRST}\n\n12 March 2017", None),
]


@pytest.mark.parametrize(("head", "date"), NOT_BELOW, ids=[row[0] for row in NOT_BELOW])
def test_the_day_of_a_programme_is_not_the_releases(head: str, date: str | None) -> None:
    """Another day than the one that the head names, or one among headings and lists."""
    release = pressparse.parse(f"{TITLE}\n\n{head}\n{BODY}")
    assert masthead(release) == ({"date": date} if date else {})
    assert [found.raw for found in release.dates] == ["12 March 2017"]


@pytest.mark.parametrize(
    ("above", "line", "date", "days"),
    [
        ("5 October 2018", "Friday 12 October 2018, 9:30 a.m.", "2018-10-05", ["Friday 12 October 2018"]),
        ("5 October 2018", "Friday 12 October 2018", "2018-10-05", []),
        ("5 October 2018", "12 October 2018, 9:30 a.m.", "2018-10-05", []),
        ("12 October 2018", "Friday 5 October 2018, 9:30 a.m.", "2018-10-12", []),
        ("Published 5 October 2018", "Friday 12 October 2018, 9:30 a.m.", "2018-10-12", []),
        ("5 October 2018", "Published Friday 12 October 2018, 9:30 a.m.", "2018-10-05", []),
    ],
)
def test_a_later_weekday_with_its_hour_below_the_title_is_text(
    above: str, line: str, date: str, days: list[str]
) -> None:
    """Invitations say there when to come."""
    release = pressparse.parse(f"{above}\n\n{TITLE}\n\n{line}\n{BODY}")
    assert (release.title, str(release.date), [day.raw for day in release.dates]) == (TITLE, date, days)


ORDERS = [("cnes", "2020-12-05"), ("nasa", "2020-05-12"), ("generic", "2020-12-05"), ("jaxa", "2020-05-12")]


@pytest.mark.parametrize(("profile", "date"), ORDERS)
def test_numbers_are_read_in_the_issuers_order(profile: str, date: str) -> None:
    """Where both readings are dates, the profile decides, and the doubt is said."""
    release = pressparse.parse(f"05/12/2020\n\n{TITLE}\n{BODY}", profile=profile)
    assert str(release.date) == date
    assert [found.code for found in release.diagnostics if found.severity == "warning"] == ["date-ambiguous"]


KICKERS = [
    ("June 20, 2023 | Earth observation", "Earth observation"),
    ("20. Juni 2023 | Raumfahrt", "Raumfahrt"),
    ("June 20, 2023", None),
    ("June 20, 2023 | " + "many words about the day and its event " * 2, None),
]


@pytest.mark.parametrize(("line", "kicker"), KICKERS, ids=[row[0] for row in KICKERS])
def test_a_kicker_may_stand_on_the_date_line(line: str, kicker: str | None) -> None:
    """For an issuer who prints it there it is the kicker and no part of the title."""
    release = pressparse.parse(f"{line}\n\n{TITLE}\n{BODY}", profile="dlr")
    assert (release.kicker, str(release.date)) == (kicker, "2023-06-20")
    if kicker:
        assert (release.title, release.headline) == (TITLE, TITLE)
        assert (release.evidence["kicker"].raw, release.evidence["kicker"].rule) == (kicker, "date-line")


@pytest.mark.parametrize("label", ["Embargo until:", "SOUS EMBARGO JUSQU’AU"])
def test_a_date_below_an_embargo_label_is_the_embargos(label: str) -> None:
    """An embargo's date never passes for the release's, wherever its label stands."""
    lead = "The agency opened its new station on the shore, and the boats came to see it in the morning."
    alone = pressparse.parse(f"A station opens\n\n{label}\n14 March 2024, 18:00 GMT\n\n{lead}")
    assert (str(alone.embargo), alone.date) == ("2024-03-14 18:00:00+00:00", None)
    beside = pressparse.parse(f"{label}\n14 March 2024\n\nLund, 13 March 2024\n\nA station opens\n\n{lead}")
    assert (str(beside.embargo), str(beside.date), beside.title) == ("2024-03-14", "2024-03-13", "A station opens")


WHOLE_HEAD = f"""\
CNES / JAXA

PRESS RELEASE

Lund, 22 October 2020 | Earth observation

PR123-2020

EMBARGO: 22 October 2020, 00:01 GMT

{TITLE}
"""
RULES: list[tuple[str, tuple[Rule[Any], ...], set[str]]] = [
    ("kind", kinds.KIND_RULES, {"kind"}),
    ("reference", tuple(rule for profile in known_profiles() for rule in profile.references), {"reference"}),
    ("date", stamps.DATE_RULES, {"date", "embargo"}),  # an embargo is a date
    ("place", places.PLACE_RULES, {"place"}),
]


def fail(*_: object) -> None:
    """Fail as a rule with a mistake would."""
    msg = "a mistake"
    raise ZeroDivisionError(msg)


@pytest.fixture
def broken() -> Iterator[Callable[[tuple[Rule[Any], ...]], None]]:
    """Give rules a `build` that fails, for the length of a test."""
    kept: list[tuple[Rule[Any], Any]] = []

    def spoil(rules: tuple[Rule[Any], ...]) -> None:
        for rule in rules:
            kept.append((rule, rule.build))
            object.__setattr__(rule, "build", fail)

    yield spoil
    for rule, build in kept:
        object.__setattr__(rule, "build", build)


def lost(release: pressparse.Release) -> list[str]:
    """Return the fields that failed, and check that every failure is told as it is."""
    found = [one for one in release.diagnostics if one.code == "field-failed"]
    assert {one.severity for one in found} <= {"error"}
    assert all(one.message.partition(" (rule ")[0] == "ZeroDivisionError: a mistake" for one in found)
    return [one.field for one in found]


@pytest.mark.parametrize(("field", "rules", "gone"), RULES, ids=[row[0] for row in RULES])
def test_a_rule_that_fails_costs_its_own_field(
    field: str, rules: tuple[Rule[Any], ...], gone: set[str], broken: Callable[[tuple[Rule[Any], ...]], None]
) -> None:
    """Its neighbors stand, on the same line too, and so do title and body; what is lost is said by name."""
    whole = pressparse.parse(WHOLE_HEAD + BODY, profile="dlr")
    broken(rules)
    release = pressparse.parse(WHOLE_HEAD + BODY, profile="dlr")
    assert field in gone
    assert set(lost(release)) == gone
    assert masthead(release) == {name: value for name, value in masthead(whole).items() if name not in gone}
    assert (release.title, release.kicker, release.paragraphs) == (TITLE, "Earth observation", whole.paragraphs)


STEPS: list[tuple[str, Any, str]] = [
    ("embargo", peeling, "is_embargo"),
    ("embargo", mastheads, "read_embargo"),
    ("issuers", peeling, "organizations_in"),
    ("issuers", mastheads, "_issuers"),
    ("kicker", mastheads, "_kicker"),
    ("kind", mastheads, "_kind"),
    ("date", mastheads, "_dated"),
    ("place", mastheads, "_place"),
    ("reference", mastheads, "reference_of"),
]


@pytest.mark.parametrize(("field", "module", "name"), STEPS, ids=[f"{row[0]}: {row[2]}" for row in STEPS])
def test_whatever_reads_a_field_may_fail(field: str, module: Any, name: str, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ANN401 - modules have no other type
    """The fields beside it stand."""
    text = WHOLE_HEAD.partition("EMBARGO")[0] + f"{TITLE}\n\nEMBARGO: 22 October 2020, 00:01 GMT\n" + BODY
    whole = pressparse.parse(text, profile="dlr")
    monkeypatch.setattr(module, name, fail)
    release = pressparse.parse(text, profile="dlr")
    assert lost(release) == [field]
    leaning = {"place", "kicker"} if name == "_dated" else set()  # without its line nobody knows where they stand
    gone = {field, *leaning}
    assert masthead(release) == {key: value for key, value in masthead(whole).items() if key not in gone}
    assert (release.kicker is None) == ("kicker" in gone)
    assert release.title == TITLE


def test_a_place_that_fails_leaves_the_date_of_the_lead(broken: Callable[[tuple[Rule[Any], ...]], None]) -> None:
    """And the lead begins where it begins."""
    broken(places.PLACE_RULES)
    release = pressparse.parse(f"PRESS RELEASE\n\n{TITLE}\n\nParis, 22 October 2020 – {LEAD}\n")
    assert (release.place, str(release.date), release.paragraphs[0].text) == (None, "2020-10-22", LEAD)
    assert lost(release) == ["place"]


@pytest.mark.parametrize("line", ["22 October 2020, Lund", "22 October 2020 - Lund (Sweden)"])
def test_a_place_that_fails_behind_the_date_leaves_date_and_title(
    line: str, broken: Callable[[tuple[Rule[Any], ...]], None]
) -> None:
    """They stand as if it were read."""
    broken(places.PLACE_RULES)
    release = pressparse.parse(f"{TITLE}\n\n{line}\n{BODY}")
    assert (release.place, str(release.date), release.title) == (None, "2020-10-22", TITLE)
    assert lost(release) == ["place"]


def test_a_label_in_front_of_a_reference_is_no_title() -> None:
    """A joint release says whose reference is whose; the first counts, and that there are two is said."""
    head = "JOINT PRESS RELEASE\n\nCNES – ASI\n\nCNES reference: PR066-2019\nASI reference: N° 24/2019\n\n"
    release = pressparse.parse(f"{head}{TITLE}\n\n{LEAD}\n")
    assert (str(release.reference), release.title) == ("PR066-2019", TITLE)
    assert "reference-ambiguous" in {found.code for found in release.diagnostics}


def test_what_a_page_files_its_texts_under_is_no_list_of_issuers() -> None:
    """Two words in capitals with an ampersand, none of them an organization."""
    assert pressparse.parse(f"EARTH & SKY\n\nPRESS RELEASE\n\n{TITLE}\n\n{LEAD}\n").issuers == ()
    assert [i.name for i in pressparse.parse(f"CNES & JAXA\n\nPRESS RELEASE\n\n{TITLE}\n\n{LEAD}\n").issuers] == [
        "CNES",
        "JAXA",
    ]


@pytest.mark.parametrize(
    ("head", "issuers"),
    [
        ("News provided by\n\n**Northern Lake Agency**\n\nMay 14, 2019, 08:00 ET", ["Northern Lake Agency"]),
        ("From:\nNorthern Lake Agency\nPublished\n14 May 2019", ["Northern Lake Agency"]),
        ("De :\nAgence du lac\nPublié le\n14 mai 2019", ["Agence du lac"]),
        ("May 14, 2019 02:00 AM Eastern Daylight Time", []),
        ("14 mai 2019 10h00 HE | Source: Agence du lac", []),
        ("Photo Release eso0419\n\n14 May 2019", []),
    ],
)
def test_a_label_alone_on_its_line_has_its_value_below(head: str, issuers: list[str]) -> None:
    """Wires and governments print them below the title; no line of them is title, text or sub-heading."""
    release = pressparse.parse(f"# {TITLE}\n\n{head}\n\n{LEAD}\n")
    assert [issuer.name for issuer in release.issuers] == issuers
    assert (release.title, str(release.date), release.body) == (TITLE, "2019-05-14", LEAD)
    assert (release.subheadings, release.unclaimed) == ((), ())


@pytest.mark.parametrize("wire", ["(BUSINESS WIRE)--", "([BUSINESS WIRE](https://wire.example))--"])
def test_the_dashes_of_a_wire_are_no_part_of_the_place(wire: str) -> None:
    """They stand glued to it."""
    release = pressparse.parse(f"# {TITLE}\n\nPARIS--{wire}{LEAD}\n")
    assert (release.place, release.body) == ("PARIS", LEAD)
