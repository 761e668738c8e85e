"""Stores of earlier versions are brought to ours; those of later ones are left alone."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mynadesk.ledger.case_file import Taken
from mynadesk.ledger.ledger import Ledger, open_ledger
from mynadesk.ledger.place import is_url
from mynadesk.ledger.states import State, Step
from mynadesk.ledger.store import engine as engines
from mynadesk.ledger.store.keeping import Store
from mynadesk.ledger.store.migrating import Versions, prepare, version_of
from mynadesk.ledger.store.tables import tables
from mynadesk.ledger.store.versions import VERSIONS
from mynadesk.ledger.trouble import UnusableLedger
from mynadesk.rulebook.book import Rulebook
from tests.ledger.requests import MAIN, first_visit

if TYPE_CHECKING:
    from sqlalchemy import Engine

LATER: Versions = (
    *VERSIONS,
    ("CREATE TABLE note (place INTEGER NOT NULL)", "INSERT INTO note VALUES (1)"),
    ("ALTER TABLE note ADD COLUMN second INTEGER", "UPDATE note SET second = place + 1"),
)
"""Two versions that are still to come, invented."""


@pytest.fixture
def engine(place: str) -> "Iterator[Engine]":
    made, _ = engines.server(place) if is_url(place) else engines.file(place)
    yield made
    made.dispose()


def version(engine: "Engine") -> int:
    with engine.connect() as connection:
        return version_of(connection, "", len(LATER))


@pytest.mark.parametrize("earlier", range(len(LATER) + 1))
def test_a_store_is_brought_forward_from_each_earlier_version(engine: "Engine", earlier: int) -> None:
    if earlier:
        prepare(engine, "", LATER[:earlier])
        assert version(engine) == earlier
    for _ in range(2):
        prepare(engine, "", LATER)
        assert version(engine) == len(LATER)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT place, second FROM note").fetchall() == [(1, 2)]


def test_cases_of_the_earlier_version_are_still_there(
    ledger: Ledger, engine: "Engine", place: str, opened: Callable[[str], Ledger]
) -> None:
    file = ledger.open_case(MAIN, first_visit())
    prepare(engine, "", LATER)
    assert ledger.find(file.number) == file
    with pytest.raises(UnusableLedger, match="newer version"):
        opened(place)


def test_a_case_of_the_first_version_is_found_looked_over_and_dropped_in_ours(
    engine: "Engine", place: str, opened: Callable[[str], Ledger]
) -> None:
    """It knew neither counts nor a list of what waits."""
    prepare(engine, "", VERSIONS[:1])
    old, at = Store(engine, place, file=False), datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    first, second = Taken(Step.open, State.letter_due, MAIN, at, first_visit()), "22222222"
    for number in ("23456782", second):
        old.add(number, 1, first)
    old.add(second, 2, Taken(Step.withdraw, State.withdrawn, MAIN, at))
    ledger = opened(place)
    assert version(engine) == len(VERSIONS)
    assert [each.number for each in ledger.waiting()] == ["23456782"]
    assert len(ledger.find(second).taken) == 2
    assert [ledger.drop(2), ledger.drop(2), ledger.drop(2), ledger.drop(2)] == [0, 0, 0, 1]
    assert [(each.which, each.times) for each in ledger.counted(at.date(), at.date())] == [
        ("open", 2),
        ("withdraw", 1),
    ]


def test_a_version_that_fails_half_way_leaves_the_store_as_it_was(engine: "Engine") -> None:
    prepare(engine, "", VERSIONS)
    broken: Versions = (*VERSIONS, ("CREATE TABLE half (place INTEGER)", "no SQL at all"))
    with pytest.raises(UnusableLedger):
        prepare(engine, "", broken)
    assert version(engine) == len(VERSIONS)
    prepare(engine, "", (*VERSIONS, ("CREATE TABLE half (place INTEGER)",)))


def test_queries_name_the_columns_that_the_versions_made(engine: "Engine") -> None:
    from sqlalchemy import inspect

    prepare(engine, "")
    made = inspect(engine)
    for table in tables():
        assert [column["name"] for column in made.get_columns(table.name)] == [each.name for each in table.c]
    assert sorted(made.get_table_names()) == sorted(table.name for table in tables())


def test_sqlite_writes_ahead_and_syncs_in_full(tmp_path: Path, book: Rulebook) -> None:
    with closing(open_ledger(str(tmp_path), book)) as ledger, ledger._store._engine.connect() as connection:
        found = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert found == ["wal", 2, 1]
