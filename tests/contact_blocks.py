"""Contact blocks made up with known truth: every shape, every order, one cell missing, alone or inside a release.

A block is drawn from a `random.Random`, so a seed repeats it and hypothesis can shrink it. What is expected follows
`RECORD`: rows and cards lose only what is missing; in columns a missing cell leaves its column to nobody, addresses
excepted that spell a name.
"""

from __future__ import annotations

from itertools import permutations
from random import Random
from typing import Any, Literal

import attrs

from contact_words import (
    ABROAD,
    AT_HOME,
    BOILERPLATE,
    DESKS,
    FOREIGN,
    GIVEN,
    HEADINGS,
    LABELS,
    ORGANIZATION_HEADINGS,
    ORGANIZATIONS,
    PARAGRAPHS,
    PLACES,
    ROLES,
    SURNAME,
    TITLES,
    address_of,
)

Kind = Literal["name", "role", "phone", "email", "organization"]
KINDS: tuple[Kind, ...] = ("name", "role", "phone", "email")
ORDERS = tuple(permutations(KINDS))


@attrs.frozen
class Printed:
    """A cell as printed: what stands before the value, the value, what stands behind it, and what is expected of it."""

    before: str
    raw: str
    behind: str
    expected: dict[str, Any]


@attrs.frozen
class Person:
    """Somebody to reach: the cells, of which any but the name may be missing."""

    kind: Literal["person", "desk"]
    name: str
    role: tuple[str, str | None] | None
    phones: tuple[Printed, ...]
    emails: tuple[Printed, ...]
    organization: str | None = None

    def cells(self, kind: Kind) -> tuple[Printed, ...]:
        """Return the cells of one kind."""
        if kind == "name":
            return (Printed("", self.name, "", {}),)
        if kind == "role":
            return (Printed("", self.role[0], "", {}),) if self.role else ()
        if kind == "organization":
            return (Printed("", self.organization, "", {}),) if self.organization else ()
        return self.phones if kind == "phone" else self.emails


@attrs.frozen
class Block:
    """A text with a contact block, what `read_contacts` is to make of it, and the shapes it was printed in.

    `flagged` says that `contact-columns-unequal` is to be said.
    """

    text: str
    contacts: list[dict[str, Any]]
    flagged: bool
    shape: str


def draw(random: Random, *, whole: bool | None = None) -> Block:
    """Return a block drawn from `random`, inside a whole release or (`whole=False`) alone."""
    return _Writer(random).block(whole=random.random() < 0.4 if whole is None else whole)


Row = list[tuple[Kind, int]]


