"""The day book on a page: what the keys show, a slow store, one that is away, and every cell."""

import sys
import threading
import time
from argparse import Namespace
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from mynadesk.ledger.daybook.book import KINDS, Kind
from mynadesk.ledger.ledger import Ledger, open_ledger
from mynadesk.ledger.place import is_url
from mynadesk.ledger.reading import load_day_book_words
from mynadesk.ledger.states import Step
from mynadesk.ledger.store.engine import FILE
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.words import Language
from screens.ledger.daybook import DayBookScreen
from screens.ledger.daybook_app import DayBookApp
from screens.ledger.daybook_help import DayBookHelp
from tests.interview.desk import BOOK
from tests.ledger.requests import BRANCH, MAIN, a_tally, first_visit
from tests.screens.desk_app import flat, rows_of, send, texts
from tests.screens.test_cells import CUT, check_cells

MONDAY = date(2026, 11, 23)
WORDS = load_day_book_words(shipped_rules(), BOOK)
PATIENCE = 20


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with three people on Monday, one the month before, and cases."""
    folder = tmp_path_factory.mktemp("ledger")
    with closing(open_ledger(str(folder), BOOK)) as ledger:
        for desk, day, tally in (
            (MAIN, MONDAY, a_tally()),
            (MAIN, MONDAY, a_tally(postage=False)),
            (BRANCH, MONDAY, a_tally(papers=False)),
            (MAIN, date(2026, 10, 31), a_tally()),
        ):
            ledger.count(desk, day, tally)
        ledger.move(ledger.open_case(MAIN, first_visit()), Step.send, MAIN)
    return folder


def app_of(
    place: Path | str,
    language: Language = "ja",
    desk: str | None = None,
    opened: Callable[[], Ledger] | None = None,
) -> DayBookApp:
    options = Namespace(lang=language, desk=desk)
    return DayBookApp(
        BOOK,
        WORDS,
        options,
        opened or (lambda: open_ledger(str(place), BOOK)),
        "/nonexistent",
        lambda: MONDAY,
    )


def page_of(pilot: Pilot[None]) -> DayBookScreen:
    assert isinstance(pilot.app.screen, DayBookScreen), pilot.app.screen
    return pilot.app.screen


async def answered(pilot: Pilot[None]) -> str:
    """What is shown once the ledger has answered."""
    end = time.monotonic() + PATIENCE
    page = page_of(pilot)
    while page._asked is not None:
        assert time.monotonic() < end
        await pilot.pause(0.01)
    await pilot.pause()
    return flat(texts(pilot.app)["daybook"])


async def press(pilot: Pilot[None], keys: str) -> str:
    """Send keys one by one; what is shown then."""
    for key in keys.split():
        await send(pilot, {"E": "enter", "BS": "backspace", "PGDN": "pagedown"}.get(key, key))
    return await answered(pilot)


def heading(kind: Kind) -> str:
    return flat(getattr(WORDS.kinds, kind).ja)


async def test_it_opens_with_today_at_all_desks(folder: Path) -> None:
    async with app_of(folder).run_test(size=(80, 24)) as pilot:
        drawn = await answered(pilot)
        assert "R8.11.23(月)すべての窓口受付3人" in drawn
        assert f"[{heading('verdict')}3]" in drawn
        assert flat(f"{WORDS.verdicts.incomplete.ja} 2 ##") in drawn


async def test_digits_go_to_and_fro_and_choose_span_and_desk(folder: Path) -> None:
    async with app_of(folder).run_test(size=(80, 24)) as pilot:
        assert "R8.11.22(日)" in await press(pilot, "4")
        assert "R8.11.24(火)" in await press(pilot, "6 6")
        assert "R8.11.23(月)すべての窓口受付3人" in await press(pilot, "5")
        assert "R8.11.23(月)-R8.11.29(日)" in await press(pilot, "8")
        assert "R8.11.1(日)-R8.11.30(月)" in await press(pilot, "8")
        assert "R8.10.1(木)-R8.10.31(土)すべての窓口受付1人" in await press(pilot, "4")
        assert "本庁市民課受付1人" in await press(pilot, "7")
        assert "西部支所市民福祉課受付0人" in await press(pilot, "7")
        assert "すべての窓口受付1人" in await press(pilot, "7")
        assert "R8.11.23(月)すべての窓口受付3人" in await press(pilot, "5 8")


async def test_enter_goes_through_every_kind_and_minus_back(folder: Path) -> None:
    async with app_of(folder).run_test(size=(80, 24)) as pilot:
        for kind in (*KINDS[1:], KINDS[0]):
            assert f"[{heading(kind)}" in await press(pilot, "E")
        assert f"[{heading(KINDS[-1])}" in await press(pilot, "-")
        assert f"[{heading(KINDS[0])}" in await press(pilot, ".")


async def test_full_width_digits_are_digits(folder: Path) -> None:
    async with app_of(folder).run_test(size=(80, 24)) as pilot:
        assert "R8.11.22(日)" in await press(pilot, "４")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_every_row_is_as_wide_as_the_terminal_and_nothing_is_cut(
    folder: Path, size: tuple[int, int], language: Language
) -> None:
    async with app_of(folder, language).run_test(size=size) as pilot:
        for span in ("8", "8 7"):
            await press(pilot, span)
            page = page_of(pilot)
            for _ in KINDS:
                page.press("enter")
                for _ in range(page._count):
                    await pilot.pause(0)
                    check_cells(rows_of(pilot.app), size)
                    assert CUT not in texts(pilot.app)["daybook"]
                    page.scroll(1)


async def test_a_key_that_does_nothing_says_so_and_help_says_what_does(folder: Path) -> None:
    async with app_of(folder).run_test(size=(80, 24)) as pilot:
        await answered(pilot)
        assert "使いません" in await press(pilot, "1")
        assert "使いません" not in await press(pilot, "6")
        page = page_of(pilot)
        await send(pilot, "f2")
        await pilot.pause()
        assert isinstance(pilot.app.screen, DayBookHelp)
        drawn = flat(texts(pilot.app)["help"])
        listed = page.keys()
        assert all(f"{key}{flat(does)}" in drawn for key, does in listed)
        check_cells(rows_of(pilot.app), (80, 24))
        await send(pilot, "enter")
        await press(pilot, "t")
        page_of(pilot)


@pytest.mark.parametrize("key", ["0", "backspace", "/", "f9", "q"])
async def test_it_is_left_by_the_usual_keys(folder: Path, key: str) -> None:
    app = app_of(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await answered(pilot)
        await send(pilot, key)
        await pilot.pause()
        assert app._exit


async def test_a_slow_store_keeps_no_key_waiting_and_what_was_asked_for_last_is_shown(folder: Path) -> None:
    gate, asked = threading.Event(), []

    def slowly() -> Ledger:
        asked.append(1)
        assert gate.wait(PATIENCE)
        return open_ledger(str(folder), BOOK)

    async with app_of(folder, opened=slowly).run_test(size=(80, 24)) as pilot:
        for key in "4488":
            await send(pilot, key)
        drawn = flat(texts(pilot.app)["daybook"])
        assert flat(WORDS.screen.loading.ja) in drawn
        assert "R8.11.1(日)-R8.11.30(月)" in drawn
        gate.set()
        drawn = await answered(pilot)
        assert flat(WORDS.screen.loading.ja) not in drawn
        assert "R8.11.1(日)-R8.11.30(月)すべての窓口受付3人" in drawn
        assert len(asked) == 1


async def test_a_store_that_is_away_is_a_sentence_and_one_that_comes_back_is_read(
    tmp_path: Path,
) -> None:
    place = tmp_path / "ledger"
    place.write_text("no folder")
    async with app_of(place).run_test(size=(60, 20)) as pilot:
        drawn = await answered(pilot)
        assert "台帳が使えません" in drawn
        assert "9で読み直します" in drawn
        assert f"[{heading('verdict')}" not in drawn
        assert "台帳が使えません" in await press(pilot, "E 4")
        check_cells(rows_of(pilot.app), (60, 20))
        place.unlink()
        assert f"[{heading('route')}0]" in await press(pilot, "9")


async def test_a_file_that_goes_away_while_it_is_shown_is_a_sentence(tmp_path: Path) -> None:
    async with app_of(tmp_path).run_test(size=(80, 24)) as pilot:
        assert f"[{heading('verdict')}0]" in await answered(pilot)
        (tmp_path / FILE).rename(tmp_path / "elsewhere")
        assert "つながりません" in await press(pilot, "9")


@pytest.mark.slow
def test_on_a_terminal_it_opens_and_gives_the_terminal_back(folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("pty", reason="needs the terminals of Unix")
    from tests.screens.terminal import Terminal

    command = (sys.executable, "-m", "mynadesk", "--on", "2026-11-23", "daybook", "--ledger", str(folder))
    with Terminal(command, XDG_CONFIG_HOME=str(tmp_path)) as terminal:
        terminal.wait_for("受付 3人")
        terminal.type("8")
        terminal.wait_for("R8.11.29(日)")
        terminal.type("0")
        assert terminal.wait_for_end() == 0
        assert terminal.restored
    with Terminal((*command, "--text"), XDG_CONFIG_HOME=str(tmp_path)) as terminal:
        terminal.wait_for_end()
        assert "消した古い受付 0" in terminal.text


@pytest.mark.slow
def test_it_can_be_left_while_a_server_does_not_answer(tmp_path: Path) -> None:
    """An address that takes connections and says nothing."""
    pytest.importorskip("pty", reason="needs the terminals of Unix")
    import socket

    from tests.screens.terminal import Terminal

    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"postgresql://desk@127.0.0.1:{silent.getsockname()[1]}/ledger"
        assert is_url(url)
        command = (sys.executable, "-m", "mynadesk", "daybook", "--ledger", url)
        with Terminal(command, XDG_CONFIG_HOME=str(tmp_path)) as terminal:
            terminal.wait_for(WORDS.screen.loading.ja)
            began = time.monotonic()
            terminal.type("0")
            assert terminal.wait_for_end() == 0
            assert time.monotonic() - began < PATIENCE
