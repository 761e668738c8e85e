"""The rulebook on the screen: from the desk and back, by keys alone, with a filter that can be typed."""

import sys
from datetime import date

import pytest
from textual.pilot import Pilot

from mynadesk.browsing import words as w
from screens.desk import DeskScreen
from screens.example import ExampleDesk
from screens.rules.app import RulesApp
from screens.rules.browser import BrowserScreen
from tests.interview.desk import BOOK, ON, message
from tests.screens.desk_app import NO_FOLDER, desk_app, desk_of, put, rows_of, send, texts, type_keys
from tests.screens.scenes import practised
from tests.screens.terminal import Terminal
from tests.screens.test_cells import check_cells

ACCEPTED = "1 1 2 E E 1 E"


def rules_app(language: str = "ja", on: date = ON) -> RulesApp:
    return RulesApp(BOOK.at(on), "en" if language == "en" else "ja", lambda: on, str(NO_FOLDER))


def page_of(pilot: Pilot[None]) -> BrowserScreen:
    assert isinstance(pilot.app.screen, BrowserScreen)
    return pilot.app.screen


def chosen(pilot: Pilot[None]) -> str:
    browser = page_of(pilot).browser
    return "" if browser.at is None else browser.lines[browser.at].text


async def found(pilot: Pilot[None]) -> None:
    """Wait until it is known what turns on the entry."""
    while page_of(pilot).browser.looked_for is not None:
        await pilot.pause(0.02)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_every_list_and_an_entry_fill_the_screen_exactly(size: tuple[int, int], language: str) -> None:
    app = rules_app(language)
    async with app.run_test(size=size) as pilot:
        for digit in "12345":
            await pilot.press(digit)
            check_cells(rows_of(app), size)
            await pilot.press("pagedown")
            check_cells(rows_of(app), size)
        await pilot.press("1", "down", "enter")
        await found(pilot)
        check_cells(rows_of(app), size)
        await pilot.press("pagedown")
        check_cells(rows_of(app), size)


@pytest.mark.parametrize("key", ["insert", "i"])
async def test_one_key_leads_from_a_line_to_its_rule_and_back_to_the_case_as_it_was(key: str) -> None:
    async with desk_app().run_test(size=(80, 24)) as pilot:
        session = put(pilot, ACCEPTED + " - -").session  # the line of the paper
        before = session.sheet, session.cursor, rows_of(pilot.app)
        label = session.lines[session.cursor or 0].outcomes[0].rule.label.ja
        await pilot.press(key)
        assert chosen(pilot) == label
        await pilot.press("insert")
        assert desk_of(pilot).session is session
        assert (session.sheet, session.cursor, rows_of(pilot.app)) == before


async def test_back_goes_by_the_lists_and_then_to_the_desk() -> None:
    async with desk_app().run_test(size=(80, 24)) as pilot:
        put(pilot, ACCEPTED)
        await pilot.press("i", "0")
        assert page_of(pilot).browser.on_list
        await pilot.press("0")
        assert isinstance(pilot.app.screen, DeskScreen)


async def test_a_situation_of_a_rule_is_opened_on_the_desk_and_left_again() -> None:
    async with desk_app().run_test(size=(80, 24)) as pilot:
        put(pilot, "1 1 2 E")
        session = desk_of(pilot).session
        await pilot.press("i")
        await found(pilot)
        page = page_of(pilot)
        while page.browser.lines[page.browser.at or 0].band != "incomplete":
            await pilot.press("down")
        assert chosen(pilot) == "本人のマイナンバーカード なし"
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, ExampleDesk)
        assert desk_of(pilot).session.look.verdict == "incomplete"
        assert desk_of(pilot).session is not session
        await pilot.press("slash")
        assert page_of(pilot) is page
        assert chosen(pilot) == "本人のマイナンバーカード なし"
        await pilot.press("slash")
        assert desk_of(pilot).session is session
        assert session.look.case == put(pilot, "").session.look.case


async def test_letters_kana_and_kanji_filter_a_list_and_digits_then_do_too() -> None:
    async with rules_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        for character in "資格確認書":
            await send(pilot, character)
        await pilot.press("down")
        assert chosen(pilot) == "資格確認書"
        assert "資格確認書_" in texts(pilot.app)["rules"]
        for _ in range(5):
            await pilot.press("backspace")
        await type_keys(pilot, "card")
        assert page_of(pilot).browser.typed == "card"
        await type_keys(pilot, "2")
        assert page_of(pilot).browser.typed == "card2"
        await pilot.press("backspace", "enter")
        assert not page_of(pilot).browser.on_list


async def test_full_width_digits_choose_a_list_and_tell_of_the_input_method() -> None:
    async with rules_app().run_test(size=(80, 24)) as pilot:
        await send(pilot, "２")
        assert page_of(pilot).browser.view == "documents"
        assert BOOK.words.messages.ime.ja in texts(pilot.app)["rules"]


async def test_what_is_no_text_is_not_taken_for_some() -> None:
    async with rules_app().run_test(size=(80, 24)) as pilot:
        await send(pilot, "ぱ")
        await send(pilot, "±")
        assert page_of(pilot).browser.typed == "ぱ"
        await pilot.press("enter", "x")
        assert page_of(pilot).browser.typed == "ぱ"
        assert message("not_here", key="x") in texts(pilot.app)["rules"]


async def test_pages_are_turned_and_what_is_chosen_goes_along() -> None:
    async with rules_app().run_test(size=(80, 24)) as pilot:
        first = chosen(pilot)
        await pilot.press("pagedown")
        assert chosen(pilot) != first
        assert f"> {chosen(pilot)}" in texts(pilot.app)["rules"]
        await pilot.press("pageup")
        assert chosen(pilot) == first
        await pilot.press("up")
        assert f"> {chosen(pilot)}" in texts(pilot.app)["rules"]


async def test_at_the_end_of_the_way_back_the_rulebook_alone_ends() -> None:
    app = rules_app()
    async with app.run_test() as pilot:
        await pilot.press("enter", "0", "0")
        await pilot.pause()
        assert app._exit


async def test_on_a_scene_of_practice_the_key_does_not_lead_to_the_rule() -> None:
    async with practised() as (pilot, screen):
        await pilot.press("1", "i")
        assert pilot.app.screen is screen
        assert screen.wanted == ["rule"]  # which practice answers with that it is not used


async def test_while_a_date_is_typed_the_key_is_a_letter() -> None:
    async with desk_app().run_test(size=(80, 24)) as pilot:
        put(pilot, "1 1 2 E E 1 1")
        await pilot.press("i")
        assert isinstance(pilot.app.screen, DeskScreen)
        assert not isinstance(pilot.app.screen, BrowserScreen)


def test_on_a_terminal_it_is_read_from_a_list_to_a_case_and_back() -> None:
    command = (sys.executable, "-m", "mynadesk", "rules", "--on", "2026-11-23")
    with Terminal(command) as terminal:
        terminal.wait_for(w.FILTER_HINT.ja)
        terminal.type("2健康保険証")
        terminal.wait_for("健康保険証_")
        terminal.type("Down Enter")
        terminal.wait_for("kinds.health_insurance_card")
        terminal.wait_until(lambda: w.LOOKING.ja not in terminal.settled(), "the situations")
        terminal.type("/")
        assert terminal.wait_for_end() == 0
        assert terminal.restored
