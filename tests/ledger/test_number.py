"""Numbers of cases: what can be written, said and mistyped."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mynadesk.ledger.number import DIGITS, LENGTH, aloud, invent, is_good, near, shown, typed

NUMBERS = st.integers(0, 2**32).map(lambda seed: invent(Random(seed)))


@given(NUMBERS)
def test_any_one_wrong_digit_is_noticed(number: str) -> None:
    for place in range(LENGTH):
        for digit in set(DIGITS) - {number[place]}:
            assert not is_good(number[:place] + digit + number[place + 1 :])


@given(NUMBERS)
def test_any_two_neighbours_changed_about_are_noticed(number: str) -> None:
    for place in range(LENGTH - 1):
        swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
        assert is_good(swapped) == (swapped == number)


@given(NUMBERS)
def test_every_slip_leads_back(number: str) -> None:
    swapped = number[1] + number[0] + number[2:]
    for slip in (
        swapped,
        "0" + number[1:],
        number[:3] + number[4:],
        number + "2",
        number[:2] + "7" + number[2:],
    ):
        assert slip == number or number in near(slip)


def test_a_number_is_written_in_two_groups_and_said_digit_by_digit() -> None:
    number = invent(Random(1))
    assert shown(number) == f"{number[:4]}-{number[4:]}"
    assert typed(shown(number)) == number
    assert len(aloud(number).replace("、", " ").split()) == LENGTH


def test_no_two_digits_begin_with_the_same_sound() -> None:
    """Over the phone the first sound is what arrives. Names of letters share theirs."""
    sounds = aloud(DIGITS).replace("、", " ").split()
    assert len({sound[0] for sound in sounds}) == len(DIGITS)
    assert not set(DIGITS) & set("01IOQDZSB")


@pytest.mark.parametrize("text", ["2345 6789", "2345-6789", "２３４５－６７８９", "２３４５　６７８９"])
def test_full_width_digits_blanks_and_hyphens_do_no_harm(text: str) -> None:
    assert typed(text) == "23456789"


@pytest.mark.parametrize("thing", ["", "2345", "123456789012", "山田太郎", None, 23456789, "2345678９"])
def test_a_pin_a_card_number_or_a_name_is_no_case_number(thing: object) -> None:
    assert not is_good(thing)


def test_what_is_far_off_is_near_nothing() -> None:
    assert near("") == near("山田太郎") == near("123456789012") == ()


def test_numbers_tell_nothing_and_rarely_meet() -> None:
    random = Random(3)
    assert len({invent(random) for _ in range(1000)}) > 990
