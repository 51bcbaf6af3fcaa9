"""``source``, ``verify``, ``draft`` and ``show --quote`` as a user runs them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests import small
from tests.conftest import Command
from tests.sources.test_readers import PAPERS

VERIFY = ["ref", "kind", "status", "detail"]
SOURCE = """
    document version format origin added size sha256 publication_id passages found current path""".split()  # noqa: SIM905


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return small.put(tmp_path / "plan.txt", small.as_text(small.OFFICIAL_PLAN))


def test_add_list_verify_quote_and_remove(mivd: Command, folder: Path, plan: Path) -> None:
    added = mivd("source", "add", "plan-2031", plan, "--data", folder, "--format", "json", code=0)
    assert list(json.loads(added.out)["items"][0]) == SOURCE
    assert "3 of 3 paragraphs" in added.err
    assert mivd("source", "list", "--fields", "document,found", code=0).out == "document\tfound\nplan-2031\t3\n"
    verified = json.loads(mivd("verify", "plan-2031", "--data", folder, "--format", "json", code=0).out)
    assert list(verified["items"][0])[:4] == VERIFY
    assert {item["status"] for item in verified["items"]} == {"verified"}
    shown = json.loads(mivd("show", "plan-2031:boats/1", "--quote", "--data", folder, "--format", "json", code=0).out)
    assert shown["items"][0]["quote"] == small.OFFICIAL_PLAN["boats/1"]
    mivd("source", "remove", "plan-2031", code=0)
    assert mivd("source", "list", code=1).out.startswith("document\t")


def test_without_quote_the_keys_are_as_ever(mivd: Command, folder: Path) -> None:
    shown = json.loads(mivd("show", "plan-2031:boats/1", "--data", folder, "--format", "json", code=0).out)
    assert "quote" not in shown["items"][0]


def test_a_quote_that_cannot_be_given_says_what_to_do(mivd: Command, folder: Path) -> None:
    shown = mivd("show", "plan-2031:boats/1", "--quote", "--data", folder, "--fields", "quote", code=0)
    assert shown.out == "quote\n\n"
    assert "mivd source add plan-2031 FILE" in shown.err


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (small.OFFICIAL_PLAN, ["--strict"], 0),
        ({**small.OFFICIAL_PLAN, "boats/1": "The watch will buy three new boats."}, [], 3),
        ({**small.OFFICIAL_PLAN, "boats/1": "Nothing at all."}, ["--strict"], 3),
    ],
)
def test_verify_leaves_with_the_code_of_the_contract(
    mivd: Command, folder: Path, tmp_path: Path, text: dict[str, str], options: list[str], code: int
) -> None:
    data = small.plan() | {"figures": [], "commitments": []}
    small.write(folder, data, small.report(), **{"links/2031.toml": {"links": []}})
    file = small.put(tmp_path / "p.txt", small.as_text(text))
    assert mivd("verify", "plan-2031", "--file", file, "--data", folder, *options, code=code).out.count("\n") == 4


def test_what_could_not_be_checked_is_never_a_success(mivd: Command, folder: Path, plan: Path) -> None:
    """4 where nothing could be, and under --strict where anything could not."""
    mivd("verify", "plan-2031", "--data", folder, code=4)
    mivd("source", "add", "plan-2031", plan, "--data", folder, code=0)
    small.write(folder, small.plan(), small.report())
    mivd("verify", "--data", folder, code=0)
    result = mivd("verify", "--data", folder, "--strict", code=4)
    assert "report-2031: 3 passages: 3 could-not-check" in result.err


def test_a_file_that_is_no_text_leaves_with_3_and_says_what_it_is(mivd: Command, tmp_path: Path) -> None:
    page = small.put(tmp_path / "x.html", "<!DOCTYPE html><html><head><title>Fout</title></head><body/></html>")
    result = mivd("source", "add", "plan-2024", page, code=3)
    assert result.out == ""
    assert "without the text of a Kamerstuk" in result.err


WRONG = """
source
source ad x
source add plan-2099 x
source fetch
source fetch x --all
source remove plan-2024
verify nope
verify --file x
draft x
draft x --kind letter --year 2025
draft x --kind plan --year 25
"""


@pytest.mark.parametrize("arguments", [line.split() for line in WRONG.split("\n") if line], ids=" ".join)
def test_a_wrong_question_leaves_with_2_and_nothing_on_stdout(mivd: Command, arguments: list[str]) -> None:
    assert mivd(*arguments, code=2).out == ""


def test_an_unknown_subcommand_gets_the_nearest_of_its_own_group(mivd: Command) -> None:
    assert "did you mean add" in mivd("source", "ad", code=2).err


def test_an_unseen_paper_becomes_a_document_beside_the_bundled_ones(mivd: Command, tmp_path: Path) -> None:
    """From a file that nobody has seen to search, show, diff and verify, without a line written by hand."""
    data = tmp_path / "mine"
    (data / "plans").mkdir(parents=True)
    mivd("draft", PAPERS / "letter.xml", "--kind", "plan", "--year", "2032", "-o", data / "plans" / "2032.toml", code=0)
    checked = mivd("check", data, "--fields", "code", code=3)
    assert set(checked.out.split()) == {"code", "to-write"}
    found = mivd("search", "reiger", "--data", data, "--doc", "plan-2032", "--fields", "ref", code=0)
    assert "plan-2032:boten/1" in found.out
    assert "is a draft" in found.err
    assert mivd("show", "plan-2032:mist/1", "--data", data, code=0).out
    assert mivd("diff", "plan-2024", "plan-2032", "--data", data, code=0).out
    verified = mivd("verify", "plan-2032", "--file", PAPERS / "letter.xml", "--data", data, "--fields", "status", code=0)
    assert set(verified.out.split()) == {"status", "verified"}


@pytest.mark.parametrize("name", ["lxml", "pypdfium2", "urllib3", "platformdirs"])
def test_the_core_works_without_the_extra_and_says_what_is_missing(name: str, tmp_path: Path, plan: Path) -> None:
    """The libraries for official texts are optional; a plain text needs none of them."""
    wanted = {
        "lxml": ["draft", str(PAPERS / "letter.xml"), "--kind", "plan", "--year", "2032"],
        "pypdfium2": ["draft", str(small.put(tmp_path / "x.pdf", "%PDF-1.7")), "--kind", "plan", "--year", "2032"],
        "urllib3": ["source", "fetch", "plan-2024"],
        "platformdirs": ["source", "list"],
    }[name]
    code = f"import sys; sys.modules[{name!r}] = None; from mivdcli.cli import run; sys.exit(run(sys.argv[1:]))"
    settings = {"PATH": "/usr/bin", "HOME": str(tmp_path)} | ({} if name == "platformdirs" else {"MIVD_SOURCES": str(tmp_path)})
    done = subprocess.run([sys.executable, "-c", code, *wanted], capture_output=True, text=True, encoding="utf-8", env=settings)
    assert (done.returncode, done.stdout) == (3, "")
    assert f"needs the package {name}" in done.stderr
    assert "pip install 'mivdcli[sources]'" in done.stderr
    plain = [sys.executable, "-c", code, "draft", str(plan), "--kind", "plan", "--year", "2032"]
    assert subprocess.run(plain, capture_output=True, env=settings).returncode == 0


def test_a_draft_makes_the_folder_that_it_goes_to(mivd: Command, tmp_path: Path) -> None:
    """The first document of a folder of one's own; a file in the place of a folder is named."""
    text = small.put(tmp_path / "letter.txt", "Varen\n\nDe wacht vaart in 2032 elke dag uit en telt de boten.\n")
    target = tmp_path / "my-data" / "plans" / "2032.toml"
    mivd("draft", text, "--kind", "plan", "--year", "2032", "-o", target, code=0)
    assert "id = 'plan-2032'" in target.read_text("utf-8")
    refused = mivd("draft", text, "--kind", "plan", "--year", "2032", "-o", text / "plans" / "2032.toml", code=3)
    assert "cannot make the folder" in refused.err
