"""Somebody who works the desk without a slip: for each question the key that tells what is so in a scene."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from mynadesk.decision.case import Case, Document
from mynadesk.interview.answering import may_count
from mynadesk.interview.session import Session
from mynadesk.interview.sheet import choices_of, facts_of, key_text
from mynadesk.interview.steps import AskChoice, AskLimit, AskPaper, AskPapers, AskPins, Done

_MOST_KEYS = 200


def play(session: Session, case: Case) -> list[str]:
    """Press keys until nothing is asked any more; the keys."""
    pressed: list[str] = []
    while len(pressed) < _MOST_KEYS:
        keys = list(next_keys(session, case))
        if not keys:
            return pressed
        for key in keys:
            session.press(key)
            pressed.append(key)
    raise AssertionError(f"A dead end at {session.step} after {pressed}")


def next_keys(session: Session, case: Case) -> Iterator[str]:
    """The keys that answer what is asked now; none at the end."""
    if session.cursor is not None:
        yield from _corrections(session, case)
        return
    match session.step:
        case AskChoice(question):
            yield from _choice(session, question, case.facts)
        case AskPins():
            yield from _pins(session, case)
        case AskPapers(_, owner):
            yield from _papers(session, owner, case)
        case AskPaper(index):
            yield from _paper(session, index, case)
        case AskLimit(index, property_, limit):
            day = _document(session, index, case).seen[property_]
            first = date.fromisoformat(str(session.book.figures[limit].value))
            wanted = "since" if day >= first else "before"
            yield from next(
                key_text(each.key) for each in session.book.desk.paper.limits if each.side == wanted
            )
        case Done():
            yield from _corrections(session, case)


def _choice(session: Session, question: str, facts: dict[str, Any]) -> str:
    choices = choices_of(session.book, session.book.desk.questions[question])
    fitting = {
        key: len(choice.sets)
        for key, choice in choices.items()
        if choice.sets and all(facts.get(name) == value for name, value in choice.sets.items())
    }
    later = [key for key, choice in choices.items() if choice.later]
    return max(fitting, key=lambda key: fitting[key]) if fitting else later[0]


def _pins(session: Session, case: Case) -> Iterator[str]:
    missing = [pin for pin in case.pins if pin not in session.sheet.pins]
    yield str(session.book.pins[missing[0]].number) if missing else "enter"


def _known_to_the_desk(session: Session, owner: str, case: Case) -> list[Document]:
    """The papers that the desk takes: it refuses a kind that never counts for its owner."""
    return [each for each in case.documents if each.of == owner and may_count(session.book, each.kind, owner)]


def _papers(session: Session, owner: str, case: Case) -> str:
    entered = sum(paper.of == owner for paper in session.sheet.papers)
    papers = _known_to_the_desk(session, owner, case)
    if entered == len(papers):
        return "+"
    return key_text(session.book.documents.kinds[papers[entered].kind].key)


def _document(session: Session, index: int, case: Case) -> Document:
    paper = session.sheet.papers[index]
    before = sum(other.of == paper.of for other in session.sheet.papers[:index])
    return _known_to_the_desk(session, paper.of, case)[before]


def _paper(session: Session, index: int, case: Case) -> Iterator[str]:
    """First what is not in order, then a date that is borne, then Enter."""
    seen, told = _document(session, index, case).seen, session.sheet.papers[index].seen
    for exception in session.book.desk.paper.exceptions:
        if exception.sets and all(
            seen.get(name) == value and told.get(name) != value for name, value in exception.sets.items()
        ):
            yield key_text(exception.key)
            return
    for exception in session.book.desk.paper.exceptions:
        day = seen.get(exception.types or "")
        if isinstance(day, date) and exception.types not in told:
            yield from (key_text(exception.key), *day.isoformat().replace("-", ""), "enter")
            return
    yield "enter"


def _corrections(session: Session, case: Case) -> Iterator[str]:
    """What the desk took for granted and is not so: go to its line and answer."""
    told = facts_of(session.book, session.sheet)
    for line in session.lines:
        if isinstance(line.step, AskChoice) and line.told and line.question not in session.sheet.answers:
            key = _choice(session, line.question, case.facts)
            sets = choices_of(session.book, session.book.desk.questions[line.question])[key].sets
            if any(told.get(name) != value for name, value in sets.items()):
                at = session.cursor
                if at is not None and session.lines[at].question == line.question:
                    yield key
                else:
                    yield "-"
                return
