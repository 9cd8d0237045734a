"""Whom a pronoun or a function means: the person of an earlier mention."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

import regex

from pressparse.quotes.persons import POSSESSIVES, Place, persons_in
from pressparse.quotes.sayings import each_word, is_capital, is_function, pattern, phrase_length, word_list, words_in

_SENTENCE = r"(?: [^.!?\n] | [.!?] (?!\s) | (?<= \b (?: M | {titles} ) ) \. (?=\s\p{Lu}) )++"
_WORD = regex.compile(r"\w{3,}")
_MARKS = ' \n\xa0\u202f.!?…»”’"'
_JOINTS = ("and", "et", "&")
# Of so many sentences with names the last ones may tell who has a function.
_MOST = 40
_SMALL_WORDS = frozenset({"the", "des", "les", "who", "and", "for", "aux", "une"})


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
