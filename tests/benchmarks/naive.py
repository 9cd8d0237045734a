"""Naive glue: what someone would write today from dateparser, phonenumbers, python-dateutil and `re`.

It is what people have now. Some of its dates are wrong.
"""

import datetime as dt
import re
from itertools import chain, repeat
from typing import Any

import phonenumbers
from dateparser.search import search_dates
from dateutil import parser

REFERENCE = re.compile(r"\b([A-Z]{2})\s?(\d{1,4})\s?-\s?(\d{4})\b")
EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")
BOLD = re.compile(r"\*\*([^*]+)\*\*[ \t]*(.*)")
QUOTE = re.compile(r'"([^"]{20,})"')


def parse(text: str) -> dict[str, Any]:
    """Return what can be had with little work from a release in Markdown."""
    lines = [line.rstrip() for line in text.splitlines()]
    headings = [(number, line.lstrip("# ").strip()) for number, line in enumerate(lines) if line.startswith("#")]
    kind = next((heading for _, heading in headings if "press release" in heading.lower()), None)
    end, last = next(((n, h) for n, h in headings if "contact" in h.lower()), (len(lines), None))
    start, title = next(
        ((n, h) for n, h in headings if "press release" not in h.lower() and n < end),
        (0, None),
    )
    reference = REFERENCE.search(text)
    date = release_date(lines[:start])
    body = "\n".join(line for line in lines[start + 1 : end] if line != "---").strip()
    return {
        "kind": kind,
        "reference": reference and {"prefix": reference[1], "number": int(reference[2]), "year": int(reference[3])},
        "date": date and date.date().isoformat(),
        "title": title,
        "body": body,
        "dates": body_dates(body, date),
        "contacts": contacts(lines[end + 1 :]),
        "organization": last and (last.upper().replace("CONTACTS", "").strip() or None),
        "quotes": QUOTE.findall(body),
    }


def release_date(lines: list[str]) -> dt.datetime | None:
    """Return the first of `lines` that dateutil takes for a date."""
    for line in lines:
        try:
            return parser.parse(line)
        except (ValueError, OverflowError):
            pass
    return None


def body_dates(body: str, date: dt.datetime | None) -> list[Any]:
    """Return what dateparser takes for dates, seen from the release date."""
    settings = {"RELATIVE_BASE": date} if date else None
    return search_dates(body, languages=["en"], settings=settings, add_detected_language=False) or []


def contacts(lines: list[str]) -> list[dict[str, str | None]]:
    """Return the people in `lines`, columns joined by position."""
    block = "\n".join(lines)
    phones = [
        phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
        for match in phonenumbers.PhoneNumberMatcher(block, "FR")
    ]
    people = [(name.strip(), role.strip()) for name, role in BOLD.findall(block) if "." not in name]
    roles = [role for _, role in people if role] or [
        line.strip()
        for line in lines
        if line.strip() and not any(mark in line for mark in "*@[") and not re.search(r"\d", line)
    ]
    emails = list(dict.fromkeys(EMAIL.findall(block)))
    columns = (chain(column, repeat(None)) for column in (roles, phones, emails))
    return [
        {"name": name, "role": role, "phone": phone, "email": email}
        for (name, _), role, phone, email in zip(people, *columns, strict=False)
    ]
