"""Titles against running text, and how their lines hang together: a kicker, a second title that repeats the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from pressparse.book import per_book
from pressparse.rules import Hit, RuleTable, Table, match_at
from pressparse.text import View
from pressparse.words import fold, merged_vocabulary
from pressparse.wrapping import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressparse.lines import Line
    from pressparse.profiles import Profile

_SHORT_WORD = 3
_SMALL_WORD = 4  # letters; longer ones have a capital in a headline
_NEARLY_ALL = 0.8
_REPEATED = 0.5  # of the words of a second title stand in the first
_LONGEST_TITLE = 260
_LONG_SENTENCE = 120
_SENTENCE_WORDS = 9
_LONGEST_END = 8  # characters: a full stop, closing marks, the marker of a footnote
# A number behind the stop is a footnote's marker, glued to it: `Nov. 12` and `Version 4.0` end no sentence.
_ENDS = regex.compile(r"""[.…;:][\s\xa0]*["”»’')\]]{0,2}(?:\[\d{1,2}\]|(?<![\d\s\xa0]|\d\.)\d{1,2}|\*)?\Z""")
_GOES_ON = regex.compile(r"""[\p{Ll}\d)»”"]{2}[.!?]["”»’')]{0,2}\s++["“«]?\p{Lu}""")
_OPENS_TITLE = regex.compile(r"""(?:[^\s.!?]++\s){0,5}+[^\s.!?]++[.!?]\s++[^.!?]++\Z""")
_STOP = regex.compile(r"""[\p{Ll}\d)»”"]\.["”»’')]{0,2}\Z""")
_STATE = regex.compile(r"(?<=\p{L},[ ])\p{Lu}\p{L}{1,4}\.\Z")
_CALLS = regex.compile(r"""[!?]["”»’')\s\xa0]{0,3}\Z""")


def kicker_at(title: str, profiles: tuple[Profile, ...]) -> tuple[int, str | None]:
    """Return where a kicker of one of `profiles` ends, if `title` begins with one, and its rule; 0 otherwise."""
    hit = kicker_hit(title, profiles)
    return (hit.end, hit.rule.name) if hit else (0, None)


def kicker_hit(title: str, profiles: tuple[Profile, ...]) -> Hit[str] | None:
    """Return the kicker of one of `profiles` that `title` begins with."""
    return match_at(_kickers(profiles), View.of(title).plain(), 0)


@per_book()
def _kickers(profiles: tuple[Profile, ...]) -> Table[str]:
    return RuleTable(name="kickers", rules=tuple(rule for profile in profiles for rule in profile.kickers)).read()


def repeats(second: str, first: str) -> bool:
    """Tell whether `second` is the same title again: in capitals, or in much the same words."""
    if second.isupper() and not first.isupper():
        return True
    words, known = _content_words(second), _content_words(first)
    return bool(words) and len(words & known) > _REPEATED * max(len(words), len(known))


def _content_words(text: str) -> set[str]:
    return {word for word in fold(text).split() if len(word) > _SHORT_WORD}


def runs_on(first: str, second: str) -> bool:
    """Tell whether a title's line goes on in the next: its last word cannot be the last, or the next begins small."""
    last = "".join(fold(first).split()[-1:])  # an accent alone has no letters
    return second[0].islower() or first[-1] in ",-–" or last in merged_vocabulary("masthead").meanings["function_words"]


def is_title_case(text: str) -> bool:
    """Tell whether nearly all words of `text` that are no small ones have a capital, as in American headlines."""
    words = [word for word in text.split() if len(word) > _SMALL_WORD]
    return sum(not word.islower() for word in words) > _NEARLY_ALL * len(words)


def is_sentence(text: str) -> bool:
    """Tell whether `text` is running text and no title: it ends like a sentence, or another one follows in it."""
    if len(text) > _LONGEST_TITLE:
        return True
    end = text[-_LONGEST_END:]
    if _ENDS.search(end):
        return text.count(" ") + 1 >= _SENTENCE_WORDS and not _ends_in_state(text)
    if len(text) <= _LONG_SENTENCE or _CALLS.search(end) or not _GOES_ON.search(text):
        return False
    return _OPENS_TITLE.match(text) is None  # `Space Council. Both agencies sign …`: an occasion and its headline


def is_within_text(lines: Sequence[Line], start: int, at: int) -> bool:
    """Tell whether the line at `at` stands within a hard-wrapped paragraph of running text that begins at `start`."""
    end = at
    while end < len(lines) and not lines[end].gap:
        end += 1
    group = next(paragraphs(lines[start:end]))
    return len(group) > at - start and is_sentence(" ".join(line.text for line in group))


def _ends_in_state(text: str) -> bool:
    """Tell whether the stop behind a headline is that of a shortened name: `A Visit to Lund, Calif.`."""
    return len(text) <= _LONG_SENTENCE and _STATE.search(text) is not None and is_title_case(text)


def ends_sentence(text: str) -> bool:
    """Tell whether `text`, however short, ends with a full stop, or a sentence ends and another begins inside it."""
    return _STOP.search(text[-_LONGEST_END:]) is not None or _GOES_ON.search(text) is not None
