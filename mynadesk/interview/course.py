"""Which question comes next: the first of the desk's questions that still matters to the decision."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from mynadesk.decision.case import Case
from mynadesk.decision.decide import decide
from mynadesk.decision.decision import PIN_WORDS, Decision, Outcome
from mynadesk.interview.sheet import Sheet, asked, assumed_key, case_of, choices_of, counted_papers, facts_of
from mynadesk.interview.steps import AskChoice, AskLimit, AskPaper, AskPapers, AskPins, Done, Step
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.desk_schema import Question
from mynadesk.rulebook.schema import Check
from mynadesk.standing import Standing

_DECLINE = PIN_WORDS[Standing.decline]


class Look(NamedTuple):
    """A sheet with everything that follows from it."""

    sheet: Sheet
    on: date
    facts: dict[str, Any]
    case: Case | None
    """None while nobody said who came."""
    decision: Decision | None
    whole: bool
    """Who, what for and which PINs are told: the decision is about this very request."""
    step: Step

    @property
    def final(self) -> bool:
        """Nothing is left to ask, so what is absent is missing for good."""
        return isinstance(self.step, Done)

    @property
    def verdict(self) -> str | None:
        """The verdict, as soon as it can be known."""
        if self.decision is None:
            return None
        return self.decision.verdict if self.whole or self.decision.flow is None else None


def look(book: Rulebook, sheet: Sheet, on: date) -> Look:
    """How the case stands on the day `on`, and what is asked next."""
    facts = facts_of(book, sheet)
    case = case_of(book, sheet, on)
    decision = decide(book, case) if case else None
    whole = sheet.pins_told and "operation" in facts and case is not None
    return Look(sheet, on, facts, case, decision, whole, _next_step(book, sheet, facts, decision, whole))


def _next_step(
    book: Rulebook, sheet: Sheet, facts: dict[str, Any], decision: Decision | None, whole: bool
) -> Step:
    if decision and (decision.flow is None or (whole and decision.verdict == _DECLINE)):
        return Done()
    open_ = {key for each in decision.requirements for key in each.ask} if decision else set()
    for name, question in book.desk.questions.items():
        step = (
            _step_of(book, name, question, sheet, facts, decision, open_) if asked(sheet, question) else None
        )
        if step:
            return step
    return Done()


def _step_of(
    book: Rulebook,
    name: str,
    question: Question,
    sheet: Sheet,
    facts: dict[str, Any],
    decision: Decision | None,
    open_: set[str],
) -> Step | None:
    """The step that a question asks for now, or None if it does not matter (any more)."""
    if question.asks_for:
        return None if sheet.pins_told else AskPins(name)
    if question.papers_of:
        return _papers_step(book, name, question.papers_of, sheet, facts, decision)
    if name in sheet.answers or assumed_key(question, facts):
        return None
    told = facts_told(book, name)
    main = {"visitor", "operation"} & told
    return AskChoice(name) if (main - facts.keys()) or (told & open_) else None


def _papers_step(
    book: Rulebook, name: str, owner: str, sheet: Sheet, facts: dict[str, Any], decision: Decision | None
) -> Step | None:
    wanted = [each for each in decision.requirements if owner in each.reads.owners] if decision else []
    if not wanted:
        return None
    counted = counted_papers(sheet, facts)
    for index, paper in enumerate(sheet.papers):
        if paper.of == owner and paper in counted and not paper.settled:
            return paper_step(book, sheet, index)
    if name in sheet.closed or all(each.standing is Standing.met for each in wanted):
        return None
    return AskPapers(name, owner)


def paper_step(book: Rulebook, sheet: Sheet, index: int) -> Step:
    """What is asked of a paper: first whether it is in order, then any date that has a limit."""
    paper = sheet.papers[index]
    if "original" in paper.seen or "expiry" in paper.seen:
        for check in checks_of(book, paper.kind):
            if (
                check.not_before
                and check.property
                and check.property not in paper.seen
                and _in_order(paper.seen)
            ):
                return AskLimit(index, check.property, check.not_before)
    return AskPaper(index)


def _in_order(seen: dict[str, Any]) -> bool:
    return seen.get("original") is True and seen.get("expiry") not in (None, "expired")


def checks_of(book: Rulebook, kind: str) -> Iterator[Check]:
    """Every check of a kind of paper, those of its class and of its sides included."""
    entry = book.documents.kinds[kind]
    group = book.documents.classes[entry.class_]
    yield from (book.documents.checks[name] for name in (*group.checks, *entry.checks))
    yield from group.counts.values()


@lru_cache(maxsize=4096)
def facts_told(book: Rulebook, question: str) -> frozenset[str]:
    """Every fact that some answer to a question tells."""
    choices = choices_of(book, book.desk.questions[question]).values()
    return frozenset(fact for choice in choices for fact in choice.sets)


def outcome_lines(book: Rulebook, look: Look) -> dict[str, list[Outcome]]:
    """The outcomes by the question whose line shows them: the first that tells what they read."""
    found: dict[str, list[Outcome]] = {}
    for outcome in _shown_outcomes(look):
        for name, question in book.desk.questions.items():
            if question.papers_of in outcome.reads.owners or facts_told(book, name) & outcome.reads.facts:
                found.setdefault(name, []).append(outcome)
                break
    return found


def _shown_outcomes(look: Look) -> list[Outcome]:
    """Those that matter yet: none of single PINs before these are told, and where a visitor is turned
    away only what does it."""
    if look.decision is None:
        return []
    shown = [each for each in look.decision.requirements if look.whole or not each.pins]
    return shown if look.decision.flow else [each for each in shown if each.rule.turns_away]
