"""Every input that once led to a traceback, a hang or a wrong file, kept as it was found and tried again."""

from importlib import import_module
from pathlib import Path

import pytest

FOLDER = Path(__file__).with_name("regressions")
CASES = sorted(path for path in FOLDER.glob("*/*") if path.is_file())


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_what_once_broke_a_reader_is_answered(case: Path) -> None:
    """A case is a file of raw bytes in the folder of its fuzz target; adding one needs no code."""
    import_module(f"fuzz.targets.{case.parent.name}").TARGET.one(case.read_bytes())


def test_there_are_cases() -> None:
    """A moved folder would otherwise pass in silence."""
    assert CASES
