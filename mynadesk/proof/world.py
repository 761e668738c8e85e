"""One day of a rulebook: every visitor's desk, judged in every situation."""

from datetime import date
from functools import cached_property

from mynadesk.decision.decide import procedure_of
from mynadesk.decision.decision import Outcome
from mynadesk.decision.papers import Paper
from mynadesk.decision.route import CompiledRequirement, CompiledRoute
from mynadesk.proof.answers import Comer, alike, comers
from mynadesk.proof.papers import Effect, Papers, effect_of
from mynadesk.proof.piles import Piles
from mynadesk.proof.situation import Situation
from mynadesk.proof.tables import Bits, Desk, Part, Row, most_places, read_by
from mynadesk.rulebook.book import Rulebook


class World:
    """All that can happen on one day."""

    def __init__(self, book: Rulebook, on: date) -> None:
        self.book, self.on = book.at(on), on
        self.procedure = procedure_of(self.book)
        self.answers = alike(self.book)
        self.papers = {owner: Papers(self.book, owner, on) for owner in ("holder", "visitor")}
        self.comers = comers(self.book)
        self._moves: dict[tuple[str, Effect | None, Effect | None], Situation | None] = {}

    def routes_of(self, comer: Comer) -> list[CompiledRoute]:
        """The routes that fit; there should be one."""
        return [route for route in self.procedure.routes.values() if route.fits(comer)]

    @cached_property
    def desks(self) -> tuple[Desk, ...]:
        """A desk for everybody for whom there is one route."""
        return tuple(
            self._desk(comer, fitting[0])
            for comer in self.comers
            if len(fitting := self.routes_of(comer)) == 1
        )

    def _desk(self, comer: Comer, route: CompiledRoute) -> Desk:
        piles = {
            owner: Piles(papers, most_places(self.book, route.name, owner))
            for owner, papers in self.papers.items()
        }
        return Desk(self.book, comer, route, self.answers, piles)

    def plain(self) -> Situation:
        """Some situation of the day, for what bears on none."""
        return self.desks[0].situation(None, None)

    def moved(self, of: str, before: Paper | None, after: Paper | None) -> Situation | None:
        """A situation that is decided otherwise with one paper more than with the other."""
        key = of, _effect(before), _effect(after)
        if key not in self._moves:
            self._moves[key] = self._moved(of, before, after)
        return self._moves[key]

    def _moved(self, of: str, before: Paper | None, after: Paper | None) -> Situation | None:
        for desk in self.desks:
            for part in desk.parts:
                if of in part.owners:
                    row = self._row_moved(desk, part, of, before, after)
                    if row is not None:
                        return desk.situation(part, row)
        return None

    def _row_moved(
        self, desk: Desk, part: Part, of: str, before: Paper | None, after: Paper | None
    ) -> Row | None:
        place, ground = part.owners.index(of), desk.ground(part)
        for row in part.rows:
            if len(row.piles[place].papers) >= desk.piles[of].most:
                continue
            first = self.bits_with(desk, part, row, of, before)
            if first | ground != self.bits_with(desk, part, row, of, after) | ground:
                return row
        return None

    def bits_with(self, desk: Desk, part: Part, row: Row, of: str, paper: Paper | None) -> Bits:
        """How the part stands with one paper more."""
        if paper is None:
            return row.whole
        papers = {owner: pile.papers for owner, pile in zip(part.owners, row.piles, strict=True)}
        papers[of] = (*papers[of], paper)
        view = desk.judging.view(dict(zip(part.facts, row.facts, strict=True)), papers)
        bits = 0
        for requirement in part.requirements:
            bits |= desk.judging.bits(requirement, desk.judging.judge(requirement, view))
        return bits


def _effect(paper: Paper | None) -> Effect | None:
    return None if paper is None else effect_of(paper)


class Retried:
    """One requirement of a part, judged anew with a changed rule, each of its own situations once."""

    def __init__(self, desk: Desk, part: Part, place: int, changed: CompiledRequirement) -> None:
        self._desk, self._part, self._place, self._changed = desk, part, place, changed
        self._known: dict[tuple[object, ...], tuple[Outcome | None, Bits]] = {}
        reads = part.requirements[place].reads
        self._facts = [number for number, name in enumerate(part.facts) if name in self._read()]
        self._owners = [number for number, owner in enumerate(part.owners) if owner in reads.owners]

    def _read(self) -> set[str]:
        return set(read_by(self._part.requirements[self._place]) | read_by(self._changed))

    def outcome(self, row: Row) -> tuple[Outcome | None, Bits]:
        """The changed requirement in this row."""
        key = (
            tuple(row.facts[number] for number in self._facts),
            tuple(row.piles[number].shape for number in self._owners),
        )
        if key not in self._known:
            part = self._part
            found = self._desk.judge(self._changed, part.facts, row.facts, part.owners, row.piles)
            self._known[key] = found, self._desk.judging.bits(self._changed, found)
        return self._known[key]

    def difference(self) -> Row | None:
        """A row in which the whole stands otherwise."""
        ground, place = self._desk.ground(self._part), self._place
        for row in self._part.rows:
            changed = self.outcome(row)[1]
            if changed != row.bits[place]:
                rest = ground | others(row, place)
                if rest | changed != rest | row.bits[place]:
                    return row
        return None


def others(row: Row, place: int) -> Bits:
    """How the rest of the part stands."""
    bits = 0
    for number, each in enumerate(row.bits):
        if number != place:
            bits |= each
    return bits
