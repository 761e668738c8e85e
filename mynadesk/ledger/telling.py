"""Where a case stands, in a sentence."""

from datetime import tzinfo

from mynadesk.ledger.case_file import CaseFile
from mynadesk.ledger.labels import STATES
from mynadesk.ledger.states import MOVES, State, Step
from mynadesk.rulebook.book import Rulebook
from mynadesk.words import Words


def ready_for_second_visit(file: CaseFile) -> bool:
    """Whether the second visit can be decided now."""
    return Step.decide in MOVES[file.state]


def worth_telling(file: CaseFile, desk: str) -> bool:
    """Whether a clerk who takes the second visit has to be told where the case stands: it waits elsewhere, or
    for something else than the reply."""
    return file.state is not State.letter_sent or {file.opened.desk, file.last.desk} != {desk}


def where_it_stands(file: CaseFile, book: Rulebook, zone: tzinfo | None = None) -> Words:
    """State, day and desk of the last step, and the desk that opened it. `zone`: else the system's."""
    state, last = STATES[file.state], file.last
    day = last.at.astimezone(zone)
    there, first = _desk(book, last.desk), _desk(book, file.opened.desk)
    return Words(
        f"この受付は「{state.ja}」です({day.month}月{day.day}日、{there.ja})。1回目は{first.ja}で受け付けました。",
        f'The case stands at "{state.en}" ({day:%Y-%m-%d}, {there.en}). The first visit was at: {first.en}.',
    )


def _desk(book: Rulebook, desk: str) -> Words:
    """A desk that the rules no longer name goes by its id."""
    office = book.rulebook.offices.get(desk)
    return office.label if office else Words(desk, desk)
