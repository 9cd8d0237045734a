"""Titles: their lines, their kicker, a second title, and what above or below them is none."""

import pytest
import regex

import pressparse
from pressparse.rules import Rule

LEAD = "The balloons of both agencies flew over the Arctic for the first time, and all of them came back to the base."
REST = "They carried four instruments of three laboratories, which measured ozone and water vapour for a week."
BODY = f"\n\n{LEAD}\n\n{REST}\n"
MASTHEAD = "PRESS RELEASE\n\n22 October 2020\n\nPR123-2020\n\n"
OCCASION = (
    "25th Arctic summit. Both agencies sign a framework agreement to step up the flights of their balloons over the "
    "Arctic and the ice"
)

TITLES = [
    ("# Balloons over the Arctic", "Balloons over the Arctic", None, None),
    ("BALLOONS OVER THE ARCTIC", "BALLOONS OVER THE ARCTIC", None, None),
    ("**Balloons over the Arctic**", "Balloons over the Arctic", None, None),
    ("# Balloons over the *Arctic*", "Balloons over the Arctic", None, None),
    ("# Balloons over\xa0the Arctic!!!", "Balloons over\xa0the Arctic!!!", None, None),
    ("Why balloons fly: an answer", "Why balloons fly: an answer", None, None),
    ("Days of the lake:\nan agency tells of balloons", "Days of the lake: an agency tells of balloons", None, None),
    ("Qui mesure l’ozone : un ballon", "Qui mesure l’ozone : un ballon", None, None),
    ("37rd flight of the ballons", "37rd flight of the ballons", None, None),
    ("2020, a year of balloons", "2020, a year of balloons", None, None),
    ("« Écume », ‘marsquakes’ and “the rest”", "« Écume », ‘marsquakes’ and “the rest”", None, None),
    ("What do balloons measure?", "What do balloons measure?", None, None),
    ("Balloons fly. Balloons return", "Balloons fly. Balloons return", None, None),
    ("Administrator Visits the Balloons of Both Agencies in Lund, Calif.",) * 2 + (None, None),
    ("BALLOONS OF BOTH AGENCIES TOPIC OF MEDIA CALL NOV. 12",) * 2 + (None, None),
    ("Agencies ready the balloons for the era of Ozone 4.0",) * 2 + (None, None),
    (OCCASION, OCCASION, None, None),
    (
        "Balloons fly over the Arctic and\nreturn to the base",
        "Balloons fly over the Arctic and return to the base",
        None,
        None,
    ),
    (
        "# Balloons fly over the Arctic\n# and return to the base",
        "Balloons fly over the Arctic and return to the base",
        None,
        None,
    ),
    (
        "Strato-Arctic balloon campaign\n\nBalloons of both agencies ready to fly",
        "Strato-Arctic balloon campaign Balloons of both agencies ready to fly",
        "Strato-Arctic balloon campaign",
        None,
    ),
    (
        "# Strato-Arctic balloon campaign\n\n# Balloons of both agencies ready to fly",
        "Strato-Arctic balloon campaign Balloons of both agencies ready to fly",
        "Strato-Arctic balloon campaign",
        None,
    ),
    (
        "# France-Japan space cooperation Balloons ready to fly",
        "France-Japan space cooperation Balloons ready to fly",
        "France-Japan space cooperation",
        None,
    ),
    (
        "# FRANCE-JAPAN SPACE COOPERATION BALLOONS READY TO FLY",
        "FRANCE-JAPAN SPACE COOPERATION BALLOONS READY TO FLY",
        "FRANCE-JAPAN SPACE COOPERATION",
        None,
    ),
    (
        "# France-Japan space cooperation: balloons ready to fly",
        "France-Japan space cooperation: balloons ready to fly",
        "France-Japan space cooperation",
        None,
    ),
    (
        "# France-Japan space cooperation – Balloons ready to fly",
        "France-Japan space cooperation – Balloons ready to fly",
        "France-Japan space cooperation",
        None,
    ),
    (
        "# Coopération spatiale entre la France et le Maroc Les ballons partent",
        "Coopération spatiale entre la France et le Maroc Les ballons partent",
        "Coopération spatiale entre la France et le Maroc",
        None,
    ),
    (
        "State visit of the President of Mexico\nFrance-Mexico space cooperation\nAgencies sign an agreement",
        "State visit of the President of Mexico France-Mexico space cooperation Agencies sign an agreement",
        "State visit of the President of Mexico",
        None,
    ),
    (
        "France-Japan space cooperation\nBalloons of both agencies ready to fly",
        "France-Japan space cooperation Balloons of both agencies ready to fly",
        "France-Japan space cooperation",
        None,
    ),
    ("# France-Japan space cooperation", "France-Japan space cooperation", None, None),
    (
        "France-Japan space cooperation\n\nBALLOONS READY TO FLY",
        "France-Japan space cooperation BALLOONS READY TO FLY",
        "France-Japan space cooperation",
        None,
    ),
    (
        "Balloons over the Arctic\n\nBALLOONS OF BOTH AGENCIES BACK FROM THE ARCTIC",
        "Balloons over the Arctic",
        None,
        "BALLOONS OF BOTH AGENCIES BACK FROM THE ARCTIC",
    ),
    (
        "Balloons of both agencies over the Arctic\n\nBalloons of both agencies flew over the Arctic",
        "Balloons of both agencies over the Arctic",
        None,
        "Balloons of both agencies flew over the Arctic",
    ),
    ("Balloons over the Arctic\n\nBalloons over the Arctic", "Balloons over the Arctic", None, None),
    (
        "Balloons of both agencies: a first flight\n\nBalloons of both agencies:\na first flight",
        "Balloons of both agencies: a first flight",
        None,
        None,
    ),
    (
        "Strato-Arctic balloon campaign\n\nBalloons ready to fly\n\nStrato-Arctic balloon campaign",
        "Strato-Arctic balloon campaign Balloons ready to fly",
        "Strato-Arctic balloon campaign",
        None,
    ),
    (
        "Balloons ready for the\n\nArctic campaign of May",  # the first line cannot be all of it
        "Balloons ready for the Arctic campaign of May",
        None,
        None,
    ),
    (
        "France-Mexico space cooperation\n\nAgencies sign an agreement\n\nAGENCIES SIGN AN AGREEMENT WITH MEXICO",
        "France-Mexico space cooperation Agencies sign an agreement",
        "France-Mexico space cooperation",
        "AGENCIES SIGN AN AGREEMENT WITH MEXICO",
    ),
    (
        "Balloons of both agencies over the Arctic\n\nBALLOONS OF BOTH AGENCIES\n\nBACK FROM THE ARCTIC",
        "Balloons of both agencies over the Arctic",
        None,
        "BALLOONS OF BOTH AGENCIES BACK FROM THE ARCTIC",
    ),
    (
        "Polar campaign: balloons reach Arctic agencies\n\nAgencies reach balloons\n\nArctic polar campaign",
        "Polar campaign: balloons reach Arctic agencies",
        None,
        "Agencies reach balloons Arctic polar campaign",
    ),
    (
        "Polar balloons\n\nArctic agencies\n\nPolar balloons Arctic",
        "Polar balloons Arctic agencies",
        "Polar balloons",
        "Polar balloons Arctic",
    ),
    ("PR124-2020 - Balloons over the Arctic", "Balloons over the Arctic", None, None),
    ("Press Release: Balloons over the Arctic", "Balloons over the Arctic", None, None),
    ("[PRESSE] Les ballons du pôle", "Les ballons du pôle", None, None),
]


