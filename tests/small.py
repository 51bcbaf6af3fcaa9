"""A small world of our own: the harbour watch of an invented town, its plan and report of 2031. Every word is ours."""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from mivdcli import model
from mivdcli.text import fingerprint
from mivdcli.toml_form import canonical

OFFICIAL_PLAN = {
    "boats/1": "The watch will buy two new boats in 2031.",
    "boats/2": "We expect about 1.200 patrols in 2031, and at least 80% of them by night.",
    "fog/1": "Research into fog goes on together with the light-\nhouse keepers.",
}
"""The invented official text of the plan, paragraph by paragraph; the report's is below."""
OFFICIAL_REPORT = {
    "1.boats/1": "Two boats arrived in the spring and were named Heron and Tern.",
    "1.boats/2": "There were 1.150 patrols, of which 85% by night.",
    "2.gulls/1": "Gulls stole the keeper's lunch on three days.",
}

THEMES = [
    ("equipment", "Uitrusting", "Equipment", None),
    ("boats", "Boten", "Boats", "equipment"),
    ("nature", "Natuur", "Nature", None),
    ("fog", "Mist", "Fog", "nature"),
    ("gulls", "Meeuwen", "Gulls", "nature"),
]


def passage(locator: str, official: str, themes: list[str], nl: str, en: str, **more: Any) -> dict[str, Any]:
    """A passage of a document described in full, with the fingerprint of its official paragraph."""
    chars, sha256 = fingerprint(official)
    incipit = " ".join(official.split()[:4])
    return {
        "locator": locator,
        "themes": themes,
        "nl": nl,
        "en": en,
        "incipit": incipit,
        "chars": chars,
        "sha256": sha256,
        **more,
    }


def section(id: str, title: str, title_en: str) -> dict[str, Any]:
    return {"id": id, "title": title, "title_en": title_en}


def plan() -> dict[str, Any]:
    """The plan as a document of 2031; change the copy at will."""
    return {
        "id": "plan-2031",
        "kind": "plan",
        "year": 2031,
        "title_nl": "Plan van de havenwacht",
        "title_en": "Plan of the harbour watch",
        "published": "2030-12-01",
        "reference": "Havenstukken 7",
        "coverage": "full",
        "scope_nl": "Helemaal beschreven.",
        "scope_en": "Described in full.",
        "sections": [section("boats", "Boten", "Boats"), section("fog", "Mist", "Fog")],
        "passages": [
            passage("boats/1", OFFICIAL_PLAN["boats/1"], ["boats"], "De wacht koopt twee boten.", "The watch buys two boats."),
            passage(
                "boats/2",
                OFFICIAL_PLAN["boats/2"],
                ["boats"],
                "Zo'n 1.200 patrouilles verwacht, ten minste 80% 's nachts.",
                "Some 1,200 patrols expected, at least 80% by night.",
            ),
            passage(
                "fog/1",
                OFFICIAL_PLAN["fog/1"],
                ["fog"],
                "Mistonderzoek loopt door, samen met de vuurtorenwachters.",
                "Fog research continues, with the lighthouse keepers.",
            ),
        ],
        "commitments": [
            commitment("buy-boats", "boats/1", "Twee nieuwe boten kopen.", "Buy two new boats.", ["boats"], "start"),
            commitment(
                "patrols",
                "boats/2",
                "Zo'n 1.200 patrouilles.",
                "Some 1,200 patrols.",
                ["boats"],
                "forecast",
                series="patrols.total",
            ),
            commitment(
                "night",
                "boats/2",
                "Minstens 80% 's nachts.",
                "At least 80% by night.",
                ["boats"],
                "norm",
                series="patrols.night",
            ),
            commitment("fog", "fog/1", "Onderzoek naar mist voortzetten.", "Continue research into fog.", ["fog"], "continue"),
        ],
        "figures": [
            figure("patrols.total", 1200, "about 1.200", "boats/2", qualifier="about", role="forecast"),
            figure("patrols.night", 80, "at least 80%", "boats/2", qualifier="at-least", role="norm"),
        ],
    }


def report() -> dict[str, Any]:
    """The report as a document of 2031; change the copy at will."""
    return {
        "id": "report-2031",
        "kind": "report",
        "year": 2031,
        "title_nl": "Verslag van de havenwacht",
        "title_en": "Report of the harbour watch",
        "published": "2032-04-01",
        "reference": "Havenstukken 9",
        "coverage": "full",
        "scope_nl": "Helemaal beschreven.",
        "scope_en": "Described in full.",
        "sections": [section("1.boats", "Boten", "Boats"), section("2.gulls", "Meeuwen", "Gulls")],
        "passages": [
            passage(
                "1.boats/1",
                OFFICIAL_REPORT["1.boats/1"],
                ["boats"],
                "In het voorjaar kwamen twee nieuwe boten: Heron en Tern.",
                "Two new boats came in spring: Heron and Tern.",
            ),
            passage(
                "1.boats/2",
                OFFICIAL_REPORT["1.boats/2"],
                ["boats"],
                "1.150 patrouilles, 85% 's nachts.",
                "1,150 patrols, 85% by night.",
            ),
            passage(
                "2.gulls/1",
                OFFICIAL_REPORT["2.gulls/1"],
                ["gulls"],
                "Op drie dagen stalen meeuwen de lunch [sic] van de wachter.",
                "On three days gulls stole the keeper's lunch [sic].",
            ),
        ],
        "figures": [
            figure("patrols.total", 1150, "1.150", "1.boats/2"),
            figure("patrols.night", 85, "85%", "1.boats/2"),
            figure("lunches.stolen", 3, "three days", "2.gulls/1"),
        ],
    }


