"""Contact blocks: what is read from them, where they begin and end, and what is none."""

from random import Random
from time import process_time

import pytest
from contact_decoys import draw as draw_decoys
from contact_scores import is_exact, read, swapped
from hypothesis import given, settings
from hypothesis import strategies as st

import pressparse
from pressparse import find_contacts
from pressparse.cells.blocks import contact_blocks
from pressparse.contacts import read_contacts
from pressparse.emails import Address
from pressparse.errors import UnknownProfileError
from pressparse.lines import split_lines
from pressparse.parser import Parser
from pressparse.repair import repair
from pressparse.rules import Rule
from pressparse.testing.samples.blocks import draw
from pressparse.text import View, hull

# `pytest --hypothesis-profile=searching` reads 5,000.
BLOCKS = max(500, settings().max_examples)
EXACT = 0.99


def unexplained(text: str) -> list[str]:
    """Return the lines of the contact blocks of `text` that were not understood."""
    lines = split_lines(repair(text).view)
    own = [lines[at] for block in contact_blocks(lines) for at in block]
    return [line.text for line in own if line not in read_contacts(own, "FR").explained]


@settings(max_examples=BLOCKS)
@given(st.randoms(use_true_random=False))
def test_nobody_gets_what_is_somebody_elses(random: Random) -> None:
    """In no block is a number or an address given to another person than its owner, and what is inexact is said."""
    block = draw(random)
    found = read(block.text)
    assert swapped(block, found) == []
    assert is_exact(block, found) or found.diagnostics


CARDS = (
    "Kelda Marine\nJeanne Martin\nPress officer\n01 44 76 00 01\njeanne.martin@kelda.fr\n\n",
    "Jeanne Martin\nPress officer\nKelda Marine\n",
    "Kelda Marine\n",
    "Press office\n\nJeanne Martin\n\n",
    "Press officer\n\n2, place du Lac\n75001 Paris\n01 44 76 00 03\n",
    "Kelda\nJeanne Martin 01 44 76 00 01 jeanne.martin@lake.fr\n",
)


@pytest.mark.parametrize("card", CARDS, ids=repr)
def test_time_grows_as_a_block_does(card: str) -> None:
    """Eight times as many cards take about eight times as long, and not sixty-four times."""

    def reading(cards: int) -> float:
        start = process_time()
        find_contacts("Contacts\n" + card * cards)
        return process_time() - start

    short, long = (min(reading(cards + more) for more in range(2)) for cards in (300, 2400))
    assert long < 20 * short, (short, long)


def test_blocks_are_exact() -> None:
    """Of blocks of every shape nearly all are exact in every cell."""
    blocks = [draw(Random(seed)) for seed in range(BLOCKS)]  # noqa: S311 - repeatable, nothing secret
    assert sum(is_exact(block, read(block.text)) for block in blocks) >= EXACT * BLOCKS


@settings(max_examples=BLOCKS)
@given(st.randoms(use_true_random=False))
def test_decoys_are_no_contacts(random: Random) -> None:
    """Programmes, authors, references, figures and running prose make none."""
    assert find_contacts(draw_decoys(random), region="FR") == ()


