"""The words of a page with the places and the fonts of their characters, asked of PDFium as seldom and as cheaply as
can be: each answer is a call, and a page has a thousand characters.

By ctypes, checking arguments and letting other threads in takes longer than a call. `quick` functions go without: what
is passed to them must be right, and they must be short.
"""

import ctypes
import math
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

import regex
from pypdfium2 import raw as pdfium

# What PDFium calls a document, a page or the text of one; it has no types.
Handle = Any

_BROKEN = "\ufffe"  # a hyphen that PDFium saw at a line's end
_BOLD = regex.compile(rb"(?i)bold|black|heavy|demi(?!t)")
_FORCED_BOLD = 1 << 18
_INVISIBLE = frozenset((3, 7))  # render modes: nothing drawn, or only clipped to
_LONGEST_NAME = 256
_QUARTER = math.pi / 2
_TURNS = 4


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


class Style(NamedTuple):
    """How words are printed: the quarters by which they are turned, the size of their font, whether it is bold."""

    turn: int
    size: float
    bold: bool
    invisible: bool


class Link(NamedTuple):
    """A part of a page that leads to `target`."""

    target: str
    left: float
    bottom: float
    right: float
    top: float


def quick(function: Handle) -> Callable[..., Any]:
    """Return a function of PDFium without the checks of its arguments: handles as PDFium gave them, `byref` for what it
    fills in, numbers for `int` and `c_ulong` for `unsigned long`.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(function.restype)(address)  # type: ignore[arg-type]  # a function has one


_text_in = quick(pdfium.FPDFText_GetText)
_index_of = quick(pdfium.FPDFText_GetCharIndexFromTextIndex)
_origin_of = quick(pdfium.FPDFText_GetCharOrigin)
_box_of = quick(pdfium.FPDFText_GetLooseCharBox)
_font_of = quick(pdfium.FPDFText_GetFontInfo)
_size_of = quick(pdfium.FPDFText_GetFontSize)
_matrix_of = quick(pdfium.FPDFText_GetMatrix)
_object_of = quick(pdfium.FPDFText_GetTextObject)
_mode_of = quick(pdfium.FPDFTextObj_GetTextRenderMode)


def turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """Return where a point stands once the page is turned back by as many quarters as its text is turned."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turn]


def runs_of(text: Handle, count: int, links: Sequence[Link]) -> Iterator[tuple[Style, list[Word]]]:
    """Yield the words in the first `count` characters of `text`, those together that are printed alike.

    Style is asked for at both ends of what PDFium takes for a line, and word by word only where the ends differ.
    """
    style_of, words_of = _styles(text), _places(text, links)
    lines = list(_lines(_printed(text, count)))
    # Characters that print nothing have a number and no place: each moves all behind it.
    unmoved = not lines or _index_of(text, lines[-1][1][-1]) == lines[-1][1][-1]
    order = 1
    for words, starts in lines:
        indices = starts if unmoved else [_index_of(text, start) for start in starts]
        style = style_of(indices[0])
        if len(words) == 1 or style_of(indices[-1]) == style:
            yield style, words_of(style, words, indices, order)
        else:
            for at, (word, index) in enumerate(zip(words, indices, strict=True), order):
                style = style_of(index)
                yield style, words_of(style, [word], [index], at)
        order += len(words)


def _printed(text: Handle, count: int) -> str:
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    written = _text_in(text, 0, count, buffer) if count > 0 else 0
    return bytes(memoryview(buffer).cast("B")[: 2 * max(0, written - 1)]).decode("utf-16-le", "replace")


def _lines(printed: str) -> Iterator[tuple[list[str], list[int]]]:
    """Yield the words of each line that has any, and where they begin; a word ends at blanks and at a broken hyphen."""
    start = 0
    for line in printed.replace("\r", "\n").replace("\t", " ").replace("\x00", " ").split("\n"):
        words, starts = [], []
        at = start
        for part in line.replace(_BROKEN, f"-{_BROKEN}").split(_BROKEN):
            for word in part.split(" "):
                if word:
                    words.append(word)
                    starts.append(at)
                at += len(word) + 1
            at -= 1  # no blank parts a broken hyphen from what follows
        if words:
            yield words, starts
        start += len(line) + 1


def _styles(text: Handle) -> Callable[[int], Style]:
    name, flags, matrix = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_int(), pdfium.FS_MATRIX()
    room, to_flags, to_matrix = ctypes.c_ulong(_LONGEST_NAME), ctypes.byref(flags), ctypes.byref(matrix)

    def style_of(index: int) -> Style:
        length = _font_of(text, index, name, room, to_flags)
        bold = length > 0 and _is_bold(name.value if length <= _LONGEST_NAME else b"", flags.value)
        _matrix_of(text, index, to_matrix)
        return Style(
            round(math.atan2(matrix.b, matrix.a) / _QUARTER) % _TURNS,
            _size_of(text, index) * math.hypot(matrix.c, matrix.d),
            bold,
            _mode_of(_object_of(text, index)) in _INVISIBLE,
        )

    return style_of


def _places(text: Handle, links: Sequence[Link]) -> Callable[[Style, Sequence[str], Sequence[int], int], list[Word]]:
    """Return what finds where words printed alike stand, by the numbers of their first characters."""
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    to_x, to_y, to_box = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)

    def words_of(style: Style, words: Sequence[str], indices: Sequence[int], order: int) -> list[Word]:
        found, make = [], Word._make  # which is faster than the name with arguments
        turn, size, bold, _ = style
        height, near = math.nan, links
        for number, (word, index) in enumerate(zip(words, indices, strict=True), order):
            _origin_of(text, index, to_x, to_y)  # a call that fails leaves the place of the word before
            _box_of(text, index + len(word) - 1, to_box)
            left, baseline, right = x.value, y.value, box.right
            if links and baseline != height:
                height, near = baseline, [link for link in links if link.bottom <= baseline < link.top]
            link = next((link.target for link in near if link.left <= left < link.right), None) if near else None
            if turn:
                corners = (turned(box.left, box.bottom, turn), turned(right, box.top, turn))
                left, baseline = turned(left, baseline, turn)
                right = max(along for along, _ in corners)
            found.append(make((word, left, right, baseline, size, bold, link, number)))
        return found

    return words_of


@cache
def _is_bold(font: bytes, flags: int) -> bool:
    return bool(flags & _FORCED_BOLD) or _BOLD.search(font) is not None
