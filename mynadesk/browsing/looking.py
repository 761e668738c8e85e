"""The entries behind the line of the desk that is looked at."""

from collections.abc import Iterator

from mynadesk.browsing.entries import rule_of
from mynadesk.interview.question import current_line
from mynadesk.interview.result import outcomes_looked_at
from mynadesk.interview.session import Session
from mynadesk.interview.steps import AskPaper
from mynadesk.proof.holes import Rule


def rules_looked_at(session: Session) -> tuple[Rule, ...]:
    """The requirements behind the line that is asked about, or at the end behind the worst line; then the
    paper, the PINs, the request or the reason that the line tells. None where nothing stands behind it."""
    return tuple(dict.fromkeys([*_required(session), *_told(session)]))


def _required(session: Session) -> Iterator[Rule]:
    """Of how the case stands now; the worst first."""
    named = {id(entry): name for name, entry in session.book.requirements.items()}
    for outcome in sorted(outcomes_looked_at(session), key=lambda each: each.standing, reverse=True):
        if id(outcome.rule) in named:
            yield rule_of("requirements", named[id(outcome.rule)])


def _told(session: Session) -> Iterator[Rule]:
    place = current_line(session)
    if place is None:
        return
    line, facts = session.lines[place], session.look.facts
    if isinstance(line.step, AskPaper):
        yield rule_of("kinds", session.sheet.papers[line.step.paper].kind)
    question = session.book.desk.questions[line.question]
    if question.asks_for:
        yield from (rule_of("pins", pin) for pin in session.sheet.pins)
    if question.listed == "operation" and "operation" in facts:
        yield rule_of("operations", facts["operation"])
    elif question.listed and facts.get(question.listed) in session.book.listed(question.listed):
        yield rule_of("reasons", facts[question.listed])
