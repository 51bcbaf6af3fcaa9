"""Build the wheel and the source archive so that the same commit gives the same bytes, in whatever folder and whoever builds.

    python -m reliability.build [--out dist] [--epoch SECONDS]

Nothing of this machine goes in: the files are those that git knows, with one time (of the last commit, or SOURCE_DATE_EPOCH),
one owner, and the modes 644 and 755. setuptools keeps to that in a wheel; its source archive is packed once more in order.
"""

import argparse
import gzip
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILD = "import sys; from setuptools import build_meta; getattr(build_meta, sys.argv[1])(sys.argv[2])"


def build(out: Path, epoch: int) -> list[Path]:
    """The wheel and the source archive in ``out``, built with the setuptools of this interpreter."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        copy, made = Path(folder) / "mivdcli", Path(folder) / "made"
        made.mkdir()
        copy_tracked(copy, epoch)
        settings = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch), "PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"}
        for what in ("build_sdist", "build_wheel"):
            command = [sys.executable, "-c", BUILD, what, str(made)]
            done = subprocess.run(command, cwd=copy, env=settings, umask=0o022, capture_output=True, text=True)
            if done.returncode:
                sys.exit(done.stderr[-3000:])
        [archive], [wheel] = made.glob("*.tar.gz"), made.glob("*.whl")
        archive.write_bytes(packed_again(archive, epoch))
        return [Path(shutil.copy(path, out)) for path in (wheel, archive)]


def copy_tracked(copy: Path, epoch: int) -> None:
    """What git knows, as it stands in the working tree."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    for name in sorted(filter(None, listed.split("\0"))):
        source, target = ROOT / name, copy / name
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
            target.chmod(0o755 if source.stat().st_mode & 0o100 else 0o644)
            os.utime(target, (epoch, epoch))
    for path in copy.rglob("*"):
        if path.is_dir():
            path.chmod(0o755)


def packed_again(archive: Path, epoch: int) -> bytes:
    raw = io.BytesIO()
    with tarfile.open(archive) as old, tarfile.open(fileobj=raw, mode="w", format=tarfile.PAX_FORMAT) as new:
        for member in sorted(old.getmembers(), key=lambda one: one.name):
            member.uid = member.gid = 0
            member.uname = member.gname = ""
            member.mtime = epoch
            member.mode = 0o755 if member.isdir() or member.mode & 0o100 else 0o644
            member.pax_headers = {}
            new.addfile(member, old.extractfile(member) if member.isfile() else None)
    return gzip.compress(raw.getvalue(), mtime=epoch)


def epoch_of_commit() -> int:
    said = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, check=True, text=True)
    return int(os.environ.get("SOURCE_DATE_EPOCH") or said.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--epoch", type=int)
    options = parser.parse_args()
    for path in build(options.out, options.epoch if options.epoch is not None else epoch_of_commit()):
        print(f"{sha256(path.read_bytes()).hexdigest()}  {path.name}")


if __name__ == "__main__":
    main()
