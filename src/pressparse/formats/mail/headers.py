"""The header of a mail: its subject and its date, however they are written."""

import datetime as dt
from binascii import Error
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime

import regex

from pressparse.formats.plain import decode

_HEADER = regex.compile(rb"(?P<name>[!-9;-~]{1,80}+)[ \t]*+:[^\n]*+(?:\n[ \t][^\n]*+)*+\n?")
_MBOX = regex.compile(rb"\A(?:\xef\xbb\xbf)?+(?:>?From [^\n]{0,300}\n)?+")
# Headers that nothing but a mail has; one of them and one of those that people read make a mail.
_TRANSPORT = frozenset({
    b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to", b"content-type", b"dkim-signature",
    b"x-mailer", b"x-mozilla-status", b"x-originating-ip", b"authentication-results",
})  # fmt: skip
_READ = frozenset({b"from", b"to", b"subject", b"date"})
_MOST_HEADERS = 200


def is_header(head: bytes) -> bool:
    """Tell whether `head` begins with the header of a mail."""
    if not _HEADER.match(head, _begin(head)):
        return False
    head = head.replace(b"\r\n", b"\n")
    at, seen = _begin(head), set()
    for _ in range(_MOST_HEADERS):
        match = _HEADER.match(head, at)
        if not match:
            break
        seen.add(match["name"].lower())
        at = match.end()
    ended = at >= len(head) or head[at : at + 1] == b"\n"
    return ended and not seen.isdisjoint(_TRANSPORT) and not seen.isdisjoint(_READ)


def _begin(head: bytes) -> int:
    return _MBOX.match(head).end()  # type: ignore[union-attr]  # it matches nothing at least


def header_text(message: Message, name: str) -> str:
    """Return the header `name` as it is meant, on one line; empty if there is none."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    text = _text(raw.encode("utf-8", "surrogateescape"), None)
    return " ".join("".join(_words(text) if "=?" in text else text).split())


def _words(value: str) -> list[str]:
    """Return the pieces of a header, encoded words decoded; beside these there is nothing beyond ASCII."""
    try:
        pieces = decode_header(value.encode("ascii", "replace").decode())
    except (HeaderParseError, Error, ValueError):  # an encoded word that is none
        return [value]
    return [piece if isinstance(piece, str) else _text(piece, charset) for piece, charset in pieces]


def _text(data: bytes, charset: str | None) -> str:
    decoded = decode(data, charset)
    return decoded[0] if decoded else data.decode("latin-1")


def charset_of(part: Message) -> str | None:
    """Return the charset that `part` declares, `None` where it declares none or writes it in one that is none."""
    try:
        return part.get_content_charset()
    except ValueError:
        return None


def sent_on(message: Message) -> dt.date | None:
    """Return the day on which a mail says that it was sent, where it was."""
    try:
        return parsedate_to_datetime(header_text(message, "Date")).date()
    except (ValueError, TypeError, IndexError, OverflowError):  # no date, or one of no calendar
        return None
