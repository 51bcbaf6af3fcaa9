from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mivdcli.checks import check
from mivdcli.errors import UsageError
from tests import small


def codes(folder: Path) -> set[str]:
    return {item.code for item in check(folder).items}


def test_the_small_world_has_no_problem(folder: Path) -> None:
    checked = check(folder)
    assert checked.items == []
    assert checked.files == 7


def test_the_bundled_data_has_no_problem() -> None:
    checked = check()
    assert checked.items == []
    assert checked.files > 30


def plan_with(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    data = small.plan()
    change(data)
    return data


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("unknown-theme", lambda d: d["passages"][0].update(themes=["sea"])),
        ("group-theme", lambda d: d["passages"][0].update(themes=["nature"])),
        ("parent-theme", lambda d: d["passages"][0].update(themes=["boats", "equipment"])),
        ("duplicate", lambda d: d["passages"][0].update(themes=["boats", "boats"])),
        ("unknown-theme", lambda d: d["commitments"][0].update(themes=["sea"])),
        ("unknown-keyword", lambda d: d["passages"][0].update(keywords=["rafts"])),
        ("unknown-keyword", lambda d: d["commitments"][0].update(keywords=["tugs", "boats"])),
        ("duplicate", lambda d: d["passages"][0].update(keywords=["tugs", "tugs"])),
        (
            "locator",
            lambda d: [d["passages"][2].update(locator="~fog/1"), d["sections"][1].update(id="~fog"), d["commitments"].pop()],
        ),
        ("incipit", lambda d: d["passages"][0].update(incipit="one two three four five-six seven eight")),
        ("one-language", lambda d: d["passages"][0].update(en=d["passages"][0]["nl"])),
        ("one-language", lambda d: d["passages"][0].update(note_nl="alleen hier")),
        ("one-language", lambda d: d["figures"][0].update(note_en="only here")),
        ("date", lambda d: d.update(published="2030-02-30")),
        ("date", lambda d: d["passages"][0].update(date="2031..2030")),
        ("date", lambda d: d["figures"][0].update(period="2031-13")),
        ("order", lambda d: d["passages"].reverse()),
        ("gap", lambda d: [d["passages"][1].update(locator="boats/3"), d["commitments"].clear(), d["figures"].clear()]),
        ("empty-section", lambda d: d["sections"].append(small.section("sea", "Zee", "Sea"))),
        ("attribution", lambda d: d["passages"][0].update(attribution="event")),
        ("commitment", lambda d: d["commitments"][0].update(id="plan-2030.x")),
        ("promise", lambda d: d["commitments"][0].update(series="patrols.total")),
        ("unknown-series", lambda d: d["figures"][0].update(series="patrols.lost")),
        ("value", lambda d: d["figures"][0].pop("value")),
        ("value", lambda d: d["figures"][0].update(qualifier="dash")),
        ("value", lambda d: d["figures"][0].update(printed="about 1.201")),
        ("provenance", lambda d: d["figures"][0].pop("locator")),
        ("dimensions", lambda d: d["figures"][0].update(dimensions={"level": "A"})),
    ],
)
def test_each_rule_speaks_under_its_own_code(tmp_path: Path, code: str, change: Callable[[dict[str, Any]], object]) -> None:
    """The codes are stable: scripts and editors rely on them."""
    assert code in codes(small.write(tmp_path, plan_with(change), small.report()))


@pytest.mark.parametrize(
    ("code", "name", "change"),
    [
        ("unknown-theme", "themes.toml", lambda d: d["themes"][1].update(parent="sea")),
        ("duplicate", "themes.toml", lambda d: d["themes"].append(d["themes"][1])),
        ("duplicate", "keywords.toml", lambda d: d["keywords"].append(d["keywords"][0])),
        ("unknown-theme", "keywords.toml", lambda d: d["keywords"][0].update(theme="sea")),
        ("group-theme", "keywords.toml", lambda d: d["keywords"][0].update(theme="equipment")),
        ("duplicate", "series.toml", lambda d: d["series"].append(d["series"][0])),
        ("series", "series.toml", lambda d: d["series"][0].update(topic="boats")),
        ("unknown-theme", "series.toml", lambda d: d["series"][0].update(themes=["sea"])),
        ("duplicate", "glossary.toml", lambda d: d["terms"].append(d["terms"][0])),
        ("unknown-ref", "glossary.toml", lambda d: d["terms"][0].update(refs=["plan-2031:boats/9"])),
        ("unknown-ref", "links/2031.toml", lambda d: d["links"][0].update(evidence=["report-2031:1.boats/9"])),
        ("unknown-commitment", "links/2031.toml", lambda d: d["links"][0].update(commitment="plan-2031.sail")),
        ("duplicate", "links/2031.toml", lambda d: d["links"].append(d["links"][0])),
        ("date", "links/2031.toml", lambda d: d["links"][0].update(date="2031-99-01")),
        ("evidence", "links/2031.toml", lambda d: d["links"][0].update(kind="event-known")),
        ("evidence", "links/2031.toml", lambda d: d["links"][0].update(evidence=["plan-2031:fog/1"])),
    ],
)
def test_each_rule_for_lists_speaks_under_its_own_code(
    tmp_path: Path, code: str, name: str, change: Callable[[dict[str, Any]], object]
) -> None:
    data = small.lists()[name]
    change(data)
    assert code in codes(small.write(tmp_path, **{name: data}))


