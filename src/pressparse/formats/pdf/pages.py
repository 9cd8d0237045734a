"""The words of a PDF file, each with the box that it is printed in, as PDFium finds them.

PDFium's own text of a page comes in the order of drawing and knows no columns; its words and their places are sound.
A word's height is the size of its font: PDFium's boxes are those of fonts for some producers, of letters for others.
Coordinates are points; text that is turned is turned upright.
"""

import ctypes
import threading
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise, repeat
from typing import NamedTuple

from pypdfium2 import PdfiumError
from pypdfium2 import raw as pdfium

from pressparse.formats.pdf.characters import Handle, Link, Word, quick, runs_of, turned

# Left, bottom, right, top.
_Box = tuple[float, float, float, float]

_LOCK = threading.Lock()  # PDFium must not be called by two threads at once
_URI = 3  # PDFACTION_URI
_PATH, _IMAGE = 2, 3  # FPDF_PAGEOBJ_PATH, FPDF_PAGEOBJ_IMAGE
# A bullet that is drawn, and an item of a list, in sizes of the font.
_LEAST_DOT, _GREATEST_DOT, _FARTHEST_DOT, _HIGHEST_DOT = 0.1, 0.5, 2, 0.6
_NEAREST_ITEM, _FARTHEST_ITEM = 0.8, 5
_EDGE = 24  # points, in which nothing stands but what runs over the pages
_LONGEST_TARGET = 800
_NEAR = 1  # point by which a word may stand out of its link
_TARGETS = ("mailto:", "http://", "https://")


_object_at = quick(pdfium.FPDFPage_GetObject)
_kind_of = quick(pdfium.FPDFPageObj_GetType)
_bounds_of = quick(pdfium.FPDFPageObj_GetBounds)
_next_link = quick(pdfium.FPDFLink_Enumerate)
_action_of = quick(pdfium.FPDFLink_GetAction)
_kind_of_action = quick(pdfium.FPDFAction_GetType)
_target_of = quick(pdfium.FPDFAction_GetURIPath)
_parts_of = quick(pdfium.FPDFLink_CountQuadPoints)
_part_of = quick(pdfium.FPDFLink_GetQuadPoints)
_place_of = quick(pdfium.FPDFLink_GetAnnotRect)


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
    pages: list[Page] = []
    broken: list[int] = []
    left = most_characters
    with _LOCK, _opened(data) as (document, total):
        for number in range(1, min(total, most_pages) + 1):
            if left <= 0:
                break
            with _loaded(document, number - 1) as (page, text):
                if not text:
                    broken.append(number)
                    continue
                characters = pdfium.FPDFText_CountChars(text)
                pages.append(_page(document, page, text, min(characters, left)))
                left -= characters
    return Pages(tuple(pages), total, tuple(broken), total - len(pages) - len(broken), left < 0)


@contextmanager
def _opened(data: bytes) -> Iterator[tuple[Handle, int]]:
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    try:
        total = pdfium.FPDF_GetPageCount(document)
        if total < 1:
            msg = "PDFium cannot open the file"
            raise PdfiumError(msg, pdfium.FPDF_GetLastError())
        yield document, total
    finally:
        pdfium.FPDF_CloseDocument(document)


@contextmanager
def _loaded(document: Handle, index: int) -> Iterator[tuple[Handle, Handle]]:
    """Load a page and its text; where it cannot be, that is false."""
    page = pdfium.FPDF_LoadPage(document, index)
    text = pdfium.FPDFText_LoadPage(page)
    try:
        yield page, text
    finally:
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


def _box_of(page: Handle) -> _Box:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    return box.left, box.bottom, box.right, box.top


def _page(document: Handle, page: Handle, text: Handle, count: int) -> Page:
    left, bottom, right, top = _box_of(page)
    shown: defaultdict[int, list[Word]] = defaultdict(list)
    hidden: defaultdict[int, list[Word]] = defaultdict(list)
    for style, run in runs_of(text, count, _links(document, page)):
        (hidden if style.invisible else shown)[style.turn] += run
    # A scan has its recognized text behind the picture.
    words = shown if sum(map(len, shown.values())) >= sum(map(len, hidden.values())) else hidden
    views = [_view(turn, found, (left, bottom, right, top)) for turn, found in words.items()]
    main, *others = sorted(views, key=lambda page: len(page.words), reverse=True) or [Page((), (), bottom, top)]
    if not main.words:
        return main._replace(pictured=bool(_objects(page, _IMAGE)))
    dots = _dots(page, main.words) if not words.keys() - {0} and _may_list(main) else ()
    return main._replace(words=(*main.words, *dots), turned=tuple(other.words for other in others if other.words))


