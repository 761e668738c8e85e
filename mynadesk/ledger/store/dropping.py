"""Old cases are dropped. What was done in them stays as counts."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, tzinfo
from typing import TYPE_CHECKING

from mynadesk.ledger.count import Count, What
from mynadesk.ledger.states import MOVES, State
from mynadesk.ledger.store.counting import add_counts
from mynadesk.ledger.store.looking import ended, of_cases, read_steps
from mynadesk.ledger.store.minutes import day_of
from mynadesk.ledger.store.tables import tables

if TYPE_CHECKING:
    from sqlalchemy import Connection

ENDS = tuple(state for state, moves in MOVES.items() if not moves)
"""The states in which a case may be dropped. An open one waits for somebody, however old it is."""
AT_ONCE = 200
"""Cases in one transaction: other desks wait meanwhile."""
_ALONE = "LOCK TABLE step IN SHARE ROW EXCLUSIVE MODE"
"""For PostgreSQL: a desk that undoes the last step comes before or after, and nobody else drops the same."""


def count_old(connection: "Connection", before: int) -> int:
    """How many cases ended before this minute."""
    from sqlalchemy import func, select

    step = tables().step
    found = connection.scalar(select(func.count()).select_from(step).where(ended(ENDS, before)))
    return found or 0


def drop_some(connection: "Connection", before: int, today: date, zone: tzinfo | None) -> dict[State, int]:
    """Drop cases that ended before this minute, at most `AT_ONCE`. How many, by where they stood."""
    step = tables().step
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(_ALONE)
    query = step.select().where(ended(ENDS, before)).limit(AT_ONCE)
    stood = {row.number: State(row.state) for row in connection.execute(query)}
    if stood:
        add_counts(connection, [*_done(connection, stood, zone), *_dropped(connection, stood, today)])
        for table in reversed(tables().of_cases):
            connection.execute(table.delete().where(table.c.number.in_([*stood])))
    return Counter(stood.values())


def _done(connection: "Connection", stood: dict[str, State], zone: tzinfo | None) -> Iterator[Count]:
    """What the cases' steps add to the days on which they were taken."""
    times: Counter[tuple[date, str, str]] = Counter()
    for row in read_steps(connection, of_cases([*stood])):
        times[day_of(row.minute, zone), row.desk, row.step] += row.times
    for (day, desk, name), count in times.items():
        yield Count(day, desk, What.step, name, count)


def _dropped(connection: "Connection", stood: dict[str, State], today: date) -> Iterator[Count]:
    """The cases themselves, at the desks that had opened them."""
    step = tables().step
    first = step.select().where(of_cases([*stood]) & (step.c.position == 1))
    times = Counter((row.desk, stood[row.number]) for row in connection.execute(first))
    for (desk, state), count in times.items():
        yield Count(today, desk, What.dropped, state.value, count)
