"""The parts of a contact block: one for each organization that it names, with the rows of its people.

Some cells only their surroundings tell: `Media Relations` below a name is what that person does, above several people a
heading, between numbers of its own a desk; `Blue Origin` looks like a name until an address ends in `@blueorigin.com`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from pressparse.cells import Cell, CellKind, read_cells
from pressparse.cells.roles import is_desk, is_office, organization_inside
from pressparse.contacts.columns import parted
from pressparse.contacts.rows import Load, Outline, Row, addresses_of, label_of, load_of, load_of_cells, load_of_house
from pressparse.contacts.spelling import spelled
from pressparse.lexicon import words_of
from pressparse.names import is_given
from pressparse.words import fold

_DETAILS = frozenset({"phone", "email"})
_KEYS = "heading_keys"
_NAMES = frozenset({"not_names", "surnames", "given"})
# How many lines one person's card has at most, and the people of one desk.
_LONGEST_CARD, _LONGEST_PART = 12, 60
_LONGEST_JOINT = 3  # letters of `for`, `et`, `du`
_POSTCODE = range(4, 8)


class Section(NamedTuple):
    """An organization's part of a block: where its name stands (line and cell), its rows, and the lines that only head
    them.
    """

    organization: tuple[int, Cell] | None
    rows: tuple[Row, ...] = ()
    headings: tuple[int, ...] = ()


def sections_of(block: Sequence[Outline]) -> list[Section]:
    """Return the sections of a block: a heading opens one, and an organization or a desk above people."""
    sections: list[Section] = []
    own: list[Row] = []
    rows = _with_desks(parted(_rows(block)))
    for at, row in enumerate(rows):
        title, near = row.load.title, own[-_LONGEST_PART:]
        above = not row.load.heading and (_is_title(rows, at, near, sections) or _is_desk_above_people(rows, at))
        above = above or _is_company_above(rows, at, near, sections)
        house = not above and bool(own) and _is_house(block, near, rows[at : at + _LONGEST_PART])
        if above:
            title = _title_inside(row) if row.cells[0].kind == "desk" else row.cells[0]
        if row.load.heading or above or house or not sections or _is_below_stranger(block, own, row):
            before = Section(None)
            if above and sections and not own:
                before = sections.pop()  # a heading and nothing below it: what follows is its title
            else:
                sections[-1:] = [section._replace(rows=tuple(_settled(own))) for section in sections[-1:] if own]
            organization = (row.line, title) if title else before.organization
            headings = (*before.headings, *([row.line] if above else []))
            sections.append(Section(organization, headings=headings))
            own = []
        if row.cells and not above:
            own.append(row)
    sections[-1:] = [section._replace(rows=tuple(_settled(own))) for section in sections[-1:]]
    return [section for section in sections if section.rows]


def _rows(block: Sequence[Outline]) -> list[Row]:
    rows: list[Row] = []
    gap = False
    columns = _company_columns(block)
    domains = _domains(address for text, *_ in block if "@" in text for address in addresses_of(load_of(text).cells))
    for at, outline in enumerate(block):
        gap = gap or outline.gap
        load = _load_in_table(outline.text, columns) if columns else load_of(outline.text)
        if not (load.cells or load.heading):
            load = load_of_house(outline.text, domains)
        elif rows and rows[-1].anchors and rows[-1].kinds & _DETAILS and not (load.anchors or load.heading):
            load = _load_in_rows(outline.text, load)
        elif [cell.kind for cell in load.anchors] == ["name"] and load.kinds == _DETAILS:
            load = load_of_house(outline.text, _domains(addresses_of(load.cells)), load)
        if rows and not (gap or rows[-1].load.heading or rows[-1].kinds & _DETAILS) and _is_street(load, block, at):
            continue
        if (load.cells or load.heading) and not continues_role(block, at):
            rows.append(Row(at, outline, gap, load))
            gap = False
    return rows


def _is_street(load: Load, block: Sequence[Outline], at: int) -> bool:
    """Whether line `at` of a block is read as a name, and a town stands right below with its postcode."""
    if [cell.kind for cell in load.cells] != ["name"] or is_given(words_of(block[at].text)[0]) or at + 1 == len(block):
        return False
    code, _, town = block[at + 1].text.partition(" ")
    return code[-4:].isdigit() and len(code) in _POSTCODE and town[:1].isupper()


def _load_in_rows(text: str, load: Load) -> Load:
    """Return what a line below somebody's row carries: two words before its numbers are a name (`Ngozi Mars`)."""
    cell = read_cells(text)[0]
    words = words_of(text, cell.start, cell.end) if cell.kind == "other" else []
    named = len(words) == len(("given", "surname")) and all(word.capital and word.tables <= _NAMES for word in words)
    return load_of_cells((cell._replace(kind="name"), *load.cells)) if named else load


