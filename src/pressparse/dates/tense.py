"""The tense of the clause that a date stands in: on which side of the release it lies.

No grammar: a sentence is cut into phrases by its commas, brackets and dashes, a phrase into words, and the verb next to
the date governs it. That is the nearest before it in its own phrase ("a satellite launched on 3 May will…"), else the
first behind it there. A date alone in its phrase ("On 3 May, …") belongs to the phrase that follows or surrounds it.
Behind a date a participle that describes its noun ("the satellite built by …") gives way to the verb of its clause.
What leads back ("since") needs no verb, and some things lie ahead whatever verb governs them: the next summit, the
council that was prepared, the show one is invited to. Such an occasion stands directly before its date ("prepared for
the council in Paris on 13 March"), with no verb between them; a word before it leads there.
"""

from collections.abc import Iterable, Iterator, Sequence

import regex

from pressparse.dates.english_verbs import ENGLISH
from pressparse.dates.french_verbs import FRENCH
from pressparse.dates.verbs import Reading, Tables, Tense, Verbs, before, tables, word_at

_REACH = 400
_ABBREVIATIONS = (
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Dr|Mr|Mrs|Ms|St|No|Lt|Mme|Mlle|janv|févr|avr|juil|sept|oct|nov|déc"
)
_STOP = rf"""
    (?P<sentence>
        ; | \n (?= \s*\n )
      | [.!?…] (?= ['’”\"»)]* (?: \s | \Z ) ) (?<! \b \p{{L}} . | \b (?: {_ABBREVIATIONS} ) . )
    )
    # "1,750", "21:45"
    | [,:] (?! (?<= \d [,:] ) \d )
    | [()–—“”\"«»] | (?<=\s) - (?=\s)
    """
_NEXT_STOP = regex.compile(_STOP, regex.VERBOSE)
_LAST_STOP = regex.compile(_STOP, regex.VERBOSE | regex.REVERSE)
_VERBS = {"en": ENGLISH, "fr": FRENCH}
# Of the words directly before a date so many may lead it back or forward ("in service since the night of").
_NEAR_BACK, _NEAR_FORWARD = 4, 3
_SHORTEST_CLAUSE = 3
_LONGEST_PHRASE = 3
_DASHES = frozenset("–—")
# Before an infinitive, which no subject has.
_TO = {"to", "à"}


def clause_tense(text: str, start: int, end: int, language: str) -> Tense | None:
    """Return the tense of the clause of `text` in which `[start, end)` stands; `None` where nothing decides."""
    known, verbs = tables(language), _VERBS[language]
    before, behind = _phrases_before(text, start, language), _phrases_behind(text, end, language)
    own = next(before)
    if not known["back"].isdisjoint(own[-_NEAR_BACK:]):
        return "past"
    if own and _takes_effect(own, known):
        return "future"
    right = next(behind)
    leading = word_at(own, len(own) - 1)
    chosen = leading in known["chosen"] and word_at(right, 0) in known["chosen_as"]  # "confirmed 20 July as the day"
    if chosen or lies_ahead(own, known, verbs):
        return "future"
    if leading in known["away"] and not known["moved"].isdisjoint(own):
        # "was postponed from 3 May", which may be over, or not
        return "present"
    found = _own_phrase(own, right, known, verbs)
    if found is None:
        earlier = list(before)
        found = _other_phrases(own, earlier, behind, known, verbs)
        own = next(iter(earlier), own) if _is_light(own, known) else own
    if found == "future" and _leads_back(own, known, verbs):
        found = "present"
    if found in {None, "open", "linking"}:
        return None if known["forward"].isdisjoint(own[-_NEAR_FORWARD:]) else "future"
    return found  # type: ignore[return-value]  # what is left are the tenses


