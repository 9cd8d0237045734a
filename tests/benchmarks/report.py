"""Measure pressparse against its reference points, all in one run, and write docs/performance.md.

    python tests/benchmarks/report.py [--rounds 40] [--dry-run]

Machines are shared and noisy: the ways take turns, round by round, and what counts are ratios of medians.
"""

import argparse
import datetime as dt
import json
import os
import platform
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

import growth
import limit
import naive
from dateparser.search import search_dates

import pressparse

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "corpus"
SEEDS = {path.stem: path for path in sorted((ROOT / "seeds").glob("*.txt"))}
PAGE = ROOT / "docs" / "performance.md"
PACKAGES = ("attrs", "cattrs", "dateparser", "phonenumbers", "python-dateutil", "regex")

OURS = "`pressparse.parse`"
LIMIT = "the practical limit"
NAIVE = "naive glue"
SEARCH = "`dateparser.search_dates` alone"
WAYS: dict[str, Callable[[str], object]] = {
    OURS: pressparse.parse,
    LIMIT: limit.parse,
    NAIVE: naive.parse,
    SEARCH: lambda text: search_dates(text, languages=["en"]),
}

BASE = "`import attrs, regex`"
IMPORTS = {
    "nothing": "pass",
    BASE: "import attrs, regex",
    "`import pressparse`": "import pressparse",
    "`from pressparse import parse`": "from pressparse import parse",
    "one seed parsed": f"import pressparse; pressparse.parse_file({str(next(iter(SEEDS.values())))!r})",
}

TEMPLATE = Path(__file__).with_name("performance_page.md")


# Long enough that each way runs at its own pace, whatever ran before it; not so long that they see different weather.
BATCH = 0.05
AIMS = {LIMIT: 5, NAIVE: 20, SEARCH: 60}
CORPUS_AIM = 1.5


def check_limit() -> None:
    """Leave unless the limit reads the seeds right: a fast wrong answer is no limit."""
    for path in SEEDS.values():
        wanted = json.loads(path.with_suffix(".release.json").read_text("utf-8"))
        found = limit.parse(path.read_text("utf-8"))
        agree = (
            [(date.first, date.last, date.raw) for date in found.dates]
            == [(date["start"], date["end"], date["raw"]) for date in wanted["dates"]],
            [(person.name, person.role, person.phone, person.email) for person in found.contacts]
            == [(p["name"], p["role"], p["phones"][0]["e164"], p["emails"][0]["address"]) for p in wanted["contacts"]],
            [words for _, words in found.quotes] == [quote["text"] for quote in wanted["quotes"]],
            (found.kind, found.date, found.title) == (wanted["kind"], wanted["date"], wanted["title"]),
        )
        if not all(agree):
            sys.exit(f"the limit does not read {path.name}: {agree}")


def medians(ways: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the median seconds of a call, way by way, measured in turns."""
    counts = {name: max(1, round(BATCH / seconds(way, 1))) for name, way in ways.items()}
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            times[name].append(seconds(way, counts[name]))
    return {name: statistics.median(measured) for name, measured in times.items()}


def seconds(way: Callable[[], object], count: int) -> float:
    """Return the seconds of one call, of `count` in a row."""
    start = perf_counter()
    for _ in range(count):
        way()
    return (perf_counter() - start) / count


def parse_rows(rounds: int) -> Iterable[tuple[str, dict[str, float]]]:
    """Yield each seed with the median of each way."""
    for name, path in SEEDS.items():
        text = path.read_text("utf-8")
        ways = {way: partial(call, text) for way, call in WAYS.items()}
        for call in ways.values():
            call()  # patterns are compiled and vocabularies loaded once
        yield name, medians(ways, rounds)


def corpus_row(rounds: int) -> tuple[int, dict[str, float]]:
    """Return how many releases of the corpus there are, and the seconds per kilobyte of the seeds and of them."""
    seeds = [path.read_text("utf-8") for path in SEEDS.values()]
    files = (path for path in sorted(CORPUS.iterdir()) if path.suffix in {".txt", ".md"} and path.stem != "README")
    corpus = [path.read_text("utf-8") for path in files]
    sets = {"seeds": seeds, "corpus": corpus}
    for text in (*seeds, *corpus):
        pressparse.parse(text)
    found = medians({name: partial(all_of, texts) for name, texts in sets.items()}, rounds)
    return len(corpus), {name: found[name] * 1000 / sum(map(len, texts)) for name, texts in sets.items()}


def all_of(texts: Iterable[str]) -> None:
    """Parse each of `texts`."""
    for text in texts:
        pressparse.parse(text)


def import_row(rounds: int) -> dict[str, float]:
    """Return the median of each import, in processes of their own."""
    ways = {name: partial(subprocess.run, [sys.executable, "-c", code], check=True) for name, code in IMPORTS.items()}
    return medians(ways, rounds)


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a Markdown table."""
    head = [*head]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows))


