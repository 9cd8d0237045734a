"""docs/own-rules.md, tried as a reader would: its files, its commands, and its package where it is installed."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from command_runs import Command
from test_docs import ROOT, blocks, files_of

PAGE = ROOT / "docs" / "own-rules.md"
CALLS = re.findall(r"(?ms)^\$ pressparse ([^\n]*)\n(.*?)(?=^\$|\Z)", blocks(PAGE, "console")[0])
INSTALLED = re.findall(r"(?ms)^\$ pressparse ([^\n]*)\n(.*?)(?=^\$|\Z)", blocks(PAGE, "console")[1])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the files that the page shows, and be there."""
    for name, text in files_of(PAGE).items():
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_page_shows_files_and_calls() -> None:
    """A suite that finds nothing fails."""
    assert files_of(PAGE).keys() == {"kestrel.txt", "bpi.toml", "bpi-words.toml", "bpi_rules.py", "pyproject.toml"}
    assert (len(CALLS), len(INSTALLED)) == (1, 1)


@pytest.mark.parametrize(("call", "shown"), CALLS, ids=[call for call, _ in CALLS])
@pytest.mark.usefixtures("project")
def test_the_command_says_what_the_page_shows(run: Command, call: str, shown: str) -> None:
    """Word for word."""
    assert run(*shlex.split(call)) == (0, shown, "")


@pytest.mark.usefixtures("project")
def test_files_of_ones_own_go_into_options(run: Command) -> None:
    """Profile and words are known to every command that reads; what is missing then is the rules' business."""
    options = ("--profile", "bpi.toml", "--words", "bpi-words.toml")
    done = run("explain", "kestrel.txt", "reference", "contacts[0].phones[0]", *options)
    assert done.err == ""
    assert "rule: bpi-reference" in done.out
    assert "phone_labels: funk = mobile" in done.out
    (record,) = run("parse", "kestrel.txt", *options).rows
    assert (record["profile"], record["reference"]["canonical"]) == ("bpi", "BPI 7/2031")
    assert "bpi-reference" in run("rules", "references", *options).out


def test_a_package_brings_them_along(project: Path) -> None:
    """Where it is installed the command knows its profile and its rules, without options."""
    whole = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))
    site = project / "site-packages"
    metadata = site / "bpi_releases-1.0.dist-info"
    metadata.mkdir(parents=True)
    for name in whole["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"]:  # what a wheel of it holds
        shutil.copy(project / name, site)
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: bpi-releases\nVersion: 1.0\n", "utf-8")
    (metadata / "entry_points.txt").write_text(entry_points(whole["project"]["entry-points"]), "utf-8")
    elsewhere = project / "elsewhere"
    elsewhere.mkdir()
    shutil.copy(project / "kestrel.txt", elsewhere)
    ((call, shown),) = INSTALLED
    done = subprocess.run(  # noqa: S603 - this interpreter, the page's own call
        [sys.executable, "-W", "error", "-m", "pressparse", *shlex.split(call)],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(site), "PYTHONUTF8": "1"},
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, shown, "")


def entry_points(groups: dict[str, dict[str, str]]) -> str:
    """Return the file that an installation makes of the entry points of pyproject.toml."""
    return "\n".join(
        line
        for group, names in groups.items()
        for line in (f"[{group}]", *(f"{name} = {value}" for name, value in names.items()))
    )
