"""Ways by which a paper leaves the program: the default printer, and the system's browser."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

Send = Callable[[str], bool]
"""Takes a text, or a file's path. False where it was not taken; true tells only that it was handed on."""
Find = Callable[[str], str | None]

_PRINTERS = ("lp", "lpr")
_OPENERS = {"darwin": ("open",)}
_USUAL_OPENERS = ("xdg-open",)
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")
_REMOTE = ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")
_PRINT_WITHIN = 12
_OPEN_WITHIN = 3
"""Seconds. A printer that takes longer has not taken it; a command that opens a browser may go on with it."""
_OPEN: list["subprocess.Popen[bytes]"] = []


class Outlets(NamedTuple):
    """None where there is no such way."""

    printer: Send | None
    """Takes the text of a paper."""
    printer_of_files: Send | None
    """Takes the path of a file with the text, where the system prints only those."""
    browser: Send | None
    """Takes the path of a page."""


def outlets(
    environment: Mapping[str, str], platform: str = sys.platform, find: Find = shutil.which
) -> Outlets:
    """What there is here. No window is opened on a screen where nobody sits."""
    remote = any(map(environment.get, _REMOTE))
    if platform == "win32":
        return Outlets(None, None if remote else _print_file, None if remote else _open_file)
    printer = next(filter(None, map(find, _PRINTERS)), None)
    opener = next(filter(None, map(find, _OPENERS.get(platform, _USUAL_OPENERS))), None)
    seen = not remote if platform in _OPENERS else any(map(environment.get, _DISPLAYS))
    return Outlets(
        (lambda text: _print([printer], text)) if printer else None,
        None,
        (lambda path: _open([opener, path])) if opener and seen else None,
    )


def _print(command: Sequence[str], text: str) -> bool:
    try:
        done = subprocess.run(
            command,
            input=text.encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PRINT_WITHIN,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _open(command: Sequence[str]) -> bool:
    """Start what opens a page, and see for a moment whether it fails."""
    silent = subprocess.DEVNULL
    try:
        opened = subprocess.Popen(command, stdin=silent, stdout=silent, stderr=silent, start_new_session=True)
    except OSError:
        return False
    try:
        return opened.wait(_OPEN_WITHIN) == 0
    except subprocess.TimeoutExpired:
        _OPEN.append(opened)  # else Python would complain that nobody waits for it
        return True


def _open_file(path: str) -> bool:
    return _start(path, "open")


def _print_file(path: str) -> bool:
    return _start(path, "print")


def _start(path: str, verb: str) -> bool:
    """What Windows does with a file of this kind."""
    start: Callable[[str, str], None] | None = getattr(os, "startfile", None)
    try:
        if start is None:
            return False
        start(path, verb)
    except OSError:
        return False
    return True
