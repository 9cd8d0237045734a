"""The package of an invented agency in docs/example: its own tests pass where it is installed, and so it stays true."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[1] / "docs" / "example"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the example with what its installation would put beside it: the names of its plugins."""
    copy = tmp_path / "example"
    shutil.copytree(EXAMPLE, copy, ignore=shutil.ignore_patterns("__pycache__", ".*", "dist"))
    metadata = copy / "src" / "halcyon_space-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: halcyon-space\nVersion: 1.0\n", "utf-8")
    groups = tomllib.loads((EXAMPLE / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]
    lines = [
        line
        for group, names in groups.items()
        for line in (f"[{group}]", *(f"{name} = {value}" for name, value in names.items()))
    ]
    (metadata / "entry_points.txt").write_text("\n".join(lines), "utf-8")
    return copy


def test_its_own_tests_pass(project: Path) -> None:
    """Profile, rule and releases; the session `example` of noxfile.py builds and installs it beside nothing else."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        check=False,
        capture_output=True,
        text=True,
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project / "src")},
    )
    assert done.returncode == 0, done.stdout + done.stderr
