"""Text and Markdown: the bytes are the text, once their encoding is known."""

from pressparse.errors import UnreadableError
from pressparse.formats.encodings import decode
from pressparse.formats.source import Document, Format, Source

# What people hand over for a text.
_SIGNATURES = (
    (b"{\\rtf", "an RTF file, which this version does not read"),
    (b"PK\x03\x04", "a zip archive or an office document, which this version does not read"),
    (b"\xd0\xcf\x11\xe0", "an old office document, which this version does not read"),
)


def to_text(source: Source) -> Document:
    """Return the decoded text of `source`; raises `UnreadableError` if it is binary."""
    for signature, reason in _SIGNATURES:
        if source.data.startswith(signature):
            raise UnreadableError(source.label, reason, source.digest)
    decoded = decode(source.data, source.charset)
    if decoded is None:
        raise UnreadableError(source.label, "binary data, no text in any encoding", source.digest)
    return Document(*decoded)


def is_plain(_: Source) -> bool:
    """Return `False`: no content shows that it is a text; what no other format takes is read as one."""
    return False


PLAIN = Format("text", (".txt", ".md"), is_plain, to_text)
