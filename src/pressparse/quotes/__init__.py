"""Direct speech: what stands between quotation marks and is said by somebody.

Marks stand around names and slogans too. What makes them speech is an attribution, before or behind; or that the words
go on where an attributed quote was interrupted.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from pressparse.model import Quote
from pressparse.names import name_text
from pressparse.quotes.attributions import (
    attribution_aside,
    attribution_before,
    attribution_behind,
    attribution_inside,
    attribution_reported,
    is_signed,
    signature,
    viewpoint,
)
from pressparse.quotes.marks import Quoted, quoted
from pressparse.quotes.persons import (
    Mentioned,
    Place,
    antecedent,
    holder,
    is_latter,
    last_named,
    mentions_of_persons,
    only_person,
)
from pressparse.quotes.sayings import in_first_person, pattern, word_list, words_in
from pressparse.quotes.subjects import Attribution
from pressparse.text import View

# Blanks and blank lines before a quote are no more than these.
_LONGEST_GAP = 40
_ENDS = ".!?…"
# Fewer words in the middle of a sentence may be a nickname.
_FEWEST_WORDS = 4
# Another sentence begins in the words.
_GOES_ON = r"(?<! \b (?: \p{Lu} | {titles} ) ) [.!?…] \s++ \p{Lu}"
# Another paragraph begins in quotation marks.
_AGAIN = regex.compile(r"\n\s*+[“\"«]")


class _Speech(NamedTuple):
    """A quote with its attribution and the rule that tells it from a name in quotation marks."""

    quoted: Quoted
    attribution: Attribution
    rule: str


class _Spoken(NamedTuple):
    """Who spoke the quote before, and where it ends with its attribution."""

    speaker: Place | None
    end: int


def find_quotes(
    text: str | View,
    *,
    language: str | None = None,  # noqa: ARG001 - the words of saying of all languages are read at once
) -> tuple[Quote, ...]:
    """Return the direct speech in `text` in order, each with its `speaker`, as far as the text names one.

    Marks around names and slogans are no speech. The words of saying are those of every language known, whatever
    `language` is.
    """
    view = View.of(text)
    speeches = list(_speeches(view.text))
    refers = any(speech.attribution.stand_in for speech in speeches)
    sentences = mentions_of_persons(view.text) if refers else ()
    found: list[Quote] = []
    last: _Spoken | None = None
    for speech in speeches:
        speaker = _speaker(view.text, speech, last, sentences)
        found.append(_quote(view, speech, speaker))
        last = _Spoken(speaker, _end(speech))
    return tuple(found)


def is_speech(text: str) -> bool:
    """Return whether there is direct speech in `text`."""
    return next(_speeches(text), None) is not None


def leads_to_speech(text: str) -> bool:
    """Return whether `text` ends by telling who says what stands behind it in quotation marks."""
    return attribution_before(text, len(text)) is not None


def signs(text: str) -> bool:
    """Return whether `text` is the line of who speaks, below a quote."""
    return signature(f"\n{text}", 0) is not None


def _speeches(text: str) -> Iterator[_Speech]:
    last: _Speech | None = None
    for one in quoted(text):
        if not one.text(text):
            continue
        speech = (
            _behind(text, one)
            or _before(text, one)
            or _inside(text, one)
            or _aside(text, one)
            or _viewed(text, one)
            or _reported(text, one)
            or _going_on(text, one, last)
        )
        if speech:
            yield speech
            last = speech


def _inside(text: str, one: Quoted) -> _Speech | None:
    found = attribution_inside(text, one.opens, one.closes) if _begins_sentence(text, one.opens) else None
    return _Speech(one, found, "attribution-inside") if found else None


def _before(text: str, one: Quoted) -> _Speech | None:
    found = attribution_before(text, one.opens)
    if found is None or (_before_mark(text, one.opens) not in ":," and not _is_sentence(text, one)):
        return None
    return _Speech(one, found, "attribution-before")


def _aside(text: str, one: Quoted) -> _Speech | None:
    """Return `one` as the words of a person whom its sentence names before: Le glacier, dit X, « casse la nuit »."""
    words = one.text(text)
    partial = words[0].islower() and len(words.split()) >= _FEWEST_WORDS
    found = attribution_aside(text, one.opens) if partial else None
    return _Speech(one, found, "attribution-before") if found else None


def _viewed(text: str, one: Quoted) -> _Speech | None:
    """Return `one` as the words of a person whose view it is: « Selon X, « le bruit est plus faible que prévu »."""
    words = one.text(text)
    if words[-1] not in _ENDS and not (_ends_behind(text, one) and len(words.split()) >= _FEWEST_WORDS):
        return None
    found = viewpoint(text, one.opens)
    return _Speech(one, found, "attribution-before") if found else None


def _reported(text: str, one: Quoted) -> _Speech | None:
    """Return `one` as the direct speech that a report turns into: it goes on in another sentence, or says "we".

    What only takes up some words of somebody's (he was “pleased”) is none.
    """
    words = one.text(text)
    if len(words.split()) < _FEWEST_WORDS or not (words[-1] in _ENDS or _ends_behind(text, one)):
        return None
    if not (pattern(_GOES_ON).search(words) or _AGAIN.match(text, one.closes)):
        led = {word.small for word in words_in(text, max(0, one.opens - _LONGEST_GAP), one.opens)[-1:]}
        reports = not led.isdisjoint(word_list("complementizers")) and in_first_person(words)
        if not reports and led.isdisjoint(word_list("sayings")):
            return None
    found = attribution_reported(text, one.opens)
    return _Speech(one, found, "attribution-before") if found else None


def _behind(text: str, one: Quoted) -> _Speech | None:
    if not _begins_sentence(text, one.opens):
        return None
    words = one.text(text)
    if _before_mark(text, one.opens) != ":" and (signed := signature(text, one.closes)):
        return _Speech(one, signed, "signature")
    found = attribution_behind(text, one.closes)
    if found is None or text[found.end - 1 : found.end] == ":":
        return None
    behind = text[one.closes : one.closes + 40].lstrip(" \xa0\u202f,–—-")
    if words.endswith(".") and not behind[:1].islower():
        return None
    return _Speech(one, found, "attribution-behind")


def _going_on(text: str, one: Quoted, last: _Speech | None) -> _Speech | None:
    """Return `one` as what the speaker of `last` says next, nothing but the attribution between them."""
    if last is None or not _is_sentence(text, one):
        return None
    if text[_end(last) : one.opens].strip(" \n\xa0\u202f.,;:!?…"):
        return None
    if is_signed(text, one.closes):  # by somebody whose name is not read
        return _Speech(one, Attribution(one.closes), "signature")
    return _Speech(one, last.attribution._replace(end=one.closes), "going-on")


def _end(speech: _Speech) -> int:
    return max(speech.quoted.closes, speech.attribution.end)


def _begins_sentence(text: str, at: int) -> bool:
    before = _before_mark(text, at)
    return not before or before in '.!?…:;,»”"’—–-' or "\n\n" in text[max(0, at - 3) : at]


def _before_mark(text: str, at: int) -> str:
    """Return the last letter or mark before `at`, blanks left out; `""` at the beginning of the text."""
    return text[max(0, at - _LONGEST_GAP) : at].rstrip()[-1:]


def _is_sentence(text: str, one: Quoted) -> bool:
    words = one.text(text)
    if not words or not (words[0].isupper() or words[0].isdigit()):
        return False
    return words[-1] in _ENDS or _ends_behind(text, one)


def _ends_behind(text: str, one: Quoted) -> bool:
    return text[one.closes : one.closes + 1] in {".", "!", "?"}


def _speaker(text: str, speech: _Speech, last: _Spoken | None, sentences: Sequence[Mentioned]) -> Place | None:
    """Return where the speaker's name stands; `last` tells who spoke the quote before."""
    found = speech.attribution
    if speech.rule == "going-on":
        return last.speaker if last else None
    if found.name or not found.stand_in:
        return found.name
    if found.stand_in == found.role:
        return holder(text, found.stand_in, sentences, speech.quoted.opens)
    since, spoke = (last.end, last.speaker) if last else (0, None)
    before = min(speech.quoted.opens, found.stand_in[0])
    if is_latter(text, found.stand_in):
        return last_named(text, sentences, before)
    return antecedent(text, sentences, since, before) or spoke or only_person(text, sentences, before)


def _quote(view: View, speech: _Speech, speaker: Place | None) -> Quote:
    pieces = speech.quoted.pieces
    start, end = pieces[0][0], pieces[-1][1]
    role = speech.attribution.role
    return Quote(
        text=speech.quoted.text(view.text),
        speaker=name_text(view.text[slice(*speaker)]) if speaker else None,
        speaker_role=name_text(view.text[slice(*role)]) if role else None,
        speaker_span=view.span(*speaker) if speaker else None,
        span=view.span(start, end),
        raw=view.raw(start, end),
        rule=speech.rule,
    )
