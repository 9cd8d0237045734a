"""Of the lines that look like titles, those that are: a page prints counters, bylines and the names of sections too.

No list of words knows them all, so the layout decides, once the whole head is seen: title lines stand together, are set
alike, and are the longest of what is not known.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import regex

from pressparse.cells.roles import is_desk, is_organization
from pressparse.headlines import kicker_at, repeats
from pressparse.issuers import names_issuer
from pressparse.lexicon import words_of
from pressparse.stamps import RELEASE_DATES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressparse.head import Part, PartKind
    from pressparse.lines import Line
    from pressparse.profiles import Profile

_TITLE_PARTS = 4
_FEW_WORDS = 2
ENOUGH_WORDS = 4
_NO_TITLE = regex.compile(r"(?:By|Par|Von|By:|Par :)[ ]\p{Lu}.{1,60}|(?:[@#]\w+[\s,|]*)+|\[[@#][^\]]*\]|.{1,60}:")


def settled(head: list[Part], profiles: tuple[Profile, ...]) -> list[Part]:
    """Return `head` with the parts that only looked like titles taken off the title.

    Of several runs of title lines, parted by fields, one is the title: the one that is set as headings, else the first
    that is long enough. A run before it stays if it is a known kicker, a run behind it if it repeats the title; any
    other is a standfirst where it is long, and unknown where it is not.
    """
    head = _without_captions(head)
    if len(titles_of(head)) <= 1:
        return head
    kinds: dict[int, PartKind] = {}
    runs = _runs(head)
    texts = {at: text_of(head[at]) for run in runs for at in run}
    long = any(words_in(text) >= ENOUGH_WORDS for text in texts.values())
    marked = next((at for at in texts if (front := head[at].front) and front.rest), 0)
    for at, text in texts.items():
        set_off = is_set_off(head[at].lines[0])
        if kicker_at(text, profiles)[0] == len(text):
            continue
        few = words_in(text) <= _FEW_WORDS and _stands_alone(head, at)
        again = any(above < at and texts[above].startswith(text) for above in texts)
        goes_on = texts.get(at + 1, text)[0].islower()  # `Days of the sea:` / `an agency tells`
        if not set_off and ((long and (few or (_is_no_title(text) and not (again or goes_on)))) or at < marked):
            kinds[at] = "unknown"
    if is_letterhead(head[runs[0][0]]) and runs[0][0] == 0 and len(runs[0]) > 1 and _stands_alone(head, 0):
        kinds[0] = "unknown"
    own = [kept for run in runs if (kept := [at for at in run if at not in kinds])]
    letterheads = [run for run in own if all(is_letterhead(head[at]) for at in run)]
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
    titles = titles_of(head)
    twice = {part.lines[0].text for part in titles if [line.text for line in part.lines[1:]] == [part.lines[0].text]}
    if all(line.text in twice for part in titles for line in part.lines):
        return head
    return [
        part._replace(kind="caption") if part.kind == "title" and part.lines[0].text in twice else part for part in head
    ]


def _stands_alone(head: Sequence[Part], at: int) -> bool:
    below = head[at + 1].lines[0] if at + 1 < len(head) else None
    return (at == 0 or head[at].lines[0].gap > 0) and (below is None or below.gap > 0)


def _is_no_title(text: str) -> bool:
    """Tell whether `text` is a byline, a row of tags, a label, or a section's name with a date behind it."""
    if _NO_TITLE.fullmatch(text):
        return True
    dates = [date for _, pattern in RELEASE_DATES.read() for date in pattern.finditer(text)]
    return any(date.end() == len(text) and words_in(text[: date.start()].strip()) <= ENOUGH_WORDS for date in dates)


def is_letterhead(part: Part) -> bool:
    """Tell whether `part` is an issuer's letterhead: short lines, an organization among them."""
    first = part.lines[0]  # `The Catholic University of Lund`; a headline with an agency's name looks much like one
    whole = len(part.lines) == 1 and first.text.startswith(("The ", "Department for ")) and names_issuer(first.content)
    return (
        not is_set_off(part.lines[0])
        and (whole or all(words_in(line.text) <= ENOUGH_WORDS for line in part.lines))
        and any(is_organization(words) or is_desk(words) for words in (words_of(line.text) for line in part.lines))
    )


def _runs(head: Sequence[Part]) -> list[list[int]]:
    shown = [at for at, part in enumerate(head) if part.kind in ("title", "masthead", "contacts")]
    return [list(run) for is_title, run in groupby(shown, key=lambda at: head[at].kind == "title") if is_title]


def titles_of(head: Sequence[Part]) -> list[Part]:
    """Return the parts of `head` that are titles."""
    return [part for part in head if part.kind == "title"]


def text_of(part: Part) -> str:
    """Return what `part` says, without the fields in front of it."""
    text = " ".join(line.text for line in part.lines)
    return text[part.front.rest :] if part.front else text


def words_in(text: str) -> int:
    """Return how many words `text` has."""
    return text.count(" ") + 1


def _main_run(runs: list[list[int]], head: Sequence[Part], texts: dict[int, str]) -> list[int]:
    set_off = [run for run in runs if any(is_set_off(head[at].lines[0]) for at in run)]
    long = [run for run in set_off or runs if sum(words_in(texts[at]) for at in run) >= ENOUGH_WORDS]
    return (long or set_off or runs)[0]


def _before(text: str, profiles: tuple[Profile, ...]) -> PartKind:
    """Return what a run of title lines before the title is: a kicker that is known, or nothing that is."""
    return "title" if kicker_at(text, profiles)[0] == len(text) else "unknown"


def _behind(text: str, title: str, part: Part) -> PartKind:
    """Return what a run of title lines behind the title is: the title again, a standfirst, or nothing that is known."""
    if repeats(text, title):
        return "title"
    return "body" if words_in(text) > ENOUGH_WORDS or part.lines[0].heading else "unknown"


def is_set_off(line: Line) -> bool:
    """Tell whether `line` is set as a heading, or in bold."""
    return bool(line.heading) or line.bold