def commitment(name: str, locator: str, nl: str, en: str, themes: list[str], kind: str, **more: Any) -> dict[str, Any]:
    return {"id": f"plan-2031.{name}", "locator": locator, "nl": nl, "en": en, "themes": themes, "kind": kind, **more}


def figure(series: str, value: int | None, printed: str | None, locator: str | None, **more: Any) -> dict[str, Any]:
    found = {"series": series, "period": "2031", "value": value, "printed": printed, "locator": locator, **more}
    return {key: item for key, item in found.items() if item is not None}


def series(id: str, unit: str = "count", themes: tuple[str, ...] = ("boats",), **more: Any) -> dict[str, Any]:
    topic, _, name = id.partition(".")
    return {
        "id": id, "topic": topic, "label_nl": f"reeks {name}", "label_en": f"{name} series", "unit": unit,
        "counts_nl": "wat er staat", "counts_en": "what it says", "body": "mivd", "themes": list(themes), **more,
    }  # fmt: skip


def lists() -> dict[str, Any]:
    """The list files: themes, series, glossary, links."""
    themes = [
        {"id": id, "label_nl": nl, "label_en": en, "scope_nl": nl, "scope_en": en, **({"parent": parent} if parent else {})}
        for id, nl, en, parent in THEMES
    ]
    return {
        "themes.toml": {"themes": themes},
        "keywords.toml": {
            "keywords": [
                {"id": "tugs", "label_nl": "Sleepboten", "label_en": "Tugs", "theme": "boats"},
                {"id": "night-patrols", "label_nl": "Nachtronden", "label_en": "Patrols by night", "theme": "boats"},
            ]
        },
        "series.toml": {
            "series": [series("patrols.total"), series("patrols.night", "percent"), series("lunches.stolen", themes=("gulls",))]
        },
        "glossary.toml": {
            "terms": [
                {"id": "hw", "abbreviation": "HW", "nl": "havenwacht", "en": "harbour watch",
                 "meaning_nl": "De havenwacht.", "meaning_en": "The harbour watch.", "refs": ["plan-2031:boats/1"]}
            ]
        },
        "links/2031.toml": {
            "links": [
                {"commitment": "plan-2031.buy-boats", "kind": "reported", "evidence": ["report-2031:1.boats/1"],
                 "bears_on": "outcome", "reason_nl": "Twee boten kwamen aan.", "reason_en": "Two boats arrived.",
                 "date": "2032-05-01", "reviewer": "by reading both"}
            ]
        },
    }  # fmt: skip


KINDS: dict[str, type[model.Record]] = {
    "themes.toml": model.Themes,
    "keywords.toml": model.Keywords,
    "series.toml": model.SeriesList,
    "glossary.toml": model.Glossary,
}


def official(texts: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    """An invented official text as headings with their paragraphs."""
    titles = {"boats": "Boten", "fog": "Mist", "1.boats": "Boten", "2.gulls": "Meeuwen"}
    parts: dict[str, list[str]] = {}
    for locator, text in texts.items():
        parts.setdefault(titles[locator.partition("/")[0]], []).append(text.replace("-\n", "").replace("\n", " "))
    return list(parts.items())


def as_text(texts: Mapping[str, str]) -> str:
    """The same as a plain text that some tool extracted from a PDF."""
    return "\n\n".join("\n\n".join([title, *paragraphs]) for title, paragraphs in official(texts)) + "\n"


def as_xml(texts: Mapping[str, str], publication_id: str = "kst-99999-7") -> str:
    """The same as a Kamerstuk."""
    body = "".join(
        f'<tussenkop kopopmaak="vet">{title}</tussenkop>' + "".join(f"<al>{escape(text)}</al>" for text in paragraphs)
        for title, paragraphs in official(texts)
    )
    address = f"https://zoek.officielebekendmakingen.nl/{publication_id}/metadata.xml"
    meta = f'<metadata><meta name="OVERHEIDop.externMetadataRecord" content="{address}"/></metadata>'
    inner = f"<stuk><algemeen><vrije-tekst>{body}</vrije-tekst></algemeen></stuk>"
    return f"<?xml version='1.0'?><officiele-publicatie>{meta}<kamerstuk>{inner}</kamerstuk></officiele-publicatie>"


def as_html(texts: Mapping[str, str]) -> str:
    """The same as a page of the official site."""
    body = "".join(
        f'<h2 class="divisiekop1">{title}</h2>' + "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
        for title, paragraphs in official(texts)
    )
    return f"<!DOCTYPE html><html><head><title></title></head><body><div id='broodtekst'>{body}</div></body></html>"


def write(folder: Path, *documents: Mapping[str, Any], **changed: Any) -> Path:
    """Write the small world (or ``documents`` in place of its plan and report) in canonical form."""
    for document in documents or (plan(), report()):
        kind, _, year = document["id"].partition("-")
        name = {"plan": "plans", "report": "reports", "events": "events", "statistics": "statistics"}[kind]
        put(folder / name / f"{year}.toml", canonical(document, model.Document))
    for name, data in {**lists(), **changed}.items():
        put(folder / name, canonical(data, KINDS.get(name, model.Links)))
    return folder


def put(path: Path, text: str | bytes) -> Path:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path
