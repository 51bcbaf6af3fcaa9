"""How much a document has on each theme."""

from collections import defaultdict

from msgspec import Struct, field

from mivdcli.corpus import Corpus
from mivdcli.errors import DataError, Problem
from mivdcli.items import series_of
from mivdcli.kinds import Attribution
from mivdcli.model import Document


class Tally(Struct):
    """The passages, commitments and figures of one theme in one document."""

    passages: int = 0
    commitments: int = 0
    figures: int = 0
    sections: dict[str, None] = field(default_factory=dict)
    """The sections with such a passage, in reading order (a set that keeps its order)."""
    not_counted: int = 0
    """Passages that ``own_words`` leaves out."""


def tally_themes(corpus: Corpus, document: Document, *, own_words: bool = False) -> dict[str, Tally]:
    """The tally of each theme that the document treats, by theme id; a figure counts for the themes of its series.

    With ``own_words`` what was only said about the document, such as when presenting it, does not count.
    Raises DataError for a theme that the taxonomy lacks: it would vanish from every list without a word.
    """
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    for passage in document.passages:
        if own_words and passage.attribution not in (None, Attribution.REPORT):
            for theme in passage.themes:
                tallies[theme].not_counted += 1
            continue
        for theme in passage.themes:
            tallies[theme].passages += 1
            tallies[theme].sections[passage.section] = None
    for commitment in document.commitments:
        for theme in commitment.themes:
            tallies[theme].commitments += 1
    for figure in document.figures:
        for theme in series_of(corpus, document, figure).themes:
            tallies[theme].figures += 1
    unknown = sorted(set(tallies) - set(corpus.themes))
    if unknown:
        raise DataError([Problem("unknown-theme", document.id, "themes", theme, "an id of themes.toml") for theme in unknown])
    return dict(tallies)
