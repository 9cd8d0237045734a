"""Characters that print nothing, or turn the text around, made visible."""

import unicodedata
from typing import NamedTuple

import regex

_UNSEEN = regex.compile(r"(?V1)[\p{C}\p{Zl}\p{Zp}--[\t\n]]")


class Stretch(NamedTuple):
    """A part of a text to show; `name` says which unseen character `text` (`U+202E`) stands for, if it does."""

    text: str
    name: str | None = None


def stretches(text: str) -> tuple[Stretch, ...]:
    """Return `text` in parts that can be shown: control, format and private characters by number, CR LF as LF."""
    text = text.replace("\r\n", "\n")
    parts: list[Stretch] = []
    done = 0
    for match in _UNSEEN.finditer(text):
        if done < match.start():
            parts.append(Stretch(text[done : match.start()]))
        parts.append(Stretch(numbered(match[0]), unicodedata.name(match[0], "a character without a name").lower()))
        done = match.end()
    return (*parts, Stretch(text[done:]))


def numbered(character: str) -> str:
    """Return the number of `character` as Unicode writes it."""
    return f"U+{ord(character):04X}"