WHO = {
    "Please contact Jeanne Martin in the Lake Press Office on 01 44 76 00 01": (
        "person",
        "Jeanne Martin",
        "Lake Press Office",
        None,
    ),
    "Contact\nJeanne Martin of the Lake Agency, 01 44 76 00 01": ("person", "Jeanne Martin", None, "Lake Agency"),
    "Contact\nJeanne Martin du service de presse 01 44 76 00 01": (
        "person",
        "Jeanne Martin",
        "service de presse",
        None,
    ),
    "Contact\nJeanne Martin\nTél. 01 44 76 00 01": ("person", "Jeanne Martin", None, None),
    "Contact\nSecrétariat presse\nTél. 01 44 76 00 01": ("desk", "Secrétariat presse", None, None),
    "Contact : presse@cnes.fr": ("unassigned", None, None, None),
    "CNES CONTACTS\nJeanne Martin\nPress Officer": ("person", "Jeanne Martin", "Press Officer", "CNES"),
    "CNES CONTACTS\nJeanne Martin\nESA press officer": ("person", "Jeanne Martin", "ESA press officer", "ESA"),
    "Contact\nJeanne Martin\nPress Officer at Helios Orbital\njm@x.fr": (
        *("person", "Jeanne Martin"),
        *("Press Officer at Helios Orbital", "Helios Orbital"),
    ),
    "Contact\nJeanne Martin\nOHB press officer\njm@x.fr": ("person", "Jeanne Martin", "OHB press officer", "OHB"),
    "Contact\nJeanne Martin\nInstitut de physique\njm@x.fr": ("person", "Jeanne Martin", None, "Institut de physique"),
    "Contact\nFjordsat AS\nJeanne Martin\njm@x.no": ("person", "Jeanne Martin", None, "Fjordsat AS"),
    "Contact\nHelios Orbital\nJeanne Martin\njm@helios-orbital.com": (
        "person",
        "Jeanne Martin",
        None,
        "Helios Orbital",
    ),
    "Jeanne Martin (CNES) - 01 44 76 00 01": ("person", "Jeanne Martin", None, "CNES"),
    "Contact presse : Mme Jeanne Martin – 01 44 76 00 01": ("person", "Jeanne Martin", None, None),
    "Attachée de presse : Jeanne Martin, 01 44 76 00 01": ("person", "Jeanne Martin", "Attachée de presse", None),
    "Presse CNES l Jeanne Martin l 01 44 76 00 01": ("person", "Jeanne Martin", "Presse CNES", "CNES"),
    "Contact\nJeanne Martin\nDirector, Media Relations\njm@x.fr": (
        "person",
        "Jeanne Martin",
        "Director, Media Relations",
        None,
    ),
    "Contact\nJeanne\xa0Martin\nHead\u202fof Media\njm@x.fr": ("person", "Jeanne Martin", "Head of Media", None),
    "Contact\nRene\u0301e Martin\nCharge\u0301e de presse\nrm@x.fr": (
        "person",
        "Renée Martin",
        "Chargée de presse",
        None,
    ),
    "Service de presse du CNES\nJeanne Martin  Tél. 01 44 76 00 01": ("person", "Jeanne Martin", None, "CNES"),
    "Contactez le service de presse du CNES au 01 44 76 00 01": ("desk", "service de presse du CNES", None, None),
    "Relations presse CNES :\nJeanne Martin  Tél. 01 44 76 00 01": ("person", "Jeanne Martin", None, "CNES"),
    "Contact\nJeanne Martin\nEditor at the Institute of Light\njm@x.fr": (
        *("person", "Jeanne Martin"),
        *("Editor at the Institute of Light", "Institute of Light"),
    ),
    "Contact\nJeanne Martin\nManager, External\nand Public Affairs\njm@x.fr": (
        *("person", "Jeanne Martin", "Manager, External and Public Affairs", None),
    ),
    "Contacts\n1. Jeanne Martin, Press Officer, CNES": ("person", "Jeanne Martin", "Press Officer", "CNES"),
    "Contact\nHelios Orbital Ltd\nJeanne Martin\njm@x.fr": ("person", "Jeanne Martin", None, "Helios Orbital Ltd"),
    "Contact\nJeanne Martin\nEditor, European Balloon Centre\njm@x.fr": (
        *("person", "Jeanne Martin", "Editor, European Balloon Centre", "European Balloon Centre"),
    ),
    "Presse\nJeanne Martin  Tél. 01 44 76 00 01": ("person", "Jeanne Martin", None, None),
    'Contact\nJeanne Martin <a href="tel:+33144760001">01 44 76 00 01</a>': ("person", "Jeanne Martin", None, None),
    "NASA's Goddard Space Flight Center, Greenbelt, Md.\nJeanne Martin  202-555-0143": (
        *("person", "Jeanne Martin", None),
        "NASA's Goddard Space Flight Center, Greenbelt, Md.",
    ),
    "Contacts\nJeanne Martin\nCorporate Communications\n\nHelios Orbital AG\nSeestraße 1\n\nTel.: +49 421 555 0143\n"
    "Mobile: +49 171 555 0143\nEmail: jeanne.martin@x.de": (
        *("person", "Jeanne Martin", "Corporate Communications", "Helios Orbital AG"),
    ),
    "[Jeanne Martin](mailto:jm@x.fr) Press Officer": ("person", "Jeanne Martin", "Press Officer", None),
    "Media Relations\nLakes Canada\n613-555-0143\nmedia@x.ca": ("desk", "Media Relations", None, "Lakes Canada"),
    "Personnes-ressources\nRelations avec les médias\nLacs Canada, Ottawa\n613-555-0143\nmedia@x.ca": (
        *("desk", "Relations avec les médias", None, "Lacs Canada, Ottawa"),
    ),
    "Contact\nJeanne Martin (202) 555-0143\nPublic and Investor Relations": (
        *("person", "Jeanne Martin", "Public and Investor Relations", None),
    ),
    "Contact\nJeanne Martin\n(202) 555-0143\nMedia Relations": ("person", "Jeanne Martin", "Media Relations", None),
    "Media Relations\nLakes, Wind and Science Canada\nmedia@x.ca": (
        *("desk", "Media Relations", None, "Lakes, Wind and Science Canada"),
    ),
    f"Jeanne Martin\nAttachée de presse\nCabinet de la ministre des Lacs{' et des Ports' * 6}\njm@x.ca": (
        *("person", "Jeanne Martin", "Attachée de presse", f"Cabinet de la ministre des Lacs{' et des Ports' * 6}"),
    ),
    "Contact\nLake SpA\nJeanne Martin\nMobile: +39 312 345 6789": ("person", "Jeanne Martin", None, "Lake SpA"),
    "Contact\nJeanne Martin\nLake Oy\njm@x.fi": ("person", "Jeanne Martin", None, "Lake Oy"),
    "Contact\nJeanne Martin\nLake Co., Ltd.\njm@x.jp": ("person", "Jeanne Martin", None, "Lake Co., Ltd."),
    "Rückfragen & Kontakt:\nLake Agentur\nJeanne Martin\njm@x.at": ("person", "Jeanne Martin", None, "Lake Agentur"),
    "Presse : Jeanne Martin\n01 44 76 00 01": ("person", "Jeanne Martin", None, None),
    "Press Office\nJeanne Martin  Tél. 01 44 76 00 01": ("person", "Jeanne Martin", None, None),
    "Contact\nJeanne Sweden\njm@x.se": ("person", "Jeanne Sweden", None, None),
    "Contact: Jeanne Martin, Heliodor Public Affairs, 01 44 76 00 01": (
        *("person", "Jeanne Martin", "Heliodor Public Affairs", None),
    ),
    "Contact\nJeanne Martin\nHeliodor Communication\njm@x.fr": (
        *("person", "Jeanne Martin", "Heliodor Communication", None),
    ),
    "Contact: Jeanne Martin, Guichet presse, 01 44 76 00 01": ("person", "Jeanne Martin", None, None),
    "Contact\nJeanne Martin\nInvestor Relations\njm@x.fr": ("person", "Jeanne Martin", "Investor Relations", None),
    "Contact\nJeanne Martin\nPress Secretary\nOffice of the Minister of Lakes\njm@x.ca": (
        *("person", "Jeanne Martin", "Press Secretary", "Office of the Minister of Lakes"),
    ),
    "Jeanne Martin\nAttachée de presse\nCabinet de l’honorable Paul Roux\nMinistre des Lacs\njm@x.ca": (
        *("person", "Jeanne Martin", "Attachée de presse", "Cabinet de l’honorable Paul Roux"),
    ),
    "Contact\nJeanne Martin\nNorthern Observatory Press Officer\njm@x.fr": (
        *("person", "Jeanne Martin", "Northern Observatory Press Officer", "Northern Observatory"),
    ),
    "Contact\nJeanne Martin\nEditor\nThe Netherlands\njm@x.fr": ("person", "Jeanne Martin", "Editor", None),
    "Contact\nJeanne Martin – Kelda Marine – 01 44 76 00 01": ("person", "Jeanne Martin", None, "Kelda Marine"),
    "Contact\nKelda Marine: Jeanne Martin, 01 44 76 00 01": ("person", "Jeanne Martin", None, "Kelda Marine"),
    "Contact\n| Jeanne Martin | Kelda Marine | 01 44 76 00 01 |": ("person", "Jeanne Martin", None, "Kelda Marine"),
    "Contact\nJeanne Martin\nQXV press officer\njm@x.fr": ("person", "Jeanne Martin", "QXV press officer", "QXV"),
    "Contact\nJeanne Martin\nSenior Laboratory Press Officer\njm@x.fr": (
        *("person", "Jeanne Martin", "Senior Laboratory Press Officer", None),
    ),
    "ESA Media Relations Office\nCommunication Department\nTel. +33 1 44 76 00 01\nmedia@esa.int": (
        *("desk", "ESA Media Relations Office", None, "Communication Department"),
    ),
    "<p><b>Jeanne Martin</b><br/>Press Officer<br/>jm@x.fr</p>": ("person", "Jeanne Martin", "Press Officer", None),
    "Contact\nJeanne Martin\nService de presse du CNES\n01 44 76 00 01": (
        *("person", "Jeanne Martin", "Service de presse du CNES", "CNES"),
    ),
    "Contact\nJeanne Martin\nEditor – Media Relations\n01 44 76 00 01": ("person", "Jeanne Martin", "Editor", None),
    "Contact\nJeanne Martin\nPress Officer\n(in the morning only)\njm@x.fr": (
        *("person", "Jeanne Martin", "Press Officer", None),
    ),
    "ESA Media Relations Office\nJeanne Martin  Tél. 01 44 76 00 01": ("person", "Jeanne Martin", None, "ESA"),
    "Manager, External\nand Public Affairs\nJeanne Martin\njm@x.fr": (
        *("person", "Jeanne Martin", "Manager, External and Public Affairs", None),
    ),
    "service de presse du CNES\nJeanne Martin\n01 44 76 00 01\nAttachée de presse": (
        *("person", "Jeanne Martin", "Attachée de presse", "CNES"),
    ),
}


