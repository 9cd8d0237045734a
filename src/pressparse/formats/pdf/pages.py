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
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Page, text page and function table of PDFium, which has no types.
_Handle: TypeAlias = Any
# Left, bottom, right, top.
_Box: TypeAlias = tuple[float, float, float, float]

_LOCK = threading.Lock()  # PDFium must not be called by two threads at once
# A word ends at blanks and at a hyphen that PDFium saw at a line's end.
_WORD = regex.compile("[^ \t\r\n\ufffe\x00]++\ufffe?|\ufffe")
_LINE = regex.compile("[^\r\n]++")
_BROKEN = "\ufffe"
_BOLD = regex.compile(rb"(?i)bold|black|heavy|demi(?!t)")
_FORCED_BOLD = 1 << 18
_INVISIBLE = frozenset((3, 7))  # render modes: nothing drawn, or only clipped to
_LONGEST_NAME = 256
_QUARTER = math.pi / 2
_TURNS = 4
_URI = 3  # PDFACTION_URI
_PATH, _IMAGE = 2, 3  # FPDF_PAGEOBJ_PATH, FPDF_PAGEOBJ_IMAGE
# A bullet that is drawn, and an item of a list, in sizes of the font.
_LEAST_DOT, _GREATEST_DOT, _FARTHEST_DOT, _HIGHEST_DOT = 0.1, 0.5, 2, 0.6
_NEAREST_ITEM, _FARTHEST_ITEM = 0.8, 5
_LONGEST_TARGET = 800
_NEAR = 1  # point by which a word may stand out of its link
_TARGETS = ("mailto:", "http://", "https://")


class Word(NamedTuple):
    """A word: where it begins and ends, the line it stands on, the size of its font, whether that is bold, the web or
    mail address that it leads to, and its number in the order of drawing.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool = False
    link: str | None = None
    order: int = 0


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
    """The pages that were read, how many there are, the numbers of those that could not be read, how many were left
    unread behind a limit, and whether one was cut short there.
    """

    read: tuple[Page, ...]
    total: int
    broken: tuple[int, ...] = ()
    unread: int = 0
    cut: bool = False


def read_pages(data: bytes, most_pages: int = 100, most_characters: int = 1_000_000) -> Pages:
    """Return the pages of the PDF file `data` up to both limits; raises PDFium's error for one that it cannot open."""
    import pypdfium2  # noqa: PLC0415 - an extra, and loaded only where there is a PDF file

    pages: list[Page] = []
    broken: list[int] = []
    left = most_characters
    with _LOCK, pypdfium2.PdfDocument(data) as document:
        total = len(document)
        for number in range(1, min(total, most_pages) + 1):
            if left <= 0:
                break
            try:
                page = document[number - 1]
                text = page.get_textpage()
            except pypdfium2.PdfiumError:
                broken.append(number)
                continue
            characters = text.count_chars()
            pages.append(_page(pypdfium2.raw, page, text, min(characters, left)))
            left -= characters
    return Pages(tuple(pages), total, tuple(broken), total - len(pages) - len(broken), left < 0)


def _page(pdfium: _Handle, page: _Handle, text: _Handle, count: int) -> Page:
    left, bottom, right, top = page.get_bbox()
    shown: defaultdict[int, list[Word]] = defaultdict(list)
    hidden: defaultdict[int, list[Word]] = defaultdict(list)
    for style, word in _words(pdfium, text.raw, count, _links(pdfium, page)):
        (hidden if style.invisible else shown)[style.turn].append(word)
    # A scan has its recognized text behind the picture.
    words = shown if sum(map(len, shown.values())) >= sum(map(len, hidden.values())) else hidden
    views = [_view(turn, found, (left, bottom, right, top)) for turn, found in words.items()]
    main, *others = sorted(views, key=_amount, reverse=True) or [Page((), (), bottom, top)]
    if not main.words:
        return main._replace(pictured=_is_pictured(pdfium, page))
    dots = _dots(pdfium, page, main.words) if not words.keys() - {0} and _may_list(main.words) else ()
    return main._replace(words=(*main.words, *dots), turned=tuple(other.words for other in others if other.words))


def _amount(page: Page) -> int:
    return len(page.words)


