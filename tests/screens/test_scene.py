"""A scene beside the case: its banner, what is told of it, its end, and silence about how the case stands."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mynadesk.dates.japanese import japanese_with_weekday
from mynadesk.interview.result import rules_behind, said_now, sections, verdict
from mynadesk.interview.session import Session
from mynadesk.sizes import WIDE
from mynadesk.standing import Standing
from mynadesk.typeset import width
from mynadesk.words import Language
from screens.frame import shape_of
from screens.pane import Row
from tests.interview.anything import STARTS, USUAL, often, sequences
from tests.interview.desk import BOOK, ON, desk, keys_of
from tests.interview.ways import EVERY_WAY, WAYS
from tests.screens.desk_app import flat, rows_of
from tests.screens.scenes import (
    LEVELS,
    LONG,
    REST,
    SCENE,
    SIZES,
    drawn,
    practised,
    session_of,
    text_of,
    told_of,
)
from tests.screens.test_cells import check_cells


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