def _takes_effect(own: Sequence[str], known: Tables) -> bool:
    """Return whether a date lies ahead behind `own` because something was moved, set or asked for until then, or
    somebody was named from then on.
    """
    end = len(own) - (own[-1] == "le")
    if own[end - 1] in known["toward"] and not (known["moved"] | known["asked"]).isdisjoint(own):
        # "was postponed to 3 May", "called for proposals by 3 May"
        return True
    if " ".join(own) in known["in_effect"]:
        # "Odile Garancher was named director, effective 3 May"
        return True
    leads = own[-1] in known["from_day"] or " ".join(own[-2:]) in known["from_day"]
    return leads and not known["named"].isdisjoint(own)


def _leads_back(own: Sequence[str], known: Tables, verbs: Verbs) -> bool:
    """Return whether `own` is an adjunct of what came first: "Following the signature on 3 May, work will begin"."""
    back = not known["earlier"].isdisjoint((*own[:1], " ".join(own[:_LONGEST_PHRASE])))
    return back and not _is_light(own, known) and not _first(own, range(len(own)), known, verbs)


def is_deadline(text: str, start: int, language: str) -> bool:
    """Return whether the words before `start` lead to a date by which something is to be done."""
    return not tables(language)["deadline"].isdisjoint(next(_phrases_before(text, start, language))[-_NEAR_FORWARD:])


def is_described(text: str, start: int, language: str) -> bool:
    """Return whether the verb next before the date at `start` is a participle, without an auxiliary, of what is
    arranged.
    """
    known, verbs = tables(language), _VERBS[language]
    words = next(_phrases_before(text, start, language))
    at = next((at for at in reversed(range(len(words))) if verbs.read(words, at, known)), None)
    if at is None or words[at].removesuffix("s").removesuffix("e") not in known["arranged"]:  # « organisées »
        return False
    earlier = word_at(words, before(words, at, known))
    return not any(earlier in known[table] for table in verbs.before_verbs)


def _phrases_before(text: str, at: int, language: str) -> Iterator[list[str]]:
    low = max(0, at - _REACH)
    stop = _LAST_STOP.search(text, low, at)
    while stop:
        yield _words(text[stop.end() : at], language)
        if stop["sentence"]:
            return
        at = stop.start()
        stop = _LAST_STOP.search(text, low, at)
    yield _words(text[low:at], language)


def _phrases_behind(text: str, at: int, language: str) -> Iterator[list[str]]:
    high = at + _REACH
    stop = _NEXT_STOP.search(text, at, high)
    while stop:
        yield _words(text[at : stop.start()], language)
        if stop["sentence"]:
            return
        if stop[0] in _DASHES:
            yield [stop[0]]
        at = stop.end()
        stop = _NEXT_STOP.search(text, at, high)
    yield _words(text[at:high], language)


def _own_phrase(left: Sequence[str], right: Sequence[str], known: Tables, verbs: Verbs) -> Reading | None:
    """Return what the verbs beside a date tell, those of its own clause before those of a clause around or inside."""
    parting = known["boundaries"]
    clause = next(
        (at + 1 for at in reversed(range(len(left))) if left[at] in parting and _parts_clauses(left, at, known)), 0
    )
    stop = next((at for at, word in enumerate(right) if word in parting), len(right))
    found = _first(left, reversed(range(clause, len(left))), known, verbs)
    if found == "linking":
        # "The deadline is 10 January", but: "It was on 3 May that …".
        return _governing(right, range(len(right)), known, verbs) or "present"
    found = found or _governing(right, range(stop), known, verbs) or _first(left, reversed(range(clause)), known, verbs)
    if found == "linking" and left[clause - 1 :] == ["and"]:
        # "Deadlines are 15 January for some and 29 January for others."
        return "present"
    return found or _governing(right, range(stop, len(right)), known, verbs)


def _parts_clauses(words: Sequence[str], at: int, known: Tables) -> bool:
    """Return whether the boundary at `at` begins another clause; an "and" behind a number ("5 and 6 May") does not."""
    return not (words[at] in known["goes_on"] and at and words[at - 1][-1].isdigit())


