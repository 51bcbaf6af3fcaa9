"""PDFs that unpack to gigabytes, say that they have a million pages, or break their reader: one clear error."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mivdcli.errors import SourceError
from mivdcli.sources.readers import read
from tests.hostile.large import MB, limited, packed
from tests.hostile.large import pdf as pdf_of
from tests.hostile.test_large import holds

pytestmark = pytest.mark.slow

pytest.importorskip("pypdfium2")
WORD = b"BT /F 9 Tf 9 9 Td (word) Tj ET "


def spread() -> bytes:
    """Words all over the page, none of which stands in a column."""
    return b"".join(b"BT /F 1 Tf %d %d Td (w) Tj ET " % (x * 7 % 600, x * 13 % 800) for x in range(49_000))


CASES: dict[str, Callable[[], bytes]] = {
    "ten gigabytes of spaces": lambda: pdf_of(packed(b" " * MB, 10_000)),
    "a gigabyte of words": lambda: pdf_of(packed(WORD * 30_000, 1000)),
    "a million times the same page": lambda: pdf_of(packed(WORD, 1), count=MB),
    "a page as wide as the world": lambda: pdf_of(packed(WORD, 1), box="0 0 1e38 1e38"),
    "words all over the page": lambda: pdf_of(packed(spread(), 1)),
    "half a million objects": lambda: b"%PDF-1.7\n" + b"1 0 obj<<>>endobj\n" * 500_000,
    "arrays in arrays": lambda: b"%PDF-1.7\n1 0 obj" + b"[" * 10 * MB,
    "a cross-reference that points to itself": lambda: (
        b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Size 1/Prev 9>>\nstartxref\n9\n%%EOF"
    ),
    "ten megabytes of nothing": lambda: b"%PDF-1.7" + b"0" * 10 * MB,
}


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_pdf_is_answered_within_its_limits(name: str, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(CASES[name]())
    holds(limited("draft", path, "--kind", "plan", "--year", "2031"))


@pytest.mark.parametrize("happens", ["crash", "silence", "hang"])
def test_whatever_happens_to_the_process_of_the_reader_is_one_error(happens: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library in C may end its process without a word; ours goes on."""

    def broken(*_: Any, **__: Any) -> Any:
        if happens == "hang":
            raise subprocess.TimeoutExpired("pdf", 1)
        return subprocess.CompletedProcess([], -11 if happens == "crash" else 0, b"", b"")

    monkeypatch.setattr("mivdcli.sources.readers.pdf.subprocess.run", broken)
    with pytest.raises(SourceError, match="breaks its reader"):
        read(pdf_of(packed(WORD, 1)), "letter.pdf")


def test_a_pdf_with_more_text_than_a_document_has_is_refused_by_its_size() -> None:
    with pytest.raises(SourceError, match="characters on page 1, more than"):
        read(pdf_of(packed(b"BT /F 9 Tf " + (b"(" + b"word " * 6000 + b") Tj ") * 2 + b"ET", 1)), "letter.pdf")
