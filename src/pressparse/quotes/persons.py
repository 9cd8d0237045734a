"""Persons in a phrase of running text: where their names stand, titles and possessives left out."""

from collections.abc import Iterator
from itertools import pairwise, takewhile

import regex

from pressparse.lexicon import Word, words_of
from pressparse.names import MOST_WORDS, is_given, name_length
from pressparse.quotes.sayings import addresses, word_list

Place = tuple[int, int]
POSSESSIVES = ("’s", "'s")

_GIVEN_NAME = regex.compile(r"(?<![\w'’-])\p{Lu}[\p{L}.’-]+\s(\p{Ll}{2,3}\s){0,2}\Z")
_LONGEST_GIVEN_NAME = 40
_FEWEST_LETTERS = 3
# How far back a full name may stand.
_REACH = 4000
_OF = ("de", "du", "des", "d'")


def person_in(text: str, start: int, end: int) -> Place | None:
    """Return where the first person's name of a phrase stands that is no possessive ("Aubertin’s deputy")."""
    names = _persons(text, start, end)
    return next((name for name in names if not text.startswith(POSSESSIVES, name[1])), None)


def persons_in(text: str, start: int, end: int) -> list[Place]:
    """Return where the persons' names of a phrase stand, in order; a surname alone counts behind its full name."""
    return list(_persons(text, start, end))


def _persons(text: str, start: int, end: int) -> Iterator[Place]:
    words = words_of(text, start, end)
    at = 0
    while at < len(words):
        may_be = words[at].capital and not _is_adjective(text, words, at)
        length = name_length(_row(text, words, at)) if may_be else 0
        if length and at and not words[at - 1].capital:
            ministry = _before_given_name(words, at, at + length)
            at, length = at + ministry, length - ministry
        titled = sum(1 for _ in takewhile(_is_title, words[at : at + length]))
        titled = next((n for n in range(length - 2, titled, -1) if _is_title(words[at + n - 1])), titled)
        if length > titled:
            last = words[at + length - 1]
            found = _without_possessive(text, words[at + titled].start, last.end - last.stop)
        elif may_be and not words[at].tables and _is_surname(text, words, at):
            found = _without_possessive(text, words[at].start, words[at].end - words[at].stop)
        else:
            found = None
        at += length or 1
        if found and not _is_of_role(text, words, at):
            yield found


def _is_title(word: Word) -> bool:
    return "honorifics" in word.tables or word.folded in addresses()


def _is_adjective(text: str, words: list[Word], at: int) -> bool:
    """Return whether the word at `at` goes on with the role before it: Présidente `Exécutive` du port."""
    if not at or "role_nouns" not in words[at - 1].tables or is_given(words[at]):
        return False
    return any(word.folded in _OF for word in _row(text, words, at - 1)[2:3])


def _is_of_role(text: str, words: list[Word], at: int) -> bool:
    """Return whether what ends before the word at `at` is part of a role: New `Horizons` Mission Manager Gerry Holm."""
    is_role = False
    while at < len(words) and not text[words[at - 1].end : words[at].start].strip():
        if is_role and name_length(_row(text, words, at)):
            return True
        joins = is_role and words[at].folded == "and"
        is_role = "role_nouns" in words[at].tables
        if not (is_role or joins or words[at].capital):
            break
        at += 1
    return False


def _row(text: str, words: list[Word], at: int) -> list[Word]:
    """Return the words from `at` on that no comma, bracket or other mark parts, as many as a name may have."""
    row = words[at : at + MOST_WORDS]
    parted = (n for n, (one, other) in enumerate(pairwise(row), 1) if text[one.end : other.start].strip())
    return row[: next(parted, None)]


def _before_given_name(words: list[Word], at: int, end: int) -> int:
    """Return how many words of a name belong to the role before it: Minister for `Investment` Gerry Holm."""
    shortest = at > 1 and "role_nouns" in words[at - 2].tables and end - at > len(("given", "surname"))
    given = next((place for place in range(at, end - 1) if is_given(words[place])), at + shortest)
    return given - at if name_length(words[:end], given) == end - given else 0


def _is_surname(text: str, words: list[Word], at: int) -> bool:
    word = words[at]
    return _is_known_surname(text, word.start, word.end) or (_is_addressed(text, words, at) and not word.acronym)


def _is_addressed(text: str, words: list[Word], at: int) -> bool:
    """Return whether the word at `at` stands alone behind an office by which one is addressed: President Kermor."""
    office, *row = _row(text, words, at - 1) if at else words[:1]
    known = office.capital and text[office.start : office.end].lower() in word_list("styles")
    return known and len(row) > 0 and not any(word.capital for word in row[1:2])


def _is_known_surname(text: str, start: int, end: int) -> bool:
    """Return whether the word is the last of a name that was printed in full before."""
    first, last = _without_possessive(text, start, end)
    word = text[first:last].rstrip(".")
    if len(word) < _FEWEST_LETTERS or word.isupper():
        return False
    earlier = text.find(word, max(0, start - _REACH), start)
    given = _GIVEN_NAME.search(text, max(0, earlier - _LONGEST_GIVEN_NAME), earlier) if earlier > 0 else None
    # Director of `Launchers`
    return given is not None and not (given[1] and "role_nouns" in words_of(given[0])[0].tables)


def _without_possessive(text: str, start: int, end: int) -> Place:
    return start, end - len("’s") if text[start:end].endswith(POSSESSIVES) else end


def trimmed(text: str, start: int, end: int) -> Place:
    """Return `[start, end)` without outer blanks and without the stop of a sentence."""
    piece = text[start:end]
    stops = "" if text[end : end + 1] == "," else ".!?…"
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip().rstrip(stops))
