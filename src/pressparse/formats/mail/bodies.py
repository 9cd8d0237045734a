"""The parts of a mail that people read: which there are, which say the same, and which hold more."""

from collections.abc import Callable, Sequence
from email.message import Message
from typing import NamedTuple

import attrs
import regex

from pressparse.errors import UnreadableError
from pressparse.formats.mail.headers import charset_of
from pressparse.formats.plain import decode
from pressparse.formats.source import Document, Format, Source

MOST_PARTS = 200
# A mail in HTML has headings and tables that its text has lost; it is preferred unless it holds clearly less.
_ENOUGH = 0.8
_TAG = regex.compile(rb"<[^<>]*+>")
_QUOTED = regex.compile(r">*+")


class Parts(NamedTuple):
    """What a mail shows as its own text, what it carries beside that, and why parts of it could not be read.

    `cut` tells whether there were more parts than are read.
    """

    texts: tuple[Document, ...] = ()
    attachments: tuple[Message, ...] = ()
    refusals: tuple[UnreadableError, ...] = ()
    cut: bool = False


def parts_of(message: Message, source: Source, find: Callable[[Source], Format | None]) -> Parts:
    """Return the parts of `message`, all or a part of the mail `source`; `find` tells the format of a document."""
    if message.get_content_type() == "message/rfc822" or _is_attached(message):
        return Parts(attachments=(message,))
    if not message.is_multipart():
        try:
            document = _text_of(message, source, find)
        except UnreadableError as error:
            return Parts(refusals=(error,))
        return Parts((document,)) if document.text.strip() else Parts()
    inside = [part for part in message.get_payload() if not isinstance(part, str)]
    read = [parts_of(part, source, find) for part in inside[:MOST_PARTS]]
    cut = len(inside) > MOST_PARTS or any(part.cut for part in read)
    attachments = tuple(attached for part in read for attached in part.attachments)
    refusals = tuple(refusal for part in read for refusal in part.refusals)
    if message.get_content_subtype() == "alternative":
        return Parts(_richest([part.texts for part in read if part.texts]), attachments, refusals, cut)
    return Parts(tuple(text for part in read for text in part.texts), attachments, refusals, cut)


def _is_attached(message: Message) -> bool:
    if message.is_multipart():
        return False
    kind = message.get_content_maintype()
    readable = kind in {"text", "multipart"}  # the latter in vain: it has no parts
    return message.get_content_disposition() == "attachment" or not readable


def _richest(choices: Sequence[tuple[Document, ...]]) -> tuple[Document, ...]:
    """Return the last of the versions of one text that holds about as much as the longest."""
    most = max((_size(texts) for texts in choices), default=0)
    return next((texts for texts in reversed(choices) if _size(texts) >= _ENOUGH * most), ())


def _size(texts: Sequence[Document]) -> int:
    return sum(size(text) for text in texts)


def size(document: Document) -> int:
    """Return how many words `document` holds."""
    return len(document.text.split())


def payload(message: Message) -> bytes:
    """Return the bytes of a part, whatever they were encoded in for the way."""
    data = message.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _text_of(message: Message, source: Source, find: Callable[[Source], Format | None]) -> Document:
    data, charset = payload(message), charset_of(message)
    if message.get_content_subtype() == "html":
        if not _TAG.sub(b"", data).strip():  # what some programs put behind an attachment
            return Document("", None)
        page = Source(f"{source.label}.html", data, charset, source.depth)
        format_ = find(page)
        if format_:
            return attrs.evolve(format_.to_text(page), claims=())
    decoded = decode(data, charset)
    if decoded is None:
        reason = "binary data in the place of a mail's text"
        raise source.unreadable(reason)
    text, encoding = decoded
    text = text.replace("\r\n", "\n")
    if message.get_param("format") == "flowed":
        text = unflowed(text, delete_blank=str(message.get_param("delsp")).lower() == "yes")
    return Document(text, encoding)


def unflowed(text: str, *, delete_blank: bool) -> str:
    """Return `text` with the lines joined that a mail program broke to send them (RFC 3676)."""
    lines: list[str] = []
    flowing: int | None = None  # the quotation marks of the line that goes on
    for line in text.split("\n"):
        depth = _QUOTED.match(line).end()  # type: ignore[union-attr]  # it matches nothing at least
        words = line[depth:].removeprefix(" ")
        soft = words.endswith(" ") and words != "-- "
        if flowing == depth and words != "-- ":
            lines[-1] += words
        else:
            lines.append(">" * depth + " " * bool(depth) + words)
        if soft and delete_blank:
            lines[-1] = lines[-1][:-1]
        flowing = depth if soft else None
    return "\n".join(lines)
