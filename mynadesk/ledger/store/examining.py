"""A store, looked at without leaving anything there: neither a file nor a table nor a newer version."""

import os
from typing import TYPE_CHECKING, NamedTuple

from mynadesk.ledger.place import is_url
from mynadesk.ledger.states import State
from mynadesk.ledger.store import engine as engines
from mynadesk.ledger.store.failing import away, or_unusable
from mynadesk.ledger.store.looking import read_files
from mynadesk.ledger.store.migrating import version_of
from mynadesk.ledger.store.versions import VERSIONS
from mynadesk.ledger.trouble import UnusableLedger
from mynadesk.ledger.waiting import OPEN

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

NEWEST = len(VERSIONS)
_ADD_NOTHING = "INSERT INTO step SELECT * FROM step WHERE 1 = 0"
_MAKE = "CREATE TABLE ledger_examined (nothing INTEGER)"


class Looked(NamedTuple):
    """What a store is like."""

    name: str
    """The file, or the URL without what is secret."""
    version: int
    """0 where there is none yet."""
    unwritable: UnusableLedger | None
    """Why nothing can be written there."""
    open: int
    """Open cases."""
    to_send: int
    """Of these, those whose letter is to be sent."""


def look(place: str) -> Looked:
    """What is at a folder or a URL of PostgreSQL. Raises UnusableLedger where it cannot even be read."""
    path = os.path.join(place, engines.FILE)
    if not is_url(place) and not os.path.isabs(place):
        raise away(path)
    if not is_url(place) and not os.path.exists(path):
        return Looked(path, 0, None, 0, 0)
    engine, name = engines.server(place) if is_url(place) else engines.file(place)
    try:
        return _look(engine, name)
    finally:
        engine.dispose()


def _look(engine: "Engine", name: str) -> Looked:
    with or_unusable(name), engine.connect() as connection:
        version = version_of(connection, name, NEWEST)
        waiting = [file.state for file in read_files(connection, OPEN)] if version else []
    return Looked(name, version, _try(engine, name, version), len(waiting), waiting.count(State.letter_due))


def _try(engine: "Engine", name: str, version: int) -> UnusableLedger | None:
    """Write, and take it back."""
    try:
        with (
            or_unusable(name),
            engine.execution_options(begin=engines.WRITING).connect() as connection,
        ):
            _write_nothing(connection, version)
    except UnusableLedger as trouble:
        return trouble
    return None


def _write_nothing(connection: "Connection", version: int) -> None:
    connection.exec_driver_sql(_ADD_NOTHING if version else _MAKE)
    connection.rollback()
