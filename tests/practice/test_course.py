"""A trainee's way through practice, without a screen."""

from datetime import timedelta
from pathlib import Path
from shutil import copytree

import pytest

from mynadesk.practice.exercises.course import Course
from mynadesk.practice.exercises.exercise import Exercise
from mynadesk.practice.learning.keeping import UnusableProgress, read
from mynadesk.practice.learning.nickname import UnusableNickname
from mynadesk.practice.learning.progress import Level, Progress
from mynadesk.practice.learning.round import Showing
from mynadesk.practice.reading import load_practice
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.words import Words
from tests.interview.desk import BOOK, ON
from tests.practice.exercises import WORDS, right
from tests.practice.world import World, answered, open_, until_all_are_met
from tests.rulebook.edits import Edit, write_rules

SCENES, SLOW = WORDS.limits.scenes, WORDS.limits.slow_seconds
REGISTER = Edit(
    file="requirements.yaml",
    replace="歳未満のときは戸籍謄本が必要です。",
    by="歳未満のときは戸籍謄本の原本が必要です。",
)
POSTAGE = Edit(file="figures.yaml", replace="  value: 434\n", by="  value: 490\n")
CHANGES = {
    "words of one rule": (
        REGISTER,
        {
            "family_register/family_register/false",
            "family_register/registered_domicile_in_city/false",
            "family_register/parent_and_child_in_one_household/false",
        },
        ("戸籍謄本が必要", "戸籍謄本の原本が必要"),
    ),
    "one figure": (POSTAGE, {"postage/postage/false"}, ("434円", "490円")),
}


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "progress")


def kept(world: World, nickname: str = "tanuki") -> Progress:
    """What stands in the trainee's file."""
    progress = read(str(world.folder), nickname)
    assert progress is not None
    return progress


def result_of(course: Course, card: str) -> str:
    """How a card went the last time."""
    assert course.progress
    return course.progress.memory.skills[card].results[-1]


def seen_in(exercise: Exercise) -> tuple[object, ...]:
    """All that a trainee sees of a scene."""
    return exercise.showing, exercise.scene, exercise.told, exercise.sayings, exercise.decision


# Who it is


def test_whoever_is_new_gets_a_seed_of_their_own_and_nothing_is_kept_yet(world: World) -> None:
    course = world.course("たぬき")
    assert course.progress
    assert (course.progress.nickname, course.progress.memory.seed) == ("たぬき", "seed 1")
    assert not course.unfinished
    assert not world.folder.exists()


def test_whoever_practised_here_goes_on_with_what_is_kept(world: World) -> None:
    course = world.course()
    course.begin("test", clock=False)
    answered(course)
    again = world.course("ＴＡＮＵＫＩ")
    assert again.progress == kept(world)
    assert again.unfinished
    assert world.seeds == 1


@pytest.mark.parametrize("typed", ["", "   ", "山田 太郎", "a/b", "あ" * 21, "tanuki!"])
def test_a_nickname_that_cannot_be_used_is_refused_and_nobody_has_entered(world: World, typed: str) -> None:
    course = world.course(None)
    with pytest.raises(UnusableNickname) as caught:
        course.enter(typed)
    assert "この呼び名は使えません。" in caught.value.text("ja")
    assert course.progress is None
    assert not course.unfinished


def test_a_record_that_cannot_be_read_lets_nobody_in_and_stays(world: World) -> None:
    world.folder.mkdir()
    file = world.folder / "trainee-tanuki-.json"
    file.write_text("{", encoding="utf-8")
    with pytest.raises(UnusableProgress, match=file.name):
        world.course()
    assert file.read_text(encoding="utf-8") == "{"


def test_without_a_trainee_or_a_scene_nothing_can_be_begun_or_answered(world: World) -> None:
    course = world.course(None)
    with pytest.raises(ValueError, match="nobody"):
        course.begin("test", clock=False)
    course.enter("tanuki")
    with pytest.raises(ValueError, match="no scene"):
        course.session()
    assert not world.folder.exists()


def test_whoever_comes_after_somebody_else_meets_nothing_of_theirs(world: World) -> None:
    course = world.course("tanuki")
    course.begin("test", clock=True)
    world.folder.write_text("no folder", encoding="utf-8")
    answered(course)
    assert course.trouble
    world.folder.unlink()
    course.enter("kitsune")
    assert (course.trouble, course.round, course.exercise, course.seconds()) == ("", None, None, None)
    course.save()
    assert course.progress
    assert course.progress.nickname == "kitsune"


# Scene after scene


