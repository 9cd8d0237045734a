"""What lies ahead whatever verb governs it: the next summit, the council that was prepared, the show one is invited to.

What a date is the day of stands directly before it ("prepared for the council in Paris on 13 March"): an occasion, with
no verb between it and the date. A word before it leads there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressparse.dates.verbs import word_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressparse.dates.verbs import Tables, Verbs


def lies_ahead(words: Sequence[str], known: Tables, verbs: Verbs) -> bool:
    """Return whether the occasion that `words`, those before its date, end in is the next, prepared or invited to."""
    occasion = -1 if known["ahead"].isdisjoint(words) else _nearest_occasion(words, known, verbs)
    attached = word_at(words, len(words) - 1) in known["own_day"]
    for at in range(occasion - 1, -1, -1):
        if words[at] in known["coming"]:
            return True
        if words[at] in known["boundaries"] or words[at] in known["at_occasion"]:
            return False
        if attached and _leads(words, at, occasion, known):
            return True
        if verbs.read(words, at, known):
            return attached and _is_prepared(words, at, occasion, known)
    return False


def _nearest_occasion(words: Sequence[str], known: Tables, verbs: Verbs) -> int:
    """Return the place of the last occasion of `words` behind which no verb stands, else -1."""
    for at in range(len(words) - 1, -1, -1):
        word = words[at].lower()
        if word in known["occasions"] or word in known["events"]:
            return at
        if verbs.read(words, at, known):
            break
    return -1


def _leads(words: Sequence[str], at: int, occasion: int, known: Tables) -> bool:
    """Return whether the word at `at`, or it and the next, leads to what is still to come."""
    if words[at] in known["inviting"]:
        return not known["invited_to"].isdisjoint(words[at + 1 : occasion])
    return words[at] in known["leading"] or " ".join(words[at : at + 2]) in known["leading"]


def _is_prepared(words: Sequence[str], verb: int, occasion: int, known: Tables) -> bool:
    """Return whether it is prepared for: "Preparations were made for the meeting"."""
    return not known["purpose"].isdisjoint(words[verb:occasion]) and not known["preparations"].isdisjoint(words[:verb])
