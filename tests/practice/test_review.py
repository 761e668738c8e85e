"""What is shown after an answer, beside what the rules say."""

from collections import Counter
from pathlib import Path

import pytest

from mynadesk.decision.decide import decide
from mynadesk.decision.decision import Decision
from mynadesk.interview.result import Section
from mynadesk.interview.session import Session
from mynadesk.practice.answers.answer import Answer, verdict_of
from mynadesk.practice.answers.grading import grade
from mynadesk.practice.exercises.answering import requirement_label, verdict_label
from mynadesk.practice.exercises.exercise import Exercise
from mynadesk.practice.exercises.review import headline, review, verdict_on
from mynadesk.practice.learning.progress import Side
from mynadesk.standing import Standing
from mynadesk.typeset import is_certain
from mynadesk.words import Language
from tests.interview.desk import BOOK, JAPANESE
from tests.practice.deck import EVERY_CARD
from tests.practice.exercises import BETTER, WORDS, WORSE, answer, exercise, own_exercise, right
from tests.practice.player import play
from tests.practice.test_own_scenes import GOOD

RESULT = WORDS.result
NO_CARD, TOO_YOUNG = "holder_card/card/absent", "right_visitor/holder/holder.under_15/true"
NO_REASON = "unavoidable_reason/unavoidable_reason/none"
SIDES: tuple[Side, Side] = (BETTER, WORSE)


def shown(to: Exercise, said: Answer, reached: Decision | None = None) -> dict[str, list[str]]:
    """What is shown, by heading, in its order."""
    sections = sections_of(to, said, reached)
    assert len({each.heading for each in sections}) == len(sections)
    return {each.heading: each.texts for each in sections}


def sections_of(to: Exercise, said: Answer, reached: Decision | None = None) -> list[Section]:
    return review(to, said, grade(to.decision, said, to.sayings, WORDS.grading), reached, WORDS)


def graded(to: Exercise, said: Answer) -> str:
    return verdict_on(grade(to.decision, said, to.sayings, WORDS.grading), WORDS, to.wording)


def another(right_: int) -> int:
    """Words that would be wrong."""
    return (right_ + 1) % 3


def entered(to: Exercise) -> Decision | None:
    """What the desk would have decided, had the twin stood there."""
    return decide(BOOK, to.twin.case)


# Right


def test_who_is_right_in_every_part_reads_what_is_correct_why_and_what_would_have_flipped_it() -> None:
    to = exercise(NO_CARD)
    found = shown(to, right(to), to.decision)
    assert [*found] == [RESULT.correct.ja, RESULT.reason.ja, RESULT.if_it_differed.ja]
    assert found[RESULT.correct.ja] == [
        JAPANESE.words.verdicts.incomplete_final.ja,
        requirement_label(to, "holder_card"),
        *JAPANESE.tell(to.decision),
    ]
    assert graded(to, right(to)) == f"{RESULT.right.ja}  100点"
    assert headline(to) == JAPANESE.words.verdicts.incomplete_final.ja


def test_of_an_acceptance_only_the_verdict_and_the_words_are_correct() -> None:
    to = exercise(NO_CARD, BETTER)
    assert shown(to, right(to))[RESULT.correct.ja] == [
        verdict_label(to, WORDS.answer, verdict_of(to.decision)),
        *JAPANESE.tell(to.decision),
    ]


# Partly right


def test_who_has_the_verdict_but_overlooks_the_rest_is_partly_right() -> None:
    to = exercise(NO_CARD)
    said = answer(to, "incomplete", ["holder_identity"], another)
    found = shown(to, said)
    assert [*found] == [
        RESULT.yours.ja,
        RESULT.correct.ja,
        RESULT.overlooked.ja,
        RESULT.wrongly_named.ja,
        RESULT.reason.ja,
        RESULT.if_it_differed.ja,
    ]
    identity = requirement_label(to, "holder_identity")
    assert found[RESULT.yours.ja] == [
        JAPANESE.words.verdicts.incomplete_final.ja,
        identity,
        to.sayings.texts[another(to.sayings.right)],
    ]
    assert found[RESULT.overlooked.ja] == [requirement_label(to, "holder_card")]
    assert found[RESULT.wrongly_named.ja] == [identity]
    assert graded(to, said).startswith(f"{RESULT.partly_right.ja}  ")


