"""The review page in a real browser: needs the extra `browser` and Debian's `chromium` (session `browser` of nox)."""

import json
import os
import shutil
import time
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from golden import seeds
from review_samples import WRONG_COLUMNS, samples

import pressparse
from pressparse.review import notebook_frame, review_page
from pressparse.review.values import values_of

pytest.importorskip("playwright", reason="needs the extra `browser`")

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
PRINTED = b"/Type /Page\n"  # a sheet in a PDF file
MANY = 500
SECONDS = 15  # what 500 releases may take to open, on a busy machine; 1 is usual

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="there is no chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the pages: of one release, of wrong columns, of all samples."""
    folder = tmp_path_factory.mktemp("pages")
    pages = {"first": seeds()[0].text, "one": seeds()[1].text, "columns": WRONG_COLUMNS}
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(review_page(pressparse.parse(text)), "utf-8")
    (folder / "several.html").write_text(review_page(samples()), "utf-8")
    return folder


class Watched:
    """A page that is open, with everything that it said or asked for."""

    def __init__(self, context: BrowserContext, path: Path, fragment: str = "") -> None:
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(path.as_uri() + fragment)
        self.url = path.as_uri()

    def check(self) -> None:
        """Fail if it complained, or asked for anything but itself."""
        assert self.said == []
        assert {url.partition("#")[0] for url in self.asked} == {self.url}


@pytest.fixture
def desktop(browser: Browser) -> Iterator[BrowserContext]:
    """Return a browser window with a mouse."""
    context = browser.new_context(viewport=DESKTOP, reduced_motion="reduce")  # type: ignore[arg-type]  # a TypedDict
    yield context
    context.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """Return a browser on a phone."""
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, reduced_motion="reduce")  # type: ignore[arg-type]  # a TypedDict
    yield context
    context.close()


# What the pieces of each value of a release say, unseen characters being themselves again.
SPOKEN = """(release) => {
  const said = (node) =>
    node.nodeType === Node.TEXT_NODE ? node.data
    : node.className === "unseen" ? String.fromCodePoint(parseInt(node.textContent.slice(2), 16))
    : [...node.childNodes].map(said).join("");
  const spoken = {};
  for (const piece of release.querySelectorAll(".text .piece")) {
    for (const key of piece.dataset.v.split(" ")) spoken[key] = (spoken[key] ?? "") + said(piece);
  }
  return JSON.stringify(spoken); // which keeps half characters as they are
}"""

# The place in the page of what is focused, if it is a value, an entry or a heading to open; each has to be lit.
FOCUSED = """() => {
  const at = document.activeElement;
  if (!at.matches(".text a, .record a, .record summary")) return null;
  const key = at.dataset.v?.split(" ")[0];
  if (key && !document.querySelector(`.record [data-v~="${key}"].lit`)) throw Error(`unlit: ${key}`);
  return [...document.querySelectorAll("*")].indexOf(at);
}"""


def test_highlights_say_the_raw_values(desktop: BrowserContext, folder: Path) -> None:
    """As the browser sees it, each value's pieces say what the record calls raw; nothing is complained about."""
    watched = Watched(desktop, folder / "several.html")
    for number, release in enumerate(samples(), start=1):
        spoken = json.loads(watched.page.locator(f"#r{number}").evaluate(SPOKEN))
        for value in values_of(release):
            raw = value.span.of(release.text or "").replace("\r\n", "\n")
            assert spoken[value.key] == raw
    watched.check()


@pytest.mark.parametrize("fragment", ["", "#r4", "#r2-contacts-1-phones-0", "#nothing"])
def test_nothing_leaves_the_page_and_nothing_breaks(desktop: BrowserContext, folder: Path, fragment: str) -> None:
    """Not even a harmful release gets a script to run or a request out, wherever the page is opened."""
    watched = Watched(desktop, folder / "several.html", fragment)
    for row in watched.page.locator(".index li a").all():
        row.click()
    assert watched.page.title() == "Review"
    assert "<script>document.title" in watched.page.locator("#r4 .text").inner_text()
    watched.check()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["one", "columns", "several"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "none"])
