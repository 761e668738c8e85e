"""What holds for every case, whatever the rules say of it."""

import json
from copy import deepcopy
from datetime import date
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mynadesk.command.answer import Answering
from mynadesk.decision.decide import decide
from mynadesk.decision.decision import PIN_WORDS, Decision
from mynadesk.decision.reading import read_case
from mynadesk.rulebook.book import Rulebook
from mynadesk.standing import Standing
from tests.decision.answers import (
    GOOD_KINDS,
    brought,
    invented,
    lacks_something,
    owners,
    standing_of,
    standings,
    with_good_papers,
)
from tests.decision.examples import Case, judged

many_cases = settings(deadline=None, max_examples=400)


def shuffled_keys(rng: Random, value: Any) -> Any:
    """The same value with the keys of each mapping in another order."""
    if isinstance(value, dict):
        keys = rng.sample(list(value), len(value))
        return {key: shuffled_keys(rng, value[key]) for key in keys}
    return [shuffled_keys(rng, each) for each in value] if isinstance(value, list) else value


# Better papers


@many_cases
@given(invented(), st.data())
def test_one_more_good_document_never_worsens_a_pin_or_a_requirement(
    book: Rulebook, case: Case, data: st.DataObject
) -> None:
    owner = data.draw(st.sampled_from(owners(case)))
    kind = data.draw(st.sampled_from([*GOOD_KINDS["A"], *GOOD_KINDS["B"]]))
    at = data.draw(st.integers(0, len(case.get("documents", []))))
    before, after = judged(book, case), judged(book, with_good_papers(case, owner, [kind], at))
    worse = {name for name, standing in standings(after).items() if standing > standings(before)[name]}
    assert worse == set()
    for pin, word in after.pins.items():
        assert PIN_WORDS.index(word) <= PIN_WORDS.index(before.pins[pin])


@many_cases
@given(invented(lacks_something))
def test_what_is_to_be_brought_lifts_its_requirement_out_of_missing(book: Rulebook, case: Case) -> None:
    decision = judged(book, case)
    for outcome in decision.requirements:
        for alternative in outcome.bring:
            after = standing_of(book, brought(book, case, outcome, alternative), outcome.id)
            assert after is not None
            assert after <= Standing.ask


@many_cases
@given(invented())
def test_something_is_to_be_brought_exactly_for_what_is_missing_unless_nothing_would_help(
    book: Rulebook, case: Case
) -> None:
    decision = judged(book, case)
    for outcome in [*decision.requirements, *(decision.second_visit or ())]:
        missing = outcome.standing is Standing.missing and decision.flow is not None
        assert bool(outcome.bring) == missing
        assert outcome.bring == sorted(sorted(alternative) for alternative in outcome.bring)


# Order and form


@many_cases
@given(invented(), st.randoms(use_true_random=False))
def test_the_order_of_documents_and_pins_says_nothing(book: Rulebook, case: Case, rng: Random) -> None:
    documents = case.get("documents", [])
    order = rng.sample(range(len(documents)), len(documents))
    pins = rng.sample(case["pins"], len(case["pins"]))
    turned = {**case, "pins": pins, "documents": [documents[index] for index in order]}
    before, after = judged(book, case), judged(book, turned)
    assert (before.flow, before.verdict, before.pins) == (after.flow, after.verdict, after.pins)
    assert (before.advice, before.notes) == (after.advice, after.notes)
    assert list(after.pins) == pins
    back = {f"documents[{new}]": f"documents[{old}]" for new, old in enumerate(order)}
    assert settled(after, back) == settled(before, {name: name for name in back})


def settled(decision: Decision, names: dict[str, str]) -> list[tuple[Any, ...]]:
    """All that order may not touch; documents are called by the names given for them."""
    return [
        (each.id, each.standing, each.bring, {renamed(key, names) for key in each.ask})
        for each in (*decision.requirements, *(decision.second_visit or ()))
    ]


def renamed(key: str, names: dict[str, str]) -> str:
    document, dot, name = key.partition(".")
    return names.get(document, document) + dot + name


@many_cases
@given(invented(), st.randoms(use_true_random=False))
def test_the_order_of_keys_says_nothing(book: Rulebook, case: Case, rng: Random) -> None:
    answering = Answering(book)
    before, after = (answering.answer(judged(book, each)) for each in (case, shuffled_keys(rng, case)))
    assert json.dumps(before) == json.dumps(after)


@many_cases
@given(invented())
def test_a_fact_of_null_is_a_fact_left_out(book: Rulebook, case: Case) -> None:
    answering = Answering(book)
    assert answering.answer(judged(book, without_nulls(case))) == answering.answer(judged(book, case))


def without_nulls(case: Case) -> Case:
    """The case without facts of null; a paper's photo and entries keep it, for left out they go by kind."""
    kept = {key: value for key, value in case.items() if value is not None}
    for group in {"holder", "certificates"} & set(kept):
        kept[group] = {key: value for key, value in kept[group].items() if value is not None}
    if "documents" in kept:
        kept["documents"] = [
            {key: value for key, value in each.items() if value is not None or key in ("photo", "identifies")}
            for each in kept["documents"]
        ]
    return kept


@many_cases
@given(invented())
def test_deciding_changes_neither_the_case_nor_what_it_was_read_from(book: Rulebook, case: Case) -> None:
    written = deepcopy(case)
    read = read_case(book, case, date.min)
    kept = deepcopy(read)
    first, second = decide(book, read), decide(book, read)
    assert case == written
    assert read == kept
    assert Answering(book).answer(first) == Answering(book).answer(second)


# The whole


@many_cases
@given(invented())
def test_a_pin_is_accepted_exactly_when_all_that_touches_it_is_met(book: Rulebook, case: Case) -> None:
    decision = judged(book, case)
    for pin, word in decision.pins.items():
        touching = [each for each in decision.requirements if not each.pins or pin in each.pins]
        assert word == PIN_WORDS[max(each.standing for each in touching)]


@many_cases
@given(invented())
def test_nothing_is_accepted_while_a_requirement_of_the_route_is_not_met(book: Rulebook, case: Case) -> None:
    decision = judged(book, case)
    words = set(decision.pins.values())
    if any(each.standing is not Standing.met for each in decision.requirements if not each.pins):
        assert decision.verdict not in ("accept", "partial")
        assert "accept" not in words
    assert (decision.verdict == "accept") == (words == {"accept"})
    assert (decision.verdict == "partial") == ("accept" in words and len(words) > 1)


@many_cases
@given(invented())
def test_a_second_visit_is_foreseen_exactly_at_an_agents_first(book: Rulebook, case: Case) -> None:
    decision = judged(book, case)
    first = case.get("visit") == 1
    assert (decision.second_visit is not None) == first
    if first:
        then = judged(book, {**case, "visit": 2})
        assert decision.second_visit == then.requirements
