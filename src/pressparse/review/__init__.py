"""A page to look at: the text of each release, every value marked where it stands, beside its record.

The page is one file that asks nothing of a network. What it looks like is in `templates/`; jinja2 (extra `review`)
fills them because it escapes whatever is not marked as safe, and nothing of a release ever is.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from pressparse.failures import rows_in
from pressparse.model import Release
from pressparse.review.segments import stretches
from pressparse.review.sheets import codes_of, sheet_of
from pressparse.review.values import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment

_FRAME = """\
<iframe srcdoc="{{ page }}" sandbox="allow-scripts" width="100%" height="640" title="Review of a release"></iframe>
"""


def review_page(releases: Release | Iterable[Release]) -> str:
    """Return a page of HTML that shows each of `releases`: left its text, right its record.

    The page holds all that it needs and loads nothing; `releases` may be a single one. A release without `text` shows
    its record alone. Needs the extra `review`: raises `ModuleNotFoundError` without it.
    """
    if not find_spec("jinja2"):
        msg = "the review page needs an extra, install it by: pip install 'pressparse[review]'"
        raise ModuleNotFoundError(msg, name="jinja2")
    shown = rows_in((releases,) if isinstance(releases, Release) else releases, "review_page", Release)
    sheets = tuple(sheet_of(release, number) for number, release in enumerate(shown, start=1))
    page = _environment().get_template("page.html").render(sheets=sheets)
    return page.encode("utf-8", "backslashreplace").decode()  # a foreign record may have half characters anywhere


def notebook_frame(release: Release) -> str | None:
    """Return the page of `release` in a frame, for notebooks; without the extra `review` nothing."""
    if not find_spec("jinja2"):
        return None
    return _environment().from_string(_FRAME).render(page=review_page((release,)))


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - an extra, and dear to import

    loader = PackageLoader(__name__)
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(codes=codes_of, counted=counted, stretches=stretches, digest=_digest)
    return environment


def _digest(source: str) -> str:
    """Return the source of a style or script as a content security policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
