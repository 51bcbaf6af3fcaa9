"""Imports point one way, and a command loads only what it needs. Both are read from the code, not from a clock."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1] / "src" / "mivdcli"
LAYERS = (
    ("astray", "errors", "kinds", "completion", "postponed", "whole"),
    ("files", "inflection", "lexicon", "model", "printable", "spelling", "spreadsheet", "text"),
    ("parse", "period", "query", "unwritten"),
    ("compiled", "matching", "toml_form", "toml_schema"),
    ("corpus",),
    ("names",),
    ("refs", "vocabulary"),
    ("items",),
    ("tally",),
    (
        "checks",
        "cite",
        "diff",
        "documents",
        "export",
        "figures",
        "gaps",
        "glossary",
        "schemas",
        "search",
        "show",
        "sources",
        "stamp",
        "themes",
    ),
    ("trend", "wheel"),
    ("render",),
    ("library",),
    ("cli",),
    ("command",),
    ("__main__",),
)
"""From right to left of the design: a module may import from the layers above its own line, never from its neighbours."""
ONLY_IN = {
    "typer": ("cli",), "rich": ("render.terminal",), "rapidfuzz": ("matching",), "tomli": ("corpus",),
    "sqlite3": ("export.sqlite", "search.index", "search.indexing"), "plotext": ("render.plot",), "matplotlib": ("render.svg",),
    "platformdirs": ("cli.config_file", "search.opening", "sources.store"),
    "lxml": ("sources.readers.kamerstuk_xml", "sources.readers.html"), "pypdfium2": ("sources.readers.pdf_pages",),
    "urllib3": ("sources.fetch",),
    "msgspec": (
        "model", "parse", "compiled", "items", "tally", "toml_form", "toml_schema", "show", "checks", "cite", "diff", "export",
        "gaps", "render", "search", "sources", "themes", "trend", "library", "cli.describe", "cli.examples", "cli.manual",
    ),
}  # fmt: skip
"""Each package has one door."""
MODULES = sorted(ROOT.rglob("*.py"))


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imported(path: Path) -> set[str]:
    """Every module that a file imports, inside functions too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return names


def layer(name: str) -> int:
    top = name.split(".")[0]
    return next(number for number, names in enumerate(LAYERS) if top in names)


@pytest.mark.parametrize("path", [path for path in MODULES if path.parent != ROOT or path.stem != "__init__"], ids=name_of)
def test_a_module_imports_only_from_the_layers_below_it_or_from_its_own_package(path: Path) -> None:
    own = name_of(path)
    for name in imported(path):
        inner = name.removeprefix("mivdcli.")
        if inner == name or inner == "data":
            continue
        same_package = inner.split(".")[0] == own.split(".")[0]
        assert inner == "__version__" or same_package or layer(inner) < layer(own), f"{own} imports {name}"


@pytest.mark.parametrize("package", ONLY_IN)
def test_a_package_is_imported_only_where_it_has_its_door(package: str) -> None:
    users = {name_of(path) for path in MODULES if any(name.split(".")[0] == package for name in imported(path))}
    assert users
    assert {user for user in users if not user.startswith(ONLY_IN[package])} == set()


def test_click_is_never_imported() -> None:
    """typer brings its own copy since 0.26; an installed click would be another one."""
    assert not any(name.split(".")[0] == "click" for path in MODULES for name in imported(path))


HEAVY = {
    "asyncio", "attrs", "csv", "hashlib", "importlib.metadata", "json", "lxml", "matplotlib", "numpy", "platformdirs",
    "plotext", "pydantic", "pypdfium2", "rapidfuzz", "rich", "sqlite3", "unicodedata", "urllib3",
}  # fmt: skip


