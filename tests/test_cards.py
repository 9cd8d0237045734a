"""Contacts as vCards, read by a program of others."""

import warnings
from typing import Any

import attrs
import pytest
import vobject
from export_samples import CASES, EMPTY, HOSTILE, HOSTILE_RELEASE, RELEASES, SEED, written

import pressparse
from pressparse.exports.cards import card


def cards(data: bytes) -> list[Any]:
    """Return the cards that vobject reads, which was written by others."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # vobject's own
        return [*vobject.readComponents(data.decode())]


@pytest.mark.parametrize("release", RELEASES, ids=[case.name for case in CASES])
def test_every_contact_is_a_card(release: pressparse.Release) -> None:
    """An independent reader finds names, roles, numbers and addresses again."""
    read = cards(written(release, "vcard"))
    assert len(read) == len(release.contacts)
    for found, contact in zip(read, release.contacts, strict=True):
        assert found.version.value == "4.0"
        assert found.fn.value == contact.name or contact.name is None
        assert [line.value for line in found.contents.get("title", [])] == [contact.role] * bool(contact.role)
        assert [line.value for line in found.contents.get("email", [])] == [one.address for one in contact.emails]
        numbers = [line.value.removeprefix("tel:").partition(";")[0] for line in found.contents.get("tel", [])]
        assert numbers == [phone.e164 or phone.raw for phone in contact.phones]


def test_lines_are_folded_at_75_octets() -> None:
    """Between characters, and so that unfolding gives the text again."""
    contact = attrs.evolve(SEED.contacts[0], role="é" * 300)
    text = card(contact, SEED)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert f"TITLE:{'é' * 300}\r\n" in text.replace("\r\n ", "")


def test_nothing_breaks_out_of_a_card() -> None:
    """Line ends of any kind are written as text, delimiters escaped, controls gone."""
    data = written(HOSTILE_RELEASE, "vcard")
    (found,) = cards(data)
    assert found.fn.value == HOSTILE.replace("\r\n", "\n").replace("\u2028", "\n").replace("\x85", "\n").replace(
        "\t", ""
    ).replace("\x1b", "").replace("\ud800", "\ufffd")
    assert len(data.decode().splitlines()) == data.count(b"\r\n")
    assert data.count(b"VCARD\r\n") == 2


def test_who_has_no_name_is_an_organization() -> None:
    """Its card is called by its organization, else by the first thing that is known."""
    contact = attrs.evolve(SEED.contacts[0], kind="unassigned", name=None, role=None)
    for changes, name in (
        ({}, "CNES"),
        ({"organization": None}, "fabienne.lissak@cnes.fr"),
        ({"organization": None, "emails": ()}, "+33144767837"),
        ({"organization": None, "emails": (), "phones": ()}, "Press"),
    ):
        (found,) = cards(card(attrs.evolve(contact, **changes), EMPTY).encode())
        assert (found.kind.value, found.fn.value) == ("org", name)


def test_numbers_that_are_none_stay_text() -> None:
    """A number without E.164 is as printed, one with an extension has it in its address."""
    phone = SEED.contacts[0].phones[0]
    phones = (attrs.evolve(phone, e164=None), attrs.evolve(phone, extension="1;2"))
    text = card(attrs.evolve(SEED.contacts[0], phones=phones), SEED)
    assert 'TEL;VALUE=text;TYPE="work,voice":+33 (0)1 44 76 78 37\r\n' in text
    assert 'TEL;VALUE=uri;TYPE="work,voice":tel:+33144767837;ext=12\r\n' in text


def test_the_same_contact_has_the_same_identity() -> None:
    """Whatever release it comes from, so that address books know it."""
    uids = [[str(one.uid.value) for one in cards(written(release, "vcard"))] for release in RELEASES[:2]]
    assert len(set(uids[0]) | set(uids[1])) == 3
