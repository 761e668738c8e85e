"""The way to the database: a file of SQLite, or a server of PostgreSQL."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mynadesk.ledger.store.failing import away, refused_by_system, unusable
from mynadesk.words import Words

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine

FILE = "ledger.db"
WRITING = "BEGIN IMMEDIATE"
"""The execution option `begin` of whoever is going to write; it is SQLite's alone."""
_WAIT = 20
"""Seconds to wait for other desks."""
_CONNECT = 5
_POSTGRES = ("postgresql", "postgres", "postgresql+psycopg")
_NO_DRIVER = Words("PostgreSQLの部品が入っていません", "the parts for PostgreSQL are not installed")
_INSTALL = Words(
    "担当の方が、installに--postgresを付けて(またはpipでmynadesk[postgres]を)入れ直してください。",
    "Install again with install --postgres, or mynadesk[postgres] with pip.",
)
_NO_ADDRESS = Words("PostgreSQLのURLとして読めません", "this is no URL of PostgreSQL")


def server(place: str) -> tuple["Engine", str]:
    """The engine for a URL, and the URL without what is secret. Raises UnusableLedger."""
    from sqlalchemy import create_engine

    url = _address(place)
    name = url.set(query={}).render_as_string(hide_password=True)
    try:
        engine = create_engine(
            url.set(drivername="postgresql+psycopg"),
            pool_pre_ping=True,
            connect_args={"connect_timeout": _CONNECT},
        )
    except ImportError:
        raise unusable(_NO_DRIVER, name, _INSTALL) from None
    _on_connect(
        engine,
        "SET synchronous_commit = on",
        f"SET lock_timeout = '{_WAIT}s'",
        f"SET statement_timeout = '{_WAIT}s'",
    )
    return engine, name


def file(folder: str, *, make: bool = True) -> tuple["Engine", str]:
    """The engine for a folder, and the path of the file. Raises UnusableLedger.

    `make`: make both if need be.
    """
    from sqlalchemy import QueuePool, create_engine

    path = os.path.join(folder, FILE)
    if make:
        _make(path)
    elif not os.path.exists(path):
        raise away(path)
    engine = create_engine("sqlite://", creator=lambda: _connect(path), poolclass=QueuePool)
    _on_connect(engine, "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON")
    _begin_as_told(engine)
    return engine, path


def _connect(path: str) -> Any:
    """A connection to a file that is there: one that went away is not made anew, empty."""
    import sqlite3

    address = Path(path).absolute().as_uri() + "?mode=rw"
    # Transactions are begun below, not by the driver.
    return sqlite3.connect(address, timeout=_WAIT, isolation_level=None, check_same_thread=False, uri=True)


def _make(path: str) -> None:
    try:
        if not os.path.isabs(path):  # nobody knows the user's home
            raise FileNotFoundError(path)
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        if not os.path.exists(path):
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise refused_by_system(path, error) from None


def _on_connect(engine: "Engine", *statements: str) -> None:
    from sqlalchemy import event

    def settle(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        for statement in statements:
            cursor.execute(statement)
        cursor.close()
        connection.commit()

    event.listen(engine, "connect", settle)


def _begin_as_told(engine: "Engine") -> None:
    """Who is going to write says so at the beginning, and waits for others there and nowhere else."""
    from sqlalchemy import event

    def begin(connection: "Connection") -> None:
        words = connection.get_execution_options().get("begin", "BEGIN")
        if words:
            connection.exec_driver_sql(words)

    event.listen(engine, "begin", begin)


def _address(place: str) -> "URL":
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(place)
    except (ArgumentError, ValueError):
        raise unusable(_NO_ADDRESS, "") from None
    if url.drivername not in _POSTGRES:
        raise unusable(_NO_ADDRESS, "")
    return url
