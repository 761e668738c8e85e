"""From a line of the desk to the entries behind it."""

import pytest

from mynadesk.browsing.looking import rules_looked_at
from tests.interview.desk import desk


def behind(keys: str) -> list[str]:
    return ["/".join(map(str, path)) for _, path in rules_looked_at(desk(keys))]


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ("", []),
        ("1 1 2 E", ["holder_card"]),
        ("1 1 2 E E", ["holder_identity"]),
        ("1 1 2 E E .1", ["holder_identity", "kinds/health_insurance_card"]),
        ("1 1 2 E E +", ["holder_identity"]),
        ("4 1 3 E 1 -", ["unavoidable_reason", "illness"]),
        ("6 1", ["right_visitor/holder"]),
        ("2 1 2 E E 1 E 1 E", ["family_register"]),
    ],
)
def test_the_rule_of_the_line_comes_first_then_what_it_tells(keys: str, found: list[str]) -> None:
    assert behind(keys) == found


def test_the_request_and_the_pins_are_entries_too() -> None:
    session = desk("1 1 12 E")
    while session.cursor is None or session.lines[session.cursor].question != "pins":
        session.press("-")
    assert [path[0] for _, path in rules_looked_at(session)] == ["signature", "user_authentication"]
    session.press("-")
    assert [path[0] for _, path in rules_looked_at(session)] == ["reset"]
