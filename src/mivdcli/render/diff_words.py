"""The words around the data of a comparison, in both languages, and the style of its web page."""

from collections.abc import Mapping
from typing import Any

from mivdcli.diff.match import MOST
from mivdcli.items import DocumentItem

WORDS = {
    "nl": {
        "title": "{left} naast {right}", "skip": "Naar de inhoud", "contents": "Inhoud", "summary": "Samenvatting",
        "commitments": "Voornemens", "themes": "Thema's", "figures": "Cijfers", "passages": "Passages over hetzelfde onderwerp",
        "left": "Links", "right": "Rechts", "filter": "Toon soorten bevindingen", "evidence": "Vindplaatsen ({count})",
        "next": "Dichtstbijzijnde onder de drempel: {ref} (score {score})",
        "further": "Ook verwant, maar er staan er hoogstens drie: {ref} (score {score})", "curated": "beoordeeld",
        "computed": "berekend", "ambiguous": "de twee beste zijn niet te onderscheiden", "score": "score {score} van 100",
        "setting": "alleen de gelegenheid is bekend", "sources": "Bronnen", "theme": "Thema", "figure": "Cijfer",
        "finding": "Bevinding", "difference": "Verschil",
        "notices": "Let op", "official": "officieel", "press": "pers", "kinds": "Wat de soorten betekenen",
        "foot": "Omschrijvingen zijn eigen woorden, niet de officiële tekst. Onafhankelijk: niet van MIVD of ministerie.",
        "actual": "uitkomst", "target": "doel", "forecast": "verwachting", "norm": "norm",
        "outside": "niet uit het verslag: andere openbare bronnen",
        "nothing-found": "{known}; niets gevonden dat erop antwoordt",
        "spoken": "(+n): passages met wat bij de presentatie is gezegd; zij tellen niet mee",
        "unlisted": "Niet in de lijst: {rest} {of}; {why}: mivd figures --doc {right}",
        "of-full": "van {right}", "of-part": "van wat van {right} bekend is", "of-sources": "uit bronnen over {right}",
        "no-promise": "{left} noemt er geen norm, doel of verwachting voor", "not-there": "{left} geeft ze niet",
        "nothing-known": "uit {left} is niets bekend om ernaast te leggen, wat niets zegt over {left} zelf",
        "cut": "ingekort", "cut-note": "[ingekort]: mivd show REF geeft de hele passage",
        "compared-note": "{count} passages van {left} zijn vergeleken; wat geen vindplaats heeft, staat er niet bij",
        "ambiguous-note": "ambiguous: de eerste twee vindplaatsen zijn niet te onderscheiden",
        "note": "noot {number}", "note-text": "Noot {number}: {text}.",
        "passage-count": "{count} passages", "theme-table": "Thema's: aantal passages", "figure-table": "Tabel van cijfers",
    },
    "en": {
        "title": "{left} beside {right}", "skip": "To the content", "contents": "Contents", "summary": "Summary",
        "commitments": "Commitments", "themes": "Themes", "figures": "Figures", "passages": "Passages on the same subject",
        "left": "Left", "right": "Right", "filter": "Show kinds of finding", "evidence": "Places ({count})",
        "next": "Nearest, below the line: {ref} (score {score})",
        "further": "Related too, but three at most are shown: {ref} (score {score})", "curated": "judged",
        "computed": "computed", "ambiguous": "the two best cannot be told apart", "score": "score {score} of 100",
        "setting": "only the setting is known", "sources": "Sources", "theme": "Theme", "figure": "Figure",
        "finding": "Finding", "difference": "Difference",
        "notices": "Please note", "official": "official", "press": "press", "kinds": "What the kinds mean",
        "foot": "Descriptions are our own words, not the official text. Independent: not of MIVD or ministry.",
        "actual": "actual", "target": "target", "forecast": "forecast", "norm": "norm",
        "outside": "not from the report: other public sources",
        "nothing-found": "{known}; nothing found that answers",
        "spoken": "(+n): passages on what was said when presenting it; they do not count",
        "unlisted": "Not listed: {rest} {of}; {why}: mivd figures --doc {right}",
        "of-full": "of {right}", "of-part": "of what is known of {right}", "of-sources": "from sources about {right}",
        "no-promise": "{left} sets no norm, target or forecast for them", "not-there": "{left} does not give them",
        "nothing-known": "nothing is known from {left} to set beside them, which says nothing about {left} itself",
        "cut": "cut", "cut-note": "[cut]: mivd show REF has the whole passage",
        "compared-note": "{count} passages of {left} were compared; one without a place is not listed",
        "ambiguous-note": "ambiguous: the first two places cannot be told apart",
        "note": "note {number}", "note-text": "Note {number}: {text}.",
        "passage-count": "{count} passages", "theme-table": "Themes: number of passages", "figure-table": "Table of figures",
    },
}  # fmt: skip
"""Of the page, and of the tables where what they tell is the same."""


