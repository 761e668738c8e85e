"""Lays out the folder: which file goes where, in which encoding, and the sums of all."""

import hashlib
import shutil
from pathlib import Path
from typing import NamedTuple

from docs.bundle.install import SUMS
from tests.building import ROOT

_SOURCES = ROOT / "docs" / "bundle"


class Text(NamedTuple):
    """A file of docs/bundle, written so that the program that opens it understands it."""

    source: str
    place: str
    encoding: str
    line_end: str = "\n"


# Notepad knows UTF-8 by its mark; cmd.exe wants CRLF, and its `type` shows UTF-16 on every code page.
TEXTS = (
    Text("README.txt", "README.txt", "utf-8-sig", "\r\n"),
    Text("install.cmd", "install.cmd", "ascii", "\r\n"),
    Text("install.sh", "install.sh", "utf-8"),
    Text("install.py", "setup/install.py", "utf-8"),
    Text("mynadesk.cmd", "setup/mynadesk.cmd", "utf-8", "\r\n"),
    Text("mynadesk.sh", "setup/mynadesk.sh", "utf-8"),
    Text("no-python.txt", "setup/no-python.txt", "utf-16", "\r\n"),
    Text("incomplete.txt", "setup/incomplete.txt", "utf-16", "\r\n"),
)


def pack_texts(folder: Path, version: str) -> None:
    """Write everything but the wheels and the sums."""
    (folder / "setup").mkdir(parents=True)
    for text in TEXTS:
        content = (_SOURCES / text.source).read_text(encoding="utf-8")
        if text.source == "README.txt":
            content = content.replace("{version}", version)
        target = folder / text.place
        target.write_bytes(_encoded(content.replace("\n", text.line_end), text.encoding))
    (folder / "install.sh").chmod(0o755)
    shutil.copy(ROOT / "constraints.txt", folder / "setup")


def _encoded(content: str, encoding: str) -> bytes:
    # Python's own "utf-16" takes the byte order of the machine that packs.
    return f"\ufeff{content}".encode("utf-16-le") if encoding == "utf-16" else content.encode(encoding)


def sum_up(folder: Path) -> str:
    """Write the sums of all files, as sha256sum does, and return the sum of that list."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != SUMS)
    lines = [f"{_sum(path)}  {path.relative_to(folder).as_posix()}\n" for path in files]
    sums = folder / SUMS
    sums.write_text("".join(lines), encoding="utf-8", newline="\n")
    return _sum(sums)


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
