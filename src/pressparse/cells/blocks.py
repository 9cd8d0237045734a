"""Which lines of a document are contact blocks.

A block begins at a heading (`CNES press contacts:`), or without one at a line that holds a number or an address beside
nothing but names, roles and the like; the names and roles directly above such a line belong to it. It goes on as long
as its lines can be read as a contact's. Running prose cannot: its words are no cells.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

import regex

from pressparse.book import opened, per_book
from pressparse.cells.readings import LONGEST_ROW, read_line
from pressparse.cells.unnumbered import continues_text, is_for_press, unnumbered_blocks
from pressparse.headlines import is_sentence
from pressparse.lexicon import words_of
from pressparse.names import is_given
from pressparse.notes import around, footnote_marker, is_end_mark, opens_boilerplate
from pressparse.references import find_references
from pressparse.words import merged_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressparse.lines import Line

_LONGEST_PLAIN, _LONGEST_STRAY = 160, 100
_MOST_ABOVE = 24
_LOOKAHEAD = 3
_HEAD = 20  # lines in which a masthead names its contacts
_NAMED = frozenset({"name", "desk"})
_DIGITS = "0123456789"
# A number behind a label that nobody knows: it hides no name above it. Without a colon the label is a word or two.
_UNKNOWN_NUMBER = regex.compile(
    r"""(?x)
    (?: \p{L} [\p{L} .'’-]{1,24} : | \p{Lu} [\p{L}.'’-]{1,24} (?: [ ] \p{L} [\p{L}.'’-]{1,24} )? )
    [ \xa0]? [+(]? \d [\d .()/\xa0-]{6,20}
    """
)
# A heading or a role in words that nobody knows, such as `Guichet presse`: no more than these, and no sentence.
_UNKNOWN_TEXT = regex.compile(r"\p{Lu}[\p{L}'’-]{1,24}(?:[ \xa0][\p{L}&][\p{L}'’-]{0,24}){0,3}(?:[ \xa0]?:)?")
_NUMBER = regex.compile(r"\d[\d .()/\xa0\u202f-]{7}\d")


def contact_blocks(lines: Sequence[Line]) -> tuple[range, ...]:
    """Return the ranges of `lines` that form contact blocks, in order."""
    numbered = tuple(_blocks(lines))
    taken = frozenset([index for block in numbered for index in block])
    return tuple(sorted((*numbered, *unnumbered_blocks(lines, taken)), key=attrgetter("start")))


def _blocks(lines: Sequence[Line]) -> Iterator[range]:
    done = at = 0
    for promising in _promising(lines):
        if promising < at:
            continue
        at = promising
        reading = read_line(lines[at].text)
        block = range(at, at + 1)
        wanted = frozenset[str]()
        if reading.kind == "heading":
            block, wanted = _headed(lines, at, done), _NAMED | {"phone", "email"}
        elif reading.opens or (at > done and reading.kind == "strong" and _is_number_of_name(lines, at)):
            block, wanted = _unheaded(lines, at, done), _NAMED | {"heading"}
        if wanted and _kinds(lines, block) & wanted:
            yield _without_headline(lines, block)
            done = block.stop
        at = block.stop


def _promising(lines: Sequence[Line]) -> Iterator[int]:
    """Yield which of `lines` may open a block: the short ones with a number or a hint, and of the long ones those with
    a number, an address or columns.
    """
    is_hint = opened(_is_hint)
    for at, line in enumerate(lines):
        text = line.content.text
        if len(text) <= _LONGEST_PLAIN:
            if True in map(is_hint, text.split()) or _NUMBER.search(text):
                yield at
        elif len(text) <= LONGEST_ROW and _is_row(text):
            yield at


def _is_row(text: str) -> bool:
    if "@" in text or "|" in text or "  " in text or "\t" in text or "<" in text or "](" in text:
        return True
    numbered = True in map(text.__contains__, _DIGITS) or not text.isascii()  # most lines have no digit
    return numbered and _NUMBER.search(text) is not None


@per_book(8192)
def _is_hint(word: str) -> bool:
    lowered = f" {word.lower()} "
    return any(hint in lowered for hint in _hints())


@per_book()
def _hints() -> tuple[str, ...]:
    """Return what a line without a number has, in small letters, if it is a heading or holds or hid an address."""
    lists = merged_vocabulary("contacts").lists
    phrases = (max(phrase.split(), key=len) for phrase in lists["heading_phrases"] if phrase.islower())
    keys = (key for key in lists["heading_keys"] if key.islower())
    hidden = (mark[0] + at + mark[1:] for at in lists["ats"] if at.islower() for mark in ("  ", "(", "[", "{"))
    hints = {"@", "protect", "protég", *keys, *phrases, *hidden}
    return tuple(hint for hint in sorted(hints) if not any(other in hint for other in hints - {hint}))


def _kinds(lines: Sequence[Line], block: range) -> frozenset[str]:
    read = opened(read_line)
    return frozenset[str]().union(*[read(lines[at].text).kinds for at in block])


def _headed(lines: Sequence[Line], at: int, done: int) -> range:
    stop = _end(lines, at + 1, headed=True, named=bool(read_line(lines[at].text).kinds & _NAMED))
    work = not lines[at].gap and is_for_press(lines[at])  # `Contact presse`, right below somebody
    above = at > done and ((work and _is_person(lines[at - 1])) or (lines[at - 1].rule and not _is_tag(lines[at - 1])))
    return range(_top_of_card(lines, at, done) if lines[at].bullet and at < _HEAD else at - above, stop)


def _top_of_card(lines: Sequence[Line], at: int, done: int) -> int:
    """Return where the list begins in which a portal prints its client: the address, and at `at` whom to contact."""
    start = at
    while start > done and lines[start - 1].bullet and not lines[start].gap:
        start -= 1
    return start if any("postal" in read_line(line.text).kinds for line in lines[start:at]) else at


def _unheaded(lines: Sequence[Line], at: int, done: int) -> range:
    """Return the lines around the one at `at`, whose names may stand above it; none where prose goes on."""
    start = at
    top = max(done, at - _MOST_ABOVE)
    while start > top and (
        _may_stand_above(lines[start - 1]) or (start - 1 > top and _is_unknown_role(lines, start - 1))
    ):
        start -= 1
    if continues_text(lines, start):
        return range(at + 1, at + 1)
    named = bool(_kinds(lines, range(start, at)) & _NAMED)
    headed = start > done and _is_heading(lines, start - 1) and bool(_kinds(lines, range(start, at + 1)) & _NAMED)
    return range(start - headed, _end(lines, at, headed=False, named=named))


def _is_heading(lines: Sequence[Line], at: int) -> bool:
    """Whether the line at `at`, which no rule reads, heads what is below: it stands apart from what is above, and
    directly over its people unless it speaks of the press.
    """
    line = lines[at]
    return bool(line.gap) and _is_unknown(line) and (not lines[at + 1].gap or is_for_press(line))


def _is_unknown_role(lines: Sequence[Line], at: int) -> bool:
    """Whether the line at `at`, which no rule reads, stands between somebody's name and number."""
    close = not (lines[at].gap or lines[at + 1].gap)
    return close and _is_unknown(lines[at]) and _is_person(lines[at - 1])


def _is_number_of_name(lines: Sequence[Line], at: int) -> bool:
    """Whether the line at `at` is a number behind a label that nobody knows, right below a name."""
    return not lines[at].gap and _is_person(lines[at - 1]) and _UNKNOWN_NUMBER.fullmatch(lines[at].text) is not None


def _is_person(line: Line) -> bool:
    """Whether `line` is a name that begins with a known given name."""
    return read_line(line.text).kinds == {"name"} and is_given(words_of(line.text)[0])


def _is_unknown(line: Line) -> bool:
    few = not (line.heading or line.bullet) and _UNKNOWN_TEXT.fullmatch(line.text) is not None
    return few and read_line(line.text).kind == "foreign"


def _without_headline(lines: Sequence[Line], block: range) -> range:
    """Return `block`, found above the text, without the headline that stands directly below its last number."""
    last = block.stop - 1
    if not 0 < last < _HEAD or block.stop == len(lines) or lines[last].gap or not lines[block.stop].gap:
        return block
    text = lines[last].text
    kinds = read_line(text).kinds
    named = kinds == {"organization"} or (kinds == {"name"} and not is_given(words_of(text)[0]))
    behind = read_line(lines[last - 1].text).kind == "strong" and is_sentence(lines[block.stop].text)
    above = not any(is_sentence(line.text) for line in lines[:last])
    return block[:-1] if named and behind and above else block


def _may_stand_above(line: Line) -> bool:
    if line.heading or line.rule:
        return _is_tag(line)
    if around(line) or is_end_mark(line) or opens_boilerplate(line) or line.text.startswith("SOURCE "):
        return False
    if footnote_marker(line) and "." not in line.text[:3]:  # `1. Jeanne Martin`
        return False
    if find_references(line.content):
        return False
    if _UNKNOWN_NUMBER.fullmatch(line.text):
        return True
    reading = read_line(line.text)
    named = reading.kind == "heading" and bool(reading.kinds & _NAMED)  # `Presse : Jeanne Martin`
    return named or reading.kind == "weak" or (reading.kind == "filler" and reading.kinds <= {"postal"})


def _end(lines: Sequence[Line], at: int, *, headed: bool, named: bool) -> int:
    """Return where the block ends that has lines from `at` on: behind its last line that is sure to be its own.

    `named` says that its people are named above.
    """
    stop = at
    read = opened(read_line)
    while at < len(lines):
        kind, kinds, _ = read(lines[at].text)
        if kind == "foreign" and not _is_stray(lines, at):
            break
        sure = kind in ("strong", "heading") or (kind == "weak" and (not named or _goes_on(lines, at, headed=headed)))
        if sure or (kind == "filler" and stop == at and (not lines[at].rule or _is_tag(lines[at]))):
            stop = at + 1
        named = (named and kind != "heading") or bool(kinds & _NAMED)
        at += 1
    return stop


def _is_stray(lines: Sequence[Line], at: int) -> bool:
    """Whether the line at `at` is a remark inside a block, that no rule understands."""
    ahead = lines[at + 1 : at + 1 + _LOOKAHEAD]
    short = len(lines[at].text) <= _LONGEST_STRAY and not (lines[at].heading or opens_boilerplate(lines[at]))
    return short and any(read_line(line.text).kind == "strong" for line in ahead)


def _goes_on(lines: Sequence[Line], at: int, *, headed: bool) -> bool:
    """Whether the weak line at `at` belongs to the block although nothing strong may follow: what stands without a
    blank line does, so does a role, and a name like those above it.
    """
    line = lines[at]
    kinds, before = read_line(line.text).kinds, read_line(lines[at - 1].text).kinds
    if not line.gap or "role" in kinds or (kinds & before & _NAMED and kinds == before):
        return True
    return "desk" in kinds or (headed and "name" in kinds and any(map(is_given, words_of(line.text))))


def _is_tag(line: Line) -> bool:
    return not line.text and line.span.of(line.content.given).startswith("<")
