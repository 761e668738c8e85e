"""Programs in a pty, whose screen pyte works out: alone, and around multiplexers and ssh."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NoReturn

import pyte
from pyte.graphics import FG_BG_256
from pyte.screens import Char

from mynadesk.sizes import Size
from tests.screens.terminal import ROOT
from tests.terminals.expected import Rows, rows
from tests.terminals.keys import KEYS
from tests.terminals.window import Colour, contrast_of, environment

_ALTERNATE = 1049
_GROUND: Colour = (0, 0, 0)
_INK: Colour = (229, 229, 229)
_NAMED = ("black", "red", "green", "brown", "blue", "magenta", "cyan", "white")
_FIRST = dict(zip([*_NAMED, *(f"bright{name}" for name in _NAMED)], FG_BG_256, strict=False))
OTHER_SCREEN = "other screen"
_LONGEST_LOOK = 0.1
_TAKEN = {"mouse": (1000, 1002, 1003, 1006, 1015), OTHER_SCREEN: (_ALTERNATE,), "paste": (2004,)}
"""Modes that a program takes and has to give back, in private numbers."""


class Screen(pyte.Screen):
    """With the other screen, to which full-screen programs go and from which they come back."""

    def __init__(self, size: Size, answer: Callable[[str], None]) -> None:
        super().__init__(*size)
        self.write_process_input = answer  # type: ignore[method-assign, assignment]
        self._left: list[list[Char]] | None = None

    def set_mode(self, *modes: int, **kinds: bool) -> None:
        if _ALTERNATE in modes and kinds.get("private"):
            self._left = [[self.buffer[y][x] for x in range(self.columns)] for y in range(self.lines)]
            self.save_cursor()
            self.erase_in_display(2)
        super().set_mode(*modes, **kinds)

    def reset_mode(self, *modes: int, **kinds: bool) -> None:
        super().reset_mode(*modes, **kinds)
        if _ALTERNATE in modes and kinds.get("private") and self._left is not None:
            for y, row in enumerate(self._left):
                for x, cell in enumerate(row):
                    self.buffer[y][x] = cell
            self.restore_cursor()
            self._left = None


class Pty:
    """A window whose every byte we see."""

    def __init__(self, command: Sequence[str], size: Size, taken: int = 0) -> None:
        """`taken`: lines at the foot that the program has not for itself."""
        self.size = Size(size.columns, size.lines - taken)
        self._taken = taken
        self.screen = Screen(size, self.send)
        self._stream = pyte.ByteStream(self.screen)
        self._lock = threading.Lock()
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            _become(command, size)
        self._closed = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def press(self, token: str) -> None:
        self.send(KEYS[token].sent if token in KEYS else token)

    def send(self, text: str) -> None:
        """Send characters as they are."""
        os.write(self._fd, text.encode())

    def resize(self, size: Size) -> None:
        with self._lock:
            self.screen.resize(size.lines, size.columns)
        self.size = Size(size.columns, size.lines - self._taken)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", size.lines, size.columns, 0, 0))

    def rows(self) -> Rows:
        screen = self.screen
        with self._lock:
            cells = [
                [screen.buffer[y][x].data for x in range(screen.columns)] for y in range(self.size.lines)
            ]
        return rows("\n".join("".join(row) for row in cells))

    def aside(self, rows: Rows) -> list[str]:
        """Cells are where the text says: what is pushed aside is another text."""
        return [] if self.rows() == rows else ["text"]

    def ground(self, column: int, line: int) -> Colour:
        return _colours(self.screen.buffer[line][column])[1]

    def faintest(self, rows: Rows) -> float:  # noqa: ARG002 - a cell has its letter
        cells = (cell for row in self.screen.buffer.values() for cell in row.values())
        return min(contrast_of(*_colours(cell)) for cell in cells if cell.data.isalnum())

    def left_on(self) -> list[str]:
        on = [name for name, modes in _TAKEN.items() if any(mode << 5 in self.screen.mode for mode in modes)]
        return [*on, *(["no cursor"] if self.screen.cursor.hidden else [])]

    def _read(self) -> None:
        """Take in what is written, as long as there is somebody who writes and somebody who reads."""
        with suppress(OSError):  # what a pty says when its program has ended
            while not self._closed.is_set():
                if select.select([self._fd], [], [], _LONGEST_LOOK)[0]:
                    written = os.read(self._fd, 65536)
                    with self._lock:
                        self._stream.feed(written)

    def hang_up(self) -> None:
        if not self._closed.is_set():
            self._closed.set()
            self._reader.join()
            os.close(self._fd)

    def close(self) -> None:
        self.hang_up()
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(self._pid, 0)


def _colours(cell: Char) -> tuple[Colour, Colour]:
    """Ink and ground."""
    ink, ground = _colour(cell.fg, _INK), _colour(cell.bg, _GROUND)
    return (ground, ink) if cell.reverse else (ink, ground)


def _colour(name: str, default: Colour) -> Colour:
    if name == "default":
        return default
    red, green, blue = bytes.fromhex(_FIRST.get(name, name))
    return red, green, blue


def _become(command: Sequence[str], size: Size) -> NoReturn:
    """In the forked process: turn into the program."""
    try:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size.lines, size.columns, 0, 0))
        os.chdir(ROOT)
        os.execvpe(command[0], [*command], environment())
    finally:
        os._exit(127)
