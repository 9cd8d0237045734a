"""The same release in other media: as a web page with all that sites put around one, and as a mail.

A text is set as its author would have set it there: headings, lists, tables for columns, links, bold words.
"""

import html
import re
from collections.abc import Iterator
from email.message import EmailMessage

SITE = "https://www.example.org"
_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_BULLET = re.compile(r"\s*(?:[-*•·⦁–])\s+(.*)")
_GAP = re.compile(r"\t+|[ \xa0]{3,}")
_BOLD = re.compile(r"\*\*([^*\n]+)\*\*")
_LINK = re.compile(r"\[([^\[\]\n]+)\]\(([^()\s]+)\)")
_TAGS = re.compile(r"</?(?:p|h\d|table|tr|td|th|a|div|ul|li|b|strong)\b[^>]*>")

_MENU = "".join(
    f'<li><a href="{SITE}/{page}">{name}</a></li>'
    for page, name in [("space", "Space"), ("earth", "Earth"), ("jobs", "Jobs"), ("press", "Press"), ("about", "About")]
)
_MODERN = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="{charset}"><title>{title} | Example</title><style>p {{ margin: 1em }}</style>
<script>window.dataLayer = ["<p>not a paragraph</p>"];</script></head>
<body class="node press has-sidebar"><a class="skip-link" href="#main">Skip to main content</a>
<div id="onetrust-consent"><p>We use cookies to measure how our pages are read. <button>Accept all</button></p></div>
<header class="site-header"><a href="/"><img src="logo.svg" alt="Example"></a><nav aria-label="Main"><ul>{menu}</ul></nav></header>
<main id="main"><nav class="breadcrumb"><a href="/">Home</a> / <a href="/press">Press</a></nav>
<article>{body}
<div class="social-share"><span>Share</span> <a href="https://social.example/share?u=1">Share on Social</a> <a href="mailto:?body=x">E-mail</a></div>
</article>
<section class="related-content"><h2>Related news</h2><article><h3><a href="/n/1">A balloon lands in the meadow</a></h3>
<p>3 March 2001</p></article><article><h3><a href="/n/2">Ten years of tides</a></h3></article></section></main>
<footer><p>Example, 1 Long Street, Springfield. Tel. +33 1 00 00 00 00 <a href="mailto:web@example.org">web@example.org</a></p></footer>
<!-- {title} --></body></html>
"""
_DIVIDED = """<!DOCTYPE html>
<html lang="{language}"><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"><title>{title}</title></head>
<body><form action="x.aspx"><div id="header"><a href="/">Example</a></div><div class="menuTop"><ul>{menu}</ul></div>
<div class="leftSidebar"><ul>{menu}</ul></div><div class="page-body"><div class="tools"><div class="shareButtons"><a href="#">Print</a></div></div>
<div class="text">{body}</div></div><div id="footer"><a href="/legal">Legal</a> <a href="/map">Map</a> © Example</div></form></body></html>
"""
_FRAMED = """<html><head><meta http-equiv="content-type" content="text/html; charset={charset}"><title>{title}</title></head>
<body bgcolor="#ffffff"><table width="760" border="0"><tr><td colspan="2"><img src="top.gif" alt="Example"></td></tr><tr>
<td width="150" valign="top"><table>{rows}</table></td>
<td valign="top"><font face="Arial" size="2">{body}</font></td></tr></table></body></html>
"""
TEMPLATES = (_MODERN, _DIVIDED, _FRAMED)


def page(text: str, title: str, *, language: str = "en", template: str = _MODERN, charset: str = "utf-8") -> bytes:
    """Return the release `text` as a web page."""
    rows = _MENU.replace("<li>", "<tr><td>").replace("</li>", "</td></tr>")
    whole = template.format(
        body=body(text), title=html.escape(title), menu=_MENU, rows=rows, language=language, charset=charset
    )
    return whole.encode(charset, "xmlcharrefreplace")


def mail(text: str, subject: str, *, charset: str = "utf-8", markup: bool = True) -> bytes:
    """Return the release `text` as a mail, with its text and the same in HTML if `markup` asks for it."""
    message = EmailMessage()
    message["From"] = "Press Office <press@example.org>"
    message["To"] = "redaction@example.net"
    message["Subject"] = subject
    message["Message-ID"] = "<20240314.1@example.org>"
    message.set_content(text, charset=charset, cte="quoted-printable")
    if markup:
        message.add_alternative(f"<html><body>{body(text)}</body></html>", subtype="html", charset="utf-8")
    return message.as_bytes()


def body(text: str) -> str:
    """Return `text` as HTML."""
    if _TAGS.search(text):  # it is
        return text
    return "\n".join(_block(block.split("\n")) for block in re.split(r"\n(?:[ \t]*\n)+", text.strip("\n")))


def _block(lines: list[str]) -> str:
    return "\n".join(_runs(lines))


def _runs(lines: list[str]) -> Iterator[str]:
    """Yield the elements of a block of lines: what stands below each other and is of one kind is one element."""
    run: list[str] = []
    kind = ""
    for line in lines:
        found = _kind(line)
        if found != kind and run:
            yield _element(kind, run)
            run = []
        kind = found
        run.append(line)
    yield _element(kind, run)


def _kind(line: str) -> str:
    if _HEADING.match(line):
        return "heading"
    if _BULLET.match(line):
        return "list"
    if line.lstrip().startswith("|") or _GAP.search(line.strip()):
        return "table"
    return "rule" if re.fullmatch(r"\s*[-_*]{3,}\s*", line) else "text"


def _element(kind: str, lines: list[str]) -> str:
    if kind == "heading":
        return "".join(f"<h{len(m[1])}>{_inline(m[2])}</h{len(m[1])}>" for m in map(_HEADING.match, lines) if m)
    if kind == "list":
        return "<ul>" + "".join(f"<li>{_inline(m[1])}</li>" for m in map(_BULLET.match, lines) if m) + "</ul>"
    if kind == "rule":
        return "<hr>"
    if kind == "table":
        rows = [_cells(line) for line in lines if not re.fullmatch(r"[\s|:-]+", line)]
        return (
            "<table>"
            + "".join("<tr>" + "".join(f"<td>{_inline(cell)}</td>" for cell in row) + "</tr>" for row in rows)
            + "</table>"
        )
    return "<p>" + "<br>\n".join(map(_inline, lines)) + "</p>"


def _cells(line: str) -> list[str]:
    bare = line.strip()
    if bare.startswith("|"):
        return [cell.strip() for cell in bare.strip("|").split("|")]
    return _GAP.split(bare)


def _inline(text: str) -> str:
    escaped = html.escape(text.strip(), quote=False)
    bold = _BOLD.sub(r"<strong>\1</strong>", escaped)
    return _LINK.sub(r'<a href="\2">\1</a>', bold)
