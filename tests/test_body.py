"""The body and what stands around it: paragraphs, list items, sub-headings, captions, boilerplate, footnotes."""

from itertools import pairwise

import pytest

import pressparse

HEAD = "PRESS RELEASE\n\n22 October 2020\n\nPR123-2020\n\n# Balloons over the Arctic\n\n"
LEAD = "The balloons of both agencies flew over the Arctic for the first time, and all of them came back to the base."
NEXT = "They carried four instruments of three laboratories, which measured ozone and water vapour for a week."
LAST = "The next campaign is to begin in spring, when the winds above the pole have turned."
WRAPPED = """\
The balloons of both agencies flew over the Arctic for the first time, and all
of them came back to the base.
They carried four instruments of three laboratories, which measured ozone and
water vapour for a week."""

BODIES = [
    (f"{LEAD}\n\n{NEXT}", [LEAD, NEXT], []),
    (f"{LEAD}\n{LAST}\n{NEXT} {LAST}", [LEAD, LAST, f"{NEXT} {LAST}"], []),
    (WRAPPED, [LEAD, NEXT], []),
    (WRAPPED.replace("\n", "  \r\n"), [LEAD, NEXT], []),
    (WRAPPED.replace("water", "wa-\nter"), [LEAD, NEXT], []),
    (f"{LEAD}\n\f\n{NEXT}", [LEAD, NEXT], []),
    (LEAD.replace("for the", "for\n\fLake Agency – News      Page 2/2\nthe"), [LEAD], []),
    (LEAD.replace("for the", "for\n\n- 2 -\n\nthe"), [LEAD], []),
    (f"{LEAD}\n- 2 -\n{NEXT}", [LEAD, NEXT], []),
    (f"{LEAD}\n\nThey carried\n\n2/3\n\n- a hygrometer", [LEAD, "They carried", "a hygrometer"], []),
    (f"**{LEAD}**\n\n{NEXT}", [LEAD, NEXT], []),
    (f"{LEAD.replace('Arctic', '**Arctic**')}\n\n> {NEXT}", [LEAD, NEXT], []),
    (f"<p>{LEAD}</p>\n<p>{NEXT}</p>", [LEAD, NEXT], []),
    (f"<div>\n<p>{LEAD}</p>\n<h2>Instruments</h2>\n<p>{NEXT}</p>\n</div>", [LEAD, NEXT], ["Instruments"]),
    (LEAD.replace("the base", "[the base](https://nowhere.org)"), [LEAD], []),
    (f"{LEAD}\n\n## Four instruments\n\n{NEXT}", [LEAD, NEXT], ["Four instruments"]),
    (f"{LEAD}\n\n**Four instruments**\n\n{NEXT}", [LEAD, NEXT], ["Four instruments"]),
    (f"{LEAD}\n\n**Four instruments**\n{NEXT}", [LEAD, NEXT], ["Four instruments"]),
    (f"{LEAD}\n\nFour instruments\n\n{NEXT}", [LEAD, NEXT], ["Four instruments"]),
    (f"{LEAD}\n\nWhat did they measure?\n\n{NEXT}", [LEAD, NEXT], ["What did they measure?"]),
    (
        f"{LEAD}\n\n1. Instruments\n\n{NEXT}\n\n2. Schedule\n\n{LAST}",
        [LEAD, NEXT, LAST],
        ["1. Instruments", "2. Schedule"],
    ),
    (f"{LEAD}\n\nFour instruments:\n\n{NEXT}", [LEAD, NEXT], ["Four instruments:"]),
    (
        f"{LEAD}\n\nThey carried:\n- a spectrometer\n- a hygrometer",
        [LEAD, "They carried:", "a spectrometer", "a hygrometer"],
        [],
    ),
    (f"{LEAD}\n\n• {NEXT}\n• {LAST}", [LEAD, NEXT, LAST], []),
    (f"{LEAD}\n\nThe crews also met with\n\n• {NEXT}", [LEAD, "The crews also met with", NEXT], []),
    (f"{LEAD}\n\n09h00\n\n{NEXT}\n\n11 h 30–11 h40\n\n{LAST}", [LEAD, "09h00", NEXT, "11 h 30–11 h40", LAST], []),
    (f"{LEAD}\n\nMedia-Accreditation@nowhere.org\n\n{NEXT}", [LEAD, "Media-Accreditation@nowhere.org", NEXT], []),
    (
        f"{LEAD}\n\nVenue: Lund Town Hall\nChair: Head of the campaign\n\n{NEXT}",
        [LEAD, "Venue: Lund Town Hall", "Chair: Head of the campaign", NEXT],
        [],
    ),
    (
        f"{LEAD}\n\n⦁ a spectrometer,\n⦁ a hygrometer with a\n  long name.",
        [LEAD, "a spectrometer,", "a hygrometer with a long name."],
        [],
    ),
    (
        f"{LEAD}\n\nThey carried :\n– a spectrometer ;\n– a hygrometer.",
        [LEAD, "They carried :", "a spectrometer ;", "a hygrometer."],
        [],
    ),
    (
        f"Key points:\n- Ozone was measured\n- All came back\n\n{LEAD}",
        ["Ozone was measured", "All came back", LEAD],
        ["Key points:"],
    ),
    (f"**In brief**\n\n• {NEXT}\n\n{LEAD}", [NEXT, LEAD], ["In brief"]),
    (f"{LEAD}\n\nHighlights\n\n- a spectrometer", [LEAD, "a spectrometer"], ["Highlights"]),
    (f"{LEAD}\n\nProgramme\n\n09h00 Accueil\n\n10h00 Visite", [LEAD, "09h00 Accueil", "10h00 Visite"], ["Programme"]),
    *(
        (f"{LEAD}\n\nAccréditation\n\n{words}\n\n{NEXT}", [LEAD, words, NEXT], ["Accréditation"])
        for words in (
            "Pour participer à la visite, veuillez envoyer un message à : presse@nowhere.fr",
            "Les demandes se font d’ici au 3 mai à la page www.nowhere.fr/presse",
        )
    ),
    (
        f"{LEAD}\n\nAccréditation\n\nEcrire à presse@nowhere.fr",
        [LEAD, "Accréditation", "Ecrire à presse@nowhere.fr"],
        [],
    ),
    (f"{LEAD}\n\nHe also said that:\n\n{NEXT}", [LEAD, "He also said that:", NEXT], []),
    (f"{LEAD}\n\nWHEN\n\nNoon", [LEAD, "Noon"], ["WHEN"]),
    (
        f"{LEAD}\n\nWhat:\nCooperation of both\nWho:\nJulien Guérin",
        [LEAD, "Cooperation of both", "Julien Guérin"],
        ["What:", "Who:"],
    ),
    (f"{LEAD}\n\nIn short", [LEAD, "In short"], []),
    (f"{LEAD}\n{NEXT}", [LEAD, NEXT], []),
    (f"{LEAD}\n\nIt was cold.\n\n{NEXT}", [LEAD, "It was cold.", NEXT], []),
    (f"{LEAD}\n\nand all of them came back\n\n{NEXT}", [LEAD, "and all of them came back", NEXT], []),
    (f"{LEAD}\n\n{NEXT}\n\nFour instruments", [LEAD, NEXT, "Four instruments"], []),
    *(
        (f"{LEAD}\n\n{words}\n\n{NEXT}", [LEAD, words, NEXT], [])
        for words in (
            "Pascale Bresson said: “We are glad to be back at the base.”",
            'Pascale Bresson added: "It is a great day for us"',
            "She added that “this flight is ours.”",
            "Pascale Bresson told the press, “Now we know”",
            "Julien Guérin : « C’est un beau jour pour nous »",
            "Julien Guérin a déclaré : « C’est un beau jour ! »",
            "Selon Julien Guérin, c’est « un beau jour. »",
        )
    ),
    *(
        (f"{LEAD}\n\n{words}\n\n“{NEXT}”", [LEAD, words, f"“{NEXT}”"], [])
        for words in ("Pascale Bresson said:", "Julien Guérin :", "Elle a déclaré :")
    ),
    *(
        (f"{LEAD}\n\n{words}\n\n{NEXT}", [LEAD, NEXT], [words])
        for words in ("The “Arctic” campaign", "Exposition : « Ballons du pôle »", "What is meant by “ozone”?")
    ),
    (f"{LEAD}\n\nWords of the crew:\n\n“{NEXT}”", [LEAD, f"“{NEXT}”"], ["Words of the crew:"]),
    (f"{LEAD}\n\n**Pascale Bresson: “It is ours”**\n\n{NEXT}", [LEAD, NEXT], ["Pascale Bresson: “It is ours”"]),
    (f"{LEAD}\n\n**“All of them came back.”**\n\n{NEXT}", [LEAD, "“All of them came back.”", NEXT], []),
]


