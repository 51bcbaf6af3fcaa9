"""Years and spans of years, as users type them and as figures carry them."""

from collections.abc import Sequence

from mivdcli.errors import UsageError


def year_span(years: str | None) -> tuple[int, int] | None:
    """First and last year of ``2020`` or ``2018..2022``. Raises UsageError for anything else."""
    if years is None:
        return None
    first, dots, last = years.partition("..")
    if not (_is_year(first) and (_is_year(last) or not dots)):
        raise UsageError(f'"{years}" is not a year', hint="--year takes a year or a range: 2020, 2018..2022")
    span = (int(first), int(last or first))
    if span[0] > span[1]:
        raise UsageError(f'"{years}" runs backwards', hint=f"--year {span[1]}..{span[0]}")
    return span


def period_years(period: str) -> tuple[int, int]:
    """The first and last year that a period touches."""
    first, _, last = period.partition("..")
    return int(first[:4]), int((last or first)[:4])


def is_year(period: str) -> bool:
    """Whether a period is one whole calendar year, the only kind that stands in a row with others of its kind."""
    return _is_year(period)


def crosses(moment: str, one: str, other: str) -> bool:
    """Whether a break at ``moment`` lies between two periods, or inside one of them so that it mixes two ways of counting.

    A break at the very beginning of the earlier period (``2002`` for 2002) comes before both.
    """
    return min(first_day(one), first_day(other)) < first_day(moment) <= max(last_day(one), last_day(other))


def first_day(period: str) -> str:
    """The day on which a period begins: 2018-10-01 for ``2018-Q4``."""
    start = period.partition("..")[0]
    year, _, quarter = start.partition("-Q")
    return f"{year}-{3 * int(quarter) - 2:02}-01" if quarter else f"{start}-01-01"[:10]


def last_day(period: str) -> str:
    """No day of a period comes after this one, as text: 2018-12-31 for ``2018-Q4`` and for ``2017..2018``."""
    end = period.rpartition("..")[2]
    year, _, quarter = end.partition("-Q")
    return f"{year}-{3 * int(quarter):02}-31" if quarter else end + "-12-31"[len(end) - 4 :]


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdigit()


def ranges(years: Sequence[int]) -> str:
    """Years in words: 2008, 2011-2013."""
    runs: list[list[int]] = []
    for year in years:
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
