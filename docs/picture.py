"""Draws the pictures in both READMEs out of what the program prints: ``python docs/picture.py`` writes them."""

import subprocess
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

IMAGES = Path(__file__).parent / "images"
PICTURES = {"diff.svg": "en", "diff.nl.svg": "nl"}
"""Each with the language that it is in."""
COMMAND = ("diff", "2024", "--theme", "economische-veiligheid", "--lang")
FONT = "DejaVu Sans Mono, Liberation Mono, Menlo, Consolas, monospace"
FORMAT = """\
<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{chrome_label}"
 viewBox="-18 -12 {terminal_width} {terminal_height}">
<style>
.{unique_id}-matrix {{ font-family: %s; font-size: {char_height}px; line-height: {line_height}px; }}
{styles}
</style>
<defs>{lines}</defs>
<rect x="-18" y="-12" width="{terminal_width}" height="{terminal_height}" rx="8" fill="#292929"/>
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</svg>
"""
"""As rich draws a terminal, without the window around it and without the font that it would fetch from elsewhere."""


def printed(lang: str) -> str:
    """What ``mivd`` prints, with the colours of a terminal."""
    command = [sys.executable, "-m", "mivdcli", *COMMAND, lang, "--format", "table", "--color", "always", "--quiet"]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout


def picture(lang: str) -> str:
    """The SVG; the same bytes as long as the answer is the same."""
    console = Console(
        record=True, file=StringIO(), width=104, force_terminal=True, color_system="standard", legacy_windows=False
    )
    label = " ".join(("mivd", *COMMAND, lang))
    console.print(Text(f"$ {label}", style="bold"))
    console.print(Text.from_ansi(printed(lang)))
    return console.export_svg(code_format=FORMAT.replace("{chrome_label}", label) % FONT, unique_id="mivd")


if __name__ == "__main__":
    for name, lang in PICTURES.items():
        (IMAGES / name).write_text(picture(lang), encoding="utf-8")
