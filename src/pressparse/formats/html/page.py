"""The release in a page: the elements that hold it, what is left behind inside them, and what the head says of it.

Sites say where their content is (`<main>`, `<article>`) and what else is there (`<nav>`, roles, classes). Of old ones,
which do not, all but blocks of links is read. What holds an address or a number to call is left behind only where it
surely belongs to the site.
"""

import datetime as dt
import html
import json
from collections.abc import Container, Iterator, Sequence
from itertools import islice, takewhile

import regex
from selectolax.lexbor import LexborHTMLParser, LexborNode

from pressparse.formats.html.vocabulary import calls_for_contact, meta_field, names
from pressparse.formats.source import Claim

UNSEEN = [
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "video", "audio",
    "button", "select", "textarea", "datalist", "map", "dialog", "input", "picture", "progress", "meter", "title",
]  # fmt: skip
_ROLES = frozenset({"navigation", "search", "menu", "menubar", "dialog", "alertdialog", "tablist", "toolbar"})
_WEAK_ROLES = frozenset({"complementary", "contentinfo"})
_HIDDEN_STYLE = regex.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_REACHED = 'a[href^="mailto:"][href*="@"], a[href^="tel:"], [data-cfemail], a[href*="/email-protection#"]'
_HOME = regex.compile(r"\.{0,2}/|/\w\w/?|(?:/\w\w)?/?index\.\w{2,5}")
_ADDRESS = regex.compile(r"\w@\w|\(0\)\s?\d|\+\d\d[\s.(]")
_SCHEME = regex.compile(r"(?:[a-z][a-z\d+.-]{1,20})?+:|//")
_FEWEST_CHARACTERS = 200
_LARGER = 2
_MOST_OF_IT = 0.4
_LARGEST_OPENING, _LARGEST_CONTACTS = 600, 3000
_LONGEST_LINE, _MOST_LINES = 120, 3
_ASIDE = frozenset({"header", "nav", "aside", "footer", "form", "ul"})
_FEWEST_LINKS, _BESIDE_LINKS, _LONGEST_LINK = 5, 0.15, 45
_DAY = regex.compile(r"\s*(\d{4}-\d\d-\d\d)(?!\d)")
_JSON = regex.compile(r'"(?P<key>datePublished|headline)"\s*:\s*(?P<value>"(?:[^"\\\n]|\\[^\n]){1,400}+")')
_LONGEST_JSON = 100_000


def parts_of(tree: LexborHTMLParser) -> list[LexborNode]:
    """Return the elements of the page that the release is in, in the order in which they are to be read."""
    body = tree.body
    if body is None:
        return []
    root = _content(tree) or body
    if root.mem_id == body.mem_id:
        return [body]
    line = {node.mem_id for node in _ancestors(root)}
    opening = [] if root.css_first("h1") else _opening(tree, root, line)
    contacts = [] if can_be_reached(root) else list(_contacts(root))
    return [*opening, root, *contacts]


def _content(tree: LexborHTMLParser) -> LexborNode | None:
    mains = [node for node in tree.css('main, [role="main"]') if _is_content(node)]
    if mains:
        return max(mains, key=_size)
    articles = sorted(tree.css("article"), key=_size, reverse=True)
    if articles and _is_content(articles[0]):
        others = [node for node in articles[1:] if not _is_inside(node, articles[0])]
        if not others or _size(articles[0]) >= _LARGER * _size(others[0]):
            return articles[0]
    named = tree.css("#content, #contenu, #main, #main-content, #page-content, #inhalt, #contenido")
    return next((node for node in named if _is_content(node) and node.css_first("h1")), None)


def _is_content(node: LexborNode) -> bool:
    return _size(node) >= _FEWEST_CHARACTERS


def _size(node: LexborNode) -> int:
    return len(node.text())


def _is_inside(node: LexborNode, outer: LexborNode) -> bool:
    return any(above.mem_id == outer.mem_id for above in _ancestors(node))


