"""The codes a record may carry, with their severities. Codes are part of the contract; their wording is not."""

from typing import TYPE_CHECKING

from pressparse.model import Diagnostic, Severity

if TYPE_CHECKING:
    from pressparse.text import Span

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
    "encoding-repaired": "warning",
    "field-failed": "error",
    "time-budget": "error",
    "input-truncated": "error",
}


def diagnostic(code: str, field: str, message: str, span: "Span | None" = None) -> Diagnostic:
    """Return the diagnostic `code` about `field`, a path into the record such as `contacts[1].phones[0]`."""
    return Diagnostic(code=code, severity=SEVERITIES[code], field=field, message=message, span=span)
