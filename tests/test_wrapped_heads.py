"""Heads of texts that are wrapped hard, as in mails and copies of PDF pages: what is the title, and what the lead."""

import textwrap

import pytest

from pressparse import parse

LEADS = (
    (
        "CNES President Anne Kermor and Jonas Lindberg, Director General of the Swedish National Space Agency, opened "
        "the new harbour of Brest together on Tuesday."
    ),
    (
        "Airbus Defence and Space and Thales Alenia Space will build, with the European Space Agency and the Peruvian "
        "Space Agency (PSA), the boats of the next decade."
    ),
    "CNES, DLR and the Swedish National Space Agency have agreed to share all of the boats of their harbours.",
    (
        "Ferry 5 Voyage VA 237 left from the Brest Sea Centre, Europe’s Harbour of the West, on Thursday 10 March at "
        "18:30 UTC with Orage 3A and Orage 3B."
    ),
    "Anne Kermor, CNES President, and Jonas Lindberg, Director General of SNSA, met on Tuesday in Brest.",
    (
        "Jeudi 10 mars, Anne Kermor, Présidente du CNES, a reçu à Brest Luc Morvan, Directeur de l’Institut de la Mer "
        "de Lima (IML), et Jonas Lindberg."
    ),
    (
        "Le CNES et l’Agence spatiale suédoise ont ouvert avec l’Agence spatiale européenne, le CNRS et l’Institut de "
        "la Mer (IM) le port des bateaux du Nord."
    ),
)
TITLE = "A harbour for all the boats"
ABOVE = {
    "date": ("11 March 2016\n\n{title}\n\n", ""),
    "fields": ("PRESS RELEASE\n\nParis, 11 March 2016\nPR012-2016\n\n{title}\n\n", ""),
    "dateline": ("{title}\n\n", "PARIS, March 11, 2016 – "),
    "agency": ("{title}\n\nMarch 11, 2016\n\n", "PARIS (CNES PR) — "),
}
WIDTHS = range(54, 100, 5)
AGENCIES = ["CNES", "Ifremer", "University of Lund"]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize("lead", LEADS, ids=[lead[:20] for lead in LEADS])
def test_a_lead_is_a_paragraph_at_any_width(lead: str, above: str, width: int) -> None:
    """No line of a lead is a part of the title, an issuer or a contact, whatever names it begins and ends with."""
    head, dateline = ABOVE[above]
    text = textwrap.fill(dateline + lead, width, break_on_hyphens=False)
    release = parse(f"{head.format(title=TITLE)}{text}\n\nThe harbour is very large.")
    found = [paragraph.text for paragraph in release.paragraphs]
    assert (release.title, found[:1], release.issuers, release.contacts) == (TITLE, [lead], (), ())


@pytest.mark.parametrize(
    "title",
    [
        "The harbour signs an agreement with\nJAXA",
        "The harbour signs an agreement with\nInria and CNRS",
        "The harbour signs an agreement with the\nPeruvian Space Agency (PSA)",
        "Le port présent au\nSalon de la Mer de Lima (SML)",
        "THE HARBOUR AT THE\nGLOBAL SEA SUMMIT (GSS)",
        "France-Peru harbour – A quay for the boats of the National Sea\nAgency of Peru (PNSA) and CNES",
    ],
)
def test_a_title_goes_on_with_names(title: str) -> None:
    """A line below one that cannot end there belongs to the title, though it names organizations and nothing else."""
    release = parse(f"11 March 2016\n\n{title}\n\nThe harbour of Brest has opened to all of the boats.")
    assert (release.title, release.issuers) == (title.replace("\n", " "), ())


@pytest.mark.parametrize(
    ("head", "title", "issuers"),
    [
        ("CNES / JAXA\n11 March 2016\n{title}\n{lead}", TITLE, ["CNES", "JAXA"]),
        ("11 March 2016\n\n{title}\nCNES, Ifremer and the University of Lund\n\n{lead}", TITLE, AGENCIES),
        ("The harbour of Brest opens to all of the boats of the ocean\nCNES / Ifremer\n\n{lead}", None, AGENCIES[:2]),
        ("A HARBOUR FOR ALL THE BOATS OF THE OCEAN, NEW AND OLD\n{lead}", None, []),
        ("A Harbour for the Boats of the Ocean, Old and New Alike\n{lead}", None, []),
    ],
)
def test_a_line_above_the_lead_is_no_part_of_it(head: str, title: str | None, issuers: list[str]) -> None:
    """A title or a line of issuers directly above the lead stays what it is."""
    lead = "The harbour of Brest has opened to all of the boats of the\nocean, to the old ones and to the new ones."
    release = parse(head.format(title=TITLE, lead=lead))
    assert release.title == (title or head.partition("\n")[0])
    assert [issuer.name for issuer in release.issuers] == issuers
    assert [paragraph.text for paragraph in release.paragraphs] == [lead.replace("\n", " ")]


def test_only_capitals_part_a_second_title_from_its_lead() -> None:
    """Below the title, where nothing else parts them, a line in capitals is a title still."""
    release = parse(
        f"11 March 2016\n\n{TITLE}\n\nTHE NEW HARBOUR OF BREST IS VERY LARGE, OLD BOATS AND NEW\n"
        "The harbour of Brest has opened to all of the boats of the\nocean, to the old ones and to the new ones."
    )
    assert release.paragraphs[0].text.startswith("The harbour of Brest has")


def test_contacts_right_below_the_date_are_no_lead() -> None:
    """A line that names somebody opens a wrapped text only where a blank line stands above it."""
    person = "Anne Kermor, CNES Press Officer, Headquarters, Washington"
    lead = "The harbour of Brest has opened to all of the boats of the\nocean, to the old ones and to the new ones."
    release = parse(f"March 11, 2016\n{person}\n{lead}")
    assert [contact.name for contact in release.contacts] == ["Anne Kermor"]
    assert [paragraph.text for paragraph in release.paragraphs] == [lead.replace("\n", " ")]
