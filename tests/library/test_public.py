"""What ``import mivdcli`` promises: names that are there, explained, and free until they are used."""

import ast
import doctest
import inspect
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

import mivdcli

PLAIN = {"__version__"}
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def documented() -> Iterator[tuple[str, Any]]:
    """Every public name, and every public method of what is called rather than only read."""
    for name in sorted(set(mivdcli.__all__) - PLAIN):
        thing = getattr(mivdcli, name)
        yield name, thing
        if thing in (mivdcli.Bundle, mivdcli.Answer, mivdcli.Comparison):
            for inner, method in vars(thing).items():
                if not inner.startswith("_") and (inspect.isfunction(method) or isinstance(method, property)):
                    yield f"{name}.{inner}", method


EVERY = dict(documented())
EXAMPLES = [
    test for name, thing in EVERY.items() for test in doctest.DocTestFinder(recurse=False).find(thing, name) if test.examples
]


@pytest.mark.parametrize("name", EVERY)
def test_a_public_name_says_what_it_is(name: str) -> None:
    own = vars(EVERY[name]).get("__doc__") if inspect.isclass(EVERY[name]) else EVERY[name].__doc__
    assert own
    assert own.strip()[0].isupper() or own.startswith("``")
    assert len(own) > 20


@pytest.mark.parametrize("test", EXAMPLES, ids=lambda test: test.name)
def test_the_example_of_a_public_name_runs(test: doctest.DocTest) -> None:
    said: list[str] = []
    doctest.DocTestRunner(optionflags=FLAGS).run(test, out=said.append)
    assert said == []


def test_every_question_has_an_example() -> None:
    """And thereby every type of item: each is what some question answers with."""
    named = {test.name for test in EXAMPLES}
    asked = {name for name, thing in EVERY.items() if name.startswith("Bundle.") and not isinstance(thing, property)}
    assert asked - {"Bundle.store"} <= named
    assert {"load", "Bundle", "Answer", "Comparison", "data_version", "MivdError", "UsageError", "UnknownId"} <= named


def test_type_checkers_and_python_see_the_same_names() -> None:
    """The names stand twice, once for each reader; neither list may lag behind."""
    tree = ast.parse(inspect.getsource(mivdcli))
    guarded = next(node for node in tree.body if isinstance(node, ast.If) and isinstance(node.test, ast.Name))
    imported = {alias.name: node.module for node in guarded.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    homes = {name: f"mivdcli.{module}" for module, names in mivdcli._HOMES.items() for name in names.split()}
    assert imported == homes
    assert set(mivdcli.__all__) == {*homes, *PLAIN}
    for name, module in homes.items():
        assert getattr(mivdcli, name) is getattr(import_module(module), name)


def test_a_name_that_is_not_there_is_an_ordinary_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'figurse'"):
        _ = mivdcli.figurse  # type: ignore[attr-defined]
    assert set(mivdcli.__all__) <= set(dir(mivdcli))


def in_a_process(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stderr == ""
    return done.stdout


def test_the_import_alone_loads_nothing() -> None:
    """Every command begins with it, and so does every program that may never ask anything."""
    code = "import sys; old = set(sys.modules); import mivdcli; print(sorted(set(sys.modules) - old))"
    assert in_a_process(code) == "['mivdcli']\n"


def test_asking_prints_nothing_and_leaves_the_process_as_it_was() -> None:
    code = (
        "import gc, sys, signal, locale, logging, mivdcli\n"
        "def state():\n"
        "    return gc.isenabled(), gc.get_threshold(), sys.excepthook, sys.stdout, signal.getsignal(signal.SIGINT), "
        "locale.setlocale(locale.LC_ALL), logging.root.handlers[:]\n"
        "before = state()\n"
        "bundle = mivdcli.load()\n"
        "bundle.diff(2024), bundle.search('cyber'), repr(bundle.trend('taps')), bundle.figures()._repr_html_()\n"
        "assert state() == before\n"
        "assert not {'typer', 'rich', 'mivdcli.cli'} & set(sys.modules), sorted(sys.modules)\n"
    )
    assert in_a_process(code) == ""
