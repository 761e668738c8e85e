"""Every refusal is cured by what the decision itself says, or says that nothing cures it.

What is missing is named under "bring": whoever brings it lacks it no more, and nothing else stands worse for
it. What is declined has words that say why, and whose coming would help where anybody's would.
"""

from collections.abc import Iterator
from itertools import product
from typing import Any

import msgspec

from mynadesk.decision.decision import Outcome
from mynadesk.decision.papers import Paper
from mynadesk.proof.answers import facts_needed
from mynadesk.proof.holes import Findings
from mynadesk.proof.piles import Pile
from mynadesk.proof.tables import Desk, Part, Row
from mynadesk.proof.world import World
from mynadesk.standing import Standing
from mynadesk.words import Words

_MISSING, _DECLINE = Standing.missing, Standing.decline
_UNCURED = Words(
    "足りないと言われたとおりにしても、足りないままです。",
    "It is said to be missing, and stays so when what is named is brought.",
)
_UNSAID = Words(
    "受付できないのに、その訳やほかの道を伝える言葉(say: decline)がありません。",
    "It is declined without words (say: decline) that tell why, or what else would help.",
)
_UNASKED = Words(
    "足りないのに、お持ちいただくよう伝える言葉(say: missing)がありません。",
    "It is missing without words (say: missing) that ask for it.",
)


def cures(world: World, found: Findings) -> None:
    """Every refusal of every requirement."""
    for desk in world.desks:
        for part in desk.parts:
            for place, name in enumerate(part.names):
                _Curing(world, found, desk, part, place, name).all()


class _Way(msgspec.Struct, frozen=True):
    """One way to bring what is named."""

    changed: int
    """Facts that are answered otherwise than before."""
    outcomes: tuple[Outcome | None, ...]


