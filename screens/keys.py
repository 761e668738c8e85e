"""The one table of keys: the foot line and the help are made from it, and the desk acts by it."""

import unicodedata
from typing import NamedTuple

from mynadesk.interview.session import Session
from mynadesk.interview.steps import AskPapers, AskPins, Done
from mynadesk.rulebook.word_schema import KeyWords

_MOST_IN_FOOT = 6
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


TABLE = (
    Key("digit", "0-9", (), "digit"),
    Key("enter", "Enter", ("enter",), "enter"),
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
    Key("scroll", "PgDn", ("pagedown", "space"), "scroll"),
    Key("quit", "F9", ("f9", "q", "ctrl+q"), "quit"),
)
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


def foot(session: Session, words: KeyWords, pages: int) -> list[tuple[str, str]]:
    """The keys of the moment: name and what it does, at most six. `pages`: of the right pane."""
    wanted = _wanted(session, pages)
    entries = {key.name: key for key in TABLE}
    return [
        (entries[name].shown, getattr(words, own or entries[name].words).in_(session.wording.language))
        for name, own in wanted[:_MOST_IN_FOOT]
    ]


def _wanted(session: Session, pages: int) -> list[tuple[str, str | None]]:
    if session.field is not None:
        return [("enter", None), ("backspace", "erase")]
    if session.reason:
        return [("enter", "back"), ("-", None), ("scroll", None), ("help", None)]
    step = session.step
    first: list[tuple[str, str | None]] = [("0", None)]
    if isinstance(step, Done):
        first = [("enter", "scroll"), ("0", None)] if pages > 1 else [("0", None)]
    elif any(option.key == "Enter" for option in session.options) or isinstance(step, AskPins):
        first = [("enter", None), ("0", None)]
    elif isinstance(step, AskPapers):
        return [("+", None), (".", None), ("0", None), ("*", None), ("/", None), ("help", None)]
    if session.fresh:
        restore: list[tuple[str, str | None]] = [("0", "restore")] if session.restorable else []
        return [*restore, ("help", None), ("quit", None)]
    return [*first, ("-", None), ("*", None), ("/", None), ("help", None)]
