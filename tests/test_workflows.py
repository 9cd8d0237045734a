"""The workflows of .github: what they use is pinned, and they have no right that they do not need."""

import re
from pathlib import Path

import pytest

WORKFLOWS = sorted((Path(__file__).parents[1] / ".github" / "workflows").glob("*.yml"))


def test_there_are_workflows() -> None:
    """A suite that finds nothing fails."""
    assert [path.stem for path in WORKFLOWS] == ["audit", "ci", "release"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned(path: Path) -> None:
    """By the hash of a commit, which nobody can move, with the version beside it."""
    used = re.findall(r"(?m)^\s*- uses: (.+)$", path.read_text("utf-8"))
    assert used
    for action in used:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_rights_are_few(path: Path) -> None:
    """Nothing for all jobs; for each job reading, and for the one that publishes its token."""
    text = path.read_text("utf-8")
    assert re.search(r"(?m)^permissions: \{\}", text)
    jobs = len(re.findall(r"(?m)^    runs-on:", text))
    rights = re.findall(r"(?m)^    permissions:\n((?: {6}\S.*\n)+)", text)
    assert len(rights) == jobs
    granted = {line.partition(" #")[0].strip() for right in rights for line in right.splitlines()}
    assert granted <= {"contents: read"} | ({"id-token: write"} if path.stem == "release" else set())


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_nothing_of_strangers_is_run(path: Path) -> None:
    """No trigger that gives rights to code of forks, and no text of an event inside of a script."""
    text = path.read_text("utf-8")
    assert "pull_request_target" not in text
    assert not re.search(r"(?ms)run:.*?\$\{\{(?! )", text)
    scripts = re.findall(r"(?m)^\s+(?:- )?run: (?:\|\n((?:\s{10,}.*\n)+)|(.*)\n)", text)
    assert not [script for pair in scripts for script in pair if "${{" in script]
