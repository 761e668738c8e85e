"""Installs from the folder as somebody who has nothing else: no index, a new home, an awkward path."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from docs.bundle.install import PYTHONS, Trouble
from tests.screens.terminal import Terminal

_NOWHERE = "http://127.0.0.1:9"  # the port that discards: nothing is reached through it
_CASE = b'{"operation": "reset", "pins": ["user_authentication"], "visitor": "holder", "on": "2026-11-23"}'


class Done(NamedTuple):
    """How a command ended and all it wrote."""

    status: int
    said: str


class Place(NamedTuple):
    """A machine's stand-in: a folder that was carried to it, a home, and no way out."""

    carried: Path
    home: Path

    @property
    def installed(self) -> Path:
        return self.home / "窓口 1" / "mynadesk"

    @property
    def start(self) -> Path:
        return self.installed / "mynadesk"

    def environment(self, **more: str) -> dict[str, str]:
        """Everything that pip could take a hint from leads nowhere."""
        proxies = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), _NOWHERE)
        here = {"PATH": os.environ["PATH"], "HOME": str(self.home), "LANG": "C.UTF-8"}
        return {**here, **proxies, "PIP_NO_INDEX": "1", **more}

    def run(self, *command: str | Path, given: bytes = b"", **more: str) -> Done:
        """Run to the end."""
        done = subprocess.run(
            command,
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=self.home,
            env=self.environment(**more),
        )
        return Done(done.returncode, done.stdout.decode("utf-8"))

    def install(self, python: str = sys.executable, *options: str) -> Done:
        """Run install.sh with this Python."""
        return self.run("sh", self.carried / "install.sh", *options, self.installed, PYTHON=python)

    def see_the_desk(self) -> None:
        """Open the desk on a terminal and wait for its first screen."""
        with Terminal((str(self.start), "--office", "main"), 80, 24, **self.environment()) as terminal:
            terminal.wait_for("F2")


def a_place(folder: Path, bundle: Path) -> Place:
    """A new one in `folder`, to which the bundle was carried."""
    home = folder / "山田 太郎"
    home.mkdir()
    return Place(shutil.copytree(bundle, folder / "USB メモリー" / bundle.name), home)


def pythons_here() -> dict[tuple[int, int], str]:
    """For each Python that the folder is for, a command here that runs it with a venv of its own."""
    found: dict[tuple[int, int], str] = {}
    for python in PYTHONS:
        for command in (f"python{python[0]}.{python[1]}", sys.executable):
            if shutil.which(command) and _is(command, python):
                found.setdefault(python, command)
    return found


def _is(command: str, python: tuple[int, int]) -> bool:
    code = f"import sys, ensurepip; sys.exit(sys.version_info[:2] != {python})"
    return subprocess.run([command, "-I", "-c", code], capture_output=True).returncode == 0


def try_with(bundle: Path, python: str) -> None:
    """Install both ways, ask for the version, decide a case, open the desk. Raises Trouble where it fails."""
    with tempfile.TemporaryDirectory() as folder:
        place = a_place(Path(folder), bundle)
        for done in (
            place.install(python),
            place.install(python, "--postgres"),
            place.run(place.start, "--version"),
            place.run(place.start, "check", "-", given=_CASE),
        ):
            if done.status != 0:
                raise Trouble(
                    f"{done.said}\n{python} で試したところ、使えませんでした。",
                    f"Tried with {python}, it does not work, as the lines above say.",
                )
        try:
            place.see_the_desk()
        except AssertionError as error:
            raise Trouble(
                f"{error}\n{python} で試したところ、受付画面が開きませんでした。",
                f"Tried with {python}, the desk does not open, as the lines above say.",
            ) from error
