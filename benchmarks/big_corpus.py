"""Made-up corpora of any size, in the words of the bundled descriptions, drawn by their real frequencies.

Made-up compounds make the long tail that a vocabulary has.
"""

import random
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, islice
from pathlib import Path

from mivdcli.corpus import Corpus, places
from mivdcli.text import fingerprint

EACH = 1000
"""Passages in a document."""
NEEDLE = "kabelinterceptie"
SLIP = "kabelinterseptie"
SLIP_OF_TWO = "kabelinterseptei"
HEAD = """\
id = 'events-{year}'
kind = 'events'
year = {year}
title_nl = 'Verzonnen {year}'
title_en = 'Made up {year}'
coverage = 'secondary'
scope_nl = 'Verzonnen.'
scope_en = 'Made up.'

[[sections]]
id = '~x'
title = 'Verzonnen'
title_en = 'Made up'
"""
PASSAGE = """
[[passages]]
locator = '~x/{number}'
themes = ['cyber']
nl = '{nl}'
en = '{en}'
attribution = 'event'
date = '{year}'
sources = [{{ url = 'https://example.org/{number}', kind = 'press' }}]
"""
PROVED = """
[[passages]]
locator = '~x/{number}'
themes = ['cyber']
nl = '{nl}'
en = '{en}'
incipit = '{incipit}'
chars = {chars}
sha256 = '{sha256}'
"""
COMMITMENT = """
[[commitments]]
id = 'plan-2999.c{number}'
locator = '~x/{number}'
nl = '{nl}'
en = '{en}'
themes = ['cyber']
kind = 'continue'
"""


def texts(count: int) -> Iterator[tuple[str, str]]:
    """Made-up passages of about 45 words in each language; the needle stands in every five-thousandth."""
    chance = random.Random(1)
    passages = [place.passage for document in Corpus().documents() for place in places(document)]
    dutch, english = (
        Counter(word.strip(".,;:()'").replace("'", "") for text in column for word in text.split())
        for column in ([passage.nl for passage in passages], [passage.en for passage in passages])
    )
    drawn = [(list(words), list(accumulate(words.values()))) for words in (dutch, english)]
    long = [word.lower() for word in dutch if len(word) > 4 and word.isalpha()]
    for number in range(count):
        nl, en = (chance.choices(words, cum_weights=weights, k=45) for words, weights in drawn)
        nl[chance.randrange(45)] = chance.choice(long) + chance.choice(long)
        if number % 5000 == 17:
            nl[20] = NEEDLE
        yield " ".join(nl), " ".join(en)


def make(folder: Path, count: int) -> Path:
    """Write the corpus as TOML below ``folder`` and as one text, a passage a line, which it returns."""
    (folder / "events").mkdir(parents=True, exist_ok=True)
    path, made = folder / "passages.txt", texts(count)
    with path.open("w", encoding="utf-8") as lines:
        for year in range(3000, 3000 + -(-count // EACH)):
            some = list(islice(made, EACH))
            lines.writelines(f"{nl} {en}\n" for nl, en in some)
            passages = (PASSAGE.format(number=number, nl=nl, en=en, year=year) for number, (nl, en) in enumerate(some, 1))
            (folder / "events" / f"{year}.toml").write_text(HEAD.format(year=year) + "".join(passages), "utf-8")
    return path


def make_pair(folder: Path, commitments: int, passages: int) -> None:
    """Write a made-up plan and report of 2999, both as if described in full."""
    made = texts(commitments + passages)
    for kind, count in (("plan", commitments), ("report", passages)):
        lines = [
            HEAD.format(year=2999).replace("events-", f"{kind}-").replace("'events'", f"'{kind}'").replace("secondary", "full")
        ]
        some = list(islice(made, count))
        for number, (nl, en) in enumerate(some, 1):
            chars, sha256 = fingerprint(nl)
            lines.append(PROVED.format(number=number, nl=nl, en=en, incipit=nl.split()[0], chars=chars, sha256=sha256))
        if kind == "plan":
            lines += [COMMITMENT.format(number=number, nl=nl, en=en) for number, (nl, en) in enumerate(some, 1)]
        path = folder / f"{kind}s" / "2999.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(lines), "utf-8")
