"""The shells that can be completed in, each with the script that it loads."""

from pathlib import Path

SCRIPTS = {"bash": "mivd.bash", "zsh": "_mivd", "fish": "mivd.fish", "powershell": "mivd.ps1"}
"""Named as each shell looks for them."""
SHELLS = tuple(SCRIPTS)


def script(shell: str) -> str:
    return (Path(__file__).parent / "scripts" / SCRIPTS[shell]).read_text("utf-8")
