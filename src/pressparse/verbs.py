"""What the verbs of a clause tell about its time, in English and in French.

No grammar: a clause is a row of words, read from the date outward, and of each word only so much is asked as the
tense takes. Every table below is a vocabulary (`data/words/<language>/tense.toml`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from pressparse.words import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Tense = Literal["past", "present", "future"]
# "open" is a verb that leaves it open on which side of the release it lies: "was scheduled for", "is".
Reading = Literal["past", "present", "future", "open"]


@cache
def tables(language: str) -> Mapping[str, frozenset[str]]:
    """Return the words of each table of the tenses of `language`, in small letters."""
    return {
        name: frozenset(word.replace("’", "'") for word in words if word.islower())
        for name, words in vocabulary("tense", language).lists.items()
    }


def reading(words: Sequence[str], at: int, language: str) -> Reading | None:
    """Return what the word at `at` tells, its neighbors in `words` considered; `None` if it is no verb."""
    return _READERS[language](words, at, tables(language))


def _skip_back(words: Sequence[str], at: int, skipped: frozenset[str]) -> int:
    """Return the index of the last word before `at` that is none of `skipped`, -1 if there is none."""
    at -= 1
    while at >= 0 and (words[at] in skipped or words[at].endswith(("ly", "ment"))):
        at -= 1
    return at


def _skip(words: Sequence[str], at: int, skipped: frozenset[str]) -> str:
    """Return the first word behind `at` that is none of `skipped`, `""` if there is none."""
    at += 1
    while at < len(words) and (words[at] in skipped or words[at].endswith(("ly", "ment"))):
        at += 1
    return words[at] if at < len(words) else ""


def _is_english_past(word: str, known: Mapping[str, frozenset[str]]) -> bool:
    return word in known["past"] or (word.endswith("ed") and len(word) > len("red") and word not in known["no_past"])


def _english(words: Sequence[str], at: int, known: Mapping[str, frozenset[str]]) -> Reading | None:
    word = words[at]
    if word in known["will"] or word.endswith("'ll"):
        return "future"
    if word in known["modal"]:
        return "past" if _skip(words, at, known["adverbs"]) == "have" else "future"
    if word in known["be_past"]:
        return "open" if _skip(words, at, known["adverbs"]) in known["planned"] | {"to"} else "past"
    if word in known["had"]:
        return "past"
    if word in known["be_present"]:
        return _english_is(words, at, known)
    if word in known["have_present"]:
        return _english_has(words, at, known)
    if word == "to":
        return _english_to(words, at, known)
    if word in known["planned"] or _is_english_past(word, known):
        return _english_participle(words, at, known)
    return "present" if word in known["schedule"] and (not at or words[at - 1] != "to") else None


def _english_is(words: Sequence[str], at: int, known: Mapping[str, frozenset[str]]) -> Reading:
    following = _skip(words, at, known["adverbs"])
    if following in known["planned"] or following == "to":
        return "future"
    return "present" if following.endswith("ing") or _is_english_past(following, known) else "open"


def _english_has(words: Sequence[str], at: int, known: Mapping[str, frozenset[str]]) -> Reading | None:
    following = _skip(words, at, known["adverbs"])
    if following in known["be"] or _is_english_past(following, known):
        return "past"
    return "future" if following == "to" else None


def _english_to(words: Sequence[str], at: int, known: Mapping[str, frozenset[str]]) -> Reading | None:
    """Return what "to" tells: an infinitive lies ahead, unless what leads to it is over ("flew to study")."""
    following = words[at + 1] if at + 1 < len(words) else ""
    if not following.islower() or following in known["no_infinitive"]:
        return None
    for before in range(at - 1, -1, -1):
        if words[before] in known["projecting"] | known["planned"]:
            return "future"
        if words[before] not in known["schedule"] and (found := _english(words, before, known)):
            return found
    return "future"


def _english_participle(words: Sequence[str], at: int, known: Mapping[str, frozenset[str]]) -> Reading | None:
    before = _skip_back(words, at, known["adverbs"] | known["be"])
    auxiliary = words[before] if before >= 0 else ""
    if auxiliary == "to" and words[before + 1] in known["be"] | known["adverbs"]:
        return "future"
    if any(auxiliary in known[name] for name in ("will", "modal", "be_past", "be_present", "have_present")):
        return _english(words, before, known)
    return "future" if words[at] in known["planned"] else "past"


def _is_participle(word: str, known: Mapping[str, frozenset[str]]) -> bool:
    if word in known["no_verb"]:
        return False
    stem = word.removesuffix("s").removesuffix("e") if word.endswith(("e", "es", "s")) else word
    return word.endswith(("é", "ée", "és", "ées")) or word in known["participles"] or stem in known["participles"]


def _french(words: Sequence[str], at: int, known: Mapping[str, frozenset[str]]) -> Reading | None:
    word = words[at]
    if word in known["avoir"]:
        return _french_avoir(words, at, known)
    if word in known["etre"]:
        return _french_etre(words, at, known)
    if word in known["no_verb"]:
        return None
    if word in known["va"] or word in known["future"]:
        return "future"
    if word in known["vient"]:
        return "past" if _skip(words, at, known["adverbs"]) in {"de", "d'"} else None
    if word in known["past"] or word.endswith(("èrent", "irent", "urent")):
        return "past"
    if len(word) > len("ra") + 1 and word.endswith(("ra", "ront", "rons", "rait", "raient")):
        return "future"
    if word.endswith(("ait", "aient")):
        return "open" if _skip(words, at, known["adverbs"]) in known["planned"] else "past"
    if word in known["planned"] or _is_participle(word, known):
        return _french_participle(words, at, known)
    return "present" if word in known["schedule"] else None


def _french_avoir(words: Sequence[str], at: int, known: Mapping[str, frozenset[str]]) -> Reading | None:
    following = words[at + 1] if at + 1 < len(words) else ""
    if following in known["lieu"]:
        return "present"
    behind = _skip(words, at, known["adverbs"])
    if following in {"été", "eu"} or _is_participle(behind, known) or behind in known["planned"]:
        return "past"
    return None


def _french_etre(words: Sequence[str], at: int, known: Mapping[str, frozenset[str]]) -> Reading:
    behind = _skip(words, at, known["adverbs"])
    if behind in known["planned"]:
        return "future"
    if not _is_participle(behind, known):
        return "open"
    stem = behind.removesuffix("s").removesuffix("e")
    return "past" if stem in known["motion"] or (at and words[at - 1] in known["reflexive"]) else "present"


def _french_participle(words: Sequence[str], at: int, known: Mapping[str, frozenset[str]]) -> Reading | None:
    before = _skip_back(words, at, known["adverbs"])
    if before >= 0 and before != at and (found := _french_auxiliary(words, before, known)):
        return found
    return "future" if words[at] in known["planned"] else "past"


def _french_auxiliary(words: Sequence[str], at: int, known: Mapping[str, frozenset[str]]) -> Reading | None:
    word = words[at]
    if word in known["avoir"] or word in known["etre"] or word.endswith(("ra", "ront", "ait", "aient")):
        return _french(words, at, known)
    if word in {"être", "d'être"}:
        return "future"
    return None


_READERS: Mapping[str, Callable[[Sequence[str], int, Mapping[str, frozenset[str]]], Reading | None]] = {
    "en": _english,
    "fr": _french,
}
