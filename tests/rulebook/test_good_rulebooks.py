"""Edits that a colleague makes in YAML alone: they load, and they do what they say."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mynadesk.decision.decide import decide
from mynadesk.decision.decision import Decision
from mynadesk.decision.reading import read_case
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.wording import Wording
from tests.rulebook.edits import Edit, write_rules

TODAY = date(2026, 11, 23)
SHIPPED = load_rulebook(shipped_rules())

ADULT = {"under_15": False, "adult_ward": False}
LICENCE = {"kind": "drivers_license", "of": "holder", "original": True, "expiry": "in_date"}
HOLDER = {
    "operation": "reset",
    "pins": ["resident_registry"],
    "visitor": "holder",
    "holder": ADULT,
    "card": "presented",
    "documents": [LICENCE],
}
AGENT = {
    "operation": "reset",
    "pins": ["resident_registry"],
    "visitor": "agent",
    "visit": 1,
    "holder": ADULT,
    "postage": True,
    "mail_forwarded": False,
    "unavoidable_reason": "illness",
    "documents": [{**LICENCE, "of": "visitor"}],
}


def edited(folder: Path, *edits: Edit) -> Rulebook:
    """The shipped rulebook with some edits."""
    return load_rulebook(str(write_rules(folder, *edits)))


def decided(book: Rulebook, case: dict[str, Any], **more: Any) -> Decision:
    """What a rulebook decides of a case, with some of its keys changed."""
    return decide(book, read_case(book, {**case, **more}, TODAY))


def standing(decision: Decision, requirement: str) -> str:
    """How a requirement stands."""
    return next(each.standing.name for each in decision.requirements if each.id == requirement)


def test_the_shipped_rules_load() -> None:
    """Everything below starts from these."""
    assert decided(SHIPPED, HOLDER).verdict == "accept"
    assert decided(SHIPPED, AGENT).verdict == "accept"


def test_an_edit_changes_the_digest_even_where_it_changes_no_decision(tmp_path: Path) -> None:
    """A decision says by which rules it was made."""
    book = edited(tmp_path, Edit("notices.yaml", replace="# What the clerk", by="# What a clerk"))
    assert book.digest != SHIPPED.digest


def test_an_age_of_16_turns_away_who_is_15(tmp_path: Path) -> None:
    """The age stands once, and all that reads it follows."""
    book = edited(tmp_path, Edit("figures.yaml", replace="value: 15\n", by="value: 16\n"))
    born = {"holder": {"birth_date": "2011-11-23", "adult_ward": False}}
    assert decided(SHIPPED, HOLDER, **born).verdict == "accept"
    assert decided(book, HOLDER, **born).verdict == "decline"
    assert Wording(book, "ja").fill(book.facts["holder.under_15"].label) == "本人が16歳未満"


def test_a_later_first_day_refuses_certificates_issued_before_it(tmp_path: Path) -> None:
    """A date of figures.yaml reaches the check that names it."""
    book = edited(tmp_path, Edit("figures.yaml", replace="value: 2012-04-01", by="value: 2013-04-01"))
    paper = {**LICENCE, "kind": "driving_history_certificate", "issued_on": "2013-03-31"}
    assert decided(SHIPPED, HOLDER, documents=[paper]).verdict == "accept"
    assert decided(book, HOLDER, documents=[paper]).verdict == "incomplete"


def test_another_postage_is_said_everywhere(tmp_path: Path) -> None:
    """No sentence keeps the old amount."""
    book = edited(tmp_path, Edit("figures.yaml", replace="value: 434", by="value: 460"))
    asked = decided(book, AGENT, postage=False)
    assert standing(asked, "postage") == "missing"
    assert any("460円" in text for text in Wording(book, "ja").tell(asked))
    assert book.requirements["postage"].label.en == "Postage of {postage} yen"
    assert Wording(book, "en").fill(book.requirements["postage"].label) == "Postage of 460 yen"


NEW_KIND = """
  seafarers_book:
    class: A
    key: ..3
    label: {ja: 船員手帳, en: Seafarer's pocket ledger}
    source: saijo-mnpassword / 注 本人確認書類について / 3
"""


def test_a_new_kind_of_paper_can_be_used_at_once(tmp_path: Path) -> None:
    """Its class says what is looked at; nothing else has to be written."""
    other = "  other_document:\n    class: B\n"
    book = edited(tmp_path, Edit("documents.yaml", replace=other, by=NEW_KIND.lstrip("\n") + other))
    paper = {**LICENCE, "kind": "seafarers_book"}
    assert decided(book, HOLDER, documents=[paper]).verdict == "accept"
    unseen = decided(book, HOLDER, documents=[{**paper, "expiry": None}])
    assert [each.ask for each in unseen.requirements if each.ask] == [("documents[0].expiry",)]


def test_a_kind_moved_to_class_a_counts_as_a(tmp_path: Path) -> None:
    """A legal representative needs one A, or two B."""
    kind = "  pension_certificate:\n    class: "
    book = edited(tmp_path, Edit("documents.yaml", replace=f"{kind}B", by=f"{kind}A"))
    papers = [LICENCE, {**LICENCE, "kind": "pension_certificate", "of": "visitor"}]
    case = {
        **HOLDER,
        "visitor": "legal_representative",
        "holder": {"under_15": True, "adult_ward": False},
        "family_register": True,
        "documents": papers,
    }
    assert standing(decided(SHIPPED, case), "representative_identity") == "missing"
    assert standing(decided(book, case), "representative_identity") == "met"


NEW_REASON = """
disaster:
  key: .7
  label: {ja: 災害, en: Disaster}
  proof: {ja: り災証明書, en: Disaster certificate}
  source: national-agent-reasons
"""


def test_a_new_reason_is_accepted(tmp_path: Path) -> None:
    """Reasons are a list elsewhere, which the requirement takes as a whole."""
    book = edited(tmp_path, Edit("reasons.yaml", replace="\nillness:\n", by=f"{NEW_REASON}\nillness:\n"))
    decision = decided(book, AGENT, unavoidable_reason="disaster")
    assert standing(decision, "unavoidable_reason") == "met"


NEW_FACT = """
power_of_attorney:
  type: yes_no
  label: {ja: 委任状, en: Power of attorney}

"""
NEW_REQUIREMENT = """
power_of_attorney:
  label: {ja: 委任状, en: Power of attorney}
  needs: {fact: power_of_attorney}
  rule: {ja: 代理人は委任状が必要です。, en: An agent needs a power of attorney.}
  say:
    missing: {ja: 委任状をお持ちください。, en: Bring the power of attorney.}
    ask: {ja: 委任状を見せていただきます。, en: Ask for the power of attorney.}
  source: office

"""
NEW_QUESTION = """
  power_of_attorney:
    label: {ja: 委任状, en: Power of attorney}
    ask: {ja: 委任状はありますか, en: Is the power of attorney there?}
    choices:
      - {key: 1, label: {ja: あり, en: "Yes"}, sets: {power_of_attorney: true}}
      - {key: 2, label: {ja: なし, en: "No"}, sets: {power_of_attorney: false}}

"""


@pytest.fixture
def with_power_of_attorney(tmp_path: Path) -> Rulebook:
    """A rulebook in which an agent needs one more paper, by YAML alone."""
    return edited(
        tmp_path,
        Edit("facts.yaml", replace="\nreason_proof:\n", by=f"{NEW_FACT}reason_proof:\n"),
        Edit("requirements.yaml", replace="\nreason_proof:\n", by=f"{NEW_REQUIREMENT}reason_proof:\n"),
        Edit("desk.yaml", replace="\n  reason_proof:\n", by=f"{NEW_QUESTION}  reason_proof:\n"),
        Edit("routes.yaml", replace="first_visit, postage,", by="first_visit, power_of_attorney, postage,"),
    )


@pytest.mark.parametrize(("told", "stands"), [(True, "met"), (False, "missing"), (None, "ask")])
def test_a_new_requirement_stands_as_its_fact_does(
    with_power_of_attorney: Rulebook, told: bool | None, stands: str
) -> None:
    """A new rule of the city needs no Python."""
    decision = decided(with_power_of_attorney, AGENT, power_of_attorney=told)
    assert standing(decision, "power_of_attorney") == stands


def test_a_new_requirement_stands_where_its_route_names_it(with_power_of_attorney: Rulebook) -> None:
    """The order of a route is the order in which a clerk reads it."""
    decision = decided(with_power_of_attorney, AGENT)
    assert [each.id for each in decision.requirements][:3] == [
        "right_visitor",
        "agent_identity",
        "power_of_attorney",
    ]
    assert "power_of_attorney" not in [
        each.id for each in decided(with_power_of_attorney, HOLDER).requirements
    ]


def test_fewer_papers_can_be_asked_for(tmp_path: Path) -> None:
    """Sets of classes are data."""
    book = edited(tmp_path, Edit("requirements.yaml", replace="one_of: [[A, A], [A, B]]", by="one_of: [[A]]"))
    second = {**AGENT, "visit": 2, "reply_letter": "sealed", "reason_proof": True, "card": "presented"}
    papers = [LICENCE, {**LICENCE, "of": "visitor"}]
    assert decided(SHIPPED, second, documents=papers).verdict == "incomplete"
    assert decided(book, second, documents=papers).verdict == "accept"


def test_a_third_office_is_a_matter_of_four_lines(tmp_path: Path) -> None:
    """Desks open and close."""
    office = (
        "  eastern_branch:\n    key: 3\n    label: {ja: 東部支所, en: Eastern branch}\n    source: office\n"
    )
    book = edited(
        tmp_path, Edit("rulebook.yaml", replace="  western_branch:\n", by=f"{office}  western_branch:\n")
    )
    assert book.rulebook.offices["eastern_branch"].key == 3


def test_a_rulebook_may_have_no_notices(tmp_path: Path) -> None:
    """Notices change no decision, so none is a choice too."""
    book = edited(tmp_path, Edit("notices.yaml", write="{}\n"))
    assert decided(book, HOLDER).notes == ()
