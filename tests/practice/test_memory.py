"""What is remembered of a card."""

from datetime import timedelta, timezone
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mynadesk.practice.answers.grading import Rating
from mynadesk.practice.learning.memory import Memory, after, is_changed, showing_of, standing_of
from mynadesk.words import Words
from tests.practice.trainees import DAY, SCENE, START, card

CARD, NOBODY = card(1), Memory("seed")
GOOD: tuple[Rating, ...] = ("good",) * 5


def answered(*ratings: Rating, gap: timedelta = SCENE, memory: Memory = NOBODY) -> Memory:
    for number, rating in enumerate(ratings):
        memory = after(memory, CARD, rating, START + number * gap)
    return memory


def test_a_card_that_was_never_met_is_new() -> None:
    assert standing_of(NOBODY, CARD, START) == ("new", 0.0)


@pytest.mark.parametrize("rating", get_args(Rating))
def test_whatever_is_answered_rests_a_day_at_least(rating: Rating) -> None:
    """Within the hour nothing is due; misses come back by counting scenes."""
    assert answered(rating).skills[CARD.id].due >= START + DAY


def test_better_answers_rest_longer_and_fill_more_of_the_bar() -> None:
    ratings: tuple[Rating, ...] = ("again", "hard", "good")
    made = [answered(rating) for rating in ratings]
    stable = [memory.skills[CARD.id].stability for memory in made]
    shares = [standing_of(memory, CARD, START)[1] for memory in made]
    assert stable == sorted(set(stable))
    assert shares == sorted(set(shares))
    assert 0 < shares[0] < 0.2
    assert 0.5 < shares[-1] < 1


@pytest.mark.parametrize(
    ("ratings", "weak"),
    [
        (["good"], False),
        (["again"], True),
        (["again", "good"], True),
        (["again", "good", "good"], False),
        (["again", "again", "hard", "good"], False),
        (["good", "good", "again"], True),
        (["good", "again", "good"], True),
    ],
)
def test_a_miss_is_made_good_by_two_right_answers(ratings: list[Rating], weak: bool) -> None:
    assert answered(*ratings).skills[CARD.id].weak == weak


def test_what_is_right_day_after_day_becomes_known_and_fades_when_left_alone() -> None:
    memory = answered("again", "good", "good", "good", gap=3 * DAY)
    practised = START + 9 * DAY
    standing, share = standing_of(memory, CARD, practised)
    assert (standing, share > 0.7) == ("known", True)
    later, less = standing_of(memory, CARD, practised + 3000 * DAY)
    assert (later, less < 0.5 < share) == ("shaky", True)


def test_a_missed_card_is_shaky_however_well_it_was_known() -> None:
    assert standing_of(answered(*GOOD, "again", gap=5 * DAY), CARD, START + 25 * DAY)[0] == "shaky"


def test_a_rule_that_was_edited_is_changed_until_it_was_practised_as_it_is_now() -> None:
    memory, edited = answered("good"), card(1, "as it is now")
    assert not is_changed(memory, CARD)
    assert is_changed(memory, edited)
    assert standing_of(memory, edited, START)[0] == "shaky"
    assert memory.skills[CARD.id].rule == Words("規則 as it was", "rule as it was")
    assert not is_changed(after(memory, edited, "again", START), edited)
    assert not is_changed(NOBODY, edited)


def test_showings_go_in_twos_and_both_sides_come_first_for_some() -> None:
    """The seed and the pair decide which side is first; what was answered does not."""
    first_sides = set()
    for seed in "abcdef":
        memory, shown = Memory(seed), []
        for rating in ("again", "good") * 5:
            shown.append(showing_of(memory, CARD.id))
            assert showing_of(memory, CARD.id) == shown[-1]
            memory = after(memory, CARD, "again" if rating == "again" else "good", START)
        assert [pair for pair, _ in shown] == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]
        assert all({one[1], other[1]} == {0, 1} for one, other in zip(shown[::2], shown[1::2], strict=True))
        first_sides |= {side for _, side in shown[::2]}
    assert first_sides == {0, 1}


def test_any_time_zone_is_taken() -> None:
    japan = START.astimezone(timezone(timedelta(hours=9)))
    assert after(NOBODY, CARD, "good", japan) == after(NOBODY, CARD, "good", START)


@given(st.lists(st.tuples(st.sampled_from(get_args(Rating)), st.integers(-100, 4000)), max_size=30))
def test_memory_is_the_same_after_it_was_kept(answers: list[tuple[Rating, int]]) -> None:
    """Whatever was answered, however the machine's clock went in between."""
    memory, now = NOBODY, START
    for rating, hours in answers:
        now += timedelta(hours=hours)
        memory = after(memory, CARD, rating, now)
        standing, share = standing_of(memory, CARD, now)
        assert 0 <= share < 1
        assert standing != "new"
    assert msgspec.json.decode(msgspec.json.encode(memory), type=Memory) == memory
    assert memory.shown == len(answers)
