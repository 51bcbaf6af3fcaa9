from mivdcli.lexicon import Lexicon

LEXICON = Lexicon(" noord korea raketten | noordkorea \n raket 2020 f-35 ")


def test_a_word_is_itself_and_no_part_of_another() -> None:
    assert "raket" in LEXICON
    assert "rake" not in LEXICON


def test_words_are_found_by_what_they_hold() -> None:
    assert LEXICON.containing("rake") == {"raket", "raketten"}
    assert LEXICON.containing("korea") == {"korea", "noordkorea"}


def test_words_of_a_length_are_words_of_letters() -> None:
    """They are what a misspelling is compared with, and digits are never fuzzy."""
    assert sorted(word for words in LEXICON.of_length(4, 5) for word in words) == ["korea", "noord", "raket"]


def test_words_are_found_by_how_they_begin() -> None:
    for beginning, found in (
        ("r", ["raket", "raketten"]),
        ("raket", ["raket", "raketten"]),
        ("rakett", ["raketten"]),
        ("x", []),
    ):
        assert sorted(word for words in LEXICON.of_length(1, 20, beginning) for word in words) == found
