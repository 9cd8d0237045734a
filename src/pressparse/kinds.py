"""What a release calls itself: `PRESS RELEASE`, `[PRESSE]`, `Note aux rédactions`, `Call for Media:`."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pressparse.book import per_book
from pressparse.issuers import is_above_kind
from pressparse.rules import Rule, RuleTable
from pressparse.tries import compile_words
from pressparse.words import merged_vocabulary

if TYPE_CHECKING:
    import regex

    from pressparse.model import Kind
    from pressparse.profiles import Profile


def _kind(match: regex.Match[str]) -> Kind:
    return _meaning("kinds", match["kind"])


def _either_kind(match: regex.Match[str]) -> Kind:
    return _meaning("short_kinds", match["kind"]) or _meaning("kinds", match["kind"])


def _meaning(table: str, words: str) -> Kind:
    return cast("Kind", merged_vocabulary("masthead").meaning(table, words))


def kind_of_tag(words: str) -> Kind | None:
    """Return the kind that a site's tag such as `Communiqué` names; `None` for any other tag."""
    vocabulary = merged_vocabulary("masthead")
    return cast("Kind | None", vocabulary.meaning("kinds", words) or vocabulary.meaning("short_kinds", words))


def kind_behind(text: str, profiles: tuple[Profile, ...]) -> regex.Match[str] | None:
    """Return what is before a kind that ends `text`, `Lake Agency – Press release`, `LAKE PRESS RELEASE`: no title."""
    ends, pattern = _behind()
    front = pattern.match(text) if text[-4:].lower() in ends else None
    return front if front and is_above_kind(front["issuer"], profiles) else None


@per_book()
def _behind() -> tuple[frozenset[str], regex.Pattern[str]]:
    kinds = merged_vocabulary("masthead").lists["kinds"]
    press = tuple(kind for kind in kinds if _meaning("kinds", kind) == "press_release")
    pattern = r"""
        (?P<issuer> \p{Lu}[^\s:|]*+ (?: [ ] (?: (?: \p{Ll}{2} | & ) [ ] )? \p{Lu}[^\s:|]*+ ){0,4}? )
        (?: [ ][|–—-][ ] (?= \L<kinds> \Z ) | [ ]?:?[ ] (?= \L<press> \Z ) )
        """
    return frozenset(kind[-4:].lower() for kind in kinds), compile_words(pattern, {"kinds": kinds, "press": press})


# `kind` is a phrase of its own; in brackets a single word will do. What may follow is the business of `peeling`.
KIND_RULES: tuple[Rule[Kind], ...] = (
    Rule(
        name="kind-in-brackets",
        pattern=r"""
            \[ [ ]?
            (?P<kind> (?:\L<short_kinds>|\L<kinds>) )
            [ ]? \]
            """,
        build=_either_kind,
        examples=("[PRESS]", "[PRESSE]", "[Communiqué de presse]"),
        rejects=("PRESS]", "[PRESS", "[Espresso]", "[]"),
    ),
    Rule(
        name="short-kind-before-field",
        pattern=r"""
            (?<!\w)
            (?P<kind> \L<short_kinds> )
            (?= [ ] [|•–—-] [ ] | [ ] \p{Lu}{1,4} [ ]? (?: n°[ ]? )? \d{1,4} [ ]?[-–][ ]? \d{2,4} \b )
            """,
        build=_either_kind,
        examples=("⟨Communiqué⟩ | Paris", "⟨Communiqué⟩ CP12-2017", "⟨Release⟩ M15-158"),
        rejects=("Communiqué", "Communiqué-type", "Communiqués | Paris", "précommuniqué | Paris", "Communiqué de 2017"),
    ),
    Rule(
        name="kind",
        pattern=r"""
            (?<!\w)
            (?P<kind> (?:\L<kinds>) )
            (?!\w)
            """,
        build=_kind,
        examples=(
            "PRESS RELEASE",
            "Communiqué de presse",
            "Note aux rédactions",
            "JOINT PRESS RELEASE",
            "Call for Media",
        ),
        rejects=("press releases", "Express release", "press", "overstatement", "statements"),
    ),
)

KINDS = RuleTable(name="kinds", rules=KIND_RULES)

# A kind may be no more than the label of a number.
LABEL_RULES: tuple[Rule[Kind], ...] = (
    Rule(
        name="kind-of-number",
        pattern=r"""
            (?<!\w)
            (?P<kind> \L<short_kinds> | \L<kinds> )
            (?= [ ]?:?[ ]{0,2} (?: N[Oo]\.[ ]? )? (?: [A-Z] | \d\d | (?<=\p{L}{4}:?[ ])\d )?\d\d[-–]\d{2,4}\b )
            """,
        build=_either_kind,
        examples=(
            "⟨RELEASE⟩ 14-046",
            "⟨NEWS RELEASE⟩: 2009-076",
            "⟨Release⟩ No. 97-013",
        ),
        rejects=("PRERELEASE 14-046", "RELEASE", "RELEASE 2014", "PRESENT 14-046", "CP 043-2019"),
    ),
)

KIND_LABELS = RuleTable(name="kind labels", rules=LABEL_RULES)
