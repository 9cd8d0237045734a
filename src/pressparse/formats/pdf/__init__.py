"""PDF files: the text of their pages, columns, paragraphs, headings and links as they are seen."""

from __future__ import annotations

import regex

from pressparse.diagnostics import diagnostic
from pressparse.errors import UnreadableError
from pressparse.formats.extras import extra
from pressparse.formats.pdf.layout import text_of_pages
from pressparse.formats.pdf.pages import MOST_CHARACTERS, MOST_PAGES, Pages, read_pages
from pressparse.formats.source import Document, Format, Source
from pressparse.model import Diagnostic

_HEADER = regex.compile(rb"%PDF-\d")
_HEADER_WITHIN = 1024  # bytes, as PDF readers allow
_END = b"%%EOF"
_END_WITHIN = 4096
_MOST_BYTES = 200 * 1024 * 1024
# What PDFium's error codes mean for whoever gave the file.
_REASONS = {
    3: "a damaged PDF file, or none",
    4: "a PDF file that opens only with its password",
    5: "a PDF file encrypted in a way that cannot be read",
}


def to_text(source: Source) -> Document:
    """Return the text of the PDF file `source`; raises `UnreadableError` if it holds none that can be read."""
    if not source.data.strip(b"\x00\t\r\n "):
        raise UnreadableError(source.label, "an empty file, no PDF", source.digest)
    if len(source.data) > _MOST_BYTES:
        reason = f"a PDF file of more than {_MOST_BYTES // 1024 // 1024} MB, which is not read"
        raise UnreadableError(source.label, reason, source.digest)
    pages = _pages(source)
    text = text_of_pages(pages.read)
    if not text:
        raise UnreadableError(source.label, _why_no_text(pages), source.digest)
    return Document(text, None, "pdf", tuple(_limits(pages, source.data)))


def _pages(source: Source) -> Pages:
    with extra("pdf", "pypdfium2", source):
        from pypdfium2 import PdfiumError  # noqa: PLC0415 - an extra, and loaded only where there is a PDF file
    try:
        return read_pages(source.data)
    except PdfiumError as error:
        reason = _REASONS.get(getattr(error, "err_code", None), _REASONS[3])
        raise UnreadableError(source.label, reason, source.digest) from error


def _why_no_text(pages: Pages) -> str:
    if not pages.read:
        return "a damaged PDF file, none of its pages can be read"
    if any(page.pictured for page in pages.read):
        return "a scanned PDF file, its pages are pictures without text: run text recognition on it first"
    return "a PDF file without text"


def _limits(pages: Pages, data: bytes) -> list[Diagnostic]:
    """Return what was not read."""
    said: list[str] = []
    if pages.cut:
        said.append(f"only the first {MOST_CHARACTERS:,} characters were read")
    elif pages.count > MOST_PAGES:
        said.append(f"only the first {MOST_PAGES} of {pages.count} pages were read")
    if pages.broken:
        said.append(f"pages that cannot be read: {', '.join(map(str, pages.broken))}")
    if _END not in data[-_END_WITHIN:]:
        said.append("the file ends before its end mark: pages or text may be missing")
    return [diagnostic("input-truncated", "text", "; ".join(said))] if said else []


def is_pdf(source: Source) -> bool:
    """Tell whether `source` begins as PDF files do."""
    data = source.data
    return _HEADER.match(data.lstrip(b"\x00\t\r\n \xef\xbb\xbf"[:8])) is not None or (
        _HEADER.search(data, 0, _HEADER_WITHIN) is not None and b"endobj" in data
    )


PDF = Format("pdf", (".pdf",), is_pdf, to_text)
