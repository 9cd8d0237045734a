"""Words broken at the end of a row, and the text that rows make once they are whole.

A hyphen at a row's end may be the word's own. It is kept before a capital or a figure (`Paris-Saclay`), before what
French hangs on a verb (`a-t-il`), and where the document prints the same compound within a row.
"""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING
from urllib.parse import quote

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pressparse.formats.pdf.characters import Word
    from pressparse.formats.pdf.rows import Row

_HYPHENS = "-\u2010\xad"
_BROKEN = regex.compile(rf"[\p{{L}}\d][{_HYPHENS}]\Z")
_COMPOUND = regex.compile(r"\p{L}++(?:-\p{L}++)++")
# None of these is how a word ends.
_HUNG = regex.compile(r"(?:t-(?:ils?|elles?|on)|elles?|nous|vous|moi|toi|là|mêmes?)\b")
_PRIVATE = regex.compile(r"[\uf000-\uf0ff]")  # of symbol fonts; what stands alone is a bullet
_CLOSING = regex.compile(r"""[\s.,;:!?…)\]»”"'’]*+\Z""")
_SAFE = "%/:?#@!$&'*+,;=~-._"


def compounds_in(rows: Iterable[Row]) -> frozenset[str]:
    """Return the compounds that are printed with their hyphen within one of `rows`, in small letters."""
    words = (word.text for row in rows if "-" in row.text for word in row.words)
    return frozenset(match[0].lower() for word in words if "-" in word for match in _COMPOUND.finditer(word))


def text_of(words: Sequence[Word]) -> str:
    """Return `words` with blanks between them, links marked where the words do not show where they lead."""
    links = [word.link for word in words]
    if not any(links):
        return " ".join([word.text if len(word.text) > 1 else _printed(word) for word in words])
    return " ".join(_linked(" ".join(map(_printed, run)), link) for link, run in groupby(words, attrgetter("link")))


def _printed(word: Word) -> str:
    return "•" if len(word.text) == 1 and _PRIVATE.match(word.text) else word.text


def join_rows(rows: Sequence[Row], compounds: frozenset[str]) -> str:
    """Return the text that `rows` make together; `compounds` keep their hyphens."""
    words: list[Word] = []
    for row in rows:
        own = row.words
        if words and words[-1].text[-1] in _HYPHENS and _BROKEN.search(words[-1].text):
            before = words.pop()
            words.append(before._replace(text=_whole(before.text, own[0].text, compounds)))
            own = own[1:]
        words += own
    return text_of(words)


def _whole(before: str, behind: str, compounds: frozenset[str]) -> str:
    stem = before[:-1]
    compound = _COMPOUND.search(f"{stem}-{behind}".lower())
    own = (
        not behind[:1].islower()
        or stem[-1:].isdigit()
        or _HUNG.match(behind)
        or (compound and compound[0] in compounds)
    )
    return f"{stem}-{behind}" if own else stem + behind


def _linked(words: str, target: str | None) -> str:
    """Return `words` as a link to `target`, as they are where they show it or are an address themselves."""
    if target is None or "[" in words or "]" in words:
        return words
    scheme, _, address = target.partition(":")
    address = address.lstrip("/").partition("?")[0] if scheme.lower() == "mailto" else address.lstrip("/")
    shown = words.lower()
    if "@" in words or "http" in shown or "www." in shown or _bare(address) in shown:
        return words
    end = _CLOSING.search(words)
    cut = end.start() if end else len(words)
    return f"[{words[:cut]}]({quote(target, _SAFE)}){words[cut:]}" if cut else words


def _bare(address: str) -> str:
    return address.lower().removeprefix("www.").rstrip("/")
