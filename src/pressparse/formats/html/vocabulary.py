"""What pages call their parts, and what they print above lists of other pages: `data/pages.toml`."""

from functools import cache, lru_cache
from typing import Any, Literal

import regex

from pressparse.words import fold, words_in

# Classes are words between hyphens, underscores and capitals: `social-share`, `block__share`, `shareButtons`.
_CAMEL = regex.compile(r"(?<=[a-z])(?=[A-Z])")
# `banner__date` is the date in a banner, which is left behind, or not, by its own name.
_BLOCK = regex.compile(r"[^\s_]++(?:_[^\s_]++)*+__(?=[^\W_])")
# Hidden on one kind of screen and shown on another: `hidden lg:block`, `d-none d-md-flex`.
_ELSEWHERE = regex.compile(r":|\bd-\w+-\w")
_WHOLE_WORDS = ("strong", "weak", "linking", "captions", "contacts")
_LONGEST_NAMES = 400
_LONGEST_HEADING = 60
_TABLES = "pages.toml"


def names(class_: str | None, id_: str | None) -> frozenset[str]:
    """Return what the attributes `class` and `id` say of their element, by the names of tables of `data/pages.toml`."""
    return _names((class_ or "")[:_LONGEST_NAMES], (id_ or "")[:_LONGEST_NAMES]) if class_ or id_ else frozenset()


@cache
def _pattern() -> regex.Pattern[str]:
    lists: dict[str, Any] = {name: sorted(words_in(_TABLES)[name]) for name in ("stems", *_WHOLE_WORDS)}
    words = " | ".join(rf"(?P<{name}> \L<{name}> )" for name in _WHOLE_WORDS)
    return regex.compile(rf"(?x) (?<![a-z]) (?: (?P<stems> \L<stems> ) | (?: {words} ) (?![a-z]) )", **lists)


@lru_cache(maxsize=4096)  # a page repeats the same few classes, and so do the pages of a site
def _names(class_: str, id_: str) -> frozenset[str]:
    words = _CAMEL.sub("-", _BLOCK.sub("", f"{class_} {id_}")).lower()
    found = {match.lastgroup or "" for match in _pattern().finditer(words)}
    if "stems" in found:
        found.add("strong")
    tables = words_in(_TABLES)
    if not tables["hidden"].isdisjoint(class_.split()) and not _ELSEWHERE.search(class_):
        found.add("hidden")
    if not tables["site"].isdisjoint((*class_.lower().split(), id_.lower())):
        found.add("site")
    return frozenset(found)


def meta_field(key: str) -> Literal["title", "date"] | None:
    """Return what the `<meta>` element named `key` tells, `None` for what no record has."""
    tables = words_in(_TABLES)
    if key in tables["meta_dates"]:
        return "date"
    return "title" if key in tables["meta_titles"] else None


def is_related(heading: str) -> bool:
    """Tell whether `heading` stands above a list of other pages."""
    return len(heading) <= _LONGEST_HEADING and fold(heading).strip(" :…>»") in words_in(_TABLES)["related"]


def is_mailing(words: str) -> bool:
    """Tell whether `words` are the link of a newsletter or page to itself: `View in browser`, `Version imprimable`."""
    return len(words) <= _LONGEST_HEADING and fold(words).strip(" :…>»|.") in words_in(_TABLES)["mailing"]


def calls_for_contact(words: str) -> bool:
    """Tell whether a word of `words` is what blocks of contacts are called."""
    return not words_in(_TABLES)["contacts"].isdisjoint(fold(words).replace(":", " ").split())
