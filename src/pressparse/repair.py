"""Damage undone that nobody printed: wrong code pages, soft hyphens, ligatures, decomposed accents, HTML entities.

Every repair is an edit of the view, so that spans still point into the text as given.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import attrs
import regex

from pressparse.text import Edit, Span, View
from pressparse.tries import compile_words

# What releases print beyond ASCII in Western Europe's languages and in names; last, marks that print little or nothing.
_PRINTED = (
    "àâäáãåçèéêëìíîïñòóôõöøùúûüýÿæœÀÂÄÁÃÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŸÆŒßšžŠŽčćřěłńśźżőűğı"
    "ňťďľůęđşșțăČĆŘŁŃŚĐŐŰĞİŞȘȚ"
    "«»‹›“”„‘’‚–—…•·°ºª¹²³€£§©®™±×µ½¼¾¿¡−†‡‰→≤≥≈′″"
    "\xa0\u202f\u2009\u2003\u200b\u2028\ufeff\xad\u2010\u2011ﬁﬂ\u0300\u0301\u0302\u0303\u0308\u0327"
)
# The code pages in which UTF-8 was read by mistake; a byte that they leave undefined became a control character.
_CODE_PAGES = ("cp1252", "latin-1", "cp1250", "mac_roman", "mac_latin2", "cp437", "cp850")
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
# A soft hyphen is nothing; where it breaks a word at a line's end it is the hyphen that `wrapping` knows.
_TYPE_SET = {"\xad": "", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_TYPE_SETTING = re.compile(rf"(?P<broken>(?<=\w)\xad(?=[\r\n]))|[{''.join(_TYPE_SET)}]")
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
    damaged: tuple[Span, ...] = ()
    if not _misread().suspects.isdisjoint(_NON_ASCII.findall(text)):
        edits = list(_code_page_edits(text))
        damaged = tuple(view.span(edit.start, edit.end) for edit in edits)
        view = view.edit(edits)
        if any(mark in view.text for mark in _TYPE_SET):
            view = view.edit(list(_type_setting_edits(view.text)))
    view = view.edit(_entities(view.text))
    if not unicodedata.is_normalized("NFC", view.text):
        view = view.edit(list(_composed(view.text)))
    return Repaired(view, damaged)


def _code_page_edits(text: str) -> Iterator[Edit]:
    table, pattern = _misread(), _pattern()
    done = 0
    for place in table.places.finditer(text):
        match = pattern.match(text, place.start()) if place.start() >= done else None
        if match:
            done = match.end()
            yield Edit(*match.span(), table.meant[match[0]])


@attrs.frozen
class _Misread:
    """Sequences of characters that UTF-8 turns into when it is read in another code page, with what was meant."""

    sequences: tuple[str, ...]
    meant: dict[str, str]
    places: re.Pattern[str]  # where damage can begin, found at little cost
    suspects: frozenset[str]  # the characters without which nothing is to be repaired


# A no-break blank among the bytes may have become a plain one on the way, or two blanks one.
_BLANKS_LOST = {"Ã ": "à", "Ã": "à", "Â ": "\xa0"}
# Some of what damage looks like is printed too: `AMANHÃ `, `2 Å `, `„ROMÂNĂ”`, `TÕRAVERE`, `DŽ`.
_MISREAD = r"""
    (?! (?<=\p{L}\p{Lu}) [ÃĂ][\xa0“”’‘] (?!\p{L}) | (?<=\d\s) Å\xa0 | Å\xa0 (?!\p{L}) )
    \L<misread>
  | (?<!\p{Lu}) Ã (?: [ ](?=[ ]) | (?=[ ]) )
  | (?<=[\w«]) Â[ ]
  | (?<=\p{Ll}|\b[ldjnmtscLDJNMTSC]) Õ (?=[aeiouyhAEIOUYHàâéèêîôÀÂÉÈÊÎÔŽ\x8e])
  | (?<=\p{Ll}|\b\p{Lu}) [Ž\x8e\x8f\x8d\x90\x99\x9eˆ] (?=\p{Ll})
  | (?<=\p{Ll}) [Ž\x8e\x8fˆ] (?!\w)
"""


@cache
def _misread() -> _Misread:
    meant: dict[str, str] = {}
    for code_page in _CODE_PAGES:
        for character in _PRINTED:
            once = _read_in(code_page, character)
            meant.setdefault(once, character)
            meant.setdefault(_read_in(code_page, once), character)  # some texts went through it twice
    first, second = ("".join({sequence[at] for sequence in meant}) for at in (0, 1))
    places = re.compile(rf"[{re.escape(first)}](?=[{re.escape(second)}])|[ÃÂ](?=[ ])|[{''.join(_MAC_LETTERS)}]")
    suspects = frozenset((*first, *_MAC_LETTERS, *_TYPE_SET))
    return _Misread(tuple(meant), meant | _MAC_LETTERS | _BLANKS_LOST, places, suspects)


@cache
def _pattern() -> regex.Pattern[str]:
    """Return the pattern of what is to be repaired: few texts need it, and it is dear to make."""
    return compile_words(_MISREAD, {"misread": _misread().sequences})


def _read_in(code_page: str, character: str) -> str:
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


def _type_setting_edits(text: str) -> Iterator[Edit]:
    for match in _TYPE_SETTING.finditer(text):
        yield Edit(*match.span(), "-" if match["broken"] else _TYPE_SET[match[0]])


def _composed(text: str) -> Iterator[Edit]:
    for match in _GRAPHEME.finditer(text):
        composed = unicodedata.normalize("NFC", match[0])
        if composed != match[0]:
            yield Edit(*match.span(), composed)
