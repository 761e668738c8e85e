"""Scenes of the shipped rules as they are practised, and answers to them."""

from collections.abc import Callable, Iterable
from pathlib import Path

from mynadesk.practice.answers.answer import ACCEPTING, Answer, Sureness, Verdict, hanging, verdict_of
from mynadesk.practice.exercises.exercise import Exercise
from mynadesk.practice.learning.memory import Memory
from mynadesk.practice.learning.progress import Side
from mynadesk.practice.learning.round import Showing
from mynadesk.practice.reading import load_practice
from mynadesk.practice.skills.drawing import Deck
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.wording import Wording
from mynadesk.words import Language
from tests.interview.desk import BOOK, ON
from tests.practice.broken import copied, load
from tests.practice.deck import DECK

PRACTICE = load_practice(shipped_rules(), BOOK, ON)
WORDS = PRACTICE.words
BETTER: Side = 0
WORSE: Side = 1
"""The scene of a pair in which the card's requirement stands better, and the other."""


def exercise(
    card: str, side: Side = WORSE, language: Language = "ja", seed: str = "seed", deck: Deck = DECK
) -> Exercise:
    """A scene of that card."""
    showing = Showing(1, card, 0, side, "new")
    return Exercise(deck, PRACTICE.lore, Wording(BOOK, language), Memory(seed), showing)


def own_exercise(folder: Path, text: str) -> Exercise:
    """The scene that a trainer has written beside the shipped ones."""
    practice = copied(folder)
    (practice / "trainers.yaml").write_text(text, encoding="utf-8")
    shipped = {each.card.id for each in PRACTICE.own}
    own = [each for each in load(practice).own if each.card.id not in shipped]
    return exercise(own[0].card.id, deck=Deck(BOOK, PRACTICE.lore, ON, own))


def right(to: Exercise) -> Answer:
    """What is right in every part."""
    return answer(to, verdict_of(to.decision), hanging(to.decision))


def answer(
    to: Exercise,
    verdict: Verdict,
    hangs_on: Iterable[str] = (),
    said: Callable[[int], int] = lambda right: right,
    sure: Sureness = "sure",
) -> Answer:
    """An answer that says the right words, unless `said` makes another choice of the right one."""
    named = frozenset() if verdict in ACCEPTING else frozenset(hangs_on)
    return Answer(verdict, named, said(to.sayings.right), sure)
