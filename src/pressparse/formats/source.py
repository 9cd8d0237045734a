"""What a format is, what it reads, and what it gives to the parser."""

import hashlib
from collections.abc import Callable

import attrs

from pressparse.model import Encoding


@attrs.frozen
class Source:
    """A document as it was found: its path or name, if it has one, and its bytes."""

    name: str | None
    data: bytes = attrs.field(repr=False)

    @property
    def label(self) -> str:
        """What messages call it."""
        return self.name or "(bytes)"

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


@attrs.frozen
class Document:
    """The text of a source, and how its bytes were decoded."""

    text: str
    encoding: Encoding


@attrs.frozen
class Format:
    """A kind of document: the endings of its names, how it is recognized, and how its text is had.

    `to_text` raises `UnreadableError` for a source that holds none.
    """

    name: str
    suffixes: tuple[str, ...]
    recognizes: Callable[[Source], bool]
    to_text: Callable[[Source], Document]
