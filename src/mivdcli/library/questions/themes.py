"""``themes``"""

from mivdcli.items import ThemeItem
from mivdcli.library.answer import Answer
from mivdcli.library.bundle import Bundle
from mivdcli.library.given import spelt
from mivdcli.render.views.themes import view
from mivdcli.themes import left_out, list_themes, unseen


def themes(bundle: Bundle, about: int | str | None) -> Answer[ThemeItem]:
    named = spelt(about)
    others = left_out(bundle.corpus, named)
    warnings = tuple(f"{id} (not what plan or report says) is left out: mivd themes {id}" for id in others)
    items = list_themes(bundle.corpus, named)
    return Answer(items, view(items, named, (*warnings, *unseen(bundle.corpus, named))), bundle)
