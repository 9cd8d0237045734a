"""Whom a pronoun or a function means: the person of an earlier mention."""

from __future__ import annotations

import regex

from pressparse.attributions import name_in
from pressparse.words import fold

_PHRASE = regex.compile(r"[^.!?;:()\n]++")
_LONG_WORD = 3


def referent(text: str, stand_in: tuple[int, int], last: tuple[int, int] | None, before: int) -> tuple[int, int] | None:
    """Return where the name stands that the pronoun or function at `stand_in` means, `last` being who spoke last.

    Only what stands before `before` counts. A function means who has it; a pronoun who spoke last, else the first person
    of the nearest sentence that names one.
    """
    function = _long_words(text[slice(*stand_in)])
    if len(text[slice(*stand_in)].split()) > 1:
        return _holder(text, function, before)
    if last:
        return last
    sentences = [match.span() for match in _PHRASE.finditer(text, 0, before)]
    return next((name for start, end in reversed(sentences) if (name := name_in(text, start, end))), None)


def _holder(text: str, function: frozenset[str], before: int) -> tuple[int, int] | None:
    """Return the latest name beside which all words of `function` stand."""
    for match in reversed(list(_PHRASE.finditer(text, 0, before))):
        start, end = match.span()
        if function <= _long_words(text[start:end]) and (name := name_in(text, start, end)):
            return name
    return None


def _long_words(phrase: str) -> frozenset[str]:
    words = (
        word.strip("',’").removesuffix("'s") for word in fold(phrase).replace("l'", " ").replace("d'", " ").split()
    )
    return frozenset(word for word in words if len(word) > _LONG_WORD - 1 and word not in {"the", "des", "les", "who"})
