"""Desks in every kind of state that a screen has to show."""

from collections.abc import Iterator
from functools import cache

from mynadesk.interview.session import Session
from tests.interview.desk import along, desk, fork, press, state
from tests.interview.ways import (
    DECLINED_PINS,
    DECLINED_VISITORS,
    INCOMPLETE,
    MORE_WAYS,
    OPEN,
    PARTIAL,
    SECOND_VISIT,
    SUPERVISOR,
    WAYS,
)

_ASIDE = ("*", ".", "..", "-", "- - -", "- *", "- - *", "- - - *", "7", "E")
"""What is looked at from anywhere: reasons, lists, lines; and keys that have only something to say."""
_DATES = ("", "R8", "R8.11.23", "8.11.23", "8.11.23 E", "36.5.1 E", "20260230 E", "H36.5.1", "１" * 11)
_TABLES = (WAYS, MORE_WAYS, DECLINED_VISITORS, SUPERVISOR, INCOMPLETE, DECLINED_PINS, PARTIAL, OPEN)


@cache
def usual_desks() -> tuple[Session, ...]:
    """After each key of each case, every state once. To be looked at only."""
    return tuple(_each_state(SECOND_VISIT, *(keys for table in _TABLES for keys in table.values())))


@cache
def desks_looking_aside() -> tuple[Session, ...]:
    """All of these, and from most of them what can be looked at. To be looked at only."""
    return tuple(_desks_looking_aside())


def _each_state(*ways: str) -> Iterator[Session]:
    seen = []
    for keys in ways:
        for session in along(keys):
            if state(session) not in seen:
                seen.append(state(session))
                yield session


def _desks_typing_dates() -> Iterator[Session]:
    """While a date is typed: of expiry, and of issue."""
    for field in ("1 1 2 E E 1 1", "1 1 2 E E 2 E 3"):
        for text in _DATES:
            yield desk(f"{field} {text}")


def _desks_looking_aside() -> Iterator[Session]:
    yield from usual_desks()
    for session in _each_state(SECOND_VISIT, *WAYS.values(), *SUPERVISOR.values(), *PARTIAL.values()):
        yield from (press(fork(session), keys) for keys in _ASIDE if session.field is None)
    yield from _desks_typing_dates()
