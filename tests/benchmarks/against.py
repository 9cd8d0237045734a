"""What became slower: the working tree against another revision of it, measured in turns.

    python tests/benchmarks/against.py [REVISION] [--rounds 7]

REVISION is the last tag, or without any the commit before; each case runs in processes of both trees, one after the
other. Lists every case with its ratio of medians and exits with 1 if one is more than 10 % slower.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
SLOWER = 1.10

# Runs in either tree: parses each case for a while and prints the median seconds of one call.
CHILD = """
import json, statistics, sys, time
from pathlib import Path
import pressparse
cases = json.load(sys.stdin)
assert pressparse.__file__.startswith(cases["tree"]), pressparse.__file__
finders = {name: getattr(pressparse, name) for name in cases["finders"]}
def median(call, text):
    call(text)
    times, stop = [], time.perf_counter() + cases["seconds"]
    while time.perf_counter() < stop or len(times) < 5:
        start = time.perf_counter()
        call(text)
        times.append(time.perf_counter() - start)
    return statistics.median(times)
texts = {name: Path(path).read_text("utf-8") for name, path in cases["texts"].items()}
found = {f"parse {name}": median(pressparse.parse, text) for name, text in texts.items()}
first = next(iter(texts.values()))
found |= {name: median(finder, first) for name, finder in finders.items()}
json.dump(found, sys.stdout)
"""
FINDERS = ("find_contacts", "find_dates", "find_emails", "find_names", "find_phones", "find_quotes", "find_references")


def git(*arguments: str) -> str:
    """Return what git prints."""
    done = subprocess.run(  # noqa: S603 - arguments of this file and of whoever calls it
        ["git", *arguments],  # noqa: S607 - whichever git there is
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def default_revision() -> str:
    """Return the last tag, without any the commit before the last."""
    tags = git("tag", "--sort=-creatordate").splitlines()
    return tags[0] if tags else "HEAD~1"


def checked_out(revision: str, folder: Path) -> Path:
    """Return a folder with the package of `revision`."""
    archive = folder / "tree.tar"
    git("archive", "--output", str(archive), revision, "src")
    shutil.unpack_archive(archive, folder)
    return folder


def texts() -> dict[str, str]:
    """Return the releases that are parsed: the seeds, and every eighth of those that rules were developed on."""
    corpus = sorted((ROOT / "tests" / "corpus").glob("*.txt"))[::8]
    return {path.stem: str(path) for path in (*sorted((ROOT / "seeds").glob("*.txt")), *corpus)}


def run(tree: Path, seconds: float) -> dict[str, float]:
    """Return the median of each case in `tree`."""
    cases = {"tree": str(tree), "texts": texts(), "finders": FINDERS, "seconds": seconds}
    done = subprocess.run(  # noqa: S603 - this interpreter and the program above
        [sys.executable, "-c", CHILD],
        input=json.dumps(cases),
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(tree / "src")},
        cwd=tree,
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    """Measure both trees in turns and say what became slower."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("revision", nargs="?", help="a tag or commit")
    arguments.add_argument("--rounds", type=int, default=7, help="how often each tree takes its turn")
    arguments.add_argument("--seconds", type=float, default=0.15, help="how long each case runs in a turn")
    options = arguments.parse_args()
    revision = options.revision or default_revision()
    with tempfile.TemporaryDirectory() as folder:
        trees = {"before": checked_out(revision, Path(folder).resolve()), "now": ROOT}
        turns: dict[str, list[dict[str, float]]] = {name: [] for name in trees}
        for _ in range(options.rounds):
            for name, tree in trees.items():
                turns[name].append(run(tree, options.seconds))
    medians = {
        name: {case: statistics.median(turn[case] for turn in found) for case in found[0]}
        for name, found in turns.items()
    }
    ratios = {case: medians["now"][case] / before for case, before in medians["before"].items()}
    for case, ratio in sorted(ratios.items(), key=lambda item: -item[1]):
        mark = "  SLOWER" if ratio > SLOWER else ""
        sys.stdout.write(f"{ratio:5.2f}  {case}{mark}\n")
    slower = [case for case, ratio in ratios.items() if ratio > SLOWER]
    sys.stdout.write(f"{len(slower)} of {len(ratios)} cases are more than 10 % slower than in {revision}\n")
    sys.exit(bool(slower))


if __name__ == "__main__":
    main()
