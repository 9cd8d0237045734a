"""Formats whose library comes with an extra: without it a document is refused, and told by what to install it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from pressparse.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressparse.formats.source import Source


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
        raise UnreadableError(source.label, reason, source.digest) from error
