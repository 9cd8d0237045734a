"""Who speaks: the attribution before or behind a quote, with its speaker's name, role, or the word that stands for one.

An attribution is a verb of saying with its subject: a name, with or without a role beside it; a function ("the
President of CNES"); a pronoun. Any other subject (an agency) makes it speech of nobody named.
"""

from __future__ import annotations

from itertools import dropwhile, islice
from typing import TYPE_CHECKING, NamedTuple

import regex

from pressparse.quotes.persons import Place, person_in, persons_in, trimmed
from pressparse.quotes.sayings import Verb, Word, each_word, is_capital, is_function, verbs_in, word_list, words_in

if TYPE_CHECKING:
    from collections.abc import Sequence

_REACH = 320
# A subject before its verb is no longer than this many words.
_LONGEST_SUBJECT = 16
# An attribution between commas inside a quote begins with no more words than these.
_LONGEST_INSIDE = 6
# A role before a name that no word of the vocabulary tells is no longer than this.
_LONGEST_TITLE = 3
# The verb of an attribution stands no farther before its quote.
_NEAREST_VERB, _FARTHEST_VERB = 40, 120
_SENTENCE_END = regex.compile(
    r"""
      \n (?= \s*+\n ) \s*+
    | [.!?…] (?<! \b\p{Lu}. | \b (?: Dr|Mr|Mrs|Ms|St|Prof|Mme|Mlle|Pr ) . ) ['’”\"»)]*+ (?= \s | \Z )
    """,
    regex.VERBOSE,
)
_SENTENCE_MARKS = "\n.!?…"  # what these ends begin with
_PHRASE = regex.compile(r"(?:[^,;:()–—]++|,(?=[ ](?:Inc|Ltd|LLC|Corp|LLP|S\.A|SA|AG)\b))++")
_DASH = regex.compile(r"[.,]?\s*+[-–—]\s++")
_NEXT_LINE = regex.compile(r"[.,]?[^\S\n]*+\n\s*+(?=\p{Lu})")
_INFINITIVE = regex.compile(r"(?<=\s)(?:de\s|d['’])\p{Ll}+(?:er|re|ir)\s*:\Z")
# An attribution behind one of these is that of another quote.
_QUOTED = '«“„"'
_JOINTS = ("and ", "et ", "& ")
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


def attribution_behind(text: str, at: int) -> Attribution | None:
    """Return the attribution that begins at `at`, behind a closing mark; `None` if there is none."""
    end = _end_of_sentence(text, at)
    words = list(islice(each_word(text, at, end), _LONGEST_SUBJECT + 2))
    if words and words[0].small in word_list("introductions"):
        found = _subject(text, words[0].end, end)
        return found._replace(end=end) if found.name else None
    verb = next(verbs_in(words), None)
    if verb is None:
        return _unknown_verb(text, words, end)
    if verb.pronoun:
        return Attribution(end, stand_in=(words[verb.first].start, words[verb.first].end))
    place = (words[verb.last].end, end) if verb.first == 0 else (words[0].start, words[verb.first].start)
    first = words[verb.last + 1 : verb.last + 2] if verb.first == 0 else words[:1]
    found = _subject(text, *place)
    if found.name or found.stand_in or any(w.small in word_list("articles") or is_capital(text, w) for w in first):
        return found._replace(end=end)
    return None


def _unknown_verb(text: str, words: Sequence[Word], end: int) -> Attribution | None:
    """Return the subject right behind one small word that may be any verb (« …», sourit X)."""
    if len(words) < len("vX") or is_capital(text, words[0]) or words[0].small in word_list("no_roles"):
        return None
    found = _subject(text, words[1].start, end)
    return found._replace(end=end) if found.name and found.name[0] == words[1].start else None


def signature(text: str, at: int) -> Attribution | None:
    """Return who signs at `at`: behind a dash ("…” – X, Director"), or with a role on a line of their own."""
    reach = at + _REACH  # without an end `regex` looks through all of the text for the sign that a match needs
    dash = _DASH.match(text, at, reach)
    found = dash or _NEXT_LINE.match(text, at, reach)
    if found is None:
        return None
    start = found.end()
    end = _end_of_sentence(text, start) if dash else _end_of_line(text, start)
    who = _subject(text, start, end)
    if who.name is None or who.name[0] != start or not (dash or (who.role and who.role[1] == end)):
        return None
    return who._replace(end=end)


