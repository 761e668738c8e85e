"""What of the bytes that arrive goes on as keys, and what as a paste."""

from itertools import accumulate, pairwise
from typing import cast

import pytest

pytest.importorskip("termios", reason="needs the terminals of Unix")

from hypothesis import given
from hypothesis import strategies as st
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

from screens.intake import UNREADABLE, Intake, Pasted

PAUSE, LONG_PAUSE = 3, 10
FLOOD = 1001


def taken(*arriving: bytes | int, waiting: int = 0) -> list[str | Pasted]:
    """What an intake gives for bytes that arrive, and for so many looks at which nothing did."""
    intake = Intake()
    found: list[str | Pasted] = []
    for each in arriving:
        for _ in range(each if isinstance(each, int) else 0):
            found += intake.quiet()
        found += intake.take(each, waiting) if isinstance(each, bytes) else []
    return found


def typed(*arriving: bytes | int) -> str:
    """The same, where nothing was pasted."""
    return "".join(cast(list[str], taken(*arriving)))


def test_every_key_that_is_known_arrives() -> None:
    for sequence in [*ANSI_SEQUENCES_KEYS, "\x1b[1;2P", "\x1b[57399;1;49u", "あ", "１"]:
        assert typed(sequence.encode(), PAUSE) == sequence.replace("\n", "\r")


@pytest.mark.parametrize(
    "sequence",
    ["\x1b[<35;10;20M", "\x1b[M !!", "\x1b[I", "\x1b[O", "\x1b[?2048;2$y", "\x1b[48;24;80;480;800t"],
)
def test_what_tells_of_mouse_focus_and_size_arrives(sequence: str) -> None:
    assert typed(f"1{sequence}2".encode()) == f"1{sequence}2"


@pytest.mark.parametrize(
    "answer",
    [
        "\x1b]11;rgb:0000/1111/2222\x07",
        "\x1b]11;rgb:0000/1111/2222\x1b\\",
        "\x1bP>|terminal 1.0\x1b\\",
        "\x1b_Gi=31;OK\x1b\\",
        "\x1b[?62;22;52c",
        "\x1b[>0;276;0c",
        "\x1b[0n",
    ],
)
def test_an_answer_to_what_another_program_asked_is_no_key(answer: str) -> None:
    """Its digits would answer questions."""
    assert typed(f"1{answer}2".encode(), PAUSE) == "12"


@pytest.mark.parametrize("at", range(1, 7))
def test_a_sequence_cut_in_two_is_one_key(at: int) -> None:
    whole = b"\x1b[1;5A2"
    assert typed(whole[:at], whole[at:]) == "\x1b[1;5A2"


@pytest.mark.parametrize("cut", [b"\x1b[", b"\x1b[1;", b"\x1bO", b"\x1b]11;rgb:00", b"\x1bPab", b"\x1b[M !"])
def test_a_sequence_that_never_ends_is_told_and_types_nothing(cut: bytes) -> None:
    assert typed(cut, PAUSE, b"2") == f"{UNREADABLE}2"


@pytest.mark.parametrize("broken", [b"\x1b[1;\r", b"\x1b[12\x1b[A", b"\x1b]11;rgb:00\x1b[A"])
def test_a_sequence_that_another_key_breaks_off_is_told_and_the_key_arrives(broken: bytes) -> None:
    key = broken[broken.rindex(b"\x1b" if broken.endswith(b"A") else b"\r") :].decode()
    assert typed(broken) == f"{UNREADABLE}{key}"


def test_the_escape_key_waits_for_no_more_than_one_look() -> None:
    assert typed(b"\x1b") == ""
    assert typed(b"\x1b", 1) == "\x1b"


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        (b"\x82", UNREADABLE),
        (b"1\xff2", f"1{UNREADABLE}2"),
        ("表示ー、申請書".encode("cp932"), UNREADABLE),
        ("申請".encode("cp932") + b"1\r", f"{UNREADABLE}1\r"),
        ("申請".encode("euc_jp"), UNREADABLE),
    ],
)
def test_bytes_that_are_no_utf8_are_told_once_and_bring_no_letters(sent: bytes, read: str) -> None:
    """The second bytes of Shift_JIS are letters, and letters are keys of the desk."""
    assert typed(sent, LONG_PAUSE) == read


@pytest.mark.parametrize("pause", [0, 1, PAUSE])
@pytest.mark.parametrize("at", [1, 2])
def test_a_character_cut_in_two_is_read_whole(at: int, pause: int) -> None:
    whole = "書".encode()
    assert typed(whole[:at], pause, whole[at:]) == "書"


def test_half_a_character_is_told_after_a_while_and_still_read_when_the_rest_comes() -> None:
    whole = "書".encode()
    assert typed(whole[:2], LONG_PAUSE, LONG_PAUSE, whole[2:]) == f"{UNREADABLE}書"


def test_enter_typed_before_the_desk_had_its_terminal_is_enter() -> None:
    assert typed(b"1\n1\n") == "1\r1\r"


@given(st.lists(st.integers(1, 60), max_size=8), st.text("あ1\r;[~", max_size=40))
def test_a_paste_arrives_whole_however_it_is_cut(lengths: list[int], text: str) -> None:
    data = f"1\x1b[200~{text}\x1b[201~2".encode()
    ends = [0, *accumulate(lengths), len(data)]
    found = taken(*(data[begin:end] for begin, end in pairwise(ends)))
    assert [each for each in found if isinstance(each, Pasted)] == [Pasted(text)]
    assert "".join(each for each in found if isinstance(each, str)) == "12"


def test_of_a_long_paste_the_beginning_is_kept() -> None:
    (paste,) = taken(b"\x1b[200~" + b"8.11.23\n" * 12500 + b"\x1b[201~")
    assert isinstance(paste, Pasted)
    assert paste.text.startswith("8.11.23\n8")
    assert len(paste.text) < 5000


def test_a_paste_whose_end_never_comes_ends_by_itself() -> None:
    assert taken(b"\x1b[200~8.11\x1b[20", LONG_PAUSE, b"1") == [Pasted("8.11"), "1"]


def test_many_keys_typed_ahead_are_keys() -> None:
    keys = "1\r" * 500
    assert taken(keys.encode()) == [keys.replace("\n", "\r")]


def test_more_at_once_than_anybody_types_is_a_paste() -> None:
    flood = b"1" * FLOOD
    assert taken(flood, b"1", flood, b"1") == []
    assert taken(flood, b"1", flood, b"1", PAUSE, b"2") == [Pasted("1" * FLOOD), "2"]


def test_keys_that_nobody_has_worked_off_yet_count() -> None:
    assert taken(b"12", PAUSE, waiting=FLOOD) == [Pasted("12")]


def test_reports_of_the_mouse_are_no_flood() -> None:
    moves = "\x1b[<35;10;20M" * FLOOD
    assert taken(moves.encode()) == [moves]


@given(st.lists(st.binary(max_size=30) | st.integers(1, LONG_PAUSE), max_size=10))
def test_no_bytes_make_it_fail(arriving: list[bytes | int]) -> None:
    for piece in taken(*arriving):
        assert isinstance(piece, str | Pasted)
