"""The bulk form of OpenSearch and Elasticsearch: an action and a record in turn, a line each."""

from collections.abc import Iterator
from json import dumps
from typing import Any

from msgspec import to_builtins

from mivdcli.corpus import Corpus, places
from mivdcli.export.tables import figure_id
from mivdcli.items import figure_item, passage_item

INDEX = "mivd-{}"
_DUTCH, _ENGLISH = ({"type": "text", "analyzer": analyzer} for analyzer in ("dutch", "english"))
MAPPINGS: dict[str, Any] = {
    "dynamic_templates": [
        {"dutch": {"match": "*_nl", "match_mapping_type": "string", "mapping": _DUTCH}},
        {"english": {"match": "*_en", "match_mapping_type": "string", "mapping": _ENGLISH}},
        {"ids": {"match_mapping_type": "string", "mapping": {"type": "keyword", "ignore_above": 8191}}},
    ],
    "properties": {"value": {"type": "keyword", "fields": {"number": {"type": "double"}}}},
}
"""Texts by their language, everything else as it stands; ``value`` exactly, and as a number to sort by."""


def passages(corpus: Corpus) -> Iterator[str]:
    """Every passage as ``mivd show`` gives it; the ref is the id, so that loading twice changes nothing."""
    for document in corpus.passing():
        for place in places(document):
            item = to_builtins(passage_item(corpus, place))
            item["figures"] = [one["series"] for one in item["figures"]]
            item["commitments"] = [one["commitment"] for one in item["commitments"]]
            yield _bulk("passages", place.ref, item)


def figures(corpus: Corpus) -> Iterator[str]:
    for document in corpus.passing():
        for at, figure in enumerate(document.figures, 1):
            item = to_builtins(figure_item(corpus, document, figure))
            value = item["value"]
            yield _bulk("figures", figure_id(document, at), item | {"value": None if value is None else str(value)})


def _bulk(index: str, id: str, item: dict[str, Any]) -> str:
    action = {"index": {"_index": INDEX.format(index), "_id": id}}
    return f"{dumps(action, ensure_ascii=False)}\n{dumps(item, ensure_ascii=False)}\n"


def settings() -> str:
    """For ``PUT /mivd-passages`` and ``PUT /mivd-figures``, before the first load."""
    return dumps({"mappings": MAPPINGS}, ensure_ascii=False, indent=2) + "\n"
