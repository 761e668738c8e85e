"""`mynadesk ask` without a terminal: answers from standard input, what is said to standard output."""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from mynadesk.dates.japanese import english
from tests.command.running import COMMAND, ROOT, SPEAKS_NO_JAPANESE, Done, run
from tests.interview.as_lines import as_lines, talk
from tests.interview.desk import BOOK, JAPANESE, decision, desk, message
from tests.interview.ways import WAYS

ASK = BOOK.words.ask
REFUSED = {
    "holder": "1 1 2 E E 1 E - 2",
    "representative of a child": "6 1",
    "representative of a ward": "7",
    "agent, first visit": "4 1 3 E 9",
    "agent, second visit": "5 1 34 E 9",
}
"""One refusal beside each way to acceptance."""


def ask(given: bytes | str, *options: str, **environment: str) -> Done:
    """Run the line mode with this standard input on a machine that remembers no desk."""
    data = given.encode() if isinstance(given, str) else given
    return run(
        "ask", "--on", "2026-11-23", *options, given=data, XDG_CONFIG_HOME="/nonexistent", **environment
    )


def typed(*lines: str) -> str:
    """Lines as a file holds them."""
    return "".join(f"{line}\n" for line in lines)


def transcript(*lines: str) -> str:
    """What is said to these lines, as the conversation itself tells it."""
    conversation = talk()
    said = conversation.begin("")
    for line in lines:
        said += conversation.take(line).lines
    return typed(*said, *([] if conversation.session.fresh else [conversation.verdict]))


@pytest.mark.parametrize("keys", [*WAYS.values(), *REFUSED.values()])
def test_a_case_is_taken_from_a_pipe_and_its_verdict_is_the_last_line(keys: str) -> None:
    done = ask(typed(*as_lines(keys)))
    assert (done.status, done.err) == (0, "")
    assert done.out == transcript(*as_lines(keys))
    headline = JAPANESE.headline(decision(desk(keys)), final=True)
    assert done.out.splitlines()[-1].startswith(headline)


def test_several_persons_may_come_one_after_the_other() -> None:
    done = ask(typed("7", "/", "61", "/"))
    assert (done.status, done.err) == (0, "")
    assert done.out.count(BOOK.words.verdicts.begin.ja) == 3
    assert done.out.count(BOOK.words.verdicts.decline_visitor.ja) == 2


def test_an_input_that_ends_early_says_how_the_case_stands() -> None:
    done = ask(typed("112", "", ""))
    assert (done.status, done.err) == (2, ASK.unanswered.ja + "\n")
    assert done.out.splitlines()[-1] == "まだ必要なもの。本人の書類 AまたはBを1点。"


@pytest.mark.parametrize("given", ["", typed("1", "//", "7"), typed("7", "/", "1")])
def test_a_case_that_was_left_open_or_never_begun_is_told_by_the_exit_status(given: str) -> None:
    done = ask(given)
    assert (done.status, done.err) == (2, ASK.unanswered.ja + "\n")


def test_the_last_line_needs_no_end_and_windows_may_have_written_it() -> None:
    assert ask("7").status == 0
    assert ask("\ufeff112\r\n\r\n\r\n1\r\n\r\n") == ask("112\n\n\n1\n\n")


def test_whoever_leaves_need_not_read_the_rest() -> None:
    done = ask(typed("7", "q", "1", "x"))
    assert (done.status, done.err) == (0, "")


# What has to be mended


def test_what_could_not_be_used_is_named_by_its_line_and_the_rest_goes_on() -> None:
    done = ask(typed("1", "x1", "12", "", "", "1", ""))
    assert done.status == 2
    assert done.err == f"2行目: {message('not_here', key='x')}{ASK.rest_unused.ja}\n"
    assert done.out.splitlines()[-1] == "即日受付できます。"


def test_bytes_that_are_no_utf8_are_told_and_nothing_of_their_line_is_used() -> None:
    done = ask(b"1\x82\xa0\n7\n")
    assert done.status == 2
    assert done.err == f"1行目: {message('unreadable')}{ASK.line_unused.ja}\n"
    assert done.out == transcript("7")


@pytest.mark.parametrize("end", [b"\n", b""])
def test_a_line_without_measure_is_told_and_forgotten(end: bytes) -> None:
    done = ask(b"7\n" + b"1" * 100_000 + end)
    assert done.status == 2
    assert done.err == f"2行目: {ASK.too_long.ja}{ASK.line_unused.ja}\n"
    assert done.out == transcript("7")


@pytest.mark.parametrize("length", [399, 400, 401, 402, 801, 802, 803])
def test_after_a_long_line_the_next_one_is_read_from_its_beginning(length: int) -> None:
    done = ask(b" " * length + b"\n7\n")
    assert BOOK.words.verdicts.decline_visitor.ja in done.out.splitlines()[-1]
    assert (done.status, done.err.count("\n")) == ((0, 0) if length < 400 else (2, 1))


