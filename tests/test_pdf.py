"""PDF files: the text that a reader sees, laid out as the parser needs it, and what is said of files without any."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pdf_drawings import Dot, Words, broken_page, column, pdf_of, scan, unprintable
from reportlab.lib import pdfencrypt
from reportlab.pdfbase.pdfmetrics import stringWidth

import pressparse
from pressparse.errors import UnreadableError
from pressparse.formats.pdf import to_text
from pressparse.formats.pdf.characters import Word
from pressparse.formats.pdf.layout import join_rows, text_of_pages
from pressparse.formats.pdf.pages import read_pages
from pressparse.formats.pdf.rows import rows_of
from pressparse.formats.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

SAMPLES = sorted((Path(__file__).parent / "formats" / "pdf").glob("*.pdf"))
LONG = "The laboratory was founded in two disused workshops and has a vibration table, a vacuum"
NARROW = [
    "The workshop was founded by",
    "two retired engineers, and it",
    "has a table that shakes what",
    "is put on it.",
]
RIGHT = [
    "Whoever wants to come sends",
    "a page and a drawing. Those",
    "made by hand are welcome, as",
    "they show what was thought of.",
]


def text_of(*pages: Iterable[Words | Dot]) -> str:
    """Return the text of a file with these `pages`."""
    return to_text(Source("drawn.pdf", pdf_of(*pages))).text


def lines_of(*pages: Iterable[Words | Dot]) -> list[str]:
    """Return its lines, each run of blanks as two: how many there are is the grid's business."""
    return ["  ".join(piece.strip() for piece in line.split("  ") if piece) for line in text_of(*pages).splitlines()]


def justified(x: float, y: float, text: str, wide: float) -> list[Words]:
    """Return `text` as a row that reaches from `x` so far."""
    words = text.split()
    gap = (wide - sum(map(width, words))) / (len(words) - 1)
    lefts = [x + gap * at + sum(map(width, words[:at])) for at in range(len(words))]
    return [Words(left, y, word) for left, word in zip(lefts, words, strict=True)]


def width(text: str, font: str = "Helvetica", size: float = 11) -> float:
    """Return how wide `text` is in print."""
    return float(stringWidth(text, font, size))


def bold(x: float, y: float, text: str, size: float = 11) -> Words:
    """Return words in a bold font."""
    return Words(x, y, text, "Helvetica-Bold", size)


def centred(y: float, text: str) -> Words:
    """Return words in a large font in the middle of the column that `LONG` fills."""
    return bold(60 + (width(LONG) - width(text, "Helvetica-Bold", 14)) / 2, y, text, 14)


