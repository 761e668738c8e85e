"""Every cell of the desk, in every kind of state: nothing is pushed aside, nothing is cut off."""

import re
import unicodedata
from functools import cache

import pytest
from textual.pilot import Pilot

from mynadesk.interview.session import Session
from mynadesk.typeset import width
from mynadesk.wording import Wording
from mynadesk.words import Language
from screens.frame import View, frame, question_pages, shape_of, shows_result
from screens.hidden import HiddenScreen
from screens.large import LargeScreen
from screens.pane import Pane
from tests.interview.desk import BOOK, JAPANESE, desk, fork, press
from tests.interview.ways import INCOMPLETE, PARTIAL, SUPERVISOR, WAYS
from tests.screens.desk_app import desk_app, desk_of, flat, put, rows_of, texts, type_keys
from tests.screens.states import desks_looking_aside, usual_desks

NARROW = (80, 24)
SIZES = pytest.mark.parametrize("size", [(60, 20), NARROW, (100, 30), (132, 43)])
LANGUAGES: tuple[Language, ...] = ("ja", "en")
NAMES_OF_KEYS = {
    "Enter",
    "Home",
    "Insert",
    "End",
    "PgDn",
    "PgUp",
    "BS",
    "F",
    "Up",
    "Down",
    "Left",
    "Right",
    "Tab",
}
TERMS = {"A", "B", "PIN", "e-Tax", "ID", "IC"}
ERAS = {"R", "H", "S", "T", "M"}
MARK = {"x"}
"""In the boxes of what was chosen."""
CUT = ".."


def ambiguous(text: str) -> set[str]:
    """Characters that take one cell on some terminals and two on others."""
    return {character for character in text if unicodedata.east_asian_width(character) == "A"}


def english(text: str) -> set[str]:
    """Words in Latin letters, the rulebook's id and digest aside."""
    for known in (BOOK.rulebook.id, BOOK.digest[:6]):
        text = text.replace(known, "")
    return set(re.findall(r"[A-Za-z][A-Za-z-]*", text)) - NAMES_OF_KEYS - TERMS - ERAS - MARK


def check_rows(rows: list[str], size: tuple[int, int]) -> None:
    """Every row fills the terminal exactly, with characters that are as wide everywhere."""
    columns, lines = size
    assert len(rows) == lines
    for row in rows:
        check_row(row, columns)


def show(pilot: Pilot[None], session: Session) -> None:
    """Draw a desk on the screen."""
    desk_of(pilot).session = session
    desk_of(pilot).draw()


def check_cells(rows: list[str], size: tuple[int, int]) -> None:
    """The same where other languages may stand."""
    columns, lines = size
    assert len(rows) == lines
    for row in rows:
        assert width(row) == columns, row
        assert not ambiguous(row), row


@cache
def check_row(row: str, columns: int) -> None:
    """One of them; most rows come again and again."""
    assert width(row) == columns, row
    assert not ambiguous(row), row
    assert not english(row), row


@SIZES
async def test_every_row_is_as_wide_as_the_terminal_and_whole(size: tuple[int, int]) -> None:
    app = desk_app()
    async with app.run_test(size=size) as pilot:
        for session in desks_looking_aside() if size == NARROW else usual_desks():
            show(pilot, session)
            check_rows(rows_of(app), size)
            for pane in app.screen.query(Pane):
                wide = [row for row in pane.text.split("\n") if width(row) > pane.size.width]
                assert not wide, pane.id
            drawn = texts(app)
            assert CUT not in drawn["top"] + drawn["verdict"] + drawn["case"]


@SIZES
async def test_help_and_the_choice_of_an_office_are_as_wide_too(size: tuple[int, int]) -> None:
    app = desk_app(office=None)
    async with app.run_test(size=size) as pilot:
        check_rows(rows_of(app), size)
        await type_keys(pilot, "7 1")
        await pilot.pause()
        check_rows(rows_of(app), size)
        await pilot.press("f2")
        await pilot.pause()
        for _ in range(3):
            check_cells(rows_of(app), size)
            await pilot.press("pagedown")


@SIZES
@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_the_person_is_shown_is_as_wide_too(size: tuple[int, int], language: Language) -> None:
    app = desk_app(language=language)
    async with app.run_test(size=size) as pilot:
        session = put(pilot, "6 1").session
        page = LargeScreen(session, desk_of(pilot).styles_now, app.want)
        await app.push_screen(page)
        for keys in (*WAYS.values(), *SUPERVISOR.values(), *INCOMPLETE.values(), *PARTIAL.values()):
            for key in ("scroll", ".", "scroll", "scroll_up"):
                page.press(key)
                check_cells(rows_of(app), size)
            press(session, f"/ / {keys}")


