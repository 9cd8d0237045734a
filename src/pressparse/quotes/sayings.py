"""The words of attributions: verbs of saying with their auxiliaries, functions, pronouns, in all languages at once.

They stand in `data/words/<language>/quotes.toml`. Of a French verb the auxiliary belongs to it (« a-t-il déclaré »).
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import regex

from pressparse.book import per_book
from pressparse.words import merged_vocabulary

_WORD = regex.compile(r"[\p{L}\d][^\s,;:()\"“”«»]*+")
_LONGEST_PHRASE = 5
# "a-t-il", "ajoute-t-elle"
_HANGING_PRONOUN = regex.compile(r"-(?:t-)?(?:il|elle)s?\Z", regex.IGNORECASE)
# Endings of trades that no vocabulary lists whole.
_TRADES = ("ologist", "ographer", "physicist", "ologue", "ographe", "atrice", "icien", "icienne")


_tuple = tuple.__new__  # see `text`


class Word(NamedTuple):
    """A word: where it stands, in small letters without the pronoun that hangs on it, and whether one does."""

    start: int
    end: int
    small: str
    pronoun: bool


class Verb(NamedTuple):
    """A verb of saying: the indices of its first and last word; whether a pronoun hangs on it."""

    first: int
    last: int
    pronoun: bool


def in_first_person(text: str) -> bool:
    """Return whether `text` says "I", "we", "our": who speaks is not told about there."""
    known = word_list("first_person")
    words = (word for word in each_word(text, 0, len(text)) if text[word.start : word.end] != "US")
    return any(word.small.partition("'")[0] in known or word.small.startswith("j'") for word in words)


@per_book()
def word_list(name: str) -> frozenset[str]:
    """Return the words of a table in small letters, with accents: « déclare » is not « déclaré »."""
    return frozenset(word for word in merged_vocabulary("quotes").lists[name] if word.islower())


@per_book()
def addresses() -> frozenset[str]:
    """Return the forms of address before a name, in small letters."""
    return word_list("honorifics") | frozenset(merged_vocabulary("names").lists["honorifics"])


@per_book()
def pattern(verbose: str) -> regex.Pattern[str]:
    """Return a verbose pattern in which `{titles}` stands for the forms of address that end with a stop."""
    titles = "|".join(sorted(word[:-1].capitalize() for word in addresses() if word.endswith(".")))
    return regex.compile(verbose.replace("{titles}", f"St|{titles}"), regex.VERBOSE)


def phrase_length(words: Sequence[Word], table: str) -> int:
    """Return how many of `words`, from the first on, make a phrase of `table`, as many as can; else 0."""
    known = word_list(table)
    small = [word.small for word in words[:_LONGEST_PHRASE]]
    return next((n for n in range(len(small), 0, -1) if " ".join(small[:n]) in known), 0)


def is_capital(text: str, word: Word) -> bool:
    """Return whether `word` begins with a capital."""
    return text[word.start].isupper()


def is_function(word: Word) -> bool:
    """Return whether `word` is a function or trade ("President", « réalisatrice »), or two in one."""
    bare = word.small.removesuffix("'s").rpartition("'")[2]
    forms = (bare, *bare.split("-"), *bare.removesuffix("e").split("-"))
    return bare.endswith(_TRADES) or not word_list("functions").isdisjoint(forms)


def verbs_in(words: Sequence[Word], places: Iterable[int] | None = None) -> Iterator[Verb]:
    """Yield the verbs of saying at `places` of `words`, with their auxiliaries."""
    participles, verbs, presents = (word_list(name) for name in ("participles", "verbs", "presents"))
    for at in range(len(words)) if places is None else places:
        word = words[at]
        participle = _masculine(word.small)
        said = participle in participles or f"{participle[:-1]}e" in presents
        auxiliary = _auxiliary(words, at) if said else None
        if auxiliary is not None:
            yield Verb(auxiliary, at, words[auxiliary].pronoun)
        elif word.small in verbs or _in_present(word.small.rpartition("'")[2]) in presents:
            yield Verb(at - 1 if at and words[at - 1].small == "se" else at, at, word.pronoun)


def _in_present(verb: str) -> str:
    """Return the present of « ajouta » and « ajoutait »."""
    return f"{verb.removesuffix('it')[:-1]}e" if verb.endswith(("a", "ait")) else verb


def _masculine(participle: str) -> str:
    """Return a French participle without the endings of the feminine and the plural."""
    bare = participle.removesuffix("s")
    return bare.removesuffix("e") if bare.endswith(("ée", "ie", "ue", "te")) else bare


def _auxiliary(words: Sequence[Word], at: int) -> int | None:
    """Return the index of the French auxiliary before the participle at `at`; `None` if there is none."""
    before = at - 1
    while before >= 0 and (words[before].small in word_list("adverbs") or words[before].small.endswith("ement")):
        before -= 1
    return before if before >= 0 and words[before].small.rpartition("'")[2] in word_list("auxiliaries") else None


def words_in(text: str, start: int, end: int) -> list[Word]:
    """Return the words of `[start, end)`."""
    return list(each_word(text, start, end))


def each_word(text: str, start: int, end: int) -> Iterator[Word]:
    """Yield the words of `[start, end)`."""
    for match in _WORD.finditer(text, start, end):
        word = match[0].rstrip(".!?…")
        hanging = _HANGING_PRONOUN.search(word) if "-" in word else None
        bare = word[: hanging.start()] if hanging else word
        start = match.start()
        yield _tuple(Word, (start, start + len(word), bare.lower().replace("’", "'"), hanging is not None))
