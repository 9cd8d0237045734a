"""Where a date can begin: at a number, or at one of the words that dates begin with.

Release text is mostly no date. One pattern finds all places at once: every mark that parts words becomes a blank, so
the pattern begins with a blank, to which `re` jumps, and its words are merged into a tree, of which each letter is read
once. That costs a twentieth of trying the rules' own patterns everywhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# The heads that are numbers: of one or two digits, of four.
TWO_DIGITS, FOUR_DIGITS = "99", "9999"
_LENGTHS = {1: TWO_DIGITS, 2: TWO_DIGITS, 4: FOUR_DIGITS}
_MARKS = "\n\t\xa0\u202f'’‘“”\"«»()[]-–—/"


@attrs.frozen
class HeadFinder:
    """Finds the places in a text where an expression may begin, each with its head: a word, or what number it is."""

    pattern: re.Pattern[str]

    def __call__(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield `(place, head)` in order."""
        for match in self.pattern.finditer(" " + parted(text)):
            word = match[0][1:]
            head = _LENGTHS.get(len(word)) if word.isdigit() else word
            if head:
                yield match.start(), head


def head_finder(words: Iterable[str], leading: Iterable[str], followers: Iterable[str]) -> HeadFinder:
    """Return the finder of numbers, of `words`, and of those of `leading` that stand before one of these or of
    `followers`.
    """
    alone = alternatives(map(parted, words))
    ahead = alternatives(parted(word).rstrip() for word in leading)
    behind = alternatives(parted(word) for word in (*followers, *leading))
    return HeadFinder(re.compile(rf" (?:{alone}(?!\w)|\d++|{ahead}(?= +(?:\d|{alone}(?!\w)|{behind}(?!\w))))"))


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern of `words` in which each letter is read once; of two that begin alike the longer first."""
    tree: _Tree = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return f"(?:{_arms(tree)})"


_Tree = dict[str, "_Tree"]


def _arms(tree: _Tree) -> str:
    arms = [re.escape(letter) + _arms(branch) for letter, branch in sorted(tree.items()) if letter]
    if not arms:
        return ""
    joined = arms[0] if len(arms) == 1 else f"(?:{'|'.join(arms)})"
    return f"(?:{joined})?" if "" in tree else joined


def parted(text: str) -> str:
    """Return `text`, as long as it was, with a blank for every mark that parts words."""
    for mark in _MARKS:
        text = text.replace(mark, " ")
    return text
