"""Files and bytes: how they are decoded, what is said of those that hold no text, and what the record keeps of them."""

import codecs
import hashlib
import os
import struct
import zlib
from pathlib import Path

import pytest
from golden import seeds

import pressparse
from pressparse.errors import StrictError, UnreadableError
from pressparse.formats.plain import decode

FRENCH = """Communiqué de presse

Paris, le 4 décembre 2003

Le président a reçu mardi une délégation venue présenter l’état d’avancement du projet. « Cette coopération est
exemplaire », a-t-il déclaré à l’issue de la réunion, où l’on a décidé du calendrier des prochaines années.
"""
ENGLISH = """PRESS RELEASE

Paris, 12 April 2005

The “bilateral” team said the satellite – built in Toulouse – works. It’s on its way.
"""
RUSSIAN = """Москва, 12 апреля 2005

Сегодня президент агентства встретился с руководителями центра и обсудил подготовку полёта.
"""

MARKED = [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
]


@pytest.mark.parametrize(("mark", "name"), MARKED, ids=[name for _, name in MARKED])
def test_a_byte_order_mark_decides(mark: bytes, name: str) -> None:
    """The mark names the encoding and is no part of the text."""
    assert decode(mark + FRENCH.encode(name)) == (FRENCH, pressparse.Encoding(name=name, how="bom"))


def test_a_marked_text_that_is_cut_short_is_still_read() -> None:
    """Half a character at the end of a file costs that character."""
    text, encoding = decode(codecs.BOM_UTF16_LE + "à".encode("utf-16-le") + b"\xe9") or ("", None)
    assert text == "à\N{REPLACEMENT CHARACTER}"
    assert encoding is not None


@pytest.mark.parametrize("text", ["", "plain", FRENCH, RUSSIAN, "a few \x00 NULs and \x1b[1m escapes in a text"])
def test_utf_8_is_the_default(text: str) -> None:
    """Bytes that are UTF-8 are taken for it."""
    assert decode(text.encode()) == (text, pressparse.Encoding(name="utf-8", how="default"))


CODE_PAGES = [
    (FRENCH, "cp1252", "cp1252"),
    (FRENCH.replace("’", "'"), "iso8859-1", "cp1252"),
    (ENGLISH, "cp1252", "cp1252"),
    (FRENCH, "mac-roman", "mac-roman"),
    (ENGLISH, "mac-roman", "mac-roman"),
    (FRENCH.replace("’", "'"), "cp850", "cp850"),
    (FRENCH.replace("’", "'"), "cp437", "cp850"),
    ("PRÉSENTÉ À BESANÇON\n\n« Un élan », a déclaré Jörg Müller.\n", "cp850", "cp850"),
    (FRENCH.replace("coopération", "coop‚ration"), "cp1252", "cp1252"),
    (RUSSIAN, "cp1251", "cp1251"),
    (FRENCH, "utf-16-le", "utf-16-le"),
    (RUSSIAN, "utf-16-be", "utf-16-be"),
]


@pytest.mark.parametrize(("text", "written", "read"), CODE_PAGES, ids=str)
def test_other_bytes_are_read_as_what_they_look_like(text: str, written: str, read: str) -> None:
    """French in a western code page is never taken for an eastern one, and other scripts are found too."""
    assert decode(text.encode(written)) == (text, pressparse.Encoding(name=codecs.lookup(read).name, how="detected"))


def picture() -> bytes:
    """Return a PNG of noise, as a browser would show it."""
    pixels = zlib.compress(bytes(7 * n % 251 for n in range(3000)))
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(pixels)) + b"IDAT" + pixels


