"""Releases printed to PDF: by reportlab in the run of the tests, as HTML for browsers, as OpenDocument for LibreOffice.

A text is printed as its author would set it: blank lines are space, consecutive lines keep their ends, rows of columns
become a table, headings and bold words are set as such, links lead where they say.
"""

from __future__ import annotations

import html
import io
import subprocess
from itertools import groupby
from typing import TYPE_CHECKING, Any

import attrs
import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from pressparse import Release

_GAP = regex.compile(r" {2,}|\t+")
_BAR = regex.compile(r" *\| *")
_HEADING = regex.compile(r"(#{1,6}) +(.*)")
_BULLET = regex.compile(r"[-•] +(.*)")
_RULE = regex.compile(r"[-_*]{3,}|\|?[-:| ]{5,}\|?")


@attrs.frozen
class Line:
    """A line as it is set: its cells as small HTML (`b`, `a`), the level of its heading, whether it is an item."""

    cells: tuple[str, ...]
    heading: int = 0
    item: bool = False


@attrs.frozen
class Block:
    """Lines between two spaces; `table` if each is a row of cells."""

    lines: tuple[Line, ...]
    table: bool = False


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the blocks of a release."""
    for filled, lines in groupby(text.splitlines(), lambda line: bool(line.strip())):
        if filled:
            set_lines = [_line(line) for line in lines if not _RULE.fullmatch(line.strip())]
            for table, run in groupby(set_lines, lambda line: len(line.cells) > 1):
                yield Block(tuple(run), table)


def _line(line: str) -> Line:
    text = line.strip()
    if match := _HEADING.fullmatch(text):
        return Line((_inline(match[2]),), heading=len(match[1]))
    if match := _BULLET.fullmatch(text):
        return Line((_inline(match[1]),), item=True)
    cells = _BAR.split(text.strip("|").strip()) if text.startswith("|") else _GAP.split(text)
    return Line(tuple(map(_inline, cells)))


def _inline(text: str) -> str:
    text = html.escape(text, quote=False)
    text = regex.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    return regex.sub(r"\[([^]]*)\]\(([^)]*)\)", r'<a href="\2">\1</a>', text)


def by_reportlab(text: str) -> bytes:
    """Return `text` as reportlab prints it, in a font that is not embedded."""
    from reportlab.lib.pagesizes import A4  # noqa: PLC0415 - only some tests print
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415 - as above
    from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table  # noqa: PLC0415 - as above

    body = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=13.5)
    item = ParagraphStyle("item", body, leftIndent=14, bulletIndent=4)
    heading = ParagraphStyle("heading", body, fontName="Helvetica-Bold", fontSize=14, leading=17)
    story: list[Flowable] = []
    for block in blocks_of(text):
        if block.table:
            widths = max(len(line.cells) for line in block.lines)
            rows = [[*map(_plain, line.cells), *[""] * (widths - len(line.cells))] for line in block.lines]
            story.append(Table(rows, hAlign="LEFT", style=[("FONT", (0, 0), (-1, -1), "Helvetica", 10)]))
        else:
            for line in block.lines:
                style = heading if line.heading else item if line.item else body
                story.append(Paragraph(line.cells[0], style, bulletText="•" if line.item else None))
        story.append(Spacer(1, 8))
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4, leftMargin=60, rightMargin=60, invariant=True).build(story)
    return buffer.getvalue()


def _plain(cell: str) -> str:
    return html.unescape(regex.sub("<[^>]*>", "", cell))


def as_html(text: str) -> str:
    """Return `text` as a page for a browser to print."""
    parts: list[str] = []
    for block in blocks_of(text):
        if block.table:
            rows = ("".join(f"<td>{cell}</td>" for cell in line.cells) for line in block.lines)
            parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
            continue
        for kind, run in groupby(block.lines, lambda line: "item" if line.item else line.heading):
            lines = [line.cells[0] for line in run]
            if kind == "item":
                parts.append("<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>")
            elif kind:
                parts += [f"<h2>{line}</h2>" for line in lines]
            else:
                parts.append(f"<p>{'<br>'.join(lines)}</p>")
    style = "body{font:11pt 'Liberation Sans',Arial,sans-serif} td{padding-right:1.5em}"
    return f"<!doctype html><meta charset=utf-8><style>{style}</style><body>{''.join(parts)}"


_FODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" \
xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" \
xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3" \
office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="Liberation Sans"/></office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="F" \
fo:font-size="11pt" fo:language="fr" fo:country="FR"/></style:default-style></office:styles>
<office:automatic-styles>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="8pt"/></style:style>
<style:style style:name="L" style:family="paragraph"/>
<style:style style:name="I" style:family="paragraph"><style:paragraph-properties fo:margin-left="14pt" \
fo:text-indent="-14pt"><style:tab-stops><style:tab-stop style:position="14pt"/></style:tab-stops>\
</style:paragraph-properties></style:style>
<style:style style:name="H" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="8pt"/>\
<style:text-properties fo:font-size="15pt" fo:font-weight="bold"/></style:style>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document>
"""


