"""Whether each question that is asked can matter, and none is asked where all is met."""

from itertools import product
from typing import Any

from hypothesis import given, settings

from mynadesk.decision.decision import Outcome
from mynadesk.rulebook.book import Rulebook
from mynadesk.standing import Standing
from tests.decision.answers import MOST_QUESTIONS, asks_a_little, invented, legal_values, put, standing_of
from tests.decision.examples import Case, judged

some_cases = settings(deadline=None, max_examples=150)
many_cases = settings(deadline=None, max_examples=400)


@many_cases
@given(invented())
def test_a_question_is_asked_wherever_one_is_open_and_nowhere_where_all_is_met(
    book: Rulebook, case: Case
) -> None:
    decision = judged(book, case)
    for outcome in [*decision.requirements, *(decision.second_visit or ())]:
        if outcome.standing is Standing.ask:
            assert outcome.ask
        if outcome.standing is Standing.met:
            assert outcome.ask == ()
        assert len(set(outcome.ask)) == len(outcome.ask)


@some_cases
@given(invented(asks_a_little))
def test_each_question_can_be_the_one_on_which_its_requirement_hangs(book: Rulebook, case: Case) -> None:
    tried = [(each, outcomes_of(book, case, each)) for each in judged(book, case).requirements]
    for outcome, reached in tried:
        if reached:
            for place, key in enumerate(outcome.ask):
                assert decides(reached, place), key


@some_cases
@given(invented(asks_a_little))
def test_one_answer_leaves_its_requirement_between_its_best_and_its_worst(book: Rulebook, case: Case) -> None:
    tried = [(each, outcomes_of(book, case, each)) for each in judged(book, case).requirements]
    for outcome, reached in tried:
        for key in outcome.ask if reached else ():
            for value in legal_values(book, case, key):
                after = standing_of(book, put(case, key, value), outcome.id)
                assert after is not None
                assert min(reached.values()) <= after <= max(reached.values())


@some_cases
@given(invented(asks_a_little))
def test_what_is_asked_can_end_well(book: Rulebook, case: Case) -> None:
    tried = [(each, outcomes_of(book, case, each)) for each in judged(book, case).requirements]
    for outcome, reached in tried:
        if reached:
            assert min(reached.values()) < outcome.standing


def outcomes_of(book: Rulebook, case: Case, outcome: Outcome) -> dict[tuple[Any, ...], Standing]:
    """How a requirement stands after each set of answers to all its questions; none where these are many."""
    values = [legal_values(book, case, key) for key in outcome.ask]
    if not 0 < len(values) <= MOST_QUESTIONS:
        return {}
    reached = {}
    for answers in product(*values):
        answered = case
        for key, value in zip(outcome.ask, answers, strict=True):
            answered = put(answered, key, value)
        standing = standing_of(book, answered, outcome.id)
        assert standing is not None
        reached[answers] = standing
    return reached


def decides(reached: dict[tuple[Any, ...], Standing], place: int) -> bool:
    """Whether for some answers to the other questions the answer in this place makes a difference."""
    groups: dict[tuple[Any, ...], set[Standing]] = {}
    for answers, standing in reached.items():
        others = (*answers[:place], *answers[place + 1 :])
        groups.setdefault(others, set()).add(standing)
    return any(len(group) > 1 for group in groups.values())
