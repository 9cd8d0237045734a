"""Persons' names: how one is built, and where running text proves one."""

from unicodedata import normalize

import attrs
import regex

from pressparse.book import per_book
from pressparse.lexicon import Word, words_of
from pressparse.rules import Rule, RuleTable, find_all
from pressparse.text import Span, View
from pressparse.words import merged_vocabulary

MOST_WORDS = 7
_FEWEST_PARTS = 2
_LONGEST_ACRONYM = 5
# What a person is not called: these tables hold the other words of contact lines.
_OTHERS = frozenset(
    {"not_names", "role_nouns", "role_words", "desk_nouns", "desk_topics", "heading_keys", "organization_words"}
)
_OWN = "given"


@attrs.frozen(kw_only=True)
class Name:
    """A person's name: with plain blanks and composed accents, and as printed."""

    text: str
    raw: str
    span: Span
    rule: str


def name_length(words: list[Word], start: int = 0) -> int:
    """Return how many of `words`, from `start` on, make one person's name, given name and surname at least; else 0."""
    end = full = start
    parts = 0
    for word in words[start : start + MOST_WORDS]:
        end += 1
        if full > start and "particles" in word.tables and not word.capital:
            continue
        if full == end - 1 > start and "suffixes" in word.tables and parts >= _FEWEST_PARTS:
            return end - start
        if not _is_part(word, words[start:full]):
            break
        full = end
        parts += not (word.initial and parts >= _FEWEST_PARTS)
        if word.stop:
            break
    return full - start if parts >= _FEWEST_PARTS and not words[full - 1].initial else 0


def is_given(word: Word) -> bool:
    """Whether `word` is a known given name, or a double one of such (`Anne-Sophie`)."""
    return "given" in word.tables or ("-" in word.folded and not _given().isdisjoint(word.folded.split("-")))


def _is_part(word: Word, before: list[Word]) -> bool:
    if word.initial:
        return bool(before) or word.end - word.start > 1
    if not word.capital or (
        word.tables & _OTHERS
        and _OWN not in word.tables
        and not (before and "particles" in word.tables)
        and not _is_surname(word, before)
    ):
        return False
    return not word.acronym or not _is_organization(word, before)


def _is_surname(word: Word, before: list[Word]) -> bool:
    """Whether `word`, a month or a town, is a surname: it stands right behind one known given name (`Paul Mars`)."""
    if "surnames" not in word.tables or len(before) != 1:
        return False
    return is_given(before[0]) and word.start - before[0].end == 1


def _is_organization(word: Word, before: list[Word]) -> bool:
    """Whether `word`, in capitals, is no surname: `Jeanne Martin OHB`, `Jeanne MARTIN CNES`; not `Jean Pierre ROY`."""
    if word.tables & {"organizations", "legal_forms"} and (not before or len(before) >= _FEWEST_PARTS):
        return True
    written = [part for part in before if not part.initial and "particles" not in part.tables]
    ended = len(written) >= _FEWEST_PARTS and not any(part.acronym or "given" in part.tables for part in written[1:])
    return ended and word.end - word.start <= _LONGEST_ACRONYM


def name_text(raw: str) -> str:
    """Return a printed name, role or organization as a value: plain single blanks, composed accents."""
    return normalize("NFC", " ".join(raw.split()))


def _proven(match: regex.Match[str]) -> tuple[int, int] | None:
    """Return where in a row of capitalized words a name stands that a title, a known given name or an initial opens."""
    words = words_of(match.string, *match.span())
    for start, word in enumerate(words):
        titled = start and "honorifics" in words[start - 1].tables
        length = name_length(words, start) if titled or word.initial or is_given(word) else 0
        if length:
            last = words[start + length - 1]
            return word.start, last.end - last.stop
    return None


@per_book()
def _given() -> frozenset[str]:
    return frozenset(merged_vocabulary("names").meanings["given"])


RULES: tuple[Rule[tuple[int, int]], ...] = (
    Rule(
        name="proven",
        pattern=r"""
        (?<! [\w'’.-] )
        \p{Lu}[\p{L}\p{M}'’.-]*+
        (?: \s (?: \L<particles>\s? ){0,3} \p{Lu}[\p{L}\p{M}'’.-]*+ ){1,7}+
        """,
        build=_proven,
        examples=("⟨Jeanne Martin⟩", "Dr Masaki Kuroda", "J.-P. Martin", "Jean-Luc de La Tour", "Jeanne MARTIN"),
        rejects=("Paris Air Show", "jeanne martin", "xJeanne Martin", "Mars Express", "Jeanne"),
    ),
)
NAMES = RuleTable(name="names", rules=RULES)


def find_names(text: str | View) -> tuple[Name, ...]:
    """Return the persons' names of `text` that are proven by a title, a known given name or an initial, in order."""
    view = View.of(text)
    found = (hit.value for hit in find_all(NAMES.read(), view))
    return tuple(
        Name(text=name_text(view.text[start:end]), raw=view.raw(start, end), span=view.span(start, end), rule="proven")
        for start, end in found
    )
