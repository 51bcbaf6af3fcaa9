from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest

from mivdcli.corpus import Corpus
from mivdcli.errors import UnknownId, UsageError
from mivdcli.search import BANDS, Answer, HitItem, Searcher, count_items, search
from mivdcli.search.entries import WHAT
from tests import small


def refs(found: Answer | tuple[list[HitItem], int]) -> list[str]:
    return [hit.ref for hit in (found.hits if isinstance(found, Answer) else found[0])]


def ask(corpus: Corpus, text: str, **more: object) -> Answer:
    return Searcher(corpus).ask(text, **more)  # type: ignore[arg-type]


def test_hits_stand_in_the_order_of_their_bands(corpus: Corpus) -> None:
    hits, _ = search(corpus, "boten")
    assert [hit.band for hit in hits] == ["words", "words", "heading", "heading"]
    assert [hit.rank for hit in hits] == [1, 2, 3, 4]


def test_every_band_is_named_best_first() -> None:
    assert BANDS == ("reference", "phrase", "words", "inflection", "glossary", "heading", "typo", "some")


@pytest.mark.parametrize("typed", ["vuurtorenwahcters", "vuurtorenwagters", "VUURTORENWACHTRS"])
def test_a_slip_is_found_and_says_so(corpus: Corpus, typed: str) -> None:
    hits, _ = search(corpus, typed)
    assert (hits[0].ref, hits[0].band) == ("plan-2031:fog/1", "typo")
    assert hits[0].why == f"typo: {typed.lower()} → vuurtorenwachters"


@pytest.mark.parametrize(("typed", "ref"), [("meeuw", "report-2031:2.gulls/1"), ("onderzoek", "plan-2031:fog/1")])
def test_an_inflection_and_a_compound_are_found(corpus: Corpus, typed: str, ref: str) -> None:
    hits, _ = search(corpus, typed)
    assert (hits[0].ref, hits[0].band) == (ref, "inflection")


def test_words_in_a_row_are_a_phrase(corpus: Corpus) -> None:
    hits, _ = search(corpus, "twee nieuwe boten")
    assert (hits[0].ref, hits[0].band) == ("report-2031:1.boats/1", "phrase")


def test_a_row_may_hold_words_that_are_not_searched(corpus: Corpus) -> None:
    hits, _ = search(corpus, "lunch van de wachter")
    assert hits[0].band == "words"
    assert search(corpus, "drie dagen stalen meeuwen")[0][0].band == "phrase"


def test_a_phrase_that_occurs_nowhere_falls_back_to_its_words_and_says_so(corpus: Corpus) -> None:
    hits, _ = search(corpus, '"boten twee"')
    assert hits
    assert hits[0].why.startswith('"boten twee" occurs nowhere')


def test_a_phrase_that_occurs_keeps_out_what_only_has_its_words(corpus: Corpus) -> None:
    assert refs(search(corpus, '"twee nieuwe boten"')) == ["report-2031:1.boats/1"]


@pytest.mark.parametrize("number", ["1.150", "1,150", "1150"])
def test_a_number_is_found_in_every_way_of_writing_it(corpus: Corpus, number: str) -> None:
    assert refs(search(corpus, number)) == ["report-2031:1.boats/2"]


def test_a_number_in_words_is_found_in_figures_and_back(corpus: Corpus) -> None:
    assert "report-2031:2.gulls/1" in refs(search(corpus, "3"))
    assert search(corpus, "tachtig")[0][0].why == "glossary: tachtig → 80"


def test_digits_are_never_fuzzy(corpus: Corpus) -> None:
    assert refs(search(corpus, "1151")) == []


def test_english_words_find_the_passage_too(corpus: Corpus) -> None:
    hits, _ = search(corpus, "lighthouse keepers")
    assert hits[0].ref == "plan-2031:fog/1"
    assert {match["field"] for match in hits[0].matches} == {"text_en"}


def test_a_match_is_where_it_says(corpus: Corpus) -> None:
    hits, _ = search(corpus, "meeuwen lunch")
    for match in hits[0].matches:
        text = getattr(hits[0], str(match["field"]))
        assert text[int(match["start"]) : int(match["end"])].lower() == match["word"]


