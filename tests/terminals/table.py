"""README's table of terminals: a row for each, a column for each thing that was tried."""

from collections.abc import Sequence
from typing import NamedTuple

from tests.readme import README, Marks

MARKS = Marks("<!-- terminals: made by `make terminals` -->\n", "<!-- terminals end -->\n")
NOT_TRIED = "not tried"
_CORNER = "terminal"


class Row(NamedTuple):
    terminal: str
    """With its version, where it was there."""
    found: tuple[str, ...]
    """What each try has found out."""


def table(headings: Sequence[str], rows: Sequence[Row]) -> str:
    """All of it in Markdown."""
    lines = [
        (_CORNER, *headings),
        ("---",) * (len(headings) + 1),
        *((row.terminal, *row.found) for row in rows),
    ]
    return "".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |\n" for line in lines)


def read(text: str) -> tuple[list[str], list[Row]]:
    """The headings and rows of such a table."""
    lines = [line.strip("|\n ").split(" | ") for line in text.splitlines()]
    return lines[0][1:], [Row(terminal, tuple(found)) for terminal, *found in lines[2:]]


def write(headings: Sequence[str], rows: Sequence[Row]) -> None:
    """Bring README up to date."""
    README.write_text(MARKS.filled(README.read_text("utf-8"), table(headings, rows)), "utf-8")
