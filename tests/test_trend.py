"""A trend never invents a number: not for a missing year, not across a break, not from two that contradict each other."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from mivdcli.corpus import Corpus
from mivdcli.errors import UnknownId
from mivdcli.trend import TrendItem, trend
from tests import small

BREAK = {"at": "2028-07-01", "note_nl": "Voortaan tellen ook nachten.", "note_en": "Nights count from now on."}


def statistics(*figures: dict[str, Any], name: str = "patrols") -> dict[str, Any]:
    """A page with patrols through the years; each figure may change what it likes."""
    source = {"url": "https://harbour.example/patrols", "kind": "official"}
    return {
        "id": f"statistics-{name}", "kind": "statistics", "title_nl": "Tellingen", "title_en": "Counts", "coverage": "partial",
        "scope_nl": "Deels gezien.", "scope_en": "Seen in part.",
        "figures": [{"series": "patrols.total", "source": source, **figure} for figure in figures],
    }  # fmt: skip


def year(period: int | str, value: Any, **more: Any) -> dict[str, Any]:
    return {"period": str(period), "value": value, **more}


def lines(tmp_path: Path, *documents: dict[str, Any], changed: dict[str, Any] | None = None, **options: Any) -> list[TrendItem]:
    """The trend of ``patrols.total`` in a folder with these documents; ``changed`` alters the series itself."""
    series = {"series": [small.series("patrols.total", **(changed or {}))]}
    folder = small.write(tmp_path, *documents, **{"series.toml": series, "links/2031.toml": {"links": []}})
    return trend(Corpus(bundled=folder), ["patrols.total"], **options).items


def test_the_taps_run_from_2002_to_2022_as_the_page_has_them(bundled: Corpus) -> None:
    rows, left_out = trend(bundled, ["taps"])
    assert [row.year for row in rows] == list(range(2002, 2023))
    assert {row.body for row in rows} == {"mivd"}
    assert (rows[-1].value, rows[-1].change, rows[-1].change_percent) == (704, -167, Decimal("-19.2"))
    assert left_out == ["taps.placed-aivd", "taps.placed-both"]


def test_a_number_that_two_places_give_is_one_row_with_both(bundled: Corpus) -> None:
    row = next(row for row in trend(bundled, ["taps.placed"]).items if row.year == 2020)
    assert (row.ref, row.printed, row.also) == ("report-2020:4.tapstatistieken/1", "1236", ("statistics-taps:taps.placed",))


def test_a_missing_year_is_a_row_and_nothing_is_subtracted_over_it(tmp_path: Path) -> None:
    rows = lines(tmp_path, statistics(year(2027, 10), year(2029, 30)))
    assert [(row.year, row.status, row.value, row.change) for row in rows] == [
        (2027, "known", 10, None), (2028, "missing", None, None), (2029, "known", 30, None),
    ]  # fmt: skip
    assert rows[2].change_note_en == "no single figure for the year before"


def test_nothing_is_subtracted_across_a_break_unless_asked(tmp_path: Path) -> None:
    page = statistics(*(year(when, value) for when, value in [(2026, 5), (2027, 10), (2028, 20), (2029, 30), (2030, 33)]))
    rows = lines(tmp_path, page, changed={"breaks": [BREAK]})
    assert [row.change for row in rows] == [None, 5, None, None, 3]
    assert [bool(row.breaks) for row in rows] == [False, False, True, False, False]
    assert rows[2].change_note_en == "counted differently from 2028-07-01"
    told = lines(tmp_path, page, changed={"breaks": [BREAK]}, across_breaks=True)
    assert [row.change for row in told] == [None, 5, 10, 10, 3]
    assert told[2].change_note_en == "across the break of 2028-07-01"


def test_two_documents_that_differ_make_two_rows_and_no_change(tmp_path: Path) -> None:
    rows = lines(tmp_path, statistics(year(2027, 10), year(2028, 20)), statistics(year(2028, 21), year(2029, 1), name="other"))
    assert [(row.year, row.status, row.value, row.change) for row in rows] == [
        (2027, "known", 10, None), (2028, "conflict", 21, None), (2028, "conflict", 20, None), (2029, "known", 1, None),
    ]  # fmt: skip


@pytest.mark.parametrize("qualifier", ["about", "almost", "more-than", "at-least", "average"])
def test_only_exact_figures_are_subtracted(tmp_path: Path, qualifier: str) -> None:
    rows = lines(tmp_path, statistics(year(2027, 10), year(2028, 20, qualifier=qualifier)))
    assert (rows[1].change, rows[1].change_note_en) == (None, "not both exact figures")


def test_a_share_changes_by_percentage_points_and_a_growth_from_nought_has_no_per_cent(tmp_path: Path) -> None:
    shares = lines(tmp_path, statistics(year(2027, 10), year(2028, Decimal("12.5"))), changed={"unit": "percent"})
    assert (shares[1].change, shares[1].change_percent, shares[1].change_note_en) == (Decimal("2.5"), None, "percentage points")
    counts = lines(tmp_path, statistics(year(2027, 0), year(2028, 20)))
    assert (counts[1].change, counts[1].change_percent) == (20, None)


def test_a_target_stands_beside_and_is_never_an_actual(tmp_path: Path) -> None:
    rows = lines(tmp_path, statistics(year(2027, 10), year(2028, 20, role="target")))
    assert [(row.status, row.value) for row in rows] == [("known", 10), ("no-actual", None)]
    assert [(one["role"], one["value"], one["ref"]) for one in rows[1].beside] == [
        ("target", 20, "statistics-patrols:patrols.total")
    ]


def test_a_half_year_is_no_year(tmp_path: Path) -> None:
    rows = lines(tmp_path, statistics(year(2027, 10), year("2028-Q1", 3)))
    assert [(row.year, row.period, row.status, row.change) for row in rows] == [
        (2027, "2027", "known", None), (2028, "2028-Q1", "other-period", None),
    ]  # fmt: skip


def test_every_value_of_a_trend_is_a_figure_of_the_data(bundled: Corpus) -> None:
    """Walks all series: a row that holds a number has it from the place that it names."""
    figures = {(f.series, f.period, f.value, f.printed) for document in bundled.documents() for f in document.figures}
    rows = trend(bundled, list(bundled.series)).items
    assert {(row.series, row.period, row.value, row.printed) for row in rows if row.ref} <= figures
    assert all(row.value is None and row.change is None for row in rows if row.status in ("missing", "no-actual"))


def test_an_unknown_series_is_refused(bundled: Corpus) -> None:
    with pytest.raises(UnknownId):
        trend(bundled, ["taps", "tapz"])
