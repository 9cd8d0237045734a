"""Who speaks: the attribution before or behind a quote, with its speaker's name, role, or the word that stands for one.

An attribution is a verb of saying with its subject: a name, with or without a role before or behind it; a function
("the President of CNES"); a pronoun. Any other subject (an agency) makes it speech of nobody named.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import regex

from pressparse.lexicon import words_of
from pressparse.names import name_length
from pressparse.words import merged_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

Place = tuple[int, int]

_REACH = 320
# A subject before its verb is no longer than this many words.
_LONGEST_SUBJECT = 16
_WORD = regex.compile(r"[\p{L}\d][^\s,;:()\"“”«»]*+")
_SENTENCE_END = regex.compile(
    r"(?<! \b\p{Lu} | \b(?:Dr|Mr|Mrs|Ms|St|Prof|Mme|Mlle|Pr) ) [.!?…] ['’”\"»)]*+ (?= \s | \Z ) | \n\s*+\n",
    regex.VERBOSE,
)
_PHRASES = regex.compile(r"[^,;:()–—]++")
_SUFFIX_PRONOUN = regex.compile(r"-(?:t-)?(?:il|elle|on|ils|elles)\Z", regex.IGNORECASE)


class Attribution(NamedTuple):
    """Who is said to speak, as places in the text: `name`, `role`, and `stand_in`, a pronoun or function without a name.

    `end` is where its sentence ends.
    """

    end: int
    name: Place | None = None
    role: Place | None = None
    stand_in: Place | None = None


class _Word(NamedTuple):
    start: int
    end: int
    small: str
    pronoun: bool


class _Verb(NamedTuple):
    """A verb of saying: the indices of its first and last word; whether a pronoun hangs on it (`a-t-il ajouté`)."""

    first: int
    last: int
    pronoun: bool


@cache
def _table(name: str) -> frozenset[str]:
    """Return the words of a table in small letters; with their accents, which tell `déclare` from `déclaré`."""
    return frozenset(word for word in merged_vocabulary("quotes").lists[name] if word.islower())


def attribution_behind(text: str, at: int) -> Attribution | None:
    """Return the attribution that begins at `at`, behind a closing mark; `None` if there is none."""
    end = _end_of_sentence(text, at)
    words = _words(text, at, end)
    verb = next((verb for verb in _verbs(words) if verb.first <= _LONGEST_SUBJECT), None)
    if verb is None:
        return _signature(text, at, end)
    if verb.pronoun:
        return Attribution(end, stand_in=(words[verb.first].start, words[verb.first].end))
    if verb.first == 0:
        found = _subject(text, words[verb.last].end, end)
    else:
        found = _subject(text, words[0].start, words[verb.first].start)
        if found.name is None and found.stand_in is None and not text[words[0].start].isupper():
            return None
    return found._replace(end=end)


def _signature(text: str, at: int, end: int) -> Attribution | None:
    """Return the speaker behind a dash ("…” – X, Director)."""
    dash = regex.compile(r"[.,]?\s*+[-–—]\s++").match(text, at, end)
    if dash is None:
        return None
    found = _subject(text, dash.end(), end)
    return found._replace(end=end) if found.name and found.name[0] == dash.end() else None


def attribution_before(text: str, at: int) -> Attribution | None:
    """Return the attribution that leads to the opening mark at `at`; `None` if there is none."""
    start = _start_of_sentence(text, at)
    lead = text[start:at].rstrip()
    if not lead:
        return None
    words = _words(text, start, at)
    verbs = list(_verbs(words))
    if not verbs:
        return _announced(text, start, start + len(lead)) if lead[-1] == ":" else None
    verb = verbs[-1]
    if lead[-1] not in ":," and verb.last != len(words) - 1:
        return None
    found = _leading_subject(text, start, at, words, verb)
    return found._replace(end=at)


def _leading_subject(text: str, start: int, at: int, words: Sequence[_Word], verb: _Verb) -> Attribution:
    if verb.pronoun:
        return Attribution(at, stand_in=(words[verb.first].start, words[verb.first].end))
    if verb.first:
        found = _subject_before(text, start, words[verb.first].start)
        if found.name or found.stand_in:
            return found
    return _subject(text, words[verb.last].end, at)


def _announced(text: str, start: int, end: int) -> Attribution | None:
    """Return the name that stands alone before a colon."""
    found = _subject_before(text, start, end - 1)
    return found if found.name and not text[found.name[1] : end - 1].strip() else None


def _subject(text: str, start: int, end: int) -> Attribution:
    """Return the subject with which `[start, end)` begins."""
    phrases = [_trimmed(text, *match.span()) for match in _PHRASES.finditer(text, start, end)]
    phrases = [phrase for phrase in phrases if phrase[0] < phrase[1]]
    if not phrases:
        return Attribution(end)
    first = phrases[0]
    name = name_in(text, *first)
    if name:
        role = (
            _role_before(text, first[0], name[0]) or _role(text, *phrases[1])
            if len(phrases) > 1
            else _role_before(text, first[0], name[0])
        )
        return Attribution(end, name, role)
    role = _function(text, *first)
    if role and len(phrases) > 1 and (name := name_in(text, *phrases[1])) and name[0] == phrases[1][0]:
        return Attribution(end, name, role)
    return Attribution(end, role=role, stand_in=role or _pronoun(text, *first))


def _subject_before(text: str, start: int, end: int) -> Attribution:
    """Return the subject with which `[start, end)`, a sentence up to its verb, ends."""
    phrases = [_trimmed(text, *match.span()) for match in _PHRASES.finditer(text, start, end)]
    phrases = [phrase for phrase in phrases if phrase[0] < phrase[1]]
    for number, phrase in reversed(list(enumerate(phrases))):
        name = last_name_in(text, *phrase)
        if name:
            role = _role_before(text, phrase[0], name[0])
            if role is None and number + 1 < len(phrases):
                role = _role(text, *phrases[number + 1])
            return Attribution(end, name, role)
        if number == len(phrases) - 1 and (found := _function(text, *phrase) or _pronoun(text, *phrase, last=True)):
            role = _function(text, *phrase)
            return Attribution(end, role=role, stand_in=found)
    return Attribution(end)


def name_in(text: str, start: int, end: int) -> Place | None:
    """Return where the first person's name of a phrase stands."""
    return next(iter(_names(text, start, end)), None)


def last_name_in(text: str, start: int, end: int) -> Place | None:
    """Return where the last person's name of a phrase stands."""
    return next(iter(reversed(_names(text, start, end))), None)


def _names(text: str, start: int, end: int) -> list[Place]:
    words = words_of(text, start, end)
    names: list[Place] = []
    at = 0
    while at < len(words):
        length = name_length(words, at) if words[at].capital else 0
        if length:
            last = words[at + length - 1]
            names.append((words[at].start, _without_possessive(text, words[at].start, last.end - last.stop)))
        at += length or 1
    return names


def _without_possessive(text: str, start: int, end: int) -> int:
    return end - len("’s") if text[start:end].endswith(("’s", "'s")) else end


def _role(text: str, start: int, end: int) -> Place | None:
    """Return the role that a phrase behind a name is; `None` if it is none."""
    words = _words(text, start, end)
    if not words or words[0].small in _table("no_roles") or not any(_is_function(word) for word in words):
        return None
    return _without_article(words, start, end)


def _role_before(text: str, start: int, end: int) -> Place | None:
    """Return the role before the name that stands at `end`."""
    words = _words(text, start, end)
    last = next((at for at in range(len(words) - 1, -1, -1) if _is_function(words[at])), None)
    if last is None:
        return None
    first = last
    while first and (text[words[first - 1].start].isupper() or _is_function(words[first - 1])):
        first -= 1
    if words[first].small in _table("no_roles") or words[first].small in _table("articles"):
        first += 1
    return _trimmed(text, words[first].start, end)


def _function(text: str, start: int, end: int) -> Place | None:
    """Return the function that a phrase without a name is ("the President of CNES", "CNES’s President")."""
    words = _words(text, start, end)
    if not any(_is_function(word) for word in words):
        return None
    return _without_article(words, start, end)


def _without_article(words: Sequence[_Word], start: int, end: int) -> Place:
    first = words[0]
    if first.small in _table("articles") and len(words) > 1:
        return words[1].start, end
    elided = 2 if first.small.startswith("l'") else 0
    return first.start + elided, end


def _pronoun(text: str, start: int, end: int, *, last: bool = False) -> Place | None:
    words = _words(text, start, end)
    if last:
        words = [word for word in words if word.small not in _table("auxiliaries")][-1:]
    return (words[0].start, words[0].end) if words and words[0].small in _table("pronouns") else None


def _is_function(word: _Word) -> bool:
    functions = _table("functions")
    bare = word.small.rpartition("'")[2] if "'" in word.small and not word.small.endswith("'s") else word.small
    return bare in functions or bare.removesuffix("'s") in functions


def _verbs(words: Sequence[_Word]) -> list[_Verb]:
    """Return the verbs of saying in `words`, with their auxiliaries."""
    verbs, presents, participles = _table("verbs"), _table("presents"), _table("participles")
    found: list[_Verb] = []
    for at, word in enumerate(words):
        if word.small in verbs or word.small in presents:
            first = at - 1 if at and words[at - 1].small in {"se", "s"} else at
            found.append(_Verb(first, at, word.pronoun))
        elif _singular(word.small) in participles and (auxiliary := _auxiliary(words, at)) is not None:
            found.append(_Verb(auxiliary, at, words[auxiliary].pronoun))
    return found


def _singular(participle: str) -> str:
    return (
        participle.removesuffix("s").removesuffix("e")
        if participle.endswith(("s", "ée", "ie", "ue", "te", "se"))
        else participle
    )


def _auxiliary(words: Sequence[_Word], at: int) -> int | None:
    """Return the index of the auxiliary before the participle at `at`; `None` if there is none."""
    before = at - 1
    while before >= 0 and words[before].small in _table("adverbs"):
        before -= 1
    if before < 0 or words[before].small.rpartition("'")[2] not in _table("auxiliaries"):
        return None
    return before


def _words(text: str, start: int, end: int) -> list[_Word]:
    found: list[_Word] = []
    for match in _WORD.finditer(text, start, end):
        word = match[0].rstrip(".!?…")
        hung = _SUFFIX_PRONOUN.search(word)
        bare = word[: hung.start()] if hung else word
        found.append(_Word(match.start(), match.start() + len(word), bare.lower().replace("’", "'"), hung is not None))
    return found


def _end_of_sentence(text: str, at: int) -> int:
    stop = _SENTENCE_END.search(text, at, at + _REACH)
    return stop.start() if stop else min(len(text), at + _REACH)


def _start_of_sentence(text: str, at: int) -> int:
    """Return where the sentence begins that leads to `at`; over a paragraph's end if a colon stands before it."""
    low = max(0, at - _REACH)
    limit = low + len(text[low:at].rstrip())
    if text[limit - 1 : limit] != ":":
        limit = at
    stops = [stop.end() for stop in _SENTENCE_END.finditer(text, low, limit)]
    return stops[-1] if stops else low


def _trimmed(text: str, start: int, end: int) -> Place:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip().rstrip(".!?…"))