@pytest.mark.parametrize(("body", "paragraphs", "subheadings"), BODIES, ids=[row[0][90:] for row in BODIES])
def test_a_body_has_paragraphs_and_headings(body: str, paragraphs: list[str], subheadings: list[str]) -> None:
    """Hard wraps and decoration undone, each list item one of its own, headings apart."""
    release = pressparse.parse(HEAD + body + "\n")
    assert [passage.text for passage in release.paragraphs] == paragraphs
    assert [passage.text for passage in release.subheadings] == subheadings
    assert release.unclaimed == ()
    assert release.title == "Balloons over the Arctic"


@pytest.mark.parametrize("body", [row[0] for row in BODIES], ids=[row[0][90:] for row in BODIES])
def test_passages_stand_in_order_and_apart(body: str) -> None:
    """Every passage is a stretch of the text: it begins and ends with its own first and last letter."""
    text = HEAD + body + "\n"
    release = pressparse.parse(text)
    passages = sorted((*release.paragraphs, *release.subheadings), key=lambda passage: passage.span)
    assert [*release.paragraphs] == [passage for passage in passages if passage in release.paragraphs]
    for passage in passages:
        raw = passage.span.of(text)
        assert (raw[0], raw[-1]) == (passage.text[0], passage.text[-1]) or "](" in raw
    assert all(one.span.end <= other.span.start for one, other in pairwise(passages))


