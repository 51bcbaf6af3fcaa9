"""The records of the library, put together again from an export: what comes out must be what went in."""

import json
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec

from mivdcli.model import Document, Keyword, Link, Series, Term, Theme
from mivdcli.parse import document as parse_document

Rows = list[dict[str, Any]]


def read_jsonl(folder: Path, name: str) -> Rows:
    return [json.loads(line) for line in (folder / "jsonl" / f"{name}.jsonl").read_text("utf-8").splitlines()]


def kept(row: dict[str, Any], *without: str) -> dict[str, Any]:
    """What a data file would hold: no empty values, no keys of the tables."""
    return {key: value for key, value in row.items() if value is not None and key not in ("position", "document", *without)}


def grouped(rows: Rows, *key: str) -> dict[Any, Rows]:
    found: dict[Any, Rows] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row["position"]):
        found[tuple(row[name] for name in key)].append(row)
    return found


class Rebuilt:
    """The records of the library, put together again from the tables alone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def rows(self, name: str) -> Rows:
        return read_jsonl(self.folder, name)

    def lists(self, name: str, key: str, value: str) -> dict[str, list[str]]:
        return {id: [row[value] for row in rows] for (id,), rows in grouped(self.rows(name), key).items()}

    def documents(self) -> list[Document]:
        parts = {name: grouped(self.rows(name), "document") for name in ("sections", "passages", "commitments", "figures")}
        urls = self.lists("document_urls", "document", "url")
        builders = {
            "sections": self._section,
            "passages": self._passage(),
            "commitments": self._commitment(),
            "figures": self._figure(),
        }
        return [
            parse_document(
                kept(row)
                | {name: [build(one) for one in parts[name].get((row["id"],), [])] for name, build in builders.items()}
                | {"urls": urls.get(row["id"], [])},
                row["id"],
            )
            for row in self.rows("documents")
        ]

    @staticmethod
    def _section(row: dict[str, Any]) -> dict[str, Any]:
        return kept(row)

    def _passage(self) -> Any:
        themes = self.lists("passage_themes", "passage", "theme")
        keywords = self.lists("passage_keywords", "passage", "keyword")
        sources = grouped(self.rows("passage_sources"), "passage")
        return lambda row: (
            kept(row, "ref", "section")
            | {
                "themes": themes.get(row["ref"], []),
                "keywords": keywords.get(row["ref"], []),
                "sources": [kept(one, "passage") for one in sources.get((row["ref"],), [])],
            }
        )

    def _commitment(self) -> Any:
        themes = self.lists("commitment_themes", "commitment", "theme")
        keywords = self.lists("commitment_keywords", "commitment", "keyword")
        horizon = ("printed", "from", "until", "open")
        return lambda row: (
            kept(row, "passage", *(f"horizon_{key}" for key in horizon))
            | {
                "themes": themes.get(row["id"], []),
                "keywords": keywords.get(row["id"], []),
                "locator": row["passage"].partition(":")[2],
                "horizon": kept({key: row[f"horizon_{key}"] for key in horizon}),
            }
        )

    def _figure(self) -> Any:
        dimensions = grouped(self.rows("figure_dimensions"), "figure")

        def build(row: dict[str, Any]) -> dict[str, Any]:
            value = row["value"]
            found = kept(row, "id", "passage", "value", "source_url", "source_kind", "source_date")
            found["dimensions"] = {one["dimension"]: one["value"] for one in dimensions.get((row["id"],), [])}
            if value is not None:
                found["value"] = Decimal(value) if "." in value else int(value)
            if row["passage"]:
                found["locator"] = row["passage"].partition(":")[2]
            if row["source_url"]:
                found["source"] = kept({"url": row["source_url"], "kind": row["source_kind"], "date": row["source_date"]})
            return found

        return build

    def themes(self) -> list[Theme]:
        words = grouped(self.rows("theme_words"), "theme", "kind")
        keys = {"aliases_nl": "alias_nl", "aliases_en": "alias_en", "examples": "example"}
        return [
            msgspec.convert(
                kept(row) | {key: [one["text"] for one in words.get((row["id"], kind), [])] for key, kind in keys.items()},
                Theme,
            )
            for row in self.rows("themes")
        ]

    def keywords(self) -> list[Keyword]:
        return [msgspec.convert(kept(row), Keyword) for row in self.rows("keywords")]

    def series(self) -> list[Series]:
        themes, breaks = self.lists("series_themes", "series", "theme"), grouped(self.rows("series_breaks"), "series")
        dimensions, values = (
            grouped(self.rows("dimensions"), "series"),
            grouped(self.rows("dimension_values"), "series", "dimension"),
        )
        return [
            msgspec.convert(
                kept(row)
                | {
                    "themes": themes.get(row["id"], []),
                    "breaks": [kept(one, "series") for one in breaks.get((row["id"],), [])],
                    "dimensions": [
                        kept(one, "series")
                        | {"values": [kept(value, "series", "dimension") for value in values.get((row["id"], one["id"]), [])]}
                        for one in dimensions.get((row["id"],), [])
                    ],
                },
                Series,
            )
            for row in self.rows("series")
        ]

    def terms(self) -> list[Term]:
        aliases, refs = self.lists("term_aliases", "term", "alias"), self.lists("term_refs", "term", "ref")
        return [
            msgspec.convert(kept(row) | {"aliases": aliases.get(row["id"], []), "refs": refs.get(row["id"], [])}, Term)
            for row in self.rows("terms")
        ]

    def links(self) -> list[Link]:
        evidence = self.lists("link_evidence", "link", "ref")
        return [
            msgspec.convert(kept(row, "id", "year") | {"evidence": evidence[row["id"]]}, Link) for row in self.rows("links")
        ]
