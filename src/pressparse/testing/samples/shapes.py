"""The shapes in which people are printed, each a function that writes them on a page."""

from collections.abc import Callable
from itertools import permutations

import attrs

from pressparse.testing.samples.pages import KINDS, Kind, Page
from pressparse.testing.samples.words import PLACES

ORDERS = tuple(permutations(KINDS))
SEPARATORS = ("    ", "  ", "\t", " – ", " - ", " | ", ", ", " — ", " ; ")


def rows(page: Page) -> None:
    """Print one line each, parted by blanks, tabs, dashes, bars or commas; a missing address may leave its dash."""
    separator = page.random.choice(SEPARATORS)
    for owner in page.owners:
        padding = separator + " " * page.random.randrange(6) if separator == "    " else separator
        page.line(owner, KINDS, padding)
        if "–" in separator and not page.has("email", owner):
            page.text = page.text[:-1] + " –\n"


def collapsed_rows(page: Page) -> None:
    """Print one line each, parted by single blanks."""
    for owner in page.owners:
        page.line(owner, KINDS)


def markdown_table(page: Page) -> None:
    """Print a Markdown table."""
    if page.random.random() < 0.8:
        page.text += page.random.choice(
            ("| Nom | Fonction | Téléphone | Courriel |\n", "| Name | Role | Phone | E-mail |\n")
        )
        page.text += "|---|:---|---|---|\n"
    for owner in page.owners:
        for kind in KINDS:
            page.text += "| "
            page.put(kind, owner)
            page.text += " "
        page.text += "|\n"


def html_table(page: Page) -> None:
    """Print an HTML table, its rows in one line or its cells in one each."""
    end = page.random.choice(("", "\n"))
    page.text += "<table>\n"
    for owner in page.owners:
        page.text += "<tr>" + end
        for kind in KINDS:
            page.text += "<td>"
            page.put(kind, owner)
            page.text += "</td>" + end
        page.text += "</tr>\n"
    page.text += "</table>\n"


def html_paragraphs(page: Page) -> None:
    """Print an HTML paragraph each, its lines parted by tags."""
    for owner in page.owners:
        page.text += "<p><strong>"
        page.put("name", owner)
        page.text += "</strong>"
        for kind in KINDS[1:]:
            page.text += "<br>" if page.has(kind, owner) else ""
            page.put(kind, owner)
        page.text += "</p>\n"


def cards(page: Page) -> None:
    """Print several lines each, with or without a blank line between the people."""
    gap = page.random.random() < 0.6
    orders: list[tuple[Kind, ...]] = [order for order in ORDERS if order[0] == "name"]
    if gap and page.random.random() < 0.3:
        orders = [("role", "name", "phone", "email"), ("email", "phone", "role", "name")]
    order = page.random.choice(orders)
    for owner in page.owners:
        page.text += "\n" if gap and owner else ""
        for kind in order:
            page.line(owner, (kind,))


def name_and_role_cards(page: Page) -> None:
    """Print name and role in one line, numbers and addresses below, a blank line between the people."""
    separator = page.random.choice((", ", " – ", "    ", " "))
    for owner in page.owners:
        page.text += "\n" if owner else ""
        page.line(owner, ("name", "role"), separator)
        page.line(owner, ("phone",))
        page.line(owner, ("email",))


def number_lines(page: Page) -> None:
    """Print cards with each number in a line of its own."""
    for owner in page.owners:
        page.text += "\n" if owner else ""
        for kind in KINDS:
            page.put(kind, owner, between="\n")
            page.text += "\n" if page.has(kind, owner) else ""


def tight_cards(page: Page) -> None:
    """Print cards without blank lines; where nothing is missing they may begin with any cell."""
    order = KINDS
    shown = all(cell.expected for person in page.people for cell in person.emails)
    if shown and all(page.has(kind, owner) for kind in KINDS for owner in page.owners):
        order = page.random.choice(ORDERS)
    for owner in page.owners:
        for kind in order:
            page.line(owner, (kind,))


def organization_cards(page: Page) -> None:
    """Print cards with an organization below the name."""
    gap = page.random.random() < 0.7
    for owner, person in enumerate(page.people):
        if person.kind == "person":
            page.people[owner] = attrs.evolve(person, organization=page.random.choice(PLACES))
        page.text += "\n" if gap and owner else ""
        for kind in ("name", "role", "organization", "phone", "email"):
            page.line(owner, (kind,))


