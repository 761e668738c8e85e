"""Steps, written and read. Rows are only ever added."""

import os
from collections.abc import Collection, Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from mynadesk.ledger.case_file import CaseFile, Judged, Taken
from mynadesk.ledger.states import State, Step
from mynadesk.ledger.store import engine as engines
from mynadesk.ledger.store.failing import away, or_not_written, or_unusable
from mynadesk.ledger.store.migrating import prepare
from mynadesk.ledger.store.tables import tables

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine, Row, TableClause

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)
Rows = dict[int, list["Row[Any]"]]
"""Rows by the position of their step."""


class Store:
    """An open store, of our version."""

    def __init__(self, engine: "Engine", place: str, file: bool) -> None:
        self._engine, self._place = engine, place
        self._file = os.stat(place) if file else None

    def add(self, number: str, position: int, taken: Taken) -> None:
        """Write one step. When this returns, it is on the disk.

        Raises:
            Occupied: there is a step at this position already.
            NotWritten: it was not written, or nobody knows.
            UnusableLedger: the store is not there any more; nothing was written.
        """
        self._refuse_another_file()
        with (
            or_not_written(self._place),
            self._engine.execution_options(begin=engines.WRITING).begin() as connection,
        ):
            _add(connection, {"number": number, "position": position}, taken)

    def read(self, number: str) -> CaseFile | None:
        """All that is kept of a case. Raises UnusableLedger."""
        self._refuse_another_file()
        with or_unusable(self._place), self._engine.connect() as connection:
            taken = _read(connection, number)
        return CaseFile(number, taken) if taken else None

    def existing(self, numbers: Collection[str]) -> frozenset[str]:
        """Those of the numbers that cases have. Raises UnusableLedger."""
        step = tables().step
        wanted = step.c.number.in_(numbers) & (step.c.position == 1)
        self._refuse_another_file()
        with or_unusable(self._place), self._engine.connect() as connection:
            return frozenset(row.number for row in connection.execute(step.select().where(wanted)))

    def close(self) -> None:
        """Let go of the store."""
        self._engine.dispose()

    def _refuse_another_file(self) -> None:
        """A file that was moved away can still be written to, and nobody would ever find it."""
        if self._file is None:
            return
        try:
            same = os.path.samestat(self._file, os.stat(self._place))
        except OSError:
            same = False
        if not same:
            raise away(self._place)


def open_store(place: str) -> Store:
    """The store at a folder or a URL of PostgreSQL, made or brought to our version. Raises UnusableLedger."""
    is_url = engines.is_url(place)
    engine, name = engines.server(place) if is_url else engines.file(place)
    try:
        prepare(engine, name)
        return Store(engine, name, file=not is_url)
    except BaseException:
        engine.dispose()
        raise


def to_the_minute(moment: datetime) -> datetime:
    """A moment as it is kept."""
    return _EPOCH + _MINUTE * ((moment - _EPOCH) // _MINUTE)


def _add(connection: "Connection", key: dict[str, Any], taken: Taken) -> None:
    into, judged = tables(), taken.judged
    minute = (taken.at - _EPOCH) // _MINUTE
    what = {"step": taken.step.value, "state": taken.state.value, "desk": taken.desk, "minute": minute}
    connection.execute(into.step.insert(), key | what)
    if judged is None:
        return
    head = {"digest": judged.digest, "reason_named": int(judged.reason_named)}
    connection.execute(into.decision.insert(), key | head)
    _add_pairs(connection, into.pin, key, judged.pins)
    _add_pairs(connection, into.requirement, key, judged.requirements)


def _add_pairs(
    connection: "Connection", into: "TableClause", key: dict[str, Any], pairs: Iterable[tuple[str, str]]
) -> None:
    first, second = [column.name for column in into.c][-2:]
    rows = [key | {"place": place, first: one, second: two} for place, (one, two) in enumerate(pairs, 1)]
    if rows:
        connection.execute(into.insert(), rows)


def _read(connection: "Connection", number: str) -> tuple[Taken, ...]:
    of = tables()
    steps = _rows(connection, of.step, number)
    decisions, pins, requirements = (
        _rows(connection, table, number) for table in (of.decision, of.pin, of.requirement)
    )
    return tuple(
        Taken(
            Step(row.step),
            State(row.state),
            row.desk,
            _EPOCH + _MINUTE * row.minute,
            _judged(decisions[position][0], pins.get(position, []), requirements.get(position, []))
            if position in decisions
            else None,
        )
        for position, (row,) in steps.items()
    )


def _judged(head: "Row[Any]", pins: "list[Row[Any]]", requirements: "list[Row[Any]]") -> Judged:
    return Judged(
        head.digest,
        bool(head.reason_named),
        tuple((row.pin, row.word) for row in pins),
        tuple((row.requirement, row.standing) for row in requirements),
    )


def _rows(connection: "Connection", table: "TableClause", number: str) -> Rows:
    """The rows of a case, in order."""
    order = [table.c[name] for name in ("position", "place") if name in table.c]
    found: Rows = {}
    for row in connection.execute(table.select().where(table.c.number == number).order_by(*order)):
        found.setdefault(row.position, []).append(row)
    return found
