"""A line of a file with a piece underlined: right in cells, whatever stands in the line."""

import pytest

from mynadesk.inspection.excerpt import excerpt
from mynadesk.inspection.places import Places, Span
from mynadesk.typeset import certain, is_certain, width


def underlined(text: str, piece: str, cells: int = 60) -> tuple[str, str]:
    """The line and its marks."""
    start = text.index(piece)
    found = excerpt(Places("x.yaml", text), Span(start, start + len(piece)), cells)
    return found.line, found.marks


@pytest.mark.parametrize(
    ("text", "piece", "line", "marks"),
    [
        ("a: 1\nunit: day\nb: 2\n", "day", "unit: day", "      ^^^"),
        ("label: 妊婦の方\n", "婦の", "label: 妊婦の方", "         ^^^^"),
        ("ﾊﾝｶｸ: 全角\r\n", "全角", "ﾊﾝｶｸ: 全角", "      ^^^^"),
        ("a: 妊婦※b\n", "※", "a: 妊婦<U+203B>b", "       ^^^^^^^^"),
        ("a:\tb\n", "b", "a: b", "   ^"),
        ("a: \x1b[31mb\n", "b", "a: <U+001B>[31mb", "               ^"),
        ("a: か\u3099き\n", "き", "a: か<U+3099>き", "             ^^"),
        ("a: [\n  1,\n  2]\n", "[\n  1,\n  2]", "a: [", "   ^"),
        ("ja: 日本語と𠮷野家\n", "野", "ja: 日本語と𠮷野家", "              ^^"),
    ],
)
def test_the_marks_stand_below_the_piece(text: str, piece: str, line: str, marks: str) -> None:
    assert underlined(text, piece) == (line, marks)


def test_the_end_of_a_file_can_be_underlined() -> None:
    assert excerpt(Places("x.yaml", "a: ["), Span(4, 4), 40) == (1, "a: [", "    ^")


@pytest.mark.parametrize("cells", [20, 30, 41, 79])
@pytest.mark.parametrize("at", [0, 5, 60, 118, 119])
def test_a_long_line_is_cut_around_the_piece(cells: int, at: int) -> None:
    text = "あ" * 60 + "b" * 60
    found = excerpt(Places("x.yaml", text), Span(at, at + 1), cells)
    assert width(found.line) <= cells
    assert width(found.marks) <= cells
    before = width(found.marks.rstrip("^"))
    kept = [char for index, char in enumerate(found.line) if width(found.line[:index]) == before]
    assert text[at] in kept


def test_a_piece_that_is_longer_than_the_line_is_cut() -> None:
    line, marks = underlined("a: " + "字" * 100, "字" * 100, 30)
    assert line.endswith("..")
    assert width(line) <= 30
    assert width(marks) <= 30


def test_whatever_is_shown_has_one_width_everywhere() -> None:
    assert is_certain(certain("".join(map(chr, range(0x3100)))))
