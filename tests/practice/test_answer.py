"""What a decision is in the terms of an answer."""

import pytest

from mynadesk.decision.decision import Decision
from mynadesk.practice.answers.answer import VERDICTS, Verdict, choices_of_hanging, hanging, verdict_of
from mynadesk.rulebook.book import Rulebook
from mynadesk.standing import Standing
from tests.decision.examples import EXAMPLES, Example, each_example, judged
from tests.practice.truths import decided, decision, outcome


def whole(book: Rulebook) -> list[tuple[Example, Decision]]:
    """The examples in which nothing is left to ask."""
    pairs = [(example, judged(book, example["case"])) for example in EXAMPLES]
    return [(example, made) for example, made in pairs if made.verdict != "ask"]


@pytest.mark.parametrize("verdict", VERDICTS)
def test_every_verdict_is_found_again(verdict: Verdict) -> None:
    assert verdict_of(decided(verdict)) == verdict


def test_each_verdict_occurs_among_the_examples(book: Rulebook) -> None:
    assert {verdict_of(made) for _, made in whole(book)} == set(VERDICTS)


def test_a_case_that_is_not_whole_has_no_verdict() -> None:
    with pytest.raises(ValueError, match="ask is no verdict"):
        verdict_of(decision("same_day", "ask", ()))


def test_who_is_turned_away_is_so_by_what_turns_away_alone() -> None:
    made = decision(
        None,
        "decline",
        (
            outcome("who", Standing.decline, turns_away=True),
            outcome("card", Standing.missing),
            outcome("pin", Standing.decline),
        ),
    )
    assert hanging(made) == ("who",)
    assert choices_of_hanging(made) == ("who", "card", "pin")


def test_a_refused_pin_hangs_on_what_refuses_it_alone() -> None:
    made = decision(
        "same_day", "decline", (outcome("card", Standing.missing), outcome("pin", Standing.decline))
    )
    assert hanging(made) == ("pin",)


def test_a_requirement_that_stands_there_twice_is_named_once() -> None:
    made = decision("same_day", "incomplete", (outcome("card", Standing.missing),) * 2)
    assert hanging(made) == choices_of_hanging(made) == ("card",)


@each_example
def test_an_example_hangs_on_something_exactly_where_it_is_not_accepted(
    book: Rulebook, example: Example
) -> None:
    made = judged(book, example["case"])
    assert bool(hanging(made)) == (made.verdict != "accept")
    assert [each for each in choices_of_hanging(made) if each in hanging(made)] == list(hanging(made))
