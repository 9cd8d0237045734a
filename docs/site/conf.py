"""The documents as a site: `nox -s docs`. The pages stay Markdown that reads well on a code host, at the same paths.

The source folder is the whole checkout, so that links from page to page are the ones that a code host follows.
What docs/index.md lists is the navigation: a heading is a caption, a linked page an entry.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

ROOT = Path(__file__).parents[2]

project = "pressparse"
author = project_copyright = "The pressparse maintainers"
release = version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]

extensions = ["myst_parser"]
root_doc = "docs/index"
include_patterns = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "docs/**.md"]
exclude_patterns = [
    "docs/accuracy/*",
    "docs/example/src",
    "docs/example/tests",
]  # accuracy.md holds what is in its folder
nitpicky = True
myst_heading_anchors = 4

html_theme = "furo"
html_title = "pressparse"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_extra_path = ["root"]
html_copy_source = False
html_show_sphinx = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#1f5f8b", "color-brand-content": "#1f5f8b"},
    "dark_css_variables": {"color-brand-primary": "#8cc4ea", "color-brand-content": "#8cc4ea"},
}

_CAPTION = re.compile(r"(?m)^## (.+)$")
_ENTRY = re.compile(r"(?m)^- \[([^\]]+)\]\(([^):#]+)\.md\)")
_LINK = re.compile(r"\[([^\]]+)\]\(([\w./-]+)\)")

# Pages that are chapters of another one.
CHAPTERS = {"docs/rules/README": "*", "docs/own-rules": "example/README"}


def contents(*entries: str, caption: str | None = None) -> str:
    """Return a table of contents, which only the navigation shows."""
    options = [":hidden:", ":glob:", *([f":caption: {caption}"] if caption else [])]
    return "\n".join(["", "```{toctree}", *options, "", *entries, "```", ""])


def navigation(page: str) -> str:
    """Return the tables of contents that the headings and lists of `page` stand for."""
    _, *parts = _CAPTION.split(page)
    lists = zip(parts[::2], parts[1::2], strict=True)
    return "".join(
        contents(*(f"{title} <{path}>" for title, path in _ENTRY.findall(text)), caption=caption)
        for caption, text in lists
    )


def prepare(_: Sphinx, name: str, source: list[str]) -> None:
    """Add tables of contents, and leave links to folders as their words: a site has no folders to look into."""
    folder = (ROOT / name).parent
    page = source[0].replace("\n\n```\n", "\n```\n")  # doctest wants a blank line at the end, nobody else
    text = _LINK.sub(lambda found: found[1] if (folder / found[2]).is_dir() else found[0], page)
    if name == root_doc:
        text += navigation(text)
    elif name in CHAPTERS:
        text += contents(CHAPTERS[name])
    source[0] = text


def setup(app: Sphinx) -> None:
    """Tell Sphinx of what this file adds."""
    app.connect("source-read", prepare)
