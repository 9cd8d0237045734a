"""Lines that know where they stand, and the decoration that is no part of them."""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

import regex

from pressparse.text import Edit, Span, View

# Outer blanks are white space plus the marks that print nothing: byte-order mark, zero-width blanks, word joiner, soft
# hyphen (`repair` has made those that break a word at a line's end plain ones).
INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\xad"
_NO_WIDTH = dict.fromkeys(map(ord, INVISIBLE))
_BLANK = " \t\v\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
BLANKS = _BLANK + "\u2028\u2029\u202f\u205f\u3000" + INVISIBLE

_TAGS = (
    "abbr|article|b|blockquote|body|br|center|div|em|font|h[1-6]|header|html|hr|i|img|li|main|ol|p|pre|section|small"
    "|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul"
)
_REST = r"(?:\s[^<>\n]{0,400})?/?>"
_TAG = rf"</?(?:a|{_TAGS}){_REST}"
_TAG_BUT_LINK = rf"</?(?:{_TAGS}){_REST}"

_DASHES = frozenset("-–—")
_DASH = regex.compile(r"(?:[–—]|--)[ \t\xa0]++(?=\S)")
_DECK_WORDS = 4
_WRAPPED = 3  # lines of a list's item
_RULE = re.compile(r"(?:[-_*=~–—][ \t]*+){2,}+")
_OPENING = re.compile(
    rf"""(?xi)
    (?: (?P<heading> \#{{1,6}} ) (?=[ \t\xa0]+[^\s\#])    # a heading has a blank and words: '# # #' ends
      | (?P<bullet> [-*+•⦁·▪◦●‣◾➢] ) (?=[ \t\xa0]+\S)
      | >                                               # quoted in an e-mail
      | (?P<block> < (?:article|blockquote|div|h[1-6]|li|p|section|tr) {_REST} )
      | (?! <a\s [^<>\n]{{0,300}} mailto: ) {_TAG}      # a mail link is an address, and one piece
    ) [{BLANKS}]*+
    """
)
_CLOSING, _CLOSING_BEHIND_ADDRESS = (
    regex.compile(rf"(?xi) (?: [ \t\xa0]*+ {tag} | (?<=[^\s\#])[ \t]++\#{{1,6}} | (?<=\S)\\ )++ \Z")
    for tag in (_TAG, _TAG_BUT_LINK)
)
# Not possessive: around a lookahead for a group, that matches nothing on Python 3.11.2.
_EMPHASIS = re.compile(r"(?s)(\*{1,3}|_{1,3})(?=\S)((?:(?!\1).)+)(?<=\S)\1")
_LONGEST_CLOSING = 1000  # characters
_MARKED = frozenset("#-*+•⦁·▪◦●‣◾➢>_<=~–—")
_ENDS = frozenset("*_>#\\")
_CLOSERS = frozenset(">#\\")
_EMPHASES = frozenset("*_")

_INLINE = regex.compile(
    rf"""(?xi)
      \*{{2,3}}                                             # bold, whether or not its partner is there
    | (?<![\w*]) \* (?=[^\s*]) (?P<star> [^*\n]{{1,300}}+ ) (?<=\S) \* (?![\w*])
    | (?<![\w_]) (?P<under> _{{1,2}} ) (?=[^\s_]) (?P<line> [^_\n]{{1,300}}+ ) (?<=\S) (?P=under) (?![\w_])
    | !?\[ (?P<label> [^\[\]\n]{{1,300}}+ | (?<=!\[) ) \]\( [^()\s]{{1,800}}+ (?:\s"[^"\n]{{0,200}}")? \)
    | {_TAG}
    | \\ (?P<escaped> [\\`*_{{}}\[\]()\#+\-.!|<>&~] )
    """
)
_KEPT = ("star", "line", "label", "escaped")


_tuple = tuple.__new__  # see `text`


class Line(NamedTuple):
    """A non-blank line of the text.

    `content` is what it says, without the decoration around it; `span` is the whole line without its end and outer
    blanks; `gap` counts the blank lines directly before it; `indent` the blanks before its first character. A line of
    decoration only is a `rule`; one that an HTML element opens stands `apart` from the line before it.
    """

    content: View
    span: Span
    gap: int
    indent: int = 0
    heading: int = 0
    bullet: bool = False
    bold: bool = False
    rule: bool = False
    apart: bool = False

    @property
    def text(self) -> str:
        """What the line says."""
        return self.content.text


def split_lines(document: View) -> tuple[Line, ...]:
    """Return the non-blank lines of `document`; they end at CR LF, LF, CR and form feed, nowhere else."""
    lines = tuple(_lines(document))
    dashed = [line for line in lines if line.content.text[:1] in _DASHES]
    return tuple(_with_dashed_items(lines)) if dashed else lines


