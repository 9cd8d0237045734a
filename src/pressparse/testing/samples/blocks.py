"""Contact blocks made up with known truth: every shape, every order, one cell missing, alone or inside a release.

What is expected follows docs/record.md: rows and cards lose only what is missing; in columns a missing cell leaves its
column to nobody, addresses excepted that spell a name.
"""

from collections.abc import Callable
from random import Random

import attrs

from pressparse.model import PhoneType
from pressparse.testing.samples import words
from pressparse.testing.samples.pages import Kind, Page, Person, Printed, Value
from pressparse.testing.samples.shapes import (
    COLUMNED,
    SHAPES,
    alternating_lines,
    collapsed_rows,
    number_columns,
    pure_columns,
    running_line,
    side_by_side,
)
from pressparse.testing.samples.values import phone

PHONES: tuple[tuple[PhoneType, ...], ...] = (
    (),
    ("voice",),
    ("voice",),
    ("voice",),
    ("voice",),
    ("voice", "mobile"),
    ("voice", "fax"),
    ("mobile",),
)
EMAILS = (*["plain"] * 4, "link", "link", "label", "courriel", "angle", "at", "[at]", "(at)", "hidden")


@attrs.frozen
class Block:
    """A text with a contact block, the contacts that it makes, and the shapes it was printed in.

    `flagged` says that `contact-columns-unequal` is to be said.
    """

    text: str
    contacts: list[Value]
    flagged: bool
    shapes: tuple[str, ...]


@attrs.frozen
class Style:
    """How a section's people are printed alike."""

    capitals: bool
    no_break: bool
    roles: bool
    phones: tuple[PhoneType, ...]
    label: bool
    abroad: bool
    foreign: bool
    email: str | None


def draw(random: Random, *, complete: bool = False) -> Block:
    """Return a block drawn from `random`; in a `complete` one nobody lacks what the others have."""
    whole = random.random() < 0.4
    language = random.choice(("en", "fr"))
    above = whole and random.random() < 0.15
    body = f"# {words.TITLES[language]}\n\n" + "\n\n".join(words.PARAGRAPHS[language]) + "\n"
    page = Page(random, (words.DATES[language] + "\n\n" + ("" if above else body + "\n")) if whole else "")
    parts = _parts(random)
    heading = not whole or len(parts) > 1 or (not above and random.random() < 0.75)
    owned = len(parts) > 1 or random.random() < 0.3
    organizations = random.sample(words.ORGANIZATIONS, len(parts)) if owned and heading else [None] * len(parts)
    contacts: list[Value] = []
    shapes = []
    for at, (names, organization) in enumerate(zip(parts, organizations, strict=True)):
        page.text += "\n" if at else ""
        page.cells = []
        place = _print_heading(page, organization) if heading else None
        shapes.append(_print_people(page, names, heading=heading, complete=complete))
        contacts += _contacts(page, place)
    if above:
        page.text += "\n" + body
    elif whole and random.random() < 0.3:
        page.text += "\n" + words.BOILERPLATE[language] + "\n"
    return Block(page.text, contacts, page.flagged, tuple(shapes))


def _parts(random: Random) -> list[list[tuple[str, str]]]:
    count = random.choice((1, 2, 2, 3, 3, 4, 5, 6))
    names = list(zip(random.sample(words.GIVEN, count), random.sample(words.SURNAMES, count), strict=True))
    sections = random.choice((1, 1, 1, 1, 2, 2, 3)) if count > 2 else 1
    cuts = sorted(random.sample(range(1, count), sections - 1))
    return [names[start:end] for start, end in zip([0, *cuts], [*cuts, count], strict=True)]


def _print_heading(page: Page, organization: str | None) -> Value | None:
    """Write a heading and return where its organization stands."""
    place = None
    if organization:
        pattern = page.random.choice(words.ORGANIZATION_HEADINGS)
        shown = organization.upper() if pattern.isupper() else organization
        start = len(page.text) + pattern.index("{")
        place = {"raw": shown, "span": [start, start + len(shown)]}
        page.text += pattern.format(shown)
    else:
        page.text += page.random.choice(words.HEADINGS)
    page.text += page.random.choice(("\n", "\n\n"))
    return place


