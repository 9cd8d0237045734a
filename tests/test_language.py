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
    ("nl", "De satelliet werd maandag gelanceerd vanaf Kourou en is nu in een baan om de aarde."),
    ("nl", "De hal was in twee jaar klaar en wordt morgen in Noordwijk door de koning geopend."),
    ("pt", "O satélite foi lançado de Kourou durante a noite e encontra-se em órbita, e os dados são bons."),
    ("pt", "A agência anunciou hoje que o novo instrumento está pronto para ser enviado ao centro."),
    ("sv", "Satelliten sköts upp från Kiruna i natt och är nu i omloppsbana runt jorden."),
    ("pl", "Satelita został wystrzelony z Kourou w nocy z 5 na 6 listopada i jest już na orbicie."),
    ("pl", "To pierwszy raz, kiedy obie agencje wspólnie budują satelitę, a prace potrwają do 2026 roku."),
    ("ro", "Satelitul a fost lansat de la Kourou în timpul nopții și se află acum pe orbită."),
    ("ro", "Este pentru prima dată când cele două agenții lucrează împreună la o astfel de misiune."),
    ("ca", "Les dues agències han treballat juntes durant deu anys en aquesta missió, que és la del seu tipus."),
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
    "Satelita wystrzelony z Kourou w nocy z 5 na 6 listopada",
    "Satelliten blev opsendt fra Kourou i nat og er nu i kredsløb",
    "Det er første gang at en norsk rakett har nådd verdensrommet, sier direktøren.",
    "Det er første gang, at de to agenturer har bygget et instrument sammen, siger direktøren for instituttet.",
    "Družice byla vypuštěna v noci z kosmodromu Kourou a nyní je na oběžné dráze.",
    "A műholdat az éjszaka folyamán bocsátották fel Kourouból, és most már pályán van.",
    "Satelliitti laukaistiin yöllä Kouroun avaruuskeskuksesta ja se on nyt kiertoradalla.",
    "Els satèl·lits, des de Kourou",
    "The satellite was launched. Le satellite a été lancé.",
]


@pytest.mark.parametrize("text", UNDECIDED)
def test_too_little_or_another_language_decides_nothing(text: str) -> None:
    """Names, numbers, mixtures and languages that are not known have none, and never another's."""
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
