"""The same release as a text and as the PDF file that reportlab prints of it gives the same values."""

import pytest
from golden import Case, corpus
from pdf_renderings import NOT_PRINTED, by_reportlab, values

import pressparse
from pressparse.testing.comparison import differences

CASES = [case for case in corpus() if not case.held_out and case.name not in NOT_PRINTED]


def test_enough_releases_are_printed() -> None:
    """Those that are not stand in a table with the reason."""
    assert len(CASES) > 70
    assert {case.name for case in corpus()} >= set(NOT_PRINTED)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_print_gives_the_values_of_the_text(case: Case) -> None:
    """Contacts in tables, lists, headings, wrapped paragraphs: all come back."""
    printed = pressparse.parse_bytes(by_reportlab(case.text))
    assert differences(values(pressparse.parse(case.text)), values(printed)) == ()
