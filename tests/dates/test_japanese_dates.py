"""How a day is written, and in which era it lies."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mynadesk.dates.eras import COUNTED_FROM, ERAS, era_of
from mynadesk.dates.japanese import both_calendars, english, japanese, japanese_with_weekday, short, shown

A_MONDAY = date(2026, 11, 23)
LUNAR_DAYS = [date(1, 1, 1), date(1868, 1, 25), date(1872, 12, 31)]


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (A_MONDAY, "令和8年11月23日"),
        (date(2019, 4, 30), "平成31年4月30日"),
        (date(1989, 1, 7), "昭和64年1月7日"),
        (date(1926, 12, 24), "大正15年12月24日"),
        (date(1912, 7, 29), "明治45年7月29日"),
        (date(1873, 1, 1), "明治6年1月1日"),
    ],
)
def test_a_day_is_written_in_its_era(day: date, written: str) -> None:
    assert japanese(day) == written


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2019, 5, 1), "令和元年5月1日"),
        (date(1989, 1, 8), "平成元年1月8日"),
        (date(1926, 12, 25), "昭和元年12月25日"),
        (date(1912, 7, 30), "大正元年7月30日"),
    ],
)
def test_a_first_year_is_written_gannen(day: date, written: str) -> None:
    assert japanese(day) == written


def test_the_other_ways_to_write_a_day() -> None:
    assert japanese_with_weekday(A_MONDAY) == "令和8年11月23日(月)"
    assert japanese_with_weekday(date(2026, 11, 29)) == "令和8年11月29日(日)"
    assert both_calendars(A_MONDAY) == "令和8年11月23日 (2026-11-23)"
    assert english(A_MONDAY) == "23 November 2026"
    assert short(A_MONDAY) == "R8.11.23"
    assert short(date(2019, 5, 1)) == "R1.5.1"


def test_a_day_is_shown_in_the_language_asked_for() -> None:
    assert shown(A_MONDAY, "ja") == "令和8年11月23日"
    assert shown(A_MONDAY, "en") == "23 November 2026"


@pytest.mark.parametrize("day", LUNAR_DAYS)
def test_a_day_of_the_lunar_calendar_is_written_in_iso_form_alone(day: date) -> None:
    for write in (japanese, japanese_with_weekday, both_calendars, short):
        assert write(day) == day.isoformat()


def test_no_era_is_known_before_meiji() -> None:
    assert era_of(date(1868, 1, 24)) is None
    first_of_meiji = era_of(date(1868, 1, 25))
    assert first_of_meiji is not None
    assert first_of_meiji.kanji == "明治"


def test_each_era_begins_the_day_after_the_one_before_it_ends() -> None:
    for later, earlier in pairwise(ERAS):
        assert earlier.last == later.first - timedelta(days=1)


@given(st.dates(min_value=COUNTED_FROM))
def test_every_counted_day_lies_in_exactly_one_era(day: date) -> None:
    assert [era for era in ERAS if era.holds(day)] == [era_of(day)]
