"""Which address spells which name."""

import pytest

from pressparse.contacts.spelling import spelled, spells_somebody

SPELLED = (
    ("jeanne.martin@x.fr", "Jeanne Martin"),
    ("martin.jeanne@x.fr", "Jeanne Martin"),
    ("jmartin@x.fr", "Jeanne Martin"),
    ("j.martin@x.fr", "Jeanne MARTIN"),
    ("martinj@x.fr", "Jeanne Martin"),
    ("martin@x.fr", "Jeanne Martin"),
    ("jeanne@x.fr", "Jeanne Martin"),
    ("jeanne.martin2@x.fr", "Jeanne Martin"),
    ("jeanne.martin+presse@x.fr", "Jeanne Martin"),
    ("jeanne.martin.ext@x.fr", "Jeanne Martin"),
    ("jeanne.c.martin@x.gov", "Jeanne Martin"),
    ("j.d.martin@x.gov", "J.D. Martin"),
    ("raphael.martin@x.fr", "Raphaël Martin"),
    ("raphaël.martin@x.fr", "Rafael Martin".replace("f", "ph")),
    ("jean-yves.legall@x.fr", "Jean-Yves Le Gall"),
    ("jy.le-gall@x.fr", "Jean-Yves LE GALL"),
    ("jylegall@x.fr", "Jean-Yves Le\xa0Gall"),
    ("gall@x.fr", "Jean-Yves Le Gall"),
    ("j.delatour@x.fr", "Jean de La Tour"),
    ("jean.tour@x.fr", "Jean de La Tour"),
    ("anna.mueller@x.de", "Anna Müller"),
    ("muller@x.de", "Anna Müller"),
    ("a.grossmann@x.de", "Anna Großmann"),
    ("soren.aasland@x.no", "Søren Aasland"),
    ("sean.oleary@x.ie", "Sean O’Leary"),
    ("marie.dupont@x.fr", "Marie Dupont-Martin"),
    ("robert.jacobs@x.gov", "Bob Jacobs"),
    ("p.martinezyvega@x.es", "Pablo Martinez y Vega"),
    ("jeanyves.legall@x.fr", "Jean-Yves Le Gall"),
    ("jean.tourblanche@x.fr", "Jean de La Tour Blanche"),
    ("jeanyves.dupontmartin@x.fr", "Jean-Yves Dupont-Martin"),
    ("p.martinezvega@x.es", "Pablo Martinez y Vega"),
    ("marie.roy@x.fr", "Marie Dupont-Roy"),
    ("so.martin@x.ie", "Sean O’Neill Martin"),
)
NOT_SPELLED = (
    ("marc.martin@x.fr", "Jeanne Martin"),
    ("jeanne.roux@x.fr", "Jeanne Martin"),
    ("presse@x.fr", "Jeanne Martin"),
    ("jm@x.fr", "Jeanne Martin"),
    ("martin", ""),
)


@pytest.mark.parametrize(("address", "name"), SPELLED)
def test_an_address_spells_a_name(address: str, name: str) -> None:
    """Accents folded, particles, hyphens, initials, umlauts, either order, whole surname or half of it."""
    assert spelled(address, ["Paul Roux", name]) == 1


@pytest.mark.parametrize(("address", "name"), NOT_SPELLED)
def test_an_address_spells_no_other_name(address: str, name: str) -> None:
    """Half a likeness proves nothing."""
    assert spelled(address, [name]) is None


def test_an_address_that_could_be_two_people_is_nobodys() -> None:
    """Two people of one surname leave its plain form to neither."""
    names = ["Jeanne Martin", "Paul Martin"]
    assert spelled("martin@x.fr", names) is None
    assert spelled("p.martin@x.fr", names) == 1


@pytest.mark.parametrize(
    "address", ["jeanne.martin@x.fr", "j.martin@x.fr", "jeanne_martin@x.fr", "jeanne.martin.ext@x.fr", "ann.b@x.fr"]
)
def test_an_address_may_spell_somebody_unknown(address: str) -> None:
    """Two words with a dot between are somebody's name."""
    assert spells_somebody(address)


@pytest.mark.parametrize(
    "address",
    [
        "presse@x.fr",
        "cnes-presse@cnes.fr",
        "service.presse@x.fr",
        "media.relations@x.int",
        "cnes.paris@cnes.fr",
        "a.b@x.fr",
        "jmartin@x.fr",
        "martin.ext@x.fr",
    ],
)
def test_a_general_address_spells_nobody(address: str) -> None:
    """Words of a desk, of the address's own domain, and single words are no name."""
    assert not spells_somebody(address)
