"""What a format is, what it reads, and what it gives to the parser; and that its library may come with an extra."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal

import attrs

from pressparse import model
from pressparse.errors import UnreadableError


@attrs.frozen
class Source:
    """A document as it was found: its path or name, if it has one, and its bytes.

    `charset` is what its carrier says of it, such as the header of a part of a mail; `depth` counts the documents that
    it is inside of.
    """

    name: str | None
    data: bytes = attrs.field(repr=False)
    charset: str | None = None
    depth: int = 0

    @property
    def label(self) -> str:
        """What messages call it."""
        return self.name or "(bytes)"

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    def unreadable(self, reason: str) -> UnreadableError:
        """Return the error that no text can be had of it, and why."""
        return UnreadableError(self.label, reason, self.digest)


@attrs.frozen
class Claim:
    """What a document says of its release beside the text: evidence for checks, never a value.

    `origin` names the place for messages (`the header Date`); a date `within` so many days contradicts nothing.
    """

    field: Literal["title", "date"]
    value: str | dt.date
    origin: str
    within: int = 1


@attrs.frozen
class Document:
    """The text of a source, into which all spans of its record point, and what else there is to say of it.

    `encoding` is how its bytes were decoded, `None` where they are no text (PDF); `format` is the record's, `None` for
    what the text itself shows (`markdown` or `text`).
    """

    text: str
    encoding: model.Encoding | None
    format: model.Format | None = None
    diagnostics: tuple[model.Diagnostic, ...] = ()
    claims: tuple[Claim, ...] = ()
    heading: str | None = None


@attrs.frozen
class Format:
    """A kind of document: the endings of its names, how its content is recognized, and how its text is had.

    `recognizes` is sure where it says yes; what none recognizes is read by its name. `to_text` raises
    `UnreadableError` for a source that holds no text, and nothing else.
    """

    name: str
    suffixes: tuple[str, ...]
    recognizes: Callable[[Source], bool]
    to_text: Callable[[Source], Document]


@contextmanager
def extra(name: str, library: str, source: Source) -> Iterator[None]:
    """Import `library`, which the extra `name` installs, within; without it `UnreadableError` says what to install.

    A module that is missing inside an installed library is a broken installation and stays what it is.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name != library:
            raise
        reason = f"reading it needs an extra, install it by: pip install 'pressparse[{name}]'"
        raise source.unreadable(reason) from error