def _view(turn: int, words: Sequence[Word], box: _Box) -> Page:
    """Return the page as it is seen turned upright by `turn` quarters, with those of `words` that stand on it."""
    (one, low), (other, high) = turned(box[0], box[1], turn), turned(box[2], box[3], turn)
    left, right, bottom, top = min(one, other), max(one, other), min(low, high), max(low, high)
    on_page = [word for word in words if left < word.right and word.left < right and bottom < word.baseline < top]
    return Page(tuple(on_page), (), bottom, top)


def _may_list(page: Page) -> bool:
    """Whether some lines begin as far behind others as items of a list; what browsers print at the edges is none."""
    low, high = page.bottom + _EDGE, page.top - _EDGE
    size = page.words[0].size
    firsts = [word for before, word in pairwise(page.words) if before.baseline != word.baseline]
    margins = sorted({round(word.left) for word in (page.words[0], *firsts) if low < word.baseline < high})
    return any(_NEAREST_ITEM * size < right - left < _FARTHEST_ITEM * size for left, right in pairwise(margins))


def _dots(page: Handle, words: Sequence[Word]) -> Iterator[Word]:
    """Yield the bullets that browsers draw, each as a word of the line that it opens."""
    edges = [ctypes.c_float() for _ in range(4)]
    places = [ctypes.byref(edge) for edge in edges]
    size = words[0].size
    for item in _objects(page, _PATH):
        _bounds_of(item, *places)
        left, bottom, right, top = [edge.value for edge in edges]
        if _LEAST_DOT * size < right - left < _GREATEST_DOT * size and abs(right - left - top + bottom) < 1:
            opened = _opened_by(right, (bottom + top) / 2, words)
            yield from [Word("•", left, right, opened.baseline, opened.size)] if opened else []


def _opened_by(right: float, middle: float, words: Sequence[Word]) -> Word | None:
    """Return the word directly behind a small path that stands at half the height of its letters."""
    return next(
        (
            word
            for word in words
            if 0 < word.left - right < _FARTHEST_DOT * word.size
            and 0 < middle - word.baseline < _HIGHEST_DOT * word.size
        ),
        None,
    )


def _links(document: Handle, page: Handle) -> list[Link]:
    place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    to_place, to_link = ctypes.byref(place), ctypes.byref(link)
    target, room = ctypes.create_string_buffer(_LONGEST_TARGET), ctypes.c_ulong(_LONGEST_TARGET)
    found: list[Link] = []
    while _next_link(page, to_place, to_link):
        action = _action_of(link)
        if action and _kind_of_action(action) == _URI:
            length = _target_of(document, action, target, room)
            address = target.value.decode("utf-8", "replace") if length <= _LONGEST_TARGET else ""
            if address.lower().startswith(_TARGETS):
                found += [
                    Link(address, left - _NEAR, bottom - _NEAR, right, top) for left, bottom, right, top in _boxes(link)
                ]
    return found


def _boxes(link: Handle) -> Iterator[_Box]:
    """Yield the parts of the page that a link stands on, one for each row."""
    quad, rect = pdfium.FS_QUADPOINTSF(), pdfium.FS_RECTF()
    quads = _parts_of(link)
    for index in range(quads):
        _part_of(link, index, ctypes.byref(quad))
        across, along = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
        yield min(across), min(along), max(across), max(along)
    if not quads:
        _place_of(link, ctypes.byref(rect))
        yield rect.left, min(rect.bottom, rect.top), rect.right, max(rect.bottom, rect.top)


def _objects(page: Handle, kind: int) -> list[Handle]:
    objects = list(map(_object_at, repeat(page), range(pdfium.FPDFPage_CountObjects(page))))
    return [item for item, its in zip(objects, map(_kind_of, objects), strict=True) if its == kind]
