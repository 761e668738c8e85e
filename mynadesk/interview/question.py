"""The question of the moment in words: what is asked, what to look at, and what bears on the answer."""

from mynadesk.interview.ahead import beside_question
from mynadesk.interview.lines import Line
from mynadesk.interview.session import Session
from mynadesk.interview.steps import AskChoice, AskLimit, AskPaper, AskPapers, AskPins
from mynadesk.rulebook.schema import Reason


def current_line(session: Session) -> int | None:
    """The line about which the desk is asking."""
    if session.cursor is not None:
        return session.cursor
    step = session.step
    places = enumerate(session.lines)
    if isinstance(step, AskPapers):
        return next((place for place, line in places if line.question == step.question), None)
    return next((place for place, line in places if line.step == step), None)


def is_answered(session: Session, line: Line) -> bool:
    """Whether nothing more is asked of a line; PINs are answered once Enter has taken them."""
    return line.told and (session.sheet.pins_told or not isinstance(line.step, AskPins))


def title(session: Session) -> str:
    """What is asked; nothing where nothing is."""
    wording, step = session.wording, session.step
    panel = wording.words.panel
    if session.field is not None:
        what = session.book.documents.properties[session.field.property].label
        return wording.fill(panel.type_date, what=wording.fill(what))
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
    return f"{wording.fill(kind.label)}({_owner(session, index)})"


def _owner(session: Session, index: int) -> str:
    """Whose paper it is, as its line in the case says, where it has one."""
    owner = session.sheet.papers[index].of
    name, question = next(
        (name, each) for name, each in session.book.desk.questions.items() if each.papers_of == owner
    )
    own = (line.label for line in session.lines if line.question == name and line.label)
    return next(own, session.wording.fill(question.label))


def hint(session: Session) -> str:
    """What to look at for the answer; nothing where that is plain."""
    step, wording = session.step, session.wording
    if isinstance(step, AskPapers):
        outcomes = session.lines[place].outcomes if (place := current_line(session)) is not None else ()
        return wording.listed(filter(None, map(wording.bring, outcomes)))
    if isinstance(step, AskPaper):
        kind = session.book.documents.kinds[session.sheet.papers[step.paper].kind]
        return wording.fill(session.book.documents.classes[kind.class_].look_at)
    if not isinstance(step, AskChoice | AskPins) or session.purposes:
        return ""
    words = session.book.desk.questions[step.question].hint
    filled = wording.fill(words, **_told(session)) if words else ""
    return "" if "{" in filled else filled


def _told(session: Session) -> dict[str, str]:
    """What a hint may be filled with, as far as it is known."""
    wording, facts = session.wording, session.look.facts
    told = {
        "first_birth_date": wording.first_birth_date(session.on),
        "first_issue_date": wording.first_issue_date(session.on),
    }
    for fact, value in facts.items():
        entry = session.book.listed(fact).get(value) if isinstance(value, str) else None
        if isinstance(entry, Reason):
            told["proof"] = wording.fill(entry.proof)
    return told


def other_lists(session: Session) -> str:
    """What `.` leads to; nothing where there is one list only."""
    words, wording = session.wording.words.panel, session.wording
    if isinstance(session.step, AskPins):
        return wording.fill(words.pins_by_number if session.purposes else words.purposes)
    if session.pages == 1:
        return ""
    return wording.fill(words.more_lists, page=str(session.dots + 1), pages=str(session.pages))


def notices(session: Session) -> list[str]:
    """Notices that bear on the answer."""
    if session.silent:
        return []
    decision, step = session.look.decision, session.step
    found = beside_question(session)
    for _, notice in decision.notes if decision else ():
        beside = isinstance(step, AskChoice) and step.question in notice.beside
        about = isinstance(step, AskPaper) and session.sheet.papers[step.paper].kind in (
            notice.when.papers or ()
        )
        if beside or about:
            found.append(session.wording.fill(notice.text))
    return found
