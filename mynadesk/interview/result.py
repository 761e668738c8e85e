"""What a session has come to, in words: the verdict, what is said and done, and the rule behind a line."""

from typing import NamedTuple

from mynadesk.decision.decision import Outcome
from mynadesk.interview.ahead import ahead
from mynadesk.interview.lines import is_missing_for_good, judged_papers, paper_text
from mynadesk.interview.question import current_line, is_answered
from mynadesk.interview.session import Session


class Verdict(NamedTuple):
    """The verdict line."""

    title: str
    details: tuple[str, ...]
    """What is open, part by part."""
    band: str
    """The word of the verdict, or "open" while there is none, or none is shown."""


class Section(NamedTuple):
    """A heading and what stands under it, sentence by sentence."""

    heading: str
    texts: list[str]


class RuleBehind(NamedTuple):
    """Why a requirement stands as it does."""

    title: str
    rule: str
    papers: list[str]
    """Each paper that does not (yet) count, and why."""
    places: list[tuple[str, list[str]]]
    """Where it is published: layer and title, and the places there."""


def verdict(session: Session) -> Verdict:
    """How the case stands."""
    wording, look = session.wording, session.look
    words = wording.words.verdicts
    if session.silent:
        return Verdict(wording.fill(words.silent), (), "open")
    if session.fresh:
        return Verdict(wording.fill(words.begin), (), "open")
    if look.decision is None or look.verdict is None:
        open_ = [line.label for line in session.lines if not line.outcomes and not is_answered(session, line)]
        return Verdict(wording.fill(words.ask), tuple(open_), "open")
    title = wording.headline(look.decision, look.final)
    return Verdict(title, tuple(wording.details(look.decision)), look.verdict)


def said_now(session: Session) -> Section | None:
    """What is found out by the question of the moment; at the end what is to be told."""
    wording, look, panel = session.wording, session.look, session.wording.words.panel
    if session.silent:
        return None
    if look.final and look.decision:
        if told := wording.tell(look.decision):
            return Section(wording.fill(panel.tell), told)
        texts = wording.to_check(look.decision)
    else:
        place = current_line(session)
        outcomes = session.lines[place].outcomes if place is not None and look.whole else ()
        texts = [text for text in map(wording.asked, outcomes) if text]
    return Section(wording.fill(panel.check), texts) if texts else None


def sections(session: Session) -> list[Section]:
    """Everything that is to be said once nothing is left to ask."""
    decision, wording = session.look.decision, session.wording
    if decision is None or session.silent:
        return []
    panel = wording.words.panel
    found = [
        (panel.tell, [*wording.tell(decision), *wording.new_pins(decision)]),
        (panel.check, wording.to_check(decision) if decision.flow else []),
        (panel.second_visit, [*ahead(wording, session.look), *wording.needed_next(decision)]),
        (panel.notes, wording.notes(decision, session.look.whole)),
        (panel.advice, [f"{name}: {text}" for name, text in wording.advice(decision)]),
    ]
    return [Section(wording.fill(heading), texts) for heading, texts in found if texts]


def rules_behind(session: Session) -> list[RuleBehind]:
    """The rules behind the line that is looked at, else behind the worst line."""
    wording, decision = session.wording, session.look.decision
    found = []
    for outcome in outcomes_looked_at(session):
        standing = wording.standing(outcome.standing, is_missing_for_good(session.look))
        places: dict[str, list[str]] = {}
        for place in wording.places(wording.sources(outcome, decision)) if decision else []:
            places.setdefault(f"{place.layer} {place.title}", []).extend([place.part] if place.part else [])
        title = f"{wording.label(outcome)} {standing}"
        papers = _papers_that_fail(session, outcome)
        found.append(RuleBehind(title, wording.rule(outcome), papers, list(places.items())))
    return found


def outcomes_looked_at(session: Session) -> tuple[Outcome, ...]:
    """The requirements behind the current line, else behind the worst line."""
    place = current_line(session)
    if place is not None and session.lines[place].outcomes:
        return session.lines[place].outcomes
    if session.cursor is not None or not session.lines:
        return ()
    return max(
        (line for line in session.lines), key=lambda line: -1 if line.standing is None else line.standing
    ).outcomes


def _papers_that_fail(session: Session, outcome: Outcome) -> list[str]:
    wording, found = session.wording, []
    for _, told, judged in judged_papers(session.look):
        problems = wording.paper_problems(judged, told.seen) if judged.of in outcome.reads.owners else []
        if problems:
            found.append(f"{paper_text(wording, told, judged)}: {''.join(problems)}")
    return found
