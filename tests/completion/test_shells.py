"""Tab typed in real shells on a pseudo-terminal: what then stands on the line, and what is listed."""

import fcntl
import os
import pty
import select
import shutil
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

BIN = Path(sys.executable).parent
SHOW = "\x18d"
"""Ctrl-X d, bound in each shell to write the line into a file."""
START = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}
SETUP = {
    "bash": r"""PS1='ready> '; bind 'set show-all-if-ambiguous on'; bind 'set page-completions off'
bind 'set completion-query-items 0'; bind 'set bell-style none'
show() { printf '%s' "$READLINE_LINE" >line.new; mv line.new line; }; bind -x '"\C-xd": show'
source <(mivd completion bash)""",
    "zsh": r"""PS1='ready> '; autoload -Uz compinit; compinit -D; setopt no_beep; LISTMAX=10000
show() { print -rn -- "$BUFFER" >line.new; mv line.new line }; zle -N show; bindkey '^Xd' show
source <(mivd completion zsh)""",
    "fish": r"""function fish_prompt; printf 'ready> '; end; function fish_greeting; end
function show; commandline | string collect >line.new; mv line.new line; end; bind \cxd show
mivd completion fish | source""",
}


class Shell:
    """A shell on a terminal of its own, in a folder and a home of its own."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name, self.folder = name, folder
        self.seen = b""
        settings = {
            "HOME": str(folder), "TERM": "xterm", "PATH": f"{BIN}:{os.environ['PATH']}", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
            "XDG_CONFIG_HOME": str(folder / "config"), "XDG_DATA_HOME": str(folder / "share"), "PYTHONWARNINGS": "",
        }  # fmt: skip
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execvpe(START[name][0], START[name], settings)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 200, 160, 0, 0))
        (folder / "setup").write_text(SETUP[name] + "\n", "utf-8")
        self._send("source ./setup\r")
        self._until(lambda: b"ready> " in self.seen)

    def line(self, typed: str) -> str:
        """What stands on the line after ``typed``, which may hold tabs."""
        shown = self.folder / "line"
        shown.unlink(missing_ok=True)
        self.seen = b""
        self._send("\x05\x15" + typed + SHOW)
        self._until(shown.exists)
        return shown.read_text("utf-8").removesuffix("\n")

    def screen(self) -> str:
        """What was written to the terminal since the last line was begun."""
        self._read(0.2)
        return self.seen.decode(errors="replace")

    def close(self) -> None:
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.terminal)

    def _send(self, text: str) -> None:
        os.write(self.terminal, text.encode())

    def _until(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + 30
        while not done():
            self._read(0.05)
            assert time.monotonic() < end, f"{self.name} said: {self.seen.decode(errors='replace')}"

    def _read(self, seconds: float) -> None:
        while select.select([self.terminal], [], [], seconds)[0]:
            self.seen += os.read(self.terminal, 65536)
            seconds = 0.05


@pytest.fixture(scope="module")
def started() -> Iterator[dict[str, Shell]]:
    """Each shell is started once, in whatever order the tests come."""
    shells: dict[str, Shell] = {}
    yield shells
    for one in shells.values():
        one.close()


@pytest.fixture(params=START)
def shell(request: pytest.FixtureRequest, started: dict[str, Shell], tmp_path_factory: pytest.TempPathFactory) -> Shell:
    name: str = request.param
    if shutil.which(name) is None or not (BIN / "mivd").exists():
        pytest.skip(f"{name} or the installed command is not here; the resolver is tested without them")
    if name not in started:
        folder = tmp_path_factory.mktemp(name)
        for file in ("answer.tsv", "my data/plans/2031.toml", "my-data/plans/2031.toml"):
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).touch()
        started[name] = Shell(name, folder)
    return started[name]


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("mivd fig\t", "mivd figures "),
        ("mivd figures --whe\t", "mivd figures --whe"),
        ("mivd figures --con\t", "mivd figures --conflicts "),
        ("mivd themes --format jsonl\t", "mivd themes --format jsonl "),
        ("mivd themes --format=ver\t", "mivd themes --format=vertical "),
        ("mivd diff plan-202\t", "mivd diff plan-202"),
        ("mivd diff plan-2024 report-2023\t", "mivd diff plan-2024 report-2023 "),
        ("mivd show report-2020:1.1.venez\t/3\t", "mivd show report-2020:1.1.venezuela/3 "),
        ("mivd show report-2024:~rusl\t/11\t", "mivd show report-2024:~rusland/11 "),
        ("mivd trend taps.placed-b\t", "mivd trend taps.placed-both "),
        ("mivd diff 2024 --theme raketten\t", "mivd diff 2024 --theme raketten"),
        ("mivd diff 2024 --theme noord\t", "mivd diff 2024 --theme noord-korea "),
        ("mivd figures --fields series,docu\t", "mivd figures --fields series,document "),
        ("mivd themes 2024 --lang=e\t", "mivd themes 2024 --lang=en "),
        ("mivd help exit\t", "mivd help exit-codes "),
        ("mivd source fet\tplan-2026\t", "mivd source fetch plan-2026 "),
        ("mivd themes -o ans\t", "mivd themes -o answer.tsv "),
        ("mivd themes --output=ans\t", "mivd themes --output=answer.tsv "),
        ("mivd documents --data my-d\t", "mivd documents --data my-data/"),
        ("mivd show --data my-data plan-2031\t", "mivd show --data my-data plan-2031 "),
        ("mivd glossary 'gemandateerden v\t", "mivd glossary 'gemandateerden van de UVO' "),
        ('mivd glossary "gemandateerden v\t', 'mivd glossary "gemandateerden van de UVO" '),
        ("mivd glossary gemandateerden\\ v\t", "mivd glossary gemandateerden\\ van\\ de\\ UVO "),
        ("mivd glossary Onderhandelingsdelegatie\t", "mivd glossary Onderhandelingsdelegatie"),
        ("mivd glossary Nationaal\\ Coö\t", "mivd glossary Nationaal\\ Coördinator\\ Terrorismebestrijding\\ en\\ Veiligheid "),
        ("mivd search -- --form\t", "mivd search -- --form"),
        ("mivd themes 2024 >ans\t", "mivd themes 2024 >answer.tsv "),
        ("mivd themes 2024 >answer.tsv --no-p\t", "mivd themes 2024 >answer.tsv --no-pager "),
        ("true; mivd gloss\t", "true; mivd glossary "),
        (f"{BIN}/mivd gloss\t", f"{BIN}/mivd glossary "),
    ],
)
def test_tab_completes_the_line(shell: Shell, typed: str, line: str) -> None:
    got = shell.line(typed)
    assert (got.replace("\\~", "~") if shell.name == "zsh" else got) == line  # zsh guards every tilde


def test_tab_in_the_middle_completes_the_word_under_the_cursor(shell: Shell) -> None:
    """Ctrl-A and Ctrl-F go back into the word ``figur`` of a line that has more behind it."""
    assert shell.line("mivd figur --year 2020\x01" + "\x06" * 10 + "\t").split() == ["mivd", "figures", "--year", "2020"]


def test_tab_lists_what_may_follow(shell: Shell) -> None:
    shell.line("mivd figures --role \t")
    assert all(role in shell.screen() for role in ("actual", "target", "forecast", "norm"))