def test_every_form_is_marked_and_no_two_marks_overlap(corpus: Corpus) -> None:
    [hit, *_] = search(corpus, "boot patrouille")[0]
    assert {match["word"] for hit in search(corpus, "twee boot")[0] for match in hit.matches} == {"twee", "boot"}
    for field in ("text_nl", "text_en"):
        marks = [match for match in hit.matches if match["field"] == field]
        assert all(int(one["end"]) <= int(other["start"]) for one, other in pairwise(marks))


def test_an_excluded_word_or_phrase_keeps_a_passage_out(corpus: Corpus) -> None:
    assert "report-2031:1.boats/1" not in refs(search(corpus, "boten -heron"))
    assert "report-2031:1.boats/1" not in refs(search(corpus, 'boten -"heron en tern"'))
    assert "report-2031:1.boats/1" in refs(search(corpus, 'boten -"tern en heron"'))


def test_either_of_two_things_will_do(corpus: Corpus) -> None:
    assert set(refs(search(corpus, "meeuwen OR mistonderzoek"))) == {"plan-2031:fog/1", "report-2031:2.gulls/1"}
    assert "report-2031:2.gulls/1" in refs(search(corpus, '"twee boten" OR meeuwen'))


def test_a_word_of_the_heading_counts_less_than_one_of_the_text(corpus: Corpus) -> None:
    assert next(hit.score for hit in search(corpus, "boten")[0]) == 100
    [patrols] = [hit for hit in search(corpus, "boten")[0] if hit.ref == "report-2031:1.boats/2"]
    assert (patrols.band, patrols.score, patrols.why) == ("heading", 50, "heading: boten")


def test_the_glossary_leads_to_the_other_name_and_never_to_what_no_text_has(corpus: Corpus) -> None:
    assert refs(search(corpus, "HW")) == []
    assert "plan-2031:boats/1" in refs(search(corpus, "wacht"))


@pytest.mark.parametrize("nonsense", ["zxqvwk", "appeltaart recept", "hypotheekrente", "appeltaart met boten en lunches"])
def test_what_nothing_answers_gets_no_answer(corpus: Corpus, nonsense: str) -> None:
    answer = ask(corpus, nonsense)
    assert (answer.hits, answer.total) == ([], 0) or "boten" in nonsense


def test_where_nothing_answers_the_nearest_words_and_the_rest_of_the_query_are_offered(corpus: Corpus) -> None:
    answer = ask(corpus, "vuurtorenwwwachtel appeltaart boten")
    assert answer.total == 0
    assert answer.suggested == {"vuurtorenwwwachtel": ["vuurtorenwachters"]}
    assert answer.partly == ("boten", 4)


def test_where_nothing_answers_the_words_that_do_occur_are_told_as_a_query(corpus: Corpus) -> None:
    """It is offered to be typed, so it must be one, and must answer what is promised."""
    answer = ask(corpus, "appeltaart slagroom kaneel boten patrouilles")
    assert answer.total == 0
    assert answer.partly is not None
    words, count = answer.partly
    assert (words, ask(corpus, words).total) == ("boten patrouilles", count)
    assert ask(corpus, "appeltaart slagroom").partly is None


def test_every_hit_names_its_query(corpus: Corpus) -> None:
    """Of several queries in one call nothing else tells them apart."""
    assert {hit.query for hit in ask(corpus, "twee boten").hits} == {"twee boten"}


