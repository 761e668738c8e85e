"""Before a case, after it, and while the terminal changes: the office, leaving, sizes."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.interview.desk import BOOK, message, state
from tests.screens.desk_app import desk_app, desk_of, flat, put, texts, type_keys

SMALL, USUAL, LARGE = (60, 20), (80, 24), (132, 43)
HALF = "5 1 2 E 1 E 1 E 1 E"


async def resize(pilot: Pilot[None], size: tuple[int, int]) -> None:
    """Change the size of the terminal, and wait until the desk is drawn anew."""
    await pilot.resize_terminal(*size)
    await pilot.pause()


async def test_a_terminal_of_another_size_loses_nothing() -> None:
    async with desk_app().run_test(size=USUAL) as pilot:
        before, drawn = state(put(pilot, f"{HALF} - *").session), texts(pilot.app)
        for size in (SMALL, LARGE):
            await resize(pilot, size)
            assert state(desk_of(pilot).session) == before
            verdict = texts(pilot.app)["verdict"].split("\n")[0]
            assert verdict.strip() == drawn["verdict"].split("\n")[0].strip()
        await resize(pilot, USUAL)
        assert texts(pilot.app) == drawn


async def test_a_date_half_typed_outlives_another_size() -> None:
    async with desk_app().run_test(size=USUAL) as pilot:
        put(pilot, "1 1 2 E E 1 1 R8.11")
        await resize(pilot, LARGE)
        await type_keys(pilot, ".23 E E")
        assert desk_of(pilot).session.look.verdict == "accept"


async def test_a_terminal_that_is_too_small_says_what_it_wants_and_keeps_the_case() -> None:
    async with desk_app().run_test(size=USUAL) as pilot:
        before, drawn = state(put(pilot, HALF).session), texts(pilot.app)
        await resize(pilot, (50, 15))
        small = texts(pilot.app)
        assert message("too_small", columns="60", lines="20") in small.pop("verdict")
        assert not any(flat(text) for text in small.values())
        await resize(pilot, USUAL)
        assert state(desk_of(pilot).session) == before
        assert texts(pilot.app) == drawn


async def test_an_open_case_is_left_only_by_a_second_key() -> None:
    app = desk_app()
    async with app.run_test(size=USUAL) as pilot:
        before = state(put(pilot, HALF).session)
        await pilot.press("f9")
        assert app.return_code is None
        assert message("quit_again") == desk_of(pilot).session.message
        await pilot.press("f4", "f9")
        assert app.return_code is None
        await pilot.press("0", "0")
        assert state(desk_of(pilot).session) != before
        await pilot.press("q", "q")
    assert app.return_code == 0


async def test_a_fresh_desk_is_left_by_one_key() -> None:
    app = desk_app()
    async with app.run_test(size=USUAL) as pilot:
        await pilot.press("f9")
    assert app.return_code == 0


@pytest.mark.parametrize("kept", [True, False])
async def test_the_office_is_asked_once(kept: bool, tmp_path: Path) -> None:
    folder = tmp_path / "settings"
    if not kept:
        folder.write_text("a file stands where the folder should be")
    async with desk_app(folder, office=None).run_test(size=USUAL) as pilot:
        shown = texts(pilot.app)["office"]
        assert all(office.label.ja in shown for office in BOOK.rulebook.offices.values())
        await pilot.press("7")
        assert message("not_here", key="7") in texts(pilot.app)["office"]
        await pilot.press("2")
        await pilot.pause()
        assert desk_of(pilot).session.message == message("office_saved" if kept else "office_unsaved")
        assert BOOK.rulebook.offices["western_branch"].label.ja in texts(pilot.app)["top"]
    async with desk_app(folder, office=None).run_test(size=USUAL) as pilot:
        assert ("top" in texts(pilot.app)) is kept


async def test_an_office_that_is_named_at_the_start_is_not_remembered(tmp_path: Path) -> None:
    async with desk_app(tmp_path, office="main").run_test(size=USUAL) as pilot:
        assert BOOK.rulebook.offices["main"].label.ja in texts(pilot.app)["top"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("office", [None, "harbour"])
async def test_an_office_that_no_rulebook_knows_is_asked_for(office: str | None, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"office": "castle"}')
    async with desk_app(tmp_path, office=office).run_test(size=USUAL) as pilot:
        assert "office" in texts(pilot.app)
