"""The two doors lead into one room: a call and the command of its name never say different things."""

import json
import shlex
from pathlib import Path
from typing import Any

import msgspec
import pytest

import mivdcli
from mivdcli import Answer, Bundle
from mivdcli.cli.lazy import COMMANDS
from tests import small
from tests.conftest import Command
from tests.library.questions import PAIRS, Pair

NO_CALL = {"completion", "config", "schema", "export", "replay", "draft", "help", "source"}
"""``export`` and ``source`` write (their calls are tested below), the others are about the command line itself."""


@pytest.fixture
def bundle(tmp_path: Path) -> Bundle:
    """With a folder for the official texts that nobody else uses, like that of the ``mivd`` fixture."""
    return mivdcli.load(sources=tmp_path / "sources")


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.command)
def test_a_call_answers_what_the_command_answers(mivd: Command, bundle: Bundle, pair: Pair) -> None:
    """Keys, values, query, warnings and bytes: everything but what only the command line knows."""
    words = shlex.split(pair.command)
    answer = pair.call(bundle)
    envelope = json.loads(mivd(*words, "--format", "json").out)
    given = answer.to_dict()
    if words[0] == "verify":
        assert envelope["query"].pop("strict") is False  # only an exit code depends on it
    assert given == envelope
    lines = mivd(*words, "--format", "jsonl").out
    assert answer.to_jsonl() == lines
    assert answer.to_records() == [json.loads(line) for line in lines.splitlines()]
    assert answer.to_csv() == mivd(*words, "--format", "csv").out
    assert answer.to_markdown() == mivd(*words, "--format", "md").out
    assert answer.to_html() == mivd(*words, "--format", "html").out


def test_every_listing_command_is_in_the_table() -> None:
    asked = {shlex.split(pair.command)[0] for pair in PAIRS}
    assert asked >= set(COMMANDS) - NO_CALL


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.command)
def test_an_item_holds_what_its_record_says(bundle: Bundle, pair: Pair) -> None:
    """The typed door and the plain one: an attribute is the value of the key of its name."""
    answer = pair.call(bundle)
    records = answer.to_records()
    assert len(records) == len(answer) == len(list(answer))
    for item, record in zip(answer, records, strict=True):
        told: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(item))
        evidence = "evidence" in told  # to which a quotation may have been added
        assert {key: record[key] for key in told if not (evidence and key == "evidence")} == {
            key: value for key, value in told.items() if not (evidence and key == "evidence")
        }


@pytest.mark.parametrize(
    ("command", "call"),
    [
        ("themes 2042", lambda bundle: bundle.themes(2042)),
        ("figures uvos", lambda bundle: bundle.figures("uvos")),
        ("figures --year 20x0", lambda bundle: bundle.figures(year="20x0")),
        ("trend taps --plot pie", lambda bundle: bundle.trend("taps", plot="pie")),
        ("search ''", lambda bundle: bundle.search("")),
        ("search x --sort up", lambda bundle: bundle.search("x", sort="up")),
        ("show boats", lambda bundle: bundle.show("boats")),
        ("cite x --style mla", lambda bundle: bundle.cite("x", style="mla")),
        ("diff plan-2024", lambda bundle: bundle.diff("plan-2024")),
        ("diff 2024 --only nothing-such", lambda bundle: bundle.diff(2024, only="nothing-such")),
        ("gaps soon", lambda bundle: bundle.gaps("soon")),
    ],
)
def test_a_call_raises_what_the_command_says(mivd: Command, bundle: Bundle, command: str, call: Any) -> None:
    with pytest.raises(mivdcli.UsageError) as caught:
        call(bundle)
    said = json.loads(mivd(*shlex.split(command), "--format", "json", code=2).err if "--style" not in command else "null")
    if said is not None:
        assert (said["error"]["code"], said["error"]["message"]) == (caught.value.code, caught.value.message)


@pytest.mark.parametrize(
    "call",
    [
        lambda bundle: bundle.trend(),
        lambda bundle: bundle.search(),
        lambda bundle: bundle.search("x", limit=0),
        lambda bundle: bundle.search("x", context=21),
        lambda bundle: bundle.diff(2024, parts="nothing"),
        lambda bundle: bundle.verify(file="x"),
    ],
)
def test_what_the_command_line_refuses_by_itself_a_call_refuses_too(bundle: Bundle, call: Any) -> None:
    with pytest.raises(mivdcli.UsageError) as caught:
        call(bundle)
    assert caught.value.hint


def test_an_export_is_the_same_files(mivd: Command, bundle: Bundle, tmp_path: Path) -> None:
    mivd("export", tmp_path / "typed", "--format", "jsonl", code=0)
    items = bundle.export(tmp_path / "called", formats="jsonl")
    assert [item.path for item in items if item.path.startswith("jsonl/")]
    sums = [(tmp_path / name / "SHA256SUMS").read_text() for name in ("typed", "called")]
    assert sums[0] == sums[1]


def test_official_texts_are_quoted_through_both_doors(mivd: Command, folder: Path, tmp_path: Path) -> None:
    file = small.put(tmp_path / "plan.txt", small.as_text(small.OFFICIAL_PLAN))
    mivd("source", "add", "plan-2031", file, "--data", folder, code=0)
    bundle = mivdcli.load(folder, sources=tmp_path / "sources")
    answer = bundle.show("plan-2031:boats/1", quote=True)
    assert answer.quotes == {"plan-2031:boats/1": small.OFFICIAL_PLAN["boats/1"]}
    assert answer.to_json() == mivd("show", "plan-2031:boats/1", "--quote", "--data", folder, "--format", "json").out
    assert [item.document for item in bundle.sources()] == ["plan-2031"]
    hits = bundle.search("lighthouse", what="official")
    assert [hit.what for hit in hits] == ["official"]


def test_what_must_be_known_of_the_data_goes_with_every_answer(folder: Path) -> None:
    """The command line says it on stderr; a call has no stderr, and silence would hide it."""
    small.put(folder / "stray.toml", "")
    answer: Answer[Any] = mivdcli.load(folder).documents()
    assert any("stray.toml is not read" in notice for notice in answer.notices)
    assert "stray.toml is not read" in repr(answer)
    assert "stray.toml is not read" in answer._repr_html_()
