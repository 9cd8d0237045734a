"""The head of a release: everything above the first sentence, each line with the part it belongs to.

Fields of the masthead are known when they are seen (`peeling`), and so are captions, menus and contacts. What is left
are titles, and with them whatever else a page prints up there: counters, bylines, the name of a section. No list of
words knows them all, so the layout decides, once the whole head is seen (`_settled`): title lines stand together, are
set alike, and are the longest of what is not known.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

import regex

from pressparse.cells.roles import is_organization
from pressparse.headlines import is_title_case, kicker_at, repeats, runs_on
from pressparse.issuers import names_issuer
from pressparse.kinds import kind_of_tag
from pressparse.lexicon import words_of
from pressparse.notes import around, opens_boilerplate, opens_summary, tells_of_event
from pressparse.peeling import Peeled, peel
from pressparse.sentences import ends_sentence, is_sentence
from pressparse.stamps import RELEASE_DATES
from pressparse.tables import rows_as_lines
from pressparse.wrapping import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressparse.lines import Line
    from pressparse.profiles import Profile

PartKind = Literal[
    "masthead", "title", "body", "caption", "footnote", "boilerplate", "contacts", "around", "links", "unknown"
]

_MOST_CANDIDATES = 8
_TITLE_PARTS = 4
_TITLE_LINES = 8
_FEW_WORDS = 2
_ENOUGH_WORDS = 4
_LONG_STANDFIRST = 18
_LONG_THIRD_PART = 12
_LONG_BELOW_CAPITALS = 8
_TAG_WORDS = 3
_LONGEST_BARRED = 120
_BAR = 3  # a bar with its blanks
_NUMBERED = regex.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]\s+\p{Lu}")
_NO_TITLE = regex.compile(r"(?:By|Par|Von|By:|Par :)[ ]\p{Lu}.{1,60}|(?:[@#]\w+[\s,|]*)+|\[[@#][^\]]*\]|.{1,60}:")


class Part(NamedTuple):
    """Lines that belong together and the part of the release they are; `front` is the first with its fields peeled."""

    kind: PartKind
    lines: tuple[Line, ...]
    front: Peeled | None = None


def read_head(lines: Sequence[Line], contacts: frozenset[int], profiles: tuple[Profile, ...]) -> list[Part]:
    """Return the parts above the body, up to the first sentence; `contacts` are the lines of contact blocks."""
    lines = rows_as_lines(lines, contacts, profiles)
    head: list[Part] = []
    tagged = issued = False
    at = candidates = 0
    last_sentence = None
    while at < len(lines):
        line = lines[at]
        if at in contacts:
            last_sentence = _last_sentence(lines, contacts) if last_sentence is None else last_sentence
            if candidates and last_sentence < at:  # contacts that close the release: no body follows
                break
            head.append(Part("contacts", (line,)))
            at += 1
            continue
        front = peel(line.content, profiles)
        if (
            (candidates and opens_summary(line))
            or tells_of_event(line)
            or (front.stamp == "labelled" and _is_beside_event(lines, at))
        ):
            break
        kind: PartKind | None = (
            "masthead" if front.whole else around(line) or _masthead(line, front, tagged=tagged, issued=issued)
        )
        group: tuple[Line, ...] = (line,)
        if kind is None:
            group = _paragraph(lines, at, contacts, profiles)
            if candidates == _MOST_CANDIDATES or not _may_be_title(group, front, head, profiles):
                if not _is_above_date(lines, at + len(group), contacts, head, profiles):
                    break
                kind = "body"
            else:
                candidates += 1
                kind = "title"
        tagged = kind == "masthead" and not front.whole
        issued = kind == "masthead" and (issued or front.issuer_below or bool(front.issuers))
        head.append(Part(kind, group, front if kind in ("masthead", "title") else None))
        at += len(group)
    return _settled(_with_issuers_above(head), profiles)


def _with_issuers_above(head: Sequence[Part]) -> list[Part]:
    """Return `head` with organizations known as issuers that stand directly above the line of a known issuer."""
    if len(_titles(head)) <= 1:
        return list(head)
    found: list[Part] = []
    for part, below in zip(head, (*head[1:], None), strict=True):
        issuer = below and below.kind == "masthead" and below.front and below.front.issuers and not below.lines[0].gap
        if issuer and part.kind == "title" and all(names_issuer(line.content) for line in part.lines):
            found += [
                Part("masthead", (line,), Peeled(line.content, len(line.text), issuers=((0, len(line.text)),)))
                for line in part.lines
            ]
        else:
            found.append(part)
    return found


def _titles(head: Sequence[Part]) -> list[Part]:
    return [part for part in head if part.kind == "title"]


def _last_sentence(lines: Sequence[Line], contacts: frozenset[int]) -> int:
    """Return the index of the last line of running text outside the contacts; -1 if there is none."""
    texts = (at for at in reversed(range(len(lines))) if at not in contacts and is_sentence(lines[at].text))
    return next(texts, -1)


def _masthead(line: Line, front: Peeled, *, tagged: bool, issued: bool) -> Literal["masthead"] | None:
    if issued and names_issuer(line.content):
        return "masthead"
    text = line.text
    short = len(text.split(None, _TAG_WORDS)) <= _TAG_WORDS and text[-1] not in ".!?:"
    if short and (line.bullet or (tagged and not line.gap) or kind_of_tag(text)):
        return "masthead"
    # `Communiqué de presse | Climat`, `June 20, 2023 | Earth observation`: a tag or a kicker behind a bar.
    barred = front.rest and "|" in text[front.rest - _BAR : front.rest]
    return "masthead" if barred and not is_sentence(text[front.rest :]) and len(text) < _LONGEST_BARRED else None


def _paragraph(
    lines: Sequence[Line], at: int, contacts: frozenset[int], profiles: tuple[Profile, ...]
) -> tuple[Line, ...]:
    """Return the paragraph that begins at `at`; a field of the masthead below a title is no part of it."""
    end = at + 1
    while end < len(lines) and not lines[end].gap and end not in contacts and not _is_field(lines[end], profiles):
        end += 1
    return _set_alike(next(paragraphs(lines[at:end]))) if end > at + 1 else (lines[at],)


def _set_alike(group: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the first lines of `group`, without what is set more quietly below a title in capitals."""
    for at in range(1, min(len(group), _TITLE_LINES)):
        above, below = (" ".join(line.text for line in lines) for lines in (group[:at], group[at:]))
        if _is_quieter(below, above) and not runs_on(above, below):
            return group[:at]
    return group


