"""The right words among wrong ones."""

from random import Random

import pytest

from mynadesk.practice.answers.sayings import Sayings, sayings
from mynadesk.rulebook.book import Rulebook
from mynadesk.wording import Wording
from tests.decision.examples import EXAMPLES, Case, judged


@pytest.fixture(params=["ja", "en"])
def wording(request: pytest.FixtureRequest) -> Wording:
    found: Wording = request.getfixturevalue(request.param)
    return found


def offered(wording: Wording, case: Case, others: list[Case], seed: int = 0) -> Sayings:
    made = judged(wording.book, case)
    return sayings(wording, made, [judged(wording.book, each) for each in others], Random(seed))


def test_there_is_always_something_to_choose_and_no_text_twice(wording: Wording) -> None:
    """For every example that has something to tell, with no other decision than its own beside it."""
    told = 0
    for example in EXAMPLES:
        made = judged(wording.book, example["case"])
        gap = "" if wording.language == "ja" else " "
        found = sayings(wording, made, [made, made], Random(3))
        if not wording.tell(made):
            assert found == Sayings((), 0)
            continue
        told += 1
        assert found.texts[found.right] == gap.join(wording.tell(made))
        assert 2 <= len(found.texts) == len(set(found.texts)) <= 3
        assert all(found.texts)
    assert told > 50


def test_what_is_told_of_the_other_decisions_comes_first(wording: Wording) -> None:
    with_words = [each["case"] for each in EXAMPLES if wording.tell(judged(wording.book, each["case"]))]
    made = {wording.tell(judged(wording.book, case))[0]: case for case in with_words}
    case, *others = list(made.values())[:3]
    texts = offered(wording, case, [case, others[0], *others]).texts
    gap = "" if wording.language == "ja" else " "
    assert set(texts) == {gap.join(wording.tell(judged(wording.book, each))) for each in (case, *others)}


def test_the_order_is_the_seeds(ja: Wording) -> None:
    case = EXAMPLES[0]["case"]
    assert offered(ja, case, [], 5) == offered(ja, case, [], 5)
    assert len({offered(ja, case, [], seed).right for seed in range(20)}) == 3


def test_on_the_day_itself_no_words_of_acceptance_are_called_wrong(book: Rulebook, ja: Wording) -> None:
    """「本日この場で」 and 「本日」 would both be right: only the first visit's words are not."""
    words = ja.words.say
    today = {ja.fill(words.accept_same_day), ja.fill(words.accept_second_visit)}
    accepted = [made for each in EXAMPLES if (made := judged(book, each["case"])).verdict == "accept"]
    on_the_day = [made for made in accepted if made.second_visit is None]
    assert {made.flow for made in on_the_day} == {"same_day", "second_visit"}
    for made in on_the_day:
        for others in (accepted, []):
            found = sayings(ja, made, others, Random(made.flow))
            assert today.intersection(found.texts) == {found.texts[found.right]}


def test_the_papers_to_bring_do_not_give_the_right_words_away(book: Rulebook, ja: Wording) -> None:
    """Where papers are counted, one wrong text counts them otherwise, and one accepts."""
    counted = 0
    for example in EXAMPLES:
        made = judged(book, example["case"])
        if made.verdict == "incomplete" and "点)" in "".join(ja.tell(made)):
            counted += 1
            texts = sayings(ja, made, [], Random(1)).texts
            assert sum("点)" in text for text in texts) == 2, texts
            assert ja.fill(getattr(ja.words.say, f"accept_{made.flow}")) in texts
    assert counted > 20


def test_beside_an_acceptance_stands_one_for_another_day_and_something_to_bring(
    book: Rulebook, ja: Wording
) -> None:
    words = ja.words.say
    accepting = {
        ja.fill(getattr(words, f"accept_{flow}")) for flow in ("same_day", "first_visit", "second_visit")
    }
    for example in EXAMPLES:
        made = judged(book, example["case"])
        if made.verdict == "accept":
            assert len(accepting.intersection(sayings(ja, made, [], Random(2)).texts)) == 2


def test_no_near_text_is_a_part_of_the_right_one(book: Rulebook, ja: Wording) -> None:
    """Half of what has to be said would not be plainly wrong."""
    for example in EXAMPLES:
        for seed in range(4):
            found = sayings(ja, judged(book, example["case"]), [], Random(seed))
            assert sum(text in found.texts[found.right] for text in found.texts) <= 1
