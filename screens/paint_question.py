"""The question of the moment: what is asked, how it can be answered, and what the last key had to say."""

from mynadesk.dates.entry import Impossible, NotYet, Read, WhichEra
from mynadesk.dates.japanese import both_calendars, english
from mynadesk.interview.options import ENTER, Option
from mynadesk.interview.question import hint, notices, other_lists, paper_title, title
from mynadesk.interview.session import Session
from mynadesk.interview.steps import AskPins
from mynadesk.interview.typing_date import TypedField
from mynadesk.typeset import width
from screens.paint import wrapped
from screens.pane import Row

_SHORT = 6
"""Cells up to which an addition stands beside its answer, not under it."""
_MARKS = {True: "[x] ", False: "[ ] "}


def question_rows(session: Session, cells: int) -> list[Row]:
    """Title, hint and answers, or the field of a date that is being typed."""
    if session.field is not None:
        return _field_rows(session, session.field, cells)
    rows = wrapped(title(session), cells, "strong")
    if to_look_at := hint(session):
        rows += wrapped(to_look_at, cells, "dim")
    rows.append([])
    marked = isinstance(session.step, AskPins) and not session.purposes
    for option in session.options:
        rows += _option_rows(option, cells, marked)
    return [*rows, *_more_rows(session), *_notice_rows(session, cells)]


def message_rows(session: Session, cells: int) -> list[Row]:
    """What the last key had to say."""
    return wrapped(session.message, cells, "message") if session.message else []


def _option_rows(option: Option, cells: int, marked: bool) -> list[Row]:
    key = option.key.lstrip(".") if option.key[-1].isdigit() else option.key
    mark = _MARKS[option.chosen] if marked else ""
    head = f"{key} "
    beside = f" {option.more}" if 0 < width(option.more) <= _SHORT else ""
    role = "strong" if option.chosen else "plain"
    rows = keyed(key, mark + option.label, cells - width(beside), role)
    if not option.more:
        return rows
    if beside:
        return [*rows[:-1], [*rows[-1], (beside, "dim")]]
    indent = " " * (width(head) + width(mark))
    more = wrapped(option.more, cells - width(indent), "dim")
    return [*rows, *([(indent, "dim"), *row] for row in more)]


def _more_rows(session: Session) -> list[Row]:
    """How to come to the other lists."""
    text = other_lists(session)
    return [[(". ", "key"), (text, "plain")]] if text else []


def _notice_rows(session: Session, cells: int) -> list[Row]:
    return [row for text in notices(session) for row in ([], *wrapped(text, cells, "missing"))]


def _field_rows(session: Session, field: TypedField, cells: int) -> list[Row]:
    rows = wrapped(paper_title(session, field.index), cells, "strong")
    rows += [[], [(title(session), "strong")]]
    rows += [*keyed(">", field.text + "_", cells, "strong"), []]
    return [*rows, *_reading_rows(session, field, cells)]


def keyed(key: str, text: str, cells: int, role: str = "plain") -> list[Row]:
    """What a key does: the key, and beside it as many rows as the text takes."""
    head = f"{key} "
    blank = " " * width(head)
    rows = wrapped(text, cells - width(head), role)
    return [[(head if place == 0 else blank, "key"), *row] for place, row in enumerate(rows)]


def _reading_rows(session: Session, field: TypedField, cells: int) -> list[Row]:
    wording = session.wording
    match field.reading:
        case Read(day):
            text = both_calendars(day) if wording.language == "ja" else english(day)
            return keyed(ENTER, text, cells, "strong")
        case WhichEra(choices):
            ask = wording.fill(wording.words.panel.which_era)
            rows = wrapped(ask, cells, "plain") if field.choosing else keyed(ENTER, ask, cells)
            for number, (words, day) in enumerate(choices, 1):
                key = str(number) if field.choosing else " "  # until then digits are typed
                rows += keyed(key, f"{words.in_(wording.language)} ({day})", cells)
            return rows
        case Impossible(why):
            return wrapped(why.in_(wording.language), cells, "message")
        case NotYet(hint):
            return wrapped(hint.in_(wording.language), cells, "message" if field.tried else "dim")
    return []
