"""Exactly one answer everywhere: one route, and a question wherever something is open."""

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_
from random import Random

from mynadesk.decision.decide import decide
from mynadesk.decision.decision import Outcome
from mynadesk.proof.answers import Comer
from mynadesk.proof.holes import Findings, Rule
from mynadesk.proof.situation import Situation
from mynadesk.proof.tables import Desk, Part, Row
from mynadesk.proof.world import World
from mynadesk.standing import Standing
from mynadesk.words import Words


def one_answer(world: World, found: Findings) -> None:
    """For everybody who may come, in every situation."""
    for comer in world.comers:
        fitting = world.routes_of(comer)
        if len(fitting) != 1:
            names = [route.name for route in fitting]
            rule = ("routes", (fitting[1].name, "who") if fitting else ())
            what = Words(
                f"当てはまる手続きが1つではありません({'、'.join(names) or 'なし'})。",
                f"Not exactly one route fits ({', '.join(names) or 'none'}).",
            )
            found.hole("no_answer", rule, what, world.book, _bare(world, comer))
    for desk in world.desks:
        for part in desk.parts:
            for place, name in enumerate(part.names):
                _answered(found, desk, part, place, name)


_DRAWN = 20
_NOT_COMBINED = Words(
    "全体の判定が、要件ごとの判定を合わせたものと違います。",
    "The whole is decided otherwise than its requirements together.",
)


def decided_together(world: World, found: Findings) -> int:
    """The engine, given whole situations, comes to what their parts come to. How many were tried."""
    tried = 0
    for desk in world.desks:
        for rows, pins in _wholes(desk):
            tried += 1
            if not combined_as_decided(desk, rows, pins):
                rule: Rule = ("routes", (desk.route.name,))
                found.hole("no_answer", rule, _NOT_COMBINED, world.book, desk.joined(rows, pins))
    return tried


def _wholes(desk: Desk) -> Iterator[tuple[list[Row], tuple[str, ...]]]:
    """Each way in which one part can stand beside others that stand well, and a draw of any with any."""
    rng, every = Random(desk.route.name), desk.judging.pins
    ways = [list({row.bits: row for row in part.rows}.values()) for part in desk.parts]
    easiest = [part.easiest for part in desk.parts]
    for place, rows in enumerate(ways):
        for row in rows:
            yield [*easiest[:place], row, *easiest[place + 1 :]], every
    for _ in range(_DRAWN):
        pins = tuple(rng.sample(every, rng.randint(1, len(every))))
        yield [rng.choice(rows) for rows in ways], pins


def _bare(world: World, comer: Comer) -> Situation:
    return Situation(world.on, tuple(world.book.pins)[:1], comer)


def _answered(found: Findings, desk: Desk, part: Part, place: int, name: str) -> None:
    """What is open asks for something, and what is settled for nothing."""
    for row in part.rows:
        outcome = row.outcomes[place]
        if outcome is not None and _is_odd(outcome):
            what = Words(
                "確認が残るのにたずねることがないか、そろったのにまだたずねます。",
                "It is open and asks for nothing, or settled and still asks.",
            )
            found.hole("no_answer", ("requirements", (name,)), what, desk.book, desk.situation(part, row))
            return


def _is_odd(outcome: Outcome) -> bool:
    if outcome.standing is Standing.ask:
        return not outcome.ask
    return outcome.standing is Standing.met and bool(outcome.ask)


def combined_as_decided(desk: Desk, rows: Sequence[Row], pins: tuple[str, ...]) -> bool:
    """Whether the engine, given a whole situation, comes to what its parts come to together."""
    situation = desk.joined(rows, pins)
    decision = decide(desk.book, situation.case())
    bits = reduce(or_, (row.whole for row in rows), 0)
    away = desk.is_turned_away(bits, pins)
    return decision.pins == desk.words(bits, pins) and (decision.flow is None) == away
