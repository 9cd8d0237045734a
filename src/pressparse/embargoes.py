"""Embargo lines: `Embargo until 00:01 GMT on 14 March 2024`, `Sous embargo jusqu’au 5 mai 2019 à 18h`."""

import datetime as dt

import attrs
import regex

from pressparse.book import per_book
from pressparse.profiles import DateOrder
from pressparse.rules import find_all
from pressparse.stamps import RELEASE_DATES, ZONES, in_order
from pressparse.text import View
from pressparse.tries import compile_words
from pressparse.words import merged_vocabulary

_NOON = 12
_LONGEST_EMBARGO = 160
_FEW_WORDS = 7
_DIGIT = regex.compile(r"\d")
_TIME = regex.compile(
    rf"""(?xi)
    (?<![\d/:.+-])
    (?P<hour> [01]?\d | 2[0-4] )
    (?:
        (?: [:.] | [ \xa0]?h[ \xa0]? ) (?P<minute> [0-5]\d ) (?: [ \xa0]Uhr\b )?+
      | [ \xa0]?h(?:eures?)? (?!\w)
      | (?= [ \xa0]? [ap]\.?m\b )
    )
    (?![\d/]|\.\d)
    (?: [ \xa0]? (?P<half> [ap] ) \.?m\b\.? )?+
    (?:
        [ \xa0]? \(? \b (?P<zone> {"|".join(ZONES)} ) \b
        (?P<shift> [+-] (?: 1[0-4] | 0?\d ) (?!\d) )?+
    )?+
    """
)


@attrs.frozen
class Embargo:
    """Until when a release may not be printed: `value` stands at `[start, end)` of its line."""

    value: dt.date | dt.datetime
    start: int
    end: int


@per_book()
def _label() -> regex.Pattern[str]:
    words = merged_vocabulary("masthead").lists
    return compile_words(
        r"""
        \W{0,4} (?: \p{L}{2,12}+ (?: [ ]\p{L}{2,12}+ )? [ \xa0]? [:!,–—-] [ \xa0]? )?  # `Please note: …`
        (?:
            (?: \p{L}{2,12}+ [ ] )?? (?:\L<phrases>) (?!\w)  # `Information sous embargo …`
          # `Embargo on …` is text
          | (?:\L<words>) [ \xa0]*+ (?: \Z | [^\w\s] | \d | \L<weekdays>\b | \L<months>\b )
        )
        """,
        {
            **words,
            "phrases": tuple(phrase for phrase in words["embargo"] if " " in phrase),
            "words": tuple(word for word in words["embargo"] if " " not in word),
        },
    )


def is_embargo(line: View, at: int = 0) -> bool:
    """Tell whether `line` is, from `at` on, an embargo: its words, and until when or nothing else."""
    text = line.text
    if len(text) > _LONGEST_EMBARGO or not ("mbarg" in text or "MBARG" in text or _may_begin(text, at)):
        return False
    match = _label().match(text, at)
    return match is not None and (_DIGIT.search(text, at) is not None or text.count(" ", at) < _FEW_WORDS)


def embargo_behind(line: View) -> int | None:
    """Return where an embargo behind a title begins: `A station opens - EMBARGOED UNTIL 14 March 2024`."""
    at = max(map(line.text.rfind, (" - ", " – ", " — ", " (")))
    return at if at > 0 and is_embargo(line, at) else None


def _may_begin(text: str, at: int) -> bool:
    return merged_vocabulary("masthead").may_begin("embargo", text[at:])


def read_embargo(line: View, order: DateOrder) -> Embargo | None:
    """Return the day, to the minute where a time is printed, that an embargo `line` names; `None` if it names none."""
    hits = find_all(RELEASE_DATES.read(), line)
    if not hits:
        return None
    hit = hits[0]
    day = in_order(hit.value, order)
    start, end = hit.start + hit.value.start, hit.start + hit.value.end
    times = [m for m in _TIME.finditer(line.text) if m.end() <= start or m.start() >= end]
    if not times:
        return Embargo(day, start, end)
    time = times[0]
    return Embargo(_at(day, time), min(start, time.start()), max(end, time.end()))


def _at(day: dt.date, time: regex.Match[str]) -> dt.datetime:
    hour = int(time["hour"])
    if time["half"]:
        hour = hour % _NOON + (_NOON if time["half"].lower() == "p" else 0)
    zone = None
    if time["zone"]:
        zone = dt.timezone(dt.timedelta(hours=ZONES[time["zone"].upper()] + int(time["shift"] or 0)))
    midnight = dt.datetime.combine(day, dt.time(0), zone)
    return midnight + dt.timedelta(hours=hour, minutes=int(time["minute"] or 0))
