"""Text and Markdown: the bytes are the text, once their encoding is known.

A byte-order mark decides, else what is declared, else UTF-8 if the bytes are, else their looks. What is declared is
wrong often enough: it counts unless the bytes say plainly that they are something else.

A guess among all code pages takes French in windows-1252 for windows-1250 (`Fran\u0161ais`). So the western pages are
tried first, all others only where none of these fits. MS-DOS is none of them, since its letters are signs of theirs: it
shows by an `\u00e9` within a word, where no other page has any.
"""

import codecs
from typing import Literal

import regex

from pressparse.formats.source import Document, Format, Source
from pressparse.model import Encoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = ["cp1252", "mac_roman"]
_DOS_WORD = regex.compile(rb"[a-z]\x82[a-z]")  # `‚` in Windows-1252, `Ç` in Mac Roman
_DOS = bytes(range(128)) + "ÀÂÇÈÉÊËÎÏÔÙÛàâçèéêëîïôùûÿÄÖÜßäöüñ«»°§\xa0".encode("cp850")
# Text has tabs, line ends, form feeds and escapes; of the other control characters at most a few.
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")
_MOST = 0.2


# What a label means on the web and in mails: the code page that its own writers took it for.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
_MEANT |= {"shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs"}
# Codecs of text that no document is written in; in some of these a few bytes become a great many.
_NO_CHARSETS = {"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined", "utf-7", "mbcs", "oem"}
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_BROKEN = 0.1


def decode(data: bytes, declared: str | None = None) -> tuple[str, Encoding] | None:
    """Return the text of `data` and how it was decoded, `None` if `data` is no text in any encoding.

    `declared` is the charset that the document or its carrier names.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), Encoding(name=name, how="bom")
    charset = _charset(declared) if declared else None
    text = _as_declared(data, charset) if charset else None
    if charset and text is not None:
        return text, Encoding(name=charset, how="declared")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data)
    how: Literal["detected", "default"] = "detected" if charset else "default"
    return (text, Encoding(name="utf-8", how=how)) if _is_text(text) else _guess(data)


def _charset(declared: str) -> str | None:
    try:
        codec = codecs.lookup(declared.strip().lower())
        "".encode(codec.name)  # raises for a codec that is none of text
    except (LookupError, ValueError, UnicodeError):
        return None
    name = _MEANT.get(codec.name, codec.name)
    return None if name in _NO_CHARSETS else name


def _as_declared(data: bytes, charset: str) -> str | None:
    """Return `data` read as declared, `None` where that is plainly wrong: UTF-8 passes for no other code page.

    A document that is broken in a few places is still what it says that it is.
    """
    text = data.decode(charset, "replace")
    if not _is_text(text) or (charset != "utf-8" and not data.isascii() and _is_utf_8(data)):
        return None
    broken = text.count(_REPLACEMENT)
    return text if not broken or broken <= _BROKEN * sum(not c.isascii() for c in text) else None


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _guess(data: bytes) -> tuple[str, Encoding] | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - most documents are UTF-8 and need none of it

    if _DOS_WORD.search(data) and not data.translate(None, _DOS):
        return data.decode("cp850"), Encoding(name="cp850", how="detected")
    match = from_bytes(data, cp_isolation=_WESTERN).best() or from_bytes(data).best()
    if match is None:
        return None
    name = codecs.lookup(match.encoding).name
    text = data.decode(name)
    return (text, Encoding(name=name, how="detected")) if _is_text(text) else None


def _is_text(text: str) -> bool:
    encoded = text.encode("utf-8", "surrogatepass")
    return len(encoded) - len(encoded.translate(None, _CONTROLS)) <= _MOST * len(text)


# What people hand over, or attach, for a text.
_SIGNATURES = (
    (b"{\\rtf", "an RTF file, which this version does not read"),
    (b"PK\x03\x04", "a zip archive or an office document, which this version does not read"),
    (b"\xd0\xcf\x11\xe0", "an old office document, which this version does not read"),
)


def to_text(source: Source) -> Document:
    """Return the decoded text of `source`; raises `UnreadableError` if it is binary or empty."""
    reason = unread_kind(source.data)
    if reason:
        raise source.unreadable(reason)
    decoded = decode(source.data, source.charset)
    if decoded is None:
        reason = "binary data, no text in any encoding"
        raise source.unreadable(reason)
    if not decoded[0].strip():
        reason = "it is empty"
        raise source.unreadable(reason)
    return Document(*decoded)


def unread_kind(data: bytes) -> str | None:
    """Return which kind of document `data` is, of those that hold text and are not read."""
    return next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), None)


def is_plain(_: Source) -> bool:
    """Return `False`: no content shows that it is a text; what no other format takes is read as one."""
    return False


PLAIN = Format("text", (".txt", ".md"), is_plain, to_text)
