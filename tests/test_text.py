"""Views: wherever a text is cut, edited and joined, every character leads back to where it stands as given."""

from __future__ import annotations

from typing import TypeAlias

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressparse.text import Edit, Span, View, hull, join

GIVEN = "PR 43/2005 – le ﬁlm de l’été"
# What a character of a view stands for: the piece of the given text that it must lead back to. The blank of a separator
# stands nowhere.
Origin: TypeAlias = "Span | None"


@attrs.frozen
class Modelled:
    """A view, and beside it what each of its characters stands for, kept by hand."""

    view: View
    origins: tuple[Origin, ...]

    @classmethod
    def of(cls, text: str) -> Modelled:
        """Return a text with every character at its own place."""
        return cls(View.of(text), tuple(Span(at, at + 1) for at in range(len(text))))

    def cut(self, start: int, end: int) -> Modelled:
        """Cut both."""
        return Modelled(self.view.cut(start, end), self.origins[start:end])

    def edit(self, edits: list[Edit]) -> Modelled:
        """Make the edits in both; new characters stand for all that they replace, or one for one if as many."""
        origins: list[Origin] = []
        done = 0
        for start, end, text in edits:
            known = [origin for origin in self.origins[start:end] if origin]
            place = hull(known) if known else None
            if place and len(text) == place.end - place.start:
                own: list[Origin] = [Span(at, at + 1) for at in range(*place)]
            else:
                own = [place] * len(text)
            origins += [*self.origins[done:start], *own]
            done = end
        return Modelled(self.view.edit(edits), (*origins, *self.origins[done:]))

    def joined(self, other: Modelled, separator: str) -> Modelled:
        """Join both; without text on one side nothing stands between them."""
        between = (None,) * len(separator) if self.view.text and other.view.text else ()
        return Modelled(join([self.view, other.view], separator), (*self.origins, *between, *other.origins))


@st.composite
def edits_of(draw: st.DrawFn, length: int) -> list[Edit]:
    """Draw edits of a string of `length` characters, in order and without overlaps, each of one character at least."""
    places = sorted(draw(st.lists(st.integers(0, length), unique=True, max_size=8)))
    texts = st.sampled_from(["", "x", "fi", "long"])
    return [Edit(*pair, draw(texts)) for pair in zip(places[::2], places[1::2], strict=False)]


@st.composite
def modelled(draw: st.DrawFn) -> Modelled:
    """Draw a view that went through some cuts, edits, strips and joins."""
    text = draw(st.text(alphabet="ab é\n", max_size=30))
    made = Modelled.of(text)
    for step in draw(st.lists(st.sampled_from(["cut", "edit", "strip", "join"]), max_size=5)):
        length = len(made.view.text)
        if step == "edit":
            made = made.edit(draw(edits_of(length)))
        elif step == "strip":
            start = length - len(made.view.text.lstrip())
            stripped = made.view.strip()
            made = Modelled(stripped, made.origins[start : start + len(stripped.text)])
        else:
            start, middle, far, end = sorted(draw(st.tuples(*[st.integers(0, length)] * 4)))
            kept = made.cut(start, middle)
            made = kept if step == "cut" else kept.joined(made.cut(far, end), draw(st.sampled_from(["", " ", "\n\n"])))
    return made


@given(modelled(), st.data())
def test_a_span_covers_what_its_characters_stand_for_and_no_more(made: Modelled, data: st.DataObject) -> None:
    """After any changes `span` leads to the hull of the given text behind the characters, and `raw` is its slice."""
    view = made.view
    assert len(view.text) == len(made.origins)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(view.text))] * 2)))
    span = view.span(start, end)
    assert 0 <= span.start <= span.end <= len(view.given)
    assert view.raw(start, end) == view.given[span.start : span.end]
    known = [origin for origin in made.origins[start:end] if origin]
    if known and made.origins[start] and made.origins[end - 1]:
        assert span == hull(known)


@given(st.text(max_size=30), st.data())
def test_the_raw_text_of_a_cut_is_the_slice(text: str, data: st.DataObject) -> None:
    """Of an unchanged text every range is its own raw text, however often it was cut."""
    view, base = View.of(text), 0
    for _ in range(3):
        start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(view.text))] * 2)))
        view, base = view.cut(start, end), base + start
    assert view.whole == Span(base, base + len(view.text))
    assert view.raw(0, len(view.text)) == view.text == text[base : base + len(view.text)]


def test_a_view_is_made_of_a_text_once() -> None:
    """`View.of` takes both, so that finders may."""
    view = View.of(GIVEN)
    assert View.of(view) is view
    assert (view.text, view.given, view.whole) == (GIVEN, GIVEN, Span(0, len(GIVEN)))


