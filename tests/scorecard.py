"""Score `pressparse` on the corpus: `python tests/scorecard.py [--misses] [--against REV] [--raise-floors] [--write]`.

Prints precision, recall and F1 of every field, and F1 by language, medium and issuer, and leaves with 1 if a field has
fallen below its floor. Of the held-out releases only scores are shown, never values.
"""

import argparse
import io
import json
import math
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from baselines import compared
from golden import CORPUS, TESTS, Case, corpus
from scoring import FIELDS, Record, Score, bags, scores

from pressparse.testing import differences

ROOT = TESTS.parent
FLOORS = CORPUS / "floors.toml"
ACCURACY = ROOT / "docs" / "accuracy.md"
PARTS = {"developed-on": False, "held-out": True}
SPLITS: dict[str, Callable[[Case], str]] = {
    "language": lambda case: case.language,
    "medium": lambda case: case.medium,
    "issuer": lambda case: case.issuer,
}
_PLACES = 1000


def parsed(cases: Iterable[Case]) -> dict[str, Record]:
    """Return the record of every case by its name, as JSON values."""
    import pressparse  # noqa: PLC0415 - `--against` runs this file with another version on the path

    return {case.name: pressparse.parse(case.text).to_dict(text=False) for case in cases}


def part_scores(records: dict[str, Record], cases: Iterable[Case]) -> dict[str, Score]:
    """Return the scores of `records` over `cases`, field by field."""
    return scores((case.wanted, records[case.name]) for case in cases)


def by_part(records: dict[str, Record]) -> dict[str, dict[str, Score]]:
    """Return the scores of the releases that rules were developed on, and of the held-out ones."""
    return {
        part: part_scores(records, (case for case in corpus() if case.held_out is held_out))
        for part, held_out in PARTS.items()
    }


def floors() -> dict[str, dict[str, float]]:
    """Return the pinned floors, by part and field."""
    return tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}


def fallen(found: dict[str, dict[str, Score]]) -> list[str]:
    """Return a line for every field that stands below its floor."""
    return [
        f"{part}: {field} fell to {found[part].get(field, Score()).f1:.4f}, below its floor {floor:.3f}"
        for part, pinned in floors().items()
        for field, floor in pinned.items()
        if found[part].get(field, Score()).f1 < floor
    ]


def raised(found: dict[str, dict[str, Score]]) -> str:
    """Return the floors file with every floor raised to today's score, none lowered."""
    pinned = floors()
    lines = ["# F1 of each field that the scorecard refuses to go below. `--raise-floors` moves them, upward only."]
    for part, fields in found.items():
        lines += ["", f"[{part}]"]
        for field, score in fields.items():
            if score.wanted:
                today = math.floor(score.f1 * _PLACES) / _PLACES
                lines.append(f'"{field}" = {max(today, pinned.get(part, {}).get(field, 0.0)):.3f}')
    return "\n".join(lines) + "\n"


def table(head: list[str], rows: Iterable[list[str]]) -> list[str]:
    """Return a Markdown table, its columns padded so that it reads well in a terminal too."""
    cells = [head, *rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in cells
    ]
    return [lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]]


def rates(fields: dict[str, Score]) -> list[str]:
    """Return the table of precision, recall and F1 of `fields`."""
    rows = [[name, f"{s.precision:.3f}", f"{s.recall:.3f}", f"{s.f1:.3f}", str(s.wanted)] for name, s in fields.items()]
    return table(["field", "precision", "recall", "F1", "values"], rows)


def report(records: dict[str, Record]) -> list[str]:
    """Return the scorecard as lines of Markdown."""
    sizes = {part: sum(case.held_out is held_out for case in corpus()) for part, held_out in PARTS.items()}
    agreeing = {
        part: sum(_agrees(case, records) for case in corpus() if case.held_out is out) for part, out in PARTS.items()
    }
    lines: list[str] = []
    for part, fields in by_part(records).items():
        lines += [f"## The {sizes[part]} {part} releases", ""]
        lines += [f"{agreeing[part]} of them agree with their golden record in every value.", ""]
        lines += [*rates(fields), ""]
    for split, key in SPLITS.items():
        lines += [f"## F1 by {split}, all releases", "", *_split(records, key), ""]
    return [*lines, "## Beside other libraries", "", *_libraries(records), ""]


def _agrees(case: Case, records: dict[str, Record]) -> bool:
    return all(golden == given for golden, given in bags(case.wanted, records[case.name]).values())


def _split(records: dict[str, Record], key: Callable[[Case], str]) -> list[str]:
    groups: dict[str, list[Case]] = {}
    for case in corpus():
        groups.setdefault(key(case), []).append(case)
    columns = {name: part_scores(records, cases) for name, cases in sorted(groups.items())}
    rows = [
        [field, *(_cell(column.get(field, Score())) for column in columns.values())] for field in (*FIELDS, "spans")
    ]
    return table(["field", *(f"{name} ({len(groups[name])})" for name in columns)], rows)


def _cell(score: Score) -> str:
    return f"{score.f1:.3f}" if score.wanted or score.wrong else ""


