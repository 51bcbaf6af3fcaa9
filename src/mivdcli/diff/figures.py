"""Target, forecast or norm beside the actual; or the same figure in two years."""

from collections.abc import Iterable, Iterator, Set
from decimal import Decimal

from msgspec.structs import replace

from mivdcli.corpus import Corpus
from mivdcli.diff.findings import FigureFinding, FigureStatus
from mivdcli.diff.summary import Notes, joined, not_full
from mivdcli.items import FigureItem, figure_item
from mivdcli.kinds import Kind, Qualifier, Role
from mivdcli.model import Document, Series
from mivdcli.period import crosses, period_years

Bounds = tuple[Decimal | None, Decimal | None]
_ROLE_NL = {"target": "doel", "forecast": "verwachting", "norm": "norm", "actual": "uitkomst"}
_EXACT = {Qualifier.EXACT}
_FROM_BELOW = {Qualifier.AT_LEAST, Qualifier.MORE_THAN}
_FROM_ABOVE = {Qualifier.AT_MOST, Qualifier.LESS_THAN, Qualifier.ALMOST}
_OPEN = {Qualifier.MORE_THAN, Qualifier.LESS_THAN}
"""Those that do not hold the printed value itself: exactly 80 is not "more than 80"."""
_PROMISES = {Qualifier.EXACT, Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.AT_MOST, Qualifier.LESS_THAN}
"""What a target must be worded as for a verdict: "almost 80" says neither that more is too much nor that less is too little."""


def compare_figures(corpus: Corpus, left: Document, right: Document) -> list[FigureFinding]:
    """A finding for each figure of either side; the same series, dimensions and (for a plan) period make a pair.

    One series counts one thing by one body, so figures of different bodies never meet. Nothing is subtracted across a
    break, between two periods, or where a side has no value.
    """
    ours = [figure_item(corpus, left, figure) for figure in left.figures]
    theirs = [figure_item(corpus, right, figure) for figure in right.figures]
    compared = _year_over_year if left.kind is right.kind else _plan_and_report
    found = compared(corpus, (left, right), ours, theirs)
    return list(found if left.id == right.id else _second_hand(found, left, right))


def _second_hand(findings: Iterable[FigureFinding], left: Document, right: Document) -> Iterator[FigureFinding]:
    """A figure of a document that is not described in full comes with a word on that, whatever it is compared with."""
    ours, theirs = not_full(left), not_full(right)
    for one in findings:
        notes = (one.note_nl, one.note_en) if one.note_nl and one.note_en else None
        told = joined(notes, ours if one.left_ref else None, theirs if one.right_ref else None)
        yield replace(one, note_nl=told[0], note_en=told[1]) if told and told != notes else one


def in_no_finding(corpus: Corpus, document: Document, other: Document, themes: Set[str] | None = None) -> int:
    """How many figures of a document are compared with nothing: a plan's outcomes, a report's own norms and targets."""
    if document.kind is other.kind:
        return 0
    outcome = document.kind is Kind.PLAN
    aside = [figure for figure in document.figures if (figure.role is Role.ACTUAL) is outcome]
    return sum(1 for figure in aside if themes is None or themes & {*corpus.series[figure.series].themes})


def _plan_and_report(
    corpus: Corpus, pair: tuple[Document, Document], ours: list[FigureItem], theirs: list[FigureItem]
) -> Iterator[FigureFinding]:
    promised = [item for item in ours if item.role != Role.ACTUAL.value]
    actuals = [item for item in theirs if item.role == Role.ACTUAL.value]
    answered: set[int] = set()
    for target in promised:
        same = [index for index, item in enumerate(actuals) if _same_quantity(target, item)]
        fitting = [index for index in same if actuals[index].period == target.period]
        answered.update(same)
        if fitting:
            actual = actuals[fitting[0]]
            yield _finding(corpus, _verdict(target, actual), target, actual, difference=_difference(target, actual))
        elif same:
            actual = actuals[same[0]]
            crossed = _crossed_break(corpus.series[target.series], target, actual)
            yield _finding(corpus, FigureStatus.NOT_COMPARABLE, target, actual, notes=crossed or _other_period(target, actual))
        else:
            notes = _no_outcome(target, theirs, pair[1]) or _other_body(target, actuals)
            yield _one_sided(corpus, FigureStatus.NO_ACTUAL, target, None, pair[1], notes=notes)
    for index, actual in enumerate(actuals):
        if index not in answered:
            yield _one_sided(corpus, FigureStatus.NO_TARGET, None, actual, pair[0])


