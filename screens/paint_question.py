"""The question of the moment: what is asked, how it can be answered, and what the last key had to say."""

from mynadesk.dates.entry import Impossible, NotYet, Read, WhichEra
from mynadesk.dates.japanese import both_calendars, english
from mynadesk.interview.options import ENTER, Option
from mynadesk.interview.session import Session
from mynadesk.interview.steps import AskChoice, AskLimit, AskPaper, AskPapers, AskPins
from mynadesk.interview.typing_date import TypedField
from mynadesk.rulebook.schema import Reason
from mynadesk.typeset import width
from mynadesk.words import Words
from screens.paint import current_line, wrapped
from screens.pane import Row

_SHORT = 6
"""Cells up to which an addition stands beside its answer, not under it."""
_MARKS = {True: "[x] ", False: "[ ] "}


def question_rows(session: Session, cells: int) -> list[Row]:
    """Title, hint and answers, or the field of a date that is being typed."""
    if session.field is not None:
        return _field_rows(session, session.field, cells)
    rows = wrapped(_title(session), cells, "strong")
    hint = _hint(session)
    if hint:
        rows += wrapped(hint, cells, "dim")
    rows.append([])
    marked = isinstance(session.step, AskPins) and not session.purposes
    for option in session.options:
        rows += _option_rows(option, cells, marked)
    return [*rows, *_more_rows(session), *_note_rows(session, cells)]


def message_rows(session: Session, cells: int) -> list[Row]:
    """What the last key had to say."""
    return wrapped(session.message, cells, "message") if session.message else []


def _title(session: Session) -> str:
    wording, step = session.wording, session.step
    panel = wording.words.panel
    if session.purposes:
        return wording.fill(panel.find_by_purpose)
    if isinstance(step, AskPaper):
        return paper_title(session, step.paper)
    if isinstance(step, AskLimit):
        return f"{paper_title(session, step.paper)} {wording.fill(panel.limit)}"
    if isinstance(step, AskPapers):
        papers = next(line.label for line in session.lines if line.question == step.question)
        return wording.fill(panel.which_paper, papers=papers)
    if isinstance(step, AskChoice | AskPins):
        return wording.fill(session.book.desk.questions[step.question].ask)
    return ""


def paper_title(session: Session, index: int) -> str:
    """A paper and whose it is."""
    wording = session.wording
    kind = session.book.documents.kinds[session.sheet.papers[index].kind]
    return f"{wording.fill(kind.label)}({wording.fill(kind_owner(session, index))})"


def kind_owner(session: Session, index: int) -> Words:
    """The words for whose paper it is."""
    owner = session.sheet.papers[index].of
    return next(q.label for q in session.book.desk.questions.values() if q.papers_of == owner)


def _hint(session: Session) -> str:
    step, wording = session.step, session.wording
    if isinstance(step, AskPapers):
        outcomes = session.lines[place].outcomes if (place := current_line(session)) is not None else ()
        return wording.listed(filter(None, map(wording.bring, outcomes)))
    if isinstance(step, AskPaper):
        kind = session.book.documents.kinds[_kind(session, step.paper)]
        return wording.fill(session.book.documents.classes[kind.class_].look_at)
    if not isinstance(step, AskChoice | AskPins) or session.purposes:
        return ""
    hint = session.book.desk.questions[step.question].hint
    filled = wording.fill(hint, **_told(session)) if hint else ""
    return "" if "{" in filled else filled


def _told(session: Session) -> dict[str, str]:
    """What a hint may be filled with, as far as it is known."""
    wording, facts = session.wording, session.look.facts
    told = {"first_birth_date": wording.first_birth_date(session.on)}
    for fact, value in facts.items():
        entry = session.book.listed(fact).get(value) if isinstance(value, str) else None
        if isinstance(entry, Reason):
            told["proof"] = wording.fill(entry.proof)
    return told


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
    words, wording = session.wording.words.panel, session.wording
    if isinstance(session.step, AskPins):
        does = wording.fill(words.pins_by_number if session.purposes else words.purposes)
        return [[(". ", "key"), (does, "plain")]]
    if session.pages == 1:
        return []
    lists = wording.fill(words.more_lists, page=str(session.dots + 1), pages=str(session.pages))
    return [[(". ", "key"), (lists, "plain")]]


def _kind(session: Session, paper: int) -> str:
    return session.sheet.papers[paper].kind


def _note_rows(session: Session, cells: int) -> list[Row]:
    """Notices that bear on the answer."""
    decision, step = session.look.decision, session.step
    rows: list[Row] = []
    for _, notice in decision.notes if decision else ():
        beside = isinstance(step, AskChoice) and step.question in notice.beside
        about = isinstance(step, AskPaper) and session.sheet.papers[step.paper].kind in (
            notice.when.papers or ()
        )
        if beside or about:
            rows += [[], *wrapped(session.wording.fill(notice.text), cells, "missing")]
    return rows


def _field_rows(session: Session, field: TypedField, cells: int) -> list[Row]:
    wording = session.wording
    what = wording.fill(session.book.documents.properties[field.property].label)
    rows = wrapped(paper_title(session, field.index), cells, "strong")
    rows += [[], [(wording.fill(wording.words.panel.type_date, what=what), "strong")]]
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
