"""Signals, and terminals that go away: the desk ends in order, or goes on where it was."""

import signal
import sys
import time
from pathlib import Path

import pytest

pytest.importorskip("pty", reason="needs the terminals of Unix")

from mynadesk.typeset import is_certain
from tests.interview.desk import BOOK, message
from tests.screens.terminal import DESK, Terminal

DESK_OF_MAIN = (*DESK, "--office", "main")
WHO = BOOK.desk.questions["who"].ask.ja
OPERATION = BOOK.desk.questions["operation"].ask.ja
PINS = BOOK.desk.questions["pins"].ask.ja
HELP = BOOK.words.panel.help.ja
TAKES_THE_SCREEN = b"\x1b[?1049h"
HALF_PAINTED = 50_000
TOLD = message("told_to_end")

ENDING = [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT]


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """Where the settings are."""
    return str(tmp_path)


def ends_in_order(terminal: Terminal, number: int) -> None:
    """It ends as the shell expects, with one sentence, and nothing of the case stays behind."""
    assert terminal.wait_for_end() == 128 + number
    assert terminal.restored
    assert "".join(terminal.text.split()) == "".join(TOLD.split())


@pytest.mark.parametrize("number", ENDING)
def test_in_a_case(number: signal.Signals, folder: str) -> None:
    with Terminal(DESK_OF_MAIN, XDG_CONFIG_HOME=folder) as terminal:
        terminal.wait_for(WHO)
        terminal.type("1")
        terminal.wait_for(OPERATION)
        terminal.signal(number)
        ends_in_order(terminal, number)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_in_the_list_of_keys(number: signal.Signals, folder: str) -> None:
    with Terminal(DESK_OF_MAIN, XDG_CONFIG_HOME=folder) as terminal:
        terminal.wait_for(WHO)
        terminal.type("1 F2")
        terminal.wait_for(HELP)
        terminal.signal(number)
        ends_in_order(terminal, number)


@pytest.mark.parametrize("number", ENDING)
def test_when_the_terminal_has_just_been_taken(number: signal.Signals, folder: str) -> None:
    with Terminal(DESK_OF_MAIN, XDG_CONFIG_HOME=folder) as terminal:
        terminal.wait_until(lambda: TAKES_THE_SCREEN in terminal.written, "the screen")
        terminal.signal(number)
        ends_in_order(terminal, number)


@pytest.mark.parametrize("seconds", [0.05, 0.1, 0.15, 0.2, 0.3])
def test_at_any_time_while_starting(seconds: float, folder: str) -> None:
    """Before the terminal is taken the signal may do what it always does."""
    with Terminal(DESK_OF_MAIN, XDG_CONFIG_HOME=folder) as terminal:
        time.sleep(seconds)
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_for_end() in (128 + signal.SIGTERM, -signal.SIGTERM)
        assert terminal.restored
        assert WHO not in terminal.text
        assert "Traceback" not in terminal.text


def test_a_second_signal_changes_nothing(folder: str) -> None:
    with Terminal(DESK_OF_MAIN, XDG_CONFIG_HOME=folder) as terminal:
        terminal.wait_for(WHO)
        for _ in range(5):
            terminal.signal(signal.SIGTERM)
        ends_in_order(terminal, signal.SIGTERM)


def test_a_broken_pipe_elsewhere_does_not_end_the_desk(folder: str) -> None:
    with Terminal(DESK_OF_MAIN, XDG_CONFIG_HOME=folder) as terminal:
        terminal.wait_for(WHO)
        terminal.signal(signal.SIGPIPE)
        terminal.type("1")
        terminal.wait_for(OPERATION)


