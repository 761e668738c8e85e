"""What turns on what is asked for: on PINs and operations; and what is told of it."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from msgspec.structs import replace

from mynadesk.browsing.entries import Entry
from mynadesk.browsing.turning.apart import all_told, difference, notices_of, pin_words
from mynadesk.browsing.turning.ground import Ground, Pair
from mynadesk.decision.case import Case, Document
from mynadesk.decision.decision import PIN_WORDS
from mynadesk.proof.answers import owners_of
from mynadesk.proof.tables import Desk
from mynadesk.rulebook.schema import Notice, When

_AROUND = 40
"""Cases of a desk to which what a notice looks at is added."""


class ByRequest:
    """Pairs of PINs, operations and notices."""

    def __init__(self, ground: Ground) -> None:
        self._ground, self._book = ground, ground.world.book

    def of_pin(self, entry: Entry) -> Iterator[Pair]:
        """The same request for this PIN and for another."""
        for desk in self._ground.each_route():
            pins = [pin for pin in self._book.pins if pin != entry.id]
            pairs = self._differing(desk, [(entry.id,)], [(pin,) for pin in pins])
            yield from sorted(pairs, key=self._distance, reverse=True)[:1]

    def _differing(
        self, desk: Desk, some: list[tuple[str, ...]], other: list[tuple[str, ...]]
    ) -> Iterator[Pair]:
        for part in desk.parts:
            for row in self._ground.ways(desk, part):
                plain = self._ground.case(desk, part, row)
                for first in some:
                    for second in other:
                        pair = Pair(replace(plain, pins=first), replace(plain, pins=second))
                        one, two = map(self._ground.decided, pair)
                        if pin_words(one) != pin_words(two):
                            yield pair

    def _distance(self, pair: Pair) -> int:
        """How far the words of two cases lie apart, in one of which something is accepted."""
        words = (each.pins.values() for each in map(self._ground.decided, pair) if each)
        places = [min(map(PIN_WORDS.index, each)) for each in words]
        return max(places) - 2 * min(places)

    def of_operation(self, entry: Entry) -> Iterator[Pair]:
        """The same request for something else, where that is decided, or told, otherwise."""
        for desk in self._ground.each_route():
            plain = self._ground.case(desk)
            for other in self._book.operations:
                first, second = (
                    replace(plain, facts={**plain.facts, "operation": name}) for name in (entry.id, other)
                )
                if all_told(self._ground.decided(first)) != all_told(self._ground.decided(second)):
                    yield Pair(first, second)

    # Notices

    def of_notice(self, entry: Entry) -> Iterator[Pair]:
        """It is told, and is not where the least is otherwise."""
        for desk in self._ground.each_route():
            plain = self._ground.case(desk)
            told = {True: list[Case](), False: list[Case]()}
            for case in self._around(desk, self._ground.entries.now(entry)):
                told[(entry.group, entry.id) in notices_of(self._ground.decided(case))].append(case)
            if told[True] and told[False]:
                first = min(told[True], key=lambda case: difference(plain, case))
                yield Pair(first, min(told[False], key=lambda case: difference(first, case)))

    def _around(self, desk: Desk, notice: Notice) -> list[Case]:
        """Situations of a desk, and with what the notice looks at, each in turn."""
        rows = [(part, row) for part in desk.parts for row in self._ground.ways(desk, part)]
        cases = [self._ground.case(desk), *(self._ground.case(desk, part, row) for part, row in rows)]
        for when in filter(None, (notice.when, notice.unless)):
            for change in self._changes(desk, when):
                cases += [replace(case, **change(case)) for case in cases[:_AROUND]]
        return cases

    def _changes(self, desk: Desk, when: When) -> Iterator[Callable[[Case], dict[str, Any]]]:
        """What a condition looks at, each as a change of a case."""
        facts = [*(when.facts or {}).items(), *(when.any_fact or {}).items()]
        facts += [("operation", name) for name in self._book.operations if when.operation]
        yield from (partial(_with_fact, fact) for fact in facts)
        named = [*(when.pins or ()), *(when.only_one_of or ())]
        besides = [pin for pin in desk.judging.pins if pin not in named][: len(named)]
        yield from (partial(_with_pin, pin) for pin in (*named, *besides[:1]))
        for kind in when.papers or ():
            yield from (partial(_with_paper, Document(kind, of, {})) for of in owners_of(desk.comer))


def _with_fact(fact: tuple[str, Any], case: Case) -> dict[str, Any]:
    return {"facts": {**case.facts, **dict([fact])}}


def _with_pin(pin: str, _: Case) -> dict[str, Any]:
    return {"pins": (pin,)}


def _with_paper(paper: Document, case: Case) -> dict[str, Any]:
    return {"documents": (*case.documents, paper)}
