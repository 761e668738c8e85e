"""The questions before the desk shows its decision, key by key."""

import pytest

from mynadesk.practice.answers.answer import ACCEPTING, SURENESSES, VERDICTS, Answer, Verdict, hanging
from mynadesk.practice.answers.sayings import Sayings
from mynadesk.practice.exercises.answering import Answering
from mynadesk.practice.exercises.exercise import Exercise
from mynadesk.standing import Standing
from mynadesk.typeset import is_certain
from mynadesk.words import Language, Words
from tests.interview.desk import JAPANESE
from tests.practice.deck import EVERY_CARD
from tests.practice.exercises import BETTER, WORDS, WORSE, exercise
from tests.practice.truths import decision, outcome

NO_CARD = "holder_card/card/absent"
INCOMPLETE, DECLINE = str(VERDICTS.index("incomplete") + 1), str(VERDICTS.index("decline") + 1)
USELESS = ("8", "9", ".", "*", "-", "/", "x", "enter", "+", "switch", "日", "²", "10", "")
BOTH = pytest.mark.parametrize("language", ["ja", "en"])


def asked(exercise_: Exercise | None = None, keys: str = "") -> Answering:
    """The questions about a scene, after these keys; the scene is one without the card."""
    answering = Answering(exercise_ or exercise(NO_CARD), WORDS.answer)
    for key in keys.split():
        assert answering.press(key), f"{key} does nothing at {answering.asked}"
    return answering


def chosen(answering: Answering) -> list[str]:
    """The keys of what is marked on the list that is open."""
    return [choice.key for choice in answering.choices if choice.chosen]


def with_requirements(count: int) -> Exercise:
    """A scene whose case has that many requirements, of which the last is missing."""
    names = [f"rule {number}" for number in range(1, count + 1)]
    stands = [Standing.met] * (count - 1) + [Standing.missing]
    made = exercise(NO_CARD)
    outcomes = tuple(outcome(name, standing) for name, standing in zip(names, stands, strict=True))
    made.decision = decision("same_day", "incomplete", outcomes)
    return made


# The order of the questions


@pytest.mark.parametrize("verdict", VERDICTS)
def test_who_accepts_everything_is_not_asked_what_it_hangs_on(verdict: Verdict) -> None:
    answering, order = asked(), []
    for key in (str(VERDICTS.index(verdict) + 1), "enter", "1", "1"):
        if key == "enter" and verdict in ACCEPTING:
            continue
        order.append(answering.asked)
        assert answering.answer is None
        assert answering.press(key)
    hangs_on = [] if verdict in ACCEPTING else ["hangs_on"]
    assert order == ["verdict", *hangs_on, "said", "sure"]
    assert answering.answer == Answer(verdict, frozenset(), 0, "sure")


def test_where_there_is_only_one_thing_to_say_it_is_not_asked() -> None:
    silent = exercise(NO_CARD)
    silent.sayings = Sayings(("カードをお持ちください。",), 0)
    assert asked(silent, "1").asked == "sure"
    assert asked(silent, f"{INCOMPLETE} 3 enter").asked == "sure"
    assert asked(silent, "1 1").answer == Answer(VERDICTS[0], frozenset(), None, "sure")


@pytest.mark.parametrize("place", range(len(SURENESSES)))
def test_how_sure_one_is_ends_the_questions(place: int) -> None:
    answering = asked(keys=f"1 3 {place + 1}")
    assert answering.answer == Answer("accept_same_day", frozenset(), 2, SURENESSES[place])


# Several at once


def test_what_it_hangs_on_is_chosen_and_taken_back_one_by_one() -> None:
    answering = asked(keys=INCOMPLETE)
    assert answering.many
    marked = []
    for key in "1312":
        answering.press(key)
        marked.append(chosen(answering))
    assert marked == [["1"], ["1", "3"], ["3"], ["2", "3"]]


def test_nothing_at_all_can_be_named_too() -> None:
    answering = asked(keys=f"{DECLINE} enter 1 1")
    assert answering.answer == Answer("decline", frozenset(), 0, "sure")


@pytest.mark.parametrize("finish", ["enter", "+"])
def test_named_is_what_was_marked_when_it_was_finished(finish: str) -> None:
    to = exercise(NO_CARD)
    rules = [each.id for each in to.decision.requirements]
    at = str(rules.index(hanging(to.decision)[0]) + 1)
    answering = asked(to, f"{INCOMPLETE} {at} {finish} 1 2")
    assert answering.answer == Answer("incomplete", frozenset(hanging(to.decision)), 0, "probable")


# Back


@pytest.mark.parametrize("back", ["0", "backspace"])
def test_back_from_what_it_hangs_on_the_verdict_can_be_another(back: str) -> None:
    answering = asked(keys=f"{INCOMPLETE} 2 {back}")
    assert answering.asked == "verdict"
    answering.press(DECLINE)
    assert chosen(answering) == ["2"]


