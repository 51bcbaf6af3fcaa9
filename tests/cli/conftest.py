"""What the questions of ``commands.py`` name: folders, texts and stamps."""

from collections.abc import Callable, Sequence
from io import StringIO
from pathlib import Path

import pytest

from mivdcli import __version__
from mivdcli.corpus import data_version
from tests import small
from tests.conftest import Command
from tests.sources.test_readers import PAPERS

Filled = Callable[[Sequence[str]], list[str]]


@pytest.fixture
def filled(mivd: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Filled:
    """``filled(["check", "{data}"])`` with a true folder in place of the name; stdin is empty."""
    monkeypatch.setattr("sys.stdin", StringIO())
    (tmp_path / "free").mkdir()
    forged = f"mivd {__version__}, data {data_version()}, sha256:{'0' * 64}, command: mivd glossary uvo"

    def made(name: str) -> str:
        match name:
            case "{data}":
                return str(small.write(tmp_path / "data"))
            case "{damaged}":
                return str(small.put(small.write(tmp_path / "damaged") / "reports" / "2031.toml", "id = ").parents[1])
            case "{text}":
                return str(small.put(tmp_path / "plan.txt", small.as_text(small.OFFICIAL_PLAN)))
            case "{other}":
                changed = {**small.OFFICIAL_PLAN, "boats/1": "The watch will buy three new boats."}
                return str(small.put(tmp_path / "other.txt", small.as_text(changed)))
            case "{stamp}":
                return mivd("glossary", "uvo", "--stamp").err.splitlines()[0]
            case "{forged}":
                return forged
        return name.replace("{papers}", str(PAPERS)).replace("{tmp}", str(tmp_path / "free"))

    return lambda arguments: [made(argument) for argument in arguments]
