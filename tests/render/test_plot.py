"""A drawing may not say more than the table: every year keeps its row, a gap stays a gap."""

import re

import pytest

from mivdcli.corpus import Corpus
from mivdcli.render.chart import Beside, Chart, Point
from mivdcli.render.plot import plot
from mivdcli.render.scale import round_step, runs, ticks
from mivdcli.render.views.trend import view
from mivdcli.trend import trend


def chart(*heights: float | None, line: bool = False, beside: tuple[Beside, ...] = (), breaks: tuple[float, ...] = ()) -> Chart:
    points = tuple(Point(2001 + at, height, "?" if height is None else f"{height:g}") for at, height in enumerate(heights))
    named = tuple((at, f"break {at}") for at in breaks)
    return Chart(title="Patrols", unit="count", points=points, line=line, beside=beside, breaks=named, notes=("Source: us",))


def bars(text: str) -> dict[int, int]:
    """The length of each year's bar, in characters."""
    rows = (re.match(r"(\d{4})[ ≠] .*?[┤│](.*)", line) for line in text.splitlines())
    return {int(row[1]): row[2].count("█") for row in rows if row}


@pytest.mark.parametrize("count", [2, 3, 21, 60, 150])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_every_year_has_one_row_and_a_bar_of_its_own_length(count: int, width: int) -> None:
    """Also where the chart is higher than the screen: the library drops rows there unless told not to."""
    heights = [float((at * 37) % 100) for at in range(count)]
    drawn = bars(plot(chart(*heights), width))
    assert list(drawn) == [2001 + at for at in range(count)]
    longest = max(drawn.values())
    for at, height in enumerate(heights):
        assert abs(drawn[2001 + at] - longest * height / max(heights)) <= 1.5


def test_a_missing_year_and_nought_have_no_bar_and_their_own_words() -> None:
    text = plot(chart(5, None, 0), 60)
    assert bars(text)[2002] == bars(text)[2003] == 0
    assert re.search(r"2002 +\?", text)
    assert re.search(r"2003 +0", text)


def test_a_target_is_marked_in_the_row_of_its_year() -> None:
    rows = plot(chart(5, 7, beside=(Beside(2002, 9.0, "target: 9"),)), 60).splitlines()
    assert ["◆" in row for row in rows if row.startswith("200")] == [False, True]


def test_a_year_with_a_break_carries_a_mark() -> None:
    assert [row[4] for row in plot(chart(5, 7, breaks=(2002.5,)), 60).splitlines() if row.startswith("200")] == [" ", "≠"]


@pytest.mark.parametrize(
    ("heights", "breaks", "years"),
    [
        ((1, 2, 3), (), [[2001, 2002, 2003]]),
        ((1, None, 3), (), [[2001], [2003]]),
        ((1, 2, 3), (2002.0,), [[2001], [2002, 2003]]),
        ((1, 2, 3), (2002.5,), [[2001], [2002], [2003]]),
    ],
)
def test_a_line_joins_only_what_may_be_compared(heights: tuple[float], breaks: tuple[float], years: list[list[int]]) -> None:
    assert [[point.year for point in run] for run in runs(chart(*heights, breaks=breaks))] == years


def test_ticks_are_round_and_reach_no_further_than_the_numbers() -> None:
    assert [round_step(least) for least in (0.07, 1, 1.2, 247, 19200)] == pytest.approx([0.1, 1, 2, 500, 20000])
    assert ticks(chart(5, 1236)) == [0, 500, 1000]


def test_the_svg_holds_every_number_the_source_and_the_gaps_and_is_the_same_each_time(bundled: Corpus) -> None:
    pytest.importorskip("matplotlib", reason="the extra svg is not installed")
    from mivdcli.render.svg import svg

    names = ["taps", "uvo.investigations"]
    grids = view(trend(bundled, names), {}, (), bundled, "bar").page("nl").grids
    charts = [grid.chart for grid in grids if grid.chart is not None]
    assert len(charts) == 2
    drawn = svg(charts)
    assert drawn == svg(charts)
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", drawn)
    assert {str(row.printed or row.value) for row in trend(bundled, names).items if row.ref} <= set(texts)
    assert texts.count("?") == 4, "2021 to 2024 of the screenings"
    assert sum(text.startswith("Bron: ") for text in texts) == 2
    assert "volledig beschreven" in drawn


def test_without_the_extra_svg_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from mivdcli.errors import UsageError
    from mivdcli.render.svg import svg

    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(UsageError, match="matplotlib") as caught:
        svg([chart(1, 2)])
    assert "mivdcli[svg]" in caught.value.hint
