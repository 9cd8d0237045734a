"""Whom a pronoun or a function means: the person of an earlier mention."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

import regex

from pressparse.quotes.persons import Place, persons_in

if TYPE_CHECKING:
    from collections.abc import Sequence

_SENTENCE = regex.compile(r"(?:[^.!?\n]|[.!?](?!\s))++")
_WORD = regex.compile(r"\w{3,}")
# Of so many sentences with names the last ones may tell who has a function.
_MOST = 40
_SMALL_WORDS = frozenset({"the", "des", "les", "who", "and", "for", "aux", "une"})


class Mentioned(NamedTuple):
    """A sentence that names persons: where it stands, and where their names do."""

    start: int
    end: int
    names: list[Place]


def mentions_of_persons(text: str) -> tuple[Mentioned, ...]:
    """Return the sentences of `text` that name persons, in order."""
    found = (Mentioned(*match.span(), persons_in(text, *match.span())) for match in _SENTENCE.finditer(text))
    return tuple(sentence for sentence in found if sentence.names)


def antecedent(sentences: Sequence[Mentioned], before: int) -> Place | None:
    """Return where the first name stands of the nearest of `sentences` before `before`."""
    return next((sentence.names[0] for sentence in _latest(sentences, before)), None)


def _latest(sentences: Sequence[Mentioned], before: int) -> Sequence[Mentioned]:
    """Return those of `sentences` that stand nearest before `before`, the nearest first."""
    end = bisect_left(sentences, before, key=_first_name_end)
    return sentences[max(0, end - _MOST) : end][::-1]


def _first_name_end(sentence: Mentioned) -> int:
    return sentence.names[0][1]


def holder(text: str, function: Place, sentences: Sequence[Mentioned], before: int) -> Place | None:
    """Return where the name stands of who has the `function` at a place.

    The latest of `sentences` before `before` that has all its words tells: by the name that they follow behind a comma,
    else by the one they lead to, else by its first.
    """
    wanted = _long_words(text[slice(*function)])
    for start, end, names in _latest(sentences, before):
        if wanted <= _long_words(text[start:end]):
            return _with_role(text, wanted, names, end) or _with_title(text, wanted, names, start) or names[0]
    return None


def _with_role(text: str, wanted: frozenset[str], names: list[Place], end: int) -> Place | None:
    ends = [start for start, _ in names[1:]] + [end]
    roles = ((name, text[name[1] : stop]) for name, stop in zip(names, ends, strict=True))
    return next((name for name, role in roles if role.startswith((",", " (")) and wanted <= _long_words(role)), None)


def _with_title(text: str, wanted: frozenset[str], names: list[Place], start: int) -> Place | None:
    starts = [start] + [end for _, end in names[:-1]]
    titles = ((name, text[stop : name[0]].rpartition(",")[2]) for name, stop in zip(names, starts, strict=True))
    return next((name for name, title in titles if wanted <= _long_words(title)), None)


def _long_words(phrase: str) -> frozenset[str]:
    return frozenset(_WORD.findall(phrase.lower())) - _SMALL_WORDS
