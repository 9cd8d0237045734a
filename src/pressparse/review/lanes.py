"""The line that joins the cells of a contact, beside the text: a lane from its first to its last cell.

Contacts that stand one below the other share a place; those that stand in columns run side by side, so that their
cells make a regular pattern, and a wrong join breaks it. Where there is room for no more, color and number have to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressparse.review.segments import TextLine

SLOTS = 16


class Lane(NamedTuple):
    """What a line of the text shows of a contact's lane: at which `slot`, whether a cell is here, which end this is."""

    contact: int
    slot: int
    cell: bool
    top: bool
    bottom: bool


def lanes_of(lines: Sequence[TextLine]) -> tuple[tuple[Lane, ...], ...]:
    """Return the lanes beside each of `lines`."""
    cells: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        for contact in {contact for piece in line.pieces for contact in piece.contacts}:
            cells.setdefault(contact, []).append(at)
    beside: list[list[Lane]] = [[] for _ in lines]
    free_from = [0] * SLOTS
    for contact, places in sorted(cells.items(), key=lambda item: (item[1][0], item[0])):
        top, bottom = places[0], places[-1]
        slot = next((slot for slot, free in enumerate(free_from) if free <= top), None)
        if slot is None:
            continue
        free_from[slot] = bottom + 1
        for at in range(top, bottom + 1):
            beside[at].append(Lane(contact, slot, at in places, at == top, at == bottom))
    return tuple(map(tuple, beside))
