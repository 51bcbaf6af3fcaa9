"""The site is built from the pages as they are, and no page asks another server for anything."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FETCHING = re.compile(
    r"<(?:script|img|iframe|source)\b[^>]*\bsrc=[\"']?https?:|<link\b[^>]*\bhref=[\"']?https?:|@import|url\(\s*[\"']?https?:"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("sphinx", reason="the extra docs is not installed: the site was not built")
    target = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "dirhtml", str(ROOT / "docs"), str(target)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, cwd=target)
    assert (done.returncode, done.stderr) == (0, "")
    return target


def test_every_page_is_in_the_site_and_leads_to_the_next(site: Path) -> None:
    """A page that no table of contents names is a warning, and a warning ends the build."""
    names = {path.stem for path in (ROOT / "docs").glob("*.md")} - {"index"}
    assert {name for name in names if not (site / name / "index.html").exists()} == set()


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("readme", "lays them side by side"),
        ("readme.nl", "openbaar jaarverslag"),
        ("contributing", "A new year, in an hour"),
        ("security", "What is trusted"),
        ("changelog", "Keep a Changelog"),
    ],
)
def test_a_page_of_the_top_folder_holds_its_text(site: Path, page: str, words: str) -> None:
    """The stand-in in docs/ is empty: without its hook the site would show an empty page."""
    assert words in (site / page / "index.html").read_text("utf-8")


def test_the_languages_of_the_front_page_lead_to_each_other(site: Path) -> None:
    for page, other in (("readme", "../readme.nl/"), ("readme.nl", "../readme/")):
        assert f'href="{other}"' in (site / page / "index.html").read_text("utf-8")


def test_no_page_fetches_anything_from_elsewhere(site: Path) -> None:
    found = {
        f"{path.relative_to(site)}: {match[0]}"
        for path in site.rglob("*") if path.suffix in {".html", ".css"}
        for match in FETCHING.finditer(path.read_text("utf-8"))
    }  # fmt: skip
    assert found == set()


def test_the_search_of_the_site_knows_the_words_of_the_pages(site: Path) -> None:
    assert "opensearch" in (site / "searchindex.js").read_text("utf-8")


DRAW = "import sys; sys.path.insert(0, 'docs'); import picture; sys.stdout.buffer.write(picture.picture(sys.argv[1]).encode())"


@pytest.mark.parametrize(("name", "lang"), [("diff.svg", "en"), ("diff.nl.svg", "nl")])
def test_the_picture_in_a_readme_is_what_the_program_prints(name: str, lang: str, request: pytest.FixtureRequest) -> None:
    """A picture ages unseen. ``--update`` draws it anew."""
    path = ROOT / "docs" / "images" / name
    drawn = subprocess.run([sys.executable, "-c", DRAW, lang], capture_output=True, cwd=ROOT, check=True).stdout
    if request.config.getoption("--update"):
        path.write_bytes(drawn)
    else:
        assert words(path.read_text("utf-8")) == words(drawn.decode())


def words(drawing: str) -> str:
    """What can be read in a drawing. Another version of rich may set the same words differently."""
    return re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", drawing.split("</defs>")[1]))
