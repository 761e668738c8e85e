"""What a course keeps: left and taken up again, not saved, timed."""

from datetime import timedelta
from pathlib import Path

import pytest

from mynadesk.practice.exercises.exercise import Exercise
from tests.practice.exercises import WORDS
from tests.practice.world import World, answered, kept, open_, result_of

SCENES, SLOW = WORDS.limits.scenes, WORDS.limits.slow_seconds


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "progress")


def seen_in(exercise: Exercise) -> tuple[object, ...]:
    """All that a trainee sees of a scene."""
    return exercise.showing, exercise.scene, exercise.told, exercise.sayings, exercise.decision


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