def attribution_before(text: str, at: int) -> Attribution | None:
    """Return the attribution that leads to the opening mark at `at`; `None` if there is none."""
    start = _start_of_sentence(text, at)
    lead = text[start:at].rstrip()
    if not lead:
        return None
    words, verb = _last_verb(text, start, at)
    if verb is None:
        return _announced(text, start, start + len(lead), at) if lead[-1] == ":" else None
    if lead[-1] not in ":," and verb.last != len(words) - 1:
        return None
    if verb.pronoun:
        return Attribution(at, stand_in=(words[verb.first].start, words[verb.first].end))
    found = _subject_before(text, start, words[verb.first].start) if verb.first else Attribution(at)
    if found.name is None and found.stand_in is None:
        found = _subject(text, words[verb.last].end, at)
    return found._replace(end=at)


def attribution_inside(text: str, start: int, end: int) -> Attribution | None:
    """Return the attribution between commas inside the quote `[start, end)`: « Oui, a déclaré X, directrice. … »."""
    comma = text.find(",", start, min(end, start + _REACH))
    while comma >= 0:
        words = list(islice(each_word(text, comma + 1, end), _LONGEST_INSIDE))
        verb = next(verbs_in(words), None)
        if verb and verb.first == 0 and verb.last + 1 < len(words) and not verb.pronoun:
            found = _subject(text, words[verb.last].end, min(end, _end_of_sentence(text, comma)))
            if found.name and found.name[0] == words[verb.last + 1].start:
                return found._replace(end=end)
        comma = text.find(",", comma + 1, min(end, start + _REACH))
    return None


def attribution_aside(text: str, at: int) -> Attribution | None:
    """Return the attribution between commas before the mark at `at`, in its sentence: Le lac, dit X, maire, « … »."""
    start = _start_of_sentence(text, at)
    found = attribution_inside(text, start, at)
    if found is None or found.name is None or any(mark in text[start : found.name[0]] for mark in _QUOTED):
        return None
    done = max(place[1] for place in (found.name, found.role) if place)
    return found if text[done : done + 1] == "," else None


def _last_verb(text: str, start: int, at: int) -> tuple[list[Word], Verb | None]:
    """Return the last verb of saying of `[start, at)` and the words around it; mostly it is among the very last."""
    for reach in (_NEAREST_VERB, _FARTHEST_VERB):
        words = words_in(text, max(start, at - reach), at)
        if verb := next(verbs_in(words, range(len(words) - 1, -1, -1)), None):
            return words, verb
    return words, None


def _announced(text: str, start: int, end: int, at: int) -> Attribution | None:
    """Return the name that stands, with its role or without, right before the colon that ends `[start, end)`."""
    infinitive = _INFINITIVE.search(text, start, end)
    if infinitive:
        # « Et X de conclure : »
        end = infinitive.start() + 1
    found = _subject_before(text, start, end - 1)
    last = max(place[1] for place in (found.name, found.role) if place) if found.name else start
    return found._replace(end=at) if found.name and not text[last : end - 1].strip() else None


def _subject(text: str, start: int, end: int) -> Attribution:
    """Return the subject with which `[start, end)` begins."""
    phrases = _phrases(text, start, end)
    if not phrases:
        return Attribution(end)
    (first, *others) = phrases
    behind = others[0] if others else None
    name = person_in(text, *first)
    if name:
        role = _words_before(text, first[0], name[0]) or (_role(text, *behind) if behind else None)
        return Attribution(end, name, role)
    role = _function(text, *first)
    if role and behind and (name := person_in(text, *behind)) and name[0] == behind[0]:
        return Attribution(end, name, role)
    return Attribution(end, role=role, stand_in=role or _pronoun(words_in(text, *first)[:1]))


def _subject_before(text: str, start: int, end: int) -> Attribution:
    """Return the subject with which `[start, end)`, a sentence up to its verb, ends."""
    phrases = _phrases(text, start, end)
    if not phrases:
        return Attribution(end)
    last = phrases[-1]
    words = [word for word in words_in(text, *last) if word.small not in word_list("auxiliaries")]
    if pronoun := _pronoun(words[-1:]):
        return Attribution(end, stand_in=pronoun)
    joined = [word.small in word_list("conjunctions") for word in words]
    if joined[-1:] == [True] and not all(joined):
        return _subject_of_two_verbs(text, phrases)
    if names := persons_in(text, *last):
        return _named(text, phrases, len(phrases) - 1, names[-1])
    function = _title(text, *last) or _function(text, *last)
    for at in range(len(phrases) - 2, -1, -1):
        names = persons_in(text, *phrases[at])
        if function and not (names and names[-1][1] == phrases[at][1]):
            break
        if names:
            return _named(text, phrases, at, names[-1])
        function = None
    return Attribution(end, role=function, stand_in=function)


