from decimal import Decimal
from typing import Any

import pytest

from mivdcli import parse
from mivdcli.errors import DataError, Problem
from mivdcli.model import Document, Themes
from tests import small


def problems(data: dict[str, Any]) -> list[Problem]:
    with pytest.raises(DataError) as caught:
        parse.document(data, "plans/2031.toml")
    return list(caught.value.problems)


def test_a_good_document_becomes_frozen_records() -> None:
    document = parse.document(small.plan(), "plans/2031.toml")
    assert document.passages[0].section == "boats"
    with pytest.raises(AttributeError):
        document.year = 1  # type: ignore[misc]


def test_an_unknown_key_names_the_file_the_path_and_the_nearest_key() -> None:
    data = small.plan()
    data["passages"][1]["thems"] = data["passages"][1].pop("themes")
    found = {problem.path: problem for problem in problems(data)}
    assert found["passages[1].thems"].file == "plans/2031.toml"
    assert found["passages[1].thems"].expected == "themes"
    assert found["passages[1].themes"].message == "missing"


def test_all_problems_are_collected_before_it_fails() -> None:
    """A person mends a file once, not once per mistake."""
    data = small.plan()
    data["year"] = "2031"
    data["coverage"] = "total"
    data["passages"][0]["chars"] = -1
    data["passages"][2]["sha256"] = "abc"
    del data["commitments"][0]["kind"]
    data["figures"][0]["period"] = "last year"
    assert {problem.path for problem in problems(data)} == {
        "year", "coverage", "passages[0].chars", "passages[2].sha256", "commitments[0].kind", "figures[0].period",
    }  # fmt: skip


def test_a_wrong_choice_lists_the_choices() -> None:
    data = small.plan()
    data["coverage"] = "total"
    assert problems(data)[0].expected == "one of full, partial, secondary, none"


def test_a_list_that_is_no_list_is_named() -> None:
    data = small.plan()
    data["passages"] = "none"
    assert [(problem.path, problem.message) for problem in problems(data)] == [("passages", "got str")]


@pytest.mark.parametrize("name", ["passages", "commitments", "figures", "sections"])
def test_a_record_that_stands_twice_is_refused(name: str) -> None:
    data = small.plan()
    data[name].append(dict(data[name][0]))
    assert problems(data)[0].code == "duplicate"


def test_a_commitment_in_a_passage_that_is_not_there_is_refused() -> None:
    data = small.plan()
    data["commitments"][0]["locator"] = "boats/9"
    assert problems(data)[0].code == "unknown-locator"


def test_a_passage_in_a_section_that_is_not_there_is_refused() -> None:
    data = small.plan()
    del data["sections"][1]
    assert problems(data)[0].code == "unknown-section"


def test_full_coverage_without_a_fingerprint_is_refused() -> None:
    """That a document is described from its whole text is a claim that anyone must be able to verify."""
    data = small.plan()
    del data["passages"][0]["sha256"]
    assert [problem.code for problem in problems(data)] == ["fingerprint"]


def test_partial_coverage_without_sources_is_refused() -> None:
    data = small.plan()
    data["coverage"] = "partial"
    assert {problem.code for problem in problems(data)} == {"provenance"}


def test_a_document_that_nobody_saw_has_no_passages() -> None:
    data = small.plan()
    data["coverage"] = "none"
    assert "coverage" in {problem.code for problem in problems(data)}


def test_lists_are_read_as_strictly_as_documents() -> None:
    with pytest.raises(DataError, match=r"themes\[0\]\.label_en"):
        parse.record(Themes, {"themes": [{"id": "a", "label_nl": "A", "scope_nl": "a", "scope_en": "a"}]}, "themes.toml")


@pytest.mark.parametrize("value", [1.5, True, "1", [], Decimal("NaN"), Decimal("Infinity")])
def test_a_value_is_an_integer_or_an_exact_decimal(value: object) -> None:
    data = small.plan()
    data["figures"][0]["value"] = value
    assert problems(data)[0].path == "figures[0].value"


