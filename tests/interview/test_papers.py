"""Papers on the counter: what each key says of each kind, and what a paper that is gone back to keeps."""

from datetime import date

import pytest

from mynadesk.decision.papers import Side
from mynadesk.interview.session import Session
from mynadesk.interview.steps import AskLimit, AskPaper, AskPapers, Done
from mynadesk.standing import Standing
from tests.interview.desk import BOOK, decision, desk, message, paper, paper_key, press, stands, state

KINDS = BOOK.documents.kinds
A_KINDS = sorted(name for name, kind in KINDS.items() if kind.class_ == "A")
B_KINDS = sorted(name for name, kind in KINDS.items() if kind.class_ == "B")
TO_CONSULT = {"health_insurance_card", "eligibility_certificate", "other_document"}

HOLDER = "1 1 2 E E"
AGENT = "4 1 2 E"
"""Until the desk asks for the agent's papers."""
WITH_LIMIT = f"{HOLDER} 2 E"
LIMIT = date.fromisoformat(str(BOOK.figures["driving_history_from"].value))
EVERY_KIND = pytest.mark.parametrize("kind", sorted(KINDS))


def of_agent(kind: str, keys: str = "") -> Session:
    """An agent's paper of a kind, and what is told of it."""
    return desk(f"{AGENT} {paper_key(kind)} {keys}")


def sides(session: Session) -> dict[str, Side]:
    """As what the newest paper may stand."""
    return decision(session).papers[-1].sides


@EVERY_KIND
def test_a_chosen_paper_is_asked_about_and_counts_as_nothing_yet(kind: str) -> None:
    session = of_agent(kind)
    assert session.step == AskPaper(0)
    assert paper(session).kind == kind
    assert not paper(session).settled
    assert Standing.met not in {side.standing for side in sides(session).values()}


@EVERY_KIND
def test_enter_says_all_that_a_kind_needs(kind: str) -> None:
    session = of_agent(kind, "E 1" if kind == "driving_history_certificate" else "E")
    assert paper(session).settled
    standing = Standing.consult if kind in TO_CONSULT else Standing.met
    assert sides(session)[KINDS[kind].class_].standing is standing
    assert stands(session)["agent_identity"] is standing


@EVERY_KIND
@pytest.mark.parametrize("key", ["2", "3"])
def test_an_expired_paper_and_a_copy_count_as_nothing(kind: str, key: str) -> None:
    session = of_agent(kind, key)
    assert paper(session).settled
    assert {side.standing for side in sides(session).values()} == {Standing.missing}
    assert isinstance(session.step, AskPapers)


@pytest.mark.parametrize("kind", B_KINDS)
def test_a_b_paper_that_lacks_entries_counts_as_nothing(kind: str) -> None:
    session = of_agent(kind, "4")
    assert paper(session).settled
    assert sides(session)["B"].standing is Standing.missing


@pytest.mark.parametrize("kind", A_KINDS)
def test_an_a_paper_without_a_photo_is_a_b_paper_for_the_supervisor(kind: str) -> None:
    session = of_agent(kind, "5")
    assert session.step == AskPaper(0)  # the rest is still to be looked at
    press(session, "E 1" if kind == "driving_history_certificate" else "E")
    assert sides(session)["A"].standing is Standing.missing
    assert sides(session)["B"].standing is Standing.consult
    assert stands(session)["agent_identity"] is Standing.consult


@pytest.mark.parametrize(
    ("kind", "key"), [*((kind, "4") for kind in A_KINDS), *((kind, "5") for kind in B_KINDS)]
)
def test_what_a_kind_does_not_bear_says_so_and_changes_nothing(kind: str, key: str) -> None:
    session = of_agent(kind)
    before = state(session)
    press(session, key)
    assert state(session) == before
    assert session.message == message("not_for_kind")
    assert key not in {option.key for option in session.options}


@EVERY_KIND
def test_a_paper_that_was_put_off_is_asked_no_more_but_stays_open(kind: str) -> None:
    session = of_agent(kind, "6")
    assert paper(session).settled
    assert session.step != AskPaper(0)
    assert sides(session)[KINDS[kind].class_].standing is not Standing.met
    assert stands(session)["agent_identity"] in (Standing.ask, Standing.consult)


@EVERY_KIND
def test_a_paper_that_is_removed_leaves_no_trace(kind: str) -> None:
    assert state(of_agent(kind, "9")) == state(desk(AGENT))


@EVERY_KIND
def test_a_digit_without_a_meaning_for_papers_says_so(kind: str) -> None:
    for key in "78":
        session = of_agent(kind, key)
        assert session.step == AskPaper(0)
        assert session.message == message("choose_digit", key=key)


def test_no_photo_said_twice_is_said_once() -> None:
    session = press(of_agent("passport", "5"), "5")
    assert session.message
    assert state(press(session, "0")) == state(of_agent("passport"))


def test_the_holders_own_card_is_not_offered_and_says_why() -> None:
    session = desk(HOLDER)
    before = state(session)
    key = paper_key("my_number_card")
    assert key not in {option.key for option in session.all_options}
    press(session, key)
    assert state(session) == before
    otherwise = KINDS["my_number_card"].otherwise
    assert otherwise is not None
    assert session.message == otherwise.ja