@pytest.mark.parametrize(("head", "title", "kicker", "subtitle"), TITLES, ids=[row[0] for row in TITLES])
def test_a_title_is_as_printed(head: str, title: str, kicker: str | None, subtitle: str | None) -> None:
    """Its lines joined by one blank; what names the occasion is the kicker, what repeats it is the subtitle."""
    release = pressparse.parse(MASTHEAD + head + BODY, profile="cnes")
    assert (release.title, release.kicker, release.subtitle) == (title, kicker, subtitle)
    assert [passage.text for passage in release.paragraphs] == [LEAD, REST]
    assert (release.subheadings, release.unclaimed) == ((), ())


def test_titles_say_where_they_stand() -> None:
    """Title and kicker have the printed lines, with the break between them, as evidence."""
    text = f"{MASTHEAD}# Strato-Arctic balloon campaign\n\n# **Balloons** of both agencies ready to fly{BODY}"
    release = pressparse.parse(text)
    raw = "Strato-Arctic balloon campaign\n\n# **Balloons** of both agencies ready to fly"
    assert release.title == "Strato-Arctic balloon campaign Balloons of both agencies ready to fly"
    assert {name: (release.evidence[name].raw, release.evidence[name].rule) for name in ("title", "kicker")} == {
        "title": (raw, "title"),
        "kicker": ("Strato-Arctic balloon campaign", "kicker-line"),
    }
    assert release.evidence["title"].span.of(text) == raw
    assert release.headline == "Balloons of both agencies ready to fly"


