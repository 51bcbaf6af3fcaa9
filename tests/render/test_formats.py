import json as json_module
from typing import Any

import pytest

from mivdcli.errors import UnknownId
from mivdcli.render import formats, pages
from mivdcli.render.view import Cell, Grid, Head, Page, View, cell_text, narrowed
from tests.awkward import AWKWARD


def view(*values: Any, **more: Any) -> View:
    records = [{"name": str(number), "value": value} for number, value in enumerate(values)]
    rows = [(record["name"], cell_text(record["value"])) for record in records]
    page = Page(grids=(Grid(heads=(Head("name"), Head("value")), rows=rows),))
    return View(name="test", query={"q": 1}, fields=("name", "value"), records=records, page=lambda _: page, **more)


def test_the_envelope_has_its_keys_in_order() -> None:
    envelope = json_module.loads("".join(formats.json(view(None, warnings=("careful",)), "1.2", "2026")))
    assert list(envelope) == ["schema", "tool_version", "data_version", "query", "count", "items", "warnings"]
    assert (envelope["schema"], envelope["count"], envelope["warnings"]) == ("mivd/test/1", 1, ["careful"])
    assert envelope["items"][0]["value"] is None


def test_an_empty_answer_is_a_header_or_an_empty_envelope() -> None:
    assert "".join(formats.tsv(view())) == "name\tvalue\n"
    assert "".join(formats.csv(view())) == "name,value\n"
    assert "".join(formats.jsonl(view())) == ""
    assert json_module.loads("".join(formats.json(view(), "1", "2")))["items"] == []


@pytest.mark.parametrize("text", AWKWARD)
def test_no_text_is_believed_by_a_browser(text: str) -> None:
    page = "".join(pages.html(view(text).page("nl"), "<title>"))
    assert "<script>" not in page
    assert "<title>&lt;title&gt;</title>" in page


@pytest.mark.parametrize("text", [text for text in AWKWARD if "|" in text or "\n" in text])
def test_no_text_breaks_a_markdown_table(text: str) -> None:
    lines = "".join(pages.markdown(view(text).page("nl"))).splitlines()
    assert [line.replace("\\|", "").count("|") for line in lines] == [3, 3, 3]


def test_marks_are_escaped_around_and_inside() -> None:
    page = Page(grids=(Grid(heads=(Head("x"),), rows=[(Cell("a <b> c", ((2, 5),)),)]),))
    assert "a <mark>&lt;b&gt;</mark> c" in "".join(pages.html(page, "t"))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""), (True, "true"), (3, "3"), ("x", "x"), ([], ""), (["a", "b"], "a; b"), (("a",), "a"),
        ({"level": "A", "outcome": "positive"}, "level=A; outcome=positive"), ([{"a": "ë"}], '[{"a":"ë"}]'),
    ],
)  # fmt: skip
def test_every_value_has_one_flat_form(value: Any, text: str) -> None:
    assert cell_text(value) == text


def test_vertical_shows_every_field_of_every_record() -> None:
    assert "".join(formats.vertical(view("a", "b"))) == "name   0\nvalue  a\n\nname   1\nvalue  b\n"


def test_fields_choose_and_order_for_every_format() -> None:
    chosen = narrowed(view("a"), ["value", "name"])
    assert "".join(formats.tsv(chosen)) == "value\tname\na\t0\n"
    assert [head.title for head in chosen.page("nl").grids[0].heads] == ["value", "name"]


def test_an_unknown_field_lists_those_there_are() -> None:
    with pytest.raises(UnknownId) as caught:
        narrowed(view("a"), ["valeu"])
    assert caught.value.hint == "fields: name, value"


def test_a_list_of_records_is_written_even_where_it_is_no_valid_text() -> None:
    """A file name may hold bytes that are no UTF-8; they reach stdout as they came."""
    assert cell_text([{"origin": "caf\udce9", "size": 1}]) == '[{"origin":"caf\udce9","size":1}]'
    assert cell_text([{"origin": "café\n", "size": None}]) == '[{"origin":"café\\n","size":null}]'
