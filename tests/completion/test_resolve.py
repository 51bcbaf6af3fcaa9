"""What may stand at the cursor of half-typed lines, asked without a shell."""

from pathlib import Path

import pytest

from mivdcli.completion.reply import reply
from mivdcli.completion.resolve import complete
from mivdcli.completion.split import Line
from tests import small

BREAKS = " \t\n\"'><=;|&(:"
"""What COMP_WORDBREAKS is in bash unless somebody changed it."""


@pytest.fixture(autouse=True)
def _no_folder_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MIVD_DATA", raising=False)


def offered(line: str) -> list[str]:
    """The candidates for a line that ends at the cursor."""
    typed = Line(line)
    return [value for value, _, _ in complete(typed.words[1:], typed.current).candidates]


def in_bash(line: str, breaks: str = BREAKS) -> list[str]:
    return reply("bash", [breaks, line]).splitlines()


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("mivd fig", ["figures"]),
        ("mivd FIG", []),
        ("mivd nothing-like-it", []),
        ("mivd figures nothing-like-it --y", ["--year"]),
        ("mivd --v", ["--version"]),
        ("mivd figures --ro", ["--role"]),
        ("mivd figures --wide --wi", []),
        ("mivd figures --role norm --ro", ["--role"]),
        ("mivd figures --role norm --role ", ["actual", "target", "forecast"]),
        ("mivd figures --role=f", ["--role=forecast"]),
        ("mivd figures --wide=", []),
        ("mivd figures --no-such-option=", []),
        ("mivd themes -o out.tsv 2026 --data=", []),
        ("mivd themes --lang ", ["nl", "en"]),
        ("mivd trend taps --format s", ["svg"]),
        ("mivd export my-export --format o", ["opensearch"]),
        ("mivd export my-export --format csv --format ", ["jsonl", "sqlite", "opensearch"]),
        ("mivd diff 2024 --only reported,partly", ["reported,partly-reported"]),
        ("mivd search x --in passages,g", ["passages,glossary"]),
        ("mivd figures --fields value,value,pri", ["value,value,printed"]),
        ("mivd documents --fields passages,fig", ["passages,figures"]),
        ("mivd cite plan-2024 --raw sentence_n", ["sentence_nl"]),
        ("mivd cite plan-2024 --style bib", ["biblatex"]),
        ("mivd cite plan-2024 plan-2026 plan-20", [f"plan-20{year}" for year in (11, 18, 19, 20, 21, 22, 24, 25, 26)]),
        ("mivd themes report-2025", ["report-2025"]),
        ("mivd themes 2024 report", []),
        ("mivd gaps 2002", ["2002"]),
        ("mivd diff plan-2024 plan-2024", []),
        ("mivd diff plan-2026 plan-2024 ", None),
        ("mivd show report-2025", ["report-2025"]),
        ("mivd show report-2020", ["report-2020", "report-2020:"]),
        (
            "mivd show report-2020:1.1.venez",
            ["report-2020:1.1.venezuela", *(f"report-2020:1.1.venezuela/{n}" for n in (1, 2, 3))],
        ),
        ("mivd show report-2020:1.1.venezuela/3", ["report-2020:1.1.venezuela/3"]),
        ("mivd show report-2099:1", []),
        ("mivd show plan-2024.investigations-b", ["plan-2024.investigations-based-on-ga-iv"]),
        ("mivd show 1.1.venezuela/", [f"1.1.venezuela/{n}" for n in (1, 2, 3)]),
        ("mivd figures access-requests", ["access-requests", "access-requests.table"]),
        ("mivd figures taps.", ["taps.placed", "taps.placed-aivd", "taps.placed-both"]),
        ("mivd show fsc", ["fsc.requested", "fsc.issued"]),
        ("mivd trend taps.placed taps.placed-b", ["taps.placed-both"]),
        ("mivd figures --year 2026", ["2026", "2026.."]),
        ("mivd figures --year 2024..", ["2024..2025", "2024..2026"]),
        ("mivd search x --year 2026..", []),
        ("mivd diff 2024 --theme syr", ["syrie"]),
        ("mivd search x --kind pl", ["plan"]),
        ("mivd help met", ["method"]),
        ("mivd help source li", ["list"]),
        ("mivd help figures ", None),
        ("mivd source fet", ["fetch"]),
        ("mivd source fetch plan-2026 pl", []),
        ("mivd source add plan-2026 --quiet --dat", ["--data"]),
        ("mivd completion z", ["zsh"]),
        ("mivd glossary uvo", ["UVO"]),
        ("mivd glossary UVO-un", []),
        ("mivd glossary screening un", ["unit"]),
        ("mivd glossary 'screening un", ["screening unit"]),
        ('mivd glossary "nationaal coö', ["nationaal coördinator"]),
        ("mivd glossary Nationaal\\ Coö", ["Nationaal Coördinator Terrorismebestrijding en Veiligheid"]),
        ("mivd search -- --fo", []),
        ("mivd show -- report-2026", []),
        ("mivd search nctv --doc report-2026", []),
        ("mivd themes > out.tsv --no-p", ["--no-pager"]),
        ("mivd themes 2> /dev/null --no-p", ["--no-pager"]),
        ("mivd themes &> out --no-p", ["--no-pager"]),
    ],
    ids=str,
)
def test_a_half_typed_line_is_completed(line: str, wanted: list[str] | None) -> None:
    if wanted is None:
        assert offered(line)
        assert all(value.startswith("--") for value in offered(line))
    else:
        assert offered(line) == wanted


