"""The desk as Textual runs it: keys go in, panes show what became of them."""

import re
from datetime import date, timedelta

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from mynadesk.dates.japanese import japanese_with_weekday
from mynadesk.interview.keys import TABLE
from mynadesk.interview.steps import AskPapers
from screens.foot import foot
from screens.help import HelpScreen
from tests.interview.desk import BOOK, JAPANESE, ON, decision, desk, message, paper, state
from tests.interview.ways import MORE_WAYS, SECOND_VISIT, WAYS
from tests.screens.desk_app import desk_app, desk_of, flat, put, send, texts, type_keys
from tests.screens.states import usual_desks

USUAL = (80, 24)
HALF = "5 1 2 E 1 E 1 E 1 E"
JAPANESE_LETTERS = re.compile("[ぁ-んァ-ヶ一-龥]")


async def test_the_top_line_names_the_desk_the_day_and_the_rules() -> None:
    async with desk_app(office="western_branch").run_test(size=USUAL) as pilot:
        top = texts(pilot.app)["top"]
        assert BOOK.rulebook.title.ja in top
        assert BOOK.rulebook.offices["western_branch"].label.ja in top
        assert japanese_with_weekday(ON) in top
        assert BOOK.rulebook.id in top


@pytest.mark.parametrize("keys", [WAYS["holder"], WAYS["agent, first visit"]])
async def test_the_verdict_line_follows_every_key(keys: str) -> None:
    async with desk_app().run_test(size=USUAL) as pilot:
        lines = []
        for key in keys.split():
            await type_keys(pilot, key)
            session = desk_of(pilot).session
            lines.append(texts(pilot.app)["verdict"])
            if session.look.verdict:
                assert JAPANESE.headline(decision(session), session.look.final) in lines[-1]
        assert desk_of(pilot).session.look.verdict == "accept"
        assert state(desk_of(pilot).session) == state(desk(keys))
        assert lines.index(lines[-1]) == len(lines) - 1


def test_the_foot_names_at_most_six_keys() -> None:
    for session in usual_desks():
        for pages in (1, 2):
            assert 1 < len(foot(session, BOOK.words.keys, pages)) <= 6


async def test_a_key_without_a_use_says_so_and_changes_nothing() -> None:
    async with desk_app().run_test(size=USUAL) as pilot:
        before = state(put(pilot, "1 1").session)
        await pilot.press("y")
        session = desk_of(pilot).session
        assert state(session) == before
        assert session.message == message("not_here", key="y")
        assert flat(session.message) in flat(texts(pilot.app)["question"])
        await pilot.press("2")
        assert flat(message("not_here", key="y")) not in flat(texts(pilot.app)["question"])


@pytest.mark.parametrize("key", ["f2", "?", "h", "？"])
async def test_help_lists_every_key_and_any_key_leads_back(key: str) -> None:
    async with desk_app().run_test(size=USUAL) as pilot:
        before = state(put(pilot, HALF).session)
        await send(pilot, key)
        assert isinstance(pilot.app.screen, HelpScreen)
        shown = texts(pilot.app)["help"]
        for entry in TABLE:
            assert getattr(BOOK.words.keys, entry.words).ja in shown
        await pilot.press("3")
        assert state(desk_of(pilot).session) == before


async def test_the_reason_names_the_rule_its_layer_and_its_place() -> None:
    async with desk_app().run_test(size=USUAL) as pilot:
        before = state(put(pilot, "1 1 2 E 2").session)
        await pilot.press("-", "*")
        session = desk_of(pilot).session
        assert session.reason
        assert session.cursor is not None
        (outcome,) = session.lines[session.cursor].outcomes
        shown = flat(texts(pilot.app)["question"])
        assert flat(JAPANESE.rule(outcome)) in shown
        for place in JAPANESE.places(JAPANESE.sources(outcome, decision(session))):
            assert flat(place.layer) in shown
            assert flat(place.title) in shown
            assert flat(place.part) in shown
        await pilot.press("0")
        assert state(desk_of(pilot).session) == before


async def test_full_width_digits_are_digits() -> None:
    async with desk_app().run_test(size=USUAL) as pilot:
        await type_keys(pilot, "１ １ ２ E E １")
        assert state(desk_of(pilot).session) == state(desk("1 1 2 E E 1"))
        await type_keys(pilot, "１ ８．１１．２３ E １ E")
        assert desk_of(pilot).session.look.verdict == "accept"


