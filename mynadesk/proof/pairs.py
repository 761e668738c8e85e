"""Two rulebooks side by side: every situation that either of them tells apart, judged by both."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import product
from operator import or_
from typing import Any

import msgspec

from mynadesk.decision.case import Document
from mynadesk.decision.decide import procedure_of
from mynadesk.decision.decision import Outcome
from mynadesk.decision.route import CompiledRequirement, CompiledRoute
from mynadesk.proof.answers import Comer, alike, comers, owners_of, places
from mynadesk.proof.pair_papers import BOTH, Papers, Side, papers_in, without_each
from mynadesk.proof.piles import Shape
from mynadesk.proof.situation import Situation
from mynadesk.proof.tables import Bits, Judging, most_places, read_by, sharing
from mynadesk.rulebook.book import Rulebook


class Row(msgspec.Struct, frozen=True, gc=False):
    """One situation of a part."""

    facts: tuple[Any, ...]
    piles: tuple[Shape, ...]
    outcomes: tuple[Outcome | None, ...]
    """In the order of the part's requirements, of which each is of one side."""
    bits: tuple[Bits, Bits]
    """How the part stands by each side."""

    @property
    def size(self) -> tuple[int, int]:
        """Papers, and answers that are known."""
        return sum(map(papers_in, self.piles)), sum(fact is not None for fact in self.facts)


class Part(msgspec.Struct, frozen=True):
    """Requirements of either side that share what they read."""

    requirements: tuple[tuple[int, str, CompiledRequirement], ...]
    """Side, name and rule of each."""
    facts: tuple[str, ...]
    owners: tuple[str, ...]
    rows: tuple[Row, ...]


