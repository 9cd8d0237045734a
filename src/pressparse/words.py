r"""Vocabularies: the words that rules look for, per language, from the TOML files under `data/words/`.

A table of such a file is a list of words (`roles = ["press officer", …]`) or gives each word a meaning (`[months]`
`january = 1`). Rules take its words as the named list `\L<table>`, which holds every spelling a release may print (see
`spellings`): patterns need not ignore case, which is dear. Parsers and other packages add words, and take some off
(`read_words`).
"""

import os
import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache, lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, TypeAlias, cast

import attrs

from pressparse.book import Words, open_book, per_book
from pressparse.errors import UnknownLanguageError, WordsError
from pressparse.plugins import plugins
from pressparse.toml import line_of, read_toml

Meaning: TypeAlias = str | int | bool
# What `Parser(vocabularies=…)` takes: by subject and table a list of words, or each word with its meaning.
Vocabularies: TypeAlias = Mapping[str, Mapping[str, Any]] | str | os.PathLike[str] | Traversable
_Known: TypeAlias = Callable[[str], Mapping[str, Mapping[str, Meaning]]]

LANGUAGES = ("en", "fr")
_LONGEST_WORD = 40
_TITLE_WORD = 4  # letters of the words that titles capitalize
_WORD = re.compile(r"[\W_]*+([\w'’.-]++)")
_MAPPING = "vocabularies"
# The words of this table mean words that anybody may add, those of others something that rules know.
_OPEN_TABLE = "nicknames"
# A word is more than the marks that stand between words.
_MARKS = re.compile(r"[\s,;:()|/\[\]<>*]*")
_PLUGINS = "pressparse.words"
_DATA = resources.files("pressparse") / "data"
_FOLDER = _DATA / "words"


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


@cache
def words_in(file: str) -> Mapping[str, frozenset[str]]:
    """Return the words of each list in `data/<file>`, folded."""
    tables = tomllib.loads((_DATA / file).read_text("utf-8"))
    return {name: frozenset(map(fold, words)) for name, words in tables.items()}


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
    """Return `tables` with the words that other packages and the open book add, and without those that they forget."""
    book = open_book()
    several = (*(_of_plugins() if book.plugins else ()), book.words)
    changes = [words.get(key) for words in several for key in (subject, f"{language}/{subject}")]
    changed = {name: dict(table) for name, table in tables.items()} if any(changes) else tables
    for change in changes:
        for name, words in change.items() if change else ():
            known = changed.get(name, {})
            kept = {word: meaning for word, meaning in known.items() if words.get(word, meaning) is not None}
            changed = {**changed, name: kept | {word: m for word, m in words.items() if m is not None}}
    return changed


@cache
def _of_plugins() -> tuple[Words, ...]:
    """Return the words of other packages, each a mapping or a TOML file as `Parser(vocabularies=…)` takes it."""
    return tuple(_words_of_plugins())


def _words_of_plugins() -> Iterator[Words]:
    for plugin in plugins(_PLUGINS):
        try:
            yield read_words(cast("Vocabularies", plugin.value), merged_tables)
        except (WordsError, TypeError) as error:
            plugin.warn(f"has words that cannot be read: {error}")


@cache
def _known_tables(subject: str) -> Mapping[str, Mapping[str, Meaning]]:
    """Return the words of `subject` that there are before a user's own: those shipped and those of other packages."""
    added = [
        {table: {word: meaning for word, meaning in words.items() if meaning is not None}}
        for tables in _of_plugins()
        for key in tables
        if key.rpartition("/")[2] == subject
        for table, words in tables[key].items()
    ]
    return _merged([merged_tables(subject), *added])


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


def read_words(source: Vocabularies, known: _Known = _known_tables) -> Words:
    """Return the words of `source`, each with its meaning, or `None` if it is to be forgotten; nobody can change them.

    A subject is `contacts`, or `fr/contacts` for one language. A table is a list of words, or leads from each to its
    meaning, `False` to forget one that is `known`. How it is written does not matter, unless its table has capitals.
    Raises `WordsError` naming the file, the line and the key of what no table takes, `TypeError` for anything else.
    """
    if isinstance(source, Mapping):
        return _checked(source, known, _MAPPING)
    if not isinstance(source, (str, os.PathLike)) and not hasattr(source, "read_text"):
        msg = f"vocabularies are a mapping or the path of a TOML file, not {type(source).__name__}"
        raise TypeError(msg)
    subjects, text = read_toml(source, WordsError)
    try:
        return _checked(subjects, known, str(source))
    except WordsError as error:
        raise WordsError(error.source, error.key, error.reason, line_of(text, error.key)) from None


def _checked(subjects: Mapping[str, Any], known: _Known, source: str) -> Words:
    return MappingProxyType({subject: _tables(tables, subject, known, source) for subject, tables in subjects.items()})


def _tables(tables: object, subject: str, known: _Known, source: str) -> Mapping[str, Mapping[str, Meaning | None]]:
    language, _, name = str(subject).rpartition("/")
    if name not in shipped_subjects() or language not in {"", *shipped_languages()}:
        subjects = ", ".join(shipped_subjects())
        languages = ", ".join(shipped_languages())
        reason = (
            f"no such subject; there are {subjects}, each also for one language of {languages}, as in 'fr/contacts'"
        )
        raise WordsError(source, str(subject), reason)
    if not isinstance(tables, Mapping):
        raise WordsError(source, subject, f"must be tables of words, not {tables!r}")
    there = known(name)
    for table in tables:
        if table not in there:
            raise WordsError(source, f"{subject}.{table}", f"no such table; there are {', '.join(sorted(there))}")
    return MappingProxyType(
        {table: _words(words, table, there[table], source, f"{subject}.{table}") for table, words in tables.items()}
    )


def _words(
    words: object, table: str, known: Mapping[str, Meaning], source: str, key: str
) -> Mapping[str, Meaning | None]:
    meanings = {meaning for meaning in known.values() if meaning is not True}
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
            read |= dict.fromkeys(_forgotten(word, known, source, f"{key}.{word}"))
        elif _fits(meaning, table, meanings):
            read[_as_written(word, known)] = meaning
        else:
            wanted = _choice(table, meanings) if meanings else "true"
            raise WordsError(source, f"{key}.{word}", f"must be {wanted}, or false to forget it, not {meaning!r}")
    return MappingProxyType(read)


def _as_written(word: str, known: Mapping[str, Meaning]) -> str:
    """Return `word` as vocabularies write it: in small letters, unless those of its table have capitals."""
    plain = unicodedata.normalize("NFC", " ".join(word.split())).replace("’", "'")
    return plain if any(each != each.lower() for each in known) else plain.lower()


def _forgotten(word: str, known: Mapping[str, Meaning], source: str, key: str) -> list[str]:
    """Return the words that are `word`, with or without accents; there must be one."""
    folded: dict[str, list[str]] = {}
    for each in known:
        folded.setdefault(fold(each), []).append(each)
    found = folded.get(fold(word))
    if not found:
        close = get_close_matches(fold(word), folded, 1)
        raise WordsError(source, key, "no such word to forget" + (f"; is it {folded[close[0]][0]!r}?" if close else ""))
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