def _view(turn: int, words: Sequence[Word], box: _Box) -> Page:
    """Return the page as it is seen turned upright by `turn` quarters, with those of `words` that stand on it."""
    (one, low), (other, high) = _turned(box[0], box[1], turn), _turned(box[2], box[3], turn)
    left, right, bottom, top = min(one, other), max(one, other), min(low, high), max(low, high)
    on_page = (word for word in words if left < word.right and word.left < right and bottom < word.baseline < top)
    return Page(tuple(on_page), (), bottom, top)


def _may_list(words: Sequence[Word]) -> bool:
    """Whether some lines begin as far behind others as the items of a list."""
    size = words[0].size
    starts = {round(word.left) for before, word in pairwise(words) if before.baseline != word.baseline}
    margins = pairwise(sorted({round(words[0].left), *starts}))
    return any(_NEAREST_ITEM * size < right - left < _FARTHEST_ITEM * size for left, right in margins)


def _dots(pdfium: _Handle, page: _Handle, words: Sequence[Word]) -> Iterator[Word]:
    """Yield the bullets that are drawn and not printed, as browsers do, each as a word of the line that it opens."""
    edges = [ctypes.c_float() for _ in range(4)]
    size = words[0].size
    for item in _objects(page, _PATH):
        if pdfium.FPDFPageObj_GetBounds(item, *edges):
            left, bottom, right, top = [edge.value for edge in edges]
            if _LEAST_DOT * size < right - left < _GREATEST_DOT * size and abs(right - left - top + bottom) < 1:
                behind = [word for word in words if 0 < word.left - right < _FARTHEST_DOT * word.size]
                opened = next((word for word in behind if _opens((bottom + top) / 2, word)), None)
                yield from [Word("•", left, right, opened.baseline, opened.size)] if opened else []


def _opens(middle: float, word: Word) -> bool:
    """Whether a small path stands at half the height of the letters of `word`."""
    return 0 < middle - word.baseline < word.size * _HIGHEST_DOT


class _Style(NamedTuple):
    """How words are printed: the quarters by which they are turned, the size of their font, whether it is bold."""

    turn: int
    size: float
    bold: bool
    invisible: bool


def _words(pdfium: _Handle, text: _Handle, count: int, links: Sequence[tuple[str, _Box]]) -> Iterator[_Run]:
    """Yield the words in the first `count` characters of `text` and how they are printed, in order."""
    printed = _text(pdfium, text, count)
    origin_of, box_of = quick("FPDFText_GetCharOrigin"), quick("FPDFText_GetLooseCharBox")
    x, y, last = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    to_x, to_y, to_last = ctypes.byref(x), ctypes.byref(y), ctypes.byref(last)
    order = 0
    for line in _LINE.finditer(printed):
        found = list(_WORD.finditer(printed, *line.span()))
        for style, matches, starts in _printed_alike(pdfium, text, found):
            words = []
            for match, start in zip(matches, starts, strict=True):
                word = match[0]
                origin_of(text, start, to_x, to_y)  # a call that fails leaves the place of the word before
                box_of(text, start + len(word) - 1, to_last)
                left, baseline, right = x.value, y.value, last.right
                link = _link_at(left, baseline, links) if links else None
                if style.turn:
                    corners = (_turned(last.left, last.bottom, style.turn), _turned(right, last.top, style.turn))
                    left, baseline = _turned(left, baseline, style.turn)
                    right = max(along for along, _ in corners)
                order += 1
                word = word.replace(_BROKEN, "-")
                words.append(Word(word, left, right, baseline, style.size, style.bold, link, order))
            yield style, words


def _printed_alike()
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
    """Yield the parts of the page that a link stands on, one for each row."""
    quad, rect = pdfium.FS_QUADPOINTSF(), pdfium.FS_RECTF()
    quads = pdfium.FPDFLink_CountQuadPoints(link)
    for index in range(quads):
        pdfium.FPDFLink_GetQuadPoints(link, index, quad)
        across, along = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
        yield min(across), min(along), max(across), max(along)
    if not quads:
        pdfium.FPDFLink_GetAnnotRect(link, rect)
        yield rect.left, min(rect.bottom, rect.top), rect.right, max(rect.bottom, rect.top)


def _is_pictured(pdfium: _Handle, page: _Handle) -> bool:
    return any(pdfium.FPDFPageObj_GetType(item) == _IMAGE for item in _objects(pdfium, page))


def _objects(pdfium: _Handle, page: _Handle) -> Iterator[_Handle]:
    return (pdfium.FPDFPage_GetObject(page.raw, index) for index in range(pdfium.FPDFPage_CountObjects(page.raw)))
