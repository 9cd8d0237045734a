"""Web addresses, printed or as the target of a link.

Each way of writing one has a literal (`](`, `href`, `http`, a dot before a known suffix), so that a text without links
costs next to nothing.
"""

import re
from collections.abc import Iterator

import regex

from pressparse.book import per_book
from pressparse.model import Link
from pressparse.text import View
from pressparse.tries import compile_words
from pressparse.words import merged_vocabulary

# What ends an address wherever it stands: blanks, and what prints nothing but may turn around what does.
_END = r"\s\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_MARKDOWN = regex.compile(
    rf"""
    \[ [^\[\]\n]{{0,300}}+ \]\( [ ]?
    (?P<url> (?i: https?:// | www\. ) [^()<>{_END}]{{1,800}}+ (?: \( [^()<>{_END}]{{0,100}}+ \) )?+ )
    (?: [ ] "[^"\n]{{0,200}}+" )? [ ]? \)
    """,
    regex.VERBOSE,
)
_ANCHOR = regex.compile(
    rf"""(?i)
    <a [ ] [^<>\n]{{0,200}}? href [ ]?=[ ]?
    ["'] (?P<url> (?: https?:// | www\. ) [^"'<>{_END}]{{1,800}}+ ) ["'] [^<>\n]{{0,200}}+ >
    [^<\n]{{0,300}}+ </a>
    """,
    regex.VERBOSE,
)
_SCHEME = regex.compile(rf"""(?i: https?:// ) (?P<url> [^{_END}<>"\[\]{{}}|\\^`«»“”]{{2,800}}+ )""", regex.VERBOSE)
_SUFFIX = re.compile(
    rf"""
    \. (?: fr | com | org | int | eu | gov | net | de | jp | it | es | edu | info | be | ch
    | uk | us | ca | in | tv | io )
    (?![\w@-] | \.\w )
    (?: / [^{_END}<>"()\[\]{{}}«»]{{0,800}}+ )?+
    """,
    re.VERBOSE,
)
_WWW = regex.compile(
    rf"""(?<![\w@./-]) www\. (?P<url> [\w-]{{1,60}}+ \. [^{_END}<>"()\[\]{{}}|\\^`«»“”]{{2,800}}+ )""", regex.VERBOSE
)
_MAILED_WITHIN = 12
_HOST = regex.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{1,80}")
_BLANK = re.compile(r"[^\S\x1c-\x1f]")  # the separators of files are none
_LONGEST_HOST = 80
_TRAILING = ".,;:!?)»”’'\"]>*_"


def find_links(text: str | View) -> tuple[Link, ...]:
    """Return the web addresses in `text` in order, each once; mail and phone links are none.

    `url` has `https://` in front where no scheme is printed; `raw` is the whole link where it is one.
    """
    view = View.of(text)
    places = sorted(_places(view.text), key=lambda place: (place[0], -place[1]))
    found: dict[str, Link] = {}
    done = 0
    for start, end, url in places:
        if start >= done:
            done = end
            found.setdefault(url, Link(url=url, raw=view.raw(start, end), span=view.span(start, end)))
    return tuple(found.values())


def has_link(text: str) -> bool:
    """Tell at little cost whether `text` shows a web address."""
    return "://" in text or "www." in text or _SUFFIX.search(text) is not None


def _places(text: str) -> Iterator[tuple[int, int, str]]:
    if "](" in text:
        yield from ((*match.span(), _with_scheme(match["url"])) for match in _MARKDOWN.finditer(text))
    if "href" in text or "HREF" in text:
        yield from ((*match.span(), _with_scheme(match["url"])) for match in _ANCHOR.finditer(text))
    if "://" in text:
        for match in _SCHEME.finditer(text):
            url = _without_sentence(match[0])
            yield match.start(), match.start() + len(url), url
    if "www." in text:
        for match in _WWW.finditer(text):
            url = _without_sentence(match[0])
            yield match.start(), match.start() + len(url), f"https://{url}"
    for suffix in _SUFFIX.finditer(text):
        dot = suffix.start()
        mailed = text.rfind("@", max(0, dot - _LONGEST_HOST), dot)
        if mailed >= 0 and not _BLANK.search(text, mailed, dot):
            continue
        host = _HOST.fullmatch(text, _host_start(text, dot), dot)
        if host and not _mailed().search(text, max(0, host.start() - _MAILED_WITHIN), host.start()):
            url = _without_sentence(text[host.start() : suffix.end()])
            yield host.start(), host.start() + len(url), f"https://{url}"


@per_book()
def _mailed() -> regex.Pattern[str]:
    """Return the pattern of what makes a host behind it an address, on one line: `x.y at nasa.gov`."""
    return compile_words(r"[\s\[({] \L<ats> [ \t\xa0\])}] [ \t\xa0]{0,2} \Z", merged_vocabulary("contacts").lists)


def _host_start(text: str, dot: int) -> int:
    """Return where the host name that ends before `dot` begins, looking no further back than a name is long."""
    start = dot
    while start > max(0, dot - _LONGEST_HOST) and (text[start - 1].isalnum() or text[start - 1] in ".-@/:_"):
        start -= 1
        if text[start] == ":" and text[start + 1] != "/":  # 'Site:nowhere.fr', not 'ftp://'
            return start + 1
    return start


def _with_scheme(url: str) -> str:
    return url if "://" in url[:8] else f"https://{url}"


def _without_sentence(url: str) -> str:
    """Return `url` without the marks of the sentence around it; a bracket that it opens itself stays."""
    kept = url.rstrip(_TRAILING)
    return kept + ")" if kept.count("(") > kept.count(")") and url[len(kept) :].startswith(")") else kept
