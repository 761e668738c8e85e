"""A scene for a skill: drawn by chance from a seed, and only shown if it turns on exactly that rule."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from random import Random

from mynadesk.decision.case import Case
from mynadesk.decision.conditions import Moment
from mynadesk.decision.decide import decide, procedure_of
from mynadesk.decision.decision import Decision
from mynadesk.practice.scenes.draft import Draft
from mynadesk.practice.scenes.lore import Lore
from mynadesk.practice.scenes.scene import Card, Pair, Scene
from mynadesk.practice.scenes.studio import Studio
from mynadesk.practice.scenes.wishes import wish
from mynadesk.practice.skills.cards import Skill, skills_of
from mynadesk.practice.skills.own import OwnScene
from mynadesk.practice.skills.paper_turns import KindTurn, SwapTurn
from mynadesk.practice.skills.turns import Begin, FactTurn, PurposeTurn, Turned
from mynadesk.rulebook.book import Rulebook
from mynadesk.standing import Standing
from mynadesk.words import Words

_TRIES = 400
_VOICES = 1000


class Deck:
    """The skills of a rulebook, and their scenes; and scenes that trainers made."""

    def __init__(self, book: Rulebook, lore: Lore, on: date, own: Iterable[OwnScene] = ()) -> None:
        """`on`: the day on which it is practised; scenes are of that day, or of one soon after it."""
        self.studio = Studio(book, lore)
        self.on = on
        self._own = {each.card.id: each for each in own}

    @cached_property
    def skills(self) -> dict[str, Skill]:
        """Every skill of which a scene can be drawn."""
        return {skill.card.id: skill for skill in skills_of(self.studio) if self._draw(skill, 0)}

    @cached_property
    def cards(self) -> dict[str, Card]:
        """The skills' cards by id, and those of own scenes."""
        skills = {name: skill.card for name, skill in self.skills.items()}
        return skills | {name: each.card for name, each in self._own.items()}

    def undrawable(self) -> list[Card]:
        """Skills of which no scene can be drawn on this day."""
        return [skill.card for skill in skills_of(self.studio) if skill.card.id not in self.skills]

    def pair(self, card: str, seed: int) -> Pair:
        """Two scenes that differ in one fact; the same seed on the same day gives the same two.

        Of an own scene there is only the one, twice.
        """
        if card in self._own:
            scene = self._own[card].scene
            return Pair((scene, scene))
        pair = self._draw(self.skills[card], seed)
        if pair is None:
            raise LookupError(f"no scene of {card} with seed {seed}")
        return pair

    def card_behind(self, scene: Scene) -> Card | None:
        """The card whose rule the scene shows: with only its twin's PIN or paper, another or none."""
        skill = self.skills.get(scene.card)
        turn, case = skill.turn if skill else None, scene.case
        if isinstance(turn, PurposeTurn) and turn.pin not in case.pins:
            return next(
                (
                    other.card
                    for other in self.skills.values()
                    if isinstance(other.turn, PurposeTurn) and other.turn.pin in case.pins
                ),
                None,
            )
        if isinstance(turn, FactTurn) and turn.one_of_a_list and case.facts.get(turn.fact) not in turn.better:
            return None
        if isinstance(turn, KindTurn | SwapTurn) and all(paper.kind != turn.kind for paper in case.documents):
            return None
        return self.cards[scene.card]

    def _draw(self, skill: Skill, seed: int) -> Pair | None:
        random = Random(f"{skill.card.id} {seed}")
        for turned in self._sketches(skill, random):
            cases = turned.better.case(), turned.worse.case()
            if self._is_scene(turned, *cases):
                return self._pair(skill, turned)
        return None

    def _sketches(self, skill: Skill, random: Random) -> Iterator[Turned]:
        for _ in range(_TRIES):
            turned = skill.turn.sketch(Begin(self.studio, self.on, random))
            if turned is not None:
                yield turned

    def _is_scene(self, turned: Turned, better: Case, worse: Case) -> bool:
        """Whether the two are decided differently, by this rule alone, and nothing is unlikely in them."""
        first, second = decide(self.studio.book, better), decide(self.studio.book, worse)
        rule = turned.rule.partition("/")[0]
        stands = [_standings(each) for each in (first, second)]
        others = {standing for each in stands for id_, standing in each.items() if id_ != rule}
        return (
            stands[0].get(rule, Standing.met) < stands[1].get(rule, Standing.met)
            and others <= {Standing.met}
            and (first.verdict, first.flow) != (second.verdict, second.flow)
            and not any(self._never(case) for case in (better, worse))
        )

    def _never(self, case: Case) -> bool:
        route = procedure_of(self.studio.book).route_of(case.facts).name
        moment = Moment(case, route, (), ())
        return any(condition(moment) for condition in self.studio.never)

    def _pair(self, skill: Skill, turned: Turned) -> Pair:
        said = wish(self.studio, turned.better)
        same = turned.better.pins == turned.worse.pins
        other = said if same else wish(self.studio, turned.worse)
        voice = turned.better.random.randrange(_VOICES)
        better = self._scene(skill, turned, turned.better, said, voice)
        return Pair((better, self._scene(skill, turned, turned.worse, other, voice)))

    def _scene(self, skill: Skill, turned: Turned, draft: Draft, said: Words, voice: int) -> Scene:
        rule = turned.rule.partition("/")[0]
        age = draft.holder_age
        told = age < self.studio.lore.adult
        return Scene(
            skill.card.id,
            rule,
            draft.case(),
            turned.fact,
            said,
            draft.birth if told else None,
            None if told else age,
            voice,
        )


def _standings(decision: Decision) -> dict[str, Standing]:
    found: dict[str, Standing] = {}
    for each in decision.requirements:
        found[each.id] = max(each.standing, found.get(each.id, Standing.met))
    return found
