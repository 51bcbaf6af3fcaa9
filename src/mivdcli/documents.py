"""What is bundled, how completely, from which source."""

from mivdcli.corpus import Corpus
from mivdcli.items import DocumentItem, document_item


def list_documents(corpus: Corpus) -> list[DocumentItem]:
    """Every document that is known of, those whose content was not seen included, by kind and year."""
    return [document_item(document) for document in corpus.passing()]