@pytest.mark.parametrize("text", WHO)
def test_who_it_is(text: str) -> None:
    """A person, a desk or nobody, with role and organization; blanks plain, accents composed, `raw` as given."""
    (contact,) = read(text).contacts
    assert (contact.kind, contact.name, contact.role, contact.organization) == WHO[text]
    assert all(found.span.of(text) == found.raw for found in contact.evidence.values())
    assert all(phone.span.of(text) == phone.raw for phone in contact.phones)
    assert all(email.span.of(text) == email.raw for email in contact.emails)


@pytest.mark.parametrize("end", [" -", "&nbsp;-"])
def test_a_contact_is_the_hull_of_its_cells(end: str) -> None:
    """The span runs from the first of a contact's cells to the last, its heading and its edges left out."""
    text = f"CNES CONTACTS\nPress Officer\nJeanne Martin\n\nTél. 01 44 76 00 01 poste 12{end}"
    (contact,) = read(text).contacts
    assert contact.span.of(text) == "Press Officer\nJeanne Martin\n\nTél. 01 44 76 00 01 poste 12"


DOUBTS = {
    "Contact\nJeanne Martin\nTél. 01 44 76 00 0": ("phone-invalid", "contacts[0].phones[0]"),
    "Contact\nJeanne Martin\n+33 1 44 76 00 011": ("phone-invalid", "contacts[0].phones[0]"),
    "Contact\nJeanne Martin\npaul.roux@x.fr": ("contact-email-name-mismatch", "contacts[0].emails[0]"),
    "Contact\npaul.roux@x.fr": ("contact-email-name-mismatch", "contacts[0].emails[0]"),
    "Contacts\nJeanne Martin  jeanne.martin@x.fr\nPaul Roux  j.martin@x.fr": (
        *("contact-email-name-mismatch", "contacts[1].emails[0]"),
    ),
    "Contacts\nPress Office  jeanne.martin@x.fr\nJeanne Martin  01 44 76 00 01": (
        *("contact-email-name-mismatch", "contacts[0].emails[0]"),
    ),
    "Contacts\nJeanne Martin\nPaul Roux\n01 44 76 00 01": ("contact-columns-unequal", "contacts[2]"),
    "Contacts\nJeanne Martin\nPaul Roux\npaul.roux@x.fr": ("contact-columns-unequal", "contacts"),
}
CERTAIN = (
    "Contact\nJeanne Martin\npresse@x.fr",
    "Contact\nJeanne Martin\njmartin2@x.fr",
    "Contact\nPress Office\npaul.roux@x.fr",
    "Contacts\nPaul Martin\nJeanne Martin\npresse@x.fr\nmartin@x.fr",
)


@pytest.mark.parametrize("text", DOUBTS)
def test_what_is_doubtful_is_said(text: str) -> None:
    """The diagnostic names the place in the record, and its span the place in the text."""
    found = read(text)
    (doubt,) = found.diagnostics
    assert (doubt.code, doubt.field) == DOUBTS[text]
    assert doubt.severity == "warning"
    assert doubt.span


@pytest.mark.parametrize("text", CERTAIN)
def test_nothing_is_doubtful_about_general_addresses(text: str) -> None:
    """An address of a desk, or one that could be the person's, contradicts nobody."""
    assert read(text).diagnostics == ()


def test_each_block_is_doubted_for_itself() -> None:
    """Two blocks whose columns disagree are said both, each where it stands."""
    text = f"Contacts\nJeanne Martin\nPaul Roux\n01 44 76 00 01\n\n{PROSE}\n\n"
    text += "Contacts\nZoé Petit\nAnna Roy\nanna.roy@x.fr"
    found = read(text)
    first, second = found.diagnostics
    assert (first.code, first.field) == ("contact-columns-unequal", "contacts[2]")
    assert (second.code, second.field) == ("contact-columns-unequal", "contacts")
    assert second.span == hull(contact.span for contact in found.contacts[3:])


def test_a_national_number_without_a_country_is_no_fault() -> None:
    """Nobody has called it invalid."""
    assert read("Contact\nJeanne Martin\n01 44 76 00 01/0002", region=None).diagnostics == ()


