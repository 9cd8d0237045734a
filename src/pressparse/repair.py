"""Damage undone that nobody printed: wrong code pages, soft hyphens, ligatures, decomposed accents, HTML entities.

Every repair is an edit of the view, so that spans still point into the text as given.
"""

from __future__ import annotations

import html
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

import attrs
import regex

from pressparse.text import Edit, Span, View

if TYPE_CHECKING:
    from collections.abc import Iterator

# What releases in the languages of Western Europe print beyond ASCII.
_PRINTED = (
    "àâäáãåçèéêëìíîïñòóôõöøùúûüýÿæœÀÂÄÁÃÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŸÆŒßšžŠŽčćřěłńśźżőűğı"
    "«»‹›“”„‘’‚–—…•·°º²³€£§©®™±×µ½¼¾¿¡\xa0\u202f\u2009−†‡‰→≤≥"
)
# The code pages in which UTF-8 was read by mistake; a byte that they leave undefined became a control character.
_CODE_PAGES = ("cp1252", "latin-1", "cp1250", "mac_roman", "cp437", "cp850")
# Mac-Roman read as Windows-1252: letters that stand where none of their own kind can.
_MAC_LETTERS = {
    "Õ": "’",
    "Ž": "é",
    "\x8e": "é",
    "\x8f": "è",
    "\x8d": "ç",
    "\x90": "ê",
    "ˆ": "à",
    "\x9e": "û",
    "\x99": "ô",
}
_MAC = regex.compile(r"(?<=\p{Ll}|\b\p{L})[Õ\x8e\x8f\x8d\x90\x99\x9eŽˆ](?=\p{L})|(?<=\p{Ll})[\x8e\x8fŽˆ](?!\w)")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_SOFT = regex.compile("\xad(\n|\r\n?)?|[ﬀﬁﬂﬃﬄﬅﬆ]")
_ENTITY = regex.compile(r"&(?:[A-Za-z]{2,8}+|\#\d{2,6}+|\#[xX][0-9A-Fa-f]{2,5}+);")
_NON_ASCII = regex.compile(r"[^\x00-\x7f]")
_GRAPHEME = regex.compile(r"\X")
_LINE_END = regex.compile(r"[\n\r\f]")


@attrs.frozen
class Repaired:
    """A text read as it was meant, and the places that another code page had damaged."""

    view: View
    damaged: tuple[Span, ...]


def repair(text: str) -> Repaired:
    """Return `text` as a view without damage; a text without any is its own view, at next to no cost."""
    view = View.of(text)
    if text.isascii():
        return Repaired(view.edit(_entities(text)), ())
    damaged: tuple[Span, ...] = ()
    if not _misread().suspects.isdisjoint(_NON_ASCII.findall(text)):
        edits = _code_page_edits(text)
        damaged = tuple(view.span(edit.start, edit.end) for edit in edits)
        view = view.edit(edits)
        view = view.edit(_code_page_edits(view.text) if edits else [])  # some texts went through it twice
        view = view.edit([_soft_edit(match) for match in _SOFT.finditer(view.text)])
    view = view.edit(_entities(view.text))
    if not unicodedata.is_normalized("NFC", view.text):
        view = view.edit(list(_composed(view.text)))
    return Repaired(view, damaged)


def _code_page_edits(text: str) -> list[Edit]:
    table = _misread()
    edits = [Edit(*match.span(), table.meant[match[0]]) for match in table.pattern.finditer(text)]
    edits += [Edit(*match.span(), _MAC_LETTERS[match[0]]) for match in _MAC.finditer(text)]
    return sorted(edits)


@attrs.frozen
class _Misread:
    """Sequences of characters that UTF-8 turns into when it is read in another code page, with what was meant."""

    meant: dict[str, str]
    pattern: regex.Pattern[str]
    suspects: frozenset[str]  # the characters that any damage begins with


@cache
def _misread() -> _Misread:
    meant: dict[str, str] = {}
    for code_page in _CODE_PAGES:
        for character in _PRINTED:
            meant.setdefault(_read_in(code_page, character), character)
    # A no-break blank among the bytes may have become a plain one on the way, or two blanks one.
    meant |= {"Ã ": "à", "Ã": "à", "Â ": "\xa0"}
    pattern = regex.compile(
        r"\L<misread>|Ã[ ](?=[ ])|Ã(?=[ ])|(?<=[\w«])Â[ ]", misread=list(meant.keys() - {"Ã ", "Ã", "Â "})
    )
    suspects = {sequence[0] for sequence in meant} | _MAC_LETTERS.keys() | set("\xadﬀﬁﬂﬃﬄﬅﬆ")
    return _Misread(meant, pattern, frozenset(suspects))


def _read_in(code_page: str, character: str) -> str:
    """Return what the UTF-8 bytes of `character` look like in `code_page`."""
    return "".join(_decoded(byte, code_page) for byte in character.encode())


def _decoded(byte: int, code_page: str) -> str:
    try:
        return bytes((byte,)).decode(code_page)
    except UnicodeDecodeError:
        return chr(byte)


def _entities(text: str) -> list[Edit]:
    if "&" not in text or ";" not in text:
        return []
    found = ((match, html.unescape(match[0])) for match in _ENTITY.finditer(text))
    return [Edit(*match.span(), meant) for match, meant in found if meant != match[0] and not _LINE_END.search(meant)]


def _soft_edit(match: regex.Match[str]) -> Edit:
    """Take a soft hyphen out; at a line's end it is the hyphen that `wrapping` knows."""
    if match[0][0] == "\xad":
        return Edit(match.start(), match.start() + 1, "-" if match[1] else "")
    return Edit(*match.span(), match[0].translate(_LIGATURES))


def _composed(text: str) -> Iterator[Edit]:
    for match in _GRAPHEME.finditer(text):
        composed = unicodedata.normalize("NFC", match[0])
        if composed != match[0]:
            yield Edit(*match.span(), composed)
