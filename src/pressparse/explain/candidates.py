"""What else matched where a value was taken from, or could have been, and why it lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressparse.explain.case import meet
from pressparse.explain.reasons import CHOICES, TABLES
from pressparse.explanations import Candidate
from pressparse.rules import Failed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressparse.explain.case import Case, Found
    from pressparse.text import Span
    from pressparse.tracing import Try

_SCALARS = (*CHOICES, "embargo", "kicker")


def tries_of(case: Case) -> list[tuple[Span, Try]]:
    """Return what the rules of the field's tables matched in the text, and where."""
    tables = next((TABLES[name] for name in reversed(case.names) if name in TABLES), ())
    return [
        (span, tried)
        for table in tables
        for tried in case.trace.tries
        if tried.table == table
        for span in case.spans(tried)
    ]


def own_tries(tries: Sequence[tuple[Span, Try]], found: Found | None) -> list[Try]:
    """Return those of `tries` by which the value was taken."""
    return [tried for span, tried in tries if found and tried.rule.name == found.rule and meet(span, found.span)]


def candidates(case: Case, tries: Sequence[tuple[Span, Try]], own: Sequence[Try]) -> Iterator[Candidate]:
    """Yield what else matched: of a list's item at its own place, of what is missing in it, of a scalar anywhere."""
    if not tries or (case.missing and case.owner and case.names[-1] not in TABLES):
        return  # no rule reads that, or that part alone
    scalar, found = case.names[0] in _SCALARS, case.found()
    within = found.span if found and not scalar else case.owner
    items = [item.span for item in case.value] if type(case.value) is tuple else []
    done: set[tuple[Span, str, str]] = set()
    for span, tried in tries:
        key = (span, tried.table, tried.rule.name)
        elsewhere = within and not meet(span, within)
        if tried in own or key in done or elsewhere or any(meet(span, item) for item in items):
            continue
        done.add(key)
        yield Candidate(case.place(span), tried.table, tried.rule.name, _reason(case, tried, own, span, found))


def _reason(case: Case, tried: Try, own: Sequence[Try], span: Span, found: Found | None) -> str:
    if tried.value is None:
        return "refused by its build: the pattern matches, but there is no such value"
    if isinstance(tried.value, Failed):
        return f"failed: {type(tried.value.error).__name__}: {tried.value.error}"
    if not found:
        return "matched where the field is not taken from"
    if not meet(span, found.span):
        return CHOICES.get(case.names[0], "stands elsewhere")
    return _beaten(tried, own[0]) if own else f"another rule, {found.rule!r}, took the value"


def _beaten(tried: Try, winner: Try) -> str:
    if winner.table == tried.table and winner.start == tried.start and winner.text == tried.text:
        return f"{winner.rule.name!r} comes first in the table"
    return f"overlaps what {winner.rule.name!r} took"
