"""All situations of a day, by the tables of the proof, and which of them are plain."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from mynadesk.browsing.entries import Entries
from mynadesk.decision.case import Case
from mynadesk.decision.decide import decide
from mynadesk.decision.decision import Decision
from mynadesk.interview.laying import untold
from mynadesk.proof.tables import Desk, Part, Row
from mynadesk.proof.world import World
from mynadesk.rulebook.timeline import NotInForce


class Pair(NamedTuple):
    """Two cases that differ by what an entry says."""

    first: Case
    second: Case


class Ground:
    """The situations of one day. In each, what is not looked at stands as well as it can."""

    def __init__(self, entries: Entries, on: date) -> None:
        """`entries`: of a rulebook; `on`: the day."""
        self.entries, self.on = entries, on
        self.world = World(entries.book, on)
        self._plain: dict[int, Row] = {}
        self._untold: dict[Any, int] = {}

    def each_route(self) -> Iterator[Desk]:
        """One desk of each route."""
        seen = set()
        for desk in self.world.desks:
            if desk.route.name not in seen:
                seen.add(desk.route.name)
                yield desk

    def desks_of(self, route: str) -> list[Desk]:
        """The desk of a route; nothing where no one comes by it."""
        return [desk for desk in self.each_route() if desk.route.name == route]

    def decided(self, case: Case) -> Decision | None:
        """None where there are no rules on its day."""
        try:
            return decide(self.entries.book, case)
        except NotInForce:
            return None

    def ways(self, desk: Desk, part: Part) -> list[Row]:
        """The plainest row of each way in which a part can stand, the plainest first."""
        rows = sorted(part.rows, key=lambda row: self.plainness(desk, part, row), reverse=True)
        return [*{row.bits: row for row in rows}.values()][::-1]

    def case(self, desk: Desk, part: Part | None = None, row: Row | None = None) -> Case:
        """The row, and all else as plain as it can stand well."""
        rows = [row if each is part and row else self.plainest(desk, each) for each in desk.parts]
        touched = [pin for each in (part.requirements if part else ()) for pin in each.pins or ()]
        pins = [pin for pin in desk.judging.pins if pin in touched] or desk.judging.pins
        return desk.joined(rows, tuple(pins[:1])).case()

    def plainest(self, desk: Desk, part: Part) -> Row:
        """The plainest row in which all stands as well as it can."""
        key = id(part)
        if key not in self._plain:
            best = min(row.whole.bit_count() for row in part.rows)
            rows = [row for row in part.rows if row.whole.bit_count() == best]
            self._plain[key] = min(rows, key=lambda row: self.plainness(desk, part, row))
        return self._plain[key]

    def plainest_met(self, desk: Desk, part: Part, place: int) -> Row | None:
        """The plainest in which one requirement applies and is met; the others stand as they can."""
        rows = [row for row in part.rows if row.outcomes[place] is not None and not row.bits[place]]
        return min(
            rows, key=lambda row: (row.whole.bit_count(), *self.plainness(desk, part, row)), default=None
        )

    def plainness(self, desk: Desk, part: Part, row: Row) -> tuple[int, int]:
        """How much of it no question tells, and how much there is to tell. The less, the plainer."""
        facts = {name: value for name, value in zip(part.facts, row.facts, strict=True) if value is not None}
        key = (tuple(desk.comer.items()), tuple(facts.items()))
        if key not in self._untold:
            self._untold[key] = untold(self.world.book, {**desk.comer, **facts})
        return self._untold[key], len(facts) + sum(len(pile.papers) for pile in row.piles)