@pytest.mark.parametrize(
    ("signs", "keys"),
    [("。", "."), ("．", "."), ("＋", "+"), ("－", "-"), ("ー", "-"), ("＊", "*"), ("０", "0")],
)
async def test_what_an_input_method_makes_of_a_sign_does_what_the_sign_does(signs: str, keys: str) -> None:
    async with desk_app().run_test(size=USUAL) as pilot:
        put(pilot, "1 1 2 E E")
        await send(pilot, signs)
        assert state(desk_of(pilot).session) == state(desk(f"1 1 2 E E {keys}"))


@pytest.mark.parametrize(
    ("key", "twin"),
    [("0", "b"), ("+", "a"), ("+", "f7"), (".", "m"), (".", "f8"), ("-", "l"), ("-", "up"), ("*", "r")],
)
async def test_a_twin_does_what_its_key_does(key: str, twin: str) -> None:
    async with desk_app().run_test(size=USUAL) as pilot:
        put(pilot, "1 1 2 E E")
        await pilot.press(twin)
        assert state(desk_of(pilot).session) == state(desk(f"1 1 2 E E {key}"))


async def paste(pilot: Pilot[None], text: str) -> None:
    """Paste into the terminal."""
    pilot.app.post_message(Paste(text))
    await pilot.pause()


async def test_a_date_can_be_pasted_into_its_field() -> None:
    async with desk_app().run_test(size=USUAL) as pilot:
        put(pilot, "1 1 2 E E 1 1")
        await paste(pilot, " 令和8年11月23日\n")
        assert "令和8年11月23日" in texts(pilot.app)["question"]
        await type_keys(pilot, "E")
        assert paper(desk_of(pilot).session).seen["expiry"] == ON


@pytest.mark.parametrize("keys", ["", "1 1 2 E E", "1 1 2 E E 1"])
async def test_nothing_can_be_pasted_where_no_date_is_typed(keys: str) -> None:
    async with desk_app().run_test(size=USUAL) as pilot:
        before = state(put(pilot, keys).session)
        await paste(pilot, "111111")
        assert state(desk_of(pilot).session) == before


async def test_what_is_pasted_beyond_a_date_answers_nothing_else() -> None:
    async with desk_app().run_test(size=USUAL) as pilot:
        put(pilot, "1 1 2 E E 1 1 8.11.23 E")
        await paste(pilot, "1333333")
        session = desk_of(pilot).session
        assert paper(session).seen["expiry"] == ON
        assert "original" not in paper(session).seen


@pytest.mark.parametrize("keys", [*WAYS.values(), MORE_WAYS["holder, change"], SECOND_VISIT])
async def test_the_next_person_finds_an_empty_screen(keys: str) -> None:
    async with desk_app().run_test(size=USUAL) as pilot:
        fresh = texts(pilot.app)
        put(pilot, keys)
        assert texts(pilot.app) != fresh
        await pilot.press("/")
        cleared = texts(pilot.app)
        assert cleared.pop("foot") != fresh.pop("foot")  # the last person can still be brought back
        assert cleared == fresh


async def test_the_next_person_of_the_next_day_finds_the_new_date() -> None:
    days = [ON]
    async with desk_app(today=lambda: days[-1]).run_test(size=USUAL) as pilot:
        put(pilot, WAYS["holder"])
        days.append(ON + timedelta(days=1))
        await pilot.press("/")
        assert japanese_with_weekday(date(2026, 11, 24)) in texts(pilot.app)["top"]


async def test_in_english_the_desk_shows_no_japanese() -> None:
    async with desk_app(language="en").run_test(size=USUAL) as pilot:
        for keys in (*WAYS.values(), SECOND_VISIT, "1 1 2 E E 1 1 8.11.23 E", "7", "4 1 34 E . 7"):
            for key in ["", *keys.split(), "7"]:
                put(pilot, key)
                drawn = texts(pilot.app)
                found = {name: JAPANESE_LETTERS.findall(text) for name, text in drawn.items()}
                assert not any(found.values()), found
            put(pilot, "BS " * 30 + "/ /")


async def test_papers_are_found_on_all_their_lists() -> None:
    async with desk_app().run_test(size=USUAL) as pilot:
        put(pilot, "1 1 2 E E")
        for kind in ("drivers_license", "care_insurance_card", "eligibility_certificate"):
            assert isinstance(desk_of(pilot).session.step, AskPapers)
            assert BOOK.documents.kinds[kind].label.ja in texts(pilot.app)["question"]
            await pilot.press(".")
