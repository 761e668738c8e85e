"""Two rulebooks side by side: every situation that either of them tells apart, judged by both."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import reduce
from itertools import product
from operator import or_
from typing import Any, NamedTuple

import msgspec

from mynadesk.decision.case import Document
from mynadesk.decision.decide import procedure_of
from mynadesk.decision.decision import Outcome
from mynadesk.decision.papers import Paper, compile_kinds, judge_paper
from mynadesk.decision.route import CompiledRequirement, CompiledRoute
from mynadesk.proof.answers import Comer, alike, comers, owners_of, places
from mynadesk.proof.papers import Alike as AlikeKinds
from mynadesk.proof.papers import Effect, effect_of, every_paper
from mynadesk.proof.piles import Shape, shapes
from mynadesk.proof.situation import Situation
from mynadesk.proof.tables import Bits, Judging, most_places, read_by, sharing
from mynadesk.rulebook.book import Rulebook
from mynadesk.standing import Standing

_VISITORS_FROM = 100
BOTH = (0, 1)
"""The old rulebook and the new one."""


class Side(NamedTuple):
    """One of the two rulebooks, as it is in force on a day."""

    book: Rulebook
    on: date


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


def papers_in(shape: Shape) -> int:
    """How many papers lie in a pile of that shape."""
    return sum(len(effects) for _, effects in shape)


def _without_each(shape: Shape) -> Iterator[Shape]:
    """The shapes with one paper less."""
    for place, (group, effects) in enumerate(shape):
        rest = (*shape[:place], *shape[place + 1 :])
        for number in range(len(effects)):
            fewer = (*effects[:number], *effects[number + 1 :])
            yield tuple(sorted((*rest, (group, fewer)))) if fewer else rest


class Part(msgspec.Struct, frozen=True):
    """Requirements of either side that share what they read."""

    requirements: tuple[tuple[int, str, CompiledRequirement], ...]
    """Side, name and rule of each."""
    facts: tuple[str, ...]
    owners: tuple[str, ...]
    rows: tuple[Row, ...]


class Papers:
    """What papers of one owner may stand as by each side. A kind that is not known counts for nothing; what
    counts for nothing on both sides makes no difference, and is left out."""

    def __init__(self, sides: tuple[Side, Side], of: str) -> None:
        self.of, self._sides = of, sides
        self._piles: dict[int, list[Shape]] = {}
        self._rules = tuple(compile_kinds(side.book) for side in sides)
        self._examples: dict[tuple[str, tuple[Effect, Effect]], Document] = {}
        kinds = dict.fromkeys([*self._rules[0], *self._rules[1]])
        self.effects = {kind: self._effects(kind) for kind in kinds}
        groups: dict[tuple[Any, ...], list[str]] = {}
        for kind, each in self.effects.items():
            if each:
                groups.setdefault(each, []).append(kind)
        self.alike = tuple(AlikeKinds(tuple(names), each) for each, names in groups.items())

    def judged(self, document: Document, place: int = 0) -> tuple[Paper, Paper]:
        """One paper by each side."""
        index = place if self.of == "holder" else place + _VISITORS_FROM
        old, new = (self._judged(side, document, index) for side in BOTH)
        return old, new

    def _judged(self, side: int, document: Document, index: int) -> Paper:
        rules = self._rules[side].get(document.kind)
        if rules is None:
            return Paper(index, document.kind, document.of, {}, ())
        return judge_paper(rules, document, index, self._sides[side].on)

    def _effects(self, kind: str) -> tuple[tuple[Effect, Effect], ...]:
        for document in self._every(kind):
            old, new = self.judged(document)
            self._examples.setdefault((kind, (effect_of(old), effect_of(new))), document)
        found = (effects for name, effects in self._examples if name == kind)
        return tuple(sorted(effects for effects in found if any(map(_counts, effects))))

    def _every(self, kind: str) -> Iterator[Document]:
        """Every paper by what either side reads of it. Where the sides are of different days, an expiry date
        is on one side of both."""
        merged: dict[str, dict[Any, None]] = {}
        for (book, on), rules in zip(self._sides, self._rules, strict=True):
            if kind in rules:
                for paper in every_paper(book, rules[kind], kind, self.of, on):
                    for name, value in paper.seen.items():
                        merged.setdefault(name, {})[value] = None
        latest = min(side.on for side in self._sides)
        for name, values in merged.items():
            type_ = self._type(name)
            if type_ == "date_until_visit":
                merged[name] = {value: None for value in values if value <= latest}
            if type_ == "expiry" and self._sides[0].on != self._sides[1].on:
                merged[name] = {value: None for value in values if not isinstance(value, date)}
        for chosen in product(*([*values, None] for values in merged.values())):
            seen = {name: value for name, value in zip(merged, chosen, strict=True) if value is not None}
            yield Document(kind, self.of, seen)

    def _type(self, name: str) -> str:
        return next(
            side.book.documents.properties[name].type
            for side in self._sides
            if name in side.book.documents.properties
        )

    def piles(self, most: int) -> list[Shape]:
        """Every pile of at most so many papers, the smaller first."""
        if most not in self._piles:
            self._piles[most] = list(shapes(self.alike, most))
        return self._piles[most]

    def documents(self, shape: Shape) -> tuple[Document, ...]:
        """A pile of that shape."""
        used: Counter[int] = Counter()
        documents: list[Document] = []
        for group, effects in shape:
            kind = self.alike[group].kinds[used[group]]
            used[group] += 1
            documents += (self._examples[kind, self.effects[kind][each]] for each in effects)
        return tuple(documents)

    def papers(self, shape: Shape, side: int) -> tuple[Paper, ...]:
        """Such a pile, judged by one side."""
        each = enumerate(self.documents(shape))
        return tuple(self.judged(document, place)[side] for place, document in each)

    def turned(self, shape: Shape) -> Iterator[str]:
        """The kinds in such a pile that count otherwise, and those that are alike."""
        for group, effects in shape:
            alike = self.alike[group]
            first = self.effects[alike.kinds[0]]
            if any(first[each][0] != first[each][1] for each in effects):
                yield from alike.kinds

    @property
    def differ(self) -> bool:
        """Whether any paper counts otherwise."""
        return any(old != new for each in self.effects.values() for old, new in each)


def _counts(effect: Effect) -> bool:
    return any(standing <= Standing.consult for _, standing, _, _ in effect)


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
                        (*piles[:place], less, *piles[place + 1 :]) for less in _without_each(piles[place])
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
