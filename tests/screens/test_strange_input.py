"""Input that no key makes, at a real terminal: the desk says so, changes nothing, and goes on."""

import re
from collections.abc import Iterator

import pytest

pytest.importorskip("pty", reason="needs the terminals of Unix")

from tests.interview.desk import BOOK, JAPANESE, decision, desk, message
from tests.interview.ways import WAYS
from tests.screens.desk_app import flat
from tests.screens.terminal import DESK, Terminal

WHO = BOOK.desk.questions["who"].ask.ja
OPERATION = BOOK.desk.questions["operation"].ask.ja
OFFICE = BOOK.words.panel.choose_office.ja
HELP = BOOK.words.panel.help.ja
TYPING = "1 1 2 Enter Enter 1 1"
"""To where a date is typed."""
LONGEST_DATE = 24
BEGIN, END = b"\x1b[200~", b"\x1b[201~"
PASTES = {
    "digits": b"1" * 100_000,
    "lines": b"1 2 3\r\n4 5 6\r\n" * 7_000,
    "Japanese": "山田太郎 1 2\n".encode() * 5_000,
    "control characters": bytes(range(32)).replace(b"\x1b", b"") * 3_300,
}


def says(terminal: Terminal, text: str) -> None:
    """Wait until a text stands on the screen, however it is broken into lines."""
    terminal.wait_until(lambda: flat(text) in flat(terminal.text), text)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    folder = str(tmp_path_factory.mktemp("settings"))
    with Terminal((*DESK, "--office", "main"), XDG_CONFIG_HOME=folder) as terminal:
        yield terminal


@pytest.fixture
def case(shared: Terminal) -> Iterator[Terminal]:
    """A case of which one question is answered."""
    shared.wait_for(WHO)
    shared.type("1")
    shared.wait_for(OPERATION)
    yield shared
    shared.type("/ /")


@pytest.fixture
def typing(shared: Terminal) -> Iterator[Terminal]:
    """A case in which a date is being typed."""
    shared.wait_for(WHO)
    shared.type(TYPING)
    shared.wait_for("> _")
    yield shared
    shared.type("Backspace " * 30 + "/ /")


@pytest.mark.parametrize(
    "sent",
    [b"\x82", b"\xe3", "表示ーンを申請する".encode("cp932"), b"\x1b[", b"\x1b[1;", b"\x1b]11;rgb:00"],
    ids=["one byte", "half a character", "a line of Shift_JIS", "ESC [", "ESC [ 1 ;", "half an answer"],
)
def test_what_cannot_be_read_is_told_and_answers_nothing(sent: bytes, case: Terminal) -> None:
    case.send(sent)
    says(case, message("unreadable"))
    assert OPERATION in case.text
    case.type("1")
    case.wait_for(BOOK.desk.questions["pins"].ask.ja)


def test_a_character_cut_in_half_is_read_when_its_rest_arrives(typing: Terminal) -> None:
    halves = "年".encode()
    typing.send(b"8" + halves[:2])
    typing.wait_for("> 8_")
    typing.send(halves[2:])
    typing.wait_for("> 8年_")


def test_numbers_that_no_terminal_sends_do_not_deafen_the_desk(case: Terminal) -> None:
    case.send(b"\x1b[99999999999;1u")
    says(case, message("unreadable"))
    case.send(b"\x1b[48;24;80;0;0t\x1b[<35;10;10M1")
    case.wait_for(BOOK.desk.questions["pins"].ask.ja)


@pytest.mark.parametrize("name", PASTES)
@pytest.mark.parametrize("brackets", [True, False], ids=["bracketed", "unbracketed"])
def test_a_long_paste_changes_nothing_and_is_told_why(name: str, brackets: bool, case: Terminal) -> None:
    case.send(BEGIN + PASTES[name] + END if brackets else PASTES[name])
    says(case, message("pasted"))
    assert OPERATION in case.text
    case.type("1")
    case.wait_for(BOOK.desk.questions["pins"].ask.ja)


@pytest.mark.parametrize("name", PASTES)
def test_a_date_takes_no_more_of_a_paste_than_a_date_is_long(name: str, typing: Terminal) -> None:
    typing.send(BEGIN + b"8.11" + PASTES[name] + END)
    typing.wait_for("> 8.11")
    (taken,) = re.findall("> (8[.]11.*)_", typing.text)
    assert len(taken) <= LONGEST_DATE
    typing.type("Backspace " * len(taken))
    typing.wait_for("> _")


def test_the_list_of_keys_takes_no_paste(case: Terminal) -> None:
    case.type("F2")
    case.wait_for(HELP)
    case.send(BEGIN + PASTES["lines"] + END)
    case.wait_for(message("pasted"))
    assert HELP in case.text
    case.type("1")
    case.wait_for(OPERATION)


def test_the_choice_of_the_office_takes_no_paste(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("settings")
    with Terminal(DESK, XDG_CONFIG_HOME=str(folder)) as terminal:
        terminal.wait_for(OFFICE)
        terminal.send(BEGIN + PASTES["digits"] + END)
        terminal.wait_for(message("pasted"))
        assert [*folder.iterdir()] == []
        terminal.type("2")
        terminal.wait_for(WHO)


def test_keys_typed_while_the_program_starts_are_all_taken_in_order(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """200 of them, and among them the office, the list of keys, and going back."""
    folder = str(tmp_path_factory.mktemp("settings"))
    expected = desk(WAYS["holder"])
    with Terminal(DESK, XDG_CONFIG_HOME=folder) as terminal:
        terminal.type("2 1 F2 F2 1" + " 1" * 187 + " 2 0 2 1 Enter F2 1 Enter 1 Enter")
        terminal.wait_for(JAPANESE.headline(decision(expected), final=True))
        for text in (
            BOOK.rulebook.offices["western_branch"].label.ja,
            *(line.label for line in expected.lines),
        ):
            terminal.wait_for(text)


def test_a_date_pasted_and_confirmed_at_once_is_taken(typing: Terminal) -> None:
    typing.send(BEGIN + b"R8.11.23" + END + b"\r")
    typing.wait_for(JAPANESE.fill(BOOK.words.case.expiry, era="令和8年11月23日", date="2026-11-23")[:10])
