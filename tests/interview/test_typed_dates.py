"""Dates typed from a paper: what is taken, what is asked, and what leaves the field."""

from datetime import date

import pytest

from mynadesk.dates.entry import Impossible, NotYet, Read, WhichEra
from mynadesk.interview.session import Session
from mynadesk.interview.steps import AskPaper
from mynadesk.interview.typing_date import TypedField
from mynadesk.standing import Standing
from tests.interview.desk import ON, desk, message, paper, press, stands, state

LICENCE = "1 1 2 E E 1"
"""Until a licence of the holder is asked about; 1 opens the field of its expiry date."""


def typing(text: str = "") -> Session:
    """A desk on which this much of an expiry date was typed."""
    return desk(f"{LICENCE} 1 {text}")


def field_of(session: Session) -> TypedField:
    """The field that is open."""
    assert session.field is not None
    return session.field


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *((text, ON) for text in ("R8.11.23", "r8.11.23", "20261123", "2026-11-23", "2026/11/23")),
        *((text, ON) for text in ("２０２６１１２３", "Ｒ８．１１．２３", "R8。11。23", "令和8年11月23日")),
        *((text, date(2012, 4, 1)) for text in ("H24.4.1", "平成24年4月1日")),
        ("令和元年5月1日", date(2019, 5, 1)),
        *((text, date(2024, 5, 1)) for text in ("H36.5.1", "平成36年5月1日")),
    ],
)
def test_a_date_is_taken_as_it_is_written_on_papers(text: str, day: date) -> None:
    session = typing(text)
    assert field_of(session).reading == Read(day)
    press(session, "E")
    assert session.field is None
    assert paper(session).seen["expiry"] == day
    past = day < ON
    assert paper(session).settled is past
    assert stands(session)["holder_identity"] is (Standing.missing if past else Standing.ask)


def test_the_day_itself_is_in_date_and_the_day_before_is_not() -> None:
    assert desk(f"{LICENCE} 1 R8.11.23 E E").look.verdict == "accept"
    assert desk(f"{LICENCE} 1 R8.11.22 E +").look.verdict == "incomplete"


def test_a_day_in_date_leaves_the_rest_to_be_looked_at() -> None:
    session = press(typing("R9.1.1"), "E")
    assert session.step == AskPaper(0)
    assert press(session, "3").sheet.papers[0].seen["expiry"] == date(2027, 1, 1)
    assert stands(session)["holder_identity"] is Standing.missing


@pytest.mark.parametrize(("key", "day"), [("1", ON), ("2", date(1996, 11, 23)), ("２", date(1996, 11, 23))])
def test_a_date_without_an_era_asks_for_it(key: str, day: date) -> None:
    session = typing("8.11.23")
    assert isinstance(field_of(session).reading, WhichEra)
    press(session, "E")
    assert field_of(session).choosing
    assert "expiry" not in paper(session).seen
    press(session, key)
    assert session.field is None
    assert paper(session).seen["expiry"] == day


@pytest.mark.parametrize("key", ["0", "3", "9", "²", "E"])
def test_a_key_that_is_no_era_says_so_and_the_question_stays(key: str) -> None:
    session = press(typing("8.11.23"), "E")
    press(session, key)
    assert field_of(session).text.startswith("8.11.23")
    assert "expiry" not in paper(session).seen
    assert session.message or not field_of(session).choosing


def test_while_the_era_is_asked_the_date_can_still_be_mended() -> None:
    session = press(typing("8.11.23"), "E BS")
    assert field_of(session).text == "8.11.2"
    assert not field_of(session).choosing
    press(session, "4 E 1")
    assert paper(session).seen["expiry"] == date(2026, 11, 24)


@pytest.mark.parametrize(
    "text", ["R8.13.1", "R8.2.30", "20260230", "20261301", "R0.1.1", "H0.5.1", "S65.1.1", "99.99.99", "abc"]
)
def test_an_impossible_date_gives_a_sentence_and_no_answer(text: str) -> None:
    session = typing(text)
    before = session.sheet
    reading = field_of(session).reading
    assert isinstance(reading, Impossible)
    assert reading.why.ja
    assert reading.why.en
    press(session, "E E")
    assert field_of(session).text == text
    assert session.message == message("unknown_date")
    assert session.sheet == before


@pytest.mark.parametrize("text", ["", "R", "R8", "R8.11", "2026", "202611"])
def test_half_a_date_tells_how_to_go_on_and_gives_no_answer(text: str) -> None:
    session = typing(text)
    reading = field_of(session).reading
    assert isinstance(reading, NotYet)
    assert reading.hint.ja
    press(session, "E")
    assert field_of(session).tried
    assert session.message
    assert "expiry" not in paper(session).seen


@pytest.mark.parametrize("key", ["BS", "*"])
def test_one_sign_is_taken_back_and_on_the_empty_field_it_is_left(key: str) -> None:
    session = typing("R8")
    press(session, key)
    assert field_of(session).text == "R"
    press(session, key)
    assert field_of(session).text == ""
    press(session, key)
    assert state(session) == state(desk(LICENCE))


@pytest.mark.parametrize("key", list("0123456789.-/+"))
def test_a_key_of_the_keypad_belongs_to_the_date_while_one_is_typed(key: str) -> None:
    session = typing("R8")
    press(session, key)
    assert field_of(session).text == f"R8{key}"
    assert session.sheet == desk(LICENCE).sheet


@pytest.mark.parametrize("key", ["UP", "DOWN", "SW"])
def test_a_key_that_writes_nothing_says_so(key: str) -> None:
    session = press(typing("R8"), key)
    assert field_of(session).text == "R8"
    assert session.message


def test_a_field_takes_no_more_than_any_date_needs() -> None:
    session = typing("1" * 200)
    assert len(field_of(session).text) < 40
    assert session.message
    press(session, "E")
    assert "expiry" not in paper(session).seen


def test_a_date_is_typed_in_sight_even_after_the_reason_was_looked_at() -> None:
    session = desk(f"{LICENCE} * 1")
    assert session.field is not None
    assert not session.reason
