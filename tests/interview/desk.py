"""A desk that is worked by keys written as text, such as "1 1 2 E E 1 E"."""

from collections.abc import Callable, Iterator
from copy import copy
from datetime import date
from typing import NamedTuple

from mynadesk.decision.decision import Decision
from mynadesk.interview.session import Session
from mynadesk.interview.sheet import PaperSeen, Sheet, choices_of, key_text
from mynadesk.interview.steps import Step
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.standing import Standing
from mynadesk.wording import Wording

BOOK = load_rulebook(shipped_rules())
JAPANESE = Wording(BOOK, "ja")
ON = date(2026, 11, 23)

_NAMED = {"E": "enter", "BS": "backspace", "UP": "up", "DOWN": "down", "SW": "switch"}


class State(NamedTuple):
    """All that a key can change, and the clerk can see, except a message."""

    sheet: Sheet
    step: Step
    cursor: int | None
    dots: int
    purposes: bool
    reason: bool
    typed: tuple[str, bool] | None


def keys_of(keys: str) -> list[str]:
    """The names of the keys: tokens parted by blanks, each a named key or characters typed one by one."""
    return [key for token in keys.split() for key in ([_NAMED[token]] if token in _NAMED else token)]


def desk(keys: str = "", today: Callable[[], date] = lambda: ON) -> Session:
    """A desk with the shipped rulebook on which these keys were pressed."""
    return press(Session(BOOK, JAPANESE, today), keys)


def press(session: Session, keys: str) -> Session:
    """The same desk after these keys."""
    for key in keys_of(keys):
        session.press(key)
    return session


def along(keys: str) -> Iterator[Session]:
    """The desk after each of the keys, the fresh one first; nothing done to one touches the others."""
    session = desk()
    yield fork(session)
    for key in keys_of(keys):
        session.press(key)
        yield fork(session)


def fork(session: Session) -> Session:
    """A desk in the same state, to try a key on."""
    twin = copy(session)
    twin.field = copy(session.field)
    return twin


def state(session: Session) -> State:
    """What the desk is in now."""
    field = session.field
    typed = (field.text, field.choosing) if field else None
    return State(
        session.sheet,
        session.step,
        session.cursor,
        session.dots,
        session.purposes,
        session.reason,
        typed,
    )


def decision(session: Session) -> Decision:
    """What was decided so far."""
    assert session.look.decision is not None
    return session.look.decision


def stands(session: Session) -> dict[str, Standing]:
    """How each requirement stands."""
    return {each.id: each.standing for each in decision(session).requirements}


def paper(session: Session, place: int = -1) -> PaperSeen:
    """A paper on the counter, the newest if none is named."""
    return session.sheet.papers[place]


def message(name: str, **more: str) -> str:
    """One of the desk's messages, by its name in the rulebook's words."""
    return JAPANESE.fill(getattr(BOOK.words.messages, name), **more)


def key_of(question: str, **sets: object) -> str:
    """The key of the answer to a question that tells just these facts."""
    choices = choices_of(BOOK, BOOK.desk.questions[question])
    return next(key for key, choice in choices.items() if choice.sets == sets)


def paper_key(kind: str) -> str:
    """The key of a kind of paper."""
    return key_text(BOOK.documents.kinds[kind].key)
