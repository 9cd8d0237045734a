"""Pages on which people are printed, and which remember whose each cell is."""

from collections.abc import Sequence
from random import Random
from typing import Any, Literal

import attrs

Kind = Literal["name", "role", "organization", "phone", "email"]
Value = dict[str, Any]

KINDS: tuple[Kind, ...] = ("name", "role", "phone", "email")
ITSELF = -1


@attrs.frozen
class Printed:
    """A cell as printed: what stands before the value, the value, what stands behind it, and what is expected of it."""

    before: str
    raw: str
    behind: str = ""
    expected: Value = attrs.Factory(dict)


@attrs.frozen
class Person:
    """Somebody to reach, or a desk: the cells, of which any but the name may be missing."""

    kind: Literal["person", "desk"]
    name: str
    role: str | None
    phones: tuple[Printed, ...]
    emails: tuple[Printed, ...]
    organization: str | None = None

    def cells(self, kind: Kind) -> tuple[Printed, ...]:
        """Return the cells of one kind."""
        if kind == "phone":
            return self.phones
        if kind == "email":
            return self.emails
        text: str | None = getattr(self, kind)
        return (Printed("", text),) if text else ()


@attrs.define
class Page:
    """What is written so far, and the cells since the last heading: owner, kind and value of each.

    `flagged` says that a column lacked a cell.
    """

    random: Random
    text: str = ""
    people: list[Person] = attrs.field(factory=list)
    cells: list[tuple[int | None, Kind, Value]] = attrs.field(factory=list)
    flagged: bool = False

    @property
    def owners(self) -> range:
        """The numbers of the people."""
        return range(len(self.people))

    def has(self, kind: Kind, owner: int) -> bool:
        """Return whether a person has a cell of one kind."""
        return bool(self.people[owner].cells(kind))

    def put(self, kind: Kind, owner: int, *, between: str = " / ", holder: int | None = ITSELF) -> None:
        """Write a person's cells of one kind; `holder` is who is to get them, if that is somebody else or nobody."""
        for at, cell in enumerate(self.people[owner].cells(kind)):
            self.text += between if at else ""
            self.put_cell(kind, owner if holder == ITSELF else holder, cell)

    def put_cell(self, kind: Kind, holder: int | None, cell: Printed) -> None:
        """Write a cell that `holder` is to get; an address that nobody can recover is none."""
        self.text += cell.before
        if kind != "email" or cell.expected:
            span = [len(self.text), len(self.text) + len(cell.raw)]
            self.cells.append((holder, kind, {"raw": cell.raw, "span": span, **cell.expected}))
        self.text += cell.raw + cell.behind

    def line(self, owner: int, kinds: Sequence[Kind], separator: str = " ") -> None:
        """Write the cells that a person has of `kinds` in a line; none makes no line."""
        present = [kind for kind in kinds if self.has(kind, owner)]
        for at, kind in enumerate(present):
            self.text += separator if at else ""
            self.put(kind, owner)
        self.text += "\n" if present else ""

    def columns(self, groups: Sequence[Sequence[Kind]]) -> None:
        """Write columns; in one that lacks a cell only addresses that spell a name are anybody's."""
        blank = self.random.choice(("column", "column", "none", "cell"))
        separator = self.random.choice(("    ", " - ", "\t"))
        for at, kinds in enumerate(groups):
            present = [owner for owner in self.owners if any(self.has(kind, owner) for kind in kinds)]
            self.text += "\n" if at and blank == "column" and present else ""
            for owner in present:
                for number, kind in enumerate([kind for kind in kinds if self.has(kind, owner)]):
                    self.text += separator if number else ""
                    self.put(kind, owner, holder=self.holder(kind, owner))
                self.text += "\n\n" if blank == "cell" else "\n"

    def holder(self, kind: Kind, owner: int) -> int | None:
        """Return who is to get a cell of a column."""
        whole = all(self.has(kind, each) for each in self.owners)
        shown = kind != "email" or any(cell.expected for cell in self.people[owner].emails)
        if whole or not shown:
            return owner
        self.flagged = True
        return owner if kind == "email" and self.people[owner].kind == "person" else None