@SIZES
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_hidden_screen_is_as_wide_too(size: tuple[int, int], language: Language) -> None:
    app = desk_app(language=language)
    async with app.run_test(size=size) as pilot:
        hidden = HiddenScreen(Wording(BOOK, language), desk_of(pilot).styles_now)
        await app.push_screen(hidden)
        for left in (None, 1800, 1, 0):
            hidden.count(left)
            check_cells(rows_of(app), size)


@SIZES
async def test_notices_are_as_wide_too(size: tuple[int, int]) -> None:
    app = desk_app()
    async with app.run_test(size=size) as pilot:
        desk = desk_of(pilot)
        put(pilot, "1 1 2 E E 1 1")
        for notice, ime in (("", True), (JAPANESE.fill(BOOK.words.panel.hide_soon, seconds="20"), True)):
            desk.view = desk.view._replace(notice=notice, ime=ime)
            desk.draw()
            check_rows(rows_of(app), size)
            drawn = texts(app)
            assert notice in drawn["top"]
            assert JAPANESE.fill(BOOK.words.messages.ime) in drawn["foot"]


@pytest.mark.parametrize("language", LANGUAGES)
@SIZES
async def test_in_every_language_every_row_is_as_wide_as_the_terminal(
    size: tuple[int, int], language: Language
) -> None:
    app = desk_app(language=language)
    async with app.run_test(size=size) as pilot:
        for keys in (*WAYS.values(), *PARTIAL.values(), *SUPERVISOR.values()):
            for key in keys.split():
                put(pilot, key)
                check_cells(rows_of(app), size)
            put(pilot, "/ /")


async def test_no_answer_that_can_be_given_is_out_of_sight() -> None:
    app = desk_app()
    async with app.run_test(size=NARROW) as pilot:
        for session in desks_looking_aside():
            if session.reason or session.field is not None:
                continue
            show(pilot, session)
            question = flat(texts(app)["question"])
            for option in session.options:
                assert flat(option.label) in question
            assert flat(session.message) in question


async def test_everything_that_is_asked_fits_one_page() -> None:
    app = desk_app()
    async with app.run_test(size=NARROW) as pilot:
        more = flat(BOOK.words.panel.more.ja)
        for session in usual_desks():
            show(pilot, session)
            if not session.look.final:
                assert more not in flat(texts(app)["question"])


async def test_every_line_of_the_case_is_in_sight() -> None:
    app = desk_app()
    async with app.run_test(size=NARROW) as pilot:
        for session in usual_desks():
            show(pilot, session)
            case = flat(texts(app)["case"])
            for line in session.lines:
                assert flat(line.label) in case
                assert line.answer == "" or flat(line.answer)[:6] in case


async def test_a_long_result_is_read_page_by_page_to_its_end_and_then_anew() -> None:
    app = desk_app()
    async with app.run_test(size=NARROW) as pilot:
        session = put(pilot, "4 1 3 E .5 1 E 1 1").session
        pages = []
        while (page := texts(app)["question"]) not in pages:
            pages.append(page)
            await pilot.press("enter")
        assert len(pages) > 1
        assert page == pages[0]
        assert without_more("".join(pages)) == whole_result(session)


def test_the_pages_of_every_result_hold_all_of_it() -> None:
    shape = shape_of(*NARROW)
    for session in usual_desks():
        if shows_result(session, shape):
            count = len(question_pages(session, shape))
            pages = [frame(session, View(page=page), shape)["question"] for page in range(count)]
            read = "".join(text for page in pages for row in page for text, _ in row)
            assert without_more(read) == whole_result(session)


def whole_result(session: Session) -> str:
    """All that a result or a reason has to say, if only the pane were long enough."""
    shape = shape_of(NARROW[0], 200)
    return flat("".join(text for row in frame(session, View(), shape)["question"] for text, _ in row))


def without_more(text: str) -> str:
    """A text without what stands at the foot of each page but the last."""
    more = flat(JAPANESE.fill(BOOK.words.panel.more))
    return re.sub(rf"{re.escape(more)}\(\d/\d\)", "", flat(text))


async def test_what_is_told_to_the_person_ends_with_its_sentence() -> None:
    app = desk_app()
    async with app.run_test(size=NARROW) as pilot:
        for session in usual_desks():
            show(pilot, session)
            told = texts(app)["tell"].rstrip()
            assert told.endswith(("。", ")", "）", "？", "?", "-")), told


async def test_the_digits_of_the_eras_are_shown_only_once_they_choose() -> None:
    app = desk_app()
    async with app.run_test(size=NARROW) as pilot:
        typed = desk("1 1 2 E E 1 1 36.5.1")
        rows = {}
        for name, session in (("typed", typed), ("choosing", press(fork(typed), "E"))):
            show(pilot, session)
            rows[name] = texts(app)["question"]
        assert "| 2 " in rows["choosing"]
        assert "| 2 " not in rows["typed"]
