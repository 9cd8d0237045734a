"""Masthead fields at the front of a line: what each class of line holds, and what is left of it."""

from typing import Any

import pytest

from pressparse.peeling import Peeled, peel
from pressparse.places import PLACE_LINES
from pressparse.profiles import known_profiles
from pressparse.rules import find_all
from pressparse.text import View


def fields(text: str) -> dict[str, Any]:
    """Return the fields at the front of `text` by name, and the `rest` of it where there is one."""
    peeled: Peeled = peel(View.of(text), known_profiles())
    found: dict[str, Any] = {
        "kind": peeled.kind and peeled.kind.value,
        "references": [hit.value.canonical for hit in peeled.references],
        "date": peeled.date and str(peeled.date.value.date),
        "stamp": peeled.stamp if peeled.stamp != "date" else None,
        "place": peeled.place and text[slice(*peeled.place)],
        "embargo": None if peeled.embargo is None else text[peeled.embargo :],
        "issuers": [text[slice(*place)] for place in peeled.issuers],
        "rest": text[peeled.rest :],
    }
    return {name: value for name, value in found.items() if value}


WHOLE: list[tuple[str, dict[str, Any]]] = [
    ("PRESS RELEASE", {"kind": "press_release"}),
    ("Press Release :", {"kind": "press_release"}),
    ("JOINT PRESS RELEASE", {"kind": "joint_press_release"}),
    ("COMMUNIQUE DE PRESSE", {"kind": "press_release"}),
    ("Communiqué de presse conjoint", {"kind": "joint_press_release"}),
    ("[PRESSE]", {"kind": "press_release"}),
    ("Note aux rédactions", {"kind": "note_to_editors"}),
    ("Dossier de presse", {"kind": "press_kit"}),
    ("COMMUNIQUÉ DE PRESSE / PRESS RELEASE", {"kind": "press_release"}),
    ("Communiqué de presse | Note aux rédactions | 3 mai 2012", {"kind": "press_release", "date": "2012-05-03"}),
    ("Lake Agency – Press release", {"kind": "press_release", "issuers": ["Lake Agency"]}),
    ("CNES - Press release", {"kind": "press_release", "issuers": ["CNES"]}),
    ("Climate | Press release", {"kind": "press_release"}),
    ("BRUME PRESS RELEASE", {"kind": "press_release", "issuers": ["BRUME"]}),
    ("LAKE RESEARCH AGENCY PRESS RELEASE", {"kind": "press_release", "issuers": ["LAKE RESEARCH AGENCY"]}),
    ("Northern Lakes University – Press Kit", {"kind": "press_kit", "issuers": ["Northern Lakes University"]}),
    ("Thales Alenia Space – Statement", {"kind": "statement", "issuers": ["Thales Alenia Space"]}),
    ("Corporate News | Press release", {"kind": "press_release"}),
    ("Brume News Release", {"kind": "press_release"}),
    ("Lake Commission - Statement", {"kind": "statement", "issuers": ["Lake Commission"]}),
    ("Agence du Lac | Communiqué de presse", {"kind": "press_release", "issuers": ["Agence du Lac"]}),
    ("Brume : communiqué de presse", {"kind": "press_release"}),
    ("PR123-2020", {"references": ["PR123-2020"]}),
    ("PR 43/2005", {"references": ["PR043-2005"]}),
    ("CP021-2012 - CP022-2012", {"references": ["CP021-2012", "CP022-2012"]}),
    ("N° 27–2017", {"references": ["27-2017"]}),
    ("RELEASE 14-046", {"kind": "press_release", "references": ["14-046"]}),
    ("RELEASE: 14-046", {"kind": "press_release", "references": ["14-046"]}),
    ("MEDIA ADVISORY: M10-075", {"kind": "media_advisory", "references": ["M10-075"]}),
    (
        "NEWS RELEASE: 2009-076 April 30, 2009",
        {"kind": "press_release", "references": ["2009-076"], "date": "2009-04-30"},
    ),
    (
        "News Release 2009-076 - April 30, 2009",
        {"kind": "press_release", "references": ["2009-076"], "date": "2009-04-30"},
    ),
    (
        "Communiqué de presse 2009–012 | 30 avril 2009",
        {"kind": "press_release", "references": ["2009-012"], "date": "2009-04-30"},
    ),
    ("Release No. 97-013", {"kind": "press_release", "references": ["97-013"]}),
    ("For Release: Immediately", {}),
    ("FOR IMMEDIATE RELEASE:", {}),
    ("by Staff Writers", {"stamp": "published"}),
    ("(Last updated 3 May 2021, 10:00)", {}),
    ("Updated: 1st June", {}),
    ("(ESA PR)", {}),
    ("(GLOBE NEWSWIRE)", {}),
    ("3 May 2016 [PR7731]", {"date": "2016-05-03"}),
    ("June 18, 2018(CNES/ESA)", {"date": "2018-06-18"}),
    ("/PRNewswire/", {}),
    ("/CNW Telbec/", {}),
    ("Business Wire", {}),
    ("GlobeNewswire - 3 May 2018", {"date": "2018-05-03"}),
    ("(lifePR)", {}),
    ("( PR Newswire )", {}),
    ("Photo Release — heic1107a", {"kind": "press_release"}),
    ("Press release ID No. 319846", {"kind": "press_release"}),
    ("Communiqué de presse B-7 | 1er juin 2009", {"kind": "press_release", "date": "2009-06-01"}),
    ("Nr. 7", {}),
    ("#45", {}),
    ("Number 8", {}),
    ("1567 views", {}),
    ("1,204 Views", {}),
    ("News release publié par X le 3 mai 2023", {"kind": "press_release", "date": "2023-05-03", "stamp": "published"}),
    ("Par Jeanne Martin, le 12 janvier 2018", {"date": "2018-01-12", "stamp": "published"}),
    ("Source : CNES", {"stamp": "published"}),
    ("By Jeanne Martin", {"stamp": "published"}),
    ("Par Jeanne Martin, le 12 janvier 2018 à 11h05", {"stamp": "published", "date": "2018-01-12"}),
    ("Posted by: Paul Roux in News 12 January 2018 0 Comments", {"stamp": "published", "date": "2018-01-12"}),
    ("WiredGov Newswire (news of others)", {}),
    ("RELEASE:  99-127", {"kind": "press_release", "references": ["99-127"]}),
    ("CONTRACT RELEASE: C07-03", {"kind": "press_release", "references": ["C07-03"]}),
    (
        "Image advisory: 2011-271 August 30, 2011",
        {"kind": "media_advisory", "references": ["2011-271"], "date": "2011-08-30"},
    ),
    ("News feature: 2012-090 March 28, 2012", {"references": ["2012-090"], "date": "2012-03-28"}),
    ("Feature Oct. 27, 2009", {"date": "2009-10-27"}),
    ("MEDIA ADVISORY: 2009-076", {"kind": "media_advisory", "references": ["2009-076"]}),
    ("PRESS RELEASE 76A/09, 30 April 2009", {"kind": "press_release", "date": "2009-04-30"}),
    ("Press release BoxID: 319846 (LAKE)", {"kind": "press_release"}),
    ("Communiqué de presse ID : 4711", {"kind": "press_release"}),
    ("Press release No. 12 (Lake Agency)", {"kind": "press_release"}),
    ("12-MAR-2024", {"date": "2024-03-12"}),
    ("2nd of May 2018", {"date": "2018-05-02"}),
    ("21 de mayo de 2019", {"date": "2019-05-21"}),
    ("12 april 2005", {"date": "2005-04-12"}),
    ("May 14, 2019 02:00 AM Eastern Daylight Time", {"date": "2019-05-14"}),
    ("July 4 2018", {"date": "2018-07-04"}),
    ("Feb. 13, 2014", {"date": "2014-02-13"}),
    ("lundi 3/6/2019", {"date": "2019-06-03"}),
    ("02-11-2019 10:30", {"date": "2019-11-02"}),
    ("2019.11.2", {"date": "2019-11-02"}),
    ("2019-11-02 10:30", {"date": "2019-11-02"}),
    ("3.4.2005", {"date": "2005-04-03"}),
    ("[ Press Release ]", {"kind": "press_release"}),
    ("COMMUNIQUÉ - 19 juin 2017", {"kind": "press_release", "date": "2017-06-19"}),
    ("Release 043-2019", {"kind": "press_release", "references": ["043-2019"]}),
    ("RELEASE: 09-038", {"kind": "press_release", "references": ["09-038"]}),
    ("2015/09/14", {"date": "2015-09-14"}),
    ("2015.09.14 | 182 words", {"date": "2015-09-14"}),
    ("(PresseBox) (Lund, 05.02.2010)", {"date": "2010-02-05", "place": "Lund", "stamp": "dateline"}),
    ("22 October 2020", {"date": "2020-10-22"}),
    ("October 22, 2020", {"date": "2020-10-22"}),
    ("16 Janvier 2018", {"date": "2018-01-16"}),
    ("1er juillet 2019", {"date": "2019-07-01"}),
    ("13 janv. 2026", {"date": "2026-01-13"}),
    ("22/09/11", {"date": "2011-09-22"}),
    ("Wed, 13 Sep 2017 14:43", {"date": "2017-09-13"}),
    ("September 30, 2010 (JST)", {"date": "2010-09-30"}),
    ("20. Juni 2023", {"date": "2023-06-20"}),
    ("Le 22 octobre 2020", {"date": "2020-10-22"}),
    ("LE 22 OCTOBRE 2020", {"date": "2020-10-22"}),
    ("Paris, 12 april 2005", {"date": "2005-04-12", "place": "Paris", "stamp": "dateline"}),
    ("Paris, October 26, 2009", {"date": "2009-10-26", "place": "Paris", "stamp": "dateline"}),
    ("Paris, Le 20 janvier 2016", {"date": "2016-01-20", "place": "Paris", "stamp": "dateline"}),
    ("PARIS, LE 20 JANVIER 2016", {"date": "2016-01-20", "place": "PARIS", "stamp": "dateline"}),
    ("Le 20 janvier 2016 | Communiqué de presse", {"kind": "press_release", "date": "2016-01-20"}),
    (
        "Communiqué | Paris, 20 janvier 2016",
        {"kind": "press_release", "date": "2016-01-20", "place": "Paris", "stamp": "dateline"},
    ),
    ("Reference number: CP012-2017", {"references": ["CP012-2017"]}),
    ("Reference: PR066-2019", {"references": ["PR066-2019"]}),
    ("Référence : CP n° 12-2004", {"references": ["CP012-2004"]}),
    ("Press Release No. PR012-2017", {"kind": "press_release", "references": ["PR012-2017"]}),
    ("Unser Zeichen PR012-2017", {"references": ["PR012-2017"]}),
    ("Communiqué CP012-2017", {"kind": "press_release", "references": ["CP012-2017"]}),
    ("20 janvier 2016 à 15h", {"date": "2016-01-20"}),
    ("20 January 2016, 3 p.m.", {"date": "2016-01-20"}),
    ("Paris, le mardi 20 janvier 2016", {"date": "2016-01-20", "place": "Paris", "stamp": "dateline"}),
    ("Aire-sur-l’Adour, le 3 mai 2012", {"date": "2012-05-03", "place": "Aire-sur-l’Adour", "stamp": "dateline"}),
    ("LONGUEUIL, QC, June 3, 2024", {"date": "2024-06-03", "place": "LONGUEUIL, QC", "stamp": "dateline"}),
    (
        "Paris, le 20 janvier 2016 CP009-2016",
        {"date": "2016-01-20", "place": "Paris", "stamp": "dateline", "references": ["CP009-2016"]},
    ),
    (
        "Communiqué de presse | Paris, le 20 janvier 2016 | CP009-2016",
        {
            "kind": "press_release",
            "date": "2016-01-20",
            "place": "Paris",
            "stamp": "dateline",
            "references": ["CP009-2016"],
        },
    ),
    ("PR123-2020 / 22 October 2020", {"date": "2020-10-22", "references": ["PR123-2020"]}),
    ("À Lund, le 3 avril 2007", {"date": "2007-04-03", "place": "Lund", "stamp": "dateline"}),
    ("FAIT À LUND LE 3 AVRIL 2007", {"date": "2007-04-03", "place": "LUND", "stamp": "dateline"}),
    ("Publication 12 June 2017", {"date": "2017-06-12", "stamp": "published"}),
    ("From: Lake Agency", {"issuers": ["Lake Agency"]}),
    ("De : Brume", {}),
    ("Publié le 02 février 2024", {"date": "2024-02-02", "stamp": "published"}),
    ("Published on: 2 February 2024", {"date": "2024-02-02", "stamp": "published"}),
    ("Published", {"stamp": "published"}),
    ("Last Updated: 12 May 2020", {"date": "2020-05-12", "stamp": "updated"}),
    ("Mis à jour le 12 mai 2020", {"date": "2020-05-12", "stamp": "updated"}),
    ("(Source: CNES; issued July 25, 2018)", {"date": "2018-07-25", "stamp": "published"}),
    ("Publié le 3 avril 2007, mis à jour le 30 mai 2022", {"date": "2007-04-03", "stamp": "published"}),
    ("Updated 30 May 2022 | Published 3 April 2007", {"date": "2007-04-03", "stamp": "published"}),
    ("Publié le 3 avril 2007 par Jeanne Martin", {"date": "2007-04-03", "stamp": "published"}),
    ("Sep. 7, 2018 Updated", {"date": "2018-09-07", "stamp": "updated"}),
    ("2019-11-02", {"date": "2019-11-02"}),
    ("CNES, 12 March 2012", {"issuers": ["CNES"], "date": "2012-03-12"}),
    ("EMBARGO: 14 March 2024, 00:01", {"embargo": "EMBARGO: 14 March 2024, 00:01"}),
    ("Press Release | Embargo 14 March 2024", {"kind": "press_release", "embargo": "Embargo 14 March 2024"}),
    ("Réf. : CP009-2016 | 20 janvier 2016", {"references": ["CP009-2016"], "date": "2016-01-20"}),
    ("Date: 22 October 2020", {"date": "2020-10-22", "stamp": "labelled"}),
    ("Press Release No. 123", {"kind": "press_release"}),
    ("Communiqué de presse n° 12 – 3 mai 2012", {"kind": "press_release", "date": "2012-05-03"}),
    ("PRESS RELEASE N°27-2017", {"kind": "press_release", "references": ["27-2017"]}),
    ("(CNES PR; posted July 2, 2018)", {}),
    ("For immediate release", {}),
    ("CNES", {"issuers": ["CNES"]}),
    ("JAXA and CNES", {"issuers": ["JAXA", "CNES"]}),
    ("CNES / Ifremer", {"issuers": ["CNES", "Ifremer"]}),
    ("CNES – Airbus Defence and Space", {"issuers": ["CNES", "Airbus Defence and Space"]}),
    ("CNES, Lake Space Agency", {"issuers": ["CNES", "Lake Space Agency"]}),
    ("CNES - Agence spatiale lacustre", {"issuers": ["CNES", "Agence spatiale lacustre"]}),
    ("CNES / Institut français du lac", {"issuers": ["CNES", "Institut français du lac"]}),
    ("CNES and Natural Lakes Canada", {"issuers": ["CNES", "Natural Lakes Canada"]}),
    ("Japan Aerospace Exploration Agency (JAXA)", {"issuers": ["Japan Aerospace Exploration Agency (JAXA)"]}),
    ("", {}),
]