def test_wrong_words_alone_are_shown_beside_the_right_ones() -> None:
    to = exercise(NO_CARD)
    found = shown(to, answer(to, "incomplete", ["holder_card"], another))
    assert RESULT.overlooked.ja not in found
    assert found[RESULT.yours.ja][-1] not in found[RESULT.correct.ja]
    assert to.sayings.texts[to.sayings.right] == "".join(JAPANESE.tell(to.decision))


# Wrong


def test_a_wrong_acceptance_is_told_with_what_was_overlooked() -> None:
    to = exercise(NO_CARD)
    said = answer(to, "accept_same_day", (), another)
    found = shown(to, said)
    assert found[RESULT.yours.ja][0] == JAPANESE.words.verdicts.accept_same_day.ja
    assert found[RESULT.overlooked.ja] == [requirement_label(to, "holder_card")]
    assert RESULT.wrongly_named.ja not in found
    assert graded(to, said) == f"{RESULT.wrong_acceptance.ja}  0点"


def test_a_wrong_refusal_is_told_with_what_was_no_problem() -> None:
    to = exercise(NO_CARD, BETTER)
    said = answer(to, "decline", ["holder_card", "holder_identity"])
    found = shown(to, said)
    assert RESULT.overlooked.ja not in found
    assert {*found[RESULT.wrongly_named.ja]} == {
        requirement_label(to, id_) for id_ in ("holder_card", "holder_identity")
    }
    assert found[RESULT.yours.ja][0] == WORDS.answer.decline.ja
    assert graded(to, said).startswith(f"{RESULT.wrong_refusal.ja}  ")


def test_what_was_said_is_left_out_where_nothing_was_to_be_chosen() -> None:
    to = exercise(NO_CARD)
    found = shown(to, Answer("decline", frozenset(), None, "sure"))
    assert found[RESULT.yours.ja] == [WORDS.answer.decline.ja]


# At the desk


def differs(to: Exercise, rule: str, stood: Standing, is_: Standing) -> str:
    return to.wording.fill(
        RESULT.at_desk_differs,
        rule=requirement_label(to, rule),
        standing=to.wording.standing(stood, final=True),
        right=to.wording.standing(is_, final=True),
    )


def test_what_was_entered_so_that_a_rule_stood_wrongly_is_told() -> None:
    to = exercise(NO_CARD)
    assert shown(to, right(to), entered(to))[RESULT.at_desk.ja] == [
        differs(to, "holder_card", Standing.met, Standing.missing)
    ]


def test_it_is_told_to_whoever_answers_wrongly_just_as_the_desk_had_it() -> None:
    to = exercise(NO_CARD, BETTER)
    wrong = answer(to, "incomplete", ["holder_card"])
    assert shown(to, wrong, entered(to))[RESULT.at_desk.ja] == [
        differs(to, "holder_card", Standing.missing, Standing.met)
    ]


@pytest.mark.parametrize("side", SIDES)
def test_another_paper_that_does_as_well_is_no_mistake_at_the_desk(side: Side) -> None:
    to, other = (exercise(NO_CARD, side, seed=seed) for seed in ("one", "two"))
    assert to.scene.case != other.scene.case
    assert RESULT.at_desk.ja not in shown(to, right(to), other.decision)


def test_what_the_desk_did_not_come_to_ask_is_no_mistake() -> None:
    """Entered as somebody who is turned away: then the desk asks for nothing more."""
    to = exercise(TOO_YOUNG, BETTER)
    desk = Session(BOOK, JAPANESE, lambda: to.scene.case.on)
    play(desk, to.twin.case)
    reached = desk.look.decision
    assert reached
    assert reached.verdict == "decline"
    assert any(each.standing is Standing.ask for each in reached.requirements)
    assert shown(to, right(to), reached)[RESULT.at_desk.ja] == [
        differs(to, "right_visitor", Standing.decline, Standing.met)
    ]


def test_where_nothing_was_decided_at_the_desk_nothing_is_told_of_it() -> None:
    to = exercise(NO_CARD)
    assert RESULT.at_desk.ja not in shown(to, right(to), None)


