"""One more paper never hurts."""

from typing import Any

import msgspec
from msgspec.structs import replace

from mynadesk.decision.decision import Outcome
from mynadesk.proof.holes import Findings
from mynadesk.proof.piles import Pile, Shape
from mynadesk.proof.situation import Situation
from mynadesk.proof.tables import Desk, Part, Row
from mynadesk.proof.world import World
from mynadesk.standing import Standing
from mynadesk.words import Words

Grown = tuple[Any, ...]
"""What decides whether more papers can hurt: the owner, the requirements, the effects there are."""

_HURTS = Words("書類が1点増えると、判定が悪くなります。", "With one paper more it stands worse.")


def growing(world: World, found: Findings, seen: set[Grown]) -> None:
    """Every pile that can matter, with every paper more.

    `seen` holds what was looked at on other days: where papers have the same effects, the same holds.
    """
    for desk in world.desks:
        for part in desk.parts:
            for of in part.owners:
                most = desk.piles[of].most
                groups = [(each.effects, min(len(each.kinds), most + 1)) for each in world.papers[of].alike]
                key: Grown = (of, msgspec.json.encode([each.rule for each in part.requirements]), *groups)
                if most and key not in seen:
                    seen.add(key)
                    _grows(found, desk, part, of)


def _grows(found: Findings, desk: Desk, part: Part, of: str) -> None:
    place = part.owners.index(of)
    known = {
        (row.facts, _shapes(row, place), row.piles[place].shape): tuple(map(_standing, row.outcomes))
        for row in part.rows
    }
    for row in part.rows:
        for shape in desk.piles[of].larger(row.piles[place]):
            key = row.facts, _shapes(row, place), shape
            if key not in known:
                known[key] = _judged(desk, part, row, place, desk.piles[of].pile(shape))
            for number, standing in enumerate(known[key]):
                if standing > _standing(row.outcomes[number]):
                    rule = "requirements", (part.names[number],)
                    shown = _with(desk.situation(part, row), desk.piles[of].pile(shape), of)
                    found.hole("hurts", rule, _HURTS, desk.book, shown)


def _shapes(row: Row, place: int) -> tuple[Shape, ...]:
    return tuple(pile.shape for number, pile in enumerate(row.piles) if number != place)


def _judged(desk: Desk, part: Part, row: Row, place: int, pile: Pile) -> tuple[Standing, ...]:
    piles = {owner: each.papers for owner, each in zip(part.owners, row.piles, strict=True)}
    piles[part.owners[place]] = pile.papers
    view = desk.judging.view(dict(zip(part.facts, row.facts, strict=True)), piles)
    return tuple(desk.judging.standing(requirement, view) for requirement in part.requirements)


def _with(situation: Situation, pile: Pile, of: str) -> Situation:
    others = tuple(paper for paper in situation.documents if paper.of != of)
    return replace(situation, documents=(*others, *pile.documents))


def _standing(outcome: Outcome | None) -> Standing:
    return Standing.met if outcome is None else outcome.standing
