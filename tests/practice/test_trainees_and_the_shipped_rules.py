"""Made-up trainees and the shipped rules: what they miss comes back, what they know does not."""

from collections import Counter
from datetime import timedelta
from itertools import pairwise
from random import Random

import pytest

from mynadesk.practice.learning.choosing import next_card
from mynadesk.practice.learning.memory import Memory, after
from tests.practice.deck import DECK
from tests.practice.trainees import START, Answers, always_right, wrong_on

CARDS = [*DECK.cards.values()]
RULES = [card.id for card in CARDS if card.rank == 0]
"""Rules and edges: they are met before what stands in lists."""
PAIRS = [tuple(Random(seed).sample(RULES, 2)) for seed in range(60)]
SCENES = 60


def met(seed: int, answers: Answers, scenes: int = SCENES) -> list[str]:
    """The cards of so many scenes in a row, a minute each."""
    memory, now, times = Memory(seed=str(seed)), START, Counter[str]()
    shown = []
    for _ in range(scenes):
        choice = next_card(memory, CARDS, now)
        assert choice is not None
        times[choice.card] += 1
        shown.append(choice.card)
        rating = answers(choice.card, times[choice.card])
        memory = after(memory, DECK.cards[choice.card], rating, now)
        now += timedelta(minutes=1)
    return shown


@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
def test_any_two_rules_always_missed_come_more_often_than_any_other_card(
    pair: tuple[str, str],
) -> None:
    """Within sixty scenes, whichever two they are."""
    counts = Counter(met(PAIRS.index(pair), wrong_on(*pair)))
    others = max(count for card, count in counts.items() if card not in pair)
    assert min(counts[card] for card in pair) > others


@pytest.mark.parametrize("pair", PAIRS[:20], ids="+".join)
def test_who_learns_them_stops_meeting_them(pair: tuple[str, str]) -> None:
    """Missed twice and right from then on, a card is met four times and no more."""
    shown = met(PAIRS.index(pair), wrong_on(*pair, until=2), scenes=80)
    assert [shown.count(card) for card in pair] == [4, 4]


def test_who_knows_everything_meets_every_card_once_before_any_comes_back() -> None:
    """All rules first, then the lists."""
    shown = met(3, always_right, scenes=len(CARDS))
    assert sorted(shown) == sorted(DECK.cards)
    assert set(shown[: len(RULES)]) == set(RULES)


def test_a_miss_never_comes_back_at_once() -> None:
    """Three other scenes lie between, so that the answer is not just repeated."""
    shown = met(5, wrong_on(*RULES))
    for card in set(shown):
        places = [place for place, each in enumerate(shown) if each == card]
        assert all(later - earlier > 3 for earlier, later in pairwise(places))
