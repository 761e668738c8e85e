"""The shipped rules agree with what is written by hand of papers, notices and figures."""

from mynadesk.rulebook.book import Rulebook
from tests.decision.tables import NOTES, PAPERS, TABLES, unlike_tables


def test_the_rules_are_as_the_tables_say(book: Rulebook) -> None:
    assert list(unlike_tables(book)) == []


def test_the_tables_say_something(book: Rulebook) -> None:
    assert len(PAPERS) > 20
    assert {name for row in NOTES for name in row["notes"]} <= set(book.notices)
    assert set(TABLES["pins"]) == set(book.pins)
