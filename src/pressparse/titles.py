"""Titles: the occasion (kicker) and the headline, run together or on lines of their own, and a second title if any."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from pressparse.embargoes import embargo_behind
from pressparse.headlines import kicker_at, kicker_hit, repeats, runs_on
from pressparse.lines import undecorate
from pressparse.rules import built
from pressparse.text import View, join
from pressparse.words import fold
from pressparse.wrapping import unwrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pressparse.diagnostics import Attempts
    from pressparse.head import Part
    from pressparse.lines import Line
    from pressparse.profiles import Profile

_RUBRIC_WORDS = 4


@attrs.frozen
class Title:
    """A release's titles, without reference or kind in front of them, and the rule that took the kicker."""

    title: View
    kicker: View | None
    kicker_rule: str | None
    subtitle: View | None


def find_title(title_parts: Sequence[Part], profile: Profile, attempt: Attempts) -> Title | None:
    """Return the titles that `title_parts` of the head print; `None` without any."""
    parts = _distinct(view for part in title_parts for view in _views(part, profile))
    if not parts:
        return None
    if len(parts) > 1 and is_rubric(parts[0].text, profile):
        parts = parts[1:]
    own, second = _apart(parts, profile)
    title = join(own, " ")
    kicker, rule = attempt("kicker", _kicker, title, own, profile, otherwise=(None, None))
    return Title(title, kicker, rule, join(second, " ") if second else None)


def is_rubric(text: str, profile: Profile) -> bool:
    """Tell whether `text`, above the title, is the subject that an issuer who does so prints there."""
    return profile.rubric_line and text.count(" ") < _RUBRIC_WORDS


def _views(part: Part, profile: Profile) -> tuple[View, ...]:
    """Return the title in `part` without the fields in front of it; apart, the line that is a kicker and no more."""
    first = _without_fields(part.lines[:1], part)
    if len(part.lines) > 1 and kicker_at(first.text, (profile,))[0] == len(first.text):
        return first, undecorate(unwrap(part.lines[1:]))
    return (_without_fields(part.lines, part),)


def _without_fields(lines: tuple[Line, ...], part: Part) -> View:
    title = unwrap(lines)
    return undecorate(title.cut(part.front.rest if part.front else 0, embargo_behind(title) or len(title.text))).strip()


def _distinct(parts: Iterable[View]) -> list[View]:
    """Return `parts` without those that are printed a second time, as pages do that name themselves."""
    found: dict[str, View] = {}
    for part in parts:
        if part.text:
            found.setdefault(fold(part.text), part)
    return list(found.values())


def _apart(parts: list[View], profile: Profile) -> tuple[list[View], list[View]]:
    """Return the parts of the title and those of a second one that repeats it."""
    for index in range(1, len(parts)):
        first, second = parts[:index], parts[index:]
        if index == 1 and kicker_at(first[0].text, (profile,))[0] == len(first[0].text):
            continue
        title, again = (" ".join(part.text for part in group) for group in (first, second))
        if repeats(again, title):
            return first, second if fold(again) != fold(title) else []
    return parts, []


def _kicker(title: View, parts: list[View], profile: Profile) -> tuple[View | None, str | None]:
    hit = kicker_hit(title.text, (profile,))
    if hit and hit.end < len(title.text):
        built(hit)
        return title.cut(0, hit.end), hit.rule.name
    if profile.kicker_lines and len(parts) > 1 and not runs_on(parts[0].text, parts[1].text):
        return parts[0], "kicker-line"
    return None, None