PROSE = (
    "The gondola weighs 412 kilograms and carries two telescopes, and flies for thirty hours above the northern sea."
)
BLOCKS_IN = {
    f"PR012-2024\nJeanne Martin\nj.m at nasa.gov\n\nBalloon Lands\n\n{PROSE}": "Jeanne Martin…nasa.gov",
    f"Jeanne Martin/Paul Roux\nHeadquarters, Toulouse\n202-555-0143/0144\n\nBALLOON LANDS\n\n{PROSE}": (
        "Jeanne Martin/Paul Roux…0144"
    ),
    f"{PROSE}\n\nJeanne Martin\nEditor\n01 44 76 00 01\n\nAbout Heliodor\n\n{PROSE}": "Jeanne Martin…01 44 76 00 01",
    f"{PROSE}\nSOURCE Lake Works\nContact: Jeanne Martin, 01 44 76 00 01": "Contact: Jeanne Martin…01 44 76 00 01",
    f"{PROSE}\nJeanne Martin  01 44 76 00 01": "Jeanne Martin…01 44 76 00 01",
    f"{PROSE}\n\n_____\nContacts\nJeanne Martin\n01 44 76 00 01\nwww.cnes.fr": "_____…www.cnes.fr",
    f"Jeanne Martin\nj.m at nasa.gov\n202-555-0143\n\nBalloon Lands\n\n{PROSE}": "Jeanne Martin…202-555-0143",
    f"{PROSE}\n\nContacts\nJeanne Martin\nin the morning only\n01 44 76 00 01": "Contacts…01 44 76 00 01",
    f"{PROSE}\n\nContacts\nTél. 01 44 76 00 01\n\nJeanne Martin\n\n{PROSE}": "Contacts…Jeanne Martin",
    f"{PROSE}\n\nContacts\nJeanne Martin\n01 44 76 00 01\n\nPaul Roux\nPress Officer": "Contacts…Press Officer",
    f"{PROSE}\n\nContacts\nJeanne Martin\n01 44 76 00 01\n{PROSE * 12}": "Contacts…01 44 76 00 01",
    f"Jeanne Martin\nHeadquarters, Toulouse\n(Phone: 202/555-0143)\nLake Agency Opens Station\n\n{PROSE}": (
        "Jeanne Martin…0143)"
    ),
    f"Jeanne Martin\n01 44 76 00 01\nBalloon Lands\n\n{PROSE}": "Jeanne Martin…01 44 76 00 01",
    f"{PROSE}\n\nJeanne Martin\n01 44 76 00 01\nLake Agency\n\n{PROSE}": "Jeanne Martin…Lake Agency",
    f"Jeanne Martin\n01 44 76 00 01\nPaul Roux\n\n{PROSE}": "Jeanne Martin…Paul Roux",
    f"Jeanne Martin\nHeadquarters, Toulouse      April 27, 2006\n(Phone: 202/555-0143)\n\n{PROSE}": (
        "Jeanne Martin…0143)"
    ),
    f"Jeanne Martin\nHeadquarters, Toulouse\n\nMay 13, 2008\nBalloon Lands\n\n{PROSE}": (
        "Jeanne Martin…Headquarters, Toulouse"
    ),
    f"May 13, 2008\n\nR.D. Martin\nLake Center, Lund\n\nPaul Roux\nPress Officer\n\nBalloon Lands\n\n{PROSE}": (
        "R.D. Martin…Press Officer"
    ),
    f"Paul Roux\nSiège du CNES, Paris\n\nCP012-2024\n\nUn ballon atterrit\n\n{PROSE}": "Paul Roux…Paris",
    f"{PROSE}\n\nJeanne Martin\nCNRS press officer\nPaul Roux\nCNES Press Officer": "Jeanne Martin…CNES Press Officer",
    f"{PROSE}\n\nJeanne Martin\nAttachée de presse CNRS\n\nPaul Roux\nChercheur CNRS\n\nwww.cnrs.fr": (
        "Jeanne Martin…Chercheur CNRS"
    ),
    f"{PROSE}\n\nPaul Roux, CNES Press Officer\nJeanne Martin\nNews editor\n###": "Paul Roux…News editor",
    f"{PROSE}\n\nJeanne Martin\nChercheuse CNRS\n\nPaul Roux\nPress Officer": "Jeanne Martin…Press Officer",
    f"{PROSE}\n\nCNES\nJeanne Martin\nPress Officer\n\nCNRS\nPaul Roux\nPress Officer": "CNES…Press Officer",
    f"{PROSE}\n\nJeanne Martin (CNES)\nAttachée de presse\nPaul Roux (CNRS)\nAttaché de presse\n\nA paper:\n{PROSE}": (
        "Jeanne Martin…Attaché de presse"
    ),
    f"{PROSE}\n\nPaul Roux, Press Officer\nJeanne Martin, media relations manager": "Paul Roux…manager",
    f"{PROSE}\n\nJeanne Martin\nChargée de communication\n\nÀ propos du CNES\n{PROSE}": (
        "Jeanne Martin…Chargée de communication"
    ),
    f"MEDIA RELATIONS OFFICE\nLAKE LABORATORY\nLUND, CALIF. 91109 PHONE 202-555-0143\n\nIt lands\n\n{PROSE}": (
        "MEDIA RELATIONS OFFICE…0143"
    ),
    f"BoxID 4711\n• Lake Road 31\n• 29200 Brest\n• Contact person\n• Jeanne Martin\n\nA balloon lands\n\n{PROSE}": (
        "• Lake Road 31…Jeanne Martin"
    ),
    f"• {PROSE}\n• Contact person\n• Jeanne Martin\n\n{PROSE}": "• Contact person…Jeanne Martin",
    f"{PROSE}\n\nContact\nPaul Roux\n01 44 76 00 01\n\nAbout Heliodor\nIt is a balloon\nFax 01 44 76 00 02": (
        "Contact…01 44 76 00 01"
    ),
    f"{PROSE}\n\nContacts\n<ul>\n<li>Jeanne Martin, 01 44 76 00 01</li>\n</ul>": "Contacts…</ul>",
}
NO_BLOCKS = (
    f"{PROSE}\n\nContacts\n\n{PROSE}",
    f"Contact with the gondola\n\n{PROSE}",
    f"First contact\n\n{PROSE}",
    f"{PROSE}\n\npresse@cnes.fr",
    f"{PROSE}\n\nRegistration: events@esa.int",
    "The list of all schools that took part in the campaign is kept by\nJeanne Martin  01 44 76 00 01",
    f"{PROSE} Write to Jeanne Martin, jm@x.fr, for more.",
    f"Jeanne MARTIN, CNES\nPaul ROUX, DLR\n\n{PROSE}",
    f"{PROSE}\n\nJeanne Martin\nPresident of CNES\n\nPaul Roux\nDirector General of the Lake Agency",
    f"{PROSE}\n\nJeanne Martin\nPress Officer\n\n{PROSE}",
    f"{PROSE} The pictures of the flight are shown by\nJeanne Martin, Press Officer",
    f"{PROSE}\n\nPress Officer",
    f"{PROSE}\n\nJeanne Martin\n\nPress Officer",
    f"{PROSE}\n\nJeanne Martin\nThe press saw it",
    f"Jeanne Martin\nLake Research Center, Lund\n\nBalloon Lands\n\n{PROSE}",
    f"Lake Science\nLake Research Center, Lund\n\nMay 13, 2008\n\n{PROSE}",
    f"Jeanne Martin, Lake Research Center\n\nMay 13, 2008\n\n{PROSE}",
    f"# Jeanne Martin\nLake Research Center, Lund\n\nMay 13, 2008\n\n{PROSE}",
)


@pytest.mark.parametrize("text", BLOCKS_IN)
def test_a_block_begins_and_ends(text: str) -> None:
    """From the rule above its heading, or its first name, to its last cell or its site's address."""
    lines = split_lines(repair(text).view)
    (block,) = contact_blocks(lines)
    first, _, last = BLOCKS_IN[text].partition("…")
    assert lines[block[0]].span.of(text).startswith(first)
    assert lines[block[-1]].span.of(text).endswith(last)


@pytest.mark.parametrize("text", NO_BLOCKS)
def test_other_lines_are_no_block(text: str) -> None:
    """Headings without anybody below, lone addresses, and prose that goes on over a line."""
    assert contact_blocks(split_lines(repair(text).view)) == ()


