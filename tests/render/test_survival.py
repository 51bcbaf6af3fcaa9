"""Every text of the data, and every awkward one, through every format and back by a parser that is not ours.

The one rule of each format, under which a text comes back equal, stands in docs/output-formats.md.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from markdown_it import MarkdownIt
from msgspec import to_builtins

from mivdcli.corpus import Corpus
from mivdcli.printable import printable
from mivdcli.render import formats, pages
from mivdcli.render.terminal import draw
from mivdcli.render.view import Cell, Grid, Head, Page, View
from tests.awkward import AWKWARD, BLANKS

Texts = list[str]


@pytest.fixture(scope="module")
def described(bundled: Corpus) -> Texts:
    """Every string in the bundled data, each once."""
    data = [to_builtins(one) for one in (*bundled.documents(), *bundled.themes.values(), *bundled.series.values())]
    data += [to_builtins(one) for one in bundled.terms]
    found = dict.fromkeys(text for one in data for text in _strings(one))
    assert len(found) > 4000
    return list(found)


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from _strings(value)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from _strings(value)


def view(texts: Texts) -> View:
    records = [{"name": f"n{number}", "value": text} for number, text in enumerate(texts)]
    heads = (Head("name", whole=True), Head("value"))
    page = Page(grids=(Grid(heads=heads, rows=[(r["name"], r["value"]) for r in records]),))
    return View(name="test", query={}, fields=("name", "value"), records=records, page=lambda _: page)


ESCAPED = re.compile(r"\\(.)")


def unescaped(cell: str) -> str:
    return ESCAPED.sub(lambda found: {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}[found[1]], cell)


def from_tsv(shown: View) -> Texts:
    header, *lines, last = "".join(formats.tsv(shown)).split("\n")
    assert (header, last) == ("name\tvalue", "")
    return [unescaped(line.split("\t")[1]) for line in lines]


def from_csv(shown: View) -> Texts:
    header, *rows = csv.reader(io.StringIO("".join(formats.csv(shown)), newline=""))
    assert header == ["name", "value"]
    return [value for _, value in rows]


def from_json(shown: View) -> Texts:
    text = "".join(formats.json(shown, "1", "2")).encode().decode()
    return [item["value"] for item in json.loads(text)["items"]]


def from_jsonl(shown: View) -> Texts:
    lines = "".join(formats.jsonl(shown)).encode().decode().removesuffix("\n").split("\n")
    return [json.loads(line)["value"] for line in lines]


def from_vertical(shown: View) -> Texts:
    blocks = "".join(formats.vertical(shown)).removesuffix("\n").split("\n\n")
    return [unescaped(block.split("\n")[1][7:]) for block in blocks]


@pytest.mark.parametrize("back", [from_tsv, from_csv, from_json, from_jsonl, from_vertical], ids=lambda f: f.__name__)
def test_every_text_comes_back_equal_from_the_formats_for_programs(back: Callable[[View], Texts], described: Texts) -> None:
    texts = [*AWKWARD, *BLANKS, *described]
    assert back(view(texts)) == texts


class Cells(HTMLParser):
    """The texts of the second cells of all rows."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.cells: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        assert tag not in ("script", "a", "img", "br"), "data was believed"
        if tag == "td":
            self.cells.append("")
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "td"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.cells[-1] += data

    def handle_entityref(self, name: str) -> None:
        self.cells[-1] += {"amp": "&", "lt": "<", "gt": ">", "quot": '"'}[name]

    def handle_charref(self, name: str) -> None:
        self.cells[-1] += {"x27": "'", "13": "\r"}[name]


def test_every_text_comes_back_equal_from_a_web_page(described: Texts) -> None:
    texts = [*AWKWARD, *BLANKS, *described]
    cells = Cells()
    text = "".join(pages.html(view(texts).page("nl"), "title"))
    cells.feed(text.partition("<table>")[2].partition("</table>")[0])
    assert cells.cells[1::2] == texts


def test_marks_do_not_change_a_text() -> None:
    page = Page(grids=(Grid(heads=(Head("x"),), rows=[(Cell("a<b\r&amp;c", ((1, 6),)),)]),))
    cells = Cells()
    cells.feed("".join(pages.html(page, "t")).partition("<table>")[2].replace("<mark>", "").partition("</table>")[0])
    assert cells.cells == ["a<b\r&amp;c"]


def shown_by_markdown(inline: Any) -> str:
    """What a reader sees: text, and line breaks; anything else means that data was believed."""
    pieces = []
    for one in inline.children:
        assert one.type in ("text", "html_inline", "text_special"), (one.type, inline.content)
        assert one.type != "html_inline" or one.content == "<br>"
        pieces.append("\n" if one.type == "html_inline" else one.content)
    return "".join(pieces)


def plain_in_markdown(text: str) -> str:
    """The rule: no blanks at the ends, a carriage return is a blank; NUL is no character for Markdown."""
    return text.strip().replace("\r", " ")


def test_every_text_comes_back_from_markdown_under_its_one_rule(described: Texts) -> None:
    texts = [text for text in (*AWKWARD, *BLANKS, *described) if text != "\udcff"]
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = reader.parse("".join(pages.markdown(view(texts).page("nl"))))
    cells = [after for before, after in pairwise(tokens) if before.type == "td_open"]
    assert [shown_by_markdown(cell) for cell in cells[1::2]] == [plain_in_markdown(text) for text in texts]


@pytest.mark.parametrize("text", [text for text in (*AWKWARD, *BLANKS) if text.strip() and text != "\udcff"])
def test_a_note_and_a_lead_are_one_paragraph_each(text: str) -> None:
    """Outside a table a line that begins with a mark would become a heading, a list or a rule."""
    page = Page(lead=text, grids=(Grid(heads=(Head("x"),), rows=[("y",)], notes=(text,)),))
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse("".join(pages.markdown(page)))
    outside = [after for before, after in pairwise(tokens) if before.type == "paragraph_open"]
    assert [shown_by_markdown(one) for one in outside] == [plain_in_markdown(text)] * 2


def on_screen(text: str) -> str:
    """The rule: what could do something to a terminal is shown as its code; blanks are where the lines need them."""
    return "".join(printable(text).split())


@pytest.mark.parametrize("width", [100, 200])
def test_every_text_is_whole_in_a_table(described: Texts, width: int) -> None:
    texts = [text for text in (*AWKWARD, *BLANKS, *described) if text != "\udcff"]
    shown = draw(view(texts).page("nl"), width=width, color=False)
    body = "".join(shown.partition("─\n")[2].split())
    assert body == "".join(f"n{number}{on_screen(text)}" for number, text in enumerate(texts))


def test_a_text_that_is_no_utf8_stays_valid_json() -> None:
    """A byte of the command line that the query repeats; a reader of JSON refuses a file with it."""
    text = "".join(formats.json(view(["\udcff"]), "1", "2"))
    assert text.encode("utf-8")
    assert json.loads(text)["items"][0]["value"] == "\udcff"
