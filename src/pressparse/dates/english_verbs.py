"""What an English verb tells about time: by its auxiliary, its ending, or what it means ("scheduled")."""

from collections.abc import Sequence
from typing import Literal

from pressparse.dates.verbs import Reading, Tables, Verbs, before, behind, tells_of_event, word_at

_SHORTEST_PAST = 4


def english_reading(  # noqa: PLR0911 - an answer each
    words: Sequence[str], at: int, known: Tables
) -> Reading | None:
    """Return what the word at `at` of `words`, a phrase, tells about time; `None` if it tells nothing."""
    word = words[at]
    if word in known["auxiliaries"] or word.endswith("'ll"):
        return _auxiliary(words, at, known)
    if word == "to":
        return _infinitive(words, at, known)
    if word in known["past"] and word_at(words, at - 1) == "to":  # "is set to put"
        return _infinitive(words, at - 1, known)
    if word == "forward" and word_at(words, at - 1).startswith("look"):
        return "future"
    if word in known["about"] and tells_of_event(words, at, known):
        return "open"
    if word in known["planned"] or _is_past(word, known) or (word == "set" and word_at(words, at + 1) in {"for", "to"}):
        return _participle(words, at, known)
    return "present" if _announces(words, at, known) else None


def english_description(words: Sequence[str], at: int, known: Tables) -> Literal["surely", "likely"] | None:
    """Return whether the word at `at`, no auxiliary being before it, may describe a noun: no object is behind it, and
    surely does where "by" is, or no subject before it.
    """
    word, following, earlier = word_at(words, at), word_at(words, at + 1), before(words, at, known)
    if word in known["having"] or word_at(words, earlier) in known["having"]:
        return "surely"
    if word == "to" and not (at and known["determiners"].isdisjoint(words[:at])):  # "an agreement to build"
        return "surely"
    if not (word in known["planned"] or _is_past(word, known)) or word in known["simple_past"]:
        return None
    if following in known["subjects"] or word_at(words, earlier) in known["pronouns"]:
        return None
    return "surely" if following == "by" or earlier < 0 else "likely"


def _is_past(word: str, known: Tables) -> bool:
    return word in known["past"] or (
        word.endswith("ed") and len(word) >= _SHORTEST_PAST and word.lower() not in known["no_past"]
    )


def _auxiliary(words: Sequence[str], at: int, known: Tables) -> Reading | None:  # noqa: PLR0911 - an answer each
    word = words[at]
    following = behind(words, at, known)
    if word in known["will"] or word.endswith("'ll"):
        return "future"
    if word in known["modal"]:
        return "past" if following == "have" or (word == "could" and word_at(words, at + 1) == "not") else "future"
    if word in known["be_past"]:
        return "open" if _lies_ahead(following, known) else "past"
    if word in known["had"]:
        return "past"
    if word in known["be_present"]:
        return _present_of_be(following, known)
    if following in known["be"] or _is_past(following, known):
        return "past"
    return "future" if following == "to" else None


def _lies_ahead(following: str, known: Tables) -> bool:
    return following == "to" or following in known["planned"] or following in known["bound"]


def _present_of_be(following: str, known: Tables) -> Reading:
    if _lies_ahead(following, known):
        return "future"
    return "present" if following.endswith("ing") or _is_past(following, known) else "linking"


def _infinitive(words: Sequence[str], at: int, known: Tables) -> Reading | None:
    """Return what "to" tells: its verb lies ahead, unless what leads to it is over ("flew to study")."""
    following = word_at(words, at + 1)
    if not following.islower() or following in known["no_infinitive"]:
        return None
    for earlier in reversed(range(at)):
        if any(words[earlier] in known[table] for table in ("projecting", "planned", "bound")):
            return "future"
        if found := english_reading(words, earlier, known):
            return "future" if found in {"present", "linking"} else found
    return "future"


def _participle(words: Sequence[str], at: int, known: Tables) -> Reading | None:  # noqa: PLR0911 - an answer each
    earlier = before(words, at, known, "be")
    auxiliary = word_at(words, earlier)
    if auxiliary == "to" and earlier + 1 < at:
        return _infinitive(words, earlier, known)
    has, planned = auxiliary in known["have_present"], words[at] in known["planned"] or words[at] == "set"
    if has and word_at(words, before(words, earlier, known)) in known["will"]:
        return "future"
    if auxiliary in known["auxiliaries"]:
        found = _auxiliary(words, earlier, known)
        # "has scheduled a visit on 8 October"
        return "future" if has and planned and found == "past" else found
    if word_at(words, before(words, at, known)) == "being":
        # "an event being held in Brest"
        return "present"
    if auxiliary in {"and", "or"} and (found := _coordinated(words, earlier, known)):
        return found
    if _describes(words, at, known) and _has_auxiliary(words, at, known):
        return None
    if not planned:
        return "past"
    return "future" if known["former"].isdisjoint(words[max(0, at - 1) : at + 2]) else "open"


def _coordinated(words: Sequence[str], at: int, known: Tables) -> Reading | None:
    """Return what the auxiliary tells that the participle behind the "and" at `at` shares ("will be built and …")."""
    for earlier in reversed(range(at)):
        if words[earlier] in known["boundaries"]:
            return None
        if words[earlier] in known["auxiliaries"]:
            return _auxiliary(words, earlier, known)
    return None


def _describes(words: Sequence[str], at: int, known: Tables) -> bool:
    """Return whether a participle stands before what it describes ("improved models")."""
    following = word_at(words, at + 1)
    return (
        following.isalpha()
        and following.islower()
        and following not in known["determiners"]
        and following not in known["adverbs"]
        and not following.endswith("ly")
    )


def _has_auxiliary(words: Sequence[str], at: int, known: Tables) -> bool:
    return any(word in known["auxiliaries"] for word in words[:at])


def _announces(words: Sequence[str], at: int, known: Tables) -> bool:
    """Return whether the word at `at` announces in the present what has its day ("opens", "doors open")."""
    one = words[at] in known["schedule"]
    if not one and words[at] not in known["schedule_plural"]:
        return False
    earlier = word_at(words, before(words, at, known))
    if one:
        return earlier == "that" or earlier not in known["determiners"]  # "the campaign that starts"
    if earlier in {"and", "or"}:
        # "opened in May and close in June"
        return word_at(words, at + 1) in known["determiners"]
    return earlier.endswith("s") and earlier not in known["no_plural"]


ENGLISH = Verbs(english_reading, english_description, ("auxiliaries", "have_present", "subjects", "goes_on"))
