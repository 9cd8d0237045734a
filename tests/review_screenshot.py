"""Takes the picture of the review page in docs/: needs the extra `browser` and Debian's `chromium`.

python tests/review_screenshot.py docs/review.png
"""

import shutil
import sys
import tempfile
from pathlib import Path

from golden import SEEDS
from playwright.sync_api import sync_playwright
from review_samples import WRONG_COLUMNS

import pressparse


def main(target: str) -> None:
    """Open the page of both seeds and of wrong columns, and take the picture where the fault is seen."""
    releases = [pressparse.parse_bytes(path.read_bytes(), name=path.name) for path in sorted(SEEDS.glob("*.txt"))]
    releases.append(pressparse.parse_bytes(WRONG_COLUMNS.encode(), name="wrong-columns.txt"))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder) / "page.html"
        page.write_text(pressparse.review_page(releases), "utf-8")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        window = browser.new_page(viewport={"width": 1280, "height": 820}, color_scheme="light")
        window.goto(f"{page.as_uri()}#r3")
        window.locator("#r3 .panel.doubts li").hover()
        window.wait_for_timeout(1000)  # until it has scrolled and the colors have settled
        window.screenshot(path=target)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
