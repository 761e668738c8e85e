"""The made-up city: a rulebook of YAML alone, standing on the shipped one, that differs in seven ways."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from mynadesk.decision.decide import decide
from mynadesk.decision.decision import Decision
from mynadesk.decision.reading import read_case
from mynadesk.handout.reading import load_handout
from mynadesk.interview.session import Session
from mynadesk.practice.reading import load_practice
from mynadesk.practice.skills.drawing import Deck
from mynadesk.proof.proving import prove
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.wording import Wording
from tests.command.running import as_json, run
from tests.interview.desk import press

CITY = Path(shipped_rules()) / "examples" / "midorino"
MIDORINO, SHIPPED = load_rulebook(str(CITY)), load_rulebook(shipped_rules())
TODAY = date(2026, 11, 24)
EXAMPLES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("midorino.yaml").read_text(encoding="utf-8")
)
DIFFERENCES = {
    "a legal representative needs two A papers, or one A and one B",
    "an agent brings the holder's card to the first visit",
    "an agent of the holder's own household comes once",
    "an agent brings a letter of proxy",
    "certificates are no older than three months",
    "there is no postage to pay",
    "a parent can act for a holder of up to 17",
}


def decided(book: Rulebook, case: dict[str, Any]) -> Decision:
    return decide(book, read_case(book, case, TODAY))


def as_shipped(example: dict[str, Any]) -> dict[str, Any]:
    """The case as the shipped rules can read it."""
    known = {*SHIPPED.facts, "on", "operation", "pins", "visitor", "visit", "certificates", "documents"}
    case = {key: value for key, value in example["case"].items() if key in known}
    holder = {key: value for key, value in example["case"]["holder"].items() if f"holder.{key}" in known}
    paid = {"postage": example.get("shipped_pays", True)} if case["visitor"] == "agent" else {}
    return {**case, "holder": holder, **paid}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example["name"]))
def test_the_city_decides_by_its_own_rules(example: dict[str, Any]) -> None:
    here, there = decided(MIDORINO, example["case"]), decided(SHIPPED, as_shipped(example))
    assert (here.verdict, there.verdict) == (example["midorino"], example["shipped"])
    stands = {each.id: each.standing.name for each in here.requirements}
    assert {name: stands[name] for name in example.get("standing", {})} == example.get("standing", {})
    assert here.flow == example.get("flow", here.flow)
    assert there.flow == example.get("shipped_flow", there.flow)


def test_it_differs_in_each_of_the_seven_ways() -> None:
    """Some case of each is decided otherwise, or in another number of visits."""
    told = {
        example["difference"]
        for example in EXAMPLES
        if (example["midorino"], example.get("flow")) != (example["shipped"], example.get("shipped_flow"))
    }
    assert told == DIFFERENCES


def test_it_has_no_hole() -> None:
    """Proved on the day of these tests; `mynadesk rules prove rules/examples/midorino` takes every day."""
    assert prove(MIDORINO, TODAY).holes == ()


def test_its_announced_change_is_a_turning_day() -> None:
    assert date(2027, 4, 1) in MIDORINO.turning_days


def test_an_agent_of_the_household_is_served_at_the_desk_in_one_visit() -> None:
    """Agent, of the household, reset, PIN 2, letter of proxy, card read, papers of both."""
    desk = press(Session(MIDORINO, Wording(MIDORINO, "ja"), lambda: TODAY), "4 1 1 2 E 1 E 3 E 1 E .2 E")
    assert desk.look.decision is not None
    assert (desk.look.final, desk.look.decision.verdict, desk.look.decision.flow) == (
        True,
        "accept",
        "same_day",
    )
    assert not any("郵送代" in line.label for line in desk.lines)


def test_an_agent_of_another_household_is_asked_whether_mail_arrives() -> None:
    desk = press(Session(MIDORINO, Wording(MIDORINO, "ja"), lambda: TODAY), "4 2 1 2 E 1 E 1 E 1")
    assert desk.look.decision is not None
    assert (desk.look.final, desk.look.decision.verdict, desk.look.decision.flow) == (
        True,
        "accept",
        "first_visit",
    )


def test_the_desk_says_from_which_day_on_a_certificate_counts() -> None:
    from mynadesk.interview.question import hint

    desk = press(Session(MIDORINO, Wording(MIDORINO, "ja"), lambda: TODAY), "2 1 3 E E 1 E 1 E .2 E")
    assert hint(desk) == "令和8年8月24日以降に交付されたもの"


def test_its_papers_and_its_practice_are_its_own() -> None:
    """Both stand on the shipped ones, and say nothing of postage or of another city."""
    words = load_handout(str(CITY), MIDORINO)
    assert "みどり野市" in str(words.easy.city)
    practice = load_practice(str(CITY), MIDORINO, TODAY)
    deck = Deck(MIDORINO, practice.lore, TODAY, practice.own)
    drawn = {card for card in deck.cards if "letter_of_proxy" in card}
    assert drawn


def test_the_command_takes_it_like_any_rules() -> None:
    done = run("--rules", str(CITY), "check", given=as_json(EXAMPLES[0]["case"]))
    assert done.answer()["rulebook"] == {"id": "midorino", "digest": MIDORINO.digest}
