"""Mails (`.eml`) and pages saved as one (`.mhtml`): the release in the body, in a message forwarded in it, or attached.

Headers are not read by the library's grammar (`policy.default`): it takes most of a mail's time, and fails on some that
nobody needs here.
"""

from collections.abc import Callable, Iterator, Sequence
from email import message_from_bytes
from email.message import Message
from typing import NamedTuple

import attrs
import regex

from pressparse.diagnostics import diagnostic
from pressparse.errors import UnreadableError
from pressparse.formats.mail.bodies import parts_of, payload, size
from pressparse.formats.mail.headers import charset_of, header_text, is_header, sent_on
from pressparse.formats.plain import unread_kind
from pressparse.formats.source import Claim, Document, Format, Source
from pressparse.words import fold, words_in

_WITHIN = 64_000  # bytes in which a header ends
_MOST_BYTES = 32_000_000
MOST_CHARACTERS = 1_000_000
_DEEPEST = 3  # mails inside of each other
# A body that is so long is the release; a shorter one may only go with it.
_COVERING_WORDS = 150
_LONGEST_SUBJECT = 300
_SUFFIXES = {"text/plain": ".txt", "text/html": ".html", "application/pdf": ".pdf", "message/rfc822": ".eml"}
_DAYS = 7  # between the day of a release and that of the mail that brings it


def mail_format(find: Callable[[Source], Format | None]) -> Format:
    """Return the format of mails, whose parts are read by the formats that `find` tells them to be in."""

    def to_text(source: Source) -> Document:
        data = source.data[:_MOST_BYTES]
        try:
            document = _document(message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n")), source, find)
        except RecursionError as error:
            reason = "a mail of too many parts inside of each other"
            raise source.unreadable(reason) from error
        return document if len(data) == len(source.data) else _cut(document)

    return Format("email", (".eml", ".mhtml", ".mht"), is_mail, to_text)


def is_mail(source: Source) -> bool:
    """Tell whether `source` begins with the header of a mail."""
    return is_header(source.data[:_WITHIN])


def _document(message: Message, source: Source, find: Callable[[Source], Format | None]) -> Document:
    parts = parts_of(message, source, find)
    body = _body(parts.texts)
    if is_saved_page(message) and body:
        return attrs.evolve(body, format="html")
    documents = [_as_mail(body, message)] if body else []
    refusals = list(parts.refusals)
    if not documents or size(documents[0]) < _COVERING_WORDS:
        for attached in _attached(parts.attachments, message, source, find):
            if isinstance(attached, UnreadableError):
                refusals.append(attached)
            else:
                documents.append(attached)
    if documents:
        document = max(documents, key=size)
        if refusals and size(document) < _COVERING_WORDS:
            document = _lacking(document, refusals)
        whole = not parts.cut and len(document.text) <= MOST_CHARACTERS
        return document if whole else _cut(document)
    secret = message.get_content_subtype() in {"encrypted", "pkcs7-mime", "x-pkcs7-mime"}
    reason = refusals[0].reason if refusals else "an encrypted mail" if secret else "a mail without text"
    raise source.unreadable(reason)


def _body(texts: Sequence[Document]) -> Document | None:
    if not texts:
        return None
    return attrs.evolve(
        texts[0],
        text="\n\n".join(text.text.strip("\n") for text in texts),
        diagnostics=tuple(found for text in texts for found in text.diagnostics),
    )


def _as_mail(body: Document, message: Message) -> Document:
    """Return `body` as the text of `message`, or the larger message that is forwarded in it, with its subject."""
    piece = largest_piece(body.text)
    text, printed = piece or (body.text, None)
    claims = () if printed else tuple(_claims(message))
    return attrs.evolve(body, text=text, format="email", heading=_subject(message, printed), claims=claims)


def _subject(message: Message, printed: str | None = None) -> str | None:
    """Return the subject of `message`, or the one `printed` above a message in it, without `Re: ` and its like."""
    return without_prefixes(printed or header_text(message, "Subject"))[:_LONGEST_SUBJECT] or None


def _claims(message: Message) -> Iterator[Claim]:
    day, subject = sent_on(message), _subject(message)
    if day:
        yield Claim("date", day, "the header Date", within=_DAYS)
    if subject:
        yield Claim("title", subject, "the header Subject")


def _attached(
    attachments: Sequence[Message], message: Message, source: Source, find: Callable[[Source], Format | None]
) -> Iterator[Document | UnreadableError]:
    """Yield the attachments of `message` that hold text, as documents of the mail, or why one could not be read."""
    if source.depth >= _DEEPEST and attachments:
        yield source.unreadable(f"mails inside of each other, more than {_DEEPEST} deep")
        return
    for part in attachments:
        inner = Source(f"{source.label}: {file_name(part)}", payload(part), charset_of(part), source.depth + 1)
        try:
            document = _inner(part, inner, find)
        except UnreadableError as error:
            yield error
            continue
        if document and document.text.strip():
            yield attrs.evolve(document, format="email", heading=document.heading or _subject(message))


def _inner(part: Message, inner: Source, find: Callable[[Source], Format | None]) -> Document | None:
    """Return what an attachment says, `None` if it is no document; raises `UnreadableError` for one of another kind."""
    if part.is_multipart():  # a message that is read already
        inside = (message for message in part.get_payload() if isinstance(message, Message))
        return next((_document(message, inner, find) for message in inside), None)
    format_ = find(inner)
    if format_:
        return format_.to_text(inner)
    reason = unread_kind(inner.data)
    if reason:
        raise inner.unreadable(reason)
    return None


def file_name(part: Message) -> str:
    """Return the file name of an attachment; of one without, one of its type."""
    try:
        name = part.get_filename()
    except ValueError:  # written in a charset that is none
        name = None
    return name or f"attachment{_SUFFIXES.get(part.get_content_type(), '')}"


def is_saved_page(message: Message) -> bool:
    """Tell whether `message` is a web page that a browser saved with all its parts."""
    return "Snapshot-Content-Location" in message or header_text(message, "From").startswith("<Saved by ")


def _lacking(document: Document, refusals: Sequence[UnreadableError]) -> Document:
    """Return `document`, so short that the release may have been in what could not be read."""
    found = diagnostic("input-truncated", "text", "; ".join(f"not read: {refusal}" for refusal in refusals))
    return attrs.evolve(document, diagnostics=(*document.diagnostics, found))


def _cut(document: Document) -> Document:
    message = "only the beginning was read: the mail has more parts, or is larger, than the limits allow"
    found = diagnostic("input-truncated", "text", message)
    return attrs.evolve(document, text=document.text[:MOST_CHARACTERS], diagnostics=(found,))


# Messages in the text of another stand under a few lines that say who sent them, and that look like a masthead; bold
# and borders of tables are left from mails in HTML, `>` from quoted ones.
_LABELED = regex.compile(r"[>\s*_|]*+(?P<label>\p{L}[\p{L} -]{0,24}+)[\s*_|\xa0]*+:(?P<value>.*)")
_DECORATION = " \t\xa0>*_|-–—:"
_WORDS = "mails.toml"
_FIELDS = ("from", "subject", "others")
_FEWEST, _LONGEST_BLOCK, _LONGEST_MARK, _LONGEST_REPLY = 3, 20, 80, 250
_PREFIX_MARK = regex.compile(r"\s*(?P<word>\p{L}{1,3})\s*(?:\[\d{1,3}\])?\s*:\s*")


class Piece(NamedTuple):
    """A message of several in one text, and the subject printed above it."""

    text: str
    subject: str | None


def largest_piece(text: str) -> Piece | None:
    """Return the largest of the messages in `text`; `None` if it is one message alone."""
    lines = text.split("\n")
    pieces = list(_pieces(lines, tuple(_blocks(lines))))
    largest = max(pieces, key=lambda piece: len(piece.text.split()))
    return largest if len(pieces) > 1 and largest.text else None


def without_prefixes(subject: str) -> str:
    """Return `subject` without what answering and forwarding put in front of it: `Re: `, `TR : `, `Fwd: `."""
    at = 0
    while (match := _PREFIX_MARK.match(subject, at)) and fold(match["word"]) in words_in(_WORDS)["prefixes"]:
        at = match.end()
    return subject[at:].strip()


def _pieces(lines: Sequence[str], blocks: Sequence[tuple[int, int, str | None]]) -> Iterator[Piece]:
    start, subject = 0, None
    for first, end, following in blocks:
        yield Piece("\n".join(lines[start:first]).strip("\n"), subject)
        start, subject = end, following
    yield Piece("\n".join(lines[start:]).strip("\n"), subject)


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, int, str | None]]:
    """Yield the lines between messages: the first, the one behind the last, and the subject among them."""
    at = 0
    while at < len(lines):
        if _is_reply(lines[at]):
            yield at, at + 1, None
        elif found := _block(lines, at):
            first = next((above for above in range(at - 1, max(-1, at - 4), -1) if lines[above].strip()), at)
            first = first if _is_mark(lines[first]) else at
            yield first, *found
            at = found[0]
            continue
        at += 1