def _year_over_year(
    corpus: Corpus, pair: tuple[Document, Document], ours: list[FigureItem], theirs: list[FigureItem]
) -> Iterator[FigureFinding]:
    pairs = _pairs(ours, theirs)
    for index, old in enumerate(ours):
        new = pairs.get(index)
        if new is None:
            yield _one_sided(corpus, FigureStatus.ONLY_LEFT, old, None, pair[1])
        elif reason := _crossed_break(corpus.series[old.series], old, new) or _unlike_periods(old, new):
            yield _finding(corpus, FigureStatus.NOT_COMPARABLE, old, new, notes=reason)
        else:
            same = (old.value, old.qualifier) == (new.value, new.qualifier)
            status = FigureStatus.SAME if same else FigureStatus.CHANGED
            yield _finding(corpus, status, old, new, difference=_difference(old, new))
    taken = {id(new) for new in pairs.values()}
    for new in theirs:
        if id(new) not in taken:
            yield _one_sided(corpus, FigureStatus.ONLY_RIGHT, None, new, pair[0])


def _pairs(ours: list[FigureItem], theirs: list[FigureItem]) -> dict[int, FigureItem]:
    """Which figure on the right belongs to each on the left: of the same place in time, else of the same period, else any."""
    found: dict[int, FigureItem] = {}
    left_over = list(theirs)
    for fits in (lambda a, b: _place_in_time(a) == _place_in_time(b), lambda a, b: a.period == b.period, lambda _, __: True):
        for index, old in enumerate(ours):
            if index in found:
                continue
            alike = (new for new in left_over if _same_quantity(old, new) and old.role == new.role and fits(old, new))
            if (new := next(alike, None)) is not None:
                found[index] = new
                left_over = [item for item in left_over if item is not new]
    return found


def _place_in_time(item: FigureItem) -> tuple[int, str]:
    """Where the period lies as seen from the year of its document: last year's figure is compared with last year's."""
    return int(item.period[:4]) - (item.year or 0), item.period[4:]


def _same_quantity(one: FigureItem, other: FigureItem) -> bool:
    return one.series == other.series and one.dimensions == other.dimensions


def _verdict(target: FigureItem, actual: FigureItem) -> FigureStatus:
    """``met`` or ``missed`` only where the wording of both leaves no doubt; a forecast is never either."""
    asked = Qualifier(target.qualifier)
    if target.role == Role.FORECAST.value or target.value is None or asked not in _PROMISES:
        return FigureStatus.COMPARED
    low, high = _bounds(actual)
    goal = Decimal(target.value)
    if asked in _FROM_ABOVE:
        low, high = (None if high is None else -high), (None if low is None else -low)
        goal = -goal
    beyond, within = asked in _OPEN, Qualifier(actual.qualifier) in _OPEN
    if low is not None and (low > goal or (low == goal and (within or not beyond))):
        return FigureStatus.MET
    if high is not None and (high < goal or (high == goal and (within or beyond))):
        return FigureStatus.MISSED
    return FigureStatus.COMPARED


def _bounds(item: FigureItem) -> Bounds:
    """Between which values the figure lies for certain; None where its wording sets no bound."""
    if item.value is None:
        return None, None
    value = Decimal(item.value)
    qualifier = Qualifier(item.qualifier)
    low = value if qualifier in _EXACT | _FROM_BELOW else None
    high = value if qualifier in _EXACT | _FROM_ABOVE else None
    return low, high


def _difference(left: FigureItem, right: FigureItem) -> int | Decimal | None:
    if left.value is None or right.value is None:
        return None
    return right.value - left.value


def _other_period(target: FigureItem, actual: FigureItem) -> Notes:
    return (
        f"andere periode: {target.period} tegenover {actual.period}; niet vergeleken",
        f"different periods: {target.period} against {actual.period}; not compared",
    )


def _unlike_periods(old: FigureItem, new: FigureItem) -> Notes | None:
    """A quarter is not subtracted from a year, nor the year before last from last year."""
    if _shape(old.period) == _shape(new.period):
        alike = old.period == new.period or _place_in_time(old) == _place_in_time(new)
        return None if alike else _other_period(old, new)
    return (
        f"perioden van verschillende lengte: {old.period} tegenover {new.period}; niet vergeleken",
        f"periods of different length: {old.period} against {new.period}; not compared",
    )


