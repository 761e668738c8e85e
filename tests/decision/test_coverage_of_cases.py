"""Whether the examples leave anything out: every standing, every kind, both sides of every limit."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from mynadesk.rulebook.book import Rulebook
from tests.decision.examples import EXAMPLES, Case, judged

# What the contract's table lets each requirement come to, by route.
VISITOR = {"met", "ask", "decline"}
FACT = {"met", "ask", "missing"}
PAPERS = {"met", "ask", "consult", "missing"}
CERTIFICATES = {
    "certificate_issued:signature": {"met", "ask", "decline"},
    "certificate_issued:user_authentication": {"met", "ask", "decline"},
}
HOLDER = {"right_visitor": VISITOR, "holder_card": PAPERS, "holder_identity": PAPERS}
AGENT = {
    "right_visitor": {"met", "ask", "consult"},
    "agent_identity": PAPERS,
    "unavoidable_reason": {"met", "ask", "consult", "decline"},
}
POSSIBLE: dict[str, dict[str, set[str]]] = {
    "holder": {**HOLDER, **CERTIFICATES},
    "legal_representative": {
        **HOLDER,
        "representative_identity": PAPERS,
        "family_register": FACT,
        "guardianship_certificate": FACT,
    },
    "agent, visit 1": {**AGENT, "postage": FACT, "mail_reachable": {"met", "ask", "consult"}},
    "agent, visit 2": {
        **AGENT,
        "reply_letter": FACT,
        "holder_card": PAPERS,
        "holder_identity": PAPERS,
        "reason_proof": FACT,
    },
}
"""The certificates are judged alike for everyone; they have to be shown for the holder only."""


def route(case: Case) -> str:
    """The heading of the contract's table under which a case falls."""
    return f"agent, visit {case['visit']}" if case["visitor"] == "agent" else str(case["visitor"])


def documents(case: Case, owner: str) -> list[dict[str, Any]]:
    return [document for document in case.get("documents", []) if document["of"] == owner]


def test_no_two_examples_have_one_name_or_one_case() -> None:
    names = [example["name"] for example in EXAMPLES]
    assert len(set(names)) == len(names)
    assert all(name[0].isupper() and " " in name for name in names)
    assert len({json.dumps(example["case"], sort_keys=True) for example in EXAMPLES}) == len(EXAMPLES)


@pytest.mark.parametrize("heading", POSSIBLE)
def test_every_requirement_is_shown_at_every_standing_it_can_have(heading: str) -> None:
    shown: dict[str, set[str]] = defaultdict(set)
    for example in EXAMPLES:
        if route(example["case"]) == heading:
            for name, standing in example["expect"]["requirements"].items():
                shown[name].add(standing)
    assert {name: shown[name] for name in POSSIBLE[heading]} == POSSIBLE[heading]
    assert set(shown) - set(POSSIBLE[heading]) <= set(CERTIFICATES)


def test_every_verdict_and_every_flow_is_shown() -> None:
    verdicts = {example["expect"]["verdict"] for example in EXAMPLES}
    assert verdicts == {"accept", "partial", "ask", "consult", "incomplete", "decline"}
    assert {example["expect"]["flow"] for example in EXAMPLES} == {
        *("same_day", "first_visit", "second_visit"),
        None,
    }


@pytest.mark.parametrize("owner", ["holder", "visitor"])
def test_every_kind_of_document_is_shown_by_itself(owner: str, book: Rulebook) -> None:
    alone = [documents(example["case"], owner) for example in EXAMPLES]
    assert {found[0]["kind"] for found in alone if len(found) == 1} == set(book.documents.kinds)


def test_every_reason_is_shown(book: Rulebook) -> None:
    reasons = {example["case"].get("unavoidable_reason") for example in EXAMPLES}
    assert reasons == {*book.reasons, "other", "none", None}


def test_every_notice_and_every_alternative_is_told_in_some_example(book: Rulebook) -> None:
    notes = {name for example in EXAMPLES for name in example["expect"].get("notes", [])}
    assert notes == set(book.notices)
    assert {name for example in EXAMPLES for name in example["expect"]["advice"]} == set(book.alternatives)


def expiries(case: Case) -> Iterator[tuple[str, str | None]]:
    yield from ((case["on"], document.get("expiry")) for document in case.get("documents", []))


def issued(case: Case) -> Iterator[str]:
    yield from (
        str(document.get("issued_on"))
        for document in case.get("documents", [])
        if document["kind"] == "driving_history_certificate"
    )


def shows_insurance_card(case: Case) -> bool:
    return any(document["kind"] == "health_insurance_card" for document in case.get("documents", []))


def born(case: Case) -> tuple[str, str | None, str]:
    return case["on"], case.get("holder", {}).get("birth_date"), case["visitor"]


EDGES: dict[str, Callable[[Case], bool]] = {
    "a paper on its last day": lambda case: any(on == day for on, day in expiries(case)),
    "a paper the day after": lambda case: ("2026-11-23", "2026-11-22") in expiries(case),
    "a paper that ends on 29 February, that day": lambda case: ("2028-02-29",) * 2 in expiries(case),
    "a paper that ended on 29 February": lambda case: ("2028-03-01", "2028-02-29") in expiries(case),
    "issued on 1 April 2012": lambda case: "2012-04-01" in issued(case),
    "issued on 31 March 2012": lambda case: "2012-03-31" in issued(case),
    "issued on the day of the visit": lambda case: case["on"] in issued(case),
    "an insurance card on 1 December 2025": lambda case: (
        shows_insurance_card(case) and case["on"] == "2025-12-01"
    ),
    "an insurance card on 2 December 2025": lambda case: (
        shows_insurance_card(case) and case["on"] == "2025-12-02"
    ),
    **{
        f"{visitor}, {label}": lambda case, day=day, visitor=visitor: (  # type: ignore[misc]
            born(case) == ("2026-11-23", day, visitor)
        )
        for visitor in ("holder", "legal_representative", "agent")
        for day, label in (("2011-11-23", "the 15th birthday"), ("2011-11-24", "the day before it"))
    },
    **{
        f"{visitor}, 29 February, {on}": lambda case, on=on, visitor=visitor: (  # type: ignore[misc]
            born(case) == (on, "2012-02-29", visitor)
        )
        for visitor in ("holder", "legal_representative")
        for on in ("2027-02-28", "2027-03-01")
    },
    "a visit on 29 February": lambda case: case["on"] == "2028-02-29" and born(case)[1] is not None,
    "born on the day of the visit": lambda case: born(case)[0] == born(case)[1],
}


@pytest.mark.parametrize("edge", EDGES)
def test_every_limit_is_shown_from_both_sides(edge: str) -> None:
    assert any(EDGES[edge](example["case"]) for example in EXAMPLES)


def test_what_examples_show_of_papers_is_what_decides_them(book: Rulebook) -> None:
    """Each check of a paper is the problem of some example, so none of them stands unused."""
    met = {
        id(check)
        for example in EXAMPLES
        for paper in judged(book, example["case"]).papers
        for check in paper.problems
    }
    checks = [*book.documents.checks.items()]
    assert [name for name, check in checks if id(check) not in met] == []
