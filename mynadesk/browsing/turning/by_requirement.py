"""What turns on requirements, and on the facts that they read."""

from collections.abc import Iterator

from msgspec.structs import replace

from mynadesk.browsing.entries import Entry
from mynadesk.browsing.turning.apart import apart, one_fact
from mynadesk.browsing.turning.ground import Ground, Pair
from mynadesk.proof.tables import Desk, Part, Row
from mynadesk.proof.world import others
from mynadesk.standing import Standing


class ByRequirement:
    """Pairs of routes, requirements, reasons and ages."""

    def __init__(self, ground: Ground) -> None:
        self._ground, self._book = ground, ground.world.book

    def of_route(self, entry: Entry) -> Iterator[Pair]:
        """One pair of each of its requirements."""
        for desk in self._ground.desks_of(entry.id):
            for part in desk.parts:
                for place in range(len(part.names)):
                    yield from list(self._turns(desk, part, place))[:1]

    def of_requirement(self, entry: Entry) -> Iterator[Pair]:
        by_route = [
            list(self._turns(desk, part, part.names.index(entry.id)))
            for desk in self._ground.each_route()
            for part in desk.parts
            if entry.id in part.names
        ]
        longest = max(map(len, by_route), default=0)
        for number in range(longest):  # of each route one before a second of any
            yield from (pairs[number] for pairs in by_route if number < len(pairs))

    def _turns(self, desk: Desk, part: Part, place: int) -> Iterator[Pair]:
        """For each way in which a requirement can stand badly, the nearest pair; of those that differ in one
        fact alone, one for each such fact."""
        plain = self._ground.plainest_met(desk, part, place)
        if plain is None:
            return
        ground = desk.ground(part)
        nearest: dict[tuple[Standing, str], tuple[tuple[int, ...], Row]] = {}
        for row in part.rows:
            rest, outcome = ground | others(row, place), row.outcomes[place]
            if outcome is not None and rest | row.bits[place] != rest:
                worse = (others(row, place) & ~others(plain, place)).bit_count()
                far = (worse, self._ground.plainness(desk, part, row)[0], apart(plain, row))
                key = outcome.standing, one_fact(part, plain, row)
                if key not in nearest or far < nearest[key][0]:
                    nearest[key] = far, row
        turned = {standing for standing, fact in nearest if fact}
        for (standing, fact), (_, row) in sorted(nearest.items(), key=lambda item: item[0], reverse=True):
            if fact or standing not in turned:
                yield Pair(self._ground.case(desk, part, plain), self._ground.case(desk, part, row))

    def of_reason(self, entry: Entry) -> Iterator[Pair]:
        facts = [name for name, fact in self._book.facts.items() if fact.listed_in == entry.group]
        for fact in facts:
            for desk, part, place in self._reading(fact):
                for first, second in self._turns(desk, part, place):
                    if (
                        first.facts.get(fact)
                        and second.facts.get(fact, first.facts[fact]) != first.facts[fact]
                    ):
                        yield Pair(replace(first, facts={**first.facts, fact: entry.id}), second)

    def of_age(self, entry: Entry) -> Iterator[Pair]:
        """Both sides of it."""
        for fact, each in self._book.facts.items():
            if each.younger_than and each.younger_than.years == entry.id:
                for desk, part, place in self._reading(fact):
                    for pair in self._turns(desk, part, place):
                        if {pair.first.facts.get(fact), pair.second.facts.get(fact)} == {True, False}:
                            yield pair

    def _reading(self, fact: str) -> Iterator[tuple[Desk, Part, int]]:
        for desk in self._ground.each_route():
            for part in desk.parts:
                for place, each in enumerate(part.requirements):
                    if fact in each.reads.facts:
                        yield desk, part, place
