"""Builds a wheel apart from this checkout, so that no older build can leave files in it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHIPPED = {"mynadesk": "mynadesk", "screens": "screens", "rules": "mynadesk/rules"}
"""Where each folder of the repository goes in the wheel."""

_NEEDED_TO_BUILD = ["pyproject.toml", "README.md", "LICENSE"]
_CACHES = shutil.ignore_patterns("__pycache__", "*.py[cod]", ".*")


def run(*command: str | Path, cwd: Path, given: str = "") -> str:
    """The standard output of a command that succeeds, run apart from this checkout's environment."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        command,
        cwd=cwd,
        env=environment | {"PYTHONUTF8": "1"},
        input=given,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, f"{command[0]} gave {done.returncode}:\n{done.stdout}\n{done.stderr}"
    return done.stdout


def copy_sources(copy: Path) -> Path:
    """Copy everything that a wheel is built from into an empty folder, and return it."""
    for name in _NEEDED_TO_BUILD:
        shutil.copy(ROOT / name, copy)
    for folder in SHIPPED:
        shutil.copytree(ROOT / folder, copy / folder, ignore=_CACHES)
    return copy


def build_wheel(sources: Path, out: Path) -> Path:
    """The wheel, built in an empty folder with nothing from outside."""
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, sources, cwd=out)
    (built,) = out.glob("*.whl")
    return built
