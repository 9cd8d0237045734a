"""Words that somebody adds to the shipped vocabularies, or takes off them: a mapping, or a TOML file."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias
from unicodedata import normalize

from pressparse.errors import WordsError
from pressparse.toml import line_of, read_toml
from pressparse.words import Meaning, fold, merged_tables, shipped_languages, shipped_subjects

if TYPE_CHECKING:
    from pressparse.book import Words

# What `Parser(vocabularies=…)` takes: by subject and table a list of words, or each word with its meaning.
Vocabularies: TypeAlias = "Mapping[str, Mapping[str, Any]] | str | os.PathLike[str]"

_MAPPING = "vocabularies"
# The words of this table stand for words that anybody may add; those of others for something that rules know.
_OPEN_TABLE = "nicknames"
# A word is more than the marks that stand between words.
_MARKS = re.compile(r"[\s,;:()|/\[\]<>*]*")


def read_words(source: Vocabularies) -> Words:
    """Return the words of `source`, each with its meaning, or `None` if it is to be forgotten; nobody can change them.

    A subject is `contacts`, or `fr/contacts` for one language. A table is a list of words, or leads from each to its
    meaning, `False` to forget it. How a word is written does not matter, unless its table has capitals (`cities`).
    Raises `WordsError` naming the file, the line and the key of what no table takes, `TypeError` for anything else.
    """
    if isinstance(source, Mapping):
        return _checked(source, _MAPPING)
    if not isinstance(source, (str, os.PathLike)):
        msg = f"vocabularies are a mapping or the path of a TOML file, not {type(source).__name__}"
        raise TypeError(msg)
    subjects, text = read_toml(source, WordsError)
    try:
        return _checked(subjects, os.fspath(source))
    except WordsError as error:
        raise WordsError(error.source, error.key, error.reason, line_of(text, error.key)) from None


def _checked(subjects: Mapping[str, Any], source: str) -> Words:
    return MappingProxyType({subject: _tables(tables, subject, source) for subject, tables in subjects.items()})


def _tables(tables: object, subject: str, source: str) -> Mapping[str, Mapping[str, Meaning | None]]:
    language, _, name = str(subject).rpartition("/")
    if name not in shipped_subjects() or language not in {"", *shipped_languages()}:
        known = ", ".join(shipped_subjects())
        reason = f"no such subject; there are {known}, each also for one language, as in 'fr/contacts'"
        raise WordsError(source, str(subject), reason)
    if not isinstance(tables, Mapping):
        raise WordsError(source, subject, f"must be tables of words, not {tables!r}")
    shipped = merged_tables(name)
    for table in tables:
        if table not in shipped:
            raise WordsError(source, f"{subject}.{table}", f"no such table; there are {', '.join(sorted(shipped))}")
    return MappingProxyType(
        {table: _words(words, table, shipped[table], source, f"{subject}.{table}") for table, words in tables.items()}
    )


def _words(
    words: object, table: str, shipped: Mapping[str, Meaning], source: str, key: str
) -> Mapping[str, Meaning | None]:
    meanings = {meaning for meaning in shipped.values() if meaning is not True}
    if isinstance(words, (list, tuple)):
        if meanings:
            reason = f"each word needs its meaning: {_choice(table, meanings)}, or false to forget it"
            raise WordsError(source, key, reason)
        words = dict.fromkeys(words, True)
    if not isinstance(words, Mapping):
        raise WordsError(source, key, f"must be a list of words, or words with meanings, not {words!r}")
    read: dict[str, Meaning | None] = {}
    for word, meaning in words.items():
        if not isinstance(word, str) or _MARKS.fullmatch(word):
            raise WordsError(source, key, f"must be a list of words, or words with meanings; {word!r} is none")
        if meaning is False or meaning is None:
            read |= dict.fromkeys(_forgotten(word, shipped, source, f"{key}.{word}"))
        elif _fits(meaning, table, meanings):
            read[_as_shipped(word, shipped)] = meaning
        else:
            wanted = _choice(table, meanings) if meanings else "true"
            raise WordsError(source, f"{key}.{word}", f"must be {wanted}, or false to forget it, not {meaning!r}")
    return MappingProxyType(read)


def _as_shipped(word: str, shipped: Mapping[str, Meaning]) -> str:
    """Return `word` as vocabularies write it: in small letters, unless those of its table have capitals."""
    plain = normalize("NFC", " ".join(word.split())).replace("’", "'")
    return plain if any(known != known.lower() for known in shipped) else plain.lower()


def _forgotten(word: str, shipped: Mapping[str, Meaning], source: str, key: str) -> list[str]:
    """Return the shipped words that are `word`, with or without accents; there must be one."""
    known: dict[str, list[str]] = {}
    for each in shipped:
        known.setdefault(fold(each), []).append(each)
    found = known.get(fold(word))
    if not found:
        close = get_close_matches(fold(word), known, 1)
        raise WordsError(source, key, "no such word to forget" + (f"; is it {known[close[0]][0]!r}?" if close else ""))
    return found


def _fits(meaning: object, table: str, meanings: set[Meaning]) -> bool:
    """Tell whether `meaning` is one that the words of a table have, or a number between theirs."""
    numbers = _numbers(meanings)
    if not meanings:
        return meaning is True
    if numbers:
        return isinstance(meaning, int) and meaning is not True and min(numbers) <= meaning <= max(numbers)
    return isinstance(meaning, str) and (meaning in meanings or table == _OPEN_TABLE)


def _choice(table: str, meanings: set[Meaning]) -> str:
    numbers = _numbers(meanings)
    if numbers:
        return f"a number from {min(numbers)} to {max(numbers)}"
    return "a name" if table == _OPEN_TABLE else " or ".join(sorted(repr(str(meaning)) for meaning in meanings))


def _numbers(meanings: set[Meaning]) -> list[int]:
    return [meaning for meaning in meanings if isinstance(meaning, int)]
