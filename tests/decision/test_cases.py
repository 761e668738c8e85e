"""The examples of the contract, decided; and their decisions as the command writes them."""

import json
from typing import Any

import pytest

from mynadesk.command.answer import Answering
from mynadesk.rulebook.book import Rulebook
from tests.decision.examples import Example, as_told, differences, each_example, expected, judged, reduced

DECISION_KEYS = [
    *("flow", "verdict", "pins", "requirements", "second_visit"),
    *("advice", "notes", "headline", "rulebook"),
]
REQUIREMENT_KEYS = {"id", "standing", "met_by", "ask", "bring", "label", "source"}


@pytest.fixture(scope="session")
def answering(book: Rulebook) -> Answering:
    return Answering(book)


@each_example
def test_a_case_is_decided_as_the_contract_says(example: Example, book: Rulebook) -> None:
    decision, wanted = judged(book, example["case"]), example["expect"]
    assert decision.flow == wanted["flow"]
    assert decision.verdict == wanted["verdict"]
    assert list(decision.pins.items()) == list(wanted["pins"].items())
    assert differences(reduced(as_told(decision.requirements)), expected(wanted)) == {}
    assert list(decision.advice) == wanted["advice"]
    if "notes" in wanted:
        assert [name for name, _ in decision.notes] == wanted["notes"]
    assert (decision.second_visit is None) == (wanted["second_visit"] is None)
    if decision.second_visit is not None:
        assert differences(reduced(as_told(decision.second_visit)), expected(wanted["second_visit"])) == {}


@each_example
def test_a_decision_is_written_in_the_form_of_the_contract(
    example: Example, book: Rulebook, answering: Answering
) -> None:
    written = json.dumps(answering.answer(judged(book, example["case"])), ensure_ascii=False)
    answer, wanted = json.loads(written), example["expect"]
    assert list(answer) == DECISION_KEYS
    assert {key: answer[key] for key in ("flow", "verdict", "pins", "advice")} == {
        key: wanted[key] for key in ("flow", "verdict", "pins", "advice")
    }
    assert_requirements_are_written(answer["requirements"], wanted)
    if wanted["second_visit"] is None:
        assert answer["second_visit"] is None
    else:
        assert list(answer["second_visit"]) == ["requirements"]
        assert_requirements_are_written(answer["second_visit"]["requirements"], wanted["second_visit"])
    assert_words_are_written(answer, book)


def assert_requirements_are_written(requirements: list[dict[str, Any]], wanted: dict[str, Any]) -> None:
    assert all(set(each) == REQUIREMENT_KEYS for each in requirements)
    assert differences(reduced(requirements), expected(wanted)) == {}


def assert_words_are_written(answer: dict[str, Any], book: Rulebook) -> None:
    """In both languages, nothing of them empty, and each rule with the place where it is published."""
    then = answer["second_visit"]
    requirements = [*answer["requirements"], *(then["requirements"] if then else [])]
    for each in requirements:
        assert set(each["label"]) == {"ja", "en"}
        assert all(each["label"].values())
        assert each["source"].partition(" / ")[0] in book.sources
    assert all(set(note) == {"id", "ja", "en"} and all(note.values()) for note in answer["notes"])
    assert set(answer["headline"]) == {"ja", "en"}
    assert all(answer["headline"].values())
    assert answer["rulebook"] == {"id": "saijo", "digest": book.digest}