def running_line(page: Page) -> None:
    """Print all people in one line, with brackets around what belongs to each."""
    for owner in page.owners:
        page.text += ", " if owner else ""
        page.put("name", owner)
        kinds = [kind for kind in KINDS[1:] if page.has(kind, owner)]
        for at, kind in enumerate(kinds):
            page.text += ", " if at else " ("
            page.put(kind, owner)
        page.text += ")" if kinds else ""
    page.text += "\n"


def linked_names(page: Page) -> None:
    """Print rows whose names are mail links."""
    for owner, person in enumerate(page.people):
        address = next((cell.expected.get("address") for cell in person.emails), None)
        start = len(page.text)
        page.text += "[" if address else ""
        page.put("name", owner)
        if address:
            page.text += f"](mailto:{address})"
            raw = page.text[start:]
            page.cells.append((owner, "email", {"raw": raw, "span": [start, len(page.text)], "address": address}))
        for kind in ("role", "phone"):
            page.text += " – " if page.has(kind, owner) else ""
            page.put(kind, owner)
        page.text += "\n"


def side_by_side(page: Page) -> None:
    """Print people next to each other, each cell below the own name."""
    width = page.random.choice((52, 60))
    for kind in KINDS:
        line = len(page.text)
        for owner in page.owners:
            if page.has(kind, owner):
                page.text += " " * max(line + owner * width - len(page.text), 3 if owner else 0)
                page.put(kind, owner)
        page.text += "\n" if len(page.text) > line else ""


def pure_columns(page: Page) -> None:
    """Print pure columns in any order, with or without blank lines."""
    page.columns([(kind,) for kind in page.random.choice(ORDERS)])


def half_grouped_columns(page: Page) -> None:
    """Print names and roles in one line, bold or not, and columns below."""
    separator = page.random.choice(("** ", "    ", ", ", " - "))
    for owner in page.owners:
        if separator == "** ":
            page.text += "**"
            page.put("name", owner)
            page.text += "** "
            page.put("role", owner)
            page.text += "\n"
        else:
            page.line(owner, ("name", "role"), separator)
    page.text += page.random.choice(("\n", ""))
    groups: tuple[tuple[tuple[Kind, ...], ...], ...] = (
        (("phone",), ("email",)),
        (("email",), ("phone",)),
        (("phone", "email"),),
    )
    page.columns(page.random.choice(groups))


def alternating_lines(page: Page) -> None:
    """Print names and roles in turn, and columns below; what only the last has completes a card."""
    for owner in page.owners:
        page.line(owner, ("name",))
        page.line(owner, ("role",))
    last = len(page.people) - 1
    if not any(page.has(kind, owner) for kind in KINDS[2:] for owner in range(last)):
        page.line(last, ("phone",))
        page.line(last, ("email",))
        return
    page.text += page.random.choice(("", "\n"))
    page.columns([(kind,) for kind in page.random.choice((KINDS[2:], KINDS[:1:-1]))])


def number_columns(page: Page) -> None:
    """Print columns of first and of second numbers below names and roles."""
    for owner in page.owners:
        page.line(owner, ("name", "role"), "    ")
    for at in range(max(len(person.phones) for person in page.people)):
        page.text += "\n"
        for owner, person in enumerate(page.people):
            page.put_cell("phone", page.holder("phone", owner), person.phones[at]) if person.phones else None
            page.text += "\n" if person.phones else ""
    page.text += "\n"
    page.columns([("email",)])


def shuffled_addresses(page: Page) -> None:
    """Print columns whose addresses stand in another order than the names."""
    for owner in page.owners:
        page.line(owner, ("name", "role"), "    ")
    page.text += "\n"
    page.columns([("phone",)])
    page.text += "\n"
    order = [owner for owner in page.owners if page.has("email", owner)]
    for owner in page.random.sample(order, len(order)):
        page.put("email", owner, holder=page.holder("email", owner))
        page.text += "\n"


SHAPES: tuple[Callable[[Page], None], ...] = (
    rows,
    collapsed_rows,
    markdown_table,
    html_table,
    html_paragraphs,
    cards,
    name_and_role_cards,
    number_lines,
    tight_cards,
    organization_cards,
    running_line,
    linked_names,
    side_by_side,
    pure_columns,
    half_grouped_columns,
    alternating_lines,
    number_columns,
    shuffled_addresses,
)
COLUMNED = frozenset({pure_columns, half_grouped_columns, alternating_lines, number_columns, shuffled_addresses})
