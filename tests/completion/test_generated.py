"""The two generated modules say what the commands and the data say."""

from typing import Any

import pytest

from tests import generated


@pytest.mark.parametrize("name", ["commands.py", "names.py"])
def test_what_completion_knows_is_what_the_program_and_the_data_hold(name: str, request: pytest.FixtureRequest) -> None:
    """After a change of an option or of the data: make golden."""
    true = generated.files()[name]
    path = generated.FOLDER / name
    if request.config.getoption("--update"):
        path.write_text(true, "utf-8")
    assert path.read_text("utf-8") == true


def test_the_literals_are_written_so_that_they_are_read_back() -> None:
    values: list[Any] = ["plain", "it's", 'so "called"', "back\\slash", "tab\t", ("one",), (), None, True]
    assert [eval(generated._written(value)) for value in values] == values