def test_axe_finds_no_violation(browser: Browser, folder: Path, scheme: str, name: str, *, scripts: bool) -> None:
    """By all rules of axe-core, in both color schemes, with everything open; without scripts too."""
    axe = (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
    for size in (DESKTOP, PHONE):
        context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]  # TypedDicts
        watched = Watched(context, folder / f"{name}.html")
        page = watched.page
        if not scripts:  # what is there without: the page as it is before its script has run
            page.evaluate("document.documentElement.classList.remove('scripting')")
            page.evaluate(
                "document.querySelectorAll('.release').forEach((release) => release.removeAttribute('hidden'))"
            )
        page.evaluate("document.querySelectorAll('details').forEach((box) => box.open = true)")
        if scripts:
            page.locator(".text a.piece:visible").last.click()
        page.evaluate(axe)
        found = page.evaluate("axe.run({ resultTypes: ['violations'] })")
        assert [
            (rule["id"], node["html"], node["failureSummary"]) for rule in found["violations"] for node in rule["nodes"]
        ] == []
        context.close()


def test_the_keyboard_reaches_everything(desktop: BrowserContext, folder: Path) -> None:
    """Tab goes to every value on both sides; what is focused is lit on both."""
    page = Watched(desktop, folder / "one.html").page
    wanted = page.evaluate("document.querySelectorAll('.text a, .record a:not(details a), .record summary').length")
    reached = set()
    for _ in range(200):
        page.keyboard.press("Tab")
        mark = page.evaluate(FOCUSED)
        if mark is not None:
            reached.add(mark)
    assert len(reached) >= wanted


def test_enter_goes_to_the_other_side_and_back(desktop: BrowserContext, folder: Path) -> None:
    """From a value in the text to its entry, and from the entry to the value, with the keyboard alone."""
    page = Watched(desktop, folder / "one.html").page
    date = page.locator(".text a.date").nth(1)
    date.focus()
    page.keyboard.press("Enter")
    focused = page.locator(":focus")
    assert focused.evaluate("link => link.closest('.entry').id") == "r1-dates-1"
    page.keyboard.press("Enter")
    expect(date).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".lit")).to_have_count(0)


def test_pointing_lights_up_the_other_side(desktop: BrowserContext, folder: Path) -> None:
    """A cell lights its entry, and all cells of its contact with it; the entry lights the cell."""
    page = Watched(desktop, folder / "one.html").page
    page.locator(".text a.contact-1", has_text="75 39").hover()
    expect(page.locator(".record .lit")).to_have_attribute("id", "r1-contacts-1-phones-0")
    assert page.locator(".text .kin.contact-1").count() == 4
    expect(page.locator("#r1-contacts-1-phones-0")).to_be_in_viewport()
    page.locator("#r1-contacts-2-name").hover()
    assert page.locator(".text .lit").all_inner_texts() == ["Raphaël Sart"]
    page.mouse.move(2, 2)
    expect(page.locator(".lit")).to_have_count(0)


def test_the_fault_of_wrong_columns_is_one_click_away(desktop: BrowserContext, folder: Path) -> None:
    """The doubt stands on the first screen; its click shows the cells that belong to nobody, beside the others."""
    page = Watched(desktop, folder / "columns.html").page
    doubt = page.locator(".panel.doubts a.value", has_text="contact-columns-unequal")
    expect(doubt).to_be_in_viewport()
    doubt.click()
    for number in ("75 39", "74 51"):
        expect(page.locator(".text a.nobody", has_text=number)).to_be_in_viewport()


def test_a_tap_brings_the_entry_up(phone: BrowserContext, folder: Path) -> None:
    """On a phone the contact of a tapped cell comes up over the text; the cell stays in sight, and a link leads on."""
    watched = Watched(phone, folder / "one.html")
    page = watched.page
    cell = page.locator(".text a.contact-2", has_text="74 51")
    cell.tap()
    drawer = page.locator(".drawer")
    expect(drawer).to_be_visible()
    expect(drawer).to_contain_text("Raphaël Sart")
    expect(cell).to_be_in_viewport()
    page.locator(".drawer .onward").tap()
    expect(drawer).to_be_hidden()
    expect(page.locator("#r1-contacts-2-phones-0")).to_be_in_viewport()
    page.locator("#r1-date a").tap()
    expect(drawer).to_contain_text("2017-10-30")
    expect(page.locator(".text a.piece", has_text="30 October 2017")).to_be_in_viewport()
    page.locator(".close").tap()
    expect(drawer).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    watched.check()


