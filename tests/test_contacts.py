"""Contact blocks: what is read from them, where they begin and end, and what is none."""

import json
from random import Random
from typing import Any

import pytest
from contact_blocks import Block, draw
from contact_decoys import draw as draw_decoys
from hypothesis import given, settings
from hypothesis import strategies as st

from pressparse import find_contacts
from pressparse.blocks import contact_blocks
from pressparse.contacts import Contacts, read_contacts
from pressparse.errors import UnknownProfileError
from pressparse.lines import split_lines
from pressparse.model import Contact
from pressparse.repair import repair

# `pytest --hypothesis-profile=searching` reads 5,000.
BLOCKS = max(500, settings().max_examples)
EXACT = 0.99


def read(text: str, region: str | None = "FR") -> tuple[Contacts, list[str]]:
    """Return what the contact blocks of `text` say, and which of their lines were not understood."""
    lines = split_lines(repair(text).view)
    own = [lines[at] for block in contact_blocks(lines) for at in block]
    found = read_contacts(own, region)
    return found, [line.text for line in own if line not in found.explained]


def record(contact: Contact) -> dict[str, Any]:
    """Return `contact` as the generator writes down what it expects."""
    return {
        "kind": contact.kind,
        "name": contact.name,
        "role": contact.role,
        "organization": contact.organization,
        "phones": [
            {"raw": p.raw, "span": [*p.span], "e164": p.e164, "type": p.type, "extension": p.extension}
            for p in contact.phones
        ],
        "emails": [{"raw": e.raw, "span": [*e.span], "address": e.address} for e in contact.emails],
        "evidence": {field: {"raw": found.raw, "span": [*found.span]} for field, found in contact.evidence.items()},
    }


def owners(contacts: list[dict[str, Any]]) -> dict[tuple[int, int], str | None]:
    """Return who each number and address was given to."""
    return {tuple(cell["span"]): one["name"] for one in contacts for cell in (*one["phones"], *one["emails"])}


def is_exact(block: Block, found: Contacts) -> bool:
    """Whether every cell of every contact is as expected, and `found` is doubtful where it must be."""
    said = {one.code for one in found.diagnostics}
    return [*map(record, found.contacts)] == block.contacts and said == (
        {"contact-columns-unequal"} if block.flagged else set()
    )


@settings(max_examples=BLOCKS)
@given(st.randoms(use_true_random=False))
def test_nobody_gets_what_is_somebody_elses(random: Random) -> None:
    """In no block is a number or an address given to another person than its owner, and what is inexact is said."""
    block = draw(random)
    found, _ = read(block.text)
    expected, got = owners(block.contacts), owners([*map(record, found.contacts)])
    swapped = {
        span: name for span, name in got.items() if name is not None and span in expected and expected[span] != name
    }
    assert not swapped
    assert is_exact(block, found) or found.diagnostics


def test_blocks_are_exact() -> None:
    """Of blocks of every shape nearly all are exact in every cell."""
    blocks = [draw(Random(seed)) for seed in range(BLOCKS)]  # noqa: S311 - repeatable, nothing secret
    assert sum(is_exact(block, read(block.text)[0]) for block in blocks) >= EXACT * BLOCKS


@settings(max_examples=BLOCKS)
@given(st.randoms(use_true_random=False))
def test_decoys_are_no_contacts(random: Random) -> None:
    """Programmes, authors, references, figures and running prose make none."""
    assert find_contacts(draw_decoys(random), region="FR") == ()
