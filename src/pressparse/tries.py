"""Many words as one pattern in which each letter is read once, however many words begin with it.

A pattern that names its words one after the other tries each; one of a tree of letters takes a tenth of the time.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import regex

_Tree = dict[str, "_Tree"]

# The pieces of a pattern that tell whether a named list stands in a lookbehind, which is read from its end.
_PIECE = re.compile(
    r"""
      \\L<(?P<list>\w+)> | \\.
    | \[ (?: \\. | [^\]\\] )*+ \]
    | \#[^\n]*+                                      # a comment
    | (?P<behind> \(\?<[=!] ) | (?P<open> \( ) | (?P<close> \) )
    """,
    re.DOTALL | re.VERBOSE,
)


@lru_cache(maxsize=1024)
def alternation(words: tuple[str, ...]) -> str:
    """Return a pattern, verbose or not, that matches the longest of `words` that it can; of none it matches nothing."""
    tree: _Tree = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(tree) if tree else "(?!)"


def _branch(tree: _Tree) -> str:
    """Return the pattern of what may follow; letters that the same follows share one arm."""
    letters: dict[str, list[str]] = {}
    for letter, following in tree.items():
        if letter:
            letters.setdefault(_branch(following), []).append(letter)
    arms = [_one_of(found) + rest for rest, found in letters.items()]
    joined = arms[0] if len(arms) == 1 else f"(?:{'|'.join(arms)})" if arms else ""
    return f"(?:{joined})?" if "" in tree and arms else joined


def _one_of(letters: Iterable[str]) -> str:
    escaped = [_literal(letter) for letter in letters]
    return escaped[0] if len(escaped) == 1 else f"[{''.join(escaped)}]"


def _literal(letter: str) -> str:
    """Return the pattern of `letter` itself; a verbose pattern skips blanks of any kind."""
    return f"\\u{ord(letter):04x}" if letter.isspace() and letter != " " else re.escape(letter)


def with_words(pattern: str, lists: Mapping[str, tuple[str, ...]]) -> tuple[str, set[str]]:
    r"""Return `pattern` with its named lists (`\L<table>`) written out, and the names of those that were left.

    In a lookbehind they are: it is read from its end, where words have no first letters in common.
    """
    pieces: list[str] = []
    left: set[str] = set()
    groups: list[bool] = []
    done = 0
    for piece in _PIECE.finditer(pattern):
        pieces.append(pattern[done : piece.start()])
        done = piece.end()
        name = piece["list"]
        if name and name in lists and not any(groups):
            pieces.append(alternation(lists[name]))
            continue
        if name:
            left.add(name)
        elif piece["behind"] or piece["open"]:
            groups.append(bool(piece["behind"]))
        elif piece["close"] and groups:
            groups.pop()
        pieces.append(piece[0])
    return "".join((*pieces, pattern[done:])), left


def compile_words(pattern: str, lists: Mapping[str, tuple[str, ...]]) -> regex.Pattern[str]:
    r"""Return the verbose `pattern` compiled, its named lists (`\L<table>`) filled from `lists`.

    Raises `regex.error`, for a list that there is not too.
    """
    written, left = with_words(pattern, lists)
    behind: dict[str, Any] = {name: lists[name] for name in left if name in lists}
    # Whoever asks keeps the pattern. In the cache of `regex` it would drive out those of others, which stirs `random`.
    return regex.compile(written, regex.VERBOSE, ignore_unused=False, cache_pattern=False, **behind)
