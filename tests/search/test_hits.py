"""What an answer says of itself: why it was found, and where in the text."""

import pytest

from mivdcli.corpus import Corpus
from mivdcli.search import HitItem, Searcher
from mivdcli.search.hits import Mark, _apart, _in_field
from mivdcli.search.shelf import Row
from mivdcli.text import spans
from mivdcli.vocabulary import Manner


def hit(corpus: Corpus, query: str, ref: str) -> HitItem:
    return next(one for one in Searcher(corpus).ask(query).hits if one.ref == ref)


@pytest.mark.parametrize(
    ("query", "ref", "why"),
    [
        ("boats/1", "plan-2031:boats/1", "named by its reference"),
        ("boten OR meeuwen", "report-2031:2.gulls/1", "meeuwen"),
        ("boten OR meeuwen", "plan-2031:boats/2", "heading: boten OR meeuwen"),
        ("watch boten", "plan-2031:boats/2", "heading: watch, heading: boten"),
        ("harbor watch", "plan-2031:fog/1", "heading: harbor → harbour, heading: watch"),
        ("lunchwachter", "report-2031:2.gulls/1", "inflection: lunchwachter → lunch + wachter"),
        ("wachter boten", "plan-2031:boats/1", "inflection: wachter → wacht, boten"),
        (
            "boten patrouilles meeuwen lunch",
            "report-2031:2.gulls/1",
            "meeuwen, lunch; not here: boten, patrouilles",
        ),
        ('"boten twee"', "plan-2031:boats/1", '"boten twee" occurs nowhere, so its words were searched; boten, twee'),
        ('"twee boten" OR heron', "plan-2031:boats/1", "twee boten"),
        ('"twee boten" OR heron', "report-2031:1.boats/1", "heron"),
    ],
)
def test_the_reason_names_what_was_found_and_how(corpus: Corpus, query: str, ref: str, why: str) -> None:
    assert hit(corpus, query, ref).why == why


def test_every_mark_says_where_of_what_and_in_which_manner(corpus: Corpus) -> None:
    assert hit(corpus, "patrouille nachts", "plan-2031:boats/2").matches == (
        {"field": "text_nl", "start": 11, "end": 22, "word": "patrouille", "manner": "inflection"},
        {"field": "text_nl", "start": 51, "end": 57, "word": "nachts", "manner": "exact"},
    )


def test_a_phrase_is_marked_whole_and_only_where_it_stands(corpus: Corpus) -> None:
    assert hit(corpus, '"two boats"', "plan-2031:boats/1").matches == (
        {"field": "text_en", "start": 15, "end": 24, "word": "two boats", "manner": "exact"},
    )
    assert hit(corpus, '"twee boten" OR heron', "report-2031:1.boats/1").matches == (
        {"field": "text_nl", "start": 42, "end": 47, "word": "twee boten OR heron", "manner": "exact"},
        {"field": "text_en", "start": 30, "end": 35, "word": "twee boten OR heron", "manner": "exact"},
    )


def test_context_is_there_only_where_asked_for_and_in_both_languages(corpus: Corpus) -> None:
    assert Searcher(corpus).ask("meeuwen").hits[0].context == ()
    (other,) = Searcher(corpus).ask("meeuwen", context=1).hits[0].context
    assert other == {
        "offset": -1,
        "ref": "report-2031:1.boats/2",
        "text_nl": "1.150 patrouilles, 85% 's nachts.",
        "text_en": "1,150 patrols, 85% by night.",
    }


def mark(start: int, end: int, manner: Manner = Manner.EXACT) -> Mark:
    return Mark("text_nl", start, end, "x", ("x",), manner)


@pytest.mark.parametrize(
    ("marks", "kept"),
    [
        ([mark(5, 9), mark(0, 5)], [(0, 5), (5, 9)]),
        ([mark(0, 4), mark(0, 9)], [(0, 9)]),
        ([mark(0, 9, Manner.TYPO), mark(2, 4)], [(2, 4)]),
        ([mark(0, 9, Manner.TYPO), mark(2, 4), mark(9, 12, Manner.TYPO)], [(2, 4), (9, 12)]),
        ([mark(4, 6), mark(2, 5)], [(2, 5)]),
        ([mark(4, 8), mark(0, 4), mark(8, 9)], [(0, 4), (4, 8), (8, 9)]),
    ],
)
def test_of_marks_that_overlap_the_better_or_the_longer_stays(marks: list[Mark], kept: list[tuple[int, int]]) -> None:
    assert [(one.start, one.end) for one in _apart(marks)] == kept


def test_words_in_a_row_are_marked_to_the_end_of_a_text_and_not_beyond() -> None:
    row: Row = ("twee", "boten")
    meaning = {"twee": [(row, "twee boten", Manner.EXACT)]}
    assert [(one.start, one.end) for one in _in_field("text_nl", spans("met twee boten"), meaning)] == [(4, 14)]
    assert [(one.start, one.end) for one in _in_field("text_nl", spans("twee boten en twee"), meaning)] == [(0, 10)]
    assert list(_in_field("text_nl", spans("twee nieuwe boten"), meaning)) == []
