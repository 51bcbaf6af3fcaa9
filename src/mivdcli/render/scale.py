"""What every drawing of a chart agrees on: its height, its ticks, and which years may be joined by a line."""

from mivdcli.render.chart import Chart, Point

TICKS = 5


def highest(chart: Chart) -> float:
    """The largest number in the chart; 1 where there is none, so that an axis has a length."""
    return max([point.height or 0.0 for point in chart.points] + [one.height for one in chart.beside] + [0.0]) or 1.0


def ticks(chart: Chart) -> list[float]:
    """Round steps from nought: a tick is a measure, never one of the numbers."""
    step = round_step(highest(chart) / TICKS)
    return [step * number for number in range(int(highest(chart) / step) + 1)]


def round_step(least: float) -> float:
    """1, 2 or 5 times a power of ten, not below ``least``."""
    power = 1.0
    while power > least:
        power /= 10
    while power * 10 <= least:
        power *= 10
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least)


def runs(chart: Chart) -> list[list[Point]]:
    """The stretches of years that may be joined: nothing missing between them and no break."""
    found: list[list[Point]] = []
    for point in chart.points:
        if point.height is None:
            found.append([])
        elif not found or any(point.year - 1 < at < point.year + 1 for at, _ in chart.breaks):
            found.append([point])
        else:
            found[-1].append(point)
    return [run for run in found if run]
