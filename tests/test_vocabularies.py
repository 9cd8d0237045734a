"""Words of one's own: what `Parser(vocabularies=…)` takes, and what it refuses."""

from pathlib import Path
from typing import Any

import pytest

import pressparse
from pressparse.errors import WordsError
from pressparse.words import read_words

TAKEN = [
    ({"contacts": {"role_nouns": ["skipper"]}}, {"contacts": {"role_nouns": {"skipper": True}}}),
    ({"contacts": {"role_nouns": ("Skipper",)}}, {"contacts": {"role_nouns": {"skipper": True}}}),
    ({"contacts": {"role_nouns": {"skipper": True}}}, {"contacts": {"role_nouns": {"skipper": True}}}),
    ({"contacts": {"phone_labels": {"Ruf  ’": "voice"}}}, {"contacts": {"phone_labels": {"ruf '": "voice"}}}),
    ({"contacts": {"role_nouns": {"Officer": False}}}, {"contacts": {"role_nouns": {"officer": None}}}),
    ({"contacts": {"role_nouns": {"officer": None}}}, {"contacts": {"role_nouns": {"officer": None}}}),
    ({"contacts": {"role_nouns": {"ATTACHEE": False}}}, {"contacts": {"role_nouns": {"attachée": None}}}),
    ({"fr/dates": {"months": {"brumaire": 11}}}, {"fr/dates": {"months": {"brumaire": 11}}}),
    ({"masthead": {"cities": ["Tromsberg"]}}, {"masthead": {"cities": {"Tromsberg": True}}}),
    ({"masthead": {"kinds": {"bulletin": "press_release"}}}, {"masthead": {"kinds": {"bulletin": "press_release"}}}),
    ({"names": {"nicknames": {"runi": "runa"}}}, {"names": {"nicknames": {"runi": "runa"}}}),
    ({"contacts": {"role_nouns": []}}, {"contacts": {"role_nouns": {}}}),
    ({}, {}),
]


@pytest.mark.parametrize(("given", "read"), TAKEN, ids=[str(row[0]) for row in TAKEN])
def test_words_are_read(given: dict[str, Any], read: dict[str, Any]) -> None:
    """Lists and meanings; written as vocabularies are; what is forgotten is found with and without accents."""
    words = read_words(given)
    assert {subject: {table: dict(each) for table, each in tables.items()} for subject, tables in words.items()} == read
    assert read_words(words) == words


def test_nobody_can_change_them() -> None:
    """A parser is a value."""
    words: Any = read_words({"contacts": {"role_nouns": ["skipper"]}})
    for mapping in (words, words["contacts"], words["contacts"]["role_nouns"]):
        with pytest.raises(TypeError):
            mapping["x"] = {}


REFUSED = [
    ({"contact": {}}, "contact: no such subject; there are contacts, countries, dates"),
    ({3: {}}, "3: no such subject; "),
    ({"xx/contacts": {}}, "xx/contacts: no such subject; "),
    ({"contacts": ["x"]}, "contacts: must be tables of words, not ['x']"),
    ({"contacts": {"roles": []}}, "contacts.roles: no such table; there are address_labels, "),
    (
        {"contacts": {"role_nouns": "pilot"}},
        "contacts.role_nouns: must be a list of words, or words with meanings, not",
    ),
    ({"contacts": {"role_nouns": [3]}}, "contacts.role_nouns: must be a list of words, or words with meanings; 3 is"),
    (
        {"contacts": {"role_nouns": [" : "]}},
        "contacts.role_nouns: must be a list of words, or words with meanings; ' :",
    ),
    (
        {"contacts": {"role_nouns": {"pilot": "x"}}},
        "contacts.role_nouns.pilot: must be true, or false to forget it, not",
    ),
    ({"contacts": {"role_nouns": {"oficer": False}}}, "role_nouns.oficer: no such word to forget; is it 'officer'?"),
    ({"contacts": {"role_nouns": {"qqqqq": False}}}, "contacts.role_nouns.qqqqq: no such word to forget"),
    (
        {"contacts": {"phone_labels": ["ruf"]}},
        "phone_labels: each word needs its meaning: 'any' or 'fax' or 'mobile' or",
    ),
    ({"contacts": {"phone_labels": {"ruf": "x"}}}, "contacts.phone_labels.ruf: must be 'any' or 'fax' or 'mobile' or "),
    ({"contacts": {"phone_labels": {"ruf": ["fax"]}}}, "contacts.phone_labels.ruf: must be 'any' or "),
    ({"dates": {"months": ["brumaire"]}}, "dates.months: each word needs its meaning: a number from 1 to 12, or false"),
    (
        {"dates": {"months": {"brumaire": 13}}},
        "dates.months.brumaire: must be a number from 1 to 12, or false to forget",
    ),
    ({"dates": {"months": {"brumaire": True}}}, "dates.months.brumaire: must be a number from 1 to 12, or false to"),
    ({"names": {"nicknames": {"runi": 3}}}, "names.nicknames.runi: must be a name, or false to forget it, not 3"),
]


