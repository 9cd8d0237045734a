"""The elements of a page, one after the other, as text. Without recursion: pages may be nested as deep as they like.

Links tell where they lead: to a page, to a mail address also where a site hides it from robots, to a number to call.
"""

from binascii import unhexlify
from urllib.parse import unquote, urljoin

import attrs
import regex
from selectolax.lexbor import LexborNode

from pressparse.formats.html.page import is_left_behind, is_of_site
from pressparse.formats.html.vocabulary import is_mailing, is_related, names
from pressparse.formats.html.writing import LINE, PARAGRAPH, Writer, lines_of_table

MOST_CHARACTERS = 1_000_000
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_GAPS = dict.fromkeys(
    (
        *("p", "dl", "table", "blockquote", "figure", "pre", "section", "article", "form", "fieldset", "details"),
        *("listing", "xmp", "plaintext", *_LISTS, *_HEADINGS),
    ),
    PARAGRAPH,
) | dict.fromkeys(
    (
        *("div", "li", "dt", "dd", "tr", "td", "th", "address", "header", "footer", "main", "aside", "nav"),
        *("figcaption", "center", "hgroup", "summary", "caption", "legend", "thead", "tbody", "tfoot", "body"),
    ),
    LINE,
)
_MENUS = _LISTS | {"div", "td", "table", "section", "center"}
_DEEPEST = 40  # elements around what may be a menu, and what may be verbatim
_VERBATIM = frozenset({"pre", "listing", "xmp", "plaintext"})
_BOLD = frozenset({"b", "strong"})
# No attribute of theirs counts.
_BARE = frozenset({"b", "strong", "em", "i", "u", "sup", "sub", "small", "tr", "tbody"})
_BOLD_STYLE = regex.compile(r"(?i)font-weight\s*:\s*(?:bold|[6-9]00)")
_QUOTES = {"fr": ("«\xa0", "\xa0»")}
_CAPTION = "![](image) "
_CONTACT = regex.compile(r"\w@\w|\(0\)\s?\d|\+\d\d[\s.(]|\d\d(?:[ .]\d\d){3}")


@attrs.define
class _Open:
    """An element that is being read, and what is to be undone behind it."""

    node: LexborNode
    tag: str
    gap: int
    bold: bool = False
    prefix: str | None = None
    target: str | None = None
    quote: str = ""
    mark: tuple[int, int] = (0, 0)


@attrs.frozen
class _Muted:
    """A heading above a list of other pages: the list ends with the element around both, or at the next heading."""

    depth: int
    level: int
    mark: tuple[int, int]


