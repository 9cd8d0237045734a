"""What other formats call a release: a name that its content alone decides."""

import base64
import hashlib
import json

from pressparse.model import Release


def uri_of(release: Release) -> str:
    """Return the `ni:` name (RFC 6920) of the document: of its bytes, else of its text, else of the record."""
    digest = bytes.fromhex(release.digest) if release.digest else hashlib.sha256(_content(release)).digest()
    return f"ni:///sha-256;{base64.urlsafe_b64encode(digest).decode().rstrip('=')}"


def _content(release: Release) -> bytes:
    if release.text is not None:
        return release.text.encode("utf-8", "surrogatepass")
    return json.dumps(release.to_dict(), sort_keys=True).encode()