PAGES: dict[str, tuple[list[Words | Dot], list[str]]] = {
    "far below two columns there may be the right one alone": (
        [
            *column(
                60, 700, ["The laboratory was founded in two", "disused workshops and has a", "door", "and a window"]
            ),
            *column(330, 700, ["Another column says that there is", "much to be done in the years to"]),
            *column(330, 625, ["come, and that all of it will be", "done by the agency."]),
        ],
        [
            "The laboratory was founded in two  Another column says that there is",
            "disused workshops and has a  much to be done in the years to",
            *("door", "and a window", "", "come, and that all of it will be done by the agency."),
        ],
    ),
    "rows keep the gaps of columns": (
        [*column(60, 700, ["Pascale Bresson", "Julien Guérin"]), *column(200, 700, ["Press Officer", "Head of Media"])],
        ["Pascale Bresson  Press Officer", "Julien Guérin  Head of Media"],
    ),
    "a narrow gap is a column's where the row below shows the column": (
        [*column(60, 700, ["Claire Fontaine-Duval", "Raphaël Sart"]), *column(174, 700, ["Officer", "Editor"])],
        ["Claire Fontaine-Duval  Officer", "Raphaël Sart  Editor"],
    ),
    "gaps that are but odd are columns where they stand below each other": (
        [
            *column(60, 700, ["Tel. 01 44 76 75 39", "Tel. 01 44 76 00 04"]),
            *column(168, 700, ["a.b@cnes.fr", "c.d@cnes.fr"]),
        ],
        ["Tel. 01 44 76 75 39  a.b@cnes.fr", "Tel. 01 44 76 00 04  c.d@cnes.fr"],
    ),
    "a cell that runs over two rows is one": (
        [
            *column(60, 700, ["Name", "Pascale Bresson"], leading=20),
            *column(180, 700, ["Phone", "+33 (0)1 44 76"], leading=20),
            *column(270, 700, ["E-mail", "pascale.bresson@"], leading=20),
            *column(180, 667, ["75 39"]),
            *column(270, 667, ["cnes.fr"]),
        ],
        ["Name  Phone  E-mail", "Pascale Bresson  +33 (0)1 44 76 75 39  pascale.bresson@cnes.fr"],
    ),
    "a name broken behind its hyphen is one": (
        [
            *column(60, 700, ["Claire Fontaine-", "Duval"]),
            *column(150, 700, ["Communication", "Manager"]),
            *column(240, 700, ["a@cnes.fr"]),
        ],
        ["Claire Fontaine-Duval  Communication Manager  a@cnes.fr"],
    ),
    "a second number below the first is no part of it": (
        [
            *column(60, 700, ["Pascale Bresson"]),
            *column(180, 700, ["Tel. 01 44", "Mob. 06"]),
            *column(330, 700, ["a@cnes.fr"]),
        ],
        ["Pascale Bresson  Tel. 01 44  a@cnes.fr", "Mob. 06"],
    ),
    "a row below that no column matches stands by itself": (
        [*column(60, 700, ["Pascale Bresson"]), *column(180, 700, ["Press Officer"]), *column(140, 687, ["Paris"])],
        ["Pascale Bresson  Press Officer", "Paris"],
    ),
    "boxes that do not stand level are read one after the other": (
        [
            *column(60, 700, ["Pascale Bresson", "Press Officer", "Tel. 01 44 76 75 39"]),
            *column(300, 695, ["Ulrike Köster", "Head of Media", "Tel. +49 30 23125 101"]),
        ],
        [
            *("Pascale Bresson", "Press Officer", "Tel. 01 44 76 75 39"),
            *("", "Ulrike Köster", "Head of Media", "Tel. +49 30 23125 101"),
        ],
    ),
    "boxes half a line apart too": (
        [
            *column(60, 700, ["Pascale Bresson", "Press Officer", "Tel. 01 44 76 75 39"]),
            *column(300, 692, ["Ulrike Köster", "Head of Media", "Tel. +49 30 23125 101"]),
        ],
        [
            *("Pascale Bresson", "Press Officer", "Tel. 01 44 76 75 39"),
            *("", "Ulrike Köster", "Head of Media", "Tel. +49 30 23125 101"),
        ],
    ),
    "columns of running text are read one after the other": (
        [
            Words(60, 730, "Two columns stand below this line"),
            *column(60, 700, NARROW),
            *column(300, 700, RIGHT),
            Words(60, 600, "And one line below them"),
        ],
        [
            *("Two columns stand below this line", "", " ".join(NARROW), ""),
            *(" ".join(RIGHT), "", "And one line below them"),
        ],
    ),
    "text beside a list of names is read before them": (
        [*column(60, 700, ["Contacts", "Pascale", "Julien", "Raphaël"]), *column(300, 700, RIGHT)],
        [" ".join(RIGHT), "", "Contacts", "Pascale", "Julien", "Raphaël"],
    ),
    "a table whose last column is text is read across": (
        [*column(60, 700, ["9:00", "", "", "10:00"]), *column(200, 700, [*RIGHT[:3], "The end"])],
        [f"9:00  {RIGHT[0]} {RIGHT[1]}", RIGHT[2], "10:00  The end"],
    ),
    "a column goes on below the other": (
        [*column(60, 700, [*NARROW[:3], *NARROW]), *column(300, 700, RIGHT)],
        [" ".join((*NARROW[:3], *NARROW)), "", " ".join(RIGHT)],
    ),
    "rows that are full run on": (
        column(60, 700, [LONG, "chamber and parts.", "", "It opens in May."]),
        [f"{LONG} chamber and parts.", "", "It opens in May."],
    ),
    "rows that are not full stay": (
        column(60, 700, [LONG, "", "Pascale Bresson", "Press Officer"]),
        [LONG, "", "Pascale Bresson", "Press Officer"],
    ),
    "a paragraph whose first row is indented begins anew": (
        [*column(60, 700, [LONG, "chamber for parts."]), Words(80, 674, LONG[:80]), Words(60, 661, "another door.")],
        [f"{LONG} chamber for parts.", "", f"{LONG[:80]} another door."],
    ),
    "an indented row behind a full one too": (
        [*column(60, 700, [LONG]), Words(80, 687, "A new paragraph begins"), Words(60, 674, "here.")],
        [LONG, "A new paragraph begins", "here."],
    ),
    "two lines of a centred title are one if the second would not have fitted": (
        [
            centred(700, "The laboratory was founded in two disused workshops"),
            centred(683, "interdisciplinarily today"),
            *column(60, 640, [LONG, "chamber, parts and other things."]),
        ],
        [
            *("# The laboratory was founded in two disused workshops interdisciplinarily today", ""),
            f"{LONG} chamber, parts and other things.",
        ],
    ),
    "rows of contacts stay rows, however full they are": (
        column(60, 700, [f"{LONG[:59]} 01 44 76 75 39 a.b@cnes.fr", f"{LONG[:59]} 01 44 76 75 39 c.d@cnes.fr"]),
        [f"{LONG[:59]} 01 44 76 75 39 a.b@cnes.fr", f"{LONG[:59]} 01 44 76 75 39 c.d@cnes.fr"],
    ),
    "a sentence that ends its row is apart from the next, where rows are no cells": (
        column(
            60, 700, [LONG, "chamber.", "", "This is one sentence of some length, and it ends.", "So does this one."]
        ),
        [f"{LONG} chamber.", "", "This is one sentence of some length, and it ends.", "", "So does this one."],
    ),
    "raised figures and letters stand with their word": (
        [Words(60, 700, "Le 1"), Words(78.4, 704.5, "er", size=8), Words(90, 700, "vol du CADMOS")],
        ["Le 1er vol du CADMOS"],
    ),
    "letter-spaced words are words": ([Words(60, 700, "P R E S S   R E L E A S E")], ["PRESS RELEASE"]),
    "single letters in a row are not": ([Words(60, 700, "A B")], ["A B"]),
    "contacts below columns of text are no part of these": (
        [
            *column(60, 700, NARROW),
            *column(300, 700, RIGHT),
            *column(60, 635, ["1 A note below the text.", "Contacts"]),
            *(
                piece
                for x, cells in ((60, ("Pascale Bresson", "Press Officer")), (340, ("Julien Guérin", "Head of Media")))
                for piece in column(x, 600, cells)
            ),
        ],
        [
            *(" ".join(NARROW), "", " ".join(RIGHT), "", "1 A note below the text.", "Contacts", ""),
            *("Pascale Bresson  Julien Guérin", "Press Officer  Head of Media"),
        ],
    ),
    "a gap that justification tore in a column is a blank": (
        [
            *column(60, 700, NARROW),
            *column(300, 700, RIGHT[:2]),
            *justified(300, 674, "made by any hand", width(RIGHT[0])),
            *column(300, 661, RIGHT[2:]),
        ],
        [" ".join(NARROW), "", " ".join((*RIGHT[:2], "made by any hand", *RIGHT[2:]))],
    ),
    "a gap of a column within a column is none": (
        [*column(60, 700, [*NARROW[:3], "Mass", NARROW[3]]), Words(140, 661, "640 kg"), *column(300, 700, RIGHT)],
        [" ".join(NARROW[:3]), "", "Mass  640 kg", NARROW[3], "", " ".join(RIGHT)],
    ),
    "a number that a cell breaks is one, in the first column too": (
        [
            *column(60, 700, ["Pascale Bresson", "+33 (0)1 44 76 75", "39"]),
            *column(160, 700, ["Julien Guérin", "+33 (0)1 44 76", "74 51"]),
        ],
        ["Pascale Bresson  Julien Guérin", "+33 (0)1 44 76 75 39  +33 (0)1 44 76 74 51"],
    ),
    "addresses are no running text, though they begin with small letters": (
        [
            *column(60, 700, ["Pascale Bresson", "", "Julien Guérin", "", "Claire Fontaine"]),
            *column(200, 706, ["+33 (0)1 44 76 75", "39", "+33 (0)1 44 76 74", "51"]),
            Words(200, 648, "+33 (0)1 44 76 78 37"),
            *column(330, 700, ["pascale.bresson@cnes.fr", "", "julien.guerin@cnes.fr", "", "c.f@cnes.fr"]),
        ],
        [
            "Pascale Bresson  +33 (0)1 44 76 75 39  pascale.bresson@cnes.fr",
            "Julien Guérin  +33 (0)1 44 76 74 51  julien.guerin@cnes.fr",
            "Claire Fontaine  +33 (0)1 44 76 78 37  c.f@cnes.fr",
        ],
    ),
    "columns that hardly stand apart are seen in numbers too": (
        [
            *column(60, 700, ["Pascale Bresson", "Tel. +33 (0)1 44 76 75 39"]),
            *column(60 + width("Tel. +33 (0)1 44 76 75 39 "), 700, ["Julien Guérin", "Tel. +33 (0)1 44 76 74 51"]),
        ],
        ["Pascale Bresson  Julien Guérin", "Tel. +33 (0)1 44 76 75 39  Tel. +33 (0)1 44 76 74 51"],
    ),
    "a gap that justification tore is a blank": (
        [
            Words(60, 700, "The laboratory was founded in two disused workshops"),
            Words(60, 687, "It was torn,"),
            Words(60 + width("The laboratory was founded in two disused workshops") - width("a bit"), 687, "a bit"),
            Words(60, 674, "again and again."),
        ],
        ["The laboratory was founded in two disused workshops It was torn, a bit again and again."],
    ),
    "items keep their bullets and stand together": (
        [
            *column(60, 700, ["•", "", "•", "2."]),
            *column(75, 700, [LONG, "chamber and parts.", "Mass: 640 kilograms", "Lifetime: five years"]),
        ],
        [f"• {LONG} chamber and parts.", "• Mass: 640 kilograms", "2. Lifetime: five years"],
    ),
    "bullets that are drawn are bullets": (
        [
            *column(60, 726, ["The satellite:", ""]),
            *(
                part
                for at, line in enumerate(("Mass", "Life"))
                for part in (Dot(66, 703 - 13 * at), Words(80, 700 - 13 * at, line))
            ),
            Dot(400, 300),
            Dot(66, 690, radius=9),
        ],
        ["The satellite:", "", "• Mass", "• Life"],
    ),
    "headings are marked: larger ones of some words, and bold lines": (
        [
            Words(60, 760, "A title in a large font", size=18),
            Words(60, 735, "A smaller one below it", size=14),
            Words(60, 715, "LOGO", size=18),
            bold(60, 690, "Contacts"),
            *column(60, 675, [LONG, "chamber and parts."]),
            bold(60, 640, "A bold sentence is none."),
        ],
        [
            *("# A title in a large font", "", "## A smaller one below it", "", "LOGO", "", "**Contacts**", ""),
            *(f"{LONG} chamber and parts.", "", "A bold sentence is none."),
        ],
    ),
    "where all is bold nothing is": (
        [bold(60, 700, "Press release"), bold(60, 670, "of today")],
        ["Press release", "", "of today"],
    ),
    "a heading above a table is marked": (
        [
            bold(60, 713, "Contacts"),
            *column(60, 700, ["Pascale Bresson", "Julien Guérin"]),
            *column(200, 700, ["Press Officer", "Head of Media"]),
        ],
        ["**Contacts**", "Pascale Bresson  Press Officer", "Julien Guérin  Head of Media"],
    ),
    "links whose words show no address are marked": (
        [
            Words(60, 700, "our page.", link="https://example.org/a(b)"),
            Words(60, 685, "write to us", link="mailto:a.b@cnes.fr?subject=x"),
            Words(60, 670, "more", link="https://example.org/more", quads=True),
        ],
        [
            *("[our page](https://example.org/a%28b%29).", "[write to us](mailto:a.b@cnes.fr?subject=x)"),
            "[more](https://example.org/more)",
        ],
    ),
    "other links are as printed": (
        [
            Words(60, 700, "www.example.org", link="http://www.example.org/"),
            Words(60, 685, "example.org/x", link="https://example.org/x"),
            Words(60, 670, "a.b@cnes.fr", link="mailto:A.B@cnes.fr"),
            Words(60, 655, "call", link="tel:+33144767539"),
            Words(60, 640, "[1]", link="https://example.org/1"),
            Words(60, 625, "…", link="https://example.org/more"),
            Words(60, 595, "here", link="#"),
            Words(60, 610, "far", link="https://example.org/" + 900 * "x"),
        ],
        ["www.example.org", "example.org/x", "a.b@cnes.fr", "call", "[1]", "…", "far", "here"],
    ),
    "a page of turned text is turned": (
        [Words(100, 60, "All words are turned", turn=90), Words(113, 60, "on this page", turn=90)],
        ["All words are turned", "on this page"],
    ),
    "one that stands on its head too": (
        [Words(500, 60, "on this page", turn=180), Words(500, 47, "All words are turned", turn=180)],
        ["All words are turned", "on this page"],
    ),
    "turned words beside the text stand behind it": (
        [
            Words(60, 700, "Upright words are here"),
            Words(570, 100, "Side note", turn=90),
            Words(60, 600, "as most are"),
        ],
        ["Upright words are here", "", "as most are", "", "Side note"],
    ),
    "words that nobody sees are left out": (
        [Words(60, 700, "Words on the page"), Words(60, 600, "hidden", mode=3), Words(-300, 500, "beside it")],
        ["Words on the page"],
    ),
    "what a browser prints around a page is left out": (
        [
            *(
                Words(20, 825, "11/22/26, 3:14 PM"),
                Words(250, 825, "The title"),
                Words(60, 700, "The text of the page"),
            ),
            *(Words(20, 15, "https://example.org/page"), Words(560, 15, "1/1")),
        ],
        ["The text of the page"],
    ),
    "a page number is left out": ([Words(60, 700, "The text"), Words(290, 30, "Page 1 of 1")], ["The text"]),
}


