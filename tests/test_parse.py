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
