"""The words of a PDF file, each with the box that it is printed in, as PDFium finds them.

PDFium's own text of a page comes in the order in which it was drawn and knows no columns; its words and where they
stand are sound. The boxes taken are the loose ones: as high as the font, as wide as the advance, so that words of one
line agree. Coordinates are points from the lower left corner, as a reader sees them: turned text is turned upright.
"""

from __future__ import annotations

import ctypes
import math
import threading
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Page, text page and function table of PDFium, which has no types.
_Handle: TypeAlias = Any

MOST_PAGES = 100
MOST_CHARACTERS = 1_000_000
_LOCK = threading.Lock()  # PDFium must not be called by two threads at once
# A word ends at blanks and at a hyphen that PDFium saw at a line's end.
_WORD = regex.compile("[^ \t\r\n\ufffe\x00]++\ufffe?|\ufffe")
_BROKEN = "\ufffe"
_BOLD = regex.compile(rb"(?i)bold|black|heavy|demi(?!t)")
_FORCED_BOLD = 1 << 18
_INVISIBLE = frozenset((3, 7))  # render modes: nothing drawn, or only clipped to
_LONGEST_NAME = 256
_QUARTER = math.pi / 2
_TURNS = 4
_URI = 3  # PDFACTION_URI
_IMAGE = 3  # FPDF_PAGEOBJ_IMAGE
_LONGEST_TARGET = 800
_TARGETS = ("mailto:", "http://", "https://")


class Word(NamedTuple):
    """A word, its box, whether it is printed bold, and the web or mail address that it leads to."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    bold: bool = False
    link: str | None = None

    @property
    def height(self) -> float:
        """How high its font is."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """How high it stands."""
        return (self.top + self.bottom) / 2


class Page(NamedTuple):
    """A page: the words that a reader sees upright, those that are turned, by direction, and its lower and upper edge.

    `pictured` says that a page without words holds a picture.
    """

    words: tuple[Word, ...]
    turned: tuple[tuple[Word, ...], ...]
    bottom: float
    top: float
    pictured: bool = False


class Pages(NamedTuple):
    """The pages that were read, how many there are, which could not be read, and whether one was cut short."""

    read: tuple[Page, ...]
    count: int
    broken: tuple[int, ...]
    cut: bool


def read_pages(data: bytes) -> Pages:
    """Return the pages of the PDF file `data`; raises PDFium's error for one that it cannot open."""
    import pypdfium2  # noqa: PLC0415 - an extra, and loaded only where there is a PDF file

    pages: list[Page] = []
    broken: list[int] = []
    left = MOST_CHARACTERS
    with _LOCK, pypdfium2.PdfDocument(data) as document:
        count = len(document)
        for index in range(min(count, MOST_PAGES)):
            if left <= 0:
                break
            try:
                page = document[index]
                text = page.get_textpage()
            except pypdfium2.PdfiumError:
                broken.append(index + 1)
                continue
            left -= text.count_chars()
            pages.append(_page(pypdfium2.raw, page, text, text.count_chars() + min(left, 0)))
            text.close()
            page.close()
    return Pages(tuple(pages), count, tuple(broken), left < 0)


def _page(pdfium: _Handle, page: _Handle, text: _Handle, count: int) -> Page:
    left, bottom, right, top = page.get_bbox()
    links = _links(pdfium, page)
    shown: list[tuple[int, Word]] = []
    hidden: list[tuple[int, Word]] = []
    for turn, invisible, word in _words(pdfium, text.raw, count, links):
        if word.right > left and word.left < right and word.top > bottom and word.bottom < top:
            (hidden if invisible else shown).append((turn, word))
    if len(hidden) > len(shown):  # a scan with its recognized text behind the picture
        shown += hidden
    if not shown:
        return Page((), (), bottom, top, pictured=_is_pictured(pdfium, page))
    first, *others = _by_direction(shown)
    upright = first[0] % 2 == 0
    edges = (bottom, top) if upright else (left, right)
    low, high = sorted(edge if first[0] in (0, 1) else -edge for edge in edges)
    return Page(first[1], tuple(words for _, words in others), low, high)


def _by_direction(words: Sequence[tuple[int, Word]]) -> list[tuple[int, tuple[Word, ...]]]:
    """Return the words of each direction, turned upright, that with most words first."""
    if all(turn == 0 for turn, _ in words):
        return [(0, tuple(word for _, word in words))]
    groups = ((turn, tuple(_upright(word, turn) for own, word in words if own == turn)) for turn in range(_TURNS))
    return sorted((group for group in groups if group[1]), key=lambda group: -len(group[1]))


