"""PDF files: the text of their pages, with columns, paragraphs, headings and links as they are seen.

Needs the extra `pdf` (pypdfium2, the PDF reader of Chromium).
"""

from typing import TYPE_CHECKING

import regex

from pressparse.diagnostics import diagnostic
from pressparse.formats.source import Document, Format, Source, extra
from pressparse.model import Diagnostic

if TYPE_CHECKING:
    from pressparse.formats.pdf.pages import Pages

_HEADER = regex.compile(rb"%PDF-\d")
_HEADER_WITHIN = 1024  # bytes, as PDF readers allow
_BLANKS = b"\x00\t\r\n\x0c \xef\xbb\xbf"
_END = b"%%EOF"
_END_WITHIN = 4096
_MOST_BYTES = 200_000_000
_DAMAGED = "a damaged PDF file"
# What PDFium's error codes say to whoever gave the file.
_REASONS = {
    4: "a PDF file that opens only with its password",
    5: "a PDF file that is encrypted in an unknown way",
}


def to_text(source: Source) -> Document:
    """Return the text of the PDF file `source`; raises `UnreadableError` if it holds none that can be read."""
    data = source.data
    if not data.strip(_BLANKS):
        reason = "an empty file"
        raise source.unreadable(reason)
    if len(data) > _MOST_BYTES:
        reason = f"a PDF file of more than {_MOST_BYTES // 1_000_000} MB"
        raise source.unreadable(reason)
    pages = _pages(source)
    from pressparse.formats.pdf.layout import text_of_pages  # noqa: PLC0415 - used for PDF files only

    text = text_of_pages(pages.read)
    if not text:
        raise source.unreadable(_why_no_text(pages))
    return Document(text, None, "pdf", _limits(pages, data))


def _pages(source: Source) -> "Pages":
    with extra("pdf", "pypdfium2", source):
        from pypdfium2 import PdfiumError  # noqa: PLC0415 - an extra
    from pressparse.formats.pdf.pages import read_pages  # noqa: PLC0415 - used for PDF files only

    try:
        return read_pages(source.data)
    except PdfiumError as error:
        reason = _REASONS.get(error.err_code, _DAMAGED if is_pdf(source) else "no PDF file")
        raise source.unreadable(reason) from error


def _why_no_text(pages: "Pages") -> str:
    if not pages.read:
        return f"{_DAMAGED}: none of its pages can be read"
    if any(page.pictured for page in pages.read):
        return "a scanned PDF file: its pages are pictures without text, run text recognition (OCR) on it first"
    return "a PDF file without text"


def _limits(pages: "Pages", data: bytes) -> tuple[Diagnostic, ...]:
    said = []
    if pages.unread:
        said.append(f"only the first {pages.total - pages.unread} of {pages.total} pages were read")
    if pages.cut:
        said.append("the text of a page was cut short")
    if pages.broken:
        said.append(f"pages that cannot be read: {', '.join(map(str, pages.broken))}")
    if _END not in data[-_END_WITHIN:]:
        said.append("the file stops before its end mark, so that pages or words may be missing")
    return (diagnostic("input-truncated", "text", "; ".join(said)),) if said else ()


def is_pdf(source: Source) -> bool:
    """Tell whether `source` begins as PDF files do."""
    data = source.data
    begins = _HEADER.match(data[:_HEADER_WITHIN].lstrip(_BLANKS)) is not None
    return begins or (_HEADER.search(data, 0, _HEADER_WITHIN) is not None and b"endobj" in data)


PDF = Format("pdf", (".pdf",), is_pdf, to_text)
