"""PDF files drawn for tests: words at their places, links, bullets, pictures, and files that are broken."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Literal

import attrs
import regex
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFArray
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlab.lib.pdfencrypt import StandardEncryption

WIDTH, HEIGHT = 595, 842


@attrs.frozen
class Words:
    """Words in one font at a place; `mode` 3 is invisible, `turn` are degrees, `link` is where they lead (`#`: within
    the file), `quads` if its parts are given one by one.
    """

    x: float
    y: float
    text: str
    font: str = "Helvetica"
    size: float = 11
    mode: Literal[0, 3] = 0
    turn: float = 0
    link: str | None = None
    quads: bool = False


@attrs.frozen
class Dot:
    """A bullet that is drawn."""

    x: float
    y: float
    radius: float = 1.5


def pdf_of(*pages: Iterable[Words | Dot], encrypt: StandardEncryption | None = None) -> bytes:
    """Return a file with these `pages`."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), invariant=True, encrypt=encrypt)
    for page in pages:
        for item in page:
            if isinstance(item, Dot):
                canvas.circle(item.x, item.y, item.radius, stroke=0, fill=1)
            else:
                _draw(canvas, item)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw(canvas: Canvas, words: Words) -> None:
    canvas.saveState()
    canvas.translate(words.x, words.y)
    canvas.rotate(words.turn)
    text = canvas.beginText(0, 0)
    text.setFont(words.font, words.size)
    text.setTextRenderMode(words.mode)
    text.textOut(words.text)
    canvas.drawText(text)
    if words.link:
        width = canvas.stringWidth(words.text, words.font, words.size)
        box = (words.x, words.y - 2, words.x + width, words.y + words.size)
        left, low, right, high = box
        quads = PDFArray([left, high, right, high, left, low, right, low])
        if words.link == "#":
            canvas.bookmarkPage("here")
            canvas.linkRect("", "here", box)
        elif words.quads:  # the box of the link is larger than its parts
            canvas.linkURL(words.link, (0, 0, WIDTH, HEIGHT), QuadPoints=quads)
        else:
            canvas.linkURL(words.link, box)
    canvas.restoreState()


def column(x: float, top: float, lines: Iterable[str], leading: float = 13) -> list[Words | Dot]:
    """Return `lines` one below the other; an empty one is a space."""
    return [Words(x, top - at * leading, line) for at, line in enumerate(lines) if line]


def unprintable(sign: str, *pages: Iterable[Words | Dot]) -> bytes:
    """Return a file with these `pages` whose fonts say that `sign` is a character of control."""
    sheet = b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <%02X> <0002> endbfchar endcmap"
    sheet %= ord(sign)
    table = b"99 0 obj << /Length %d >> stream\n%b\nendstream endobj\n" % (len(sheet), sheet)
    data = regex.sub(rb"(?=/Encoding /WinAnsiEncoding)", b"/ToUnicode 99 0 R ", pdf_of(*pages))
    return regex.sub(rb"(?=\nxref\n)", b"\n" + table, data)


def broken_page(*pages: Iterable[Words | Dot]) -> bytes:
    """Return a file with these `pages` and one more, where the tree of pages points at what is none."""
    return regex.sub(rb"(/Kids \[ .*?)\d 0 R \]", rb"\g<1>0 0 R ]", pdf_of(*pages, []))


def scan(hidden: str = "") -> bytes:
    """Return a file whose page is a picture, with the text `hidden` behind it."""
    buffer, pixels = io.BytesIO(), b"P6 4 4 255\n" + bytes(48)
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), invariant=True)
    canvas.drawImage(ImageReader(io.BytesIO(pixels)), 0, 0, WIDTH, HEIGHT)
    _draw(canvas, Words(60, 700, hidden, mode=3))
    canvas.save()
    return buffer.getvalue()
