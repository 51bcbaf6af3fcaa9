"""The published schemas are those of the code, and they notice what they are there to notice. ``--update`` writes them anew."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from mivdcli.errors import UnknownId
from mivdcli.render.output_schema import NAMES, output_schema
from mivdcli.schemas import ENDING, FOLDER, list_schemas, names, schema_of
from tests import small

VIEWS = Path(__file__).resolve().parents[2] / "src" / "mivdcli" / "render" / "views"
WITHOUT_JSON = {"export"}
"""Its ``--format`` says what is written into the folder, so its own answer is never JSON."""


@pytest.mark.parametrize("name", NAMES)
def test_the_shipped_schema_is_that_of_the_code(name: str, request: pytest.FixtureRequest) -> None:
    path = FOLDER / f"{name}{ENDING}"
    text = json.dumps(output_schema(name), ensure_ascii=False, indent=2) + "\n"
    if request.config.getoption("--update"):
        small.put(path, text)
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_schema_is_a_valid_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema_of(name))


def test_no_schema_is_left_over_and_every_view_has_one() -> None:
    """A new command whose envelope nobody described would be a promise to nobody."""
    assert sorted(names()) == sorted(NAMES)
    views = {word for path in VIEWS.glob("*.py") for word in _names_in(path.read_text("utf-8"))}
    assert views - WITHOUT_JSON == set(NAMES) - {"error"}


def _names_in(source: str) -> set[str]:
    from re import findall

    return {found for line in findall(r"[( ]name=([^\n]*?),", source) for found in findall(r'"([a-z-]+)"', line)}


def objects(node: Any) -> list[dict[str, Any]]:
    """Every object with named keys in a schema."""
    if isinstance(node, dict):
        here = [node] if isinstance(node.get("properties"), dict) else []
        return here + [found for value in node.values() for found in objects(value)]
    return [found for value in node for found in objects(value)] if isinstance(node, list) else []


@pytest.mark.parametrize("name", NAMES)
def test_every_key_is_required_unless_it_must_be_asked_for(name: str) -> None:
    """A key that may be missing is a key that a script cannot rely on."""
    optional = {key for one in objects(schema_of(name)) for key in one["properties"] if key not in one["required"]}
    assert optional <= {"quote", "quote_note", "difference", "problems"}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_left_undescribed(name: str) -> None:
    """Only the query, which repeats the options, is any object; everything else says what it holds."""
    for one in objects(schema_of(name)):
        for key, said in one["properties"].items():
            open_object = said.get("type") == "object" and "additionalProperties" not in said
            assert (said and not open_object) or key == "query", (name, key)


def test_a_schema_is_found_by_the_name_that_an_envelope_gives_it() -> None:
    assert schema_of("mivd/search/1") == schema_of("search")
    assert [item.schema for item in list_schemas() if item.name == "search"] == ["mivd/search/1"]


def test_an_unknown_schema_or_field_names_those_there_are() -> None:
    with pytest.raises(UnknownId, match="serach"):
        schema_of("serach")
    with pytest.raises(UnknownId, match="perod"):
        schema_of("figures", ["perod"])
