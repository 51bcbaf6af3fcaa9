"""``mivd completion``"""

from typing import Annotated

import typer

from mivdcli.cli.answer import Wish, write_text
from mivdcli.cli.examples import examples
from mivdcli.completion.shells import SHELLS, script
from mivdcli.errors import UnknownId

app = typer.Typer()


@app.command(
    epilog=examples(
        {
            "source <(mivd completion bash)": "for bash: now, or in ~/.bashrc for always",
            "mivd completion zsh > ~/.zfunc/_mivd": "for zsh, where ~/.zfunc stands in fpath",
            "mivd completion fish > ~/.config/fish/completions/mivd.fish": "for fish, which looks there by itself",
        }
    )
)
def completion(
    shell: Annotated[str, typer.Argument(metavar="SHELL", help="bash, zsh, fish or powershell (the last is not tested).")],
) -> None:
    """Print the script that lets Tab complete commands, options and values: years, documents, series, themes, refs."""
    if shell not in SHELLS:
        raise UnknownId("shell", shell, SHELLS, hint="shells: " + ", ".join(SHELLS))
    write_text(Wish(), script(shell))
