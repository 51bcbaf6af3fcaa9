"""docs/performance.md: sentences by hand, and tables by these measurements alone, each between two marks of its own."""

import datetime
import os
import platform
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "performance.md"


def write(part: str, lines: Iterable[str], page: Path = PAGE) -> None:
    """Put the lines between the marks of a part, and touch nothing else of the page."""
    text = page.read_text("utf-8")
    marks = re.compile(rf"(<!-- measured: {part} -->\n).*?(<!-- end of {part} -->)", re.DOTALL)
    if not marks.search(text):
        raise SystemExit(f"{page} has no place for {part}: <!-- measured: {part} --> ... <!-- end of {part} -->")
    inner = "\n" + "\n".join(lines) + "\n\n"
    page.write_text(marks.sub(lambda found: found[1] + inner + found[2], text), "utf-8")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A Markdown table, everything but the first column to the right, and an empty line after it."""
    lines = ["| " + " | ".join(heads) + " |", "|---|" + "---:|" * (len(heads) - 1)]
    return [*lines, *("| " + " | ".join(row) + " |" for row in rows), ""]


def measured(what: str) -> list[str]:
    """When, on what and under which load something was measured: no figure stands without it."""
    load = " ".join(f"{one:.1f}" for one in os.getloadavg())
    machine = f"{_processor()}, {os.cpu_count()} cores, {_memory()} GiB, {platform.system()} {platform.release()}"
    return [f"*{datetime.date.today()}; {machine}; load {load}. {what}*", ""]


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        return platform.processor() or platform.machine()
    found = re.search(r"^model name\s*:\s*(.+)$", text, re.MULTILINE)
    return found[1] if found else platform.machine()


def _memory() -> str:
    try:
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f}"
    except (ValueError, OSError):
        return "?"
