"""What the program is started in: its streams, its terminal, its environment."""

import io
import os
import signal
import sys
from collections.abc import MutableMapping
from contextlib import suppress

_JAPANESE = "受付"
_LIBRARY = "TEXTUAL"
_LOOKS = "ANIMATIONS COLOR_SYSTEM DIM_FACTOR DISABLE_KITTY_KEY FILTERS FPS SMOOTH_SCROLL SPEEDUPS THEME"
_HARMLESS = frozenset(f"{_LIBRARY}_{name}" for name in _LOOKS.split())
"""How things look, and how quickly."""
_SIZES = ("COLUMNS", "LINES")
_CELLS = 80, 120
"""The least and the most on a line."""


def end_quietly() -> None:
    """Let Ctrl+C end the program as it ends others: Python would show where it was."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def hear_ctrl_c() -> None:
    """Let Ctrl+C be raised after all, where somebody has a last word to say."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def speak_japanese() -> None:
    """Streams that know no Japanese, as in the locale C, are written in UTF-8; a closed one swallows."""
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not _knows_japanese(stream.encoding):
            stream.reconfigure(encoding="utf-8")


def _knows_japanese(encoding: str) -> bool:
    try:
        return bool(_JAPANESE.encode(encoding))
    except UnicodeError:
        return False


def say(text: str) -> None:
    """Write to standard error, where there still is one."""
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except OSError:
        with suppress(OSError, ValueError):  # what is left need not be tried again
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def has_terminal() -> bool:
    """Whether somebody can type and see. A stream is None where whoever started us closed it."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def columns() -> int:
    """Cells of a line that is written for people: what the terminal has, within reason."""
    import shutil

    least, most = _CELLS
    return max(least, min(shutil.get_terminal_size((least, 0)).columns, most)) - 1


def can_place_text() -> bool:
    """Whether the terminal can put text anywhere on the screen."""
    return sys.platform == "win32" or os.environ.get("TERM") != "dumb"


def forget_tools(environment: MutableMapping[str, str]) -> None:
    """Take away what makes the terminal library write logs and pictures, press keys, or talk to a socket.

    Also a size that somebody has set: the terminal knows its own, and when it changes.
    """
    for name in [*environment]:
        if (name.startswith(_LIBRARY) and name not in _HARMLESS) or name in _SIZES:
            del environment[name]
