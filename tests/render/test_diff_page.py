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
from mivdcli.render.diff_words import VOICE, WORDS
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


def test_both_languages_have_the_same_words() -> None:
    assert WORDS["nl"].keys() == WORDS["en"].keys()
    assert VOICE["nl"].keys() == VOICE["en"].keys()
    for key, text in WORDS["nl"].items():
        assert sorted(re.findall(r"{\w+}", text)) == sorted(re.findall(r"{\w+}", WORDS["en"][key]))
