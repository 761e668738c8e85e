"""Situations that turn on one entry: decided otherwise, and different in no more than the entry says."""

from datetime import date
from functools import cache

import pytest

from mynadesk.browsing.entries import Entry
from mynadesk.browsing.showing import shown
from mynadesk.browsing.telling import Telling
from mynadesk.browsing.turning.ground import Pair
from mynadesk.browsing.turning.search import Turning
from mynadesk.decision.case import Case
from mynadesk.decision.decide import decide, procedure_of
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.wording import Wording
from tests.interview.desk import BOOK, ON

MIDORINO = load_rulebook("rules/examples/midorino")
ALWAYS_TOLD = {"reply_deadline", "faster_without_pins", "face_authentication_card"}
"""Notices that everybody on their routes is told."""


@cache
def turning(book: Rulebook = BOOK) -> Turning:
    tell = Telling(Wording(book.at(ON), "ja"), ON)
    return Turning(tell.entries, tell.links, ON)


def entry(group: str, id: str) -> Entry:
    found = turning().entries.find(group, id)
    assert found is not None
    return found


def pairs(group: str, id: str) -> list[Pair]:
    return turning().pairs(entry(group, id))


def decided(book: Rulebook, case: Case) -> tuple[object, ...]:
    decision = decide(book, case)
    notes = sorted(name for name, _ in decision.notes)
    return decision.flow, sorted(decision.pins.values()), notes, decision.advice


def pair_less(book: Rulebook, entries: list[Entry]) -> set[str]:
    """Those without a pair; each pair that there is differs."""
    without = set()
    for each in entries:
        found = turning(book).pairs(each)
        for pair in found:
            assert decided(book, pair.first) != decided(book, pair.second), each.rule
        if not found:
            without.add(each.id)
    return without


def test_every_entry_that_can_turn_anything_has_a_pair_that_is_decided_or_told_otherwise() -> None:
    assert pair_less(BOOK, [*turning().entries.all.values()]) == ALWAYS_TOLD


def test_so_it_is_with_the_rules_of_another_city() -> None:
    requirements = turning(MIDORINO).entries.of("requirements")
    assert pair_less(MIDORINO, requirements) <= {"household"}  # which only tells routes apart


def facts_apart(pair: Pair) -> set[str]:
    both = {*pair.first.facts, *pair.second.facts}
    return {name for name in both if pair.first.facts.get(name) != pair.second.facts.get(name)}


@pytest.mark.parametrize("name", [*BOOK.requirements])
def test_the_pairs_of_a_requirement_turn_on_what_it_reads(name: str) -> None:
    reads = procedure_of(BOOK.at(ON))
    read = {
        fact
        for route in reads.routes.values()
        for each in route.requirements
        if each.rule is BOOK.at(ON).requirements[name]
        for fact in each.reads.facts
    }
    for pair in pairs("requirements", name):
        id_ = name.partition("/")[0]
        stands = [
            {each.id: each.standing for each in decide(BOOK, case).requirements}.get(id_) for case in pair
        ]
        assert stands[0] != stands[1]
        assert facts_apart(pair) <= read
        assert pair.first.pins == pair.second.pins
        if read:
            assert pair.first.documents == pair.second.documents


@pytest.mark.parametrize("kind", [*BOOK.documents.kinds])
def test_the_first_pair_of_a_paper_is_with_it_and_without_it(kind: str) -> None:
    first, second = pairs("kinds", kind)[0]
    more = [each for each in second.documents if each not in first.documents]
    assert [each.kind for each in more] == [kind]
    assert len(second.documents) == len(first.documents) + 1


@pytest.mark.parametrize("check", [*BOOK.documents.checks])
def test_the_pairs_of_a_check_lie_on_its_two_sides(check: str) -> None:
    words = BOOK.documents.checks[check].problem
    first, second = pairs("checks", check)[0]
    problems = [
        {one.problem for each in decide(BOOK, case).papers for one in each.problems}
        for case in (first, second)
    ]
    assert words not in problems[0]
    assert words in problems[1]


def test_what_begins_on_a_day_is_shown_on_both_sides_of_it() -> None:
    days = [(pair.first.on, pair.second.on) for pair in pairs("checks", "insurance_card_ended")]
    assert (date(2025, 12, 1), date(2025, 12, 2)) in days


def test_two_papers_of_one_kind_stand_beside_two_of_two() -> None:
    for pair in pairs("two_of_one_kind", "two_of_one_kind"):
        kinds = [sorted(each.kind for each in case.documents if each.of == "visitor") for case in pair]
        assert len({*kinds[0]}) == 2
        assert len({*kinds[1]}) == 1


@pytest.mark.parametrize("name", [*BOOK.reasons])
def test_a_reason_stands_beside_none(name: str) -> None:
    first, second = pairs("reasons", name)[0]
    assert first.facts["unavoidable_reason"] == name
    assert second.facts["unavoidable_reason"] == "none"


def test_a_pair_is_told_by_what_differs_and_by_what_it_comes_to() -> None:
    wording = Wording(BOOK.at(ON), "ja")
    told = shown(wording, pairs("requirements", "holder_card")[0])
    assert told.route == "本人"
    assert [side.text for side in told.sides] == [
        "本人のマイナンバーカード 提示あり",
        "本人のマイナンバーカード なし",
    ]
    assert [side.verdict for side in told.sides] == ["即日受付できます", "足りないものがあります"]


def test_papers_and_days_are_told_too() -> None:
    wording = Wording(BOOK.at(ON), "en")
    told = shown(wording, pairs("kinds", "passport")[0])
    assert [side.text for side in told.sides] == ["Holder's papers none", "Holder's papers Passport A"]
    dated = next(each for each in pairs("checks", "insurance_card_ended") if each.first.on != each.second.on)
    assert [side.text for side in shown(wording, dated).sides] == ["1 December 2025", "2 December 2025"]