@pytest.mark.parametrize(("drawn", "wanted"), PAGES.values(), ids=PAGES)
def test_a_page_is_read_as_it_is_seen(drawn: list[Words | Dot], wanted: list[str]) -> None:
    """Each page gives the lines that the parser needs."""
    assert lines_of(drawn) == wanted


BROKEN = [
    ("work-", "shop.", "workshop."),
    ("Paris-", "Saclay.", "Paris-Saclay."),
    ("1945-", "1950.", "1945-1950."),
    ("a-", "t-il.", "a-t-il."),
    ("eux-", "mêmes.", "eux-mêmes."),
    ("out-", "ils.", "outils."),
    ("long-", "term.", "long-term."),
    ("two –", "three.", "two – three."),
]


@pytest.mark.parametrize(("before", "behind", "whole"), BROKEN, ids=[whole for *_, whole in BROKEN])
def test_words_broken_at_the_end_of_a_row_are_made_whole(before: str, behind: str, whole: str) -> None:
    """Hyphens that are the word's own are kept; `long-term` is printed whole elsewhere."""
    rows = [f"The laboratory was founded as a long-term home of two disused rooms and {before}", behind]
    assert lines_of(column(60, 700, rows)) == [f"{rows[0].removesuffix(before)}{whole}"]


def test_what_is_raised_without_a_gap_is_one_word() -> None:
    """Ordinals and the marks of footnotes; words that were not drawn one after the other are never one."""
    one, er, name = (
        Word("1", 60, 66, 700, 11, order=1),
        Word("er", 66.2, 72, 703.6, 6.4, order=2),
        Word("x", 72, 80, 700, 11, order=9),
    )
    assert [row.text for row in rows_of([one, er, name])] == ["1er x"]


