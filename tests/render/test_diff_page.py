"""The web page of a diff, read as text; tests/browser opens it in a browser."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from mivdcli.corpus import Corpus
from mivdcli.diff import compare
from mivdcli.diff.kinds import label
from mivdcli.render.diff_words import WORDS
from mivdcli.render.views.common import VOICE
from mivdcli.render.views.diff import view
from tests import small


def page(corpus: Corpus, lang: str = "nl") -> str:
    found = view(compare(corpus, "plan-2031", "report-2031"), {}, ())
    assert found.html is not None
    return "".join(found.html(lang))


class _Outline(HTMLParser):
    """Every tag that was opened, and whether each was closed in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in ("meta", "br", "input"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def close(self) -> None:
        super().close()
        assert self._open == []


def outline(text: str) -> list[str]:
    parser = _Outline()
    parser.feed(text)
    parser.close()
    return parser.tags


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_page_is_well_formed_in_its_language_with_its_landmarks(corpus: Corpus, lang: str) -> None:
    text = page(corpus, lang)
    tags = outline(text)
    assert f'<html lang="{lang}">' in text
    for landmark in ("header", "nav", "main", "footer", "h1"):
        assert tags.count(landmark) == 1
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_the_policy_allows_the_pages_own_style_and_nothing_else(corpus: Corpus) -> None:
    text = page(corpus)
    style = re.search("<style>(.*?)</style>", text, re.DOTALL)
    assert style is not None
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert f"content=\"default-src 'none'; style-src 'sha256-{digest}'; " in text
    assert not re.search(r"<script|<img|<link|<iframe|<form|\sstyle=|\son\w+=|url\(|@import", text)


def test_every_kind_that_occurs_can_be_filtered_and_is_explained(corpus: Corpus) -> None:
    text = page(corpus, "en")
    for kind in ("reported", "related", "not-found"):
        assert f'id="show-{kind}"' in text
        assert f'body:has(#show-{kind}:not(:checked)) .finding[data-kind="{kind}"]' in text
    assert "That is silence, not failure." in text


def test_no_text_of_the_data_is_taken_for_markup(tmp_path: Path) -> None:
    plan, report = small.plan(), small.report()
    evil = '<script>alert("x")</script> & \'"'
    plan["commitments"][0] |= {"nl": evil, "en": evil}
    report["passages"][0] |= {"nl": evil, "en": evil}
    text = page(Corpus(bundled=small.write(tmp_path, plan, report)))
    assert "<script>" not in text
    assert "&lt;script&gt;" in text
    outline(text)


@pytest.mark.parametrize(("bears_on", "shown"), [("setting", True), ("outcome", False)])
def test_that_only_the_setting_is_known_stands_beside_the_kind(tmp_path: Path, bears_on: str, shown: bool) -> None:
    """Folded evidence must not hide that nobody knows what the service did."""
    links = small.lists()["links/2031.toml"]
    links["links"][0]["bears_on"] = bears_on
    text = page(Corpus(bundled=small.write(tmp_path, **{"links/2031.toml": links})), "en")
    assert ('<span class="soft">judged, only the setting is known</span>' in text) == shown


@pytest.mark.parametrize(
    ("lang", "outside", "inside"),
    [
        ("nl", "niet uit het verslag: andere openbare bronnen", "het document, volgens bronnen"),
        ("en", "not from the report: other public sources", "the document, according to sources"),
    ],
)
def test_what_the_report_does_not_say_is_told_apart_without_unfolding(
    bundled: Corpus, lang: str, outside: str, inside: str
) -> None:
    """A finding may rest on the report and on events; the reason of each stands under who speaks."""
    found = view(compare(bundled, "plan-2024", "report-2024"), {}, ())
    assert found.html is not None
    cards = re.findall("<article.*?</article>", "".join(found.html(lang)), re.DOTALL)
    card = next(one for one in cards if "plan-2024.joint-research-russia-china" in one)
    shown = re.sub("<details>.*?</details>", "<details>", card, flags=re.DOTALL)
    voices = re.findall('<p class="voice">(.*?)</p><p>[^<]+</p><details>', shown)
    assert voices == [inside, outside]


def test_a_figure_of_the_events_is_no_figure_of_the_report(tmp_path: Path) -> None:
    links = small.lists()["links/2031.toml"]
    links["links"][0] |= {"kind": "event-known", "evidence": ["events-2031:patrols.total"]}
    events = {
        "id": "events-2031", "kind": "events", "year": 2031, "title_nl": "x", "title_en": "x", "coverage": "secondary",
        "scope_nl": "x", "scope_en": "x", "figures": [small.figure("patrols.total", 7, "7", None)],
    }  # fmt: skip
    folder = small.write(tmp_path, small.plan(), small.report(), events, **{"links/2031.toml": links})
    assert '<p class="voice">not from the report: other public sources</p><p>Two boats arrived.</p>' in page(
        Corpus(bundled=folder), "en"
    )


def test_who_speaks_is_not_repeated_where_the_official_text_itself_is_described(corpus: Corpus) -> None:
    assert '<p class="voice">' not in page(corpus)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_summary_has_the_words_of_the_filter(corpus: Corpus, lang: str) -> None:
    lead = re.search("</h2>\n<p>(.*?)</p>", page(corpus, lang))
    assert lead is not None
    for kind in ("reported", "related", "not-found", "only-in-plan", "no-target"):
        assert label(kind, lang) in lead[1]
    assert "not-found" not in lead[1]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_note_that_many_rows_share_stands_once(bundled: Corpus, lang: str) -> None:
    found = view(compare(bundled, "plan-2024", "report-2024"), {}, ())
    assert found.html is not None
    text = "".join(found.html(lang))
    note = next(one[f"note_{lang}"] for one in found.records if one["part"] == "theme" and one["theme"] == "irak")
    assert sum(1 for one in found.records if one[f"note_{lang}"] == note) > 2
    assert text.count(note) == 1
    numbered = {"nl": "Noot 2: ", "en": "Note 2: "}[lang]
    assert f"<p>{numbered}{note}.</p>" in text


def test_every_cell_of_a_table_carries_its_head_for_a_narrow_screen(corpus: Corpus) -> None:
    text = page(corpus, "en")
    for table in re.findall("<table.*?</table>", text, re.DOTALL):
        heads = re.findall("<th scope=.col.[^>]*>(.*?)</th>", table)
        for row in re.findall("<tr[^>]*><th scope=.row.*?</tr>", table):
            assert re.findall('data-head="(.*?)"', row) == heads[1:]


def test_a_passage_stands_under_its_heading_in_the_language_with_who_says_it(bundled: Corpus) -> None:
    found = view(compare(bundled, "report-2019", "report-2020"), {}, ())
    assert found.html is not None
    texts = {lang: "".join(found.html(lang)) for lang in ("nl", "en")}
    one = next(record for record in found.records if record["part"] == "passage")
    for lang, title in (("nl", one["section_title"]), ("en", one["section_title_en"])):
        assert f"<h3>{title}</h3>" in texts[lang]
        assert f"{one['ref']}<br>{VOICE[lang]['report']}" in texts[lang]
        assert f'<a href="{one["sources"][0]["url"]}"' in texts[lang]


def test_both_languages_have_the_same_words() -> None:
    assert WORDS["nl"].keys() == WORDS["en"].keys()
    assert VOICE["nl"].keys() == VOICE["en"].keys()
    for key, text in WORDS["nl"].items():
        assert sorted(re.findall(r"{\w+}", text)) == sorted(re.findall(r"{\w+}", WORDS["en"][key]))