def test_who_marked_something_and_then_accepts_has_named_nothing() -> None:
    answering = asked(keys=f"{INCOMPLETE} 2 0 1 1 1")
    assert answering.answer == Answer("accept_same_day", frozenset(), 0, "sure")


def test_back_from_how_sure_one_is_something_else_can_be_said() -> None:
    answering = asked(keys="1 1 0 2 3")
    assert answering.answer == Answer("accept_same_day", frozenset(), 1, "unsure")


@pytest.mark.parametrize("keys", ["1", f"{INCOMPLETE} enter", "1 1 0"])
def test_once_it_was_seen_what_can_be_said_the_verdict_stays(keys: str) -> None:
    """The texts tell of the verdict."""
    answering = asked(keys=keys)
    assert answering.asked == "said"
    assert not answering.press("0")
    assert not answering.press("backspace")
    assert answering.asked == "said"


def test_before_the_verdict_there_is_nothing_to_go_back_to() -> None:
    assert not asked().press("0")


# Keys without use


@pytest.mark.parametrize("keys", ["", INCOMPLETE, "1", "1 1"])
def test_a_key_without_use_says_so_and_changes_nothing(keys: str) -> None:
    answering = asked(keys=keys)
    finishes = ("enter", "+") if answering.many else ()
    before = (answering.asked, answering.choices)
    for key in USELESS:
        if key not in finishes:
            assert not answering.press(key), key
            assert (answering.asked, answering.choices) == before
            assert answering.answer is None


# More than nine


def test_more_than_nine_requirements_stand_on_several_lists() -> None:
    answering = asked(with_requirements(20), INCOMPLETE)
    assert answering.pages == 3
    lists = []
    for _ in range(4):
        lists.append([(choice.key, choice.label) for choice in answering.choices])
        answering.press(".")
    assert [name for each in lists[:3] for _, name in each] == [f"rule {n}" for n in range(1, 21)]
    assert lists[2] == [("1", "rule 19"), ("2", "rule 20")]
    assert lists[3] == lists[0]


def test_marks_of_one_list_stay_while_another_is_open() -> None:
    answering = asked(with_requirements(11), f"{INCOMPLETE} 1 . 2")
    assert chosen(answering) == ["2"]
    assert not answering.press("3")
    answering.press(".")
    assert chosen(answering) == ["1"]
    for key in ("enter", "1", "1"):
        answering.press(key)
    assert answering.answer
    assert answering.answer.hangs_on == {"rule 1", "rule 11"}


def test_the_next_question_begins_with_its_first_list() -> None:
    answering = asked(with_requirements(11), f"{INCOMPLETE} . enter")
    assert (answering.asked, answering.page) == ("said", 0)
    assert asked(with_requirements(11), f"{INCOMPLETE} . 0").page == 0


def test_nine_requirements_stand_on_one_list() -> None:
    answering = asked(with_requirements(9), INCOMPLETE)
    assert answering.pages == 1
    assert not answering.press(".")


# Labels


def test_a_verdict_is_called_as_on_the_desk() -> None:
    labels = [choice.label for choice in asked().choices]
    verdicts, more = JAPANESE.words.verdicts, WORDS.answer
    assert labels == [
        verdicts.accept_same_day.ja,
        verdicts.accept_first_visit.ja,
        verdicts.accept_second_visit.ja,
        more.partial.ja,
        verdicts.incomplete_final.ja,
        verdicts.consult.ja,
        more.decline.ja,
    ]


@BOTH
def test_each_question_is_asked_in_the_trainees_language(language: Language) -> None:
    answering, words = asked(exercise(NO_CARD, language=language)), WORDS.answer
    for key, wanted in (
        (INCOMPLETE, words.verdict),
        ("enter", words.hangs_on),
        ("1", words.said),
        ("1", words.sure_question),
    ):
        assert answering.title == wanted.in_(language)
        answering.press(key)
    sure = asked(exercise(NO_CARD, language=language), "1 1")
    names: list[Words] = [words.sure, words.probable, words.unsure]
    assert [choice.label for choice in sure.choices] == [each.in_(language) for each in names]


@BOTH
@pytest.mark.parametrize("card", EVERY_CARD)
def test_no_two_choices_of_a_question_look_alike(card: str, language: Language) -> None:
    for side in (BETTER, WORSE):
        to = exercise(card, side, language)
        for keys in ("", INCOMPLETE, "1", "1 1"):
            labels = [choice.label for choice in asked(to, keys).choices]
            assert len({*labels}) == len(labels), labels
            assert all(label.strip() and is_certain(label) and "{" not in label for label in labels)
