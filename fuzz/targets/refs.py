"""Names of things, years and periods, as people and files write them."""

import re

import msgspec

from fuzz.oracle import Target, refusing
from fuzz.world import corpus
from mivdcli.model import Day, Id, Locator, Period, Ref
from mivdcli.period import crosses, first_day, is_year, last_day, period_years, year_span
from mivdcli.refs import InDocument, resolve

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def one(data: bytes) -> None:
    text = data.decode("utf-8", "surrogateescape")
    with refusing():
        found = resolve(corpus(), text)
        if isinstance(found, InDocument) and len(found.places) == 1:
            again = resolve(corpus(), found.places[0].ref)
            assert isinstance(again, InDocument)
            assert again.places == found.places
    with refusing():
        span = year_span(text)
        assert span is None or 0 <= span[0] <= span[1] <= 9999
    _forms(text)


def _forms(text: str) -> None:
    """A text that the data may hold as an id has no control character in it; a period has years and a first day."""
    for form in (Id, Locator, Ref, Day, Period):
        try:
            taken = msgspec.convert(text, form)
        except msgspec.ValidationError:
            continue
        assert not _CONTROL.search(taken), f"{form} takes {taken!r}"
        if form is Period:
            first, last = map(str, period_years(taken))
            assert crosses(taken, first, last) is crosses(taken, last, first)
            for day in (first_day(taken), last_day(taken)):
                assert len(day) == 10
                assert day.isascii()
            is_year(taken)


def seeds() -> list[bytes]:
    names = (
        "plan-2031:boats/1", "boats/1", "boats", "plan-2031", "patrols.total", "plan-2031.buy-boats", "report-2031:1.boats",
        "plan-2031:patrols.total", "2031", "2018..2031", "2024-Q1", "2024-10", "2024-10-01", "2018-Q4..2020", "~cyber/1",
        "2024\n", "x:", ":x", " plan-2031 ", "\u0662\u0660\u0662\u0664", "../../x", "/etc/hosts", "con", "a/b/c", "",
    )  # fmt: skip
    return [name.encode() for name in names]


TARGET = Target(one, seeds, ("plan-2031", ":", "/", "..", "-Q", "boats", "~", "\u0662"), 256)
