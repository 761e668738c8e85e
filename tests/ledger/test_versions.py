"""Stores of earlier versions are brought to ours; those of later ones are left alone."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mynadesk.ledger.ledger import Ledger, open_ledger
from mynadesk.ledger.place import is_url
from mynadesk.ledger.store import engine as engines
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
