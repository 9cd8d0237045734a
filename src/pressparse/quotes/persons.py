"""Persons in running text: where their names stand, titles and possessives left out; whom a pronoun or function means.

What stands for a name means the person of an earlier mention.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

import regex

from pressparse.lexicon import Word, words_of
from pressparse.names import MOST_WORDS, is_given, name_length
from pressparse.quotes.sayings import (
    addresses,
    each_word,
    is_capital,
    is_function,
    pattern,
    phrase_length,
    word_list,
    words_in,
)

Place = tuple[int, int]
POSSESSIVES = ("’s", "'s")

_GIVEN_NAME = regex.compile(r"(?<![\w'’-])\p{Lu}[\p{L}.’-]+\s(\p{Ll}{2,3}\s){0,2}\Z")
_LONGEST_GIVEN_NAME = 40
_FEWEST_LETTERS = 3
# How far back a full name may stand.
_REACH = 4000
_OF = ("de", "du", "des", "d'")
_SENTENCE = r"(?: [^.!?\n] | [.!?] (?!\s) | (?<= \b (?: M | {titles} ) ) \. (?=\s\p{Lu}) )++"
_WORD = regex.compile(r"\w{3,}")
_MARKS = ' \n\xa0\u202f.!?…»”’"'
_JOINTS = ("and", "et", "&")
# Of so many sentences with names the last ones may tell who has a function.
_MOST = 40
_SMALL_WORDS = frozenset({"the", "des", "les", "who", "and", "for", "aux", "une"})


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


class Mentioned(NamedTuple):
    """A sentence that names persons: where it stands, and where their names do."""

    start: int
    end: int
    names: list[Place]


def mentions_of_persons(text: str) -> tuple[Mentioned, ...]:
    """Return the sentences of `text` that name persons, in order."""
    found = (Mentioned(*match.span(), persons_in(text, *match.span())) for match in pattern(_SENTENCE).finditer(text))
    return tuple(sentence for sentence in found if sentence.names)


def antecedent(text: str, sentences: Sequence[Mentioned], since: int, before: int) -> Place | None:
    """Return where the name stands of the subject of the sentence that ends at `before`; `None` if that names none.

    Sentences that begin with a pronoun have the subject of the one before them; what stands before `since` is not read.
    """
    following = before
    for sentence in _latest(sentences, before):
        start = max(sentence.start, since)
        if sentence.end <= since or not _same_subject(text, sentence.end, following):
            return None
        if not _begins_with_pronoun(text, start, sentence.end):
            first = bisect_left(sentence.names, (start, start))
            return _subject(text, start, sentence.names[first : first + 2])
        following = start
    return None


def is_latter(text: str, place: Place) -> bool:
    """Return whether the pronoun at `place` means whoever is named last: « ce dernier »."""
    return phrase_length(words_in(text, *place), "latter") > 0


def last_named(text: str, sentences: Sequence[Mentioned], before: int) -> Place | None:
    """Return where the name stands that was printed last before `before`; `None` if something else may be meant.

    That may be where behind the name the sentence goes on with other names: "X toured the Institute. The latter said".
    """
    sentence = next(iter(_latest(sentences, before)), None)
    if sentence is None:
        return None
    name = [name for name in sentence.names if name[1] <= before][-1]
    rest = text[name[1] : min(sentence.end, before)]
    words = words_in(rest, 0, len(rest))
    when_or_where = word_list("no_roles") - word_list("auxiliaries")
    apart = not words or rest.lstrip()[0] in ",(" or words[0].small in when_or_where
    return name if apart or rest.islower() else None


def only_person(text: str, sentences: Sequence[Mentioned], before: int) -> Place | None:
    """Return where the first name stands of the only person named before `before`; `None` if there are more."""
    names = [name for sentence in _latest(sentences, before) for name in sentence.names if name[1] <= before]
    surnames = {text[slice(*name)].rsplit(None, 1)[-1] for name in names}
    return min(names) if len(surnames) == 1 else None


def _same_subject(text: str, start: int, end: int) -> bool:
    """Return whether all sentences that end in `[start, end)` begin with a pronoun."""
    found = (match.span() for match in pattern(_SENTENCE).finditer(text, start, end))
    whole = ((first, last) for first, last in found if last < end and text[first:last].strip(_MARKS))
    return all(_begins_with_pronoun(text, *place) for place in whole)


def _begins_with_pronoun(text: str, start: int, end: int) -> bool:
    return any(word.small in word_list("pronouns") for word in islice(each_word(text, start, end), 1))


def _subject(text: str, start: int, names: Sequence[Place]) -> Place | None:
    """Return the first of `names` if it is the subject of its sentence: only its titles stand before it."""
    if not names or any(text[names[0][1] : other[0]].strip() in _JOINTS for other in names[1:2]):
        return None
    name = names[0]
    if text.startswith(POSSESSIVES, name[1]):
        return None
    words = words_in(text, start + text[start : name[0]].rfind(",") + 1, name[0])
    small = [word.small for word in words]
    led = phrase_length(words, "topics")
    del words[:led], small[:led]
    while small and small[0] in word_list("conjunctions"):
        del words[0], small[0]
    if small and small[-1] in word_list("copulas"):  # `The project manager is X.`
        return name if any(map(is_function, words)) else None
    if small and (small[0] in word_list("no_roles") or small[-1] in word_list("no_roles")):
        return None
    determiners, inner = word_list("articles") | word_list("possessives"), word_list("no_roles")
    titles = (
        is_capital(text, word) or is_function(word) or word.small in determiners | inner or before in determiners
        for word, before in zip(words, ["", *small], strict=False)
    )
    return name if all(titles) else None


def _latest(sentences: Sequence[Mentioned], before: int) -> Sequence[Mentioned]:
    """Return those of `sentences` that stand nearest before `before`, the nearest first."""
    end = bisect_left(sentences, before, key=_first_name_end)
    return sentences[max(0, end - _MOST) : end][::-1]


def _first_name_end(sentence: Mentioned) -> int:
    return sentence.names[0][1]


def holder(text: str, function: Place, sentences: Sequence[Mentioned], before: int) -> Place | None:
    """Return where the name stands of who has the `function` at a place.

    The latest of `sentences` before `before` that has all its words tells: by the name that they follow behind a comma,
    else by the one they lead to, else by its first.
    """
    wanted = _long_words(text[slice(*function)])
    for start, end, names in _latest(sentences, before):
        end = min(end, function[0])  # noqa: PLW2901 - its own words prove nothing
        if wanted <= _long_words(text[start:end]):
            return _with_role(text, wanted, names, end) or _with_title(text, wanted, names, start) or names[0]
    return None


def _with_role(text: str, wanted: frozenset[str], names: list[Place], end: int) -> Place | None:
    ends = [start for start, _ in names[1:]] + [end]
    roles = ((name, text[name[1] : stop]) for name, stop in zip(names, ends, strict=True))
    return next((name for name, role in roles if role.startswith((",", " (")) and wanted <= _long_words(role)), None)


def _with_title(text: str, wanted: frozenset[str], names: list[Place], start: int) -> Place | None:
    starts = [start] + [end for _, end in names[:-1]]
    titles = ((name, text[stop : name[0]].rpartition(",")[2]) for name, stop in zip(names, starts, strict=True))
    return next((name for name, title in titles if wanted <= _long_words(title)), None)


def _long_words(phrase: str) -> frozenset[str]:
    return frozenset(_WORD.findall(phrase.lower())) - _SMALL_WORDS
