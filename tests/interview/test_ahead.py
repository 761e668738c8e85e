"""What the desk says of the second visit while the first is taken."""

import pytest

from mynadesk.interview.ahead import ahead
from mynadesk.interview.question import notices
from mynadesk.interview.result import sections
from mynadesk.interview.session import Session
from mynadesk.interview.showing import shown_to_the_person
from mynadesk.interview.steps import AskChoice
from mynadesk.wording import Wording
from screens.frame import question_pages, shape_of
from tests.interview.desk import BOOK, JAPANESE, ON, desk, press
from tests.interview.ways import MORE_WAYS, WAYS

B_ONLY = "4 1 2 E .8 E 1 1"
RUNS_OUT = "4 1 2 E 8 1 R8.12.5 E E 1 1"
"""Up to the question of the postage: a B paper, or the agent's own card, which runs out in two weeks."""
PAID = "1"
PHOTO = BOOK.notices["next_visit_needs_photo_id"].text.ja
CARD_RUNS_OUT = (
    "来庁者のマイナンバーカードの期限は令和8年12月5日です。"
    "2回目がこれを過ぎるときは、更新したものか別の書類が必要です。"
)


def is_asked_for_postage(session: Session) -> bool:
    return session.step == AskChoice("postage")


def test_before_anything_is_paid_an_agent_with_a_b_paper_hears_that_an_a_paper_will_be_needed() -> None:
    session = desk(B_ONLY)
    assert is_asked_for_postage(session)
    assert PHOTO in notices(session)


def test_before_anything_is_paid_a_paper_that_will_run_out_is_named_with_its_last_day() -> None:
    session = desk(RUNS_OUT)
    assert is_asked_for_postage(session)
    assert notices(session)[0] == CARD_RUNS_OUT


def test_where_only_the_other_paper_will_be_left_it_is_told_what_that_lacks() -> None:
    """Today both are there: the rules' own notice of what is lacking does not know of the date."""
    session = desk("4 1 2 E .8 6 8 1 R8.12.5 E E 1 1")
    assert is_asked_for_postage(session)
    assert PHOTO not in notices(session)
    assert "代理人の書類: 本日のもののほかに、2回目はAを1点お願いします。" in notices(session)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (100, 30), (132, 43)])
@pytest.mark.parametrize(
    ("keys", "said"), [(B_ONLY, PHOTO), (RUNS_OUT, CARD_RUNS_OUT)], ids=["photo", "runs out"]
)
def test_it_stands_on_the_first_page_of_the_question(size: tuple[int, int], keys: str, said: str) -> None:
    first = question_pages(desk(keys), shape_of(*size))[0]
    drawn = "".join(text for row in first for text, _ in row)
    assert said in drawn


def test_it_is_said_beside_no_question_before() -> None:
    session = desk()
    for key in RUNS_OUT.split()[:-1]:
        press(session, key)
        assert CARD_RUNS_OUT not in notices(session)


def test_at_the_end_it_is_said_first_of_what_the_second_visit_needs() -> None:
    heading = JAPANESE.fill(BOOK.words.panel.second_visit)
    texts = next(each.texts for each in sections(desk(f"{B_ONLY} {PAID}")) if each.heading == heading)
    assert texts[0] == "代理人の書類: 本日のもののほかに、2回目はAを1点お願いします。"
    assert "照会書兼回答書" in texts


def test_the_person_is_shown_it_in_their_words() -> None:
    for wording, said in (
        (JAPANESE, "本日のもののほかに、2回目は顔写真つきの書類を1点"),
        (Wording(BOOK, "en"), "besides today's, bring 1"),
    ):
        shown = shown_to_the_person(desk(f"{B_ONLY} {PAID}").look, wording)
        assert shown is not None
        assert any(said in text for section in shown.sections for text in section.texts)


def test_nothing_is_said_where_there_is_no_second_visit() -> None:
    for keys in (*WAYS.values(), *MORE_WAYS.values()):
        if not keys.startswith("4"):
            assert ahead(JAPANESE, desk(keys).look) == []
    declined = "4 1 3 E 9"
    assert ahead(JAPANESE, desk(declined).look) == []


def test_a_silent_desk_says_nothing_of_it() -> None:
    session = press(Session(BOOK, JAPANESE, lambda: ON, silent=True), RUNS_OUT)
    assert notices(session) == []
    assert sections(press(session, PAID)) == []
