"""Situations that two rulebooks decide otherwise: how many, from what to what, and the smallest of them."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec.structs import replace

from mynadesk.decision.decide import decide, verdict_of
from mynadesk.decision.decision import PIN_WORDS, Outcome
from mynadesk.proof.answers import every_set
from mynadesk.proof.pair_papers import BOTH
from mynadesk.proof.pairs import Pair, PairDesk, Part, Row
from mynadesk.proof.situation import Situation, as_written
from mynadesk.proof.tables import Bits, field_of_pin, is_away, standing_of_pin
from mynadesk.rulebook.book import Rulebook

Turn = tuple[str, str]
"""A verdict before and after."""


class Turned(msgspec.Struct, frozen=True):
    """Situations that are decided otherwise."""

    count: int
    """Classes in which some PIN, or the course of the visit, is decided otherwise."""
    turns: dict[Turn, int]
    """By verdict before and after, the most first; the same where only single PINs changed."""
    papers: tuple[str, ...]
    """Kinds of paper that count otherwise."""
    requirements: tuple[str, ...]
    """Requirements that stand otherwise, by their names in a decision."""
    example: dict[str, Any] | None
    """The smallest case, in the form of the contract: one that both sides can read, where there is any; then
    the fewest papers, then the fewest answers."""
    shown: Turn | None
    """Its verdict before and after."""


class Turning:
    """Gathers them over several days."""

    def __init__(self, of_one_day: bool, old: Rulebook, new: Rulebook) -> None:
        """`of_one_day`: the two sides are of the same day, which the example can name. The rulebooks: a case
        that both can read is the better example."""
        self._books = old, new
        self._of_one_day = of_one_day
        self._turns: Counter[Turn] = Counter()
        self._papers: dict[str, None] = {}
        self._requirements: dict[str, None] = {}
        self._smallest: tuple[tuple[int, int, int], Pair, Situation] | None = None

    def add(self, pair: Pair) -> int:
        """The situations of one day. How many there are of any kind."""
        sets = every_set(pair.pins)
        classes = 0
        for desk in pair.desks:
            ways = desk.ways()
            classes += ways.total() * len(sets)
            turned = {bits: count for bits, count in ways.items() if bits[0] != bits[1]}
            if desk.routes[0].flow != desk.routes[1].flow:
                turned = dict(ways)
            for bits, count in turned.items():
                for pins in sets:
                    self._count(desk, bits, pins, count)
            if turned:
                self._look_closer(desk)
        return classes

    def _count(self, desk: PairDesk, bits: tuple[Bits, Bits], pins: tuple[str, ...], count: int) -> None:
        places = [desk.pair.pins.index(pin) for pin in pins]
        words = [
            {pin: PIN_WORDS[standing_of_pin(each, at)] for pin, at in zip(pins, places, strict=True)}
            for each in bits
        ]
        flows = [
            None if any(is_away(each, at) for at in places) else desk.routes[side].flow
            for side, each in enumerate(bits)
        ]
        if words[0] != words[1] or flows[0] != flows[1]:
            self._turns[verdict_of(words[0]), verdict_of(words[1])] += count

    def _look_closer(self, desk: PairDesk) -> None:
        """Which papers and requirements did it, and in which smallest situation."""
        smallest = [self._sorted(part) for part in desk.parts]
        clear: dict[tuple[int, int, int], Row | None] = {}
        for number, part in enumerate(desk.parts):
            tried: set[tuple[int, int]] = set()
            for row in smallest[number]:
                if row.bits[0] != row.bits[1]:
                    self._name(desk, part, row)
                    for at, worst in _turned_pins(desk, row):
                        if (at, worst) not in tried:
                            tried.add((at, worst))
                            self._try(desk, smallest, clear, number, row, at, worst)
        if desk.routes[0].flow != desk.routes[1].flow:
            self._keep(desk, [rows[0] for rows in smallest], desk.pair.pins[:1])

    def _sorted(self, part: Part) -> list[Row]:
        strange = [place for place, fact in enumerate(part.facts) if not self._is_known(fact)]
        return sorted(
            part.rows, key=lambda row: (sum(row.facts[place] is not None for place in strange), row.size)
        )

    def _is_known(self, fact: str) -> bool:
        return all(fact in book.facts or fact in book.who_and_what for book in self._books)

    def _strange(self, situation: Situation) -> int:
        """How many answers and papers only one side knows."""
        facts = sum(value is not None and not self._is_known(name) for name, value in situation.facts.items())
        return facts + sum(
            paper.kind not in book.documents.kinds for paper in situation.documents for book in self._books
        )

    def _name(self, desk: PairDesk, part: Part, row: Row) -> None:
        for owner, pile in zip(part.owners, row.piles, strict=True):
            self._papers |= dict.fromkeys(desk.pair.papers[owner].turned(pile))
        standings: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
        for (side, _, requirement), outcome in zip(part.requirements, row.outcomes, strict=True):
            standings[side][requirement.id] = _standing(outcome)
        names = dict.fromkeys([*standings[0], *standings[1]])
        self._requirements |= {
            name: None for name in names if standings[0].get(name) != standings[1].get(name)
        }

    def _try(
        self,
        desk: PairDesk,
        smallest: list[list[Row]],
        clear: dict[tuple[int, int, int], Row | None],
        number: int,
        row: Row,
        at: int,
        worst: int,
    ) -> None:
        """The row beside the smallest of each other part that does not hide a PIN that stands as `worst`."""
        rows = []
        for other in range(len(desk.parts)):
            key = other, at, worst
            if key not in clear:
                clear[key] = next((each for each in smallest[other] if _worst(each, at) < worst), None)
            rows.append(row if other == number else clear[key])
        if all(rows):
            self._keep(desk, [each for each in rows if each is not None], (desk.pair.pins[at],))

    def _keep(self, desk: PairDesk, rows: list[Row], pins: tuple[str, ...]) -> None:
        situation = desk.situation(rows, pins)
        papers, facts = (sum(row.size[each] for row in rows) for each in (0, 1))
        size = self._strange(situation), papers, facts
        if self._smallest is None or size < self._smallest[0]:
            self._smallest = size, desk.pair, situation

    def turned(self) -> Turned:
        """All that was gathered."""
        example, shown = None, None
        if self._smallest is not None:
            _, pair, situation = self._smallest
            example, shown = _written(pair, situation), _verdicts(pair, situation)
            if not self._of_one_day:
                del example["on"]
        turns = dict(sorted(self._turns.items(), key=lambda turn: (-turn[1], turn[0])))
        return Turned(
            self._turns.total(), turns, tuple(self._papers), tuple(self._requirements), example, shown
        )


def _standing(outcome: Outcome | None) -> Any:
    return None if outcome is None else outcome.standing


def _turned_pins(desk: PairDesk, row: Row) -> Iterator[tuple[int, int]]:
    """The places of PINs that stand otherwise, with the worse of both ways."""
    for at in range(len(desk.pair.pins)):
        if field_of_pin(row.bits[0], at) != field_of_pin(row.bits[1], at):
            yield at, _worst(row, at)


def _worst(row: Row, at: int) -> int:
    return max(field_of_pin(row.bits[0], at), field_of_pin(row.bits[1], at))


def _written(pair: Pair, situation: Situation) -> dict[str, Any]:
    """In the form of the contract."""
    kinds = [side.book.documents.kinds for side in pair.sides]
    book = pair.sides[1].book
    if any(paper.kind not in kinds[1] for paper in situation.documents):
        book = pair.sides[0].book
    return as_written(book, situation)


def _verdicts(pair: Pair, situation: Situation) -> Turn:
    """As each side decides it, papers left out of which it does not know the kind."""
    found = []
    for side in BOTH:
        book, on = pair.sides[side]
        papers = tuple(paper for paper in situation.documents if paper.kind in book.documents.kinds)
        found.append(decide(book, replace(situation, on=on, documents=papers).case()).verdict)
    return found[0], found[1]
