"""A program in a terminal: keys go in, a screen comes out."""

import os
import pty
import select
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

ROOT = Path(__file__).parent.parent.parent
DESK = (sys.executable, "-m", "mynadesk", "--on", "2026-11-23")

_SENT = {
    "Enter": "\r",
    "Backspace": "\x7f",
    "Up": "\x1b[A",
    "Down": "\x1b[B",
    "Left": "\x1b[D",
    "Right": "\x1b[C",
    "Tab": "\t",
    "PgDn": "\x1b[6~",
    "F2": "\x1bOQ",
    "F6": "\x1b[17~",
    "F9": "\x1b[20~",
}
_PATIENCE = 30.0
"""Seconds after which a machine is not slow but something is wrong."""
_ALTERNATE_SCREEN = 1049 << 5  # pyte shifts private modes


def _surroundings() -> dict[str, str]:
    """The environment without a size: Textual's own tests leave that of their terminals in it."""
    return {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}


class Terminal:
    """Runs a program on a terminal of its own. To be used with `with`."""

    def __init__(
        self, command: Sequence[str] = DESK, columns: int = 80, rows: int = 24, **environment: str
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.written = b""
        """All that the program wrote, with what the terminal echoed."""
        self._stream = pyte.ByteStream(self.screen)
        self._ours, self._theirs = pty.openpty()
        termios.tcsetwinsize(self._theirs, (rows, columns))
        self._lines_at_first = termios.tcgetattr(self._theirs)
        self._program = subprocess.Popen(
            command,
            stdin=self._theirs,
            stdout=self._theirs,
            stderr=self._theirs,
            cwd=ROOT,
            env={**_surroundings(), "TERM": "xterm-256color", "LANG": "C.UTF-8", **environment},
            start_new_session=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._program.kill()
        self._program.wait()
        os.close(self._ours)
        os.close(self._theirs)

    @property
    def text(self) -> str:
        """All rows of the screen, without blanks at their ends.

        Not pyte's own `display`: that fails where half of a wide character was written over.
        """
        screen = self.screen
        cells = ((screen.buffer[y][x].data for x in range(screen.columns)) for y in range(screen.lines))
        return "\n".join("".join(row).rstrip() for row in cells)

    @property
    def restored(self) -> bool:
        """The terminal is as it was found: no other screen, the cursor shown, keys echoed line by line."""
        as_found = termios.tcgetattr(self._theirs) == self._lines_at_first
        return as_found and _ALTERNATE_SCREEN not in self.screen.mode and not self.screen.cursor.hidden

    def type(self, keys: str) -> None:
        """Send keys without waiting: tokens parted by blanks, each a named key or characters."""
        sent = "".join(_SENT.get(token, token) for token in keys.split())
        os.write(self._ours, sent.encode())

    def send(self, sent: bytes) -> None:
        """Send bytes as they are."""
        os.write(self._ours, sent)

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        self._program.send_signal(number)

    def press(self, key: str) -> None:
        """Send one key and wait until the screen shows what it did."""
        self.type(key)
        self._read(_PATIENCE)
        while self._read(0.05):
            pass

    def wait_for(self, text: str) -> None:
        """Wait until a text stands on the screen."""
        end = time.monotonic() + _PATIENCE
        while text not in self.text:
            still_runs = self._program.poll() is None and time.monotonic() < end
            assert still_runs, f"{text} was waited for:\n{self.text}"
            self._read(0.2)

    def wait_for_end(self) -> int:
        """Wait until the program has ended, and take in all it wrote. Its exit status."""
        end = time.monotonic() + _PATIENCE
        while self._program.poll() is None:
            assert time.monotonic() < end, f"The program does not end:\n{self.text}"
            self._read(0.02)
        while self._read(0.02):
            pass
        return self._program.returncode

    def _read(self, patience: float) -> bool:
        """Take in what was written within so many seconds; whether anything was."""
        if not select.select([self._ours], [], [], patience)[0]:
            return False
        data = os.read(self._ours, 65536)
        self.written += data
        self._stream.feed(data)
        return True
