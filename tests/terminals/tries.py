"""What is tried on every kind of terminal: the columns of the table."""

import os
import signal
from collections.abc import Callable
from typing import NamedTuple, cast

from rich.color import Color, ColorSystem

from mynadesk.doctor.samples import shows_japanese
from mynadesk.sizes import Size
from screens.roles import Depth, styles
from tests.interview.desk import BOOK
from tests.terminals.expected import screens
from tests.terminals.inside import BEFORE, LEFT
from tests.terminals.table import NOT_TRIED
from tests.terminals.trial import Amiss, Trial, wait
from tests.terminals.window import Colour, Kind, Shared, contrast_of

WELL, NONE = "well", "has none"
ACCEPTED = "4 1 2 Enter 1 Enter 1 1 1"
DIGITS = "1 1 2 Enter Enter . 2 Enter - - 0 0 * Enter / /"
KEYPAD = (
    "KP1 KP1 KP2 KPEnter KPEnter KP. KP2 KPEnter KP- KP- KP0 KP0 KP* KPEnter KP/ KP/"
    " KP3 KP4 KP5 KP6 KP7 KP8 KP9 KP+"
)
F_KEYS = "F2 F2 1 F4 F3 Enter 1 1 2 Enter Enter F8 F6 F9 F7 F5 F5"
MOVING = "1 1 2 Enter Enter 1 Enter Right Right Up Down PgDn PgUp Tab Tab / / Left"
ERASING = "1 1 2 Enter Enter 1 1 8 8 Backspace Ctrl+H Backspace Ctrl+H Ctrl+H Backspace"
FULL_WIDTH = "１ １ ２ Enter Enter 。 ２ Enter ー ０ ＊ Enter ・ ・ ＋"
RESIZING = "5 1 2 Enter 132x43 1 Enter 60x20 1 100x30 Enter 80x24 1"


class Try(NamedTuple):
    heading: str
    run: Callable[[Kind], str]
    """What was found out, in a word or some. Raises Amiss."""


def first_screen(kind: Kind) -> str:
    """Every row at 80x24, each character in its cell."""
    with Trial(kind) as trial:
        trial.follow()
    return "whole"


def ambiguous(kind: Kind) -> str:
    """What the doctor measures of characters that are wide on some terminals; the desk uses none."""
    with Trial(kind) as trial:
        widths = trial.told("before")["widths"]
    if isinstance(widths, str):
        return "no answer"
    if not shows_japanese(widths):
        raise Amiss("wrong widths", str(widths))
    cells = f"{widths['ambiguous']:g}"
    return f"{cells} cell" if cells == "1" else f"{cells} cells"


def following(script: str) -> Callable[[Kind], str]:
    """A try that follows a script."""

    def follow(kind: Kind) -> str:
        with Trial(kind) as trial:
            trial.follow(script)
        return WELL

    return follow


def keypad(kind: Kind) -> str:
    """The same keys of a keyboard's numeric part."""
    return following(KEYPAD)(kind) if kind.keypad else NOT_TRIED


class Seen(NamedTuple):
    """Grounds on the screen of an accepted case."""

    band: Colour
    base: Colour


_BAND, _BASE = (78, 1), (20, 17)
_NEAR = 48
_READABLE = 2.0
"""Contrast that thin letters, smoothed, have at least where their colours have 4.5."""
_DEPTHS: dict[str, tuple[dict[str, str], Depth]] = {
    "24 bit": ({"COLORTERM": "truecolor"}, "full"),
    "256": ({"COLORTERM": "", "TERM": "{}-256color"}, "full"),
    "16": ({"COLORTERM": "", "TERM": "{}"}, "sixteen"),
    "no": ({"NO_COLOR": "1"}, "none"),
}


def colours(kind: Kind) -> str:
    """An accepted case at each depth of colour: the verdict's band, and whether every letter can be read."""
    found = {}
    for name, (environment, depth) in _DEPTHS.items():
        filled = {variable: value.format(kind.term) for variable, value in environment.items()}
        with Trial(kind, environment=filled) as trial:
            found[name] = _coloured(trial, depth)
    wrong = [f"{name}: {word}" for name, word in found.items() if word != WELL]
    if wrong:
        raise Amiss(", ".join(wrong))
    return WELL


def _coloured(trial: Trial, depth: Depth) -> str:
    accepted = trial.expected(ACCEPTED)[-1]
    trial.type_ahead(ACCEPTED)
    if not trial.shows(accepted):
        return "not to be read"
    seen = Seen(trial.window.ground(*_BAND), trial.window.ground(*_BASE))
    if not is_right(depth, seen):
        return f"wrong ({_hex(seen.band)}, {_hex(seen.base)})"
    faintest = trial.window.faintest(accepted)
    return WELL if faintest >= _READABLE else f"faint ({faintest:.1f}:1)"


