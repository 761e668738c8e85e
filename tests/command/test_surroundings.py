"""Streams and environments in which a command may be started."""

import os
import subprocess
import sys

import pytest

from mynadesk.command.surroundings import forget_tools
from tests.command.running import ROOT, SPEAKS_NO_JAPANESE, a_case, as_json, run

BAD = as_json(a_case(card="gone"))
NO_JAPANESE = [
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "latin-1:strict"},
    {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii:strict"},
    SPEAKS_NO_JAPANESE,
    {"LANG": "ja_JP.eucJP", "LC_ALL": ""},
]


@pytest.mark.parametrize("environment", NO_JAPANESE, ids=str)
def test_sentences_are_written_in_utf8_where_the_surroundings_know_no_japanese(
    environment: dict[str, str],
) -> None:
    told = run("check", given=BAD, **environment)
    assert (told.status, told.out) == (2, "")
    assert "標準入力" in told.err
    asked = run("--rulez", given=b"", **environment)
    assert "指定が正しくありません" in asked.err
    without = run(given=b"", **environment)
    assert "受付画面には端末が必要です" in without.err


def test_surroundings_that_know_japanese_keep_their_own_way_to_write_it() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "cp932"}
    command = [sys.executable, "-m", "mynadesk", "check"]
    done = subprocess.run(command, input=BAD, capture_output=True, cwd=ROOT, env=environment)
    assert "標準入力" in done.stderr.decode("cp932")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix shell")
@pytest.mark.parametrize("stream", ["2>&-", ">&- 2>&-"])
@pytest.mark.parametrize("arguments", ["check", "", "--rulez", "check --jsonl"])
def test_closed_streams_change_no_exit_status(arguments: str, stream: str) -> None:
    command = f"'{sys.executable}' -m mynadesk {arguments} {stream}"
    done = subprocess.run(command, shell=True, input=BAD, cwd=ROOT, capture_output=True)
    assert (done.returncode, done.stderr) == (2, b"")


def test_a_fault_of_the_program_is_a_sentence() -> None:
    broken = "import mynadesk.command.check as c; c.decide = None\n"
    start = "import sys; from mynadesk.__main__ import main; sys.exit(main())"
    command = [sys.executable, "-c", broken + start, "--lang", "en", "check"]
    done = subprocess.run(command, input=as_json(a_case()), capture_output=True, cwd=ROOT)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().splitlines() == ["A fault of the program stopped it. Please try again."]


def test_what_only_tells_how_things_look_is_kept() -> None:
    looks = {"TEXTUAL_THEME": "ansi-dark", "TEXTUAL_FPS": "30", "NO_COLOR": "1", "TERM": "xterm", "HOME": "/"}
    tools = {"TEXTUAL": "devtools", "TEXTUAL_LOG": "log", "TEXTUAL_LOG_OF_A_LATER_VERSION": "log"}
    environment = {**looks, **tools, "COLUMNS": "7", "LINES": "3"}
    forget_tools(environment)
    assert environment == looks