AROUND = [
    ("captions", "balloons_102020.jpg", ["balloons_102020.jpg"]),
    ("captions", "Crédits : CNES/Julien Guérin", ["Crédits : CNES/Julien Guérin"]),
    ("captions", "*The first balloon. Credit: CNES*", ["The first balloon. Credit: CNES"]),
    ("captions", "© CNES\n\nballoons_102020.jpg", ["© CNES", "balloons_102020.jpg"]),
    ("captions", "![The balloon](https://nowhere.org/balloon.jpg)", ["The balloon"]),
    ("boilerplate", f"## About the Arctic campaign\n\n{LAST}", ["About the Arctic campaign", LAST]),
    ("boilerplate", f"About CNES: {LAST}", [f"About CNES: {LAST}"]),
    ("boilerplate", f"À propos du CNES\n{LAST}\n\n{NEXT}", ["À propos du CNES", LAST, NEXT]),
    ("boilerplate", f"###\n\n{LAST}", [LAST]),
    ("boilerplate", f"-end-\n\n**{LAST}**", [LAST]),
    ("boilerplate", f"About CNES\n{WRAPPED}", ["About CNES", LEAD, NEXT]),
]


@pytest.mark.parametrize(("field", "below", "wanted"), AROUND, ids=[row[1][:50] for row in AROUND])
def test_what_stands_around_the_body_is_no_paragraph(field: str, below: str, wanted: list[str]) -> None:
    """Captions line by line, boilerplate by paragraphs with its heading first."""
    text = f"{HEAD}{LEAD}\n\n{below}\n"
    release = pressparse.parse(text)
    assert [passage.text for passage in getattr(release, field)] == wanted
    assert [passage.text for passage in release.paragraphs] == [LEAD]
    assert release.unclaimed == ()


