"""Run every target of `target.py` for some seconds, one after the other, and say what came of it.

    python tests/fuzz/run.py [--seconds 3600] [--targets parse html] [--folder FOLDER]

The folder keeps what reached new code, findings and figures: the next run goes on from there and adds to the figures.
Ends with 1 if anything was found. `nox -s fuzz` installs what it needs.
"""

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TARGETS = ("parse", "finders", "bytes", "html", "mail", "pdf", "record", "profile", "words")
# Seconds for one run of a target, and megabytes that it may take.
SLOWEST, LARGEST = 20, 2048
_FIGURES = {
    "executions": re.compile(r"stat::number_of_executed_units:\s*(\d+)"),
    "edges": re.compile(r"cov: (\d+)"),
    "features": re.compile(r"ft: (\d+)"),
    "corpus": re.compile(r"corp: (\d+)"),
    "seconds": re.compile(r"Done \d+ runs in (\d+) second"),
    "megabytes": re.compile(r"stat::peak_rss_mb:\s*(\d+)"),
}
_BEGIN = "==== run"
_SUMMED = {"executions", "seconds"}


def run_target(name: str, seconds: int, folder: Path) -> dict[str, int]:
    """Run a target and return its figures; what ends libFuzzer itself (time, memory, a crash) is a finding."""
    from seeds import write_corpus, write_dictionary  # noqa: PLC0415 - the module beside this one

    found = folder / "found" / name
    found.mkdir(parents=True, exist_ok=True)
    started, kept = folder / "start" / name, folder / "corpus" / name
    kept.mkdir(parents=True, exist_ok=True)
    write_corpus(name, started)
    dictionary = folder / "dictionary"
    write_dictionary(dictionary)
    command = [
        *(sys.executable, str(HERE / "target.py"), name, str(found), str(kept), str(started)),
        *(f"-max_total_time={seconds}", f"-timeout={SLOWEST}", f"-rss_limit_mb={LARGEST}", f"-dict={dictionary}"),
        *("-print_final_stats=1", f"-artifact_prefix={found}/", "-reduce_inputs=0"),
    ]
    with (folder / f"{name}.log").open("a", encoding="utf-8", errors="replace") as log:
        log.write(f"{_BEGIN}\n")
        log.flush()
        subprocess.run(command, stdout=log, stderr=subprocess.STDOUT, check=False, cwd=HERE)  # noqa: S603 - our own
    log_text = (folder / f"{name}.log").read_text("utf-8", "replace").rpartition(_BEGIN)[2]
    figures = {key: int(last[-1]) for key, pattern in _FIGURES.items() if (last := pattern.findall(log_text))}
    if "seconds" not in figures:
        sys.stdout.write(f"{name} ended before its time, see {folder / name}.log\n")
    return figures


def added(before: dict[str, int], figures: dict[str, int]) -> dict[str, int]:
    """Return the figures of all runs: what is done is added up, what is reached is the most."""
    return before | {
        key: before.get(key, 0) + value if key in _SUMMED else max(before.get(key, 0), value)
        for key, value in figures.items()
    }


def table(figures: dict[str, dict[str, int]], folder: Path) -> str:
    """Return the figures as a Markdown table."""
    keys = ("executions", "seconds", "edges", "features", "corpus", "megabytes")
    rows = [
        [name, *(f"{row.get(key, 0):,}" for key in keys), str(len(findings(folder, name)))]
        for name, row in figures.items()
    ]
    sums = ["all", *(f"{sum(row.get(key, 0) for row in figures.values()):,}" for key in keys[:2])]
    head = ["target", *keys, "findings"]
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows, [*sums, *[""] * (len(head) - len(sums))]]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def findings(folder: Path, name: str) -> list[Path]:
    """Return the data that broke a promise, the tracebacks beside them left out."""
    kept = folder / "found" / name
    return sorted(path for path in kept.iterdir() if path.suffix != ".txt") if kept.is_dir() else []


def main() -> int:
    """Run the targets, keep and print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--seconds", type=int, default=3600, help="for all targets together")
    arguments.add_argument("--targets", nargs="+", choices=TARGETS, default=list(TARGETS))
    arguments.add_argument("--folder", type=Path, default=Path("fuzz"), help="what is kept from run to run")
    options = arguments.parse_args()
    sys.path[:0] = [str(HERE), str(HERE.parent)]
    folder: Path = options.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / "figures.json"
    figures: dict[str, Any] = json.loads(kept.read_text("utf-8")) if kept.exists() else {}
    for name in options.targets:
        done = run_target(name, options.seconds // len(options.targets), folder)
        figures[name] = added(figures.get(name, {}), done)
        kept.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    sys.stdout.write(table(figures, folder))
    found = [path for name in options.targets for path in findings(folder, name)]
    sys.stdout.writelines(f"found: {path}\n" for path in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
