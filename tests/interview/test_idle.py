"""A desk that nobody touches: announced, hidden, dropped; a key in between puts everything off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mynadesk.interview.idle import Idle, Times

TIMES = Times(hide=100, warn=10, drop=1000)


class Clock:
    """Seconds that grow when they are told to."""

    def __init__(self) -> None:
        self.now = 5000.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("gone", "state", "left"),
    [
        (0, "shown", 100),
        (89.9, "shown", 11),
        (90, "warned", 10),
        (99.5, "warned", 1),
        (100, "hidden", 900),
        (999.5, "hidden", 1),
        (1000, "dropped", 0),
        (90_000, "dropped", 0),
    ],
)
def test_what_is_due_after_so_many_seconds(gone: float, state: str, left: int) -> None:
    clock = Clock()
    idle = Idle(TIMES, clock)
    clock.now += gone
    assert idle.now() == (state, left)


def test_a_key_brings_back_what_was_hidden_and_starts_the_count_anew() -> None:
    clock = Clock()
    idle = Idle(TIMES, clock)
    clock.now += 500
    assert idle.now().state == "hidden"
    idle.touched()
    assert idle.now() == ("shown", 100)


def test_what_is_hidden_by_a_key_stays_so_until_the_next_one() -> None:
    clock = Clock()
    idle = Idle(TIMES, clock)
    clock.now += 40
    idle.hide()
    assert idle.now() == ("hidden", 1000)
    clock.now += 999
    assert idle.now() == ("hidden", 1)
    clock.now += 1
    assert idle.now() == ("dropped", 0)


@given(st.lists(st.tuples(st.floats(0, 2000), st.sampled_from(["look", "touch", "hide"])), max_size=30))
def test_a_case_never_comes_back_into_sight_by_itself(steps: list[tuple[float, str]]) -> None:
    clock = Clock()
    idle = Idle(TIMES, clock)
    order = ("shown", "warned", "hidden", "dropped")
    before = "shown"
    for seconds, step in steps:
        clock.now += seconds
        if step == "touch":
            idle.touched()
            before = "shown"
        elif step == "hide":
            idle.hide()
            before = "hidden"
        state, left = idle.now()
        assert order.index(state) >= order.index(before)
        assert (left == 0) is (state == "dropped")
        before = state