def test_characters_that_print_nothing_move_no_word() -> None:
    """They are none of the text, but take their room in it."""
    (page,) = read_pages(unprintable("~", [Words(60, 700, "~here and ~there")])).read
    before = {"here": "~", "and": "~here ", "there": "~here and ~"}
    assert {word.text: round(word.left, 1) for word in page.words} == {
        word: round(60 + width(others), 1) for word, others in before.items()
    }


def test_signs_of_symbol_fonts_are_bullets() -> None:
    """Word processors print them from a private area."""
    assert join_rows(rows_of([Word("\uf0b7", 60, 65, 700, 11), Word("Mass", 75, 99, 700, 11)]), frozenset()) == "• Mass"


def test_the_grid_keeps_the_place_of_columns() -> None:
    """A cell without anything before it stands where its column does."""
    drawn = [
        *column(60, 700, ["CNES", "Pascale Bresson"]),
        *column(300, 700, ["JAXA", "Haruka Ishimoto", "Tel. +81 50"]),
    ]
    *_, names, phone = text_of(drawn).splitlines()
    assert names.index("Haruka") == phone.index("Tel.")


def numbered(*texts: str, header: str = "Journal of today", footer: str = "Agency – {} –") -> list[list[Words]]:
    """Return pages with a header, a footer and one of `texts` each."""
    return [
        [Words(60, 800, header), Words(60, 700, text), Words(250, 30, footer.format(number))]
        for number, text in enumerate(texts, 1)
    ]