def test_half_a_query_answers_where_it_is_what_the_documents_are_about(corpus: Corpus) -> None:
    """``drie`` happens to occur; ``boten`` is a title and a theme."""
    assert ask(corpus, "appeltaart drie").total == 0
    [first, *_] = ask(corpus, "appeltaart boten").hits
    assert (first.band, first.why) == ("some", "boten; not here: appeltaart")


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("plan-2031:boats/1", ["plan-2031:boats/1"]),
        ("boats/2", ["plan-2031:boats/2"]),
        ("1.boats", ["report-2031:1.boats/1", "report-2031:1.boats/2"]),
        ("report-2031:2.gulls", ["report-2031:2.gulls/1"]),
        ("plan-2031", ["plan-2031:boats/1", "plan-2031:boats/2", "plan-2031:fog/1"]),
    ],
)
def test_a_ref_a_locator_or_an_id_is_a_query(corpus: Corpus, name: str, found: list[str]) -> None:
    hits, _ = search(corpus, name)
    assert [hit.ref for hit in hits] == found
    assert {hit.band for hit in hits} == {"reference"}


def test_a_section_named_by_one_plain_word_is_a_word_first(corpus: Corpus) -> None:
    assert "reference" not in {hit.band for hit in search(corpus, "boats")[0]}


def test_the_limit_keeps_the_best_and_the_count_tells_of_the_rest(corpus: Corpus) -> None:
    hits, total = search(corpus, "boten", limit=1)
    assert len(hits) == 1
    assert total == 4


def test_exact_means_the_words_as_typed(corpus: Corpus) -> None:
    assert ask(corpus, "boot", exact=True).total == 0
    assert {hit.band for hit in ask(corpus, "boten", exact=True).hits} == {"words"}


def test_by_place_the_best_stand_in_reading_order_and_keep_their_rank(corpus: Corpus) -> None:
    hits = ask(corpus, "boten", sort="place").hits
    assert [(hit.ref, hit.rank) for hit in hits] == [
        ("plan-2031:boats/1", 1), ("plan-2031:boats/2", 3), ("report-2031:1.boats/1", 2), ("report-2031:1.boats/2", 4),
    ]  # fmt: skip


def test_context_is_what_stands_around_in_the_same_document(corpus: Corpus) -> None:
    [hit] = Searcher(corpus, themes=["fog"]).ask("vuurtorenwachters", context=5).hits
    assert [(other["ref"], other["offset"]) for other in hit.context] == [("plan-2031:boats/1", -2), ("plan-2031:boats/2", -1)]


def test_answers_are_counted_by_document(corpus: Corpus) -> None:
    assert ask(corpus, "boten", count=True).tally == {("plan-2031", 2031, "plan"): 2, ("report-2031", 2031, "report"): 2}


def test_a_tally_is_a_row_for_each_query_and_document(corpus: Corpus) -> None:
    searcher = Searcher(corpus, what=["passages", "glossary"])
    rows = count_items(searcher.ask(text, count=True) for text in ("meeuwen", "havenwacht OR vuurtorenwachters"))
    assert [(row.query, row.document, row.year, row.kind, row.count) for row in rows][:1] == [
        ("meeuwen", "report-2031", 2031, "report", 1)
    ]
    (term,) = [row for row in rows if row.document == "glossary"]
    assert (term.query, term.year, term.count) == ("havenwacht OR vuurtorenwachters", None, 1)
    assert ask(corpus, "meeuwen").tally == {}


def test_twenty_are_shown_where_nobody_says_how_many(tmp_path: Path) -> None:
    plan = small.plan() | {"commitments": [], "figures": []}
    plan["passages"] = [
        small.passage(f"boats/{number}", f"Text {number}.", ["boats"], f"Boten {number}.", f"Boats {number}.")
        for number in range(1, 23)
    ]
    corpus = Corpus(bundled=small.write(tmp_path, plan, small.report(), **{"links/2031.toml": {"links": []}}))
    hits, total = search(corpus, "boten")
    assert (len(hits), total) == (20, 24)
    assert len(ask(corpus, "boten").hits) == 20


def test_other_things_than_passages_are_found_where_asked_for(corpus: Corpus) -> None:
    hits = Searcher(corpus, what=WHAT).ask("patrouilles OR patrols OR havenwacht OR meeuwen").hits
    assert {hit.what for hit in hits} == set(WHAT)
    [term] = [hit for hit in hits if hit.what == "glossary"]
    assert (term.ref, term.document, term.coverage) == ("glossary:hw", None, None)


