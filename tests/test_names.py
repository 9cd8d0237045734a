"""Names of persons: how one is built, and where running text proves one."""

import pytest

from pressparse.lexicon import words_of
from pressparse.names import find_names, name_length

NAMES = (
    "Jeanne Martin",
    "Jean-Yves Le Gall",
    "Jean-Luc de La Tour",
    "Anne-Sophie d’Ormesson",
    "Sean O'Leary",
    "Ludwig van der Meer",
    "Jeanne MARTIN",
    "MARTIN Jeanne",
    "JEANNE MARTIN",
    "Jean Pierre ROY",
    "J. Martin",
    "J.-M. Martin",
    "T. K. Lo",
    "Åsa Święcicka",
    "Rafae\u0308l Martin",
    "Jeanne\xa0Martin",
    "Pablo Martinez y Vega",
    "Robert Jacobs Jr.",
    "Ngozi Okonkwo",
    "Paul Mars",
    "Jean-Marc D’AVRON",
    "Yves Le ROUX",
    "Anna May",
    "Jeanne Kervarc’h",
    "Jeanne Floc'h-Martin",
)
NOT_WHOLE = {
    "Jeanne Martin CNES Press Officer": 2,
    "Jeanne Martin OHB press officer": 2,
    "Jeanne MARTIN Attachée de presse": 2,
    "Jeanne": 0,
    "Press Officer": 0,
    "European Space Agency": 0,
    "Paris Air Show": 0,
    "jeanne martin": 0,
    "Fjordsat AS": 0,
    "CNES": 0,
    "Service de presse": 0,
    "J. K.": 0,
    "Mars Martin": 0,
    "Ngozi Mars": 0,
    "Via del Mulino": 0,
    "Ulmer Straße": 0,
    "Quai Martin": 0,
    "Paul de France": 0,
    "Jeanne Martin Paris": 2,
    "Jeanne Le Roux OHB": 3,
}


@pytest.mark.parametrize("text", NAMES)
def test_a_name_is_one(text: str) -> None:
    """Particles, hyphens, apostrophes, initials, surnames in capitals, accents composed or not."""
    words = words_of(text)
    assert name_length(words) == len(words)


@pytest.mark.parametrize("text", NOT_WHOLE)
def test_a_name_ends_where_something_else_begins(text: str) -> None:
    """Roles, organizations and single words are no part of a name."""
    assert name_length(words_of(text)) == NOT_WHOLE[text]


FOUND = {
    "On Monday CNES President Jean-Yves Martin met Hiroshi Tanaka, President of JAXA.": [
        "Jean-Yves Martin",
        "Hiroshi Tanaka",
    ],
    "« Une belle étape », s’est réjouie Élise de La Tour.": ["Élise de La Tour"],
    "Dr Masako Kuroda and J.-P. Roux lead the team.": ["Masako Kuroda", "J.-P. Roux"],
    "The Mars Express orbiter of the European Space Agency left Kourou in June.": [],
    "Mme Ngozi Okonkwo a pris la parole.": ["Ngozi Okonkwo"],
    "Jeanne\nMartin": ["Jeanne Martin"],
}


@pytest.mark.parametrize("text", FOUND)
def test_running_text_proves_names(text: str) -> None:
    """A title, a known given name or an initial proves one; capitals alone do not."""
    names = find_names(text)
    assert [name.text for name in names] == FOUND[text]
    assert all(name.span.of(text) == name.raw for name in names)
