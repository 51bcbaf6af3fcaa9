"""What holds for the answer of every command: its schema, its rows, and the same bytes wherever it goes."""

import csv
import io
import json
import os
import pty
import sys
import threading
import tty
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from mivdcli.cli import run
from mivdcli.cli.answer import FORMATS
from mivdcli.schemas import names, schema_of
from tests.cli.commands import ANSWERS, NO_JSON, Asked, leaves
from tests.cli.conftest import Filled
from tests.conftest import Command

Schema = dict[str, Any]
FIRST = [next(asked for asked in ANSWERS if asked.command == name) for name in dict.fromkeys(a.command for a in ANSWERS)]
"""One question for each command."""
FILLED = [
    next(asked for asked in ANSWERS if asked.schema == name and (asked.code in (0, 4)) is (name != "check"))
    for name in dict.fromkeys(asked.schema for asked in ANSWERS)
]
"""One question for each schema, with rows in its answer where there can be any."""


def named(asked: Asked) -> str:
    return " ".join(asked.arguments)


def test_every_command_is_asked_something() -> None:
    """A new command needs a line in commands.py, or the promises below are not tested for it."""
    assert {asked.command for asked in ANSWERS} | NO_JSON == set(leaves())
    assert {asked.schema for asked in ANSWERS} | {"error"} == set(names())


def closed(node: Any) -> Any:
    """The schema without room for keys that it does not name: readers must allow for new keys, we must describe them."""
    if isinstance(node, list):
        return [closed(one) for one in node]
    if not isinstance(node, dict):
        return node
    inner = {key: closed(value) for key, value in node.items()}
    shut = isinstance(node.get("properties"), dict) and "type" in node and "CslEntry" not in str(node.get("title"))
    return {**inner, "additionalProperties": False} if shut and "required" in node else inner


def strict(schema: Schema) -> Schema:
    tight: Schema = closed(schema)
    if "CslEntry" in tight["$defs"]:
        del tight["$defs"]["CslEntry"]["additionalProperties"]  # the schema of CSL-JSON says the rest
    return tight


def row_of(name: str) -> Schema:
    defs = schema_of(name)["$defs"]
    row: Schema = defs[defs["row"]["$ref"].rpartition("/")[2]] if "$ref" in defs["row"] else defs["row"]
    return row


def errors(schema: Schema, data: Any) -> list[str]:
    return [f"{one.json_path}: {one.message[:200]}" for one in jsonschema.Draft202012Validator(schema).iter_errors(data)]


@pytest.mark.parametrize("asked", ANSWERS, ids=named)
def test_the_answer_is_of_the_published_schema(mivd: Command, filled: Filled, asked: Asked) -> None:
    """Every key that is there is described, and every key that is described is there."""
    arguments = filled(asked.arguments)
    envelope = json.loads(mivd(*arguments, "--format", "json", code=asked.code).out)
    assert envelope["schema"] == f"mivd/{asked.schema}/1"
    schema = strict(schema_of(asked.schema))
    assert errors(schema, envelope) == []
    rows = [json.loads(line) for line in mivd(*arguments, "--format", "jsonl", code=asked.code).out.splitlines()]
    of_row = {"$ref": f"#/$defs/{'summary_row' if '--summary' in asked.arguments else 'row'}", "$defs": schema["$defs"]}
    assert [error for row in rows for error in errors(of_row, row)] == []
    if "diff" not in asked.arguments:
        assert rows == envelope["items"]


@pytest.mark.parametrize("asked", FILLED, ids=named)
def test_the_columns_are_the_keys_of_a_row_in_the_order_of_the_schema(mivd: Command, filled: Filled, asked: Asked) -> None:
    row = row_of(asked.schema)
    shown = [key for key in row["properties"] if key in row["required"] or "--quote" in asked.arguments]
    arguments = filled(asked.arguments)
    assert mivd(*arguments, "--format", "tsv").out.split("\n")[0].split("\t") == shown
    assert next(csv.reader(io.StringIO(mivd(*arguments, "--format", "csv").out))) == shown