def _other_phrases(
    own: Sequence[str],
    earlier: Sequence[Sequence[str]],
    behind: Iterable[Sequence[str]],
    known: Tables,
    verbs: Verbs,
) -> Reading | None:
    """Return what the phrases around tell of a date in whose own phrase `own` there is no verb that is known."""
    on_the_right = _told_behind(behind, known, verbs)
    if _is_light(own, known):
        if earlier and not _is_adjunct(earlier[0], known) and lies_ahead([*earlier[0], *own], known, verbs):
            # "prepared for the next council in Paris, on 13 March"
            return "future"
        on_the_left = _nearest(earlier, known, verbs)
        goes_on = own and own[0] in known["goes_on"]
        return (on_the_right or on_the_left) if goes_on else (on_the_left or on_the_right)
    if _is_clause(own, earlier, known):
        return "open"
    found = on_the_right or _nearest(earlier, known, verbs)
    if own[0] in known["earlier"]:
        return "open" if found in {None, "future", "open"} else "past"
    if own[0] in known["later"]:
        return "open" if found in {None, "past", "open"} else "future"
    return found


def _is_light(words: Sequence[str], known: Tables) -> bool:
    return all(word in known["light"] for word in words)


def _told_behind(phrases: Iterable[Sequence[str]], known: Tables, verbs: Verbs) -> Reading | None:
    """Return what the phrases behind a date tell: a participle apart ("built in Brest, the ship will leave") gives way
    to the verb behind it.
    """
    held, proven, aside, dashed = None, False, None, False
    for number, phrase in enumerate(phrases):
        if held and not proven and phrase and phrase[0] in known["boundaries"]:
            break
        at = next((at for at in range(len(phrase)) if verbs.read(phrase, at, known)), None)
        if at is None:
            dashed = not _DASHES.isdisjoint(phrase)
            continue
        if held and not proven and dashed and at:
            # "The ship landed in Brest – the agency will look after it"
            break
        described = verbs.describes(phrase, at, known)
        found = _verb_of_subject(phrase, at, known, verbs)
        if not (held or found) and not known["relatives"].isdisjoint(phrase[0 if number else 1 : at]):
            # "On 27 May, the ship, which was built in Brest, will leave"
            aside = aside or verbs.read(phrase, at, known)
        elif described and not found:
            held, proven = held or verbs.read(phrase, at, known), proven or described == "surely"
        elif not held or proven or (at <= 1 and phrase[0] not in known["subjects"]):
            # "The ship, built in Brest, will leave", "the ship built in Brest, France, will leave"
            return found or verbs.read(phrase, at, known)
    return held or aside


def _nearest(phrases: Sequence[Sequence[str]], known: Tables, verbs: Verbs) -> Reading | None:
    """Return what the nearest of `phrases` tells that has a verb; nothing if a clause with an unknown one is nearer."""
    for at, phrase in enumerate(phrases):
        found = _first(phrase, reversed(range(len(phrase))), known, verbs)
        if found or _is_clause(phrase, phrases[at + 1 :], known):
            return found
    return None


def _is_clause(phrase: Sequence[str], earlier: Sequence[Sequence[str]], known: Tables) -> bool:
    """Return whether `phrase`, in which no verb is known, has one: it begins with a subject, behind an adjunct that
    opens the sentence ("Having passed its tests, the satellite …").
    """
    if len(phrase) < _SHORTEST_CLAUSE or phrase[0] not in known["subjects"] or not earlier or not earlier[-1]:
        return False
    return _is_adjunct(earlier[-1], known)


def _is_adjunct(phrase: Sequence[str], known: Tables) -> bool:
    """Return whether `phrase` stands before a clause and is none: it begins with a preposition or a participle."""
    first = word_at(phrase, 0)
    return first in known["adjuncts"] or first.endswith(("ing", "ed", "é", "ée", "és", "ées"))


