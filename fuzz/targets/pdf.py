"""PDFs, damaged in every way. The reader's own half is called in this process; tests/hostile tests the process around it."""

from tests import paper, small

from fuzz.official import examined
from fuzz.oracle import Target, refusing
from mivdcli.sources.readers.pdf import reading_of
from mivdcli.sources.readers.pdf_pages import page_texts


def one(data: bytes) -> None:
    with refusing():
        examined(reading_of(page_texts(data, "letter.pdf"), "letter.pdf"))


def seeds() -> list[bytes]:
    parts = small.official(small.OFFICIAL_PLAN)
    return [paper.one_column(parts), paper.two_columns(parts)]


TARGET = Target(
    one, seeds,
    ("/Type /Page", "/Kids [", "/Count 99999999", "/MediaBox [0 0 1e9 1e9]", "stream\n", "endstream", "/Length 0", "xref", "trailer",
     "startxref", "/Prev 0", "/Filter /FlateDecode", "/ObjStm", "/Encrypt", "/Root 1 0 R", "obj", "endobj", "BT", "ET", "Tj", "TJ",
     "/ToUnicode", "/W [1 1 1]", "/Rotate 90"),
    16384,
)  # fmt: skip
