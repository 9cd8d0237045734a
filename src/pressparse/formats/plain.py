"""Text and Markdown: the bytes are the text, once their encoding is known."""

from pressparse.formats.encodings import decode
from pressparse.formats.source import Document, Format, Source

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
