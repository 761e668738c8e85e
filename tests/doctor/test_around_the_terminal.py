"""What is found of the terminal: by its environment, size, encoding, colours and measured widths."""

from typing import Any

import pytest

from mynadesk.doctor.colours import colours
from mynadesk.doctor.encoding import encoding
from mynadesk.doctor.fonts import fonts
from mynadesk.doctor.samples import SAMPLES, Silence, Widths, shows_japanese, widths_of
from mynadesk.doctor.size import size
from mynadesk.doctor.terminal import terminal
from mynadesk.doctor.width import width
from mynadesk.sizes import Size
from tests.doctor.around import GOOD_ENVIRONMENT, NARROW, NOWHERE, WIDE, around, told
from tests.doctor.console import FakeKernel, console

PATIENCE = 0.5
TERM = {"TERM": "xterm-256color"}


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        (TERM, "TERM=xterm-256color"),
        ({**TERM, "WT_SESSION": "0-0"}, "Windows Terminal"),
        ({**TERM, "TERM_PROGRAM": "vscode"}, "vscode"),
        ({**TERM, "SSH_TTY": "/dev/pts/0"}, "ssh 越し"),
        ({**TERM, "SSH_CONNECTION": "a 1 b 2"}, "over ssh"),
        ({**TERM, "STY": "1.a"}, "GNU screen の中"),
        ({**TERM, "XTERM_VERSION": "XTerm(379)"}, "xterm"),
    ],
)
def test_a_terminal_is_named_as_far_as_the_environment_says(environment: dict[str, str], said: str) -> None:
    found = terminal(around(environment))
    assert found.standing == "ok"
    assert said in told(found)


@pytest.mark.parametrize(
    ("environment", "changes", "standing", "said"),
    [
        (TERM, NOWHERE, "not_tried", "標準入力も標準出力も端末ではありません。"),
        (TERM, {"output": None}, "not_tried", "標準出力が端末ではありません。"),
        (TERM, {"input": None}, "not_tried", "標準入力が端末ではありません。"),
        (TERM, {"drawn_on_terminal": False}, "fix", "2> を付けずに"),
        ({"TERM": "dumb"}, {}, "fix", "TERM=xterm-256color にしてください"),
        ({"TERM": "unknown"}, {}, "fix", "cannot draw a screen"),
        ({"TERM": ""}, {}, "note", "16色"),
        ({**TERM, "TMUX": "/tmp/tmux-0/default,1,0"}, {}, "note", "set -sg escape-time 10"),
        ({}, {"windows": True, "console": console()}, "ok", "conhost"),
        ({}, {"windows": True, "console": None}, "ok", "conhost"),
        ({"WT_SESSION": "0"}, {"windows": True, "console": console()}, "ok", "Windows Terminal"),
        ({}, {"windows": True, "console": console(FakeKernel(legacy=True))}, "fix", "legacy console"),
    ],
)
def test_what_keeps_the_desk_from_opening_is_told(
    environment: dict[str, str], changes: dict[str, Any], standing: str, said: str
) -> None:
    found = terminal(around(environment, **changes))
    assert found.standing == standing
    assert said in told(found)


@pytest.mark.parametrize(
    ("columns", "lines", "standing"),
    [
        (80, 24, "ok"),
        (200, 60, "ok"),
        (79, 24, "note"),
        (80, 23, "note"),
        (60, 20, "note"),
        (59, 20, "fix"),
        (60, 19, "fix"),
        (200, 19, "fix"),
        (0, 0, "note"),
    ],
)
def test_the_size_is_judged_by_what_the_desk_needs(columns: int, lines: int, standing: str) -> None:
    found = size(around(size=Size(columns, lines)))
    assert found.standing == standing
    assert (found.mend is None) == (standing == "ok")


