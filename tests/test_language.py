"""The language of a body, told from few words, and not told where they do not decide."""

import pytest

from pressparse.language import detect_language

WRITTEN = [
    ("en", "The satellite was launched from Kourou."),
    ("en", "CNES and ESA sign an agreement"),
    ("en", "This is a first for both agencies, which have been working together since 2015."),
    ("en", "BALLOONS READY FOR THE ARCTIC WINTER"),
    ("en", "A wind profiler flies over the Atlantic"),
    ("fr", "Le satellite a été lancé depuis Kourou."),
    ("fr", "Le CNES et l’ESA signent un accord"),
    ("fr", "Une première pour les deux agences"),
    ("fr", "C’est une première : les ballons volent au-dessus de l’Arctique."),
    ("fr", "LE BALLON DU CNES EST DE RETOUR"),
    ("fr", "L’équipe s’est réjouie du succès de la mission."),
    ("fr", "Lancement d'un ballon stratosphérique à Kiruna"),
    ("de", "Der Satellit wurde am Montag gestartet."),
    ("de", "Das DLR und die ESA unterzeichnen einen Vertrag"),
    ("de", "Ein neues Radar für die Arktis"),
    ("it", "Il satellite è stato lanciato nella notte."),
    ("it", "La missione dell’agenzia è partita con gli strumenti italiani"),
    ("es", "El satélite fue lanzado por la agencia y está en órbita."),
    ("es", "Los primeros datos de la misión"),
]


@pytest.mark.parametrize(("language", "text"), WRITTEN, ids=[text for _, text in WRITTEN])
def test_a_sentence_shows_its_language(language: str, text: str) -> None:
    """One sentence or a title is enough, in any letters."""
    assert detect_language(text) == language


UNDECIDED = [
    "",
    " \n ",
    "CNES",
    "Pascale Bresson, Julien Guérin",
    "Paris, 12/04/2005",
    "PR123-2020",
    "Сегодня президент агентства встретился с руководителями центра",
    "宇宙航空研究開発機構は本日、衛星を打ち上げました。",
    "Satelita został wystrzelony z Kourou w nocy z 5 na 6 listopada i jest na orbicie",
    "O satélite foi lançado de Kourou durante a noite e encontra-se em órbita",
    "Satelliten blev opsendt fra Kourou i nat og er nu i kredsløb",
    "The satellite was launched. Le satellite a été lancé.",
]


@pytest.mark.parametrize("text", UNDECIDED)
def test_too_little_or_another_language_decides_nothing(text: str) -> None:
    """Names, numbers, mixtures and languages that are not read have none."""
    assert detect_language(text) is None


def test_a_word_of_another_language_changes_nothing() -> None:
    """A foreign name or slogan in a body does not count against its language."""
    text = (
        "The campaign “Le Ballon” of the agency was opened by the mayor of La Rochelle, and it is the first this year."
    )
    assert detect_language(text) == "en"


def test_one_common_word_in_a_long_text_decides_nothing() -> None:
    """A list of names with one article in it has no language."""
    assert detect_language("Kourou Toulouse Tokyo " * 30 + "the") is None


def test_only_the_beginning_is_read() -> None:
    """A body is in the language in which it begins, however long it is."""
    english = "The satellite was launched from the base by the agency. " * 60
    assert detect_language(english + "Le satellite a été lancé par les équipes du centre. " * 1000) == "en"
