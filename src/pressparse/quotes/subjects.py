"""Subjects: who a phrase beside a verb of saying names, with the role, or the word that stands for a name.

A subject is a name, with or without a role beside it; a function ("the President of CNES"); a pronoun.
"""

from collections.abc import Sequence
from itertools import dropwhile, pairwise
from typing import NamedTuple

import regex

from pressparse.lexicon import words_of
from pressparse.names import is_given
from pressparse.quotes.persons import Place, person_in, persons_in, trimmed
from pressparse.quotes.sayings import Word, addresses, is_capital, is_function, phrase_length, word_list, words_in

# A role before a name that no word of the vocabulary tells is no longer than this.
_LONGEST_TITLE = 3
_PHRASE = regex.compile(r"(?:[^,;:()–—]++|,(?=[ ](?:Inc|Ltd|LLC|Corp|LLP|S\.A|SA|AG)\b))++")
_OF = (" of ", " de ", " du ", " d’", " d'")
_JOINTS = ("and ", "et ", "& ")
# A part of a role may begin with these: ministre de X, `de la` Y `et de` Z.
_AND_OF = regex.compile(r"(?:(?:and|et)\s)?(?:d(?:[eu]|es)\s(?:la\s|l['’])?|d['’])?")
# What stands between two names that speak together: "X and Y", "X, President of Z, and Y".
_JOINT = regex.compile(r"(?:,[^,.;:]++,|\s\([^()]++\))?\s*+(?:and|et|&)\s(?:[\w’'-]++\s)*+")


class Attribution(NamedTuple):
    """Who is said to speak, as places in the text: `name`, `role`, and what stands for a name, a pronoun or function.

    `end` is where its sentence ends.
    """

    end: int
    name: Place | None = None
    role: Place | None = None
    stand_in: Place | None = None


def subject_behind(text: str, start: int, end: int) -> Attribution:
    """Return the subject with which `[start, end)` begins."""
    phrases = _phrases(text, start, end)
    if not phrases:
        return Attribution(end)
    first = phrases[0]
    name = person_in(text, *first)
    if name:
        role = _words_before(text, first[0], name[0]) or _role(text, phrases[1:])
        return Attribution(end, name, role)
    role = _function(text, *first)
    for at in range(1, len(phrases) if role else 0):
        if (name := person_in(text, *phrases[at])) and name[0] == phrases[at][0]:
            return Attribution(end, name, _role_before(text, phrases[:at]))
        if not _goes_on(text, phrases[at - 1][1], *phrases[at]):
            break
    return Attribution(end, role=role, stand_in=role or _pronoun(text, words_in(text, *first)))


def subject_before(text: str, start: int, end: int) -> Attribution:
    """Return the subject with which `[start, end)`, a sentence up to its verb, ends."""
    phrases = _phrases(text, start, end)
    if not phrases:
        return Attribution(end)
    last = phrases[-1]
    words = [word for word in words_in(text, *last) if word.small not in word_list("auxiliaries")]
    if pronoun := _pronoun(text, words[-2:]) or _pronoun(text, words[-1:]):
        return Attribution(end, stand_in=pronoun)
    joined = [word.small in word_list("conjunctions") for word in words]
    if joined[-1:] == [True] and not all(joined):
        return _subject_of_two_verbs(text, phrases)
    names = persons_in(text, *last)
    if names and not _is_of_role(text, phrases, names[-1][0], end):
        return _named(text, phrases, len(phrases) - 1, names[-1])
    function = _title(text, *last) or _function(text, *last)
    for at in range(len(phrases) - 2, -1, -1):
        if names := persons_in(text, *phrases[at]):
            role = _role(text, phrases[at + 1 :]) if names[-1][1] == phrases[at][1] else None
            if function and not (role and role[1] >= last[1]):
                break
            return _named(text, phrases, at, names[-1])
    return Attribution(end, role=function, stand_in=function)


def _is_of_role(text: str, phrases: Sequence[Place], at: int, end: int) -> bool:
    """Return whether the name at `at` is part of a role: head of `Kermor Space`."""
    start, stop = phrases[-1]
    if not any(map(is_function, words_in(text, start, at)[:-1])):
        return False
    apart = text[stop:end].strip() == "," and persons_in(text, phrases[0][0], start)[-1:]
    return text[start:at].endswith(_OF) or any(name[1] == phrases[-2][1] for name in apart or ())


