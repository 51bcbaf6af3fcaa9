"""The published JSON Schemas of the answers, as files beside this module: the promise that scripts are written against.

They are made by ``mivdcli.render.output_schema`` and kept as files, so that printing one loads nothing and a change of an
answer is seen as a change of a file.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from mivdcli.errors import UnknownId
from mivdcli.items import Item

FOLDER = Path(__file__).parent
ENDING = ".schema.json"


class SchemaItem(Item, frozen=True, kw_only=True):
    """One schema: its short name, what ``schema`` says in the envelopes that it is of, and which command prints those."""

    name: str
    schema: str
    title: str
    file: str


def list_schemas() -> list[SchemaItem]:
    return [
        SchemaItem(name=name, schema=schema["$id"], title=schema["title"], file=f"{name}{ENDING}")
        for name, schema in ((name, schema_of(name)) for name in names())
    ]


def names() -> Iterator[str]:
    yield from sorted(path.name.removesuffix(ENDING) for path in FOLDER.glob(f"*{ENDING}"))


def schema_of(name: str, fields: Sequence[str] = ()) -> dict[str, Any]:
    """The schema called ``search``, or ``mivd/search/1`` as envelopes call it; with ``fields``, of an answer narrowed to them.

    Raises UnknownId for a schema or a field that there is not.
    """
    from json import loads

    short = name.removeprefix("mivd/").removesuffix("/1")
    known = list(names())
    if short not in known:
        raise UnknownId("schema", name, known, hint="mivd schema lists them: " + ", ".join(known))
    found: dict[str, Any] = loads((FOLDER / f"{short}{ENDING}").read_text("utf-8"))
    return _narrowed(found, fields) if fields else found


def _narrowed(schema: dict[str, Any], fields: Sequence[str]) -> dict[str, Any]:
    """Of an envelope whose items are rows with only these fields: also where the whole answer is no list of items."""
    row = _row(schema)
    for field in fields:
        if field not in row:
            raise UnknownId("field", field, list(row), hint="fields: " + ", ".join(row))
    common = ("schema", "tool_version", "data_version", "query", "count", "warnings")
    told = {key: schema["properties"][key] for key in common}
    one = {"type": "object", "properties": {field: row[field] for field in fields}, "required": list(fields)}
    return {
        **schema,
        "title": f"{schema['title']} --fields {','.join(fields)}",
        "properties": {**told, "items": {"type": "array", "items": one}},
        "required": [*common, "items"],
    }


def _row(schema: dict[str, Any]) -> dict[str, Any]:
    """The keys of a row of JSON Lines, which are those of an item unless the schema says otherwise; none of an error."""
    rows = schema["$defs"].get("row", {})
    named = rows.get("$ref", "#/$defs/row").rpartition("/")[2]
    found: dict[str, Any] = schema["$defs"].get(named, {}).get("properties", {})
    return found
