"""Where a date can begin: at a number, or at one of the words that dates begin with.

Release text is mostly no date. One pattern finds all places at once: in small letters, and with every mark
that parts words a blank, so that the pattern begins with a blank, to which `re` jumps, and its words are merged into a
tree, of which each letter is read once. That costs a twentieth of trying the rules' own patterns everywhere.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from pressparse.rules import NUMBERS
from pressparse.tries import alternation

# The heads that are numbers: of one or two digits, of four, of four with an "s" behind.
TWO_DIGITS, FOUR_DIGITS, DECADE = NUMBERS
_LENGTHS = {1: TWO_DIGITS, 2: TWO_DIGITS, 4: FOUR_DIGITS}
_DIGITS = "0123456789"
_STOPS = ".,;:!?"
_LONGEST_WORD = 24
_MARKS = "\n\t\xa0\u202f'’‘“”\"«»()[]-–—/"


class HeadFinder:
    """Finds the places in a text where an expression may begin."""

    def __init__(self, words: Iterable[str], leading: Mapping[str, Iterable[str]]) -> None:
        """Look for numbers, for `words`, and for those words of `leading` that a number or one of their own words
        follows.
        """
        known = {parted(word).rstrip() for word in words} - leading.keys()
        self._leading = {
            parted(word).rstrip(): {parted(follower).split()[0] for follower in followers}
            for word, followers in leading.items()
        }
        # Of words such as "1er trimestre" the first is a number with letters.
        self._numbered = {word.split()[0] for word in known if word[0] in _DIGITS}
        letters = sorted(word for word in (*known, *self._leading) if word[0] not in _DIGITS)
        self._pattern = re.compile(rf" (?:{alternation(tuple(letters))}|[0-9]\w*+)(?!\w)")

    def __call__(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield in order each place with its head: a word in small letters, or which number it is."""
        small = " " + parted(text)
        for match in self._pattern.finditer(small):
            word, end = match[0][1:], match.end()
            if word[0] in _DIGITS:
                if number := self._number(word, small, end):
                    yield match.start(), number
            elif word not in self._leading or self._leads(word, small, end):
                yield match.start(), word

    def _number(self, word: str, small: str, at: int) -> str | None:
        """Return the head that the number `word` is, which ends at `at` of `small`."""
        if word in self._numbered:
            return word
        digits = len(word) - len(word.lstrip(_DIGITS))
        found = _LENGTHS.get(digits)
        if found == FOUR_DIGITS and (word[digits:] == "s" or small[at : at + 3].strip() == "s"):
            return DECADE
        return found

    def _leads(self, word: str, small: str, at: int) -> bool:
        """Return whether a number, or a word that `word` leads to, stands at `at` of `small`."""
        following = small[at : at + _LONGEST_WORD].split(maxsplit=1)
        return bool(following) and (following[0][0] in _DIGITS or following[0].rstrip(_STOPS) in self._leading[word])


def first_word(word: str) -> str:
    """Return the head under which `word` is found: itself, or its first part if that is a number with letters."""
    small = parted(word).rstrip()
    return small.split()[0] if small[0] in _DIGITS else small


def parted(text: str) -> str:
    """Return `text` in small letters, as long as it was, with a blank for every mark that parts words."""
    for mark in _MARKS:
        text = text.replace(mark, " ")
    small = text.lower()
    # A dotted capital İ becomes two letters.
    return small if len(small) == len(text) else "".join(letter.lower()[0] for letter in text)
