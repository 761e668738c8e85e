"""Many cases at once: what was done, what waits, what has ended."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

from mynadesk.ledger.case_file import CaseFile, Taken
from mynadesk.ledger.states import State, Step
from mynadesk.ledger.store.minutes import moment_of
from mynadesk.ledger.store.tables import tables

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Row, TableClause
    from sqlalchemy.sql import FromClause


def read_steps(connection: "Connection", wanted: "ColumnElement[bool]") -> "list[Row[Any]]":
    """Minute, desk, step and how often, of the wanted steps; undone ones and undos left out."""
    from sqlalchemy import func, select

    step = tables().step
    columns = (step.c.minute, step.c.desk, step.c.step)
    stand = (step.c.step != Step.undo.value) & ~_followed(step, Step.undo)
    query = select(*columns, func.count().label("times")).where(wanted, stand).group_by(*columns)
    return [*connection.execute(query)]


def within(minutes: range) -> "ColumnElement[bool]":
    """Steps of these minutes."""
    minute = tables().step.c.minute
    return (minute >= minutes.start) & (minute < minutes.stop)


def of_cases(numbers: Collection[str]) -> "ColumnElement[bool]":
    """Steps of these cases."""
    return tables().step.c.number.in_(numbers)


def read_files(connection: "Connection", states: Iterable[State]) -> tuple[CaseFile, ...]:
    """The cases that stand in one of the states, without their decisions."""
    from sqlalchemy import select

    step = tables().step
    last = step.alias("last")
    here = select(last.c.number).where(last.c.state.in_([*states]), ~_followed(last))
    found: dict[str, list[Taken]] = {}
    query = step.select().where(step.c.number.in_(here)).order_by(step.c.number, step.c.position)
    for row in connection.execute(query):
        taken = Taken(Step(row.step), State(row.state), row.desk, moment_of(row.minute))
        found.setdefault(row.number, []).append(taken)
    return tuple(CaseFile(number, tuple(taken)) for number, taken in found.items())


def ended(states: Iterable[State], before: int) -> "ColumnElement[bool]":
    """Last steps of the cases that came to one of the states before this minute."""
    step = tables().step
    return step.c.state.in_([*states]) & (step.c.minute < before) & ~_followed(step)


def _followed(step: "TableClause | FromClause", by: Step | None = None) -> "ColumnElement[bool]":
    """Whether there is a step after this one, of this kind where one is named."""
    from sqlalchemy import exists, select

    after = tables().step.alias("after")
    next_ = (after.c.number == step.c.number) & (after.c.position == step.c.position + 1)
    wanted = next_ if by is None else next_ & (after.c.step == by.value)
    return exists(select(after.c.number).where(wanted))
