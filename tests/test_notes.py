"""What stands around the text: each kind of line is known by itself, and no sentence is taken for one."""

from collections.abc import Callable

import pytest

from pressparse.captions import is_caption
from pressparse.lines import Line, split_lines
from pressparse.notes import (
    around,
    footnote_marker,
    heads_programme,
    is_end_mark,
    is_link_line,
    is_programme_row,
    markers_in,
    opens_boilerplate,
    opens_summary,
)
from pressparse.text import View
from pressparse.words import first_word, merged_vocabulary

NAVIGATION = [
    "Français English",
    "Home | News | Our Lakes | Careers",
    "Franšais English",
    "English | Français",
    "Accueil > Espace presse > Communiqués de presse",
    "Accueil > Actualités > Actualités scientifiques > Une campagne de ballons depuis l’aéroport de Nulle-Part-sur-Mer",
    "Home / Newsroom",
    "Imprimer",
    "Back to top",
    "Partager sur : Facebook • Twitter • LinkedIn",
    "Télécharger le communiqué de presse",
    "Haut de page",
    "Skip to main content",
    "MENU",
    "Page 1 of 2",
    "Page 2/2",
    "Lake Agency – Press release      Page 2",
    "Lake Agency | Page 2",
    "- 2 -",
    "– 12 –",
    "2/3",
    "../..",
    "... / ...",
    "PAGE 3",
    "Tags: balloons, Arctic, ozone",
    "Keywords : balloons",
    "Mots-clés : ballons, Arctique, ozone",
    "Filed under: balloons",
    "Schlagwörter: Ballon, Arktis",
    "Follow us on X @nowhere_space",
    "Follow us on social media: @nowhere, #balloons and nowhere.org/news!",
    "Follow @nowhere_space on X (formerly Twitter).",
    "Suivez-nous sur Twitter : @nulle_part et sur Instagram",
    "Retrouvez-nous sur nos réseaux sociaux",
    "Folgen Sie uns auf LinkedIn",
    "Share this",
    "Share this: Facebook X LinkedIn",
    "Partager sur LinkedIn",
    "Partagez cet article",
    "[Date Prev] [Date Next] [Thread Index]",
    "Latest News",
    "Agency / Science & Exploration / Rosetta",
    "Agency / Science & Exploration / Human and Robotic Exploration",
    "Agency / Space in Member States / Belgium - Français",
    "JPEG",
    "Filed under , , ,",
    "Filed under: , ,",
    "|Printable version",
    "Version imprimable",
    "Deliver Your News to the World",
    "WiredGov Newswire (news from other organisations)",
    "FacebookTwitterLinkedInPinterest",
    "FACEBOOKTWITTER",
    "Facebook Twitter Google+ Pinterest",
    "ShareTweet",
    "Tweet",
    "Tweet on Twitter",
    "Share on Facebook0 Tweet on Twitter12",
    "Pin it",
    "X Facebook E-mail",
    "Tweeter",
    "Partager 12",
    "Partager sur FacebookPartager sur LinkedIn",
    "Envoyer par e-mail",
]
CAPTIONS = [
    "bresson_102017.jpg",
    "Rover (vue d’artiste) 2.PNG",
    "![The rover](https://nowhere.org/rover.png)",
    "Crédits : CNES/Julien Guérin",
    "Crédit photo : CNES",
    "The launcher on its pad (courtesy: Nowhere Space)",
    "The rover in the clean room (Photo: Nowhere Space)",
    "Nowhere Space logo. (PRNewsfoto/Nowhere)",
    "Les ballons au départ | J. GUÉRIN / AFP",
    "© CNES/Pascale Bresson, 2017",
    "(c) ESA",
    "Copyright Nowhere Press",
    "Photo: the crew before take-off",
    "Image 3: the rover",
    "Figure 2 : the orbit",
    "Fig. 2: the orbit",
    "Figure 1. The balloon above the ice.",
    "Légende : le décollage du ballon",
    "Vue d’artiste : le satellite en orbite",
    "The rover on Phobos. Credit: Nowhere Press",
    "The rover on Phobos. Credit: Nowhere/J. Guérin",
    "Pascale Bresson and Julien Guérin at the signing ceremony (Credit: CNES/J. Guérin)",
    "The director, left, and the crew of the balloon (photo Nowhere/Julien Guérin)",
    "The balloon above the ice (© Nowhere Press)",
    "The balloon above the ice (Photo by Julien Guérin)",
    "Le ballon au-dessus de la glace (crédit photo : J. Guérin)",
    "Le ballon au-dessus de la glace (photo de Julien Guérin)",
    "Artist’s impression of the probe",
    "Artist's impression of the probe above the ice.",
    "Artist’s view",
    "Vue d’artiste de la sonde",
    "Vue d'artiste (2017)",
    "Künstlerische Darstellung der Sonde",
    "From left to right: Pascale Bresson and Julien Guérin",
    "De gauche à droite : Pascale Bresson, Julien Guérin",
    "Pascale Bresson et Julien Guérin (de gauche à droite)",
    "Le satellite en orbite © Nowhere Press",
]
END_MARKS = [
    "###",
    "####",
    "# # #",
    "-end-",
    "- end -",
    "-ends-",
    "-END-",
    "END",
    "– Fin –",
    "FIN",
    "*** END ***",
    "-30-",
    "- 30 -",
    "– 30 –",
    "[end]",
    "<END>",
]
BOILERPLATE = [
    "About CNES",
    "About the Hayabusa2 mission",
    "About the campaign",
    "À propos de la mission",
    "À propos de l’agence",
    "À propos de la mission spatiale Orage",
    "À propos du programme de ballons Orage",
    "## About the balloon campaign over the Arctic ice in the winter",
    "**About this campaign**",
    "About our partners:",
    "ABOUT CNES",
    "About CNES:",
    "About us",
    "À propos du CNES",
    "A propos du CNES",
    "À PROPOS DE L’ESA",
    "À propos de l’Agence spatiale européenne",
    "## About SEIS",
    "**About the 2020 campaign**",
    "About 2020 Vision",
    "About 67P/Nowhere",
    "About “Le Ballon”",
    "Über das DLR",
    "About CNES: The agency was founded in 1961 and has four centres.",
    "Notes to editors",
    "Forward-Looking Statements",
    "Notes to Editors:",
    "Notes",
    "Footnote(s):",
    "Note(s) :",
]
PROGRAMMES = [
    "Programme",
    "Provisional Programme",
    "PROVISIONAL AGENDA:",
    "## Schedule of events",
    "Programme prévisionnel :",
    "Ordre du jour",
    "Programm",
]
ROWS = [
    "11:30 Introduction",
    "9h30 Accueil",
    "9 h 30 : Accueil des journalistes",
    "10h00 – 10h30 : Présentation",
    "10:00 to 10:30 - Presentation",
    "2:30 p.m. Flight of the balloon",
    "14h Décollage",
]
SUMMARIES = [
    "Key points:",
    "**Key points**",
    "## In brief",
    "AT A GLANCE",
    "Highlights",
    "Points clés :",
    "En bref",
    "L’essentiel",
    "L'ESSENTIEL",
    "Faits marquants",
    "Auf einen Blick",
    "WHAT",
    "What:",
    "QUAND :",
    "Background",
    "Contexte",
]
LINK_LINES = [
    "Learn more at https://nowhere.org/mission",
    "www.nowhere.org",
    "presse.cnes.fr",
    "https://nowhere.org/a_(b)",
    "Plus d’informations : nowhere.fr/mission",
    "En savoir plus : https://nowhere.fr",
    "For more information, visit www.nowhere.org.",
    "More information:",
    "Pour en savoir plus :",
    "Twitter: @nowhere_space",
    "Site web : https://nowhere.fr | https://elsewhere.org",
]
TEXT = [
    "X-37",
    "X 12",
    "Google 2020",
    "Share of the market",
    "Shareholders",
    "Like water",
    "Facebook and CNES",
    "Twitteratura",
    "Tweet " * 40,
    "Accord CNES / ESA / DLR sur l’étude du climat et des océans",
    "Three laboratories took part in the flights of the balloons over the Arctic. (Photo: Nowhere Space)",
    "The English and French teams met in Paris.",
    "English teams lead",
    "Press officers met in Toulouse",
    "News from the balloon",
    "The photo shows the rover: it works.",
    "The balloons fly over the Arctic (image below)",
    "The balloons fly over the Arctic (picture 3)",
    "They flew over the Arctic. (Photo by J. Guérin)",
    "Artist’s impressions of the probe are shown at the base.",
    "Vue d’artiste et maquette sont à la disposition de la presse.",
    "artist’s impression of the probe",
    "Artist’s impression of the probe, " * 6,
    "The balloon rose from left to right",
    "Programme of the balloons",
    "9:00 - 17:00",
    "9:00 - 17:00 Monday to Friday",
    "9h-17h Lundi au vendredi",
    "10:30 CET",
    "3 Balloons over the ice",
    "14 heures de vol",
    "Image 3 is the best of all",
    "Page 3 of the report speaks of it",
    "The picture of the year",
    "The director said: “We are ready.”",
    "The image file rover.jpg was sent from Mars and shows a stone.",
    "The end of the mission",
    "Fin de mission pour le ballon",
    "End",
    "-endless-",
    "#1",
    "About 300 people came to the base.",
    "About 120 engineers from all over the country came to Lund for the",
    "About 20 Swedish engineers of all laboratories came to Lund for the",
    "About 3.5 million of the balloons that both agencies have let fly",
    "About the future, the two presidents agreed on all points, and they said so,",
    "À propos de ce projet, le président s’est réjoui.",
    "All about CNES",
    "About to fly",
    "What",
    "WHAT A DAY",
    "Background of the mission",
    "About half of the balloons",
    "About the balloons that were released from the base",
    "**About half of them came back.**",
    "À propos de la base et de ses ballons, le",
    "À propos de la base, le",
    "The agency opened its site www.nowhere.org yesterday and expects many visitors.",
    "Write to press@nowhere.org",
    "See you tomorrow",
    "It ends here.",
    "30",
    "1961",
    "12/10",
    "2/3 of the balloons",
    "They came. See page 2",
    "See page 2.",
    "Tags on balloons: what they say",
    "Keywords:balloons fly over the Arctic, and they come back.",
    "Follow the balloons on X",
    "Follow the flight live",
    "Follow",
    "Filed under one roof,",
    "Share of the Arctic in the ozone: a first look",
    "Partager les mesures des ballons",
    "Suivez les ballons en direct",
    "Press.",
    "English | Français | " * 5,
    "Photo: the crew before take-off" * 10,
    "Learn more at https://nowhere.org/" + "mission/" * 40,
]


