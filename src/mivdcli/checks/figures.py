"""Rules for series and figures: a wrong number is the worst bug there is."""

import re
from collections.abc import Iterator

from mivdcli.checks.dates import period_problem
from mivdcli.checks.documents import both_languages, check_themes
from mivdcli.checks.scope import Scope
from mivdcli.errors import Problem
from mivdcli.kinds import Kind, Qualifier, SourceKind
from mivdcli.model import Document, Figure, Series
from mivdcli.parse import repeated

_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
SAYS_WHY = {Qualifier.DASH, Qualifier.EMPTY, Qualifier.WITHHELD, Qualifier.ORDER_OF_MAGNITUDE}
"""The qualifiers that explain why there is no value."""


def check_series(scope: Scope) -> Iterator[Problem]:
    yield from repeated([series.id for series in scope.series], "series", "series.toml")
    for index, series in enumerate(scope.series):
        path = f"series[{index}]"
        yield from check_themes(scope, series.themes, "series.toml", path)
        if not series.id.startswith(f"{series.topic}."):
            yield Problem("series", "series.toml", f"{path}.id", series.id, f"{series.topic}.<name>")
        for number, dimension in enumerate(series.dimensions):
            ids = [value.id for value in dimension.values]
            yield from repeated(ids, f"{path}.dimensions[{number}].values", "series.toml")
        for moment in series.breaks:
            yield from period_problem(moment.at, "series.toml", f"{path}.breaks")


def check_figures(scope: Scope) -> Iterator[Problem]:
    for file, document in scope.documents:
        for index, figure in enumerate(document.figures):
            path = f"figures[{index}]"
            yield from _value(figure, file, path)
            yield from _origin(document, figure, file, path)
            yield from both_languages(figure, "note", file, path)
            yield from period_problem(figure.period, file, f"{path}.period")
            series = scope.known_series.get(figure.series)
            if series is None:
                yield Problem("unknown-series", file, f"{path}.series", figure.series, "an id of series.toml")
            else:
                yield from _dimensions(series, figure, file, path)


def _value(figure: Figure, file: str, path: str) -> Iterator[Problem]:
    if (figure.value is None) is not (figure.qualifier in SAYS_WHY):
        message = f"value {figure.value} with qualifier {figure.qualifier}"
        yield Problem("value", file, path, message, "no value exactly where the qualifier says why there is none")
    if figure.printed and figure.value is not None:
        digits = [re.sub(r"\D", "", number) for number in _NUMBER.findall(figure.printed)]
        if digits and re.sub(r"\D", "", str(figure.value)) not in digits:
            yield Problem("value", file, path, f"printed {figure.printed!r} but value {figure.value}", "the same number")


def _origin(document: Document, figure: Figure, file: str, path: str) -> Iterator[Problem]:
    """A figure stands in a passage or comes from a source; a statistics page may be the source of all its figures."""
    if figure.locator is None and figure.source is None and not (document.kind is Kind.STATISTICS and document.urls):
        yield Problem("provenance", file, path, "neither locator nor source", "the place where it was read")
    if figure.source is not None and (figure.source.kind is SourceKind.OFFICIAL) is not figure.official:
        yield Problem("provenance", file, f"{path}.official", f"{figure.official} with a source of kind {figure.source.kind}")


def _dimensions(series: Series, figure: Figure, file: str, path: str) -> Iterator[Problem]:
    known = {dimension.id: {value.id for value in dimension.values} for dimension in series.dimensions}
    if set(figure.dimensions) != set(known):
        expected = ", ".join(known) or "none"
        yield Problem("dimensions", file, f"{path}.dimensions", f"{', '.join(figure.dimensions) or 'none'}", expected)
        return
    for name, value in figure.dimensions.items():
        if value not in known[name]:
            yield Problem("dimensions", file, f"{path}.dimensions.{name}", value, "one of " + ", ".join(sorted(known[name])))
