"""Charts in a terminal. The only module that knows plotext; it draws without colour, so that a pipe sees the same."""

from math import ceil
from typing import Any

import plotext

from mivdcli.printable import printable
from mivdcli.render.chart import Chart
from mivdcli.render.scale import highest, runs, ticks

LEAST_CANVAS = 20
"""Columns for the bars, whatever the labels take."""
FRAME = 3
"""Rows above and below the canvas: two edges and the ticks."""
LINE_HEIGHT = 16


def plot(chart: Chart, width: int) -> str:
    """The chart as lines of text, at most ``width`` columns where the labels leave room for that."""
    plotext.terminal.limit(False, False)  # or rows vanish without a word when the screen is lower than the chart
    figure = plotext.figure
    figure.clear()
    figure.theme("colorless")
    draw = _lines if chart.line else _bars
    draw(figure, chart, width)
    text: str = figure.build().string(colorless=True)
    figure.clear()
    return "\n".join(line.rstrip() for line in text.rstrip("\n").split("\n"))


def _bars(figure: Any, chart: Chart, width: int) -> None:
    """A row a year, its number as printed beside it; a year without a figure keeps an empty row that says so."""
    labels = _labels(chart)
    rows = list(range(len(labels), 0, -1))
    figure.plot_size(max(width, len(labels[0]) + LEAST_CANVAS), len(rows) + FRAME)
    heights = [point.height or 0.0 for point in chart.points]
    figure.draw(figure.bar(rows, heights, orientation="horizontal", width=0.05))
    marks = [(one.height, rows[one.year - chart.points[0].year]) for one in chart.beside]
    if marks:
        figure.draw(figure.signal(*map(list, zip(*marks, strict=True)), marker="◆"))
    figure.ruler("y").lim(1, len(rows))  # the middle of the first and the last cell, so that each bar keeps to its own
    figure.ruler("y").ticks(rows, labels)
    _ticks(figure.ruler("x"), chart)


def _labels(chart: Chart) -> list[str]:
    """Year and number in columns, with a mark where another way of counting begins; what stands beside is in the table."""
    broken = {int(at) for at, _ in chart.breaks}
    texts = [printable(point.label) for point in chart.points]
    wide = max(map(len, texts))
    return [
        f"{point.year}{'≠' if point.year in broken else ' '} {text:>{wide}}"
        for point, text in zip(chart.points, texts, strict=True)
    ]


def _lines(figure: Any, chart: Chart, width: int) -> None:
    """A line that stops where a figure is missing and at every break; a single year is a dot."""
    figure.plot_size(width, LINE_HEIGHT)
    for run in runs(chart):
        signal = figure.signal([point.year for point in run], [point.height for point in run], marker="braille")
        figure.draw(signal.lines() if len(run) > 1 else signal)
    known = [point for point in chart.points if point.height is not None]
    figure.draw(figure.signal([point.year for point in known], [point.height for point in known], marker="●"))
    if chart.beside:
        marks = ([one.year for one in chart.beside], [one.height for one in chart.beside])
        figure.draw(figure.signal(*marks, marker="◆"))
    years = [point.year for point in chart.points]
    step = max(1, ceil(len(years) * 6 / width))
    figure.ruler("x").lim(years[0] - 0.5, years[-1] + 0.5)
    figure.ruler("x").ticks(years[::step], [str(year) for year in years[::step]])
    _ticks(figure.ruler("y"), chart)


def _ticks(ruler: Any, chart: Chart) -> None:
    ruler.lim(0, highest(chart) * 1.02)
    ruler.ticks(ticks(chart), [f"{value:g}" for value in ticks(chart)])
