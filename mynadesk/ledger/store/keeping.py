"""A store, and the steps of a case in it: rows are only ever added, and dropped with their whole case."""

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from mynadesk.ledger.case_file import CaseFile, Judged, Taken
from mynadesk.ledger.place import is_url
from mynadesk.ledger.states import State, Step
from mynadesk.ledger.store import engine as engines
from mynadesk.ledger.store.failing import CASE, STEP, Occupied, away, or_not_written, or_unusable
from mynadesk.ledger.store.migrating import prepare
from mynadesk.ledger.store.minutes import minute_of, moment_of
from mynadesk.ledger.store.tables import tables
from mynadesk.words import Words

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine, Row, TableClause

Rows = dict[int, list["Row[Any]"]]
"""Rows by the position of their step."""


class Store:
    """An open store, of our version."""

    def __init__(self, engine: "Engine", place: str, file: bool) -> None:
        self._engine, self._place = engine, place
        self._file = os.stat(place) if file else None

    @contextmanager
    def reading(self) -> "Iterator[Connection]":
        """Around whatever reads. Raises UnusableLedger."""
        self._refuse_another_file()
        with or_unusable(self._place), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self, mend: Words = STEP) -> "Iterator[Connection]":
        """Around whatever writes, whole or not at all. When it is left, all is on the disk.

        Args:
            mend: What is to be done where it was not written.

        Raises:
            Occupied: there is such a row already.
            NotWritten: it was not written, or nobody knows.
            UnusableLedger: the store is not there any more; nothing was written.
        """
        self._refuse_another_file()
        engine = self._engine.execution_options(begin=engines.WRITING)
        with or_not_written(self._place, mend), engine.begin() as connection:
            yield connection

    def add(self, number: str, position: int, taken: Taken) -> None:
        """Write one step, as `writing` does. Raises Occupied where the one before is not there either."""
        with self.writing(STEP if position > 1 else CASE) as connection:
            _add(connection, {"number": number, "position": position}, taken)
            # Looked at afterwards: from the first row on, nobody can drop the case.
            if position > 1 and not _is_there(connection, number, position - 1):
                raise Occupied

    def read(self, number: str) -> CaseFile | None:
        """All that is kept of a case. Raises UnusableLedger."""
        with self.reading() as connection:
            taken = _read(connection, number)
        return CaseFile(number, taken) if taken else None

    def existing(self, numbers: Collection[str]) -> frozenset[str]:
        """Those of the numbers that cases have. Raises UnusableLedger."""
        step = tables().step
        wanted = step.c.number.in_(numbers) & (step.c.position == 1)
        with self.reading() as connection:
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


def open_store(place: str, *, make: bool = True) -> Store:
    """The store at a folder or a URL of PostgreSQL, brought to our version. Raises UnusableLedger.

    `make`: make a file where there is none.
    """
    on_server = is_url(place)
    engine, name = engines.server(place) if on_server else engines.file(place, make=make)
    try:
        prepare(engine, name)
        return Store(engine, name, file=not on_server)
    except BaseException:
        engine.dispose()
        raise


def _add(connection: "Connection", key: dict[str, Any], taken: Taken) -> None:
    into, judged = tables(), taken.judged
    what = {"step": taken.step.value, "state": taken.state.value, "desk": taken.desk}
    connection.execute(into.step.insert(), key | what | {"minute": minute_of(taken.at)})
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


def _is_there(connection: "Connection", number: str, position: int) -> bool:
    step = tables().step
    wanted = (step.c.number == number) & (step.c.position == position)
    return connection.execute(step.select().where(wanted)).first() is not None


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
            moment_of(row.minute),
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