@pytest.mark.parametrize(("text", "found"), WHOLE, ids=[row[0] for row in WHOLE])
def test_a_line_of_the_masthead_is_peeled_whole(text: str, found: dict[str, Any]) -> None:
    """Any fields in any order, and the separators between them, leave nothing of a masthead's line."""
    assert fields(text) == found


PLACES = [
    ("LUND, Sk. / Berg, Alps, March 4, 2031", "LUND, Sk. / Berg, Alps"),
    ("LA ROCHELLE - 12 MARS 2019", "LA ROCHELLE"),
    ("PARIS ET BONN, 19 JUIN 2012", "PARIS ET BONN"),
    ("Cité de l’Espace, le 19 juin 2012", "Cité de l’Espace"),
    ("São José dos Campos, 19 June 2012", "São José dos Campos"),
    ("Saint-Denis de La Réunion, 19 juin 2012", "Saint-Denis de La Réunion"),
    ("Reggio di Lacunia, Monday 19 June 2012", "Reggio di Lacunia"),
    ("Rio de Janeiro, 19 June 2012", "Rio de Janeiro"),
    ("Le Bourget le 19 juin 2017", "Le Bourget"),
    ("Paris, Le 19 juin 2017", "Paris"),
    ("PARIS – LYON I 3 MAI 2012", "PARIS – LYON"),
    ("Centre spatial guyanais, le 5 juin 2025", "Centre spatial guyanais"),
    ("La Rade sur mer, le 5 juin 2025", "La Rade sur mer"),
    ("Fontenay aux Lacs, le 5 juin 2025", "Fontenay aux Lacs"),
    ("Washington DC, June 5, 2025", "Washington DC"),
    ("Meudon (92), le 5 juin 2025", "Meudon"),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_the_place_of_a_dateline_has_any_form(text: str, place: str) -> None:
    """With articles, small words, regions and further places in it, and any mark or none behind it."""
    assert fields(text)["place"] == place


PLACELINES = [
    ("LUND, March 12 --- The", "LUND"),
    ("LUND, Sweden, Sept. 3 /PRNewswire/ -- The", "LUND, Sweden"),
    ("Lund, (PresseBox) - We", "Lund"),
    ("LUND, Sweden--(BUSINESS WIRE)--The", "LUND, Sweden"),
    ("LUND, Sweden (Fjordsat) --- The", "LUND, Sweden"),
    ("LUND --- The", "LUND"),
    ("Toulouse - Le", "Toulouse"),
    ("(Lund,) – « Nous", "Lund"),
    ("LUND, 12 March - The", "LUND"),
]


@pytest.mark.parametrize(("text", "place"), PLACELINES)
def test_a_place_opens_the_lead_with_any_mark_behind_it(text: str, place: str) -> None:
    """Also with whose release it is, or a day without its year."""
    (found,) = find_all(PLACE_LINES.read(), View.of(text))
    assert text[slice(*found.value)] == place


FRONTS: list[tuple[str, dict[str, Any]]] = [
    ("Le Bourget, le 19 juin 2017", {"date": "2017-06-19", "place": "Le Bourget", "stamp": "dateline"}),
    ("12 mai 2020 - Mise en orbite réussie", {"date": "2020-05-12", "rest": "Mise en orbite réussie"}),
    ("CP010-2008 - 37rd successful launch", {"references": ["CP010-2008"], "rest": "37rd successful launch"}),
    ("PR123-2020: Balloons over the Arctic", {"references": ["PR123-2020"], "rest": "Balloons over the Arctic"}),
    ("Press Release: Balloons over the Arctic", {"kind": "press_release", "rest": "Balloons over the Arctic"}),
    ("[PRESSE] Les ballons du pôle", {"kind": "press_release", "rest": "Les ballons du pôle"}),
    ("Call for Media: Balloons leave", {"kind": "media_advisory", "rest": "Balloons leave"}),
    ("Appel aux médias : les ballons partent", {"kind": "media_advisory", "rest": "les ballons partent"}),
    ("Press Release: Statement by the crew", {"kind": "press_release", "rest": "Statement by the crew"}),
    ("Communiqué de presse | Climat", {"kind": "press_release", "rest": "Climat"}),
    ("June 20, 2023 | Earth observation", {"date": "2023-06-20", "rest": "Earth observation"}),
    (
        "N° 27–2017: Call for Media: Balloons leave",
        {"kind": "media_advisory", "references": ["27-2017"], "rest": "Balloons leave"},
    ),
    (
        "PARIS, le 4 décembre 2003 Le CNES et l’Ifremer signent",
        {"date": "2003-12-04", "place": "PARIS", "stamp": "dateline", "rest": "Le CNES et l’Ifremer signent"},
    ),
    (
        "Cannes, le 6 septembre 2022 - Thales Alenia Space a signé un contrat.",
        {
            "date": "2022-09-06",
            "place": "Cannes",
            "stamp": "dateline",
            "rest": "Thales Alenia Space a signé un contrat.",
        },
    ),
    ("12 mai 2020 - Climat", {"date": "2020-05-12", "rest": "Climat"}),
    ("12 mai 2020 - Lund", {"date": "2020-05-12", "rest": "Lund"}),
    ("12 mai 2020 - Lund, Scanie - Un ballon", {"date": "2020-05-12", "place": "Lund, Scanie", "rest": "Un ballon"}),
    (
        "LUND--(Marketwired - 13 April 2015) - Balloons fly.",
        {"date": "2015-04-13", "place": "LUND", "stamp": "dateline", "rest": "Balloons fly."},
    ),
    (
        "Long Lake, California. 12 June 2017 – Balloons fly.",
        {"date": "2017-06-12", "place": "Long Lake, California", "stamp": "dateline", "rest": "Balloons fly."},
    ),
    (
        "Long Lake, Calif. June 12, 2017 – Balloons fly.",
        {"date": "2017-06-12", "place": "Long Lake, Calif.", "stamp": "dateline", "rest": "Balloons fly."},
    ),
    (
        "Long Lake, CA. June 12, 2017 – Balloons fly.",
        {"date": "2017-06-12", "place": "Long Lake, CA", "stamp": "dateline", "rest": "Balloons fly."},
    ),
    (
        "Brest. June 12, 2017 – Balloons fly.",
        {"date": "2017-06-12", "place": "Brest", "stamp": "dateline", "rest": "Balloons fly."},
    ),
    (
        "À Brest, le 12 juin 2017 – Balloons fly.",
        {"date": "2017-06-12", "place": "Brest", "stamp": "dateline", "rest": "Balloons fly."},
    ),
    (
        "WASHINGTON (June 3, 2024) – The balloons came back.",
        {"date": "2024-06-03", "place": "WASHINGTON", "stamp": "dateline", "rest": "The balloons came back."},
    ),
]


@pytest.mark.parametrize(("text", "found"), FRONTS, ids=[row[0] for row in FRONTS])
def test_fields_before_a_title_or_a_lead_are_peeled_off(text: str, found: dict[str, Any]) -> None:
    """What a border parts from the text behind it is a field; the rest begins behind the border."""
    assert fields(text) == found


NO_FIELDS = [
    "Thursday 22 October, CNES President Hélène Marchetti opened the balloon base.",
    "22 October 2020, CNES President Hélène Marchetti opened the balloon base.",
    "On June 18, 2003, the agencies signed an agreement.",
    "In Paris on 3 May 2019 the agencies signed an agreement.",
    "À Brest, le 3 mai 2019, Hélène Marchetti a ouvert une base.",
    "Lancé de Kourou le 3 mai 2019, le satellite a rejoint son orbite.",
    "Paris le 3 mai 2019, et Toulouse le 4, ont reçu la délégation.",
    "Press release from the agency",
    "Press releases are sent to all newsrooms.",
    "Statement of intent signed",
    "Brume sends a press release",
    "Télécharger le communiqué de presse",
    "Agencies Issue Statement",
    "Lake agencies: joint statement",
    "Balloons fly - Press release",
    "Lake Brume Grand Finale – Press Kit",
    "Brume Joins Lake Agency Press Release",
    "ESA Launches Climate Office – Statement",
    "LAKE SPACE WINS CONTRACT PRESS RELEASE",
    "The Future of the Agency: Press Release",
    "From: Brume to the Lakes",
    "De : Brume aux Lacs",
    "CNES and ESA sign an agreement",
    "CNES, ESA and JAXA ready for launch",
    "ESA’s balloons are back",
    "NASA and ESA Fly Balloon",
    "CNES and Lake Agency opens the base",
    "CNES, Agency welcomes balloons",
    "CNES, JAXA and DLR Sign Balloon Deal",
    "NASA/NOAA Balloon Launch",
    "CNES et DLR Achètent Un Ballon",
    "NASA, Lake Agency Sign Agreement",
    "NASA and European Space Agency Fly Balloon",
    "NASA and ESA Visit Canada",
    "CNES et Agence spatiale lacustre ont signé",
    "Balloons for all (PR107-2019)",
    "CNES-JAXA cooperation",
    "Note to all: the base is closed",
    "2016 marked a new beginning",
    "37th launch of a balloon",
    "No 2 balloon is back",
    "Reference balloon for the next campaign",
    "2019-2024 programme",
    "Published works of the laboratory",
    "Source code of the mission is public",
    "Date with a comet",
    "Balloons over the Arctic",
    "Paris",
    "May",
    "31 June 2020",
    "Le 22 octobre 2020, un ballon",
    "22 October 2020, Symposium",
    "22 October 2020, Press Conference",
    "Mardi 23 avril 2019 à 10h, Paris",
    "Lakes, Climate 12 March 2021 Balloons fly",
    "Le 31 juin 2020",
    "2020-13-01",
    "CNES and ESA met their partners to speak of the balloons that flew over the Arctic. " * 3 + "They will fly again.",
]


@pytest.mark.parametrize("text", NO_FIELDS)
def test_titles_and_sentences_have_no_field_in_front(text: str) -> None:
    """What only begins like a field is given back whole."""
    assert fields(text) == {"rest": text}


def test_a_front_of_many_fields_takes_no_square_of_time() -> None:
    """Fields stand at the front: of a line that repeats one for ever the first are looked at."""
    text = "CNES – " * 100_000 + "signs"
    assert fields(text) == {"rest": text}
