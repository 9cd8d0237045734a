"""Web pages: the release out of all that a site puts around it, in the form that the parser reads best.

Needs the extra `html` (selectolax, which reads broken pages as browsers do).
"""

import regex

from pressparse.diagnostics import diagnostic
from pressparse.formats.plain import decode
from pressparse.formats.source import Document, Format, Source, extra

_OPENING = regex.compile(
    rb"""(?xi)
    \A (?: \xef\xbb\xbf )?+ \s*+
    (?: <\?xml [^>]{0,200}+ > \s*+ )?+
    (?: <!--  (?s: .{0,1500}? ) --> \s*+ ){0,3}
    < (?: !doctype \s+ html | html | head | body | meta | title ) [\s>]
    """
)
# A piece of a page, downloaded under a name that tells nothing: one element and nothing else.
_PIECE = regex.compile(rb"(?is)\A\s*+<(main|article|section|div)[\s>].*</\1>\s*+\Z")
_TEXTS = (".txt", ".md")  # Markdown may hold elements
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_WITHIN = 4096
_DECLARED = (
    regex.compile(rb"(?i)<meta\s[^>]{0,300}?charset\s*=\s*[\"']?\s*(?P<name>[\w:.-]{2,40})"),
    regex.compile(rb"(?i)\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"'](?P<name>[\w:.-]{2,40})"),
)
_MOST_BYTES = 32_000_000
# Beyond so many open elements a page is an attack: time to read it grows with the square of its depth.
_DEEPEST = 2000
_TAG = regex.compile(r"<(/?)([a-zA-Z][^\s/>]{0,30})")
# Elements that hold nothing, or that the next of their kind ends where nobody else does.
_FLAT = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
    | {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "a", "html", "head", "body"}
)


def is_html(source: Source) -> bool:
    """Tell whether `source` begins as a web page does, or is a piece of one."""
    head = source.data[:_WITHIN]
    if head.startswith(_UTF_16):
        head = head.replace(b"\0", b"")[2:]
    if _OPENING.match(head):
        return True
    if (source.name or "").lower().endswith(_TEXTS):
        return False
    return _PIECE.match(source.data) is not None


def to_text(source: Source) -> Document:
    """Return the release in the page `source`; raises `UnreadableError` if it holds none or the extra is missing."""
    with extra("html", "selectolax", source):
        from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - an extra
    from pressparse.formats.html.page import UNSEEN, claims_of, parts_of  # noqa: PLC0415 - used for pages only
    from pressparse.formats.html.reading import MOST_CHARACTERS, Reader  # noqa: PLC0415 - used for pages only

    data = source.data[:_MOST_BYTES]
    decoded = decode(data, source.charset or declared_charset(data))
    if decoded is None:
        reason = "binary data, no text in any encoding"
        raise source.unreadable(reason)
    page, encoding = decoded
    end = shallow_end(page)
    tree = LexborHTMLParser(page[:end])
    claims = tuple(claims_of(tree))
    base = tree.css_first("base[href]")
    tree.strip_tags(UNSEEN)
    parts = parts_of(tree)
    whole = sum(len(part.text()) for part in parts)
    html = tree.root.attributes.get("lang") if tree.root else None
    reader = Reader(
        (base.attributes.get("href") or "") if base else "",
        (html or "")[:2].lower(),
        whole,
        siteless=len(parts) == 1 and parts[0].tag == "body",
    )
    for part in parts:
        reader.read(part)
    text = reader.writer.result()
    if not text:
        reason = "a web page without text"
        raise source.unreadable(reason)
    truncated = len(source.data) > _MOST_BYTES or end < len(page) or len(text) > MOST_CHARACTERS
    message = "only the beginning of the page was read: it is larger, or nested more deeply, than the limits allow"
    doubts = (diagnostic("input-truncated", "text", message),) if truncated else ()
    return Document(text[:MOST_CHARACTERS], encoding, "html", doubts, claims)


def declared_charset(data: bytes) -> str | None:
    """Return the charset that the page declares; UTF-16 in ASCII letters can only be a slip for UTF-8."""
    match = next((match for pattern in _DECLARED if (match := pattern.search(data[:_WITHIN]))), None)
    name = match["name"].decode("ascii", "replace") if match else None
    return "utf-8" if name and name.lower().startswith("utf-16") else name


def shallow_end(page: str) -> int:
    """Return where the page begins to be nested too deeply: its length, for all pages that are meant to be read."""
    if page.count("<") <= _DEEPEST:
        return len(page)
    depth = 0
    for match in _TAG.finditer(page):
        if match[2].lower() not in _FLAT:
            depth = max(0, depth - 1) if match[1] else depth + 1
            if depth > _DEEPEST:
                return match.start()
    return len(page)


HTML = Format("html", (".html", ".htm", ".xhtml"), is_html, to_text)
