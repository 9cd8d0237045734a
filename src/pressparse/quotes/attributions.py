"""Who speaks: the attribution before or behind a quote, with its speaker's name, role, or the word that stands for one.

An attribution is a verb of saying with its subject. One that is nobody (an agency) makes it speech of nobody named.
"""

from collections.abc import Sequence
from itertools import dropwhile, islice

import regex

from pressparse.lexicon import words_of
from pressparse.names import is_given
from pressparse.quotes.sayings import (
    Verb,
    Word,
    each_word,
    is_capital,
    is_function,
    pattern,
    phrase_length,
    verbs_in,
    word_list,
    words_in,
)
from pressparse.quotes.subjects import Attribution, are_address, are_titles, subject_before, subject_behind

_REACH = 320
# A subject before its verb is no longer than this many words.
_LONGEST_SUBJECT = 16
# An attribution between commas inside a quote begins with no more words than these.
_LONGEST_INSIDE = 6
# The verb of an attribution stands no farther before its quote.
_NEAREST_VERB, _FARTHEST_VERB = 40, 120
_SENTENCE_END = r"""
      \n (?= [^\S\n]*+\n ) \s*+
    | [.!?…] (?<! \b\p{Lu}. | \b (?: {titles} ) . ) ['’”\"»)]*+ (?= \s | \Z )
"""
_SENTENCE_MARKS = "\n.!?…"  # what these ends begin with
_DASH = regex.compile(r"[.,]?\s*+[-–—~]{1,2}\s++")
_NEXT_LINE = regex.compile(r"[.,]?\s++\(?+(?=\p{Lu}[^\n]{1,200}+(?:\n|\Z))")
# On a line of its own, a dash or a name in capitals, and no sentence.
_SIGNED = regex.compile(
    r"[.,]?[^\S\n]*+\n\s*+(?:[-–—~(]++\s?\p{Lu}|(?:\p{Lu}[^\s,(]*+[^\S\n]?){2,4}+(?=[,(\n]|of\b|d[eu'’]|\Z))"
    r"[^\n.!?:]{0,120}+(?=\n|\Z)"
)
_INFINITIVE = regex.compile(r"(?<=\s)(?:de\s|d['’])\p{Ll}+(?:er|re|ir)\s*:\Z")
# X issued the following statement.
_STATED = regex.compile(
    r"\s\p{Ll}++\s(?:(?:the\sfollowing|this)(?:\s(?:statement|message)\b[^.:;]{0,80})?"
    r"|l[ae]\s(?:déclaration|communiqué|message)\ssuivante?\s*):\Z"
)
_INFINITIVES = ("er", "ir", "re")
_BRACKET = regex.compile(r"(?:\s\([^()]{1,60}\))?")
# None of these stands between a verb of saying and the words that it reports.
_BETWEEN = ':;()«“„"'
# An attribution behind one of these is that of another quote.
_QUOTED = '«“„"'
_CLOSING = '»”"'
_APART = f" \n\xa0\u202f{_CLOSING}"


def attribution_behind(text: str, at: int) -> Attribution | None:
    """Return the attribution that begins at `at`, behind a closing mark; `None` if there is none."""
    end = _end_of_sentence(text, at)
    words = list(islice(each_word(text, at, end), _LONGEST_SUBJECT + 2))
    if introduced := phrase_length(words, "introductions"):
        found = subject_behind(text, words[introduced - 1].end, end)
        return found._replace(end=end) if found.name else None
    verb = next(verbs_in(words), None)
    if verb is None:
        return _unknown_verb(text, words, end)
    if verb.pronoun:
        return Attribution(end, stand_in=(words[verb.first].start, words[verb.first].end))
    place = (words[verb.last].end, end) if verb.first == 0 else (words[0].start, words[verb.first].start)
    first = words[verb.last + 1 : verb.last + 2] if verb.first == 0 else words[:1]
    found = subject_behind(text, *place)
    if found.name or found.stand_in or any(w.small in word_list("articles") or is_capital(text, w) for w in first):
        return found._replace(end=end)
    return None


def _unknown_verb(text: str, words: Sequence[Word], end: int) -> Attribution | None:
    """Return the subject right behind one small word that may be any verb (« …», sourit X)."""
    if len(words) < len("vX") or is_capital(text, words[0]) or words[0].small in word_list("no_roles"):
        return None
    found = subject_behind(text, words[1].start, end)
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
    who = subject_behind(text, start, end)
    if who.name is None or not are_address(words_in(text, start, who.name[0])):
        return None
    whole = who.role and text[who.role[1] : end] in {"", ")"}
    if dash or whole or (is_signed(text, at) and is_given(words_of(text, *who.name)[0])):
        return who._replace(end=end)
    return None


def is_signed(text: str, at: int) -> bool:
    """Return whether somebody signs on a line of their own below `at`."""
    return _SIGNED.match(text, at, at + _REACH) is not None


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
    first, last = words[verb.first].start, words[verb.last].end
    lead_in = text[start:first].strip(_APART).lower()
    if verb.pronoun or lead_in in word_list("lead_ins"):  # a-t-il ajouté ; before adding
        return Attribution(at, stand_in=(first, words[verb.first].end))
    if not lead_in and lead[-1] == ":" and (found := _announced(text, last, start + len(lead), at)):
        return found  # Commenting on Y, X: “…”
    sides = [(subject_before, start if verb.first else first, first), (subject_behind, last, at)]
    if lead[-1] == "," and text[start:first].rstrip(", ")[-1:] in _CLOSING:
        sides.reverse()  # « La mer », a dit X, « est belle »
    spoken = (subject(text, *place) for subject, *place in sides)
    return next((one for one in spoken if one.name or one.stand_in), Attribution(at))._replace(end=at)


