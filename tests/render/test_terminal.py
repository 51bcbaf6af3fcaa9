import pytest

from mivdcli.render.terminal import draw
from mivdcli.render.view import Cell, Grid, Head, Page


def page(*rows: tuple[Cell | str, ...], heads: tuple[Head, ...] = (Head("id", whole=True), Head("text"))) -> Page:
    return Page(grids=(Grid(heads=heads, rows=list(rows)),))


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_nothing_vanishes_at_any_width(width: int) -> None:
    """rich would cut what does not fit; a reader must be able to trust that the whole text is there."""
    text = "Een tamelijk lange omschrijving van wat er in de alinea staat, met een heellangwoordzonderspatie aan het eind."
    shown = draw(page(("elektronische-veiligheidsonderzoeken", text)), width=width, color=False)
    assert "elektronische-veiligheidsonderzoeken" in shown or width < 60
    assert all(word in "".join(shown.split()) for word in text.split())
    assert all(len(line) <= width for line in shown.splitlines())


@pytest.mark.parametrize("markup", ["[sic]", "[bold]x[/bold]", "[link=http://x]y[/link]", ":smile:", "[/]"])
def test_rich_never_takes_data_for_markup(markup: str) -> None:
    assert markup in draw(page(("a", markup)), width=80, color=False)


@pytest.mark.parametrize("code", ["\x1b[31mred", "\x1b]8;;http://x\x07y", "\x07", "a\u202eb", "\x9b31m"])
@pytest.mark.parametrize("color", [True, False])
def test_no_control_character_of_the_data_reaches_the_screen(code: str, color: bool) -> None:
    shown = draw(page(("a", code)), width=80, color=color)
    assert "\x1b[31m" not in shown
    assert "\x1b]8" not in shown
    assert not any(character in shown for character in "\x07\u202e\x9b")


def test_without_colour_there_is_no_escape_code_at_all() -> None:
    assert "\x1b" not in draw(page(("a", Cell("one two", ((0, 3),)))), width=80, color=False)


def test_matches_are_marked_where_colour_is_wanted() -> None:
    assert "\x1b[1;7mtwo\x1b[0m" in draw(page(("a", Cell("one two", ((4, 7),)))), width=80, color=True)


def test_a_table_too_wide_for_the_screen_becomes_blocks() -> None:
    wide = tuple(Head(f"column-{number}", whole=True) for number in range(5))
    shown = draw(page(("a" * 20, "b" * 20, "c" * 20, "d" * 20, "e" * 20), heads=wide), width=60, color=False)
    assert all(letter * 20 in shown for letter in "abcde")


def test_a_table_without_rows_is_its_title_and_its_notes_alone() -> None:
    empty = Grid(title="Figures", heads=(Head("figure"), Head("value")), rows=[], notes=("none here",))
    assert draw(Page(grids=(empty,)), width=80, color=False) == "Figures\nnone here\n"


def test_notes_and_lead_stand_around_the_table() -> None:
    shown = draw(Page(lead="First.", grids=(Grid(heads=(Head("x"),), rows=[("y",)], notes=("Last.",)),)), width=80, color=False)
    assert shown.startswith("First.\n\n")
    assert shown.endswith("Last.\n")