def left_out(record: Mapping[str, Any], lang: str) -> str | None:
    """The best place that was left out and why; it tells how sharp the line was, and is no finding."""
    other = record["runner_up"]
    return other and WORDS[lang]["further" if len(record["evidence"]) >= MOST else "next"].format(**other)


def unlisted(rest: int, left: DocumentItem, right: DocumentItem, lang: str) -> str:
    """How many figures of the right side are not listed, and what their standing alone means: it depends on what is known."""
    said = WORDS[lang]
    sides = {"left": left.id, "right": right.id}
    of = {"full": "of-full", "secondary": "of-sources"}.get(right.coverage, "of-part")
    silent = "not-there" if left.kind == right.kind else "no-promise"
    why = silent if left.coverage == "full" else "nothing-known"
    return said["unlisted"].format(rest=rest, of=said[of].format(**sides), why=said[why].format(**sides), **sides)


def count(record: Mapping[str, Any], side: str) -> str:
    """The passages of one side on a theme, and behind a plus those that do not count."""
    aside = record[f"{side}_not_counted"]
    return f"{record[f'{side}_passages']}{f' (+{aside})' if aside else ''}"


STYLE = """
:root{color-scheme:light dark;--ink:#1b1b1f;--soft:#4a4a55;--paper:#fff;--card:#f5f5f8;--line:#c4c4d0;--link:#0b4fa8;
--mark:#e3e9f6}
@media (prefers-color-scheme:dark){:root{--ink:#ececf1;--soft:#b9b9c6;--paper:#16161a;--card:#202027;--line:#4c4c5a;
--link:#9cc2ff;--mark:#2c3550}}
*{box-sizing:border-box}
body{margin:0;font:1rem/1.55 system-ui,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
header,nav,main,footer{max-width:76rem;margin:0 auto;padding:0 1rem}
h1{font-size:1.7rem;line-height:1.25;margin:1.2rem 0 .4rem}h2{font-size:1.3rem;margin:2rem 0 .6rem}
h3{font-size:1rem;margin:0 0 .3rem}
a{color:var(--link)}a:focus-visible,summary:focus-visible,input:focus-visible,.scroll:focus-visible{
outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{position:static;display:inline-block;padding:.5rem 1rem}
nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;padding:0;list-style:none}
.sides,.pair{display:grid;grid-template-columns:1fr 1fr;gap:.8rem 1.5rem}
.side,.finding{background:var(--card);border:1px solid var(--line);border-radius:.4rem;padding:.8rem 1rem}
.finding{margin:0 0 .8rem;break-inside:avoid}
.finding p,.side p{margin:.2rem 0}
.id,.soft{color:var(--soft);font-size:.875rem}
.kind{display:inline-block;font-weight:600;background:var(--mark);border:1px solid var(--line);border-radius:.3rem;
padding:0 .5rem}
details{margin:.3rem 0}summary{cursor:pointer;padding:.2rem 0;min-height:1.6rem}
.voice{color:var(--soft);font-size:.875rem;font-style:italic}
.evidence{list-style:none;margin:.3rem 0;padding:0}.evidence>li{border-left:3px solid var(--line);padding:.1rem 0 .1rem .7rem;
margin:.5rem 0}
fieldset{border:1px solid var(--line);border-radius:.4rem;margin:0 0 1rem;padding:.5rem 1rem;display:flex;flex-wrap:wrap;
gap:.3rem 1.4rem}
fieldset label{display:inline-flex;align-items:center;gap:.4rem;min-height:1.6rem}input{width:1.1rem;height:1.1rem}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:600;padding:.3rem 0}
th,td{border:1px solid var(--line);padding:.35rem .6rem;text-align:left;vertical-align:top;overflow-wrap:normal}
thead th{background:var(--card)}td.number{text-align:right;white-space:nowrap}tbody th{font-weight:400}
dl{margin:0}dt{font-weight:600;margin-top:.4rem}dd{margin:0 0 0 1rem}
footer{border-top:1px solid var(--line);margin-top:2rem;padding-block:1rem;color:var(--soft);font-size:.875rem}
@supports not selector(:has(*)){.filter{display:none}}
@media (max-width:44rem){.sides,.pair{grid-template-columns:1fr}body{font-size:.97rem}}
@media (max-width:34rem){.scroll table,.scroll caption,.scroll tbody,.scroll tr,.scroll th,.scroll td{display:block}
.scroll thead{position:absolute;left:-99rem}
.scroll tr{display:flex;flex-wrap:wrap;gap:0 1.2rem;border-top:1px solid var(--line);padding:.35rem 0}
.scroll th,.scroll td{border:0;padding:.1rem 0;flex:1 0 100%}.scroll th{font-weight:600}
.scroll td.number{flex:0 0 auto;text-align:left}.scroll td:empty{display:none}
.scroll td::before{content:attr(data-head) ": ";color:var(--soft)}}
@media print{.filter,nav,.skip{display:none}body{color:#000;background:#fff;font-size:10pt}
.side,.finding,thead th,.kind{background:#fff}
.scroll{overflow:visible}details::details-content{content-visibility:visible;display:block}details>:not(summary){display:block}
a{color:#000}}
"""
