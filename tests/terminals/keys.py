"""Scripts: keys written as text, such as "1 1 2 Enter 132x43 F2"; a size stands for resizing the terminal."""

import re
from typing import NamedTuple

from mynadesk.sizes import Size


class Key(NamedTuple):
    """One key in three languages."""

    sent: str
    """What a terminal like xterm sends of it."""
    pressed: str
    """How xdotool presses it: a symbol, or the number of the key on a keyboard of 105 keys."""
    meant: str
    """As what the desk should take it, as Textual names it."""


_KEYPAD = {
    **{
        digit: code
        for code, digit in zip((90, 87, 88, 89, 83, 84, 85, 79, 80, 81), "0123456789", strict=True)
    },
    ".": 91,
    "+": 86,
    "-": 82,
    "*": 63,
    "/": 106,
}
KEYS = {
    "Enter": Key("\r", "Return", "enter"),
    "Backspace": Key("\x7f", "BackSpace", "backspace"),
    "Ctrl+H": Key("\x08", "ctrl+h", "backspace"),
    "Esc": Key("\x1b", "Escape", "escape"),
    "Tab": Key("\t", "Tab", "tab"),
    "Up": Key("\x1b[A", "Up", "up"),
    "Down": Key("\x1b[B", "Down", "down"),
    "Right": Key("\x1b[C", "Right", "right"),
    "Left": Key("\x1b[D", "Left", "left"),
    "PgUp": Key("\x1b[5~", "Prior", "pageup"),
    "PgDn": Key("\x1b[6~", "Next", "pagedown"),
    "F2": Key("\x1bOQ", "F2", "f2"),
    "F3": Key("\x1bOR", "F3", "f3"),
    "F4": Key("\x1bOS", "F4", "f4"),
    "F5": Key("\x1b[15~", "F5", "f5"),
    "F6": Key("\x1b[17~", "F6", "f6"),
    "F7": Key("\x1b[18~", "F7", "f7"),
    "F8": Key("\x1b[19~", "F8", "f8"),
    "F9": Key("\x1b[20~", "F9", "f9"),
    **{f"KP{sign}": Key(sign, str(code), sign) for sign, code in _KEYPAD.items()},
    "KPEnter": Key("\r", "104", "enter"),
}
"""Keys that are no characters, and those of the keypad, which a terminal could send in a way of their own."""

_SIZE = re.compile(r"(\d+)x(\d+)")


def size_in(token: str) -> Size | None:
    """The size that a token of a script stands for."""
    found = _SIZE.fullmatch(token)
    return Size(int(found[1]), int(found[2])) if found else None
