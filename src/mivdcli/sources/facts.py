"""What a text says about itself in its running feet, its first lines and its signature."""

import re

from mivdcli.sources.block import Block, Facts, Sort

_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december"
MONTHS = {name: number for number, name in enumerate(_MONTHS.split(), 1)}
_PAPER = re.compile(r"vergaderjaar\s+(\d{4}\s*[-–‒]\s*\d{4}),\s*(\d{2}\s?\d{3})(?:[ -]([IVXLC]+|\d{2}))?,\s*nr\.\s*(\d+)")
_DATED = re.compile(r"(?:^|\n)[^\S\n]*[A-Z’'][\w’' -]+, (\d{1,2}) ([a-z]+) (\d{4})\s*(?:\n|$)")


def day_of(text: str) -> str:
    """``7 juli 2023`` as ``2023-07-07``; empty where it is no date."""
    found = re.search(r"(\d{1,2})\s*([a-z]+) (\d{4})", text)
    if found is None or found[2] not in MONTHS:
        return ""
    return f"{found[3]}-{MONTHS[found[2]]:02}-{int(found[1]):02}"


def facts_in_text(text: str) -> Facts:
    """The paper's number from its running foot, the date of the letter from its own line."""
    paper, dated = _PAPER.search(text), _DATED.search(text)
    dossier = paper[2].replace(" ", "") + (f"-{paper[3]}" if paper[3] else "") if paper else ""
    return Facts(
        publication_id=f"kst-{dossier}-{paper[4]}" if paper else "",
        dossiers=(dossier,) if dossier else (),
        number=paper[4] if paper else "",
        session=paper[1] if paper else "",
        date=day_of(dated.group()) if dated else "",
    )


def signatory_of(blocks: list[Block]) -> str:
    """The name under the last signature; empty where nobody signed."""
    for block in reversed(blocks):
        if block.sort is Sort.SIGNATURE:
            return next(line.strip() for line in reversed(block.text.split("\n")) if line.strip())
    return ""