def _block(lines: Sequence[str], start: int) -> tuple[int, str | None] | None:
    """Return the end of the labeled lines that begin at `start`, and the subject among them, if one names a sender."""
    known = words_in(_WORDS)
    labels: dict[str, str] = {}
    end = start
    for at in range(start, min(len(lines), start + _LONGEST_BLOCK)):
        label = _label(lines[at])
        field = next((name for name in _FIELDS if label and label[0] in known[name]), None)
        if label and field:
            end = at + 1
            labels.setdefault(label[0] if field == "others" else field, label[1])
        elif at == start or (lines[at].strip() and len(labels) >= _FEWEST):
            break
    return (end, labels.get("subject")) if "from" in labels and len(labels) >= _FEWEST else None


def _label(line: str) -> tuple[str, str] | None:
    """Return what stands before the colon of `line`, folded, and what stands behind it, without decoration."""
    match = _LABELED.match(line) if ":" in line else None
    return (fold(match["label"]).strip(), match["value"].strip(_DECORATION)) if match else None


def _is_mark(line: str) -> bool:
    return len(line) <= _LONGEST_MARK and fold(line).strip(_DECORATION) in words_in(_WORDS)["forwarded"]


def _is_reply(line: str) -> bool:
    """Tell whether `line` introduces what is answered: it holds a day and ends with `wrote:`."""
    words = fold(line).rstrip(" \t*_>")
    if not words.endswith(":") or len(words) > _LONGEST_REPLY:
        return False
    return words[:-1].rstrip().endswith(tuple(words_in(_WORDS)["wrote"])) and any(map(str.isdigit, words))
