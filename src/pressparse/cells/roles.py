"""What a cell beside a name says: someone's role, a desk, an organization."""

from collections.abc import Sequence

from pressparse.book import per_book
from pressparse.lexicon import Word, openings, phrase, phrases, words_of
from pressparse.names import is_given

_MOST_WORDS = 16
_LONGEST_PHRASE = 6
_LONGEST_NAME = 9
_SHOUTED = 4
_DESK = frozenset({"desk_nouns", "desk_topics", "desk_words"})
_TOPICS = frozenset({"desk_topics", "role_words"})
_DESCRIBING = frozenset({"role_words", "role_nouns", "organization_words"})
# Words behind which a role names its organization.
_CONNECTORS = frozenset({"at", "chez", "pour", "@", "with", "bei", "beim"})
_ROLES_AND_DESKS = frozenset({"role_nouns", "desk_nouns", "desk_topics"})
_NO_ORGANIZATION = _ROLES_AND_DESKS | {"role_words", "not_names"}


def is_role(words: Sequence[Word]) -> bool:
    """Whether `words` say what someone does."""
    return (
        0 < len(words) <= _MOST_WORDS
        and any("role_nouns" in word.tables for word in words)
        and not is_ministers_office(words)
    )


def is_desk(words: Sequence[Word]) -> bool:
    """Whether `words` name a desk: a noun and a topic (`Service de presse du CNES`), or topics, and perhaps whose."""
    nouns = any("desk_nouns" in word.tables for word in words)
    topics = any("desk_topics" in word.tables for word in words)
    if not topics or len(words) > _MOST_WORDS or is_role(words):
        return False
    if any("sentence_words" in word.tables for word in words):  # `Media who wish to attend should call the newsroom`
        return False
    if nouns:
        return True
    unknown = not words[0].tables and all(word.capital for word in words)  # `Heliodor Public Affairs`
    names = organization_in(words) or (0, int(unknown))
    rest = [word for at, word in enumerate(words) if not names[0] <= at < names[1]]
    return all(word.tables & _DESK for word in rest)


def is_office(text: str) -> bool:
    """Whether the desk `text` is a place with a telephone, and not only a line of work (`Media Relations`)."""
    return any("desk_nouns" in word.tables for word in words_of(text))


def is_organization(words: Sequence[Word]) -> bool:
    """Whether `words` are an organization's name and nothing else."""
    if words and is_ministers_office(words):
        return True
    if not words or len(words) > _MOST_WORDS or is_role(words):
        return False
    if phrase(words) in phrases("organizations"):
        return True
    if "organization_words" in words[0].tables and words[0].capital and not words[-1].stop:
        return len(words) <= _LONGEST_NAME and all(map(_is_wordlike, words))  # `Institut de physique du globe`
    if _is_national(words):
        return True
    shouted = len(words) > _SHOUTED and all(word.capital and word.acronym for word in words)
    listed = any(map(_is_marked, words)) or (len(words) == 1 and words[0].acronym) or organization_in(words) is not None
    return listed and not shouted and all(map(_may_stand_inside, words))


def _is_national(words: Sequence[Word]) -> bool:
    """Whether a country ends the name without a comma, or its seat: `Lakes Canada, Lund`; no given name is in front."""
    *front, last = words if "countries" in words[-1].tables else words[:-1] or words
    if (
        all(word.folded in _JOINTS for word in front)
        or "countries" not in last.tables
        or is_given(last)
        or is_given(words[0])
    ):
        return False
    return last.start == front[-1].end + 1 and all(
        (word.capital and not word.tables & _ROLES_AND_DESKS) or word.folded in _JOINTS for word in words
    )


def is_ministers_office(words: Sequence[Word]) -> bool:
    """Whether `words` begin as the office of somebody in office: `Office of the Minister of Lakes`."""
    known = phrases("ministers_offices")
    return words[0].folded in openings("ministers_offices") and any(
        phrase(words[:n]) in known for n in range(2, _LONGEST_PHRASE)
    )


_MARKS = frozenset({"organization_words", "organizations"})


def _is_marked(word: Word) -> bool:
    return word.capital and (bool(word.tables & _MARKS) or (word.acronym and "legal_forms" in word.tables))


def _is_wordlike(word: Word) -> bool:
    return word.folded.isdigit() or not any(map(str.isdigit, word.folded))


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
        "fur",
        "und",
        "in",
        "à",
        "spatiale",
        "spatial",
        "di",
    }
)


def organization_in(words: Sequence[Word]) -> tuple[int, int] | None:
    """Return where in `words` an organization is named: the first known one, the longest that begins there."""
    known, first = phrases("organizations"), openings("organizations")
    for start, word in enumerate(words):
        if (word.capital or word.acronym) and word.folded in first:
            for end in range(min(len(words), start + _LONGEST_PHRASE), start, -1):
                if phrase(words[start:end]) in known:
                    return start, end
    return None


@per_book(1024)
def organization_inside(text: str) -> tuple[int, int] | None:
    """Return where in the role `text` its organization stands: behind a comma or `at`, known by its name, or an acronym
    or another name in front (`OHB press officer`, `Northern Observatory Press Officer`).
    """
    words = words_of(text)
    found = _behind_comma(text, words) or organization_in(words) or _behind_connector(words) or _in_front(words)
    return (words[found[0]].start, words[found[1] - 1].end) if found else None


def _behind_comma(text: str, words: Sequence[Word]) -> tuple[int, int] | None:
    first = next((at for at in range(len(words) - 1, 0, -1) if "," in text[words[at - 1].end : words[at].start]), 0)
    return (first, len(words)) if first and _may_be_organization(words[first:]) else None


def _behind_connector(words: Sequence[Word]) -> tuple[int, int] | None:
    first = next((at + 1 for at, word in enumerate(words) if word.folded in _CONNECTORS), len(words))
    while first < len(words) and words[first].folded in _JOINTS and not words[first].capital:
        first += 1
    return (first, len(words)) if first < len(words) and _may_be_organization(words[first:]) else None


def _in_front(words: Sequence[Word]) -> tuple[int, int] | None:
    acronym = len(words) > 1 and words[0].acronym and words[1].tables & _TOPICS and not words[1].acronym
    if acronym:
        return 0, 1
    topic = next((at for at, word in enumerate(words) if "desk_topics" in word.tables), 0)
    named = topic > 1 and "organization_words" in words[topic - 1].tables
    return (0, topic) if named and not words[0].tables & _DESCRIBING and is_organization(words[:topic]) else None


def _may_be_organization(words: Sequence[Word]) -> bool:
    return is_organization(words) or all(word.capital and not word.tables & _NO_ORGANIZATION for word in words)
