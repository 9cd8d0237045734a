"""Lines and columns as editors count them, for people who look a span up in its file."""

from typing import NamedTuple

import regex

# A form feed, at which lines of releases end too, is no line's end to an editor.
_LINE_END = regex.compile(r"\r\n|\r|\n")


class Position(NamedTuple):
    """A line and a column, in code points, both from 1."""

    line: int
    column: int


def position(text: str, at: int) -> Position:
    """Return where the character `at` of `text` stands."""
    line, start = 1, 0
    for end in _LINE_END.finditer(text):
        if end.end() > at:
            break
        line, start = line + 1, end.end()
    return Position(line, at - start + 1)
