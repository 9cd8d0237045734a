"""People whom a release names as its contacts without a number or an address.

    Jeanne Martin                           Jeanne Martin
    Headquarters, Washington                CNES Press Officer

    May 13, 2008                            Paul Roux, attaché de presse CNRS

Such lines are contacts above the title, beside the date or the reference, and where the text has ended. A role for the
press says it; above the title, where nobody signs, an office does too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressparse.book import opened, per_book
from pressparse.cells.readings import read_line
from pressparse.headlines import is_sentence, is_within_text
from pressparse.lexicon import words_of
from pressparse.names import is_given
from pressparse.notes import around, is_end_mark, opens_boilerplate
from pressparse.references import find_references
from pressparse.rules import match_at
from pressparse.stamps import RELEASE_DATES
from pressparse.words import fold, merged_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressparse.lines import Line

_LONGEST = 100  # characters of a line that names somebody or says what they do
_LONGEST_ENTRY = 3  # lines: an organization, a name, a role
_HEAD = 20  # lines in which a masthead names its contacts
_LONGEST_WRAPPED = 50
_ENDS = frozenset('.!?:;,»”"')
_NAME, _NAMED = frozenset({"name"}), frozenset({"name", "organization"})
_PERSONAL = frozenset({"role", "organization", "desk"})


def unnumbered_blocks(lines: Sequence[Line], taken: frozenset[int]) -> Iterator[range]:
    """Yield the ranges of `lines`, none of them `taken`, that name contacts without a number or an address."""
    tells = opened(_tells)
    texts = next((at for at, line in enumerate(lines) if is_sentence(line.content.text)), len(lines))
    done = 0
    for at, line in enumerate(lines):
        text = line.content.text
        if at < done or at in taken or len(text) > _LONGEST or not (at < _HEAD or text[-1:] not in _ENDS):
            continue
        if (at > texts or at < _HEAD) and True in map(tells, text.split()):
            block = _block(lines, at, taken, top=at < texts)
            if block:
                yield block
                done = block.stop


@per_book(8192)
def _tells(word: str) -> bool:
    return fold(word).strip(",()") in _telling_words()


@per_book()
def _telling_words() -> frozenset[str]:
    meanings = merged_vocabulary("contacts").meanings
    return frozenset(meanings["press_words"]) | frozenset(meanings["office_words"])


def _block(lines: Sequence[Line], at: int, taken: frozenset[int], *, top: bool) -> range | None:
    """Return the people around the one of line `at`, if they are named as contacts."""
    entry = _entry(lines, at, taken)
    if not entry or not (is_for_press(lines[at]) or (top and _is_at_office(lines, entry))):
        return None
    people = [entry]
    while before := _entry(lines, _above_title(lines, people[0], taken) - 1, taken):
        people.insert(0, before)
    while following := _entry_from(lines, people[-1].stop, taken):
        people.append(following)
    block = range(_above_title(lines, people[0], taken), people[-1].stop)
    opens_text = lines[block.start].gap and is_within_text(lines, block.start, block.stop)
    if opens_text or continues_text(lines, block.start):
        return None
    if top:
        return block if _is_beside_field(lines, block) else None
    several = sum(is_for_press(lines[person.stop - 1]) for person in people) > 1
    return block if several or _ends_text(lines, block.stop) else None


def _above_title(lines: Sequence[Line], person: range, taken: frozenset[int]) -> int:
    """Return where somebody begins with the organization that stands on a line above, if one does."""
    at = person.start
    titled = at and not lines[at].gap and _kinds(lines, at - 1, taken) == {"organization"}
    return at - 1 if titled and not _entry(lines, at - 1, taken) else at


def _entry(lines: Sequence[Line], at: int, taken: frozenset[int]) -> range | None:
    """Return the lines of the person whose last line is the one at `at`: a name with a role, or a name above one."""
    kinds = _kinds(lines, at, taken)
    if "name" in kinds and kinds & {"role", "desk"}:
        return range(at, at + 1)
    if kinds and kinds <= _PERSONAL and at and not lines[at].gap and _NAME <= _kinds(lines, at - 1, taken) <= _NAMED:
        return range(at - 1, at + 1)
    return None


def _entry_from(lines: Sequence[Line], at: int, taken: frozenset[int]) -> range | None:
    found = (_entry(lines, last, taken) for last in range(at, at + _LONGEST_ENTRY))
    return next((one for one in found if one and at in (one.start, _above_title(lines, one, taken))), None)


def _kinds(lines: Sequence[Line], at: int, taken: frozenset[int]) -> frozenset[str]:
    """Return what the line at `at` says of a person; nothing if it says anything else."""
    if not 0 <= at < len(lines) or at in taken or lines[at].heading or len(lines[at].text) > _LONGEST:
        return frozenset()
    reading = read_line(lines[at].text)
    return reading.kinds if reading.kind == "weak" else frozenset()


def is_for_press(line: Line) -> bool:
    """Whether somebody works for the press: `press officer`, `attachée de presse`, `Media Relations`."""
    return any("press_words" in word.tables for word in words_of(line.text))


def _is_at_office(lines: Sequence[Line], entry: range) -> bool:
    """Whether a known given name, or an initial, stands above an office."""
    first, *_ = words_of(lines[entry.start].text)
    office = any("office_words" in word.tables for word in words_of(lines[entry.stop - 1].text))
    return len(entry) > 1 and office and (is_given(first) or first.initial)


def _is_beside_field(lines: Sequence[Line], block: range) -> bool:
    beside = (at for at in (block.start - 1, block.stop) if 0 <= at < len(lines))
    return any(
        match_at(RELEASE_DATES.read(), lines[at].content, 0) or find_references(lines[at].content) for at in beside
    )


def continues_text(lines: Sequence[Line], start: int) -> bool:
    """Whether the line at `start` goes on with a sentence of the line above."""
    before = lines[start - 1].text if start and not lines[start].gap else ""
    return len(before) > _LONGEST_WRAPPED and before[-1] not in _ENDS.difference(";,")


def _ends_text(lines: Sequence[Line], stop: int) -> bool:
    """Whether nothing of the text stands below a block: the next line, if any, is a site's, a link, or boilerplate."""
    if stop == len(lines):
        return True
    below = lines[stop]
    return bool(around(below)) or is_end_mark(below) or opens_boilerplate(below)
