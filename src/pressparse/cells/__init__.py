"""What the cells of a contact line are: a name, a role, a desk, an organization, numbers, addresses."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

import regex

from pressparse.book import per_book
from pressparse.cells.headings import read_heading
from pressparse.cells.roles import is_desk, is_office, is_organization, is_role, organization_in
from pressparse.emails import EMAILS, Address, address_hits, address_sign
from pressparse.lexicon import Word, phrase, phrases, words_of
from pressparse.names import is_given, name_length
from pressparse.phones import Number, phone_hits
from pressparse.rules import match_at
from pressparse.stamps import RELEASE_DATES
from pressparse.text import View

CellKind = Literal[
    "name",
    "desk",
    "role",
    "organization",
    "phone",
    "email",
    "heading",
    "title",
    "label",
    "site",
    "postal",
    "date",
    "hidden",
    "other",
]


class Cell(NamedTuple):
    """A piece of a line: `[start, end)` of its text, what it is, and its number or address.

    `column` counts the borders of a table before it, `field` those and all wide gaps; `rule` is the rule that took it.
    """

    kind: CellKind
    start: int
    end: int
    column: int
    field: int
    rule: str
    value: Number | Address | None = None


_BORDER = regex.compile(
    r"""(?x)
      (?P<column> \| | </?t[dhr](?:\s[^<>]{0,400})?> )       # of a table
    | (?P<wide> (?: [ \xa0]{2,}+ | [ \xa0]?+\t )[ \xa0\t]*+ )
    | [ \xa0]++[-–—•·/l][ \xa0]++ | [–—] | ;                    # ` l `: a bar that lost its shape
    | \*\*++ | (?<=\S)[*_]++(?=\s|\Z) | (?<=\s|\A)[*_]++ | \\?<[^<>]{0,400}>
    | [ \xa0]?:(?=\s|\Z)
    | \[ | \]\([^()\s]{0,800}\) | \]
    """
)
_SITE = regex.compile(
    r"""(?xi)
    (?<! [\w@.-] )
    (?: (?: https?:// | www\. ) [^\s<>()\[\]|]{3,800}+
      | (?: [a-z\d-]{1,40}+ \. ){1,4}
        (?: fr|com|int|gov|org|eu|net|de|it|jp|es|uk|info|space|ch|be|ca|nl|aero|example ) (?! [\w@.-] )
        (?: / [^\s<>()\[\]|]*+ )?
      | @\w{2,30}+ (?!\.) | \#\w{2,40}+
    )
    """
)
_ENUMERATION = regex.compile(r"(?:\d{1,2}|[a-z])[.)][ \xa0]+(?=\p{Lu})")
# What is not printed: tags, and where links lead.
_MARKUP = regex.compile(r"<[^<>]{1,400}>|\]\([^()\s]{1,800}\)")
_HIDDEN = regex.compile(r"(?i)\[?(?:e-?mail|adresse e-?mail|courriel)[ \xa0](?:protected|protégée?)\]?")
_POSTAL = regex.compile(
    r"""(?xi)
    (?<!\w)
    (?: \d{1,4}+ [ ]? (?:bis|ter)? ,? [ ]
        (?:rue|avenue|av\.|place|boulevard|bd|quai|chemin|allée|route|impasse|via) [ ]
      | (?:rue|avenue|place|boulevard|quai|chemin|allée|via|piazza|calle) [ ] [\w'’ -]{2,40} [ ] \d{1,4} (?!\w)
      | \d{1,5}+ [ ] \w[\w. ]{2,40} [ ] (?:street|road|avenue|drive|lane)
      | [\w-]{2,30}(?:stra(?:ss|ß)e|platz|allee|weg|ring|damm|ufer) [ ] \d
      | (?-i: [A-Z]{2} | \p{Lu}\p{L}{2,9}\. ) [ ] \d{5} (?!\d)
      | (?:[A-Z]{1,2}-)? \d{5} [ ] (?-i:\p{Lu})\p{L} | b\.?p\.? [ ]? \d | cs [ ] \d{5} | cedex (?!\w) )
    """
)
_DASHES = frozenset(("", "-", "–", "—"))
_BLANKS = " \t\xa0\u202f\u2007\u2009\u200b"
_EDGES = _BLANKS + ",:|–—-•·*_>/\\&"
_LONGEST_PHRASE, _LONGEST_PIECE, _LONGEST_HOUSE = 4, 24, 2
_JOINTS = frozenset({"&", "and", "et", "und"})
_COMPANY = frozenset({"legal_forms", "organization_words", "countries"})
_PAIR = 2
_CALLED = frozenset({"desk", "heading"})
_LABELS = ("phone_labels", "line_labels", "address_labels", "site_labels", "column_labels")


@per_book(4096)
def read_cells(text: str) -> tuple[Cell, ...]:
    """Return the cells of the contact line `text`, in order; what none of them takes separates them."""
    hard = sorted(_hard_cells(text), key=lambda cell: cell.start)
    cells: list[Cell] = []
    number = _ENUMERATION.match(text)
    at, place = number.end() if number else 0, (0, 0)
    for cell in hard:
        if cell.start < at:
            continue
        label_start = cell.value.label_start if cell.value else cell.start
        place = _read_pieces(text, at, label_start, place, cells)
        cells.append(cell._replace(column=place[0], field=place[1]))
        words = cell.value.words if isinstance(cell.value, Address) else None
        if words:
            printed: list[Cell] = []
            _read_pieces(text, *words, place, printed)
            cells += [each for each in printed if each.kind != "other"]  # `[Write to Anna](mailto:…)`
        at = max(at, cell.value.closed if isinstance(cell.value, Number) else cell.end)
    _read_pieces(text, at, len(text), place, cells)
    cells = _with_owners(text, cells)
    return tuple(_beside_name(text, cells, at) if cell.kind in _CALLED else cell for at, cell in enumerate(cells))


def _with_owners(text: str, cells: list[Cell]) -> list[Cell]:
    """Return `cells`, the organizations known that stand beside headings, or beside the one name of a row."""
    kinds = [cell.kind for cell in cells]
    if len(cells) == _PAIR and "heading" in kinds:
        at = 1 - kinds.index("heading")
        if kinds[at] == "organization" or (kinds[at] == "other" and _is_owner(text, cells, at)):
            cells[at] = cells[at]._replace(kind="title", rule="behind-dash")
    elif kinds.count("title") > 1:  # `CNES press contact: … / DLR press contact: …`: whose is told by the place
        return [cell._replace(kind="organization") if cell.kind == "title" else cell for cell in cells]
    elif kinds.count("phone") == 1 and kinds.count("name") == _PAIR:  # `Jeanne Martin – Fjord Marine – 01 …`
        first = kinds.index("name")
        given = [is_given(words_of(text, cell.start)[0]) for cell in cells[first : first + _PAIR]]
        between = text[cells[first].end : cells[first + 1].start].strip(" :,(|")
        if kinds[first + 1] == "name" and between in _DASHES and given[0] != given[1]:
            cells[first + given[0]] = cells[first + given[0]]._replace(kind="organization")
    return cells


def _is_owner(text: str, cells: list[Cell], at: int) -> bool:
    """Tell whether the unknown word `cells[at]` behind a dash says whose a heading is: `Press contacts – Fjordsat`."""
    (word, *others) = words_of(text, cells[at].start, cells[at].end)
    if others or word.tables or not word.capital or text[cells[0].end : cells[1].start].strip() not in _DASHES:
        return False
    return any("desk_topics" in word.tables for word in words_of(text, cells[1 - at].start, cells[1 - at].end))


def _beside_name(text: str, cells: list[Cell], at: int) -> Cell:
    """Return the desk or heading `cells[at]`; next to a name it is what that person does, a desk before one also a
    heading (`Presse : …`).
    """
    cell = cells[at]
    before, after = (cells[place].kind if 0 <= place < len(cells) else None for place in (at - 1, at + 1))
    if cell.kind == "heading":
        told = after not in {"name", "title"} and (len(cells) > _PAIR or is_given(words_of(text)[0]))
        return cell._replace(kind="role", rule="behind-name") if told and before == "name" else cell
    if after == "name":
        called = ":" in text[cell.end : cells[at + 1].start] and not is_office(text[cell.start : cell.end])
        return cell._replace(kind="heading" if called else "role", rule="before-name")
    return cell._replace(kind="role", rule="behind-name") if before == "name" else cell


def _hard_cells(text: str) -> Iterator[Cell]:
    """Yield the cells that are told by their form alone; `end` may lie behind the value's own."""
    view = View.of(text)
    # Rules of others may know addresses by another mark.
    addresses = address_hits(view) if address_sign().search(text) or EMAILS.read().rules != EMAILS.rules else []
    for hit in addresses:
        yield Cell("email", hit.start, hit.end, 0, 0, hit.rule.name, hit.value)
    behind = [match.span() for match in _MARKUP.finditer(text)] if "<" in text or "](" in text else []
    if "." in text or "@" in text or "#" in text:
        for match in _SITE.finditer(text):
            yield Cell("site", *match.span(), 0, 0, "site")
    if "prot" in text:
        for match in _HIDDEN.finditer(text):
            yield Cell("hidden", *match.span(), 0, 0, "hidden")
    if any(map(str.isdigit, text)):
        taken = [*((hit.start, hit.end) for hit in addresses), *behind]
        for phone in phone_hits(view):
            if not any(start < phone.end and phone.start < end for start, end in taken):
                yield Cell("phone", phone.start, phone.value.end, 0, 0, phone.rule.name, phone.value)


def _read_pieces(text: str, start: int, end: int, place: tuple[int, int], cells: list[Cell]) -> tuple[int, int]:
    """Append the cells of `text[start:end]`, which holds no hard cell; return the column and the field it ends in."""
    at = start
    column, field = place
    for match in _BORDER.finditer(text, start, end):
        cells.extend(_piece(text, at, match.start(), (column, field)))
        at = match.end()
        column += match["column"] is not None
        field += match["column"] is not None or match["wide"] is not None
    cells.extend(_piece(text, at, end, (column, field)))
    return column, field


def _piece(text: str, start: int, end: int, place: tuple[int, int]) -> Iterator[Cell]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(_EDGES + "("))
    end -= len(piece) - len(piece.rstrip(_EDGES + "("))
    if place == (0, 1) and _is_date(text, start, end):
        yield Cell("date", start, end, *place, "date")
        return
    words = words_of(text, start, end) if start < end else []
    if len(words) > _LONGEST_PIECE:
        yield Cell("other", start, end, *place, "prose")
        return
    # `… au 01 …`, `… et Paul Roux`: words that only join the pieces.
    joints = ["small_words" in word.tables and not word.capital for word in words]
    words = words[joints.index(False) : len(joints) - joints[::-1].index(False)] if not all(joints) else []
    for kind, first, last in _kinds(text, words) if words else ():
        yield Cell(kind, words[first].start, _closed(text, words[first].start, words[last - 1].end), *place, kind)


def _is_date(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]`, behind a wide gap, is the date that a masthead prints beside its first contact."""
    if end < len(text) or not text[end - 2 : end].isdigit():
        return False
    hit = match_at(RELEASE_DATES.read(), View.of(text), start)
    return hit is not None and hit.end == end


def _closed(text: str, start: int, end: int) -> int:
    return end + 1 if text[end : end + 1] == ")" and "(" in text[start:end] else end


_Found = tuple[CellKind, int, int]


def _kinds(text: str, words: list[Word]) -> list[_Found]:
    """Return what `words` are: kind, first word, end."""
    end = len(words)
    if end <= _LONGEST_PHRASE and phrase(words) in _labels():
        return [("label", 0, end)]
    if end <= _LONGEST_HOUSE and not {phrase(words), words[0].folded}.isdisjoint(phrases("house_labels")):
        return [("postal", 0, end)]
    heading = read_heading(words)
    found: list[_Found] = [("heading", 0, heading.end)] if heading else []
    if heading and heading.title:
        found.append(("title", *heading.title))
    first = heading.end if heading else 0
    if first == end:
        return found
    if any(map(_may_be_postal, words)) and _POSTAL.search(text, words[first].start, words[-1].end):
        return [*found, ("postal", first, end)]
    return found + _people(text, words, first)


def _may_be_postal(word: Word) -> bool:
    return word.folded[:1].isdigit() or word.folded[-1:].isdigit() or word.folded == "cedex"


@per_book()
def _labels() -> frozenset[str]:
    return frozenset[str]().union(*(phrases(table) for table in _LABELS))


def _people(text: str, words: list[Word], first: int) -> list[_Found]:
    for start, end in _parts(text, words, first):
        at = start
        while at < end and "honorifics" in words[at].tables:
            at += 1
        length = 0 if _is_company(words[at:end]) else name_length(words[:end], at)
        if length and (start == first or is_given(words[at])):
            before = [(_title(words[first:start]), first, start)] if first < start else []
            return [*before, ("name", at, at + length), *_beside(text, words, at + length)]
    return [(_title(words[first:]), first, len(words))]


def _is_company(words: list[Word]) -> bool:
    """Whether `words` look like a name and are an organization: known, or closed by a word that says so (`Ltd`)."""
    marked = len(words) > 1 and not is_given(words[0]) and bool(words[-1].tables & _COMPANY) and words[-1].capital
    return organization_in(words) == (0, len(words)) or (marked and is_organization(words))


def _parts(text: str, words: list[Word], first: int) -> list[tuple[int, int]]:
    cuts: list[int] = []
    for at in range(first + 1, len(words)):
        between = text[words[at - 1].end : words[at].start]
        if between != " " and any(mark in between for mark in ",()/"):
            cuts.append(at)
    return list(zip([first, *cuts], [*cuts, len(words)], strict=True))


def _beside(text: str, words: list[Word], first: int) -> list[_Found]:
    """Return what stands behind a name in its cell: a role, an organization, both, and perhaps the next person."""
    found: list[_Found] = []
    if first < len(words) - 1 and words[first].folded in _JOINTS:
        first += 1
        if name_length(words, first) == len(words) - first and _title(words[first:]) == "other":
            return [("name", first, len(words))]  # `Jeanne Martin & Paul Roux`, whatever names they are
    while first < len(words) - 1 and "leads_to_office" in words[first].tables and not words[first].capital:
        first += 1  # `Jeanne Martin in the press office`
    for start, end in _parts(text, words, first) if first < len(words) else ():
        between = text[words[start - 1].end : words[start].start]
        closed = ")" in between or "/" in between
        if _is_next_person(words, start, end, closed=closed):
            return found + _people(text, words, start)
        kind = _title(words[start:end])
        if closed and kind == "desk":
            found.append((kind, start, end))
            continue
        if found and (kind in ("other", "desk") or kind == found[-1][0]):  # `Director, Media Relations`
            found[-1] = (found[-1][0], found[-1][1], end)
        else:
            found.append(("role" if kind == "desk" else kind, start, end))
    return found


def _is_next_person(words: list[Word], start: int, end: int, *, closed: bool) -> bool:
    """Whether the words are a name that opens a new entry: `Jeanne Martin (CNES), Paul Roux (DLR)`."""
    shouted = words[start - 1].acronym and words[end - 1].acronym and not words[start].acronym
    titled = "honorifics" in words[start].tables
    known = closed or shouted or titled or is_given(words[start])
    return known and name_length(words[:end], start + titled) == end - start - titled


def _title(words: list[Word]) -> CellKind:
    if is_role(words):
        return "role"
    if is_desk(words):
        return "desk"
    return "organization" if is_organization(words) else "other"
