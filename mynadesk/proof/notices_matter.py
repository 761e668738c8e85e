"""Each notice and each other way is told somewhere, and each of its conditions makes a difference to that."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import msgspec
from msgspec.structs import replace

from mynadesk.decision.case import Case, Document
from mynadesk.decision.conditions import Moment, compile_notice
from mynadesk.decision.decision import Outcome
from mynadesk.decision.route import CompiledRequirement, CompiledRoute
from mynadesk.proof.answers import every_set, facts_told, owners_of
from mynadesk.proof.holes import Findings, Rule
from mynadesk.proof.piles import EMPTY, Pile, Piles
from mynadesk.proof.situation import Situation
from mynadesk.proof.tables import Desk, most_places, read_by
from mynadesk.proof.world import World
from mynadesk.rulebook.schema import Notice, When
from mynadesk.strict_yaml import Path

_Told = tuple[Moment, Situation]


def notices_matter(world: World, found: Findings) -> int:
    """Every notice and alternative. The number of situations in which they were tried."""
    tried = 0
    for file, entries in (("notices", world.book.notices), ("alternatives", world.book.alternatives)):
        for name, notice in entries.items():
            tried += NoticeSituations(world, file, name, notice).try_all(found)
    return tried


class NoticeSituations:
    """One notice in every situation that it tells apart."""

    def __init__(self, world: World, file: str, name: str, *notices: Notice) -> None:
        """With more than one notice: every situation that any of them tells apart."""
        self.world, self.file, self.name, self.notice = world, file, name, notices[0]
        self._notices = notices
        self.whens = [when for notice in notices for when in (notice.when, notice.unless) if when]

    def situations(self) -> Iterator[Situation]:
        """All of them."""
        return (situation for desk in self.world.desks for _, situation in self._moments(desk))

    def try_all(self, found: Findings) -> int:
        moments = [each for desk in self.world.desks for each in self._moments(desk)]
        holds = compile_notice(self.world.book, self.notice)
        told = [holds(moment) for moment, _ in moments]
        rule: Rule = (self.file, (self.name,))
        self._note(found, rule, any(told), moments[0][1])
        for path, changed in self._without_each():
            rule = self.file, (self.name, *path)
            if not found.has_mattered(rule):
                holds = compile_notice(self.world.book, changed)
                differs = any(holds(moment) != now for (moment, _), now in zip(moments, told, strict=True))
                shown = next(
                    (each for (_, each), now in zip(moments, told, strict=True) if now), moments[0][1]
                )
                self._note(found, rule, differs, shown)
        return len(moments)

    def _note(self, found: Findings, rule: Rule, does: bool, situation: Situation) -> None:
        if does:
            found.matters(rule)
        else:
            found.expect(rule, self.world.book, situation)

    def _without_each(self) -> Iterator[tuple[Path, Notice]]:
        for field, when in (("when", self.notice.when), ("unless", self.notice.unless)):
            for path, fewer in _fewer(when or When()):
                yield (field, *path), replace(self.notice, **{field: fewer})

    # The situations

    def _moments(self, desk: Desk) -> Iterator[_Told]:
        now = self._named(desk.route, "standing")
        next_route = self.world.procedure.routes.get(desk.route.next_visit or "")
        then = self._named(next_route, "next_visit_needs") if next_route else None
        for facts, pins, papers, piles in self._situations(desk, now, then):
            known = {key: value for key, value in facts.items() if value is not None}
            view = desk.judging.view(known, {owner: pile.papers for owner, pile in piles.items()})
            documents = (*papers, *(paper for pile in piles.values() for paper in pile.documents))
            case = Case(self.world.on, pins, {**desk.comer, **known}, documents)
            outcomes = _judged(now, view, pins)
            later = _judged(then, view, pins)
            yield (
                Moment(case, desk.route.name, outcomes, later),
                Situation(self.world.on, pins, {**desk.comer, **facts}, documents),
            )

    def _named(self, route: CompiledRoute, field: str) -> CompiledRoute:
        """The route with those requirements only that the notice looks at, and those that turn away."""
        wanted = {name for when in self.whens for name in getattr(when, field) or ()}
        chosen = [
            each for each in route.requirements if each.id in wanted or (wanted and _may_turn_away(each))
        ]
        return replace(route, requirements=tuple(chosen))

    def _situations(self, desk: Desk, now: CompiledRoute, then: CompiledRoute | None) -> Iterator[Any]:
        requirements = [*now.requirements, *(then.requirements if then else ())]
        names = {name for notice in self._notices for name in facts_told(notice)} | {
            name for each in requirements for name in read_by(each)
        }
        if any(when.operation for when in self.whens):
            names.add("operation")
        facts = sorted(names - {key for key in desk.comer if key != "operation"})
        answers = [[each.answer for each in desk.answers[name]] for name in facts]
        answers = [
            [value for value in each if value is not None or name != "operation"]
            for name, each in zip(facts, answers, strict=True)
        ]
        piles = list(self._piles(desk, requirements, [route.name for route in (now, then) if route]))
        for values, pins, papers, pile in product(
            product(*answers), self._pins(requirements), self._papers(desk), piles
        ):
            yield dict(zip(facts, values, strict=True)), pins, papers, pile

    def _pins(self, requirements: list[CompiledRequirement]) -> list[tuple[str, ...]]:
        pins = tuple(self.world.book.pins)
        reads = any(when.pins is not None or when.only_one_of is not None for when in self.whens)
        return every_set(pins) if reads or any(each.pins is not None for each in requirements) else [pins[:1]]

    def _papers(self, desk: Desk) -> list[tuple[Document, ...]]:
        """No paper, and each that the notice names, of each who may show it."""
        kinds = {kind for when in self.whens for kind in when.papers or ()}
        return [(), *((Document(kind, of, {}),) for kind in sorted(kinds) for of in owners_of(desk.comer))]

    def _piles(
        self, desk: Desk, requirements: list[CompiledRequirement], routes: list[str]
    ) -> Iterator[dict[str, Pile]]:
        owners = sorted({owner for each in requirements for owner in each.reads.owners})
        sets: list[tuple[Pile, ...]] = []
        for owner in owners:
            most = max(most_places(self.world.book, route, owner) for route in routes)
            there = owner in owners_of(desk.comer)
            sets.append(Piles(self.world.papers[owner], most).all if there else (EMPTY,))
        for chosen in product(*sets):
            yield dict(zip(owners, chosen, strict=True))


def _may_turn_away(requirement: CompiledRequirement) -> bool:
    return requirement.rule.turns_away and b'"decline"' in msgspec.json.encode(requirement.rule.needs)


def _judged(route: CompiledRoute | None, view: Any, pins: tuple[str, ...]) -> tuple[Outcome, ...]:
    return route.judge(view, pins) if route else ()


def _fewer(when: When) -> Iterator[tuple[Path, When]]:
    """The condition without each of its entries, or without a field where that is its only one."""
    for field in When.__struct_fields__:
        value = getattr(when, field)
        if value is None:
            continue
        name = field.rstrip("_")
        if isinstance(value, str) or len(value) == 1:
            yield (name,), replace(when, **{field: None})
        elif isinstance(value, list):
            for number in range(len(value)):
                yield (name, number), replace(when, **{field: [*value[:number], *value[number + 1 :]]})
        else:
            for key in value:
                rest = {other: each for other, each in value.items() if other != key}
                yield (name, key), replace(when, **{field: rest})