def modules(*arguments: str) -> set[str]:
    """Every module that one command loads, in a process of its own."""
    code = (
        "import sys; from mivdcli.cli import run; code = run(sys.argv[1:]); "
        "print('\\n'.join(sys.modules), file=sys.stderr); sys.exit(code)"
    )
    quiet = [] if arguments == ("--version",) else ["-q"]
    done = subprocess.run([sys.executable, "-c", code, *arguments, *quiet], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr[-2000:]
    return set(done.stderr.split())


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (["themes", "2024"], set()),
        (["documents"], set()),
        (["figures", "uvo", "--year", "2020"], set()),
        (["show", "report-2020:1.1.china/3"], set()),
        (["--version"], set()),
        (["themes", "2024", "--format", "vertical"], set()),
        (["themes", "2024", "--format", "csv"], {"csv"}),
        (["themes", "2024", "--format", "table"], {"rich", "unicodedata"}),  # which rich 14 loads
        (["search", "kabelinterceptie"], set()),
        (["diff", "plan-2024", "report-2024"], set()),
        (["trend", "taps"], set()),
        (["cite", "report-2020:1.1.china/3"], set()),
        (["glossary", "uvo"], {"rapidfuzz"}),
        (["diff", "plan-2024", "report-2024", "--format", "jsonl"], {"json"}),
        (["themes", "2024", "--format", "json"], {"json"}),
        (["search", "kabelinterceptie", "--format", "json"], {"json"}),
        (["search", "kabelinterseptie"], {"json", "rapidfuzz"}),  # which imports json itself
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_piped_command_loads_nothing_that_it_does_not_need(arguments: list[str], allowed: set[str]) -> None:
    """Every command is a short-lived process: an import that nobody needs is paid for at every call."""
    assert HEAVY & modules(*arguments) <= allowed


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_what_asks_nothing_of_the_data_loads_no_model(argument: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does looking for a settings file, which most readers have not."""
    monkeypatch.delenv("MIVD_CONFIG")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    code = "import sys; from mivdcli.cli import run; run(sys.argv[1:]); print('LOADED', *sys.modules)"
    done = subprocess.run([sys.executable, "-c", code, argument], capture_output=True, text=True, check=True)
    assert not {"msgspec", "mivdcli.corpus", "mivdcli.model"} & set(done.stdout.split("LOADED")[1].split())


OF_OTHERS = {"text", "spreadsheet", "matching", "query", "render.chart", "render.pages", "render.terminal", "cli.pager"}
"""Modules of our own that some questions need: patterns to compile, and what only some formats know."""


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (["--version"], set()),
        (["documents"], set()),
        (["themes", "2024"], set()),
        (["figures", "uvo", "--year", "2020"], set()),
        (["show", "report-2020:1.1.china/3"], set()),
        (["diff", "plan-2024", "report-2024", "--method", "curated"], set()),
        (["themes", "2024", "--format", "csv"], {"spreadsheet"}),
        (["search", "kabelinterceptie"], {"text", "query", "matching"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_piped_command_loads_no_module_that_only_others_need(arguments: list[str], allowed: set[str]) -> None:
    names = {f"mivdcli.{name}": name for name in OF_OTHERS}
    assert {names[name] for name in names.keys() & modules(*arguments)} <= allowed


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["--version"], set()),
        (["themes", "2024"], {"plans/2024.toml", "reports/2024.toml", "themes.toml", "series.toml"}),
        (["themes", "report-2020"], {"reports/2020.toml", "themes.toml", "series.toml"}),
        (["show", "plan-2024:cyber/1"], {"plans/2024.toml", "series.toml"}),
        (["glossary", "uvo"], {"glossary.toml"}),
        (["cite", "plan-2024"], {"plans/2024.toml"}),
        (
            ["diff", "plan-2024", "report-2024"],
            {"plans/2024.toml", "reports/2024.toml", "events/2024.toml", "links/2024.toml"}
            | {"themes.toml", "keywords.toml", "series.toml", "glossary.toml"},
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_command_opens_only_the_data_files_that_it_answers_from(arguments: list[str], wanted: set[str]) -> None:
    """A file more is paid for at every call, and one that is damaged would spoil an answer that does not need it."""
    found = opened(*arguments)
    assert found <= wanted
    assert bool(found) == bool(wanted)


def opened(*arguments: str) -> set[str]:
    """The data files that one command opens, by their names in the data folder."""
    code = (
        "import sys; from mivdcli.corpus import bundled_folder; root = str(bundled_folder()) + '/'; found = set()\n"
        "def note(event, values):\n"
        "    name = str(values[0]) if event == 'open' else ''\n"
        "    if name.startswith(root) and name.endswith('.toml'): found.add(name.removeprefix(root))\n"
        "sys.addaudithook(note); from mivdcli.cli import run; run(sys.argv[1:]); print(*found, sep='\\n', file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, encoding="utf-8")
    assert done.stdout
    return {line for line in done.stderr.splitlines() if line.endswith(".toml") and " " not in line}


def test_the_command_begins_with_nothing_loaded() -> None:
    """The collector rests while the command line is imported; whatever is imported before that has cost its pauses already."""
    code = "import sys, mivdcli.command; print(sorted(sys.modules.keys() & {'typer', 'msgspec', 'mivdcli.cli', 'rich'}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("shell", "line"),
    [
        ("bash", ": |mivd fig"),
        ("bash", ":=|mivd show report-2020:1.1."),
        ("zsh", "figures|--role="),
        ("fish", "glossary|'scre"),
    ],
)
def test_tab_loads_nothing_but_the_few_modules_of_completion(shell: str, line: str) -> None:
    """A person waits for it: not even typing or collections beyond what the interpreter has loaded before the first line."""
    code = (
        "import sys; before = set(sys.modules); sys.argv[1:] = sys.argv[1].split('|'); import os; "
        f"os.environ['_MIVD_COMPLETE'] = {shell!r}; from mivdcli.command import main; main(); "
        "print(*sorted(set(sys.modules) - before), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, line], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.count("\n") > 1
    ours = ("candidates", "commands", "names", "reply", "resolve", "split")
    known = {"mivdcli", "mivdcli.command", "mivdcli.completion", *(f"mivdcli.completion.{name}" for name in ours)}
    assert set(done.stderr.split()) - {"gc", "__future__"} == known
