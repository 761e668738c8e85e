"""`mynadesk --open FILE`: a case from a file lies on the desk, and nothing of it is kept."""

import sys
from pathlib import Path
from typing import Any

import pytest

from mynadesk.decision.reading import read_case
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.words import Language
from screens.desk import DeskScreen
from screens.help import HelpScreen
from screens.opened import OpenedApp
from tests.command.running import run
from tests.interview.desk import BOOK, ON
from tests.screens.desk_app import NO_FOLDER, desk_of, rows_of, texts, type_keys
from tests.screens.terminal import Terminal
from tests.screens.test_cells import check_cells

CASE: dict[str, Any] = {
    "on": "2025-12-01",
    "operation": "reset",
    "pins": ["user_authentication"],
    "visitor": "holder",
    "holder": {"under_15": False, "adult_ward": False},
    "card": "presented",
    "certificates": {"user_authentication": True},
    "documents": [{"kind": "health_insurance_card", "of": "holder", "original": True, "expiry": "in_date"}],
}


def opened(language: Language = "ja", **facts: Any) -> OpenedApp:
    """The app with this case on the desk."""
    case = read_case(BOOK, {**CASE, **facts}, ON)
    return OpenedApp(BOOK, case, language, str(NO_FOLDER), papers=(shipped_rules(), str(NO_FOLDER)))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_the_case_lies_there_on_its_day_and_says_that_it_is_one(
    size: tuple[int, int], language: Language
) -> None:
    app = opened(language)
    async with app.run_test(size=size) as pilot:
        assert desk_of(pilot).session.look.verdict == "accept"
        assert (
            BOOK.words.laid.example.in_(language).replace("{day}", app.wording.day(desk_of(pilot).session.on))
            in texts(app)["top"]
        )
        check_cells(rows_of(app), size)


async def test_a_day_later_the_same_case_is_another() -> None:
    async with opened(on="2025-12-02").run_test() as pilot:
        assert desk_of(pilot).session.look.verdict == "consult"


async def test_what_no_question_tells_is_said_beside_the_case() -> None:
    async with opened(holder={"under_15": True, "adult_ward": True}).run_test(size=(80, 24)) as pilot:
        assert "本人が成年被後見人" in texts(pilot.app)["question"]


@pytest.mark.parametrize("key", ["slash", "f9", "q"])
async def test_it_is_left_at_once(key: str) -> None:
    app = opened()
    async with app.run_test() as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert app._exit
    assert app.return_code == 0


async def test_answers_can_be_changed_and_no_number_is_given() -> None:
    async with opened().run_test(size=(80, 24)) as pilot:
        await type_keys(pilot, "- 2")
        assert desk_of(pilot).session.look.verdict == "decline"
        await pilot.press("home")
        assert isinstance(pilot.app.screen, DeskScreen)
        assert desk_of(pilot).session.message == BOOK.words.laid.not_here.ja
        assert "Home" not in texts(pilot.app)["foot"]
        await pilot.press("f2")
        assert isinstance(pilot.app.screen, HelpScreen)


def test_a_file_that_is_no_case_is_refused_as_by_check(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text("operation: reset\npins: [sgnature]\nvisitor: holder\n", "utf-8")
    by_check = run("check", str(file))
    with Terminal((sys.executable, "-m", "mynadesk", "--open", str(file)), 120) as terminal:
        assert terminal.wait_for_end() == by_check.status == 2
        for part in by_check.err.replace("\n", "").partition("case.yaml")[2].split():
            assert part in terminal.text.replace("\n", "")


def test_on_a_terminal_it_opens_and_closes(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(
        'on: "2025-12-01"\noperation: reset\npins: [user_authentication]\nvisitor: holder\n', "utf-8"
    )
    with Terminal((sys.executable, "-m", "mynadesk", "--open", str(file))) as terminal:
        terminal.wait_for("令和7年12月1日の事例")
        terminal.press("/")
        assert terminal.wait_for_end() == 0
        assert terminal.restored
