"""What every terminal here can do: a common face for all kinds of them."""

import os
from collections.abc import Sequence
from typing import Protocol

from rich.color import Color, ColorSystem
from rich.style import Style

from mynadesk.sizes import Size
from tests.screens.seen import contrast
from tests.terminals.expected import Rows

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""


def contrast_of(ink: Colour, ground: Colour) -> float:
    """How much one stands out from the other: 1 to 21."""
    return contrast(Style(color=Color.from_rgb(*ink), bgcolor=Color.from_rgb(*ground)), ColorSystem.TRUECOLOR)


_OF_TERMINALS = ("COLORTERM", "COLUMNS", "LINES", "NO_COLOR", "STY", "TERM_PROGRAM", "TERMCAP", "TMUX")
_PREFIXES = ("MYNADESK_", "SSH_", "TEXTUAL_")


def environment(**more: str) -> dict[str, str]:
    """Surroundings that do not tell of the terminal from which all this is started."""
    kept = {name: value for name, value in os.environ.items() if name not in _OF_TERMINALS}
    kept = {name: value for name, value in kept.items() if not name.startswith(_PREFIXES)}
    return {**kept, "TERM": "xterm-256color", "LANG": "C.UTF-8", **more}


class Window(Protocol):
    """An open terminal in which a program runs."""

    size: Size
    """Of what the program has for itself."""

    def press(self, token: str) -> None:
        """Press a key of KEYS, or hand over a character as an input method does."""

    def resize(self, size: Size) -> None:
        """Give the whole terminal another size."""

    def rows(self) -> Rows:
        """What stands in it now, as far as the program has it for itself."""

    def aside(self, rows: Rows) -> list[str]:
        """Where it has ink though these rows have none, or none though they have: empty is well."""

    def ground(self, column: int, line: int) -> Colour:
        """The colour around a character, from 0."""

    def faintest(self, rows: Rows) -> float:
        """The contrast of the letter, of those that stand in it, that is hardest to read: 1 to 21."""

    def left_on(self) -> list[str]:
        """What a program has switched on and not off again, as far as that can be seen."""

    def hang_up(self) -> None:
        """Close the window as somebody does who has enough, or lose the line."""

    def close(self) -> None:
        """Let nothing of it be left."""


class Shared(Window, Protocol):
    """One that its program survives, and that several can look at."""

    def detach(self) -> None:
        """Leave the program alone."""

    def attach(self, size: Size) -> "Window":
        """Look at it in one more terminal."""


class Kind(Protocol):
    """A kind of terminal."""

    name: str
    keypad: bool
    """Whether it has a keyboard, so that keys of the keypad are not only characters."""
    commits: bool
    """Whether a character can be handed over that is on no key."""
    shared: bool
    """Whether its windows are Shared."""
    term: str
    """What TERM says there of a terminal that has 16 colours."""

    def version(self) -> str:
        """Of the program on this machine; nothing where it is not there."""

    def open(self, command: Sequence[str], size: Size) -> Window:
        """Run a command in a new terminal of this size."""
