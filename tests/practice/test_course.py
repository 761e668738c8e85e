"""A trainee's way through practice, without a screen."""

from pathlib import Path

import pytest

from mynadesk.practice.learning.keeping import UnusableProgress
from mynadesk.practice.learning.nickname import UnusableNickname
from mynadesk.practice.learning.progress import Level
from mynadesk.practice.learning.round import Showing
from tests.interview.desk import BOOK
from tests.practice.exercises import WORDS, right
from tests.practice.world import World, answered, kept, open_, result_of

SCENES = WORDS.limits.scenes


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "progress")


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