def test_running_headers_and_footers_are_left_out() -> None:
    """What pages repeat at one place, but for its numbers, is no text."""
    assert lines_of(*numbered("One page", "Two pages", "Three pages")) == [
        "One page",
        "",
        "Two pages",
        "",
        "Three pages",
    ]


def test_a_header_that_is_a_field_of_the_masthead_is_kept_once() -> None:
    """The kind and the reference may be printed nowhere else."""
    pages = numbered("One page", "Two pages", header="PRESS RELEASE PR012-2021")
    assert lines_of(*pages) == ["PRESS RELEASE PR012-2021", "", "One page", "", "Two pages"]


def test_a_paragraph_that_a_page_breaks_is_one() -> None:
    """It goes on over footer and header, with a name too; one that ends does not, nor a row of contacts."""
    first, second = ([*page, Words(60, 60, LONG)] for page in numbered("One page", "chamber and parts."))
    del second[-1]
    assert lines_of(first, second) == ["One page", "", f"{LONG} chamber and parts."]
    assert lines_of([Words(60, 60, LONG)], [Words(60, 700, "Chamber")]) == [f"{LONG} Chamber"]
    for last in (f"{LONG}.", LONG.replace("two disused workshops", "lab@example.org")):
        assert lines_of([Words(60, 60, last)], [Words(60, 700, "Chamber")]) == [last, "", "Chamber"]


