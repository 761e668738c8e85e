"""A ledger to try, in a folder and on a server."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

import pytest

from mynadesk.ledger.ledger import Ledger, open_ledger
from mynadesk.rulebook.book import Rulebook
from tests.ledger import server

Clock = Callable[[], datetime]


@pytest.fixture(scope="session")
def postgres() -> Iterator[Callable[[], str]]:
    """Makes a new, empty database and returns its URL. Skips where no server can be started, or fails."""
    if server.programs() is None or server.user() is None:
        server.do_without(os.environ.get("MYNADESK_NEEDS", ""))
    with server.running() as url:
        yield server.databases(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty ledger can stand: a folder, and a database."""
    if request.param == "sqlite":
        return str(tmp_path / "台帳")
    made: str = request.getfixturevalue("postgres")()
    return made


@pytest.fixture
def clock() -> Clock:
    """A day later each time."""
    days = count()
    return lambda: datetime(2026, 11, 24, 9, 30, 59, tzinfo=UTC) + timedelta(days=next(days))


@pytest.fixture
def opened(book: Rulebook, clock: Clock) -> Iterator[Callable[[str], Ledger]]:
    """Opens a ledger at a place, as one more desk; closed at the end."""
    with ExitStack() as stack:

        def open_one(place: str) -> Ledger:
            ledger = open_ledger(place, book, clock, Random(7), UTC)
            stack.callback(ledger.close)
            return ledger

        yield open_one


@pytest.fixture
def ledger(place: str, opened: Callable[[str], Ledger]) -> Ledger:
    """An empty ledger."""
    return opened(place)
