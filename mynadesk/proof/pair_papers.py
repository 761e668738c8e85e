"""What papers may stand as by each of two rulebooks."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any, NamedTuple

from mynadesk.decision.case import Document
from mynadesk.decision.papers import Paper, compile_kinds, judge_paper
from mynadesk.proof.papers import Alike, Effect, effect_of, every_paper
from mynadesk.proof.piles import Shape, shapes
from mynadesk.rulebook.book import Rulebook
from mynadesk.standing import Standing

_VISITORS_FROM = 100
"""Papers of the visitor are numbered from here."""
BOTH = (0, 1)
"""The old rulebook and the new one."""


class Side(NamedTuple):
    """One of the two rulebooks, as it is in force on a day."""

    book: Rulebook
    on: date


def papers_in(shape: Shape) -> int:
    """How many papers lie in a pile of that shape."""
    return sum(len(effects) for _, effects in shape)


def without_each(shape: Shape) -> Iterator[Shape]:
    """The shapes with one paper less."""
    for place, (group, effects) in enumerate(shape):
        rest = (*shape[:place], *shape[place + 1 :])
        for number in range(len(effects)):
            fewer = (*effects[:number], *effects[number + 1 :])
            yield tuple(sorted((*rest, (group, fewer)))) if fewer else rest


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
        self.alike = tuple(Alike(tuple(names), each) for each, names in groups.items())

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