def test_the_list_is_narrowed_down(desktop: BrowserContext, folder: Path) -> None:
    """By words and by diagnostics; one release is shown at a time, and the next one is that of the list."""
    page = Watched(desktop, folder / "several.html").page
    rows = page.locator(".index li:visible")
    expect(rows).to_have_count(4)
    expect(page.locator(".release:visible")).to_have_count(1)
    page.get_by_label("contact-columns-unequal").check()
    expect(rows).to_have_count(1)
    expect(page.get_by_role("status")).to_have_text("1 of 4 shown")
    page.locator(".release:visible [data-step='1']").click()
    expect(page.locator(".release:visible")).to_have_attribute("id", "r3")
    assert page.url.endswith("#r3")
    page.get_by_label("contact-columns-unequal").uncheck()
    page.get_by_label("Find").fill("mmx PR168")
    expect(rows).to_have_count(1)
    rows.first.locator("a").click()
    expect(page.locator("#r2")).to_be_focused()


def test_without_scripts_all_is_there(browser: Browser, folder: Path) -> None:
    """Every release stands in full, and links lead from side to side."""
    context = browser.new_context(java_script_enabled=False, viewport=DESKTOP)  # type: ignore[arg-type]  # a TypedDict
    watched = Watched(context, folder / "several.html")
    page = watched.page
    expect(page.locator(".release:visible")).to_have_count(4)
    expect(page.locator(".scripted:visible")).to_have_count(0)
    page.locator("#r3 .text a.contact-0").first.click()
    expect(page.locator("#r3-contacts-0-name")).to_be_in_viewport()
    page.locator("#r2 a.mark").first.click()  # into a closed part of the record
    expect(page.locator("#r2-paragraphs-0")).to_be_in_viewport()
    watched.check()
    context.close()


def test_hundreds_of_releases_stay_usable(desktop: BrowserContext, tmp_path: Path) -> None:
    """500 releases open within seconds, and a step to the next one is not felt."""
    releases = [pressparse.parse(case.text) for case in seeds()] * (MANY // 2)
    path = tmp_path / "many.html"
    path.write_text(review_page(releases), "utf-8")
    begun = time.monotonic()
    page = Watched(desktop, path).page
    expect(page.locator(".release:visible")).to_have_count(1)
    opened = time.monotonic() - begun
    stepped = page.evaluate(
        "(() => { const begun = performance.now(); document.querySelector('[data-step=\"1\"]').click();"
        " document.body.offsetHeight; return performance.now() - begun; })()"
    )
    print(f"{path.stat().st_size / 1e6:.1f} MB, opened in {opened:.1f} s, a step takes {stepped:.0f} ms")  # noqa: T201 - shown by pytest -rP
    assert opened < SECONDS
    assert stepped < SECONDS * 100
    page.get_by_label("Find").fill("PR123")
    expect(page.get_by_role("status")).to_have_text(f"{MANY // 2} of {MANY} shown")


def test_a_notebook_frame_works(desktop: BrowserContext, tmp_path: Path) -> None:
    """In a frame without an address, too, a click leads to the other side, and the page around it stays as it is."""
    path = tmp_path / "notebook.html"
    path.write_text(f"<!doctype html>{notebook_frame(pressparse.parse(seeds()[1].text))}", "utf-8")
    watched = Watched(desktop, path)
    frame = watched.page.frame_locator("iframe")
    frame.locator(".text a.date").first.click()
    expect(frame.locator("#r1-dates-0")).to_be_in_viewport()
    frame.locator("#r1-dates-1 a.path").click()
    expect(frame.locator("#r1-date")).to_be_in_viewport()
    assert watched.said == []
    assert watched.page.url == path.as_uri()


def test_it_can_be_printed(desktop: BrowserContext, folder: Path) -> None:
    """On paper both sides stand in full, without list, buttons and drawer."""
    page = Watched(desktop, folder / "several.html").page
    alone = Watched(desktop, folder / "first.html").page
    sheets, wanted = (shown.pdf(format="A4").count(PRINTED) for shown in (page, alone))
    assert sheets == wanted > 0, "what is not shown leaves no empty sheets"
    page.emulate_media(media="print")
    expect(page.locator(".index:visible, .steps:visible, .drawer:visible")).to_have_count(0)
    text = page.locator(".release:visible .text")
    assert text.evaluate("pane => pane.scrollHeight <= pane.clientHeight + 1")
    assert page.evaluate("document.documentElement.scrollHeight") > DESKTOP["height"]
