"""Files that are whole or not there: written under a temporary name beside the target, and renamed when done."""

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_PERMISSIONS = 0o777


@contextlib.contextmanager
def whole_file(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Give a file to write to, which takes the place of `path` if all goes well and vanishes if anything does not.

    A file that is replaced hands on its permissions; one behind a symbolic link is replaced where it stands. A device
    or a pipe is written to as it is. Raises `OSError`.
    """
    if Path(path).exists() and not Path(path).is_file():
        with Path(path).open("wb") as special:
            yield special
        return
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".{target.name[:50]}.{secrets.token_hex(4)}.part")
    try:
        file = temporary.open("xb")
    except OSError as error:
        error.filename = os.fspath(path)  # the name that its user knows
        raise
    try:
        with file:
            yield file
        if target.exists():
            temporary.chmod(target.stat().st_mode & _PERMISSIONS)
        temporary.replace(target)
    finally:  # whatever came between, an interruption too, leaves nothing behind
        temporary.unlink(missing_ok=True)