def shows_navigation(line: Line) -> bool:
    """Return whether `line` belongs to a page around the release."""
    return around(line) == "around"


def shows_caption(line: Line) -> bool:
    """Return whether `line` is a caption, in all languages' words."""
    return is_caption(line.text, first_word(line.text), merged_vocabulary("masthead"))


TESTS: list[tuple[Callable[[Line], object], list[str]]] = [
    (shows_navigation, NAVIGATION),
    (shows_caption, CAPTIONS),
    (is_end_mark, END_MARKS),
    (opens_boilerplate, BOILERPLATE),
    (opens_summary, SUMMARIES),
    (heads_programme, PROGRAMMES),
    (is_programme_row, ROWS),
    (is_link_line, LINK_LINES),
]
KNOWN = [(test, text) for test, texts in TESTS for text in texts]
OTHERS = [
    (test, text) for test, own in TESTS for _, texts in [*TESTS, (None, TEXT)] if texts is not own for text in texts
]


def line_of(text: str) -> Line:
    """Return the one line of `text`."""
    (line,) = split_lines(View.of(text))
    return line


@pytest.mark.parametrize(("test", "text"), KNOWN, ids=[f"{test.__name__}: {text}" for test, text in KNOWN])
def test_a_line_shows_what_it_is(test: Callable[[Line], object], text: str) -> None:
    """Captions, navigation, links, end marks and boilerplate headings are known in either language."""
    assert test(line_of(text))


