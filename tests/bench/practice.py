"""From the key that ends a scene of practice until the next scene stands there, beside a bare Textual app."""

from pathlib import Path

from mynadesk.practice.reading import load_practice
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.wording import Wording
from tests.bench import sides
from tests.bench.keys import BESIDE, STILL, WORKED_OFF
from tests.bench.table import Aim, Row, p50, p99
from tests.bench.terminals import Terminal

_AIM = Aim(50)
_ANSWER = ["/", "1"]
"""To the questions, and a verdict that is as often wrong as right."""


def measure(count: int, folder: Path) -> list[Row]:
    """Rows for `count` scenes."""
    command = (*sides.desk(sides.MODULE), "practice", "--name", "bench", "--seed", "1", "--level", "test")
    environment = {**sides.environment(folder), "XDG_DATA_HOME": str(folder)}
    asked, result = _markers()
    ours: list[float] = []
    theirs: list[float] = []
    with (
        Terminal(command, environment, sides.ROOT) as practice,
        Terminal(sides.BARE, sides.environment(folder), sides.ROOT) as bare,
    ):
        practice.wait_for(asked)
        bare.wait_for(sides.BARE_MARKER)
        for terminal in (practice, bare):
            terminal.wait_until_still(WORKED_OFF)
        while len(ours) < count:
            practice.press(_ANSWER, STILL)
            while result not in practice.screen():
                practice.press(["1"], STILL)
            while asked not in practice.screen():
                taken = practice.press(["Enter"], STILL)
            ours.append(taken.last)
            theirs.append(bare.press(["Enter"], STILL).last)
    return [
        Row("key to next scene of practice, p50", p50(ours), p50(theirs), BESIDE, "ms"),
        Row("key to next scene of practice, p99", p99(ours), p99(theirs), BESIDE, "ms", _AIM),
    ]


def _markers() -> tuple[str, str]:
    """What the desk asks first, and what stands on every result."""
    book = load_rulebook(shipped_rules())
    wording = Wording(book, "ja")
    words = load_practice(shipped_rules(), book, sides.day()).words
    return wording.fill(book.desk.questions["who"].ask), wording.fill(words.result.correct)
