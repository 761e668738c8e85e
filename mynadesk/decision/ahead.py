"""What is to be reckoned with at the next visit: papers that run out before, and what is then lacking."""

from bisect import bisect_left
from datetime import date, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from mynadesk.decision.case import Case
from mynadesk.decision.decide import decide, procedure_of
from mynadesk.decision.decision import Decision, Outcome
from mynadesk.decision.papers import Paper, judge_paper
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.timeline import NotInForce
from mynadesk.standing import Standing


class RunsOut(NamedTuple):
    """A paper that counts today and will not at a likely next visit."""

    paper: Paper
    last_day: date
    """On which it counts."""


def likely_next_visit(book: Rulebook, case: Case) -> date:
    """The day by which the next visit is likely: the rulebook says how many days are reckoned with."""
    return case.on + timedelta(book.desk.next_visit.within_days)


def running_out(case: Case, decision: Decision) -> list[RunsOut]:
    """The papers that count on the day of the visit, but not as much on that of a likely next one."""
    days = (likely_next_visit(decision.book, case) - case.on).days
    found = []
    for paper in decision.papers:
        if counts(paper):
            after = bisect_left(
                range(1, days + 1), True, key=lambda day: _is_worse(case, decision, paper, day)
            )
            if after < days:
                found.append(RunsOut(paper, case.on + timedelta(after)))
    return found


def _is_worse(case: Case, decision: Decision, paper: Paper, days: int) -> bool:
    """Whether it no longer counts as something so many days later."""
    on = case.on + timedelta(days)
    try:
        rules = procedure_of(decision.book.at(on)).kinds.get(paper.kind)
    except NotInForce:  # nobody knows
        return False
    then = judge_paper(rules, case.documents[paper.index], paper.index, on) if rules else None
    return any(counts_as(paper, class_) and not (then and counts_as(then, class_)) for class_ in paper.sides)


def counts(paper: Paper) -> bool:
    """Whether it counts or may yet count, as any class."""
    return any(counts_as(paper, class_) for class_ in paper.sides)


def counts_as(paper: Paper, class_: str) -> bool:
    """Whether it counts or may yet count as one of a class."""
    return class_ in paper.sides and paper.sides[class_].standing <= Standing.ask


def lacking_then(case: Case, decision: Decision) -> list[Outcome]:
    """The second visit's requirements for which papers of today count on the likely day, but too few.

    No supervisor is reckoned with.
    """
    later = _on_the_likely_day(case, decision) if decision.second_visit is not None else None
    if later is None:
        return []
    then = without_doubtful(later, decide(decision.book, later))
    there = {paper.of for paper in then.papers if counts(paper)}
    missing = (each for each in then.second_visit or () if each.standing is Standing.missing)
    return [each for each in missing if each.reads.owners & there]


def _on_the_likely_day(case: Case, decision: Decision) -> Case | None:
    """The same request then, with the papers that the rules of that day know.

    None where there are no rules for that day, or where they no longer know what is asked for.
    """
    on = likely_next_visit(decision.book, case)
    try:
        book = decision.book.at(on)
    except NotInForce:
        return None
    answers = {**book.who_and_what, **book.fact_values}
    if not set(case.pins) <= book.pins.keys() or any(
        answers.get(name) and value not in answers[name] for name, value in case.facts.items()
    ):
        return None
    known = tuple(each for each in case.documents if each.kind in book.documents.kinds)
    return replace(case, on=on, documents=known)


def without_doubtful(case: Case, decision: Decision) -> Decision:
    """The decision without papers that only a supervisor could accept, and with one of each kind."""
    kept: dict[tuple[str, str], int] = {}
    for paper in decision.papers:
        if counts(paper):
            kept.setdefault((paper.kind, paper.of), paper.index)
    if len(kept) == len(decision.papers):
        return decision
    documents = tuple(case.documents[index] for index in sorted(kept.values()))
    return decide(decision.book, replace(case, documents=documents))
