"""What completion knows, written out as Python: the command line as described by itself, and the names in the data.

Python rather than JSON, because the compiled module is there at once; a test compares it with the truth and
``make golden`` writes it anew.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from mivdcli.cli import program
from mivdcli.cli.describe import Command, Parameter, commands
from mivdcli.corpus import FOLDERS, Corpus
from mivdcli.kinds import Coverage, Kind
from mivdcli.period import period_years

FOLDER = Path(__file__).resolve().parents[1] / "src" / "mivdcli" / "completion"
WRITTEN = '"""{says} Written by make golden."""\n\n# fmt: off\n# ruff: noqa: E501, Q\nfrom __future__ import annotations\n'
TYPED = "\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from mivdcli.completion.grammar import Command\n"
EXTENT = {
    Coverage.FULL: "described in full", Coverage.PARTIAL: "described in part",
    Coverage.SECONDARY: "from announcements and press", Coverage.NONE: "content not seen",
}  # fmt: skip


def files() -> dict[str, str]:
    return {"commands.py": commands_module(), "names.py": names_module(Corpus())}


def commands_module() -> str:
    every = commands(program())
    head = WRITTEN.format(says="The commands with their arguments, options and what these take.") + TYPED
    return head + "\n" + _dict("COMMANDS", "dict[str, Command]", ((one.name, _command(one)) for one in every))


def _command(command: Command) -> str:
    arguments = tuple((_values(one), one.repeatable) for one in command.arguments)
    rows = [f"        {_written(one.names[0])}: {_written(_option(one))},\n" for one in map(_long_first, command.options)]
    return f"({_written(command.line)}, {_written(arguments)}, {{\n{''.join(rows)}    }})"


def _long_first(option: Parameter) -> Parameter:
    assert option.names[0].startswith("--")
    assert len(option.names) <= 2
    return option


def _option(option: Parameter) -> tuple[object, ...]:
    short = option.names[1] if len(option.names) > 1 else ""
    return short, option.help, option.repeatable, None if option.metavar is None else _values(option)


def _values(parameter: Parameter) -> tuple[object, ...]:
    return parameter.values, parameter.choices, parameter.listed


def names_module(corpus: Corpus) -> str:
    documents = list(corpus.documents())
    figures = [figure for document in documents for figure in document.figures]
    periods = {year for figure in figures for year in range(period_years(figure.period)[0], period_years(figure.period)[1] + 1)}
    reports = [document.year for document in documents if document.kind is Kind.REPORT]
    parts = [
        _dict("FOLDERS", "dict[str, str]", ((name, _written(str(kind))) for name, kind in FOLDERS.items())),
        _dict("DOCUMENTS", "dict[str, str]", ((one.id, _written(EXTENT[one.coverage])) for one in documents)),
        _dict("SECTIONS", "dict[str, dict[str, tuple[str, str]]]", _sections(corpus)),
        _list("COMMITMENTS", "tuple[str, ...]", (_written(one.id) for document in documents for one in document.commitments)),
        _list("TOPICS", "tuple[str, ...]", map(_written, dict.fromkeys(one.topic for one in corpus.series.values()))),
        _dict("SERIES", "dict[str, str]", ((one.id, _written(one.label_en)) for one in corpus.series.values())),
        _dict("THEMES", "dict[str, str]", ((one.id, _written(one.label_en)) for one in corpus.themes.values())),
        _list("TERMS", "tuple[tuple[str, str], ...]", map(_written, _terms(corpus))),
        f"YEARS: tuple[str, ...] = {_written(tuple(map(str, corpus.years)))}\n",
        f"REPORT_YEARS: tuple[str, ...] = {_written(tuple(map(str, reports)))}\n",
        f"FIGURE_YEARS: tuple[str, ...] = {_written(tuple(map(str, sorted(periods | set(corpus.years)))))}\n",
    ]
    return "\n".join([WRITTEN.format(says="The names in the bundled data."), *parts])


def _sections(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Each document with its sections that have passages, their titles, and the numbers of the passages."""
    for document in corpus.documents():
        numbers: dict[str, list[str]] = {section.id: [] for section in document.sections}
        for passage in document.passages:
            section, slash, number = passage.locator.rpartition("/")
            assert (section, slash) == (passage.section, "/"), passage.locator
            numbers[section].append(number)
        rows = [
            f"        {_written(section.id)}: {_written((section.title, ' '.join(numbers[section.id])))},\n"
            for section in document.sections
            if numbers[section.id]
        ]
        if rows:
            yield document.id, "{\n" + "".join(rows) + "    }"


def _terms(corpus: Corpus) -> list[tuple[str, str]]:
    """Every name of every term with what it stands for, each name once; the abbreviations first."""
    found: dict[str, str] = {}
    for term in corpus.terms.values():
        if term.abbreviation:
            found.setdefault(term.abbreviation, term.nl)
    for term in corpus.terms.values():
        for name in (term.nl, term.en, *term.aliases):
            found.setdefault(name, term.abbreviation or term.en)
    return [(name, "" if says == name else says) for name, says in found.items()]


def _written(value: object) -> str:
    """A literal with double quotes where the text allows it, as the rest of the code has them."""
    if isinstance(value, str):
        return f'"{value}"' if repr(value) == f"'{value}'" and '"' not in value else repr(value)
    if isinstance(value, tuple):
        return "(" + ", ".join(map(_written, value)) + ("," if len(value) == 1 else "") + ")"
    return repr(value)


def _dict(name: str, kind: str, items: Iterable[tuple[str, str]]) -> str:
    return f"{name}: {kind} = {{\n" + "".join(f"    {_written(key)}: {value},\n" for key, value in items) + "}\n"


def _list(name: str, kind: str, items: Iterable[str]) -> str:
    return f"{name}: {kind} = (\n" + "".join(f"    {item},\n" for item in items) + ")\n"
