"""Headings of contact blocks: `CNES press contacts:`, « Pour plus d’informations, contacter ».

A heading is made of heading words with a key among them (`contact`), or begins with a phrase that needs none. What else
stands in it is an organization; or the heading ends where a person or a desk begins (`Press contact Jeanne Martin`).
"""

from collections.abc import Sequence
from typing import NamedTuple

from pressparse.cells.roles import is_desk, is_organization
from pressparse.lexicon import Word, openings, phrase, phrases

_LONGEST_PHRASE = 6
_LONGEST_AUDIENCE = 4
_PLAIN = frozenset({"heading_keys", "heading_words"})
_ARTICLES = frozenset({"the", "le", "la", "les", "l'", "our", "notre"})
_FOR = frozenset({"for", "pour", "fur"})
# Whom to contact stands behind these; `contacts` is never followed by an object.
_CALLS = frozenset({"contact", "contacter", "contactez", "call"})


class Heading(NamedTuple):
    """The words up to `end` are a heading; `title` bounds the organization among them."""

    end: int
    title: tuple[int, int] | None = None


def read_heading(words: Sequence[Word]) -> Heading | None:
    """Return the heading that `words` begin with."""
    keys = [at for at, word in enumerate(words) if "heading_keys" in word.tables]
    opening = _phrase_length(words)
    if not keys and not opening:
        return _for_whom(words) if words[0].folded in _FOR else None
    if desk := _called_desk(words, keys):
        return Heading(desk)
    plain = [bool(word.tables & _PLAIN) for word in words]
    if all(plain) or opening == len(words):
        return Heading(len(words))
    if _is_addressed(words):
        return Heading(len(words))
    lead = max(opening, plain.index(False))
    tail = len(words) - plain[::-1].index(False)
    if lead < tail and _is_owner(words, lead, tail):
        return Heading(len(words), (lead, tail))
    return Heading(lead) if opening or (keys and keys[0] < lead) else None


def _for_whom(words: Sequence[Word]) -> Heading | None:
    """Return the heading of an organization, or of one unknown word: `For CNES`, `Pour l'Ifremer`, `For Fjordsat`."""
    first = 1 + any(word.folded in _ARTICLES for word in words[1:2])
    name = words[first:]
    unknown = len(name) == 1 and name[0].capital and not name[0].tables
    return Heading(len(words), (first, len(words))) if unknown or is_organization(name) else None


def _is_addressed(words: Sequence[Word]) -> bool:
    """Whether `words` only say for whom the contact is: `Contact for schools and teachers`."""
    key, *rest = words
    for_whom = "heading_keys" in key.tables and len(rest) > 1 and rest[0].folded in _FOR
    return for_whom and len(rest) <= _LONGEST_AUDIENCE + 1 and not any(word.capital or word.stop for word in rest)


def _phrase_length(words: Sequence[Word]) -> int:
    known = phrases("heading_phrases")
    if not words or words[0].folded not in openings("heading_phrases"):
        return 0
    return next((n for n in range(min(len(words), _LONGEST_PHRASE), 0, -1) if phrase(words[:n]) in known), 0)


def _called_desk(words: Sequence[Word], keys: Sequence[int]) -> int:
    """Return where the desk begins that is to be called: `Contactez le service de presse du CNES`; else 0."""
    first = next((at + 1 for at in keys if words[at].folded in _CALLS), len(words))
    while first < len(words) and words[first].folded in _ARTICLES:
        first += 1
    rest = words[first:]
    return first if rest and is_desk(rest) and any("desk_nouns" in word.tables for word in rest) else 0


def _is_owner(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether `words[start:end]` is the organization whose contacts follow; an unknown name of one word only beside
    `press` or the like.
    """
    pressed = any("desk_topics" in word.tables for word in (*words[:start], *words[end:]))
    return is_organization(words[start:end]) or (pressed and end - start == 1 and words[start].capital)
