"""The options of ``mivd diff``, as a user types them."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Command


def envelope(mivd: Command, folder: Path, *options: str, code: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(mivd("diff", "2031", "--data", folder, "--format", "json", *options, code=code).out)
    return found


@pytest.mark.parametrize("part", ["commitments", "themes", "figures"])
def test_a_part_alone_leaves_the_other_lists_empty_but_there(mivd: Command, folder: Path, part: str) -> None:
    found = envelope(mivd, folder, f"--{part}")
    assert [name for name in ("commitments", "themes", "figures", "passages") if found[name]] == [part]
    assert "the summary counts all findings" in found["warnings"][0]


def test_parts_may_be_combined(mivd: Command, folder: Path) -> None:
    found = envelope(mivd, folder, "--themes", "--figures")
    assert found["commitments"] == []
    assert found["themes"]
    assert found["figures"]


def test_only_keeps_these_kinds_in_every_part(mivd: Command, folder: Path) -> None:
    found = envelope(mivd, folder, "--only", "reported,both,met")
    kinds = {one["status"] for part in ("commitments", "themes", "figures") for one in found[part]}
    assert kinds == {"reported", "both", "met"}


def test_a_kind_that_does_not_occur_is_an_empty_answer(mivd: Command, folder: Path) -> None:
    assert envelope(mivd, folder, "--only", "missed", code=1)["count"] == 0


def test_the_summary_alone_counts_every_kind(mivd: Command, folder: Path) -> None:
    out = mivd("diff", "2031", "--data", folder, "--summary", code=0).out
    assert out.splitlines()[0] == "part\tstatus\tcount"
    assert "commitment\treported\t1" in out.splitlines()
    found = envelope(mivd, folder, "--summary")
    assert found["commitments"] == []
    assert found["summary"]["commitments"]["reported"] == 1


def test_exit_code_answers_a_script(mivd: Command, folder: Path) -> None:
    mivd("diff", "2031", "--data", folder, "--exit-code", code=1)
    mivd("diff", "2031", "--data", folder, "--exit-code", "--only", "both", code=0)
    mivd("diff", "plan-2031", "plan-2031", "--data", folder, "--exit-code", code=0)


def test_a_narrower_choice_is_said_aloud_but_never_on_stdout(mivd: Command, folder: Path) -> None:
    result = mivd("diff", "2031", "--data", folder, "--only", "reported", code=0)
    assert "only reported" in result.err
    assert "only reported" not in result.out


def test_the_curated_method_alone_does_not_pretend_to_have_searched(mivd: Command, folder: Path) -> None:
    found = envelope(mivd, folder, "--method", "curated", "--only", "not-found")
    assert {one["note_en"] for one in found["commitments"]} == {
        "linked to report-2031 by nobody, and whether its subject stands there was not computed"
    }


def test_the_help_topic_names_every_kind_and_what_silence_does_not_mean(mivd: Command) -> None:
    from mivdcli.diff import STATUSES

    out = mivd("help", "method", code=0).out
    assert [kind for kind in STATUSES if kind not in out] == []
    assert "What silence does not mean" in out
    assert max(map(len, out.splitlines())) <= 80
