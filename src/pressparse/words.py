r"""Vocabularies: the words that rules look for, per language, from the TOML files under `data/words/`.

A vocabulary file has tables. A table is a list of words (`roles = ["press officer", …]`) or gives each word a meaning
(`[months]` `january = 1`). Rules take the words of a table as the named list `\L<table>`; that list holds every
spelling a release may print (see `spellings`), so patterns need not ignore case, which is dear.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import TypeAlias

import attrs

from pressparse.book import open_book, per_book
from pressparse.errors import UnknownLanguageError

Meaning: TypeAlias = str | int | bool

LANGUAGES = ("en", "fr")
_LONGEST_WORD = 40
_TITLE_WORD = 4  # letters of the words that titles capitalize
_WORD = re.compile(r"[\W_]*+([\w'’.-]++)")
_FOLDER = resources.files("pressparse") / "data" / "words"


@attrs.frozen(eq=False)
class Vocabulary:
    """The words of one subject in one language.

    `lists` has each table's words in every spelling, for patterns; `meanings` leads from a folded word to what it
    stands for (`True` where the file only lists it); `first_words` are those with which a table's folded words begin.
    """

    lists: Mapping[str, tuple[str, ...]]
    meanings: Mapping[str, Mapping[str, Meaning]]
    first_words: Mapping[str, frozenset[str]]

    def may_begin(self, table: str, text: str) -> bool:
        """Tell at little cost whether `text` may begin with a word of `table`: whether its first word begins one."""
        return first_word(text) in self.first_words[table]

    def meaning(self, table: str, word: str) -> Meaning | None:
        """Return what `word`, however it is printed, stands for in `table`; `None` if it is not there."""
        return self.meanings[table].get(fold(word))

    def number(self, table: str, word: str) -> int:
        """Return the number that `word` stands for in `table`; `KeyError` if it stands for none."""
        meaning = self.meanings[table][fold(word)]
        if not isinstance(meaning, int):
            raise KeyError(word)
        return meaning


@per_book()
def vocabulary(subject: str, language: str) -> Vocabulary:
    """Return the vocabulary `data/words/<language>/<subject>.toml`, as the open book changes it.

    Raises `UnknownLanguageError`.
    """
    if language not in LANGUAGES:
        raise UnknownLanguageError(language, LANGUAGES)
    return vocabulary_of(_changed(shipped_tables(subject, language), subject, language))


@per_book()
def merged_vocabulary(subject: str) -> Vocabulary:
    """Return the vocabularies of `subject` in all languages as one, for what is read before the language is known.

    Those may be more than `LANGUAGES`: mastheads are read in German, Italian and Spanish too.
    """
    return vocabulary_of(
        _merged([_changed(shipped_tables(subject, lang), subject, lang) for lang in shipped_languages()])
    )


@cache
def merged_tables(subject: str) -> Mapping[str, Mapping[str, Meaning]]:
    """Return the words of `subject` that pressparse ships in all languages, by table."""
    return _merged([shipped_tables(subject, language) for language in shipped_languages()])


def _merged(several: Iterable[Mapping[str, Mapping[str, Meaning]]]) -> Mapping[str, Mapping[str, Meaning]]:
    merged: dict[str, dict[str, Meaning]] = {}
    for tables in several:
        for name, table in tables.items():
            merged.setdefault(name, {}).update(table)
    return merged


@cache
def shipped_languages() -> tuple[str, ...]:
    """Return the languages in which there are words."""
    return tuple(sorted(folder.name for folder in _FOLDER.iterdir()))


@cache
def shipped_subjects() -> tuple[str, ...]:
    """Return the subjects of which there are words."""
    files = (file.name for language in shipped_languages() for file in (_FOLDER / language).iterdir())
    return tuple(sorted({name.removesuffix(".toml") for name in files}))


@cache
def shipped_tables(subject: str, language: str) -> Mapping[str, Mapping[str, Meaning]]:
    """Return the words of `subject` that pressparse ships in `language`, by table; nothing where it ships none."""
    path = _FOLDER / language / f"{subject}.toml"
    tables = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    return {name: _meanings(table) for name, table in tables.items()}


def _changed(
    tables: Mapping[str, Mapping[str, Meaning]], subject: str, language: str
) -> Mapping[str, Mapping[str, Meaning]]:
    """Return `tables` with the words that the open book adds, and without those that it forgets."""
    changes = [open_book().words.get(key) for key in (subject, f"{language}/{subject}")]
    changed = {name: dict(table) for name, table in tables.items()} if any(changes) else tables
    for change in changes:
        for name, words in change.items() if change else ():
            known = changed.get(name, {})
            kept = {word: meaning for word, meaning in known.items() if words.get(word, meaning) is not None}
            changed = {**changed, name: kept | {word: m for word, m in words.items() if m is not None}}
    return changed


def vocabulary_of(tables: Mapping[str, Iterable[str] | Mapping[str, Meaning]]) -> Vocabulary:
    """Return the vocabulary that the tables of a TOML file describe."""
    known = {name: _meanings(table) for name, table in tables.items()}
    return Vocabulary(
        {name: tuple(dict.fromkeys(s for word in table for s in spellings(word))) for name, table in known.items()},
        {name: {fold(word): meaning for word, meaning in table.items()} for name, table in known.items()},
        {name: frozenset(first_word(word) for word in table) for name, table in known.items()},
    )


def _meanings(table: Iterable[str] | Mapping[str, Meaning]) -> Mapping[str, Meaning]:
    return table if isinstance(table, Mapping) else dict.fromkeys(table, True)


def first_word(text: str) -> str:
    """Return the first word of `text`, folded, without the marks around it; nothing where there is none."""
    match = _WORD.match(text, 0, _LONGEST_WORD)
    return _folded(match[1]).rstrip(".-'") if match else ""


@lru_cache(maxsize=4096)
def _folded(word: str) -> str:
    return fold(word)


def spellings(word: str) -> tuple[str, ...]:
    """Return how a release may print `word`: in small letters, with a capital, as a title, in capitals.

    All but the first come with or without accents, all with straight and with curly apostrophes.
    """
    title = " ".join(part if len(part) < _TITLE_WORD else part[:1].upper() + part[1:] for part in word.split(" "))
    cases = (word, word[:1].upper() + word[1:], title[:1].upper() + title[1:], word.title(), word.upper())
    bare = (without_accents(case) for case in cases[1:])
    forms = dict.fromkeys((*cases, *bare))
    return tuple(dict.fromkeys(form.replace("'", mark) for form in forms for mark in "'’"))


def fold(word: str) -> str:
    """Return `word` in small letters, without accents, with straight apostrophes and single blanks."""
    lowered = word.lower()
    if not lowered.isascii():
        lowered = without_accents(lowered).replace("’", "'")
    return " ".join(lowered.split())


def without_accents(word: str) -> str:
    """Return `word` with every accent and cedilla taken off, `œ` and `æ` kept."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
