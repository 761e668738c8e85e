"""Terminals, sizes, languages and folders that are not what a desk hopes for."""

from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("pty", reason="needs the terminals of Unix")

from tests.interview.desk import BOOK, JAPANESE, decision, desk, message
from tests.interview.ways import WAYS
from tests.screens.terminal import DESK, ROOT, Terminal

DESK_OF_MAIN = (*DESK, "--office", "main")
WHO = BOOK.desk.questions["who"].ask.ja
OFFICE = BOOK.words.panel.choose_office.ja
WAY = WAYS["holder"].replace("E", "Enter")
VERDICT = JAPANESE.headline(decision(desk(WAYS["holder"])), final=True)
CANNOT_PLACE = {"ja": "この端末(TERM=dumb)では文字の位置を決められない", "en": "cannot place text"}
SPEAKS_NO_JAPANESE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def through_shell(redirection: str, *command: str) -> tuple[str, ...]:
    """A command with streams that a shell has sent elsewhere."""
    return ("sh", "-c", f'exec "$@" {redirection}', "sh", *command)


def decides_a_case(terminal: Terminal) -> None:
    """The desk takes a whole case, and gives the terminal back."""
    terminal.wait_for(WHO)
    terminal.type(WAY)
    terminal.wait_for(VERDICT)
    for line in desk(WAYS["holder"]).lines:
        terminal.wait_for(line.label)
    terminal.type("F9 F9")
    assert terminal.wait_for_end() == 0
    assert terminal.restored
    assert terminal.text.strip() == ""


@pytest.mark.parametrize(
    "environment",
    [
        {"TERM": "vt100"},
        {"TERM": "vt100", "NO_COLOR": "1"},
        {"TERM": "", "NO_COLOR": ""},
        {"TERM": None},
        {"TERM": "unheard-of"},
        {"TERM": "unknown"},
        {**SPEAKS_NO_JAPANESE},
        {"LC_ALL": "POSIX", "LANG": None},
        {"LANG": "ja_JP.eucJP", "LC_ALL": None},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "euc_jp"},
        {"COLUMNS": "7", "LINES": "3"},
    ],
    ids=str,
)
def test_a_case_is_decided_on(environment: dict[str, str | None], tmp_path: Path) -> None:
    """Every word stands there, in UTF-8."""
    settings = {"XDG_CONFIG_HOME": str(tmp_path)}
    with Terminal(DESK_OF_MAIN, 80, 24, True, ROOT, **{**settings, **environment}) as terminal:
        decides_a_case(terminal)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_terminal_that_cannot_place_text_is_told_in_one_sentence(language: str, tmp_path: Path) -> None:
    errors = tmp_path / "errors"
    command = through_shell(f"2>'{errors}'", *DESK_OF_MAIN, "--lang", language)
    with Terminal(command, TERM="dumb", XDG_CONFIG_HOME=str(tmp_path)) as terminal:
        assert terminal.wait_for_end() == 2
        assert terminal.written == b""
        assert terminal.restored
    (sentence,) = errors.read_text("utf-8").splitlines()
    assert CANNOT_PLACE[language] in sentence
    assert "mynadesk ask" in sentence
    assert "mynadesk check" in sentence


@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (0, 0), (2, 2), (500, 200)])
def test_a_window_of_a_strange_size_becomes_whole(columns: int, rows: int, tmp_path: Path) -> None:
    with Terminal(DESK_OF_MAIN, columns, rows, XDG_CONFIG_HOME=str(tmp_path)) as terminal:
        terminal.wait_until(lambda: b"\x1b[?2004h" in terminal.written, "the screen")
        terminal.resize(80, 24)
        terminal.wait_for(WHO)
        decides_a_case(terminal)


def test_a_case_outlives_every_size(tmp_path: Path) -> None:
    with Terminal(DESK_OF_MAIN, XDG_CONFIG_HOME=str(tmp_path)) as terminal:
        terminal.wait_for(WHO)
        terminal.type(WAY)
        terminal.wait_for(VERDICT)
        whole = terminal.settled()
        for columns, rows in ((1, 1), (0, 0), (2, 2), (500, 200), (3, 80), (200, 2)):
            terminal.resize(columns, rows)
            terminal.type("Enter PgDn F2 F2 * * - Down")  # pages of the result, keys, its reason, a line
        terminal.resize(80, 24)
        terminal.wait_until(lambda: terminal.text == whole, whole)


