"""One showing as it is practised: the scene, what the rules say of it, and its twin."""

from collections import Counter
from random import Random

from mynadesk.decision.decide import decide
from mynadesk.practice.answers.sayings import sayings
from mynadesk.practice.learning.memory import Memory, drawn
from mynadesk.practice.learning.round import Showing
from mynadesk.practice.scenes.lore import Lore
from mynadesk.practice.scenes.scene import Card, Scene
from mynadesk.practice.scenes.telling import tell
from mynadesk.practice.skills.drawing import Deck
from mynadesk.wording import Wording


class Exercise:
    """A scene of the trainee's own: the same for the same trainee, card, showing and day."""

    def __init__(self, deck: Deck, lore: Lore, wording: Wording, memory: Memory, showing: Showing) -> None:
        self.showing = showing
        self.card: Card = deck.cards[showing.card]
        seed = drawn(memory, f"{showing.card} scene {showing.pair}")
        pair = deck.pair(showing.card, seed)
        self.scene: Scene = pair.scenes[showing.side]
        self.behind: Card | None = deck.card_behind(self.scene)
        wording = self.wording = wording.at(self.scene.case.on)
        self.twin: Scene = pair.scenes[1 - showing.side]
        self.decision = decide(wording.book, self.scene.case)
        self.otherwise = decide(wording.book, self.twin.case)
        self.told = tell(self.scene, lore, wording)
        self._twin_told = tell(self.twin, lore, wording)
        self.sayings = sayings(wording, self.decision, [self.otherwise], Random(seed + showing.side))

    @property
    def skill(self) -> str:
        """What is practised here: the card, or, where the scene shows nothing of it, what it turns on."""
        if self.behind is not None:
            return self.behind.label.in_(self.wording.language)
        requirements = self.decision.requirements
        found = next((each for each in requirements if each.id == self.scene.requirement), None)
        return self.wording.label(found) if found else self.card.label.in_(self.wording.language)

    @property
    def contrast(self) -> list[str]:
        """What would be told in the twin's place of what is told here; nothing for an own scene.

        Where something is only absent in the twin, it is what is told here and would not be.
        """
        mine, theirs = (Counter([each.said, *each.lines]) for each in (self.told, self._twin_told))
        return [*(theirs - mine)] or [*(mine - theirs)]

    @property
    def only_absent(self) -> bool:
        """Whether the twin is this scene with something left out."""
        mine, theirs = (Counter([each.said, *each.lines]) for each in (self.told, self._twin_told))
        return not theirs - mine and bool(mine - theirs)
