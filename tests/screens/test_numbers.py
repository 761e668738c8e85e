"""The key of numbers at the desk: a number for the first visit, the second visit from its number."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from mynadesk.interview.visits import first_visit_taken
from mynadesk.ledger import number as numbers
from mynadesk.ledger.case_file import CaseFile
from mynadesk.ledger.labels import STATES, STEPS
from mynadesk.ledger.ledger import Ledger, open_ledger
from mynadesk.ledger.reading import load_desk_words
from mynadesk.ledger.states import State, Step
from mynadesk.rulebook.shipped import shipped_rules
from screens.app import DeskApp
from screens.desk import DeskScreen
from screens.ledger.case import CaseScreen
from screens.ledger.number import NumberScreen
from screens.papers.page import PapersScreen
from tests.interview.desk import BOOK, desk
from tests.interview.ways import SUPERVISOR, WAYS
from tests.ledger.requests import BRANCH, MAIN, PINS, first_visit, second_visit
from tests.screens.desk_app import desk_app, desk_of, flat, put, texts, type_keys

USUAL = (80, 24)
FIRST = WAYS["agent, first visit"]
SUPERVISOR_FOR_ONE_PIN = "4 1 2 3 E .5 1 E 1 1 1"
REST = "1 1 1 1 1 E 1 E 1 E 3 E 1"
"""What is left to answer of a second visit."""
WORDS = load_desk_words(shipped_rules(), BOOK)
PATIENCE = 20


@contextmanager
def ledger(place: Path, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Iterator[Ledger]:
    """The ledger as another desk has it open."""
    opened = open_ledger(str(place), BOOK, clock)
    yield opened
    opened.close()


async def answered(pilot: Pilot[None]) -> None:
    """Wait until the ledger has answered everything."""
    app = pilot.app
    assert isinstance(app, DeskApp)
    end = time.monotonic() + PATIENCE
    while app._visits is not None and app._visits._keeper.waiting:
        assert time.monotonic() < end
        await pilot.pause(0.01)
    await pilot.pause()


async def press_key(pilot: Pilot[None], keys: str = "c") -> None:
    """Press keys, and wait for the ledger."""
    await type_keys(pilot, keys)
    await answered(pilot)


async def opened(pilot: Pilot[None], keys: str = FIRST) -> CaseFile:
    """The case that is opened for a request."""
    put(pilot, keys)
    await press_key(pilot)
    return shown_case(pilot)


def shown_case(pilot: Pilot[None]) -> CaseFile:
    """The case on the page of a case, which has to be the one that is shown."""
    assert isinstance(pilot.app.screen, CaseScreen)
    return pilot.app.screen.file


def message_of(pilot: Pilot[None]) -> str:
    """What the desk or the page has to say."""
    screen = pilot.app.screen
    if isinstance(screen, DeskScreen):
        return screen.session.message
    assert isinstance(screen, CaseScreen | NumberScreen)
    return screen.message


async def test_an_accepted_first_visit_gets_a_number_that_the_store_has(tmp_path: Path) -> None:
    async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
        file = await opened(pilot)
        drawn = texts(pilot.app)["case-file"]
        assert numbers.shown(file.number) in drawn
        assert numbers.aloud(file.number) in drawn
        assert message_of(pilot) == WORDS.opened.ja
        await press_key(pilot, "E")
        assert numbers.shown(file.number) in texts(pilot.app)["top"]
    with ledger(tmp_path) as other:
        kept = other.find(file.number)
    assert (kept.state, kept.opened.desk) == (State.letter_due, MAIN)


async def test_the_key_again_shows_the_same_case_and_opens_no_other(tmp_path: Path) -> None:
    async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
        first = await opened(pilot)
        for keys in ("E c", "E / 0 c"):
            await press_key(pilot, keys)
            assert shown_case(pilot).number == first.number
        await press_key(pilot, "E /")
        assert desk_of(pilot).session.number == ""


async def test_a_supervisors_consent_takes_a_second_key(tmp_path: Path) -> None:
    keys = next(keys for name, keys in SUPERVISOR.items() if first_visit_taken(desk(keys).look))
    async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
        put(pilot, keys)
        await press_key(pilot)
        assert message_of(pilot) == WORDS.supervisor_first.ja
        assert desk_of(pilot).session.number == ""
        await press_key(pilot)
        assert shown_case(pilot).state is State.letter_due


async def test_a_supervisor_is_asked_for_one_pin_of_several_too(tmp_path: Path) -> None:
    async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
        session = put(pilot, SUPERVISOR_FOR_ONE_PIN).session
        assert session.look.verdict == "partial"
        await press_key(pilot)
        assert message_of(pilot) == WORDS.supervisor_first.ja
        await press_key(pilot)
        assert shown_case(pilot).judged.granted == ("user_authentication", "resident_registry")
        assert "住基台帳用(責任者の判断)" in texts(pilot.app)["case-file"]
        assert "利用者証明用(責任者の判断)" not in texts(pilot.app)["case-file"]


@pytest.mark.parametrize("way", ["holder", "agent, second visit"])
async def test_where_no_number_is_to_be_given_one_is_asked_for(way: str, tmp_path: Path) -> None:
    async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
        put(pilot, WAYS[way])
        await press_key(pilot)
        assert isinstance(pilot.app.screen, NumberScreen)
    with ledger(tmp_path) as other:
        assert other.waiting() == ()


async def test_a_wrong_digit_is_noticed_and_the_nearest_number_proposed(tmp_path: Path) -> None:
    with ledger(tmp_path) as other:
        number = other.open_case(MAIN, first_visit()).number
    wrong = ("3" if number[0] != "3" else "4") + number[1:]
    async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
        await press_key(pilot, f"c {wrong} E")
        assert numbers.shown(number) in message_of(pilot)
        await press_key(pilot, "BS " * numbers.LENGTH + f"{number} E")
        assert shown_case(pilot).number == number


async def test_full_width_digits_and_hyphens_are_taken_as_digits(tmp_path: Path) -> None:
    with ledger(tmp_path) as other:
        number = other.open_case(MAIN, first_visit()).number
    wide = "".join(chr(ord(digit) - ord("0") + ord("０")) for digit in number)
    async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
        await press_key(pilot, f"c {wide[:4]}ー{wide[4:]} E")
        assert shown_case(pilot).number == number


async def test_the_letters_to_be_seen_to_are_listed_and_chosen_from(tmp_path: Path) -> None:
    with ledger(tmp_path) as other:
        here = [other.open_case(MAIN, first_visit()).number for _ in range(40)]
        there = other.open_case(BRANCH, first_visit()).number
    async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
        await press_key(pilot)
        assert str(len(here)) in texts(pilot.app)["number"]
        listed = sorted(here)
        for place in (0, 20, 39):
            await type_keys(pilot, "DOWN " * (place + 1))
            drawn = texts(pilot.app)["number"]
            assert f"> {numbers.shown(listed[place])}" in drawn
            assert numbers.shown(there) not in drawn
            await press_key(pilot, "E")
            assert shown_case(pilot).number == listed[place]
            await press_key(pilot, "E c")


async def test_a_number_that_is_too_short_and_digits_of_no_number_are_told(tmp_path: Path) -> None:
    async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
        await press_key(pilot, "c 2 E")
        assert message_of(pilot) == WORDS.too_few.ja.replace("{count}", str(numbers.LENGTH - 1))
        await press_key(pilot, "1")
        assert message_of(pilot) == WORDS.no_such_digit.ja.replace("{key}", "1")
        await press_key(pilot, "BS 0")
        assert isinstance(pilot.app.screen, DeskScreen)


async def test_a_step_is_chosen_confirmed_written_and_undone(tmp_path: Path) -> None:
    async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
        number = (await opened(pilot)).number
        await press_key(pilot, "1")
        assert shown_case(pilot).state is State.letter_due
        await press_key(pilot, "E")
        assert shown_case(pilot).state is State.letter_sent
        assert STATES[State.letter_sent].ja in texts(pilot.app)["case-file"]
        page = pilot.app.screen
        assert isinstance(page, CaseScreen)
        await press_key(pilot, f"{page.offered.index(Step.undo) + 1} E")
        assert shown_case(pilot).state is State.letter_due
    with ledger(tmp_path) as other:
        assert [each.step for each in other.find(number).taken] == [Step.open, Step.send, Step.undo]


async def test_enter_once_too_often_after_a_step_goes_back_and_begins_nothing(tmp_path: Path) -> None:
    with ledger(tmp_path) as other:
        number = other.open_case(MAIN, first_visit()).number
    async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
        await press_key(pilot, f"c {number} E 1 E")
        assert shown_case(pilot).state is State.letter_sent
        await press_key(pilot, "E")
        assert isinstance(pilot.app.screen, DeskScreen)
        assert desk_of(pilot).session.fresh


async def test_papers_of_the_request_on_the_desk_are_handed_over_from_its_page(tmp_path: Path) -> None:
    async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
        number = (await opened(pilot)).number
        await type_keys(pilot, "p")
        assert isinstance(pilot.app.screen, PapersScreen)
        assert numbers.shown(number) in texts(pilot.app)["papers"]
        await type_keys(pilot, "0")
        assert isinstance(pilot.app.screen, DeskScreen)


@pytest.mark.parametrize("page", [CaseScreen, NumberScreen])
async def test_a_key_of_no_use_on_a_page_goes_by_what_stands_on_it(page: type, tmp_path: Path) -> None:
    number = sent(tmp_path)
    async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
        await press_key(pilot, f"c {number} E" if page is CaseScreen else "c")
        assert isinstance(pilot.app.screen, page)
        for key, called in (("p", "「End」"), ("v", "「右矢印」"), ("s", "「F6」")):
            await type_keys(pilot, key)
            assert called in message_of(pilot)
        await type_keys(pilot, "q")
        assert isinstance(pilot.app.screen, DeskScreen)


async def test_a_digit_chosen_by_mistake_is_let_go_and_writes_nothing(tmp_path: Path) -> None:
    async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
        number = (await opened(pilot)).number
        await press_key(pilot, "1 0 E")
        assert isinstance(pilot.app.screen, DeskScreen)
    with ledger(tmp_path) as other:
        assert other.find(number).state is State.letter_due


def sent(place: Path, desk: str = MAIN, **facts: bool) -> str:
    """The number of a case whose letter was sent."""
    with ledger(place) as other:
        file = other.open_case(desk, first_visit(PINS, **facts))
        return other.move(file, Step.send, desk).number


async def test_the_second_visit_begins_with_what_is_known_and_is_recorded(tmp_path: Path) -> None:
    number = sent(tmp_path)
    async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
        await press_key(pilot, f"c {number} E E")
        session = desk_of(pilot).session
        assert session.look.facts["visitor"] == "agent"
        assert session.sheet.pins == ("user_authentication", "resident_registry")
        assert session.number == numbers.shown(number)
        assert "operation" not in session.look.facts
        put(pilot, REST)
        assert session.look.verdict == "accept", session.look.step
        await press_key(pilot)
        assert shown_case(pilot).state is State.decided
        await press_key(pilot, "1 E")
        assert shown_case(pilot).state is State.done
        await press_key(pilot, "E")
        assert flat(WORDS.writing.ja) not in flat(texts(pilot.app)["question"])


async def test_who_forgets_the_number_or_the_record_is_told_while_there_is_a_way_back(tmp_path: Path) -> None:
    number = sent(tmp_path)
    async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
        put(pilot, f"{FIRST} /")
        assert message_of(pilot) == BOOK.words.messages.no_number.ja
        await press_key(pilot, "0 c E /")
        assert message_of(pilot) == ""
        await press_key(pilot, f"c {number} E E")
        put(pilot, f"{REST} /")
        assert message_of(pilot) == BOOK.words.messages.not_recorded.ja
        await press_key(pilot, "0 c E /")
        assert message_of(pilot) == ""
    with ledger(tmp_path) as other:
        assert other.find(number).state is State.decided


def test_a_desk_without_a_ledger_reminds_of_none() -> None:
    assert desk(f"{FIRST} /").message == ""


async def test_a_first_visit_for_a_child_leaves_the_holder_to_be_asked_about(tmp_path: Path) -> None:
    number = sent(tmp_path, MAIN, **{"holder.under_15": True})
    async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
        await press_key(pilot, f"c {number} E E")
        assert "holder.under_15" not in desk_of(pilot).session.look.facts


async def test_a_case_begun_over_an_open_one_takes_a_second_enter(tmp_path: Path) -> None:
    number = sent(tmp_path)
    async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
        put(pilot, "5")
        await press_key(pilot, f"c {number} E E")
        assert message_of(pilot) == WORDS.begin_second_first.ja
        await press_key(pilot, "E")
        assert desk_of(pilot).session.number == numbers.shown(number)


async def test_a_case_of_another_desk_says_where_it_stands_and_what_any_desk_may(tmp_path: Path) -> None:
    with ledger(tmp_path) as other:
        number = other.open_case(BRANCH, first_visit()).number
    async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
        await press_key(pilot, f"c {number} E")
        page = pilot.app.screen
        assert isinstance(page, CaseScreen)
        drawn = texts(pilot.app)["case-file"]
        assert STATES[State.letter_due].ja in drawn
        assert BOOK.rulebook.offices[BRANCH].label.ja in drawn
        assert page.offered == (Step.withdraw,)
        assert not page.can_begin
        desk = BOOK.rulebook.offices[BRANCH].label.ja
        assert flat(WORDS.not_yet.letter_due.ja.replace("{desk}", desk)) in flat(drawn)


async def test_of_two_desks_that_move_one_case_the_second_is_told(tmp_path: Path) -> None:
    with ledger(tmp_path) as other:
        file = other.move(other.open_case(MAIN, first_visit()), Step.send, MAIN)
        async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
            await press_key(pilot, f"c {file.number} E")
            other.move(file, Step.decide, BRANCH, second_visit())
            page = pilot.app.screen
            assert isinstance(page, CaseScreen)
            await press_key(pilot, f"{page.offered.index(Step.withdraw) + 1} E")
            assert "先に進めました" in message_of(pilot)
            assert shown_case(pilot).state is State.decided
            assert STATES[State.decided].ja in texts(pilot.app)["case-file"]
        assert other.find(file.number).state is State.decided


async def test_without_a_store_no_number_is_shown_and_the_desk_goes_on(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("no folder")
    async with desk_app(ledger=place).run_test(size=USUAL) as pilot:
        put(pilot, FIRST)
        await press_key(pilot)
        assert message_of(pilot).startswith(WORDS.not_opened.ja.partition("{")[0])
        assert desk_of(pilot).session.number == ""
        assert desk_of(pilot).session.look.verdict == "accept"
        await press_key(pilot, "/ 1")
        assert desk_of(pilot).session.look.facts["visitor"] == "holder"


async def test_a_store_that_comes_back_is_used_again(tmp_path: Path) -> None:
    place = tmp_path / "ledger"
    place.write_text("no folder")
    async with desk_app(ledger=place).run_test(size=USUAL) as pilot:
        put(pilot, FIRST)
        await press_key(pilot)
        place.unlink()
        await press_key(pilot)
        assert shown_case(pilot).state is State.letter_due


async def test_a_ledger_that_is_away_is_waited_for_and_never_made_anew(tmp_path: Path) -> None:
    place, elsewhere = tmp_path / "ledger", tmp_path / "elsewhere"
    async with desk_app(ledger=place).run_test(size=USUAL) as pilot:
        number = (await opened(pilot)).number
        place.rename(elsewhere)
        await press_key(pilot, "E /")
        for _ in range(2):
            put(pilot, FIRST)
            await press_key(pilot)
            assert message_of(pilot).startswith(WORDS.not_opened.ja.partition("{")[0])
            await press_key(pilot, "/")
        assert not place.exists()
        elsewhere.rename(place)
        await press_key(pilot, f"c {number} E")
        assert shown_case(pilot).number == number


async def test_a_slow_store_holds_up_nobody_and_its_answer_goes_to_whom_it_concerns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, open_case = threading.Event(), Ledger.open_case

    def slowly(*given: object) -> CaseFile:
        assert gate.wait(PATIENCE)
        return open_case(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(Ledger, "open_case", slowly)
    async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
        put(pilot, FIRST)
        await type_keys(pilot, "c")
        assert message_of(pilot) == WORDS.opening.ja
        await type_keys(pilot, "c")
        assert message_of(pilot) == WORDS.busy.ja
        await type_keys(pilot, "/ 1 1")
        assert desk_of(pilot).session.look.facts["visitor"] == "holder"
        gate.set()
        await answered(pilot)
        session = desk_of(pilot).session
        assert session.number == ""
        assert message_of(pilot).startswith(WORDS.opened_before.ja.partition("{")[0])
        assert session.look.facts["visitor"] == "holder"


async def test_a_change_after_the_number_was_given_is_told(tmp_path: Path) -> None:
    async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
        await opened(pilot)
        await press_key(pilot, "E c")
        assert message_of(pilot) == ""
        await press_key(pilot, "E - 2 c")
        assert message_of(pilot) == WORDS.changed.ja


async def test_what_is_dropped_takes_its_number_along(tmp_path: Path) -> None:
    async with desk_app(ledger=tmp_path).run_test(size=USUAL) as pilot:
        await opened(pilot)
        await press_key(pilot, "E")
        desk_of(pilot).drop()
        assert desk_of(pilot).session.number == ""
        assert "-" not in texts(pilot.app)["top"]


@pytest.mark.parametrize("size", [(60, 20), USUAL, (132, 43)])
async def test_the_pages_fit_every_terminal(size: tuple[int, int], tmp_path: Path) -> None:
    number = sent(tmp_path, BRANCH)
    async with desk_app(ledger=tmp_path).run_test(size=size) as pilot:
        await press_key(pilot, "c")
        assert flat(WORDS.asks.ja) in flat(texts(pilot.app)["number"])
        await press_key(pilot, f"{number} E")
        drawn = flat(texts(pilot.app)["case-file"])
        assert flat(WORDS.begin_second.ja) in drawn
        assert flat(STEPS[Step.send].ja) in drawn


def test_the_first_paint_imports_nothing_of_the_ledgers_store() -> None:
    what = (
        "import sys, screens.app;"
        "print([name for name in sys.modules if name.startswith(('sqlalchemy', 'mynadesk.ledger.l'))])"
    )
    done = subprocess.run([sys.executable, "-c", what], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
