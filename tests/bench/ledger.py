"""Finding a case by its number among 100,000, beside SQLite's own module reading the same rows."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from time import perf_counter

from mynadesk.ledger.ledger import Ledger, open_ledger
from mynadesk.ledger.number import invent
from mynadesk.ledger.store.engine import FILE
from mynadesk.ledger.trouble import UnknownNumber
from tests.bench.table import Aim, Row, medians, p99
from tests.ledger.requests import MAIN, first_visit, shipped

KEPT = 100_000
_AIM = Aim(5)
_BESIDE = "sqlite3"
_TABLES = ("step", "decision", "pin", "requirement")


def measure(finds: int, folder: Path, kept: int = KEPT) -> list[Row]:
    """Rows for a number as typed, and for one with a wrong digit, to which the nearest are looked up."""
    place, random = folder / "ledger", Random(1)
    with closing(open_ledger(str(place), shipped())) as ledger:
        ledger.open_case(MAIN, first_visit())
        with closing(sqlite3.connect(place / FILE)) as store:
            numbers = _fill(store, kept - 1, random)
            found, wrong, beside = [], [], []
            for number in random.choices(numbers, k=finds):
                found.append(_time_finding(ledger, number))
                wrong.append(_time_finding(ledger, f"0{number[1:]}"))
                beside.append(_time_reading(store, number))
    among = f"among {kept:,}"
    return [
        medians(f"find a case {among}", found, beside, _BESIDE, _AIM),
        Row(f"find a case {among}, p99", p99(found), p99(beside), _BESIDE, "ms", _AIM),
        medians(f"propose for a wrong number {among}", wrong, beside, _BESIDE),
    ]


def _fill(store: sqlite3.Connection, count: int, random: Random) -> list[str]:
    """Copy the one case that is there under so many new numbers."""
    numbers = list(dict.fromkeys(_numbers(random, count)))[:count]
    for table in _TABLES:
        rows = [row[1:] for row in store.execute(f"SELECT * FROM {table}").fetchall()]
        marks = ", ".join("?" * (len(rows[0]) + 1))
        copies = ((number, *row) for number in numbers for row in rows)
        store.executemany(f"INSERT INTO {table} VALUES ({marks})", copies)
    store.commit()
    return numbers


def _numbers(random: Random, count: int) -> Iterator[str]:
    """A few more, because some meet."""
    return (invent(random) for _ in range(count + count // 10))


def _time_finding(ledger: Ledger, typed: str) -> float:
    begun = perf_counter()
    with suppress(UnknownNumber):
        ledger.find(typed)
    return perf_counter() - begun


def _time_reading(store: sqlite3.Connection, number: str) -> float:
    begun = perf_counter()
    for table in _TABLES:
        store.execute(f"SELECT * FROM {table} WHERE number = ?", [number]).fetchall()
    return perf_counter() - begun
