"""Releases to export: the seeds and what rules were developed on, one that is hostile, and an empty one."""

import io
from pathlib import Path
from typing import Any

import attrs
from golden import corpus, seeds

import pressparse
from pressparse import exports
from pressparse.model import Failure

TESTS = Path(__file__).parent
CASES = [*seeds(), *(case for case in corpus() if not case.held_out)]
RELEASES = [pressparse.parse(case.text) for case in CASES]
SEED = pressparse.parse_file(TESTS.parent / "seeds" / "003_129772a7700c5a1d.txt")
FAILURE = Failure(source="b.txt", digest="00", code="unreadable", message="b.txt: binary data")
# What tries to leave its place: line ends, delimiters, marks of other formats, controls, lone surrogates.
HOSTILE = (
    "a\r\nEND:VCARD\u2028b\x85c;d,e\\f\"g'\t\x1b[31m\u202eh\ud800 "
    "<script>alert(1)</script> **i** [j](k) `l` _m_ &lt;n> #o"
)


def named(name: str) -> pressparse.Contact:
    """Return a contact of that name, role and organization."""
    (_, contact, *_) = SEED.contacts
    return attrs.evolve(contact, name=name, role=name, organization=name)


HOSTILE_RELEASE = attrs.evolve(
    SEED,
    source=HOSTILE,
    title=HOSTILE,
    kicker=HOSTILE,
    place=HOSTILE,
    subtitle=HOSTILE,
    contacts=(named(HOSTILE),),
    paragraphs=(attrs.evolve(SEED.paragraphs[0], text=HOSTILE),),
    quotes=(attrs.evolve(SEED.quotes[0], text=HOSTILE, speaker=HOSTILE, speaker_role=HOSTILE),),
)
EMPTY = pressparse.parse("")


def written(releases: Any, to: str, **options: Any) -> bytes:  # noqa: ANN401 - as `write` takes them
    """Return what `write` writes."""
    file = io.BytesIO()
    exports.write(releases, file, to, **options)
    return file.getvalue()