BINARY = [
    (b"{\\rtf1\\ansi Press release}", "an RTF file, which this version does not read"),
    (b"PK\x03\x04\x14\x00", "a zip archive or an office document, which this version does not read"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document, which this version does not read"),
    (picture(), "binary data, no text in any encoding"),
    (bytes(range(256)) * 20, "binary data, no text in any encoding"),
    (b"\x7fELF\x02\x01\x01" + b"\x00\x80\xff\x03\x10" * 400, "binary data, no text in any encoding"),
    (b"\x00" * 64, "binary data, no text in any encoding"),
    (b"", "it is empty"),
    (b"\xef\xbb\xbf \n\n", "it is empty"),
]


@pytest.mark.parametrize(("data", "reason"), BINARY, ids=lambda value: repr(value[:12]))
def test_bytes_without_text_are_refused(data: bytes, reason: str, tmp_path: Path) -> None:
    """The error names the path, the reason and the digest of what was there."""
    path = tmp_path / "release.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableError) as caught:
        pressparse.parse_file(path)
    assert str(caught.value) == f"{path}: {reason}"
    assert (caught.value.source, caught.value.reason) == (str(path), reason)
    assert caught.value.digest == hashlib.sha256(data).hexdigest()


def test_bytes_without_a_name_are_refused_too() -> None:
    """An error names what it can."""
    with pytest.raises(UnreadableError, match=r"^\(bytes\): binary data"):
        pressparse.parse_bytes(bytes(64))


@pytest.mark.parametrize(
    ("name", "reason"),
    [("gone.txt", "no such file or directory"), ("", "is a directory"), ("nul\x00.txt", "embedded null byte")],
)
def test_a_path_without_a_file_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    """Missing files, folders and impossible names are one kind of error, with the path and the reason."""
    path = os.path.join(tmp_path, name)  # noqa: PTH118 - Path would take the empty name away
    with pytest.raises(UnreadableError) as caught:
        pressparse.parse_file(path)
    assert str(caught.value) == f"{path}: {reason}"
    assert caught.value.digest is None


def test_a_file_gives_the_record_of_its_text(tmp_path: Path) -> None:
    """Only source, digest and encoding are added to what `parse` returns."""
    data = FRENCH.encode("cp1252")
    path = tmp_path / "release.md"
    path.write_bytes(data)
    record = pressparse.parse_file(path).to_dict()
    assert record["source"] == str(path)
    assert record["digest"] == hashlib.sha256(data).hexdigest()
    assert record["encoding"] == {"name": "cp1252", "how": "detected"}
    assert record | dict.fromkeys(("source", "digest", "encoding")) == pressparse.parse(FRENCH).to_dict()


def test_a_path_may_be_a_string_or_path_like(tmp_path: Path) -> None:
    """Both name the same source."""
    path = tmp_path / "release.txt"
    path.write_text(ENGLISH, "utf-8")
    assert pressparse.parse_file(str(path)) == pressparse.parse_file(path)


def test_the_name_of_bytes_is_their_source() -> None:
    """Without a name the source is unknown."""
    assert pressparse.parse_bytes(b"Lake", name="mail/7").source == "mail/7"
    assert pressparse.parse_bytes(b"Lake").source is None


def test_options_reach_the_parser(tmp_path: Path) -> None:
    """The options of `parse` mean the same for files and bytes."""
    text = f"{ENGLISH}\nContact: Anna Weber, Tel. 030 901820\n"
    path = tmp_path / "release.txt"
    path.write_text(text, "utf-8")
    wanted = pressparse.parse(text, profile="esa", language="fr", region="DE")
    assert pressparse.parse_file(path, profile="esa", language="fr", region="DE").contacts == wanted.contacts
    assert pressparse.parse_bytes(text.encode(), profile="esa", language="fr", region="DE").contacts == wanted.contacts
    assert (wanted.profile, wanted.language) == ("esa", "fr")
    assert [phone.e164 for contact in wanted.contacts for phone in contact.phones] == ["+4930901820"]


def test_strict_carries_the_record_with_its_source() -> None:
    """What a strict run refuses can still be looked at, and traced."""
    text = seeds()[1].text.replace("PR168-2017", "PR168-2016")
    with pytest.raises(StrictError, match="reference-year-mismatch") as caught:
        pressparse.parse_bytes(text.encode(), name="a.txt", strict=True)
    assert caught.value.release == pressparse.parse_bytes(text.encode(), name="a.txt")


def test_a_strict_run_without_findings_returns() -> None:
    """Strictness minds warnings and errors, not what is merely missing."""
    assert pressparse.parse_bytes(b"Lake", strict=True).source is None


def test_a_text_is_no_bytes() -> None:
    """The error says what to call instead."""
    with pytest.raises(TypeError, match="takes bytes, not str; for a text call parse, for a path parse_file"):
        pressparse.parse_bytes("text")  # type: ignore[arg-type]  # that is the point


@pytest.mark.parametrize("path", [5, None, b"a.txt"], ids=repr)
def test_what_is_no_path_is_a_type_error(path: object) -> None:
    """Misuse is no unreadable file."""
    with pytest.raises(TypeError):
        pressparse.parse_file(path)  # type: ignore[arg-type]  # that is the point
