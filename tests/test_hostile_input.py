"""Documents, records and files of settings that are wrong somewhere: read as what they hold, or refused in words."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import promises
import pytest
from drawn_texts import TEXTS
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spoiling import Json, Pick, spoiled, spoiled_record

TESTS = Path(__file__).parent
DATA = Path(str(files("pressparse"))) / "data"
PAGES = [path.read_bytes() for path in sorted((TESTS / "formats" / "html").glob("*.htm*"))]
MAILS = [path.read_bytes() for path in sorted((TESTS / "formats" / "mail").glob("*.eml"))]
PROFILES = [path.read_bytes() for path in sorted((DATA / "profiles").glob("*.toml"))]
WORDS = [
    b'[contacts]\nroles = ["pilot", "chief pilot"]\n[contacts.labels]\nfunk = "mobile"\n',
    b'["fr/dates".months]\nbrumaire = 11\njanvier = false\n[masthead]\ncities = ["Kourou"]\n',
    b'[names.nicknames]\nBob = "Robert"\n[quotes]\n["en/tense"]\n',
]
TAGS = (
    *("p", "div", "table", "tr", "td", "th", "ul", "li", "dl", "dt", "dd", "br", "h1", "h2", "a", "b"),
    *("main", "article", "nav", "script", "style", "span"),
)
# Compiling patterns with new words takes most of a second.
SELDOM = max(5, settings.default.max_examples // 100) if settings.default else 5


@st.composite
def picks(draw: st.DrawFn) -> Pick:
    """Draw who picks."""
    random = draw(st.randoms(use_true_random=False))
    return random.randrange


def drawn_from(several: list[bytes]) -> st.SearchStrategy[bytes]:
    """Draw one of `several`, spoiled or not."""
    return st.tuples(st.sampled_from(several), picks()).map(lambda drawn: spoiled(*drawn))


@st.composite
def pages(draw: st.DrawFn) -> bytes:
    """Draw a page of elements within each other, closed or not, with texts between them."""
    tags = st.sampled_from(TAGS)
    attributes = st.sampled_from(
        ["", ' class="contact"', ' href="mailto:a@b.fr"', ' href="x"', ' lang="fr"', " hidden", " x='"]
    )
    marks = st.tuples(st.sampled_from(["<", "</"]), tags, attributes).map(lambda drawn: f"{''.join(drawn)}>")
    inside = "".join(draw(st.lists(marks | TEXTS.map(lambda text: text[:80]), max_size=40)))
    encoding = draw(st.sampled_from(["utf-8", "cp1252", "utf-16"]))
    return f'<!doctype html><meta charset="{encoding}"><body>{inside}'.encode(encoding, "replace")


@st.composite
def mails(draw: st.DrawFn) -> bytes:
    """Draw a mail of parts in any type and encoding, within each other, ended or not."""
    kinds = st.sampled_from(
        ["text/plain", "text/html", "message/rfc822", "multipart/mixed; boundary=x", "application/pdf", "x"]
    )
    charsets = st.sampled_from(
        ["", "; charset=utf-8", "; charset=latin-1", "; charset=utf-7", "; charset=x", '; name="=?x?q?="']
    )
    codings = st.sampled_from(["", "base64", "quoted-printable", "uuencode", "x"])
    parts = st.tuples(kinds, charsets, codings, TEXTS.map(lambda text: text[:200]))
    lines = [
        f"--x\nContent-Type: {kind}{charset}\nContent-Transfer-Encoding: {coding}\n\n{text}\n"
        for kind, charset, coding, text in draw(st.lists(parts, max_size=5))
    ]
    subject = draw(st.sampled_from(["x", "=?utf-8?q?=C3?=", "Fwd: Re: x", "\x00", "", "x" * 999]))
    head = f"From: a@b.fr\nSubject: {subject}\nDate: {draw(st.sampled_from(['x', 'Mon, 5 May 2031 25:61:00 +9999']))}\n"
    kind = draw(st.sampled_from(["multipart/mixed; boundary=x", "multipart/alternative; boundary=x", "multipart/x"]))
    return f"{head}Content-Type: {kind}\n\n{''.join(lines)}{draw(st.sampled_from(['--x--', '']))}".encode(
        "utf-8", "replace"
    )


def encoded() -> st.SearchStrategy[bytes]:
    """Draw texts in some encoding, or bytes of none."""
    codecs = st.sampled_from(["utf-8", "cp1252", "mac_roman", "utf-16", "utf-32", "cp1251", "utf-8-sig"])
    return st.binary(max_size=200) | st.tuples(TEXTS, codecs).map(lambda drawn: drawn[0].encode(drawn[1], "replace"))


@given(encoded() | encoded().flatmap(lambda data: picks().map(lambda pick: spoiled(data, pick))))
def test_bytes_are_read_or_refused(data: bytes) -> None:
    """Whatever encoding they are in, if in any."""
    promises.reads_or_refuses(data)


@given(drawn_from(PAGES) | pages())
def test_pages_are_read_or_refused(data: bytes) -> None:
    """Elements may stand anywhere, and never end."""
    pytest.importorskip("selectolax")
    promises.reads_or_refuses(data, "x.html")


@given(drawn_from(MAILS) | mails())
def test_mails_are_read_or_refused(data: bytes) -> None:
    """Parts may be of any type, in any encoding, and never end."""
    promises.reads_or_refuses(data, "x.eml")


def drawings() -> Iterator[bytes]:
    """Yield small PDF files whose streams are not compressed: what is changed in them is read."""
    from pdf_drawings import Dot, Words, pdf_of  # noqa: PLC0415 - needs reportlab

    printed = ["Press Release", "Paris, 5 May 2031", "Halcyon launch", "It flew to the 2nd pla-", "net.", "Ida Voss"]
    yield pdf_of([Words(60, 780 - 30 * at, text) for at, text in enumerate(printed)])
    yield pdf_of(
        [Words(60 + 250 * (at % 2), 780 - 30 * (at // 2), text, turn=at * 30) for at, text in enumerate(printed)],
        [Dot(50, 700), Words(60, 700, "a@b.fr", link="mailto:a@b.fr", quads=True), Words(60, 650, "x", mode=3)],
    )
    yield (TESTS / "formats" / "pdf" / "contacts-by-boxes.pdf").read_bytes()


@given(st.data())
def test_pdf_files_are_read_or_refused(data: st.DataObject) -> None:
    """Damaged as they may be."""
    pytest.importorskip("pypdfium2")
    pytest.importorskip("reportlab")
    promises.reads_or_refuses(data.draw(drawn_from(list(drawings()))), "x.pdf")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)


@given(picks().map(spoiled_record) | JSON | JSON.map(lambda value: {"schema_version": "1.0", "evidence": value}))
def test_records_are_loaded_or_refused(value: Json) -> None:
    """What loads is written as it was read."""
    promises.loads_or_refuses(value)


@given(drawn_from(PROFILES))
def test_profiles_are_read_or_refused(data: bytes) -> None:
    """By file, key and line."""
    promises.profile_reads_or_refuses(data)


@given(drawn_from(WORDS))
def test_words_are_read_or_refused(data: bytes) -> None:
    """By file, key and line."""
    promises.words_are_read_or_refused(data)


@settings(max_examples=SELDOM)
@given(drawn_from(WORDS))
@example(WORDS[0])
def test_no_words_make_a_field_fail(data: bytes) -> None:
    """Whatever words are added and forgotten."""
    parser = promises.words_are_read_or_refused(data)
    if parser:
        promises.no_field_fails(parser.parse(promises.SAMPLE))
