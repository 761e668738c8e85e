"""README's table of terminals is the one that `make terminals` writes, and it leaves nothing open."""

import pytest

from tests.readme import README

pytest.importorskip("pty", reason="needs the terminals of Unix")

from tests.terminals.__main__ import HEADINGS
from tests.terminals.kinds import NOT_HERE, kinds
from tests.terminals.table import MARKS, NOT_TRIED, Row, read, table

IN_README = MARKS.table_in(README.read_text("utf-8"))


def test_a_table_is_read_as_it_was_written() -> None:
    rows = [Row("one 1.0", ("well", "F3: amiss")), Row("two", (NOT_TRIED, NOT_TRIED))]
    headings, found = read(table(["first", "second"], rows))
    assert headings == ["first", "second"]
    assert found == rows


def test_a_sign_that_would_part_cells_is_not_left_in_one() -> None:
    assert read(table(["first"], [Row("one", ("a | b",))]))[1] == [Row("one", ("a / b",))]


def test_a_text_keeps_all_around_its_table() -> None:
    before = f"head\n{MARKS.begin}old\n{MARKS.end}foot\n"
    assert MARKS.filled(before, "new\n") == f"head\n{MARKS.begin}new\n{MARKS.end}foot\n"


def test_readme_has_a_column_for_each_thing_that_is_tried() -> None:
    assert read(IN_README)[0] == HEADINGS


def test_readme_has_a_row_for_each_terminal_and_no_cell_is_empty() -> None:
    named = [*(kind.name for kind in kinds(None)), *NOT_HERE]
    rows = read(IN_README)[1]
    assert len(rows) == len(named)
    for name, row in zip(named, rows, strict=True):
        assert row.terminal.startswith(name)
        assert len(row.found) == len(HEADINGS)
        assert all(cell.strip() for cell in row.found), row.terminal


def test_what_readme_says_of_terminals_that_no_tool_opens_is_that_they_were_not_tried() -> None:
    for row in read(IN_README)[1][-len(NOT_HERE) :]:
        assert set(row.found) == {NOT_TRIED}, row.terminal
