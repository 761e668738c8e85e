"""The page of papers to hand over: what is on it, how it is left, and what became of what was sent."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from threading import Event

import pytest
from textual.pilot import Pilot

from mynadesk.handout.making import PaperName, make
from mynadesk.handout.outlets import Outlets
from mynadesk.handout.reading import load_handout
from mynadesk.handout.speech import Speech
from mynadesk.handout.text import as_text, lines_of
from mynadesk.handout.words import Tongue
from mynadesk.interview.session import Session
from mynadesk.ledger.number import invent, shown
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.typeset import is_certain, width
from screens.app import DeskApp
from screens.hidden import HiddenScreen
from screens.papers.page import PapersScreen
from tests.interview.desk import BOOK, JAPANESE, decision, desk, message, state
from tests.interview.ways import INCOMPLETE, WAYS
from tests.screens.desk_app import desk_app, desk_of, flat, put, rows_of, send, texts
from tests.screens.test_privacy import TIMES, Clock, opened, untouched

WORDS = load_handout(shipped_rules(), BOOK)
SAID = BOOK.words.papers
AGENT = WAYS["agent, first visit"]
MISSING = INCOMPLETE["holder, no card"]
SIZES = [(80, 24), (60, 20), (100, 30), (132, 43)]
NUMBER = shown(invent(Random(1)))


def paper_lines(keys: str, name: PaperName, tongue: Tongue = "ja", cells: int = 76) -> list[str]:
    """The lines of a paper of this case, as the screen has room for them."""
    return lines_of(made(desk(keys), name, tongue), cells)


def made(session: Session, name: PaperName, tongue: Tongue):  # type: ignore[no-untyped-def]
    assert session.look.case is not None
    return make(Speech(BOOK, WORDS, tongue), session.look.case, decision(session), name)


@asynccontextmanager
async def papers_of(
    app: DeskApp, keys: str, size: tuple[int, int] = (80, 24), number: str = ""
) -> AsyncIterator[Pilot[None]]:
    """The page of papers of a case."""
    async with app.run_test(size=size) as pilot:
        put(pilot, keys).session.number = number
        await pilot.press("p")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PapersScreen)
        yield pilot


def page(pilot: Pilot[None]) -> str:
    return texts(pilot.app)["papers"]


async def press(pilot: Pilot[None], *keys: str) -> str:
    """What the page says after these keys."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    return page(pilot)


def say(words_name: str, **more: str) -> str:
    return JAPANESE.fill(getattr(SAID, words_name), **more)


@pytest.mark.parametrize(
    ("opens", "back"),
    [("p", "0"), ("end", "escape"), ("plus", "backspace"), ("p", "p"), ("end", "end"), ("plus", "q")],
)
async def test_a_key_opens_the_page_and_another_goes_back_to_the_case(opens: str, back: str) -> None:
    async with desk_app().run_test(size=(80, 24)) as pilot:
        before = state(put(pilot, AGENT).session)
        await press_any(pilot, opens)
        assert isinstance(pilot.app.screen, PapersScreen)
        await press_any(pilot, back)
        assert state(desk_of(pilot).session) == before


async def press_any(pilot: Pilot[None], key: str) -> None:
    await pilot.press(key)
    await pilot.pause()


async def test_plus_still_ends_a_list_of_papers_and_opens_nothing_before_the_end() -> None:
    async with desk_app().run_test(size=(80, 24)) as pilot:
        put(pilot, "1 1 2 E E")
        await pilot.press("plus")
        assert desk_of(pilot).session.sheet.closed


@pytest.mark.parametrize("keys", ["", "1", "4 1", "4 1 2", "6 1"])
async def test_there_are_no_papers_before_request_and_pins_are_told(keys: str) -> None:
    async with desk_app().run_test(size=(80, 24)) as pilot:
        put(pilot, keys)
        await pilot.press("p")
        await pilot.pause()
        assert desk_of(pilot).session.message == say("none_yet")


async def test_while_a_date_is_typed_the_key_is_no_key() -> None:
    async with desk_app().run_test(size=(80, 24)) as pilot:
        put(pilot, "1 1 2 E E 1 1 R8")
        await pilot.press("end")
        assert desk_of(pilot).session.message == message("not_here", key="End")


@pytest.mark.parametrize(("keys", "name"), [(AGENT, "visits"), (MISSING, "bring"), (WAYS["holder"], "check")])
async def test_the_paper_that_suits_the_decision_is_shown_first(keys: str, name: PaperName) -> None:
    async with papers_of(desk_app(), keys) as pilot:
        assert paper_lines(keys, name)[0].strip() in page(pilot).split("\n")[3]