UNEXPLAINED = {
    "Contacts\nJeanne Martin (Keldasat), 01 44 76 00 01": ["Jeanne Martin (Keldasat), 01 44 76 00 01"],
    "Contacts\nKeldasat – Jeanne Martin – 01 44 76 00 01": ["Keldasat – Jeanne Martin – 01 44 76 00 01"],
    "Contacts\nJeanne Martin, Natel 01 44 76 00 01": [],
    "Contacts :\nJeanne Martin\n2 place Maurice-Quentin, 75001 Paris\n01 44 76 00 01": [
        "2 place Maurice-Quentin, 75001 Paris"
    ],
    "Contacts\n| Name | Phone |\n|---|---|\n| Jeanne Martin | 01 44 76 00 01 |": [],
    "CNES CONTACTS\nJeanne Martin\n[email protected]\n01 44 76 00 01\nwww.cnes.fr": [],
    "Contacts\nJeanne Martin\nin the morning only\n01 44 76 00 01": ["in the morning only"],
    "Personnes-ressources\n\nJeanne Martin\n01 44 76 00 01": [],
    "Contact for media representatives:\nJeanne Martin\n01 44 76 00 01": [],
    "Contacts for Investors and Analysts\nJeanne Martin\n01 44 76 00 01": [],
    "Contact for schools and teachers:\nJeanne Martin\n01 44 76 00 01": [],
    "Contacts\nJeanne Martin\nEditor\nWriter\njm@x.fr": ["Writer"],
    "Contacts\nJeanne Martin\nPaul Roux\nZoé Petit\nEditor\nWriter": ["Editor", "Writer"],
    "Editor\nWriter\nJeanne Martin\nPaul Roux\nZoé Petit\njm@x.fr": ["Editor", "Writer"],
}


@pytest.mark.parametrize("text", UNEXPLAINED)
def test_what_no_contact_says_is_unexplained(text: str) -> None:
    """Headings, heads of tables and sites explain themselves; postal addresses and remarks are in no record."""
    assert unexplained(text) == UNEXPLAINED[text]


APART = {
    f"Jeanne Martin\n01 44 76 00 01\n\n{PROSE}\n\nContact\nPaul Roux\n01 44 76 00 02": ["Jeanne Martin", "Paul Roux"],
    f"Contact : 01 44 76 00 01\n\n{PROSE}\n\nPaul Roux\nEditor\n01 44 76 00 02": [None, "Paul Roux"],
}


@pytest.mark.parametrize("text", APART)
def test_blocks_apart_are_joined_apart(text: str) -> None:
    """What stands above the title, be it one line, is no column and no card of what stands below the text."""
    found = read(text)
    phones = [phone.raw for one in found.contacts for phone in one.phones]
    assert ([one.name for one in found.contacts], phones) == (APART[text], ["01 44 76 00 01", "01 44 76 00 02"])
    assert not found.diagnostics


def test_marks_that_print_nothing_part_no_block() -> None:
    """A line of nothing else is a blank line."""
    (contact,) = read("Contact\nJeanne Martin\n\u200b\n01 44 76 00 01").contacts
    assert (contact.name, len(contact.phones)) == ("Jeanne Martin", 1)


@pytest.mark.parametrize("joint", ["&", "and", "et", "und"])
def test_a_name_joined_to_a_name_is_one(joint: str) -> None:
    """Whatever the given name is; an organization or a team behind the same word is nobody."""
    both = read(f"Contacts\nJeanne Martin {joint} Xanthe Orlu\n01 44 76 00 01 / 01 44 76 00 02").contacts
    assert [(one.name, one.phones[0].raw) for one in both] == [
        ("Jeanne Martin", "01 44 76 00 01"),
        ("Xanthe Orlu", "01 44 76 00 02"),
    ]
    (alone,) = read(f"Contact\nJeanne Martin {joint} Lake Agency\n01 44 76 00 01").contacts
    assert (alone.name, alone.organization) == ("Jeanne Martin", "Lake Agency")
    (alone,) = read(f"Contact\nJeanne Martin {joint} Associates\n01 44 76 00 01").contacts
    assert (alone.name, alone.organization) == ("Jeanne Martin", None)


def test_an_organization_stands_above_its_people_or_among_their_cells() -> None:
    """A line with an organization opens a part where people follow it, unless it ends a card like the one before."""
    above = "Contacts\nCNES\nJeanne Martin\n01 44 76 00 01\nDLR\nPaul Roux\n01 44 76 00 02"
    below = "Contacts\nJeanne Martin\n01 44 76 00 01\nCNES\nPaul Roux\n01 44 76 00 02\nDLR"
    apart = "Contacts\nJeanne Martin\n01 44 76 00 01\nCNES\n\nPaul Roux\n01 44 76 00 02\nDLR"
    columns = "CNES contacts\nJeanne Martin\nZoé Petit\n01 44 76 00 01\n01 44 76 00 03\nDLR\nPaul Roux\n01 44 76 00 02"
    rows = "CNES contacts\nJeanne Martin  01 44 76 00 01\nDLR\nPaul Roux  01 44 76 00 02"
    last = "Contacts\nCNES\nJeanne Martin\n01 44 76 00 01\n\nDLR\nPaul Roux  01 44 76 00 02"
    colon = "CNES contacts\nJeanne Martin\nDLR :\nPaul Roux\n01 44 76 00 02"
    cards = "ESA contacts\nJeanne Martin\nCNES\nPaul Roux\nDLR"
    for text in (above, below, apart, columns, rows, last, colon, cards):
        found = {one.name: one.organization for one in read(text).contacts}
        assert found == {"Jeanne Martin": "CNES", "Paul Roux": "DLR"} | (
            {"Zoé Petit": "CNES"} if text == columns else {}
        )


OWNERS = {
    "CNES – Press contacts\n\nJeanne Martin\n01 44 76 00 01\n\nPaul Roux\n01 44 76 00 02": "CNES CNES",
    "Press contacts | CNES\nJeanne Martin  01 44 76 00 01\nPaul Roux  01 44 76 00 02": "CNES CNES",
    "Lumisat – Contacts presse\nJeanne Martin  01 44 76 00 01\nPaul Roux  01 44 76 00 02": "Lumisat Lumisat",
    "CNES press contact: Jeanne Martin, 01 44 76 00 01; DLR press contact: Paul Roux, 01 44 76 00 02": "CNES DLR",
    "CNES : Jeanne Martin 01 44 76 00 01 / DLR : Paul Roux 01 44 76 00 02": "CNES DLR",
    "Contacts\nJeanne Martin, CNES, 01 44 76 00 01 / Paul Roux, DLR, 01 44 76 00 02": "CNES DLR",
    "Contacts\nFor CNES:\nJeanne Martin\n01 44 76 00 01\n\nFor Fjordsat:\nPaul Roux\n01 44 76 00 02": "CNES Fjordsat",
    "Contacts\nPour le CNES : Jeanne Martin, 01 44 76 00 01\nPour l’ESA : Paul Roux, 01 44 76 00 02": "CNES ESA",
    "Kelda Mare – Press contacts\nJeanne Martin\n01 44 76 00 01\n\nESA\nPaul Roux\n01 44 76 00 02": "Kelda Mare ESA",
    "Contacts\nCNES\nJeanne Martin\n01 44 76 00 01\n\nKelda Marine\nPaul Roux\n01 44 76 00 02": "CNES Kelda Marine",
    "Contacts\nCNES\nJeanne Martin\n01 44 76 00 01\n\nKeldasat\nPaul Roux\n01 44 76 00 02": "CNES -",
    "Contacts\nCNES\nJeanne Martin\n01 44 76 00 01\nAgent for Kelda:\nPaul Roux\n01 44 76 00 02": "CNES -",
    "Contacts\nCNES\nJeanne Martin\n01 44 76 00 01\nAway in the morning\nPaul Roux\n01 44 76 00 02": "CNES CNES",
    "Contacts\nCNES\nJeanne Martin\n01 44 76 00 01\nIn Lund.\nPaul Roux\n01 44 76 00 02": "CNES CNES",
    "Contacts\nCNES\nJeanne Martin\n01 44 76 00 01\n75001 Paris\nPaul Roux\n01 44 76 00 02": "CNES CNES",
    "Contacts\n| Name | Company | Phone |\n|---|---|---|\n| Jeanne Martin | Keldasat | 01 44 76 00 01 |\n"
    "| Paul Roux | Xanthe Marine | 01 44 76 00 02 |": "Keldasat Xanthe Marine",
    "Contacts\n| Nom | Tél. | Organisme |\n|---|---|---|\n| Jeanne Martin | 01 44 76 00 01 | CNES |\n"
    "| Paul Roux | 01 44 76 00 02 | Keldasat |": "CNES Keldasat",
    "Press contacts | Lund Lab\n01 44 76 00 01 | Jeanne Martin\n01 44 76 00 02 | Paul Roux": "Lund Lab Lund Lab",
    "CONTACT CNES | CONTACT DLR\nJeanne Martin | Paul Roux\n01 44 76 00 01 | 01 44 76 00 02": "CNES DLR",
}


