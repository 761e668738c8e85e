"""Terminals that answer where their cursor stands, each in its own way."""

import os
from codecs import getincrementaldecoder
from collections.abc import Callable, Sequence

import pyte

from mynadesk.typeset import is_certain
from tests.screens.terminal import Terminal


class AnsweringScreen(pyte.Screen):
    """Reports through `answer`. `wide`: ambiguous characters take two cells."""

    def __init__(self, columns: int, lines: int, wide: bool, answer: Callable[[bytes], None]) -> None:
        super().__init__(columns, lines)
        self._wide = wide
        self._answer = answer
        self.drawn = ""
        """Everything that was ever drawn, erased or not."""

    def draw(self, data: str) -> None:
        """Draw characters, in the width that this terminal gives them."""
        self.drawn += data
        super().draw("".join("〇" if self._wide and not is_certain(each) else each for each in data))

    def write_process_input(self, data: str) -> None:
        """Where pyte answers."""
        self._answer(data.encode())


class Decoding(pyte.ByteStream):
    """Bytes onto a screen, as a terminal set to this encoding reads them."""

    def __init__(self, screen: pyte.Screen, encoding: str) -> None:
        super().__init__(screen)
        self._decoder = getincrementaldecoder(encoding)("replace")

    def feed(self, data: bytes) -> None:  # type: ignore[override]
        """Take in what the program wrote."""
        pyte.Stream.feed(self, self._decoder.decode(data))


class AnsweringTerminal(Terminal):
    """A terminal for the doctor. `mute`: it answers nothing until `speak` is called."""

    screen: AnsweringScreen

    def __init__(
        self,
        command: Sequence[str],
        columns: int = 80,
        rows: int = 70,
        *,
        wide: bool = False,
        encoding: str = "utf-8",
        mute: bool = False,
        **environment: str,
    ) -> None:
        super().__init__(command, columns, rows, **environment)
        self.screen = AnsweringScreen(columns, rows, wide, self._answer)
        self._stream = Decoding(self.screen, encoding)
        self._mute = mute
        self.unanswered = b""

    def speak(self) -> None:
        """Answer now, late, and from now on at once."""
        self._mute = False
        self._answer(b"")

    def wait_for_question(self) -> None:
        """Wait until something was asked that is not answered."""
        while not self.unanswered:
            assert self._read(30.0), "Nothing was asked."

    def left_to_read(self) -> bytes:
        """What was typed and nobody read."""
        os.set_blocking(self._theirs, False)
        try:
            return os.read(self._theirs, 1024)
        except BlockingIOError:
            return b""

    def _answer(self, data: bytes) -> None:
        self.unanswered += data
        if not self._mute:
            os.write(self._ours, self.unanswered)
            self.unanswered = b""