def _is_above_date(
    lines: Sequence[Line],
    at: int,
    contacts: frozenset[int],
    head: Sequence[Part],
    profiles: tuple[Profile, ...],
) -> bool:
    """Tell whether a standfirst stands above `at`: below a title, and directly above the first date line."""
    if at >= len(lines) or at in contacts or not any(part.kind == "title" for part in head):
        return False
    if any(part.kind == "body" or (part.front and part.front.date) for part in head):
        return False
    front = peel(lines[at].content, profiles)
    return front.whole and front.date is not None and not _is_beside_event(lines, at)


def _is_field(line: Line, profiles: tuple[Profile, ...]) -> bool:
    return around(line) is not None or peel(line.content, profiles).whole


def _may_be_title(group: tuple[Line, ...], front: Peeled, head: Sequence[Part], profiles: tuple[Profile, ...]) -> bool:
    """Tell whether `group` may be a part of the title: no sentence, and set like the parts before it."""
    first = group[0]
    text = " ".join(line.text for line in group)[front.rest :]
    if first.bullet or opens_boilerplate(first):
        return False
    marked = bool(front.rest and (front.references or front.kind))  # `N° 27–2018: Call for Media: …` is the title
    above = [] if marked else _titles_above(head)
    before = [part.lines[0] for part in above]
    if not before:
        return bool(first.heading) or not is_sentence(text)
    if is_sentence(text) or ends_sentence(text) or _NUMBERED.match(text):
        return False
    title = " ".join(map(_text, above))
    if kicker_at(title, profiles)[0] == len(title):  # a kicker has its headline
        return True
    if _is_standfirst(text, title) or (len(before) > 1 and _words(text) >= max(_LONG_THIRD_PART, _words(title) + 1)):
        return False
    return _is_set_off(first) or text.isupper() or not any(map(_is_set_off, before))


def _titles_above(head: Sequence[Part]) -> list[Part]:
    """Return the parts that may be titles: no letterhead above a field, no few words above the kind of release."""
    if not _titles(head):
        return []
    kind = max((at for at, part in enumerate(head) if part.front and part.front.kind), default=0)
    field = max((at for at, part in enumerate(head) if part.kind == "masthead"), default=0)
    few = _words(" ".join(_text(part) for part in head[:kind] if part.kind == "title")) < _ENOUGH_WORDS
    return [
        part
        for at, part in enumerate(head)
        if part.kind == "title" and not (few and at < kind) and not (at < field and _is_letterhead(part))
    ]


def _is_standfirst(text: str, title: str) -> bool:
    """Tell whether `text` says more below a whole title: it is much longer, or no longer in capitals."""
    if runs_on(title, text):
        return False
    return _is_quieter(text, title) or _words(text) >= max(_LONG_STANDFIRST, _words(title) + 1)


def _is_quieter(text: str, title: str) -> bool:
    """Tell whether `text` is a line of some length with fewer capitals than the `title` above it."""
    if _words(text) < _LONG_BELOW_CAPITALS or _words(title) <= _ENOUGH_WORDS:
        return False
    return (title.isupper() and not text.isupper()) or (is_title_case(title) and not is_title_case(text))


def _is_beside_event(lines: Sequence[Line], at: int) -> bool:
    return any(tells_of_event(line) for line in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]))


def _is_set_off(line: Line) -> bool:
    return bool(line.heading) or line.bold


