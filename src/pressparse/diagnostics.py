"""The codes a record may carry, with their severities. Codes are part of the contract; their wording is not."""

from collections.abc import Callable
from typing import TypeVar

from pressparse.model import Diagnostic, Severity
from pressparse.rules import Failed, attempted
from pressparse.text import Span

T = TypeVar("T")
S = TypeVar("S")

SEVERITIES: dict[str, Severity] = {
    "kind-missing": "info",
    "reference-missing": "info",
    "date-missing": "info",
    "title-missing": "info",
    "contacts-missing": "info",
    "metadata-mismatch": "info",
    "reference-year-mismatch": "warning",
    "weekday-mismatch": "warning",
    "date-year-conflict": "warning",
    "date-ambiguous": "warning",
    "reference-ambiguous": "warning",
    "contact-columns-unequal": "warning",
    "contact-email-name-mismatch": "warning",
    "phone-invalid": "warning",
    "domain-lookalike": "warning",
    "encoding-repaired": "warning",
    "field-failed": "error",
    "time-budget": "error",
    "input-truncated": "error",
}


def diagnostic(code: str, field: str, message: str, span: Span | None = None) -> Diagnostic:
    """Return the diagnostic `code` about `field`, a path into the record such as `contacts[1].phones[0]`."""
    return Diagnostic(code=code, severity=SEVERITIES[code], field=field, message=message, span=span)


class Attempts:
    """Runs finders so that one that fails loses its own field only, and says so."""

    def __init__(self) -> None:
        """Begin without failures."""
        self.failures: list[Diagnostic] = []

    def __call__(self, field: str, find: Callable[..., T], *args: object, otherwise: S) -> T | S:
        """Return what `find` makes of `args`; where it fails, say so of `field` and return `otherwise`."""
        found = attempted(find, *args)
        if isinstance(found, Failed):
            self.fail(field, found.error)
            return otherwise
        return found

    def fail(self, field: str, error: Exception) -> None:
        """Say that `field` is lost to `error`; said once of each field."""
        if all(known.field != field for known in self.failures):
            noted = dict.fromkeys(getattr(error, "__notes__", ()))  # which rule it was
            notes = "".join(f" ({note})" for note in noted)
            self.failures.append(diagnostic("field-failed", field, f"{type(error).__name__}: {error}{notes}"))
