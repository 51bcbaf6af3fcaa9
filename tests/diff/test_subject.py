"""What themes and terms weigh, reckoned by hand."""

from math import log, sqrt
from pathlib import Path

import pytest

from mivdcli.corpus import Corpus
from mivdcli.diff.subject import LATER, PARENT, Space, Subject, Terms, above_keywords, above_themes
from tests import small


def about(*topics: str) -> tuple[str, ...]:
    return topics


def said(text: str) -> Subject:
    return Subject(text, text, (), "")


def rarity(size: int, held: int) -> float:
    return log(1 + size / (held + 0.5))


def test_themes_in_common_add_up_rare_ones_and_the_first_of_a_text_above_all(corpus: Corpus) -> None:
    space = Space(above_themes(corpus), [about("equipment", "nature"), about("equipment"), about()])
    common, rare = rarity(3, 2), rarity(3, 1)
    asked, held = (common, LATER["asked"] * rare), (common, LATER["held"] * rare)
    product = sum(one * other for one, other in zip(asked, held, strict=True))
    length = sqrt(asked[0] ** 2 + asked[1] ** 2)
    assert space.compare(["equipment", "nature"]) == pytest.approx(
        {0: product / length / sqrt(held[0] ** 2 + held[1] ** 2), 1: asked[0] / length}
    )


def test_a_parent_below_the_top_counts_in_part(tmp_path: Path) -> None:
    lists = small.lists()["themes.toml"]
    words = {"label_nl": "x", "label_en": "x", "scope_nl": "x", "scope_en": "x"}
    lists["themes"].append({"id": "tugs", "parent": "boats", **words})
    corpus = Corpus(bundled=small.write(tmp_path, **{"themes.toml": lists}))
    space = Space(above_themes(corpus), [about("boats"), about("gulls")])
    own, parent = rarity(2, 0), PARENT * rarity(2, 0)
    assert space.compare(["tugs"]) == pytest.approx({0: parent / sqrt(own**2 + parent**2)})


def test_a_theme_that_is_its_own_reason_is_not_lowered_to_a_parent(tmp_path: Path) -> None:
    """Both named: the parent counts for what it is, not for the part that its child lends it."""
    lists = small.lists()["themes.toml"]
    words = {"label_nl": "x", "label_en": "x", "scope_nl": "x", "scope_en": "x"}
    lists["themes"].append({"id": "tugs", "parent": "boats", **words})
    corpus = Corpus(bundled=small.write(tmp_path, **{"themes.toml": lists}))
    space = Space(above_themes(corpus), [about("boats")])
    first, second = rarity(1, 1), LATER["asked"] * rarity(1, 0)
    assert space.compare(["boats", "tugs"]) == pytest.approx(
        {0: max(first, PARENT * second) / sqrt(max(first, PARENT * second) ** 2 + second**2)}
    )


def test_the_theme_of_a_keyword_counts_in_part_and_is_no_keyword_of_that_name(corpus: Corpus) -> None:
    """Two keywords of one theme are nearer to each other than strangers."""
    space = Space(above_keywords(corpus), [about("tugs"), about("boats"), about("gulls")])
    own, theme = rarity(3, 0), PARENT * rarity(3, 0)
    held_own, held_theme = rarity(3, 1), PARENT * rarity(3, 1)
    lengths = sqrt(own**2 + theme**2) * sqrt(held_own**2 + held_theme**2)
    assert space.compare(["night-patrols"]) == pytest.approx({0: theme * held_theme / lengths})


def glossary(folder: Path) -> Corpus:
    terms = small.lists()["glossary.toml"]
    more = {"meaning_nl": "x", "meaning_en": "x", "refs": ["plan-2031:boats/1"]}
    terms["terms"] += [
        {"id": "vt", "abbreviation": "VT", "nl": "vuurtoren", "en": "lighthouse", **more},
        {"id": "uvo", "abbreviation": "UVO", "nl": "uitkijk van oever", "en": "outlook", **more},
        {"id": "mh", "nl": "misthoorn", "en": "fog horn", "aliases": ["ox"], **more},
    ]
    return Corpus(bundled=small.write(folder, **{"glossary.toml": terms}))


def test_a_term_that_is_nowhere_weighs_as_much_as_it_is_rarer_than_the_others(tmp_path: Path) -> None:
    searched = [said("een vuurtoren"), said("de havenwacht"), said("the lighthouse")]
    terms = Terms(glossary(tmp_path), searched)
    held, absent = log(1 + 3.5 / 2.5), log(1 + 3.5 / 0.5)
    assert terms.missing(said("een vuurtoren met een misthoorn")) == pytest.approx(absent / (absent + held))
    assert terms.missing(said("een vuurtoren bij de harbour watch")) == 0.0
    assert terms.missing(said("een misthoorn")) == 1.0
    assert terms.missing(said("een boot")) == 0.0


def test_a_term_of_several_words_is_named_only_by_all_of_them_in_order(tmp_path: Path) -> None:
    terms = Terms(glossary(tmp_path), [])
    assert terms.missing(said("a fog horn")) == 1.0
    assert terms.missing(said("the fog and its horn")) == terms.missing(said("horn fog")) == terms.missing(said("fog")) == 0.0


def test_a_lone_name_of_two_letters_names_nothing(tmp_path: Path) -> None:
    """It would be found everywhere; three letters are a name."""
    terms = Terms(glossary(tmp_path), [])
    assert terms.missing(said("VT ox HW")) == 0.0
    assert terms.missing(said("UVO")) == 1.0


def test_a_theme_that_the_list_does_not_hold_is_still_one(corpus: Corpus) -> None:
    """Data of one's own may lag behind the list of themes; what both texts carry they have in common."""
    assert Space(above_themes(corpus), [about("of-old")]).compare(["of-old"]) == pytest.approx({0: 1.0})
