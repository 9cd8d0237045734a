"""From bytes to text: a byte-order mark decides, else UTF-8 if the bytes are, else what they look like.

A guess among all code pages takes French in windows-1252 for windows-1250 (`Fran\u0161ais`). So the western pages that
releases were written in are tried among themselves first, and all others only where none of these fits.
"""

import codecs

from pressparse.model import Encoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = ["cp1252", "mac_roman"]
# Text has tabs, line ends, form feeds and escapes; of the other control characters at most a few.
_CONTROLS = [chr(code) for code in range(32) if chr(code) not in "\t\n\v\f\r\x1b"]
_MOST = 0.2


def decode(data: bytes) -> tuple[str, Encoding] | None:
    """Return the text of `data` and how it was decoded, `None` if `data` is no text in any encoding."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), Encoding(name=name, how="bom")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data)
    return (text, Encoding(name="utf-8", how="default")) if _is_text(text) else _guess(data)


def _guess(data: bytes) -> tuple[str, Encoding] | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - most documents are UTF-8 and need none of it

    match = from_bytes(data, cp_isolation=_WESTERN).best() or from_bytes(data).best()
    if match is None:
        return None
    name = codecs.lookup(match.encoding).name
    text = data.decode(name)
    return (text, Encoding(name=name, how="detected")) if _is_text(text) else None


def _is_text(text: str) -> bool:
    return sum(map(text.count, _CONTROLS)) <= _MOST * len(text)