def _libraries(records: dict[str, Record]) -> list[str]:
    libraries = compared(corpus(), records)
    if not libraries:
        return ["Neither trafilatura nor dateparser is installed here."]
    rows = [
        [library, field, *(f"{s.precision:.3f} / {s.recall:.3f} / {s.f1:.3f}" for s in both)]
        for library, fields in libraries.items()
        for field, both in fields.items()
    ]
    return [
        "Precision / recall / F1 on the same values. trafilatura reads each release as a simple web page; dateparser",
        "is given the golden paragraphs, the release day and the language, and its dates count by their first day.",
        "",
        *table(["library", "field", "library's", "pressparse"], rows),
    ]


def changes(before: dict[str, Record], after: dict[str, Record]) -> Iterator[str]:
    """Yield what `after` gains and loses against `before`, value by value; of held-out releases only how many."""
    hidden: dict[str, list[int]] = {}
    for case in corpus():
        old, new = bags(case.wanted, before[case.name]), bags(case.wanted, after[case.name])
        for field in new:
            gone, come = _moves(old[field], new[field])
            if case.held_out:
                counts = hidden.setdefault(field, [0, 0])
                counts[0] += len(come)
                counts[1] += len(gone)
            else:
                yield from (f"  gained  {case.name}  {field}: {value}" for value in come)
                yield from (f"  LOST    {case.name}  {field}: {value}" for value in gone)
    yield from (f"  held-out  {field}: {up} gained, {down} lost" for field, (up, down) in hidden.items() if up or down)


def misses(records: dict[str, Record], cases: Iterable[Case]) -> Iterator[str]:
    """Yield every place where a record disagrees with its golden one."""
    for case in cases:
        for path, wanted, got, *_ in differences(case.wanted, records[case.name]):
            yield f"  {case.name}  {path}\n      wanted {wanted!r}\n      got    {got!r}"


def _moves(old: tuple[Any, Any], new: tuple[Any, Any]) -> tuple[list[str], list[str]]:
    """Return what got worse and what got better: right values found, and wrong ones given (with a leading `≠`)."""
    right, right_now = old[0] & old[1], new[0] & new[1]
    wrong, wrong_now = old[1] - old[0], new[1] - new[0]
    worse = [*(right - right_now).elements(), *(f"≠ {value}" for value in (wrong_now - wrong).elements())]
    better = [*(right_now - right).elements(), *(f"≠ {value}" for value in (wrong - wrong_now).elements())]
    return worse, better


def parsed_at(revision: str) -> dict[str, Record]:
    """Return the records that the sources of `revision` make of today's corpus."""
    command = ["git", "-C", str(ROOT), "archive", revision, "src"]
    archive = subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603 - our own repository
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(folder, filter="data")
        environment = {**os.environ, "PYTHONPATH": str(Path(folder) / "src")}
        command = [sys.executable, __file__, "--records"]
        output = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=environment).stdout  # noqa: S603 - this file
    records: dict[str, Record] = json.loads(output)
    return records


def page(records: dict[str, Record]) -> str:
    """Return `docs/accuracy.md`: the scorecard, and behind it every page of `docs/accuracy/`."""
    head = [
        "# Accuracy",
        "",
        "Written by `python tests/scorecard.py --write`; nothing here is typed in by hand. The corpus and its rules of",
        "play are described in `tests/corpus/README.md`. A field's values are counted one by one over all releases; a",
        "golden record scores only the keys it has. Recall is 1 where nothing was wanted, precision where nothing was",
        "given.",
        "",
    ]
    pages = [_section(part.read_text("utf-8").strip()) for part in sorted((ROOT / "docs" / "accuracy").glob("*.md"))]
    return "\n".join([*head, *report(records)]).rstrip() + "\n" + "".join(f"\n{text}\n" for text in pages)


def _section(page: str) -> str:
    """Return a page as a section of another one, its headings a level lower."""
    return re.sub(r"(?m)^(?=#)", "#", page) if page.startswith("# ") else page


def main() -> int:
    """Run the command; return its exit status."""
    arguments = _arguments()
    records = parsed(corpus())
    if arguments.records:
        sys.stdout.write(json.dumps(records))
        return 0
    found = by_part(records)
    if arguments.raise_floors:
        FLOORS.write_text(raised(found), "utf-8")
    if arguments.write:
        ACCURACY.write_text(page(records), "utf-8")
    below = fallen(found)
    lines = [*report(records), *below]
    if arguments.misses:
        seen = (case for case in corpus() if not case.held_out)
        lines += ["Misses of the developed-on releases:", *misses(records, seen)]
    if arguments.against:
        lines += [f"Against {arguments.against}:", *changes(parsed_at(arguments.against), records)]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if below else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--against", metavar="REV", nargs="?", const="HEAD~1", help="list what changed since (HEAD~1)")
    parser.add_argument("--misses", action="store_true", help="list where developed-on releases disagree")
    parser.add_argument("--raise-floors", action="store_true", help="pin today's scores, upward only")
    parser.add_argument("--write", action="store_true", help="write docs/accuracy.md")
    parser.add_argument("--records", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