def _ancestors(node: LexborNode) -> Iterator[LexborNode]:
    above = node.parent
    while above is not None:
        yield above
        above = above.parent


def _opening(tree: LexborHTMLParser, root: LexborNode, line: set[int]) -> list[LexborNode]:
    """Return what stands above `root` with the title in it; `line` are the elements that `root` is in."""
    for heading in tree.css("h1"):
        if heading.css_first('a[href="/"]') is None and heading.text(strip=True):
            top = _top(heading, line)
            between = _until(top, root, line)
            if between is not None:
                return [*_lines_above(top), top, *between]
    return []


def _top(heading: LexborNode, line: set[int]) -> LexborNode:
    within = takewhile(lambda node: node.mem_id not in line and _size(node) <= _LARGEST_OPENING, _ancestors(heading))
    return [heading, *within][-1]


def _until(top: LexborNode, root: LexborNode, line: set[int]) -> list[LexborNode] | None:
    """Return what stands between `top` and `root`, `None` if `top` does not come first."""
    between: list[LexborNode] = []
    for node in (top, *_ancestors(top)):
        for beside in _beside(node, forward=True):
            if beside.mem_id in line or beside.mem_id == root.mem_id:
                return between
            if beside.tag not in _ASIDE and _size(beside) <= _LARGEST_OPENING:
                between.append(beside)
    return None


def _lines_above(top: LexborNode) -> list[LexborNode]:
    """Return the few short elements before `top`, in order: a date, a kind."""
    short = takewhile(_is_short, islice(_beside(top, forward=False), _MOST_LINES))
    return [*short][::-1]


def _is_short(node: LexborNode) -> bool:
    return node.tag not in _ASIDE and _size(node) <= _LONGEST_LINE and node.css_first("a[href], ul") is None


def _contacts(root: LexborNode) -> Iterator[LexborNode]:
    """Yield the blocks of contacts beside `root`: what is called so, and nothing of the site's own footer."""
    for node in takewhile(lambda above: above.tag != "body", (root, *_ancestors(root))):
        for beside in (*_beside(node, forward=False), *_beside(node, forward=True)):
            if _is_contacts(beside):
                yield beside


def _beside(node: LexborNode, *, forward: bool) -> Iterator[LexborNode]:
    beside = node.next if forward else node.prev
    while beside is not None:
        if beside.is_element_node:
            yield beside
        beside = beside.next if forward else beside.prev


def _is_contacts(node: LexborNode) -> bool:
    if node.tag in {"footer", "nav", "script", "header"} or not can_be_reached(node):
        return False
    called = node.attributes
    said = names(called.get("class"), called.get("id"))
    if "strong" in said or called.get("role") in _ROLES | _WEAK_ROLES - {"complementary"}:
        return False
    heading = node.css_first("h1, h2, h3, h4, h5, h6, strong, b, p")
    headed = heading is not None and calls_for_contact(heading.text(strip=True)[:100])
    return ("contacts" in said or headed) and _size(node) <= _LARGEST_CONTACTS


def can_be_reached(node: LexborNode) -> bool:
    """Tell whether an address or a number to call stands in `node`."""
    return node.css_first(_REACHED) is not None or _ADDRESS.search(node.text()) is not None


def is_left_behind(
    node: LexborNode, tag: str, attributes: dict[str, str | None], whole: int, menus: Container[str] = ()
) -> bool:
    """Tell whether the element is no part of the release.

    `whole` is the size of all that is read, `menus` are the elements that may be lists of other pages.
    """
    said = names(attributes.get("class"), attributes.get("id"))
    style = attributes.get("style")
    if "hidden" in attributes or "hidden" in said or (style and _HIDDEN_STYLE.search(style)):
        return True
    role = attributes.get("role")
    if tag == "nav" or role in _ROLES or "strong" in said:
        return not _holds_release(node, whole)
    if tag == "a":
        return _is_way_home(node, attributes.get("href"))
    weak = "weak" in said or ("linking" in said and node.css_first("a[href]") is not None)
    if tag == "aside" or weak or role in _WEAK_ROLES:
        return not _holds_release(node, whole) and not can_be_reached(node)
    return tag in menus and _is_link_list(node, whole)


