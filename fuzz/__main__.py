"""``python -m fuzz TARGET``: throw inputs at one reader until time or runs are up; every other word goes to libFuzzer."""

import argparse
import pkgutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from fuzz import targets

if TYPE_CHECKING:  # imported for good only under the fuzzer's eyes
    from fuzz.oracle import Target

NAMES = sorted(module.name for module in pkgutil.iter_modules(targets.__path__))
SECONDS, MEGABYTES = 10, 2048
"""No input may take longer; the fuzzer itself and the libraries under its eyes need most of the memory."""
SLOW = 1.0


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("target", choices=NAMES)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--runs", type=int, default=-1)
    parser.add_argument("--corpus", type=Path, help="a folder that keeps the inputs found, for the next time")
    parser.add_argument("--findings", type=Path, default=Path("fuzz-findings"), help="where each new finding goes, once")
    chosen, rest = parser.parse_known_args()
    import atheris

    with atheris.instrument_imports(include=["mivdcli"]):
        _import_everything()
        target: Target = import_module(f"fuzz.targets.{chosen.target}").TARGET
    chosen.findings.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="mivd-fuzz-") as scratch:
        kept = chosen.corpus or Path(scratch) / "corpus"
        words = _write_words(target, Path(scratch) / "words.dict")
        _write_seeds(target, kept)
        atheris.Setup(
            [sys.argv[0], f"-max_total_time={chosen.seconds}", f"-runs={chosen.runs}", f"-timeout={SECONDS}",
             f"-max_len={target.largest}", f"-rss_limit_mb={MEGABYTES}", "-print_final_stats=1", *words,
             f"-artifact_prefix={chosen.findings}/", *rest, str(kept)],
            _collecting(target.one, chosen.findings / chosen.target),
        )  # fmt: skip
        atheris.Fuzz()


def _import_everything() -> None:
    """Also what a command would import later: only what is imported under the fuzzer's eyes tells it where it has been."""
    package = import_module("mivdcli")
    for module in pkgutil.walk_packages(package.__path__, "mivdcli."):
        if not module.name.endswith("__main__") and not module.name.startswith("mivdcli.data"):
            import_module(module.name)


def _write_seeds(target: "Target", folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for seed in target.seeds():
        (folder / sha256(seed).hexdigest()).write_bytes(seed)


def _write_words(target: "Target", path: Path) -> list[str]:
    if not target.words:
        return []
    path.write_text("".join('"' + "".join(f"\\x{byte:02x}" for byte in word.encode()) + '"\n' for word in target.words))
    return [f"-dict={path}"]


def _collecting(one: Callable[[bytes], None], findings: Path) -> Callable[[bytes], None]:
    """Each kind of finding is kept once, and the run goes on behind it."""
    seen: set[str] = set()

    def checked(data: bytes) -> None:
        began = time.perf_counter()
        try:
            one(data)
        except Exception as error:
            _keep(error, data, findings, seen)
        took = time.perf_counter() - began
        if took > SLOW and f"slow {took:.0f}" not in seen:
            seen.add(f"slow {took:.0f}")
            _save(findings, f"slow-{took:.0f}", data, f"{took:.2f} s")

    return checked


def _keep(error: Exception, data: bytes, findings: Path, seen: set[str]) -> None:
    own = [
        frame for frame in traceback.extract_tb(error.__traceback__) if "mivdcli" in frame.filename or "fuzz" in frame.filename
    ]
    place = f"{type(error).__name__} {Path(own[-1].filename).name}:{own[-1].lineno}" if own else type(error).__name__
    if place not in seen:
        seen.add(place)
        told = "".join(traceback.format_exception(error))
        print(f"FINDING {place}: {error!r:.300}", file=sys.stderr, flush=True)
        _save(findings, place.replace(" ", "-").replace(":", "-"), data, told)


def _save(folder: Path, name: str, data: bytes, told: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    (folder / f"{name}.txt").write_text(told, "utf-8", "backslashreplace")


if __name__ == "__main__":
    main()