def _company_columns(block: Sequence[Outline]) -> frozenset[int]:
    """Return the columns of a table that are headed `Company` or the like."""
    labels = ((text, cell) for text, *_ in block for cell in read_cells(text) if cell.kind == "label" and cell.column)
    heads = ((cell.column, words_of(text, cell.start, cell.end)) for text, cell in labels)
    return frozenset(at for at, words in heads if any("organization_words" in word.tables for word in words))


def _load_in_table(text: str, columns: frozenset[int]) -> Load:
    load = load_of(text)
    company = [cell for cell in read_cells(text) if cell.column in columns and cell.kind in {"other", "name"}]
    if not company or load.heading:
        return load
    others = (cell for cell in load.cells if cell.column not in columns)
    cells = (*others, *(cell._replace(kind="organization") for cell in company))
    return load_of_cells(tuple(sorted(cells, key=lambda cell: cell.start)))


def _domains(addresses: Iterable[str]) -> frozenset[str]:
    return frozenset(label for address in addresses for label in address.lower().partition("@")[2].split("."))


def _with_desks(rows: list[Row]) -> list[Row]:
    """Return `rows`, the headings among others that only look like one (`Relations presse`) as roles and desks."""
    return [_as(kind, row) if (kind := _called(rows, at)) else row for at, row in enumerate(rows)]


def _called(rows: Sequence[Row], at: int) -> CellKind | None:
    """Return what the headings in row `at` are if they name lines of work: roles right below as many names, else a
    desk, if what stands below it is nobody else's.
    """
    row, text, above = rows[at], rows[at].outline.text, rows[at - 1]
    if not (at and row.load.heading) or text.endswith(":"):
        return None
    cells = [cell for cell in read_cells(text) if cell.kind != "title"]
    named = [cell.kind for cell in above.anchors] == ["name"] * len(cells) and above.kinds <= {"organization"}
    if not row.gap and named and all(cell.kind == "role" or _is_line_of_work(text, cell) for cell in cells):
        return "role"
    own = list(takewhile(lambda row: not row.load.heading, rows[at + 1 : at + _LONGEST_PART]))
    numbered = any(row.kinds & _DETAILS for row in own) and not any(row.anchors for row in own)
    return "desk" if numbered and not row.cells and is_desk(words_of(text)) else None


def _is_line_of_work(text: str, cell: Cell) -> bool:
    return is_desk([word for word in words_of(text, cell.start, cell.end) if _KEYS not in word.tables])


def _as(kind: CellKind, row: Row) -> Row:
    cells = [cell for cell in read_cells(row.outline.text) if cell.kind != "title"]
    told = (cell._replace(kind=kind, rule="among-people") if cell.kind == "heading" else cell for cell in cells)
    return row._replace(load=load_of_cells(tuple(told)))


def continues_role(block: Sequence[Outline], at: int) -> bool:
    """Whether line `at` of a block goes on with the role that ends the line before it."""
    if not 0 < at < len(block) or block[at].gap or not block[at].text[:1].islower():
        return False
    before, load = load_of(block[at - 1].text).cells, load_of(block[at].text)
    ends = bool(before) and before[-1].kind == "role"
    return (
        ends and not load.plain and load.kinds <= {"organization"} and all(cell.kind != "name" for cell in load.anchors)
    )


def _is_title(rows: list[Row], at: int, before: Sequence[Row], sections: Sequence[Section]) -> bool:
    """Whether row `at`, an organization's name, stands above its people, and not among what belongs to one person."""
    row = rows[at]
    if len(row.cells) != 1 or row.cells[0].kind != "organization":
        return False
    if not before or row.outline.heading or row.outline.text.endswith(":"):
        return True
    after = rows[at + 1] if at + 1 < len(rows) else None
    if after is None or not after.anchors:
        return False
    if row.gap != after.gap:
        return row.gap
    # With an organization already, a further one behind somebody's number is the next people's.
    owned = bool(sections[-1].organization) and bool(before[-1].kinds & _DETAILS)
    return owned or any(_is_bare(a) and _is_bare(b) for a, b in pairwise(before))


