"""The errors that misuse raises. What a text says never raises: it becomes a diagnostic of the record.

An error keeps its parts as its arguments and words them in `__str__`: so it survives the way through a process pool.
"""

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from pathlib import Path

    from pressparse.model import Release


class PressparseError(Exception):
    """Any error that pressparse raises on purpose, `TypeError` for a wrong argument type aside.

    `code` names its class in the row that stands for a failed document.
    """

    code: ClassVar[str] = "error"


class UnreadableError(PressparseError):
    """A document that is missing, may not be read, or holds no text in any encoding.

    `digest` is the SHA-256 of its bytes, in hexadecimal, if there were any to read.
    """

    code = "unreadable"

    def __init__(self, source: "Path | str", reason: str, digest: str | None = None) -> None:
        super().__init__(str(source), reason, digest)
        self.source = str(source)
        self.reason = reason
        self.digest = digest

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


class WorkerError(PressparseError):
    """A document that no worker process could read because something broke; without a `source` no process started."""

    code = "worker-failed"

    def __init__(self, source: str | None, digest: str | None, reason: str) -> None:
        super().__init__(source, digest, reason)
        self.source = source
        self.digest = digest
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}" if self.source else self.reason


class TimeLimitError(PressparseError):
    """A document that was not read within the time limit of a run, `seconds`, although tried twice."""

    code = "time-budget"

    def __init__(self, source: str | None, digest: str | None, seconds: float) -> None:
        super().__init__(source, digest, seconds)
        self.source = source
        self.digest = digest
        self.seconds = seconds

    def __str__(self) -> str:
        said = f"not read within {self.seconds:g} s, twice"
        return f"{self.source}: {said}" if self.source else said


class UnknownProfileError(PressparseError):
    """A `profile=` that no profile file describes."""

    code = "unknown-profile"

    def __init__(self, name: object, known: tuple[str, ...]) -> None:
        super().__init__(name, known)
        self.name = name
        self.known = known

    def __str__(self) -> str:
        if not isinstance(self.name, str) or self.name.lower().endswith(".toml"):
            name = self.name if isinstance(self.name, str) else type(self.name).__name__
            return (
                f"parse takes a profile by its name, not {name!r}; a file or a Profile goes into Parser(profile=…),"
                " and on the command line a file into --profile"
            )
        return f"unknown profile {self.name!r}; known are {', '.join(self.known)}"


class FileError(PressparseError):
    """A TOML file that says what it cannot; the message names file, line (if it is known), key and what is allowed."""

    def __init__(self, source: str, key: str, reason: str, line: int | None = None) -> None:
        super().__init__(source, key, reason, line)
        self.source = source
        self.key = key
        self.reason = reason
        self.line = line

    def __str__(self) -> str:
        place = self.source if self.line is None else f"{self.source}:{self.line}"
        return ": ".join(part for part in (place, self.key, self.reason) if part)


class ProfileError(FileError):
    """A profile file that says what no profile can."""

    code = "profile-invalid"


class WordsError(FileError):
    """Words for a vocabulary, from a file or a mapping, that no table takes."""

    code = "words-invalid"


class RuleError(PressparseError):
    """A rule that can be in no table; the message names it and the cause."""

    code = "rule-invalid"

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason

    def __str__(self) -> str:
        return f"rule {self.name!r}: {self.reason}"


class UnknownLanguageError(PressparseError):
    """A `language=` without a vocabulary."""

    code = "unknown-language"

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name, known)
        self.name = name
        self.known = known

    def __str__(self) -> str:
        return f"unknown language {self.name!r}; known are {', '.join(self.known)}"


class UnknownRegionError(PressparseError):
    """A `region=` in which libphonenumber reads no national numbers."""

    code = "unknown-region"

    def __init__(self, name: object) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        return f"unknown region {self.name!r}: a country's two capital letters (ISO 3166) are wanted, such as FR"


class ExportError(PressparseError):
    """An export that does not exist, lacks a package or an option, or is a broken plugin; `name` was asked for."""

    code = "export"

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason

    def __str__(self) -> str:
        return f"export {self.name!r}: {self.reason}"


class FieldError(PressparseError):
    """A path that leads to nothing in a record; `field` is the path."""

    code = "unknown-field"

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(field, reason)
        self.field = field
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.field!r}: {self.reason}"


class NoTextError(PressparseError):
    """A record without its text, which cannot be parsed again."""

    code = "no-text"

    def __str__(self) -> str:
        return (
            "the record has no text to parse again: keep it by to_dict() instead of to_dict(text=False), or by"
            " --with-text, or explain the release's file"
        )


class RecordError(PressparseError):
    """A dictionary that is no record of this schema; the message names the path of what is wrong."""

    code = "record-invalid"


class StrictError(PressparseError):
    """A release with warnings or errors under `strict=True`; `release` is the whole record."""

    code = "findings"

    def __init__(self, release: "Release") -> None:
        super().__init__(release)
        self.release = release

    def __str__(self) -> str:
        findings = (d for d in self.release.diagnostics if d.severity != "info")
        return "; ".join(f"{d.code} ({d.field}): {d.message}" for d in findings)