def attribution_reported(text: str, at: int) -> Attribution | None:
    """Return who reports what goes over into the words behind the mark at `at`: "X said that he was glad of “…”"."""
    start = _start_of_sentence(text, at)
    words, verb = _last_verb(text, start, at)
    if verb is None or any(mark in text[words[verb.last].end : at] for mark in _BETWEEN):
        return None
    if not _leads_to_report(words[verb.last + 1 :]):
        return None
    found = subject_before(text, start, words[verb.first].start)
    return found._replace(end=at) if found.name or found.stand_in else None


def _leads_to_report(words: Sequence[Word]) -> bool:
    """Return whether `words`, behind a verb of saying, go on with what is said: "that …", "he was …", or nothing."""
    first = words[0].small if words else "that"
    elided = first.partition("'")[0] + "'"
    return bool({first, elided} & word_list("complementizers")) or first in word_list("pronouns")


def attribution_inside(text: str, start: int, end: int) -> Attribution | None:
    """Return the attribution between commas inside the quote `[start, end)`: « Oui, a déclaré X, directrice. … »."""
    comma = text.find(",", start, min(end, start + _REACH))
    while comma >= 0:
        words = list(islice(each_word(text, comma + 1, end), _LONGEST_INSIDE))
        verb = next(verbs_in(words), None)
        if verb and verb.first == 0 and verb.pronoun:
            return Attribution(end, stand_in=(words[0].start, words[0].end))
        if verb and verb.first == 0 and verb.last + 1 < len(words):
            found = subject_behind(text, words[verb.last].end, min(end, _end_of_sentence(text, comma)))
            titles = found.name[0] if found.name and not found.role else words[verb.last + 1].end
            if (found.name or found.stand_in) and are_titles(text, words[verb.last].end, titles):
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


def viewpoint(text: str, at: int) -> Attribution | None:
    """Return whose view the mark at `at` quotes, behind a comma in the head of a sentence: "For X, head of Y, “…”"."""
    end = len(text[max(0, at - _REACH) : at].rstrip()) + max(0, at - _REACH) - 1
    if text[end : end + 1] != ",":
        return None
    words = words_in(text, _start_of_sentence(text, at), end)
    words = list(dropwhile(lambda word: word.small in word_list("conjunctions"), words))
    who = words[phrase_length(words, "introductions") :]
    if not who or len(who) == len(words) or _does(text, words[0], who[0]):
        return None
    if len(who) == 1 and who[0].small in word_list("objects"):
        return Attribution(at, stand_in=(who[0].start, who[0].end))
    start = who[0].start + (len("d'") if who[0].small.startswith("d'") else 0)
    found = subject_behind(text, start, end)
    places = [place for place in (found.name, found.role, found.stand_in) if place]
    if not places or not _BRACKET.fullmatch(text, max(place[1] for place in places), end):
        return None
    if found.name and not are_titles(text, start, found.name[0]):
        return found._replace(end=at) if found.role and found.role[0] < found.name[0] else None
    return found._replace(end=at)


def _does(text: str, introduction: Word, word: Word) -> bool:
    """Return whether `word` is what is done, behind « pour »: « Pour remercier X »."""
    if introduction.small != "pour" or is_capital(text, word) or is_function(word):
        return False
    return word.small.endswith(_INFINITIVES) and word.small not in word_list("articles")


def _last_verb(text: str, start: int, at: int) -> tuple[list[Word], Verb | None]:
    """Return the last verb of saying of `[start, at)` and the words around it; mostly it is among the very last."""
    for reach in (_NEAREST_VERB, _FARTHEST_VERB):
        words = words_in(text, max(start, at - reach), at)
        verb = next(verbs_in(words, range(len(words) - 1, -1, -1)), None)
        if verb and (verb.first or start >= at - reach):  # the first may be cut, or have lost its auxiliary
            break
    return words, verb


def _announced(text: str, start: int, end: int, at: int) -> Attribution | None:
    """Return the name that stands, with its role or without, right before the colon that ends `[start, end)`."""
    if stated := _STATED.search(text, start, end):
        found = subject_before(text, start, stated.start())._replace(end=at)
        return found if found.name or not stated[0].endswith("following:") else None
    if infinitive := _INFINITIVE.search(text, start, end):
        end = infinitive.start() + 1  # « Et X de conclure : »
        if text[start : end - 1].strip(_APART).lower() in word_list("lead_ins"):
            return Attribution(at, stand_in=infinitive.span())
    found = subject_before(text, start, end - 1)
    last = max(place[1] for place in (found.name, found.role) if place) if found.name else start
    return found._replace(end=at) if found.name and not text[last : end - 1].strip() else None


def _end_of_sentence(text: str, at: int) -> int:
    at = text.find(text[at : at + _REACH].strip()[:1], at)
    stop = pattern(_SENTENCE_END).search(text, at, at + _REACH)
    return stop.start() if stop else min(len(text), at + _REACH)


def _end_of_line(text: str, at: int) -> int:
    stop = text.find("\n", at, at + _REACH)
    end = stop if stop >= 0 else min(len(text), at + _REACH)
    return at + len(text[at:end].rstrip().rstrip("."))


def _start_of_sentence(text: str, at: int) -> int:
    """Return where the sentence begins that leads to `at`, from the paragraph before if that ends with a colon."""
    low = max(0, at - _REACH)
    last = low + len(text[low:at].rstrip())
    high = stop = last if text[last - 1 : last] in ":," else at
    while (stop := max(text.rfind(mark, low, stop) for mark in _SENTENCE_MARKS)) >= 0:
        if end := pattern(_SENTENCE_END).match(text, stop, high):
            return end.end()
    return low
