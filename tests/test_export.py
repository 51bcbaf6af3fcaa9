"""What comes out equals what the library holds, to the byte each time; and nobody's files are in danger."""

import csv
import hashlib
import json
import sqlite3
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from mivdcli.corpus import Corpus, places
from mivdcli.errors import DataError, UnknownId, UsageError
from mivdcli.export import export
from mivdcli.export.table import Table
from mivdcli.export.tables import tables
from tests import small
from tests.conftest import Command
from tests.rebuilt import Rebuilt, Rows, read_jsonl


@pytest.fixture(scope="module")
def folder_of_all(tmp_path_factory: pytest.TempPathFactory, bundled: Corpus) -> Path:
    target = tmp_path_factory.mktemp("export") / "mivd"
    export(bundled, target, formats=("csv", "jsonl", "sqlite", "opensearch"))
    return target


def read_csv(folder: Path, name: str) -> Rows:
    with (folder / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_sqlite(folder: Path, name: str) -> Rows:
    connection = sqlite3.connect(folder / "mivd.sqlite")
    connection.row_factory = sqlite3.Row
    try:
        return [dict(row) for row in connection.execute(f"SELECT * FROM {name}")]
    finally:
        connection.close()


def test_the_library_can_be_put_together_again_from_the_json_lines(folder_of_all: Path, bundled: Corpus) -> None:
    rebuilt = Rebuilt(folder_of_all)
    assert rebuilt.documents() == list(bundled.documents())
    assert rebuilt.themes() == list(bundled.themes.values())
    assert rebuilt.keywords() == list(bundled.keywords.values())
    assert rebuilt.series() == list(bundled.series.values())
    assert rebuilt.terms() == list(bundled.terms.values())
    assert rebuilt.links() == [link for year in bundled.years for link in bundled.links(year)]


def flat(table: Table, row: dict[str, Any]) -> list[Any]:
    """A row in a form in which the three formats must agree: numbers exact, truth values as such, empty as None."""
    types: dict[str, Any] = {
        "number": lambda value: Decimal(str(value)),
        "integer": int,
        "boolean": lambda v: v in (True, 1, "true"),
        "string": str,
    }
    return [None if row[c.name] in (None, "") else types[c.type](row[c.name]) for c in table.columns]


def test_csv_json_lines_and_sqlite_hold_the_same_rows(folder_of_all: Path, bundled: Corpus) -> None:
    for table in tables(bundled):
        ours = [flat(table, dict(zip((c.name for c in table.columns), row, strict=True))) for row in table.rows]
        for read in (read_csv, read_jsonl, read_sqlite):
            assert [flat(table, row) for row in read(folder_of_all, table.name)] == ours, (table.name, read.__name__)


def test_every_printed_figure_comes_out_as_it_is_printed(folder_of_all: Path, bundled: Corpus) -> None:
    printed = sorted(figure.printed or "" for document in bundled.documents() for figure in document.figures)
    for read in (read_csv, read_jsonl, read_sqlite):
        assert sorted(row["printed"] or "" for row in read(folder_of_all, "figures")) == printed


def test_an_export_is_the_same_to_the_byte_each_time(folder_of_all: Path, bundled: Corpus, tmp_path: Path) -> None:
    export(bundled, tmp_path / "again", formats=("opensearch", "sqlite", "jsonl", "csv"))
    for path in (path for path in folder_of_all.rglob("*") if path.is_file()):
        assert path.read_bytes() == (tmp_path / "again" / path.relative_to(folder_of_all)).read_bytes(), path.name


def test_the_checksums_are_those_of_the_files_and_list_them_all(folder_of_all: Path) -> None:
    lines = (folder_of_all / "SHA256SUMS").read_text("utf-8").splitlines()
    listed = {path: sha for sha, _, path in (line.partition("  ") for line in lines)}
    files = {path.relative_to(folder_of_all).as_posix(): path for path in folder_of_all.rglob("*") if path.is_file()}
    assert listed == {
        name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items() if name != "SHA256SUMS"
    }


def test_the_keys_of_the_database_hold_and_are_enforced(folder_of_all: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    copy.write_bytes((folder_of_all / "mivd.sqlite").read_bytes())
    connection = sqlite3.connect(copy)
    connection.execute("PRAGMA foreign_keys = ON")
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute("INSERT INTO passage_themes VALUES ('report-2020:nowhere/1', 1, 'china')")
    connection.close()


def test_full_text_search_finds_a_passage_without_its_accents(folder_of_all: Path) -> None:
    connection = sqlite3.connect(folder_of_all / "mivd.sqlite")
    query = "SELECT ref FROM passages WHERE rowid IN (SELECT rowid FROM passages_fts WHERE passages_fts MATCH ?)"
    found = {ref for (ref,) in connection.execute(query, ("syrie",))}
    assert "report-2020:1.1.syrie/1" in found
    (sql,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'passages_fts'").fetchone()
    assert 'content="passages"' in sql, "the spelling by which Datasette knows that the table can be searched"
    connection.close()


def test_the_frictionless_validator_finds_nothing_wrong(folder_of_all: Path) -> None:
    """Types, keys, foreign keys, sizes and hashes, cell by cell; a twin without the validator is below."""
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed: pip install 'mivdcli[interop]'")
    report = frictionless.validate(str(folder_of_all / "datapackage.json"))
    assert report.valid, report.flatten(["title", "fieldName", "rowNumber", "note"])[:5]
    assert len(report.tasks) == len(list((folder_of_all / "csv").iterdir()))


def test_the_data_package_describes_every_csv_file_and_column(folder_of_all: Path) -> None:
    package = json.loads((folder_of_all / "datapackage.json").read_text("utf-8"))
    paths = {resource["path"]: resource for resource in package["resources"]}
    assert set(paths) == {f"csv/{path.name}" for path in (folder_of_all / "csv").iterdir()}
    names = {resource["name"] for resource in package["resources"]}
    for path, resource in paths.items():
        content = (folder_of_all / path).read_bytes()
        header = content.decode().splitlines()[0].split(",")
        assert [field["name"] for field in resource["schema"]["fields"]] == header
        assert (resource["bytes"], resource["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        assert {key["reference"]["resource"] for key in resource["schema"]["foreignKeys"]} <= names | {""}


def test_the_bulk_form_is_an_action_and_a_record_in_turn(folder_of_all: Path, bundled: Corpus) -> None:
    text = (folder_of_all / "opensearch" / "passages.ndjson").read_text("utf-8")
    lines = [json.loads(line) for line in text.splitlines()]
    assert text.endswith("\n"), "the bulk interface refuses a last line without an end"
    refs = [place.ref for document in bundled.documents() for place in places(document)]
    assert [line["index"]["_id"] for line in lines[::2]] == refs == [line["ref"] for line in lines[1::2]]
    assert {line["index"]["_index"] for line in lines[::2]} == {"mivd-passages"}


def test_nothing_is_overwritten_without_force(corpus: Corpus, tmp_path: Path) -> None:
    export(corpus, tmp_path / "out", formats=("jsonl",))
    with pytest.raises(UsageError, match="not empty"):
        export(corpus, tmp_path / "out")
    export(corpus, tmp_path / "out", formats=("csv",), force=True)
    assert not (tmp_path / "out" / "jsonl").exists(), "the folder is the new export, not a mixture of two"


def test_force_replaces_an_export_and_nothing_else(corpus: Corpus, tmp_path: Path) -> None:
    """A slip of the finger must not cost anybody a folder of their own work."""
    target = tmp_path / "out"
    export(corpus, target)
    (target / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=r"notes\.txt.* does not come from an export"):
        export(corpus, target, force=True)
    assert (target / "notes.txt").read_text("utf-8") == "mine"


def test_a_file_that_happens_to_have_the_name_of_the_checksums_is_not_replaced_unasked(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "SHA256SUMS").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="not empty"):
        export(corpus, tmp_path)


def test_an_empty_folder_is_filled_and_a_file_is_refused(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert export(corpus, tmp_path / "empty")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match="is a file"):
        export(corpus, tmp_path / "file")


def test_an_export_that_fails_leaves_what_was_there(corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out"
    export(corpus, target)
    before = (target / "SHA256SUMS").read_bytes()

    def fail(*_: Any) -> None:
        raise DataError([])

    monkeypatch.setattr("mivdcli.export.folder._sqlite", fail)
    with pytest.raises(DataError):
        export(corpus, target, force=True)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == [], "nothing half done is left behind"
    assert (target / "SHA256SUMS").read_bytes() == before
    assert (target / "mivd.sqlite").is_file()


def test_data_that_contradicts_itself_is_not_exported(folder: Path, tmp_path: Path) -> None:
    """The keys of a database would have to be false: a link to a commitment that no plan makes, an id that two plans give."""
    dangling = {"links/2031.toml": {"links": [small.lists()["links/2031.toml"]["links"][0] | {"commitment": "plan-2031.sail"}]}}
    twice = small.plan() | {"id": "plan-2032", "year": 2032}
    for number, (documents, changed) in enumerate((((), dangling), ((small.plan(), small.report(), twice), {}))):
        held = small.write(tmp_path / f"data-{number}", *documents, **changed)
        with pytest.raises(DataError):
            export(Corpus(bundled=held), tmp_path / "out")
        assert [path.name for path in tmp_path.iterdir() if path.name not in ("data", "data-0", "data-1")] == []


def test_an_unknown_format_is_refused_before_anything_is_written(corpus: Corpus, tmp_path: Path) -> None:
    with pytest.raises(UnknownId):
        export(corpus, tmp_path / "out", formats=("xlsx",))
    assert not (tmp_path / "out").exists()


def test_the_command_lists_what_it_wrote(mivd: Command, folder: Path, tmp_path: Path) -> None:
    result = mivd("export", tmp_path / "out", "--data", folder, "-q", code=0)
    lines = result.out.splitlines()
    assert lines[0] == "path\tbytes\tsha256"
    assert any(line.startswith("mivd.sqlite\t") for line in lines)
    assert "plan-2031" in (tmp_path / "out" / "csv" / "documents.csv").read_text("utf-8"), "the user's own documents too"
    assert mivd("export", tmp_path / "out", "-q", code=2).out == ""