NO_TITLES = ["", " **", "\n\n---", "\n\n© Nowhere Press", "\n\nballoons.jpg", "\n\nImprimer"]


@pytest.mark.parametrize("head", NO_TITLES)
def test_a_release_may_have_no_title(head: str) -> None:
    """A full sentence is body, and what stands around the text is none."""
    release = pressparse.parse("PRESS RELEASE\n\n22 October 2020\n\nPR123-2020" + head + BODY)
    assert (release.title, release.headline) == (None, None)
    assert "title-missing" in [found.code for found in release.diagnostics]
    assert [passage.text for passage in release.paragraphs] == [LEAD, REST]


def test_a_sentence_that_ends_in_a_shortened_name_is_no_title() -> None:
    """Its words have small letters, which those of a headline that ends so have not."""
    lead = "The administrator saw balloons of both agencies on their visit to Lund, Calif."
    release = pressparse.parse(f"22 October 2020\n\n{lead}\n{BODY}")
    assert (release.title, release.paragraphs[0].text) == (None, lead)


def test_a_standfirst_is_a_paragraph() -> None:
    """A sentence below the title says more than the title, and is no second one."""
    standfirst = "After a week above the ice, four instruments bring home the first measurements of the winter."
    release = pressparse.parse(f"{MASTHEAD}# Balloons over the Arctic\n\n**{standfirst}**{BODY}")
    assert (release.title, release.subtitle) == ("Balloons over the Arctic", None)
    assert [passage.text for passage in release.paragraphs] == [standfirst, LEAD, REST]


STANDFIRSTS = [
    # heads: title, standfirst, and whether the date stands between them, below them or nowhere
    ("# Balloons over the Arctic", "Twelve flights of both agencies in one week above the ice", "{}{}"),
    ("# Balloons over the Arctic", "*Twelve flights of both agencies in one week above the ice*", "{}{}"),
    (
        "Balloons over the Arctic",
        "Twelve flights of both agencies in one week above the ice",
        "{}Lund, 22 October 2020\n\n{}",
    ),
    (
        "Balloons over the Arctic",
        "Twelve balloons of both agencies flew over the Arctic for a week and came back to the base of the crews",
        "{}{}Lund, 22 October 2020\n\n",
    ),
    (
        "Balloons over the Arctic",
        "Twelve balloons of both agencies flew over the Arctic for a week.",
        "{}{}Lund, 22 October 2020\n\n",
    ),
    (
        "Arctic Balloons: Twelve Flights in One Week",
        "Why the ozone layer matters and what two agencies do about it together",
        "{}{}",
    ),
    (
        "Balloons of Two Agencies Bring Home Measurements of Arctic Ozone",
        "Twelve flights in one week show how the layer recovers",
        "{0}\b{1}Lund, 22 October 2020\n\n",
    ),
    (
        "BALLOONS OF BOTH AGENCIES BRING HOME OZONE MEASUREMENTS",
        "Twelve flights in one week show how the layer recovers",
        "{0}\b{1}",
    ),
    (
        "Both agencies in the Arctic\n\nThe balloons are back",
        "Twelve balloons of both agencies left the base this morning for a week of flights",
        "{}{}",
    ),
]


@pytest.mark.parametrize(("title", "standfirst", "order"), STANDFIRSTS, ids=[row[0] + row[1] for row in STANDFIRSTS])
def test_a_standfirst_is_a_paragraph_whatever_it_stands_beside(title: str, standfirst: str, order: str) -> None:
    """Of nine words or more, set like a sentence or more quietly than the title; a date below it is still found."""
    head = order.format(f"{title}\n\n", f"{standfirst}\n\n").replace("\n\n\b", "\n")
    release = pressparse.parse(f"PRESS RELEASE\n\n{head}{LEAD}\n\n{REST}\n", profile="nasa")
    assert release.title == title.removeprefix("# ").replace("\n\n", " ")
    assert [passage.text for passage in release.paragraphs] == [standfirst.strip("*"), LEAD, REST]
    assert (release.place, release.date and str(release.date)) == (
        ("Lund", "2020-10-22") if "Lund" in order else (None, None)
    )
    assert (release.subheadings, release.unclaimed) == ((), ())


