"""The two real releases against their golden records: every key that these have, at every depth."""

from pathlib import Path

import pytest
from golden import SEEDS, Case, seeds

import pressparse
from pressparse.testing import differences

NAMES = ("000_37334fa908223c39", "003_129772a7700c5a1d")


def test_the_folder_holds_the_two_releases_and_nothing_else() -> None:
    """A run over the folder gives exactly two records."""
    assert sorted(path.name for path in SEEDS.iterdir()) == sorted(
        name + ending for name in NAMES for ending in (".release.json", ".txt")
    )


@pytest.mark.parametrize("case", seeds(), ids=lambda case: case.name)
def test_the_record_of_a_text_is_the_golden_one(case: Case) -> None:
    """`parse` reads the seeds exactly, spans included."""
    assert differences(case.wanted, pressparse.parse(case.text).to_dict()) == ()


@pytest.mark.parametrize("case", seeds(), ids=lambda case: case.name)
def test_the_record_of_a_file_adds_only_where_it_came_from(case: Case) -> None:
    """`parse_file` gives the record of the text with source, digest and encoding."""
    path = SEEDS / f"{case.name}.txt"
    found = differences(case.wanted, pressparse.parse_file(path).to_dict())
    assert [difference.path for difference in found] == ["source", "digest", "encoding"]
    assert found[0].got == str(path)


@pytest.mark.parametrize("case", seeds(), ids=lambda case: case.name)
def test_what_a_golden_record_calls_raw_is_the_slice_of_its_span(case: Case) -> None:
    """The golden records themselves keep the contract."""
    record = case.wanted
    spanned = [record["reference"], *record["dates"], *record["evidence"].values(), *record["links"]]
    for contact in record["contacts"]:
        spanned += [*contact["phones"], *contact["emails"], *contact["evidence"].values()]
    for value in spanned:
        assert case.text[slice(*value["span"])] == value["raw"]
    for passage in record["paragraphs"]:
        assert case.text[slice(*passage["span"])] == passage["text"]


def test_seeds_are_read_byte_for_byte() -> None:
    """The texts came into the tests as they stand in the files."""
    for case in seeds():
        assert Path(SEEDS, f"{case.name}.txt").read_bytes() == case.text.encode()
