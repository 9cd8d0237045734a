"""The command run in this process: the fixture `run`, which conftest.py gives to all tests."""

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