@pytest.mark.parametrize("text", OWNERS)
def test_a_heading_holds_for_all_below_and_of_several_each_for_its_own(text: str) -> None:
    """Whatever stands between it and the organization; nothing is doubtful about it."""
    found = read(text)
    assert [contact.name for contact in found.contacts] == ["Jeanne Martin", "Paul Roux"]
    assert " ".join(contact.organization or "-" for contact in found.contacts) == OWNERS[text]
    assert ("-" in OWNERS[text]) == any(line in unexplained(text) for line in ("Keldasat", "Agent for Kelda:"))
    assert ([len(contact.phones) for contact in found.contacts], found.diagnostics) == ([1, 1], ())


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Jeanne Martin / Xanthe Orlu, 01 44 76 00 01", [("Jeanne Martin", None, 0), ("Xanthe Orlu", None, 1)]),
        ("Jeanne Martin – Keldasat – 01 44 76 00 01 – jm@keldasat.fr", [("Jeanne Martin", "Keldasat", 1)]),
        ("Jeanne Martin – Keldasat – 01 44 76 00 01 – jm@lake.fr", [("Jeanne Martin", None, 1)]),
        ("Jeanne Martin – Toulouse – 01 44 76 00 01 – jm@toulouse.fr", [("Jeanne Martin", None, 1)]),
        ("Jeanne Martin, Paul Roux, 01 44 76 00 01", [("Jeanne Martin", None, 0), ("Paul Roux", None, 1)]),
        (
            "Jeanne Martin\nPress Officer\nKelda Marine\n01 44 76 00 01\njeanne.martin@km.com",
            [("Jeanne Martin", "Kelda Marine", 1)],
        ),
        (
            "Jeanne Martin\nPress Officer\nXanthe Orlu\n01 44 76 00 01\nx.orlu@km.com\njeanne.martin@km.com",
            [("Jeanne Martin", None, 0), ("Xanthe Orlu", None, 0)],
        ),
        (
            "Jeanne Martin\nPress Officer\nXanthe Orlu\nEditor\n01 44 76 00 01\njeanne.martin@km.com",
            [("Jeanne Martin", None, 0), ("Xanthe Orlu", None, 0)],
        ),
        (
            "Contacts\nCNES\nZoé Petit\n01 44 76 00 03\n\nXanthe Orlu\nPaul Roux\n01 44 76 00 01\n01 44 76 00 02",
            [("Zoé Petit", "CNES", 1), ("Xanthe Orlu", "CNES", 1), ("Paul Roux", "CNES", 1)],
        ),
        (
            "Contacts\nCNES\nZoé Petit\n01 44 76 00 03\n\nXanthe Orlu\nOdile Roux\nxanthe.orlu@x.no",
            [("Zoé Petit", "CNES", 1), ("Xanthe Orlu", "CNES", 0), ("Odile Roux", "CNES", 0)],
        ),
    ],
)
def test_a_name_of_a_company_is_no_persons(text: str, people: list[tuple[str, str | None, int]]) -> None:
    """In a card an address proves it, that spells whose card it is; not where a column has one cell for each."""
    found = [(one.name, one.organization, len(one.phones)) for one in read(text).contacts if one.kind == "person"]
    assert found == people


HOUSES = {
    "Standard : 01 44 76 00 03": None,
    "Standard CNES – 01 44 76 00 03": None,
    "Head office: +33 1 44 76 00 03, presse@x.fr": None,
    "Siège : 2, place du Lac - 75001 Paris - Tél. : 01 44 76 00 03": None,
    "2, place du Lac - 75001 Paris - Tél. : 01 44 76 00 03": None,
    "CNES - 2, place du Lac - 75001 Paris - Tél. : 01 44 76 00 03": "CNES",
    "Lake Agency\n2, place du Lac\n75001 Paris\nTél. : 01 44 76 00 03": "Lake Agency",
}


@pytest.mark.parametrize("text", HOUSES)
def test_the_number_of_the_house_is_nobodys(text: str) -> None:
    """A letterhead's or a foot's, below one person or several; no organization below them is theirs."""
    for above in ("Jeanne Martin – 01 44 76 00 01", "Jeanne Martin\n01 44 76 00 01\nPaul Roux\n01 44 76 00 02"):
        found = read(f"Contacts\n{above}\n\n{text}")
        *people, house = found.contacts
        assert [len(one.phones) for one in people] == [1] * len(people)
        assert {one.organization for one in people} == {None}
        assert (house.kind, house.organization, len(house.phones)) == ("unassigned", HOUSES[text], 1)
        assert not found.diagnostics


NO_HOUSES = (
    "Contact\nJeanne Martin\n01 44 76 00 01\nStandard : 01 44 76 00 03",
    "Contact\nJeanne Martin\n\n2, place du Lac\n75001 Paris\n01 44 76 00 03",
    "Contact\nJeanne Martin\n01 44 76 00 01\n\nLake Agency\n01 44 76 00 03",
    "Contact\nJeanne Martin\n01 44 76 00 01\n\n2, place du Lac\n75001 Paris\njeanne.martin@x.fr",
    "Contact\nJeanne Martin\n01 44 76 00 01\n\n2, place du Lac, 75001 Paris, France\nLake Agency",
    "Contact\nJeanne Martin\nPress Officer\njeanne.martin@x.fr\n\n2, place du Lac\n75001 Paris\n01 44 76 00 03",
    "Contact\nJeanne Martin\njeanne.martin@x.fr\n\nLake Agency\n2, place du Lac\n75001 Paris\n01 44 76 00 03",
)


