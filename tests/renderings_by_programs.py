"""The same as `test_pdf_renderings` with files that Chromium and LibreOffice print: `nox -s renderings` runs it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from golden import corpus
from pdf_renderings import NOT_PRINTED, as_fodt, as_html, by_chromium, by_libreoffice, values

import pressparse
from pressparse.testing.comparison import differences

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {
    case.name.replace("/", "-"): case.text for case in corpus() if not case.held_out and case.name not in NOT_PRINTED
}


@pytest.mark.skipif(shutil.which("chromium") is None, reason="Chromium is not installed")
def test_chromium_gives_the_values_of_the_text(tmp_path: Path) -> None:
    """Tables without borders, bullets that are drawn, a font for each word."""
    pages = {name: as_html(text) for name, text in TEXTS.items()}
    assert unlike(by_chromium(pages, tmp_path, "--no-pdf-header-footer")) == {}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_gives_the_values_of_the_text(tmp_path: Path) -> None:
    """Tables as wide as the page, whose cells run over two rows, and boxes as high as the letters."""
    assert unlike(by_libreoffice({name: as_fodt(text) for name, text in TEXTS.items()}, tmp_path)) == {}


def unlike(files: dict[str, bytes]) -> dict[str, object]:
    """Return what differs between the texts and the files printed of them."""
    pairs = {
        name: (values(pressparse.parse(TEXTS[name])), values(pressparse.parse_bytes(data)))
        for name, data in files.items()
    }
    return {name: found for name, pair in pairs.items() if (found := differences(*pair))}
