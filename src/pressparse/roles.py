"""What a cell beside a name says: someone's role, a desk, an organization."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressparse.lexicon import phrase, phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressparse.lexicon import Word

_MOST_WORDS = 16
_LONGEST_PHRASE = 6
_SHOUTED = 4
_DESK = frozenset({"desk_nouns", "desk_topics", "desk_words"})
_TOPICS = frozenset({"desk_topics", "role_words"})
# Words behind which a role names its organization.
_CONNECTORS = frozenset(
    {
        "at",
        "of",
        "for",
        "du",
        "de",
        "des",
        "chez",
        "pour",
        "au",
        "d'",
        "l'",
        "de la",
        "@",
        "à",
        "the",
        "la",
        "der",
        "bei",
    }
)


def is_role(words: Sequence[Word]) -> bool:
    """Whether `words` say what someone does."""
    return len(words) <= _MOST_WORDS and any("role_nouns" in word.tables for word in words)


def is_desk(words: Sequence[Word]) -> bool:
    """Whether `words` name a desk: a noun and a topic (`Service de presse du CNES`), or topics alone."""
    nouns = any("desk_nouns" in word.tables for word in words)
    topics = any("desk_topics" in word.tables for word in words)
    if not topics or len(words) > _MOST_WORDS or is_role(words):
        return False
    if nouns:
        return True
    names = organization_in(words)
    rest = [word for at, word in enumerate(words) if names is None or not names[0] <= at < names[1]]
    return all(word.tables & _DESK for word in rest)


def is_organization(words: Sequence[Word]) -> bool:
    """Whether `words` are an organization's name and nothing else."""
    if not words or len(words) > _MOST_WORDS or is_role(words):
        return False
    if phrase(list(words)) in phrases("organizations"):
        return True
    shouted = len(words) > _SHOUTED and all(word.capital and word.acronym for word in words)
    listed = any(_is_marked(word) for word in words) or (len(words) == 1 and words[0].acronym)
    return listed and not shouted and all(_may_stand_inside(word) for word in words)


def _is_marked(word: Word) -> bool:
    return ("organization_words" in word.tables and word.capital) or ("organizations" in word.tables and word.capital)


def _may_stand_inside(word: Word) -> bool:
    return word.capital or word.acronym or word.folded in _JOINTS or not any(map(str.isalpha, word.folded))


_JOINTS = frozenset(
    {
        "and",
        "of",
        "for",
        "the",
        "de",
        "du",
        "des",
        "d'",
        "l'",
        "la",
        "le",
        "les",
        "et",
        "&",
        "für",
        "und",
        "in",
        "à",
        "spatiale",
        "spatial",
        "di",
    }
)


def organization_in(words: Sequence[Word]) -> tuple[int, int] | None:
    """Return where in `words` an organization is named, the longest and first known one, else an acronym in front of
    `press officer` or the like.
    """
    for start in range(len(words)):
        for end in range(min(len(words), start + _LONGEST_PHRASE), start, -1):
            if phrase(list(words[start:end])) in phrases("organizations") and (
                words[start].capital or words[start].acronym
            ):
                return start, end
    if len(words) > 1 and words[0].acronym and words[1].tables & _TOPICS and not words[1].acronym:
        return 0, 1
    return None