def test_a_kind_that_no_digit_names_says_so() -> None:
    session = desk(f"{HOLDER} ..9")
    assert session.message == message("choose_digit", key="..9")
    assert session.sheet.papers == ()


def test_a_card_without_its_photo_is_a_b_paper_for_the_supervisor() -> None:
    session = desk(f"{HOLDER} {paper_key('basic_resident_card')} 5 E")
    assert stands(session)["holder_identity"] is Standing.consult
    assert isinstance(session.step, AskPapers)  # a better paper would help
    assert press(session, "+").look.verdict == "consult"


@pytest.mark.parametrize(
    ("told", "standing"), [("1", Standing.met), ("2", Standing.missing), ("4", Standing.ask)]
)
def test_the_side_of_the_limit_decides(told: str, standing: Standing) -> None:
    session = desk(WITH_LIMIT)
    assert isinstance(session.step, AskLimit)
    assert stands(press(session, told))["holder_identity"] is standing
    assert paper(session).settled


@pytest.mark.parametrize(
    ("day", "standing"),
    [("H24.4.1", Standing.met), ("H24.3.31", Standing.missing), ("R8.11.23", Standing.met)],
)
def test_a_typed_date_of_issue_decides(day: str, standing: Standing) -> None:
    session = desk(f"{WITH_LIMIT} 3 {day} E")
    assert session.field is None
    assert stands(session)["holder_identity"] is standing
    assert paper(session).settled


def test_the_limit_itself_lies_on_the_good_side() -> None:
    session = desk(f"{WITH_LIMIT} 3 {LIMIT.isoformat()} E")
    assert paper(session).seen["issued_on"] == LIMIT
    assert session.look.verdict == "accept"


def test_no_date_of_issue_may_be_after_today() -> None:
    session = desk(f"{WITH_LIMIT} 3 R8.11.24 E")
    assert session.field is not None
    assert session.message
    assert "issued_on" not in paper(session).seen


@pytest.mark.parametrize("told", ["2", "3"])
def test_no_limit_is_asked_of_a_certificate_that_counts_as_nothing_anyway(told: str) -> None:
    session = desk(f"{HOLDER} 2 {told}")
    assert isinstance(session.step, AskPapers)


def test_a_paper_that_is_gone_back_to_keeps_all_others() -> None:
    session = desk("5 1 2 E 1 E 1 E 1 E .2 E")
    answers, papers = session.sheet.answers, session.sheet.papers
    press(session, "UP UP UP")
    assert session.step == AskPaper(1)
    press(session, "3")
    assert session.sheet.answers == answers
    assert session.sheet.papers[0] == papers[0]
    assert session.sheet.papers[2] == papers[2]
    assert paper(session, 1).seen["original"] is False
    assert stands(session)["agent_identity"] is Standing.missing
    press(session, "3 E")
    assert session.look.verdict == "accept"


def test_a_paper_that_was_a_copy_can_be_put_right() -> None:
    session = desk(f"{HOLDER} 1 3")
    assert press(session, "- - E").look.verdict == "accept"


def test_a_paper_that_was_put_off_is_asked_about_again_when_its_date_is_typed() -> None:
    session = desk(f"{HOLDER} 1 6 - - 1 R9.1.1 E")
    assert session.step == AskPaper(0)
    assert press(session, "E").look.verdict == "accept"


@pytest.mark.parametrize("told", ["2", "3 H24.3.31 E"])
def test_a_date_of_issue_can_be_told_anew(told: str) -> None:
    session = desk(f"{WITH_LIMIT} {told} + - - - E")
    assert isinstance(session.step, AskLimit)
    assert press(session, "1").look.verdict == "accept"


def test_an_expiry_date_stays_with_a_paper_that_is_looked_at_anew() -> None:
    session = desk(f"{HOLDER} 1 1 R9.1.1 E E - - E")
    assert paper(session).seen["expiry"] == date(2027, 1, 1)
    assert session.look.verdict == "accept"


def test_one_paper_of_several_can_be_removed() -> None:
    session = desk("5 1 2 E 1 E 1 E 1 E .2 E")
    press(session, "UP UP 9")
    assert [each.kind for each in session.sheet.papers] == ["drivers_license", "drivers_license"]
    assert isinstance(session.step, AskPapers)
    assert press(session, ".3 E").look.verdict == "accept"


def test_one_more_paper_can_be_added_after_all() -> None:
    session = desk("5 1 3 E 1 1 E 1 E .2 E + 1")
    assert session.step == Done()
    closed = next(place for place, line in enumerate(session.lines) if isinstance(line.step, AskPapers))
    while session.cursor != closed:
        press(session, "-")
    press(session, "1 E")
    assert session.look.verdict == "accept"


def test_a_problem_is_shown_with_its_own_date_and_no_other() -> None:
    session = desk(f"{HOLDER} 2 1 R12.1.1 E E 2")  # in date until 2030, but issued before the limit
    answer = next(line.answer for line in session.lines if line.question == "holder_papers")
    problem = BOOK.documents.checks["issued_since"].problem.ja
    assert answer.endswith(problem)
    assert "R12.1.1" not in answer
    typed = desk(f"{HOLDER} 2 1 R12.1.1 E E 3 H24.3.31 E")
    answer = next(line.answer for line in typed.lines if line.question == "holder_papers")
    assert problem in answer
    assert "H24.3.31" in answer
    assert "R12.1.1" not in answer
