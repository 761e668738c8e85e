"""Which version a store is of, and how it is brought to ours: forward only, whole or not at all."""

from collections.abc import Sequence
from time import monotonic, sleep
from typing import TYPE_CHECKING

from mynadesk.ledger.store.engine import WRITING
from mynadesk.ledger.store.failing import no_ledger, or_unusable, unusable
from mynadesk.ledger.store.tables import tables
from mynadesk.ledger.store.versions import VERSIONS
from mynadesk.words import Words

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

Versions = Sequence[Sequence[str]]
_VERSION_TABLE = (
    "CREATE TABLE ledger_version (version INTEGER NOT NULL PRIMARY KEY CHECK (version BETWEEN 1 AND 999))"
)
_LOCK = "SELECT pg_advisory_xact_lock(20202)"
_NEWER = Words("より新しい版の台帳です。この版では開けません", "it is of a newer version than this program")
_PATIENCE, _PAUSE = 20.0, 0.02


def prepare(engine: "Engine", place: str, versions: Versions = VERSIONS) -> None:
    """Bring the store to the newest version. Raises UnusableLedger; what is no ledger is left alone."""
    with or_unusable(place):
        with engine.connect() as connection:
            found = version_of(connection, place, len(versions))
        if engine.dialect.name == "sqlite":
            _write_ahead(engine)
        if found < len(versions):
            with engine.execution_options(begin=WRITING).begin() as connection:
                _migrate(connection, place, versions)


def version_of(connection: "Connection", place: str, newest: int) -> int:
    """The store's version, 0 for an empty one. Raises UnusableLedger for what is no ledger or too new."""
    from sqlalchemy import inspect

    there = inspect(connection).get_table_names()
    if not there:
        return 0
    version = tables().version
    if version.name not in there:
        raise no_ledger(place)
    found = max(connection.scalars(version.select()), default=0)
    if found > newest:
        raise unusable(_NEWER, place)
    return found


def _migrate(connection: "Connection", place: str, versions: Versions) -> None:
    """Looked at once more, now that nobody else can write: another desk may have done it."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(_LOCK)
    found = version_of(connection, place, len(versions))
    if not found:
        connection.exec_driver_sql(_VERSION_TABLE)
    for number, statements in enumerate(versions[found:], found + 1):
        for statement in statements:
            connection.exec_driver_sql(statement)
        connection.execute(tables().version.insert().values(version=number))


def _write_ahead(engine: "Engine") -> None:
    """Have SQLite write ahead, which the file keeps. Two desks that begin at once do not wait here."""
    from sqlalchemy.exc import OperationalError

    until = monotonic() + _PATIENCE
    while True:
        try:
            with engine.execution_options(begin="").connect() as connection:
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
            return
        except OperationalError as error:
            if "locked" not in str(error.orig) or monotonic() > until:
                raise
        sleep(_PAUSE)
