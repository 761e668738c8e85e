"""Driving a program in a pty, with the time of all that it draws. Needs a system that has ptys."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, NoReturn, Self

import pyte

COLUMNS, ROWS = 80, 24
_LONGEST_WAIT = 20.0
_BLOCK = 65536
_NAMED_KEYS = {"Enter": "\r", "Down": "\x1b[B", "Up": "\x1b[A", "F2": "\x1bOQ", "PgDn": "\x1b[6~"}


class UnexpectedScreen(Exception):
    """The program did not draw what it should, so that no time would mean anything."""


class Repaint(NamedTuple):
    """Seconds from writing a key."""

    first: float
    """To the arrival of the first output."""
    last: float
    """To the arrival of the last, after which the screen was still."""


class Terminal:
    """A program in a terminal of 80x24. It is ended where the `with` block ends."""

    def __init__(self, command: tuple[str, ...], environment: Mapping[str, str], folder: Path) -> None:
        self._command = command
        self._written = bytearray()
        self._fed = 0
        """So much of it stands on `_screen`, which is brought up to date only when it is asked for."""
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._begun = time.perf_counter()
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            _become(command, environment, folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._fd)

    def wait_for(self, marker: str) -> float:
        """Seconds from the start of the program until the marker has been drawn."""
        wanted = marker.encode()
        while wanted not in self._written:
            if not self._read(_LONGEST_WAIT):
                raise UnexpectedScreen(f"{self._name} never showed {marker!r}:\n{self.screen()}")
        return time.perf_counter() - self._begun

    def wait_until_still(self, still: float) -> None:
        """Read until nothing has been drawn for so many seconds."""
        while self._read(still):
            pass

    def press(self, keys: list[str], still: float) -> Repaint:
        """Write the keys at once, and read until nothing has been drawn for `still` seconds."""
        begun = time.perf_counter()
        os.write(self._fd, "".join(_NAMED_KEYS.get(key, key) for key in keys).encode())
        if not self._read(_LONGEST_WAIT):
            raise UnexpectedScreen(f"{self._name} did not answer {' '.join(keys)}:\n{self.screen()}")
        first = last = time.perf_counter()
        while self._read(still):
            last = time.perf_counter()
        return Repaint(first - begun, last - begun)

    def screen(self) -> str:
        """What is on the screen now."""
        self._stream.feed(bytes(self._written[self._fed :]))
        self._fed = len(self._written)
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def _name(self) -> str:
        return " ".join(self._command)

    def _read(self, seconds: float) -> bool:
        """Read what has been drawn; False if nothing was for so many seconds."""
        if not select.select([self._fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._fd, _BLOCK)
        except OSError:  # what a pty says when its program has ended
            data = b""
        if not data:
            raise UnexpectedScreen(f"{self._name} ended:\n{self._written.decode(errors='replace')}")
        self._written += data
        return True


def _become(command: tuple[str, ...], environment: Mapping[str, str], folder: Path) -> NoReturn:
    """In the forked process: turn into the program."""
    try:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        os.chdir(folder)
        os.execve(command[0], command, environment)
    finally:
        os._exit(127)
