"""The line mode in a real terminal that can do nothing but print."""

import signal
import sys
from pathlib import Path
from unicodedata import category

import pytest

from tests.command.running import SPEAKS_NO_JAPANESE
from tests.interview.as_lines import as_lines
from tests.interview.desk import BOOK, message
from tests.interview.ways import WAYS

pytest.importorskip("pty", reason="needs the terminals of Unix")

from tests.screens.terminal import Terminal

ASK = (sys.executable, "-m", "mynadesk", "ask", "--on", "2026-11-23")
FIRST_QUESTION = BOOK.desk.questions["who"].ask.ja
WORDS = BOOK.words.ask
WIDE = 240
"""Columns, so that what is waited for is not broken."""


def asking(folder: Path) -> Terminal:
    """The line mode on a dumb terminal in the C locale, on a machine that remembers no desk."""
    return Terminal(ASK, WIDE, 60, TERM="dumb", LANG="C", XDG_CONFIG_HOME=str(folder), **SPEAKS_NO_JAPANESE)


def wait_for_prompt(terminal: Terminal) -> None:
    """Wait until the program listens."""
    terminal.wait_for("\n]")


def test_a_case_is_asked_line_by_line_and_nothing_but_lines_is_written(tmp_path: Path) -> None:
    with asking(tmp_path) as terminal:
        terminal.wait_for(FIRST_QUESTION)
        for line in as_lines(WAYS["holder"]):
            terminal.send(f"{line}\r".encode())
        terminal.wait_for(BOOK.words.verdicts.accept_same_day.ja)
        terminal.wait_for(f"/ {BOOK.words.keys.next.ja}")
        terminal.send("／\r".encode())
        terminal.wait_for(BOOK.words.verdicts.begin.ja)
        terminal.send(b"\x04")
        assert terminal.wait_for_end() == 0
        assert WORDS.left.ja in terminal.text
        assert terminal.restored
        written = terminal.written.decode("utf-8").replace("\r\n", "")
        assert not [character for character in written if category(character)[0] == "C"]


@pytest.mark.parametrize(
    ("lines", "farewell"),
    [
        (b"q\r", WORDS.left.ja),
        (b"\x04", WORDS.left.ja),
        (b"1\r\x04", WORDS.left_open.ja),
        (b"1\rq\rq\r", WORDS.left_open.ja),
    ],
)
def test_who_leaves_hears_whether_a_case_was_open(lines: bytes, farewell: str, tmp_path: Path) -> None:
    with asking(tmp_path) as terminal:
        wait_for_prompt(terminal)
        terminal.send(lines)
        assert terminal.wait_for_end() == 0
        assert terminal.text.rstrip().split("\n")[-1].removeprefix("] ") == farewell


def test_ctrl_c_leaves_with_a_sentence_too(tmp_path: Path) -> None:
    with asking(tmp_path) as terminal:
        wait_for_prompt(terminal)
        terminal.send(b"1\r12")
        terminal.wait_for(BOOK.desk.questions["operation"].ask.ja)
        terminal.signal(signal.SIGINT)
        assert terminal.wait_for_end() == 130
        assert terminal.text.rstrip().endswith(WORDS.left_open.ja)
        assert "Traceback" not in terminal.text


def test_what_cannot_be_used_is_told_in_its_place(tmp_path: Path) -> None:
    with asking(tmp_path) as terminal:
        wait_for_prompt(terminal)
        terminal.send(b"\x82\xa0\r")
        terminal.wait_for(message("unreadable") + WORDS.line_unused.ja)
        terminal.send(b"\x1b[A\r")
        terminal.wait_for(WORDS.no_character.ja + WORDS.line_unused.ja)
        terminal.send(b"8" * 900 + b"\r")
        terminal.wait_for(WORDS.too_long.ja)
        terminal.send(b"7\r")
        terminal.wait_for(BOOK.words.verdicts.decline_visitor.ja)
