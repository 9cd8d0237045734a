"""The errors that misuse raises. What a text says never raises: it becomes a diagnostic of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from pressparse.model import Release


class PressparseError(Exception):
    """Any error that pressparse raises on purpose, `TypeError` for a wrong argument type aside."""


class UnreadableError(PressparseError):
    """A document that is missing, may not be read, or holds no text in any encoding."""

    def __init__(self, source: Path | str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = str(source)
        self.reason = reason


class UnknownProfileError(PressparseError):
    """A `profile=` that no profile file describes."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"unknown profile {name!r}; known are {', '.join(known)}")
        self.name = name
        self.known = known


class UnknownLanguageError(PressparseError):
    """A `language=` without a vocabulary."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"unknown language {name!r}; known are {', '.join(known)}")
        self.name = name
        self.known = known


class RecordError(PressparseError):
    """A dictionary that is no record of this schema; the message names the path of what is wrong."""


class StrictError(PressparseError):
    """A release with warnings or errors under `strict=True`; `release` is the whole record."""

    def __init__(self, release: Release) -> None:
        findings = [d for d in release.diagnostics if d.severity != "info"]
        super().__init__("; ".join(f"{d.code} ({d.field}): {d.message}" for d in findings))
        self.release = release

    def __reduce__(self) -> tuple[type[StrictError], tuple[Release]]:
        # Exceptions pickle by their message; this one must carry its record through process pools.
        return type(self), (self.release,)
