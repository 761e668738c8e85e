"""A scene on the screen: which keys end it, what they ask of others, and how the next takes its place."""

from screens.desk import DeskScreen
from tests.interview.desk import BOOK, JAPANESE, ON, message
from tests.interview.ways import WAYS
from tests.screens.desk_app import desk_app, desk_of, flat, rows_of, texts, type_keys
from tests.screens.scenes import LEVELS, SCENE, practised, session_of, told_of
from tests.screens.test_cells import check_cells


@LEVELS
async def test_enter_ends_a_scene_once_nothing_is_left_to_ask_and_the_next_takes_its_place(
    silent: bool,
) -> None:
    async with practised() as (pilot, screen):
        panes = list(screen.children)
        screen.show_scene(session_of(silent=silent), SCENE)
        await type_keys(pilot, WAYS["holder"])
        assert screen.ended == 0
        await type_keys(pilot, "E")
        assert screen.ended == 1
        screen.show_scene(session_of(silent=silent), SCENE._replace(title="4番目の場面"))
        await pilot.pause()
        assert list(screen.children) == panes
        assert screen.session.fresh
        assert "4番目の場面" in texts(pilot.app)["top"]


async def test_a_slash_ends_a_scene_at_any_time_but_stands_in_a_date() -> None:
    async with practised() as (pilot, screen):
        await type_keys(pilot, "1 1 2 E E 1 1 2026/")
        assert screen.session.field is not None
        assert screen.session.field.text == "2026/"
        assert screen.ended == 0
        await type_keys(pilot, "BS BS BS BS BS BS /")
        assert screen.ended == 1
        assert screen.session.sheet.papers


async def test_before_the_end_enter_answers_and_a_line_that_is_gone_back_to_is_not_the_end() -> None:
    async with practised() as (pilot, screen):
        await type_keys(pilot, f"{WAYS['holder']} - E")
        assert screen.ended == 0
        await type_keys(pilot, "0 E")
        assert screen.ended == 1


async def test_at_the_end_a_key_of_no_use_says_what_the_scene_says() -> None:
    async with practised() as (pilot, screen):
        await type_keys(pilot, f"{WAYS['holder']} 5")
        assert screen.session.message == SCENE.done


async def test_the_large_screen_is_wanted_even_before_anything_is_decided() -> None:
    async with practised() as (pilot, screen):
        await pilot.press("right")
        assert screen.wanted == ["large"]
        assert screen.session.message == ""


async def test_with_room_for_reasons_a_silent_desk_still_opens_none() -> None:
    async with practised(size=(100, 30)) as (pilot, screen):
        screen.show_scene(session_of("1 1 2 E E", silent=True), SCENE)
        await type_keys(pilot, "*")
        await pilot.pause()
        assert screen.session.message == message("silent_reason")
        assert told_of(SCENE) in flat(texts(pilot.app)["source"])


async def test_a_level_that_changes_changes_the_panes() -> None:
    async with practised() as (pilot, screen):
        screen.show_scene(session_of("1 1 2 E E"), SCENE)
        await pilot.pause()
        assert flat(texts(pilot.app)["tell"]).strip("-")
        screen.show_scene(session_of("1 1 2 E E", silent=True), SCENE)
        await pilot.pause()
        check_cells(rows_of(pilot.app), (80, 24))
        assert not screen.query_one("#tell").display


async def test_a_callback_does_where_nobody_wants_a_screen_of_their_own() -> None:
    ended: list[bool] = []
    async with desk_app().run_test(size=(80, 24)) as pilot:
        usual = desk_of(pilot)
        screen = DeskScreen(
            BOOK, JAPANESE, "", lambda: ON, usual.styles_now, lambda _: None, done=lambda: ended.append(True)
        )
        screen.show_scene(session_of(WAYS["holder"]), SCENE)
        await pilot.app.push_screen(screen)
        await type_keys(pilot, "E /")
        assert len(ended) == 2


async def test_without_a_scene_nothing_ends() -> None:
    async with desk_app().run_test(size=(80, 24)) as pilot:
        await type_keys(pilot, f"{WAYS['holder']} /")
        assert desk_of(pilot).session.fresh
        assert BOOK.rulebook.id in texts(pilot.app)["top"]