def _is_company_above(rows: Sequence[Row], at: int, before: Sequence[Row], sections: Sequence[Section]) -> bool:
    """Whether row `at`, read as a name, is a company's above its people: beside a heading, or like another's before."""
    row, *below = rows[at : at + _LONGEST_CARD]
    if not (below and _is_unknown_name(row) and [cell.kind for cell in below[0].anchors] == ["name"]):
        return False
    apart = row.gap and not below[0].gap and any(row.anchors for row in before) and before[-1].kinds & _DETAILS
    headed = row.load.heading or (apart and sections[-1].headings)
    card = [row, *takewhile(lambda row: not row.gap, below)]
    name = [row.text(row.cells[0])]
    own = any(spelled(address, name) is not None for each in card for address in addresses_of(each.cells))
    return bool(headed) and not (own or _has_own_column(card))


def _is_unknown_name(row: Row) -> bool:
    return _is_bare_name(row) and not is_given(words_of(row.text(row.cells[0]))[0])


def _is_below_stranger(block: Sequence[Outline], before: Sequence[Row], row: Row) -> bool:
    """Whether `row` begins with people, below others, under a line nobody understands: whose they are is not known."""
    if not (before and before[-1].kinds & _DETAILS and row.anchors) or row.outline.gap:
        return False
    text = block[row.line - 1].text
    named = text[-1:] != "." and all(word[0].isupper() or len(word) <= _LONGEST_JOINT for word in text.split())
    return named and [cell.kind for cell in read_cells(text)] == ["other"]


def _is_house(block: Sequence[Outline], before: Sequence[Row], below: Sequence[Row]) -> bool:
    """Whether the rows `below` have the numbers of the house, its street or switchboard, under people with numbers."""
    if not below[0].gap or any(row.anchors or row.load.heading for row in below):
        return False
    people = [row.text(cell) for row in before for cell in row.anchors]
    outlines = block[before[-1].line + 1 : below[-1].line + 1]
    return (
        bool(people)
        and any(cell.kind == "postal" for outline in outlines for cell in read_cells(outline.text))
        and any("phone" in row.kinds for row in before)
        and any(row.kinds & _DETAILS for row in below)
        and all(spelled(address, people) is None for row in below for address in addresses_of(row.cells))
    )


def _is_desk_above_people(rows: list[Row], at: int) -> bool:
    """Whether row `at` is a desk that heads the people below it, and not one of the names of a column or a card."""
    row = rows[at]
    below = rows[at + 1 : at + _LONGEST_PART]
    if not (row.anchors and below and below[0].anchors) or any(cell.kind != "desk" for cell in row.cells):
        return False
    part = [row, *takewhile(lambda row: not row.load.heading, below)]
    follows = at == 0 or bool(rows[at - 1].kinds & _DETAILS) or not rows[at - 1].cells
    person = any(cell.kind == "name" for cell in below[0].anchors)
    return follows and person and any(row.kinds & _DETAILS for row in part) and not _has_own_column(part)


def _title_inside(row: Row) -> Cell | None:
    cell = row.cells[0]
    found = organization_inside(row.text(cell))
    if not found:
        return None
    return cell._replace(start=cell.start + found[0], end=cell.start + found[1])


def _is_bare(row: Row) -> bool:
    return len(row.cells) == len(row.anchors) == 1


def _is_bare_name(row: Row) -> bool:
    return _is_bare(row) and row.cells[0].kind == "name"


