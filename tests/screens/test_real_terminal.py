"""The program in a real terminal, from the shell and back to it."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mynadesk.rulebook.shipped import shipped_rules
from tests.interview.desk import BOOK, JAPANESE, decision, desk, message
from tests.interview.ways import WAYS

pytest.importorskip("pty", reason="needs the terminals of Unix")

from tests.screens.terminal import DESK, ROOT, Terminal

REFUSED = {
    "holder": "1 1 2 E E 1 E - 2",
    "representative of a child": "2 1 2 E E 1 E + 1",
    "representative of a ward": "7",
    "agent, first visit": "4 1 3 E 9",
    "agent, second visit": "5 1 2 E 2 E 1 E 1 E .2 E",
}
FIRST_QUESTION = BOOK.desk.questions["who"].ask.ja
OFFICE_QUESTION = BOOK.words.panel.choose_office.ja
FRESH_VERDICT = BOOK.words.verdicts.ask.ja


def as_typed(keys: str) -> str:
    """Keys by the names of the terminal."""
    return " ".join({"E": "Enter", "BS": "Backspace"}.get(token, token) for token in keys.split())


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """One desk that stays open for many persons."""
    folder = str(tmp_path_factory.mktemp("settings"))
    with Terminal((*DESK, "--office", "main"), XDG_CONFIG_HOME=folder) as terminal:
        yield terminal


@pytest.fixture
def terminal(shared: Terminal) -> Iterator[Terminal]:
    """The desk between two persons."""
    shared.wait_for(FIRST_QUESTION)
    yield shared
    shared.type("/")


def test_bytes_that_are_no_utf8_are_told_and_the_desk_goes_on(terminal: Terminal) -> None:
    terminal.send(b"\x82\xa0")
    terminal.wait_for(BOOK.words.messages.unreadable.ja[:12])
    terminal.type("1")
    terminal.wait_for(BOOK.desk.questions["operation"].ask.ja)
    terminal.type("/")  # the case is open: the fixture presses it a second time


def test_the_desk_is_drawn_once_where_a_page_is_left(terminal: Terminal) -> None:
    """Left to itself, Textual lays it out and draws it a second time, which a key would wait for."""
    terminal.type("F2")
    terminal.settled()
    terminal.written = b""
    terminal.type("F2")
    terminal.wait_for(FIRST_QUESTION)
    terminal.settled()
    assert terminal.written.count(FIRST_QUESTION.encode()) == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_desk_that_is_told_to_end_gives_the_terminal_back(number: int, tmp_path: Path) -> None:
    with Terminal((*DESK, "--office", "main"), XDG_CONFIG_HOME=str(tmp_path)) as terminal:
        terminal.wait_for(FIRST_QUESTION)
        terminal.signal(number)
        assert terminal.wait_for_end() == 128 + number
        assert terminal.restored


def test_a_fault_of_the_program_is_a_sentence_and_no_traceback(tmp_path: Path) -> None:
    broken = "import screens.desk as desk; desk.frame = None"
    start = "import sys; from mynadesk.__main__ import main; sys.exit(main())"
    command = (sys.executable, "-c", f"{broken}; {start}", "--on", "2026-11-23", "--office", "main")
    with Terminal(command, XDG_CONFIG_HOME=str(tmp_path)) as terminal:
        assert terminal.wait_for_end() == 1
        assert terminal.restored
        assert BOOK.words.messages.fault.ja[:16] in terminal.text
        assert "Traceback" not in terminal.text


@pytest.mark.parametrize("keys", [*WAYS.values(), *REFUSED.values()])
def test_the_verdict_of_a_typed_case_stands_on_the_screen(terminal: Terminal, keys: str) -> None:
    expected = desk(keys)
    assert expected.look.final
    terminal.type(as_typed(keys))
    terminal.wait_for(JAPANESE.headline(decision(expected), final=True))
    for line in expected.lines:
        terminal.wait_for(line.label)


def test_keys_of_a_switched_on_input_method_are_understood(terminal: Terminal) -> None:
    terminal.type(as_typed("１ １ ２ E E １ E"))
    terminal.wait_for(BOOK.words.verdicts.accept_same_day.ja)


def test_keys_held_down_are_all_taken(terminal: Terminal) -> None:
    terminal.type("1 1" + " 1" * 101 + " Enter Enter 1 Enter")
    terminal.wait_for(BOOK.words.verdicts.accept_same_day.ja)


def test_the_office_is_asked_at_the_first_start_and_remembered(tmp_path: Path) -> None:
    office = BOOK.rulebook.offices["western_branch"].label.ja
    with Terminal(DESK, XDG_CONFIG_HOME=str(tmp_path)) as first:
        first.wait_for(OFFICE_QUESTION)
        first.type("2")
        first.wait_for(message("office_saved"))
        first.wait_for(office)
        first.type("F9")
        assert first.wait_for_end() == 0
    with Terminal(DESK, XDG_CONFIG_HOME=str(tmp_path)) as second:
        second.wait_for(FIRST_QUESTION)
        second.wait_for(office)


def test_who_leaves_finds_the_terminal_as_it_was(tmp_path: Path) -> None:
    with Terminal((*DESK, "--office", "main"), XDG_CONFIG_HOME=str(tmp_path)) as terminal:
        terminal.wait_for(FIRST_QUESTION)
        assert not terminal.restored
        terminal.type("4 F9")
        terminal.wait_for(message("quit_again")[:10])
        terminal.type("F9")
        assert terminal.wait_for_end() == 0
        assert terminal.restored


def test_a_broken_rulebook_is_named_in_a_sentence(tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(shipped_rules(), rules)
    figures = rules / "figures.yaml"
    figures.write_text(figures.read_text("utf-8").replace("postage:", "postag:", 1), "utf-8")
    with Terminal((*DESK, "--rules", str(rules)), 200, 60) as terminal:
        assert terminal.wait_for_end() == 2
        assert terminal.restored
        assert "requirements.yaml" in terminal.text
        assert "Traceback" not in terminal.text
        assert FIRST_QUESTION not in terminal.text


@pytest.mark.parametrize("language", ["ja", "en"])
def test_without_a_terminal_the_desk_says_so(language: str) -> None:
    command = [sys.executable, "-m", "mynadesk", "--lang", language]
    done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "mynadesk check" in done.stderr
    assert len(done.stderr.splitlines()) == 1
