"""Rounds on the screen: their end, the clock, what is left and taken up again, what is written."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from mynadesk.practice.answers.answer import Answer
from mynadesk.practice.learning.keeping import write
from mynadesk.practice.printed.table import progress_lines
from screens.desk import DeskScreen
from screens.practice.around import ProgressScreen, SummaryScreen
from screens.practice.result import ResultScreen
from screens.practice.start import StartScreen
from tests.interview.desk import JAPANESE
from tests.practice.exercises import WORDS
from tests.practice.world import World, answered, kept, open_
from tests.screens.desk_app import flat
from tests.screens.practice_app import (
    LARGE,
    USUAL,
    all_right,
    aside,
    burst,
    keys_of,
    known,
    left,
    page_of,
    practice_app,
    rounds_of,
    settings_of,
    settled,
    shown,
)

START = WORDS.start


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "progress")


# Progress, and the end of a round


async def test_the_page_of_progress_says_what_the_command_prints(world: World) -> None:
    app = practice_app(world)
    async with app.run_test(size=USUAL) as pilot:
        await burst(pilot, "4")
        pages = [shown(pilot)]
        while page_of(pilot, ProgressScreen).has_more:
            await burst(pilot, "PGDN")
            pages.append(shown(pilot))
        assert len(pages) > 2
        lines = progress_lines(known(app), app.course.deck.cards, WORDS, JAPANESE, app.course.now())
        assert all(flat(line) in "".join(pages) for line in lines)
        await burst(pilot, "E")
        page_of(pilot, StartScreen)


async def test_after_ten_scenes_comes_the_summary_and_another_round_or_the_start(world: World) -> None:
    beside = aside(world).course()
    beside.begin("test", clock=False)
    app = practice_app(world)
    async with app.run_test(size=LARGE) as pilot:
        await burst(pilot, "2")
        for keys in all_right(beside, WORDS.limits.scenes):
            await burst(pilot, keys)
            page_of(pilot, ResultScreen)
            await burst(pilot, "E")
        page_of(pilot, SummaryScreen)
        assert flat(f"{WORDS.limits.scenes}場面平均100点") in shown(pilot)
        assert flat(WORDS.summary.nothing_missed.ja) in shown(pilot)
        await burst(pilot, "E")
        page_of(pilot, DeskScreen)
        assert open_(app.course).showing.number == 1
        assert app.course.round
        assert app.course.round.level == "test"
    assert [each.scenes for each in kept(world).rounds] == [WORDS.limits.scenes]


async def test_the_summary_names_what_was_missed_and_leads_back_to_the_start(world: World) -> None:
    app = practice_app(world, practice=rounds_of(1))
    async with app.run_test(size=LARGE) as pilot:
        await burst(pilot, "2")
        missed = open_(app.course)
        wrong = Answer("consult", frozenset(), 0, "sure")
        await burst(pilot, f"/ {keys_of(app.course, wrong)} E")
        page_of(pilot, SummaryScreen)
        assert flat(f"[{WORDS.summary.missed.ja}]・{missed.card.label.ja}") in shown(pilot)
        await burst(pilot, "0")
        page_of(pilot, StartScreen)
    assert [each.scenes for each in kept(world).rounds] == [1]


@pytest.mark.parametrize(("key", "page"), [("0", StartScreen), ("E", DeskScreen)])
async def test_a_round_that_is_over_when_it_is_taken_up_ends_in_its_summary(
    world: World, key: str, page: type[StartScreen | DeskScreen]
) -> None:
    """Rounds have become shorter since it was left."""
    course = world.course()
    course.begin("test", clock=False)
    for _ in range(3):
        answered(course)
    gone = replace(kept(world), unfinished=replace(left(world), open=None))
    write(str(world.folder), gone)
    app = practice_app(world, practice=rounds_of(2))
    async with app.run_test(size=USUAL) as pilot:
        await burst(pilot, "5")
        page_of(pilot, SummaryScreen)
        await burst(pilot, key)
        page_of(pilot, page)
        assert len(app.screen_stack) == (1 if page is StartScreen else 2)


async def test_a_round_that_was_left_is_given_up_only_by_the_same_key_twice(world: World) -> None:
    course = world.course()
    course.begin("test", clock=False)
    answered(course)
    app = practice_app(world)
    async with app.run_test(size=USUAL) as pilot:
        for keys in ("1", "2", "1 3", "2 3"):
            await burst(pilot, keys)
            page_of(pilot, StartScreen)
            asked = flat(START.begin_again.ja) in shown(pilot)
            assert asked == ("3" not in keys)
        assert left(world).done
        await burst(pilot, "2 2")
        page_of(pilot, DeskScreen)
        assert open_(app.course).showing.number == 1
    assert [each.scenes for each in kept(world).rounds] == [1]


async def test_a_round_of_which_nothing_was_answered_is_given_up_at_once(world: World) -> None:
    course = world.course()
    course.begin("test", clock=False)
    course.save()
    app = practice_app(world)
    async with app.run_test(size=USUAL) as pilot:
        await burst(pilot, "1")
        page_of(pilot, DeskScreen)
    assert kept(world).rounds == ()


# The clock


async def test_the_clock_is_shown_only_once_it_was_asked_for(world: World) -> None:
    app = practice_app(world)
    async with app.run_test(size=LARGE) as pilot:
        assert flat(START.clock_is.ja).replace("{state}", START.clock_off.ja) in shown(pilot)
        await burst(pilot, "3")
        assert flat(START.clock_is.ja).replace("{state}", START.clock_on.ja) in shown(pilot)
        await burst(pilot, "2")
        world.forward(75)
        app._tick()
        await settled(pilot)
        assert "経過1:15" in shown(pilot)
        await burst(pilot, "/")
        assert "経過1:15" in shown(pilot)


# Leaving


async def test_whoever_leaves_finds_what_was_saved_and_goes_on_at_the_same_scene(world: World) -> None:
    beside = aside(world).course()
    beside.begin("test", clock=False)
    app = practice_app(world)
    async with app.run_test(size=LARGE) as pilot:
        await burst(pilot, "2")
        for keys in all_right(beside, 3):
            await burst(pilot, f"{keys} E")
        last = open_(app.course)
        await burst(pilot, "F9")
    assert app.return_code == 0
    assert len(left(world).done) == 3
    again = practice_app(world)
    async with again.run_test(size=LARGE) as pilot:
        assert flat(START.go_on.ja) in shown(pilot)
        assert "場面4/10" in shown(pilot)
        await burst(pilot, "E")
        page_of(pilot, DeskScreen)
        assert open_(again.course).scene == last.scene
        assert flat(last.told.said) in shown(pilot)


async def test_from_the_middle_of_a_case_it_is_left_by_the_key_twice(world: World) -> None:
    app = practice_app(world, level="test")
    async with app.run_test(size=USUAL) as pilot:
        await settled(pilot)
        await burst(pilot, "1 F9")
        assert app.is_running
        page_of(pilot, DeskScreen)
        await burst(pilot, "F9")
    assert app.return_code == 0
    assert len(left(world).done) == 0


@pytest.mark.parametrize("keys", ["", "4", "0", "2 /", "2 RIGHT", "2 F2"])
async def test_one_key_leaves_from_every_page_on_which_nothing_was_entered(world: World, keys: str) -> None:
    app = practice_app(world)
    async with app.run_test(size=USUAL) as pilot:
        await burst(pilot, keys)
        await burst(pilot, "F9")
        await settled(pilot)
        assert app._exit
    assert app.return_code == 0


async def test_nothing_is_written_but_the_progress_and_the_theme(world: World) -> None:
    app = practice_app(world)
    async with app.run_test(size=USUAL) as pilot:
        assert written(world) == set()
        await burst(pilot, "2 t / 1 1 1")
        page_of(pilot, ResultScreen)
    progress = {"progress/lock", "progress/trainee-tanuki-.json"}
    assert written(world) == {*progress, "settings/settings.json"}
    assert settings_of(world).joinpath("settings.json").read_text().startswith('{"theme":')


def written(world: World) -> set[str]:
    """Every file that is there."""
    root = world.folder.parent
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


async def test_what_could_not_be_saved_is_said_on_the_page_of_the_result(world: World) -> None:
    app = practice_app(world)
    async with app.run_test(size=LARGE) as pilot:
        await burst(pilot, "2")
        for path in world.folder.iterdir():
            path.unlink()
        world.folder.rmdir()
        world.folder.write_text("no folder", encoding="utf-8")
        await burst(pilot, "/ 1 1 1")
        page_of(pilot, ResultScreen)
        assert "練習の記録を変えられませんでした。" in shown(pilot)
        await burst(pilot, "E")
        page_of(pilot, DeskScreen)