def test_a_document_may_be_columns_only() -> None:
    """Where no row runs over the page, each column has its own frame."""
    assert lines_of([*column(60, 700, NARROW), *column(300, 700, RIGHT)]) == [" ".join(NARROW), "", " ".join(RIGHT)]


def test_recognized_text_of_a_scan_is_read() -> None:
    """It is hidden behind the picture, and all there is."""
    assert to_text(Source("scan.pdf", scan("Recognized words"))).text == "Recognized words\n"


ENCRYPTED = pdf_of([Words(60, 700, "Secret")], encrypt=pdfencrypt.StandardEncryption("user", "owner"))
UNREADABLE = [
    (b"", "an empty file"),
    (b"\r\n", "an empty file"),
    (b"Press release\n", "no PDF file"),
    (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a damaged PDF file"),
    (SAMPLES[0].read_bytes()[:900], "a damaged PDF file"),
    (broken_page(), "a damaged PDF file: none of its pages can be read"),
    (ENCRYPTED, "a PDF file that opens only with its password"),
    (pdf_of([]), "a PDF file without text"),
    (
        scan(),
        "a scanned PDF file: its pages are pictures without text, run text recognition (OCR) on it first",
    ),
]


@pytest.mark.parametrize(("data", "reason"), UNREADABLE, ids=[reason for _, reason in UNREADABLE])
def test_files_without_readable_text_are_refused(data: bytes, reason: str) -> None:
    """The error names the file, the reason and the digest."""
    source = Source("release.pdf", data)
    with pytest.raises(UnreadableError) as caught:
        pressparse.parse_bytes(data, name="release.pdf")
    assert (str(caught.value), caught.value.digest) == (f"release.pdf: {reason}", source.digest)


def test_a_file_protected_against_changes_is_read() -> None:
    """It opens without a password."""
    data = pdf_of([Words(60, 700, "Not secret")], encrypt=pdfencrypt.StandardEncryption("", "owner"))
    assert to_text(Source("release.pdf", data)).text == "Not secret\n"


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """PDF files are recognized all the same."""
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(UnreadableError, match=r"pip install 'pressparse\[pdf\]'"):
        pressparse.parse_file(SAMPLES[0])


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not even opened."""
    monkeypatch.setattr("pressparse.formats.pdf._MOST_BYTES", 1_000_000)
    with pytest.raises(UnreadableError, match="a PDF file of more than 1 MB"):
        pressparse.parse_bytes(pdf_of([Words(60, 700, "Words")]) + bytes(1_000_000))


def truncations(data: bytes) -> list[str]:
    """Return the messages that say that not all of `data` was read."""
    found = pressparse.parse_bytes(data).diagnostics
    return [each.message for each in found if each.code == "input-truncated"]


def test_pages_beyond_the_limit_are_said() -> None:
    """A bomb of pages costs no more than the first hundred."""
    data = pdf_of(*([Words(60, 700, "A page")] for _ in range(103)))
    assert truncations(data) == ["only the first 100 of 103 pages were read"]
    assert text_of_pages(read_pages(data).read).count("A page") == 100


def test_characters_beyond_the_limit_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page on which the limit lies is cut there."""
    data = pdf_of([Words(60, 700, "One page")], [Words(60, 700, "Two pages")], [Words(60, 700, "Three")])
    pages = read_pages(data, most_characters=11)
    assert text_of_pages(pages.read) == "One page\n\nTwo\n"
    assert (pages.unread, pages.cut) == (1, True)
    assert read_pages(data, most_characters=8).unread == 2
    monkeypatch.setattr("pressparse.formats.pdf.pages.read_pages", lambda _: pages)
    assert truncations(data) == ["only the first 2 of 3 pages were read; the text of a page was cut short"]


def test_pages_that_cannot_be_read_are_said() -> None:
    """The others are read."""
    assert truncations(broken_page([Words(60, 700, "A page")])) == ["pages that cannot be read: 2"]


def test_a_file_that_stops_early_is_said() -> None:
    """What PDFium could find is read."""
    data = pdf_of([Words(60, 700, "A page")])
    assert truncations(data[: data.rindex(b"%%EOF")]) == [
        "the file stops before its end mark, so that pages or words may be missing"
    ]


RECOGNIZED = [
    (b"%PDF-1.4\n", True),
    (b"\xef\xbb\xbf\r\n%PDF-1.7\n", True),
    (b"HTTP/1.1 200 OK\r\n\r\n%PDF-1.7\n1 0 obj\nendobj\n", True),
    (b"A text that says %PDF-1.7 somewhere", False),
    (b"PDF-1.4", False),
]


@pytest.mark.parametrize(("data", "wanted"), RECOGNIZED, ids=repr)
def test_pdf_files_are_recognized_by_their_content(data: bytes, *, wanted: bool) -> None:
    """The header stands at the beginning, or behind what a carrier put before it."""
    formats = {row.name: row for row in pressparse.formats.FORMATS}
    assert formats["pdf"].recognizes(Source(None, data)) is wanted


def test_the_record_says_that_it_was_a_pdf_file() -> None:
    """Its spans point into the text taken out of it."""
    release = pressparse.parse_file(SAMPLES[0])
    assert (release.format, release.encoding, release.source) == ("pdf", None, str(SAMPLES[0]))
    assert release.evidence["title"].span.of(release.text or "") == release.evidence["title"].raw


def test_threads_read_at_once() -> None:
    """PDFium cannot; they take turns."""
    wanted = [pressparse.parse_file(path) for path in SAMPLES]
    found: list[list[pressparse.Release]] = []
    threads = [threading.Thread(target=lambda: found.append([*map(pressparse.parse_file, SAMPLES)])) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [wanted] * 4
