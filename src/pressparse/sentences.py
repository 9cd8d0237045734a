"""Running text against titles and headings: what ends, or goes on, like a sentence."""

import regex

_LONGEST_TITLE = 260
_LONG_SENTENCE = 120
_SENTENCE_WORDS = 9
_LONGEST_END = 8  # characters: a full stop, closing marks, the marker of a footnote
# A number behind the stop is a footnote's marker, glued to it: `Nov. 12` and `Version 4.0` end no sentence.
_ENDS = regex.compile(r"""[.…;:][\s\xa0]*["”»’')\]]{0,2}(?:\[\d{1,2}\]|(?<![\d\s\xa0]|\d\.)\d{1,2}|\*)?\Z""")
_GOES_ON = regex.compile(r"""[\p{Ll}\d)»”"]{2}[.!?]["”»’')]{0,2}\s++["“«]?\p{Lu}""")
_OPENS_TITLE = regex.compile(r"""(?:[^\s.!?]++\s){0,5}+[^\s.!?]++[.!?]\s++[^.!?]++\Z""")
_STOP = regex.compile(r"""[\p{Ll}\d)»”"]\.["”»’')]{0,2}\Z""")
_CALLS = regex.compile(r"""[!?]["”»’')\s\xa0]{0,3}\Z""")


def is_sentence(text: str) -> bool:
    """Tell whether `text` is running text and no title: it ends like a sentence, or another one follows in it."""
    if len(text) > _LONGEST_TITLE:
        return True
    end = text[-_LONGEST_END:]
    if _ENDS.search(end):
        return text.count(" ") + 1 >= _SENTENCE_WORDS
    if len(text) <= _LONG_SENTENCE or _CALLS.search(end) or not _GOES_ON.search(text):
        return False
    return _OPENS_TITLE.match(text) is None  # `Space Council. Both agencies sign …`: an occasion and its headline


def ends_sentence(text: str) -> bool:
    """Tell whether `text`, however short, ends with a full stop, or a sentence ends and another begins inside it."""
    return _STOP.search(text[-_LONGEST_END:]) is not None or _GOES_ON.search(text) is not None
