"""Which line belongs to which part of the release.

Two walks over the lines. The first goes down the head: as long as lines are fields of the masthead, navigation,
contacts or titles, they are the head; the first sentence ends it. The second goes down the rest, where headings,
markers and end marks open the parts around the body. Contact blocks were found before and stay what they are.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Literal

import attrs
import regex

from pressparse.embargoes import is_embargo
from pressparse.kinds import kind_of_tag
from pressparse.lines import Line
from pressparse.notes import (
    footnote_marker,
    is_caption,
    is_end_mark,
    is_link_line,
    is_marked_in,
    is_navigation,
    opens_boilerplate,
)
from pressparse.peeling import Peeled, names_issuer, peel
from pressparse.wrapping import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressparse.profiles import Profile

RegionKind = Literal[
    "masthead", "title", "body", "caption", "footnote", "boilerplate", "contacts", "around", "links", "unknown"
]
Group = tuple["Line", ...]
Labelled = tuple[RegionKind, Group, tuple["Peeled", ...]]

_FIELDS = ("masthead", "title")
_PARTS = ("body", "boilerplate", "contacts")  # these go on until another opens
_TITLE_PARTS = 4
_LONGEST_TITLE = 260
_LONG_SENTENCE = 120
_SENTENCE_WORDS = 9
_LONGEST_END = 8  # characters: a full stop, closing marks, the marker of a footnote
_TAG_WORDS = 3
_BAR = 3  # a bar with its blanks
_ENDS_SENTENCE = regex.compile(r"""[.…;:][\s\xa0]*["”»’')\]]{0,2}(?:\[?\d{1,2}\]?|\*)?\Z""")
_NEXT_SENTENCE = regex.compile(r"""[\p{Ll}\d)»”"]{2}[.!?]["”»’')]{0,2}\s++["“«]?\p{Lu}""")
_CALLS = regex.compile(r"""[!?]["”»’')\s\xa0]{0,3}\Z""")
_NUMBERED = regex.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]\s+\p{Lu}")


@attrs.frozen
class Region:
    """Lines that follow each other and belong to one part of the release.

    `fronts` are the lines of the head, the first of the body included, with the masthead fields peeled off them.
    """

    kind: RegionKind
    lines: tuple[Line, ...]
    fronts: tuple[Peeled, ...] = ()


def split_regions(lines: Sequence[Line], blocks: Sequence[range], profiles: tuple[Profile, ...]) -> tuple[Region, ...]:
    """Return the regions of a release, in order; every line is in exactly one. `blocks` are its contact blocks."""
    contacts = frozenset(index for block in blocks for index in block)
    head, first = _head(lines, contacts, profiles)
    done = sum(len(group) for _, group, _ in head)
    labelled = [*head, *_rest(lines[done:], frozenset(index - done for index in contacts), first, profiles)]
    return tuple(_regions(labelled))


def _regions(labelled: Sequence[Labelled]) -> Iterator[Region]:
    for kind, run in groupby(labelled, key=itemgetter(0)):
        same = tuple(run)
        lines = tuple(line for _, group, _ in same for line in group)
        yield Region(kind, lines, tuple(front for _, _, fronts in same for front in fronts))


def _head(
    lines: Sequence[Line], contacts: frozenset[int], profiles: tuple[Profile, ...]
) -> tuple[list[Labelled], tuple[Peeled, ...]]:
    """Return the lines above the body, up to the first sentence, and the front of that where there is one."""
    head: list[Labelled] = []
    titles: list[Group] = []
    tagged = issued = False
    at = 0
    while at < len(lines):
        line = lines[at]
        if at in contacts:
            if titles and _is_at_end(lines, at, contacts):
                return head, ()
            head.append(("contacts", (line,), ()))
            at += 1
            continue
        front = peel(line.content, profiles)
        label = _around(line) or _masthead(line, front, tagged=tagged, issued=issued)
        group: Group = (line,)
        if label is None:
            group = _paragraph(lines, at, contacts, profiles)
            if not _is_title(group, front, titles):
                return head, (front,)
            titles.append(group)
            label = "title"
        tagged = label == "masthead" and (line.bullet or (tagged and not line.gap) or bool(kind_of_tag(line.text)))
        issued = label == "masthead" and (issued or bool(front.issuers))
        head.append((label, group, (front,) if label in _FIELDS else ()))
        at += len(group)
    return head, ()


def _is_at_end(lines: Sequence[Line], at: int, contacts: frozenset[int]) -> bool:
    """Whether the contacts that begin at `at` come after everything else, so that no body follows them."""
    return not any(index not in contacts and is_sentence(lines[index].text) for index in range(at, len(lines)))


def _around(line: Line) -> RegionKind | None:
    """Return the part that a line shows by itself to belong to, wherever it stands."""
    if line.rule:
        return "around"
    if is_caption(line):
        return "caption"
    if is_navigation(line):
        return "around"
    return "links" if is_link_line(line) else None


