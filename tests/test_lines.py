"""Lines: where they end, what of them is decoration, and where the rest stands."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressparse.lines import BLANKS, INVISIBLE, Line, split_lines, undecorate
from pressparse.text import View


def only_line(text: str) -> Line:
    """Return the one line of `text`."""
    (line,) = split_lines(View.of(text))
    return line


ENDS = [
    ("one\ntwo", ["one", "two"], [0, 0]),
    ("one\r\ntwo", ["one", "two"], [0, 0]),
    ("one\rtwo", ["one", "two"], [0, 0]),
    ("one\ftwo", ["one", "two"], [0, 0]),
    ("one\n\ntwo", ["one", "two"], [0, 1]),
    ("one\r\n\r\ntwo", ["one", "two"], [0, 1]),
    ("one\r\rtwo", ["one", "two"], [0, 1]),
    ("one\n\ftwo", ["one", "two"], [0, 1]),
    ("one\n\rtwo", ["one", "two"], [0, 1]),
    ("one\r\n\ntwo", ["one", "two"], [0, 1]),
    ("one\r\r\ntwo", ["one", "two"], [0, 1]),
    ("one\n \t\xa0\n\u200b\ntwo", ["one", "two"], [0, 2]),
    ("\r\n\r\none", ["one"], [2]),
    ("\n\n\none\n\n", ["one"], [3]),
    ("one\vtwo\x85three\u2028four\u2029five\x1csix", ["one\vtwo\x85three\u2028four\u2029five\x1csix"], [0]),
    ("", [], []),
    (" \n\ufeff\r\n", [], []),
]


@pytest.mark.parametrize(("text", "contents", "gaps"), ENDS, ids=[repr(row[0]) for row in ENDS])
def test_lines_end_at_line_ends_and_nowhere_else(text: str, contents: list[str], gaps: list[int]) -> None:
    """CR LF, LF, CR and form feed end a line; the blank lines between two are counted."""
    lines = split_lines(View.of(text))
    assert [line.text for line in lines] == contents
    assert [line.gap for line in lines] == gaps


def width(blanks: str) -> int:
    """Return how far `blanks` move a line to the right: marks that print nothing do not."""
    return sum(blank not in INVISIBLE for blank in blanks)


@given(st.text(alphabet="ab \t\xa0\u200b\r\n\f"))
def test_every_line_that_says_something_is_there_once(text: str) -> None:
    """Spans are those of the lines without their ends and outer blanks, in order, for any mixture of line ends."""
    wanted: list[tuple[str, tuple[int, int], int, int]] = []
    at = gap = 0
    for piece in re.split("(\r\n|[\n\r\f])", text):
        if re.fullmatch("\r\n|[\n\r\f]", piece):
            gap += 1
        elif said := piece.strip(BLANKS):
            start = at + piece.index(said[0])
            above = max(gap - 1, 0) if wanted else gap
            wanted.append((said, (start, start + len(said)), above, width(piece[: start - at])))
            gap = 0
        at += len(piece)
    lines = split_lines(View.of(text))
    assert [(line.text, line.span, line.gap, line.indent) for line in lines] == wanted
    assert all(line.content.whole == line.span for line in lines)


OUTER_BLANKS = [
    "Title",
    "\ufeffTitle",
    "   Title   ",
    "\xa0\u202f Title \u2009",
    "\u200bTitle\u200b",
    "\tTitle\t",
    "\u3000Title\u2060",
    "\xadTitle",
    "Title\u2028",
]


@pytest.mark.parametrize("text", OUTER_BLANKS, ids=map(repr, OUTER_BLANKS))
def test_outer_blanks_are_no_part_of_a_line(text: str) -> None:
    """Blanks of every width, marks that print nothing and the byte-order mark are neither value nor raw."""
    line = only_line(text)
    assert (line.text, line.span.of(text), line.indent) == ("Title", "Title", width(text[: text.index("T")]))


TRAITS = {"heading": 0, "bullet": False, "bold": False, "rule": False}
DECORATED = [
    ("# Title", "Title", {"heading": 1}),
    ("###### Title", "Title", {"heading": 6}),
    ("##\xa0Title", "Title", {"heading": 2}),
    ("## Title ##", "Title", {"heading": 2}),
    ("## **Title**", "Title", {"heading": 2, "bold": True}),
    ("**## Title**", "## Title", {"bold": True}),
    ("#1 in Europe", "#1 in Europe", {}),
    ("The language C#", "The language C#", {}),
    ("####### Title", "####### Title", {}),
    ("###", "###", {}),
    ("# # #", "# # #", {}),
    ("- item", "item", {"bullet": True}),
    ("-    item", "item", {"bullet": True}),
    ("* item", "item", {"bullet": True}),
    ("+ item", "item", {"bullet": True}),
    ("• item", "item", {"bullet": True}),
    ("⦁\titem", "item", {"bullet": True}),
    ("·\xa0item", "item", {"bullet": True}),
    ("▪ item", "item", {"bullet": True}),
    ("* **item**", "item", {"bullet": True, "bold": True}),
    ("- ## item", "item", {"bullet": True, "heading": 2}),
    ("-end-", "-end-", {}),
    ("-40 degrees", "-40 degrees", {}),
    ("– a dash may open speech", "– a dash may open speech", {}),
    ("+33 1 44 76 75 39", "+33 1 44 76 75 39", {}),
    ("•", "•", {}),
    ("**bold**", "bold", {"bold": True}),
    ("__bold__", "bold", {"bold": True}),
    ("***both***", "both", {"bold": True}),
    ("**_both_**", "both", {"bold": True}),
    ("*slanted*", "slanted", {}),
    ("_slanted_", "slanted", {}),
    ("**bold** plain", "**bold** plain", {}),
    ("**one** and **other**", "**one** and **other**", {}),
    ("**not closed", "**not closed", {}),
    ("** not bold **", "** not bold **", {}),
    ("_snake_case_", "_snake_case_", {}),
    ("*note", "*note", {}),
    ("> quoted", "quoted", {}),
    (">> quoted twice", "quoted twice", {}),
    ("<p>Text</p>", "Text", {}),
    ('<div class="news"><h1>Title</h1></div>', "Title", {}),
    ("<P>Text</P><br />", "Text", {}),
    ("<li>item</li>", "item", {}),
    ("<5 % of all>", "<5 % of all>", {}),
    ("<john.doe@nowhere.org>", "<john.doe@nowhere.org>", {}),
    ("hard break\\", "hard break", {}),
    ("hard break  ", "hard break", {}),
    ("C:\\", "C:", {}),
    ("\\", "\\", {}),
]


@pytest.mark.parametrize(("text", "content", "traits"), DECORATED, ids=[row[0] for row in DECORATED])
def test_decoration_is_no_part_of_what_a_line_says(text: str, content: str, traits: dict[str, int]) -> None:
    """Headings, list markers, emphasis of all the line, tags and hard breaks are taken off and remembered."""
    line = only_line(text)
    assert line.text == line.content.whole.of(text) == content
    assert line.span.of(text) == text.strip()
    assert {name: getattr(line, name) for name in TRAITS} == TRAITS | traits


@pytest.mark.parametrize("tag", ["p", "div", "h2", "li", 'p class="lead"'])
def test_a_block_of_tags_stands_apart(tag: str) -> None:
    """A paragraph of HTML begins a paragraph, with or without a blank line before it; a word in a tag does not."""
    assert [line.apart for line in split_lines(View.of(f"<{tag}>One</{tag}>\n<{tag}>Two</{tag}>"))] == [True, True]
    assert [line.apart for line in split_lines(View.of(f"<{tag}>One\n<b>two</b>\n<br>three"))] == [True, False, False]


RULES = ["---", "***", "___", "_____________", "* * *", "- - -", "=====", "–––––", "———", "~~~", "**********", "<hr>"]
RULES += ["<br/>", "<p></p>", "<p> <br /> </p>", "**", "****", "> **", "__", ">", "> >"]


@pytest.mark.parametrize("text", RULES)
def test_a_line_of_marks_says_nothing(text: str) -> None:
    """A line of decoration only is a rule, and stands where it stands."""
    line = only_line(f"\n {text}\n")
    assert line.rule
    assert not line.text
    assert line.span.of(f"\n {text}\n") == text


INSIDE = [
    ("a **b** c", "a b c"),
    ("a __b__ c", "a b c"),
    ("a *b* c", "a b c"),
    ("a _b_ c", "a b c"),
    ("a ***b*** c", "a b c"),
    ("**a**b", "ab"),
    ("a **b", "a b"),
    ("**  a **", "a"),
    ("**", ""),
    ("2 * 3 * 4", "2 * 3 * 4"),
    ("a snake_case_name and x_1", "a snake_case_name and x_1"),
    ("5* hotels, 4* hotels", "5* hotels, 4* hotels"),
    ("see [the site](https://nowhere.org) now", "see the site now"),
    ('see [the site](https://nowhere.org "Title") now', "see the site now"),
    ("[**bold** words](https://nowhere.org)", "bold words"),
    ("_all *of* it_", "all of it"),
    ("![a picture](a.png) of it", "a picture of it"),
    ("a [note] (in brackets)", "a [note] (in brackets)"),
    ("x<sup>2</sup> <b>is</b> <span style='a: b'>y</span>", "x2 is y"),
    ("a < b > c", "a < b > c"),
    ("2 <3", "2 <3"),
    (r"\* \_ \# 1\. \a", r"* _ # 1. \a"),
    ("nothing to do", "nothing to do"),
]


@pytest.mark.parametrize(("text", "clean"), INSIDE, ids=[row[0] for row in INSIDE])
def test_decoration_inside_a_text_is_taken_out(text: str, clean: str) -> None:
    """Emphasis, tags and escapes go, of a link its words stay; each letter still stands where it stood."""
    view = undecorate(View.of(text))
    assert view.text == clean
    assert all(view.raw(*letter.span()) == letter[0] for letter in re.finditer(r"\w", clean))
