"""What a French verb tells about time: by its auxiliary, its ending, or what it means (« prévu »)."""

from collections.abc import Sequence
from typing import Literal

from pressparse.dates.verbs import Reading, Tables, Verbs, before, behind, tells_of_event, word_at

_SHORTEST_FUTURE = 4
_INFINITIVES = ("er", "ir", "re")
# « activités », « personnalités », « universités »: no participle ends so
_NOUNS = ("alité", "arité", "auté", "bilité", "ersité", "iété", "ivité", "nsité", "orité", "osité", "tunité", "urité")
_NOUN_ENDINGS = (*_NOUNS, *(f"{noun}s" for noun in _NOUNS))


def french_reading(words: Sequence[str], at: int, known: Tables) -> Reading | None:  # noqa: PLR0911 - an answer each
    """Return what the word at `at` of `words`, a phrase, tells about time; `None` if it tells nothing."""
    word = words[at]
    if word in known["avoir"]:
        return _avoir(words, at, known)
    if word in known["etre"]:
        return _etre(words, at, known)
    if word == "à":
        return "future" if _is_infinitive(word_at(words, at + 1), known) else None
    if word in known["no_verb"]:
        return None
    if _stem(word) in known["about"] and tells_of_event(words, at, known):
        return "open"
    if _may_be_participle(words, at, known):
        return _participle(words, at, known)
    return _simple_tense(words, at, known)


def french_description(words: Sequence[str], at: int, known: Tables) -> Literal["surely"] | None:
    """Return whether the word at `at`, no auxiliary being before it, describes a noun: it is a participle."""
    if word_at(words, at) in known["having"]:
        return "surely"
    if word_at(words, at) in known["no_verb"] or not _may_be_participle(words, at, known):
        return None
    return "surely"


def _may_be_participle(words: Sequence[str], at: int, known: Tables) -> bool:
    word = word_at(words, at)
    return word in known["planned"] or (
        _is_participle(word, known) and word_at(words, at - 1) not in known["determiners"]
    )


def _simple_tense(words: Sequence[str], at: int, known: Tables) -> Reading | None:
    word = words[at]
    if word in known["future"] or _is_future(word):
        return "future"
    if word in known["vient"]:
        return "past" if word_at(words, at + 1) in {"de", "d'"} else None
    if word in known["past"] or word.endswith(("èrent", "irent", "urent")):
        return "past"
    if word.endswith(("ait", "aient")):
        return "open" if behind(words, at, known) in known["planned"] else "past"
    return "present" if word in known["schedule"] else None


def _is_future(word: str) -> bool:
    return len(word) >= _SHORTEST_FUTURE and word.endswith(("ra", "ront", "rons", "rez", "rait", "raient"))


def _is_infinitive(word: str, known: Tables) -> bool:
    return word.endswith(_INFINITIVES) and word not in known["no_infinitive"]


def _stem(participle: str) -> str:
    return participle.removesuffix("s").removesuffix("e")


def _is_participle(word: str, known: Tables) -> bool:
    if word.endswith(("é", "ée", "és", "ées")):
        return not word.endswith(_NOUN_ENDINGS)
    return word in known["participles"] or _stem(word) in known["participles"]


def _avoir(words: Sequence[str], at: int, known: Tables) -> Reading | None:
    if word_at(words, at + 1) == "lieu":
        return "present"
    following = behind(words, at, known)
    done = word_at(words, at + 1) in {"été", "eu"} or _is_participle(following, known) or following in known["planned"]
    return "past" if done else None


def _etre(words: Sequence[str], at: int, known: Tables) -> Reading:
    following = behind(words, at, known)
    if following in known["planned"]:
        return "future"
    if _stem(following) in known["motion"]:
        return "past"
    if not _is_participle(following, known):
        return "linking"
    return "past" if word_at(words, at - 1) in known["reflexive"] else "present"


def _participle(words: Sequence[str], at: int, known: Tables) -> Reading | None:
    earlier = before(words, at, known)
    auxiliary = word_at(words, earlier)
    if auxiliary == "être":
        governing = word_at(words, before(words, earlier, known))
        return _participle(words, earlier - 1, known) if _stem(governing) in known["participles"] else "future"
    if auxiliary in known["avoir"] or auxiliary in known["etre"] or _is_future(auxiliary):
        return french_reading(words, earlier, known)
    if auxiliary.endswith(("ait", "aient")) and auxiliary not in known["no_verb"]:
        return _simple_tense(words, earlier, known)
    if auxiliary in {"et", "ou"} and (found := _coordinated(words, earlier, known)):
        return found
    if words[at] not in known["planned"] or (
        words[at] in known["announced"] and word_at(words, at + 1) not in known["deadline"]
    ):
        # « annoncé pour la fin de l’année » lies ahead, « annoncé en fin d’année » does not.
        return "past"
    return "future" if known["former"].isdisjoint(words[max(0, at - 1) : at + 2]) else "open"


def _coordinated(words: Sequence[str], at: int, known: Tables) -> Reading | None:
    """Return what the auxiliary tells that the participle behind the « et » at `at` shares (« sera lancé et … »)."""
    for earlier in reversed(range(at)):
        word = words[earlier]
        if word in known["avoir"] or word in known["etre"] or (_is_future(word) and word not in known["no_verb"]):
            return french_reading(words, earlier, known)
    return None


FRENCH = Verbs(french_reading, french_description, ("avoir", "etre", "goes_on"))
