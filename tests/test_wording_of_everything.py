"""Whatever is decided: nothing goes unsaid, and no word is half filled or of uncertain width."""

import random
from collections.abc import Callable, Iterable, Iterator
from unicodedata import east_asian_width

import pytest

from mynadesk.decision.decision import Decision
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import Requirement
from mynadesk.standing import Standing
from mynadesk.wording import Wording
from tests.decision.examples import EXAMPLES, judged
from tests.reference.invent import invent_case

_RANDOM = random.Random(2029)
CASES = [*(example["case"] for example in EXAMPLES), *(invent_case(_RANDOM) for _ in range(2000))]


@pytest.fixture(scope="module")
def decisions(book: Rulebook) -> list[Decision]:
    return [judged(book, case) for case in CASES]


def said(decisions: Iterable[Decision], wording: Wording) -> dict[tuple[int, Standing], str]:
    """What each rule says at each standing that it came to; "" where it says nothing."""
    return {
        (id(each.rule), each.standing): wording.said(each)
        for decision in decisions
        for each in decision.requirements
    }


def test_every_sentence_of_a_requirement_is_said_in_some_case(
    decisions: list[Decision], book: Rulebook, ja: Wording
) -> None:
    reached = said(decisions, ja)
    unsaid = [
        (name, standing)
        for name, rule in book.requirements.items()
        for standing in rule.say
        if not reached.get((id(rule), Standing[standing]))
    ]
    assert unsaid == []


def test_no_requirement_is_silent_unless_it_is_met(
    decisions: list[Decision], book: Rulebook, ja: Wording
) -> None:
    names = {id(rule): name for name, rule in book.requirements.items()}
    silent = [
        (names[rule], standing.name) for (rule, standing), text in said(decisions, ja).items() if not text
    ]
    assert {standing for _, standing in silent} <= {"met"}


def test_what_is_said_of_a_decision_is_what_its_requirements_say(
    decisions: list[Decision], ja: Wording
) -> None:
    """Nothing that is declined, missing or for the supervisor goes untold, and no question.

    Where all is declined, nothing else is told, asked or wanted: it would not help.
    """
    for decision in decisions:
        told = set(ja.tell(decision))
        declined = decision.verdict == "decline"
        worse = [
            each
            for each in decision.requirements
            if (each.standing is Standing.decline if declined else each.standing > Standing.ask)
        ]
        if decision.flow is not None:
            assert {ja.said(each) for each in worse} <= told
        asked = [each for each in decision.requirements if each.standing is Standing.ask]
        assert ja.to_check(decision) == ([] if declined else [ja.said(each) for each in asked])
        if declined:
            assert told
            assert ja.needed_next(decision) == []
        if decision.verdict not in ("accept", "partial"):
            assert told <= {ja.said(each) for each in worse}


def every_text(wording: Wording, decision: Decision) -> Iterator[str]:
    """Everything that is said of one decision."""
    for final in (False, True):
        yield wording.headline(decision, final)
    outcomes = [*decision.requirements, *(decision.second_visit or ())]
    parts: list[Callable[[Decision], list[str]]] = [
        *(wording.details, wording.tell, wording.to_check, wording.needed_next, wording.notes),
        wording.new_pins,
    ]
    for part in parts:
        yield from part(decision)
    for name, text in wording.advice(decision):
        yield from (name, text)
    for paper in decision.papers:
        yield from wording.paper_problems(paper, wording.book.documents.properties)
    yield from (wording.fill(notice.text) for _, notice in decision.notes)
    for each in outcomes:
        yield from (wording.label(each), wording.short(each), wording.lacks(each), wording.rule(each))
        for place in wording.places(wording.sources(each, decision)):
            yield from (place.layer, place.title)


def every_name(wording: Wording) -> Iterator[str]:
    """Everything that is said without a decision."""
    book = wording.book
    for pin in book.pins:
        yield from (wording.pin(pin), wording.pin_form(pin))
    yield from (wording.confirmation(kind, {}) for kind in book.documents.kinds)
    for class_ in book.documents.classes.values():
        yield from map(wording.fill, (class_.label, class_.spoken, class_.look_at, class_.rule))
    yield from (wording.figure(name) for name in book.figures)
    yield from (wording.standing(standing, final) for standing in Standing for final in (False, True))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_everything_that_is_said_is_whole_and_of_certain_width(
    language: str, decisions: list[Decision], ja: Wording, en: Wording
) -> None:
    wording = {"ja": ja, "en": en}[language]
    texts = {text for decision in decisions for text in every_text(wording, decision)} | {
        *every_name(wording)
    }
    assert len(texts) > 150
    assert [text for text in texts if not text or text != text.strip()] == []
    assert [text for text in texts if "{" in text or "}" in text] == []
    assert [text for text in texts if any(east_asian_width(char) == "A" for char in text)] == []
    assert [text for text in texts if not text.isprintable()] == []


def test_every_rule_of_the_book_is_reached_by_some_case(decisions: list[Decision], book: Rulebook) -> None:
    reached: dict[int, Requirement] = {
        id(each.rule): each.rule
        for decision in decisions
        for each in (*decision.requirements, *(decision.second_visit or ()))
    }
    assert [name for name, rule in book.requirements.items() if id(rule) not in reached] == []