@pytest.mark.parametrize(("test", "text"), OTHERS, ids=[f"{test.__name__}: {text[:60]}" for test, text in OTHERS])
def test_a_line_is_nothing_else(test: Callable[[Line], object], text: str) -> None:
    """No line is taken for another kind of line, and running text for none."""
    assert not test(line_of(text))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("---", "around"),
        ("|---|:---:|", "around"),
        ("--- | ---", "around"),
        ("| | |", "around"),
        ("| - the balloon |", None),
        (":-) said the balloon", None),
        ("Imprimer", "around"),
        ("© CNES", "caption"),
        ("www.nowhere.org", "links"),
        ("A line of text", None),
        ("###", None),
        ("About CNES", None),
    ],
)
def test_some_lines_are_known_wherever_they_stand(text: str, part: str | None) -> None:
    """Rules, navigation, captions and links are; what ends or opens something depends on what is around it."""
    assert around(line_of(text)) == part


FOOTNOTES = [
    ("1 Centre for the development of tests", "1", "Centre for the development of tests"),
    ("12\xa0Centre", "12", "Centre"),
    ("1. Centre", "1", "Centre"),
    ("12.\xa0Centre", "12", "Centre"),
    ("(1) Centre", "1", "Centre"),
    ("[2] « Écume »", "2", "« Écume »"),
    ("¹ Centre", "1", "Centre"),
    ("¹Centre", "1", "Centre"),
    ("²³ Centre", "23", "Centre"),
    ("(1)Centre", "1", "Centre"),
    ("*Centre", "*", "Centre"),
    ("* Centre", "*", "Centre"),
    ("1 **Centre** for tests", "1", "**Centre**"),
    ("** Centre", "**", "Centre"),
    ("† Centre", "†", "Centre"),
    ("(*) Centre", "*", "Centre"),
    ("3 mars 2015", "3", "mars 2015"),
]


