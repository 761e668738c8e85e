"""A session that keeps silent: the same questions as ever, and nothing of how the case stands."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mynadesk.interview.question import hint, notices
from mynadesk.interview.result import Verdict, rules_behind, said_now, sections, verdict
from mynadesk.interview.session import Session
from mynadesk.interview.spoken import spoken
from mynadesk.interview.steps import AskPapers
from tests.interview.anything import RARE, STARTS, USUAL, often, sequences
from tests.interview.desk import BOOK, JAPANESE, ON, desk, keys_of, message, press, state
from tests.interview.ways import EVERY_WAY, PARTIAL

ANY = [key for key in USUAL + RARE if key != "*"]
"""Every key but that of the reason, which a silent desk does not open."""
UNTIL_LAST_YEAR = date(2025, 12, 1)
"""A day on which health insurance cards could still be used."""


def silent(keys: str = "", today: date = ON) -> Session:
    """A silent desk on which these keys were pressed."""
    return press(Session(BOOK, JAPANESE, lambda: today, silent=True), keys)


def answers(session: Session) -> list[str]:
    return [line.answer for line in session.lines]


@often(600)
@given(st.sampled_from(STARTS), sequences(ANY))
def test_a_silent_desk_asks_what_the_desk_asks(start: list[str], keys: list[str]) -> None:
    usual, quiet = desk(), silent()
    for key in (*start, *keys):
        usual.press(key)
        quiet.press(key)
        assert state(usual)._replace(cursor=None) == state(quiet)._replace(cursor=None)
        assert usual.options == quiet.options
        assert usual.message == quiet.message


@often(600)
@given(st.sampled_from(STARTS), sequences(USUAL + RARE))
def test_it_says_nothing_of_the_decision(start: list[str], keys: list[str]) -> None:
    session = silent()
    for key in (*start, *keys):
        session.press(key)
        assert verdict(session) == Verdict(BOOK.words.verdicts.silent.ja, (), "open")
        assert said_now(session) is None
        assert (sections(session), rules_behind(session), notices(session)) == ([], [], [])
        assert all(line.standing is None and not line.outcomes for line in session.lines)
        assert not session.reason
        assert hint(session) == "" or not isinstance(session.step, AskPapers)
        heard = spoken(session)
        assert not heard.decided
        assert heard.result in ([], [f"/ {BOOK.words.keys.next.ja}"])


@often(400)
@given(st.sampled_from(STARTS), sequences(ANY))
def test_it_looks_alike_on_days_on_which_the_same_papers_stand_differently(
    start: list[str], keys: list[str]
) -> None:
    one, other = silent(), silent(today=UNTIL_LAST_YEAR)
    for key in (*start, *keys):
        one.press(key)
        other.press(key)
        if state(one) != state(other):
            return
        assert one.lines == other.lines


def test_on_these_days_the_usual_desk_does_not_look_alike() -> None:
    keys = "1 1 2 E E .1"
    assert desk(keys).lines != desk(keys, lambda: UNTIL_LAST_YEAR).lines
    assert silent(keys).lines == silent(keys, UNTIL_LAST_YEAR).lines


@pytest.mark.parametrize("keys", EVERY_WAY)
def test_every_answer_that_was_given_has_its_line_and_can_be_changed(keys: str) -> None:
    usual, quiet = desk(), silent()
    for key in keys_of(keys):
        usual.press(key)
        quiet.press(key)
        told = [(line.step, line.told) for line in usual.lines if line.told]
        assert [(line.step, line.told) for line in quiet.lines if line.told] == told
        asked = [line for line in quiet.lines if not line.told and line.step != quiet.step]
        assert {line.question for line in asked} <= {"who", "holder_state", "operation", "pins"}


def test_what_is_not_asked_yet_has_no_line_that_says_that_it_is_needed() -> None:
    label = BOOK.desk.questions["postage"].label
    assert JAPANESE.fill(label) in [line.label for line in desk("4 1 2 E").lines]
    assert JAPANESE.fill(label) not in [line.label for line in silent("4 1 2 E").lines]


@pytest.mark.parametrize(
    ("keys", "said", "kept_back"),
    [
        ("1 1 2 E E 1", "運転免許証 A 未確認", None),
        ("1 1 2 E E 1 E", "運転免許証 A", None),
        ("1 1 2 E E 1 2", "運転免許証 A 期限切れ", None),
        ("1 1 2 E E 1 3", "運転免許証 A 写し", None),
        ("1 1 2 E E 7 5 E", "住基カード(写真入り) A 写真なし", None),
        ("1 1 2 E E 1 1 R8.4.1 E", "運転免許証 A R8.4.1(2026-04-01)まで", "期限切れ"),
        ("1 1 2 E E .1 E", "健康保険証 B", "要相談"),
        ("1 1 2 E E 2 E 2", "運転経歴証明書 A H24.4.1より前に交付", "交付日が古い"),
        ("2 1 2 E E ..1 E", "資格確認書 B", "要相談"),
    ],
)
def test_a_paper_says_what_was_seen_of_it_and_not_what_follows(
    keys: str, said: str, kept_back: str | None
) -> None:
    assert said in answers(silent(keys))
    if kept_back:
        assert any(kept_back in answer for answer in answers(desk(keys)))
        assert not any(kept_back in answer for answer in answers(silent(keys)))


def test_two_things_that_were_seen_are_both_said() -> None:
    assert "運転免許証 A 写し 写真なし" in answers(silent("1 1 2 E E 1 5 3"))


@pytest.mark.parametrize("keys", PARTIAL.values())
def test_pins_are_not_parted_by_how_they_stand(keys: str) -> None:
    place = next(place for place, line in enumerate(silent(keys).lines) if line.question == "pins")
    assert set(answers(silent(keys))[place]) <= {*"1234・"}
    assert "可" in next(line.answer for line in desk(keys).lines if line.question == "pins")


def test_the_key_of_the_reason_says_when_there_will_be_one() -> None:
    session = silent("1 1 2 E E 1 2 *")
    assert session.message == message("silent_reason")
    assert not session.taken


def test_what_the_desk_does_not_take_it_refuses_with_the_same_words() -> None:
    keys = "1 1 2 E E 8"
    assert silent(keys).message == desk(keys).message != ""
