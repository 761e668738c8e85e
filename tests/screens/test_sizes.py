"""Small and large terminals: what each shows, and that nothing gets lost on the way from one to another."""

import random

import pytest

from mynadesk.interview.result import rules_behind, verdict
from mynadesk.interview.session import Session
from screens.frame import Shape, View, frame, question_pages, rule_beside, shape_of, shows_result
from screens.pane import Row
from tests.interview.desk import BOOK, decision, message, state
from tests.screens.desk_app import desk_app, desk_of, flat, put, texts, type_keys
from tests.screens.states import desks_looking_aside, usual_desks

SMALL, USUAL, WIDE = (60, 20), (80, 24), (100, 30)
HALF = "5 1 2 E 1 E 1 E 1 E"


def text_of(rows: list[Row]) -> str:
    return "\n".join("".join(text for text, _ in row) for row in rows)


def all_pages(session: Session, shape: Shape) -> str:
    """Everything that can be reached in the pane of the question."""
    pages = range(len(question_pages(session, shape)))
    return "".join(text_of(frame(session, View(page=page), shape)["question"]) for page in pages)


@pytest.mark.parametrize("size", [SMALL, (79, 60), USUAL, WIDE, (132, 43)])
def test_the_verdict_stands_on_the_second_line_at_every_size(size: tuple[int, int]) -> None:
    shape = shape_of(*size)
    for session in usual_desks():
        rows = frame(session, View("本庁"), shape)
        assert len(rows["top"]) == 1
        assert flat(text_of(rows["verdict"][:1])) == flat(verdict(session).title)


@pytest.mark.parametrize("size", [SMALL, (60, 24), (79, 20), (80, 20), USUAL, WIDE, (132, 43), (200, 60)])
def test_the_panes_fill_the_terminal_exactly(size: tuple[int, int]) -> None:
    shape = shape_of(*size)
    for session in desks_looking_aside()[::3]:
        rows = frame(session, View(), shape)
        assert sum(len(rows[name]) for name in ("top", "verdict", "question", "foot")) + shape.tell == size[1]
        assert shape.case + shape.question + shape.source == size[0]


def test_in_one_pane_every_answer_can_be_reached() -> None:
    shape = shape_of(*SMALL)
    for session in desks_looking_aside():
        if session.reason or session.field is not None:
            continue
        shown = flat(all_pages(session, shape))
        for option in session.options:
            assert flat(option.label) in shown


def test_in_one_pane_the_case_stands_below_the_question_where_there_is_room() -> None:
    shape = shape_of(*SMALL)
    seen = 0
    for session in usual_desks():
        drawn = text_of(frame(session, View(), shape)["question"])
        if shows_result(session, shape) or len(question_pages(session, shape)) > 1:
            continue
        place = next((line for line in session.lines if line.step == session.step), None)
        if place and flat(place.label) in flat(drawn.rpartition("---")[2]):
            seen += 1
    assert seen > len(usual_desks()) // 4


def test_on_a_wide_terminal_the_rule_and_its_source_stand_beside_the_question() -> None:
    shape = shape_of(*WIDE)
    for session in usual_desks():
        rows = frame(session, View(), shape)
        source = flat(text_of(rows["source"])).replace("|", "")
        rules = rules_behind(session)
        if not rule_beside(session):
            assert source == ""
        elif rules and BOOK.words.panel.more_reason.ja not in text_of(rows["source"]):
            assert flat(rules[0].rule) in source
            assert all(flat(title) in source for title, _ in rules[0].places)
        if session.field is None and not session.look.final:
            question = flat(text_of(rows["question"]))
            assert all(flat(option.label)[:8] in question for option in session.options[:3])


async def test_on_a_wide_terminal_the_reason_key_turns_its_pages_or_says_where_it_is() -> None:
    async with desk_app().run_test(size=WIDE) as pilot:
        put(pilot, "1 1 2 E")
        await pilot.press("*")
        await pilot.pause()
        session = desk_of(pilot).session
        assert not session.reason
        turned = desk_of(pilot).view.source_page > 0
        assert turned or session.message == message("reason_beside")


async def test_a_reason_that_was_open_is_beside_the_question_once_there_is_room() -> None:
    async with desk_app().run_test(size=USUAL) as pilot:
        put(pilot, "1 1 2 E 2 *")
        assert flat(BOOK.words.panel.reason.ja) in flat(texts(pilot.app)["question"])
        await pilot.resize_terminal(*WIDE)
        await pilot.pause()
        assert flat(BOOK.words.panel.reason.ja) in flat(texts(pilot.app)["source"])
        await type_keys(pilot, "1")
        assert desk_of(pilot).session.sheet.papers


async def test_going_through_sizes_in_the_middle_of_a_case_loses_nothing() -> None:
    chance = random.Random(11)
    sizes = [SMALL, WIDE, (1, 1), (132, 43), (59, 19), (300, 100)]
    sizes += [(chance.randrange(1, 200), chance.randrange(1, 70)) for _ in range(20)]
    async with desk_app().run_test(size=USUAL) as pilot:
        before, drawn = state(put(pilot, HALF).session), texts(pilot.app)
        for size in sizes:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert state(desk_of(pilot).session) == before
        await pilot.resize_terminal(*USUAL)
        await pilot.pause()
        assert texts(pilot.app) == drawn
        await type_keys(pilot, ".2 E")
        assert decision(desk_of(pilot).session).verdict == "accept"


async def test_keys_that_could_not_be_seen_do_nothing() -> None:
    async with desk_app().run_test(size=USUAL) as pilot:
        before = state(put(pilot, HALF).session)
        await pilot.resize_terminal(30, 10)
        await pilot.pause()
        await type_keys(pilot, "1 2 E 0 / /")
        assert state(desk_of(pilot).session) == before