def test_an_event_below_a_standfirst_dates_no_release() -> None:
    """Nor does a date below a second paragraph."""
    first = "Media are invited to see the balloons of both agencies leave the base and to meet their crews."
    event = pressparse.parse(
        f"{MASTHEAD[:13]}\n\n# Balloons over the Arctic\n\n{first}\n\nDate: 3 May 2020\nTime: 10 a.m."
    )
    assert event.date is None
    later = pressparse.parse(f"# Balloons over the Arctic{BODY}\n22 October 2020\n\n{LEAD}")
    assert later.date is None


def test_a_heading_in_title_case_below_the_title_is_a_heading() -> None:
    """And no standfirst."""
    heading = "Flights of Both Agencies Above the Arctic Ice in Winter"
    text = f"Balloons over the Arctic\n\nPublished on 22 October 2020\n\n{heading}{BODY}"
    release = pressparse.parse(text, profile="generic")
    assert [passage.text for passage in release.subheadings] == [heading]


def test_a_letterhead_is_no_part_of_the_title() -> None:
    """An organization alone at the top of the page; below a date, an organization may be the occasion."""
    title = "Researchers show that the ice of the lake melts earlier"
    release = pressparse.parse(f"Lund University\n\n{title}\n\n22 October 2020{BODY}")
    assert (release.title, [span.of(release.text or "") for span in release.unclaimed]) == (title, ["Lund University"])

    release = pressparse.parse(f"The Catholic University of Lund\n\n22 October 2020\n\n{title}{BODY}")
    assert release.title == title

    title = "NASA Sets Media Deadlines for Next Balloon Flight"
    release = pressparse.parse(f"Jeanne Martin\nHeadquarters, Lund\nOct. 22, 2020\n{title}{BODY}")
    assert release.title == title


def test_a_letterhead_above_the_kind_is_no_part_of_the_title() -> None:
    """However long the title below is."""
    title = (
        "Twelve balloons of both agencies over the Arctic - Three laboratories measure the ozone of the winter above it"
    )
    release = pressparse.parse(f"PRESS OFFICE PUBLICATIONS\nPress release\n\n{title}{BODY}")
    assert (release.title, [found.text for found in release.paragraphs]) == (title, [LEAD, REST])


def test_what_a_reference_stands_before_is_the_title() -> None:
    """However long it is, and whatever little stands above it."""
    title = (
        "the balloons of both agencies will leave the base above the ice for twelve flights in one week of the winter"
    )
    release = pressparse.parse(f"Agency title\nAgency\n\nN° 27–2018: Call for Media: {title}\n\n20 October 2018{BODY}")
    assert (release.title, release.paragraphs[0].text) == (title, LEAD)


def test_a_caption_printed_twice_is_no_part_of_the_title() -> None:
    """As sites do for an image and below it; a title alone may be printed twice."""
    title, caption = "Two agencies send twelve balloons over the Arctic", "Base in the snow"
    release = pressparse.parse(f"{caption}\n\n{title}\n\n{caption}\n{caption}{BODY}")
    assert (release.title, [found.text for found in release.captions]) == (title, [caption] * 3)
    assert pressparse.parse(f"{title}\n{title}{BODY}").captions == ()


def test_only_an_issuer_with_kickers_has_kicker_lines() -> None:
    """For others two lines are one title."""
    release = pressparse.parse(
        f"Strato-Arctic balloon campaign\n\nBalloons of both agencies ready to fly{BODY}", profile="esa"
    )
    assert (release.title, release.kicker) == (
        "Strato-Arctic balloon campaign Balloons of both agencies ready to fly",
        None,
    )


def failing(match: regex.Match[str]) -> object:
    """Fail."""
    raise ArithmeticError(match[0])


def test_a_kicker_is_lost_alone() -> None:
    """Where a rule for kickers fails the title is as ever, and the diagnostic names the kicker."""
    lame = Rule(
        name="lame",
        table="kickers",
        pattern=r"Sounding[ ]rocket",
        build=failing,
        examples=("Sounding rocket",),
        rejects=(),
    )
    release = pressparse.Parser(rules=[lame]).parse(f"# Sounding rocket ready to fly{BODY}")
    assert (release.title, release.kicker) == ("Sounding rocket ready to fly", None)
    assert "kicker" in {found.field for found in release.diagnostics if found.code == "field-failed"}


