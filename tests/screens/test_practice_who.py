"""Who practises: a nickname typed, chosen, refused."""

from pathlib import Path

import pytest
from textual.events import Paste

from screens.desk import DeskScreen
from screens.practice.start import NicknameScreen, StartScreen
from tests.practice.exercises import WORDS
from tests.practice.world import World, answered, kept
from tests.screens.desk_app import flat
from tests.screens.practice_app import (
    USUAL,
    burst,
    known,
    page_of,
    practice_app,
    settled,
    shown,
)

START = WORDS.start


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "progress")


async def test_a_nickname_is_typed_taken_back_and_entered(world: World) -> None:
    app = practice_app(world, None)
    async with app.run_test(size=USUAL) as pilot:
        page_of(pilot, NicknameScreen)
        assert flat(START.no_real_name.ja) in shown(pilot)
        await burst(pilot, "tanoo BS BS uki")
        assert ">tanuki_" in shown(pilot)
        await burst(pilot, "E")
        page_of(pilot, StartScreen)
        assert "tanukiさん" in shown(pilot)


@pytest.mark.parametrize(
    ("typed", "name"), [("ＴＡＮＵＫＩ", "TANUKI"), ("たぬき", "たぬき"), ("qtkvb9", "qtkvb9")]
)
async def test_letters_are_letters_whatever_they_do_elsewhere(world: World, typed: str, name: str) -> None:
    app = practice_app(world, None)
    async with app.run_test(size=USUAL) as pilot:
        await burst(pilot, f"{typed} E")
        page_of(pilot, StartScreen)
    assert known(app).nickname == name


@pytest.mark.parametrize("number", ["2", "２"])
async def test_whoever_practised_here_is_chosen_by_number(world: World, number: str) -> None:
    for name in ("kitsune", "tanuki"):
        course = world.course(name)
        course.begin("test", clock=False)
        answered(course)
    app = practice_app(world, None)
    async with app.run_test(size=USUAL) as pilot:
        assert "1kitsune" in shown(pilot)
        await burst(pilot, f"{number} E")
        page_of(pilot, StartScreen)
    assert app.course.progress == kept(world, "tanuki")


@pytest.mark.parametrize("bad", ["", "a/b", "tanuki!"])
async def test_why_a_nickname_cannot_be_used_is_said_and_another_can_be_typed(world: World, bad: str) -> None:
    app = practice_app(world, None)
    async with app.run_test(size=USUAL) as pilot:
        await burst(pilot, f"{bad} E")
        page_of(pilot, NicknameScreen)
        assert "この呼び名は使えません。" in shown(pilot)
        await burst(pilot, " ".join([*("BS" for _ in bad), "kuma"]))
        assert "この呼び名は使えません。" not in shown(pilot)
        await burst(pilot, "E")
        page_of(pilot, StartScreen)
    assert known(app).nickname == "kuma"


async def test_a_nickname_can_be_pasted_its_first_line_only(world: World) -> None:
    app = practice_app(world, None)
    async with app.run_test(size=USUAL) as pilot:
        app.post_message(Paste("kuma\nkitsune"))
        await settled(pilot)
        assert ">kuma_" in shown(pilot)


async def test_somebody_else_can_take_over_and_meets_nothing_of_whoever_was_there(world: World) -> None:
    app = practice_app(world)
    async with app.run_test(size=USUAL) as pilot:
        await burst(pilot, "0")
        page_of(pilot, NicknameScreen)
        await burst(pilot, "kuma E")
        page_of(pilot, StartScreen)
        assert "kumaさん" in shown(pilot)
        await burst(pilot, "2")
        page_of(pilot, DeskScreen)
    assert [path.name for path in world.folder.glob("*.json")] == ["trainee-kuma-.json"]