def _with_dashed_items(lines: tuple[Line, ...]) -> Iterator[Line]:
    """Yield `lines`, a dash in front taken for a list's marker where others stand beside it or a colon before it, or
    before a capital, where others do a few lines away: items may be wrapped.
    """
    last = -9  # item
    dashes = [_DASH.match(line.text) for line in lines]
    blocks = accumulate(line.gap > 0 for line in lines)
    items = [
        block if dash and line.text[dash.end()].isupper() else None
        for line, dash, block in zip(lines, dashes, blocks, strict=True)
    ]
    for at, (line, dash) in enumerate(zip(lines, dashes, strict=True)):
        listed = at and (dashes[at - 1] or lines[at - 1].text[-1:] == ":")
        near = items[at] is not None and (
            items[max(0, at - _WRAPPED) : at + _WRAPPED + 1].count(items[at]) > 1
            or (at - last <= _WRAPPED and 0 < line.indent == lines[last].indent)
        )
        deck = line.text[-3:] == " --" and line.text.count(" ") > _DECK_WORDS and line.text[3:6].lower() != "end"
        if dash and (listed or near or deck or (at + 1 < len(lines) and dashes[at + 1])):
            last = at
            content = line.content
            end = len(content.text.removesuffix(" --"))  # `-- Crew Ready to Sail --`
            yield line._replace(content=content.cut(dash.end(), end), bullet=True)
        else:
            yield line


def _lines(document: View) -> Iterator[Line]:
    text = document.text
    if "\r" in text or "\f" in text:
        text = text.replace("\r\n", "\n\n").replace("\r", "\n").replace("\f", "\n")
        doubled = "\r\n" in document.text
    else:
        doubled = False
    at = gap = 0
    for raw in text.split("\n"):
        if not raw and not doubled:
            gap += 1
            at += 1
            continue
        content = raw.strip(BLANKS)
        if content:
            start = 0 if raw[0] == content[0] else raw.index(content[0])
            indent = start and len(raw[:start].translate(_NO_WIDTH))
            yield _line(document, at + start, content, gap, indent)
            gap = 0
        elif not (doubled and not raw and at and document.text.startswith("\n", at) and document.text[at - 1] == "\r"):
            gap += 1
        at += len(raw) + 1


def _line(document: View, start: int, content: str, gap: int, indent: int) -> Line:
    if document.runs:
        view = document.cut(start, start + len(content))
        span = view.whole
    else:  # most texts are as they were given
        at = document.base + start
        view = _tuple(View, (content, document.given, at, ()))
        span = _tuple(Span, (at, at + len(content)))
    if content[0] not in _MARKED and content[-1] not in _ENDS:
        return _tuple(Line, (view, span, gap, indent, 0, False, False, False, False))
    if _RULE.fullmatch(content):
        return Line(view.cut(0, 0), span, gap, indent, rule=True)
    return _decorated(view, span, gap, indent)


def _decorated(view: View, span: Span, gap: int, indent: int) -> Line:
    heading, bullet, bold, apart = 0, False, False, False
    text = view.text
    start, end = 0, len(text)
    while match := _OPENING.match(text, start):
        opened, start = match.lastgroup, match.end()
        if opened == "heading":
            heading = max(heading, len(match["heading"]))
        bullet = bullet or opened == "bullet"
        apart = apart or opened == "block"
    closing = _CLOSING_BEHIND_ADDRESS if "mailto:" in text else _CLOSING
    if text[-1] in _CLOSERS and (closed := closing.search(text, max(start, end - _LONGEST_CLOSING))):
        end = closed.start()
    if start or end < len(text):
        view = view.cut(start, end).strip(BLANKS)
    while view.text[:1] in _EMPHASES and (match := _EMPHASIS.fullmatch(view.text)):
        bold = bold or len(match[1]) > 1
        view = view.cut(*match.span(2))
    if view.text[:1] in _MARKED and _RULE.fullmatch(view.text):  # '> **'
        view = view.cut(0, 0)
    return _tuple(Line, (view, span, gap, indent, heading, bullet, bold, not view.text, apart))


def undecorate(view: View) -> View:
    """Return `view` without the decoration inside it: emphasis, tags, escapes; of a link only its words."""
    text = view.text
    if not ("*" in text or "_" in text or "[" in text or "<" in text or "\\" in text):
        return view
    edits = _inline_edits(text, 0, len(text))
    return view.edit([edit for edit in edits if edit.end > edit.start]).strip(BLANKS)


def _inline_edits(text: str, start: int, end: int) -> Iterator[Edit]:
    for match in _INLINE.finditer(text, start, end):
        name = next((name for name in _KEPT if match[name] is not None), None)
        if name is None:
            yield Edit(match.start(), match.end(), "")
            continue
        kept = match.span(name)
        yield Edit(match.start(), kept[0], "")
        if name != "escaped":  # decoration within decoration, each time of another kind
            yield from _inline_edits(text, *kept)
        yield Edit(kept[1], match.end(), "")
