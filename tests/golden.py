"""The releases that have golden records: the seeds and the corpus, each with where it comes from."""

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import attrs

TESTS = Path(__file__).parent
CORPUS = TESTS / "corpus"
SEEDS = TESTS.parent / "seeds"
_ENDING = ".release.json"
_HELD_OUT = "held_out"


@attrs.frozen(eq=False)
class Case:
    """A release, its golden record, and the medium, issuer and language it stands for."""

    name: str
    text: str = attrs.field(repr=False)
    wanted: dict[str, Any] = attrs.field(repr=False)
    medium: str
    issuer: str
    language: str
    held_out: bool


@cache
def corpus(root: Path = CORPUS) -> tuple[Case, ...]:
    """Return every release below `root`, the held-out ones last; `ValueError` if one is not indexed."""
    found = []
    for path in sorted(root.rglob(f"*{_ENDING}")):
        name = path.name.removesuffix(_ENDING)
        held_out = path.parent.name == _HELD_OUT
        origin = _index(path.parent.parent if held_out else path.parent).get(name)
        if origin is None:
            msg = f"{path.relative_to(root)} stands in no index.toml"
            raise ValueError(msg)
        full = str(path.relative_to(root)).removesuffix(_ENDING)
        found.append(Case(full, _text(path), json.loads(path.read_text("utf-8")), **origin, held_out=held_out))
    return tuple(sorted(found, key=lambda case: case.held_out))


@cache
def seeds() -> tuple[Case, ...]:
    """Return the seeds: real releases of CNES, PDF turned into Markdown."""
    return tuple(
        Case(
            path.name.removesuffix(_ENDING),
            _text(path),
            json.loads(path.read_text("utf-8")),
            medium="markdown",
            issuer="cnes",
            language="en",
            held_out=False,
        )
        for path in sorted(SEEDS.glob(f"*{_ENDING}"))
    )


@cache
def _index(folder: Path) -> dict[str, dict[str, str]]:
    return tomllib.loads((folder / "index.toml").read_text("utf-8"))


def _text(record: Path) -> str:
    stem = record.name.removesuffix(_ENDING)
    (release,) = (path for ending in (".txt", ".md") if (path := record.with_name(stem + ending)).exists())
    return release.read_bytes().decode("utf-8")
