"""Which card comes next: trainees who are made up practise sixty scenes."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import combinations, pairwise

import pytest

from mynadesk.practice.learning.choosing import Choice, next_card, three_to_read_again
from mynadesk.practice.learning.memory import Memory, after
from tests.practice.trainees import (
    DAY,
    HOUR,
    SCENE,
    START,
    always_right,
    card,
    cards,
    practised,
    sixty_at_once,
    ten_a_day,
    wrong_on,
)

DECK = cards(80)
SEEDS = ["a", "tanuki", "7", "七"]
each_seed = pytest.mark.parametrize("seed", SEEDS)
each_way = pytest.mark.parametrize("times", [sixty_at_once, ten_a_day])
Times = Callable[[], Iterator[datetime]]


def first_new(seed: str, count: int) -> list[str]:
    """The cards that this trainee meets first."""
    _, chosen = practised(Memory(seed), DECK, always_right, sixty_at_once(count))
    return [choice.card for choice in chosen]


def places(chosen: list[Choice], id_: str) -> list[int]:
    return [place for place, choice in enumerate(chosen) if choice.card == id_]


# Always wrong on two


@each_way
@each_seed
def test_who_always_errs_on_two_cards_meets_these_two_more_often_than_any_others(
    seed: str, times: Times
) -> None:
    """Of 80 cards, each two of the ten that come up first."""
    for one, other in combinations(first_new(seed, 10), 2):
        _, chosen = practised(Memory(seed), DECK, wrong_on(one, other), times())
        met = Counter(choice.card for choice in chosen)
        rest = max(count for id_, count in met.items() if id_ not in (one, other))
        assert min(met[one], met[other]) >= 2 * rest, (one, other, met)


@each_way
@pytest.mark.parametrize("count", [5, 8, 14])
def test_so_it_is_for_every_two_of_fewer_cards(count: int, times: Times) -> None:
    deck = cards(count)
    for one, other in combinations([each.id for each in deck], 2):
        _, chosen = practised(Memory("seed"), deck, wrong_on(one, other), times())
        met = Counter(choice.card for choice in chosen)
        assert min(met[one], met[other]) > max(met[each.id] for each in deck if each.id not in (one, other))


@each_seed
def test_a_miss_comes_back_soon_and_never_at_once(seed: str) -> None:
    """Three other scenes lie between, no more."""
    one = first_new(seed, 1)[0]
    _, chosen = practised(Memory(seed), DECK, wrong_on(one), sixty_at_once())
    seen = places(chosen, one)
    assert {later - sooner for sooner, later in pairwise(seen)} == {4}


@each_way
@each_seed
def test_however_much_is_missed_every_third_scene_is_a_new_card(seed: str, times: Times) -> None:
    _, chosen = practised(Memory(seed), DECK, wrong_on(*(each.id for each in DECK)), times())
    for three in zip(chosen, chosen[1:], chosen[2:], strict=False):
        assert "new" in {choice.why for choice in three}
        assert len({choice.card for choice in three}) == 3


# Learning


@each_seed
def test_who_has_learned_two_cards_stops_meeting_them(seed: str) -> None:
    """Wrong twice, right twice, and not once more in sixty scenes."""
    for one, other in combinations(first_new(seed, 12), 2):
        _, chosen = practised(Memory(seed), DECK, wrong_on(one, other, until=2), sixty_at_once())
        met = Counter(choice.card for choice in chosen)
        assert met[one] == met[other] == 4
        assert {count for id_, count in met.items() if id_ not in (one, other)} == {1}
        assert max(places(chosen, one) + places(chosen, other)) < 40


@each_seed
def test_over_days_a_learned_card_comes_ever_less(seed: str) -> None:
    """Eighteen days of ten scenes: it is due like any other card then."""
    one, other = first_new(seed, 2)
    _, chosen = practised(Memory(seed), DECK, wrong_on(one, other, until=2), ten_a_day(180))
    for id_ in (one, other):
        thirds = Counter(place // 60 for place in places(chosen, id_))
        assert thirds[0] >= 4
        assert thirds[0] > 2 * thirds[1] >= 2 * thirds[2]
        assert thirds[2] <= 1


@each_seed
def test_nothing_that_was_right_is_met_again_within_the_hour(seed: str) -> None:
    _, chosen = practised(Memory(seed), DECK, always_right, sixty_at_once())
    assert [choice.why for choice in chosen] == ["new"] * 60
    assert len({choice.card for choice in chosen}) == 60


# Changed rules


@each_seed
def test_a_rule_that_was_edited_brings_back_its_own_card_alone(seed: str) -> None:
    memory, _ = practised(Memory(seed), DECK, always_right, sixty_at_once(80))
    later = START + 80 * SCENE
    for number in range(80):
        edited = [card(each, "as it is now" if each == number else "as it was") for each in range(80)]
        choice = next_card(memory, edited, later)
        assert choice == Choice(card(number).id, "changed")
        then = next_card(after(memory, edited[number], "good", later), edited, later)
        assert then is not None
        assert then.why == "ahead"


def test_a_changed_rule_comes_before_what_was_missed() -> None:
    memory, _ = practised(Memory("a"), DECK, wrong_on(*(each.id for each in DECK)), sixty_at_once(30))
    known = [each.id for each in DECK if each.id in memory.skills]
    edited = [card(number, "new" if card(number).id in known[:2] else "as it was") for number in range(80)]
    _, chosen = practised(memory, edited, always_right, iter([START + DAY] * 3))
    assert {choice.card for choice in chosen if choice.why == "changed"} == set(known[:2])
    assert [choice.why == "changed" for choice in chosen] == [True, True, False]


def test_a_card_that_left_the_rulebook_is_passed_over_and_kept() -> None:
    memory, _ = practised(Memory("a"), DECK, wrong_on(DECK[0].id), sixty_at_once(80))
    _, chosen = practised(memory, DECK[1:], always_right, ten_a_day())
    assert DECK[0].id in memory.skills
    assert DECK[0].id not in {choice.card for choice in chosen}


# The rest of the order


def test_what_is_due_comes_before_new_ones_but_not_for_ever() -> None:
    memory, _ = practised(Memory("a"), DECK, always_right, sixty_at_once(10))
    _, chosen = practised(memory, DECK, always_right, iter([START + 4 * DAY + n * SCENE for n in range(6)]))
    assert [choice.why for choice in chosen] == ["due", "due", "new", "due", "due", "new"]


def test_when_nothing_is_left_what_is_due_soonest_comes_and_within_the_hour_all_take_turns() -> None:
    """Three cards, of which the one that was met last is due first."""
    memory = Memory("a")
    for number, rating in ((0, "good"), (1, "good"), (2, "hard")):
        memory = after(memory, card(number), "hard" if rating == "hard" else "good", START + number * SCENE)
    assert next_card(memory, cards(3), START + 2 * HOUR) == Choice("card/02", "ahead")
    assert next_card(memory, cards(3), START + HOUR / 2) == Choice("card/00", "ahead")


def test_two_trainees_meet_new_cards_in_orders_of_their_own() -> None:
    orders = {tuple(first_new(seed, 80)) for seed in SEEDS}
    assert len(orders) == len(SEEDS)
    assert {frozenset(order) for order in orders} == {frozenset(each.id for each in DECK)}


def test_with_one_card_that_one_comes_and_with_none_nothing() -> None:
    _, chosen = practised(Memory("a"), cards(1), wrong_on(card(0).id), sixty_at_once(3))
    assert [choice.why for choice in chosen] == ["new", "ahead", "ahead"]
    assert next_card(Memory("a"), [], START) is None


# Reading again


def test_the_worst_three_are_to_be_read_again() -> None:
    """Most missed first; what was never missed, or is known by now, is not among them."""
    memory = Memory("a")
    for id_, misses in (("00", 1), ("01", 3), ("02", 2), ("03", 0), ("04", 1)):
        number = int(id_)
        for _ in range(misses):
            memory = after(memory, card(number), "again", START)
        memory = after(memory, card(number), "good", START + SCENE)
    for day in range(1, 9, 3):  # card 4 was learned
        memory = after(memory, card(4), "good", START + day * DAY)
    later = START + 8 * DAY
    assert three_to_read_again(memory, DECK, later) == ("card/01", "card/02", "card/00")
    assert three_to_read_again(memory, DECK[2:], later) == ("card/02",)
    assert three_to_read_again(Memory("a"), DECK, START) == ()
