"""The command run in this process: the fixtures `run` and `look`, which conftest.py gives to all tests."""

import io
import json
import sys
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from pressparse import commands


class Run(NamedTuple):
    """What a run of the command left."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The JSON values on standard output, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Command = Callable[..., Run]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Command:
    """Return a function that runs the command in this process."""

    def command(*arguments: str, stdin: bytes = b"") -> Run:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as caught:
            commands.pressparse.main(arguments, prog_name="pressparse")
        out, err = capsysbinary.readouterr()
        return Run(int(caught.value.code or 0), out.decode("utf-8"), err.decode("utf-8"))

    return command


class Screen(io.StringIO):
    """A terminal as far as it shows standard output, or standard error."""

    def isatty(self) -> bool:
        """Return that people look at it."""
        return True


class Pipe(io.TextIOWrapper):
    """Standard output that nobody looks at."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), "utf-8")

    def getvalue(self) -> str:
        """Return what was written."""
        self.seek(0)
        return self.read()


@pytest.fixture
def look(monkeypatch: pytest.MonkeyPatch) -> Command:
    """Return a function that runs the command on a terminal of 100 columns; without `out` or `err` that is a pipe."""
    for name in ("NO_COLOR", "FORCE_COLOR", "LINES", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm-256color")

    def command(*arguments: str, out: bool = True, err: bool = True) -> Run:
        shown, said = (Screen() if looked_at else Pipe() for looked_at in (out, err))
        monkeypatch.setattr(sys, "stdout", shown)
        monkeypatch.setattr(sys, "stderr", said)
        with pytest.raises(SystemExit) as caught:
            commands.pressparse.main(arguments, prog_name="pressparse")
        return Run(int(caught.value.code or 0), shown.getvalue(), said.getvalue())

    return command
