"""How Sphinx makes the site: ``make site`` writes it to build/site. The pages are the Markdown files, as they are."""

import re
from pathlib import Path
from typing import Any

from mivdcli.data import __version__ as data_version

from mivdcli import __version__

ROOT = Path(__file__).resolve().parents[1]

project = "mivd"
author = "the mivd developers"
copyright = "the mivd developers; descriptions of documents CC0"
version = release = __version__

extensions = ["myst_parser"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
source_suffix = {".md": "markdown"}
exclude_patterns = ["schemas"]
nitpicky = True
# Program output is shown as it is: a lexer would stumble over it and colour what has no meaning.
highlight_language = "text"

html_theme = "furo"
html_title = f"mivd {__version__} (data {data_version})"
html_show_sphinx = False
html_copy_source = False
# Everything comes from the site itself; no page asks another server for anything.
html_theme_options = {"navigation_with_keys": True}

ROOT_PAGES = {
    "readme": "README.md",
    "readme.nl": "README.nl.md",
    "contributing": "CONTRIBUTING.md",
    "changelog": "CHANGELOG.md",
    "security": "SECURITY.md",
}
"""Pages that stand where people look for them, outside this folder, and are part of the site all the same."""


def setup(app: Any) -> None:
    app.connect("source-read", _read_root_page)


def _read_root_page(_app: Any, name: str, source: list[str]) -> None:
    """The text of a root page in place of its stand-in, with its links as seen from this folder."""
    if name in ROOT_PAGES:
        text = (ROOT / ROOT_PAGES[name]).read_text("utf-8")
        source[0] = re.sub(r"\]\((?!https?:|#)([^)]+)\)", lambda link: f"]({_from_here(link[1])})", text)


def _from_here(target: str) -> str:
    pages = {path: f"{page}.md" for page, path in ROOT_PAGES.items()}
    return pages.get(target) or (target.removeprefix("docs/") if target.startswith("docs/") else f"../{target}")
