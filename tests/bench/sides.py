"""The commands that are measured, and the surroundings in which both sides run."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.wording import Wording

ROOT = Path(__file__).resolve().parents[2]
DAY = "2026-11-23"
"""Of every case."""
MODULE = (sys.executable, "-m", "mynadesk")
BARE = (sys.executable, str(Path(__file__).with_name("bare.py")))
BARE_MARKER = "bare app"
_DESK_OPTIONS = ("--on", DAY, "--office", "main")
_OWN_PREFIXES = ("MYNADESK_", "PYTHON", "TEXTUAL")


def ways() -> dict[str, tuple[str, ...]]:
    """Every way to start mynadesk that there is here, by how it is called."""
    script = Path(sys.executable).with_name("mynadesk")
    found: dict[str, tuple[str, ...]] = {"python -m mynadesk": MODULE}
    if script.exists():
        found["mynadesk"] = (str(script),)
    return found


def desk(way: tuple[str, ...]) -> tuple[str, ...]:
    """The command that opens the desk."""
    return (*way, *_DESK_OPTIONS)


def day() -> date:
    """The day of every case."""
    return date.fromisoformat(DAY)


def desk_marker() -> str:
    """The last words on the desk's first screen: what the last key of its foot line does."""
    book = load_rulebook(shipped_rules())
    return Wording(book, "ja").fill(book.words.keys.quit)


def second_question() -> str:
    """What the desk asks once it is told who has come."""
    book = load_rulebook(shipped_rules())
    return Wording(book, "ja").fill(book.desk.questions["operation"].ask)


def environment(folder: Path) -> dict[str, str]:
    """Surroundings that are the same everywhere; `folder` is where settings and the ledger are kept.

    An order to write no .pyc files would slow down both sides by the same time and so flatter the ratio.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OWN_PREFIXES)}
    kept.pop("NO_COLOR", None)
    own = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
    return {**kept, **own, "XDG_CONFIG_HOME": str(folder), "MYNADESK_LEDGER": str(folder)}


def compile_all(folder: Path) -> None:
    """Write the .pyc files, as an installation does."""
    command = [sys.executable, "-m", "compileall", "-q", "mynadesk", "screens"]
    subprocess.run(command, cwd=ROOT, env=environment(folder), check=True)