@pytest.mark.parametrize("text", NO_HOUSES)
def test_a_single_card_is_one_persons(text: str) -> None:
    """A number directly below hers, an address of hers, or a street above her only number is no house's."""
    (contact,) = read(text).contacts
    assert (contact.name, len(contact.phones) > 0) == ("Jeanne Martin", True)


WORKS = {
    "Contacts\nJeanne Martin\nRelations presse\n01 44 76 00 01\n\nPaul Roux\n01 44 76 00 02": "Relations presse",
    "Contacts\nJeanne Martin\nPress relations\n01 44 76 00 01\nPaul Roux\n01 44 76 00 02": "Press relations",
    "Jeanne Martin\nContact presse\n01 44 76 00 01\nPaul Roux\n01 44 76 00 02": "Contact presse",
    "Contacts\nJeanne Martin\nContact presse\n01 44 76 00 01\nPaul Roux\n01 44 76 00 02": "Contact presse",
    "Jeanne Martin – Press relations – 01 44 76 00 01\nPaul Roux – Press relations – 01 44 76 00 02": "Press relations",
}


@pytest.mark.parametrize("text", WORKS)
def test_what_heads_a_block_is_a_role_behind_a_name(text: str) -> None:
    """The name above such words keeps its number."""
    found = read(text)
    assert [(one.name, one.phones[0].raw) for one in found.contacts] == [
        ("Jeanne Martin", "01 44 76 00 01"),
        ("Paul Roux", "01 44 76 00 02"),
    ]
    assert (found.contacts[0].role, found.diagnostics) == (WORKS[text], ())


def test_a_department_below_a_name_is_that_persons() -> None:
    """An organization between the two parts them no more, though there are as many organizations as names."""
    card = "\nGerman Aerospace Center (DLR)\n"
    text = f"Contacts\n\nJeanne Martin{card}Corporate Communications\n01 44 76 00 01\njeanne.martin@x.de\n\n"
    text += f"Paul Roux{card}Institute of Planetary Research\n01 44 76 00 02"
    found = read(text)
    assert [(one.name, one.role, len(one.phones)) for one in found.contacts] == [
        ("Jeanne Martin", "Corporate Communications", 1),
        ("Paul Roux", None, 1),
    ]
    assert not found.diagnostics


TWO_DESKS = {
    "Press Office\nCommunication Department\n01 44 76 00 01\npresse@x.fr": 1,
    "Press Office\nCommunication Department\n01 44 76 00 01\n01 44 76 00 02": 2,
    "Press Office\nCommunication Department\n\n01 44 76 00 01": 2,
    "Press Office\n\nCommunication Department\n01 44 76 00 01": 2,
    "Press Office 01 44 76 00 01\nCommunication Department\n01 44 76 00 02": 2,
    "Press Office\nCommunication Department 01 44 76 00 01": 2,
    "Press Office\nCommunication Department\nEditor": 2,
}


def test_a_heading_above_an_organization_costs_nobody() -> None:
    """Who stands above it stays who he is."""
    first, second = read(
        "Contacts\n\nJeanne Martin\nAttachée de presse\njeanne.martin@x.fr\n\n"
        "Relations presse\nLake Agency\n01 44 76 00 01\nmedia@x.fr"
    ).contacts
    assert (first.name, first.emails[0].address) == ("Jeanne Martin", "jeanne.martin@x.fr")
    assert (second.kind, second.name, second.organization) == ("desk", "Relations presse", "Lake Agency")
    assert second.emails[0].address == "media@x.fr"
    people = read("Jeanne Martin  01 44 76 00 01\nRelations presse\nPaul Roux  01 44 76 00 02").contacts
    assert [contact.name for contact in people] == ["Jeanne Martin", "Paul Roux"]
    both = read("Jeanne Martin  01 44 76 00 01\nRelations presse :\n01 44 76 00 02").contacts
    assert [contact.kind for contact in both] == ["person", "unassigned"]


DESKS = {
    "Jeanne Martin\n01 44 76 00 01\nRelations presse\n01 44 76 00 02": ["Relations presse"],
    "Jeanne Martin\n01 44 76 00 01\nRelations presse CNES\n01 44 76 00 02": ["Relations presse CNES"],
    "Jeanne Martin\n01 44 76 00 01\nRelations presse : Service de presse\n01 44 76 00 02": ["Service de presse"],
    "Jeanne Martin\n01 44 76 00 01\nRelations presse": [],
    "Jeanne Martin\n01 44 76 00 01\nRelations presse\nCNES": [],
    "Contacts\nJeanne Martin\n01 44 76 00 01\nPress Office": ["Press Office"],
    "Contacts\nPress Office\nJeanne Martin\n01 44 76 00 01": [],
}


@pytest.mark.parametrize("text", DESKS)
def test_a_desk_has_a_line_of_its_own(text: str) -> None:
    """A heading is one only if a number of its own stands below it; above a person a desk heads."""
    found = read(text)
    assert [contact.name for contact in found.contacts if contact.kind == "desk"] == DESKS[text]
    assert not found.diagnostics


def test_a_heading_that_is_a_desk_tells_why() -> None:
    """The evidence of its name says that its place among people made it one."""
    desk = read("Jeanne Martin\n01 44 76 00 01\nRelations presse\n01 44 76 00 02").contacts[1]
    assert (desk.name, desk.evidence["name"].rule) == ("Relations presse", "among-people")


def test_numbers_behind_a_gap_are_the_desks() -> None:
    """Unless an address among them spells the name above."""
    text = "Contacts\nJeanne Martin\nPress Officer\nMedia Relations\n\n01 44 76 00 01\nmedia@x.fr"
    person, desk = read(text).contacts
    assert (person.phones, desk.name, desk.phones[0].raw) == ((), "Media Relations", "01 44 76 00 01")


def test_a_call_to_the_newsroom_is_a_sentence() -> None:
    """However well its words name a desk."""
    text = "Media who wish to take part by telephone should call the agency's newsroom at 281-555-0143 by noon."
    assert read(f"{text} To attend, media must contact the newsroom by 5 p.m. Monday, Nov. 28.").contacts == ()


@pytest.mark.parametrize("text", TWO_DESKS)
def test_two_lines_of_one_desk(text: str) -> None:
    """Of two desks directly above the same details the second says where the first belongs."""
    assert sum(contact.kind == "desk" for contact in read(f"Contacts\n{text}").contacts) == TWO_DESKS[text]


def test_find_contacts_takes_a_country_or_an_issuer() -> None:
    """`region` counts before the issuer's country."""
    text = "Contact\nJeanne Martin\n01 44 76 00 01"
    for options, e164 in (({"region": "FR"}, "+33144760001"), ({"profile": "cnes"}, "+33144760001"), ({}, None)):
        ((phone,),) = (contact.phones for contact in find_contacts(text, **options))
        assert phone.e164 == e164
    with pytest.raises(UnknownProfileError):
        find_contacts(text, profile="nobody")


