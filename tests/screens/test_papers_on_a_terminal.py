"""Papers on a real terminal: nothing of a case stays on the disk, however the desk ends."""

import signal
from pathlib import Path

import pytest

pytest.importorskip("pty", reason="needs the terminals of Unix")

from tests.interview.desk import BOOK, message
from tests.screens.terminal import DESK, Terminal

SAID = BOOK.words.papers
WHO = BOOK.desk.questions["who"].ask.ja
SAVED = SAID.saved.ja.partition("{")[0].strip()
AWAY = {"DISPLAY": None, "WAYLAND_DISPLAY": None}


def opens(folder: Path, **more: str | None) -> Terminal:
    places = {"XDG_CONFIG_HOME": str(folder / "config"), "XDG_DATA_HOME": str(folder / "data")}
    return Terminal((*DESK, "--office", "main"), **{**places, **AWAY, **more})


def takes_a_case_and_saves(terminal: Terminal) -> None:
    terminal.wait_for(WHO)
    terminal.type("4 1 2 Enter 1 Enter 1 1 1 +")
    terminal.wait_for(SAID.file.ja)
    terminal.type("6")
    terminal.wait_for(SAVED)


def files_in(folder: Path) -> list[Path]:
    return [path for path in (folder / "data").rglob("*") if path.is_file()]


def test_a_page_is_gone_when_the_desk_is_left(tmp_path: Path) -> None:
    with opens(tmp_path) as terminal:
        takes_a_case_and_saves(terminal)
        assert [path.suffix for path in files_in(tmp_path) if path.suffix] == [".html"]
        terminal.type("0 F9 F9")
        assert terminal.wait_for_end() == 0
    assert files_in(tmp_path) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_page_is_gone_when_the_desk_is_told_to_end(number: signal.Signals, tmp_path: Path) -> None:
    with opens(tmp_path) as terminal:
        takes_a_case_and_saves(terminal)
        terminal.signal(number)
        assert terminal.wait_for_end() == 128 + number
        assert message("told_to_end")[:10] in terminal.text
    assert files_in(tmp_path) == []


def test_what_a_killed_desk_left_behind_is_gone_at_the_next_start(tmp_path: Path) -> None:
    with opens(tmp_path) as terminal:
        takes_a_case_and_saves(terminal)
        terminal.signal(signal.SIGKILL)
        terminal.wait_for_end()
    assert files_in(tmp_path)
    with opens(tmp_path) as terminal:
        terminal.wait_for(WHO)
        terminal.wait_until(lambda: not files_in(tmp_path), "the leftovers' end")


def test_two_desks_of_one_user_leave_each_others_pages_alone(tmp_path: Path) -> None:
    with opens(tmp_path) as one:
        takes_a_case_and_saves(one)
        before = files_in(tmp_path)
        with opens(tmp_path) as other:
            takes_a_case_and_saves(other)
            assert set(before) < set(files_in(tmp_path))
            other.type("0 /")
            other.wait_for(WHO)
            other.wait_until(lambda: files_in(tmp_path) == before, "the other's page alone")


WRITES_DOWN = """\
#!/bin/sh
while IFS= read -r line; do printf '%s\\n' "$line"; done > "$0.was"
"""


def test_over_a_line_without_display_no_browser_is_offered_but_the_printer_is(tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("lp", "xdg-open"):
        (tools / name).write_text(WRITES_DOWN)
        (tools / name).chmod(0o755)
    with opens(tmp_path, PATH=str(tools), SSH_CONNECTION="192.0.2.1 50000 192.0.2.2 22") as terminal:
        terminal.wait_for(WHO)
        terminal.type("4 1 2 Enter 1 Enter 1 1 1 +")
        terminal.wait_for(SAID.file.ja)
        assert SAID.browser.ja not in terminal.text
        assert f"4 {SAID.print.ja}" in terminal.text
        terminal.type("4")
        terminal.wait_for(SAID.printed.ja)
        assert "2回来庁のご案内" in (tools / "lp.was").read_text("utf-8")
    assert not (tools / "xdg-open.was").exists()