@pytest.mark.parametrize("level", ["guided", "test"])
def test_the_desk_of_a_scene_is_fresh_and_silent_only_in_the_test(world: World, level: Level) -> None:
    course = world.course()
    course.begin(level, clock=False)
    session = course.session()
    assert session.fresh
    assert session.silent == (level == "test")
    assert session.on == open_(course).scene.case.on


def test_a_right_answer_is_remembered_and_the_next_scene_is_another(world: World) -> None:
    course = world.course()
    course.begin("test", clock=False)
    first = open_(course)
    reviewed = answered(course)
    assert reviewed.exercise is first
    assert reviewed.grade.whole
    assert result_of(course, first.card.id) == "good"
    second = open_(course)
    assert (first.showing.number, second.showing.number) == (1, 2)
    assert second.card != first.card


def test_a_wrong_answer_comes_back_within_the_round_as_a_weak_card_and_as_its_twin(world: World) -> None:
    course = world.course()
    course.begin("test", clock=False)
    missed = open_(course)
    assert not answered(course, correctly=False).grade.right
    assert result_of(course, missed.card.id) == "again"
    back: list[Showing] = []
    while course.exercise is not None:
        back += [open_(course).showing] if open_(course).card == missed.card else []
        answered(course)
    assert [(each.why, each.pair, each.side) for each in back[:1]] == [("weak", 0, 1 - missed.showing.side)]


@pytest.mark.parametrize(("level", "rating"), [("guided", "hard"), ("test", "good")])
def test_with_the_verdict_in_sight_a_right_answer_counts_as_hard(
    world: World, level: Level, rating: str
) -> None:
    course = world.course()
    course.begin(level, clock=False)
    card = open_(course).card.id
    answered(course)
    assert result_of(course, card) == rating
    wrong = open_(course).card.id
    answered(course, correctly=False)
    assert result_of(course, wrong) == "again"


def test_what_was_entered_at_the_desk_is_told_but_does_not_count(world: World) -> None:
    course = world.course()
    course.begin("test", clock=False)
    to = open_(course)
    reviewed = course.take(right(to), to.otherwise)
    assert WORDS.result.at_desk.ja in [each.heading for each in reviewed.sections]
    assert reviewed.grade.points == 100


# The end of a round


def test_after_ten_scenes_the_round_is_over_and_kept_among_the_past_ones(world: World) -> None:
    course = world.course()
    course.begin("test", clock=False)
    for number in range(SCENES):
        assert open_(course).showing.number == number + 1
        answered(course, correctly=number != 4)
    assert course.exercise is None
    assert not course.unfinished
    (past,) = kept(world).rounds
    assert (past.scenes, past.level, past.seconds, past.rulebook) == (SCENES, "test", None, BOOK.digest)
    assert course.round
    assert course.round.summary().scenes == SCENES
    assert len(course.round.summary().missed) == 1
    course.begin("guided", clock=False)
    assert open_(course).showing.number == 1


def test_after_ten_minutes_the_scene_that_is_open_is_the_last(world: World) -> None:
    course = world.course()
    course.begin("test", clock=False)
    answered(course)
    world.forward(WORDS.limits.minutes * 60)
    assert course.exercise is not None
    answered(course)
    assert course.exercise is None
    assert kept(world).rounds[0].scenes == 2


def test_whoever_begins_anew_leaves_the_open_round_among_the_past_ones(world: World) -> None:
    course = world.course()
    course.begin("test", clock=False)
    answered(course)
    course.begin("guided", clock=False)
    course.save()
    assert [each.scenes for each in kept(world).rounds] == [1]
    assert open_(course).showing.number == 1


# Left, and taken up again


@pytest.mark.parametrize("answers", [0, 1, 6])
def test_the_scene_of_a_round_that_was_left_is_the_very_same_when_it_is_taken_up(
    world: World, answers: int
) -> None:
    course = world.course()
    course.begin("test", clock=False)
    course.save()
    for number in range(answers):
        answered(course, correctly=number != 1)
    world.forward(timedelta(days=1, hours=3).total_seconds())
    again = world.course()
    assert again.unfinished
    again.go_on()
    assert seen_in(open_(again)) == seen_in(open_(course))
    assert open_(again).showing.number == answers + 1
    assert again.round
    assert (again.round.level, again.round.clock) == ("test", False)


def test_a_round_that_is_taken_up_ends_after_ten_scenes_of_both_sittings(world: World) -> None:
    course = world.course()
    course.begin("test", clock=False)
    for _ in range(7):
        answered(course)
    again = world.course()
    again.go_on()
    for _ in range(SCENES - 7):
        answered(again)
    assert again.exercise is None
    assert kept(world).rounds[0].scenes == SCENES