def _subject_of_two_verbs(text: str, phrases: Sequence[Place]) -> Attribution:
    """Return the subject of the clause that ends with "and": X in "X met Y and", not Y; nobody if it names none."""
    end = phrases[-1][1]
    joints = word_list("conjunctions")
    words = list(dropwhile(lambda word: word.small in joints, words_in(text, *phrases[-1])))
    if pronoun := _pronoun(words[:1]):
        return Attribution(end, stand_in=pronoun)
    start = words[0].start
    names = persons_in(text, start, end)
    if names and _are_titles(text, start, names[0][0]):
        both = any(_speaks_with_another(text, start, name) for name in names[1:2])
        return Attribution(end) if both else Attribution(end, names[0], _title(text, start, names[0][0]))
    if is_capital(text, words[0]) or words[0].small in word_list("articles"):
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
    if role is None and at + 1 < len(phrases):
        role = _role(text, *phrases[at + 1])
    elif role is None and at and name[0] == start:
        role = _function(text, *phrases[at - 1])
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
    return _are_titles(text, first, earlier[-1][0])


def _are_titles(text: str, start: int, end: int) -> bool:
    """Return whether nothing but titles stands in `[start, end)`, before a name."""
    words = words_in(text, start, end)
    return all(is_capital(text, word) or is_function(word) or word.small in word_list("articles") for word in words)


def _phrases(text: str, start: int, end: int) -> list[Place]:
    pieces = (trimmed(text, *match.span()) for match in _PHRASE.finditer(text, start, end))
    return [piece for piece in pieces if piece[0] < piece[1]]


def _role(text: str, start: int, end: int) -> Place | None:
    """Return the role that a phrase behind a name is; `None` if it is none."""
    words = words_in(text, start, end)
    return None if words and words[0].small in word_list("no_roles") else _function(text, start, end)


def _function(text: str, start: int, end: int) -> Place | None:
    """Return the function that a phrase is ("the President of CNES"), without its article; `None` if it is none."""
    words = words_in(text, start, end)
    if not any(map(is_function, words)):
        return None
    place = _without_article(words, end)
    return trimmed(text, *place) if place else None


def _words_before(text: str, start: int, end: int) -> Place | None:
    """Return the words that lead to a name at `end` as its role ("station manager"), if they begin as one may."""
    words = words_in(text, start, end)
    if not words or words[0].small in word_list("no_roles") or words[-1].small in word_list("no_roles"):
        return None
    if len(words) > _LONGEST_TITLE and not any(map(is_function, words)):
        return None
    place = _without_article(words, end)
    return trimmed(text, *place) if place else None


def _without_article(words: Sequence[Word], end: int) -> Place | None:
    first = words[1] if words[0].small in word_list("articles") and len(words) > 1 else words[0]
    start = first.start + (2 if first.small.startswith("l'") else 0)
    return (
        (start, end)
        if first.small not in word_list("articles") and first.small not in word_list("honorifics")
        else None
    )


def _title(text: str, start: int, end: int) -> Place | None:
    """Return the function with its capitalized words ("CNES President") that stands right before `end`."""
    words = words_in(text, start, end)
    last = next((at for at in range(len(words) - 1, -1, -1) if is_function(words[at])), None)
    if last is None:
        return None
    first = last
    while first and (is_capital(text, words[first - 1]) or is_function(words[first - 1])):
        first -= 1
    if words[first].small in word_list("no_roles") | word_list("articles") and first < last:
        first += 1
    return trimmed(text, words[first].start, end)


def _pronoun(words: Sequence[Word]) -> Place | None:
    return next(((word.start, word.end) for word in words if word.small in word_list("pronouns")), None)


def _end_of_sentence(text: str, at: int) -> int:
    stop = _SENTENCE_END.search(text, at, at + _REACH)
    return stop.start() if stop else min(len(text), at + _REACH)


def _end_of_line(text: str, at: int) -> int:
    stop = text.find("\n", at, at + _REACH)
    end = stop if stop >= 0 else min(len(text), at + _REACH)
    return at + len(text[at:end].rstrip().rstrip("."))


def _start_of_sentence(text: str, at: int) -> int:
    """Return where the sentence begins that leads to `at`, from the paragraph before if that ends with a colon."""
    low = max(0, at - _REACH)
    last = low + len(text[low:at].rstrip())
    high = stop = last if text[last - 1 : last] == ":" else at
    while (stop := max(text.rfind(mark, low, stop) for mark in _SENTENCE_MARKS)) >= 0:
        if end := _SENTENCE_END.match(text, stop, high):
            return end.end()
    return low
