"""Releases printed to PDF: by reportlab in the run of the tests, as HTML for browsers, as OpenDocument for LibreOffice.

A text is printed as its author would set it: blank lines are space, consecutive lines keep their ends, rows of columns
become a table, headings and bold words are set as such, links lead where they say.
"""

from __future__ import annotations

import html
import io
from itertools import groupby
from typing import TYPE_CHECKING

import attrs
import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    if block.table:
        widths = max(len(line.cells) for line in block.lines)
        rows = (
            "".join(
                f'<table:table-cell><text:p text:style-name="L">{cell}</text:p></table:table-cell>'
                for cell in (*line.cells, *[""] * (widths - len(line.cells)))
            )
            for line in block.lines
        )
        columns = f'<table:table-column table:number-columns-repeated="{widths}"/>'
        return f"<table:table>{columns}{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}</table:table>"
    last = len(block.lines) - 1
    return "".join(
        f'<text:p text:style-name="{_fodt_style(line, last=at == last)}">{"•<text:tab/>" * line.item}{line.cells[0]}</text:p>'
        for at, line in enumerate(block.lines)
    )


def _fodt_style(line: Line, *, last: bool) -> str:
    return "H" if line.heading else "I" if line.item else "P" if last else "L"