def _print_people(page: Page, names: list[tuple[str, str]], *, heading: bool, complete: bool) -> str:
    random = page.random
    shape = random.choice(SHAPES)
    if shape is side_by_side and not 2 <= len(names) <= 3:
        shape = pure_columns
    style = _style(random, shape, heading=heading)
    page.people = [_person(random, name, style) for name in names]
    desk = random.random() < 0.15 and len(names) > 1 and not (shape in COLUMNED and style.roles)
    if desk and shape is not side_by_side:
        page.people[-1] = _desk(random, style)
    # What stands above a desk must be seen to be somebody else's, and without a heading the last somebody's at all.
    sure = len(names) - 2 * desk - (not heading and not desk)
    if random.random() < 0.35 and sure > 0 and not complete:
        owner = random.randrange(sure)
        lost = random.choice(({"role": None}, {"phones": ()}, {"emails": ()}))
        page.people[owner] = attrs.evolve(page.people[owner], **lost)
    shape(page)
    return f"{shape.__name__}{'' if heading else ' without heading'}"


def _style(random: Random, shape: Callable[[Page], None], *, heading: bool) -> Style:
    phones = random.choice(PHONES)
    email = random.choice(EMAILS) if not phones or random.random() < 0.85 else None
    if shape is number_columns:
        phones = ("voice", "mobile")
    if (email == "hidden" and not phones) or (shape is running_line and not heading):
        email = "plain"
    return Style(
        capitals=random.random() < 0.15,
        no_break=random.random() < 0.08,
        roles=shape is alternating_lines or random.random() < 0.8,
        phones=phones,
        label=shape is collapsed_rows or len(phones) > 1 or random.random() < 0.85,
        abroad=random.random() < 0.6,
        foreign=random.random() < 0.15,
        email=email,
    )


def _person(random: Random, name: tuple[str, str], style: Style) -> Person:
    given, surname = name
    blank = "\xa0" if style.no_break else " "
    shown = f"{given}{blank}{surname.upper() if style.capitals else surname}"
    role = random.choice(tuple(words.ROLES)) if style.roles else None
    phones = _phones(random, style)  # drawn before the address
    return Person("person", shown, role, phones, _emails(words.address_of(given, surname, random), style))


def _desk(random: Random, style: Style) -> Person:
    name, address = random.choice(tuple(words.DESKS.items()))
    return Person("desk", name, None, _phones(random, style), _emails(address, style))


def _phones(random: Random, style: Style) -> tuple[Printed, ...]:
    foreign = style.foreign
    return tuple(
        phone(random, kind, labeled=style.label, abroad=style.abroad, foreign=foreign) for kind in style.phones
    )


def _emails(address: str, style: Style) -> tuple[Printed, ...]:
    if style.email is None:
        return ()
    if style.email == "hidden":
        return (Printed("", "[email\xa0protected]"),)
    local, _, domain = address.partition("@")
    ways = {
        "plain": ("", "{a}", ""),
        "link": ("", "[{a}](mailto:{a})", ""),
        "angle": ("<", "{a}", ">"),
        "label": ("E-mail: ", "{a}", ""),
        "courriel": ("Courriel : ", "{a}", ""),
        "at": ("", "{l} at {d}" if "." in local else "{l} [at] {d}", ""),
        "[at]": ("", "{l} [at] {d}", ""),
        "(at)": ("", "{l}(at){d}", ""),
    }
    before, raw, behind = ways[style.email]
    return (Printed(before, raw.format(a=address, l=local, d=domain), behind, {"address": address}),)


def _contacts(page: Page, place: Value | None) -> list[Value]:
    named = {owner: value for owner, kind, value in page.cells if kind == "name"}
    order = sorted(named, key=lambda owner: int(named[owner]["span"][0]))
    found = [_contact(page, owner, place) for owner in [*order, None]]
    return [one for one in found if one["name"] or one["role"] or one["phones"] or one["emails"]]


def _contact(page: Page, owner: int | None, place: Value | None) -> Value:
    def own(kind: Kind) -> list[Value]:
        return [value for holder, found, value in page.cells if holder == owner and found == kind]

    name = next(iter(own("name")), None)
    role = next(iter(own("role")), None)
    if owner is None and len({value["raw"] for value in own("role")}) > 1:
        role = None
    organization = next(iter(own("organization")), None) or _inside(role) or place
    read = {"name": name, "role": role, "organization": organization}
    return {
        "kind": "unassigned" if owner is None else page.people[owner].kind,
        **{field: " ".join(value["raw"].split()) if value else None for field, value in read.items()},
        "phones": own("phone"),
        "emails": own("email"),
        "evidence": {field: value for field, value in read.items() if value},
    }


def _inside(role: Value | None) -> Value | None:
    organization = words.ROLES[role["raw"]] if role else None
    if not role or not organization:
        return None
    start = role["span"][0] + role["raw"].index(organization)
    return {"raw": organization, "span": [start, start + len(organization)]}
