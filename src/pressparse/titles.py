"""Titles: the occasion (kicker) and the headline, run together or on lines of their own, and a second title if any."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from pressparse.lines import undecorate
from pressparse.peeling import peel
from pressparse.rules import compile_rules
from pressparse.text import View, join
from pressparse.words import fold, merged_vocabulary
from pressparse.wrapping import paragraphs, unwrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pressparse.lines import Line
    from pressparse.profiles import Profile

_SHORT_WORD = 3
_RUBRIC_WORDS = 4
_REPEATED = 0.5  # of the words of a second title stand in the first


@attrs.frozen
class Title:
    """A release's titles, without reference or kind in front of them, and the rule that took the kicker."""

    title: View
    kicker: View | None
    kicker_rule: str | None
    subtitle: View | None


def find_title(runs: Iterable[Sequence[Line]], profile: Profile, profiles: tuple[Profile, ...]) -> Title | None:
    """Return the titles in the `runs` of lines that hold them; `None` without any."""
    parts = _distinct(_without_fields(unwrap(group), profiles) for run in runs for group in paragraphs(run))
    if not parts:
        return None
    if profile.rubric_line and len(parts) > 1 and parts[0].text.count(" ") < _RUBRIC_WORDS:
        parts = parts[1:]
    own, second = _apart(parts, profile)
    title = undecorate(join([piece for part in own for piece in (part, _blank(part))][:-1]))
    kicker, rule = _kicker(title, own, profile)
    return Title(title, kicker, rule, undecorate(join(second, " ")) if second else None)


def _blank(part: View) -> View:
    """Return the blank that stands between `part` and the next line of the title."""
    return View(" ", part.given, part.whole.end)


def _without_fields(part: View, profiles: tuple[Profile, ...]) -> View:
    return part.cut(peel(part, profiles).rest, len(part.text)).strip()


def _distinct(parts: Iterable[View]) -> list[View]:
    """Return `parts` without those that are printed a second time, as pages do that name themselves."""
    return list({fold(part.text): part for part in reversed([*parts]) if part.text}.values())[::-1]


def _apart(parts: list[View], profile: Profile) -> tuple[list[View], list[View]]:
    """Return the parts of the title and those of a second one that repeats it in capitals or in much the same words."""
    for index in range(1, len(parts)):
        first, second = parts[:index], parts[index:]
        if index == 1 and _kicker_at(first[0], profile)[0] == len(first[0].text):
            continue
        shouted = second[0].text.isupper() and not first[-1].text.isupper()
        if shouted or _repeats(" ".join(part.text for part in second), " ".join(part.text for part in first)):
            return first, second
    return parts, []


def _repeats(second: str, first: str) -> bool:
    words, known = _content_words(second), _content_words(first)
    return bool(words) and len(words & known) > _REPEATED * max(len(words), len(known))


def _content_words(text: str) -> set[str]:
    return {word for word in fold(text).split() if len(word) > _SHORT_WORD}


def _kicker(title: View, parts: list[View], profile: Profile) -> tuple[View | None, str | None]:
    end, rule = _kicker_at(title, profile)
    if end and end < len(title.text):
        return title.cut(0, end), rule
    if profile.kicker_lines and len(parts) > 1 and not _runs_on(parts[0].text, parts[1].text):
        return undecorate(parts[0]), "kicker-line"
    return None, None


def _kicker_at(title: View, profile: Profile) -> tuple[int, str | None]:
    """Return where a kicker that the profile knows ends, if `title` begins with one, and its rule; 0 otherwise."""
    for rule, pattern in compile_rules(profile.kickers, None, merged_vocabulary("countries")):
        match = pattern.match(title.text)
        if match:
            return match.end(), rule.name
    return 0, None


def _runs_on(first: str, second: str) -> bool:
    """Whether a title's line goes on in the next: it ends with a word that cannot end, or the next begins small."""
    last = fold(first).split()[-1]
    return second[0].islower() or first[-1] in ",-–" or last in merged_vocabulary("masthead").meanings["function_words"]