NOTES = [
    ("CADMOS1", "1 Centre for operations in space", [("1", "Centre for operations in space")]),
    ("CADMOS1", "1 Centre for operations\nin space", [("1", "Centre for operations in space")]),
    ("CADMOS (1) and SEIS (2)", "(1) Centre\n(2) Experiment", [("1", "Centre"), ("2", "Experiment")]),
    ("CADMOS¹ and SEIS²", "¹Centre\n²Experiment", [("1", "Centre"), ("2", "Experiment")]),
    ("CADMOS1 and SEIS2", "1 Centre\n\n2 Experiment\nof both", [("1", "Centre"), ("2", "Experiment of both")]),
    ("CADMOS*", "*Centre for operations in space", [("*", "Centre for operations in space")]),
    ("CADMOS*", "* Centre for operations in space", [("*", "Centre for operations in space")]),
    ("CADMOS1", "1 **Centre** for operations", [("1", "Centre for operations")]),
    ("the CADMOS * programme", "* Centre for operations", [("*", "Centre for operations")]),
]


@pytest.mark.parametrize(("name", "notes", "wanted"), NOTES, ids=[f"{row[0]}: {row[1]}" for row in NOTES])
def test_a_note_is_what_the_body_refers_to(name: str, notes: str, wanted: list[tuple[str, str]]) -> None:
    """Its marker and its text; the digit glued to a word of the body stays, as printed."""
    lead = LEAD.replace("both agencies", name)
    text = f"{HEAD}{lead}\n\n{notes}\n\nAbout CNES\n{LAST}\n\nPress contact: Pascale Bresson, +33 (0)1 44 76 75 39\n"
    release = pressparse.parse(text)
    assert [(note.marker, note.text) for note in release.footnotes] == wanted
    assert [passage.text for passage in release.paragraphs] == [lead]
    assert all(note.span.of(text)[0] in f"{note.text[0]}*" for note in release.footnotes)


NO_NOTES = [
    (
        "Jason1 and PLEIADES 1A",
        "12 balloons are at the base, and two more will come in the next week or the one after.",
    ),
    ("CADMOS1", "2 balloons are at the base, and two more will come in the next week or the one after."),
    ("*Nature* and _Science_", "* balloons are at the base, and two more will come in the next week."),
    ("CADMOS", "1 balloon is at the base, and two more will come in the next week or the one after."),
]


@pytest.mark.parametrize(("name", "line"), NO_NOTES, ids=[f"{name}: {line[:20]}" for name, line in NO_NOTES])
def test_a_line_that_nothing_refers_to_is_no_note(name: str, line: str) -> None:
    """A paragraph may begin with a number, a name may end with one."""
    lead = LEAD.replace("both agencies", name)
    release = pressparse.parse(f"{HEAD}{lead}\n\n{line}\n")
    assert release.footnotes == ()
    assert [passage.text for passage in release.paragraphs] == [
        lead.replace("*", "").replace("_", ""),
        line.removeprefix("* "),
    ]


def test_a_sentence_may_end_with_an_address_on_a_line_of_its_own() -> None:
    """The line below goes on with it; an address that stands apart is a link's line."""
    text = "The lake opens today to everybody.\n\nThe maps of the lake may be had from next week on at\nhttps://lake.example/maps.\n"
    release = pressparse.parse(f"A lake opens\n\n{text}")
    assert release.paragraphs[-1].text.endswith("on at https://lake.example/maps.")


def test_who_comes_is_a_row_of_the_body() -> None:
    """An advisory's row is no sub-heading, whatever stands below it."""
    lead = "Media are invited to the lake on Tuesday, where the boat will be shown to them in the morning."
    release = pressparse.parse(
        f"A boat is shown\n\n{lead}\n\nWho: Zoe Quill, chief engineer\n\nThe boat was built by hand.\n"
    )
    assert release.subheadings == ()
    assert release.paragraphs[1].text == "Who: Zoe Quill, chief engineer"
