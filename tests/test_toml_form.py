from decimal import Decimal
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from mivdcli.model import Document, Themes
from mivdcli.toml_form import canonical, leading_comment
from tests import small


def read(text: str) -> dict[str, Any]:
    return tomli.loads(text, parse_float=Decimal)


@pytest.mark.parametrize("data", [small.plan(), small.report()], ids=["plan", "report"])
def test_the_form_changes_and_the_content_does_not(data: dict[str, Any]) -> None:
    assert read(canonical(data, Document)) == data


def test_writing_what_was_written_changes_nothing() -> None:
    text = canonical(small.plan(), Document)
    assert canonical(read(text), Document) == text


@given(st.text())
def test_any_text_comes_back_as_it_was(text: str) -> None:
    """Quotes, backslashes, control characters: a rewrite must never change what a file says."""
    data = {"themes": [{"id": "a", "label_nl": text, "aliases_nl": [text, "x"]}]}
    assert read(canonical(data, Themes)) == data


def test_keys_stand_in_the_order_of_the_model_whatever_order_they_had() -> None:
    data = dict(reversed(small.plan().items()))
    assert canonical(data, Document) == canonical(small.plan(), Document)


def test_a_text_with_an_apostrophe_stays_readable() -> None:
    assert "label_nl = '''foto's'''" in canonical({"themes": [{"id": "a", "label_nl": "foto's"}]}, Themes)


def test_decimals_dimensions_and_nested_tables_keep_their_values() -> None:
    data = small.plan()
    data["figures"][0] |= {"value": Decimal("1.50"), "dimensions": {"level": "A", "who-did": "x y"}}
    data["commitments"][0]["horizon"] = {"printed": "in 2031", "from": "2031", "open": True}
    data["passages"][0]["sources"] = [{"url": "https://example.org/a", "kind": "press"}]
    assert read(canonical(data, Document)) == data


def test_only_the_comment_at_the_top_is_kept() -> None:
    text = "# one\n# two\n\nid = 'x'\n# three\n"
    assert leading_comment(text) == "# one\n# two\n\n"
    assert leading_comment("id = 'x'\n") == ""
