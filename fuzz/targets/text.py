"""Plain text that some tool took from a PDF."""

from tests import small

from fuzz.official import examined
from fuzz.oracle import Target, refusing
from mivdcli.sources.readers import read


def one(data: bytes) -> None:
    with refusing():
        examined(read(data, "letter.txt"))


def seeds() -> list[bytes]:
    pages = (
        "Tweede Kamer, vergaderjaar 2030-2031, 29 924, nr. 7 1\n\nTown, 3 maart 2031\n\n1.1 Boats\nThe watch sails in 2031\nand on.\f"
        "Page two goes on here.\n\n- one;\n- two;\n\nTable   2030   2031\nBoats   1      2\n\nDe Minister van Havens,\nA. Keeper\n",
        "CHAPTER ONE1\n\nA line that is rather long and ends with a hy-\nphen, en wij zullen in 2032 twaalf boten kopen.\n\n12\n\n\n\n Next page",
        "continues in the middle.\n\nOf a column.\f\fX\n",
    )
    both = [small.as_text(texts).encode() for texts in (small.OFFICIAL_PLAN, small.OFFICIAL_REPORT)]
    return [*both, *(page.encode() for page in pages), "é\r\nx".encode("utf-16"), b"\xe9\x80 caf\xe9 text"]


TARGET = Target(
    one, seeds,
    ("\f", "\n\n", "-\n", "\u00ad\n", "• ", "1. ", "1.1 ", "a) ", "   ", "\t", "De Minister", "Tweede Kamer, vergaderjaar",
     "’s-Gravenhage 2031", "Pagina 1 van 2", "2031", "1.200", "80%", "honderden", "zullen", "…", ":", "\u2028", "\u200b", "½"),
    8192,
)  # fmt: skip
