"""Words that somebody adds to the shipped vocabularies, or takes off them: a mapping, or a TOML file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from pressparse.errors import WordsError
from pressparse.toml import line_of, read_toml
from pressparse.words import Meaning, merged_tables, shipped_languages, shipped_subjects

if TYPE_CHECKING:
    from pressparse.book import Words

# What `Parser(vocabularies=…)` takes: by subject and table a list of words, or each word with its meaning.
Vocabularies: TypeAlias = "Mapping[str, Mapping[str, Any]] | str | os.PathLike[str]"

_MAPPING = "vocabularies"


def read_words(source: Vocabularies) -> Words:
    """Return the words of `source`, each with its meaning, or `None` if it is to be forgotten.

    A subject is `contacts`, or `fr/contacts` for one language. A table is a list of words, or leads from each to its
    meaning, `False` to forget it. Raises `WordsError` naming the file, the line and the key of what no table takes.
    """
    if isinstance(source, Mapping):
        return _checked(source, _MAPPING)
    subjects, text = read_toml(source, WordsError)
    try:
        return _checked(subjects, os.fspath(source))
    except WordsError as error:
        raise WordsError(error.source, error.key, error.reason, line_of(text, error.key)) from None


def _checked(subjects: Mapping[str, Any], source: str) -> Words:
    return {subject: _tables(tables, subject, source) for subject, tables in subjects.items()}


def _tables(tables: object, subject: str, source: str) -> Mapping[str, Mapping[str, Meaning | None]]:
    language, _, name = subject.rpartition("/")
    if name not in shipped_subjects() or language not in {"", *shipped_languages()}:
        known = ", ".join(shipped_subjects())
        reason = f"no such subject; there are {known}, each also for one language, as in 'fr/{name or 'contacts'}'"
        raise WordsError(source, subject, reason)
    if not isinstance(tables, Mapping):
        raise WordsError(source, subject, f"must be tables of words, not {tables!r}")
    shipped = merged_tables(name)
    for table in tables:
        if table not in shipped:
            raise WordsError(source, f"{subject}.{table}", f"no such table; there are {', '.join(sorted(shipped))}")
    return {table: _words(words, shipped[table], source, f"{subject}.{table}") for table, words in tables.items()}


def _words(words: object, shipped: Mapping[str, Meaning], source: str, key: str) -> Mapping[str, Meaning | None]:
    meanings = {meaning for meaning in shipped.values() if meaning is not True}
    if isinstance(words, (list, tuple)) and all(isinstance(word, str) and word.strip() for word in words):
        if meanings:
            raise WordsError(source, key, f"each word needs its meaning: {_choice(meanings)}, or false to forget it")
        return dict.fromkeys(words, True)
    if not isinstance(words, Mapping):
        raise WordsError(source, key, f"must be a list of words, or words with meanings, not {words!r}")
    for word, meaning in words.items():
        if meaning is not False and not _fits(meaning, meanings):
            wanted = _choice(meanings) if meanings else "true"
            raise WordsError(source, f"{key}.{word}", f"must be {wanted}, or false to forget it, not {meaning!r}")
    return {word: None if meaning is False else meaning for word, meaning in words.items()}


def _fits(meaning: object, meanings: set[Meaning]) -> bool:
    """Tell whether `meaning` is one that the words of a table have: any number where they have numbers."""
    if not meanings:
        return meaning is True
    numbers = all(isinstance(known, int) for known in meanings)
    return isinstance(meaning, int) and meaning is not True if numbers else meaning in meanings


def _choice(meanings: set[Meaning]) -> str:
    if all(isinstance(meaning, int) for meaning in meanings):
        return "a number"
    return " or ".join(sorted(repr(str(meaning)) for meaning in meanings))
