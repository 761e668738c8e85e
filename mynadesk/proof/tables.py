"""What one visitor can meet with: requirements judged in every situation that they tell apart.

Requirements that read nothing in common cannot bear on each other, so they are judged in parts of their own.
How the whole stands is the worst of the parts: standings are written as bits, the worse the more of them, and
the worst of two is their union.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import product
from operator import and_, or_
from typing import Any

import msgspec

from mynadesk.decision.case import Document
from mynadesk.decision.decision import PIN_WORDS, Outcome
from mynadesk.decision.needs import View
from mynadesk.decision.papers import Paper
from mynadesk.decision.route import CompiledRequirement, CompiledRoute, turned_away
from mynadesk.proof.answers import Alike, Comer, facts_asked_first, facts_needed, owners_of, places
from mynadesk.proof.piles import EMPTY, Pile, Piles
from mynadesk.proof.situation import Situation
from mynadesk.rulebook.book import Rulebook
from mynadesk.standing import Standing

Bits = int
"""Standings of all PINs, five bits each: met 0, ask 1, consult 11, ... decline 1111, turned away 11111."""

_WIDTH = 5
_AWAY = 1 << _WIDTH - 1
_FIELD = _AWAY - 1


class Row(msgspec.Struct, frozen=True, gc=False):
    """One situation of a part."""

    facts: tuple[Any, ...]
    """In the order of the part's facts; None is not known."""
    piles: tuple[Pile, ...]
    """In the order of the part's owners."""
    outcomes: tuple[Outcome | None, ...]
    """In the order of the part's requirements; None where one does not apply."""
    bits: tuple[Bits, ...]

    @property
    def whole(self) -> Bits:
        """How the part stands."""
        return reduce(or_, self.bits)


class Part(msgspec.Struct, frozen=True):
    """Requirements of a route that share what they read, in every situation."""

    names: tuple[str, ...]
    """Their names in requirements.yaml."""
    requirements: tuple[CompiledRequirement, ...]
    facts: tuple[str, ...]
    owners: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def easiest(self) -> Row:
        """The row that stands in the way least."""
        return min(self.rows, key=lambda row: (row.whole.bit_count(), row.whole))


class Judging:
    """Judges requirements of one visitor by the engine, and counts how often."""

    def __init__(self, pins: tuple[str, ...], comer: Comer) -> None:
        self.pins = pins
        self._comer = comer
        self.count = 0

    def view(self, facts: dict[str, Any], piles: Mapping[str, Sequence[Paper]]) -> View:
        """What the engine looks at."""
        known = {name: value for name, value in facts.items() if value is not None}
        papers = {owner: list(piles.get(owner, ())) for owner in ("holder", "visitor")}
        return View({**self._comer, **known}, papers)

    def judge(self, requirement: CompiledRequirement, view: View) -> Outcome | None:
        """How it stands; None where it does not apply."""
        if not requirement.applies(view.facts):
            return None
        self.count += 1
        return requirement.judge(view, self.pins)

    def standing(self, requirement: CompiledRequirement, view: View) -> Standing:
        """How it stands, without what would have to be brought; met where it does not apply."""
        if not requirement.applies(view.facts):
            return Standing.met
        self.count += 1
        return requirement.node.judge(view).standing

    def bits(self, requirement: CompiledRequirement, outcome: Outcome | None) -> Bits:
        """An outcome as bits."""
        if outcome is None or outcome.standing is Standing.met:
            return 0
        own = (1 << outcome.standing) - 1
        if turned_away((outcome,)):
            own |= _AWAY
        return sum(own << _WIDTH * self.pins.index(pin) for pin in touched(requirement, self.pins))


def touched(requirement: CompiledRequirement, pins: Iterable[str]) -> tuple[str, ...]:
    """The PINs that a requirement touches."""
    return tuple(pin for pin in pins if requirement.pins is None or pin in requirement.pins)


def standing_of_pin(bits: Bits, place: int) -> Standing:
    """How the PIN at a place stands."""
    return Standing((bits >> _WIDTH * place & _FIELD).bit_count())


def field_of_pin(bits: Bits, place: int) -> Bits:
    """The bits of the PIN at a place: how it stands, and whether all is turned away."""
    return bits >> _WIDTH * place & (_FIELD | _AWAY)


def is_away(bits: Bits, place: int) -> bool:
    """Whether the visitor of the PIN at a place can have nothing at all."""
    return bool(field_of_pin(bits, place) & _AWAY)