@pytest.mark.parametrize(("given", "message"), REFUSED, ids=[row[1] for row in REFUSED])
def test_what_no_table_takes_is_named(given: Any, message: str) -> None:  # noqa: ANN401 - what users may do
    """The message names the key and what is allowed."""
    with pytest.raises(WordsError) as caught:
        pressparse.Parser(vocabularies=given)
    assert message in str(caught.value)
    assert str(caught.value).startswith("vocabularies: ")


def test_a_file_is_named_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its path as it was given."""
    monkeypatch.chdir(tmp_path)
    Path("own.toml").write_text('[contacts.phone_labels]\nruf = "fax"\nfunk = "radio"\n', "utf-8")
    with pytest.raises(WordsError, match=r"^own\.toml:3: contacts\.phone_labels\.funk: must be 'any' or 'fax'"):
        read_words("own.toml")
    Path("own.toml").write_text('[contacts.phone_labels]\nruf = "fax"\n', "utf-8")
    assert read_words(Path("own.toml")) == {"contacts": {"phone_labels": {"ruf": "fax"}}}


def test_other_things_hold_no_words() -> None:
    """A wrong type is told as such."""
    with pytest.raises(TypeError, match=r"vocabularies are a mapping or the path of a TOML file, not list"):
        pressparse.Parser(vocabularies=["ruf"])  # type: ignore[arg-type]  # what users may do


EFFECTS = [
    ({"contacts": {"phone_labels": {"funk": "mobile"}}}, "Contact\nRuna Solheim, Funk 40 55 01 23", "40 55 01 23"),
    ({"names": {"given": ["Quorra"]}}, "Contact\nQuorra Vexley +47 55 55 01 23", "Quorra Vexley"),
    ({"fr/contacts": {"role_nouns": ["veilleuse"]}}, "Contact\nRuna Solheim, veilleuse, +47 55 55 01 23", "veilleuse"),
    ({"contacts": {"heading_phrases": ["whom to ask"]}}, "Whom to ask\nRuna Solheim +47 55 55 01 23", "Runa Solheim"),
]


@pytest.mark.parametrize(("words", "text", "found"), EFFECTS, ids=[str(row[0]) for row in EFFECTS])
def test_words_are_read_by(words: dict[str, Any], text: str, found: str) -> None:
    """What they name is found, and only by the parser that has them."""
    parser = pressparse.Parser(vocabularies=words)
    assert found in str(parser.parse(text).to_dict(text=False)["contacts"])
    assert parser.parse(text) == parser.parse(text)


def test_a_word_that_is_forgotten_is_none_any_more() -> None:
    """`False` takes it off its table, in every language that has it."""
    text = "Contact\nRuna Solheim, officer, +47 55 55 01 23"
    assert pressparse.parse(text).contacts[0].role == "officer"
    parser = pressparse.Parser(vocabularies={"contacts": {"role_nouns": {"officer": False}}})
    assert parser.parse(text).contacts[0].role is None
