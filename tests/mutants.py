"""Print what mutmut found: `python tests/mutants.py` after `mutmut run`; the session `mutation` of noxfile does both.

For each module how many of its mutants some test killed; of those that survived, what had been changed.
"""

import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator

KILLED = {"killed", "timeout", "caught by type check"}
ENOUGH = 0.9


def results() -> Iterator[tuple[str, str, str]]:
    """Yield module, name and fate of each mutant that was tried."""
    for line in mutmut("results", "--all", "true").splitlines():
        name, _, fate = line.strip().rpartition(": ")
        if fate and fate != "not checked":
            yield name.rpartition(".")[0].removeprefix("pressparse."), name, fate


def mutmut(*arguments: str) -> str:
    """Return what mutmut prints."""
    return subprocess.run(  # noqa: S603 - the mutmut of this environment
        [sys.executable, "-m", "mutmut", *arguments], check=True, capture_output=True, text=True
    ).stdout


def change(name: str) -> str:
    """Return the lines that a mutant changes."""
    lines = mutmut("show", name).splitlines()
    return "\n".join(line for line in lines if line[:1] in "+-" and line[:3] not in {"+++", "---"})


def main() -> int:
    """Print the table and the survivors; return 1 where more than every tenth survived."""
    fates = defaultdict(list)
    for module, name, fate in results():
        fates[module].append((name, fate))
    alive = [name for found in fates.values() for name, fate in found if fate not in KILLED]
    total = sum(map(len, fates.values()))
    sys.stdout.write("| module | mutants | killed |\n|---|---|---|\n")
    for module, found in sorted(fates.items()):
        killed = sum(fate in KILLED for _, fate in found)
        sys.stdout.write(f"| `{module}` | {len(found)} | {killed / len(found):.1%} |\n")
    sys.stdout.write(f"| all | {total} | {(total - len(alive)) / max(total, 1):.1%} |\n")
    for name in alive:
        sys.stdout.write(f"\n{name}\n{change(name)}\n")
    return int(len(alive) > (1 - ENOUGH) * total)


if __name__ == "__main__":
    sys.exit(main())
