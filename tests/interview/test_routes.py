"""Each way through the desk: to acceptance, to refusal, and how many keys it takes."""

import pytest

from mynadesk.interview.steps import AskChoice, Done
from mynadesk.standing import Standing
from tests.interview.desk import decision, desk, keys_of, press, stands
from tests.interview.ways import (
    DECLINED_PINS,
    DECLINED_VISITORS,
    INCOMPLETE,
    MORE_WAYS,
    OPEN,
    PARTIAL,
    SUPERVISOR,
    WAYS,
)

FLOWS = {
    "holder": "same_day",
    "representative of a child": "same_day",
    "representative of a ward": "same_day",
    "agent, first visit": "first_visit",
    "agent, second visit": "second_visit",
}

MOST_KEYS = [
    ("1 1 2 E E 1 E", 7),
    ("2 1 2 E E 1 E 3 E 1", 12),
    ("3 1 2 E E 1 E 3 E 1", 12),
    ("4 1 2 E 1 E 1 1 1", 9),
    ("5 1 2 E 1 E 1 E 1 E .2 E", 14),
    ("5 1 34 E 1 1 E 1 E 1 E .2 E 1", 18),
]


def ways(*tables: dict[str, str]) -> pytest.MarkDecorator:
    """A test case for each way of the tables."""
    found = [pytest.param(keys, id=name) for table in tables for name, keys in table.items()]
    return pytest.mark.parametrize("keys", found)


def all_but_last(keys: str) -> str:
    """The keys before the last one, as text again."""
    token = keys.split()[-1]
    shorter = "" if token in ("E", "BS") else token[:-1]
    return " ".join([*keys.split()[:-1], shorter])


@ways(WAYS, MORE_WAYS)
def test_a_way_ends_in_acceptance_with_its_last_key_and_not_before(keys: str) -> None:
    before = desk(all_but_last(keys))
    assert before.look.verdict != "accept"
    assert not before.look.final
    session = desk(keys)
    assert session.look.verdict == "accept"
    assert session.step == Done()
    assert set(decision(session).pins.values()) == {"accept"}
    assert set(stands(session).values()) == {Standing.met}


@pytest.mark.parametrize("name", WAYS)
def test_each_route_is_accepted_in_its_flow(name: str) -> None:
    assert decision(desk(WAYS[name])).flow == FLOWS[name]


@pytest.mark.parametrize(("keys", "most"), MOST_KEYS)
def test_a_usual_case_takes_few_keys(keys: str, most: int) -> None:
    assert len(keys_of(keys)) <= most
    assert desk(keys).look.verdict == "accept"


@ways(DECLINED_VISITORS)
def test_a_visitor_who_cannot_be_served_is_turned_away_with_the_last_key(keys: str) -> None:
    assert desk(all_but_last(keys)).look.verdict != "decline"
    session = desk(keys)
    assert session.look.verdict == "decline"
    assert decision(session).flow is None
    assert session.step == Done()


@ways(SUPERVISOR)
def test_what_the_page_leaves_open_goes_to_the_supervisor(keys: str) -> None:
    session = desk(keys)
    assert session.look.verdict == "consult"
    assert session.step == Done()


@ways(INCOMPLETE)
def test_what_is_not_there_is_missing(keys: str) -> None:
    session = desk(keys)
    assert session.look.verdict == "incomplete"
    assert session.step == Done()
    assert Standing.missing in stands(session).values()


@ways(DECLINED_PINS)
def test_pins_that_cannot_be_handled_are_declined_at_once(keys: str) -> None:
    session = desk(keys)
    assert session.look.verdict == "decline"
    assert decision(session).flow is not None
    assert session.step == Done()


@ways(PARTIAL)
def test_pins_of_which_some_can_be_handled_are_accepted_in_part(keys: str) -> None:
    session = desk(keys)
    assert session.look.verdict == "partial"
    assert "accept" in decision(session).pins.values()
    assert session.step == Done()


@ways(OPEN)
def test_what_was_put_off_keeps_the_case_open_without_being_asked_again(keys: str) -> None:
    session = desk(keys)
    assert session.look.verdict == "ask"
    assert session.step == Done()
    assert Standing.ask in stands(session).values()


@pytest.mark.parametrize("key", "123456789")
def test_every_digit_of_the_first_question_leads_on_or_turns_away(key: str) -> None:
    session = desk(key)
    assert session.step == (Done() if key == "7" else AskChoice(session.lines[1].question))
    assert session.lines[0].told


@pytest.mark.parametrize("key", ["8", "9"])
def test_an_agent_of_a_child_or_ward_is_for_the_supervisor_and_not_turned_away(key: str) -> None:
    for state, standing in (("1", Standing.consult), ("2", Standing.consult), ("3", Standing.met)):
        session = desk(f"{key} {state}")
        assert stands(session)["right_visitor"] is standing
        assert session.step == AskChoice("operation")


@ways(WAYS)
def test_the_same_way_from_a_desk_that_served_others_before_ends_alike(keys: str) -> None:
    session = desk("1 1 2 E E 1 E /")
    assert press(session, keys).look.verdict == "accept"
