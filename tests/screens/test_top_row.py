"""The top line: what is given up first where there is little room."""

import pytest

from mynadesk.typeset import width
from screens.paint import top_row
from tests.interview.desk import BOOK, desk

TITLE, OFFICE, NUMBER = BOOK.rulebook.title.ja, "西部支所 市民福祉課", "2337-4664"
DAY, BAD = "令和8年11月23日(月)", BOOK.words.messages.rules_bad.ja


def drawn(cells: int, number: str = "", notice: str = "", standing: str = "") -> str:
    """The line as text."""
    session = desk("4 1 2")
    session.number = number
    (row,) = top_row(session, OFFICE, notice, cells, standing)
    text = "".join(part for part, _ in row)
    assert width(text) == cells
    return text


@pytest.mark.parametrize(
    ("cells", "there", "gone"),
    [
        (132, [TITLE, OFFICE, DAY, "受付番号", BAD], []),
        (80, [OFFICE, NUMBER, BAD], [TITLE, DAY]),
        (60, [NUMBER, BAD], [TITLE, OFFICE, DAY]),
    ],
)
def test_bad_rules_on_the_disk_hide_no_number(cells: int, there: list[str], gone: list[str]) -> None:
    line = drawn(cells, NUMBER, standing=BAD)
    assert [each for each in there if each not in line] == []
    assert [each for each in gone if each in line] == []


@pytest.mark.parametrize(
    ("cells", "there", "gone"),
    [(80, [OFFICE, DAY, BAD], [TITLE]), (60, [OFFICE, BAD], [TITLE, DAY])],
)
def test_nor_today_where_there_is_room(cells: int, there: list[str], gone: list[str]) -> None:
    line = drawn(cells, standing=BAD)
    assert [each for each in there if each not in line] == []
    assert [each for each in gone if each in line] == []


def test_a_notice_takes_the_whole_right_side() -> None:
    line = drawn(80, NUMBER, "あと5秒で隠します", BAD)
    assert "あと5秒" in line
    assert NUMBER not in line
    assert BAD not in line


def test_without_any_of_them_the_day_and_the_rules_stand_there() -> None:
    assert DAY in drawn(80)
    assert BOOK.digest[:6] in drawn(80)
    assert BOOK.digest[:6] not in drawn(60)
