"""Where links lead: web addresses, mail addresses also where a site hides them from robots, numbers to call."""

from __future__ import annotations

from binascii import unhexlify
from urllib.parse import unquote, urljoin

import regex

PROTECTED = "data-cfemail"
_PROTECTED_LINK = regex.compile(r"/cdn-cgi/l/email-protection#([0-9a-fA-F]{4,600})\Z")
_ADDRESS = regex.compile(r"[^\s@<>()\[\]\"',;:?&]{1,80}+@[^\s@<>()\[\]\"',;:?&]{1,160}")
_DIGIT = regex.compile(r"\d")
_FEWEST_DIGITS = 5
_LONGEST_URL, _LONGEST_LABEL = 800, 300
_PLAIN_LABEL = regex.compile(r"[^\[\]\n<>]+")
_PLAIN_URL = regex.compile(r"[^()\s<>\"']+")
_QUOTABLE_URL = regex.compile(r"[^\s<>\"']+")
_WEB = regex.compile(r"(?:https?://|www\.)", regex.IGNORECASE)


def unprotected(code: str) -> str | None:
    """Return the address that Cloudflare hid as `code`: bytes in hexadecimal, all changed by the first of them."""
    try:
        key, *rest = unhexlify(code)
        address = bytes(byte ^ key for byte in rest).decode("utf-8")
    except ValueError:  # no hexadecimal, nothing, or no text
        return None
    return address if _ADDRESS.match(address) else None


def linked(label: str, target: str, base: str) -> str:
    """Return a link as the parser reads one; the bare `label` where `target` is nothing that a release says.

    `label` is what the page shows of it, on one line; `target` its `href`; `base` what relative ones start from.
    """
    target = target.strip()
    scheme = target[:8].lower()
    hidden = _PROTECTED_LINK.search(target)
    if hidden:
        address = unprotected(hidden[1])
        return _mailed(label if "@" in label else address, address) if address else label
    if scheme.startswith("mailto:"):
        return _mailed(label, unquote(target[7:].partition("?")[0]))
    if scheme.startswith(("tel:", "callto:")):
        number = unquote(target.partition(":")[2]).strip().removeprefix("//")
        printed = len(_DIGIT.findall(label)) >= _FEWEST_DIGITS or not _DIGIT.search(number)
        return label if printed else f"{label} {number}".lstrip()
    return _web_link(label, target if not base or target.startswith("#") else _joined(base, target))


def _joined(base: str, target: str) -> str:
    try:
        return urljoin(base, target)
    except ValueError:  # no address at all
        return target


def _mailed(label: str, addresses: str) -> str:
    found = _ADDRESS.findall(addresses)
    if not found:
        return label
    first, *others = found
    more = "".join(f", [{address}](mailto:{address})" for address in others if address not in label)
    if not label:
        return f"[{first}](mailto:{first}){more}"
    return f"[{label}](mailto:{first}){more}" if _PLAIN_LABEL.fullmatch(label) else f"{label} {first}{more}"


def _web_link(label: str, url: str) -> str:
    short = len(url) <= _LONGEST_URL and 0 < len(label) <= _LONGEST_LABEL and "\n" not in label
    if not short or not _WEB.match(url):
        return label
    if _PLAIN_LABEL.fullmatch(label) and _PLAIN_URL.fullmatch(url):
        return f"[{label}]({url})"
    plain = "<" not in label and _QUOTABLE_URL.fullmatch(url)
    return f'<a href="{url}">{label}</a>' if plain else label