def test_keys_that_end_other_programs_leave_the_case_open(folder: str) -> None:
    """Ctrl+C, Ctrl+Z, Ctrl+backslash, Ctrl+D, and Ctrl+P, which opens Textual's palette."""
    with Terminal(DESK_OF_MAIN, XDG_CONFIG_HOME=folder) as terminal:
        terminal.wait_for(WHO)
        terminal.type("1")
        for key, name in (("\x03", "c"), ("\x1a", "z"), ("\x1c", "backslash"), ("\x04", "d"), ("\x10", "p")):
            terminal.send(key.encode())
            terminal.wait_for(f"「ctrl+{name}」はここでは使い")
            assert OPERATION in terminal.text
            assert is_certain(terminal.text)  # nothing that Textual draws on such a key
        terminal.type("1")
        terminal.wait_for(PINS)


def test_ctrl_q_asks_a_second_time_like_the_other_keys_that_leave(folder: str) -> None:
    with Terminal(DESK_OF_MAIN, XDG_CONFIG_HOME=folder) as terminal:
        terminal.wait_for(WHO)
        terminal.type("1")
        terminal.wait_for(OPERATION)
        terminal.send(b"\x11")
        terminal.wait_for(message("quit_again")[:10])
        terminal.send(b"\x11")
        assert terminal.wait_for_end() == 0
        assert terminal.restored


@pytest.mark.parametrize("number", [signal.SIGTSTP, signal.SIGSTOP])
def test_a_desk_that_was_stopped_goes_on_in_its_case(number: signal.Signals, folder: str) -> None:
    """As with `kill -TSTP`, and `fg` afterwards: the shell had the terminal meanwhile."""
    with Terminal(DESK_OF_MAIN, XDG_CONFIG_HOME=folder) as terminal:
        terminal.wait_for(WHO)
        terminal.type("1")
        terminal.wait_for(OPERATION)
        terminal.signal(number)
        terminal.wait_until_stopped()
        if number == signal.SIGTSTP:
            assert terminal.restored
            assert OPERATION not in terminal.text
        terminal.screen.reset()
        terminal.signal(signal.SIGCONT)
        terminal.wait_for(OPERATION)
        assert not terminal.restored
        terminal.type("1")
        terminal.wait_for(PINS)
        terminal.type("F9 F9")
        assert terminal.wait_for_end() == 0
        assert terminal.restored


@pytest.mark.parametrize("belongs", [True, False], ids=["with SIGHUP", "without SIGHUP"])
def test_a_lost_connection_ends_the_desk(belongs: bool, folder: str) -> None:
    with Terminal(DESK_OF_MAIN, 80, 24, belongs, XDG_CONFIG_HOME=folder) as terminal:
        terminal.wait_for(WHO)
        terminal.type("1 F2")
        terminal.wait_for(HELP)
        terminal.hang_up()
        assert terminal.wait_for_end() == 128 + signal.SIGHUP


def test_a_connection_lost_while_starting_ends_the_desk(folder: str) -> None:
    with Terminal(DESK_OF_MAIN, 80, 24, False, XDG_CONFIG_HOME=folder) as terminal:
        terminal.wait_until(lambda: TAKES_THE_SCREEN in terminal.written, "the screen")
        terminal.hang_up()
        assert terminal.wait_for_end() == 128 + signal.SIGHUP


def test_a_terminal_that_takes_nothing_any_more_does_not_hold_up_the_end(folder: str) -> None:
    """As with a connection that stands still: what is drawn piles up, and nobody reads it."""
    with Terminal(DESK_OF_MAIN, 500, 200, XDG_CONFIG_HOME=folder) as terminal:
        terminal.wait_until(lambda: len(terminal.written) > HALF_PAINTED, "a large screen's first part")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_for_end(reading=False) in (128 + signal.SIGTERM, -signal.SIGALRM)


def test_ctrl_c_ends_a_command_without_a_traceback() -> None:
    command = (sys.executable, "-m", "mynadesk", "check", "--jsonl")
    with Terminal(command) as terminal:
        terminal.send(b"{}\n")
        terminal.wait_for("error")
        terminal.send(b"\x03")
        assert terminal.wait_for_end() == -signal.SIGINT
        assert "Traceback" not in terminal.text
