"""Hard wraps: broken lines are made whole, lines broken on purpose stay what they are."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressparse.lines import split_lines
from pressparse.text import View
from pressparse.wrapping import paragraphs, unwrap


def unwrapped(text: str) -> list[View]:
    """Return the paragraphs of `text`."""
    return [unwrap(group) for group in paragraphs([line for line in split_lines(View.of(text)) if not line.rule])]


WRAPPED = """\
The balloon was released at dawn above the base and climbed to thirty-two
kilometres within two hours. It carried four instruments of three
laboratories. A first look at their measurements shows less ozone than in
earlier years.
"""

ONE_LINERS = """\
The balloons of both agencies flew over the Arctic for the first time, and all of them came back to the base.
They carried four instruments of three laboratories, which measured ozone and water vapour for about a week."""
SHORT_SENTENCES = """\
They flew. They came back. It was cold. They fly again. It will be cold.
They fly. They come back. It is cold. They will fly again. They are cold."""

PARAGRAPHS = [
    (WRAPPED, [WRAPPED.replace("\n", " ").strip()]),
    (WRAPPED + WRAPPED, [WRAPPED.replace("\n", " ").strip()] * 2),
    ("One paragraph.\n\nAnother one.", ["One paragraph.", "Another one."]),
    ("One paragraph\n\nand another one", ["One paragraph", "and another one"]),
    ("a line that goes\non small", ["a line that goes on small"]),
    (
        "Launched on 19 December\n2013, it has measured the stars of the whole sky above us",
        ["Launched on 19 December 2013, it has measured the stars of the whole sky above us"],
    ),
    (
        "Venue: Town hall of Lund\nChair: Head of the campaign",
        ["Venue: Town hall of Lund", "Chair: Head of the campaign"],
    ),
    (
        "The balloons of the agency\n(CNES1\n), which flew over the Arctic, and all of which came back to the base",
        ["The balloons of the agency", "(CNES1 ), which flew over the Arctic, and all of which came back to the base"],
    ),
    (
        "All three laboratories\n, with the base in the north, flew the balloons of both agencies over the Arctic",
        ["All three laboratories , with the base in the north, flew the balloons of both agencies over the Arctic"],
    ),
    (
        "They flew with it (Lund)\n. Two of them came back to the base of both agencies in the north of Sweden",
        ["They flew with it (Lund) . Two of them came back to the base of both agencies in the north of Sweden"],
    ),
    (
        "They came back\n.NET Lund was off, and all of the balloons of both agencies were kept at the base",
        ["They came back", ".NET Lund was off, and all of the balloons of both agencies were kept at the base"],
    ),
    (
        "The balloon, tall as a\n20-storey building, is the largest that both agencies have ever let fly together",
        ["The balloon, tall as a 20-storey building, is the largest that both agencies have ever let fly together"],
    ),
    (
        "The balloons of Lund\n20 of them are there, and all of both agencies have been flying since the year began",
        [
            "The balloons of Lund",
            "20 of them are there, and all of both agencies have been flying since the year began",
        ],
    ),
    (
        "-- Paul Roux, head of the lake\nand river\n-- Ann Holm, head of the mountain\nand sea",
        ["Paul Roux, head of the lake and river", "Ann Holm, head of the mountain and sea"],
    ),
    ("-- and this goes\non, they say\n-- and on", ["-- and this goes on, they say", "-- and on"]),
    ("-- Paul Roux\n\nand\n\n-- Ann Holm", ["-- Paul Roux", "and", "-- Ann Holm"]),
    (
        "They carry:\n\n -- A mast much longer than\n    others in Lund.\n\n -- A sail\n    of red.\n\n -- A flag",
        ["They carry:", "A mast much longer than others in Lund.", "A sail of red.", "A flag"],
    ),
    ("They carry:\n\n- A mast\n\n“It flies.”\n\n– Paul Roux", ["They carry:", "A mast", "“It flies.”", "– Paul Roux"]),
    ("-- The Crew Is Ready --\n\nThey sail.", ["The Crew Is Ready", "They sail."]),
    ("-- The Crew --\n\nThey sail.", ["-- The Crew --", "They sail."]),
    ("They sail.\n\n-- End of the release --", ["They sail.", "-- End of the release --"]),
    ("-- Crew and Boat --\n-- All Are Glad --", ["Crew and Boat", "All Are Glad"]),
    ("They carry:\n– A mast\n\n“It flies.”\n\n– Paul Roux", ["They carry:", "A mast", "“It flies.”", "– Paul Roux"]),
    (
        (
            "- Ann Holm, director, Lake Science Division of Lund, NLA"
            "\nHeadquarters, Lund\n- Paul Roux, writer, Nowhere University of the Applied Physics\nLab, Lund"
        ),
        [
            "Ann Holm, director, Lake Science Division of Lund, NLA Headquarters, Lund",
            "Paul Roux, writer, Nowhere University of the Applied Physics Lab, Lund",
        ],
    ),
    (
        "- Ann Holm, director, Lake Science Division, NLA\nSecond day\n- Paul Roux, project scientist, Nowhere Hall",
        ["Ann Holm, director, Lake Science Division, NLA", "Second day", "Paul Roux, project scientist, Nowhere Hall"],
    ),
    (f"- an item of the list\nand more\n- {'long ' * 60}", ["an item of the list and more", ("long " * 60).strip()]),
    ("• What is it?\n  Through the study of salt – Lund", ["What is it? Through the study of salt – Lund"]),
    ("- one item\n- another item", ["one item", "another item"]),
    ("- one item\nwith two lines\n- another item", ["one item with two lines", "another item"]),
    ("- a spectrometer\nThe crew is ready", ["a spectrometer", "The crew is ready"]),
    ("- a spectrometer made by\n  Lund University", ["a spectrometer made by Lund University"]),
    ("All of the boats leave Brest at\n18:30 UTC.", ["All of the boats leave Brest at 18:30 UTC."]),
    ("a quay, and\nKerloc builds it with its neighbors", ["a quay, and Kerloc builds it with its neighbors"]),
    ("10:30 Arrival\n11:00 Visit", ["10:30 Arrival", "11:00 Visit"]),
    ("1. Overview of it.\n2. Schedule of it.", ["1. Overview of it.", "2. Schedule of it."]),
    ("Three things:\n• one\n• two", ["Three things:", "one", "two"]),
    ("# A heading\nand its text", ["A heading", "and its text"]),
    ("The text\n# A heading", ["The text", "A heading"]),
    ("# One heading\n# Another heading", ["One heading", "Another heading"]),
    ("**Pascale Bresson**\nPress Officer", ["Pascale Bresson", "Press Officer"]),
    ("Pascale Bresson\nPress Officer\nCentre national d’études spatiales", None),
    (f"{'A long paragraph on one line. ' * 8}\n{'Another paragraph. ' * 12}", None),
    ("the coop-\neration of both", ["the cooperation of both"]),
    ("the coop\u2010\neration of both", ["the cooperation of both"]),
    ("the work of Anne-\nMarie Duval and others", ["the work of Anne-Marie Duval and others"]),
    ("in the years 2018-\n2022", ["in the years 2018-2022"]),
    ("the two satellites -\nbuilt in Toulouse - are ready", ["the two satellites - built in Toulouse - are ready"]),
    ("the two satellites –\nbuilt in Toulouse – are ready", ["the two satellites – built in Toulouse – are ready"]),
    ("it ends here.\r\nThe next sentence is on the next line.", None),
    (ONE_LINERS, None),
    (f"{ONE_LINERS}\nIt was cold.", None),
    (f"- {ONE_LINERS}", ONE_LINERS.splitlines()),
    (f"{ONE_LINERS}\n\n{WRAPPED}", [ONE_LINERS.replace("\n", " "), WRAPPED.replace("\n", " ").strip()]),
    (SHORT_SENTENCES, [SHORT_SENTENCES.replace("\n", " ")]),
]


@pytest.mark.parametrize(("text", "wanted"), PARAGRAPHS, ids=[row[0] for row in PARAGRAPHS])
def test_lines_make_the_paragraphs_that_were_meant(text: str, wanted: list[str] | None) -> None:
    """Broken lines are joined by one blank, hyphenated words made whole; without a list every line stays alone."""
    if wanted is None:
        wanted = [line.strip() for line in text.splitlines()]
    assert [view.text for view in unwrapped(text)] == wanted


WORDS = st.lists(st.text(alphabet="abcdeEAé’", min_size=1, max_size=9), min_size=1, max_size=80)


@given(WORDS, st.integers(20, 120), st.sampled_from(["", ".", ",", " »"]))
def test_what_was_wrapped_is_undone(words: list[str], width: int, end: str) -> None:
    """A paragraph that was filled to any width, wherever its sentences end, is read as it was before."""
    text = f"{end} ".join(words) + end
    wrapped = textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)
    (view,) = unwrapped(wrapped)
    assert view.text == text
    assert view.raw(0, len(text)) == wrapped


RAW = [
    ("one\ntwo", "one two", "one\ntwo"),
    ("one  \r\n  two", "one two", "one  \r\n  two"),
    ("**one two**\n**three**", "two three", "two**\n**three"),
    ("coop-\neration", "cooperation", "coop-\neration"),
]


@pytest.mark.parametrize(("text", "clean", "raw"), RAW, ids=[repr(row[0]) for row in RAW])
def test_raw_keeps_the_line_break(text: str, clean: str, raw: str) -> None:
    """What is read across a line end has the text as given, with what stands there, as its raw text."""
    (view,) = unwrapped(text)
    start = view.text.index(clean)
    assert view.raw(start, start + len(clean)) == raw


def test_one_line_is_its_own_paragraph() -> None:
    """A text that is not wrapped costs nothing."""
    (line,) = split_lines(View.of("One line."))
    assert unwrap([line]) is line.content
    assert list(paragraphs([])) == []