@pytest.mark.parametrize("card", EVERY_CARD)
def test_who_enters_every_scene_as_it_is_told_reads_of_no_mistake_at_the_desk(card: str) -> None:
    for side in SIDES:
        to = exercise(card, side)
        desk = Session(BOOK, JAPANESE, lambda day=to.scene.case.on: day)  # type: ignore[misc]
        play(desk, to.scene.case)
        assert desk.look.final
        assert RESULT.at_desk.ja not in shown(to, right(to), desk.look.decision)


# Reasons


def test_the_rule_is_told_with_the_places_where_it_is_published() -> None:
    to = exercise(NO_CARD)
    rule, *places = shown(to, right(to))[RESULT.reason.ja]
    assert to.card.rule.ja in rule
    assert places
    assert all(place.startswith("出典: ") for place in places)
    titles = {each.title for each in JAPANESE.places([*to.card.cited])}
    assert all(any(title in place for place in places) for title in titles)


# If it were different


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("card", EVERY_CARD)
def test_one_sentence_names_what_would_flip_the_decision_and_to_what(card: str, language: Language) -> None:
    for side in SIDES:
        to = exercise(card, side, language)
        other = exercise(card, SIDES[1 - side], language)
        (sentence,) = shown(to, right(to))[RESULT.if_it_differed.in_(language)]
        mine, theirs = (Counter([each.told.said, *each.told.lines]) for each in (to, other))
        assert headline(other) in sentence
        assert headline(other) != headline(to)
        named = [*(theirs - mine)] or [*(mine - theirs)]
        assert all(fact in sentence for fact in named)
        same = [fact for fact in mine & theirs if fact not in "".join(named)]
        assert not [fact for fact in same if fact in sentence]


def test_where_the_twin_only_lacks_something_that_is_what_is_named() -> None:
    to, other = (exercise("holder_identity/papers/none", side) for side in SIDES)
    assert (to.only_absent, other.only_absent) == (True, False)
    (licence,) = {*to.told.lines} - {*other.told.lines}
    missing, accepted = headline(other), headline(to)
    assert shown(to, right(to))[RESULT.if_it_differed.ja] == [
        JAPANESE.fill(RESULT.without, fact=licence, verdict=missing)
    ]
    assert shown(other, right(other))[RESULT.if_it_differed.ja] == [
        JAPANESE.fill(RESULT.instead, fact=licence, verdict=accepted)
    ]


def test_a_trainers_own_scene_has_nothing_that_would_flip_it(tmp_path: Path) -> None:
    to = own_exercise(tmp_path, GOOD)
    assert to.contrast == []
    found = shown(to, answer(to, "decline", ["holder_card"]), to.decision)
    assert RESULT.if_it_differed.ja not in found
    assert [*found] == [
        RESULT.yours.ja,
        RESULT.correct.ja,
        RESULT.wrongly_named.ja,
        RESULT.reason.ja,
    ]


def test_of_a_trainers_own_scene_the_rules_are_told_on_which_it_hangs(tmp_path: Path) -> None:
    to = own_exercise(tmp_path, GOOD.replace("card: presented", "card: absent"))
    reasons = shown(to, right(to))[RESULT.reason.ja]
    card = next(each for each in to.decision.requirements if each.id == "holder_card")
    assert JAPANESE.rule(card) in reasons[0]
    assert len(reasons) > 1


# All of them


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("card", EVERY_CARD)
def test_of_every_scene_everything_is_said_and_can_be_drawn(card: str, language: Language) -> None:
    for side in SIDES:
        to = exercise(card, side, language)
        as_twin = right(exercise(card, SIDES[1 - side], language))
        wrong = Answer(as_twin.verdict, as_twin.hangs_on, another(to.sayings.right), "unsure")
        for said, reached in ((right(to), to.decision), (wrong, entered(to))):
            sections = sections_of(to, said, reached)
            assert sections
            assert all(section.texts for section in sections)
            texts = [headline(to), graded(to, said)]
            texts += [text for each in sections for text in (each.heading, *each.texts)]
            for text in texts:
                assert text.strip() == text
                assert text
                assert is_certain(text)
                assert not {"{", "}"} & {*text}