def test_the_document_type_is_what_the_tests_think_it_is() -> None:
    assert parse.record(Document, small.report(), "x").id == "report-2031"


LOCATOR = "section/ordinal; starts with ~ where the official paragraph is unknown"
KEYS = "one of locator, themes, keywords, nl, en, label, incipit, chars, sha256, attribution, date, sources, note_nl, note_en"
WEB = {"url": "https://harbour.example/", "kind": "press"}
GONE = object()
WRONG: list[tuple[dict[str, Any], tuple[str, str, str, str]]] = [
    ({"passages.1.thems": []}, ("unknown-key", "passages[1].thems", "unknown key", "themes")),
    ({"passages.1.qqq": 1}, ("unknown-key", "passages[1].qqq", "unknown key", KEYS)),
    ({"sections.0.title": GONE}, ("missing-key", "sections[0].title", "missing", "a text that is not empty")),
    (
        {"commitments.0.kind": GONE},
        (
            "missing-key", "commitments[0].kind", "missing",
            "one of continue, expand, start, legislate, cooperate, norm, forecast",
        ),
    ),
    ({"commitments.0.locator": GONE}, ("missing-key", "commitments[0].locator", "missing", LOCATOR)),
    ({"passages.0.themes": GONE}, ("missing-key", "passages[0].themes", "missing", "lower case, digits, '-' and '.'")),
    (
        {"coverage": "total"},
        ("value", "coverage", "Invalid enum value 'total', got 'total'", "one of full, partial, secondary, none"),
    ),
    ({"passages.0.chars": 0}, ("value", "passages[0].chars", "Expected `int` >= 1, got 0", "")),
    (
        {"passages.0.sha256": 5},
        ("value", "passages[0].sha256", "Expected `str | null`, got `int`, got 5", "64 hexadecimal digits"),
    ),
    (
        {"passages.0.themes": ["boats", 5]},
        ("value", "passages[0].themes[1]", "Expected `str`, got `int`, got ['boats', 5]", "lower case, digits, '-' and '.'"),
    ),
    ({"passages": "none"}, ("type", "passages", "got str", "a list of Passage tables")),
    ({"passages": {}}, ("type", "passages", "got dict", "a list of Passage tables")),
    ({"passages": [1]}, ("type", "passages[0]", "got int", "a Passage table")),
    ({"figures.0.source": "x"}, ("type", "figures[0].source", "got str", "a Source table")),
    ({"figures.0.source": []}, ("type", "figures[0].source", "got list", "a Source table")),
    (
        {"figures.0.source": WEB | {"kind": "rumour"}},
        ("value", "figures[0].source.kind", "Invalid enum value 'rumour', got 'rumour'", "one of official, press"),
    ),
    ({"figures.0.value": "1"}, ("value", "figures[0].value", "Expected `int | decimal | null`, got `str`, got '1'", "")),
    (
        {"figures.0.value": Decimal("NaN")},
        ("value", "figures[0].value", "'NaN' is no number that a page prints", "a finite number of at most 30 digits"),
    ),
    ({"commitments.2.locator": "boats/9"}, ("unknown-locator", "commitments[2].locator", "no passage boats/9", "")),
    ({"figures.1.locator": "boats/9"}, ("unknown-locator", "figures[1].locator", "no passage boats/9", "")),
    ({"sections.1.id": "mist"}, ("unknown-section", "passages[2].locator", "no section fog", "")),
    ({"sections.1.id": "boats"}, ("duplicate", "sections[1]", "boats stands already at sections[0]", "")),
    (
        {"passages.1.sha256": GONE},
        ("fingerprint", "passages[1]", "no incipit, chars and sha256", "all three, since coverage is full"),
    ),
    (
        {"passages.1.incipit": GONE},
        ("fingerprint", "passages[1]", "no incipit, chars and sha256", "all three, since coverage is full"),
    ),
    (
        {"passages.1.chars": GONE},
        ("fingerprint", "passages[1]", "no incipit, chars and sha256", "all three, since coverage is full"),
    ),
    (
        {"coverage": "none", "commitments": [], "figures": []},
        ("coverage", "coverage", "passages or commitments in a document that was not seen", "partial"),
    ),
    (
        {"coverage": "none", "passages": [], "figures": []},
        ("coverage", "coverage", "passages or commitments in a document that was not seen", "partial"),
    ),
]  # fmt: skip
"""What is changed in the plan by path, and the problem that it must lead to: code, place, message, what was expected."""