async def test_a_digit_shows_another_paper_or_says_why_there_is_none() -> None:
    async with papers_of(desk_app(), AGENT) as pilot:
        before = page(pilot)
        said = await press(pilot, "1")
        assert "持ち物メモは作れません。" in said
        assert said.split("\n")[3] == before.split("\n")[3]
        assert "まだ必要なもの" not in said
        assert paper_lines(AGENT, "check")[0].strip() in (await press(pilot, "3")).split("\n")[3]
        assert "作れません" not in page(pilot)


async def test_the_languages_go_round_and_the_check_sheet_has_no_plain_japanese() -> None:
    async with papers_of(desk_app(), AGENT) as pilot:
        titles = [(await press(pilot, ".")).split("\n")[3].strip() for _ in range(3)]
        assert titles == [paper_lines(AGENT, "visits", each)[0].strip() for each in ("easy", "en", "ja")]
        await press(pilot, ".", "3")
        assert SAID.easy.ja not in page(pilot)
        assert page(pilot).split("\n")[3].strip() == paper_lines(AGENT, "check")[0].strip()


async def test_an_english_desk_says_everything_in_english() -> None:
    async with papers_of(desk_app(language="en"), AGENT) as pilot:
        said = await press(pilot, "1")
        assert "There is no note of what to bring" in said
        assert SAID.file.en in said
        assert paper_lines(AGENT, "visits", "en")[0].strip() in said


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("tongue", ["ja", "easy", "en"])
async def test_all_of_a_paper_can_be_read_at_every_size(size: tuple[int, int], tongue: Tongue) -> None:
    dots = {"ja": 0, "easy": 1, "en": 2}[tongue]
    async with papers_of(desk_app(), AGENT, size) as pilot:
        seen = await press(pilot, *["."] * dots)
        for _ in range(int(re.findall(r"/([1-9])\)", seen)[-1]) if "(1/" in seen else 1):
            for row in rows_of(pilot.app):
                assert width(row) == size[0]
                assert is_certain(row)
            assert len(page(pilot).split("\n")) <= size[1]
            seen += await press(pilot, "pagedown")
        for line in paper_lines(AGENT, "visits", tongue, min(size[0] - 4, 80)):
            assert line.strip() in seen


async def test_enter_turns_the_pages_and_closes_the_last() -> None:
    async with papers_of(desk_app(), AGENT) as pilot:
        assert "(1/2)" in page(pilot)
        assert "(2/2)" in await press(pilot, "enter")
        assert "(1/2)" in await press(pilot, "pageup")
        await press_any(pilot, "enter")
        await press_any(pilot, "enter")
        assert desk_of(pilot).session.look.final


async def test_the_number_of_the_case_stands_on_the_paper_and_on_no_other_case() -> None:
    async with papers_of(desk_app(), AGENT, number=NUMBER) as pilot:
        assert NUMBER in page(pilot)
        await press_any(pilot, "0")
        await press_any(pilot, "slash")
        put(pilot, AGENT)
        assert NUMBER not in await press(pilot, "p")


async def test_a_key_without_use_is_named() -> None:
    async with papers_of(desk_app(), AGENT) as pilot:
        assert flat(message("not_here", key="9")) in flat(await press(pilot, "9"))
        assert flat(message("not_here", key="*")) in flat(await press(pilot, "asterisk"))


async def test_an_input_method_that_was_left_on_spoils_nothing_and_is_told() -> None:
    async with papers_of(desk_app(), AGENT) as pilot:
        await send(pilot, "３")
        assert paper_lines(AGENT, "check")[0].strip() in page(pilot).split("\n")[3]
        assert message("ime") in page(pilot)
        assert message("ime") not in await press(pilot, "2")


# Ways out


def with_ways(app: DeskApp, ways: Outlets) -> DeskApp:
    app.papers().ways = ways
    return app


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*.*") if path.is_file()]


async def test_a_page_is_saved_told_and_deleted_when_the_case_leaves_the_desk(tmp_path: Path) -> None:
    async with papers_of(desk_app(papers=tmp_path / "print"), AGENT) as pilot:
        said = await press(pilot, "6")
        (file,) = files_in(tmp_path)
        assert flat(str(file)) in flat(said)
        assert file.read_text("utf-8").startswith("<!DOCTYPE html>")
        assert re.fullmatch(r"visits-\w+\.html", file.name)
        await press_any(pilot, "0")
        assert file.exists()
        await press_any(pilot, "slash")
        assert files_in(tmp_path) == []


async def test_it_is_deleted_when_the_case_is_dropped_and_the_page_closes(
    tmp_path: Path,
) -> None:
    clock = Clock()
    app = desk_app(clock=clock, papers=tmp_path / "print")
    async with opened(app) as pilot:
        put(pilot, AGENT)
        await press(pilot, "p", "6")
        assert files_in(tmp_path)
        await untouched(app, clock, TIMES.hide_after - 1)(pilot)
        assert "秒後に画面を隠します" in page(pilot)
        await untouched(app, clock, 1)(pilot)
        assert isinstance(app.screen, HiddenScreen)
        await untouched(app, clock, TIMES.drop_after)(pilot)
        assert files_in(tmp_path) == []
        await press_any(pilot, "enter")
        assert desk_of(pilot).session.fresh


