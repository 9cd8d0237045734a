"""What stands around the text: captions and credits, navigation, link lines, end marks, boilerplate, footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import regex

from pressparse.book import per_book
from pressparse.captions import LONGEST_CAPTION, is_caption, is_image
from pressparse.links import has_link
from pressparse.tries import compile_words
from pressparse.words import first_word, fold, merged_vocabulary

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from pressparse.lines import Line
    from pressparse.words import Vocabulary

_LONGEST_NAVIGATION = 80
_LONGEST_HEADING = 120
_LONGEST_FILING = 200
_LONGEST_PHRASE = 6
_PAGE = regex.compile(
    r"""
      (?: [^.\n]{1,60} (?: [ ]{2,9}+ | [|•·–—-][ ] ) )? (?i: page | seite | p\.) [ ] \d{1,3}
      (?: [ ]? (?: of | sur | de | von | / ) [ ]? \d{1,3} )?
    | [1-9]/[1-9] | \.{2,3}[ ]?/[ ]?\.{2,3}
    | (?: [–—-][ ]? )? (?!30) \d{1,3} [ ]? [–—-]            # -30- is an end
    """,
    regex.VERBOSE,
)
_ENDS_PAGE = frozenset("0123456789.–—-")
_TRAIL = regex.compile(r"\S\s*[>»›]\s+\S[^>»›]*[>»›]\s+\S")
_LONGEST_LINK_LINE = 300
_FEW_WORDS = 4
_FEWEST_PLACES = 3
_KNOWN_ENTRIES = 2
_LONGEST_LABEL = 24
_LONGEST = max(_LONGEST_FILING, _LONGEST_LINK_LINE, LONGEST_CAPTION)  # only images and rules of tables are longer
_LINK_BORDERS = " :-–—|.()[]<>•→,;"
# Twitter: @lake, Instagram : lake_tales
_HANDLE = regex.compile(
    r"""
    (?i: twitter | x | instagram | facebook | linkedin | youtube | bluesky | mastodon | tiktok | flickr )
    [ ]? (?: :[ ]?@? | @ ) [\w./-]{2,60}+
    (?: [ ]?[|,;•] .{1,80} )?
    """,
    regex.VERBOSE,
)
_END_MARK = regex.compile(r"(?:\# ?){3,}+|(?:[-–—] ?)?30 ?[-–—]")  # of '- 30 -' the bullet is off
_TIME = r"\d{1,2} (?: :\d\d (?: [ ]?[ap]\.?m\.? )? | [ ]?[ap]\.?m\.? | [ ]?h (?: [ ]?\d\d )? )"
# 11:30 Arrival; 9h – 10h30 : Visite
_PROGRAMME_ROW = regex.compile(
    rf"{_TIME} (?: [ ]?(?: [–-] | to | à )[ ]? {_TIME} )? [\s\xa0]* [:–-]? [\s\xa0]+ (?P<what> \p{{Lu}}\p{{Ll}}++ )",
    regex.VERBOSE,
)
_LINKS = regex.compile(r"(?:\[[^\[\]\n]{2,24}+\][ ]?){3,}+")  # [Date Prev] [Date Next] [Index]
_URL = regex.compile(
    r"(?:https?://|www\.)[^\s<>\"]{3,500}+|\b[\w-]{1,60}(?:\.[\w-]{1,60}){0,5}\.(?:fr|com|org|int|eu|gov|net|de|jp|it|es|edu|info)(?:/[^\s<>\"]{0,300}+)?(?!\w)"
)
_ADDRESS = regex.compile(r"[@#][\w.@-]++|(?:https?://)?(?:[\w-]++\.){1,5}[a-z]{2,6}+(?:/\S*+)?")
_TABLE_RULE = regex.compile(r"[|:\s\xa0-]++")
_OPENS_TABLE_RULE = frozenset("|:-")
_TOKENS = regex.compile(r"\s*[|/>»·•–—:]\s*|\s{2,}|\t")
_FOOTNOTE = regex.compile(
    r"""
    (?P<marker> \d{1,2} (?: \.(?=[ \xa0]) )?
              | \*{1,3} | [⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2} | \(\d{1,2}\) | \(\*{1,3}\) | \[\d{1,2}\] | † | ‡ )
    (?P<gap> [ \t\xa0]{1,4} | (?=\p{Lu}) )
    (?= [*_]{0,3} (?: \p{L} | ["“«] ) )
    """,
    regex.VERBOSE,
)
_STARS = ("*", "**", "***")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_REFERENCE = regex.compile(
    r"""
      (?<=[\p{L}»”")’']) \d{1,2}+ (?! \w | [.,]\d )
    | \( \d{1,2}+ \) | \( \*{1,3}+ \) | \[ \d{1,2}+ \]
    | (?<![⁰¹²³⁴⁵⁶⁷⁸⁹]) [⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}+ (?![⁰¹²³⁴⁵⁶⁷⁸⁹])
    | (?<=\w) (?: \*{1,3}+ (?!\*) | [†‡] )
    | (?<=\p{L}{2} [ \xa0] ) \*{1,3}+ (?= [ \xa0] \p{Ll} | [ \xa0]? [.,;:)] )  # set apart: 'GEOFIN * programme'
    """,
    regex.VERBOSE,
)
_LONGEST_BAR = 140
_SHARE_OPENING = 2  # letters


def around(line: Line) -> Literal["around", "caption", "links"] | None:
    """Return what `line` shows by itself to be, wherever it stands; `None` for text."""
    if line.rule:
        return "around"
    text = line.text
    if is_table_rule(text):
        return "around"
    if len(text) > _LONGEST:
        return "caption" if is_image(text) else None
    word, words = first_word(text), merged_vocabulary("masthead")
    if _is_navigation(text, word, words):
        return "around"
    if is_caption(text, word, words):
        return "caption"
    return "links" if is_link_line(line) else None


def _is_navigation(text: str, word: str, vocabulary: Vocabulary) -> bool:
    """Tell whether `text` is made of a site's own words: `Français English`, `Accueil > Espace presse`, `Imprimer`."""
    if len(text) > _LONGEST_FILING:
        return False
    first_words = vocabulary.first_words
    filed = word in first_words["tag_labels"] and _is_filing(text, vocabulary.meanings["tag_labels"])
    if filed or (word in first_words["invitations"] and _is_invitation(text, vocabulary)):
        return True
    if len(text) > _LONGEST_NAVIGATION or (text[-1] == "." and text[0] != "."):
        return text[-1] != "." and _is_path(text)
    if word in first_words["navigation"] and _is_menu(text, vocabulary.meanings["navigation"]):
        return True
    if (text[-1] in _ENDS_PAGE and _PAGE.fullmatch(text)) or (text[0] == "[" and _LINKS.fullmatch(text)):
        return True
    return _is_share_bar(text) or _is_trail(text)


def _is_trail(text: str) -> bool:
    """Tell whether `text` says where a page stands; a row of issuers was known before."""
    if text.count(" / ") >= _FEWEST_PLACES - 1 and all(place.count(" ") <= _FEW_WORDS for place in text.split(" / ")):
        return True
    return _is_path(text)


def _is_path(text: str) -> bool:
    """Tell whether marks point the way to a page; the last of its places may be a long title."""
    pointed = ">" in text or "›" in text or "»" in text
    return pointed and "«" not in text and _TRAIL.search(text) is not None  # Home > News > A station


def tells_of_event(line: Line) -> bool:
    """Tell whether `line` is one of the rows in which an advisory says what happens where and when."""
    label, colon, _ = line.text[:_LONGEST_LABEL].partition(":")
    return bool(colon) and fold(label) in merged_vocabulary("masthead").meanings["event_labels"]


def _is_share_bar(text: str) -> bool:
    """Tell whether `text` says no more than how to share a page: `Share on Facebook`, `Tweeter`, `ShareTweet 12`."""
    if len(text) > _LONGEST_BAR or text[:_SHARE_OPENING].lower() not in _share_openings():
        return False
    return _share_bar().fullmatch(fold(text)) is not None


@per_book()
def _share_openings() -> frozenset[str]:
    meanings = merged_vocabulary("masthead").meanings
    words = (*meanings["networks"], *meanings["share_verbs"])
    return frozenset(f"{word} "[:_SHARE_OPENING] for word in words)


@per_book()
def _share_bar() -> regex.Pattern[str]:
    """Return the pattern of a bar: a verb to share by, or networks, and nothing that is neither."""
    meanings = merged_vocabulary("masthead").meanings
    return compile_words(
        r"""
        (?: \L<verbs> | \L<networks> (?= [^a-z]{0,12} (?: \L<verbs> | \L<networks> ) ) )
        (?: [\s|•·,:/+()-]* (?: \L<verbs> | \L<networks> | (?<![a-z]) \L<joints> (?![a-z]) | \d{1,6}+ k? ) ){0,30}+
        [\s|•·,:/+()-]*
        """,
        {
            "verbs": tuple(meanings["share_verbs"]),
            "networks": tuple(meanings["networks"]),
            "joints": tuple(meanings["share_joints"]),
        },
    )


def _is_menu(text: str, known: Container[str]) -> bool:
    entries = [fold(entry) for entry in text.split("|")]  # of a row with bars the well-known ones vouch for the others
    if len(entries) >= _FEWEST_PLACES and sum(entry in known for entry in entries) >= _KNOWN_ENTRIES:
        return all(entry.count(" ") < _FEW_WORDS for entry in entries)
    return fold(text).strip(" |>•·:-") in known or _is_made_of(
        known, [word.strip("()") for part in _TOKENS.split(fold(text)) for word in part.split()]
    )


def _is_filing(text: str, labels: Container[str]) -> bool:
    """Tell whether `text` lists what a page is filed under, or would: `Tags: balloons, Arctic`, `Filed under , ,`."""
    if text[-1] == "," and fold(text).rstrip(" ,:") in labels:
        return True
    label, colon, tags = text.partition(":")
    return bool(colon and tags) and fold(label) in labels and text[-1] != "."


def _is_invitation(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether `text` invites to a page's other channels: `Follow us on X @lake and on Instagram`."""
    channels, invitations = vocabulary.meanings["channels"], vocabulary.meanings["invitations"]
    said = [word for token in text.split() if (word := fold(token).strip(_LINK_BORDERS + "!&"))]
    length = next((n for n in range(_LONGEST_PHRASE, 0, -1) if " ".join(said[:n]) in invitations), 0)
    named = [word for word in said[length:] if word not in channels]
    return bool(length and len(said) > 1) and all(_ADDRESS.fullmatch(word) for word in named)


def _is_made_of(known: Container[str], words: Sequence[str]) -> bool:
    """Tell whether `words` are phrases that are `known`, one after the other, each as long as can be."""
    at = 0
    while at < len(words):
        taken = next((n for n in range(_LONGEST_PHRASE, 0, -1) if " ".join(words[at : at + n]) in known), 0)
        if not taken:
            return False
        at += taken
    return bool(words)


def is_table_rule(text: str) -> bool:
    """Tell whether `text` is a row of a table without words: `|---|:---:|`, `| | |`."""
    return text[:1] in _OPENS_TABLE_RULE and "|" in text and _TABLE_RULE.fullmatch(text) is not None


def is_end_mark(line: Line) -> bool:
    """Tell whether `line` says that the release ends: `###`, `-end-`, `FIN`."""
    text = line.text
    if len(text) > _LONGEST_NAVIGATION:
        return False
    if not (text[0] in "-–—*#<[(" or text[-1] in "-–—" or text.isupper()):
        return False
    bare = fold(text).strip("-–—*#_~ .<>[]()")
    return _END_MARK.fullmatch(text) is not None or bare in merged_vocabulary("masthead").meanings["end_marks"]


def opens_summary(line: Line) -> bool:
    """Tell whether `line` heads the points of a release, or one of them: `Key points:`, « L’essentiel », `WHEN`."""
    text = line.text
    if len(text) >= _LONGEST_NAVIGATION:
        return False
    words, word = merged_vocabulary("masthead"), first_word(text)
    table = "summary_titles"
    if word in words.first_words["event_labels"] and (text.isupper() or text[-1:] == ":"):
        table = "event_labels"
    return word in words.first_words[table] and fold(text).rstrip(" :") in words.meanings[table]


def heads_programme(line: Line) -> bool:
    """Tell whether `line` heads the rows of a programme: `Provisional Programme`, « Ordre du jour »."""
    text = line.text
    words = merged_vocabulary("masthead")
    return words.may_begin("programme_titles", text) and fold(text).rstrip(" :") in words.meanings["programme_titles"]


def is_programme_row(line: Line) -> bool:
    """Tell whether `line` says what is on at what hour (`11:30 Arrival`), and not when an office is open."""
    row = _PROGRAMME_ROW.match(line.text) if line.text[0].isdigit() else None
    return row is not None and fold(row["what"]) not in merged_vocabulary("masthead").meanings["weekdays"]


def opens_boilerplate(line: Line) -> bool:
    """Tell whether `line` is the heading of what the issuer says about itself or a mission: `About CNES`."""
    text = line.text
    if len(text) > _LONGEST_HEADING and ":" not in text[: _LONGEST_HEADING + 1]:
        return False
    words, word = merged_vocabulary("masthead"), first_word(text)
    titled = len(text) < _LONGEST_NAVIGATION and word in words.first_words["boilerplate_titles"]
    if titled and fold(text).rstrip(" :") in words.meanings["boilerplate_titles"]:
        return True
    match = _about().match(text) if text[0].isdigit() or word in words.first_words["boilerplate"] else None
    if not match:
        return False
    decorated = line.heading or line.bold or text[-1] == ":"
    if match["name"] is None:  # `About the campaign`: set as a heading, or a few words
        few = match["article"] is not None and text.count(" ", match.end()) < _FEW_WORDS and "," not in text
        return bool(decorated or few) and len(text) <= _LONGEST_NAVIGATION and text[-1] not in ".,;"
    head, mark, _ = text.partition(":")
    if mark and match.end() <= len(head) <= _LONGEST_HEADING and "." not in head:
        return True  # `About CNES: The Centre […]`, heading and text on one line
    return len(text) <= _LONGEST_HEADING and (bool(decorated) or text[-1] not in ".,;")


@per_book()
def _about() -> regex.Pattern[str]:
    return compile_words(
        r"""
        (?:\d{1,2}\.[ ])? (?:\L<boilerplate>) [\s\xa0]+
        (?: (?P<article> (?i: (?:the|de|du|des|la|le|les|das|der|die|den)\b | [dl]['’] ) ) [\s\xa0]? ){0,3}+
        (?P<name> (?= \p{Lu} | \d++ (?: \p{L} | [ ]\p{Lu}[^ ]*+ \Z ) | ["“«] | (?i:us|nous)\b ) )?+
        """,
        merged_vocabulary("masthead").lists,
    )


def is_link_line(line: Line) -> bool:
    """Tell whether `line` says no more than where to find something: `Learn more at https://…`."""
    text = line.text
    if len(text) > _LONGEST_LINK_LINE:
        return False
    if text[-1] == ":" and fold(text[:-1]).strip() in _link_labels():
        return True
    if (":" in text or "@" in text) and _HANDLE.fullmatch(text):
        return True
    if "." not in text or "@" in text or not has_link(text) or not _URL.search(text):
        return False
    left = fold(_URL.sub(" ", text)).strip(_LINK_BORDERS)
    return not left or left in _link_labels() or (len(left) <= _LONGEST_NAVIGATION and bool(_link_phrase().match(left)))


def _link_labels() -> Container[str]:
    return merged_vocabulary("masthead").meanings["link_labels"]


@per_book()
def _link_phrase() -> regex.Pattern[str]:
    labels = merged_vocabulary("masthead").meanings["link_labels"]
    return compile_words(r"\L<labels> (?!\w)", {"labels": tuple(labels)})


def footnote_marker(line: Line) -> tuple[str, int] | None:
    """Return the marker that `line` begins with and where its note begins; `None` if it begins with none."""
    if line.bullet and line.content.given[line.span.start] == "*":
        return "*", 0
    match = None if line.text[:1].isalpha() else _FOOTNOTE.match(line.text)
    if not match or (not match["gap"] and match["marker"].isdecimal()):
        return None
    if match["marker"] in _STARS and line.text.find(match["marker"], match.end()) > 0:  # **Name** of somebody
        return None
    return match["marker"].strip("()[].").translate(_LOWERED), match.end()


def markers_in(text: str) -> Iterator[str]:
    """Yield the markers by which `text` refers to notes: behind a word, in brackets or raised: `CADMOS1`, `(1)`."""
    for match in _REFERENCE.finditer(text):
        yield match[0].strip("()[]").translate(_LOWERED)
