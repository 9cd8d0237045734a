"""Hard wraps: which line goes on with the paragraph of the line before it, and the paragraph they make.

A break in the middle of running text shows itself: the next word would not have fitted on the line. Where it would
have, somebody broke the line on purpose. And where no line at all breaks inside a sentence, nothing was wrapped: lines
of one length that each end with a sentence are paragraphs.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from pressparse.text import View, join

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressparse.lines import Line

_WIDEST = 180  # no printed line is wider: longer ones are paragraphs of a text that is not wrapped
_NEAR = 4  # lines
_NARROW = 60  # in a list item so narrow nothing shows whether a line is full
_RAGGED = 0.12  # by how much of the width the lines of proportional type differ, as characters count
_SHORT = 0.2  # the same where the line does not end a sentence
_STOP = regex.compile(r"""[.!?…]["”»’)]{0,2}\Z""")
_SHORTEST_PARAGRAPH = 60  # below, a line may end with its sentence by chance
_SHORTEST_SENTENCES = 40  # so may one of shorter sentences, on the average
_SENTENCE_ENDS = frozenset('.!?:;…»”")')
# The rows of a programme, `10:30 Arrival`; the items of a list, `2. Schedule`.
_NUMBERED = regex.compile(r"\d{1,2}[.)][ \xa0]+\p{Lu}")
_CLOCK = regex.compile(r"\d{1,2}(?::|[ ]?h[ ]?)\d\d[ \xa0–-]")
_DAY = regex.compile(r"(?<!\d)\d{1,2}(?:er|st|nd|rd|th)?[ \xa0]\p{L}{3,9}\Z")  # the day and month of a date …
_YEAR = regex.compile(r"(?:19|20)\d\d(?!\d)")  # … whose year begins the next line
_NEVER_LAST = regex.compile(
    r"(?<=[ ])(?:an?|the|of|to|in|at|by|about|than|and|for|from|with"
    r"|de|des|les|la|le|du|une?|à|aux?|et|avec|pour|par|sur|quelque)\Z"
)
_LONGEST_LABEL = 28
_LABELLED = regex.compile(r"\p{Lu}[\p{L} ]{1,24}+[ ]?:[ \xa0]")  # `Venue: Lund`, in rows
_HYPHENS = frozenset("-\u2010")
_CLOSING = frozenset("),;")  # nothing begins with them: a raised figure broke the line


def paragraphs(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Return `lines` grouped into paragraphs."""
    start = 0
    wrapped: bool | None = None  # asked for only where it decides
    while start < len(lines):
        end = _unbroken(lines, start)
        if end == start + 1:  # most paragraphs are a line by themselves
            yield (lines[start],)
            start = end
            continue
        width = max(len(line.text) for line in lines[start:end])
        if lines[start].bullet and width < _NARROW:  # how wide the list is, its other items show
            width = min(_WIDEST, max(len(line.text) for line in lines[max(0, start - _NEAR) : end + _NEAR]))
        first = start
        for index in range(start + 1, end + 1):
            ends = index == end or not goes_on(lines[index - 1], lines[index], width)
            if not ends and _may_end_here(lines[index - 1].text, lines[index].text):
                wrapped = _breaks_sentences(lines) if wrapped is None else wrapped
                ends = not wrapped
            if ends:
                yield tuple(lines[first:index])
                first = index
        start = end


def _unbroken(lines: Sequence[Line], start: int) -> int:
    """Return where the run of lines without anything between them that begins at `start` ends."""
    end = start + 1
    while end < len(lines) and not lines[end].gap and not _stands_apart(lines[end - 1], lines[end]):
        end += 1
    return end


def _stands_apart(line: Line, following: Line) -> bool:
    return bool(
        following.gap
        or following.apart
        or following.bullet
        or following.rule
        or line.rule
        or following.heading
        or line.heading
        or following.text[0] == "|"  # a table's row
    )


def goes_on(line: Line, following: Line, width: int) -> bool:
    """Tell whether the text of `line` runs on in `following`, in a block whose widest line has `width` characters."""
    text, next_text = line.text, following.text
    if _is_row(text, next_text) and not _leads_on(text, next_text):
        return False
    if (_is_broken_word(text) and next_text[0].islower()) or next_text[0] in _CLOSING or next_text[:2] == ". ":
        return True
    if width > _WIDEST or line.bold != following.bold:
        return False
    ends = text[-1] in _SENTENCE_ENDS
    if not ends and (next_text[0].islower() or _leads_on(text, next_text)):
        return True
    word = len(next_text.split(None, 1)[0])
    hangs = following.indent > line.indent
    if line.bullet and (hangs or len(text) < _NARROW):
        return hangs or _NARROW <= width < len(text) + 1 + word
    return width - len(text) <= max(word, width * (_RAGGED if ends else _SHORT))


def _leads_on(text: str, next_text: str) -> bool:
    """Tell whether `text` ends with what cannot be the last: an article, a preposition, a day before its year."""
    dated = _YEAR.match(next_text) and _DAY.search(text, max(0, len(text) - 16))
    return bool(dated or _NEVER_LAST.search(text, max(0, len(text) - 8)))


def _is_row(text: str, next_text: str) -> bool:
    """Tell whether `next_text` is a row of a programme, a label, an item of a list, or below `text` a labelled row."""
    if next_text[-1] == ":" and next_text.find(" ", 0, -2) < 0 and next_text[0].isupper():
        return True
    if _CLOCK.match(next_text) or (text[-1] in _SENTENCE_ENDS and _NUMBERED.match(next_text)):
        return True
    return ":" in next_text[:_LONGEST_LABEL] and bool(_LABELLED.match(next_text) and _LABELLED.match(text))


def _may_end_here(text: str, next_text: str) -> bool:
    """Tell whether a full line ends with its sentence and the next begins one, and that is hardly by chance."""
    return (
        len(text) >= _SHORTEST_PARAGRAPH
        and not next_text[0].islower()
        and _STOP.search(text, len(text) - 3) is not None
        and text.count(". ") * _SHORTEST_SENTENCES < len(text)
    )


def _breaks_sentences(lines: Sequence[Line]) -> bool:
    return any(
        following.text[:1].islower() and not _stands_apart(line, following) for line, following in pairwise(lines)
    )


def _is_broken_word(text: str) -> bool:
    """Tell whether `text` ends within a word: with a hyphen, not with a dash that stands by itself."""
    return text[-1] in _HYPHENS and text[-2:-1].isalnum()


def unwrap(lines: Sequence[Line]) -> View:
    """Return the paragraph that `lines` make: joined by one blank, a word broken at a line's end made whole."""
    if len(lines) == 1:
        return lines[0].content
    pieces: list[View] = []
    for line, following in pairwise(lines):
        content = line.content
        if not _is_broken_word(content.text):
            pieces += (content, _blank(content))
        elif following.text[0].islower():
            pieces.append(content.cut(0, len(content.text) - 1))
        else:
            pieces.append(content)
    return join([*pieces, lines[-1].content])


def _blank(content: View) -> View:
    """Return the blank that stands for the line end behind `content`."""
    return View(" ", content.given, content.whole.end)
