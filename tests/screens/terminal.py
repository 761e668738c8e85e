"""A program in a terminal: keys go in, a screen comes out."""

import fcntl
import os
import pty
import re
import select
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

from tests.command.running import hear

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
_KEYBOARD = re.compile(rb"\x1b\[[<>][0-9]*u")
"""Takes and gives back the keyboard of newer terminals; pyte does not know it and would draw an "u"."""


class Terminal:
    """Runs a program on a terminal of its own. To be used with `with`."""

    def __init__(
        self,
        command: Sequence[str] = DESK,
        columns: int = 80,
        rows: int = 24,
        belongs: bool = True,
        folder: Path = ROOT,
        /,
        **environment: str | None,
    ) -> None:
        """`environment`: None takes a variable away. `belongs`: whether the terminal's own signals arrive."""
        self.screen = pyte.Screen(columns or 80, rows or 24)
        self.written = b""
        self._stream = pyte.ByteStream(self.screen)
        self._modes_at_first = set(self.screen.mode)
        self._ours, self._theirs = pty.openpty()
        os.set_blocking(self._ours, False)
        termios.tcsetwinsize(self._theirs, (rows, columns))
        self._lines_at_first = termios.tcgetattr(self._theirs)
        self._program = subprocess.Popen(
            command,
            stdin=self._theirs,
            stdout=self._theirs,
            stderr=self._theirs,
            cwd=folder,
            env={name: value for name, value in {**_usual(), **environment}.items() if value is not None},
            start_new_session=True,
            preexec_fn=self._belong if belongs else hear,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._program.kill()
        self._program.wait()
        self.hang_up()
        os.close(self._theirs)

    def _belong(self) -> None:
        """In the program's process: make the terminal its own."""
        hear()
        fcntl.ioctl(self._theirs, termios.TIOCSCTTY, 0)

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
        """The terminal is as it was found.

        Keys are echoed line by line; no other screen, no hidden cursor, no reports of mouse, focus, pastes.
        """
        as_found = termios.tcgetattr(self._theirs) == self._lines_at_first
        given_back = self.written.count(b"\x1b[<u") == self.written.count(b"\x1b[>")
        same = self.screen.mode == self._modes_at_first and not self.screen.cursor.hidden
        return as_found and given_back and same

    def type(self, keys: str) -> None:
        """Send keys without waiting: tokens parted by blanks, each a named key or characters."""
        sent = "".join(_SENT.get(token, token) for token in keys.split())
        os.write(self._ours, sent.encode())

    def send(self, sent: bytes) -> None:
        """Send bytes as they are, however many; what is drawn meanwhile is taken in."""
        while sent:
            readable, writable, _ = select.select([self._ours], [self._ours], [], _PATIENCE)
            assert readable or writable, "The program neither reads nor writes."
            if readable:
                self._read(0)
            if writable:
                sent = sent[os.write(self._ours, sent) :]

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        self._program.send_signal(number)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        termios.tcsetwinsize(self._ours, (rows, columns))
        self.screen.resize(rows or 24, columns or 80)

    def hang_up(self) -> None:
        """Let the other side of the terminal go, as a lost connection does."""
        if self._ours >= 0:
            os.close(self._ours)
            self._ours = -1

    def press(self, key: str) -> None:
        """Send one key and wait until the screen shows what it did."""
        self.type(key)
        self._read(_PATIENCE)
        while self._read(0.05):
            pass

    def wait_for(self, text: str) -> None:
        """Wait until a text stands on the screen."""
        self.wait_until(lambda: text in self.text, text)

    def settled(self) -> str:
        """What stands on the screen when nothing more is drawn."""
        while self._read(0.3):
            pass
        return self.text

    def wait_until(self, seen: Callable[[], bool], what: object) -> None:
        """Wait until something can be seen; `what` it was, should it never be."""
        end = time.monotonic() + _PATIENCE
        while not seen():
            may_come = self._program.poll() is None and time.monotonic() < end
            may_come |= self._read(0.2)  # its last words may still be on their way
            assert may_come, f"{what} was waited for:\n{self.text}"

    def wait_for_end(self, reading: bool = True) -> int:
        """Wait until the program has ended, and take in all it wrote. Its exit status.

        Without `reading` it has to end although nobody takes what it writes.
        """
        end = time.monotonic() + _PATIENCE
        while self._program.poll() is None:
            assert time.monotonic() < end, f"The program does not end:\n{self.text}"
            self._read(0.02) if reading else time.sleep(0.02)
        while self._read(0.02):
            pass
        return self._program.returncode

    def wait_until_stopped(self) -> None:
        """Wait until the program has been stopped, as by Ctrl+Z, and take in all it wrote."""
        self.wait_until(lambda: os.waitpid(self._program.pid, os.WUNTRACED | os.WNOHANG)[0] != 0, "its stop")
        while self._read(0.02):
            pass

    def _read(self, patience: float) -> bool:
        """Take in what was written within so many seconds; whether anything was."""
        if self._ours < 0:
            time.sleep(patience)
            return False
        if not select.select([self._ours], [], [], patience)[0]:
            return False
        written = os.read(self._ours, 65536)
        self.written += written
        self._stream.feed(_KEYBOARD.sub(b"", written))
        return True


def _usual() -> dict[str, str]:
    """The environment without a size: Textual's own tests leave that of their terminals in it."""
    around = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    return {**around, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
