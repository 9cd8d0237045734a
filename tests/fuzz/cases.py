"""Run the property tests, each with as many drawn cases as asked for, and say how many cases that were.

    python tests/fuzz/cases.py [options of pytest, such as --hypothesis-profile=searching]

Ends as pytest does: with 1 if a case failed, which is then printed in its smallest form.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TESTS = ("tests/test_properties.py", "tests/test_hostile_input.py")
_CASES = re.compile(r"(\d+) passing, (\d+) failing, and (\d+) invalid")


def main() -> int:
    """Run pytest, print what it prints, and the sums below."""
    options = sys.argv[1:] or ["--hypothesis-profile=million"]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--hypothesis-show-statistics"]
    with subprocess.Popen([*command, *TESTS, *options], cwd=ROOT, stdout=subprocess.PIPE, text=True) as run:  # noqa: S603 - pytest
        lines = []
        for line in run.stdout or ():
            sys.stdout.write(line)
            lines.append(line)
    passed, failed, invalid = (
        sum(int(found[at]) for line in lines for found in _CASES.findall(line)) for at in range(3)
    )
    sys.stdout.write(f"cases: {passed:,} passed, {failed:,} failed, {invalid:,} were none\n")
    return run.returncode


if __name__ == "__main__":
    sys.exit(main())