def test_who_stops_reading_is_not_told() -> None:
    command = [*COMMAND, "ask", "--on", "2026-11-23"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        process.stdin.write(b"1\n" * 2000)
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


def test_an_answer_is_said_as_soon_as_it_was_typed() -> None:
    """Somebody may sit behind a pipe: ssh without a terminal."""
    with subprocess.Popen(
        [*COMMAND, "ask"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        while BOOK.desk.questions["who"].ask.ja not in process.stdout.readline().decode():
            pass
        process.stdin.write(b"7\n")
        process.stdin.flush()
        while BOOK.words.verdicts.decline_visitor.ja not in process.stdout.readline().decode():
            pass
        process.stdin.close()
        process.stdout.read()
        assert process.wait(60) == 0


@pytest.mark.skipif(os.name != "posix", reason="closes streams as a Unix shell does")
@pytest.mark.parametrize("redirection", ["<&-", ">&-", "< . 2>/dev/null"])
def test_streams_that_are_closed_or_cannot_be_read_are_no_fault(redirection: str) -> None:
    command = f"'{COMMAND[0]}' -m mynadesk ask {redirection}"
    done = subprocess.run(
        ["sh", "-c", command], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8"
    )
    assert done.returncode != 0
    assert "Traceback" not in done.stderr


# Around it


def test_english_is_spoken_where_wanted() -> None:
    done = ask(typed("7"), "--lang", "en")
    assert (done.status, done.err) == (0, "")
    assert (
        done.out.splitlines()[-1] == "Cannot be accepted from this visitor: Visitor (legal representative)."
    )
    assert ask(b"\xff\n", "--lang", "en").err.startswith("line 1: A character could not be read.")


def test_what_is_printed_is_utf8_on_any_machine() -> None:
    here = ask(typed("7"))
    assert ask(typed("7"), TERM="dumb", LANG="C", LC_ALL="C") == here
    assert ask(typed("7"), PYTHONIOENCODING="ascii", **SPEAKS_NO_JAPANESE) == here


def test_the_desk_is_named_where_it_is_given() -> None:
    assert "本庁 市民課。" in ask("7", "--office", "main").out.splitlines()[0]
    done = ask("7", "--office", "north")
    assert (done.status, done.out) == (2, "")
    assert "main" in done.err


def test_the_desk_that_is_remembered_is_named(tmp_path: Path) -> None:
    (tmp_path / "mynadesk").mkdir()
    (tmp_path / "mynadesk" / "settings.json").write_text('{"office": "western_branch"}')
    done = run("ask", given=b"7", XDG_CONFIG_HOME=str(tmp_path))
    assert BOOK.rulebook.offices["western_branch"].label.ja in done.out.splitlines()[0]


def test_the_day_is_today_unless_another_is_wanted() -> None:
    before, said, after = date.today(), run("ask", "--lang", "en", given=b"7").out, date.today()
    assert english(before) in said or english(after) in said
    assert "2 January 2027" in run("ask", "--lang", "en", "--on", "2027-01-02", given=b"7").out


def test_nothing_of_a_case_is_left_anywhere(tmp_path: Path) -> None:
    home = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")}
    assert run("ask", given=b"7\n", **home).status == 0
    assert list(tmp_path.rglob("*")) == []


def test_its_help_tells_how_to_answer_and_what_the_exit_status_means() -> None:
    done = run("ask", "--help")
    assert (done.status, done.err) == (0, "")
    for words in (
        "読み上げ",
        "空の行はEnter",
        "終了状態",
        "screen readers",
        "an empty line is Enter",
        "exit status",
    ):
        assert words in done.out.replace("\n", "" if not words.isascii() else " ")
    assert "be asked line by line" in run("--help").out


def test_a_fault_of_the_program_is_a_sentence_and_no_traceback() -> None:
    broken = "import mynadesk.interview.conversation as c; c.news = None"
    start = "import sys; from mynadesk.__main__ import main; sys.exit(main(['ask']))"
    done = subprocess.run(
        [COMMAND[0], "-c", f"{broken}; {start}"], input=b"1\n", capture_output=True, cwd=ROOT
    )
    assert done.returncode == 1
    assert done.stderr.decode() == ASK.fault.ja + "\n"


AGENT = ("412", "", "1", "", "111")


def test_the_paper_that_suits_the_decision_is_said_at_a_key() -> None:
    """The same as at the desk; the verdict stays the last line."""
    done = ask(typed(*AGENT, "p"))
    assert (done.status, done.err) == (0, "")
    assert "                                2回来庁のご案内\n" in done.out
    assert "[ ] ご本人のマイナンバーカードをお持ちください。\n" in done.out
    assert "Your two visits" in ask(typed(*AGENT, "p"), "--lang", "en").out


def test_before_there_is_a_paper_and_where_none_is_needed_it_is_said_why() -> None:
    early = ask(typed("1", "p"))
    assert early.status == 2
    assert JAPANESE.fill(BOOK.words.papers.none_yet) in early.err
    assert "持ち物メモは作れません。" in ask(typed(*as_lines(WAYS["holder"]), "p")).out


def test_an_agent_hears_what_lies_ahead_before_anything_is_paid() -> None:
    lines = typed("412", "", ".8", "", "1", "1", "1")
    said = ask(lines).out
    assert said.index("顔写真つきの書類(A)が必ず1点いります") < said.index("郵送代434円 預かった")
    assert "代理人の書類: 本日のもののほかに、2回目はAを1点お願いします。" in said
