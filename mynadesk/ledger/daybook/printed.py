"""The day book as text."""

from collections.abc import Iterator

from mynadesk.ledger.daybook.bars import lines, sections
from mynadesk.ledger.daybook.book import KINDS, DayBook
from mynadesk.ledger.daybook.letters import Letters, letter_lines
from mynadesk.ledger.daybook.names import Names
from mynadesk.ledger.daybook.words import Days
from mynadesk.typeset import wrap

CELLS = 78


def title(book: DayBook, names: Names) -> str:
    """Which days, which desk, how many people."""
    people = names.fill(names.words.people, count=str(book.people))
    days = names.days(book.first, book.last)
    return "  ".join((names.fill(names.words.title), days, names.desk(book.desk), people))


def book_lines(book: DayBook, names: Names, cells: int = CELLS) -> list[str]:
    """All counts, kind by kind; by day and desk only the people."""
    found = [title(book, names), ""]
    nothing = names.fill(names.words.nothing)
    for kind in KINDS:
        whole = sections(book, kind, names)
        found += lines(whole if kind == "verdict" else whole[:1], cells, nothing)
    return found[:-1]


def letters_lines(found: Letters, days: Days, names: Names, desk: str | None) -> list[str]:
    """The letters to be sent and the cases that wait, under a title."""
    head = f"{names.fill(names.words.letters.title)}  {names.desk(desk)}"
    return [head, "", *_wrapped(letter_lines(found, days, names))][:-1]


def _wrapped(texts: Iterator[str]) -> Iterator[str]:
    for text in texts:
        yield from wrap(text, CELLS, 4) if text.strip() else [""]
