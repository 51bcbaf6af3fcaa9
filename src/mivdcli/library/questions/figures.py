"""``figures``"""

from collections.abc import Iterable

from mivdcli.figures import conflicts as find_conflicts
from mivdcli.figures import list_figures, list_topics
from mivdcli.items import FigureItem
from mivdcli.library.answer import Answer
from mivdcli.library.bundle import Bundle
from mivdcli.library.given import several, spelt
from mivdcli.render.views.figures import overview, view

SILENCE = "no such figure is known; that is silence of the documents described here, not a zero"
NO_CONFLICT = "no two of the documents described here give the same quantity differently; others may"


def figures(
    bundle: Bundle,
    about: str | None,
    year: int | str | None,
    documents: str | Iterable[str],
    bodies: str | Iterable[str],
    roles: str | Iterable[str],
    *,
    conflicts: bool,
    wide: bool,
) -> Answer[FigureItem]:
    years, named, whose, what = spelt(year), several(documents), several(bodies), several(roles)
    query = {"about": about, "year": years, "doc": named, "body": whose, "role": what, "conflicts": conflicts}
    corpus = bundle.corpus
    items = list_figures(corpus, about, years=years, documents=named, bodies=whose, roles=what)
    if not any(query.values()) and not wide:
        return Answer(items, overview(items, list_topics(items), query), bundle)
    found = find_conflicts(items) if conflicts else items
    warnings = () if found else (NO_CONFLICT if conflicts else SILENCE,)
    return Answer(found, view(found, query, warnings, series=corpus.series if wide else {}), bundle)
