"""What a change of the rules does, over a fixed set of situations that is drawn from the rulebook itself."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
from msgspec.structs import replace

from mynadesk.decision.case import Document
from mynadesk.decision.decide import decide
from mynadesk.proof.situation import Situation, as_written
from mynadesk.proof.world import World
from mynadesk.rulebook.book import Rulebook

_IN_ORDER = {"yes_no": True, "expiry": "in_date"}


class Effect(msgspec.Struct, frozen=True):
    """Situations whose verdict changes alike."""

    before: str
    after: str
    count: int
    case: dict[str, Any]
    """One of them, as `mynadesk check` reads it."""


class Effects(msgspec.Struct, frozen=True):
    tried: int
    changed: list[Effect]
    """The most frequent first."""


def effects(before: Rulebook, after: Rulebook, on: date) -> Effects:
    """How decisions of a day change: for everybody who may come, with everything in order but one thing."""
    found: dict[tuple[str, str], Effect] = {}
    tried = 0
    for situation in _situations(World(before, on)):
        tried += 1
        first, second = (_verdict(book, situation) for book in (before, after))
        if first != second:
            known = found.get((first[0], second[0]))
            example = known.case if known else as_written(before.at(on), situation)
            count = known.count + 1 if known else 1
            found[first[0], second[0]] = Effect(first[0], second[0], count, example)
    return Effects(tried, sorted(found.values(), key=lambda effect: -effect.count))


def _verdict(book: Rulebook, situation: Situation) -> tuple[Any, ...]:
    decision = decide(book, situation.case())
    return decision.verdict, decision.flow, tuple(decision.pins.items())


def _situations(world: World) -> Iterator[Situation]:
    for desk in world.desks:
        plain = replace(desk.situation(None, None), pins=tuple(world.book.pins))
        yield plain
        for fact, answers in world.answers.items():
            if fact in plain.facts and fact not in desk.comer:
                yield from (replace(plain, facts={**plain.facts, fact: each.answer}) for each in answers)
        for owner in {paper.of for paper in plain.documents}:
            others = [paper for paper in plain.documents if paper.of != owner]
            for kind in world.book.documents.kinds:
                paper = _in_order(world, kind, owner)
                for own in _piles(paper, plain, owner):
                    yield replace(plain, documents=(*others, *own))


def _piles(paper: Document, plain: Situation, owner: str) -> Iterator[list[Document]]:
    """A paper alone, twice, and beside each of those that were there."""
    yield [paper]
    yield [paper, paper]
    for other in plain.documents:
        if other.of == owner and other.kind != paper.kind:
            yield [paper, other]


def _in_order(world: World, kind: str, owner: str) -> Document:
    """A paper of a kind with nothing wrong."""
    rules, properties = world.procedure.kinds[kind], world.book.documents.properties
    checks = (*rules.checks, *(side for _, side in rules.sides))
    names = {check.property for check in checks if check.property is not None}
    return Document(kind, owner, {name: _IN_ORDER.get(properties[name].type, world.on) for name in names})
