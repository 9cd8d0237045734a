"""What was found, for people: a line for each of several releases, everything that matters of one."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from pressparse.commands.console import COLORS, one_line
from pressparse.model import Contact, DateExpression, Quote, Release

_LONGEST_QUOTE = 300
_COLUMNS = {"Reference": 12, "Date": 10, "Contacts": 8, "Findings": 8}
_GAP = 2


def line_of(release: Release, width: int, *, heading: bool) -> Text:
    """Return the line about one of several releases, `width` columns wide; that of the first has the `heading`."""
    source = min(36, max(12, width // 4))
    title = max(10, width - source - sum(columns + _GAP for columns in _COLUMNS.values()) - _GAP)
    widths = (source, *_COLUMNS.values(), title)
    names = (Text(name, style="bold") for name in ("Source", *_COLUMNS, "Title"))
    return Text("\n").join([_line(cells, widths) for cells in ([names] if heading else []) + [_cells(release, source)]])


def _line(cells: Iterable[Text], widths: Iterable[int]) -> Text:
    line = Text(no_wrap=True)
    for cell, width in zip(cells, widths, strict=True):
        cell.truncate(width, overflow="ellipsis", pad=True)
        line.append_text(cell).append(" " * _GAP)
    line.rstrip()
    return line


def _cells(release: Release, width: int) -> Iterator[Text]:
    yield Text(_tail(one_line(release.source or "-"), width))
    yield Text(one_line(release.reference.canonical) if release.reference else "–")
    yield Text(release.date.isoformat() if release.date else "–")
    yield Text(str(len(release.contacts)))
    doubts = sum(found.severity != "info" for found in release.diagnostics)
    yield Text(str(doubts) if doubts else "", style="yellow")
    yield Text(one_line(release.title or "–"))


def _tail(text: str, width: int) -> str:
    """Return the end of `text`, where paths differ."""
    return text if len(text) <= width else f"…{text[1 - width :]}"


def page_of(release: Release) -> RenderableType:
    """Return what is to be known about `release`, one line or table for each part that it has."""
    parts = [
        Text(one_line(release.kicker or ""), style="cyan"),
        Text(one_line(release.headline or "(no title)"), style="bold"),
        Text(" · ".join(_facts(release)), style="green"),
        *_section("Contacts", map(_contact, release.contacts)),
        *_section("Dates", map(_date, release.dates)),
        *_section("Quotes", map(_quote, release.quotes)),
        *_section("Findings", _findings(release)),
    ]
    return Group(*(part for part in parts if part))


def _facts(release: Release) -> Iterator[str]:
    facts = (
        release.reference and release.reference.canonical,
        release.kind and release.kind.replace("_", " "),
        release.place,
        release.date and release.date.isoformat(),
        release.embargo and f"embargo {release.embargo.isoformat()}",
        *(issuer.name for issuer in release.issuers),
        f"profile {release.profile}",
        release.language and f"language {release.language}",
    )
    return (one_line(fact) for fact in facts if fact)


def _section(name: str, rows: Iterable[tuple[Text, ...]]) -> Iterator[RenderableType]:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    for row in rows:
        table.add_row(*row)
    if table.row_count:
        yield Text(f"\n{name}", style="bold")
        yield Padding(table, (0, 0, 0, 2))


def _contact(contact: Contact) -> tuple[Text, ...]:
    about = ", ".join(part for part in (contact.role, contact.organization) if part)
    numbers = ", ".join(phone.e164 or phone.raw for phone in contact.phones)
    addresses = ", ".join(email.address for email in contact.emails)
    return (_text(contact.name or "(nobody’s)", "cyan"), _text(about), _text(numbers), _text(addresses))


def _date(date: DateExpression) -> tuple[Text, ...]:
    days = "?" if date.start is None else f"{date.start}" if date.start == date.end else f"{date.start} – {date.end}"
    return (_text(date.raw, "cyan"), _text(days), _text(date.basis, "dim"))


def _quote(quote: Quote) -> tuple[Text, ...]:
    text = quote.text if len(quote.text) <= _LONGEST_QUOTE else f"{quote.text[: _LONGEST_QUOTE - 1]}…"
    return (_text(quote.speaker or "(nobody named)", "cyan"), _text(text))


def _findings(release: Release) -> Iterator[tuple[Text, ...]]:
    for found in release.diagnostics:
        yield (
            _text(found.severity, COLORS[found.severity]),
            _text(found.code),
            _text(found.field),
            _text(found.message),
        )


def _text(text: str, style: str = "") -> Text:
    return Text(one_line(" ".join(text.split())), style=style)
