"""Terminals with a window of their own, on an X server that nobody sees: typed into and looked at."""

import os
import shlex
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from PIL import Image, ImageGrab

from mynadesk.sizes import Size
from tests.screens.terminal import ROOT
from tests.terminals.expected import Rows, rows
from tests.terminals.keys import KEYS
from tests.terminals.pixels import Grid, aside, faintest
from tests.terminals.trial import Amiss, wait
from tests.terminals.version import told
from tests.terminals.window import Colour, environment

NEEDED = ("Xvfb", "xdotool", "xclip")
_SIZE = "1600x1100x24"


class Display:
    """An X server, and an empty home for what runs there. To be used with `with`."""

    def __init__(self) -> None:
        reader, writer = os.pipe()
        command = ("Xvfb", "-displayfd", str(writer), "-screen", "0", _SIZE, "-nolisten", "tcp", "-noreset")
        self._server = subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL)
        os.close(writer)
        with os.fdopen(reader) as told_by:
            self.name = ":" + told_by.readline().strip()
        self._home = TemporaryDirectory(ignore_cleanup_errors=True)
        self.home = Path(self._home.name)
        self.environment = environment(DISPLAY=self.name, HOME=self._home.name)
        del self.environment["TERM"]  # each terminal says its own
        self.do("key", "Num_Lock")  # as on every keyboard that has a keypad

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.terminate()
        self._server.wait()
        self._home.cleanup()

    def do(self, *orders: object) -> str:
        """Let xdotool do this; what it says."""
        command = ("xdotool", *map(str, orders))
        return subprocess.run(command, env=self.environment, capture_output=True, text=True).stdout

    def picture(self, box: tuple[int, int, int, int]) -> Image.Image:
        """What is on the screen: left, top, right, bottom."""
        return ImageGrab.grab(xdisplay=self.name).crop(box).convert("RGB")

    def selected(self) -> str:
        """What was selected with the mouse. Then nothing is."""
        got = subprocess.run(
            ("xclip", "-out", "-selection", "primary", "-target", "UTF8_STRING"),
            env=self.environment,
            capture_output=True,
        )
        subprocess.run(
            ("xclip", "-in", "-selection", "primary"),
            env=self.environment,
            input=b"",
            stdout=subprocess.DEVNULL,  # one of it stays until something else is selected
            stderr=subprocess.DEVNULL,
        )
        return got.stdout.decode("utf-8", "replace")


class XWindow:
    """One terminal's window at the upper left of the screen."""

    def __init__(
        self,
        display: Display,
        command: Sequence[str],
        size: Size,
        edge: int = 0,
        environment: dict[str, str] | None = None,
    ) -> None:
        self._display = display
        self.size = size
        surroundings = environment or display.environment
        self._program = subprocess.Popen(
            command, env=surroundings, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._id = ""
        if not wait(self._is_there):
            self.close()
            raise Amiss("no window")
        wide, high = self._pixels()
        self._picture = Image.new("RGB", (wide, high))
        self._grid = Grid(edge, (wide - 2 * edge) // size.columns, (high - 2 * edge) // size.lines)
        display.do("windowmove", self._id, 0, 0, "windowfocus", self._id, "mousemove", 1, 1)

    def _is_there(self) -> bool:
        found = self._display.do("search", "--onlyvisible", "--pid", self._program.pid).split()
        self._id = found[-1] if found else ""
        return bool(found)

    def _pixels(self) -> tuple[int, int]:
        said = self._display.do("getwindowgeometry", "--shell", self._id)
        found = dict(line.split("=") for line in said.split())
        return int(found["WIDTH"]), int(found["HEIGHT"])

    def press(self, token: str) -> None:
        if token in KEYS:
            self._display.do("key", KEYS[token].pressed)
        else:
            self._display.do("type", token)

    def resize(self, size: Size) -> None:
        edges = 2 * self._grid.edge
        wide, high = size.columns * self._grid.wide + edges, size.lines * self._grid.high + edges
        self._display.do("windowsize", self._id, wide, high)
        self.size = size

    def rows(self) -> Rows:
        """By selecting everything: with Shift the mouse is the terminal's own."""
        first, last = self._middle(0, 0), self._middle(self.size.columns - 1, self.size.lines - 1)
        self._display.do(
            *(
                "keydown",
                "shift",
                "mousemove",
                self._grid.edge + 1,
                first[1],
                "mousedown",
                1,
                "sleep",
                0.03,
                "mousemove_relative",
                1,
                0,
                "sleep",
                0.03,
            ),
            *("mousemove", *self._middle(1, 0), "sleep", 0.03, "mousemove", last[0], last[1], "sleep", 0.03),
            *("mousemove", self._grid.edge + self.size.columns * self._grid.wide - 1, last[1]),
            *("sleep", 0.03, "mouseup", 1, "keyup", "shift", "sleep", 0.05),
        )
        selected = rows(self._display.selected().rstrip())
        return (*selected, *[""] * (self.size.lines - len(selected)))

    def _middle(self, column: int, line: int) -> tuple[int, int]:
        left, top, right, bottom = self._grid.box(column, line)
        return (left + right) // 2, (top + bottom) // 2

    def aside(self, rows: Rows) -> list[str]:
        self._picture = self._display.picture((0, 0, *self._pixels()))
        return aside(self._picture, self._grid, self.size, rows)

    def ground(self, column: int, line: int) -> Colour:
        """As it was when last looked at: what was selected since has other colours."""
        left, top, _, _ = self._grid.box(column, line)
        red, green, blue = self._picture.getpixel((left, top))  # type: ignore[misc]
        return red, green, blue

    def faintest(self, rows: Rows) -> float:
        return faintest(self._picture, self._grid, self.size, rows)

    def left_on(self) -> list[str]:
        """Cannot be seen."""
        return []

    def hang_up(self) -> None:
        self._display.do("windowkill", self._id)

    def close(self) -> None:
        with suppress(ProcessLookupError):
            self._program.send_signal(signal.SIGTERM)
        try:
            self._program.wait(5)
        except subprocess.TimeoutExpired:
            self._program.kill()
            self._program.wait()


class XTerminal:
    """A kind of terminal under X."""

    keypad = True
    shared = False
    term = "xterm"

    def __init__(
        self,
        display: Display | None,
        name: str,
        start: str,
        ask: str,
        edge: int = 0,
        commits: bool = True,
    ) -> None:
        """`start`: its command, before that of the desk; `ask`: the one that tells its version."""
        self.name = name
        self.commits = commits
        self._display = display
        self._start, self._ask, self._edge = start, ask, edge

    def version(self) -> str:
        return told(tuple(self._ask.split()), DISPLAY=self._display.name) if self._display else ""

    def open(self, command: Sequence[str], size: Size) -> XWindow:
        return XWindow(*self.parts(command, size), self._edge)

    def parts(self, command: Sequence[str], size: Size) -> tuple[Display, Sequence[str], Size]:
        """What a window is made of."""
        if self._display is None:
            raise Amiss("no display")
        columns, lines = size
        start = shlex.split(self._start.format(columns=columns, lines=lines, cells=f"{columns}x{lines}"))
        return self._display, (*start, *command), size
