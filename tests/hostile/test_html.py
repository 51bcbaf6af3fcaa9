"""Nothing in the data runs in a page of ours: every text is escaped, and the page's own policy forbids all scripts."""

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests import small
from tests.conftest import Command

pytestmark = pytest.mark.slow

RUN = "document.title='RUN'"
NASTY = (
    f"\"><script>{RUN}</script><img src=x onerror=\"{RUN}\">' onmouseover='{RUN}' <svg onload={RUN}></style><script>{RUN}</script>"
    f'<!--<a href="javascript:{RUN}">]]></title><iframe srcdoc="<script>parent.{RUN}</script>"><base href=//x><meta http-equiv=refresh content=0;url=x>'
)
QUESTIONS = (
    ("documents",), ("themes", "2031"), ("figures", "patrols"), ("figures", "patrols", "--wide"), ("trend", "patrols.total"), ("search", "boten"),
    ("show", "plan-2031"), ("cite", "plan-2031"), ("diff", "2031"), ("diff", "2031", "--summary"), ("gaps", "2031"), ("glossary",),
    ("show", "plan-2031", "--fields", "text_nl"), ("check", "{data}"),
)  # fmt: skip
TEXTS = {"nl", "en", "title", "title_nl", "title_en", "scope_nl", "scope_en", "label_nl", "label_en", "printed", "meaning_nl", "meaning_en",
         "abbreviation", "reason_nl", "reason_en", "reviewer", "counts_nl", "counts_en", "reference", "note_nl", "note_en"}  # fmt: skip


def nasty(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: inner + NASTY if key in TEXTS and isinstance(inner, str) else nasty(inner) for key, inner in value.items()}
    return [nasty(inner) for inner in value] if isinstance(value, list) else value


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    report = small.report()
    report["figures"][0] |= {"note_nl": "N", "note_en": "N"}
    return small.write(
        tmp_path / "data", nasty(small.plan()), nasty(report), **{n: nasty(held) for n, held in small.lists().items()}
    )


class Elements(HTMLParser):
    """What a browser would make of the page: elements, attributes, addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action")]


def page_of(mivd: Command, question: tuple[str, ...], folder: Path) -> str:
    arguments = [word.format(data=folder) for word in question]
    data = [] if question[0] == "check" else ["--data", folder]
    return mivd(*arguments, *data, "--format", "html").out


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_every_page_escapes_its_data_and_has_a_policy(question: tuple[str, ...], folder: Path, mivd: Command) -> None:
    page = page_of(mivd, question, folder)
    found = Elements()
    found.feed(page)
    policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy[1]
    assert found.tags.isdisjoint({"script", "img", "svg", "iframe", "base", "object", "embed", "form", "link"})
    assert not [name for name in found.attributes if name.startswith("on") or name in ("style", "srcdoc")]
    assert all(address.startswith(("#", "https://", "http://")) for address in found.addresses)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/hosts", " https://x", "//x", "https://x\n"]
)
def test_an_address_that_is_no_web_address_is_refused_with_the_data(address: str, tmp_path: Path, mivd: Command) -> None:
    plan = small.plan() | {"urls": [address]}
    folder = small.write(tmp_path / "data", plan, small.report())
    assert "urls" in mivd("show", "plan-2031", "--data", folder, code=3).err


def test_nothing_runs_and_nothing_is_blocked_in_a_browser(folder: Path, tmp_path: Path, mivd: Command) -> None:
    """Each page in headless Chromium: its style holds (the policy's hash is right), and no script has changed its title."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no chromium on the path: the pages were not opened in a browser")
    for number, question in enumerate((("diff", "2031"), ("show", "plan-2031"), ("search", "boten"))):
        page = tmp_path / f"{number}.html"
        page.write_text(page_of(mivd, question, folder), "utf-8")
        done = subprocess.run(
            [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--virtual-time-budget=2000",
             f"--user-data-dir={tmp_path / 'browser'}", "--dump-dom", page.as_uri()],
            capture_output=True, check=False, timeout=120,
        )  # fmt: skip
        seen = done.stdout.decode("utf-8", "replace")
        assert "boten" in seen or "Boten" in seen, done.stderr[-500:]
        assert "<title>RUN" not in seen
        assert "Content Security Policy" not in done.stderr.decode("utf-8", "replace"), "the policy forbids what the page uses"


def test_the_browser_would_have_told(tmp_path: Path) -> None:
    """The twin: the same text unescaped and without a policy does run, so the test above can fail."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no chromium on the path: the pages were not opened in a browser")
    page = tmp_path / "page.html"
    page.write_text(f"<!doctype html><title>x</title><p>{NASTY}", "utf-8")
    done = subprocess.run(
        [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=2000", f"--user-data-dir={tmp_path / 'browser'}",
         "--dump-dom", page.as_uri()], capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    assert b"<title>RUN" in done.stdout
