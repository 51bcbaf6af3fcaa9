"""What can be found of each kind of thing, and by which words: the texts, the titles above them, what they are about."""

from decimal import Decimal
from pathlib import Path

from mivdcli.corpus import Corpus
from mivdcli.search.entries import Entry, entries, term_entries
from tests import small

PLAN = "Plan van de havenwacht · Plan of the harbour watch · 2031"
SOURCE: dict[str, str | None] = {"url": "https://harbour.example/", "kind": "press", "date": "2031-05"}


def of(corpus: Corpus, what: str, document: str = "plan-2031") -> list[Entry]:
    return list(entries(corpus, corpus.document(document), what))


def test_a_figure_is_found_by_its_series_its_period_its_dimensions_and_its_note(tmp_path: Path) -> None:
    level = {"id": "level", "label_nl": "niveau", "label_en": "level"}
    values = [{"id": "a", "label_nl": "niveau A", "label_en": "level A"}]
    total = small.series("patrols.total", dimensions=[{**level, "values": values}])
    plan = small.plan() | {"commitments": []}
    plan["figures"] = [
        small.figure(
            "patrols.total", 7, None, None, dimensions={"level": "a"}, note_nl="Krap.", note_en="Tight.", source=SOURCE
        )
    ]
    changed = {"series.toml": {"series": [total, small.series("lunches.stolen")]}, "links/2031.toml": {"links": []}}
    report = small.report() | {"figures": []}
    [one] = of(Corpus(bundled=small.write(tmp_path, plan, report, **changed)), "figures")
    assert one == Entry(
        what="figures", id="patrols.total", ref="plan-2031:patrols.total", document="plan-2031", year=2031, kind="plan",
        coverage="full", attribution=None, locator="patrols.total", section="", section_title="", themes=("boats",),
        text_nl="reeks total (2031, niveau A): 7. Krap.", text_en="total series (2031, level A): 7. Tight.",
        sources=(SOURCE,), date="2031",
        titles=("wat er staat · what it says · patrols · 2031 · https://harbour.example/",), about=("Boten · Boats", PLAN),
    )  # fmt: skip


def test_a_figure_that_stands_in_a_passage_stands_under_its_headings(corpus: Corpus) -> None:
    one, _ = of(corpus, "figures")
    assert (one.id, one.ref, one.locator, one.section, one.section_title) == (
        "patrols.total", "plan-2031:boats/2", "boats/2", "boats", "Boten",
    )  # fmt: skip
    assert one.text_nl == "reeks total (2031): about 1.200."
    assert one.text_en == "total series (2031): about 1.200."
    assert one.titles == ("Boten", "Boats", "wat er staat · what it says · patrols · 2031 · Havenstukken 7")
    assert (one.sources, one.date, one.themes) == ((), "2031", ("boats",))


def test_a_decimal_that_nobody_printed_is_found_by_its_digits(tmp_path: Path) -> None:
    plan = small.plan()
    plan["figures"] = [small.figure("patrols.total", None, None, "boats/2") | {"value": Decimal("7.50")}]
    folder = small.write(tmp_path, plan, small.report())
    assert of(Corpus(bundled=folder), "figures")[0].text_en == "total series (2031): 7.50."


def test_a_heading_is_found_by_its_titles_and_the_one_above_it(tmp_path: Path) -> None:
    plan = small.plan()
    plan["sections"][1]["parent"] = "Het weer"
    boats, fog = of(Corpus(bundled=small.write(tmp_path, plan, small.report())), "sections")
    assert (boats.what, boats.id, boats.ref, boats.section, boats.titles) == (
        "sections",
        "boats",
        "plan-2031:boats",
        "boats",
        (),
    )
    assert (fog.text_nl, fog.text_en, fog.titles, fog.about) == ("Mist", "Fog", ("Het weer",), (PLAN,))


def test_a_commitment_is_found_under_its_own_themes_in_its_passage(corpus: Corpus) -> None:
    first = of(corpus, "commitments")[0]
    assert (first.what, first.id, first.ref, first.locator) == (
        "commitments", "plan-2031.buy-boats", "plan-2031:boats/1", "boats/1",
    )  # fmt: skip
    assert (first.text_nl, first.text_en) == ("Twee nieuwe boten kopen.", "Buy two new boats.")
    assert (first.titles, first.about) == (("Boten", "Boats"), ("Boten · Boats", PLAN))


def test_a_commitment_keeps_its_own_themes_where_its_passage_has_others(tmp_path: Path) -> None:
    """``search --in commitments --theme fog`` asks for those of the commitment."""
    plan = small.plan()
    plan["commitments"][0]["themes"] = ["fog"]
    first = of(Corpus(bundled=small.write(tmp_path, plan, small.report())), "commitments")[0]
    assert (first.themes, first.about) == (("fog",), ("Mist · Fog", PLAN))


def test_a_passage_carries_who_says_it_when_and_where(tmp_path: Path) -> None:
    plan = small.plan() | {"coverage": "partial"}
    for passage in plan["passages"]:
        passage |= {"sources": [SOURCE], "attribution": "event", "date": "2031-05", "label": "Heron"}
    first = of(Corpus(bundled=small.write(tmp_path, plan, small.report())), "passages")[0]
    assert (first.coverage, first.attribution, first.sources, first.date) == ("partial", "event", (SOURCE,), "2031-05")
    assert first.titles == ("Boten", "Boats", "Heron")


def test_a_term_is_found_by_its_short_form_its_names_and_its_meaning(tmp_path: Path) -> None:
    hw = small.lists()["glossary.toml"]["terms"][0]
    bare = {key: value for key, value in hw.items() if key != "abbreviation"} | {"id": "watch", "aliases": ["kustwacht"]}
    folder = small.write(tmp_path, **{"glossary.toml": {"terms": [hw, bare]}})
    one, other = term_entries(Corpus(bundled=folder))
    assert one == Entry(
        what="glossary", id="hw", ref="glossary:hw", document=None, year=None, kind="glossary", coverage=None, attribution=None,
        locator="hw", section="", section_title="", themes=(), text_nl="HW: havenwacht. De havenwacht.",
        text_en="HW: harbour watch. The harbour watch.", sources=(), date=None, titles=(), about=(),
    )  # fmt: skip
    assert (other.text_nl, other.titles) == ("havenwacht. De havenwacht.", ("kustwacht",))