def _upright(word: Word, turn: int) -> Word:
    left, right, bottom, top = word.left, word.right, word.bottom, word.top
    boxes = (
        (left, right, bottom, top),
        (-top, -bottom, left, right),
        (-right, -left, -top, -bottom),
        (bottom, top, -right, -left),
    )
    left, right, bottom, top = boxes[turn]
    return word._replace(left=left, right=right, bottom=bottom, top=top)


def _words(
    pdfium: _Handle, text: _Handle, count: int, links: Sequence[tuple[str, _Box]]
) -> Iterator[tuple[int, bool, Word]]:
    """Yield the first `count` characters of `text` as words, with their direction and whether they are invisible."""
    printed = _text(pdfium, text, count)
    index_of, box_of, angle_of = (
        pdfium.FPDFText_GetCharIndexFromTextIndex,
        pdfium.FPDFText_GetLooseCharBox,
        pdfium.FPDFText_GetCharAngle,
    )
    object_of, mode_of, font_of = (
        pdfium.FPDFText_GetTextObject,
        pdfium.FPDFTextObj_GetTextRenderMode,
        pdfium.FPDFText_GetFontInfo,
    )
    first, last = pdfium.FS_RECTF(), pdfium.FS_RECTF()
    name, flags = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_int()
    for match in _WORD.finditer(printed):
        word = match[0]
        start = index_of(text, match.start())
        if not box_of(text, start, first) or not box_of(text, start + len(word) - 1, last):
            continue
        font_of(text, start, name, _LONGEST_NAME, flags)
        left, right = min(first.left, last.left), max(first.right, last.right)
        bottom, top = min(first.bottom, last.bottom), max(first.top, last.top)
        link = next((url for url, box in links if _is_in(box, first)), None) if links else None
        yield (
            round(angle_of(text, start) / _QUARTER) % _TURNS,
            mode_of(object_of(text, start)) in _INVISIBLE,
            Word(word.replace(_BROKEN, "-"), left, right, bottom, top, _is_bold(name.value, flags.value), link),
        )


def _text(pdfium: _Handle, text: _Handle, count: int) -> str:
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    written = pdfium.FPDFText_GetText(text, 0, count, buffer) if count > 0 else 0
    return bytes(memoryview(buffer).cast("B")[: 2 * max(0, written - 1)]).decode("utf-16-le", "replace")


@cache
def _is_bold(font: bytes, flags: int) -> bool:
    return bool(flags & _FORCED_BOLD) or _BOLD.search(font) is not None


_Box: TypeAlias = tuple[float, float, float, float]


def _is_in(box: _Box, character: _Handle) -> bool:
    left, bottom, right, top = box
    x, y = (character.left + character.right) / 2, (character.bottom + character.top) / 2
    return left <= x <= right and bottom <= y <= top


def _links(pdfium: _Handle, page: _Handle) -> list[tuple[str, _Box]]:
    """Return the web and mail addresses that parts of `page` lead to, with the boxes of these parts."""
    place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    found: list[tuple[str, _Box]] = []
    while pdfium.FPDFLink_Enumerate(page.raw, place, link):
        target = _target(pdfium, page, link)
        if target.lower().startswith(_TARGETS):
            found += [(target, box) for box in _boxes(pdfium, link)]
    return found


def _target(pdfium: _Handle, page: _Handle, link: _Handle) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != _URI:
        return ""
    target = ctypes.create_string_buffer(_LONGEST_TARGET)
    length = pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, target, _LONGEST_TARGET)
    return target.value.decode("utf-8", "replace") if length <= _LONGEST_TARGET else ""


def _boxes(pdfium: _Handle, link: _Handle) -> Iterator[_Box]:
    quad, rect = pdfium.FS_QUADPOINTSF(), pdfium.FS_RECTF()
    quads = pdfium.FPDFLink_CountQuadPoints(link)
    for index in range(quads):
        if pdfium.FPDFLink_GetQuadPoints(link, index, quad):
            across = quad.x1, quad.x2, quad.x3, quad.x4
            along = quad.y1, quad.y2, quad.y3, quad.y4
            yield min(across), min(along), max(across), max(along)
    if not quads and pdfium.FPDFLink_GetAnnotRect(link, rect):
        yield rect.left, min(rect.bottom, rect.top), rect.right, max(rect.bottom, rect.top)


def _is_pictured(pdfium: _Handle, page: _Handle) -> bool:
    objects = (pdfium.FPDFPage_GetObject(page.raw, index) for index in range(pdfium.FPDFPage_CountObjects(page.raw)))
    return any(pdfium.FPDFPageObj_GetType(item) == _IMAGE for item in objects)
