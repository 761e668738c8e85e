"""The one table of keys: the foot line, the help, README and the messages are made from it."""

import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from mynadesk.wording import Wording
from mynadesk.words import Language

_FROM_IME = str.maketrans("。．・／ー－＋＊", "../" + "/--+*")


class Key(NamedTuple):
    name: str
    """What the session knows it by, or the screen where it is no session's key."""
    shown: str
    """How the foot line and the help name it."""
    twins: tuple[str, ...]
    """Other keys that do the same, as Textual names them."""
    words: str
    """Its entry in words.yaml, under keys."""
    on_screen: bool = False
    """It does something with the screen, not with the case."""


TABLE = (
    Key("digit", "0-9", (), "digit"),
    Key("enter", "Enter", ("enter", "ctrl+j"), "enter"),
    Key("0", "0", ("b",), "back"),
    Key("backspace", "BS", ("backspace", "ctrl+h"), "back"),
    Key("+", "+", ("a", "f7"), "finish"),
    Key(".", ".", ("m", "f8"), "dot"),
    Key("-", "-", ("l", "up", "f4"), "line"),
    Key("down", "Down", ("down",), "line"),
    Key("*", "*", ("r", "f3"), "reason"),
    Key("/", "/", ("n", "f5"), "next"),
    Key("switch", "F6", ("f6", "s"), "switch"),
    Key("help", "F2", ("f2", "?", "h"), "help"),
    Key("ledger", "Home", ("home", "c"), "ledger", True),
    Key("scroll", "PgDn", ("pagedown", "space"), "scroll", True),
    Key("scroll_up", "PgUp", ("pageup",), "scroll_up", True),
    Key("large", "Right", ("right", "v"), "large", True),
    Key("papers", "End", ("end", "p"), "papers"),
    Key("rule", "Insert", ("insert", "i"), "rule", True),
    Key("hide", "Tab", ("tab", "k"), "hide", True),
    Key("theme", "Left", ("left", "t"), "theme", True),
    Key("quit", "F9", ("f9", "q", "ctrl+q"), "quit"),
)
_NAMES = {
    "backspace": "BackSpace",
    "pagedown": "PageDown",
    "pageup": "PageUp",
    "ctrl+h": "Ctrl+H",
    "ctrl+j": "Ctrl+J",
    "ctrl+q": "Ctrl+Q",
}
ON_SCREEN = frozenset(key.name for key in TABLE if key.on_screen)
_ARROWS = {"Right": "右矢印", "Left": "左矢印", "Up": "上矢印", "Down": "下矢印"}
"""What Japanese keyboards have no word for."""
_MODIFIERS = frozenset(
    f"{side}_{key}"
    for side in ("left", "right")
    for key in ("shift", "control", "alt", "super", "hyper", "meta")
) | {"caps_lock", "num_lock", "scroll_lock", "iso_level3_shift", "iso_level5_shift"}
_SHOWN = {key.name: key.shown for key in TABLE}
_BY_TWIN = {twin: key.name for key in TABLE for twin in key.twins}


def fold(character: str) -> str:
    """A full-width character as the half-width one of the same key."""
    return unicodedata.normalize("NFKC", character.translate(_FROM_IME))


def is_full_width(character: str | None) -> bool:
    """Whether an input method that was left on has made this of a key."""
    return bool(character) and fold(str(character)) != character


def name_of(key: str, character: str | None) -> str:
    """What the session calls a key press; characters it does not know keep their own name."""
    folded = fold(character) if character and character.isprintable() else ""
    if len(folded) == 1 and folded in "0123456789.+-*/":
        return folded
    return _BY_TWIN.get(folded.lower()) or _BY_TWIN.get(key) or folded or key


def is_modifier(key: str) -> bool:
    """Whether it does nothing by itself: terminals with kitty's protocol tell of Shift as of any key."""
    return key in _MODIFIERS


def shown_name(name: str) -> str:
    """What a key is called on the screen."""
    return _SHOWN.get(name, name)


def called(shown: str, language: Language) -> str:
    """A key as it is called in a language."""
    return _ARROWS.get(shown, shown) if language == "ja" else shown


def described(wording: Wording, instead: Mapping[str, str] | None = None) -> list[tuple[str, str, str]]:
    """The whole table as it is read: each key, its twins, and what it does.

    `instead`: by name, what keys do where it is something else.
    """
    return [
        (
            called(key.shown, wording.language),
            " ".join(
                called(shown, wording.language) for twin in key.twins if (shown := as_read(twin)) != key.shown
            ),
            (instead or {}).get(key.name) or wording.fill(getattr(wording.words.keys, key.words)),
        )
        for key in TABLE
    ]


def as_read(twin: str) -> str:
    """How a key that Textual names is written on the keyboard."""
    return _NAMES.get(twin, twin if len(twin) == 1 else twin.capitalize())
