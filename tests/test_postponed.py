"""What the installed command puts off, each in an interpreter of its own: the list changes a process for good."""

import subprocess
import sys
from importlib.util import find_spec

import pytest

from mivdcli.postponed import POSTPONED

UNREAD = "print(*(n for n in sorted(POSTPONED) if '__getattr__' in vars(sys.modules.get(n, sys))), file=sys.stderr)"


def python(code: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    head = "import sys; from mivdcli.postponed import POSTPONED, postpone\n"
    return subprocess.run([sys.executable, "-c", head + code, *arguments], capture_output=True, text=True, encoding="utf-8")


@pytest.mark.parametrize("name", sorted(POSTPONED))
def test_every_module_of_the_list_is_there(name: str) -> None:
    """A name that a library has given up would sit in the list without a use."""
    assert find_spec(name) is not None


@pytest.mark.parametrize(
    ("arguments", "unread"),
    [
        (["--version"], set()),
        (["themes", "2024", "-q"], {"msgspec.inspect", "msgspec.toml", "msgspec.yaml"}),
        (["search", "kabelinterseptie", "-q"], {"msgspec.inspect", "rapidfuzz.utils", "rapidfuzz.distance.Jaro"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_command_leaves_them_unread(arguments: list[str], unread: set[str]) -> None:
    code = f"from mivdcli import command; command.leave = lambda code: [sys.stdout.flush(), {UNREAD}]; command.main()"
    done = python(code, *arguments)
    assert done.stdout
    assert {"subprocess", "shellingham", "textwrap", "tokenize"} | unread <= set(done.stderr.split())


def test_one_that_is_looked_into_is_as_if_it_had_been_there_all_along() -> None:
    code = f"""postpone()
import textwrap, textwrap as again, subprocess, lzma
from bz2 import decompress, compress
assert textwrap is again and type(textwrap).__name__ == "module" and textwrap.__file__.endswith("textwrap.py")
{UNREAD}
assert textwrap.dedent("  a") == "a" and textwrap.dedent.__module__ == "textwrap"
assert decompress(compress(b"b")) == b"b" and lzma.decompress(lzma.compress(b"c")) == b"c"
assert subprocess.run([sys.executable, "-c", "print(5)"], capture_output=True).stdout == b"5\\n"
class Wrapper(textwrap.TextWrapper): pass
import inspect
assert inspect.getsource(textwrap.dedent).startswith("def dedent")
{UNREAD}
"""
    done = python(code)
    before, after = done.stderr.split("\n")[:2]
    assert {"textwrap", "subprocess", "lzma"} <= set(before.split())
    assert not {"textwrap", "subprocess", "lzma", "bz2", "linecache", "tokenize"} & set(after.split())


def test_a_name_that_it_does_not_have_is_the_usual_error() -> None:
    done = python("postpone(); import textwrap\ntry: textwrap.dedant\nexcept AttributeError as error: print(error)")
    assert done.stdout == "module 'textwrap' has no attribute 'dedant'\n"


def test_one_that_was_never_installed_is_the_usual_error() -> None:
    """A library that is optional may ask whether another is there."""
    code = "import mivdcli.postponed as p; p.POSTPONED |= {'no_such_module'}; postpone()\nimport no_such_module"
    assert "ModuleNotFoundError: No module named 'no_such_module'" in python(code).stderr


def test_a_program_that_imports_the_library_loads_as_it_always_does() -> None:
    done = python("import mivdcli.library, mivdcli.cli; print([one for one in sys.meta_path if 'Postponed' in str(one)])")
    assert done.stdout == "[]\n"
