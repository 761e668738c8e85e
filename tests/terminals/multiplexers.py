"""tmux and GNU screen in a pty: keys go through both, and what is seen is what they pass on."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp

from mynadesk.sizes import Size
from tests.terminals.emulated import OTHER_SCREEN, Pty
from tests.terminals.version import told
from tests.terminals.window import environment


class Shareable(Pty):
    """A client of a server that outlives it."""

    def __init__(self, around: "Around", command: Sequence[str], size: Size) -> None:
        super().__init__(command, size, around.taken)
        self._around = around

    def detach(self) -> None:
        """Leave the program alone, by the multiplexer's key."""
        self.send(self._around.prefix + "d")
        with suppress(ChildProcessError):
            os.waitpid(self._pid, 0)

    def attach(self, size: Size) -> Pty:
        return Pty(self._around.client, size, self._around.taken)

    def left_on(self) -> list[str]:
        """The other screen is the multiplexer's own."""
        return [name for name in super().left_on() if name != OTHER_SCREEN]

    def hang_up(self) -> None:
        """Close the multiplexer's window: to close the terminal around it is to detach."""
        subprocess.run(self._around.kill, env=environment(), capture_output=True)

    def close(self) -> None:
        self.hang_up()
        super().hang_up()
        super().close()
        shutil.rmtree(self._around.folder, ignore_errors=True)


class Around:
    """One server of tmux, with a socket of its own."""

    taken = 1
    prefix = "\x02"

    def __init__(self) -> None:
        self.folder = mkdtemp()
        server = ("tmux", "-S", str(Path(self.folder) / "socket"), "-f", "/dev/null")
        self.start: tuple[str, ...] = (*server, "new-session")
        self.client: tuple[str, ...] = (*server, "attach")
        self.kill: tuple[str, ...] = (*server, "kill-server")


class AroundScreen(Around):
    """The same of GNU screen."""

    taken = 0
    prefix = "\x01"

    def __init__(self) -> None:
        self.folder = mkdtemp()
        screen = ("env", f"SCREENDIR={self.folder}", "screen")
        self.start = (*screen, "-U", "-c", "/dev/null", "-S", "desk")
        self.client = (*screen, "-U", "-x", "desk")
        self.kill = (*screen, "-S", "desk", "-X", "quit")


class Multiplexer:
    """A kind of terminal in a terminal."""

    keypad = False
    commits = True
    shared = True
    term = "screen"

    def __init__(self, name: str, around: type[Around], ask: tuple[str, ...]) -> None:
        self.name = name
        self._around = around
        self._ask = ask

    def version(self) -> str:
        return told(self._ask)

    def open(self, command: Sequence[str], size: Size) -> Shareable:
        around = self._around()
        return Shareable(around, (*around.start, *command), size)


TMUX = Multiplexer("tmux", Around, ("tmux", "-V"))
SCREEN = Multiplexer("GNU screen", AroundScreen, ("screen", "-v"))