def seed_table(seeds: Iterable[tuple[str, dict[str, float]]]) -> str:
    """Return the table of the ways to read a seed."""
    head = ["seed", *(f"{way}, ms" for way in WAYS), "times the limit", "naive is slower", "search_dates is slower"]
    rows = (
        [
            name,
            *(f"{1000 * times[way]:.3f}" for way in WAYS),
            f"**{times[OURS] / times[LIMIT]:.1f}**",
            f"**{times[NAIVE] / times[OURS]:.0f} times**",
            f"{times[SEARCH] / times[OURS]:.0f} times",
        ]
        for name, times in seeds
    )
    return table(head, rows)


def import_table(imports: dict[str, float]) -> str:
    """Return the table of the imports."""
    rows = ([name, f"{1000 * time:.1f}", f"**{time / imports[BASE]:.2f}**"] for name, time in imports.items())
    return table(["process", "ms", f"times {BASE}"], rows)


def corpus_table(corpus: dict[str, float]) -> str:
    """Return the table of the time per kilobyte."""
    rows = ([name, f"{1000 * time:.3f}", f"**{time / corpus['seeds']:.2f}**"] for name, time in corpus.items())
    return table(["releases", "ms per 1,000 characters", "times the seeds"], rows)


def growth_table() -> str:
    """Return the table that `growth.py` measured."""
    head, *rows = growth.rows(json.loads(growth.KEPT.read_text("utf-8")))
    return table(head, rows)


def verdict(seeds: Iterable[dict[str, float]]) -> str:
    """Return which aims are missed."""
    ratios = [(t[OURS] / t[LIMIT], t[NAIVE] / t[OURS], t[SEARCH] / t[OURS]) for t in seeds]
    missed = [
        f"{name} ({', '.join(f'{ratio[at]:.0f}' for ratio in ratios)})"
        for at, (name, aim) in enumerate(AIMS.items())
        if any(ratio[at] > aim if name == LIMIT else ratio[at] < aim for ratio in ratios)
    ]
    return f"Missed: {'; '.join(missed)}." if missed else "All are met."


def circumstances() -> str:
    """Return the day, the versions and the machine."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    machine = f"{platform.system()} {platform.machine()} with {os.cpu_count()} processors"
    versions = ", ".join(f"{package} {version(package)}" for package in PACKAGES)
    return f"{dt.datetime.now(dt.UTC).date()}: {python} on {machine}, pressparse {version('pressparse')}, {versions}."


def main() -> None:
    """Print the page, and write it unless it is a dry run."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=40, help="how often each way takes its turn")
    arguments.add_argument("--dry-run", action="store_true", help="leave docs/performance.md as it is")
    options = arguments.parse_args()
    check_limit()
    seeds = dict(parse_rows(options.rounds))
    count, corpus = corpus_row(options.rounds)
    page = TEMPLATE.read_text("utf-8").format(
        circumstances=circumstances(),
        seeds=seed_table(seeds.items()),
        missed=verdict(seeds.values()),
        day=dt.datetime.now(dt.UTC).date(),
        count=count,
        corpus=corpus_table(corpus),
        corpus_verdict="Met." if corpus["corpus"] <= CORPUS_AIM * corpus["seeds"] else "Missed.",
        growth=growth_table(),
        imports=import_table(import_row(options.rounds)),
        base=BASE,
    )
    sys.stdout.write(page)
    if not options.dry_run:
        PAGE.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