def _subject_of_two_verbs(text: str, phrases: Sequence[Place]) -> Attribution:
    """Return the subject of the clause that ends with "and": X in "X met Y and", not Y; nobody if it names none."""
    end = phrases[-1][1]
    joints = word_list("conjunctions")
    words = list(dropwhile(lambda word: word.small in joints, words_in(text, *phrases[-1])))
    if pronoun := _pronoun(text, words):
        return Attribution(end, stand_in=pronoun)
    start = words[0].start
    names = persons_in(text, start, end)
    if names and are_titles(text, start, names[0][0]):
        both = any(_speaks_with_another(text, start, name) for name in names[1:2])
        return Attribution(end) if both else Attribution(end, names[0], _title(text, start, names[0][0]))
    if is_capital(text, words[0]) or words[0].small in word_list("articles") - word_list("auxiliaries"):
        return Attribution(end)
    earlier = ((at, persons_in(text, *phrases[at])) for at in range(len(phrases) - 2, -1, -1))
    at, names = next((found for found in earlier if found[1]), (0, []))
    return _named(text, phrases, at, names[-1]) if names else Attribution(end)


def _named(text: str, phrases: Sequence[Place], at: int, name: Place) -> Attribution:
    """Return the person named in the phrase at `at`, with the role before or behind the name; nobody if two speak."""
    start, end = phrases[at]
    if _speaks_with_another(text, phrases[0][0], name):
        return Attribution(end)
    role = _title(text, start, name[0])
    if at + 1 < len(phrases) and (role is None or are_address(words_in(text, *role))):
        role = _role(text, phrases[at + 1 :]) or role
    if role is None and at and name[0] == start and not persons_in(text, phrases[0][0], phrases[at - 1][0]):
        role = _role_before(text, phrases[:at])
    return Attribution(end, name, role)


def _speaks_with_another(text: str, start: int, name: Place) -> bool:
    """Return whether the name behind `start` is the second of two that are joined by "and" to one subject."""
    lead = text[start : name[0]]
    if not any(joint in lead for joint in _JOINTS):
        return False
    earlier = persons_in(text, start, name[0])
    if not earlier or not _JOINT.fullmatch(text, earlier[-1][1], name[0]):
        return False
    # Of "X met Y and Z said" Y is no subject: before a subject stand titles only.
    first = max(start, *(text.rfind(mark, start, earlier[-1][0]) + 1 for mark in ",:;("))
    return are_titles(text, first, earlier[-1][0])


def are_titles(text: str, start: int, end: int) -> bool:
    """Return whether nothing but titles stands in `[start, end)`, before a name."""
    words = words_in(text, start, end)
    return all(is_capital(text, word) or is_function(word) or word.small in word_list("articles") for word in words)


def _phrases(text: str, start: int, end: int) -> list[Place]:
    pieces = (trimmed(text, *match.span()) for match in _PHRASE.finditer(text, start, end))
    return [piece for piece in pieces if piece[0] < piece[1]]


def _role(text: str, phrases: Sequence[Place]) -> Place | None:
    """Return the role that the phrases behind a name begin with, but for letters of honor, if it is one."""
    phrases = list(dropwhile(lambda place: _is_aside(text, *place), phrases))
    if not phrases:
        return None
    start, end = phrases[0]
    words = words_in(text, start, end)
    if text[start] in "«“" or (words and words[0].small in word_list("no_roles")):
        return None
    role = _function(text, start, end)
    for at, ((_, before), (start, end)) in enumerate(pairwise(phrases), 1):
        if not role or _closes(text, role[0], before, start) or not _goes_on(text, before, start, end):
            break
        if _is_another_person(text, phrases[at : at + 2]):
            break
        role = _with_bracket(text, role[0], end)
    return role


def _role_before(text: str, phrases: Sequence[Place]) -> Place | None:
    """Return the role with which the phrases before a name end, if they do."""
    at = len(phrases) - 1
    while not (role := _function(text, *phrases[at])) and at and _goes_on(text, phrases[at - 1][1], *phrases[at]):
        at -= 1
    return _with_bracket(text, role[0], phrases[-1][1]) if role else None


def _with_bracket(text: str, start: int, end: int) -> Place:
    """Return the role `[start, end)` with the bracket that closes behind it if it was opened in it."""
    return start, end + (text[end : end + 1] == ")" and "(" in text[start:end])


def _is_aside(text: str, start: int, end: int) -> bool:
    """Return whether a phrase behind a name is letters (Ph.D., MBE) or a word in brackets, and no role."""
    if text[start - 1] == "(":
        return _function(text, start, end) is None
    return all("suffixes" in word.tables for word in words_of(text, start, end))


