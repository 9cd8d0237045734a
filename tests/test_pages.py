"""What the pages show of the command: each line is run, and prints what stands below it."""

import doctest
import re
import shlex
import shutil
from pathlib import Path

import pytest
from command_runs import Command
from test_docs import PAGES, ROOT, blocks, files_of

CALLS = re.compile(r"(?ms)^\$ pressparse ([^\n]*)\n(.*?)(?=^\$|\Z)")
STEERING = re.compile(r"\x1b\[[\d;?]*[A-Za-z]")
ELSEWHERE = {"own-rules.md"}  # has a test of its own
WITH_CALLS = [page for page in PAGES if any(map(CALLS.search, blocks(page, "console"))) and page.name not in ELSEWHERE]


@pytest.mark.parametrize("page", WITH_CALLS, ids=lambda page: page.name)
def test_a_page_shows_what_the_command_prints(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, look: Command
) -> None:
    """The calls of a page follow each other in a folder with the seeds or with the files that the page shows."""
    files = files_of(page)
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    if not files:
        shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    for block in blocks(page, "console"):
        for call, shown in CALLS.findall(block):
            done = look(*shlex.split(call), err=False)
            printed = "".join(f"{line.rstrip()}\n" for line in STEERING.sub("", done.out + done.err).splitlines())
            assert doctest.OutputChecker().check_output(shown, printed, doctest.ELLIPSIS), f"{call}\n{printed}"


def test_pages_with_calls_are_found() -> None:
    """A suite that finds nothing fails."""
    assert {"tutorial.md", "command.md"} <= {page.name for page in WITH_CALLS}
