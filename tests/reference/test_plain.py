"""The plain reading against the worked examples of the contract, and its reach over invented cases."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from .form import turned_15
from .invent import invent_case
from .papers import WORDS
from .plain import decide, is_under_15

WORKED = Path(__file__).parent.parent / "cases" / "worked.yaml"
EXAMPLES: list[dict[str, Any]] = yaml.load(WORKED.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)

# What the contract's table lets each requirement come to, by route.
VISITOR = {"met", "ask", "decline"}
FACT = {"met", "ask", "missing"}
PAPERS = {"met", "ask", "consult", "missing"}
CERTIFICATES = {
    "certificate_issued:signature": {"met", "ask", "decline"},
    "certificate_issued:user_authentication": {"met", "ask", "decline"},
}
HOLDER = {"right_visitor": VISITOR, "holder_card": PAPERS, "holder_identity": PAPERS, **CERTIFICATES}
AGENT = {
    "right_visitor": {"met", "ask", "consult"},
    "agent_identity": PAPERS,
    "unavoidable_reason": {"met", "ask", "consult", "decline"},
    **CERTIFICATES,
}
AT_VISIT_1 = {**AGENT, "postage": FACT, "mail_reachable": {"met", "ask", "consult"}}
AT_VISIT_2 = {
    **AGENT,
    "reply_letter": FACT,
    "holder_card": PAPERS,
    "holder_identity": PAPERS,
    "reason_proof": FACT,
}
REACHABLE = {
    "holder": HOLDER,
    "legal_representative": {
        **HOLDER,
        "representative_identity": PAPERS,
        "family_register": FACT,
        "guardianship_certificate": FACT,
    },
    "agent, visit 1": AT_VISIT_1,
    "agent, visit 2": AT_VISIT_2,
    "agent, visit 2 foreseen": AT_VISIT_2,
}


def standings(requirements: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return the requirements in their order with how they stand."""
    return [(requirement["id"], requirement["standing"]) for requirement in requirements]


def to_bring(requirements: list[dict[str, Any]]) -> dict[str, list[list[str]]]:
    """Return what is to be brought, where anything is."""
    return {requirement["id"]: requirement["bring"] for requirement in requirements if requirement["bring"]}


def check_requirements(requirements: list[dict[str, Any]], expected: dict[str, Any]) -> None:
    """Hold requirements against an example, their order included."""
    assert standings(requirements) == list(expected["requirements"].items())
    assert to_bring(requirements) == expected["bring"]


@pytest.mark.parametrize("example", [pytest.param(example, id=example["name"]) for example in EXAMPLES])
def test_a_worked_example_is_decided_as_the_contract_says(example: dict[str, Any]) -> None:
    decision, expected = decide(example["case"]), example["expect"]
    for key in ("flow", "verdict", "pins", "advice"):
        assert decision[key] == expected[key]
    check_requirements(decision["requirements"], expected)
    if expected["second_visit"] is None:
        assert decision["second_visit"] is None
    else:
        check_requirements(decision["second_visit"]["requirements"], expected["second_visit"])


def decided(count: int) -> Iterable[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield invented cases with their decisions."""
    rng = random.Random(20261123)
    for case in (invent_case(rng) for _ in range(count)):
        yield case, decide(case)


def route(case: dict[str, Any]) -> str:
    """Return the heading of the contract's table under which a case falls."""
    return f"agent, visit {case['visit']}" if case["visitor"] == "agent" else str(case["visitor"])


def test_invented_cases_reach_every_verdict_and_every_flow() -> None:
    decisions = [decision for _, decision in decided(5000)]
    verdicts = [decision["verdict"] for decision in decisions]
    assert set(verdicts) == {"accept", "partial", "ask", "consult", "incomplete", "decline"}
    assert min(verdicts.count(word) for word in set(verdicts)) > 100
    flows = {decision["flow"] for decision in decisions}
    assert flows == {"same_day", "first_visit", "second_visit", None}


def test_invented_cases_reach_every_standing_of_every_requirement_and_no_other() -> None:
    reached: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for case, decision in decided(5000):
        seen = {route(case): decision["requirements"]}
        if decision["second_visit"] is not None:
            seen["agent, visit 2 foreseen"] = decision["second_visit"]["requirements"]
        for heading, requirements in seen.items():
            for name, standing in standings(requirements):
                reached[heading][name].add(standing)
    assert reached == REACHABLE


def test_asking_and_bringing_go_with_the_standing() -> None:
    for _, decision in decided(2000):
        for requirement in decision["requirements"]:
            standing = requirement["standing"]
            assert standing in WORDS
            assert bool(requirement["ask"]) == (standing == "ask")
            brings = standing == "missing" and decision["flow"] is not None
            assert bool(requirement["bring"]) == brings


def test_an_age_read_as_text_is_the_age_by_the_calendar() -> None:
    days = ["02-27", "02-28", "02-29", "03-01", "03-02", "12-31", "01-01"]
    births = [
        f"{year}-{day}" for year in (2008, 2012, 2013) for day in days if year % 4 == 0 or day != "02-29"
    ]
    visits = [
        f"{year}-{day}" for year in range(2022, 2030) for day in days if year % 4 == 0 or day != "02-29"
    ]
    for born in births:
        for on in visits:
            case: dict[str, Any] = {"on": on, "holder": {"birth_date": born}}
            assert is_under_15(case) is not turned_15(born, on)
