"""Dates that exist and spans that run forward."""

from collections.abc import Iterator
from datetime import date

from mivdcli.errors import Problem


def day_problem(day: str, file: str, path: str) -> Iterator[Problem]:
    """A day, month or year of the calendar; the schema has checked the form already."""
    parts = [int(part) for part in day.split("-")]
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError:
        yield Problem("date", file, path, f"{day} is no date", "a date that exists")


def period_problem(period: str, file: str, path: str) -> Iterator[Problem]:
    first, _, last = period.partition("..")
    for part in filter(None, (first, last)):
        if "Q" not in part:
            yield from day_problem(part, file, path)
    if last and last < first:
        yield Problem("date", file, path, f"{period} runs backwards", f"{last}..{first}")
