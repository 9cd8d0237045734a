"""The body: paragraphs, list items among them, and the headings between them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs
import regex

from pressparse.headlines import is_sentence, is_title_case
from pressparse.lines import Line, undecorate
from pressparse.notes import heads_programme, opens_summary, tells_of_event
from pressparse.quotes import is_speech, leads_to_speech, signs
from pressparse.text import View, join
from pressparse.words import fold, merged_vocabulary
from pressparse.wrapping import paragraphs, unwrap

_LONGEST_SUBHEADING = 110
_OPENS_SUBHEADING = regex.compile(r"[\p{Lu}\d]")  # what an unmarked line opens in quotation marks is speech
_NO_SUBHEADING = ".,;"
_CLOSING = "”\"»’' \xa0\u202f"
_ENDS = frozenset('.!?…:;»”"')
_MARKS = frozenset("“\"«„‘'")
_LABEL_WORDS = 4
_MOST_WORDS = 16
_STANDFIRST_WORDS = 8
_LONG_STANDFIRST = 12
_CLOCK = regex.compile(r"(?:[ ]?[–-]?[ ]?\d{1,2}(?::\d\d|[ ]?h(?:[ ]?\d\d)?)){1,2}")
_NUMBERED = regex.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+\p{Lu}")
_LONGEST_NUMBERED = 200


@attrs.frozen
class Body:
    """The body's texts, each list in order, without the decoration in them."""

    paragraphs: tuple[View, ...]
    subheadings: tuple[View, ...]


def find_body(runs: Iterable[Sequence[Line]]) -> Body:
    """Return the paragraphs and sub-headings in the `runs` of lines that make the body."""
    texts: list[View] = []
    subheadings: list[View] = []
    for run in runs:
        broken = bool(texts) and texts[-1].text[-1:] not in _ENDS
        for group, is_heading in _with_headings(tuple(paragraphs(run)), opens=not texts and not subheadings):
            text = undecorate(unwrap(group))
            if broken and text.text[:1].islower() and not group[0].bullet:  # the page ended in mid-sentence
                texts[-1] = join([texts[-1], text], " ")
            else:
                (subheadings if is_heading else texts).append(text)
            broken = False
    return Body(tuple(text for text in texts if text.text), tuple(heading for heading in subheadings if heading.text))


def _with_headings(groups: Sequence[tuple[Line, ...]], *, opens: bool) -> Iterator[tuple[tuple[Line, ...], bool]]:
    """Yield each of `groups` and whether it is a sub-heading; what `opens` the body may be a standfirst."""
    for at, (group, following) in enumerate(pairwise((*groups, ()))):
        standfirst = opens and at == 0 and _is_standfirst(group[0])
        signed = at and not group[0].heading and _is_quoted(groups[at - 1]) and signs(group[0].text)
        yield group, not (standfirst or signed) and _is_subheading(group, following)


def _is_quoted(group: tuple[Line, ...]) -> bool:
    return group[0].text[0] in _MARKS and group[-1].text[-1] in _CLOSING


def _is_standfirst(line: Line) -> bool:
    """Tell whether `line`, the first of the body, is a standfirst: unmarked, and long or set like a sentence."""
    text = line.text
    if line.heading or line.bold or _NUMBERED.match(text) or text[-1] == ":":
        return False
    words = text.count(" ")
    return words >= _LONG_STANDFIRST or (words >= _STANDFIRST_WORDS and not is_title_case(text))


def _is_subheading(group: tuple[Line, ...], following: tuple[Line, ...]) -> bool:
    """Tell whether `group` heads what follows: marked as a heading, or one short line that is no sentence."""
    line = group[0]
    text = line.text
    if opens_summary(line) or heads_programme(line):
        return len(group) == 1 and bool(following)
    longest = _LONGEST_NUMBERED if text[0].isdigit() and _NUMBERED.match(text) else _LONGEST_SUBHEADING
    if line.bullet or len(text) > longest or text.count(" ") >= _MOST_WORDS:
        return False
    if line.heading:
        return not is_sentence(text)
    if len(group) > 1 or text.rstrip(_CLOSING)[-1:] in _NO_SUBHEADING or _leads_on(line):
        return False
    if text[-1] == ":" and not _is_label(line, following):
        return False
    return line.bold or bool(
        following
        and _OPENS_SUBHEADING.match(text)
        and (following[0].bullet or _is_running_text(" ".join(line.text for line in following)))
        and not _speaks(text, following)
    )


def _is_running_text(text: str) -> bool:
    """Tell whether `text` is a sentence, or ends as one does with an address: `To take part, write to x@y.fr`."""
    if is_sentence(text):
        return True
    *words, last = text.split()
    return len(words) >= _STANDFIRST_WORDS and _is_address(last)


def _is_address(word: str) -> bool:
    return "@" in word or "://" in word or word.startswith("www.")


def _leads_on(line: Line) -> bool:
    """Tell whether `line` begins what follows (`He met with`, above a list), or is an hour, an address or a row."""
    text = line.text
    if _CLOCK.fullmatch(text):
        return True
    row = tells_of_event(line) or (": " in text and not line.gap and not line.bold)  # `Venue: Lund`, below another
    last = text.rsplit(None, 1)[-1]
    return (
        row
        or "@" in text
        or _is_address(last)
        or fold(last.rstrip(":")) in merged_vocabulary("masthead").meanings["function_words"]
    )


def _speaks(text: str, following: tuple[Line, ...]) -> bool:
    """Tell whether `text` says who says what, or who says what is `following` in quotation marks."""
    if text[-1] == ":" and following[0].text[0] in _MARKS:
        return leads_to_speech(text)
    return not _MARKS.isdisjoint(text) and is_speech(text)


def _is_label(line: Line, following: tuple[Line, ...]) -> bool:
    apart = line.gap and following and following[0].gap and not following[0].bullet
    return bool(apart) and line.text.count(" ") < _LABEL_WORDS