def as_fodt(text: str) -> str:
    """Return `text` as a flat OpenDocument text for LibreOffice to print."""
    return fodt_of("".join(_fodt_block(block) for block in blocks_of(text)))


def fodt_of(body: str, styles: str = "") -> str:
    """Return a flat OpenDocument text with this `body`, in which small HTML stands for bold words and links."""
    body = regex.sub(r"<(/?)b>", lambda match: "</text:span>" if match[1] else '<text:span text:style-name="B">', body)
    body = regex.sub(r'<a href="([^"]*)">(.*?)</a>', r'<text:a xlink:type="simple" xlink:href="\1">\2</text:a>', body)
    return _FODT.format(styles=styles, body=body)


def _fodt_block(block: Block) -> str:
    if not block.table:
        last = len(block.lines) - 1
        return "".join(_fodt_line(line, last=at == last) for at, line in enumerate(block.lines))
    width = max(len(line.cells) for line in block.lines)
    return fodt_table([(*line.cells, *[""] * (width - len(line.cells))) for line in block.lines])


def _fodt_line(line: Line, *, last: bool) -> str:
    style = "H" if line.heading else "I" if line.item else "P" if last else "L"
    return fodt_line(style, "•<text:tab/>" * line.item + line.cells[0])


def fodt_line(style: str, text: str) -> str:
    """Return a paragraph in one of the document's styles."""
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def fodt_table(rows: Sequence[Sequence[str]]) -> str:
    """Return a table as wide as the page, its columns alike."""
    cells = (
        "".join(f"<table:table-cell>{fodt_line('L', cell)}</table:table-cell>" for cell in cells) for cells in rows
    )
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    lines = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    return f"<table:table>{columns}{lines}</table:table>"


def by_chromium(pages: Mapping[str, str], folder: Path, *options: str) -> dict[str, bytes]:
    """Return `pages` as Chromium prints them, by their names; `folder` is for its files."""
    found: dict[str, bytes] = {}
    for name, page in pages.items():
        source, printed = folder / f"{name}.html", folder / f"{name}.pdf"
        source.write_text(page, "utf-8")
        arguments = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            *options,
            f"--print-to-pdf={printed}",
            source.as_uri(),
        ]
        subprocess.run(["chromium", *arguments], check=True, capture_output=True)  # noqa: S603, S607 - a test's own
        found[name] = printed.read_bytes()
    return found


def by_libreoffice(documents: Mapping[str, str], folder: Path) -> dict[str, bytes]:
    """Return `documents`, flat OpenDocument texts, as LibreOffice prints them, by their names."""
    for name, document in documents.items():
        (folder / f"{name}.fodt").write_text(document, "utf-8")
    sources = [folder / f"{name}.fodt" for name in documents]
    arguments = ["--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, sources)]
    subprocess.run(["soffice", *arguments], check=True, capture_output=True)  # noqa: S603, S607 - a test's own
    return {name: (folder / f"{name}.pdf").read_bytes() for name in documents}


# What the medium itself changes. Everything else is to be the same.
NOT_PRINTED = {
    "cnes-zephyr-damaged-letters": "its damage, combining accents and ligature characters, is no letter of these fonts",
    "contacts/14_html_table": "it is the source of a page, whose tags a reader of the PDF file would see",
}
_PLACES = frozenset({"span", "speaker_span", "evidence", "rule"})  # those of another text
_OF_THE_TEXT = ("schema_version", "source", "digest", "text", "format", "encoding", "diagnostics", "unclaimed")
_MAIL_LINK = regex.compile(r"\[([^]]*@[^]]*)\]\([^)]*\)")


def values(release: Release) -> dict[str, Any]:
    """Return the values of `release` that do not depend on the medium.

    Places are those of another text. Where the text is wrapped, `raw` keeps the break; where an address is a link of
    Markdown, `raw` keeps the link, while in print the address shows where it leads.
    """
    record = release.to_dict(text=False)
    return {key: _value(value) for key, value in record.items() if key not in (*_OF_THE_TEXT, *_PLACES)}


def _value(value: Any) -> Any:  # noqa: ANN401 - a JSON value
    if isinstance(value, dict):
        return {key: _value(item) for key, item in value.items() if key not in _PLACES}
    if isinstance(value, list):
        return [_value(item) for item in value]
    return _MAIL_LINK.sub(r"\1", " ".join(value.split())) if isinstance(value, str) else value
