"""Looking ahead from one visit to the next."""

from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from msgspec.structs import replace

from mynadesk.decision.ahead import (
    counts,
    lacking_then,
    likely_next_visit,
    running_out,
    without_doubtful,
)
from mynadesk.decision.case import Case
from mynadesk.decision.decide import decide
from mynadesk.decision.decision import Decision
from mynadesk.decision.reading import read_case
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.timeline import NotInForce
from mynadesk.standing import Standing
from tests.reference.invent import invent_case
from tests.rulebook.edits import Edit
from tests.rulebook.test_good_rulebooks import edited

NO_DAY = date(1900, 1, 1)
INVENTED = 1500


def decided(book: Rulebook, raw: dict[str, Any]) -> tuple[Case, Decision]:
    case = read_case(book, raw, NO_DAY)
    return case, decide(book, case)


def agent(*documents: dict[str, Any]) -> dict[str, Any]:
    seen = {"of": "visitor", "original": True, "expiry": "in_date", "identifies": True}
    return {
        "operation": "reset",
        "pins": ["user_authentication"],
        "visitor": "agent",
        "visit": 1,
        "on": "2026-11-23",
        "holder": {"under_15": False, "adult_ward": False},
        "documents": [{**seen, **each} for each in documents],
    }


def lacking(book: Rulebook, *documents: dict[str, Any]) -> list[list[list[str]]]:
    return [each.bring for each in lacking_then(*decided(book, agent(*documents)))]


def test_a_b_paper_alone_will_want_an_a_paper(book: Rulebook) -> None:
    assert lacking(book, {"kind": "student_id"}) == [[["A"]]]


def test_a_paper_that_runs_out_is_not_reckoned_with(book: Rulebook) -> None:
    papers = {"kind": "passport"}, {"kind": "student_id"}
    assert lacking(book, *papers) == []
    assert lacking(book, {**papers[0], "expiry": "2026-12-05"}, papers[1]) == [[["A"]]]


def test_a_second_paper_of_one_kind_is_not_reckoned_with(book: Rulebook) -> None:
    assert lacking(book, {"kind": "passport"}, {"kind": "passport"}) == [[["A"], ["B"]]]


def test_where_nothing_of_today_will_count_it_goes_without_saying(book: Rulebook) -> None:
    assert lacking(book) == []
    assert lacking(book, {"kind": "passport", "expiry": "2026-12-05"}) == []
    assert lacking(book, {"kind": "passport", "original": False}) == []


@pytest.mark.parametrize(
    ("expiry", "named"),
    [
        ("2026-11-22", False),
        ("2026-11-23", True),
        ("2026-12-22", True),
        ("2026-12-23", False),
        ("in_date", False),
        (None, False),
    ],
)
def test_papers_are_named_that_run_out_from_today_to_the_day_before_the_likely_visit(
    expiry: str | None, named: bool, book: Rulebook
) -> None:
    case, decision = decided(book, agent({"kind": "my_number_card", "expiry": expiry}))
    assert likely_next_visit(book, case) == date(2026, 12, 23)
    found = [(each.paper.kind, each.last_day.isoformat()) for each in running_out(case, decision)]
    assert found == ([("my_number_card", expiry)] if named else [])


def test_a_paper_that_the_law_ends_before_the_next_visit_is_named_with_that_day(book: Rulebook) -> None:
    raw = {**agent({"kind": "health_insurance_card"}), "on": "2025-11-20"}
    found = running_out(*decided(book, raw))
    assert [each.last_day for each in found] == [date(2025, 12, 1)]


def test_whatever_is_named_counts_to_its_last_day_and_nothing_else_is_named(book: Rulebook) -> None:
    """Told by the dates alone, and day by day by what the decision says of the paper."""
    random = Random(11)
    named = 0
    for _ in range(INVENTED):
        case, decision = decided(book, invent_case(random))
        likely = likely_next_visit(book, case)
        found = {each.paper.index: each.last_day for each in running_out(case, decision)}
        named += len(found)
        for paper in decision.papers:
            expiry = case.documents[paper.index].seen.get("expiry")
            ends = isinstance(expiry, date) and case.on <= expiry < likely
            if paper.index not in found:
                law = paper.kind == "health_insurance_card"
                assert not (ends and counts(paper)) or law, case
                continue
            last_day = found[paper.index]
            assert case.on <= last_day < likely
            assert last_day == expiry or paper.kind == "health_insurance_card"
            for day, good in ((last_day, True), (last_day + timedelta(1), False)):
                assert counts(decide(book, replace(case, on=day)).papers[paper.index]) is good
    assert named > 20, "else this would say little"


def test_what_is_lacking_then_is_what_a_second_visit_on_that_day_is_told(book: Rulebook) -> None:
    """Of identity papers, as the same case would be told as visit 2 on the likely day."""
    random = Random(12)
    lacking = 0
    for _ in range(INVENTED):
        case, decision = decided(book, invent_case(random))
        found = {each.id: each.bring for each in lacking_then(case, decision)}
        if decision.second_visit is None:
            assert not found
            continue
        lacking += len(found)
        second = replace(case, on=likely_next_visit(book, case), facts={**case.facts, "visit": 2})
        told = {each.id: each for each in without_doubtful(second, decide(book, second)).requirements}
        for name, bring in found.items():
            assert told[name].standing is Standing.missing
            assert told[name].bring == bring != []
    assert lacking > 20


def test_without_doubtful_papers_nothing_waits_for_a_supervisor_because_of_a_paper(book: Rulebook) -> None:
    random = Random(13)
    helped = 0
    for _ in range(INVENTED):
        case, decision = decided(book, invent_case(random))
        firm = without_doubtful(case, decision)
        for before, after in zip(decision.requirements, firm.requirements, strict=True):
            if after.reads.owners:
                assert after.standing is not Standing.consult
                helped += before.standing is Standing.consult
            else:
                assert (before.id, before.standing) == (after.id, after.standing)
    assert helped > 20


@pytest.mark.parametrize(
    ("ends", "named"), [("2026-11-30", [date(2026, 11, 30)]), ("2026-12-23", []), (None, [])]
)
def test_a_kind_of_paper_that_the_rules_no_longer_know_then_is_named_with_its_last_day(
    ends: str | None, named: list[date], tmp_path: Path
) -> None:
    edits = [
        Edit("documents.yaml", replace="  student_id:\n", by=f"  student_id:\n    applies_until: {ends}\n")
    ]
    book = edited(tmp_path, *(edits if ends else ()))
    case, decision = decided(book, agent({"kind": "student_id"}))
    assert [each.last_day for each in running_out(case, decision)] == named
    assert [each.bring for each in lacking_then(case, decision)] == ([] if named else [[["A"]]])


def test_beyond_the_last_day_of_the_rules_nothing_is_said_of_what_will_be_lacking(tmp_path: Path) -> None:
    old = "  value: 434\n"
    new = f"{old}  applies_until: 2026-11-30\n  unsettled_after: true\n"
    book = edited(tmp_path, Edit("figures.yaml", replace=old, by=new))
    with pytest.raises(NotInForce):
        book.at(date(2026, 12, 1))
    case, decision = decided(book, agent({"kind": "student_id", "expiry": "2026-11-25"}))
    assert lacking_then(case, decision) == []
