"""One SQLite file with keys that hold and full-text search; the only module that knows sqlite3."""

import sqlite3
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from mivdcli.errors import DataError, Problem
from mivdcli.export.table import Table, Value

TYPES = {"string": "TEXT", "integer": "INTEGER", "boolean": "INTEGER", "number": "NUMERIC"}
SEARCHED = {"passages": ("nl", "en", "label"), "terms": ("abbreviation", "nl", "en", "meaning_nl", "meaning_en")}
"""Tables with a full-text index beside them, which Datasette finds by itself."""
HINT = "mivd check lists what is wrong with the data"
VIEW = """
CREATE VIEW figures_labelled AS
SELECT f.id, s.topic, f.series, s.label_nl, s.label_en, f.period, f.value, f.printed, f.qualifier, f.role, s.unit, s.body,
  (SELECT group_concat(d.dimension || '=' || d.value, '; ') FROM figure_dimensions d WHERE d.figure = f.id) AS dimensions,
  f.document, f.passage, f.source_url, f.official, f.note_nl, f.note_en
FROM figures f JOIN series s ON s.id = f.series
"""


def write_sqlite(path: Path, tables: Sequence[Table], versions: dict[str, str]) -> None:
    """The tables in a new file, the same bytes each time for one version of SQLite. Raises DataError."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        _fill(connection, tables, versions)
        _refuse_dangling(connection, path.name)
        connection.execute("VACUUM")
    except sqlite3.IntegrityError as error:
        raise DataError([Problem("duplicate", path.name, "", str(error))], hint=HINT) from None
    finally:
        connection.close()


def _fill(connection: sqlite3.Connection, tables: Sequence[Table], versions: dict[str, str]) -> None:
    """In one transaction, each table before those that lead to it."""
    connection.execute("PRAGMA journal_mode = OFF")  # the file is new and appears whole or not at all
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN")
    for table in tables:
        connection.execute(_create(table))
        marks = ", ".join("?" * len(table.columns))
        connection.executemany(f"INSERT INTO {table.name} VALUES ({marks})", (tuple(map(_stored, row)) for row in table.rows))
        for foreign in table.foreign:
            name = f"{table.name}_{'_'.join(foreign.columns)}"
            connection.execute(f"CREATE INDEX {name} ON {table.name} ({', '.join(foreign.columns)})")
    for name, columns in SEARCHED.items():
        connection.execute(_index(name, columns))
        connection.execute(f"INSERT INTO {name}_fts ({name}_fts) VALUES ('rebuild')")
    connection.execute(VIEW)
    connection.execute("CREATE TABLE versions (name TEXT PRIMARY KEY, version TEXT NOT NULL)")
    connection.executemany("INSERT INTO versions VALUES (?, ?)", versions.items())
    connection.execute("COMMIT")


def _create(table: Table) -> str:
    lines = [f"{column.name} {TYPES[column.type]}" for column in table.columns]
    lines.append(f"PRIMARY KEY ({', '.join(table.key)})")
    lines += [f"FOREIGN KEY ({', '.join(f.columns)}) REFERENCES {f.table} ({', '.join(f.key)})" for f in table.foreign]
    return f"CREATE TABLE {table.name} ({', '.join(lines)})"


def _index(name: str, columns: Sequence[str]) -> str:
    told = ", ".join(columns)
    content = f'content="{name}"'  # Datasette knows the index by this spelling with double quotes, and by no other
    return f"CREATE VIRTUAL TABLE {name}_fts USING fts5 ({told}, {content}, tokenize='unicode61 remove_diacritics 2')"


def _stored(value: Value) -> str | int | None:
    """Exact numbers go in as digits; the column's affinity makes numbers of them."""
    return format(value, "f") if isinstance(value, Decimal) else value


def _refuse_dangling(connection: sqlite3.Connection, file: str) -> None:
    found = connection.execute("PRAGMA foreign_key_check").fetchall()
    if found:
        problems = [
            Problem("unknown-ref", file, f"{table}[{row}]", f"leads nowhere in {parent}") for table, row, parent, _ in found
        ]
        raise DataError(problems, hint=HINT)