def _masthead(line: Line, peeled: Peeled, *, tagged: bool, issued: bool) -> RegionKind | None:
    text = line.text
    short = len(text.split(None, _TAG_WORDS)) <= _TAG_WORDS and text[-1] not in ".!?:"
    if is_embargo(line.content) or (short and (line.bullet or (tagged and not line.gap) or kind_of_tag(text))):
        return "masthead"
    if peeled.whole or (issued and names_issuer(line.content)):
        return "masthead"
    # `Communiqué de presse | Climat`, `June 20, 2023 | Earth observation`: a tag or a kicker behind a bar.
    barred = peeled.rest and "|" in text[peeled.rest - _BAR : peeled.rest]
    return "masthead" if barred and not is_sentence(text[peeled.rest :]) and len(text) < _LONG_SENTENCE else None


def _paragraph(lines: Sequence[Line], at: int, contacts: frozenset[int], profiles: tuple[Profile, ...]) -> Group:
    """Return the paragraph that begins at `at`; a field of the masthead below a title is no part of it."""
    end = at + 1
    while end < len(lines) and not lines[end].gap and end not in contacts and not _is_field(lines[end], profiles):
        end += 1
    return next(paragraphs(lines[at:end]))


def _is_field(line: Line, profiles: tuple[Profile, ...]) -> bool:
    return _around(line) is not None or peel(line.content, profiles).whole


def _is_title(group: Group, peeled: Peeled, titles: Sequence[Group]) -> bool:
    """Tell whether `group` is a part of the title: no sentence, and set like the parts before it."""
    first = group[0]
    text = " ".join(line.text for line in group)
    text = text[peeled.rest :]
    if first.bullet or opens_boilerplate(first) or len(titles) == _TITLE_PARTS:
        return False
    if not titles:
        return bool(first.heading) or not is_sentence(text)
    if is_sentence(text) or _NUMBERED.match(text):
        return False
    return _is_set_off(first) or text.isupper() or not any(_is_set_off(title[0]) for title in titles)


def _is_set_off(line: Line) -> bool:
    return bool(line.heading) or line.bold


def is_sentence(text: str) -> bool:
    """Tell whether `text` is running text and no title."""
    if len(text) > _LONGEST_TITLE:
        return True
    words = text.count(" ") + 1
    if _ENDS_SENTENCE.search(text[-_LONGEST_END:]):
        return words >= _SENTENCE_WORDS
    return (
        len(text) > _LONG_SENTENCE
        and _CALLS.search(text[-_LONGEST_END:]) is None
        and _NEXT_SENTENCE.search(text) is not None
    )


def _rest(
    lines: Sequence[Line], contacts: frozenset[int], fronts: tuple[Peeled, ...], profiles: tuple[Profile, ...]
) -> Iterator[Labelled]:
    """Yield the body, whose first line has `fronts`, and what stands below it."""
    part: RegionKind = "body"
    body: list[str] = []
    for label, group in _grouped(lines, contacts):
        own = label or _below(group[0], part, body, profiles)
        if own in _PARTS:
            part = "unknown" if own == "contacts" else own
        if label is None and own == "around":  # behind an end mark
            part = "boilerplate"
        if own == "body":
            body.extend(line.text for line in group)
        if own == "masthead":
            fronts = (peel(group[0].content, profiles),)
        yield own, group, fronts if own in ("body", "masthead") else ()
        fronts = ()


def _below(first: Line, part: RegionKind, body: Sequence[str], profiles: tuple[Profile, ...]) -> RegionKind:
    """Return the part of a paragraph below the head that begins with `first`; `part` was opened last."""
    if is_end_mark(first):
        return "around"
    if opens_boilerplate(first):
        return "boilerplate"
    if _is_stamp(first, profiles):
        return "masthead"
    if _is_footnote(first, body):
        return "footnote"
    return "body" if part == "boilerplate" and first.heading and body else part


def _grouped(lines: Sequence[Line], contacts: frozenset[int]) -> Iterator[tuple[RegionKind | None, Group]]:
    """Yield the lines as paragraphs, those that show by themselves what they are with their label."""
    labels = [("contacts" if index in contacts else _around(line)) for index, line in enumerate(lines)]
    for label, members in groupby(range(len(lines)), key=labels.__getitem__):
        own = [lines[index] for index in members]
        if label is not None:
            yield label, tuple(own)
        else:
            for group in paragraphs(own):
                yield from ((None, part) for part in _split_at_markers(group))


def _split_at_markers(group: Group) -> Iterator[Group]:
    """Split `group` before every line that begins with a footnote's marker."""
    start = 0
    for index in range(1, len(group) + 1):
        if index == len(group) or footnote_marker(group[index]):
            yield group[start:index]
            start = index


def _is_stamp(line: Line, profiles: tuple[Profile, ...]) -> bool:
    """Tell whether `line` is a field of the masthead that a page prints below the text: a reference, `(Source: …)`."""
    if len(line.text) > _LONG_SENTENCE:
        return False
    peeled = peel(line.content, profiles)
    return peeled.whole and bool(peeled.references or peeled.stamp != "date")


def _is_footnote(line: Line, body: Sequence[str]) -> bool:
    found = footnote_marker(line)
    return found is not None and any(is_marked_in(found[0], text) for text in body)
