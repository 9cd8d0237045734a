"""What a document says of its release beside the text, held against what is printed there."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import regex

from pressparse.diagnostics import diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pressparse.formats.source import Claim
    from pressparse.model import Diagnostic, Release

_WORD = regex.compile(r"\w+")
# A title may be cut, joined with the site's name, or preceded by a kind: so much of the shorter one is in the other.
_SHARED, _FEWEST = 0.5, 4


def contradictions(release: Release, claims: Iterable[Claim]) -> Iterator[Diagnostic]:
    """Yield, for each field at most once, that none of the claims about it agrees with the value of `release`."""
    claims = tuple(claims)
    dates = [claim for claim in claims if isinstance(claim.value, dt.date)]
    if release.date and dates and not any(_is_near(release.date, claim) for claim in dates):
        yield _mismatch(release, "date", str(release.date), dates[0])
    titles = [claim for claim in claims if isinstance(claim.value, str)]
    printed = " ".join(filter(None, (release.title, release.subtitle)))
    if release.title and titles and not any(_is_like(printed, str(claim.value)) for claim in titles):
        yield _mismatch(release, "title", repr(release.title), titles[0])


def _mismatch(release: Release, field: str, printed: str, claim: Claim) -> Diagnostic:
    said = repr(claim.value) if isinstance(claim.value, str) else str(claim.value)
    message = f"{printed} is printed, {claim.origin} says {said}"
    return diagnostic("metadata-mismatch", field, message, release.evidence[field].span)


def _is_near(day: dt.date, claim: Claim) -> bool:
    return isinstance(claim.value, dt.date) and abs((claim.value - day).days) <= claim.within


def _is_like(printed: str, claimed: str) -> bool:
    """Tell whether the titles share enough words to be one; a claim of few words (`News`) contradicts nothing."""
    first, second = (set(_WORD.findall(title.casefold())) for title in (printed, claimed))
    return len(second) < _FEWEST or len(first & second) >= _SHARED * min(len(first), len(second))
