"""Words as one pattern of a tree of letters: it matches what the list would, the longest word first."""

import random

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from pressparse.tries import alternation, compile_words, with_words

WORDS = st.lists(st.text("abé-.' \xa0[(\\#", min_size=1, max_size=5), min_size=1, max_size=8).map(tuple)
SPACE = regex.VERBOSE


@given(WORDS, st.text("abé-.' \xa0[(\\#", max_size=30))
@example(("ab", "abb", "a"), "abbab")
@example(("a#", "[", "a\\"), "a#[a\\")
def test_the_longest_word_is_found(words: tuple[str, ...], text: str) -> None:
    """Everywhere in any text, in a verbose pattern or another, what a list of the words, longest first, finds."""
    listed = "|".join(regex.escape(word, special_only=False) for word in sorted(words, key=len, reverse=True))
    wanted = [match.span() for match in regex.finditer(listed, text)]
    assert [match.span() for match in regex.finditer(alternation(words), text)] == wanted
    assert [match.span() for match in regex.finditer(alternation(words), text, SPACE)] == wanted


@given(WORDS, st.text("abé-.' \xa0[(\\#", max_size=30))
def test_a_shorter_word_is_found_where_the_rest_wants_it(words: tuple[str, ...], text: str) -> None:
    """The tree gives back letters as the named list of `regex` does."""
    listed = regex.compile(r"\L<words>b", words=words)
    assert bool(compile_words(r"\L<words> b", {"words": words}).search(text)) == bool(listed.search(text))


def test_no_words_match_nothing() -> None:
    """Not even the empty text."""
    assert regex.search(alternation(()), "") is None


def test_words_are_read_once() -> None:
    """The same words give the same pattern, at no cost."""
    assert alternation(("a", "b")) is alternation(("a", "b"))
    assert alternation(("may", "march", "mars")) == "ma(?:y|r(?:ch|s))"


LISTS = {"months": ("may", "mars"), "of": ("of",)}
WRITTEN = [
    (r"\L<months>", "ma(?:y|rs)", set()),
    (r"(?: \L<of> ) \L<months>", "(?: of ) ma(?:y|rs)", set()),
    (r"(?<= \L<of> )", r"(?<= \L<of> )", {"of"}),
    (r"(?<! (?: \L<of> ) ) \L<of>", r"(?<! (?: \L<of> ) ) of", {"of"}),
    (r"(?<= a ) \L<of>", "(?<= a ) of", set()),
    (r"(?P<of> \L<of> )", "(?P<of> of )", set()),
    (r"\( \L<of>", r"\( of", set()),
    (r"[(\]] \L<of> [)]", r"[(\]] of [)]", set()),
    ("a # (?<= \\L<of>\n \\L<of>", "a # (?<= \\L<of>\n of", set()),
    (r"\\L<of>", r"\\L<of>", set()),
    (r"\L<days>", r"\L<days>", {"days"}),
    (r") \L<of>", ") of", set()),
]


@pytest.mark.parametrize(("pattern", "written", "left"), WRITTEN, ids=[row[0] for row in WRITTEN])
def test_lists_are_written_out(pattern: str, written: str, left: set[str]) -> None:
    """Not in lookbehinds, which are read from their end, nor in comments; an unknown list stays as it is."""
    assert with_words(pattern, LISTS) == (written, left)


FOUND = [
    (r"\L<of> [ ] \L<months>", "of mars", True),
    (r"(?<= \L<of> [ ] ) \L<months>", "of may", True),
    (r"(?<= \L<of> [ ] ) \L<months>", "in may", False),
    (r"\d [ ] \L<months> (?! \w )", "5 maya", False),
]


@pytest.mark.parametrize(("pattern", "text", "found"), FOUND, ids=[f"{row[0]}: {row[1]}" for row in FOUND])
def test_patterns_are_compiled_with_their_words(pattern: str, text: str, found: bool) -> None:  # noqa: FBT001 - a column of the table
    """Those written out and those left alone."""
    assert (compile_words(pattern, LISTS).search(text) is not None) is found


@pytest.mark.parametrize("pattern", [r"\L<days>", r"(?<= \L<days> )", "("])
def test_what_does_not_compile_is_an_error(pattern: str) -> None:
    """A list that there is not is one, too."""
    with pytest.raises(regex.error):
        compile_words(pattern, LISTS)


def test_compiling_leaves_the_global_random_alone() -> None:
    """However many patterns are made: the cache of `regex` tosses some by chance once it is full."""
    regex.purge()
    before = random.getstate()
    for number in range(600):
        compile_words(f"lake{number}", {})
    assert random.getstate() == before
