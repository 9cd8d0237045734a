"""A table in which a page prints its masthead: `| PRESS RELEASE | PR123-2020 |`, its rows read as lines of fields."""

from collections.abc import Container, Iterator, Sequence

import regex

from pressparse.lines import Line, undecorate
from pressparse.notes import is_table_rule
from pressparse.peeling import peel
from pressparse.profiles import Profile
from pressparse.text import View, join
from pressparse.words import fold, merged_vocabulary

_BAR = "|"
_BORDER = regex.compile(r"(?<!\\)\||<br\s{0,3}/?>", regex.IGNORECASE)
_IMAGE = regex.compile(r"!\[[^\[\]]{0,300}\]\([^()]{0,800}\)")
_LONGEST_LABEL = 40
_TAG_WORDS = 2
# What these stand before is no field without them: `Embargo`, `When`.
_TELLING = ("date_labels", "event_labels", "published", "updated", "embargo")


def rows_as_lines(lines: Sequence[Line], kept: Container[int], profiles: tuple[Profile, ...]) -> Sequence[Line]:
    """Return `lines`, the rows of tables among them as lines of fields; those at the indices `kept` stay what they are.

    Such a line has the row's cells with a bar between them, fields first, without empty ones and without labels; of a
    row of labels nothing is left.
    """
    if not lines or _BAR not in lines[0].content.given:
        return lines
    rows = _rows(lines)
    return [
        _line_of(line, profiles) if is_row and at not in kept else line
        for at, (line, is_row) in enumerate(zip(lines, rows, strict=True))
    ]


def _rows(lines: Sequence[Line]) -> Iterator[bool]:
    """Yield of each line whether it is a table's row: bars stand around it, or a rule below it, or a table above it."""
    inside = False
    for line, below in zip(lines, (*lines[1:], None), strict=True):
        text = line.text
        inside = _BAR in text and bool(
            text[0] == _BAR
            or text[-1] == _BAR
            or (inside and not line.gap)
            or (below is not None and not below.gap and is_table_rule(below.text))
        )
        yield inside and not is_table_rule(text)


def _line_of(line: Line, profiles: tuple[Profile, ...]) -> Line:
    cells = list(_cells(line.content))
    said = [cell for cell in cells if undecorate(cell).text and not _is_label(cell.text, "cell_labels")]
    if not said or all(_is_telling(cell.text) for cell in said):
        return line._replace(content=line.content.cut(0, 0), rule=True)
    bold = all(cell.text.startswith("**") and cell.text.endswith("**") for cell in said)
    plain = [undecorate(cell) for cell in said]
    if _is_telling(plain[0].text):
        return line._replace(content=join([join(plain[:2], ": "), *plain[2:]], " | "), apart=True)
    whole = [peel(cell, profiles).whole for cell in plain]
    fields = [cell for cell, is_field in zip(plain, whole, strict=True) if is_field]
    others = [cell for cell, is_field in zip(plain, whole, strict=True) if not is_field]
    said = [join(group, " | ") for group in (fields, others) if group]
    titled = others and others[0].text.count(" ") > _TAG_WORDS  # behind a bar stand tags
    return line._replace(content=join(said, " – " if titled else " | "), bold=bold, apart=True)


def _cells(row: View) -> Iterator[View]:
    done = 0
    for border in (*_BORDER.finditer(row.text), None):
        cell = row.cut(done, border.start() if border else len(row.text)).strip()
        if cell.text and not _IMAGE.fullmatch(cell.text):
            yield cell
        done = border.end() if border else done


def _is_telling(text: str) -> bool:
    return any(_is_label(text, table) for table in _TELLING)


def _is_label(text: str, table: str) -> bool:
    return len(text) <= _LONGEST_LABEL and fold(text).strip("*_ :.") in merged_vocabulary("masthead").meanings[table]
