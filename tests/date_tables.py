"""The tables of sentences with their dates: read here for the tests and for the comparison with other libraries."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLES = Path(__file__).parent / "tables"
_MARKS = ("⟨", "⟩")


class Expected(NamedTuple):
    """A date expression as a table gives it: where it stands, its days, and how it is known."""

    start_at: int
    end_at: int
    start: dt.date
    end: dt.date
    precision: str
    modifier: str | None
    basis: str


class Sentence(NamedTuple):
    """A text of a table with its date expressions; `anchor` is the day it speaks from."""

    text: str
    language: str
    anchor: dt.date
    what: str
    expected: tuple[Expected, ...]


def table(name: str) -> dict[str, Any]:
    """Return the table `name` as it stands in its file."""
    return tomllib.loads((TABLES / f"{name}.toml").read_text("utf-8"))


def dated_sentences(name: str) -> Iterator[Sentence]:
    """Yield the sentences of a table of dates."""
    for group in table(name)["group"]:
        for marked, described in group["cases"]:
            text, places = unmarked(marked)
            found = zip(places, described.split("; "), strict=True) if places else ()
            expected = tuple(_expected(place, description) for place, description in found)
            yield Sentence(text, group["language"], group["anchor"], group["what"], expected)


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Return `marked` without the marks around its dates, and where these stand."""
    text, marks = "", []
    for letter in marked:
        if letter in _MARKS:
            marks.append(len(text))
        else:
            text += letter
    return text, list(zip(marks[::2], marks[1::2], strict=True))


def _expected(place: tuple[int, int], description: str) -> Expected:
    days, precision, *words = description.split()
    first, _, last = days.partition("..")
    start = dt.date.fromisoformat(first)
    end = dt.date.fromisoformat(last) if last else start
    return Expected(*place, start, end, precision, words[0] if len(words) > 1 else None, words[-1])