@attrs.define
class _Writer:
    random: Random
    text: str = ""
    cells: list[tuple[int | None, str, dict[str, Any]]] = attrs.field(factory=list)
    contacts: list[dict[str, Any]] = attrs.field(factory=list)
    flagged: bool = False
    shapes: list[str] = attrs.field(factory=list)
    people: list[Person] = attrs.field(factory=list)

    def block(self, *, whole: bool) -> Block:
        french = self.random.random() < 0.5
        language = "fr" if french else "en"
        before_title = whole and self.random.random() < 0.15
        if whole:
            self.text += "16 mars 2021\n\n" if french else "16 March 2021\n\n"
            if not before_title:
                self.text += f"# {TITLES[language]}\n\n" + "\n\n".join(PARAGRAPHS[language]) + "\n\n"
        names = self._names()
        sections = self.random.choice((1, 1, 1, 1, 2, 2, 3)) if len(names) > 2 else 1
        heading = not whole or sections > 1 or (not before_title and self.random.random() < 0.75)
        cuts = sorted(self.random.sample(range(1, len(names)), sections - 1))
        parts = [names[a:b] for a, b in zip([0, *cuts], [*cuts, len(names)], strict=True)]
        organizations = (
            self.random.sample(ORGANIZATIONS, sections) if sections > 1 or self.random.random() < 0.3 else [None]
        )
        for at, (part, organization) in enumerate(zip(parts, organizations, strict=True)):
            self._section(part, organization if heading else None, heading=heading, first=at == 0)
        if whole and before_title:
            self.text += f"\n# {TITLES[language]}\n\n" + "\n\n".join(PARAGRAPHS[language]) + "\n"
        elif whole and self.random.random() < 0.3:
            self.text += "\n" + BOILERPLATE[french] + "\n"
        return Block(self.text, self.contacts, self.flagged, " + ".join(self.shapes))

    def _names(self) -> list[tuple[str, str]]:
        count = self.random.choice((1, 2, 2, 3, 3, 4, 5, 6))
        return list(zip(self.random.sample(GIVEN, count), self.random.sample(SURNAME, count), strict=True))

    # What people there are.

    def _person(self, name: tuple[str, str], style: dict[str, Any]) -> Person:
        given, surname = name
        shown = surname.upper() if style["capitals"] else surname
        blank = "\xa0" if style["no_break"] else " "
        role = self.random.choice(ROLES) if style["roles"] else None
        phones = tuple(self._phone(kind, style) for kind in style["phones"])
        emails = (self._email(address_of(given, surname, self.random), style),) if style["emails"] else ()
        return Person("person", f"{given}{blank}{shown}", role, phones, emails)

    def _desk(self, style: dict[str, Any]) -> Person:
        name, address = self.random.choice(DESKS)
        return Person(
            "desk",
            name,
            None,
            tuple(self._phone(kind, style) for kind in style["phones"]),
            (self._email(address, style),) if style["emails"] else (),
        )

    def _phone(self, kind: str, style: dict[str, Any]) -> Printed:
        rng = self.random
        last = f"{rng.randrange(100):02}"
        digits = ("6", "00", "00", "00", last) if kind == "mobile" else ("1", "44", "76", "00", last)
        e164: str | None = "+33" + "".join(digits)
        if style["foreign"] and kind == "voice":
            pattern, international = rng.choice([pair for pair in FOREIGN if pair[1]])
            number = rng.randrange(100, 200)
            raw, e164 = pattern.format(number), international.format(number)
        else:
            raw = rng.choice(ABROAD if style["abroad"] else AT_HOME).format(*digits)
        extension = str(rng.randrange(10, 99)) if rng.random() < 0.04 else None
        if extension:
            raw += rng.choice((" ext. ", " poste ", " x")) + extension
        label = rng.choice(LABELS[kind]) if style["label"] or kind == "fax" else ""
        return Printed(label, raw, "", {"e164": e164, "type": kind, "extension": extension})

    def _email(self, address: str, style: dict[str, Any]) -> Printed:
        way = style["email"]
        local, _, domain = address.partition("@")
        if way == "hidden":
            return Printed("", "[email\xa0protected]", "", {})
        if way == "at" and "." not in local:
            way = "[at]"
        raw = {
            "link": f"[{address}](mailto:{address})", "html": f'<a href="mailto:{address}">{address}</a>', "at": f"{local} at {domain}",
            "[at]": f"{local} [at] {domain}", "(at)": f"{local}(at){domain}",
        }.get(way, address)  # fmt: skip
        before, behind = {"label": ("E-mail: ", ""), "courriel": ("Courriel : ", ""), "angle": ("<", ">")}.get(
            way, ("", "")
        )
        return Printed(before, raw, behind, {"address": address})

    def _style(self) -> dict[str, Any]:
        rng = self.random
        phones = rng.choice(
            (
                [],
                ["voice"],
                ["voice"],
                ["voice"],
                ["voice"],
                ["voice"],
                ["voice", "mobile"],
                ["voice", "fax"],
                ["mobile"],
            )
        )
        emails = rng.random() < 0.85 or not phones
        return {
            "capitals": rng.random() < 0.15, "no_break": rng.random() < 0.08, "roles": rng.random() < 0.8, "phones": phones, "emails": emails,
            "foreign": rng.random() < 0.15, "abroad": rng.random() < 0.6, "label": len(phones) > 1 or rng.random() < 0.85,
            "email": rng.choice(("plain", "plain", "plain", "plain", "link", "link", "label", "courriel", "angle", "at", "[at]", "(at)", "hidden")),
        }  # fmt: skip

    # How they are printed.

    def _section(self, names: list[tuple[str, str]], organization: str | None, *, heading: bool, first: bool) -> None:
        rng, style = self.random, self._style()
        shape = rng.choice(tuple(SHAPES))
        if shape == "side by side" and not 2 <= len(names) <= 3:
            shape = "columns"
        if (style["email"] == "hidden" and not style["phones"]) or (shape == "running line" and not heading):
            style["email"] = "plain"
        self.people = [self._person(name, style) for name in names]
        columns = shape in COLUMNED
        desk = rng.random() < 0.15 and not (columns and style["roles"]) and len(names) > 1 and shape != "side by side"
        if desk:
            self.people[-1] = self._desk(style)
        if rng.random() < 0.35:
            # Without a heading the last must be seen to be one; a desk would else be the place of the one above.
            kept = (desk or not heading) * (1 + desk)
            if len(names) > kept:
                self._lose(rng.randrange(len(names) - kept), rng.choice(("role", "phone", "email")))
        if not heading and not any(person.cells(kind) for person in self.people for kind in ("phone", "email")):
            self.people[0] = attrs.evolve(self.people[0], phones=(self._phone("voice", {**style, "label": True}),))
        if not first:
            self.text += "\n"
        self.cells = []
        place: dict[str, Any] | None = None
        if organization:
            pattern = rng.choice(ORGANIZATION_HEADINGS)
            shown = organization.upper() if pattern.isupper() else organization
            before, after = pattern.split("{}")
            place = {"raw": shown, "span": [len(self.text) + len(before), len(self.text) + len(before) + len(shown)]}
            self.text += before + shown + after + "\n"
        elif heading:
            self.text += rng.choice(HEADINGS) + "\n"
        if heading and rng.random() < 0.5:
            self.text += "\n"
        self.shapes.append(f"{shape}{'' if heading else ' without heading'} of {len(names)}")
        SHAPES[shape](self, style)
        self._expect(place)

    def _lose(self, owner: int, kind: str) -> None:
        person = self.people[owner]
        field = {"role": {"role": None}, "phone": {"phones": ()}, "email": {"emails": ()}}[kind]
        self.people[owner] = attrs.evolve(person, **field)

    def _expect(self, place: dict[str, Any] | None) -> None:
        """Append the contacts that the cells written since the last heading make."""
        owners: list[int | None] = sorted(
            {owner for owner, kind, _ in self.cells if kind == "name" and owner is not None},
            key=lambda owner: self._start(owner),
        )
        owners += [None] if any(owner is None for owner, _, _ in self.cells) else []
        for owner in owners:
            own = [(kind, value) for holder, kind, value in self.cells if holder == owner]
            name = next((value for kind, value in own if kind == "name"), None)
            roles = [value for kind, value in own if kind == "role"]
            role = roles[0] if roles and (owner is not None or len({value["raw"] for value in roles}) == 1) else None
            own_organization = next((value for kind, value in own if kind == "organization"), None)
            organization = own_organization or self._inside(role) or place
            contact: dict[str, Any] = {
                "kind": "unassigned" if owner is None else self.people[owner].kind, "name": _plain(name), "role": _plain(role), "organization": _plain(organization),
                "phones": [value for kind, value in own if kind == "phone"], "emails": [value for kind, value in own if kind == "email"],
                "evidence": {field: value for field, value in (("name", name), ("role", role), ("organization", organization)) if value},
            }  # fmt: skip
            if owner is not None or contact["role"] or contact["phones"] or contact["emails"]:
                self.contacts.append(contact)

    def _start(self, owner: int) -> int:
        return next(int(value["span"][0]) for holder, kind, value in self.cells if holder == owner and kind == "name")

    def _inside(self, role: dict[str, Any] | None) -> dict[str, Any] | None:
        organization = dict(ROLES)[role["raw"]] if role else None
        if not role or not organization:
            return None
        start = role["span"][0] + role["raw"].index(organization)
        return {"raw": organization, "span": [start, start + len(organization)]}

    def _put(self, kind: Kind, owner: int, *, joined: str = " / ", holder: int | None = -1) -> None:
        """Write the cells of one kind of a person; `holder` is who they are to be joined to, if not to that person."""
        for at, cell in enumerate(self.people[owner].cells(kind)):
            self.text += (joined if at else "") + cell.before
            start = len(self.text)
            self.text += cell.raw
            if kind != "email" or cell.expected:
                value = {"raw": cell.raw, "span": [start, len(self.text)], **cell.expected}
                self.cells.append((owner if holder == -1 else holder, kind, value))
            self.text += cell.behind

    def _line(self, row: Row, separator: str) -> None:
        row = [(kind, owner) for kind, owner in row if self.people[owner].cells(kind)]
        for at, (kind, owner) in enumerate(row):
            self.text += separator if at else ""
            if kind == "name" and separator == " **":
                self.text += "**"
            self._put(kind, owner)
            if kind == "name" and separator == " **":
                self.text += "**"
        self.text += "\n" if row else ""

    def rows(self, style: dict[str, Any]) -> None:
        """One line each, parted by blanks, tabs, dashes, bars or commas."""
        separator = self.random.choice(("    ", "  ", "\t", " – ", " - ", " | ", ", ", " — ", " ; "))
        for owner in range(len(self.people)):
            padding = separator + " " * self.random.randrange(6) if separator == "    " else separator
            self._line([(kind, owner) for kind in KINDS], padding)
            if "–" in separator and not self.people[owner].emails:
                self.text = self.text[:-1] + " –\n"

    def collapsed(self, style: dict[str, Any]) -> None:
        """One line each, parted by single blanks, the numbers labelled."""
        for owner, person in enumerate(self.people):
            self.people[owner] = attrs.evolve(
                person,
                phones=tuple(attrs.evolve(p, before=p.before or LABELS[p.expected["type"]][0]) for p in person.phones),
            )
            self._line([(kind, owner) for kind in KINDS], " ")

    def table(self, style: dict[str, Any]) -> None:
        """A Markdown table."""
        french = self.random.random() < 0.5
        if self.random.random() < 0.8:
            self.text += (
                "| Nom | Fonction | Téléphone | Courriel |\n" if french else "| Name | Role | Phone | E-mail |\n"
            )
            self.text += "|---|:---|---|---|\n"
        for owner in range(len(self.people)):
            self.text += "| "
            for at, kind in enumerate(KINDS):
                self.text += " | " if at else ""
                self._put(kind, owner)
            self.text += " |\n"

    def html(self, style: dict[str, Any]) -> None:
        """An HTML table, its rows in one line or its cells in one each."""
        end = self.random.choice(("", "\n"))
        self.text += "<table>\n"
        for owner in range(len(self.people)):
            self.text += "<tr>" + end
            for kind in KINDS:
                self.text += "<td>"
                self._put(kind, owner)
                self.text += "</td>" + end
            self.text += "</tr>\n"
        self.text += "</table>\n"

    def cards(self, style: dict[str, Any]) -> None:
        """Several lines each, with or without a blank line between the people."""
        rng = self.random
        gap = rng.random() < 0.6
        order = [
            "name",
            *rng.choice(
                (
                    ("role", "phone", "email"),
                    ("role", "email", "phone"),
                    ("role", "phone", "email"),
                    ("phone", "email", "role"),
                )
            ),
        ]
        if gap and rng.random() < 0.3:
            order = rng.choice((["role", "name", "phone", "email"], ["email", "phone", "role", "name"]))
        split = rng.random() < 0.5
        for owner in range(len(self.people)):
            self.text += "\n" if gap and owner else ""
            for kind in order:
                self._line([(kind, owner)], "")  # type: ignore[list-item]
                if kind == "phone" and split and len(self.people[owner].phones) > 1:
                    pass

    def name_role_cards(self, style: dict[str, Any]) -> None:
        """Name and role in one line, numbers and addresses below, a blank line between the people."""
        separator = self.random.choice((", ", " – ", "    ", " "))
        for owner in range(len(self.people)):
            self.text += "\n" if owner else ""
            self._line([("name", owner), ("role", owner)], separator)
            self._line([("phone", owner)], "")
            self._line([("email", owner)], "")

    def columns(self, style: dict[str, Any]) -> None:
        """Pure columns in any order, with or without blank lines."""
        self._columns([[kind] for kind in self.random.choice(ORDERS)])

    def half_grouped(self, style: dict[str, Any]) -> None:
        """Names and roles in one line, columns below."""
        separator = self.random.choice((" **", "    ", ", ", " - "))
        for owner in range(len(self.people)):
            self._line([("name", owner), ("role", owner)], separator)
        self.text += self.random.choice(("\n", ""))
        self._columns(self.random.choice(([["phone"], ["email"]], [["email"], ["phone"]], [["phone", "email"]])))

    def _columns(self, groups: list[list[Kind]]) -> None:
        blank = self.random.choice(("column", "column", "none", "cell"))
        separator = self.random.choice(("    ", " - ", "\t"))
        for at, kinds in enumerate(groups):
            present = [
                owner for owner in range(len(self.people)) if any(self.people[owner].cells(kind) for kind in kinds)
            ]
            self.text += "\n" if at and blank == "column" and present else ""
            for owner in present:
                for number, kind in enumerate([kind for kind in kinds if self.people[owner].cells(kind)]):
                    self.text += separator if number else ""
                    self._put(kind, owner, holder=self._holder(kind, owner))
                self.text += "\n\n" if blank == "cell" else "\n"

    def _holder(self, kind: Kind, owner: int) -> int | None:
        """Return who a cell of a column is to be joined to; a column that lacks a cell is joined by spelling alone."""
        full = sum(bool(person.cells(kind)) for person in self.people)
        shown = any(cell.expected for cell in self.people[owner].cells(kind)) or kind in ("name", "role")
        if full == len(self.people) or not shown:
            return owner
        self.flagged = True
        return owner if kind == "email" and self.people[owner].kind == "person" else None

    def number_lines(self, style: dict[str, Any]) -> None:
        """Cards with each number in a line of its own."""
        for owner in range(len(self.people)):
            self.text += "\n" if owner else ""
            for kind in KINDS:
                self._put(kind, owner, joined="\n")
                self.text += "\n" if self.people[owner].cells(kind) else ""

    def tight_cards(self, style: dict[str, Any]) -> None:
        """Cards without blank lines between them, that begin with the name, the role or something else."""
        orders = (
            ("name", "role", "phone", "email"),
            ("role", "name", "phone", "email"),
            ("email", "phone", "role", "name"),
            ("phone", "name", "role", "email"),
        )
        whole = all(person.cells(kind) for person in self.people for kind in KINDS) and style["email"] != "hidden"
        order = self.random.choice(orders if whole else orders[:1])
        for owner in range(len(self.people)):
            for kind in order:
                self._line([(kind, owner)], "")  # type: ignore[list-item]

    def alternating(self, style: dict[str, Any]) -> None:
        """Names and roles in turn, numbers and addresses as columns below."""
        self.people = [
            attrs.evolve(person, role=person.role or ROLES[0]) if person.kind == "person" else person
            for person in self.people
        ]
        for owner in range(len(self.people)):
            self._line([("name", owner)], "")
            self._line([("role", owner)], "")
        if not any(person.phones or person.emails for person in self.people[:-1]):
            self._line([("phone", len(self.people) - 1)], "")
            self._line([("email", len(self.people) - 1)], "")
            return
        self.text += self.random.choice(("", "\n"))
        self._columns([["phone"], ["email"]] if self.random.random() < 0.5 else [["email"], ["phone"]])

    def organization_cards(self, style: dict[str, Any]) -> None:
        """A name, below it an organization, then number and address."""
        gap = self.random.random() < 0.7
        for owner, person in enumerate(self.people):
            organization = self.random.choice(PLACES)
            self.people[owner] = attrs.evolve(person, organization=organization if person.kind == "person" else None)
            self.text += "\n" if gap and owner else ""
            for kind in ("name", "role", "organization", "phone", "email"):
                self._line([(kind, owner)], "")  # type: ignore[list-item]

    def running_line(self, style: dict[str, Any]) -> None:
        """All people in one line, what belongs to each in brackets."""
        for owner in range(len(self.people)):
            self.text += ", " if owner else ""
            self._put("name", owner)
            kinds: list[Kind] = [kind for kind in ("role", "phone", "email") if self.people[owner].cells(kind)]
            for at, kind in enumerate(kinds):
                self.text += ", " if at else " ("
                self._put(kind, owner)
            self.text += ")" if kinds else ""
        self.text += "\n"

    def html_paragraphs(self, style: dict[str, Any]) -> None:
        """A paragraph of HTML for each, its lines parted by tags."""
        for owner in range(len(self.people)):
            self.text += "<p><strong>"
            self._put("name", owner)
            self.text += "</strong>"
            for kind in ("role", "phone", "email"):
                if self.people[owner].cells(kind):
                    self.text += "<br>"
                    self._put(kind, owner)
            self.text += "</p>\n"

    def number_columns(self, style: dict[str, Any]) -> None:
        """Columns of names, of phones and of mobiles."""
        style = {**style, "label": True}
        self.people = [
            attrs.evolve(p, phones=(self._phone("voice", style), self._phone("mobile", style))) for p in self.people
        ]
        for owner in range(len(self.people)):
            self._line([("name", owner), ("role", owner)], "    ")
        for at in range(2):
            self.text += "\n"
            for owner, person in enumerate(self.people):
                cell = person.phones[at]
                self.text += cell.before
                start = len(self.text)
                self.text += cell.raw + "\n"
                self.cells.append(
                    (owner, "phone", {"raw": cell.raw, "span": [start, start + len(cell.raw)], **cell.expected})
                )
        self.text += "\n"
        self._columns([["email"]])

    def shuffled(self, style: dict[str, Any]) -> None:
        """Columns whose addresses stand in another order than the names."""
        for owner in range(len(self.people)):
            self._line([("name", owner), ("role", owner)], "    ")
        self.text += "\n"
        self._columns([["phone"]])
        self.text += "\n"
        order = [owner for owner, person in enumerate(self.people) if person.emails]
        for owner in self.random.sample(order, len(order)):
            self._put("email", owner, holder=self._holder("email", owner))
            self.text += "\n"

    def linked_names(self, style: dict[str, Any]) -> None:
        """Rows whose names are mail links."""
        for owner, person in enumerate(self.people):
            if person.emails and person.emails[0].expected:
                address = person.emails[0].expected["address"]
                start = len(self.text)
                self.text += "["
                self._put("name", owner)
                self.text += f"](mailto:{address})"
                self.cells.append(
                    (owner, "email", {"raw": self.text[start:], "span": [start, len(self.text)], "address": address})
                )
            else:
                self._put("name", owner)
            for kind in ("role", "phone"):
                if self.people[owner].cells(kind):
                    self.text += " – "
                    self._put(kind, owner)
            self.text += "\n"

    def side_by_side(self, style: dict[str, Any]) -> None:
        """Two or three people next to each other, each below the own name."""
        width = self.random.choice((38, 44, 50))
        for kind in KINDS:
            line = len(self.text)
            for owner in range(len(self.people)):
                if self.people[owner].cells(kind):
                    self.text += " " * max(line + owner * width - len(self.text), 3 if owner else 0)
                    self._put(kind, owner)
            self.text += "\n" if len(self.text) > line else ""


SHAPES = {
    "rows": _Writer.rows, "collapsed rows": _Writer.collapsed, "Markdown table": _Writer.table, "HTML table": _Writer.html, "cards": _Writer.cards,
    "name and role cards": _Writer.name_role_cards, "columns": _Writer.columns, "half-grouped columns": _Writer.half_grouped, "side by side": _Writer.side_by_side,
    "number lines": _Writer.number_lines, "tight cards": _Writer.tight_cards, "alternating lines": _Writer.alternating, "organization cards": _Writer.organization_cards,
    "running line": _Writer.running_line, "HTML paragraphs": _Writer.html_paragraphs, "number columns": _Writer.number_columns, "shuffled addresses": _Writer.shuffled,
    "linked names": _Writer.linked_names,
}  # fmt: skip
COLUMNED = frozenset({"columns", "half-grouped columns", "alternating lines", "number columns", "shuffled addresses"})


def _plain(value: dict[str, Any] | None) -> str | None:
    return " ".join(value["raw"].split()) if value else None
