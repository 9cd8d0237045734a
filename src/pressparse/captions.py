"""Captions: what stands below a picture, credits, the names of image files."""

import regex

from pressparse.book import per_book
from pressparse.tries import compile_words
from pressparse.words import Vocabulary, merged_vocabulary

LONGEST_CAPTION = 300
_LONGEST_VIEW = 160
_CREDIT_WITHIN = 100
_IMAGE_ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".webp", ".bmp", ".svg", ".mp4", ".mov")
_LONGEST_ENDING = max(map(len, _IMAGE_ENDINGS))
_IMAGE_FILE = regex.compile(r"[\w%()., '’-]{1,140}+")
_CAPTION_SIGNS = frozenset("©(Cc")
_IMAGE = regex.compile(r"!\[[^\[\]\n]{0,300}+\]\([^()\s]{1,800}+[^()\n]{0,200}\)")
_COPYRIGHT = regex.compile(r"(?:©|\(c\)|Copyright\b)", regex.IGNORECASE)
_CREDIT_AT_END = regex.compile(
    r"""
      (?: © | \b (?i: crédits? | credits? ) \s?: ) (?: [^.!?\n]++ | (?<= \b \p{Lu} ) \. ){1,8}+ \Z
    | (?<! [.!?] \s )
      \( (?: © | (?i: (?: photos? | images? | pictures? | courtesy | (?: (?:photo|image)\s )?cr[ée]dits?(?:\sphotos?)? )
                     (?: \s (?: of | by | de | du ) \b | \s?: | \s (?= (?-i: \p{Lu} ) | © ) ) ) )
      [^()\n]{1,80}+ \) \Z
    | \( (?i: PRNewsFoto ) / [^()\n]{0,80}+ \) \Z
    | \( (?i: (?: from \s )? left \s to \s right | de \s gauche \s à \s droite ) \) \Z
    """,
    regex.VERBOSE,
)
_AGENCIES = ("/ AFP", "/AFP", "/ Reuters", "/REUTERS", "/ REUTERS", "/ AP", "/ EPA", "/ Getty Images")


def is_image(text: str) -> bool:
    """Tell whether `text` is an image in Markdown."""
    return text[0] == "!" and _IMAGE.match(text) is not None


def is_caption(text: str, word: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a line's `text`, which begins with `word`, is a caption, a credit or the name of an image file."""
    if is_image(text):
        return True
    if len(text) > LONGEST_CAPTION:
        return False
    if text[0] in _CAPTION_SIGNS and _COPYRIGHT.match(text):
        return True
    if text[-_LONGEST_ENDING:].lower().endswith(_IMAGE_ENDINGS) and _IMAGE_FILE.fullmatch(text):
        return True
    firsts = vocabulary.first_words
    labelled = word in firsts["captions"] and _caption_label().match(text)
    drawn = word in firsts["artists_views"] and len(text) <= _LONGEST_VIEW and _artists_view().match(text)
    return bool(labelled or drawn or text.endswith(_AGENCIES)) or (
        ("©" in text or ":" in text or text[-1] == ")")
        and _CREDIT_AT_END.search(text[-_CREDIT_WITHIN:]) is not None
        and not text.startswith(("•", "“", "«"))
    )


@per_book()
def _caption_label() -> regex.Pattern[str]:
    return compile_words(
        r"[(\[]? [ ]? (?:\L<captions>) \.? (?: [ ] (?: \d{1,3} | n° ?\d{1,3} ) )? (?: [\s\xa0]* [:©] | (?<=\d)\.[ ] )",
        merged_vocabulary("masthead").lists,
    )


@per_book()
def _artists_view() -> regex.Pattern[str]:
    return compile_words(
        r"""
        (?= \p{Lu} ) (?:\L<artists_views>)
        (?: [ \xa0] (?: (?: of|showing|by|de|du|des|der|von|montrant ) \b | d['’] ) | [ \xa0]? [.(,–—-] | \Z )
        """,
        merged_vocabulary("masthead").lists,
    )