def put(data: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    for path, value in changes.items():
        *above, last = path.split(".")
        at: Any = data
        for step in above:
            at = at[int(step)] if isinstance(at, list) else at[step]
        if value is GONE:
            del at[last]
        else:
            at[last] = value
    return data


@pytest.mark.parametrize(("changes", "problem"), WRONG, ids=[",".join(changes) for changes, _ in WRONG])
def test_a_problem_says_what_where_and_what_was_expected(changes: dict[str, Any], problem: tuple[str, str, str, str]) -> None:
    """Whoever mends a file by hand has nothing but these words; scripts have the code."""
    code, place, message, expected = problem
    assert Problem(code, "plans/2031.toml", place, message, expected) in problems(put(small.plan(), changes))


@pytest.mark.parametrize("changes", [{"year": GONE}, {"figures.0.source": None}, {"figures.0.value": GONE}])
def test_what_may_be_unknown_may_be_left_out(changes: dict[str, Any]) -> None:
    assert parse.document(put(small.plan(), changes), "plans/2031.toml").id == "plan-2031"


def test_a_long_value_is_told_by_its_beginning() -> None:
    [problem] = problems(put(small.plan(), {"title_nl": ["x" * 400]}))
    assert len(problem.message) < 300
    assert "..." in problem.message
    assert problem.message.startswith("Expected `str`, got `array`, got ['xxx")


def test_a_nested_place_is_told_whole() -> None:
    data = put(small.plan(), {"coverage": "partial", "passages.0.sources": [WEB, WEB | {"link": 1}]})
    assert "passages[0].sources[1].link" in {problem.path for problem in problems(data)}


def test_each_repetition_is_told_against_the_first() -> None:
    data = small.plan()
    data["passages"] += [dict(data["passages"][0]), dict(data["passages"][0])]
    assert [(one.path, one.message) for one in problems(data)] == [
        ("passages[3]", "boats/1 stands already at passages[0]"),
        ("passages[4]", "boats/1 stands already at passages[0]"),
    ]


@pytest.mark.parametrize(
    "other", [{"period": "2032"}, {"dimensions": {"level": "A"}}, {"role": "actual"}, {"value": 81}, {"locator": "boats/1"}]
)
def test_figures_that_differ_in_anything_that_they_count_are_two(other: dict[str, Any]) -> None:
    data = small.plan()
    data["figures"].append(data["figures"][1] | other)
    assert len(parse.document(data, "plans/2031.toml").figures) == 3


def test_figures_from_two_pages_are_two() -> None:
    data = small.plan()
    figure = {key: value for key, value in data["figures"][1].items() if key != "locator"}
    data["figures"] = [figure | {"source": WEB}, figure | {"source": WEB | {"url": "https://other.example/"}}]
    assert len(parse.document(data, "plans/2031.toml").figures) == 2
    data["figures"].append(figure | {"source": WEB})
    assert [problem.path for problem in problems(data)] == ["figures[2]"]


def test_a_passage_that_is_not_fully_covered_needs_both_its_sources_and_who_says_it() -> None:
    data = small.plan() | {"coverage": "partial"}
    data["passages"][0] |= {"sources": [WEB]}
    data["passages"][1] |= {"attribution": "event"}
    data["passages"][2] |= {"sources": [WEB], "attribution": "report"}
    assert [(one.path, one.message, one.expected) for one in problems(data)] == [
        (f"passages[{number}]", "no sources or no attribution", "both, since coverage is not full") for number in (0, 1)
    ]


def test_a_document_that_nobody_saw_may_stand_there_empty() -> None:
    data = small.plan() | {"coverage": "none", "passages": [], "commitments": [], "figures": []}
    assert parse.document(data, "plans/2031.toml").passages == ()