class PairDesk:
    """One visitor's situations, judged by both sides."""

    def __init__(self, pair: "Pair", comer: Comer, routes: tuple[CompiledRoute, CompiledRoute]) -> None:
        self.pair, self.comer, self.routes = pair, comer, routes
        self._judging = tuple(Judging(pair.pins, comer) for _ in BOTH)
        self._most = {owner: self._most_papers(owner) for owner in pair.papers}
        every = [
            (f"{side} {name}", requirement) for side in BOTH for name, requirement in self._requirements(side)
        ]
        self.parts = tuple(self._part(group) for group in sharing(every))

    def _most_papers(self, owner: str) -> int:
        """The most papers that can matter: where the sides differ, one may take some and the other others."""
        books = [side.book for side in self.pair.sides]
        most = [most_places(book, route.name, owner) for book, route in zip(books, self.routes, strict=True)]
        rules = [
            [each.rule.needs for _, each in self._requirements(side) if owner in each.reads.owners]
            for side in BOTH
        ]
        twins = [book.documents.two_of_one_kind.standing for book in books]
        same = rules[0] == rules[1] and twins[0] == twins[1] and not self.pair.papers[owner].differ
        return max(most) if same else sum(most)

    def _requirements(self, side: int) -> list[tuple[str, CompiledRequirement]]:
        route = self.routes[side]
        entry = self.pair.sides[side].book.routes[route.name]
        return list(zip((*entry.requires, *entry.for_single_pins), route.requirements, strict=True))

    def _part(self, group: list[tuple[str, CompiledRequirement]]) -> Part:
        requirements = tuple((int(name[0]), name[2:], each) for name, each in group)
        facts = tuple(sorted({fact for _, each in group for fact in read_by(each)} - set(self.comer)))
        owners = tuple(sorted({owner for _, each in group for owner in each.reads.owners}))
        return Part(requirements, facts, owners, tuple(self._rows(requirements, facts, owners)))

    def _rows(
        self,
        requirements: Sequence[tuple[int, str, CompiledRequirement]],
        facts: tuple[str, ...],
        owners: tuple[str, ...],
    ) -> Iterator[Row]:
        columns = [self._column(side, each, facts, owners) for side, _, each in requirements]
        sides = [side for side, _, _ in requirements]
        for values, piles in self._situations(facts, owners):
            found = [own(values, piles) for own in columns]
            bits = [
                reduce(or_, (each[1] for at, each in zip(sides, found, strict=True) if at == side), 0)
                for side in BOTH
            ]
            yield Row(values, piles, tuple(each[0] for each in found), (bits[0], bits[1]))

    def _situations(
        self, facts: tuple[str, ...], owners: tuple[str, ...]
    ) -> Iterator[tuple[tuple[Any, ...], tuple[Shape, ...]]]:
        answers = [self.pair.answers[name] for name in facts]
        for piles in product(*(self._piles(owner) for owner in owners)):
            for values in product(*answers):
                yield values, piles

    def _piles(self, owner: str) -> list[Shape]:
        if owner not in owners_of(self.comer):
            return [()]
        return self.pair.papers[owner].piles(self._most[owner])

    def _column(
        self, side: int, each: CompiledRequirement, facts: tuple[str, ...], owners: tuple[str, ...]
    ) -> Any:
        """What one requirement says of a situation of the part, judged once for all that it does not read.

        A pile of more papers than can matter to it stands as the best of those with one paper less.
        """
        at = [number for number, name in enumerate(facts) if name in read_by(each)]
        of = [number for number, owner in enumerate(owners) if owner in each.reads.owners]
        most, judging = places(each.rule), self._judging[side]
        judged: dict[Any, tuple[Outcome | None, Bits]] = {}

        def own(values: tuple[Any, ...], piles: tuple[Shape, ...]) -> tuple[Outcome | None, Bits]:
            return outcome(tuple(values[number] for number in at), tuple(piles[number] for number in of))

        def outcome(values: tuple[Any, ...], piles: tuple[Shape, ...]) -> tuple[Outcome | None, Bits]:
            key = values, piles
            if key not in judged:
                judged[key] = best_of_less(values, piles) or by_the_engine(values, piles)
            return judged[key]

        def best_of_less(
            values: tuple[Any, ...], piles: tuple[Shape, ...]
        ) -> tuple[Outcome | None, Bits] | None:
            for place, number in enumerate(of):
                if papers_in(piles[place]) > most[owners[number]]:
                    fewer = (
                        (*piles[:place], less, *piles[place + 1 :]) for less in without_each(piles[place])
                    )
                    return min((outcome(values, less) for less in fewer), key=lambda found: found[1])
            return None

        def by_the_engine(values: tuple[Any, ...], piles: tuple[Shape, ...]) -> tuple[Outcome | None, Bits]:
            papers = {
                owners[number]: self.pair.papers[owners[number]].papers(pile, side)
                for number, pile in zip(of, piles, strict=True)
            }
            view = judging.view(
                {facts[number]: value for number, value in zip(at, values, strict=True)}, papers
            )
            found = judging.judge(each, view)
            return found, judging.bits(each, found)

        return own

    def ways(self) -> Counter[tuple[Bits, Bits]]:
        """How the whole can stand by both sides, each with the number of its situations."""
        ways: Counter[tuple[Bits, Bits]] = Counter({(0, 0): 1})
        for part in self.parts:
            own = Counter(row.bits for row in part.rows)
            joined: Counter[tuple[Bits, Bits]] = Counter()
            for (old, new), count in ways.items():
                for (more_old, more_new), times in own.items():
                    joined[old | more_old, new | more_new] += count * times
            ways = joined
        return ways

    def situation(self, rows: Sequence[Row], pins: tuple[str, ...]) -> Situation:
        """The whole situation of one row of each part, on the new side's day."""
        facts: dict[str, Any] = {}
        documents: dict[str, tuple[Document, ...]] = {}
        for part, row in zip(self.parts, rows, strict=True):
            facts |= {
                name: value for name, value in zip(part.facts, row.facts, strict=True) if value is not None
            }
            documents |= {
                owner: self.pair.papers[owner].documents(pile)
                for owner, pile in zip(part.owners, row.piles, strict=True)
            }
        papers = tuple(paper for owner in ("holder", "visitor") for paper in documents.get(owner, ()))
        return Situation(self.pair.sides[1].on, pins, {**self.comer, **facts}, papers)


class Pair:
    """Two rulebooks on a day each, and everybody who may come by both."""

    def __init__(self, old: Side, new: Side) -> None:
        self.sides = (old, new)
        self.pins = tuple(pin for pin in old.book.pins if pin in new.book.pins)
        self.answers = _answers(old.book, new.book)
        self.papers = {owner: Papers(self.sides, owner) for owner in ("holder", "visitor")}
        self.desks = tuple(self._desks())

    def _desks(self) -> Iterator[PairDesk]:
        for comer in comers(*(side.book for side in self.sides)):
            routes = [
                [route for route in procedure_of(side.book).routes.values() if route.fits(comer)]
                for side in self.sides
            ]
            if all(len(each) == 1 for each in routes):
                yield PairDesk(self, comer, (routes[0][0], routes[1][0]))


def _answers(old: Rulebook, new: Rulebook) -> dict[str, tuple[Any, ...]]:
    """Of each fact, answers that either side tells apart and both know, with unknown as the last."""
    first, second = alike(old), alike(new)
    found = {}
    for name in dict.fromkeys([*first, *second]):
        if name not in first or name not in second:
            found[name] = tuple(each.answer for each in (first.get(name) or second[name]))
            continue
        there = {value: each.answer for each in first[name] for value in each.all}
        then = {value: each.answer for each in second[name] for value in each.all}
        groups = {(there[value], then[value]): value for value in reversed(there) if value in then}
        found[name] = tuple(sorted(groups.values(), key=list(there).index))
    return found