@pytest.mark.parametrize(("text", "marker", "note"), FOOTNOTES, ids=[row[0] for row in FOOTNOTES])
def test_a_line_may_begin_with_a_footnote_marker(text: str, marker: str, note: str) -> None:
    """Digits, raised or in brackets, stars and daggers are markers; the note stands behind them."""
    line = line_of(text)
    found, start = footnote_marker(line) or ("", 0)
    assert (found, line.text[start : start + len(note)]) == (marker, note)


@pytest.mark.parametrize(
    "text",
    [
        "1Centre",
        "1.Centre",
        "- Centre",
        "• Centre",
        "**Centre**",
        "**Centre** of tests",
        "1961",
        "100 000 km",
        "3 000 km",
        "Centre 1",
        "#1 Centre",
        "1",
    ],
)
def test_other_lines_begin_with_none(text: str) -> None:
    """Numbers of lists, years and amounts mark no note."""
    assert footnote_marker(line_of(text)) is None


MARKED = [
    ("1", "operated by CADMOS1 in Toulouse"),
    ("1", "operated by CADMOS1, a centre"),
    ("1", "operated by CADMOS1."),
    ("1", "the project « Écume »1"),
    ("1", "operated by CADMOS (1)"),
    ("1", "operated by CADMOS[1]"),
    ("1", "operated by CADMOS¹"),
    ("23", "operated by CADMOS²³ and others"),
    ("12", "operated by CADMOS12"),
    ("*", "operated by CADMOS*"),
    ("**", "operated by CADMOS**, a centre"),
    ("†", "operated by CADMOS†"),
    ("*", "operated by CADMOS (*) in Toulouse"),
    ("*", "within the CADMOS * programme"),
    ("*", "within the programme (CADMOS *) of all"),
    ("**", "operated by CADMOS **, a centre"),
]
UNMARKED = [
    ("1", "launched in 2011"),
    ("1", "Pléiades 1A and Ariane 1"),
    ("1", "Sentinel-1"),
    ("1", "S1A and S1.5"),
    ("1", "CADMOS12"),
    ("2", "1 200 km and 2 km"),
    ("2", "CADMOS¹²"),
    ("*", "operated by CADMOS**"),
    ("*", "a * b"),
    ("*", "Toulouse * Paris * Kourou"),
    ("*", "* operated by CADMOS"),
    ("†", "operated by CADMOS"),
]


@pytest.mark.parametrize(("marker", "text"), MARKED, ids=[f"{marker} {text}" for marker, text in MARKED])
def test_a_marker_is_glued_to_a_word(marker: str, text: str) -> None:
    """What refers to a note is glued to a word, raised or in brackets."""
    assert list(markers_in(text)) == [marker]


@pytest.mark.parametrize(("marker", "text"), UNMARKED, ids=[f"{marker} {text}" for marker, text in UNMARKED])
def test_other_numbers_refer_to_nothing(marker: str, text: str) -> None:
    """Years, amounts, versions and longer markers refer to no note."""
    assert marker not in markers_in(text)
