"""Colours on terminals that have few or none, over a real one."""

from pathlib import Path

import pytest

pytest.importorskip("pty", reason="needs the terminals of Unix")

from tests.interview.desk import BOOK
from tests.screens.terminal import DESK, Terminal

NAMED = {"black", "red", "green", "brown", "blue", "magenta", "cyan", "white", "default"}
NAMED |= {f"bright{name}" for name in NAMED} | {"bfightmagenta"}  # as the emulator spells it


def colours(terminal: Terminal) -> set[str]:
    """All colours on the screen, as the emulator calls them: names of the sixteen, else digits."""
    screen = terminal.screen
    cells = [screen.buffer[y][x] for y in range(screen.lines) for x in range(screen.columns)]
    return {name for cell in cells for name in (cell.fg, cell.bg)}


def reversed_rows(terminal: Terminal) -> list[int]:
    screen = terminal.screen
    return [y for y in range(screen.lines) if screen.buffer[y][1].reverse]


@pytest.mark.parametrize(
    "environment",
    [{"NO_COLOR": "1"}, {"TERM": "vt100", "COLORTERM": ""}, {"NO_COLOR": "1", "TERM": "xterm"}],
    ids=["NO_COLOR", "vt100", "NO_COLOR on sixteen"],
)
def test_without_colours_bold_and_reverse_remain(environment: dict[str, str], tmp_path: Path) -> None:
    command = (*DESK, "--office", "main")
    with Terminal(command, 80, 24, XDG_CONFIG_HOME=str(tmp_path), **environment) as terminal:
        terminal.type("1 1 2 Enter")
        terminal.wait_for(BOOK.words.verdicts.incomplete.ja)
        terminal.wait_for("F2")
        assert colours(terminal) == {"default"}
        assert reversed_rows(terminal) == [1]


@pytest.mark.parametrize("theme", ["standard", "contrast", "colour_blind"])
def test_a_terminal_of_sixteen_colours_gets_none_but_those(theme: str, tmp_path: Path) -> None:
    (tmp_path / "mynadesk").mkdir()
    (tmp_path / "mynadesk" / "settings.json").write_text(f'{{"office": "main", "theme": "{theme}"}}')
    with Terminal(DESK, TERM="xterm", COLORTERM="", XDG_CONFIG_HOME=str(tmp_path)) as terminal:
        terminal.type("1 1 2 Enter")
        terminal.wait_for(BOOK.words.verdicts.incomplete.ja)
        terminal.wait_for("F2")
        assert colours(terminal) <= NAMED
        assert len(colours(terminal)) > 3
