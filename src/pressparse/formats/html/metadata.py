"""What a page says of itself beside its text: titles and dates, for checks alone."""

from __future__ import annotations

import datetime as dt
import html
import json
from typing import TYPE_CHECKING

import regex

from pressparse.formats.html.vocabulary import meta_field
from pressparse.formats.source import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborHTMLParser

_DAY = regex.compile(r"\s*(\d{4}-\d\d-\d\d)(?!\d)")
_JSON = regex.compile(r'"(?P<key>datePublished|headline)"\s*:\s*(?P<value>"(?:[^"\\\n]|\\[^\n]){1,400}+")')
_LONGEST_JSON = 100_000


def claims_of(tree: LexborHTMLParser) -> Iterator[Claim]:
    """Yield what `<title>`, `<meta>`, `<time>` and JSON-LD of the page say of its title and its date."""
    for node in tree.css("meta[content]"):
        said = node.attributes
        key = (said.get("property") or said.get("name") or said.get("itemprop") or "").lower()
        field = meta_field(key)
        if field:
            yield from _claims(field, said.get("content"), f"<meta {key}>")
    for node in tree.css("time[pubdate], time[itemprop=datePublished]"):
        yield from _claims("date", node.attributes.get("datetime"), "<time>")
    for node in tree.css('script[type="application/ld+json"]'):
        for match in _JSON.finditer(node.text()[:_LONGEST_JSON]):
            field = "title" if match["key"] == "headline" else "date"
            yield from _claims(field, _string(match["value"]), f"JSON-LD {match['key']}")
    title = tree.css_first("title")
    if title:
        yield from _claims("title", title.text(), "<title>")


def _claims(field: str, value: str | None, origin: str) -> Iterator[Claim]:
    words = " ".join((value or "").split())
    day = _DAY.match(words) if field == "date" else None
    if field == "title" and words:
        yield Claim("title", html.unescape(words), origin)
    elif day:
        try:
            yield Claim("date", dt.date.fromisoformat(day[1]), origin)
        except ValueError:  # 30 February
            return


def _string(literal: str) -> str | None:
    try:
        value: str = json.loads(literal)
    except ValueError:
        return None
    return value
