"""Two visits of one request: when the first is taken, and how the second begins with what is known."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from mynadesk.decision.decision import PARTIAL
from mynadesk.interview.course import Look, facts_told, look
from mynadesk.interview.sheet import Sheet, choices_of
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import Route
from mynadesk.standing import name_of

_TAKEN = ("accept", PARTIAL, "consult")
"""At `consult` by the word of the supervisor."""


def first_visit_taken(at: Look) -> bool:
    """Nothing is left to ask, and the first of two visits can be taken for some of the PINs."""
    decision = at.decision
    if decision is None or not (at.whole and at.final):
        return False
    return decision.flow == "first_visit" and decision.verdict in _TAKEN


def second_visit_decided(at: Look) -> bool:
    """Nothing is left to ask of a second visit."""
    return bool(at.decision and at.whole and at.final and at.decision.flow == "second_visit")


def second_visit_sheet(book: Rulebook, pins: Collection[str], stood: Mapping[str, str], on: date) -> Sheet:
    """A second visit as far as it is known before anything is asked.

    Args:
        book: The rulebook.
        pins: Ids of the PINs that the agent may have.
        stood: By id, how each requirement stood at the first visit.
        on: The day of the second visit.

    Returns:
        The answer that tells who came, and the PINs. Where several answers would do, the first by which
        whoever came stands as at the first visit; else the last, which leaves it to be asked.
    """
    known = tuple(pin for pin in book.pins if pin in pins)
    sheet = Sheet()
    for answers in _answers(book):
        sheet = Sheet(answers=answers, pins=known, pins_told=bool(known))
        if _comes_alike(look(book, sheet, on), stood, facts_told(book, *answers)):
            return sheet
    return sheet


def _answers(book: Rulebook) -> Iterator[dict[str, str]]:
    """Every answer that says: an agent, for the second time."""
    for route in book.routes.values():
        if route.flow == "second_visit":
            yield from _answers_of(book, route)


def _answers_of(book: Rulebook, route: Route) -> Iterator[dict[str, str]]:
    for name, question in book.desk.questions.items():
        for key, choice in choices_of(book, question).items():
            if route.who.items() <= choice.sets.items():
                yield {name: key}


def _comes_alike(at: Look, stood: Mapping[str, str], told: frozenset[str]) -> bool:
    """Whether all that hangs on who came, as one question tells it, stands as it stood."""
    return all(
        name_of(each.standing) == stood.get(each.id)
        for each in (at.decision.requirements if at.decision else ())
        if each.reads.facts and each.reads.facts <= told
    )
