"""The tense of the clause that a date stands in: on which side of the release it lies.

A sentence is cut into phrases by its commas, brackets and dashes. The verb nearest before the date in its own phrase
governs it ("a satellite launched on 3 May will…"), else the first one behind it there; a date at the head of the
sentence belongs to the phrase that follows ("On 3 May, …"). What leads back ("since") needs no verb.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pressparse.verbs import Tense, reading, tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pressparse.verbs import Reading

__all__ = ["Tense", "clause_tense"]

_LEFT_REACH, _RIGHT_REACH = 400, 300
_SENTENCE_END = re.compile(r"[.!?…]['’”\"»)]*\s|\n|;")
_PHRASE_END = re.compile(r"[,:()–—“”\"«»]|\s-\s")


def clause_tense(text: str, start: int, end: int, language: str) -> Tense | None:
    """Return the tense of the clause of `text` in which `[start, end)` stands; `None` where nothing decides."""
    left, right = _sentence_around(text, start, end)
    before = [_words(phrase, language) for phrase in _PHRASE_END.split(left)]
    behind = [_words(phrase, language) for phrase in _PHRASE_END.split(right)]
    known = tables(language)
    own = before[-1]
    if any(word in known["back"] for word in own[-4:]):
        return "past"
    found = _first(own, range(len(own) - 1, -1, -1), language) or _first(behind[0], range(len(behind[0])), language)
    if found is None:
        found = _from_other_phrases(before, behind, known, language)
    if found in {None, "open"} and any(word in known["forward"] for word in own[-3:]):
        return "future"
    return None if found == "open" else found


def _from_other_phrases(
    before: list[list[str]], behind: list[list[str]], known: Mapping[str, frozenset[str]], language: str
) -> Reading | None:
    own = before[-1]
    to_the_left = next((f for p in reversed(before[:-1]) if (f := _first(p, range(len(p) - 1, -1, -1), language))), None)
    to_the_right = next((f for p in behind[1:] if (f := _first(p, range(len(p)), language))), None)
    if any(word not in known["light"] for word in own):
        found = to_the_right or to_the_left
        if own[0] in known["earlier"]:
            return "past" if found == "past" else None
        if own[0] in known["later"]:
            return "future" if found == "future" else None
        return found
    return to_the_left or to_the_right


def _first(words: list[str], places: Iterable[int], language: str) -> Reading | None:
    return next((found for at in places if (found := reading(words, at, language))), None)


def _sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    left = text[max(0, start - _LEFT_REACH) : start]
    stops = [stop.end() for stop in _SENTENCE_END.finditer(left)]
    if stops:
        left = left[stops[-1] :]
    right = text[end : end + _RIGHT_REACH]
    stop = _SENTENCE_END.search(right)
    return left, right[: stop.start()] if stop else right


def _words(phrase: str, language: str) -> list[str]:
    """Return the words of `phrase`, small where they begin it; in French an elided word is one of its own."""
    if "’" in phrase:
        phrase = phrase.replace("’", "'")
    if language == "fr":
        phrase = phrase.replace("'", "' ")
    words = phrase.split()
    if words:
        words[0] = words[0].lower()
    return [word.strip(".!?") for word in words]