def test_a_size_in_the_environment_that_is_not_the_terminals_has_to_go() -> None:
    """The desk would be drawn in that size."""
    wrong = size(around({**GOOD_ENVIRONMENT, "COLUMNS": "132"}, size=Size(80, 24)))
    assert wrong.standing == "fix"
    assert "端末は80桁24行ですが、環境変数 COLUMNS と LINES は132桁24行" in wrong.found.ja
    for harmless in ("80", "", "0", "wide", "-5"):
        assert size(around({**GOOD_ENVIRONMENT, "COLUMNS": harmless})).standing == "ok"
    assert size(around({"COLUMNS": "132"}, windows=True)).standing == "ok"


def test_without_a_terminal_its_checks_say_so_and_find_no_fault() -> None:
    nowhere = around(**NOWHERE)
    checks = [
        *(terminal(nowhere), size(nowhere), colours(nowhere)),
        *(width(nowhere, "no_terminal", PATIENCE), fonts(nowhere, "no_terminal")),
    ]
    assert [found.standing for found in checks] == ["not_tried"] * 5


@pytest.mark.parametrize(
    ("environment", "changes", "standing", "said"),
    [
        ({"LANG": "ja_JP.UTF-8"}, {}, "ok", "UTF-8 です(LANG=ja_JP.UTF-8)。"),
        ({"LANG": "ja_JP.utf8"}, {}, "ok", "LANG=ja_JP.utf8"),
        ({"LANG": "ja_JP.eucJP", "LC_ALL": "C.UTF-8"}, {}, "ok", "LC_ALL=C.UTF-8"),
        ({"LANG": "ja_JP.UTF-8", "LC_CTYPE": "ja_JP.eucJP"}, {}, "note", "LC_CTYPE=ja_JP.eucJP"),
        ({}, {}, "note", "LANG が決まっていません"),
        ({"LANG": "C"}, {}, "note", "LANG=ja_JP.UTF-8"),
        ({"LANG": "ja_JP.eucJP"}, {"encoding": "euc_jp"}, "fix", "euc_jp"),
        ({"LANG": "C"}, {"encoding": "ascii"}, "fix", "PYTHONIOENCODING"),
        ({}, {"encoding": "cp932", "windows": True}, "fix", "PYTHONLEGACYWINDOWSSTDIO"),
        ({}, {"encoding": "cp932", "drawn_on_terminal": False}, "not_tried", "cp932"),
        ({}, {"windows": True, "console": console(FakeKernel(page=65001))}, "ok", "65001"),
        ({}, {"windows": True, "console": console(FakeKernel(page=932))}, "note", "chcp 65001"),
        ({}, {"windows": True, "console": console(FakeKernel(page=0))}, "not_tried", "コードページ"),
        ({}, {"windows": True, "console": None}, "not_tried", "code page"),
    ],
)
def test_utf8_is_well_and_anything_else_is_named(
    environment: dict[str, str], changes: dict[str, Any], standing: str, said: str
) -> None:
    found = encoding(around(environment, **changes))
    assert found.standing == standing
    assert said in told(found)


@pytest.mark.parametrize(
    ("environment", "changes", "standing", "said"),
    [
        ({**TERM, "COLORTERM": "truecolor"}, {}, "ok", "フルカラー"),
        ({**TERM, "COLORTERM": "24bit"}, {}, "ok", "Full colour"),
        (TERM, {}, "ok", "256色"),
        ({"TERM": "xterm-kitty"}, {}, "ok", "256色"),
        ({"TERM": "vt100"}, {}, "ok", "16色"),
        ({}, {"windows": True}, "ok", "フルカラー"),
        ({**TERM, "NO_COLOR": ""}, {}, "note", "白黒"),
        ({**TERM, "NO_COLOR": "1", "COLORTERM": "truecolor"}, NOWHERE, "note", "白黒"),
    ],
)
def test_colours_are_told_and_never_a_fault(
    environment: dict[str, str], changes: dict[str, Any], standing: str, said: str
) -> None:
    found = colours(around(environment, **changes))
    assert found.standing == standing
    assert said in told(found)