def _shape(period: str) -> str:
    """``2024-Q1..2024-Q2`` as the form of a period, whatever its digits; a span counts its years."""
    first, last = period_years(period)
    return "".join("0" if character.isdigit() else character for character in period) + str(last - first)


def _no_outcome(target: FigureItem, theirs: list[FigureItem], report: Document) -> Notes | None:
    """Why a number that the report does print is no answer: it is a norm or an expectation there too."""
    item = next((item for item in theirs if _same_quantity(target, item)), None)
    if item is None:
        return None
    return (
        f"{report.id} geeft er een {_ROLE_NL[item.role]} voor ({item.printed or item.value}), geen uitkomst",
        f"{report.id} gives a {item.role} for it ({item.printed or item.value}), not an outcome",
    )


def _other_body(target: FigureItem, actuals: list[FigureItem]) -> Notes | None:
    """Why a figure of the same topic does not answer: somebody else's work is counted there."""
    others = [item for item in actuals if item.topic == target.topic and item.unit == target.unit and item.body != target.body]
    if not others:
        return None
    named = ", ".join(dict.fromkeys(f"{item.series} ({item.body})" for item in others))
    return (
        f"{target.series} telt werk van {target.body}; niet vergeleken met {named}",
        f"{target.series} counts the work of {target.body}; not compared with {named}",
    )


def _crossed_break(series: Series, one: FigureItem, other: FigureItem) -> Notes | None:
    """In either order; a break within the later period counts, because part of that period lies behind it."""
    for moment in series.breaks if one.period != other.period else ():
        if crosses(moment.at, one.period, other.period):
            return f"telt anders vanaf {moment.at}: {moment.note_nl}", f"counted differently from {moment.at}: {moment.note_en}"
    return None


def _one_sided(
    corpus: Corpus,
    status: FigureStatus,
    left: FigureItem | None,
    right: FigureItem | None,
    silent: Document,
    notes: Notes | None = None,
) -> FigureFinding:
    """The other document prints no such figure; only one that is described in full can be said to be silent."""
    known = not_full(silent)
    if known is None:
        return _finding(corpus, status, left, right, notes=notes or (None, None))
    silence = (
        f"dat er niets is om naast dit cijfer te leggen, zegt niets over {silent.id} zelf",
        f"that there is nothing to set beside this figure says nothing about {silent.id} itself",
    )
    found = joined(notes, known, silence)
    return _finding(corpus, FigureStatus.NOT_COMPARABLE, left, right, notes=found or (None, None))


def _percent(left: FigureItem | None, right: FigureItem | None, difference: int | Decimal | None) -> Decimal | None:
    """A percentage suggests precision, so both numbers must be exact; a share in per cent has no further per cent."""
    if left is None or right is None or not difference or not left.value or left.unit == "percent":
        return None
    if {left.qualifier, right.qualifier} != {Qualifier.EXACT.value}:
        return None
    return (100 * Decimal(difference) / Decimal(left.value)).quantize(Decimal("0.1"))


def _finding(
    corpus: Corpus,
    status: FigureStatus,
    left: FigureItem | None,
    right: FigureItem | None,
    *,
    difference: int | Decimal | None = None,
    notes: tuple[str | None, str | None] = (None, None),
) -> FigureFinding:
    either = left or right
    assert either is not None
    return FigureFinding(
        series=either.series,
        label_nl=either.label_nl,
        label_en=either.label_en,
        dimensions=either.dimensions,
        unit=either.unit,
        body=either.body,
        status=status.value,
        left_period=left.period if left else None,
        left_role=left.role if left else None,
        left_value=left.value if left else None,
        left_printed=left.printed if left else None,
        left_qualifier=left.qualifier if left else None,
        left_ref=left.ref if left else None,
        right_period=right.period if right else None,
        right_role=right.role if right else None,
        right_value=right.value if right else None,
        right_printed=right.printed if right else None,
        right_qualifier=right.qualifier if right else None,
        right_ref=right.ref if right else None,
        difference=difference,
        note_nl=notes[0],
        note_en=notes[1],
        themes=corpus.series[either.series].themes,
        change_percent=_percent(left, right, difference),
        left_source=left.source if left else None,
        left_official=left.official if left else None,
        left_note_nl=left.note_nl if left else None,
        left_note_en=left.note_en if left else None,
        right_source=right.source if right else None,
        right_official=right.official if right else None,
        right_note_nl=right.note_nl if right else None,
        right_note_en=right.note_en if right else None,
    )
