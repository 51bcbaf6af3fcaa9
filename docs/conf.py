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
html_theme_options = {
    "navigation_with_keys": True,
    # A table of the program has 100 columns, and is to be read without scrolling.
    "light_css_variables": {"code-font-size": "72%"},
}

ROOT_PAGES = {
    "readme": "README.md",
    "readme.nl": "README.nl.md",
    "contributing": "CONTRIBUTING.md",
    "security": "SECURITY.md",
    "changelog": "CHANGELOG.md",
}
"""Pages that stand where people look for them, outside this folder, and are part of the site all the same."""


LINK = re.compile(r"\]\((?!https?:|#)(?P<path>[^)#]+)(?P<anchor>#[^)]*)?\)")


def setup(app: Any) -> None:
    app.connect("source-read", _read_page)


def _read_page(_app: Any, name: str, source: list[str]) -> None:
    """The text of a root page in place of its stand-in; and every link to a root page leads to that stand-in."""
    root = ROOT_PAGES.get(name)
    text = (ROOT / root).read_text("utf-8") if root else source[0]
    source[0] = LINK.sub(lambda link: f"]({_from_here(link['path'], root is not None)}{link['anchor'] or ''})", text)


def _from_here(target: str, in_root: bool) -> str:
    """A target as seen from this folder, in which a page of the top folder has its stand-in."""
    stand_ins = {path if in_root else f"../{path}": f"{page}.md" for page, path in ROOT_PAGES.items()}
    if target in stand_ins or not in_root:
        return stand_ins.get(target, target)
    return target.removeprefix("docs/") if target.startswith("docs/") else f"../{target}"
