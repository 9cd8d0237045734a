"""Messages within the text of another: forwarded or answered, under a few lines that say from whom they came.

These lines look like a masthead and are none; the release is the largest piece between them.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

import regex

from pressparse.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Bold and borders of tables are left from mails in HTML, `>` from quoted ones.
_LABELED = regex.compile(r"[>\s*_|]*+(?P<label>\p{L}[\p{L} -]{0,24}+)[\s*_|\xa0]*+:(?P<value>.*)")
_DECORATION = " \t\xa0>*_|-–—:"
_FIELDS = ("from", "subject", "others")
_FEWEST, _LONGEST_BLOCK, _LONGEST_MARK, _LONGEST_REPLY = 3, 20, 80, 250
_PREFIX_MARK = regex.compile(r"\s*(?P<word>\p{L}{1,3})\s*(?:\[\d{1,3}\])?\s*:\s*")


class Piece(NamedTuple):
    """A message of several in one text, and the subject printed above it."""

    text: str
    subject: str | None


def largest_piece(text: str) -> Piece | None:
    """Return the largest of the messages in `text`; `None` if it is one message alone."""
    lines = text.split("\n")
    pieces = list(_pieces(lines, tuple(_blocks(lines))))
    largest = max(pieces, key=lambda piece: len(piece.text.split()))
    return largest if len(pieces) > 1 and largest.text else None


def without_prefixes(subject: str) -> str:
    """Return `subject` without what answering and forwarding put in front of it: `Re: `, `TR : `, `Fwd: `."""
    at = 0
    while (match := _PREFIX_MARK.match(subject, at)) and fold(match["word"]) in _words()["prefixes"]:
        at = match.end()
    return subject[at:].strip()


def _pieces(lines: Sequence[str], blocks: Sequence[tuple[int, int, str | None]]) -> Iterator[Piece]:
    start, subject = 0, None
    for first, end, following in blocks:
        yield Piece("\n".join(lines[start:first]).strip("\n"), subject)
        start, subject = end, following
    yield Piece("\n".join(lines[start:]).strip("\n"), subject)


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, int, str | None]]:
    """Yield the lines between messages: the first, the one behind the last, and the subject among them."""
    at = 0
    while at < len(lines):
        if _is_reply(lines[at]):
            yield at, at + 1, None
        elif found := _block(lines, at):
            first = next((above for above in range(at - 1, max(-1, at - 4), -1) if lines[above].strip()), at)
            first = first if _is_mark(lines[first]) else at
            yield first, *found
            at = found[0]
            continue
        at += 1


def _block(lines: Sequence[str], start: int) -> tuple[int, str | None] | None:
    """Return the end of the labeled lines that begin at `start`, and the subject among them, if one names a sender."""
    known = _words()
    labels: dict[str, str] = {}
    end = start
    for at in range(start, min(len(lines), start + _LONGEST_BLOCK)):
        label = _label(lines[at])
        field = next((name for name in _FIELDS if label and label[0] in known[name]), None)
        if label and field:
            end = at + 1
            labels.setdefault(label[0] if field == "others" else field, label[1])
        elif at == start or (lines[at].strip() and len(labels) >= _FEWEST):
            break
    return (end, labels.get("subject")) if "from" in labels and len(labels) >= _FEWEST else None


def _label(line: str) -> tuple[str, str] | None:
    """Return what stands before the colon of `line`, folded, and what stands behind it, without decoration."""
    match = _LABELED.match(line) if ":" in line else None
    return (fold(match["label"]).strip(), match["value"].strip(_DECORATION)) if match else None


def _is_mark(line: str) -> bool:
    return len(line) <= _LONGEST_MARK and fold(line).strip(_DECORATION) in _words()["forwarded"]


def _is_reply(line: str) -> bool:
    """Tell whether `line` introduces what is answered: it holds a day and ends with `wrote:`."""
    words = fold(line).rstrip(" \t*_>")
    if not words.endswith(":") or len(words) > _LONGEST_REPLY:
        return False
    return words[:-1].rstrip().endswith(tuple(_words()["wrote"])) and any(map(str.isdigit, words))


@cache
def _words() -> dict[str, frozenset[str]]:
    text = (resources.files("pressparse") / "data" / "mails.toml").read_text("utf-8")
    return {name: frozenset(map(fold, words)) for name, words in tomllib.loads(text).items()}
