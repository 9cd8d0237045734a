"""What other libraries find in the same releases: trafilatura as a web page, dateparser in the running text.

Both are optional: what is not installed is not scored. They are compared only on fields they have, and dateparser's
dates only by their first day, since it knows no periods.
"""

import datetime as dt
import html
import importlib.util
import re
from collections.abc import Callable, Iterable
from importlib.metadata import version
from itertools import islice
from typing import Any, TypeAlias

from golden import Case
from scoring import Record, Score, scores

Table: TypeAlias = dict[str, dict[str, tuple[Score, Score]]]
_HEADING = re.compile(r"#+\s*+(.*+)", re.DOTALL)
_MASTHEAD_LINES = 12


def compared(cases: Iterable[Case], records: dict[str, Record]) -> Table:
    """Return for every installed library and field its score and, on the same values, that of `records`."""
    cases = tuple(cases)
    table: Table = {}
    for library, (fields, read) in _LIBRARIES.items():
        if importlib.util.find_spec(library) is None:
            continue
        wanted = [_days(case.wanted, fields) for case in cases]
        theirs = scores(zip(wanted, (read(case) for case in cases), strict=True))
        ours = scores(zip(wanted, (_days(records[case.name], fields) for case in cases), strict=True))
        table[f"{library} {version(library)}"] = {field: (theirs[field], ours[field]) for field in fields}
    return table


def _days(record: Record, fields: tuple[str, ...]) -> Record:
    """Return `fields` of `record`, of its dates only the first day."""
    kept: dict[str, Any] = {key: record[key] for key in fields if key in record}
    if "dates" in kept:
        kept["dates"] = [_day(item["start"]) for item in kept["dates"] if item.get("start")]
    return kept


def _day(start: str) -> Record:
    return {"raw": None, "start": start, "end": None}


def _page(text: str) -> str:
    """Return `text` as a simple web page: headings as such, every other block a paragraph."""
    blocks = [block.strip() for block in re.split(r"\n\s*\n", text) if block.strip()]
    body = []
    for block in blocks:
        heading = _HEADING.fullmatch(block)
        tag, inner = ("h1", heading[1]) if heading else ("p", block)
        body.append(f"<{tag}>{'<br>'.join(html.escape(line.strip()) for line in inner.splitlines())}</{tag}>")
    return f"<html><body><article>{''.join(body)}</article></body></html>"


def _trafilatura(case: Case) -> Record:
    document = importlib.import_module("trafilatura").bare_extraction(_page(case.text), with_metadata=True)
    if document is None:
        return {"title": None, "date": None, "paragraphs": []}
    lines = (document.text or "").splitlines()
    return {"title": document.title, "date": document.date, "paragraphs": [{"text": line} for line in lines]}


def _dateparser(case: Case) -> Record:
    lines = (line for line in case.text.splitlines() if line.strip())
    masthead = _found("\n".join(islice(lines, _MASTHEAD_LINES)), case, anchor=None)
    passages = [passage["text"] for passage in case.wanted.get("paragraphs", ())]
    released = case.wanted.get("date")
    anchor = None if released is None else dt.datetime.fromisoformat(released)
    days = [day for passage in passages for day in _found(passage, case, anchor)]
    return {"date": masthead[0] if masthead else None, "dates": [_day(day) for day in days]}


def _found(text: str, case: Case, anchor: dt.datetime | None) -> list[str]:
    settings: dict[str, Any] = {"PREFER_DAY_OF_MONTH": "first", "DATE_ORDER": "DMY"}
    if anchor is not None:
        settings["RELATIVE_BASE"] = anchor
    hits = importlib.import_module("dateparser.search").search_dates(text, languages=[case.language], settings=settings)
    return [moment.date().isoformat() for _, moment in hits or ()]


_LIBRARIES: dict[str, tuple[tuple[str, ...], Callable[[Case], Record]]] = {
    "trafilatura": (("title", "date", "paragraphs"), _trafilatura),
    "dateparser": (("date", "dates"), _dateparser),
}