def _settled(head: list[Part], profiles: tuple[Profile, ...]) -> list[Part]:
    """Return `head` with the parts that only looked like titles taken off the title.

    Of several runs of title lines, parted by fields, one is the title: the one that is set as headings, else the first
    that is long enough. A run before it stays if it is a known kicker, a run behind it if it repeats the title; any
    other is a standfirst where it is long, and unknown where it is not.
    """
    head = _without_captions(head)
    if len(_titles(head)) <= 1:
        return head
    kinds: dict[int, PartKind] = {}
    runs = _runs(head)
    texts = {at: _text(head[at]) for run in runs for at in run}
    long = any(_words(text) >= _ENOUGH_WORDS for text in texts.values())
    marked = next((at for at in texts if (front := head[at].front) and front.rest), 0)
    for at, text in texts.items():
        set_off = _is_set_off(head[at].lines[0])
        if kicker_at(text, profiles)[0] == len(text):
            continue
        few = _words(text) <= _FEW_WORDS and _stands_alone(head, at)
        if not set_off and ((long and (few or _is_no_title(text))) or at < marked):
            kinds[at] = "unknown"
    if _is_letterhead(head[runs[0][0]]) and runs[0][0] == 0 and len(runs[0]) > 1 and _stands_alone(head, 0):
        kinds[0] = "unknown"
    own = [kept for run in runs if (kept := [at for at in run if at not in kinds])]
    letterheads = [run for run in own if all(_is_letterhead(head[at]) for at in run)]
    if 0 < len(letterheads) < len(own):
        kinds |= {at: "unknown" for run in letterheads for at in run}
        own = [run for run in own if run not in letterheads]
    if own:
        main = _main_run(own, head, texts)
        title = " ".join(texts[at] for at in main)
        for run in own:
            kinds |= {
                at: _before(texts[at], profiles) if at < main[0] else _behind(texts[at], title, head[at])
                for at in run
                if run is not main
            }
        kinds |= dict.fromkeys(main[_TITLE_PARTS:], "body")
    return [part._replace(kind=kinds.get(at, part.kind)) for at, part in enumerate(head)]


def _without_captions(head: list[Part]) -> list[Part]:
    """Return `head` with a caption known that a page prints twice, line below line, for the image and below it."""
    titles = _titles(head)
    twice = {part.lines[0].text for part in titles if [line.text for line in part.lines[1:]] == [part.lines[0].text]}
    if all(line.text in twice for part in titles for line in part.lines):
        return head
    return [
        part._replace(kind="caption") if part.kind == "title" and part.lines[0].text in twice else part for part in head
    ]


def _stands_alone(head: Sequence[Part], at: int) -> bool:
    """Tell whether a part has nothing directly above it and nothing directly below it."""
    below = head[at + 1].lines[0] if at + 1 < len(head) else None
    return (at == 0 or head[at].lines[0].gap > 0) and (below is None or below.gap > 0)


def _is_no_title(text: str) -> bool:
    """Tell whether `text` is a byline, a row of tags, a label, or a section's name with a date behind it."""
    if _NO_TITLE.fullmatch(text):
        return True
    dates = [date for _, pattern in RELEASE_DATES.read() for date in pattern.finditer(text)]
    return any(date.end() == len(text) and _words(text[: date.start()].strip()) <= _ENOUGH_WORDS for date in dates)


def _is_letterhead(part: Part) -> bool:
    """Tell whether `part` is an issuer's letterhead: short lines, an organization among them."""
    first = part.lines[0]  # `The Catholic University of Lund`; a headline with an agency's name looks much like one
    whole = len(part.lines) == 1 and first.text.startswith("The ") and names_issuer(first.content)
    return (
        not _is_set_off(part.lines[0])
        and (whole or all(_words(line.text) <= _ENOUGH_WORDS for line in part.lines))
        and any(is_organization(words_of(line.text)) for line in part.lines)
    )


def _runs(head: Sequence[Part]) -> list[list[int]]:
    """Return the indices of the title parts, those together that no field or contact stands between."""
    shown = [at for at, part in enumerate(head) if part.kind in ("title", "masthead", "contacts")]
    return [list(run) for is_title, run in groupby(shown, key=lambda at: head[at].kind == "title") if is_title]


def _text(part: Part) -> str:
    text = " ".join(line.text for line in part.lines)
    return text[part.front.rest :] if part.front else text


def _words(text: str) -> int:
    return text.count(" ") + 1


def _main_run(runs: list[list[int]], head: Sequence[Part], texts: dict[int, str]) -> list[int]:
    set_off = [run for run in runs if any(_is_set_off(head[at].lines[0]) for at in run)]
    long = [run for run in set_off or runs if sum(_words(texts[at]) for at in run) >= _ENOUGH_WORDS]
    return (long or set_off or runs)[0]


def _before(text: str, profiles: tuple[Profile, ...]) -> PartKind:
    """Return what a run of title lines before the title is: a kicker that is known, or nothing that is."""
    return "title" if kicker_at(text, profiles)[0] == len(text) else "unknown"


def _behind(text: str, title: str, part: Part) -> PartKind:
    """Return what a run of title lines behind the title is: the title again, a standfirst, or nothing that is known."""
    if repeats(text, title):
        return "title"
    return "body" if _words(text) > _ENOUGH_WORDS or part.lines[0].heading else "unknown"
