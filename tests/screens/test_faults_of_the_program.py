"""A fault of the program itself: a sentence, and for engineers its place; never what was being worked on."""

import sys
from pathlib import Path

import pytest

pytest.importorskip("pty", reason="needs the terminals of Unix")

from tests.interview.desk import BOOK, message
from tests.screens.desk_app import flat
from tests.screens.terminal import Terminal

WHO = BOOK.desk.questions["who"].ask.ja
SECRET = "swordfish"
BOOM = f"""
def boom(*_, **__):
    name = "{SECRET}"
    raise KeyError(name)
"""
START = "import sys; from mynadesk.__main__ import main; sys.exit(main())"
AT_START = {
    "in a module that cannot be imported": "import sys; sys.modules['screens.desk'] = None",
    "reading the rules": "import mynadesk.rulebook.loading as m; m.load_rulebook = boom",
    "making the app": "import screens.app as a; a.Wording = boom",
}
WHILE_OPENING = {
    "composing": "from screens.desk import DeskScreen; DeskScreen.compose = boom",
    "before the first paint": "import screens.desk as d; d.frame = boom",
    "painting": "from screens.pane import Pane; Pane.render_line = boom",
    "taking the terminal": "from screens.driver import DeskDriver as D; D._disable_line_wrap = boom",
}
AT_A_KEY = {
    "in the session": "from mynadesk.interview.session import Session; Session.press = boom",
    "drawing": "from screens.desk import DeskScreen as D; D._press = lambda s, k: s.draw(boom())",
    "painting": "from screens.pane import Pane; paint = Pane.render_line\n"
    "Pane.render_line = lambda s, y: boom() if s.app.keys_taken else paint(s, y)",
    "in a timer": "from screens.desk import DeskScreen as D; D._press = lambda s, k: s.set_timer(0.01, boom)",
    "in a task": "import asyncio; from screens.desk import DeskScreen as D\n"
    "async def later(): boom()\n"
    "D._press = lambda s, k: asyncio.get_running_loop().create_task(later()) and None",
    "reading": "from screens.intake import Intake; Intake.take = boom",
    "showing the list of keys": "import screens.help as h; h.help_rows = boom",
}


def broken(how: str, *arguments: str) -> tuple[str, ...]:
    """The program with a fault in it."""
    return (sys.executable, "-c", f"{BOOM}\n{how}\n{START}", *arguments)


def desk_with(how: str) -> tuple[str, ...]:
    return broken(how, "--on", "2026-11-23", "--office", "main")


def tells_only(terminal: Terminal, sentence: str) -> None:
    assert terminal.wait_for_end() == 1
    assert terminal.restored
    assert flat(terminal.text) == flat(sentence)


@pytest.mark.parametrize("how", AT_START)
def test_at_the_start(how: str, tmp_path: Path) -> None:
    with Terminal(desk_with(AT_START[how]), XDG_CONFIG_HOME=str(tmp_path)) as terminal:
        tells_only(terminal, "不具合のため続けられなくなりました。もう一度お試しください。")


@pytest.mark.parametrize("how", WHILE_OPENING)
def test_while_opening(how: str, tmp_path: Path) -> None:
    with Terminal(desk_with(WHILE_OPENING[how]), XDG_CONFIG_HOME=str(tmp_path)) as terminal:
        tells_only(terminal, message("fault"))


@pytest.mark.parametrize("how", AT_A_KEY)
def test_at_a_key(how: str, tmp_path: Path) -> None:
    with Terminal(desk_with(AT_A_KEY[how]), XDG_CONFIG_HOME=str(tmp_path)) as terminal:
        terminal.wait_for(WHO)
        terminal.type("F2" if "list" in how else "1")
        tells_only(terminal, message("fault"))


@pytest.mark.parametrize("how", ["in the session", "reading", "in a timer"])
def test_an_engineer_sees_places_but_no_values(how: str, tmp_path: Path) -> None:
    command = desk_with(AT_A_KEY[how])
    with Terminal(command, 200, 50, XDG_CONFIG_HOME=str(tmp_path), MYNADESK_DEBUG="1") as terminal:
        terminal.wait_for(WHO)
        terminal.type("1")
        assert terminal.wait_for_end() == 1
        assert terminal.restored
        assert flat(terminal.text).startswith(flat(message("fault")) + "KeyError")
        assert "<string>:4 boom" in terminal.text
        assert "name" not in terminal.text
        assert SECRET.encode() not in terminal.written
