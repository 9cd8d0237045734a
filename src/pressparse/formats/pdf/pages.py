"""The words of a PDF file, each with the box that it is printed in, as PDFium finds them.

PDFium's own text of a page comes in the order in which it was drawn and knows no columns; its words and where they
stand are sound. A word's height is the size of its font: the boxes that PDFium gives are those of the fonts of some
producers and those of the letters of others. Coordinates are points; text that is turned is turned upright.
"""

from __future__ import annotations

import ctypes
import math
import threading
from collections import defaultdict
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
_NEAR = 1  # point by which a word may stand out of its link
_TARGETS = ("mailto:", "http://", "https://")


class Word(NamedTuple):
    """A word: where it begins and ends, the line it stands on, the size of its font, whether that is bold, and the web
    or mail address that it leads to.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool = False
    link: str | None = None


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
    shown: defaultdict[int, list[Word]] = defaultdict(list)
    hidden: defaultdict[int, list[Word]] = defaultdict(list)
    for turn, invisible, word in _words(pdfium, text.raw, count, _links(pdfium, page)):
        low, high = sorted((_turned(left, bottom, turn), _turned(right, top, turn)))
        if low[0] < word.right and word.left < high[0] and min(low[1], high[1]) < word.baseline < max(low[1], high[1]):
            (hidden if invisible else shown)[turn].append(word)
    # A scan has its recognized text behind the picture.
    words = shown if sum(map(len, shown.values())) >= sum(map(len, hidden.values())) else hidden
    if not words:
        return Page((), (), bottom, top, pictured=_is_pictured(pdfium, page))
    main, *others = sorted(words.items(), key=lambda item: -len(item[1]))
    low, high = sorted((_turned(left, bottom, main[0])[1], _turned(right, top, main[0])[1]))
    return Page(tuple(main[1]), tuple(tuple(turned) for _, turned in others), low, high)


def _words(
    pdfium: _Handle, text: _Handle, count: int, links: Sequence[tuple[str, _Box]]
) -> Iterator[tuple[int, bool, Word]]:
    """Yield the first `count` characters of `text` as words, with their direction and whether they are invisible."""
    printed = _text(pdfium, text, count)
    index_of, origin_of, box_of = (
        pdfium.FPDFText_GetCharIndexFromTextIndex,
        pdfium.FPDFText_GetCharOrigin,
        pdfium.FPDFText_GetLooseCharBox,
    )
    object_of, mode_of = pdfium.FPDFText_GetTextObject, pdfium.FPDFTextObj_GetTextRenderMode
    size_of, matrix_of, font_of = pdfium.FPDFText_GetFontSize, pdfium.FPDFText_GetMatrix, pdfium.FPDFText_GetFontInfo
    x, y, last, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    name, flags = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_int()
    for match in _WORD.finditer(printed):
        word = match[0]
        start = index_of(text, match.start())
        if not (origin_of(text, start, x, y) and box_of(text, start + len(word) - 1, last)):
            continue
        font_of(text, start, name, _LONGEST_NAME, flags)
        matrix_of(text, start, matrix)
        size = size_of(text, start) * math.hypot(matrix.c, matrix.d)
        turn = round(math.atan2(matrix.b, matrix.a) / _QUARTER) % _TURNS if matrix.b else 0 if matrix.a > 0 else 2
        left, baseline = _turned(x.value, y.value, turn)
        corners = _turned(last.left, last.bottom, turn), _turned(last.right, last.top, turn)
        right = max(along for along, _ in corners)
        link = next((url for url, box in links if _is_in(box, x.value, y.value)), None) if links else None
        invisible = mode_of(object_of(text, start)) in _INVISIBLE
        bold = _is_bold(name.value, flags.value)
        yield turn, invisible, Word(word.replace(_BROKEN, "-"), left, right, baseline, size, bold, link)


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """Return where a point stands once the page is turned back by as many quarters as its text is turned."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turn]


def _text(pdfium: _Handle, text: _Handle, count: int) -> str:
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    written = pdfium.FPDFText_GetText(text, 0, count, buffer) if count > 0 else 0
    return bytes(memoryview(buffer).cast("B")[: 2 * max(0, written - 1)]).decode("utf-16-le", "replace")


@cache
def _is_bold(font: bytes, flags: int) -> bool:
    return bool(flags & _FORCED_BOLD) or _BOLD.search(font) is not None


_Box: TypeAlias = tuple[float, float, float, float]


def _is_in(box: _Box, x: float, y: float) -> bool:
    left, bottom, right, top = box
    return left - _NEAR <= x < right and bottom - _NEAR <= y < top


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
