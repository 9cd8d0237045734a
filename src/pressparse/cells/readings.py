"""What a line can be in a contact block, told by its cells."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from pressparse.book import per_book
from pressparse.cells import Cell, read_cells
from pressparse.phones import Number

LineKind = Literal["strong", "weak", "heading", "filler", "foreign"]

LONGEST_ROW = 1200  # characters; longer ones are running text
_MOST_OTHER, _MOST_SMALL = 6, 2
_LABEL_WORDS = 3  # its colon may stand apart


class Reading(NamedTuple):
    """What a line can be in a contact block, its cells' kinds, and whether it may open a block without a heading."""

    kind: LineKind
    kinds: frozenset[str]
    opens: bool


@per_book(4096)
def read_line(text: str) -> Reading:
    """Return what the line `text` can be."""
    if len(text) > LONGEST_ROW:
        return _FOREIGN
    cells = read_cells(text)
    kinds = frozenset(cell.kind for cell in cells)
    if "other" in kinds and (not kinds & {"phone", "email"} or _is_prose(text, cells)):
        return _FOREIGN
    # A number that only might be one opens no block, nor does one with a remark and no name.
    vague = any(cell.rule == "trunk" and isinstance(cell.value, Number) and not cell.value.label for cell in cells)
    told = bool(kinds & {"name", "desk", "heading"})
    if kinds & {"phone", "email", "hidden"}:
        remarked = "other" in kinds and not _is_label(text, cells)
        return Reading("strong", kinds, told or not (remarked or vague))
    if "heading" in kinds:
        return Reading("heading", kinds, opens=False)
    weak = kinds & {"name", "role", "desk", "organization"}
    return Reading("weak" if weak else "filler", kinds, opens=False)


_FOREIGN = Reading("foreign", frozenset(), opens=False)


def _is_label(text: str, cells: Sequence[Cell]) -> bool:
    """Whether all that no cell takes of a line is a few words and a colon before it: a label in whatever language."""
    first, *rest = cells
    label = text[: rest[0].start].rstrip() if rest else ""
    return first.kind == "other" and label.endswith(":") and len(label.split()) <= _LABEL_WORDS and _only(rest)


def _only(cells: Sequence[Cell]) -> bool:
    return not any(cell.kind == "other" for cell in cells)


def _is_prose(text: str, cells: Sequence[Cell]) -> bool:
    """Whether what no cell takes of a line is too much for a remark, or a sentence."""
    pieces = [text[cell.start : cell.end] for cell in cells if cell.kind == "other"]
    words = [word for piece in pieces for word in piece.split()]
    small = sum(word[0].islower() for word in words)
    ended = any(len(piece.split()) > 1 and piece.endswith((".", "!", "?")) for piece in pieces)
    return len(words) > _MOST_OTHER or small > _MOST_SMALL or ended
