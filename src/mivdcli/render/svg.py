"""Charts as SVG for an article or a slide. The only module that knows matplotlib, which comes with the extra ``svg``."""

from collections.abc import Iterable
from io import StringIO
from textwrap import wrap
from typing import Any

from mivdcli.errors import UsageError
from mivdcli.printable import printable
from mivdcli.render.chart import Chart
from mivdcli.render.scale import highest, runs, ticks

WIDTH, HEIGHT = 9.0, 3.6
"""Inches of one chart without its lines of text."""
LINE = 0.17
"""Inches of a line of small text."""
WRAP = 150
SHORT = 12
"""Characters that fit above a bar at the edge."""
MANY = 25
"""With more years than this the numbers above the bars would overlap; the table has them."""
INK, SOFT, FILL, MARK = "#1a1a1a", "#6b6b6b", "#2f5d8a", "#b3541e"
SETTINGS = {
    "svg.fonttype": "none",  # text stays text: it can be searched, copied and checked
    "svg.hashsalt": "mivd",  # or every drawing would have other ids
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],  # the one font that matplotlib itself brings, so the layout is the same everywhere
    "font.size": 9,
}


def svg(charts: Iterable[Chart]) -> str:
    """The charts below each other in one SVG, the same bytes each time. Raises UsageError where matplotlib is missing."""
    drawn = list(charts)
    try:
        from matplotlib import rc_context
        from matplotlib.backends.backend_svg import FigureCanvasSVG
        from matplotlib.figure import Figure
    except ImportError:
        raise UsageError("svg needs matplotlib", hint="pip install 'mivdcli[svg]'; --format table draws without it") from None
    with rc_context(SETTINGS):
        notes = [_wrapped(chart) for chart in drawn]
        heights = [HEIGHT + LINE * len(lines) for lines in notes]
        figure = Figure(figsize=(WIDTH, sum(heights)))
        FigureCanvasSVG(figure)
        top = sum(heights)
        for chart, lines, height in zip(drawn, notes, heights, strict=True):
            _draw(figure, chart, lines, top / sum(heights), height / sum(heights))
            top -= height
        buffer = StringIO()
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": "mivd", "Title": drawn[0].title})
    return buffer.getvalue()


def _wrapped(chart: Chart) -> list[str]:
    return [line for note in chart.notes for line in wrap(printable(note), WRAP)]


def _draw(figure: Any, chart: Chart, notes: list[str], top: float, share: float) -> None:
    """One chart in the band of the figure that ends at ``top``; its text stands at the foot of the band."""
    inch = share / (HEIGHT + LINE * len(notes))
    foot = LINE * len(notes) + 0.55
    axes = figure.add_axes((0.07, top - share + foot * inch, 0.9, share - (foot + 0.45) * inch))
    axes.set_title(_plain(chart.title), loc="left", color=INK, fontweight="bold")
    years = [point.year for point in chart.points]
    axes.set_xlim(years[0] - 0.5, years[-1] + 0.5)
    _missing(axes, chart)
    (_line if chart.line else _bars)(axes, chart)
    axes.plot([one.year for one in chart.beside], [one.height for one in chart.beside], "D", color=MARK, markersize=6, zorder=5)
    for one in chart.beside:
        _label(axes, one.year, one.height, one.label, MARK)
    for at, name in chart.breaks:
        if years[0] <= at <= years[-1] + 1:
            axes.axvline(at - 0.5, color=MARK, linestyle="--", linewidth=1)
            axes.text(at - 0.45, 1.0, _plain(name), transform=axes.get_xaxis_transform(), color=MARK, fontsize=8, va="top")
    _frame(axes, chart, years)
    for number, line in enumerate(notes):
        figure.text(0.02, top - share + (foot - 0.42 - LINE * (number + 1)) * inch, _plain(line), fontsize=7, color=SOFT)


def _bars(axes: Any, chart: Chart) -> None:
    known = [point for point in chart.points if point.height is not None]
    axes.bar([point.year for point in known], [point.height for point in known], width=0.7, color=FILL)
    _numbers(axes, chart)


def _line(axes: Any, chart: Chart) -> None:
    """Joined only where nothing is missing between two years and the counting did not change."""
    for run in runs(chart):
        axes.plot([point.year for point in run], [point.height for point in run], "-o", color=FILL, markersize=4)
    _numbers(axes, chart)


def _numbers(axes: Any, chart: Chart) -> None:
    if len(chart.points) <= MANY:
        for point in chart.points:
            if point.height is not None:
                _label(axes, point.year, point.height, point.label, INK)


def _label(axes: Any, year: int, height: float, text: str, color: str) -> None:
    """The text above its point, on white, so that it can be read on a bar too."""
    first, last = axes.get_xlim()
    near = "left" if year - first < 1 else "right" if last - year < 1 else "center"
    side = near if len(text) > SHORT else "center"  # a long text at an edge would run out of the picture
    ground = {"facecolor": "white", "edgecolor": "none", "alpha": 0.85, "pad": 0.8}
    place = {"xytext": (0, 7), "textcoords": "offset points", "ha": side, "bbox": ground}
    axes.annotate(_plain(text), (year, height), color=color, fontsize=7.5, **place)


def _missing(axes: Any, chart: Chart) -> None:
    """A year without a number is a hatched gap with a question mark, so that nobody takes it for nought."""
    for point in chart.points:
        if point.height is None:
            axes.axvspan(point.year - 0.5, point.year + 0.5, facecolor="none", edgecolor="#d0d0d0", hatch="///", linewidth=0)
            axes.text(point.year, 0.03, "?", transform=axes.get_xaxis_transform(), ha="center", color=SOFT)


def _frame(axes: Any, chart: Chart, years: list[int]) -> None:
    axes.set_ylim(0, highest(chart) * 1.15)
    axes.set_yticks(ticks(chart), [f"{tick:g}" for tick in ticks(chart)])
    shown = years[:: max(1, len(years) // MANY)]
    axes.set_xticks(shown, [str(year) for year in shown])
    axes.tick_params(colors=SOFT, length=0, labelsize=8)
    axes.grid(axis="y", color="#e4e4e4", linewidth=0.7)
    axes.set_axisbelow(True)
    if chart.unit != "count":
        axes.set_ylabel(_plain(chart.unit), color=SOFT, fontsize=8)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)


def _plain(text: str) -> str:
    """As it is: matplotlib takes a dollar sign for the start of a formula."""
    return printable(text).replace("$", r"\$")
