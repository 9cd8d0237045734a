"""Releases as pytest collects them: a file with a test for each field of its record."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from pressparse.errors import PressparseError
from pressparse.model import Release
from pressparse.testing import goldens
from pressparse.testing.comparison import Difference, Json, differences, shown
from pressparse.testing.settings import CHANGES, PARSER_KEY, UPDATE


class Mismatch(Exception):  # noqa: N818 - a failed test, no error
    """A field that is not what the golden record says; the message shows both."""


def collector_of(path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Return the collector of the release, or of the record without a release, at `path`; `None` for other files."""
    lone = path.name.endswith(goldens.ENDING) and not goldens.releases_of(path)
    return ReleaseFile.from_parent(parent, path=path) if lone or goldens.is_release(path) else None


class ReleaseFile(pytest.File):
    """A release; each field of the record beside it is a test. A record without a release is a test that fails."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield a test for each field, or the one that writes the record, or one that fails where there is none."""
        fault = self._fault()
        if fault:
            yield Fault.from_parent(self, name="record", message=fault)
        elif self.config.getoption(UPDATE):
            yield Writing.from_parent(self, name="record")
        else:
            for field in self.wanted:
                if field not in goldens.OF_THE_FILE:
                    yield Field.from_parent(self, name=field)

    def _fault(self) -> str | None:
        if not goldens.is_release(self.path):
            return "no release stands beside this record"
        rivals = goldens.releases_of(self.record)
        if len(rivals) > 1:
            return f"{self.record.name} cannot be the record of {' and '.join(path.name for path in rivals)}"
        if not self.record.exists():
            missing = f"no record {self.record.name} stands beside it; `pytest {UPDATE}` writes one"
            return None if self.config.getoption(UPDATE) else missing
        try:
            _ = self.wanted
        except ValueError as error:
            return str(error)
        return None

    @property
    def record(self) -> Path:
        """Where the record stands."""
        return goldens.record_of(self.path)

    @cached_property
    def wanted(self) -> dict[str, Json]:
        """The golden record; `ValueError` if the file is none."""
        return goldens.read_record(self.record)

    @cached_property
    def release(self) -> Release:
        """What the project's parser makes of the file."""
        return goldens.parse_release(self.path, self.config.stash[PARSER_KEY])

    @cached_property
    def got(self) -> dict[str, Json]:
        """The same as a record."""
        return self.release.to_dict()

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Where the two disagree."""
        return differences(self.wanted, self.got)


class _Plain(pytest.Item):
    """A test that fails without a traceback."""

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:  # noqa: ANN401 - pytest's
        if isinstance(excinfo.value, Mismatch | PressparseError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, None, f"{self.path.name}: {self.name}"


class Fault(_Plain):
    """A release or a record that cannot be tested."""

    def __init__(self, *, message: str, **known: Any) -> None:  # noqa: ANN401 - pytest's
        super().__init__(**known)
        self.message = message

    def runtest(self) -> None:
        """Fail."""
        raise Mismatch(self.message)


class Field(_Plain):
    """A field of a release, to be what its golden record says."""

    parent: ReleaseFile

    def runtest(self) -> None:
        """Compare."""
        found = [one for one in self.parent.differences if _field_of(one.path) == self.name]
        if found:
            raise Mismatch(shown(found, self.parent.release.text or ""))


class Writing(_Plain):
    """The record of a release, to be written or refreshed."""

    parent: ReleaseFile

    def runtest(self) -> None:
        """Write the record if it changes, and report how."""
        parent = self.parent
        text = parent.release.text or ""
        if not parent.record.exists():
            new = goldens.new_record(parent.got)
            changes = f"new, {len(new)} fields: read it before you trust it"
        else:
            new = goldens.refreshed(parent.wanted, parent.got)
            changes = shown(differences(parent.wanted, new), text, sides=("was", "is"))
        if changes:
            goldens.write_record(parent.record, new)
            self.add_report_section("call", CHANGES, f"{parent.record}\n{changes}")


def _field_of(path: str) -> str:
    """Return the field of the record that `path`, as in `contacts[1].name`, is in."""
    return path.partition(".")[0].partition("[")[0]
