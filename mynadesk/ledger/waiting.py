"""Open cases: who has to do something next, and since when."""

from datetime import datetime

import msgspec

from mynadesk.ledger.case_file import CaseFile
from mynadesk.ledger.states import MOVES, State

OPEN = tuple(state for state, moves in MOVES.items() if moves)


class Waiting(msgspec.Struct, frozen=True):
    """An open case, as far as a list of them tells."""

    number: str
    state: State
    desk: str
    """Which opened it, and has its letter."""
    opened: datetime
    since: datetime
    """When it came to stand there; a step that was undone counts for nothing. To the minute, UTC."""


def waiting(file: CaseFile) -> Waiting:
    """What a list tells of an open case."""
    return Waiting(file.number, file.state, file.opened.desk, file.opened.at, file.last.at)
