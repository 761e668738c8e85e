"""The pages of practice, key by key, from the start to the next scene."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from mynadesk.practice.exercises.review import headline
from mynadesk.practice.learning.keeping import write
from mynadesk.sizes import WHOLE
from mynadesk.typeset import width
from mynadesk.words import Language, Words
from screens.desk import DeskScreen
from screens.pane import Pane
from screens.practice.answer import AnswerScreen
from screens.practice.around import ChangedScreen, ProgressScreen, SummaryScreen
from screens.practice.help import PracticeHelp
from screens.practice.page import PracticePage
from screens.practice.result import ResultScreen
from screens.practice.start import NicknameScreen, StartScreen
from screens.practice.whole import WholeScreen
from tests.interview.desk import BOOK, JAPANESE
from tests.practice.exercises import WORDS, answer, right
from tests.practice.player import play
from tests.practice.world import World, answered, kept, open_
from tests.screens.desk_app import flat, rows_of, texts
from tests.screens.practice_app import (
    LARGE,
    SMALL,
    USUAL,
    all_right,
    aside,
    burst,
    keys_at_desk,
    keys_of,
    known,
    page_of,
    practice_app,
    rounds_of,
    settled,
    shown,
)
from tests.screens.test_cells import check_cells

BANNER, ROUND = WORDS.banner.practising, WORDS.round


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "progress")


# A scene by keys


async def test_by_keys_from_the_start_through_a_scene_to_its_result_and_on_to_the_next(world: World) -> None:
    app = practice_app(world)
    async with app.run_test(size=USUAL) as pilot:
        page_of(pilot, StartScreen)
        await burst(pilot, "2")
        page_of(pilot, DeskScreen)
        first = open_(app.course)
        assert flat(first.told.said) in shown(pilot)
        assert f"場面1/{WORDS.limits.scenes}" in shown(pilot)
        await burst(pilot, keys_at_desk(app.course))
        assert flat(ROUND.to_answer.ja) in shown(pilot)
        await burst(pilot, "E")
        page_of(pilot, AnswerScreen)
        assert flat(WORDS.answer.verdict.ja) in shown(pilot)
        await burst(pilot, keys_of(app.course, right(first)))
        result = page_of(pilot, ResultScreen)
        assert flat(f"{WORDS.result.right.ja}100点") in shown(pilot)
        assert flat(headline(first)) in shown(pilot)
        while result.has_more:
            await burst(pilot, "E")
        await burst(pilot, "E")
        page_of(pilot, DeskScreen)
        assert f"場面2/{WORDS.limits.scenes}" in shown(pilot)
        assert flat(open_(app.course).told.said) in shown(pilot)
    assert [*kept(world).memory.skills] == [first.card.id]


async def test_back_from_the_answer_the_case_still_stands_on_the_desk(world: World) -> None:
    app = practice_app(world, level="test")
    async with app.run_test(size=USUAL) as pilot:
        await settled(pilot)
        await burst(pilot, keys_at_desk(app.course))
        before = texts(app)
        await burst(pilot, "E 5 0")
        page_of(pilot, AnswerScreen)
        await burst(pilot, "0")
        page_of(pilot, DeskScreen)
        assert texts(app) == before


async def test_what_was_entered_otherwise_at_the_desk_is_told_after_the_answer(world: World) -> None:
    app = practice_app(world, level="guided")
    async with app.run_test(size=LARGE) as pilot:
        await settled(pilot)
        to = open_(app.course)
        at_desk = app.screen
        assert isinstance(at_desk, DeskScreen)
        play(at_desk.session, to.twin.case)
        at_desk.draw()
        await burst(pilot, f"E {keys_of(app.course, right(to))}")
        page_of(pilot, ResultScreen)
        assert flat(WORDS.result.at_desk.ja) in shown(pilot)
        assert flat(f"{WORDS.result.right.ja}100点") in shown(pilot)


async def test_slash_leads_to_the_answer_before_everything_was_asked(world: World) -> None:
    app = practice_app(world, level="test")
    async with app.run_test(size=USUAL) as pilot:
        await settled(pilot)
        await burst(pilot, "/")
        page_of(pilot, AnswerScreen)
        await burst(pilot, "9")
        assert "「9」はここでは使いません。" in shown(pilot)
        await burst(pilot, "1")
        assert "ここでは使いません" not in shown(pilot)


# What can be seen before the answer


@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE])
async def test_in_the_test_no_verdict_is_seen_before_the_answer_but_in_the_guided_level_it_is(
    world: World, size: tuple[int, int]
) -> None:
    seen = {}
    for level in ("guided", "test"):
        app = practice_app(world, f"tanuki-{level}", level=level)
        app.course.progress = replace(known(app), memory=replace(known(app).memory, seed="one"))
        async with app.run_test(size=size) as pilot:
            await settled(pilot)
            await burst(pilot, "E" if size < WHOLE else "")
            text = shown(pilot)
            for key in keys_at_desk(app.course).split():
                await burst(pilot, key)
                text += shown(pilot)
            page_of(pilot, DeskScreen)
            seen[level] = flat(headline(open_(app.course))) in text
    assert seen == {"guided": True, "test": False}


async def test_the_whole_scene_is_a_key_away_and_any_key_leads_back(world: World) -> None:
    app = practice_app(world, level="test")
    async with app.run_test(size=USUAL) as pilot:
        await settled(pilot)
        for key in ("RIGHT", "v"):
            await burst(pilot, key)
            page_of(pilot, WholeScreen)
            assert all(flat(line) in shown(pilot) for line in open_(app.course).told.lines)
            await burst(pilot, "E")
            assert page_of(pilot, DeskScreen).session.fresh


async def test_on_a_narrow_terminal_the_whole_scene_comes_first(world: World) -> None:
    app = practice_app(world)
    async with app.run_test(size=SMALL) as pilot:
        await burst(pilot, "2")
        page_of(pilot, WholeScreen)
        assert flat(open_(app.course).told.said) in shown(pilot)
        await burst(pilot, "E")
        page_of(pilot, DeskScreen)


async def test_the_desk_is_not_hidden_in_practice(world: World) -> None:
    async with practice_app(world, level="test").run_test(size=USUAL) as pilot:
        await settled(pilot)
        await burst(pilot, "TAB")
        page_of(pilot, DeskScreen)
        assert flat(ROUND.not_here.ja) in shown(pilot)


# Every page


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE])
async def test_the_banner_stands_on_every_page_and_no_row_is_wider_than_the_terminal(
    world: World, size: tuple[int, int], language: Language
) -> None:
    with_a_changed_rule(world)
    app, narrow = practice_app(world, None, language, practice=rounds_of(2)), size < WHOLE
    met: list[str] = []
    async with app.run_test(size=size) as pilot:

        async def press(keys: str) -> None:
            for key in keys.split():
                await burst(pilot, key)
                look()

        def look() -> None:
            check_cells(rows_of(app), size)
            for pane in app.screen.query(Pane):
                assert not [row for row in pane.text.split("\n") if width(row) > pane.size.width], app.screen
            assert rows_of(app)[0].startswith(f" {BANNER.in_(language)} "), app.screen
            met.append(type(app.screen).__name__)

        async def through(page: type[PracticePage[None]]) -> None:
            """All of its pages and on."""
            while page_of(pilot, page).has_more:
                await press("PGDN")
            await press("E")

        look()
        await press("! E BS 1 E 4")
        await through(ProgressScreen)
        await press("3 1 1")
        await through(ChangedScreen)
        if narrow:
            await through(WholeScreen)
        await press("RIGHT E F2 E")
        for _ in range(2):
            await press(keys_at_desk(app.course))
            said = answer(open_(app.course), "incomplete", ["holder_card"], lambda right_: (right_ + 1) % 3)
            await press("E")
            await press(keys_of(app.course, replace(said, hangs_on=frozenset())))
            await through(ResultScreen)
            if narrow and app.course.exercise:
                await through(WholeScreen)
        while page_of(pilot, SummaryScreen).has_more:
            await press("PGDN")
        await press("0")
        page_of(pilot, StartScreen)
    pages = (NicknameScreen, StartScreen, ProgressScreen, ChangedScreen, WholeScreen, DeskScreen)
    later = (PracticeHelp, AnswerScreen, ResultScreen, SummaryScreen)
    assert {each.__name__ for each in (*pages, *later)} == {*met}


def with_a_changed_rule(world: World) -> None:
    """Somebody practised a card once, whose rule was another one then."""
    course = world.course()
    course.begin("test", clock=False)
    answered(course)
    progress = course.progress
    assert progress
    ((card, skill),) = progress.memory.skills.items()
    other = replace(skill, mark="another", rule=Words("前はこうでした。", "It was like this."))
    memory = replace(progress.memory, skills={card: other})
    write(str(world.folder), replace(progress, memory=memory))


async def test_a_changed_rule_is_shown_before_and_after_then_its_scene(world: World) -> None:
    with_a_changed_rule(world)
    app = practice_app(world, level="test")
    async with app.run_test(size=USUAL) as pilot:
        await settled(pilot)
        page_of(pilot, ChangedScreen)
        card = open_(app.course).card
        assert flat(JAPANESE.fill(ROUND.rule_before, rule="前はこうでした。")) in shown(pilot)
        assert flat(JAPANESE.fill(ROUND.rule_now, rule=card.rule.ja)) in shown(pilot)
        await burst(pilot, "E")
        page_of(pilot, DeskScreen)
        assert flat(ROUND.changed.ja) in shown(pilot)


# Keys typed ahead


@pytest.mark.parametrize("scenes", [1, 3])
async def test_keys_typed_ahead_in_one_burst_arrive_at_the_right_pages(world: World, scenes: int) -> None:
    beside = aside(world).course()
    beside.begin("test", clock=False)
    keys = " E ".join(all_right(beside, scenes))
    app = practice_app(world, None)
    async with app.run_test(size=LARGE) as pilot:
        await burst(pilot, f"tanuki E 4 E 2 {keys}")
        page_of(pilot, ResultScreen)
        assert flat(f"{WORDS.result.right.ja}100点") in shown(pilot)
    assert beside.progress
    assert known(app).memory == beside.progress.memory


async def test_help_and_colours_are_there_on_practices_own_pages_too(world: World) -> None:
    """Without them somebody who sees badly would have to go back to the desk first."""
    app = practice_app(world)
    async with app.run_test(size=USUAL) as pilot:
        await burst(pilot, "2 / F2")
        assert isinstance(app.screen, PracticeHelp)
        await burst(pilot, "E")
        assert isinstance(app.screen, AnswerScreen)
        before = app.looks
        await burst(pilot, "LEFT")
        assert isinstance(app.screen, AnswerScreen)
        assert app.looks != before


async def test_an_input_method_that_was_left_on_is_told_at_the_foot_of_a_page(world: World) -> None:
    """Its digits act as digits, and half-width ones take the notice away."""
    app = practice_app(world)
    async with app.run_test(size=USUAL) as pilot:
        await burst(pilot, "2 /")
        notice = flat(JAPANESE.fill(BOOK.words.messages.ime))
        await burst(pilot, "７")
        assert notice in shown(pilot)
        assert isinstance(app.screen, AnswerScreen)
        assert app.screen.asked != "verdict"
        await burst(pilot, "x")
        assert notice not in shown(pilot)
