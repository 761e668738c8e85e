"""The pages of practice, key by key, from the nickname to the end of a round."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.events import Paste
from textual.pilot import Pilot

from mynadesk.practice.answers.answer import Answer
from mynadesk.practice.exercises.review import headline
from mynadesk.practice.learning.keeping import read, write
from mynadesk.practice.learning.progress import Progress, Unfinished
from mynadesk.practice.printed.table import progress_lines
from mynadesk.sizes import WHOLE
from mynadesk.typeset import width
from mynadesk.words import Language, Words
from screens.desk import DeskScreen
from screens.pane import Pane
from screens.practice.answer import AnswerScreen
from screens.practice.app import PracticeApp
from screens.practice.around import ChangedScreen, ProgressScreen, SummaryScreen
from screens.practice.help import PracticeHelp
from screens.practice.page import PracticePage
from screens.practice.result import ResultScreen
from screens.practice.start import NicknameScreen, StartScreen
from screens.practice.whole import WholeScreen
from tests.interview.desk import BOOK, JAPANESE
from tests.practice.exercises import WORDS, answer, right
from tests.practice.player import play
from tests.practice.world import World, answered, open_
from tests.screens.desk_app import flat, rows_of, texts
from tests.screens.practice_app import (
    all_right,
    burst,
    keys_at_desk,
    keys_of,
    page_of,
    practice_app,
    rounds_of,
    settings_of,
    settled,
)
from tests.screens.test_cells import check_cells

SMALL, USUAL, LARGE = (60, 20), (80, 24), (132, 43)
BANNER, START, ROUND = WORDS.banner.practising, WORDS.start, WORDS.round


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "progress")


def shown(pilot: Pilot[None]) -> str:
    """What every pane of the screen says, without blanks."""
    return flat("".join(texts(pilot.app).values()))


def kept(world: World, nickname: str = "tanuki") -> Progress:
    progress = read(str(world.folder), nickname)
    assert progress is not None
    return progress


def left(world: World) -> Unfinished:
    """The round that can be taken up again, as it is saved."""
    unfinished = kept(world).unfinished
    assert unfinished is not None
    return unfinished


def known(app: PracticeApp) -> Progress:
    """What the app knows of who practises."""
    assert app.course.progress is not None
    return app.course.progress


def aside(world: World) -> World:
    """A world of its own, in which the same trainee meets the same scenes."""
    return World(world.folder.parent / "aside")


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


# Who practises


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
