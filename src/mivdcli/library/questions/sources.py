"""``sources`` and ``verify``: the official texts that are here, and what they say of the data."""

from pathlib import Path

from mivdcli.errors import UsageError
from mivdcli.library.answer import Answer
from mivdcli.library.bundle import Bundle
from mivdcli.render.views.source import view as source_view
from mivdcli.render.views.verify import summary, view
from mivdcli.sources.keep import SourceItem, list_sources
from mivdcli.sources.store import Store
from mivdcli.sources.verify import VerifyItem
from mivdcli.sources.verify import verify as find


def sources(bundle: Bundle) -> Answer[SourceItem]:
    store = bundle.store()
    items = list_sources(store)
    warnings = () if items else (f"no official text is here yet ({store.folder}); mivd source add DOC FILE adds one",)
    return Answer(items, source_view(items, {}, warnings), bundle)


def verify(bundle: Bundle, document: str | None, file: Path | None) -> Answer[VerifyItem]:
    if file is not None and document is None:
        raise UsageError(
            "--file needs to know of which document it is the text", hint="for instance: mivd verify plan-2024 --file FILE"
        )
    store = bundle.store() if file is None else Store(Path())
    items = find(bundle.corpus, document, store, file)
    query = {"document": document, "file": str(file) if file else None}
    return Answer(items, view(items, query, tuple(summary(items))), bundle)