def test_every_command_offers_every_one_of_its_options() -> None:
    from mivdcli.completion.commands import COMMANDS

    for name, (_, _, options) in COMMANDS.items():
        assert offered(f"mivd {name} --".replace("  ", " ")) == list(options)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "mivd",
        "mivd show 'a \"b",
        "mivd \\",
        "mivd show \\",
        "mivd > ",
        "mivd -",
        "mivd - - ",
        "mivd --=",
        "mivd show ::: ",
        "mivd figures --year ..",
        "mivd show /",
        "mivd glossary ''",
        "mivd -- -- --",
        "mivd themes -o",
        "mivd themes -oout",
        "mivd themes --fields ,,",
        "mivd show \x00",
        "mivd " + chr(0xDCFF),
        "mivd source source",
        "mivd help help help",
    ],
)
@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_no_line_breaks_it(shell: str, line: str) -> None:
    """Whatever Tab is pressed after: an error would be printed into the line that is being typed."""
    reply(shell, [BREAKS, line] if shell == "bash" else line.split(" "))


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("mivd show report-2020:1.1.venezuela/", ["words", "1.1.venezuela/1", "1.1.venezuela/2", "1.1.venezuela/3"]),
        ('mivd show "report-2020:1.1.venezuela/3', ["words", "report-2020:1.1.venezuela/3"]),
        ("mivd show report-2020\\:1.1.venezuela/3", ["words", "report-2020:1.1.venezuela/3"]),
        ("mivd themes --lang=e", ["words", "en"]),
        ("mivd show report-2024:~rusland/11", ["words", "~rusland/11"]),
        ("mivd glossary gemandateerden\\ v", ["words", "gemandateerden\\ van\\ de\\ UVO"]),
        ("mivd glossary 'gemandateerden v", ["words", "gemandateerden van de UVO"]),
        ("mivd themes -o ", ["file"]),
        ("mivd export ", ["folder"]),
        ("mivd themes >o", ["file"]),
    ],
)
def test_bash_gets_only_what_it_replaces_and_as_it_would_have_to_be_typed(line: str, wanted: list[str]) -> None:
    """bash takes a colon and an equals sign for the end of a word; the rest of the word must not be there twice."""
    assert in_bash(line) == wanted


def test_bash_gets_whole_words_where_the_colon_is_no_break() -> None:
    assert in_bash("mivd show report-2020:1.1.venezuela/3", " \t\n") == ["words", "report-2020:1.1.venezuela/3"]


def test_a_document_of_ones_own_is_offered_by_its_file_name_and_the_bundled_passages_it_replaces_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its passages are not offered: that would mean reading the file, and those of the bundled one would be wrong."""
    small.write(tmp_path)
    (tmp_path / "reports" / "2020.toml").write_text("", "utf-8")
    assert offered(f"mivd themes --data {tmp_path} plan-203") == ["plan-2031"]
    assert offered(f"mivd show --data={tmp_path} report-2020") == ["report-2020"]
    assert offered("mivd themes plan-203") == []
    monkeypatch.setenv("MIVD_DATA", str(tmp_path))
    assert offered("mivd themes plan-203") == ["plan-2031"]


def test_no_name_of_a_file_forges_a_candidate_or_reaches_the_terminal(tmp_path: Path) -> None:
    """A line end in it would be a candidate of its own, and bash types a candidate as it is."""
    for name in ("2031.toml", "x\nplan-forged.toml", "\x1b[31m.toml", "\u202e1302.toml", "a\tb.toml"):
        small.put(tmp_path / "plans" / name, "")
    found = offered(f"mivd themes --data {tmp_path} plan-")
    assert "plan-2031" in found
    assert all(value.isprintable() and "forged" not in value for value in found)
    theirs = tmp_path.rename(tmp_path.with_name("a\x1b[31mb"))
    assert reply("zsh", ["themes", "--data", str(theirs), "plan-2031"]).splitlines()[1] == "plan-2031\tin your own folder\t"


def test_nothing_is_offered_behind_a_list_that_holds_a_control_character() -> None:
    assert reply("zsh", ["figures", "--fields", "\x1b[31m,val"]) == "words\t\n"


def test_a_data_folder_that_is_not_there_offers_nothing_more() -> None:
    assert offered("mivd themes --data /no/such/folder plan-2026") == ["plan-2026"]


def test_zsh_and_fish_get_what_each_candidate_is() -> None:
    assert reply("zsh", ["figures", "--role=f"]).splitlines() == ["words\t--role=", "--role=forecast\t\t"]
    assert (
        reply("fish", ["trend", "taps.placed-b"]).splitlines()[1] == "taps.placed-both\tTaps placed, MIVD and AIVD together\t"
    )
    assert reply("zsh", ["show", "report-2020"]).splitlines()[2] == "report-2020:\ta passage of it\tmore"
