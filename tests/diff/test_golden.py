"""Every format of a diff of the small world, byte for byte; ``--update`` writes them, and a person reads the difference."""

from pathlib import Path
from typing import Any

import pytest

from mivdcli.cli.answer import FORMATS, Wish, render
from mivdcli.corpus import Corpus
from mivdcli.diff import compare
from mivdcli.render import formats
from mivdcli.render.view import View
from mivdcli.render.views.diff import view
from tests import small

GOLDEN = Path(__file__).parent / "golden"
SUFFIXES = {"table": "txt", "vertical": "vertical.txt"}
PAIRS = {
    "plan-and-report": ("plan-2031", "report-2031"),
    "two-reports": ("report-2030", "report-2031"),
    "second-hand": ("plan-2031", "report-2032"),
}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    older = small.report() | {"id": "report-2030", "year": 2030}
    older["passages"] = [
        older["passages"][0],
        older["passages"][2] | {"nl": "Meeuwen stalen brood.", "en": "Gulls stole bread."},
    ]
    older["figures"] = [small.figure("lunches.stolen", 2, "two days", "2.gulls/1", period="2030")]
    documents = (small.plan(), small.report(), older, retold())
    return Corpus(bundled=small.write(tmp_path_factory.mktemp("world"), *documents))


def retold() -> dict[str, Any]:
    """A report known from the press only, with a passage that tells what was said at its presentation."""
    source = {"url": "https://example.org/news", "kind": "press", "date": "2033-04-02"}
    found = small.report() | {"id": "report-2032", "year": 2032, "coverage": "secondary"}
    found |= {"scope_nl": "Alleen uit de krant bekend.", "scope_en": "Known from the paper only."}
    passages = [{key: one[key] for key in ("locator", "themes", "nl", "en")} for one in found["passages"]]
    found["passages"] = [one | {"attribution": "report", "sources": [source]} for one in passages]
    found["passages"][1]["attribution"] = "presentation"
    note = {"note_nl": "Volgens één krant.", "note_en": "According to one paper."}
    night = small.figure("patrols.night", 85, "85%", None, source=source, official=False, **note)
    found["figures"] = [night, small.figure("lunches.stolen", 3, "three days", "2.gulls/1")]
    return found


def shown(found: View, format: str) -> str:
    if format == "json":  # the versions of program and data are no part of what this protects
        return "".join(formats.json(found, "0", "0"))
    return "".join(render(found, format, Wish(lang="en"), screen=False))


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("format", FORMATS)
def test_a_format_is_what_was_read_and_agreed(world: Corpus, pair: str, format: str, request: pytest.FixtureRequest) -> None:
    left, right = PAIRS[pair]
    found = view(compare(world, left, right), {"left": left, "right": right, "method": "both"}, ())
    path = GOLDEN / f"{pair}.{SUFFIXES.get(format, format)}"
    true = shown(found, format).encode()
    if request.config.getoption("--update"):
        path.write_bytes(true)
    else:
        assert path.read_bytes() == true
