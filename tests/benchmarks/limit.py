"""The practical limit: the least work that gives the fields of the two seeds, and of no other release.

One pass over the lines, `str.find` and patterns led by digits or literals, frozen values; no rules, no spans of its own
making, no diagnostics, nothing general. Nobody would ship it. It marks what a parser on this interpreter can approach.
"""

import re
from collections.abc import Iterator

import attrs
import regex

ENGLISH = "January February March April May June July August September October November December"
FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
MONTHS = {name: n for names in (ENGLISH, FRENCH) for n, name in enumerate(names.split(), 1)}
LAST_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
YEARS = (("next year", 1), ("last year", -1), ("this year", 0))

REFERENCE = regex.compile(r"(PR|CP) ?(\d{1,4}) ?- ?(\d{4})\b")
DAY = regex.compile(rf"(\d{{1,2}})(?:er)? ({'|'.join(MONTHS)})(?: (\d{{4}}))?")
YEAR = regex.compile(r"(?:19|20)\d\d\b")
PHONE = regex.compile(r"(?:\+33 ?(?:\(0\))?|0) ?([1-9](?:[ .]?\d\d){4})")
NAME = regex.compile(r"\*\*([^*\n]+)\*\*[ ]*([^\n]*)")
SPEAKER = regex.compile(r"([A-Z][\w'-]+(?: [A-Z][\w'-]+)*) (?:commented|said|declared|added): $")
DOMAIN = re.compile(r"@[\w.-]+")


@attrs.frozen
class Contact:
    """A name with what stands in the same place of the other columns."""

    name: str
    role: str | None
    phone: str | None
    email: str | None


@attrs.frozen
class Date:
    """A date in the body: where it stands there, and its first and last day."""

    start: int
    end: int
    first: str
    last: str
    raw: str


@attrs.frozen
class Release:
    """The fields of a seed."""

    kind: str | None
    reference: tuple[str, int, int] | None
    date: str | None
    title: str | None
    body: str
    dates: tuple[Date, ...]
    contacts: tuple[Contact, ...]
    organization: str | None
    quotes: tuple[tuple[str | None, str], ...]


def parse(text: str) -> Release:
    """Return the fields of the seed `text`."""
    lines = [line.rstrip() for line in text.splitlines()]
    kind = reference = title = organization = None
    year, date, below_title, contacts = 0, None, 0, len(lines)
    for number, line in enumerate(lines):
        if not line:
            continue
        if line[0] == "#":
            heading = line.lstrip("# ")
            capitals = heading.upper()
            if capitals == "PRESS RELEASE":
                kind = "press_release"
            elif "CONTACT" in capitals:
                contacts = number
                organization = heading.replace("CONTACTS", "").strip() or None
                break
            elif title is None:
                title, below_title = heading, number
        elif title is None:
            if match := REFERENCE.match(line):
                reference = (match[1], int(match[2]), int(match[3]))
            elif line[0].isdigit() and (match := DAY.match(line)):
                year = int(match[3])
                date = f"{year}-{MONTHS[match[2]]:02d}-{int(match[1]):02d}"
    body = "\n".join(lines[below_title + 1 : contacts]).strip("\n -")
    dates = sorted(find_dates(body, year), key=_start)
    people = tuple(find_contacts(lines[contacts + 1 :]))
    return Release(kind, reference, date, title, body, tuple(dates), people, organization, tuple(find_quotes(body)))


def _start(date: Date) -> int:
    return date.start


def find_dates(body: str, year: int) -> Iterator[Date]:
    """Yield the dates in `body`, those of one form after the other; `year` is the release's."""
    used = set()
    for match in DAY.finditer(body):
        start = match.start()
        before = body.rfind(" ", 0, start - 1) + 1 if start else 0
        if body[before:start].endswith("day "):
            start = before
        day = f"{int(match[3] or year)}-{MONTHS[match[2]]:02d}-{int(match[1]):02d}"
        used.add(match.start(2))
        yield Date(start, match.end(), day, day, body[start : match.end()])
    for name, month in MONTHS.items():
        start = body.find(name)
        while start >= 0:
            if start not in used and body[start - 3 : start] in {"in ", "of "}:
                first = f"{year}-{month:02d}-"
                yield Date(start, start + len(name), f"{first}01", f"{first}{LAST_DAYS[month]}", name)
            start = body.find(name, start + 3)
    for match in YEAR.finditer(body):
        if body[match.start() - 3 : match.start()] == "in ":
            yield Date(*match.span(), f"{match[0]}-01-01", f"{match[0]}-12-31", match[0])
    for words, distance in YEARS:
        start = body.find(words)
        if start >= 0:
            named = year + distance
            yield Date(start, start + len(words), f"{named}-01-01", f"{named}-12-31", words)


def find_contacts(lines: list[str]) -> Iterator[Contact]:
    """Yield the people of the columns in `lines`."""
    names: list[str] = []
    roles: list[str | None] = []
    phones: list[str | None] = []
    emails: list[str | None] = []
    for line in lines:
        if not line:
            continue
        if line[0] == "*":
            match = NAME.match(line)
            if match and "." not in match[1]:
                names.append(match[1])
                if match[2]:
                    roles.append(match[2])
        elif "@" in line:
            emails.append(address(line))
        elif match := PHONE.search(line):
            phones.append("+33" + match[1].replace(" ", ""))
        else:
            roles.append(line)
    nothing: list[str | None] = [None] * len(names)
    for person in zip(names, roles + nothing, phones + nothing, emails + nothing, strict=False):
        yield Contact(*person)


def address(line: str) -> str:
    """Return the first e-mail address in `line`."""
    at = start = line.find("@")
    while start and (line[start - 1].isalnum() or line[start - 1] in "._+-"):
        start -= 1
    match = DOMAIN.match(line, at)
    return line[start : match.end() if match else at]


def find_quotes(body: str) -> Iterator[tuple[str | None, str]]:
    """Yield what stands between straight quotation marks, with the name before it."""
    start = body.find('"')
    while start >= 0:
        end = body.find('"', start + 1)
        if end < 0:
            return
        speaker = SPEAKER.search(body[max(0, start - 80) : start])
        yield speaker and speaker[1], body[start + 1 : end]
        start = body.find('"', end + 1)
