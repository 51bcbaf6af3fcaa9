"""The settings file: read strictly by every command, and with all its problems by the one that shows it."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zlib import crc32

from tests import small

from fuzz.oracle import Target, command, only
from fuzz.world import folder, scratch
from mivdcli.cli.failure import told
from mivdcli.cli.settings import COLORS, FORMATS, KEYS, LANGUAGES, Settings
from mivdcli.errors import MivdError
from mivdcli.printable import printable

CHOICES = {"format": FORMATS, "lang": LANGUAGES, "color": COLORS, "hyperlinks": COLORS}
SHOWN = ("json", "table", "vertical", "tsv")


def one(data: bytes) -> None:
    """The file is read as every command reads it and as the one does that goes on; one input in sixteen asks commands too, which cost ten times as much."""
    path = small.put(scratch() / "config.toml", data)
    how = crc32(data) % (16 * len(SHOWN))
    with _alone(path), only(folder()):
        broken = _is_broken()
        assert broken == _has_problems(), "one who shows the settings knows more, or less"
        if how < len(SHOWN):
            _ask(SHOWN[how], broken)


def _ask(format: str, broken: bool) -> None:
    shown = command("config", "show", "--format", format)
    assert shown.code == 0, "what shows the settings must work, whatever they are"
    assert bool(shown.err) == broken, f"broken: {broken}, but said: {shown.err!r}"
    if format == "json":
        assert bool(json.loads(shown.out)["warnings"]) == broken
    elif format == "table":
        assert printable(shown.out) == shown.out, "a control character in a table"
    if broken:
        asked = command("documents")
        assert (asked.code, asked.out) == (2, ""), "an answer that rests on half of the settings"


def _is_broken() -> bool:
    """Whether the file is refused; what is taken from it is one of the choices."""
    settings = Settings()
    try:
        settings.check()
        settings.value("data")  # a folder that is not there is refused by whoever needs it
    except MivdError as error:
        assert error.message, "an error without a word"
        return True
    for name, value in settings.in_file.items():
        assert value in CHOICES.get(name, (value,)), f"{name} = {value!r}"
        assert KEYS[name].empty or value.strip(), f"{name} is empty"
    return False


def _has_problems() -> bool:
    settings = Settings(forgiving=True)
    for name in KEYS:
        settings.value(name)
    assert all(told(error) for error in settings.problems.values()), "a problem without a word"
    return bool(settings.problems)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """The file, and no variable that would decide before it."""
    usual = dict(os.environ)
    for name in [name for name in os.environ if name.startswith("MIVD_") or name == "PAGER"]:
        del os.environ[name]
    os.environ["MIVD_CONFIG"] = str(path)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(usual)


def seeds() -> list[bytes]:
    texts = (
        b'lang = "en"', b'format = "json"\ncolor = "never"', b'data = "~/mine"\nsources = "../theirs"', b'pager = ""', b"lang = 3",
        b'[lang]\nx = "en"', b'langauge = "en"', b"\xef\xbb\xbflang = 'nl'", b"\xff\xfel\x00", b'"\\u001b[31m" = "x"', b'pager = "\\u202e"',
        b'format = """\njson"""', b"hyperlinks = [['always']]", b"lang = 1979-05-27T07:32:00Z", b'data = "~nobody\\u0000"', b"a.b.c.d = {}",
        b"lang = 9" + b"9" * 5000, b"lang = " + b"[" * 2000, b'sources = "\\u0000"', b"# nothing", b"lang = nan", b'color = "auto"\r\n',
    )  # fmt: skip
    return list(texts)


TARGET = Target(
    one, seeds,
    ('format = "', 'lang = "', 'color = "', 'data = "', 'sources = "', 'pager = "', 'hyperlinks = "', "table", "vertical", "jsonl", "html",
     "always", "never", "auto", "nl", "en", "'''", '"""', "\\u0000", "\\u001b", "\\U0010ffff", "\\\\", "~", "../", "/dev/null", "\x1b[31m",
     "\u202e", "[[x]]", "= {", "1e400", "inf", "0x", "true", "[bold]"),
    2048,
)  # fmt: skip
