"""How many situations there are, and how they end."""

from collections import Counter
from collections.abc import Iterable
from math import comb, prod

import msgspec

from mynadesk.decision.decide import verdict_of
from mynadesk.proof.answers import every_set, owners_of
from mynadesk.proof.papers import around
from mynadesk.proof.tables import Bits, Desk
from mynadesk.proof.world import World


class Counted(msgspec.Struct, frozen=True):
    """Situations of one or more days."""

    classes: int
    """Situations that rules tell apart, every choice of PINs with each."""
    judged: int
    """Outcomes of single requirements that the engine was asked for."""
    papers: int
    """Papers that the engine judged."""
    stand_for: int
    """Situations with all answers, papers and dates written out."""
    verdicts: dict[str, int]
    """Classes by their verdict."""


def counted(worlds: Iterable[World]) -> Counted:
    """All situations of some days together."""
    verdicts: Counter[str] = Counter()
    judged = papers = stand_for = 0
    for world in worlds:
        papers += sum(each.judged for each in world.papers.values())
        for desk in world.desks:
            verdicts.update(verdicts_of(desk))
            judged += desk.judging.count
            stand_for += _written_out(world, desk)
    return Counted(verdicts.total(), judged, papers, stand_for, dict(sorted(verdicts.items())))


def ways_to_stand(desk: Desk) -> Counter[Bits]:
    """How the whole can stand, each with the number of its situations."""
    ways: Counter[Bits] = Counter({0: 1})
    for part in desk.parts:
        own = Counter(row.whole for row in part.rows)
        joined: Counter[Bits] = Counter()
        for bits, count in ways.items():
            for other, times in own.items():
                joined[bits | other] += count * times
        ways = joined
    return ways


def verdicts_of(desk: Desk) -> Counter[str]:
    """The situations of one visitor by their verdict, for every choice of PINs."""
    verdicts: Counter[str] = Counter()
    for bits, count in ways_to_stand(desk).items():
        words = desk.words(bits, desk.judging.pins)
        for pins in every_set(desk.judging.pins):
            verdicts[verdict_of({pin: words[pin] for pin in pins})] += count
    return verdicts


def _written_out(world: World, desk: Desk) -> int:
    """Every answer to every fact, every operation, every choice of PINs, every pile of papers."""
    book = world.book
    facts = prod(len(answers) + 1 for answers in book.fact_values.values() if answers)
    operations = len(book.operations) if len(world.desks) == len(owners_told(world)) else 1
    paper = len(book.documents.kinds)
    for entry in book.documents.properties.values():
        dates = len(around(world.on))
        paper *= {"yes_no": 3, "expiry": 3 + dates, "date_until_visit": dates}[entry.type]
    piles = prod(
        comb(paper + desk.piles[owner].most, desk.piles[owner].most) for owner in owners_of(desk.comer)
    )
    return facts * operations * len(every_set(desk.judging.pins)) * piles


def owners_told(world: World) -> set[tuple[object, ...]]:
    """Everybody who may come, whatever for."""
    return {(comer["visitor"], comer.get("visit")) for comer in world.comers}