def test_what_merely_happened_before_is_no_evidence(tmp_path: Path) -> None:
    event = {
        "id": "events-2031", "kind": "events", "year": 2031, "title_nl": "Wat er gebeurde", "title_en": "What happened",
        "coverage": "secondary", "scope_nl": "Pers.", "scope_en": "Press.",
        "sections": [small.section("~boats", "(Boten)", "Boats")],
        "passages": [
            {"locator": "~boats/1", "themes": ["boats"], "nl": "Eerder.", "en": "Earlier.", "attribution": "before",
             "date": "2029", "sources": [{"url": "https://example.org", "kind": "press"}]}
        ],
    }  # fmt: skip
    links = small.lists()["links/2031.toml"]
    links["links"][0] |= {"kind": "event-known", "evidence": ["events-2031:~boats/1"]}
    folder = small.write(tmp_path, small.plan(), small.report(), event, **{"links/2031.toml": links})
    assert codes(folder) == {"evidence"}


def test_an_event_without_a_date_must_say_why(tmp_path: Path) -> None:
    event = {
        "id": "events-2031", "kind": "events", "year": 2031, "title_nl": "a", "title_en": "b", "coverage": "secondary",
        "scope_nl": "Pers.", "scope_en": "Press.", "sections": [small.section("~boats", "(Boten)", "Boats")],
        "passages": [
            {"locator": "~boats/1", "themes": ["boats"], "nl": "Ooit.", "en": "Once.", "attribution": "event",
             "sources": [{"url": "https://example.org", "kind": "press"}]}
        ],
    }  # fmt: skip
    assert codes(small.write(tmp_path, event, **{"links/2031.toml": {"links": []}, "glossary.toml": {"terms": []}})) == {
        "undated"
    }


def test_a_file_that_cannot_be_read_does_not_hide_the_others(folder: Path) -> None:
    small.put(folder / "plans" / "2031.toml", "nonsense")
    found = {(item.file, item.code) for item in check(folder).items}
    assert ("plans/2031.toml", "toml") in found
    assert ("links/2031.toml", "unknown-commitment") in found


def test_form_is_reported_and_mended_without_touching_the_content(folder: Path) -> None:
    path = folder / "plans" / "2031.toml"
    text = path.read_text(encoding="utf-8")
    small.put(path, "# keep me\n\n" + text.replace(" = ", "   =   ", 5))
    assert codes(folder) == {"form"}
    checked = check(folder, fix=True)
    assert (checked.items, checked.fixed) == ([], ["plans/2031.toml"])
    assert path.read_text(encoding="utf-8") == "# keep me\n\n" + text
    assert check(folder, fix=True).fixed == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("[[passages]]", "# why\n[[passages]]"), ("year = 2031", "year   = 2031 # or 2032?"), ("year", "  # x\nyear")],
)
def test_a_comment_in_the_middle_is_not_lost_without_a_word(folder: Path, old: str, new: str) -> None:
    """--fix would drop it; so it leaves the file alone and says where it stands."""
    path = folder / "plans" / "2031.toml"
    text = path.read_text(encoding="utf-8").replace(old, new, 1)
    small.put(path, text)
    assert codes(folder) == {"comment"}
    check(folder, fix=True)
    assert path.read_text(encoding="utf-8") == text


def test_a_hash_in_a_text_is_no_comment(tmp_path: Path) -> None:
    data = plan_with(lambda d: d.update(scope_en="Dossier #7 # and more"))
    folder = small.write(tmp_path, data, small.report())
    path = folder / "plans" / "2031.toml"
    small.put(path, path.read_text(encoding="utf-8").replace(" = ", "  = ", 1))
    assert check(folder, fix=True).items == []


def test_a_folder_without_data_is_no_good_news(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no data file"):
        check(tmp_path)
    with pytest.raises(UsageError, match="is not a folder"):
        check(tmp_path / "nowhere")
