"""The one function that decides."""

from functools import lru_cache
from typing import Any

import msgspec

from mynadesk.decision.case import Case
from mynadesk.decision.conditions import Condition, Moment, compile_notice
from mynadesk.decision.decision import PARTIAL, PIN_WORDS, Decision, Outcome
from mynadesk.decision.needs import View
from mynadesk.decision.papers import KindRules, Paper, compile_kinds, judge_paper
from mynadesk.decision.route import CompiledRoute, compile_routes, turned_away
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import Notice
from mynadesk.standing import Standing

_ACCEPT = PIN_WORDS[Standing.met]


class Procedure(msgspec.Struct, frozen=True):
    """A rulebook made ready for deciding, once."""

    routes: dict[str, CompiledRoute]
    kinds: dict[str, KindRules]
    alternatives: tuple[tuple[str, Condition], ...]
    notices: tuple[tuple[str, Notice, Condition], ...]

    def route_of(self, facts: dict[str, Any]) -> CompiledRoute:
        """The route of whoever came; `checking` makes sure that there is exactly one."""
        return next(
            route
            for route in self.routes.values()
            if all(facts.get(name) == value for name, value in route.who)
        )


@lru_cache(maxsize=64)
def procedure_of(book: Rulebook) -> Procedure:
    """The rulebook, compiled."""
    alternatives = sorted(book.alternatives.items())
    return Procedure(
        compile_routes(book),
        compile_kinds(book),
        tuple((name, compile_notice(book, notice)) for name, notice in alternatives),
        tuple((name, notice, compile_notice(book, notice)) for name, notice in book.notices.items()),
    )


def decide(book: Rulebook, case: Case) -> Decision:
    """What the rulebook of its day says of a case: pure, without clock, file or locale.

    Raises:
        NotInForce: there is no rulebook for that day.
    """
    book = book.at(case.on)
    procedure = procedure_of(book)
    route = procedure.route_of(case.facts)
    papers = _judge_papers(procedure, case)
    view = View(case.facts, _by_owner(papers))
    outcomes = route.judge(view, case.pins)
    then = procedure.routes[route.next_visit].judge(view, case.pins) if route.next_visit else None
    pins = _words_of_pins(outcomes, case.pins)
    moment = Moment(case, route.name, outcomes, then or ())
    return Decision(
        flow=None if turned_away(outcomes) else route.flow,
        verdict=verdict_of(pins),
        pins=pins,
        requirements=outcomes,
        second_visit=then,
        advice=tuple(name for name, told in procedure.alternatives if told(moment)),
        notes=tuple((name, notice) for name, notice, told in procedure.notices if told(moment)),
        papers=papers,
        book=book,
    )


def _judge_papers(procedure: Procedure, case: Case) -> tuple[Paper, ...]:
    kinds, on = procedure.kinds, case.on
    return tuple(
        judge_paper(kinds[paper.kind], paper, index, on) for index, paper in enumerate(case.documents)
    )


def _by_owner(papers: tuple[Paper, ...]) -> dict[str, list[Paper]]:
    found: dict[str, list[Paper]] = {"holder": [], "visitor": []}
    for paper in papers:
        found[paper.of].append(paper)
    return found


def _words_of_pins(outcomes: tuple[Outcome, ...], pins: tuple[str, ...]) -> dict[str, str]:
    whole = max((each.standing for each in outcomes if not each.pins), default=Standing.met)
    own = dict.fromkeys(pins, whole)
    for each in outcomes:
        for pin in each.pins:
            own[pin] = max(own[pin], each.standing)
    return {pin: PIN_WORDS[standing] for pin, standing in own.items()}


def verdict_of(pins: dict[str, str]) -> str:
    """The best word of the PINs; partial where some are accepted and others not."""
    best = min(pins.values(), key=PIN_WORDS.index)
    return PARTIAL if best == _ACCEPT and any(word != best for word in pins.values()) else best
