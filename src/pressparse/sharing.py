"""Share bars: the names of networks and the words to share by, however they run together: `FacebookTwitterLinkedIn`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressparse.book import per_book
from pressparse.tries import compile_words
from pressparse.words import fold, merged_vocabulary

if TYPE_CHECKING:
    import regex

_LONGEST_BAR = 140
_OPENING = 2  # letters


def is_share_bar(text: str) -> bool:
    """Tell whether `text` says no more than how to share a page: `Share on Facebook`, `Tweeter`, `ShareTweet 12`."""
    if len(text) > _LONGEST_BAR or text[:_OPENING].lower() not in _openings():
        return False
    return _bar().fullmatch(fold(text)) is not None


@per_book()
def _openings() -> frozenset[str]:
    meanings = merged_vocabulary("masthead").meanings
    words = (*meanings["networks"], *meanings["share_verbs"])
    return frozenset(f"{word} "[:_OPENING] for word in words)


@per_book()
def _bar() -> regex.Pattern[str]:
    """Return the pattern of a bar: a verb to share by, or networks, and nothing that is neither."""
    meanings = merged_vocabulary("masthead").meanings
    return compile_words(
        r"""
        (?: \L<verbs> | \L<networks> (?= [^a-z]{0,12} (?: \L<verbs> | \L<networks> ) ) )
        (?: [\s|•·,:/+()-]* (?: \L<verbs> | \L<networks> | (?<![a-z]) \L<joints> (?![a-z]) | \d{1,6}+ k? ) ){0,30}+
        [\s|•·,:/+()-]*
        """,
        {
            "verbs": tuple(meanings["share_verbs"]),
            "networks": tuple(meanings["networks"]),
            "joints": tuple(meanings["share_joints"]),
        },
    )
