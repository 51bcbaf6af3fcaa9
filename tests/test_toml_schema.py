"""The schemas that editors use say the same as the model. ``--update`` writes them anew."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from mivdcli.corpus import FOLDERS, bundled_folder, read_toml
from mivdcli.toml_schema import FILES, toml_schema
from tests import small

SCHEMAS = Path(__file__).resolve().parents[1] / "docs" / "schemas"


@pytest.mark.parametrize("name", FILES)
def test_the_published_schema_is_that_of_the_model(name: str, request: pytest.FixtureRequest) -> None:
    path = SCHEMAS / f"{name}.schema.json"
    text = json.dumps(toml_schema(name), indent=2) + "\n"
    if request.config.getoption("--update"):
        small.put(path, text)
    assert path.read_text(encoding="utf-8") == text


def files_of(name: str) -> list[Path]:
    folder = bundled_folder()
    if name == "document":
        return [path for kind in FOLDERS for path in sorted((folder / kind).glob("*.toml"))]
    return sorted((folder / "links").glob("*.toml")) if name == "links" else [folder / f"{name}.toml"]


def validated(name: str, data: Any) -> list[str]:
    """What an independent validator says; decimals become floats, which is what an editor sees."""
    plain = json.loads(json.dumps(data, default=float))
    return [error.message for error in jsonschema.Draft202012Validator(toml_schema(name)).iter_errors(plain)]


@pytest.mark.parametrize("name", FILES)
def test_every_bundled_file_satisfies_its_schema(name: str) -> None:
    files = files_of(name)
    assert files
    for path in files:
        assert validated(name, read_toml(path, path.name)) == [], path.name


def test_a_misspelt_key_and_a_wrong_choice_do_not(folder: Path) -> None:
    data = small.plan()
    data["coverage"] = "total"
    data["passages"][0]["thems"] = data["passages"][0].pop("themes")
    assert len(validated("document", data)) >= 2