def _settled(rows: Sequence[Row]) -> list[Row]:
    domains = _domains(address for row in rows for address in addresses_of(row.cells))
    column = any(row.anchors and row.anchors[0].kind == "desk" for row in rows) and _has_own_column(rows)
    settled: list[Row] = []
    for at, row in enumerate(rows):
        below = rows[at + 1 : at + _LONGEST_PART]
        cell = row.anchors[0] if len(row.anchors) == 1 else None
        if cell and cell.kind == "name" and _is_bare(row) and _is_in_domain(row, cell, domains):
            row = row.with_kind(cell, "organization")  # noqa: PLW2901 - settled here
        elif cell and _is_unknown_name(row) and _is_company_of_name(settled, row, below):
            row = row.with_kind(cell, "organization")  # noqa: PLW2901 - as above
        elif cell and cell.kind == "desk" and not column and _belongs_to_name(rows, settled, at):
            row = row.with_kind(cell, "role")  # noqa: PLW2901 - settled here
        elif cell and cell.kind == "desk" and settled and _belongs_to_desk(settled[-1], row, below):
            row = row.with_kind(cell, "organization")  # noqa: PLW2901 - as above
        settled.append(row)
    return settled


def _is_in_domain(row: Row, cell: Cell, domains: frozenset[str]) -> bool:
    """Whether an address ends in the words of `cell`: `@blueorigin.com`, `@blue-origin.com`."""
    words = fold(row.text(cell)).split()
    return "".join(words) in domains or "-".join(words) in domains


def _name_above(above: list[Row], row: Row, *, last: bool) -> Row | None:
    """Return the row of the one name under which `row` stands, nothing but a role and an organization between them, or
    numbers where it is the `last`.
    """
    for at in range(len(above) - 1, max(-1, len(above) - _LONGEST_CARD), -1):
        before = above[at]
        if row.gap or row.line - before.line > 1 or (before.kinds & _DETAILS and not last):
            return None
        if before.anchors:
            column = at > 0 and _is_bare(above[at - 1]) and not before.gap
            return before if not column and [cell.kind for cell in before.anchors] == ["name"] else None
        row = before
    return None


def _is_company_of_name(above: list[Row], row: Row, below: Sequence[Row]) -> bool:
    """Whether the name in `row` is that of a company: a role between, addresses below spell the name above alone."""
    person = _name_above(above, row, last=False)
    own = list(takewhile(lambda row: not row.anchors, below))
    if not (person and "role" in above[-1].kinds) or any("role" in row.kinds for row in own):
        return False
    names = [person.text(person.anchors[0]), row.text(row.cells[0])]
    return {spelled(address, names) for row in own for address in addresses_of(row.cells)} == {0}


def _belongs_to_name(rows: Sequence[Row], settled: list[Row], at: int) -> bool:
    """Whether the desk in row `at` says where the person above works: not if that person's role is known and the number
    below is the desk's own.
    """
    last = at == len(rows) - 1 and not is_office(rows[at].outline.text)
    name = None if rows[at].kinds & _DETAILS else _name_above(settled, rows[at], last=last)
    below = list(takewhile(lambda row: not row.anchors, rows[at + 1 : at + _LONGEST_CARD]))
    if name is None:
        return False
    addresses = [address for row in below for address in addresses_of(row.cells)]
    person = name.anchors[0]
    if any(spelled(address, [name.text(person)]) is not None for address in addresses):
        return True
    if below and below[0].gap:
        return False
    roles = any("role" in row.kinds for row in settled[-_LONGEST_CARD:] if row.line >= name.line)
    return not (roles and is_office(rows[at].outline.text))


def _belongs_to_desk(above: Row, row: Row, below: Sequence[Row]) -> bool:
    """Whether the desk in `row` is what the desk `above` is a part of: both lines have the same details below."""
    if row.gap or row.line - above.line > 1 or not (_is_bare(above) and _is_bare(row)):
        return False
    own = list(takewhile(lambda row: not row.anchors and not row.gap, below))
    single = above.anchors[0].kind == "desk" and any(row.kinds & _DETAILS for row in own)
    return single and not _has_own_column([above, row, *own])


def _has_own_column(rows: Sequence[Row]) -> bool:
    """Whether a column has one cell for each of the names, the desks among them counted.

    Of numbers those with one label: a phone and a mobile below two names are one person's. Organizations are none: as
    many of them stand on cards.
    """
    count = sum(bool(row.anchors) and not row.kinds & _DETAILS for row in rows)
    columns: Counter[str] = Counter(kind for row in rows for kind in row.kinds - {"phone", "organization"})
    columns.update(f"phone {label_of(row.cells)}" for row in rows if "phone" in row.kinds)
    return count > 1 and count in columns.values()