def test_a_trainee_who_is_english_the_next_day_meets_the_same_scene_in_english(world: World) -> None:
    course = world.course()
    course.begin("guided", clock=False)
    course.save()
    again = world.course(language="en")
    again.go_on()
    assert open_(again).scene == open_(course).scene
    assert open_(again).told != open_(course).told


# What is not saved


def test_what_could_not_be_saved_is_told_and_saved_with_the_next_answer(world: World) -> None:
    course = world.course()
    course.begin("test", clock=False)
    world.folder.write_text("no folder", encoding="utf-8")
    first, second = open_(course).card.id, ""
    assert answered(course).grade.whole
    assert "練習の記録を変えられませんでした" in course.trouble
    world.folder.unlink()
    second = open_(course).card.id
    answered(course)
    assert course.trouble == ""
    assert {*kept(world).memory.skills} == {first, second}


def test_trouble_is_told_in_the_trainees_language(world: World) -> None:
    course = world.course(language="en")
    course.begin("test", clock=False)
    world.folder.write_text("no folder", encoding="utf-8")
    answered(course)
    assert "The record of practice could not be changed." in course.trouble


def test_a_record_that_was_changed_elsewhere_meanwhile_is_not_overwritten(world: World) -> None:
    here, there = world.course(), world.course()
    for course in (here, there):
        course.begin("test", clock=False)
        answered(course)
    assert here.trouble == ""
    assert "ほかの画面" in there.trouble
    assert kept(world).memory.seed == "seed 1"
    answered(there)
    assert there.trouble
    assert there.round
    assert there.round.summary().scenes == 2


# The clock


def test_without_a_clock_time_is_neither_shown_nor_kept_and_slow_is_not_worse(world: World) -> None:
    course = world.course()
    course.begin("test", clock=False)
    card = open_(course).card.id
    world.forward(SLOW + 1)
    assert course.seconds() is None
    answered(course)
    assert result_of(course, card) == "good"
    unfinished = kept(world).unfinished
    assert unfinished
    assert unfinished.done[0].seconds is None


@pytest.mark.parametrize(("taken", "rating"), [(SLOW, "good"), (SLOW + 1, "hard")])
def test_with_a_clock_a_right_answer_that_took_long_counts_as_hard(
    world: World, taken: int, rating: str
) -> None:
    course = world.course()
    course.begin("test", clock=True)
    card = open_(course).card.id
    world.forward(taken)
    assert course.seconds() == taken
    answered(course)
    assert result_of(course, card) == rating
    unfinished = kept(world).unfinished
    assert unfinished
    assert unfinished.done[0].seconds == taken


def test_the_clock_runs_from_when_the_scene_is_there_not_while_the_result_is_read(world: World) -> None:
    course = world.course()
    course.begin("test", clock=True)
    world.forward(20)
    answered(course)
    assert course.seconds() == 0
    world.forward(300)
    course.start_clock()
    world.forward(7)
    assert course.seconds() == 7


# A rule that was changed


@pytest.mark.parametrize("name", CHANGES)
def test_a_rule_that_was_edited_brings_back_just_its_own_cards_once(
    world: World, tmp_path: Path, name: str
) -> None:
    edit, cards, (before, now) = CHANGES[name]
    until_all_are_met(world.course(), lambda: world.forward(30))
    course = edited(world, tmp_path, edit)
    course.begin("test", clock=False)
    shown = shown_in(course)
    changed = [each for each in shown if each.why == "changed"]
    assert [each.card for each in shown[: len(cards)]] == [each.card for each in changed]
    assert {each.card for each in changed} == cards
    for each in changed:
        assert isinstance(each.before, Words)
        assert isinstance(each.after, Words)
        assert before in each.before.ja
        assert now in each.after.ja
        assert now not in each.before.ja
    assert all(each.before is None for each in shown if each not in changed)
    course.begin("test", clock=False)
    assert "changed" not in {each.why for each in shown_in(course)}


def test_the_same_rules_bring_nothing_back_as_changed(world: World, tmp_path: Path) -> None:
    until_all_are_met(world.course(), lambda: world.forward(30))
    course = edited(world, tmp_path)
    course.begin("test", clock=False)
    assert {each.why for each in shown_in(course)} == {"ahead"}


def edited(world: World, tmp_path: Path, *edits: Edit) -> Course:
    """The same trainee at the same rules with an edit."""
    rules = write_rules(tmp_path, *edits)
    copytree(Path(shipped_rules()) / "practice", rules / "practice")
    book = load_rulebook(str(rules))
    return world.course(book=book, practice=load_practice(str(rules), book, ON))


def shown_in(course: Course) -> list[Showing]:
    """Every scene of a round, answered rightly."""
    shown = []
    while course.exercise is not None:
        shown.append(course.exercise.showing)
        answered(course)
    return shown