def _first(words: Sequence[str], places: Iterable[int], known: Tables, verbs: Verbs) -> Reading | None:
    return next((found for at in places if (found := verbs.read(words, at, known))), None)


def _governing(words: Sequence[str], places: Iterable[int], known: Tables, verbs: Verbs) -> Reading | None:
    """Return what the first verb tells, or the one to whose subject it belongs if it only describes that."""
    for at in places:
        if found := verbs.read(words, at, known):
            return _verb_of_subject(words, at, known, verbs) or found
    return None


def _verb_of_subject(words: Sequence[str], at: int, known: Tables, verbs: Verbs) -> Reading | None:
    """Return what the verb tells behind the participle or the relative clause at `at`, which may describe its subject;
    else `None`.
    """
    is_relative = not known["relatives"].isdisjoint(words[1:at])
    described = "likely" if is_relative else verbs.describes(words, at, known)
    if not described:
        return None
    for later in range(at + 1, len(words)):
        word, following = words[later], word_at(words, later + 1)
        if described == "likely" and word in known["pronouns"]:
            return None
        if is_relative and word in known["relatives"]:
            return None
        if word in known["boundaries"]:
            joins = described == "surely" or not following.islower() or verbs.describes(words, later + 1, known)
            if word not in known["goes_on"] or not joins:
                return None
        elif word not in _TO and not verbs.describes(words, later, known):
            found = verbs.read(words, later, known)
            if found:
                return found
    return None


def _words(phrase: str, language: str) -> list[str]:
    """Return the words of `phrase`, the first in small letters; in French an elided word is one of its own."""
    phrase = phrase.replace("’", "'")
    if language == "fr":
        phrase = phrase.replace("'", "' ")
    words = phrase.split()
    if words:
        words[0] = words[0].lower()
    return words


def lies_ahead(words: Sequence[str], known: Tables, verbs: Verbs) -> bool:
    """Return whether the occasion that `words`, those before its date, end in is the next, prepared or invited to."""
    if known["ahead"].isdisjoint(words):
        return False
    occasion = _nearest_occasion(words, known, verbs)
    attached = words[-1] in known["own_day"]
    beside = attached or words[occasion + 1 :] == ["le"]  # « en vue du lancement le 3 mai »
    for at in reversed(range(occasion)):
        if words[at] in known["coming"]:
            return True
        if words[at] in known["boundaries"] or words[at] in known["at_occasion"]:
            return False
        if (attached and _leads(words, at, occasion, known)) or (beside and _leads_surely(words, at, known)):
            return True
        if verbs.read(words, at, known):
            return attached and _is_prepared(words, at, occasion, known)
    return False


def _nearest_occasion(words: Sequence[str], known: Tables, verbs: Verbs) -> int:
    for at in reversed(range(len(words))):
        word = words[at].lower()
        if word in known["occasions"] or word in known["events"]:
            return at
        if verbs.read(words, at, known):
            break
    return 0  # before which nothing stands that could lead there


def _leads(words: Sequence[str], at: int, occasion: int, known: Tables) -> bool:
    """Return whether the word at `at` leads to what is still to come."""
    if words[at] in known["inviting"]:
        return not known["invited_to"].isdisjoint(words[at + 1 : occasion])
    return words[at] in known["leading"]


def _leads_surely(words: Sequence[str], at: int, known: Tables) -> bool:
    """Return whether two or three words from `at` on lead there ("ahead of"), wherever the date stands."""
    return any(" ".join(words[at : at + length]) in known["leading"] for length in (2, 3))


def _is_prepared(words: Sequence[str], verb: int, occasion: int, known: Tables) -> bool:
    """Return whether it is prepared for: "Preparations were made for the meeting"."""
    return not known["purpose"].isdisjoint(words[verb:occasion]) and not known["preparations"].isdisjoint(words[:verb])
