"""Other rules are taken between two persons, never under an open case."""

from msgspec.structs import replace

from mynadesk.interview.session import Session
from mynadesk.rulebook.book import Rulebook
from mynadesk.wording import Wording
from tests.interview.desk import BOOK, ON, desk, press


def dearer() -> Rulebook:
    """The same rules but for the postage."""
    here = BOOK.at(ON)
    figures = {**here.figures, "postage": replace(here.figures["postage"], value=999)}
    return replace(here, figures=figures, digest="0" * 12)


def take(session: Session) -> Session:
    book = dearer()
    session.take_over(book, Wording(book, "ja"))
    return session


def postage(session: Session) -> object:
    return session.book.figures["postage"].value


def test_a_fresh_desk_takes_them_at_once() -> None:
    session = take(desk())
    assert postage(session) == 999
    assert not session.awaits_rules


def test_an_open_case_keeps_those_by_which_it_was_begun() -> None:
    session = take(desk("4 1 2 E"))
    assert postage(session) == 434
    assert session.awaits_rules
    press(session, "1 E")
    assert postage(session) == 434
    press(session, "/ /")
    assert postage(session) == 999
    assert not session.awaits_rules


def test_the_person_before_is_brought_back_with_their_rules() -> None:
    session = take(desk("4 1 2 E 1 E 1 1 1"))
    press(session, "/")
    assert postage(session) == 999
    press(session, "0")
    assert postage(session) == 434
    assert session.awaits_rules
    assert session.look.verdict == "accept"
    press(session, "/")
    assert postage(session) == 999


def test_rules_that_come_while_the_case_before_can_be_brought_back_do_not_touch_it() -> None:
    session = take(desk("1 1 2 E E 1 E /"))
    assert session.restorable
    press(session, "0")
    assert postage(session) == 434
    assert session.look.verdict == "accept"


def test_going_back_to_the_beginning_of_a_case_is_no_other_person() -> None:
    session = take(desk("1 1"))
    press(session, "0 0")
    assert session.fresh
    assert postage(session) == 434  # until a key is pressed that begins a person
    session.drop()
    assert postage(session) == 999
