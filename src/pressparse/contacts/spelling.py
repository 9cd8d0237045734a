"""Which address spells which name: `jy.le-gall@…` and « Jean-Yves Le Gall », `mueller@…` and « Anna Müller »."""

from collections.abc import Sequence
from itertools import product

import regex

from pressparse.book import per_book
from pressparse.words import fold, merged_vocabulary

_SEPARATORS = regex.compile(r"[\W_\d]+")
_UMLAUTS = regex.compile(r"(?<=[aou])e")
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "œ": "o", "æ": "a", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_OUTSIDERS = frozenset({"ext", "extern", "external", "externe", "prestataire", "contractor", "partner", "consultant"})
_SHORTEST = 3
_MOST_NAMES = 100


def spelled(address: str, names: Sequence[str]) -> int | None:
    """Return which one of `names` the address spells; `None` if it is none of them or more than one."""
    found = all_spelled(address, names)
    return found[0] if len(found) == 1 else None


def all_spelled(address: str, names: Sequence[str]) -> list[int]:
    """Return which of `names` the address spells.

    No more than the first hundred are looked at: so many are no contact block, and must not take for ever.
    """
    local = _local(address)
    return [at for at, name in enumerate(names[:_MOST_NAMES]) if _spells(local, name)]


def spells_somebody(address: str) -> bool:
    """Whether the address is built like a person's: two words, a dot between, none of a desk or of its own domain."""
    local, _, domain = address.partition("@")
    parts = [part for part in parts_of(local) if part not in _OUTSIDERS]
    known = _general() | set(parts_of(domain))
    long = sum(len(part) >= _SHORTEST for part in parts)
    return ("." in local or "_" in local) and len(parts) > 1 and long > 0 and not known.intersection(parts)


def _local(address: str) -> str:
    return address.partition("@")[0].partition("+")[0]


def parts_of(printed: str) -> list[str]:
    """Return the words of an address or a name as both spell them: without accents, `ue` and `ü` alike."""
    plain = _UMLAUTS.sub("", fold(printed).translate(_LETTERS))
    return [part for part in _SEPARATORS.split(plain.replace("'", "")) if part]


@per_book(4096)
def _spells(local: str, name: str) -> bool:
    parts = [part for part in parts_of(local) if part not in _OUTSIDERS]
    forms = _forms(name)
    inner = [part for at, part in enumerate(parts) if len(part) > 1 or at in (0, len(parts) - 1)]
    return "".join(parts) in forms or "".join(inner) in forms


@per_book(1024)
def _forms(name: str) -> frozenset[str]:
    words = [parts_of(word) for word in name.split()]
    words = [parts for parts in words if parts]
    forms: set[str] = set()
    for cut in range(1, len(words)):
        for given, surname in ((words[:cut], words[cut:]), (words[cut:], words[:cut])):
            givens, surnames = _givens(given), _surnames(surname)
            forms.update(a + b for a, b in product(givens, surnames))
            forms.update(b + a for a, b in product(givens, surnames))
            forms.update(form for form in surnames if len(form) >= _SHORTEST)
            forms.update(form for form in givens if len(form) >= _SHORTEST)
    return frozenset(forms)


def _givens(words: list[list[str]]) -> set[str]:
    """Return how an address abbreviates given names: `jeanyves`, `jean`, `jy`, `j`; nicknames too."""
    parts = [part for word in words for part in word]
    forms = {"".join(parts), parts[0], "".join(part[0] for part in parts), parts[0][0]}
    nicknames = _nicknames()
    return forms | {nicknames[parts[0]]} if parts[0] in nicknames else forms


def _surnames(words: list[list[str]]) -> set[str]:
    """Return how an address shortens a surname: `delatour`, `tour`, either half of a double one."""
    parts = [part for word in words for part in word]
    own = [part for part in parts if part not in _particles()] or parts
    return {"".join(parts), "".join(own), *(part for part in own if len(part) >= _SHORTEST)}


@per_book()
def _general() -> frozenset[str]:
    return frozenset(part for word in merged_vocabulary("contacts").meanings["general"] for part in parts_of(word))


@per_book()
def _particles() -> frozenset[str]:
    return frozenset(part for word in merged_vocabulary("names").meanings["particles"] for part in parts_of(word))


@per_book()
def _nicknames() -> dict[str, str]:
    return {nickname: str(name) for nickname, name in merged_vocabulary("names").meanings["nicknames"].items()}
