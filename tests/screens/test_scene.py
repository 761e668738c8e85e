"""A scene beside the case: its banner, what is told of it, its end, and a desk that keeps silent about it."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from mynadesk.dates.japanese import japanese_with_weekday
from mynadesk.interview.result import rules_behind, said_now, sections, verdict
from mynadesk.interview.session import Session
from mynadesk.sizes import WIDE
from mynadesk.standing import Standing
from mynadesk.typeset import width
from mynadesk.wording import Wording
from mynadesk.words import Language
from screens.desk import DeskScreen
from screens.frame import View, frame, shape_of
from screens.pane import Row
from screens.roles import styles
from screens.scene import Told
from screens.wanted import What
from tests.interview.anything import STARTS, USUAL, often, sequences
from tests.interview.desk import BOOK, JAPANESE, ON, desk, keys_of, message, press
from tests.interview.ways import EVERY_WAY, WAYS
from tests.screens.desk_app import desk_app, desk_of, flat, rows_of, texts, type_keys
from tests.screens.test_cells import check_cells

SCENE = Told(
    banner="札の文字",
    title="3番目の場面",
    said="暗証番号を忘れたので、もう一度決めたいのですが、どうすればよいですか。",
    things=(
        "来庁者は本人です。30歳です。",
        "本人のカード(有効期間内)",
        "運転免許証(令和8年11月23日まで有効)",
    ),
    done="Enterで次に進みます。",
    done_key="進む",
    leave_key="やめる",
    whole_key="場面の全部",
)
LONG = SCENE._replace(things=SCENE.things * 5)
SIZES = [(60, 20), (80, 24), (100, 30), (132, 43)]
LEVELS = pytest.mark.parametrize("silent", [False, True])
REST = BOOK.words.panel.more_scene


def session_of(keys: str = "", silent: bool = False, language: Language = "ja") -> Session:
    return press(Session(BOOK, Wording(BOOK, language), lambda: ON, silent=silent), keys)


def drawn(
    session: Session, size: tuple[int, int], scene: Told | None = SCENE, **more: Any
) -> dict[str, list[Row]]:
    """The panes of a desk of this size with a scene."""
    return frame(session, View(scene=scene, **more), shape_of(*size, silent=session.silent))


def text_of(rows: list[Row]) -> str:
    return "\n".join("".join(text for text, _ in row) for row in rows)


def told_of(scene: Told) -> str:
    return flat("".join(("「", scene.said, "」", *(f"・{thing}" for thing in scene.things))))


def roles_in(panes: dict[str, list[Row]]) -> set[str]:
    return {role for rows in panes.values() for row in rows for _, role in row}


# The banner


@LEVELS
@pytest.mark.parametrize("size", SIZES)
def test_the_banner_stands_over_the_whole_width_with_the_day(size: tuple[int, int], silent: bool) -> None:
    for keys in EVERY_WAY[::7]:
        (row,) = drawn(session_of(keys, silent), size)["top"]
        assert {role for _, role in row} == {"banner"}
        assert sum(width(text) for text, _ in row) == size[0]
        assert text_of([row]).startswith(f" {SCENE.banner}  {SCENE.title}")
        assert text_of([row]).endswith(f"{japanese_with_weekday(ON)} ")


@pytest.mark.parametrize("columns", [60, 80])
def test_neither_a_notice_nor_a_long_title_pushes_the_banner_out(columns: int) -> None:
    for scene in (SCENE, SCENE._replace(title="長" * 80)):
        for notice in ("", "20秒後に画面を隠します(キーで延長)", "長" * 80):
            (row,) = drawn(session_of("1 1"), (columns, 24), scene, notice=notice)["top"]
            assert text_of([row]).startswith(f" {SCENE.banner}")
            assert row[0][1] == "banner"
            assert sum(width(text) for text, _ in row) == columns
            assert notice[:4] in text_of([row])


# The scene


@LEVELS
@pytest.mark.parametrize("size", SIZES[1:])
def test_all_of_a_short_scene_is_told_and_all_of_the_case_with_it(
    size: tuple[int, int], silent: bool
) -> None:
    for keys in WAYS.values():
        session = session_of(keys, silent)
        panes = drawn(session, size)
        beside = silent and size[0] >= WIDE
        assert told_of(SCENE) in flat(text_of(panes["source" if beside else "case"]))
        if beside or size[1] > 24:
            assert all(flat(line.label) in flat(text_of(panes["case"])) for line in session.lines)
        shape = shape_of(*size, silent=silent)
        assert len(panes["case"]) <= shape.body
        assert len(panes["question"]) == shape.body


@LEVELS
@pytest.mark.parametrize("size", SIZES[1:])
def test_of_a_long_scene_the_last_line_names_the_key_and_the_case_keeps_its_lines(
    size: tuple[int, int], silent: bool
) -> None:
    for keys in ("1 1 2 E E", "5 1 1234 E 1 1 E 1 E 1 E", "5 1 1234 E 1 1 E 1 E 1 E - - -"):
        session = session_of(keys, silent)
        scene = LONG._replace(things=LONG.things * 3)
        panes = drawn(session, size, scene)
        beside = silent and size[0] >= WIDE
        if beside:
            assert flat(text_of(panes["source"])).endswith(flat(REST.ja))
            continue
        told, _, case = text_of(panes["case"]).rpartition("\n" + "-" * shape_of(*size).case + "\n")
        assert told.endswith(f" {REST.ja}")
        assert len(case.split("\n")) == 5
        assert ">" in case


@pytest.mark.parametrize("language", ["ja", "en"])
@LEVELS
async def test_every_row_is_as_wide_as_the_terminal(silent: bool, language: Language) -> None:
    for size in SIZES:
        async with practised(size=size, language=language) as (pilot, screen):
            for scene in (SCENE, LONG):
                for keys in (*EVERY_WAY[::9], "1 1 2 E E 1 1 R8"):
                    screen.show_scene(session_of(keys, silent, language), scene)
                    check_cells(rows_of(pilot.app), size)


def test_in_one_pane_the_case_stands_below_the_question_and_the_foot_names_the_key_of_the_scene() -> None:
    panes = drawn(session_of("1 1 2 E E 1 E", silent=True), SIZES[0])
    assert panes["case"] == []
    assert SCENE.whole_key in text_of(panes["foot"])
    assert flat(SCENE.said) not in flat(text_of(panes["question"]))


# Its end


@LEVELS
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", EVERY_WAY[::3])
def test_at_the_end_the_result_is_not_shown_but_how_to_go_on(
    keys: str, size: tuple[int, int], silent: bool
) -> None:
    session = session_of(keys, silent)
    assert session.look.final
    if session.cursor is not None:
        session.press("0")
    panes = drawn(session, size)
    shown = flat(text_of(panes["question"]))
    assert shown.startswith(flat(SCENE.done))
    everything = flat("".join(text_of(panes[name]) for name in ("case", "question", "tell", "foot")))
    for section in sections(desk(keys)):
        assert not any(flat(text) in everything for text in section.texts)
    assert f"Enter {SCENE.done_key}" in text_of(panes["foot"])


# Silence


@often(250)
@given(st.sampled_from(STARTS), sequences(USUAL), st.sampled_from(SIZES))
def test_nothing_that_a_silent_desk_draws_lets_the_decision_show(
    start: list[str], keys: list[str], size: tuple[int, int]
) -> None:
    usual, quiet = desk(), session_of(silent=True)
    for key in (*start, *keys):
        if key != "*":
            usual.press(key)
            quiet.press(key)
    panes = drawn(quiet, size)
    assert not roles_in(panes) & {standing.name for standing in Standing}
    assert {role for role in roles_in(panes) if role.startswith("band-")} == {"band-open"}
    everything = flat("".join(map(text_of, panes.values())))
    for text in what_the_desk_would_say(usual):
        assert flat(text) not in everything, text


def what_the_desk_would_say(session: Session) -> Iterator[str]:
    """All that the usual desk says of the decision."""
    found = verdict(session)
    if found.band != "open":
        yield found.title
    now = said_now(session)
    for section in (*sections(session), *([now] if now else [])):
        yield from section.texts
    for rule in rules_behind(session):
        yield from (rule.rule, *rule.papers)


def test_a_silent_desk_has_no_pane_of_what_is_to_be_told_and_more_of_the_rest() -> None:
    for size in SIZES[1:]:
        usual, quiet = shape_of(*size), shape_of(*size, silent=True)
        assert quiet.tell == 0
        assert quiet.body == usual.body + usual.tell


def test_the_foot_of_a_silent_desk_offers_no_reason() -> None:
    reason = BOOK.words.keys.reason.ja
    for way in EVERY_WAY[::5]:
        session = session_of(silent=True)
        for key in keys_of(way):
            session.press(key)
            assert reason not in text_of(drawn(session, SIZES[3])["foot"])
            assert reason not in text_of(drawn(session, SIZES[3], None)["foot"])


# The screen


class Practised(DeskScreen):
    """A desk that counts how often its scene ended, and what it wanted of others."""

    def __init__(self, language: Language) -> None:
        colours = styles("standard", "full", practice=True)
        self.ended = 0
        self.wanted: list[What] = []
        super().__init__(BOOK, Wording(BOOK, language), "", lambda: ON, colours, self.wanted.append)

    def at_end(self) -> None:
        self.ended += 1


@asynccontextmanager
async def practised(
    size: tuple[int, int] = (80, 24), language: Language = "ja"
) -> AsyncIterator[tuple[Pilot[None], Practised]]:
    """A desk with a scene on the screen."""
    app = desk_app(language=language)
    async with app.run_test(size=size) as pilot:
        screen = Practised(language)
        screen.show_scene(session_of(language=language), SCENE)
        await app.push_screen(screen)
        yield pilot, screen


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
