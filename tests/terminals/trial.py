"""A desk in a window, which has to show what the app means to show, key by key."""

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType, TracebackType
from typing import Any, Self

from mynadesk.sizes import WHOLE, Size
from tests.screens.terminal import DESK
from tests.terminals.expected import Rows, screens
from tests.terminals.keys import size_in
from tests.terminals.window import Kind, Window

PATIENCE = 8.0
"""Seconds after which a terminal is not slow but something is wrong."""
NOTHING: Mapping[str, str] = MappingProxyType({})
_ENOUGH = 6
_INSIDE = Path(__file__).with_name("inside.py")


class Amiss(Exception):
    """Something is not as it should be: in a few words for the table, and at length."""

    def __init__(self, word: str, details: str = "") -> None:
        super().__init__(word)
        self.word = word
        self.details = details


def wait(seen: Callable[[], bool], patience: float = PATIENCE) -> bool:
    """Whether it comes to be so in time."""
    end = time.monotonic() + patience
    while not seen():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


class Trial:
    """The desk, opened in a new window. To be used with `with`."""

    def __init__(
        self,
        kind: Kind,
        size: Size = WHOLE,
        environment: Mapping[str, str] = NOTHING,
        patience: float = PATIENCE,
    ) -> None:
        """`environment`: what the desk finds there beside what the terminal sets itself."""
        self._patience = patience
        self._temporary = TemporaryDirectory(ignore_cleanup_errors=True)
        self._folder = Path(self._temporary.name)
        self._before = self._folder / "before.json"
        folder = str(self._folder)
        settings = {**environment, "XDG_CONFIG_HOME": folder, "MYNADESK_LEDGER": folder}
        variables = [f"{name}={value}" for name, value in settings.items()]
        inside = (sys.executable, str(_INSIDE), str(self._folder))
        self._opened = size
        self.window: Window = kind.open(("env", *variables, *inside, *DESK, "--office", "main"), size)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.window.close()
        if self._before.exists() and not wait(lambda: self.ended):
            os.kill(self.pid, signal.SIGKILL)
        self._temporary.cleanup()

    def told(self, name: str) -> dict[str, Any]:
        """What tests.terminals.inside has found: before the desk was opened, or after it was left."""
        path = self._folder / f"{name}.json"
        if not wait(path.exists):
            raise Amiss("did not start" if name == "before" else "did not end")
        told: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return told

    @property
    def pid(self) -> int:
        """Of the desk's process."""
        return int(self.told("before")["pid"])

    @property
    def ended(self) -> bool:
        """Whether that process is gone."""
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return True
        return False

    def follow(self, script: str = "") -> None:
        """Do what the script says; after each token every row has to be right and nothing aside."""
        before: Rows = ()
        for token, rows in zip(("", *script.split()), self.expected(script), strict=True):
            if token:
                self.step(token)
            self.expect(rows, token or "first screen", before)
            before = rows

    def type_ahead(self, script: str) -> None:
        """Do what the script says, without looking."""
        self.told("before")
        for token in script.split():
            self.step(token)

    def expected(self, script: str) -> list[Rows]:
        """What the desk means to show: a multiplexer takes a line of each size for itself."""
        taken = self._opened.lines - self.window.size.lines
        sizes = {token: size for token in script.split() if (size := size_in(token))}
        inner = [
            f"{sizes[token].columns}x{sizes[token].lines - taken}" if token in sizes else token
            for token in script.split()
        ]
        first = Size(self._opened.columns, self._opened.lines - taken)
        return screens(" ".join(inner), first)

    def step(self, token: str) -> None:
        """Press one key, or give the terminal another size."""
        if size := size_in(token):
            self.window.resize(size)
        else:
            self.window.press(token)

    def expect(self, rows: Rows, after: str, before: Rows = (), window: Window | None = None) -> None:
        """Wait until the window shows these rows; `before`: what it showed before the key `after`.

        Raises:
            Amiss: it does not.
        """
        looked_at = window or self.window
        if self.shows(rows, looked_at):
            return
        seen = looked_at.rows()
        if _same(seen, rows):
            raise Amiss(f"{after}: pushed aside", ", ".join(looked_at.aside(rows)[:_ENOUGH]))
        raise Amiss(f"{after}: {'lost' if _same(seen, before) else 'amiss'}", difference(seen, rows))

    def shows(self, rows: Rows, window: Window | None = None) -> bool:
        """Whether the window comes to show these rows, and each character in its cells."""
        looked_at = window or self.window
        return wait(lambda: not looked_at.aside(rows) and _same(looked_at.rows(), rows), self._patience)


def _same(seen: Rows, wanted: Rows) -> bool:
    """Blank rows at the ends aside: some terminals leave them out of what is selected."""
    return "\n".join(seen).strip("\n") == "\n".join(wanted).strip("\n")


def difference(seen: Rows, wanted: Rows) -> str:
    """The rows that are not as they should be."""
    pairs = [*zip(wanted, seen, strict=False)]
    differ = [f"  wanted {a!r}\n  seen   {b!r}" for a, b in pairs if a != b]
    return "\n".join([f"{len(seen)} rows of {len(wanted)}", *differ[:_ENOUGH]])
