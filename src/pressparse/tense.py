"""The tense of the clause that a date stands in: on which side of the release it lies.

No grammar: a sentence is cut into phrases by its commas, brackets and dashes, a phrase into words, and the verb next to
the date governs it. That is the nearest before it in its own phrase ("a satellite launched on 3 May will…"), else the
first behind it there. A date alone in its phrase ("On 3 May, …") belongs to the phrase that follows or surrounds it.
What leads back ("since") needs no verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from pressparse.english_verbs import english_reading
from pressparse.french_verbs import french_reading
from pressparse.verbs import Tense, tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pressparse.verbs import Reading, Tables

_REACH = 400
_SENTENCE_END = regex.compile(
    r"""
    (?<! \b \p{L} | \b (?: Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Dr|Mr|Mrs|Ms|St|No|Lt|Mme|Mlle|janv|févr|avr
       |juil|sept|oct|nov|déc|approx|env ) )
    [.!?…] ['’”\"»)]* \s
    | \n\s*\n | ;
    """,
    regex.VERBOSE,
)
_PHRASE_END = regex.compile(r"[,:()–—“”\"«»]|\s-\s")
_READERS = {"en": english_reading, "fr": french_reading}
# Of the words directly before a date so many may lead it back or forward ("in service since the night of").
_NEAR_BACK, _NEAR_FORWARD = 4, 3


def clause_tense(text: str, start: int, end: int, language: str) -> Tense | None:
    """Return the tense of the clause of `text` in which `[start, end)` stands; `None` where nothing decides."""
    known, read = tables(language), _READERS[language]
    left, right = _sentence_around(text, start, end)
    before = [_words(phrase, language) for phrase in _PHRASE_END.split(left)]
    own = before.pop()
    if not known["back"].isdisjoint(own[-_NEAR_BACK:]):
        return "past"
    behind = [_words(phrase, language) for phrase in _PHRASE_END.split(right)]
    found = _own_phrase(own, behind.pop(0), known, read) or _other_phrases(own, before, behind, known, read)
    if found in {None, "open", "linking"}:
        return None if known["forward"].isdisjoint(own[-_NEAR_FORWARD:]) else "future"
    return found  # type: ignore[return-value]  # what is left are the tenses


def _own_phrase(
    left: Sequence[str], right: Sequence[str], known: Tables, read: Callable[[Sequence[str], int], Reading | None]
) -> Reading | None:
    """Return what the verbs beside a date tell, those of its own clause before those of a clause around or inside."""
    clause = next((at + 1 for at in range(len(left) - 1, -1, -1) if left[at] in known["boundaries"]), 0)
    stop = next((at for at, word in enumerate(right) if word in known["boundaries"]), len(right))
    found = _first(left, range(len(left) - 1, clause - 1, -1), read)
    if found == "linking":
        # "The deadline is 10 January", but: "It was on 3 May that …".
        return _first(right, range(len(right)), read) or "present"
    found = found or _first(right, range(stop), read)
    return found or _first(left, range(clause - 1, -1, -1), read) or _first(right, range(stop, len(right)), read)


def _other_phrases(
    own: Sequence[str],
    before: Sequence[Sequence[str]],
    behind: Sequence[Sequence[str]],
    known: Tables,
    read: Callable[[Sequence[str], int], Reading | None],
) -> Reading | None:
    """Return what the phrases around tell of a date in whose own phrase `own` there is no verb."""
    on_the_left = next((f for p in reversed(before) if (f := _first(p, range(len(p) - 1, -1, -1), read))), None)
    on_the_right = next((f for p in behind if (f := _first(p, range(len(p)), read))), None)
    if all(word in known["light"] for word in own):
        goes_on = own and own[0] in known["goes_on"]
        return (on_the_right or on_the_left) if goes_on else (on_the_left or on_the_right)
    found = on_the_right or on_the_left
    if own[0] in known["earlier"]:
        return "past" if found == "past" else "open"
    if own[0] in known["later"]:
        return "future" if found == "future" else "open"
    return found


def _first(
    words: Sequence[str], places: Iterable[int], read: Callable[[Sequence[str], int], Reading | None]
) -> Reading | None:
    return next((found for at in places if (found := read(words, at))), None)


def _sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    left = text[max(0, start - _REACH) : start]
    stops = [stop.end() for stop in _SENTENCE_END.finditer(left)]
    right = text[end : end + _REACH]
    stop = _SENTENCE_END.search(right)
    return left[stops[-1] :] if stops else left, right[: stop.start()] if stop else right


def _words(phrase: str, language: str) -> list[str]:
    """Return the words of `phrase`, the first in small letters; in French an elided word is one of its own."""
    phrase = phrase.replace("’", "'")
    if language == "fr":
        phrase = phrase.replace("'", "' ")
    words = [word.strip(".!?") for word in phrase.split()]
    if words:
        words[0] = words[0].lower()
    return words