async def test_tab_hides_the_page_and_enter_brings_it_back() -> None:
    async with papers_of(desk_app(), AGENT) as pilot:
        before = page(pilot)
        await press_any(pilot, "tab")
        assert isinstance(pilot.app.screen, HiddenScreen)
        await press_any(pilot, "enter")
        assert page(pilot) == before


async def test_what_cannot_be_saved_is_said_not_to_be(tmp_path: Path) -> None:
    (tmp_path / "print").write_text("no folder")
    async with papers_of(desk_app(papers=tmp_path / "print"), AGENT) as pilot:
        assert say("not_saved") in await press(pilot, "6")
        assert "保存しました" not in page(pilot)


async def test_ways_that_are_not_there_are_not_offered_and_say_so(tmp_path: Path) -> None:
    app = with_ways(desk_app(papers=tmp_path), Outlets(None, None, None))
    async with papers_of(app, AGENT) as pilot:
        assert f"4 {SAID.print.ja}" not in page(pilot)
        assert SAID.browser.ja not in page(pilot)
        assert say("no_printer") in await press(pilot, "4")
        assert say("no_browser") in await press(pilot, "5")
        assert files_in(tmp_path) == []


class Taker:
    """A printer or a browser that takes its time."""

    def __init__(self, takes: bool) -> None:
        self.takes, self.got, self.let = takes, "", Event()

    def __call__(self, what: str) -> bool:
        self.got = what
        self.let.wait(10)
        return self.takes


async def wait_until_told(pilot: Pilot[None]) -> str:
    for _ in range(200):
        await pilot.pause(0.01)
        if say("sending") not in page(pilot):
            break
    return page(pilot)


@pytest.mark.parametrize(("takes", "said"), [(True, "printed"), (False, "not_printed")])
async def test_nothing_is_said_to_be_printed_before_the_printer_took_it(takes: bool, said: str) -> None:
    printer = Taker(takes)
    async with papers_of(with_ways(desk_app(), Outlets(printer, None, None)), AGENT) as pilot:
        assert f"4 {SAID.print.ja}" in page(pilot)
        assert say("sending") in await press(pilot, "4")
        assert say("sending") in await press(pilot, "4")
        printer.let.set()
        told = await wait_until_told(pilot)
        assert say(said) in told
        assert (say("printed") in told) is takes
        assert printer.got == as_text(made(desk(AGENT), "visits", "ja"), 80)


@pytest.mark.parametrize(("takes", "said"), [(True, "opened"), (False, "not_opened")])
async def test_the_browser_gets_a_page_that_goes_with_it(takes: bool, said: str, tmp_path: Path) -> None:
    browser = Taker(takes)
    browser.let.set()
    app = with_ways(desk_app(papers=tmp_path / "print"), Outlets(None, None, browser))
    async with papers_of(app, AGENT) as pilot:
        await press(pilot, "5")
        assert flat(say(said)) in flat(await wait_until_told(pilot))
        assert Path(browser.got).read_text("utf-8").startswith("<!DOCTYPE html>")
        await press_any(pilot, "0")
        await press_any(pilot, "slash")
        assert not Path(browser.got).exists()


async def test_where_only_files_are_printed_the_text_is_marked_as_what_it_is(tmp_path: Path) -> None:
    printer = Taker(True)
    printer.let.set()
    app = with_ways(desk_app(papers=tmp_path / "print"), Outlets(None, printer, None))
    async with papers_of(app, AGENT) as pilot:
        await press(pilot, "4")
        assert say("printed") in await wait_until_told(pilot)
        written = Path(printer.got).read_bytes()
        assert written.startswith(b"\xef\xbb\xbf")
        assert written.decode("utf-8-sig") == as_text(made(desk(AGENT), "visits", "ja"), 80)
        app.forget_papers()
        assert files_in(tmp_path) == []


async def test_the_desk_can_be_left_and_go_on_while_something_is_sent() -> None:
    printer = Taker(True)
    async with papers_of(with_ways(desk_app(), Outlets(printer, None, None)), AGENT) as pilot:
        await press(pilot, "4")
        await press_any(pilot, "0")
        await press_any(pilot, "slash")
        printer.let.set()
        await pilot.pause(0.05)
        assert desk_of(pilot).session.fresh


async def test_words_that_cannot_be_read_keep_nobody_from_working(tmp_path: Path) -> None:
    app = DeskApp(BOOK, "ja", "main", lambda: desk().on, str(tmp_path), papers=(str(tmp_path), str(tmp_path)))
    async with app.run_test(size=(80, 24)) as pilot:
        put(pilot, AGENT)
        await press_any(pilot, "p")
        assert desk_of(pilot).session.message == say("unusable")
