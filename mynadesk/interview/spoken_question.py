"""The question of the moment for ears: what is looked at, what is asked, and which key gives which answer."""

from mynadesk.dates.entry import WhichEra
from mynadesk.dates.sentences import START
from mynadesk.interview.options import ENTER, Option
from mynadesk.interview.question import hint, other_lists, paper_title, title
from mynadesk.interview.result import said_now
from mynadesk.interview.session import Session
from mynadesk.interview.speech import enumerated, headed, sentences
from mynadesk.interview.spoken_case import case_line
from mynadesk.interview.steps import AskLimit, AskPaper, AskPins
from mynadesk.interview.typing_date import TypedField
from mynadesk.typeset import width
from mynadesk.wording import Wording

_SHORT = 6
"""Cells up to which an addition needs no brackets around it."""


def checks(session: Session) -> list[str]:
    """What is found out by the question; that at the end all is told is no part of it."""
    wording, found = session.wording, None if session.look.final else said_now(session)
    return [headed(wording, found.heading, sentences(wording, *found.texts))] if found else []


def head(session: Session) -> str:
    """What is asked, with a hint; before it the line that is gone back to."""
    wording = session.wording
    if session.field is not None:
        return sentences(wording, paper_title(session, session.field.index), title(session))
    change = ""
    if session.cursor is not None:
        change = wording.fill(wording.words.panel.change, line=case_line(session, session.cursor))
    return sentences(wording, change, title(session), hint(session))


def answers(session: Session, chosen: bool = False) -> str:
    """The answers of the list that is open, each with its key; `chosen`: and which PINs are chosen."""
    wording = session.wording
    if session.field is not None:
        return _of_field(wording, session.field)
    chosen = chosen and isinstance(session.step, AskPins) and not session.purposes
    keyed = _keyed(wording, session.options, chosen)
    more = other_lists(session)
    return enumerated(wording, [*keyed, f". {more}"] if more else keyed)


def paper_in_question(session: Session) -> int | None:
    """The paper that is asked about, or a date of it."""
    if session.field is not None:
        return session.field.index
    return session.step.paper if isinstance(session.step, AskPaper | AskLimit) else None


def _keyed(wording: Wording, options: list[Option], chosen: bool) -> list[str]:
    """Each answer with its key; one that Enter gives as well is said once."""
    labels = [option.label for option in options]
    found = []
    for option in options:
        key = option.key.lstrip(".") if option.key[-1].isdigit() else option.key
        if labels.count(option.label) > 1 and ENTER in (option.key, options[0].key):
            if option.key == ENTER:
                continue
            key = wording.fill(wording.words.ask.either, first=ENTER, second=key)
        found.append(f"{key} {_label(wording, option, chosen)}")
    return found


def _label(wording: Wording, option: Option, chosen: bool) -> str:
    words = wording.words.ask
    label = wording.fill(words.chosen, label=option.label) if chosen and option.chosen else option.label
    if not option.more:
        return label
    if width(option.more) <= _SHORT or option.more[0] == "(":
        return f"{label} {option.more}"
    return wording.fill(words.more, label=label, more=option.more)


def _of_field(wording: Wording, field: TypedField) -> str:
    """How a date is typed, or of which eras it can be."""
    words, reading, language = wording.words, field.reading, wording.language
    leave = wording.fill(words.ask.leave_date)
    if not (field.choosing and isinstance(reading, WhichEra)):
        return sentences(wording, START.in_(language), leave)
    eras = [f"{key} {era.in_(language)} ({day})" for key, (era, day) in enumerate(reading.choices, 1)]
    return sentences(wording, wording.fill(words.panel.which_era), enumerated(wording, eras), leave)
