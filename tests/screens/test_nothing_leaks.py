"""Nothing of a case reaches a file, a socket, the clipboard, or the screen on which the shell goes on."""

import inspect
import json
import re
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("pty", reason="needs the terminals of Unix")

from textual import constants

from tests.interview.desk import BOOK, JAPANESE, decision, desk, message
from tests.interview.ways import WAYS
from tests.screens.desk_app import flat
from tests.screens.terminal import ROOT, Terminal
from tests.screens.test_faults_of_the_program import AT_A_KEY, broken

WHO = BOOK.desk.questions["who"].ask.ja
OFFICE = BOOK.words.panel.choose_office.ja
WAY = "4 1 2 Enter 1 Enter"
VERDICT = JAPANESE.headline(decision(desk(WAYS["agent, first visit"])), final=True)
STRINGS = re.compile(rb"\x1b[\]PX^_]")
"""What carries text to the title, the clipboard or anywhere else outside of the screen."""
BY_MOUSE = "\x1b[<0;{x};{y}M\x1b[<32;40;{y}M\x1b[<0;40;{y}m"
"""Pressed, drawn to column 40, let go."""
COPY = b"\x03\x1b[99;5u\x1b[67;6u\x1b[99;9u\x10\x13"
"""Ctrl+C in three ways, Super+C, Ctrl+P, Ctrl+S."""


class Machine:
    """A user's machine on which every tool of the terminal library has been switched on."""

    def __init__(self, folder: Path, listener: socket.socket) -> None:
        self.folder, self.listener = folder, listener
        names = ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
        self.environment = {name: str(folder / name.lower()) for name in names}
        for place in self.environment.values():
            Path(place).mkdir()
        port = str(listener.getsockname()[1])
        self.environment |= {
            "PYTHONPATH": str(ROOT),
            "TEXTUAL": "devtools,debug",
            "TEXTUAL_LOG": str(folder / "home" / "textual.log"),
            "TEXTUAL_DEBUG": "1",
            "TEXTUAL_DEVTOOLS_HOST": "127.0.0.1",
            "TEXTUAL_DEVTOOLS_PORT": port,
            "TEXTUAL_SCREENSHOT": "1",
            "TEXTUAL_SCREENSHOT_LOCATION": str(folder / "home"),
            "TEXTUAL_SCREENSHOT_FILENAME": "case.svg",
            "TEXTUAL_PRESS": "9,9,9",
            "TEXTUAL_SHOW_RETURN": "1",
            "TEXTUAL_ALLOW_SIGNALS": "1",
            "TEXTUAL_DRIVER": "textual.drivers.headless_driver:HeadlessDriver",
        }

    def opens(self, *command: str) -> Terminal:
        """The program, in the user's home."""
        return Terminal(command, 80, 24, True, self.folder / "home", **self.environment)

    def written(self) -> dict[str, bytes]:
        """Every file that lies here now."""
        files = (path for path in self.folder.rglob("*") if path.is_file())
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in files}

    def was_called(self) -> bool:
        """Whether anybody has connected to the listening tool."""
        self.listener.settimeout(0)
        try:
            self.listener.accept()
        except BlockingIOError:
            return False
        return True


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield Machine(tmp_path, listener)


def takes_a_case(terminal: Terminal) -> None:
    """The first start, the office, a case to its end; all of it selected and copied; not left yet."""
    terminal.wait_for(OFFICE)
    terminal.type("2")
    terminal.wait_for(WHO)
    terminal.type(WAY)
    terminal.wait_for(BOOK.words.verdicts.ask.ja)
    for y in range(1, 25, 4):
        terminal.send(BY_MOUSE.format(x=1, y=y).encode())
    terminal.send(COPY)
    terminal.type("1 1 1")
    terminal.wait_for(VERDICT)


def nothing_is_left(machine: Machine, terminal: Terminal, sentence: str = "") -> None:
    """But the settings, and the sentence that says why the desk has ended."""
    assert terminal.restored
    assert flat(terminal.text) == flat(sentence)
    assert STRINGS.search(terminal.written) is None
    kept = machine.written()
    assert list(kept) == ["xdg_config_home/mynadesk/settings.json"]
    assert json.loads(kept.popitem()[1]) == {"office": "western_branch"}
    assert not machine.was_called()


def test_of_a_case_that_ended_as_it_should(machine: Machine) -> None:
    with machine.opens(sys.executable, "-m", "mynadesk", "--on", "2026-11-23") as terminal:
        takes_a_case(terminal)
        terminal.type("/ F9")
        assert terminal.wait_for_end() == 0
        nothing_is_left(machine, terminal)


def test_of_a_case_that_a_signal_ended(machine: Machine) -> None:
    with machine.opens(sys.executable, "-m", "mynadesk", "--on", "2026-11-23") as terminal:
        takes_a_case(terminal)
        terminal.signal(signal.SIGQUIT)  # which leaves an image of the memory where nobody forbids it
        assert terminal.wait_for_end() == 128 + signal.SIGQUIT
        nothing_is_left(machine, terminal, message("told_to_end"))


def test_of_a_case_that_a_fault_ended(machine: Machine) -> None:
    later = AT_A_KEY["in the session"].replace("Session.press = boom", "press = Session.press\n") + (
        "Session.press = lambda s, k: boom() if k == '*' else press(s, k)"
    )
    with machine.opens(*broken(later, "--on", "2026-11-23")) as terminal:
        takes_a_case(terminal)
        terminal.type("*")
        assert terminal.wait_for_end() == 1
        nothing_is_left(machine, terminal, message("fault"))


def test_a_crash_of_the_interpreter_leaves_no_image_of_the_memory(machine: Machine) -> None:
    resource = pytest.importorskip("resource")
    if resource.getrlimit(resource.RLIMIT_CORE)[1] == 0:
        pytest.skip("nothing leaves an image of its memory here")
    how = (
        "import resource as r, os; from screens.desk import DeskScreen as D\n"
        "r.setrlimit(r.RLIMIT_CORE, (r.getrlimit(r.RLIMIT_CORE)[1],) * 2)\n"
        "D._press = lambda s, k: os._exit(r.getrlimit(r.RLIMIT_CORE)[0] == 0 and 42)"
    )
    with machine.opens(*broken(how, "--on", "2026-11-23", "--office", "main")) as terminal:
        terminal.wait_for(WHO)
        terminal.type("1")
        assert terminal.wait_for_end() == 42


def test_the_tools_would_write_if_they_were_let() -> None:
    """The test above is only worth what these variables do: Textual still knows them."""
    text = inspect.getsource(constants)
    for name in ("LOG", "DEBUG", "DRIVER", "SCREENSHOT", "PRESS", "SHOW_RETURN", "DEVTOOLS_PORT"):
        assert f'"TEXTUAL_{name}"' in text
