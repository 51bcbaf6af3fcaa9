"""``show``"""

from mivdcli.items import PassageItem
from mivdcli.library.answer import Answer
from mivdcli.library.bundle import Bundle
from mivdcli.render.views.show import view
from mivdcli.show import SeriesItem
from mivdcli.show import show as find


def show(bundle: Bundle, name: str, *, quote: bool) -> Answer[PassageItem | SeriesItem]:
    items = find(bundle.corpus, name)
    warnings = []
    if name in bundle.corpus.entries:
        document = bundle.corpus.document(name)
        if document.coverage != "full":
            warnings.append(f"{name}: {document.scope_en}")
    quotes = _quotes(bundle, [item.ref for item in items if isinstance(item, PassageItem)]) if quote else None
    if quotes is not None:
        warnings += dict.fromkeys(note for text, note in quotes.values() if text is None)
    return Answer(items, view(items, name, tuple(warnings), quotes), bundle, quotes)


def _quotes(bundle: Bundle, refs: list[str]) -> dict[str, tuple[str | None, str]]:
    from mivdcli.library.official import quotes_of

    return quotes_of(bundle, refs)