STANDS_FOR = [
    ("a ligature", Edit(16, 17, "fi"), "film", "ﬁlm"),
    ("half a ligature", Edit(16, 17, "fi"), "ilm", "ﬁlm"),
    ("a letter for a letter", Edit(24, 25, "'"), "l'été", "l’été"),
    ("a shorter text", Edit(3, 10, "x"), "x –", "43/2005 –"),
    ("nothing", Edit(10, 12, ""), "2005 le", "2005 – le"),
]


@pytest.mark.parametrize(("edit", "clean", "raw"), [row[1:] for row in STANDS_FOR], ids=[row[0] for row in STANDS_FOR])
def test_what_is_read_in_the_edited_text_is_raw_as_given(edit: Edit, clean: str, raw: str) -> None:
    """A clean string found in an edited view has the given text as its raw text."""
    view = View.of(GIVEN).edit([edit])
    start = view.text.index(clean)
    assert view.raw(start, start + len(clean)) == raw
    cut = view.cut(start, start + len(clean))
    assert (cut.text, cut.raw(0, len(clean)), cut.whole.of(GIVEN)) == (clean, raw, raw)


def test_an_edit_of_everything_keeps_the_text_as_given() -> None:
    """Even where as many characters stand for all of the text, its raw text is what was given."""
    view = View.of("’").edit([Edit(0, 1, "'")])
    assert (view.text, view.raw(0, 1), view.whole) == ("'", "’", Span(0, 1))


def test_edits_may_be_made_of_edited_text() -> None:
    """What was damaged twice is repaired twice, and still stands where it was given."""
    view = View.of("a&amp;eacute;b").edit([Edit(1, 6, "&")])
    assert view.text == "a&eacute;b"
    twice = view.edit([Edit(1, 9, "é")])
    assert (twice.text, twice.raw(1, 2), twice.span(2, 3)) == ("aéb", "&amp;eacute;", Span(13, 14))


def test_without_edits_a_view_is_itself() -> None:
    """What is in order costs nothing."""
    view = View.of(GIVEN)
    assert view.edit([]) is view
    assert view.strip() is view


STRIPPED = [
    ("  a b ", None, "a b", Span(2, 5)),
    ("\xa0a\n", None, "a", Span(1, 2)),
    ("--a-b--", "-", "a-b", Span(2, 5)),
    ("a", None, "a", Span(0, 1)),
    (" \n ", None, "", Span(3, 3)),
    ("", None, "", Span(0, 0)),
]


@pytest.mark.parametrize(("text", "characters", "kept", "span"), STRIPPED, ids=[repr(row[0]) for row in STRIPPED])
def test_what_is_stripped_leaves_the_rest_in_its_place(
    text: str, characters: str | None, kept: str, span: Span
) -> None:
    """`strip` takes white space or the characters named off both ends."""
    view = View.of(text).strip(characters)
    assert (view.text, view.whole) == (kept, span)


def test_a_joined_text_has_the_hull_of_its_pieces() -> None:
    """A value made of several pieces stands from the first to the last; its separator stands nowhere."""
    view = View.of(GIVEN)
    joined = join([view.cut(13, 15), view.cut(20, 22)], "\n\n")
    assert joined.text == "le\n\nde"
    assert (joined.whole, joined.raw(0, 6)) == (Span(13, 22), "le ﬁlm de")
    assert (joined.raw(0, 2), joined.raw(4, 6), joined.raw(0, 3), joined.raw(3, 6)) == ("le", "de", "le", "de")
    between = joined.span(2, 4)
    assert between.start == between.end


def test_a_separator_cut_out_stands_nowhere() -> None:
    """The raw text of what nobody printed is empty, in a cut of it too."""
    view = View.of("a. b")
    between = join([view.cut(0, 2), view.cut(3, 4)], "\n\n").cut(2, 4)
    assert between.text == "\n\n"
    assert not between.raw(0, 2)


def test_texts_without_characters_are_not_joined() -> None:
    """No separator stands beside nothing; of nothing but nothing, nothing is left, and has a place."""
    view = View.of(GIVEN)
    empty, word = view.cut(7, 7), view.cut(13, 15)
    assert join([empty, word, empty], " ") == word
    assert join([empty, empty], " ") == empty
    assert empty.whole == Span(7, 7)


def test_a_hull_covers_all_its_spans() -> None:
    """Spans in any order have one hull; no spans have none."""
    assert hull([Span(5, 7), Span(1, 2), Span(3, 9)]) == Span(1, 9)
    with pytest.raises(ValueError, match="unpack"):
        hull([])