def test_documents_years_kinds_and_themes_narrow_the_search(corpus: Corpus) -> None:
    assert refs(search(corpus, "boten", documents=["plan-2031"])) == ["plan-2031:boats/1", "plan-2031:boats/2"]
    assert refs(search(corpus, "boten", years="2030")) == []
    assert search(corpus, "boten", years="2031..2032")[1] == search(corpus, "boten", years="2030..2031")[1] == 4
    assert {hit.kind for hit in Searcher(corpus, kinds=["report"]).ask("boten").hits} == {"report"}
    assert Searcher(corpus, themes=["gulls"]).ask("boten").hits == []
    assert Searcher(corpus, themes=["nature"]).ask("meeuwen").total == 1, "a group is its members"


def test_a_theme_brings_what_stands_below_it_at_any_depth(tmp_path: Path) -> None:
    """A passage on the fog horn does not name the group of the group that it belongs to."""
    lists, plan = small.lists()["themes.toml"], small.plan()
    words = {"label_nl": "x", "label_en": "x", "scope_nl": "x", "scope_en": "x"}
    lists["themes"].append({"id": "fog-horn", "parent": "fog", **words})
    plan["passages"][2]["themes"] = ["fog-horn"]
    corpus = Corpus(bundled=small.write(tmp_path, plan, small.report(), **{"themes.toml": lists}))
    for themes in (["nature"], ["fog"], ["fog-horn"], ["gulls", "nature"]):
        assert "plan-2031:fog/1" in refs(Searcher(corpus, themes=themes).ask("vuurtorenwachters"))
    assert Searcher(corpus, themes=["gulls"]).ask("vuurtorenwachters").total == 0


@pytest.mark.parametrize(
    "narrowed", [{"documents": ["plan-1"]}, {"kinds": ["letter"]}, {"themes": ["sea"]}, {"what": ["words"]}]
)
def test_what_does_not_exist_is_refused(corpus: Corpus, narrowed: dict[str, list[str]]) -> None:
    with pytest.raises(UnknownId):
        Searcher(corpus, **narrowed)  # type: ignore[arg-type]


def test_what_does_not_exist_is_named_with_what_does(corpus: Corpus) -> None:
    with pytest.raises(UnknownId) as error:
        Searcher(corpus, kinds=["letter"])
    assert (error.value.what, error.value.value) == ("kind", "letter")
    assert error.value.hint == "choices: plan, report, events, statistics"


def test_an_explanation_names_the_forms_and_where_they_stand(corpus: Corpus) -> None:
    [boot, nowhere] = ask(corpus, "boot zxqvwk", explain=True).explained
    assert boot.ways[0] == {"manner": "inflection", "forms": ["boten"], "entries": 2}
    assert (nowhere.ways, nowhere.entries) == ((), 0)


@pytest.mark.parametrize("empty", ["", " ", "?!", "\x00\x07"])
def test_an_empty_query_is_refused(corpus: Corpus, empty: str) -> None:
    with pytest.raises(UsageError, match="empty"):
        search(corpus, empty)


@pytest.mark.parametrize(
    "strange",
    [
        "de het een",
        "\x1b[31mboten\x1b[0m\x00",
        r"^bo+t(en)?[^x]*$",
        "boten " * 5000,
        "a" * 100_000,
        '"',
        '-"',
        "OR OR",
        "'",
        "b\u0301oten",
    ],
)
def test_any_string_is_a_query(corpus: Corpus, strange: str) -> None:
    """No traceback and no hang; what it finds is another matter."""
    with suppress(UsageError):
        search(corpus, strange)


def test_of_too_many_words_the_first_are_searched_and_the_rest_counted(corpus: Corpus) -> None:
    answer = ask(corpus, " ".join(f"boten word{number}" for number in range(10_000)))
    assert answer.query.left_out == 10_001 - 64


def test_a_limit_beyond_every_number_of_the_machine_shows_all(corpus: Corpus) -> None:
    """``--limit 99999999999999999999`` once ended in a traceback."""
    assert search(corpus, "boten", limit=10**30) == search(corpus, "boten", limit=1000)
