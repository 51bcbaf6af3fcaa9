"""``mivd help method``"""

from collections.abc import Iterator

from mivdcli.cli.topics.page import Block, Entry, Heading, Paragraph
from mivdcli.diff.kinds import COMMITMENT_KINDS, MEANINGS

_INTRODUCTION = (
    "mivd diff lays a plan beside a report and says for every commitment of the plan what is known of it. A finding names the "
    "kind of evidence there is. It never says that something was done or was not done."
)
_METHODS = {
    "curated": "Somebody read the plan and the report, or other public sources, and wrote down which place answers which "
    "commitment, and why. Every link carries its reason and its date. bears_on says whether a place tells what came of the "
    "commitment (outcome) or only on which occasion (setting).",
    "computed": "The program compares the wording of both descriptions, in Dutch and in English, each word weighted by its "
    "rarity, and besides that themes, keywords, section titles and the terms of the glossary. A passage that holds nothing of "
    "the commitment's name, the words of its id, treats at most its field and loses most of its score, but not what common "
    "keywords bring. It proposes; nobody judged.",
}
_BOTH = (
    "By default computed findings appear only where nobody curated (--method both). A computed finding has a score from 0 to "
    '100, at most three places, and the runner-up: the best place that was left out. "ambiguous" says that the first two '
    "places cannot be told apart."
)
_QUALITY = (
    "Measured on 80 commitments of six plans against report 2020 and 60 against report 2024, judged by reading; one half was "
    "held out when the method was tuned. On that half about four of five places shown of report 2020 treat the subject, and "
    "about four of five that could be shown are shown; of report 2024, known only from others, nothing shown was wrong and "
    "less than half is found. Where nothing answers a commitment it shows something all the same in up to half of the cases of "
    'report 2020, depending on who judged. So read a computed finding as "look here", never as "this was reported". '
    "docs/matching.md has the figures, the comparison with simpler methods, and the command that repeats the measurement."
)
_SILENCE = (
    "The full plan is a state secret; the public gets an outline, and a report leaves out what must stay secret. "
    '"not-found" says that nothing was found in a report described in full; neither that it is not there in other words nor '
    'that nothing was done. "not-comparable" says less still: we do not have the whole text. Only where both documents are '
    "described in full do diff and gaps speak of silence."
)


def page() -> Iterator[Block]:
    """The topic, with the kinds of finding in the words that the web page uses too."""
    yield Heading("HOW diff WORKS")
    yield Paragraph(_INTRODUCTION)
    yield Heading("Findings on a commitment")
    yield from (Entry(kind, one.says_en) for kind, one in COMMITMENT_KINDS.items())
    yield Heading("Findings on a theme, a figure or a passage")
    yield from (Entry(kind, one.says_en) for kind, one in MEANINGS.items() if kind not in COMMITMENT_KINDS)
    yield Heading("Two methods")
    yield from (Entry(name, said) for name, said in _METHODS.items())
    yield Paragraph(_BOTH)
    yield Heading("How good the computed method is")
    yield Paragraph(_QUALITY)
    yield Heading("What silence does not mean")
    yield Paragraph(_SILENCE)