def is_of_site(node: LexborNode, tag: str, attributes: dict[str, str | None], whole: int) -> bool:
    """Tell whether the element, in a page that does not say where its content is, is the site's header or footer."""
    named = tag in {"header", "footer"}
    if not named and "site" not in names(attributes.get("class"), attributes.get("id")):
        return False
    headings = "h1" if named else "h1, h2, h3, h4"  # of a release within a page that calls its parts as it likes
    titled = node.css_first(headings) is not None and node.css_first('nav, h1 a[href="/"]') is None
    return not titled and _size(node) <= _MOST_OF_IT * whole


def _is_way_home(link: LexborNode, target: str | None) -> bool:
    """Whether `link` leads to the site's own front page and stands alone: its name beside the logo."""
    if target is None or not _HOME.fullmatch(target) or link.parent is None:
        return False
    return link.parent.text(strip=True) == link.text(strip=True)


def _holds_release(node: LexborNode, whole: int) -> bool:
    return node.css_first("h1") is not None or _size(node) > _MOST_OF_IT * whole


def _is_within_site(node: LexborNode, links: Sequence[LexborNode]) -> bool:
    """Whether `node` is nothing but `links` to other pages of the site: a menu, however short."""
    targets = [(link.attributes.get("href") or "").lower() for link in links]
    alone = sum(len(link.text(strip=True)) for link in links) == len(node.text(strip=True))
    return alone and not any(_SCHEME.match(target) for target in targets)


def _is_link_list(node: LexborNode, whole: int) -> bool:
    """Whether `node` is mostly links, many and short: a menu, a list of other pages."""
    links = node.css("a[href]")
    if len(links) < _FEWEST_LINKS:
        return len(links) > 1 and _is_within_site(node, links)
    texts = [link.text(strip=True) for link in links]
    linked, size = sum(map(len, texts)), len(node.text(strip=True))
    beside = size - linked
    short = linked <= _LONGEST_LINK * len(links)
    return short and beside <= _BESIDE_LINKS * size and not _holds_release(node, whole) and not can_be_reached(node)


def claims_of(tree: LexborHTMLParser) -> Iterator[Claim]:
    """Yield what `<title>`, `<meta>`, `<time>` and JSON-LD of the page say of its title and its date."""
    for node in tree.css("meta[content]"):
        said = node.attributes
        key = (said.get("property") or said.get("name") or said.get("itemprop") or "").lower()
        field = meta_field(key)
        if field:
            yield from _claims(field, said.get("content"), f"<meta {key}>")
    for node in tree.css("time[pubdate], time[itemprop=datePublished]"):
        yield from _claims("date", node.attributes.get("datetime"), "<time>")
    for node in tree.css('script[type="application/ld+json"]'):
        for match in _JSON.finditer(node.text()[:_LONGEST_JSON]):
            field = "title" if match["key"] == "headline" else "date"
            yield from _claims(field, _string(match["value"]), f"JSON-LD {match['key']}")
    title = tree.css_first("title")
    if title:
        yield from _claims("title", title.text(), "<title>")


def _claims(field: str, value: str | None, origin: str) -> Iterator[Claim]:
    words = " ".join((value or "").split())
    day = _DAY.match(words) if field == "date" else None
    if field == "title" and words:
        yield Claim("title", html.unescape(words), origin)
    elif day:
        try:
            yield Claim("date", dt.date.fromisoformat(day[1]), origin)
        except ValueError:  # 30 February
            return


def _string(literal: str) -> str | None:
    try:
        value: str = json.loads(literal)
    except ValueError:
        return None
    return value
