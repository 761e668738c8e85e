"""From a key to the repaint that it causes, one by one and typed ahead, beside a bare Textual app."""

import gc
import itertools
from collections.abc import Callable
from pathlib import Path

from tests.bench import sides
from tests.bench.table import Aim, Row, medians, p50, p99
from tests.bench.terminals import Repaint, Terminal, UnexpectedScreen

_AIM = Aim(30)
_AHEAD_AIM = Aim(150)
STILL = 0.05
"""Textual draws at most every 17 ms: after this silence it has drawn everything."""
WORKED_OFF = 0.4
BESIDE = "bare Textual app"
_HOLDER = "1 1 2 Enter Enter 1 Enter Enter * / /"
_AGENT = "5 1 2 3 Enter 1 1 Enter 9 Enter + - * * 0 0 . / /"
_CYCLE = f"{_HOLDER} {_AGENT}".split()
"""Two people as a clerk types them: answers, papers, reasons, going back, and the next person."""
_TYPED_AHEAD = 200
_BothTimes = tuple[list[float], list[float]]


def measure(count: int, rounds: int, folder: Path) -> list[Row]:
    """Rows for `count` single keys, and for `rounds` times many keys at once."""
    gc.freeze()  # so that no search for garbage in this process delays a key
    marker = sides.desk_marker()
    environment = sides.environment(folder)
    with (
        Terminal(sides.desk(sides.MODULE), environment, sides.ROOT) as desk,
        Terminal(sides.BARE, environment, sides.ROOT) as bare,
    ):
        for terminal, shown in ((desk, marker), (bare, sides.BARE_MARKER)):
            terminal.wait_for(shown)
            terminal.wait_until_still(WORKED_OFF)
        return [*_one_by_one(desk, bare, count), _typed_ahead(desk, bare, rounds, count)]


def _one_by_one(desk: Terminal, bare: Terminal, count: int) -> list[Row]:
    ours: list[Repaint] = []
    theirs: list[Repaint] = []
    for key in itertools.islice(itertools.cycle(_CYCLE), count):
        ours.append(desk.press([key], STILL))
        theirs.append(bare.press([key], STILL))
    firsts = [each.first for each in ours], [each.first for each in theirs]
    lasts = [each.last for each in ours], [each.last for each in theirs]
    return [
        _row("key to first output, p50", p50, firsts),
        _row("key to first output, p99", p99, firsts),
        _row("key to whole repaint, p50", p50, lasts),
        _row("key to whole repaint, p99", p99, lasts, _AIM),
    ]


def _row(what: str, point: Callable[[list[float]], float], times: _BothTimes, aim: Aim | None = None) -> Row:
    ours, theirs = times
    return Row(what, point(ours), point(theirs), BESIDE, "ms", aim)


def _typed_ahead(desk: Terminal, bare: Terminal, rounds: int, before: int) -> Row:
    """The last keys bring the desk to its second question, from wherever it is; one more takes it back.

    It draws once for keys that come together, so where they end has to look different from where they began.
    """
    asked = sides.second_question()
    keys = [*itertools.islice(itertools.cycle(_CYCLE), _TYPED_AHEAD - 3), "/", "/", "1"]
    ours: list[float] = []
    theirs: list[float] = []
    for turn in range(rounds):
        ours.append(desk.press(keys, WORKED_OFF).last)
        _expect(desk, asked)
        desk.press(["0"], STILL)
        theirs.append(bare.press(keys, WORKED_OFF).last)
        _expect(bare, f"key {before + (turn + 1) * _TYPED_AHEAD}:")
    return medians(f"{_TYPED_AHEAD} keys at once, all worked off", ours, theirs, BESIDE, _AHEAD_AIM)


def _expect(terminal: Terminal, text: str) -> None:
    screen = terminal.screen()
    if text not in screen:
        raise UnexpectedScreen(f"{text!r} should be here:\n{screen}")