@pytest.mark.parametrize("asked", FIRST, ids=named)
def test_a_narrowed_answer_is_of_the_narrowed_schema(mivd: Command, filled: Filled, asked: Asked) -> None:
    fields = ",".join(row_of(asked.schema)["required"][2::-2])
    narrow = json.loads(mivd("schema", asked.schema, "--fields", fields, code=0).out)
    envelope = json.loads(mivd(*filled(asked.arguments), "--format", "json", "--fields", fields, code=asked.code).out)
    assert errors(strict(narrow), envelope) == []


def mutations(node: Any) -> Iterator[tuple[str, Any]]:
    """The answer with one key taken away, or with a value of a type that no key has, for every key at every depth."""
    if isinstance(node, dict):
        for key in node:
            rest = {other: value for other, value in node.items() if other != key}
            yield f"without {key}", rest
            yield f"wrong {key}", {**node, key: [[]]}
            yield from ((f"{key}: {what}", {**node, key: changed}) for what, changed in mutations(node[key]))
    if isinstance(node, list) and node:
        yield from ((f"0: {what}", [changed, *node[1:]]) for what, changed in mutations(node[0]))


def fixed(path: str, asked: Asked) -> bool:
    """Whether a schema names that key: not those of a query, of a dictionary with free keys, of CSL, or of --quote."""
    free = (
        "query: ",
        "dimensions: ",
        "summary: commitments: ",
        "summary: themes: ",
        "summary: figures: ",
        "summary: passages: ",
        "summary: only_setting: ",
    )
    inner = any(f"{where}without" in path for where in free) or path.startswith("query: ")
    return (
        not inner and "csl: 0: " not in path and not ("--quote" in asked.arguments and path.endswith(("quote", "difference")))
    )


@pytest.mark.parametrize("asked", FILLED, ids=named)
def test_a_schema_notices_every_missing_and_every_wrongly_typed_key(mivd: Command, filled: Filled, asked: Asked) -> None:
    """The published schema, not the closed one: a validator that passes everything would be worth nothing."""
    envelope = json.loads(mivd(*filled(asked.arguments), "--format", "json").out)
    for key, value in envelope.items():
        if isinstance(value, list) and key != "warnings":
            envelope[key] = value[:1]
    validator = jsonschema.Draft202012Validator(schema_of(asked.schema))
    assert validator.is_valid(envelope)
    tried = [(path, changed) for path, changed in mutations(deepcopy(envelope)) if fixed(path, asked)]
    assert len(tried) > 20
    assert [path for path, changed in tried if validator.is_valid(changed)] == []


def on_a_terminal(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> bytes:
    """What a command of this process writes to a pseudo-terminal that changes no line ends."""
    ours, theirs = pty.openpty()
    tty.setraw(theirs)
    pieces: list[bytes] = []
    reader = threading.Thread(target=_drain, args=(ours, pieces))
    reader.start()
    with monkeypatch.context() as patch, os.fdopen(theirs, "w", encoding="utf-8") as screen:
        patch.setattr(sys, "stdout", screen)
        patch.setattr(sys, "stderr", io.StringIO())
        run(arguments)
    reader.join()
    os.close(ours)
    return b"".join(pieces)


def _drain(ours: int, pieces: list[bytes]) -> None:
    try:
        while piece := os.read(ours, 65536):
            pieces.append(piece)
    except OSError:  # the other end is closed
        pass


@pytest.mark.parametrize("asked", [asked for asked in FIRST if asked.command != "source add"], ids=named)
def test_a_chosen_format_is_the_same_on_a_terminal_in_a_pipe_and_in_a_file(
    mivd: Command, filled: Filled, asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = filled(asked.arguments)
    path = tmp_path / "answer"
    for format in FORMATS:
        chosen = [*arguments, "--format", format]
        piped = mivd(*chosen, code=asked.code).out
        assert mivd(*chosen, "--output", path, code=asked.code).out == ""
        assert path.read_bytes().decode() == piped
        assert on_a_terminal(chosen, monkeypatch).decode() == piped
