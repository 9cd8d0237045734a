"""Vocabularies: every spelling of a word that a release may print, and what a word stands for."""

import pytest

from pressparse.errors import UnknownLanguageError
from pressparse.words import (
    LANGUAGES,
    first_word,
    fold,
    merged_vocabulary,
    spellings,
    vocabulary,
    vocabulary_of,
    without_accents,
)

SPELLINGS = [
    ("february", {"february", "February", "FEBRUARY"}),
    ("février", {"février", "Février", "FÉVRIER", "Fevrier", "FEVRIER"}),
    ("à propos", {"à propos", "À propos", "À Propos", "À PROPOS", "A propos", "A Propos", "A PROPOS"}),
    (
        "jusqu'au",
        {"jusqu'au", "Jusqu'au", "Jusqu'Au", "JUSQU'AU", "jusqu’au", "Jusqu’au", "Jusqu’Au", "JUSQU’AU"},
    ),
]


@pytest.mark.parametrize(("word", "printed"), SPELLINGS, ids=[row[0] for row in SPELLINGS])
def test_a_word_is_printed_in_these_ways(word: str, printed: set[str]) -> None:
    """Small, with a capital, as a title, in capitals; accents may be lost then, and apostrophes are of both kinds."""
    assert set(spellings(word)) == printed
    assert len(spellings(word)) == len(printed)


FOLDED = [
    ("FÉVRIER", "fevrier"),
    ("  À\xa0 propos ", "a propos"),
    ("Jusqu’au", "jusqu'au"),
    ("Ça", "ca"),
    ("Œuvre", "œuvre"),
    ("MÄRZ", "marz"),
    ("", ""),
    ("plain", "plain"),
]


@pytest.mark.parametrize(("word", "folded"), FOLDED, ids=[repr(row[0]) for row in FOLDED])
def test_folding_takes_the_print_off_a_word(word: str, folded: str) -> None:
    """In small letters, without accents, with straight apostrophes and single blanks; once is enough."""
    assert fold(word) == fold(folded) == folded
    assert without_accents(folded) == folded


FIRST = [
    ("About CNES", "about"),
    ("[PRESSE] Le ballon", "presse"),
    ("À propos : la suite", "a"),
    ("Réf. 12", "ref"),
    ("  Communiqué", "communique"),
    ("", ""),
    ("–", ""),
]


@pytest.mark.parametrize(("text", "word"), FIRST, ids=[repr(row[0]) for row in FIRST])
def test_a_text_begins_with_a_word(text: str, word: str) -> None:
    """The first word is found behind marks, folded, without a stop; a text without words has none."""
    assert first_word(text) == word


def test_a_word_stands_for_something_however_it_is_printed() -> None:
    """A list of words says that they are there, a table what each means."""
    words = vocabulary_of({"months": {"février": 2}, "labels": ["publié le"], "kinds": {"dossier": "press_kit"}})
    assert [words.meaning("months", word) for word in ("FEVRIER", "Février", "mars")] == [2, 2, None]
    assert [words.meaning("labels", word) for word in ("Publié le", "publié")] == [True, None]
    assert words.number("months", "Février") == 2
    assert "PUBLIÉ LE" in words.lists["labels"]
    assert words.may_begin("labels", "Publié hier")
    assert not words.may_begin("labels", "Le 3 mai")


@pytest.mark.parametrize(("table", "word"), [("months", "mars"), ("kinds", "dossier"), ("days", "lundi")])
def test_a_word_that_is_no_number_is_an_error(table: str, word: str) -> None:
    """Only a rule that named the table asks for a number, and it is there."""
    words = vocabulary_of({"months": {"février": 2}, "kinds": {"dossier": "press_kit"}})
    with pytest.raises(KeyError):
        words.number(table, word)


def test_a_language_without_words_is_an_error() -> None:
    """It names those that there are."""
    with pytest.raises(UnknownLanguageError, match=r"unknown language 'xx'; known are en, fr"):
        vocabulary("dates", "xx")


def test_what_stands_before_the_language_is_read_in_all_of_them() -> None:
    """Mastheads are read with the words of every language that has some, bodies in their own."""
    months = merged_vocabulary("masthead").meanings["months"]
    assert [months[word] for word in ("may", "mai", "juni", "maggio", "mayo")] == [5, 5, 6, 5, 5]
    assert all(vocabulary("dates", language) is vocabulary("dates", language) for language in LANGUAGES)
    assert merged_vocabulary("nothing").lists == {}