def _goes_on(text: str, before: int, start: int, end: int) -> bool:
    """Return whether the phrase `[start, end)` goes on with the role that ends at `before`."""
    mark = text[before:start].strip()
    if mark not in {",", "),", ")"}:
        return mark == "(" and text[start].isupper()
    first = _behind_joint(text, before, start, end)
    words = words_in(text, first, end)
    if not words or words[0].small in word_list("no_roles") or any(map(str.isdigit, text[start:end])):
        return False
    if any(text[word.start : word.end] in word_list("finite") for word in words):
        return False
    if (name := person_in(text, first, end)) and name[0] == first:
        return first == start and not is_given(words_of(text, *name)[0])
    joined = first == start and mark != ")" and any(word.small in {"and", "et"} for word in words[1:2])
    return joined or is_capital(text, words[0]) or is_function(words[0])


def _behind_joint(text: str, before: int, start: int, end: int) -> int:
    """Return where the words begin behind what joins them to a role: `and` X, `de la` Y; `of`, `at` Z behind a bracket.

    Behind letters in brackets, "(CNES) at Kourou", tells that only where something is.
    """
    joint = _AND_OF.findall(text, start, end)[0]
    leads = text.startswith(_OF, start - 1) or not text[before - 1].isupper()
    if joint or text[before:start].strip() != ")" or not leads:
        return start + len(joint)
    words = words_in(text, start, end)[:2]
    return words[-1].start if words and is_capital(text, words[-1]) else start


def _closes(text: str, role: int, before: int, start: int) -> bool:
    """Return whether a bracket in `[before, start)` closes that was opened before the role: X (director), Kermor."""
    return ")" in text[before:start] and text.count("(", role, before) < text.count(")", role, start)


def _is_another_person(text: str, phrases: Sequence[Place]) -> bool:
    """Return whether phrases behind a role name somebody else: `CEO Xyra Kermor`; `Xyra Kermor`, mayor."""
    start, end = phrases[0]
    name = person_in(text, start, end)
    if name and name[0] > start:
        title = _title(text, start, name[0])
        return title is not None and title[0] == start and is_function(words_in(text, start, name[0])[-1])
    if name is None or name[1] < end:
        return False
    words = [word for place in phrases[1:] for word in words_in(text, *place)[:2]]
    led = not words or words[0].small in word_list("no_roles") | word_list("conjunctions")
    return not led and any(map(is_function, words))


def _function(text: str, start: int, end: int) -> Place | None:
    """Return the function that a phrase is ("the President of CNES"), without its article; `None` if it is none."""
    words = words_in(text, start, end)
    if not any(map(is_function, words)):
        return None
    place = _without_article(words, end)
    return trimmed(text, *place) if place else None


def _words_before(text: str, start: int, end: int) -> Place | None:
    """Return the words that lead to a name at `end` as its role ("station manager"), if they begin as one may."""
    words, end = _without_address(text, start, end)
    if not words or words[0].small in word_list("no_roles") or words[-1].small in word_list("no_roles"):
        return None
    if len(words) > _LONGEST_TITLE and not any(map(is_function, words)):
        return None
    place = _without_article(words, end)
    return trimmed(text, *place) if place else None


def _without_address(text: str, start: int, end: int) -> tuple[list[Word], int]:
    """Return the words before a name, and where they end, without short forms of address."""
    words = words_in(text, start, end)
    while words and f"{words[-1].small}." in addresses():
        end = words.pop().start
    return words, end


def _without_article(words: Sequence[Word], end: int) -> Place | None:
    """Return where the role begins that `words` lead to; `None` if they are articles or forms of address alone."""
    first = words[1] if words[0].small in word_list("articles") and len(words) > 1 else words[0]
    if first.small in word_list("articles") or are_address(words):
        return None
    return first.start + (len("l'") if first.small.startswith("l'") else 0), end


def are_address(words: Sequence[Word]) -> bool:
    """Return whether `words` are articles and forms of address alone."""
    known = word_list("articles") | addresses()
    return all({bare, f"{bare}."} & known for bare in (word.small.removeprefix("l'") for word in words))


def _title(text: str, start: int, end: int) -> Place | None:
    """Return the function with its capitalized words ("CNES President") that stands right before `end`."""
    words, end = _without_address(text, start, end)
    last = next((at for at in range(len(words) - 1, -1, -1) if is_function(words[at])), None)
    if last is None:
        return None
    first = last
    while first and (is_capital(text, words[first - 1]) or is_function(words[first - 1])):
        first -= 1
    if words[first].small in word_list("no_roles") | word_list("articles") and first < last:
        first += 1
    return trimmed(text, words[first].start, end)


def _pronoun(text: str, words: Sequence[Word]) -> Place | None:
    length = phrase_length(words, "pronouns") or phrase_length(words, "latter")
    if length and text[words[0].start : words[0].end].isupper():
        return None  # the company ILS
    return (words[0].start, words[length - 1].end) if length else None
