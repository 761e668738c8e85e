"""A Japanese input method that was left on: uim with Anthy, over XIM, in xterm."""

import shutil
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import mkdtemp

from mynadesk.sizes import Size
from tests.terminals.keys import KEYS
from tests.terminals.xserver import Display, XTerminal, XWindow

_NEEDED = ("xterm", "localedef")
_LOCALE = "ja_JP.UTF-8"
_ON, _AS_FULL_WIDTH, _AS_HALF_WIDTH, _COMMIT = "shift+space", "F9", "F10", "Return"
_STARTS_IN = 1.5
"""Seconds; a terminal that comes earlier does without."""
_TYPED = {"。": "period", "ー": "minus", "・": "slash", "＋": "plus", "＊": "asterisk"}
_MADE_OF_ITSELF = "。ー・"
_SIGNS = {"+": "plus", "-": "minus", "*": "asterisk", "/": "slash", ".": "period"}


class WithInputMethod(XWindow):
    """Each character is typed, made what it should be, and committed."""

    def __init__(self, display: Display, command: Sequence[str], size: Size) -> None:
        self._folder = mkdtemp()
        self._process: subprocess.Popen[bytes] | None = None
        _make_locale(Path(self._folder) / _LOCALE)
        own = {"LC_ALL": _LOCALE, "LOCPATH": self._folder, "HOME": self._folder, "XMODIFIERS": "@im=uim"}
        around = {**display.environment, **own}
        self._process = subprocess.Popen(
            ("uim-xim", "--engine=anthy-utf8"),
            env=around,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(_STARTS_IN)
        super().__init__(display, command, size, environment=around)
        self._on = False

    def press(self, token: str) -> None:
        if token in KEYS:
            super().press(token)
            return
        if not self._on:
            self._display.do("key", _ON, "sleep", 0.1)
            self._on = True
        key = _TYPED.get(token) or _SIGNS.get(token) or _half_width(token)
        made = () if token in _MADE_OF_ITSELF else (_AS_HALF_WIDTH if token.isascii() else _AS_FULL_WIDTH,)
        self._display.do("key", key, *made, _COMMIT)

    def close(self) -> None:
        super().close()
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)


class InputMethod(XTerminal):
    """A kind of keyboard more than of terminal."""

    def version(self) -> str:
        """Of the input method."""
        return super().version() if all(map(shutil.which, _NEEDED)) else ""

    def open(self, command: Sequence[str], size: Size) -> XWindow:
        return WithInputMethod(*self.parts(command, size))


def _half_width(character: str) -> str:
    return character if character.isascii() else chr(ord(character) - ord("！") + ord("!"))


def _make_locale(target: Path) -> None:
    subprocess.run(("localedef", "-i", "ja_JP", "-f", "UTF-8", str(target)), capture_output=True, check=True)
