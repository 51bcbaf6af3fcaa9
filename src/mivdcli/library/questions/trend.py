"""``trend``"""

from collections.abc import Sequence

from mivdcli.errors import UnknownId, UsageError
from mivdcli.library.answer import Answer
from mivdcli.library.bundle import Bundle
from mivdcli.library.given import spelt
from mivdcli.render.views.trend import PLOTS, view
from mivdcli.trend import TrendItem
from mivdcli.trend import trend as find


def trend(bundle: Bundle, names: Sequence[str], year: int | str | None, *, across_breaks: bool, plot: str) -> Answer[TrendItem]:
    if plot not in PLOTS:
        raise UnknownId("plot", plot, PLOTS, hint="choices: " + ", ".join(PLOTS))
    if not names:
        raise UsageError("no series to follow", hint="for instance: mivd trend taps")
    found = find(bundle.corpus, names, years=spelt(year), across_breaks=across_breaks)
    warnings = [f"not shown: {', '.join(found.left_out)}; mivd trend SERIES shows one"] if found.left_out else []
    if not found.items:
        warnings.append("no figure is known; that is silence of the documents described here, not a zero")
    query = {"names": list(names), "year": spelt(year), "across_breaks": across_breaks}
    return Answer(found.items, view(found, query, tuple(warnings), bundle.corpus, plot), bundle)