@attrs.define
class Reader:
    """Reads elements into its writer.

    `base` is what relative links start from, `whole` the number of characters of all that is read; `siteless` says
    that the page does not tell its content from the site around it. Beyond `MOST_CHARACTERS` nothing is read.
    """

    base: str = ""
    language: str = ""
    whole: int = 0
    siteless: bool = False
    writer: Writer = attrs.field(factory=Writer)
    _open: list[_Open] = attrs.field(factory=list)
    _lists: list[int | None] = attrs.field(factory=list)
    _muted: _Muted | None = None

    def read(self, root: LexborNode) -> None:
        """Put down all that `root` holds of a release."""
        self.writer.block(PARAGRAPH)
        self._open.append(self._opened(root, root.tag or "", root.attributes))
        node: LexborNode | None = root.first_child
        while self._open:
            if node is None:
                opened = self._open.pop()
                self._leave(opened)
                node = opened.node.next
            else:
                node = node.first_child if self._enter(node) else node.next
            if self.writer.length > MOST_CHARACTERS:
                self._open.clear()
                break
        self._unmute()
        self.writer.block(PARAGRAPH)

    def _enter(self, node: LexborNode) -> bool:
        """Put down what begins with `node`; return whether it stays open for what is inside."""
        tag = node.tag or "-"
        if tag == "-text":
            self._text(node.text_content or "")
        elif tag == "br":
            self.writer.line_break()
        elif tag == "hr":
            self.writer.rule()
        elif tag[0] != "-":
            attributes = {} if tag in _BARE else node.attributes
            if not self._is_left_behind(node, tag, attributes) and not self._is_put_down(node, tag, attributes):
                self._open.append(self._opened(node, tag, attributes))
                return True
        return False

    def _is_put_down(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> bool:
        """Put down an address hidden from robots or a table, which are read as a whole; return whether it is one."""
        if tag == "table":
            return self._table(node)
        address = unprotected(attributes.get(PROTECTED) or "")
        if address:
            self.writer.verbatim(linked(address, f"mailto:{address}", "") if tag == "a" else address)
        return bool(address)

    def _is_left_behind(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> bool:
        divided = self.siteless and len(self._open) < _DEEPEST
        if divided and is_of_site(node, tag, attributes, self.whole):
            return not any(one.tag == "article" for one in self._open)
        return is_left_behind(node, tag, attributes, self.whole, menus=_MENUS if divided else _LISTS)

    def _text(self, text: str) -> None:
        if not any(one.tag in _VERBATIM for one in self._open[-3:]):
            self.writer.text(text)
            return
        for line in text.splitlines():
            if line.strip():
                self.writer.verbatim(line)
            self.writer.line_break()

    def _opened(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> _Open:
        writer, level = self.writer, _HEADINGS.get(tag, 0)
        gap = _GAPS.get(tag, LINE if "-" in tag else 0)
        opened = _Open(node, tag, min(gap, LINE) if tag in _LISTS and self._lists else gap)
        if gap:
            writer.block(opened.gap)
        if level and self._muted and level <= self._muted.level:
            self._unmute()
        opened.mark = writer.mark()
        opened.bold = tag in _BOLD or bool(_BOLD_STYLE.search(attributes.get("style") or ""))
        writer.bold += opened.bold
        if level or tag == "figcaption" or (gap and self._is_caption(attributes)):
            opened.prefix, writer.prefix = writer.prefix, "#" * level + " " if level else _CAPTION
        if tag == "a":
            opened.target = attributes.get("href")
        elif tag == "q":
            before, opened.quote = _QUOTES.get(self.language, ("“", "”"))
            writer.joined(before)
        elif tag in _LISTS:
            self._lists.append(_number(attributes.get("start")) if tag == "ol" else None)
        elif tag == "li":
            writer.begin_item(self._marker(), len(self._lists) - 1)
        return opened

    @staticmethod
    def _is_caption(attributes: dict[str, str | None]) -> bool:
        return "class" in attributes and "captions" in names(attributes["class"], None)

    def _leave(self, opened: _Open) -> None:
        writer = self.writer
        writer.bold -= opened.bold
        if opened.quote:
            writer.joined(opened.quote, behind=True)
        if opened.tag == "a":
            self._link(opened)
        elif opened.tag in _LISTS:
            self._lists.pop()
        level = _HEADINGS.get(opened.tag, 0)
        heading = writer.label(opened.mark) if level else None
        if opened.gap:
            writer.block(opened.gap)
        if opened.prefix is not None:
            writer.prefix = opened.prefix
        if heading and not self._muted and is_related(heading):
            self._muted = _Muted(len(self._open), level, opened.mark)
        elif self._muted and len(self._open) < self._muted.depth:
            self._unmute()

    def _link(self, opened: _Open) -> None:
        label = self.writer.label(opened.mark)
        if label is None or opened.target is None:
            return
        words = "" if is_mailing(label) else linked(label, opened.target, self.base)
        if words != label:
            self.writer.relabel(opened.mark, words)

    def _marker(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "- "
        self._lists[-1] = number + 1
        return f"{number}. "

    def _table(self, node: LexborNode) -> bool:
        """Put down a table of single cells row by row; return whether it is one, and not the frame of a page."""
        lines = lines_of_table(node, self._cell) if len(node.css("table")) == 1 else None
        if lines is None:
            return False
        self.writer.block(PARAGRAPH)
        for line in lines:
            if line:
                self.writer.verbatim(line)
            self.writer.line_break()
        self.writer.block(PARAGRAPH)
        return True

    def _cell(self, node: LexborNode) -> list[str]:
        reader = Reader(self.base, self.language, self.whole)
        reader.read(node)
        return reader.writer.result().split("\n")

    def _unmute(self) -> None:
        """Take the list of other pages back that ends here, unless it is one of contacts."""
        if self._muted:
            self.writer.block(PARAGRAPH)
            if not _CONTACT.search(self.writer.since(self._muted.mark)):
                self.writer.drop(self._muted.mark)
            self._muted = None


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) <= len("9999") else 1


PROTECTED = "data-cfemail"
_PROTECTED_LINK = regex.compile(r"/cdn-cgi/l/email-protection#([0-9a-fA-F]{4,600})\Z")
_ADDRESS = regex.compile(r"[^\s@<>()\[\]\"',;:?&]{1,80}+@[^\s@<>()\[\]\"',;:?&]{1,160}")
_DIGIT = regex.compile(r"\d")
_FEWEST_DIGITS = 5
_LONGEST_URL, _LONGEST_LABEL = 800, 300
_PLAIN_LABEL = regex.compile(r"[^\[\]\n<>]+")
_PLAIN_URL = regex.compile(r"[^()\s<>\"']+")
_QUOTABLE_URL = regex.compile(r"[^\s<>\"']+")
_WEB = regex.compile(r"(?:https?://|www\.)", regex.IGNORECASE)


def unprotected(code: str) -> str | None:
    """Return the address that Cloudflare hid as `code`: bytes in hexadecimal, all changed by the first of them."""
    try:
        key, *rest = unhexlify(code)
        address = bytes(byte ^ key for byte in rest).decode("utf-8")
    except ValueError:  # no hexadecimal, nothing, or no text
        return None
    return address if _ADDRESS.match(address) else None


def linked(label: str, target: str, base: str) -> str:
    """Return a link as the parser reads one; the bare `label` where `target` is nothing that a release says.

    `label` is what the page shows of it, on one line; `target` its `href`; `base` what relative ones start from.
    """
    target = target.strip()
    scheme = target[:8].lower()
    hidden = _PROTECTED_LINK.search(target)
    if hidden:
        address = unprotected(hidden[1])
        return _mailed(label if "@" in label else address, address) if address else label
    if scheme.startswith("mailto:"):
        return _mailed(label, unquote(target[7:].partition("?")[0]))
    if scheme.startswith(("tel:", "callto:")):
        number = unquote(target.partition(":")[2]).strip().removeprefix("//")
        printed = len(_DIGIT.findall(label)) >= _FEWEST_DIGITS or not _DIGIT.search(number)
        return label if printed else f"{label} {number}".lstrip()
    return _web_link(label, target if not base or target.startswith("#") else _joined(base, target))


def _joined(base: str, target: str) -> str:
    try:
        return urljoin(base, target)
    except ValueError:  # no address at all
        return target


def _mailed(label: str, addresses: str) -> str:
    found = _ADDRESS.findall(addresses)
    if not found:
        return label
    first, *others = found
    more = "".join(f", [{address}](mailto:{address})" for address in others if address not in label)
    if not label:
        return f"[{first}](mailto:{first}){more}"
    return f"[{label}](mailto:{first}){more}" if _PLAIN_LABEL.fullmatch(label) else f"{label} {first}{more}"


def _web_link(label: str, url: str) -> str:
    short = len(url) <= _LONGEST_URL and 0 < len(label) <= _LONGEST_LABEL and "\n" not in label
    if not short or not _WEB.match(url):
        return label
    if _PLAIN_LABEL.fullmatch(label) and _PLAIN_URL.fullmatch(url):
        return f"[{label}]({url})"
    plain = "<" not in label and _QUOTABLE_URL.fullmatch(url)
    return f'<a href="{url}">{label}</a>' if plain else label
