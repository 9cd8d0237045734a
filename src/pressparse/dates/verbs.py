"""What a verb tells about time, and the words that tell it: `data/words/<language>/tense.toml`."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, NamedTuple

from pressparse.book import per_book
from pressparse.words import vocabulary

# "described" is the past of what may still take place: "a workshop held on 12 June".
Tense = Literal["past", "present", "future", "described"]

# "open" leaves it open ("was scheduled for"); "linking" tells nothing by itself ("is", "est").
Reading = Literal["past", "present", "future", "open", "linking"]

# "-ly" and « -ment »: the few words of the other language that end so are none of a clause.
_ADVERB_ENDINGS = ("ly", "ment")

_AHEAD = ("coming", "leading", "preparations", "inviting")

Tables = Mapping[str, frozenset[str]]


class Verbs(NamedTuple):
    """How the verbs of a language are read: what the word at a place of a phrase tells, and whether it is a participle
    without an auxiliary, which may only describe a noun; the tables of what stands `before_verbs`, not participles.
    """

    read: Callable[[Sequence[str], int, Tables], Reading | None]
    describes: Callable[[Sequence[str], int, Tables], Literal["surely", "likely"] | None]
    before_verbs: tuple[str, ...]


@per_book()
def tables(language: str) -> Tables:
    """Return the words of each table of the tenses of `language`, in small letters; in `ahead` the first words of all
    that leads ahead.
    """
    known = {
        name: frozenset(word for word in words if word.islower() and "’" not in word)
        for name, words in vocabulary("tense", language).lists.items()
    }
    return {**known, "ahead": frozenset(word.split()[0] for name in _AHEAD for word in known[name])}


def word_at(words: Sequence[str], at: int) -> str:
    """Return the word at `at`, `""` where there is none."""
    return words[at] if 0 <= at < len(words) else ""


def before(words: Sequence[str], at: int, known: Tables, *skipped: str) -> int:
    """Return the index of the last word before `at` that is no adverb and in none of the tables `skipped`, else -1."""
    at -= 1
    while at >= 0 and _is_skipped(words[at], known, skipped):
        at -= 1
    return at


def behind(words: Sequence[str], at: int, known: Tables) -> str:
    """Return the first word behind `at` that is no adverb; `""` if there is none."""
    at += 1
    while at < len(words) and _is_skipped(words[at], known, ()):
        at += 1
    return word_at(words, at)


def tells_of_event(words: Sequence[str], at: int, known: Tables) -> bool:
    """Tell whether what the verb at `at` is about is an event: "discussed the launch on 4 August" leaves open when."""
    return not known["events"].isdisjoint(words[at + 1 :])


def _is_skipped(word: str, known: Tables, skipped: tuple[str, ...]) -> bool:
    if word in known["adverbs"] or any(word in known[table] for table in skipped):
        return True
    return word.endswith(_ADVERB_ENDINGS) and word not in known["no_adverbs"]
