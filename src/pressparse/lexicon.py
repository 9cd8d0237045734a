"""What the vocabularies of contacts and names say of a printed word."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import regex

from pressparse.book import opened, per_book
from pressparse.words import Meaning, fold, merged_vocabulary

# `d'` and `l'` are words of their own; marks between words belong to none.
_WORD = regex.compile(r"(?<!\w)[dlDL]['’](?=\pL)|[^\s,;:()|/\[\]<>*]++")
# Kyung-min, al-Kermor
_CAPITAL = regex.compile(
    r"\p{Lu}\p{Ll}{1,5}-\p{Ll}{2,5}"
    r"|(?:[ae]l-)?(?:\p{Lu}\p{M}?[\p{L}\p{M}]*+(?:(?<=c)['’]h[\p{L}]*+)?[.'’\-‐‑]*+)++(?:s(?<=['’]s))?"
)
_INITIAL = regex.compile(r"(?:\p{Lu}\.-?){1,3}+|\p{Lu}")
_ACRONYM = regex.compile(r"\p{Lu}[\p{Lu}\d&\-]{1,9}+(?:['’]s)?")

# Where a label may begin, glued to a number too, and what may stand between it and a number or an address.
_LABEL = regex.compile(r"(?:(?<![\w.@-])|(?<=\d)(?=\p{Lu}))[^\s.:()]")
_BEHIND_LABELS = " \t\xa0\u202f.:"
_LONGEST_LABEL, _LONGEST_PHRASE = 40, 5

_tuple = tuple.__new__  # see `text`


class Word(NamedTuple):
    """A printed word: its folded form without a closing stop, how it is written, the tables that list it, its place."""

    folded: str
    capital: bool
    initial: bool
    acronym: bool
    stop: bool
    tables: frozenset[str]
    start: int
    end: int


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of `text` between `start` and `end`."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    traits = opened(_traits)
    return [_tuple(Word, (*traits(match[0]), *match.span())) for match in found]


@per_book(8192)
def _traits(word: str) -> tuple[str, bool, bool, bool, bool, frozenset[str]]:
    """Return what is known of a word wherever it stands."""
    folded = fold(word)
    bare = folded.rstrip(".!?").removesuffix("'s") or folded
    tables = frozenset(
        name
        for name, table in _tables()
        if folded in table or bare in table or (name == "role_nouns" and not table.isdisjoint(bare.split("-")))
    )
    initial = bool(_INITIAL.fullmatch(word))
    stop = word[-1] in ".!?" and not initial and folded not in _abbreviations()
    return bare, bool(_CAPITAL.fullmatch(word)), initial, bool(_ACRONYM.fullmatch(word)), stop, tables


@per_book()
def _tables() -> tuple[tuple[str, frozenset[str]], ...]:
    subjects = ("countries", "contacts", "names")
    meanings = {name: table for subject in subjects for name, table in merged_vocabulary(subject).meanings.items()}
    return tuple((name, frozenset(table)) for name, table in meanings.items())


@per_book()
def _abbreviations() -> frozenset[str]:
    return frozenset(word for _, table in _tables() for word in table if word.endswith("."))


@per_book()
def phrases(table: str) -> frozenset[str]:
    """Return the entries of a table of the contacts vocabulary, as `phrase` writes them."""
    return frozenset(phrase(words_of(entry)) for entry in merged_vocabulary("contacts").meanings[table])


@per_book()
def openings(table: str) -> frozenset[str]:
    """Return the words that the entries of a table begin with."""
    return frozenset(words_of(entry)[0].folded for entry in merged_vocabulary("contacts").meanings[table])


def phrase(words: Sequence[Word]) -> str:
    """Return `words` folded, one blank between them."""
    return " ".join([word.folded for word in words])


def label_before(text: str, start: int, table: str) -> tuple[int, Meaning | None]:
    """Return where the label begins that stands directly before `start`, and what it means: the longest one of `table`.

    A second label in brackets says more (`Tél. (mobile) :`). Without a label that is `start`, and `None`.
    """
    left = max(0, start - _LONGEST_LABEL)
    head = text[left:start].rstrip(_BEHIND_LABELS)
    labels = merged_vocabulary("contacts").meanings[table]
    if head.endswith(")") and "(" in head:
        opening = head.rindex("(")
        inner = _meaning_of(head[opening + 1 : -1], labels)
        outer, meaning = label_before(text, left + opening, table)
        return (outer, inner or meaning) if inner else (start, None)
    for match in list(_LABEL.finditer(head))[-_LONGEST_PHRASE:]:
        at = match.start()
        meaning = _meaning_of(head[at:], labels) if at or not left else None
        if meaning is not None:
            return left + at, meaning
    return start, None


def _meaning_of(label: str, labels: Mapping[str, Meaning]) -> Meaning | None:
    """Return what `label` means, which stands among `labels` with a dot at its end or without."""
    folded = fold(label).rstrip(".")
    return labels.get(folded, labels.get(f"{folded}."))
