"""The head of a release: everything above the first sentence, each line with the part it belongs to.

Fields of the masthead are known when they are seen (`peeling`), and so are captions, menus and contacts. What is left
are titles, and with them whatever else a page prints up there: which of them are, the whole head decides
(`title_runs`).
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

import regex

from pressparse.cells import read_cells
from pressparse.headlines import ends_sentence, is_sentence, is_title_case, is_within_text, kicker_at, runs_on
from pressparse.issuers import names_issuer
from pressparse.kinds import kind_of_tag
from pressparse.lines import Line
from pressparse.notes import around, opens_boilerplate, opens_summary, tells_of_event
from pressparse.peeling import Peeled, peel
from pressparse.places import is_city
from pressparse.profiles import Profile
from pressparse.rules import match_at
from pressparse.stamps import RELEASE_DATES, MastheadDate
from pressparse.tables import rows_as_lines
from pressparse.text import join
from pressparse.title_runs import ENOUGH_WORDS, is_letterhead, is_set_off, settled, text_of, titles_of, words_in
from pressparse.words import fold, merged_vocabulary
from pressparse.wrapping import paragraphs

PartKind = Literal[
    "masthead", "title", "body", "caption", "footnote", "boilerplate", "contacts", "around", "links", "unknown"
]

_MOST_CANDIDATES = 8
_TITLE_LINES = 8
_LONG_STANDFIRST = 18
_LONG_THIRD_PART = 12
_LONG_BELOW_CAPITALS = 8
_TAG_WORDS = 3
_LONGEST_BARRED = 120
_OWN = ("date", "dateline")  # no stamps of a site
_BAR = 3  # a bar with its blanks
_SHORTEST_WRAPPED = 50  # characters of a line that ends because the next word would not have fitted
_LISTING = frozenset("/|•–—")
_NUMBERED = regex.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]\s+\p{Lu}")


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
            head.append(Part("contacts", (line,), _date_beside(line)))
            at += 1
            continue
        front = _front(lines, at, head, profiles, issued=issued)
        if (
            (candidates and opens_summary(line) and not _is_above_date(lines, at + 1, contacts, head, profiles))
            or tells_of_event(line)
            or (front.stamp == "labelled" and _is_beside_event(lines, at))
            or (front.date and _tells_hour(front, head))
        ):
            break
        kind: PartKind | None = "masthead" if front.whole else _beside_title(lines, at)
        kind = kind or _masthead(line, front, tagged=tagged)
        group: tuple[Line, ...] = (line,)
        if kind is None:
            group = _set_alike(_paragraph(lines, at, contacts, profiles), titled=bool(front.place or titles_of(head)))
            if candidates == _MOST_CANDIDATES or not _may_be_title(group, front, head, profiles):
                if not _is_above_date(lines, at + len(group), contacts, head, profiles):
                    break
                short = sum(len(line.text) for line in group) < _LONGEST_BARRED
                kind = "title" if short and not titles_of(head) else "body"
            else:
                candidates += 1
                kind = "title"
        tagged = kind == "masthead" and not front.whole
        issued = kind == "masthead" and ((issued and not front.date) or front.issuer_below or bool(front.issuers))
        head.append(Part(kind, group, front if kind in ("masthead", "title") else None))
        at += len(group)
    return settled(_with_places_above(_with_issuers_above(_with_title(head)), profiles), profiles)


def _tells_hour(front: Peeled, head: Sequence[Part]) -> bool:
    """Tell whether `front` is below the title a weekday with its hour, later than the date: an invitation begins."""
    day = day_of(front) if front.stamp == "date" and front.whole and titles_of(head) else None
    if not front.date or not day or day.weekday is None or front.date.start + day.end == front.date.end:
        return False
    above = (day_of(part.front) for part in head if part.front and part.front.stamp in _OWN)
    return any(other and other.date < day.date for other in above)


def day_of(front: Peeled) -> MastheadDate | None:
    """Return the date of a peeled line, if it has one that could be read."""
    day = front.date and front.date.value
    return day if isinstance(day, MastheadDate) else None


def _with_title(head: Sequence[Part]) -> list[Part]:
    """Return `head`, where it has no title, with its last line but dates as one, if it is a long name."""
    last = next((part for part in reversed(head) if not part.front or not part.front.date), None)
    front = last.front if last and not titles_of(head) else None
    if not last or not front or front.kind or front.references or words_in(front.line.text) < ENOUGH_WORDS:
        return list(head)
    if not (front.issuers and (front.rest == 0 or (front.whole and len(front.issuers) > 1))):
        return list(head)
    return [Part("title", last.lines, Peeled(front.line, 0)) if part is last else part for part in head]


def _with_places_above(head: Sequence[Part], profiles: tuple[Profile, ...]) -> list[Part]:
    """Return `head` with a known city that stands alone above the date as what it is: the place of a dateline."""
    found: list[Part] = []
    for part in head:
        above = found[-1].lines[0] if found and found[-1].kind == "title" and len(found[-1].lines) == 1 else None
        if above and part.front and part.front.date and part.front.whole and is_city(above.text.partition(",")[0]):
            dateline = peel(join([above.content, part.front.line], ", "), profiles)
            if dateline.whole and dateline.place:
                found[-1:] = [Part("masthead", (above, *part.lines), dateline)]
                continue
        found.append(part)
    return found


def _with_issuers_above(head: Sequence[Part]) -> list[Part]:
    """Return `head` with organizations known as issuers that stand directly above the line of a known issuer."""
    if len(titles_of(head)) <= 1:
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


def _last_sentence(lines: Sequence[Line], contacts: frozenset[int]) -> int:
    texts = (at for at in reversed(range(len(lines))) if at not in contacts and is_sentence(lines[at].text))
    return next(texts, -1)


def _masthead(line: Line, front: Peeled, *, tagged: bool) -> Literal["masthead"] | None:
    if front.issuers and not front.rest:
        return "masthead"
    text = line.text
    short = len(text.split(None, _TAG_WORDS)) <= _TAG_WORDS and text[-1] not in ".!?:"
    if short and (line.bullet or (tagged and not line.gap) or kind_of_tag(text)):
        return "masthead"
    # `Communiqué de presse | Climat`, `June 20, 2023 | Earth observation`: a tag or a kicker behind a bar.
    barred = front.rest and "|" in text[front.rest - _BAR : front.rest]
    return "masthead" if barred and not is_sentence(text[front.rest :]) and len(text) < _LONGEST_BARRED else None


def _beside_title(lines: Sequence[Line], at: int) -> PartKind | None:
    """Return what the line at `at` shows by itself to be, or that it only names the part of a site with the release."""
    line = lines[at]
    if _is_rubric(line):
        return "around"
    between = 0 < at < len(lines) - 1 and not line.gap and not lines[at + 1].gap
    if between and line.text.count(" ") < _TAG_WORDS and _is_rubric(lines[at - 1]) and _is_rubric(lines[at + 1]):
        return "around"
    return around(line)


def _is_rubric(line: Line) -> bool:
    words = merged_vocabulary("masthead")
    return words.may_begin("rubrics", line.text) and fold(line.text) in words.meanings["rubrics"]


def _front(
    lines: Sequence[Line], at: int, head: Sequence[Part], profiles: tuple[Profile, ...], *, issued: bool
) -> Peeled:
    """Return the fields at the front of the line at `at`: no issuers where it opens wrapped text below the title, and
    another one, which is nothing that one peels, below those that are `issued`.
    """
    front = peel(lines[at].content, profiles)
    if issued and not front.rest and names_issuer(front.line):
        return front._replace(issuers=((0, len(front.line.text)),))
    text = front.issuers and front.whole and titles_of(head) and is_within_text(lines, at, at + 1)
    return Peeled(front.line, 0) if text else front


def _paragraph(
    lines: Sequence[Line], at: int, contacts: frozenset[int], profiles: tuple[Profile, ...]
) -> tuple[Line, ...]:
    end = at + 1
    while end < len(lines) and not lines[end].gap and end not in contacts and not _is_field(lines, at, end, profiles):
        end += 1
    return next(paragraphs(lines[at:end])) if end > at + 1 else (lines[at],)


def _set_alike(group: tuple[Line, ...], *, titled: bool) -> tuple[Line, ...]:
    """Return the first lines of `group`, without what is set more quietly below a title: one in capitals where the head
    is `titled` already, for the first lines of a wrapped lead may look like a headline.
    """
    for at in range(1, min(len(group), _TITLE_LINES)):
        above, below = (" ".join(line.text for line in lines) for lines in (group[:at], group[at:]))
        if titled and not above.isupper() and is_sentence(f"{above} {below}"):
            break
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
    """Tell whether a standfirst stands above `at`, or a title like a sentence: directly above the first date line."""
    if not head or any(part.kind == "body" or (part.front and part.front.date) for part in head):
        return False
    front = peel(lines[at].content, profiles) if at < len(lines) and at not in contacts else None
    if front and front.whole and not front.date and (front.kind or front.issuer_below or front.stamp == "published"):
        below = at + 1 + front.issuer_below  # the kind may stand between them, and from whom it comes
        return _is_above_date(lines, below, contacts, head, profiles)
    return front is not None and front.whole and front.date is not None and not _is_beside_event(lines, at)


def _is_field(lines: Sequence[Line], start: int, at: int, profiles: tuple[Profile, ...]) -> bool:
    """Tell whether the line at `at` is a field, and no name within the title or the text that begins at `start`."""
    line, above = lines[at], lines[at - 1].text
    if around(line) is not None:
        return True
    front = peel(line.content, profiles)
    if not front.whole or not front.issuers or front.kind or front.references or front.date:
        return front.whole
    wrapped = len(above) >= _SHORTEST_WRAPPED and _LISTING.isdisjoint(line.text)
    return not (wrapped or runs_on(above, line.text) or is_within_text(lines, start, at))


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
    title = " ".join(map(text_of, above))
    if kicker_at(title, profiles)[0] == len(title):  # a kicker has its headline
        return True
    if _is_standfirst(text, title) or (
        len(before) > 1 and words_in(text) >= max(_LONG_THIRD_PART, words_in(title) + 1)
    ):
        return False
    return is_set_off(first) or text.isupper() or not any(map(is_set_off, before))


def _date_beside(line: Line) -> Peeled | None:
    """Return the date that the masthead prints to the right of the contact in `line`, nothing else of it peeled."""
    date = next((cell.start for cell in read_cells(line.text) if cell.kind == "date"), None)
    hit = None if date is None else match_at(RELEASE_DATES.read(), line.content, date)
    return Peeled(line.content, len(line.text), date=hit) if hit else None


def _titles_above(head: Sequence[Part]) -> list[Part]:
    """Return the parts that may be titles: no letterhead above a field, no few words above the kind of release."""
    if not titles_of(head):
        return []
    kind = max((at for at, part in enumerate(head) if part.front and part.front.kind), default=0)
    field = max((at for at, part in enumerate(head) if part.kind == "masthead"), default=0)
    few = words_in(" ".join(text_of(part) for part in head[:kind] if part.kind == "title")) < ENOUGH_WORDS
    return [
        part
        for at, part in enumerate(head)
        if part.kind == "title" and not (few and at < kind) and not (at < field and is_letterhead(part))
    ]


def _is_standfirst(text: str, title: str) -> bool:
    """Tell whether `text` says more below a whole title: it is much longer, or no longer in capitals."""
    if runs_on(title, text):
        return False
    return _is_quieter(text, title) or words_in(text) >= max(_LONG_STANDFIRST, words_in(title) + 1)


def _is_quieter(text: str, title: str) -> bool:
    """Tell whether `text` is a line of some length with fewer capitals than the `title` above it."""
    if words_in(text) < _LONG_BELOW_CAPITALS or words_in(title) <= ENOUGH_WORDS:
        return False
    return (title.isupper() and not text.isupper()) or (is_title_case(title) and not is_title_case(text))


def _is_beside_event(lines: Sequence[Line], at: int) -> bool:
    return any(tells_of_event(line) for line in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]))