class Desk:
    """One visitor's route, judged in every situation."""

    def __init__(
        self,
        book: Rulebook,
        comer: Comer,
        route: CompiledRoute,
        answers: dict[str, tuple[Alike, ...]],
        piles: dict[str, Piles],
    ) -> None:
        self.book, self.comer, self.route, self.answers, self.piles = book, comer, route, answers, piles
        self.on = next(iter(piles.values())).papers.on
        self.judging = Judging(tuple(book.pins), comer)
        entry = book.routes[route.name]
        names = (*entry.requires, *entry.for_single_pins)
        pairs = list(zip(names, route.requirements, strict=True))
        self.parts: tuple[Part, ...] = tuple(self._part(group) for group in sharing(pairs))
        lows = [reduce(and_, (row.whole for row in part.rows)) for part in self.parts]
        self._ground = [
            reduce(or_, (low for other, low in enumerate(lows) if other != number), 0)
            for number in range(len(lows))
        ]

    def ground(self, part: Part) -> Bits:
        """How the rest stands at best."""
        return next(low for each, low in zip(self.parts, self._ground, strict=True) if each is part)

    def words(self, bits: Bits, pins: Sequence[str]) -> dict[str, str]:
        """How each of these PINs stands, in the words of a decision."""
        places = {pin: place for place, pin in enumerate(self.judging.pins)}
        return {pin: PIN_WORDS[standing_of_pin(bits, places[pin])] for pin in pins}

    def is_turned_away(self, bits: Bits, pins: Sequence[str]) -> bool:
        """Whether this visitor can have nothing at all."""
        return any(bits & _AWAY << _WIDTH * self.judging.pins.index(pin) for pin in pins)

    def _part(self, group: list[tuple[str, CompiledRequirement]]) -> Part:
        names, requirements = zip(*group, strict=True)
        facts = tuple(sorted({name for each in requirements for name in read_by(each)} - set(self.comer)))
        owners = tuple(sorted({owner for each in requirements for owner in each.reads.owners}))
        rows = tuple(self.rows(requirements, facts, owners))
        return Part(names, requirements, facts, owners, rows)

    def rows(
        self, requirements: Sequence[CompiledRequirement], facts: tuple[str, ...], owners: tuple[str, ...]
    ) -> Iterator[Row]:
        """All situations of some requirements. Each is judged once for all that it does not read."""
        columns = [self._column(each, facts, owners) for each in requirements]
        for values, piles in self.situations(facts, owners):
            found = [column[own(values, piles)] for column, own in columns]
            yield Row(values, piles, tuple(each[0] for each in found), tuple(each[1] for each in found))

    def situations(
        self, facts: tuple[str, ...], owners: tuple[str, ...]
    ) -> Iterator[tuple[tuple[Any, ...], tuple[Pile, ...]]]:
        """Every answer to the facts with every pile of the owners, the fewest papers first."""
        answers = [[each.answer for each in self.answers[name]] for name in facts]
        for piles in product(*(self.piles_of(owner) for owner in owners)):
            for values in product(*answers):
                yield values, piles

    def piles_of(self, owner: str) -> tuple[Pile, ...]:
        """Every pile that this owner can have on the counter."""
        return self.piles[owner].all if owner in owners_of(self.comer) else (EMPTY,)

    def _column(self, each: CompiledRequirement, facts: tuple[str, ...], owners: tuple[str, ...]) -> Any:
        """The outcomes of one requirement, and how its own situation is found in one of the part."""
        own_facts = tuple(name for name in facts if name in read_by(each))
        own_owners = tuple(owner for owner in owners if owner in each.reads.owners)
        at = [facts.index(name) for name in own_facts]
        of = [owners.index(owner) for owner in own_owners]
        column = {}
        for values, piles in self.situations(own_facts, own_owners):
            outcome = self.judge(each, own_facts, values, own_owners, piles)
            key = values, tuple(pile.shape for pile in piles)
            column[key] = outcome, self.judging.bits(each, outcome)

        def own(values: tuple[Any, ...], piles: tuple[Pile, ...]) -> Any:
            return tuple(values[i] for i in at), tuple(piles[i].shape for i in of)

        return column, own

    def judge(
        self,
        requirement: CompiledRequirement,
        facts: Sequence[str],
        values: Sequence[Any],
        owners: Sequence[str],
        piles: Sequence[Pile],
    ) -> Outcome | None:
        """One requirement in one situation."""
        papers = {owner: pile.papers for owner, pile in zip(owners, piles, strict=True)}
        view = self.judging.view(dict(zip(facts, values, strict=True)), papers)
        return self.judging.judge(requirement, view)

    def situation(self, part: Part | None, row: Row | None, pins: Iterable[str] = ()) -> Situation:
        """A whole situation around a row: everything else stands as well as it can."""
        rows = [row if each is part and row is not None else each.easiest for each in self.parts]
        own = touched(part.requirements[0], self.judging.pins) if part else self.judging.pins
        return self.joined(rows, tuple(pins) or own[:1])

    def joined(self, rows: Sequence[Row], pins: tuple[str, ...]) -> Situation:
        """The whole situation of one row of each part."""
        facts: dict[str, Any] = {}
        documents: dict[str, tuple[Document, ...]] = {}
        for part, row in zip(self.parts, rows, strict=True):
            facts |= dict(zip(part.facts, row.facts, strict=True))
            documents |= {owner: pile.documents for owner, pile in zip(part.owners, row.piles, strict=True)}
        papers = tuple(paper for owner in ("holder", "visitor") for paper in documents.get(owner, ()))
        return Situation(self.on, pins, {**self.comer, **facts}, papers)


def read_by(requirement: CompiledRequirement) -> frozenset[str]:
    """Every fact on which an outcome rests."""
    return frozenset(facts_needed(requirement.rule) | facts_asked_first(requirement.rule))


def sharing(pairs: list[tuple[str, CompiledRequirement]]) -> list[list[tuple[str, CompiledRequirement]]]:
    """The requirements in groups: two that read a fact or an owner's papers in common stand in one."""
    groups: list[tuple[set[str], list[tuple[str, CompiledRequirement]]]] = []
    for name, each in pairs:
        reads, members = {*read_by(each), *(f"papers of {owner}" for owner in each.reads.owners)}, []
        apart = []
        for known, others in groups:
            if known & reads:
                reads |= known
                members += others
            else:
                apart.append((known, others))
        groups = [*apart, (reads, [*members, (name, each)])]
    return [members for _, members in groups]


def most_places(book: Rulebook, route: str, owner: str) -> int:
    """The most papers of an owner that can matter at once on a route: one for each place of the largest sets.

    Every paper fills one place and the best arrangement counts: more papers stand as the best of so many.
    """
    entry = book.routes[route]
    names = (*entry.requires, *entry.for_single_pins)
    return sum(places(book.requirements[name]).get(owner, 0) for name in names)
