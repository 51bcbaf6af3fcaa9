"""``cite``"""

from collections.abc import Sequence

from mivdcli.cite import CiteItem, cite_dataset
from mivdcli.cite import cite as find
from mivdcli.errors import UnknownId
from mivdcli.library.answer import Answer
from mivdcli.library.bundle import Bundle
from mivdcli.render.views.cite import STYLES, view


def cite(bundle: Bundle, names: Sequence[str], style: str | None, *, dataset: bool) -> Answer[CiteItem]:
    if style is not None and style not in STYLES:
        raise UnknownId("style", style, list(STYLES), hint="styles: " + ", ".join(STYLES))
    items = [*find(bundle.corpus, names), *([cite_dataset()] if dataset else [])]
    return Answer(items, view(items, {"names": list(names), "style": style, "dataset": dataset}, style), bundle)
