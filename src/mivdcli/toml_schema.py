"""JSON Schemas of the data files, made from the model, so that an editor can complete and check while somebody writes."""

from typing import Any

import msgspec

from mivdcli.model import Document, Glossary, Keywords, Links, Record, SeriesList, Themes

FILES: dict[str, type[Record]] = {
    "document": Document,
    "themes": Themes,
    "keywords": Keywords,
    "series": SeriesList,
    "glossary": Glossary,
    "links": Links,
}
"""Each kind of data file with the record that it holds."""


def toml_schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one kind of data file; a decimal is a number, as TOML writes it."""
    (schema,), definitions = msgspec.json.schema_components([FILES[name]], ref_template="#/$defs/{name}")
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"mivd data: {name}",
        **schema,
        "$defs": definitions,
    }
    plain: dict[str, Any] = _decimals_as_numbers(whole)
    return plain


def _decimals_as_numbers(node: Any) -> Any:
    """msgspec describes a decimal as JSON carries it, as text; in TOML it is a bare number."""
    if isinstance(node, dict):
        if node.get("format") == "decimal":
            return {"type": "number"}
        return {key: _decimals_as_numbers(value) for key, value in node.items()}
    return [_decimals_as_numbers(value) for value in node] if isinstance(node, list) else node
