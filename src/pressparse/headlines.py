"""How the lines of a title hang together: a kicker before its headline, a second title that repeats the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressparse.book import per_book
from pressparse.rules import Hit, RuleTable, Table, match_at
from pressparse.text import View
from pressparse.words import fold, merged_vocabulary

if TYPE_CHECKING:
    from pressparse.profiles import Profile

_SHORT_WORD = 3
_SMALL_WORD = 4  # letters; longer ones have a capital in a headline
_NEARLY_ALL = 0.8
_REPEATED = 0.5  # of the words of a second title stand in the first


def kicker_at(title: str, profiles: tuple[Profile, ...]) -> tuple[int, str | None]:
    """Return where a kicker of one of `profiles` ends, if `title` begins with one, and its rule; 0 otherwise."""
    hit = kicker_hit(title, profiles)
    return (hit.end, hit.rule.name) if hit else (0, None)


def kicker_hit(title: str, profiles: tuple[Profile, ...]) -> Hit[str] | None:
    """Return the kicker of one of `profiles` that `title` begins with."""
    return match_at(_kickers(profiles), View.of(title), 0)


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
