"""The one function that decides."""

from functools import lru_cache
from typing import Any

import msgspec

from mynadesk.decision.case import Case
from mynadesk.decision.conditions import Condition, Moment, compile_notice, fits
from mynadesk.decision.decision import PARTIAL, PIN_WORDS, Decision, Outcome
from mynadesk.decision.needs import View
from mynadesk.decision.papers import KindRules, Paper, compile_kinds, judge_paper
from mynadesk.decision.route import CompiledRoute, compile_routes, turned_away
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import Notice
from mynadesk.standing import Standing

_ACCEPT = PIN_WORDS[Standing.met]


Told = tuple[str, Notice, Condition]
"""A notice or an alternative by its id, and when it is told."""


class CompiledNotices(msgspec.Struct, frozen=True):
    """What any case on a route could be told."""

    alternatives: tuple[Told, ...]
    notices: tuple[Told, ...]


class Procedure(msgspec.Struct, frozen=True):
    """A rulebook made ready for deciding, once."""

    routes: dict[str, CompiledRoute]
    kinds: dict[str, KindRules]
    notices: dict[str, CompiledNotices]
    """By route."""

    def route_of(self, facts: dict[str, Any]) -> CompiledRoute:
        """The route of whoever came; `checking` makes sure that there is exactly one."""
        return next(route for route in self.routes.values() if route.fits(facts))


@lru_cache(maxsize=64)
def procedure_of(book: Rulebook) -> Procedure:
    """The rulebook, compiled."""
    routes = compile_routes(book)
    alternatives = _compile_notices(book, dict(sorted(book.alternatives.items())))
    notices = _compile_notices(book, book.notices)
    return Procedure(
        routes,
        compile_kinds(book),
        {
            name: CompiledNotices(_told_on(route, alternatives), _told_on(route, notices))
            for name, route in routes.items()
        },
    )


def _compile_notices(book: Rulebook, notices: dict[str, Notice]) -> tuple[Told, ...]:
    return tuple((name, notice, compile_notice(book, notice)) for name, notice in notices.items())


def _told_on(route: CompiledRoute, notices: tuple[Told, ...]) -> tuple[Told, ...]:
    return tuple(each for each in notices if fits(each[1], route.name, route.who))


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
    may_tell = procedure.notices[route.name]
    moment = Moment(case, route.name, outcomes, then or ())
    return Decision(
        flow=None if turned_away(outcomes) else route.flow,
        verdict=verdict_of(pins),
        pins=pins,
        requirements=outcomes,
        second_visit=then,
        advice=tuple(name for name, _, told in may_tell.alternatives if told(moment)),
        notes=tuple((name, notice) for name, notice, told in may_tell.notices if told(moment)),
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
    whole = max([each.standing for each in outcomes if not each.pins], default=Standing.met)
    own = dict.fromkeys(pins, whole)
    for each in outcomes:
        for pin in each.pins:
            own[pin] = max(own[pin], each.standing)
    return {pin: PIN_WORDS[standing] for pin, standing in own.items()}


def verdict_of(pins: dict[str, str]) -> str:
    """The best word of the PINs; partial where some are accepted and others not."""
    best = min(pins.values(), key=PIN_WORDS.index)
    return PARTIAL if best == _ACCEPT and any(word != best for word in pins.values()) else best
