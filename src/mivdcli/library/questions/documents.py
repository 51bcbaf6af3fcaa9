"""``documents``"""

from mivdcli.documents import list_documents
from mivdcli.items import DocumentItem
from mivdcli.library.answer import Answer
from mivdcli.library.bundle import Bundle
from mivdcli.render.views.documents import view


def documents(bundle: Bundle) -> Answer[DocumentItem]:
    items = list_documents(bundle.corpus)
    return Answer(items, view(items, ()), bundle)
