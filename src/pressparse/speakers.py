"""Whom a pronoun or a function means: the person of an earlier mention."""

from __future__ import annotations

import regex

from pressparse.persons import Place, person_in, persons_in
from pressparse.words import fold

# How far back an earlier mention may stand.
_REACH = 4000
_SENTENCE = regex.compile(r"(?:[^.!?\n]|[.!?](?!\s))++")
_WORD = regex.compile(r"\w{3,}")
_SMALL_WORDS = frozenset({"the", "des", "les", "who", "and", "for", "aux", "une"})


def holder(text: str, function: Place, before: int) -> Place | None:
    """Return where the name stands of who has the `function` at a place, by the latest sentence before `before` that
    has all its words: of the names there the nearest to them.
    """
    wanted = _long_words(text[slice(*function)])
    for start, end in _sentences(text, before):
        if wanted <= _long_words(text[start:end]) and (names := persons_in(text, start, end)):
            found = [match.span() for match in _WORD.finditer(text, start, end) if fold(match[0]) in wanted]
            return min(names, key=lambda name: sum(_distance(name, word) for word in found))
    return None


def _distance(name: Place, word: Place) -> int:
    return max(word[0] - name[1], name[0] - word[1], 0)


def antecedent(text: str, before: int) -> Place | None:
    """Return where the first name stands of the nearest sentence before `before` that has one."""
    return next((name for place in _sentences(text, before) if (name := person_in(text, *place))), None)


def _sentences(text: str, before: int) -> list[Place]:
    """Return the sentences before `before`, the nearest first."""
    return [match.span() for match in _SENTENCE.finditer(text, max(0, before - _REACH), before)][::-1]


def _long_words(phrase: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(phrase))) - _SMALL_WORDS