class _Curing:
    """The refusals of one requirement."""

    def __init__(self, world: World, found: Findings, desk: Desk, part: Part, place: int, name: str) -> None:
        self.world, self.found, self.desk, self.part, self.place, self.name = (
            world,
            found,
            desk,
            part,
            place,
            name,
        )
        self.requirement = part.requirements[place]
        needed = facts_needed(self.requirement.rule)
        self.needed = [number for number, fact in enumerate(part.facts) if fact in needed]
        self.rows = {self._key(row): row for row in part.rows}
        self.after: dict[Any, tuple[Outcome | None, ...]] = {}

    def all(self) -> None:
        for row in self.part.rows:
            outcome = row.outcomes[self.place]
            if outcome is None or outcome.standing < _MISSING:
                continue
            if outcome.standing is _DECLINE:
                self._declined(row)
            else:
                self._missing(row, outcome)

    def _hole(self, row: Row, what: Words, kind: Any = "no_cure") -> None:
        pins = self.requirement.pins
        asked = [pin for pin in self.desk.judging.pins if pins is None or pin in pins][:1]
        situation = self.desk.situation(self.part, row, asked)
        self.found.hole(kind, ("requirements", (self.name,)), what, self.world.book, situation)

    def _declined(self, row: Row) -> None:
        rule = self.requirement.rule
        if "decline" not in rule.say:
            self._hole(row, _UNSAID)
            return
        facts = dict(zip(self.part.facts, row.facts, strict=True))
        elsewhere = any(self._takes(other, facts) for other in self.world.desks if other is not self.desk)
        self.found.cured("other_visitor" if elsewhere else "nothing", 1)

    def _takes(self, other: Desk, facts: dict[str, Any]) -> bool:
        """Whether another visitor is not declined by a requirement of this name, the facts being the same."""
        for part in other.parts:
            for place, requirement in enumerate(part.requirements):
                if requirement.id == self.requirement.id:
                    return any(
                        _agrees(part, row, facts) and _stands(row, place) < _DECLINE for row in part.rows
                    )
        return True

    def _missing(self, row: Row, outcome: Outcome) -> None:
        if "missing" not in self.requirement.rule.say:
            self._hole(row, _UNASKED)
        classes = self.world.book.documents.classes
        if not outcome.bring:
            self._hole(row, _UNCURED)
        for alternative in outcome.bring:
            papers = [name for name in alternative if name in classes]
            self._brought(row, papers, with_facts=len(papers) < len(alternative))
        self.found.cured("bring", 1)

    def _brought(self, row: Row, classes: list[str], with_facts: bool) -> None:
        ways = [way for way in self._ways(row, classes, with_facts) if _better(way.outcomes, self.place)]
        if not ways:
            self._hole(row, _UNCURED)
        fewest = min((way.changed for way in ways), default=0)
        for way in ways:
            if way.changed == fewest and (other := self._worse(row, way.outcomes)):
                what = Words(
                    f"言われたものを持って来ると、「{other}」のために前より悪くなります。",
                    f'When what is named is brought, it stands worse than before because of "{other}".',
                )
                self._hole(row, what, "hurts")

    def _ways(self, row: Row, classes: list[str], with_facts: bool) -> Iterator[_Way]:
        """Each way to bring it, with what comes of it."""
        numbers = self.needed if with_facts else []
        answers = [
            [each.answer for each in self.desk.answers[self.part.facts[number]] if each.answer is not None]
            for number in numbers
        ]
        for values in product(*answers):
            facts = list(row.facts)
            for number, value in zip(numbers, values, strict=True):
                facts[number] = value
            changed = sum(now != before for now, before in zip(facts, row.facts, strict=True))
            if classes:
                for outcomes in self._with_papers(tuple(facts), row, classes):
                    yield _Way(changed, outcomes)
            else:
                yield _Way(changed, self.rows[tuple(facts), self._shapes(row)].outcomes)

    def _key(self, row: Row) -> Any:
        return row.facts, self._shapes(row)

    def _shapes(self, row: Row) -> Any:
        return tuple(pile.shape for pile in row.piles)

    def _with_papers(
        self, facts: tuple[Any, ...], row: Row, classes: list[str]
    ) -> Iterator[tuple[Outcome | None, ...]]:
        for place, of in enumerate(self.part.owners):
            if of not in self.requirement.reads.owners:
                continue
            added = self._good_papers(of, row.piles[place], classes)
            if added is None:
                continue
            key = facts, self._shapes(row), of, tuple(classes)
            if key not in self.after:
                papers = {name: pile.papers for name, pile in zip(self.part.owners, row.piles, strict=True)}
                papers[of] = (*papers[of], *added)
                view = self.desk.judging.view(dict(zip(self.part.facts, facts, strict=True)), papers)
                judging = self.desk.judging
                self.after[key] = tuple(judging.judge(each, view) for each in self.part.requirements)
            yield self.after[key]

    def _good_papers(self, of: str, pile: Pile, classes: list[str]) -> tuple[Paper, ...] | None:
        """A paper in order for each class, of kinds that are not there yet; None where there is none."""
        if of == "visitor" and self.desk.comer["visitor"] == "holder":
            return None
        papers = self.desk.piles[of].papers
        added: list[Paper] = []
        used = {paper.kind for paper in pile.papers}
        for class_ in classes:
            good = next(_good(papers.effects, class_, used), None)
            if good is None:
                return None
            used.add(good[0])
            added.append(papers.paper(*good, len(pile.papers) + len(added)))
        return tuple(added)

    def _worse(self, row: Row, after: tuple[Outcome | None, ...]) -> str | None:
        """A requirement that makes some PIN stand worse than it stood before."""
        judging = self.desk.judging
        for requirement, outcome, name in zip(self.part.requirements, after, self.part.names, strict=True):
            if judging.bits(requirement, outcome) & ~row.whole:
                return name
        return None


def _good(effects: dict[str, Any], class_: str, used: set[str]) -> Iterator[tuple[str, Any]]:
    for kind, each in effects.items():
        if kind not in used:
            for effect in each:
                if any(name == class_ and standing is Standing.met for name, standing, _, _ in effect):
                    yield kind, effect


def _standing(outcome: Outcome | None) -> Standing:
    return Standing.met if outcome is None else outcome.standing


def _stands(row: Row, place: int) -> Standing:
    return _standing(row.outcomes[place])


def _better(after: tuple[Outcome | None, ...], place: int) -> bool:
    return _standing(after[place]) < _MISSING


def _agrees(part: Part, row: Row, facts: dict[str, Any]) -> bool:
    return all(facts.get(name, value) == value for name, value in zip(part.facts, row.facts, strict=True))