def test_find_contacts_takes_a_view() -> None:
    """Spans count in the text that the view was cut from."""
    text = "PRESS RELEASE\n\nContact\nJeanne Martin\n01 44 76 00 01"
    (contact,) = find_contacts(View.of(text).cut(15, len(text)), region="FR")
    assert contact.span.of(text) == "Jeanne Martin\n01 44 76 00 01"
    assert contact.phones[0].span.of(text) == "01 44 76 00 01"


def test_addresses_of_a_rule_of_ones_own_are_in_contacts() -> None:
    """Whatever they are known by: nothing is looked for only where an `@` stands."""
    starred = Rule(
        name="starred",
        table="emails",
        pattern=r"(?<! \w ) (?P<local> \w{1,20}+ ) ★ (?P<domain> \w{1,20}+ \.example )",
        build=lambda match: Address(*match.span()[:1], *match.span(), f"{match['local']}@{match['domain']}"),
        examples=("press★agency.example",),
        rejects=(),
    )
    with Parser(rules=[starred]).reading():
        (contact,) = find_contacts("Contact\nJeanne Martin, 01 44 76 00 01, press★agency.example")
    assert [(email.address, email.rule) for email in contact.emails] == [("press@agency.example", "starred")]


@pytest.mark.parametrize(
    ("lines", "phones", "unclaimed"),
    [
        ("Runa Solheim\nChief Spokesperson\nCorreio: runa.solheim@vesper.example", [], []),
        ("Runa Solheim, Chief Spokesperson\nCorreo electrónico : runa.solheim@vesper.example", [], []),
        (
            "Runa Solheim, Chief Spokesperson\nLinha directa: 21 000 11 22\nCorreio: runa.solheim@vesper.example",
            [],
            ["Linha directa: 21 000 11 22"],
        ),
        (
            "Runa Solheim\nLinha directa: +351 21 000 11 22\nCorreio: runa.solheim@vesper.example",
            ["+351 21 000 11 22"],
            [],
        ),
    ],
)
def test_labels_that_nobody_knows_hide_nobody(lines: str, phones: list[str], unclaimed: list[str]) -> None:
    """An address or an international number needs no label; a number that nobody can read is unclaimed, and so said."""
    lead = "The agency has opened a laboratory for balloons, which its partners will use for ten years."
    text = f"3 May 2031\n\n# Agency opens a laboratory\n\n{lead}\n\n{lines}\n"
    release = pressparse.parse(text)
    (contact,) = release.contacts
    assert (contact.name, [phone.raw for phone in contact.phones]) == ("Runa Solheim", phones)
    assert [email.address for email in contact.emails] == ["runa.solheim@vesper.example"]
    assert [text[start:end] for start, end in release.unclaimed] == unclaimed
    assert release.body == lead


_LUND = "Anna Lund\n{}Natel +41 79 555 01 23\nanna.lund@vents.example\n"
_SOLHEIM = "\nContact\nRuna Solheim, Head of Communication\nruna.solheim@bpi.example\n"


@pytest.mark.parametrize(
    ("lines", "unclaimed"),
    [
        (_LUND.format(""), []),
        ("Guichet presse\n" + _LUND.format(""), ["Guichet presse"]),
        ("Guichet presse\n\n" + _LUND.format(""), ["Guichet presse"]),
        ("Vindkontakt :\n" + _LUND.format("Leder for vinden\n"), ["Vindkontakt :", "Leder for vinden"]),
        ("Vindkontakt\nAnna Lund, press officer, +41 79 555 01 23, anna.lund@vents.example\n", ["Vindkontakt"]),
        ("Anna Lund\nNatel +41 79 555 01 23\n\nPaul Roux\nNatel +41 79 555 01 24\n", []),
        ("Vindkontakt\nAnna Lund\nLeder for vinden\nTel. +41 79 555 01 23\n", ["Vindkontakt", "Leder for vinden"]),
    ],
)
@pytest.mark.parametrize("others", ["", _SOLHEIM], ids=["alone", "above others"])
def test_a_heading_label_or_role_that_nobody_knows_is_unclaimed(lines: str, unclaimed: list[str], others: str) -> None:
    """The person between them keeps every number and address, and gives none to whoever comes next."""
    lead = "The agency has opened a laboratory for balloons, which its partners will use for ten years."
    text = f"3 May 2031\n\n# Agency opens a laboratory\n\n{lead}\n\n{lines}{others}"
    release = pressparse.parse(text)
    first = release.contacts[0]
    assert (first.name, [phone.e164 for phone in first.phones]) == ("Anna Lund", ["+41795550123"])
    assert all(address.address == "anna.lund@vents.example" for address in first.emails)
    assert [contact.name for contact in release.contacts[1:]] == (
        ["Paul Roux"] * ("Paul Roux" in lines) + ["Runa Solheim"] * bool(others)
    )
    assert [span.of(text) for span in release.unclaimed] == unclaimed
    assert release.body == lead


@pytest.mark.parametrize(
    "above",
    [
        "The press conference is on Monday.",
        "- Balloons",
        "Lund, Sweden, is the town of balloons",
        "Vinden 2031",
    ],
)
def test_what_is_no_heading_stays_text(above: str) -> None:
    """A sentence, a point of a list or a line with a figure above somebody's name is part of the body."""
    lead = "The agency has opened a laboratory for balloons, which its partners will use for ten years."
    text = f"3 May 2031\n\n# Agency opens a laboratory\n\n{lead}\n\n{above}\n" + _LUND.format("")
    release = pressparse.parse(text)
    assert ([contact.name for contact in release.contacts], release.unclaimed) == (["Anna Lund"], ())
    assert above.removeprefix("- ") in (release.body or "")


def test_the_words_of_a_link_are_read() -> None:
    """What a link prints in the place of an address is no word that nobody understands."""
    text = "## Contacts\n\nAnna Lund  Press Officer  01 44 76 75 39 [Write to Anna](mailto:anna.lund@nowhere.org)\n"
    release = pressparse.parse(text)
    assert ([contact.name for contact in release.contacts], release.unclaimed) == (["Anna Lund"], ())


@pytest.mark.parametrize(
    "row",
    [
        "For more information, please contact Anna Lund at +33 1 44 76 75 39 or anna.lund@nowhere.org.",
        "Pour plus d’informations, merci de contacter Anna Lund au 01 44 76 75 39 ou à l’adresse anna.lund@nowhere.org",
        "Anna Lund (chaque matin) 01 44 76 75 39",
        "Contact Anna Lund Tel. +33 1 44 76 75 39 for details",
    ],
)
def test_small_words_beside_a_name_are_read(row: str) -> None:
    """Beside somebody's name only what may be a name, too, is what nobody understands."""
    release = pressparse.parse(f"## Contacts\n\n{row}\n")
    assert ([contact.name for contact in release.contacts], release.unclaimed) == (["Anna Lund"], ())
