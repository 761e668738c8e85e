"""Counts, which only ever grow, and never know whose they are."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from mynadesk.ledger.count import Count, What
from mynadesk.ledger.store.tables import tables

if TYPE_CHECKING:
    from sqlalchemy import Connection

_FIRST = date(1970, 1, 1)
FIRST_DAY, LAST_DAY = _FIRST + timedelta(20_000), _FIRST + timedelta(99_999)
"""Only between these does the store take counts: it refuses what could be a birth date."""
_ADD = """INSERT INTO tally (day, desk, what, which, times) VALUES (:day, :desk, :what, :which, :times)
    ON CONFLICT (day, desk, what, which) DO UPDATE SET times = tally.times + excluded.times"""
"""Read alike by SQLite and PostgreSQL. The sum is made where the row is locked, so no desk's is lost."""


def add_counts(connection: "Connection", counts: Iterable[Count]) -> None:
    """Add to what was counted before. In order, so that no two desks wait for each other."""
    from sqlalchemy import text

    rows = [
        {
            "day": (each.day - _FIRST).days,
            "desk": each.desk,
            "what": each.what.value,
            "which": each.which,
            "times": each.times,
        }
        for each in sorted(counts)
    ]
    if rows:
        connection.execute(text(_ADD), rows)


def read_counts(connection: "Connection", first: date, last: date) -> tuple[Count, ...]:
    """What was counted from the first to the last day."""
    tally = tables().tally
    between = tally.c.day.between((first - _FIRST).days, (last - _FIRST).days)
    return tuple(
        Count(_FIRST + timedelta(row.day), row.desk, What(row.what), row.which, row.times)
        for row in connection.execute(tally.select().where(between))
    )