def is_right(depth: Depth, seen: Seen) -> bool:
    """Whether these are, about, the colours meant: terminals take the nearest that they have."""
    if depth == "full":
        meant = styles("standard", depth)
        wanted = (meant[role].bgcolor for role in ("band-accept", "base"))
        exact = all(near(colour, one) for colour, one in zip(wanted, seen, strict=True))
        return exact or is_right("sixteen", seen)  # fewer, where the desk knows that more come out wrong
    if depth == "sixteen":  # which green and which black is the terminal's to say
        red, green, blue = seen.band
        return green > max(red, blue, *seen.base) and contrast_of(*seen) > _READABLE
    grey = all(max(one) - min(one) < _NEAR for one in seen)
    return grey and contrast_of(*seen) > _READABLE


def near(wanted: Color | None, seen: Colour) -> bool:
    """Whether it is the colour, or about that which a terminal of 256 has for it."""
    if wanted is None:
        return False
    choices = (wanted.get_truecolor(), wanted.downgrade(ColorSystem.EIGHT_BIT).get_truecolor())
    return any(all(abs(a - b) <= _NEAR for a, b in zip(choice, seen, strict=True)) for choice in choices)


def _hex(colour: Colour) -> str:
    return "#" + bytes(colour).hex()


def given_back(kind: Kind) -> str:
    """Left by F9 in the middle of a case, and told to end there: the terminal as it was found."""
    words = [_given_back(kind, how) for how in ("F9", "SIGTERM")]
    return next((word for word in words if word != WELL), WELL)


_TOLD = BOOK.words.messages.told_to_end.ja
"""What the desk says as it goes, perhaps on two rows."""


def _given_back(kind: Kind, how: str) -> str:
    with Trial(kind) as trial:
        trial.follow("1 1")
        if how == "F9":
            trial.type_ahead("F9 F9")
        else:
            os.kill(trial.pid, signal.SIGTERM)
        after = trial.told("after")
        if after != {"status": 0 if how == "F9" else 128 + signal.SIGTERM, "kept": True}:
            raise Amiss(f"{how}: amiss", str(after))
        lines = trial.window.size.lines
        as_found = trial.shows((BEFORE, LEFT, *[""] * (lines - 2)))
        if not as_found and not {row for row in trial.window.rows() if row not in _TOLD} <= {BEFORE, LEFT}:
            raise Amiss(f"{how}: the case is still seen")
        if left_on := trial.window.left_on():
            raise Amiss(f"{how}: left on: {', '.join(left_on)}")
    return WELL if as_found else "cleared"


def closed(kind: Kind) -> str:
    """Closed in the middle of a case: the desk has ended by itself."""
    with Trial(kind) as trial:
        trial.follow("1 1")
        trial.window.hang_up()
        if not wait(lambda: trial.ended):
            raise Amiss("still runs")
    return "has ended"


def full_width(kind: Kind) -> str:
    """Characters as an input method makes them of keys."""
    return following(FULL_WIDTH)(kind) if kind.commits else NOT_TRIED


def escape(kind: Kind) -> str:
    """Esc, and a digit after it: both are taken."""
    return following("1 Esc 1")(kind)


def detached(kind: Kind) -> str:
    """Left alone in the middle of a case, looked at again, and by a second one, larger and smaller."""
    if not kind.shared:
        return NONE
    script = "1 1 2"
    with Trial(kind) as trial:
        window = cast(Shared, trial.window)
        trial.follow(script)
        window.detach()
        again = window.attach(Size(80, 24))
        shown = trial.expected(script)[-1]
        trial.expect(shown, "attached", window=again)
        fitted = True
        for size in (Size(100, 30), Size(70, 22)):
            second = window.attach(size)
            fitted = trial.shows(screens(script, second.size)[-1], second) and fitted
            second.close()
            trial.expect(shown, f"after a second of {size.columns}x{size.lines}", window=again)
        again.close()
    return WELL if fitted else "well, but a second is not fitted"


TRIES = (
    Try("first screen, 80x24", first_screen),
    Try("circles, arrows", ambiguous),
    Try("a case by digits", following(DIGITS)),
    Try("by the keypad", keypad),
    Try("F2 to F9", following(F_KEYS)),
    Try("Tab, arrows, PgUp, PgDn", following(MOVING)),
    Try("Backspace", following(ERASING)),
    Try("Esc", escape),
    Try("full-width keys", full_width),
    Try("resized in a case", following(RESIZING)),
    Try("readable in 24-bit, 256, 16, no colours", colours),
    Try("given back by F9, SIGTERM", given_back),
    Try("window closed", closed),
    Try("detached, attached, shared", detached),
)
