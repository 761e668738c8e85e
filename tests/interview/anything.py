"""Desks on which anything may have been pressed."""

from collections.abc import Callable
from itertools import accumulate

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from mynadesk.interview.session import Session
from mynadesk.interview.steps import AskChoice, AskPapers, AskPins, Done
from tests.interview.desk import desk, keys_of, state
from tests.interview.ways import SECOND_VISIT, WAYS

USUAL = [
    *"123456789",
    "0",
    "enter",
    "enter",
    "enter",
    ".",
    ".",
    "+",
    "-",
    "*",
    "backspace",
    "up",
    "down",
    "switch",
]
RARE = ["/", "/", "R", "8", "²", "０", "help", "日", " "]
"""What leads to the next person, what writes dates, and what means nothing."""

STARTS = [[]] + [
    start
    for way in (
        *WAYS.values(),
        SECOND_VISIT,
        "1 1 2 E E 2 E",
        "1 1 2 E E 1 1 8.11.23 E",
        "1 1 2 E E 7 5",
        "6 4",
    )
    for start in accumulate(([key] for key in keys_of(way)), lambda done, key: done + key)
]
"""Every beginning of a usual case."""

CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A busy machine is no fault of the desk."""


def sequences(keys: list[str], most: int = 30) -> st.SearchStrategy[list[str]]:
    """Keys in any order; drawn as bytes, which is quick."""
    return st.binary(max_size=most).map(lambda drawn: [keys[byte % len(keys)] for byte in drawn])


def desks(keys: list[str] = USUAL, most: int = 12) -> st.SearchStrategy[Session]:
    """A desk somewhere on a usual way or astray from it."""
    return st.builds(_pressed, st.sampled_from(STARTS), sequences(keys, most))


def _pressed(start: list[str], then: list[str]) -> Session:
    session = desk()
    for key in (*start, *then):
        session.press(key)
    return session


def often(examples: int) -> Callable[..., object]:
    """How many desks a property is tried on."""
    return settings(CALM, max_examples=examples)


def did_something(session: Session, key: str) -> bool:
    """Press a key: whether the desk changed, or said why not."""
    before, restorable = state(session), session.restorable
    session.press(key)
    return bool(session.message) or (state(session), session.restorable) != (before, restorable)


def keys_of_option(key: str) -> list[str]:
    """What is pressed to choose an option from the question itself."""
    return ["enter"] if key == "Enter" else list(key)


def offered_key(session: Session) -> list[str]:
    """One thing the desk offers now that leads towards an end."""
    step = session.step
    if session.field is not None:
        return ["backspace"]
    if session.reason or session.purposes or session.dots or session.cursor is not None:
        return ["0"]
    if isinstance(step, Done):
        return []
    if isinstance(step, AskPapers):
        return ["+"]
    if isinstance(step, AskPins) and session.sheet.pins:
        return ["enter"]
    assert session.options or isinstance(step, AskChoice)
    return keys_of_option(session.options[0].key)
