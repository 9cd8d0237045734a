"""The scripts of docs/scale as programs on a cluster of this machine, and the processes that they bring with them."""

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

SCRIPTS = Path(__file__).parents[1] / "docs" / "scale"
_SETTINGS = {
    "PYSPARK_PYTHON": sys.executable,
    "RAY_AUTH_MODE": "disabled",
    "RAY_USAGE_STATS_ENABLED": "0",
    "SPARK_LOCAL_IP": "127.0.0.1",
}


def new_mark() -> str:
    """Return what the environment of a run's processes is to show, as of no other."""
    return f"PRESSPARSE_TEST={uuid.uuid4()}"


def started(script: str, source: Path, target: Path, mark: str) -> subprocess.Popen[str]:
    """Start a script of docs/scale; every process of it has the `mark`."""
    command = [sys.executable, str(SCRIPTS / script), str(source), str(target)]
    return subprocess.Popen(  # noqa: S603 - this interpreter, the project's own script
        command,
        env=os.environ | _SETTINGS | dict([mark.split("=")]),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def marked(mark: str) -> Iterator[tuple[int, str]]:
    """Yield the processes whose environment has `mark`, each with its command."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (process / "environ").read_bytes():
                yield int(process.name), (process / "cmdline").read_text("utf-8", "replace")
        except (FileNotFoundError, PermissionError, ProcessLookupError):
            continue
