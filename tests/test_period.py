"""Periods as they stand in time, whatever they are written as."""

import pytest

from mivdcli.period import crosses, first_day, last_day, ranges


@pytest.mark.parametrize(
    ("moment", "one", "other", "crossed"),
    [
        ("2028-07-01", "2027", "2028", True), ("2028-07-01", "2028", "2029", True), ("2028-07-01", "2029", "2030", False),
        ("2028", "2027", "2028", True), ("2028", "2028", "2029", False), ("2028-Q3", "2028", "2029", True),
        ("2028-Q3", "2026", "2027", False), ("2028-Q1", "2028", "2029", False), ("2028-07..2029-06", "2028", "2029", True),
        # quarters, months and spans stand on the same line as days
        ("2028-10-01", "2028-Q1", "2029-Q1", True), ("2028-10-01", "2027-Q1", "2028-Q1", False),
        ("2028-10-01", "2027-Q4", "2028-Q4", True), ("2028-10-01", "2028-Q4", "2029-Q4", False),
        ("2028-03-15", "2027-03", "2028-03", True), ("2028-04-01", "2027-03", "2028-03", False),
        ("2028-03", "2025..2026", "2027..2028", True), ("2028-12-31", "2027", "2028", True), ("2029", "2027", "2028", False),
    ],
)  # fmt: skip
def test_a_break_spoils_the_period_it_falls_in_and_one_on_its_first_day_does_not(
    moment: str, one: str, other: str, crossed: bool
) -> None:
    assert crosses(moment, one, other) is crosses(moment, other, one) is crossed


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2018", "2018-01-01", "2018-12-31"),
        ("2018-Q4", "2018-10-01", "2018-12-31"),
        ("2018-02", "2018-02-01", "2018-02-31"),
        ("2018-02-03", "2018-02-03", "2018-02-03"),
        ("2017-Q2..2018-Q1", "2017-04-01", "2018-03-31"),
        ("2017..2018", "2017-01-01", "2018-12-31"),
    ],
)
def test_no_day_of_a_period_lies_outside_its_ends(period: str, first: str, last: str) -> None:
    """The last day of a month is only compared, so that every month may have 31."""
    assert (first_day(period), last_day(period)) == (first, last)


def test_years_are_told_as_runs() -> None:
    assert ranges([2002, 2008, 2009, 2011, 2012, 2013]) == "2002, 2008-2009, 2011-2013"
