"""Score contacts: `python tests/contact_scores.py [--blocks 5000] [--seed 0] [--write]`.

Reads made-up blocks and decoys, each drawn from a seed of its own, and ten blocks of shapes that the generator does not
know; prints how many are exact in every cell, whether anybody got what is somebody else's, and whether libphonenumber
agrees with every number. Leaves with 1 if anybody did, if something inexact was not said, or if a decoy made a contact.
"""

import argparse
import sys
import tomllib
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import phonenumbers
from contact_decoys import draw as draw_decoys

from pressparse.cells.blocks import contact_blocks
from pressparse.contacts import Contacts, read_contacts
from pressparse.lines import split_lines
from pressparse.model import Contact
from pressparse.repair import repair
from pressparse.testing.samples.blocks import Block, draw

TESTS = Path(__file__).parent
ACCURACY = TESTS.parent / "docs" / "accuracy" / "contacts.md"


def read(text: str, region: str | None = "FR") -> Contacts:
    """Return what the contact blocks of `text` say."""
    lines = split_lines(repair(text).view)
    return read_contacts([lines[at] for block in contact_blocks(lines) for at in block], region)


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


def is_exact(block: Block, found: Contacts) -> bool:
    """Tell whether every cell of every contact is as expected, and `found` is doubtful where it must be."""
    said = {one.code for one in found.diagnostics}
    wanted = {"contact-columns-unequal"} if block.flagged else set()
    return [*map(record, found.contacts)] == block.contacts and said == wanted


def swapped(block: Block, found: Contacts) -> list[str]:
    """Return the numbers and addresses that were given to another person than their owner."""
    expected = owners(block.contacts)
    got = owners([*map(record, found.contacts)])
    return [block.text[slice(*span)] for span, name in got.items() if name and expected.get(span, name) != name]


def owners(contacts: list[dict[str, Any]]) -> dict[tuple[int, int], str | None]:
    """Return who each number and address was given to."""
    return {tuple(cell["span"]): one["name"] for one in contacts for cell in (*one["phones"], *one["emails"])}


def agrees(contact: Contact) -> bool:
    """Tell whether libphonenumber calls every E.164 of `contact` valid, and none that it gave up."""
    return all(
        phonenumbers.is_valid_number(phonenumbers.parse(phone.e164 or phone.raw, "FR")) is bool(phone.e164)
        for phone in contact.phones
    )


def short(contact: Contact) -> list[Any]:
    """Return `contact` as `contact_unknown.toml` writes it."""
    phones = [f"{phone.e164} {phone.type}" for phone in contact.phones]
    emails = [email.address for email in contact.emails]
    return [contact.kind, contact.name or "", contact.role or "", contact.organization or "", phones, emails]


def main() -> int:
    """Print the scores, or write them into the docs; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blocks", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    seeds = range(options.seed, options.seed + options.blocks)
    text, failed = scores(seeds)
    if options.write:
        ACCURACY.parent.mkdir(parents=True, exist_ok=True)
        ACCURACY.write_text(text, "utf-8")
    else:
        sys.stdout.write(text)
    return failed


def scores(seeds: range) -> tuple[str, bool]:
    """Return the page of figures for blocks and decoys of `seeds`, and whether something is wrong."""
    total: Counter[str] = Counter()
    exact: Counter[str] = Counter()
    wrong = silent = invalid = numbers = 0
    for seed in seeds:
        block = draw(Random(seed))  # noqa: S311 - repeatable, nothing secret
        found = read(block.text)
        good = is_exact(block, found)
        for shape in (*block.shapes, "all"):
            total[shape.removesuffix(" without heading")] += 1
            exact[shape.removesuffix(" without heading")] += good
        wrong += len(swapped(block, found))
        silent += not good and not found.diagnostics
        invalid += sum(not agrees(contact) for contact in found.contacts)
        numbers += sum(len(contact.phones) for contact in found.contacts)
    decoys = sum(bool(read(draw_decoys(Random(seed))).contacts) for seed in seeds)  # noqa: S311 - as above
    rows = [
        f"| {shape.replace('_', ' ')} | {total[shape]} | {exact[shape] / total[shape]:.4f} |" for shape in sorted(total)
    ]
    unknown = [
        f"| {block['shape']} | {block['came_out']} | {'exact' if is_as_wanted(block) else 'not exact'} |"
        for block in tomllib.loads((TESTS / "contact_unknown.toml").read_text("utf-8"))["block"]
    ]
    page = PAGE.format(
        first=seeds.start,
        count=len(seeds),
        exact=exact["all"] / total["all"],
        wrong=wrong,
        silent=silent,
        decoys=decoys,
        numbers=numbers,
        invalid=invalid,
        rows="\n".join(rows),
        unknown="\n".join(unknown),
    )
    return page, bool(wrong or silent or decoys or invalid)


def is_as_wanted(block: dict[str, Any]) -> bool:
    """Tell whether a block of `contact_unknown.toml` is read as it says."""
    found = read(block["text"])
    got = [*map(short, found.contacts)], [said.code for said in found.diagnostics]
    return got == (block["contacts"], block["codes"])


PAGE = """\
# Contacts: how exact

Made-up blocks with known truth (`pressparse.testing.samples`): one to six people in one to three sections, every shape
and every order, one cell missing in every third section, French and English, alone or inside a release. Decoys
(`tests/contact_decoys.py`): programmes, authors, references, figures and running prose. A block counts as exact if
every value, every span and every diagnostic of all its contacts is. What is not exact is ambiguous in print, and was
flagged: the last of several people who alone has a number may own it, or all may share it.

| seeds {first} to {first}+{count} | |
|---|---|
| blocks exact in every cell | {exact:.4f} |
| numbers and addresses given to another person | {wrong} |
| blocks not exact and not flagged | {silent} |
| decoys that made a contact | {decoys} |
| numbers read | {numbers} |
| numbers of which libphonenumber thinks otherwise | {invalid} |

Repeat it: `python tests/contact_scores.py --blocks {count} --seed {first}`.

| shape | blocks with it | exact |
|---|---|---|
{rows}

## Shapes that the generator does not know

Ten blocks composed after the rules were written (`tests/contact_unknown.toml`): as they came out when they were first
read, and as they are read now that they are known.

| shape | as it came out | now |
|---|---|---|
{unknown}
"""

if __name__ == "__main__":
    sys.exit(main())
