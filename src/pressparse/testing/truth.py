"""Made-up texts with what they say, and what is found in them held against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from pressparse.records import unstructure
from pressparse.testing.comparison import Json, differences, shown

if TYPE_CHECKING:
    from collections.abc import Sequence


@attrs.frozen
class Truth:
    """A text and what stands in it: `wanted` are values as JSON, with the keys that are known; spans among them."""

    text: str
    wanted: tuple[Json, ...]


def check_truth(truth: Truth, found: Sequence[Any]) -> None:
    """Raise `AssertionError`, showing text and both values, unless `found` is what `truth` knows.

    `found` are values of the record (`find_dates(truth.text)`, `release.contacts`); keys of which the truth says
    nothing are not compared.
    """
    got = [unstructure(value) for value in found]
    wrong = differences(list(truth.wanted), got)
    if wrong:
        msg = f"{shown(wrong, truth.text)}\nin {truth.text!r}"
        raise AssertionError(msg)
