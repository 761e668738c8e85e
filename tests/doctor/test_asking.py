"""The doctor in real terminals: ones that answer in their own way, late, or never."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from tempfile import gettempdir

import pytest

pytest.importorskip("pty", reason="needs the terminals of Unix")

import fcntl
import termios

from mynadesk.doctor.asking import Line, Place, cells_of, read_answers
from mynadesk.doctor.samples import SAMPLES
from mynadesk.rulebook.shipped import shipped_rules
from tests.doctor.answering import AnsweringTerminal

LONG = 20.0
"""Seconds: more than the slowest machine needs to answer."""
TEXTS = [sample.text for sample in SAMPLES]


def doctor(language: str = "ja", patience: float = LONG, before: str = "") -> tuple[str, ...]:
    """The command, with another patience than that of people, and something already on its line."""
    code = (
        "import sys; from mynadesk.command.doctor import doctor;"
        f" print({before!r}, end='', flush=True);"
        f" sys.exit(doctor({shipped_rules()!r}, {gettempdir()!r}, {language!r}, False, {patience}))"
    )
    return (sys.executable, "-c", code)


# Terminals that answer


@pytest.mark.parametrize(("wide", "cells"), [(False, 1), (True, 2)])
def test_what_is_measured_is_what_the_terminal_draws(wide: bool, cells: int) -> None:
    with AnsweringTerminal(doctor(), wide=wide) as terminal:
        assert terminal.wait_for_end() == 0
        assert terminal.restored
        assert "[良好] 文字の幅" in terminal.text
        assert "「あ」 2桁、半角カナ 1桁、全角英字 2桁" in terminal.text
        assert f"丸や矢印 {cells}桁" in terminal.text.replace("\n  ", "")


def test_what_was_drawn_to_be_measured_is_gone_and_the_rest_stands() -> None:
    with AnsweringTerminal(doctor(before="$ ")) as terminal:
        terminal.wait_for_end()
        assert all(text in terminal.screen.drawn for text in TEXTS)
        assert not any(text in terminal.text for text in TEXTS)
        assert terminal.text.startswith("$ mynadesk ")
        assert terminal.left_to_read() == b""


def test_near_the_right_edge_the_line_is_left_alone_and_a_new_one_begun() -> None:
    with AnsweringTerminal(doctor(before="x" * 77)) as terminal:
        assert terminal.wait_for_end() == 0
        assert terminal.text.split("\n")[0] == "x" * 77
        assert terminal.text.split("\n")[1].startswith("mynadesk ")
        assert "[良好] 文字の幅" in terminal.text


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp", "latin-1"])
def test_a_terminal_that_is_not_set_to_utf8_is_told_so_in_letters_it_can_show(encoding: str) -> None:
    with AnsweringTerminal(doctor(), encoding=encoding) as terminal:
        assert terminal.wait_for_end() == 1
        assert terminal.restored
        assert terminal.text.startswith("This terminal cannot show Japanese, so this is in English.")
        assert "[fix] width of characters" in terminal.text
        assert "The terminal is probably set to Shift_JIS or EUC" in terminal.text.replace("\n  ", " ")
        assert terminal.text.isascii()


def test_a_small_terminal_is_a_finding_and_its_lines_are_not_cut_anywhere() -> None:
    with AnsweringTerminal(doctor(), columns=50) as terminal:
        assert terminal.wait_for_end() == 1
        *lines, first, second = terminal.text.rstrip().split("\n")
        assert [line for line in lines if not line.startswith(("[", "  ", "mynadesk "))] == ["", ""]
        assert (first + second).endswith("要対応 1、未確認 0。「要対応」を直してください。")


# Terminals that do not


def test_a_terminal_that_never_answers_is_not_waited_for() -> None:
    with AnsweringTerminal(doctor(patience=0.1), mute=True) as terminal:
        assert terminal.wait_for_end() == 0
        assert terminal.restored
        assert "端末が0.1秒以内に答えませんでした" in terminal.text


def test_a_terminal_that_answers_once_and_falls_silent_is_cleaned_all_the_same() -> None:
    with AnsweringTerminal(doctor(patience=1.0), mute=True) as terminal:
        terminal.wait_for_question()
        os.write(terminal._ours, b"\x1b[1;1R")
        assert terminal.wait_for_end() == 0
        assert terminal.restored
        assert "端末が1秒以内に答えませんでした" in terminal.text
        assert not any(text in terminal.text for text in TEXTS)


def test_keys_that_were_typed_ahead_are_left_for_the_shell() -> None:
    with AnsweringTerminal(doctor()) as terminal:
        terminal.send(b"ls\r\x1b[5;7R")
        assert terminal.wait_for_end() == 0
        assert terminal.restored
        assert "先に打たれたキーがあった" in terminal.text
        assert terminal.left_to_read() == b"ls\n\x1b[5;7R"


def test_whoever_ends_it_while_it_waits_finds_the_terminal_as_it_was() -> None:
    with AnsweringTerminal(doctor(), mute=True) as terminal:
        terminal.wait_for_question()
        assert not terminal.restored
        terminal.signal(signal.SIGTERM)
        terminal.speak()
        assert terminal.wait_for_end() == -signal.SIGTERM
        assert terminal.restored


def system_lets_keys_be_put_back() -> bool:
    """Many do not: what is put into a terminal could be orders to a shell."""
    ours, theirs = os.openpty()
    try:
        fcntl.ioctl(theirs, termios.TIOCSTI, b"x")
    except OSError:
        return False
    finally:
        os.close(ours)
        os.close(theirs)
    return True


def test_a_key_that_comes_while_it_waits_is_not_mistaken_for_an_answer_and_put_back() -> None:
    with AnsweringTerminal(doctor(), mute=True) as terminal:
        terminal.wait_for_question()
        terminal.send(b"7R")
        terminal.speak()
        assert terminal.wait_for_end() == 0
        assert "[良好] 文字の幅" in terminal.text
        assert terminal.left_to_read() == (b"7R" if system_lets_keys_be_put_back() else b"")


# The asking alone


@pytest.fixture
def ends() -> Iterator[tuple[int, int]]:
    """Both ends of a terminal that nobody looks at: ours and theirs."""
    ours, theirs = os.openpty()
    yield ours, theirs
    os.close(ours)
    os.close(theirs)


def test_silence_costs_no_more_than_the_patience_and_leaves_the_terminal(ends: tuple[int, int]) -> None:
    ours, theirs = ends
    before, begun = termios.tcgetattr(theirs), time.monotonic()
    assert cells_of(TEXTS, Line(theirs, theirs), 80, 0.2) == "no_answer"
    assert 0.2 <= time.monotonic() - begun < 5
    assert termios.tcgetattr(theirs) == before
    assert os.read(ours, 100) == b"\x1b[6n"


def test_a_terminal_stopped_by_ctrl_s_is_not_waited_for(ends: tuple[int, int]) -> None:
    _, theirs = ends
    termios.tcflow(theirs, termios.TCOOFF)
    begun = time.monotonic()
    assert cells_of(TEXTS, Line(theirs, theirs), 80, 0.2) == "no_answer"
    assert time.monotonic() - begun < 5
    termios.tcflow(theirs, termios.TCOON)


def test_no_patience_is_no_hang(ends: tuple[int, int]) -> None:
    assert cells_of(TEXTS, Line(ends[1], ends[1]), 80, 0.0) == "no_answer"


def test_a_terminal_that_has_gone_is_no_fault_of_the_program() -> None:
    ours, theirs = os.openpty()
    os.close(ours)
    assert cells_of(TEXTS, Line(theirs, theirs), 80, LONG) == "no_answer"
    os.close(theirs)


def test_what_is_no_terminal_at_all_is_no_fault_either() -> None:
    reading, writing = os.pipe()
    assert cells_of(TEXTS, Line(reading, writing), 80, LONG) == "no_answer"
    os.close(reading)
    os.close(writing)


@pytest.mark.parametrize(
    ("got", "places", "keys"),
    [
        (b"", [], b""),
        (b"\x1b[1;5R", [Place(1, 5)], b""),
        (b"\x1b[1;5R\x1b[24;80R", [Place(1, 5), Place(24, 80)], b""),
        (b"x\x1b[1;5Ry\r", [Place(1, 5)], b"xy\r"),
        ("あ\x1b[1;5R".encode(), [Place(1, 5)], "あ".encode()),
        (b"\x1b[A\x1b[1;5R", [Place(1, 5)], b"\x1b[A"),
        (b"\x1b[1;5R\x1b[24;", [Place(1, 5)], b""),
        (b"\x1b[1;5R\x1b", [Place(1, 5)], b""),
        (b"1;5R", [], b"1;5R"),
        (b"\x1b[R\x1b[5R", [], b"\x1b[R\x1b[5R"),
    ],
)
def test_answers_are_told_from_keys(got: bytes, places: list[Place], keys: bytes) -> None:
    assert read_answers(got) == (places, keys)
