"""Whatever is mistyped, the error names what was meant, for people and in JSON."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from mivdcli.cli.lazy import COMMANDS, LazyGroup
from mivdcli.corpus import Corpus
from mivdcli.diff import STATUSES
from mivdcli.kinds import Body, Kind, Role
from mivdcli.matching import nearest
from mivdcli.names import TOPIC_NAMES, series_names
from tests import small
from tests.conftest import Command


def slips(word: str) -> Iterator[str]:
    """What fingers do to a word: two letters swapped, one dropped, one doubled, a hyphen forgotten, another case."""
    middle = len(word) // 2
    yield word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
    yield word[:middle] + word[middle + 1 :]
    yield word[:middle] + word[middle] + word[middle:]
    yield word.replace("-", "", 1)
    yield word.upper() if word.islower() else word.lower()


def candidates(mivd: Command, *arguments: str) -> list[str]:
    """What the error under JSON offers; the text for people names the same."""
    as_json = arguments if "--format" in arguments else (*arguments, "--format", "json")
    return offered(mivd(*as_json, code=2).err)


def offered(error: str) -> list[str]:
    """The candidates of an error, in JSON or, where a format was mistyped, in words."""
    if error.startswith("{"):
        found: list[str] = json.loads(error)["error"]["candidates"]
        return found
    return error.partition("did you mean ")[2].partition("?")[0].replace(" or ", ", ").split(", ")


QUESTIONS = {
    "command": (["{}"], ["documents", "themes", "figures", "search", "glossary", "verify"]),
    "option": (["themes", "{}", "x"], ["--format", "--fields", "--stamp", "--no-pager", "--color"]),
    "format": (["themes", "2024", "--format", "{}"], ["vertical", "table", "jsonl", "html"]),
    "document": (["search", "x", "--doc", "{}"], ["plan-2024", "report-2020", "events-2022", "statistics-taps"]),
    "a document to compare": (["diff", "{}", "report-2020"], ["plan-2024", "plan-2020"]),
    "a document with themes": (["themes", "{}"], ["plan-2024", "report-2020"]),
    "a document to verify": (["verify", "{}"], ["plan-2024", "report-2020"]),
    "theme": (["search", "x", "--theme", "{}"], ["rusland", "noord-korea", "veiligheidsonderzoeken"]),
    "a theme of a diff": (["diff", "2024", "--theme", "{}"], ["terrorisme", "cyber"]),
    "topic": (["figures", "{}"], ["complaints", "threat-analyses", "budget"]),
    "series": (["trend", "{}"], ["uvo.investigations", "taps.placed", "uvo.decided-in-time"]),
    "a series to show": (["show", "{}"], ["uvo.investigations", "uvo.decisions"]),
    "section": (["show", "report-2020:{}"], ["1.1.china", "1.3.veiligheidsonderzoeken"]),
    "locator": (["show", "report-2020:{}"], ["1.1.china/3", "4.tapstatistieken/1"]),
    "commitment": (["show", "{}"], ["plan-2024.joint-research-russia-china"]),
    "field": (["themes", "2024", "--fields", "theme,{}"], ["label_nl", "commitments", "coverage"]),
    "raw field": (["themes", "2024", "--raw", "{}"], ["document", "passages"]),
    "role": (["figures", "--role", "{}"], [role.value for role in Role]),
    "body": (["figures", "--body", "{}"], [body.value for body in Body]),
    "kind of document": (["search", "x", "--kind", "{}"], [kind.value for kind in Kind]),
    "kind of thing": (["search", "x", "--in", "{}"], ["passages", "commitments", "glossary", "official"]),
    "status": (["diff", "2024", "--only", "{}"], [kind for kind in STATUSES if len(kind) > 4]),
    "method": (["diff", "2024", "--method", "{}"], ["curated", "computed"]),
    "order": (["search", "x", "--sort", "{}"], ["score", "place"]),
    "style": (["cite", "plan-2024", "--style", "{}"], ["legal", "footnote", "biblatex", "csl-json"]),
    "plot": (["trend", "taps", "--plot", "{}"], ["line", "none"]),
    "colour choice": (["themes", "2024", "--color", "{}"], ["always", "never"]),
    "help topic": (["help", "{}"], ["method"]),
    "subcommand": (["source", "{}"], ["fetch", "list", "remove"]),
    "subcommand of config": (["config", "{}"], ["show", "path"]),
}


@pytest.mark.parametrize("what", QUESTIONS)
def test_a_slip_in_any_id_leads_to_it(mivd: Command, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    """Every kind of thing that can be typed, each mistyped in five ways."""
    monkeypatch.setenv("MIVD_FORMAT", "json")
    arguments, ids = QUESTIONS[what]
    for id in ids:
        for typed in set(slips(id)) - {id, *ids}:
            if what in ("topic", "series") and typed.lower() == id:
                continue  # the case of these does not matter
            error = mivd(*(part.format(typed) for part in arguments), code=2)
            assert error.out == ""
            assert id in offered(error.err), (typed, id)


def test_the_words_for_people_name_the_same_candidates(mivd: Command) -> None:
    error = mivd("themes", "plan2024", code=2).err
    assert 'unknown year or document "plan2024"; did you mean plan-2024?' in error
    assert candidates(mivd, "themes", "plan2024") == ["plan-2024"]


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["figures", "intercepties"], "taps"),
        (["figures", "interceptions"], "taps"),
        (["figures", "notificaties"], "notifications"),
        (["figures", "klachten"], "complaints"),
        (["figures", "Veiligheidsonderzoeken"], "uvo"),
        (["trend", "Geplaatste taps, MIVD"], "taps"),
        (["search", "x", "--theme", "Russia"], "rusland"),
        (["search", "x", "--theme", "North Korea"], "noord-korea"),
        (["search", "x", "--theme", "terrorism"], "terrorisme"),
        (["diff", "2024", "--theme", "espionage"], "spionage"),
        (["themes", "jaarverslag 2020"], "report-2020"),
        (["themes", "annual plan 2024"], "plan-2024"),
        (["show", "2024"], "plan-2024"),
        (["show", "jaarplan-2024"], "plan-2024"),
        (["themes", "2024", "--lang", "English"], "en"),
        (["themes", "2024", "--lang", "Nederlands"], "nl"),
        (["diff", "plan2024", "report2024"], "plan-2024"),
        (["diff", "plan-2024", "report2024"], "report-2024"),
        (["show", "report-2020:1.1.chnia/3"], "1.1.china/3"),
        (["show", "report2020:1.1.china/3"], "report-2020"),
        (["cite", "report-2020:1.1.china3"], "1.1.china/3"),
        (["draft", "x", "--kind", "rapport", "--year", "2020"], "report"),
        (["export", "x", "--format", "cvs"], "csv"),
    ],
)
def test_a_dutch_or_english_name_leads_to_the_id(
    mivd: Command, monkeypatch: pytest.MonkeyPatch, arguments: list[str], meant: str
) -> None:
    monkeypatch.setenv("MIVD_FORMAT", "json")
    assert offered(mivd(*arguments, code=2).err)[0] == meant


def test_a_mistyped_glossary_term_is_found_and_said_to_be_a_guess(mivd: Command) -> None:
    result = mivd("glossary", "UVOO", code=0)
    assert "found by typo" in result.err
    assert "uvo" in result.out


def test_a_topic_or_theme_where_a_reference_is_wanted_leads_to_its_command(mivd: Command) -> None:
    assert "mivd figures uvo" in mivd("show", "uvo", code=2).err
    assert "--theme rusland" in mivd("show", "rusland", code=2).err


@pytest.mark.parametrize("arguments", [["themes", "2010"], ["diff", "2010"], ["gaps", "2010"]])
def test_a_year_that_is_not_bundled_lists_those_that_are_and_those_only_known_to_exist(
    mivd: Command, arguments: list[str]
) -> None:
    error = mivd(*arguments, code=2).err
    assert 'unknown year "2010"' in error
    assert "years: 2002, 2008-2009, 2011-" in error
    assert "known to exist, not described: 2008-2009, 2012" in error


def test_a_missing_document_says_what_there_is_of_its_year(mivd: Command) -> None:
    for arguments in (["diff", "2012"], ["show", "plan-2012"], ["themes", "plan-2012"], ["verify", "plan-2012"]):
        error = mivd(*arguments, code=2).err
        assert "of 2012 there is: report-2012 (known to exist, not described)" in error


def test_an_empty_answer_about_a_document_that_nobody_saw_says_so(mivd: Command) -> None:
    assert "report-2009 is known to exist, not described" in mivd("themes", "2009", code=1).err
    assert "report-2009 is known to exist, not described" in mivd("themes", "report-2009", code=1).err
    assert "not described" not in mivd("themes", "2024", code=0).err


def test_the_small_world_says_the_same_of_its_own_years(mivd: Command, tmp_path: Path) -> None:
    """The twin of the tests above on documents of our own."""
    report = {key: value for key, value in small.report().items() if key not in ("sections", "passages", "figures")}
    unseen = report | {"id": "report-2033", "year": 2033, "coverage": "none"}
    corpus = Corpus(bundled=small.write(tmp_path / "d", small.plan(), small.report(), unseen))
    assert corpus.told_of("2033") == "of 2033 there is: report-2033 (known to exist, not described); mivd documents lists all"
    assert corpus.told_of("2034") == ""


def test_a_damaged_document_does_not_hide_that_the_year_is_not_there(mivd: Command, folder: Path) -> None:
    small.put(folder / "reports" / "2031.toml", "id = ")
    assert 'unknown year "2042"' in mivd("themes", "2042", "--data", folder, code=2).err


def test_every_command_and_option_is_found_again_after_a_slip() -> None:
    """Among all the others, for commands come and go."""
    group = LazyGroup(name="mivd")
    for name in COMMANDS:
        assert all(name in nearest(typed, list(COMMANDS)) for typed in slips(name) if typed not in COMMANDS)
        options = [opt for one in group.commands[name].params for opt in one.opts if opt.startswith("--")]
        for option in options:
            assert all(option in nearest(typed, options) for typed in slips(option) if typed not in options and len(option) > 5)


def test_every_topic_that_has_words_of_its_own_is_in_the_data(bundled: Corpus) -> None:
    assert set(TOPIC_NAMES) <= set(series_names(bundled))


def test_every_id_of_the_data_is_found_again_after_a_slip(bundled: Corpus) -> None:
    """All documents, themes, series and terms, each among all of its kind."""
    kinds = (list(bundled.entries), list(bundled.themes), list(bundled.series), list(bundled.terms))
    for known in kinds:
        for id in (id for id in known if len(id) > 5):
            for typed in set(slips(id)) - set(known):
                assert id in nearest(typed, known, limit=3), (typed, id)
