"""Reference numbers: each profile brings its issuer's own grammar."""

import regex

from pressparse.book import per_book
from pressparse.model import Reference
from pressparse.profiles import Profile, ReferenceShape, known_profiles, profile_named
from pressparse.rules import Hit, RuleTable, Table, find_all, match_at
from pressparse.text import View
from pressparse.tries import compile_words
from pressparse.words import merged_vocabulary


def find_references(text: str | View, *, profile: str | None = None) -> tuple[Reference, ...]:
    """Return the references in `text` in order, each with `raw`, `span` and `rule`.

    They are read by the grammars of all known issuers, or of `profile` alone (`generic` also reads references behind a
    label of nobody known). Raises `UnknownProfileError`.
    """
    view = View.of(text)
    profiles = (
        tuple(p for p in known_profiles() if p.name != "generic") if profile is None else (profile_named(profile),)
    )
    return tuple(reference_of(view, hit) for hit in find_all(reference_table(profiles), view))


@per_book()
def reference_table(profiles: tuple[Profile, ...]) -> Table[ReferenceShape]:
    """Return the grammars of `profiles`, in their order."""
    return RuleTable(name="references", rules=tuple(rule for p in profiles for rule in p.references)).read()


def reference_at(line: View, at: int, profiles: tuple[Profile, ...]) -> Hit[ReferenceShape] | None:
    """Return what a grammar of `profiles` reads at `at` of `line`, or behind a label or bracket there: `Our ref: …`."""
    table = reference_table(profiles)
    hit = match_at(table, line, at)
    label = None if hit else _label().match(line.text, at)
    return match_at(table, line, label.end()) if label else hit


@per_book()
def _label() -> regex.Pattern[str]:
    pattern = r"\L<reference_labels> (?!\w) \.? [\s\xa0]*+ :? [\s\xa0]*+ | [(\[] (?=[A-Z])"
    return compile_words(pattern, merged_vocabulary("masthead").lists)


def reference_of(view: View, hit: Hit[ReferenceShape]) -> Reference:
    """Return the reference that `hit` found in `view`."""
    shape = hit.value
    return Reference(
        prefix=shape.prefix,
        number=shape.number,
        year=shape.year,
        canonical=shape.canonical,
        raw=view.raw(hit.start, hit.end),
        span=view.span(hit.start, hit.end),
        rule=hit.rule.name,
    )