@pytest.mark.parametrize("measured", [NARROW, WIDE])
def test_one_or_two_cells_for_ambiguous_characters_are_both_well(measured: Widths) -> None:
    found = width(around(), measured, PATIENCE)
    assert found.standing == "ok"
    assert f"丸や矢印 {measured['ambiguous']:g}桁" in found.found.ja
    assert f"{measured['ambiguous']:g}桁" in fonts(around(), measured).found.ja


def test_a_combining_mark_with_a_cell_of_its_own_is_told_and_no_fault() -> None:
    found = width(around(), {**NARROW, "combining": 4}, PATIENCE)
    assert found.standing == "ok"
    assert "濁点を重ねた「か」 4桁" in found.found.ja


@pytest.mark.parametrize("wide", [0, 1, 1.5, 3])
def test_a_terminal_that_does_not_read_utf8_has_to_be_set_to_it(wide: float) -> None:
    found = width(around(), {**NARROW, "wide": wide}, PATIENCE)
    assert found.standing == "fix"
    for said in ("Shift_JIS か EUC", "Tera Term", "PuTTY", "RLogin", f"「あ」 {wide:g}桁"):
        assert said in told(found)
    assert fonts(around(), {**NARROW, "wide": wide}).standing == "not_tried"


@pytest.mark.parametrize(("kind", "said"), [("half_kana", "半角カナ"), ("full_letter", "全角英字")])
def test_other_characters_of_a_wrong_width_are_named(kind: str, said: str) -> None:
    found = width(around(), {**NARROW, kind: 3}, PATIENCE)
    assert found.standing == "fix"
    assert f"。{said}の幅が違います。" in found.found.ja
    assert "Shift_JIS" not in found.found.ja


def test_on_windows_a_wrong_width_is_the_fonts_doing() -> None:
    found = width(around(windows=True), {**NARROW, "wide": 1}, PATIENCE)
    assert found.standing == "fix"
    assert "MS ゴシック" in told(found)
    assert "Shift_JIS" not in told(found)


@pytest.mark.parametrize(("name", "said"), [("TMUX", "tmux -u"), ("STY", "screen -U")])
def test_inside_tmux_or_screen_it_is_said_who_answered(name: str, said: str) -> None:
    inside = around({**TERM, name: "x"})
    well, wrong = width(inside, NARROW, PATIENCE), width(inside, {**NARROW, "wide": 1}, PATIENCE)
    assert said in well.found.ja
    assert "外側の端末は測れません" in well.found.ja
    assert wrong.mend is not None
    assert said in wrong.mend.ja


@pytest.mark.parametrize(
    ("silence", "standing", "said"),
    [
        ("no_answer", "note", "端末が0.5秒以内に答えませんでした"),
        ("typed_ahead", "not_tried", "先に打たれたキー"),
        ("background", "not_tried", "& を付けずに"),
        ("dumb", "not_tried", "TERM"),
        ("no_terminal", "not_tried", "端末がない"),
    ],
)
def test_why_nothing_was_measured_is_said(silence: Silence, standing: str, said: str) -> None:
    found = width(around(), silence, PATIENCE)
    assert found.standing == standing
    assert said in told(found)
    assert fonts(around(), silence).standing == "not_tried"
    assert shows_japanese(silence)


def test_where_a_console_of_windows_was_not_measured_its_font_is_warned_of() -> None:
    assert "MS ゴシックでは" in fonts(around(windows=True), "no_answer").found.ja
    assert "MS ゴシックでは" not in fonts(around(), "no_answer").found.ja


def test_widths_are_those_of_one_character() -> None:
    assert widths_of([4, 2, 4, 2, 2]) == NARROW
    assert widths_of([4, 2, 4, 2, 4]) == WIDE
    assert widths_of([6, 6, 6, 5, 6])["wide"] == 3


def test_what_is_measured_ends_with_a_whole_character_in_shift_jis() -> None:
    """Else the terminal would take the question's first byte for the second half of a character."""
    for sample in SAMPLES:
        sent = sample.text.encode()
        assert len((sent + b"\x1b").decode("cp932", "replace").partition("\x1b")[2]) == 0
        assert (sent + b"\x1b").decode("cp932", "replace").endswith("\x1b")