def test_pages_of_a_result_can_be_turned_in_a_window_too_small_for_one(tmp_path: Path) -> None:
    with Terminal(DESK_OF_MAIN, XDG_CONFIG_HOME=str(tmp_path)) as terminal:
        terminal.wait_for(WHO)
        terminal.type(WAY)
        terminal.wait_for(VERDICT)
        terminal.resize(80, 9)
        terminal.wait_for(message("too_small", columns="60", lines="20"))
        terminal.type("Enter PgDn")
        terminal.resize(80, 24)
        terminal.wait_for(VERDICT)


def test_a_terminal_that_reports_more_than_others_is_given_back_too(tmp_path: Path) -> None:
    """It tells its size among the keys, and the mouse in pixels."""
    with Terminal(DESK_OF_MAIN, XDG_CONFIG_HOME=str(tmp_path)) as terminal:
        terminal.wait_for(WHO)
        terminal.send(b"\x1b[?2048;2$y\x1b[?2026;2$y")
        terminal.wait_until(lambda: b"\x1b[?1016h" in terminal.written, "pixels of the mouse")
        terminal.send(b"\x1b[48;24;80;480;800t\x1b[<35;400;200M")
        decides_a_case(terminal)


def test_a_window_that_was_small_for_a_moment_is_drawn_again(tmp_path: Path) -> None:
    """The program may see the same size twice; what stood there is lost all the same."""
    with Terminal(DESK_OF_MAIN, XDG_CONFIG_HOME=str(tmp_path)) as terminal:
        terminal.wait_for(WHO)
        whole = terminal.settled()
        terminal.resize(2, 2)
        terminal.resize(80, 24)
        terminal.wait_until(lambda: terminal.text == whole, whole)


@pytest.mark.parametrize("redirection", ["2>/dev/null", "2>&-"])
def test_the_desk_does_not_need_standard_error(redirection: str, tmp_path: Path) -> None:
    with Terminal(through_shell(redirection, *DESK_OF_MAIN), XDG_CONFIG_HOME=str(tmp_path)) as terminal:
        decides_a_case(terminal)


@pytest.mark.parametrize("redirection", ["| cat", "</dev/null", "<&-", ">&-"])
def test_without_input_or_output_there_is_a_sentence(redirection: str, tmp_path: Path) -> None:
    with Terminal(through_shell(redirection, *DESK_OF_MAIN), XDG_CONFIG_HOME=str(tmp_path)) as terminal:
        assert terminal.wait_for_end() == (0 if redirection == "| cat" else 2)
        assert terminal.restored
        assert "受付画面には端末が必要です。" in terminal.text
        assert "Traceback" not in terminal.text


def test_a_home_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("a file stands where the folder should be")
    environment: dict[str, str | None] = {"HOME": str(home), "XDG_CONFIG_HOME": None}
    with Terminal(DESK, 80, 24, True, ROOT, **environment) as terminal:
        terminal.wait_for(OFFICE)
        terminal.type("1")
        terminal.wait_for(message("office_unsaved")[:12])
        decides_a_case(terminal)


def test_the_desk_does_not_need_a_home() -> None:
    environment: dict[str, str | None] = {"HOME": None, "XDG_CONFIG_HOME": None}
    with Terminal(DESK_OF_MAIN, 80, 24, True, ROOT, **environment) as terminal:
        decides_a_case(terminal)


def a_folder(settings: Path) -> None:
    settings.mkdir(parents=True)


def no_json(settings: Path) -> None:
    settings.parent.mkdir(parents=True)
    settings.write_bytes(b'{"office": "ma\xff')


def another_shape(settings: Path) -> None:
    settings.parent.mkdir(parents=True)
    settings.write_text('["main"]')


@pytest.mark.parametrize("damage", [a_folder, no_json, another_shape])
def test_settings_that_cannot_be_read_are_asked_for_again(
    damage: Callable[[Path], None], tmp_path: Path
) -> None:
    settings = tmp_path / "mynadesk" / "settings.json"
    damage(settings)
    with Terminal(DESK, XDG_CONFIG_HOME=str(tmp_path)) as terminal:
        terminal.wait_for(OFFICE)
        terminal.type("2")
        terminal.wait_for(message("office_unsaved" if damage is a_folder else "office_saved")[:10])
        decides_a_case(terminal)