def test_a_rubric_is_no_part_of_the_title() -> None:
    """An issuer may print the name of a subject above it."""
    head = "COMMUNIQUÉ DE PRESSE\n\nTerre & environnement\n\nBalloons of both agencies ready to fly"
    release = pressparse.parse(head + BODY, profile="cnrs")
    assert (release.title, release.unclaimed) == ("Balloons of both agencies ready to fly", ())


ABOVE = {
    "Terre et mer": "Terre et mer",  # alone it is the title
    "The balloons are back\n\nBalloons ready to fly": "Balloons ready to fly",
    "The balloons are back again\n\nBalloons ready to fly": "The balloons are back again Balloons ready to fly",
}


@pytest.mark.parametrize("head", ABOVE)
def test_a_rubric_has_few_words_and_a_title_below(head: str) -> None:
    """Five are too many."""
    release = pressparse.parse(f"COMMUNIQUÉ DE PRESSE\n\n{head}{BODY}", profile="cnrs")
    assert (release.title, release.unclaimed) == (ABOVE[head], ())


INVITED = "Conférence de presse\nMardi 23 avril 2019 de 15h à 17h\n(accueil à partir de 14h45)"


def test_the_lines_of_an_invitation_are_no_part_of_the_title() -> None:
    """They head the body, with a day that is not the release's; above its date they stand for nothing."""
    release = pressparse.parse(f"Balloons of both agencies ready to fly\n\n{INVITED}{BODY}")
    assert (release.title, release.date) == ("Balloons of both agencies ready to fly", None)
    assert [passage.text for passage in release.subheadings] == ["Conférence de presse"]
    dated = pressparse.parse(f"Balloons of both agencies ready to fly\n\nPress conference\n\n12 March 2018{BODY}")
    assert (dated.title, str(dated.date)) == ("Balloons of both agencies ready to fly", "2018-03-12")


@pytest.mark.parametrize(
    "lines",
    [
        "Press Office\nNorthern Lake Centre\nLund, Sweden",
        "Lake Media Office\n1 High Street",
        "Department for Lakes, Wind and Weather",
    ],
)
def test_the_letterhead_of_a_press_office_is_no_title(lines: str) -> None:
    """The date parts it from the title."""
    release = pressparse.parse(f"{lines}\n\n13 December 1999\n\nBalloons of both agencies ready to fly{BODY}")
    assert (release.title, release.subheadings) == ("Balloons of both agencies ready to fly", ())


def test_a_label_above_the_title_is_none_though_the_title_begins_like_it() -> None:
    """Only below the title is it the title's first line once more."""
    release = pressparse.parse(f"Balloons of both agencies:\n\nBalloons of both agencies: ready to fly{BODY}")
    assert (release.title, release.subtitle) == ("Balloons of both agencies: ready to fly", None)


AGENCY_TITLES = [
    "Commission welcomes the launch of Balloon 2",
    "Second Session of the Arctic Council",
    "Visite du Centre Spatial de Lund",
    "NASA, Station Crew Fly Balloon",
]


@pytest.mark.parametrize("title", AGENCY_TITLES)
@pytest.mark.parametrize(
    "masthead", ["CNES\n\n22 October 2020", "CNES - Press release", "CNES – ISRO", "ESA\nNASA\n\nPRESS RELEASE"]
)
def test_the_only_line_that_can_be_the_title_is_no_issuer(masthead: str, title: str) -> None:
    """Though it has capitals throughout and the noun of an organization, and stands below issuers."""
    release = pressparse.parse(f"{masthead}\n\n{title}{BODY}")
    assert (release.title, release.body) == (title, f"{LEAD}\n\n{REST}")
    assert title not in {issuer.name for issuer in release.issuers}


@pytest.mark.parametrize("head", ["CNES\n\nCentre for Polar Balloons\n\nPRESS RELEASE", "CNES\n\nLake Agency"])
def test_an_issuer_above_the_kind_is_no_title(head: str) -> None:
    """Nor is one of few words, where a release has no title."""
    assert pressparse.parse(f"{head}{BODY}").title is None
